//! What several pages hold alike around the components: the drawn chart, the pattern of «no figure», the picture for shared links, and what
//! the components are told of the machine they run on.

use leptos::prelude::*;

use crate::{
    faces::{Platform, page::PageFace},
    parts::{CELLS, chart},
    text::escape_html,
    view::{ALL_SHOWN, BoardRow, MapView, labels, snippet::PICTURE},
};

/// Stands for the chart until it is put in.
const CHART: &str = "\u{1}chart";

/// The pattern of «no figure»; it stands in a page once, because every map of it may need it.
pub const PATTERNS: &str = "<svg class=\"defs\" aria-hidden=\"true\"><pattern id=\"khong\" width=\"16\" height=\"16\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
     <path class=\"p0\" d=\"M0 0h16v16H0z\"/><path class=\"p1\" d=\"M0 0v16\"/></pattern></svg>";

/// What is done natively where the browser has its own way.
pub fn platform() -> Platform {
    Platform {
        collate: crate::text::collate,
        fold: crate::campaign::names::fold,
        encode: |text| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string(),
        perform: |_, _| (),
        mark: |_, _, _| (),
    }
}

/// The picture that shared links show. A whole address where the host is known; some readers of links resolve a path as well.
pub fn picture(origin: Option<&str>, base: &str, path: &str) -> String {
    let (width, height) = PICTURE;
    format!(
        "<meta property=\"og:image\" content=\"{}\"><meta property=\"og:image:width\" content=\"{width}\"><meta property=\"og:image:height\" content=\"{height}\">",
        escape_html(&format!("{}{base}{path}", origin.unwrap_or_default()))
    )
}

/// The style that the live page gives its elements by their own properties, as rules: a style attribute would ask every policy for
/// `unsafe-inline`, a rule in the page's own sheet stands under that sheet's hash.
pub fn placed(page: PageFace) -> String {
    // Of the very cell: a saved copy of a page that showed another measure since has no bars rather than wrong ones.
    let bar = |row: &BoardRow| {
        let cell = CELLS.checked_sub(row.cells.len())? + row.cells.iter().position(|cell| cell.has_bar)?;
        Some(format!("[id=\"{}\"] :nth-child({}){{{}}}", escape_html(&row.slug), cell + 3, row.bar))
    };
    // Of a long leaderboard those of its first page: the others would be 3 KB of a country's (brotli), and appear once the page is live.
    let bars = page.board.with_untracked(|board| board.rows.iter().take(ALL_SHOWN).filter_map(bar).collect::<String>());
    let mark = |view: &MapView| view.legend_mark.as_ref().map(|mark| format!(".legend{{{}}}", mark.place));
    let (mark, waiting) = page.map_view.with_untracked(|view| (mark(view), waiting(view)));
    bars + &mark.unwrap_or_default() + &waiting
}

/// Names without room wait until their district is chosen, pointed at or reached by the keyboard.
fn waiting(view: &MapView) -> String {
    let codes = labels::without_room(view, labels::PAGE);
    if codes.is_empty() {
        return String::new();
    }
    // Not drawn at all: hundreds of names that are only hidden take part in every layout and paint.
    const OFF: &str = "{visibility:hidden;display:none}";
    const ON: &str = "{visibility:visible;display:inline}";
    let rule = |codes: Vec<&str>, then: &str| {
        let all: Vec<String> = codes.into_iter().map(|code| format!(".sheet [id=\"t{}\"]", escape_html(code))).collect();
        if all.is_empty() { String::new() } else { all.join(",") + then }
    };
    // The shorter list.
    let shown = || view.districts.iter().map(|district| district.code.as_str()).filter(|code| !codes.contains(code)).collect();
    let rules = match codes.len() * 2 > view.districts.len() {
        true => format!(".sheet [id^=t]{OFF}{}", rule(shown(), ON)),
        false => rule(codes, OFF),
    };
    let chosen = ["[data-selected]", "[data-lit]", ":hover", ":focus"].map(|state| format!(".sheet a{state} g"));
    format!("{rules}{}{ON}", chosen.join(","))
}

/// The chart and its table; the drawing goes in by its mark.
pub fn trend(page: PageFace) -> String {
    with_chart(page, page.trend(CHART.into()).to_html())
}

/// All that follows the first selection's parts.
pub fn below(page: PageFace) -> String {
    with_chart(page, page.below(CHART.into()).to_html())
}

fn with_chart(page: PageFace, html: String) -> String {
    let drawings = page.trend.with_untracked(|trend| trend.charts().map(|chart| chart::to_svg(chart, chart::TEXT)));
    drawings.iter().fold(html, |html, drawing| html.replacen(CHART, drawing, 1))
}
