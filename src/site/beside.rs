//! Plain scripts beside a page and the markup that they work on: both are put in where hydration does not look, so that no module carries any of it. It must
//! not know what a script does.

use super::{inline, style};

/// A script's file below the site's start; its name holds a hash, as those of the modules do.
pub fn script(name: &str, source: &str) -> (String, Vec<u8>) {
    let script = inline::plain(source);
    (format!("bluezone-{name}-{}.js", style::hash(&script)), script.into_bytes())
}

/// Its element in a page.
pub fn element(base: &str, (path, _): &(String, Vec<u8>)) -> String {
    format!("<script src=\"{base}{path}\" defer></script>")
}

/// A page's parts with more markup as the last child of the section that begins so.
pub fn last_child(parts: String, section: &str, markup: &str) -> String {
    let end = parts.find(section).and_then(|from| Some(from + parts.get(from..)?.find("</section>")?));
    match end.and_then(|end| parts.split_at_checked(end)) {
        Some((before, after)) => format!("{before}{markup}{after}"),
        None => parts,
    }
}
