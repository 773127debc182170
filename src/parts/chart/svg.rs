//! The chart as an SVG for a page: small, since every page holds one, and with roles for colours.

use plotters::prelude::SVGBackend;

use super::{Palette, WIDTH, draw, height};
use crate::view::Chart;

/// The custom properties of the style sheet that the roles stand for, so that the drawing follows the theme.
const ROLES: [(&str, &str); 6] = [
    ("#000001", "var(--ink)"),
    ("#000002", "var(--bar)"),
    ("#000003", "var(--accent)"),
    ("#000004", "var(--line)"),
    ("#000005", "var(--rule)"),
    ("#000006", "var(--sheet)"),
];

/// The chart as an SVG in the colours of the page around, laid out for letters of that size, which the style sheet gives them.
pub fn to_svg(chart: &Chart, text: f64) -> String {
    let mut svg = String::new();
    let size = (WIDTH, height(chart));
    let palette = Palette::roles(text);
    if draw(SVGBackend::with_string(&mut svg, size), chart, &palette, 1.0).is_err() {
        return String::new();
    }
    // What every text has in common is said once by the style sheet; what says nothing is left out. Quotes in texts are escaped, so that
    // nothing of them is taken for an attribute.
    let size_of_text = format!(" font-size=\"{}\"", text * palette.font_scale / 1.24);
    let fixed = format!("width=\"{}\" height=\"{}\" ", size.0, size.1);
    let needless = [
        &size_of_text,
        &fixed,
        " fill=\"#000001\"",
        " font-family=\"inherit\"",
        " opacity=\"1\"",
        " stroke=\"none\"",
        " stroke-width=\"1\"",
        " text-anchor=\"start\"",
        " xmlns=\"http://www.w3.org/2000/svg\"",
        "\n",
        "\r",
    ];
    let svg = needless.iter().fold(svg, |svg, nothing| svg.replace(nothing, "")).replace(" \"/>", "\"/>");
    ROLES.iter().fold(svg, |svg, (role, property)| svg.replace(&format!("=\"{role}\""), &format!("=\"{property}\"")))
}
