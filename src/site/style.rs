//! The pages' style sheets, minified once and inlined: with them the first answer is the whole static view.

use sha2::{Digest, Sha256};

use lightningcss::{
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions, StyleSheet},
    targets::{Browsers, Features, Targets},
};

use crate::{
    campaign::{Campaign, District},
    view::ALL_SHOWN,
};

const TOKENS: &str = include_str!("../../style/tokens.css");

/// Tokens first: every colour, size and duration is there and only there.
const PAGE: &str = concat!(
    include_str!("../../style/fonts.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/tokens-page.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/shell.css"),
    include_str!("../../style/parts.css"),
    include_str!("../../style/around.css"),
    include_str!("../../style/page.css"),
);

/// What only a live page needs: it makes the sheet beside it its own (`browser::page`).
const LIVE: &str = concat!(include_str!("../../style/live.css"), include_str!("../../style/notice.css"));
/// What only some screens, some readers and printers need: one file beside the page, which phones can do without until the page is live.
const BESIDE: [(&str, &str); 4] = [
    (
        "(prefers-contrast:more),(forced-colors:active)",
        concat!(include_str!("../../style/tokens-contrast.css"), include_str!("../../style/contrast.css")),
    ),
    ("(max-width:20rem)", include_str!("../../style/small.css")),
    (
        "(min-width:27rem)",
        concat!(include_str!("../../style/tablet.css"), "@media (min-width:62rem) {", include_str!("../../style/wide.css"), "}"),
    ),
    ("print", include_str!("../../style/print.css")),
];

/// A style sheet beside the page.
pub struct Sheet {
    /// Its file's name, which holds a hash of it.
    pub name: String,
    /// For whom it is.
    pub media: String,
    pub css: String,
}

pub fn beside(campaign: &Campaign) -> Result<Sheet, String> {
    let media = BESIDE.map(|(media, _)| media).join(",");
    let css = minified(
        &(LIVE.to_owned()
            + &hover_without_scripts(campaign)
            + &BESIDE.map(|(media, source)| format!("@media {media} {{\n{source}\n}}\n")).concat()),
    )?;
    Ok(Sheet { name: format!("bluezone-beside-{}.css", hash(&css)), media, css })
}

/// Part of a file's name that changes with what it holds.
pub fn hash(content: &str) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Row and shape light each other by style alone, where the engine knows `:has()`; a rule each, since an old engine drops those it
/// does not understand. Each costs time at every change of the page, so the live page does without (`data-hover`), and where districts are many
/// there is none.
fn hover_without_scripts(campaign: &Campaign) -> String {
    if campaign.districts.len() > ALL_SHOWN {
        return String::new();
    }
    let all = |rule: &dyn Fn(&District) -> String, then: &str| {
        campaign.districts.iter().map(|district| format!("{}{{{then}}}", rule(district))).collect::<String>()
    };
    all(
        &|d| format!(":root[data-hover=\"\"]:has([id=\"{}\"]:is(:hover,:target)) #s{}", d.slug, d.code.replace('.', "\\.")),
        "stroke:var(--accent);stroke-width:10",
    ) + &all(
        &|d| format!(":root[data-hover=\"\"]:has(.sheet [data-district=\"{}\"]:hover) [id=\"{}\"]", d.code, d.slug),
        "background:var(--line)",
    )
}

/// `base` is the path that fonts are found below; `more` is what these pages need besides.
pub fn page(base: &str, more: &str) -> Result<String, String> {
    minified(&(PAGE.replace("url(/fonts/", &format!("url({base}fonts/")) + more))
}

/// The colours of both themes for pages that were told which one to show, whatever the reader's system prefers. A wish for more contrast
/// outweighs it.
pub fn themes() -> String {
    let block = |before: &str| TOKENS.split_once(before).and_then(|(_, rest)| rest.split_once('}')).map_or("", |(block, _)| block);
    let (light, dark) = (block(":root {"), block("(prefers-color-scheme: dark) {\n  :root {"));
    let colours = light.replace("color-scheme: light dark;", "color-scheme: light;");
    format!(
        "@media not all and (prefers-contrast: more) {{ :root[data-theme=light] {{{colours}}} :root[data-theme=dark] {{ color-scheme: dark; {dark}}} }}"
    )
}

/// A style sheet for old phones and players as well.
pub fn minified(source: &str) -> Result<String, String> {
    // Old phones read the page too: nothing newer than these is assumed, what is newer stands behind @supports.
    let oldest = Browsers { chrome: Some(53 << 16), safari: Some(10 << 16), firefox: Some(60 << 16), ..Browsers::default() };
    // `light-dark()` is not used, so nothing has to stand in for it.
    let targets = Targets { exclude: Features::LightDark, ..Targets::from(oldest) };
    let mut sheet = StyleSheet::parse(source, ParserOptions::default()).map_err(|e| e.to_string())?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|e| e.to_string())?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() }).map_err(|e| e.to_string())?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_are_whole() {
        let themes = themes();
        let (light, dark) = themes.split_once("[data-theme=dark]").unwrap();
        for role in ["--paper:", "--ink:", "--c4:", "--on4:", "--edge:", "--link:"] {
            assert!(light.contains(role) && dark.contains(role), "{role}\n{themes}");
        }
        assert!(minified(&themes).is_ok());
    }
}
