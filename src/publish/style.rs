//! The pages' style sheets, minified once and inlined: with them the first answer is the whole static view.

use lightningcss::{
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions, StyleSheet},
    targets::{Browsers, Targets},
};

/// Tokens first: every colour, size and duration is there and only there.
const PAGE: &str = concat!(
    include_str!("../../style/fonts.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/parts.css"),
    include_str!("../../style/page.css"),
);

/// `base` is the path that fonts are found below.
pub fn page(base: &str) -> Result<String, String> {
    minified(&PAGE.replace("url(/fonts/", &format!("url({base}fonts/")))
}

/// A style sheet for old phones and players as well.
pub fn minified(source: &str) -> Result<String, String> {
    // Old phones read the page too: nothing newer than these is assumed, what is newer stands behind @supports.
    let targets =
        Targets::from(Browsers { chrome: Some(53 << 16), safari: Some(10 << 16), firefox: Some(60 << 16), ..Browsers::default() });
    let mut sheet = StyleSheet::parse(source, ParserOptions::default()).map_err(|e| e.to_string())?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|e| e.to_string())?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() }).map_err(|e| e.to_string())?;
    Ok(printed.code)
}
