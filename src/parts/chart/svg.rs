//! The chart as an SVG for a page: small, since every page holds one, and with roles for colours.

use plotters::prelude::SVGBackend;

use super::{Palette, TEXT, WIDTH, draw, height};
use crate::view::Chart;

/// The chart as an SVG; its colours are roles.
pub fn to_svg(chart: &Chart) -> String {
    let mut svg = String::new();
    let size = (WIDTH, height(chart));
    let palette = Palette::roles();
    if draw(SVGBackend::with_string(&mut svg, size), chart, &palette, 1.0).is_err() {
        return String::new();
    }
    // What every text has in common is said once by the style sheet; what says nothing is left out.
    let size_of_text = format!(" font-size=\"{}\"", TEXT * palette.font_scale / 1.24);
    let fixed = format!("width=\"{}\" height=\"{}\" ", size.0, size.1);
    [
        &size_of_text,
        &fixed,
        " fill=\"#000001\"",
        " stroke=\"#000004\"",
        " font-family=\"inherit\"",
        " opacity=\"1\"",
        " stroke=\"none\"",
        " stroke-width=\"1\"",
        " text-anchor=\"start\"",
        "\n",
        "\r",
    ]
    .iter()
    .fold(svg, |svg, nothing| svg.replace(nothing, ""))
    .replace(" xmlns=\"http://www.w3.org/2000/svg\"", "")
    .replace(" \"/>", "\"/>")
}
