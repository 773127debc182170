//! A scene of a public screen as one SVG: a picture's marks as tags, and nothing else. What it shows is read, never pressed, so it is
//! markup; every value goes through `escape_html`. It must not know what a mark means, nor the screen it is on.

use std::fmt::Write;

use leptos::prelude::*;

use crate::{
    parts::markup::{escape_html, tag},
    view::scene::{Mark, Picture, Rect, Role},
};

#[component]
pub fn ScenePart(
    picture: Picture,
    /// The slide's name, for style sheets and tests.
    name: String,
    /// The marks as SVG where they are drawn by a way of their own, as [`marks_with`] does.
    #[prop(optional)]
    inner: Option<String>,
) -> impl IntoView {
    let inner = inner.unwrap_or_else(|| marks(&picture));
    view! {
        <svg
            class="scene"
            data-scene=name
            width=picture.width
            height=picture.height
            viewBox=format!("0 0 {} {}", picture.width, picture.height)
            role="img"
            aria-label=picture.spoken()
            inner_html=inner
        ></svg>
    }
}

/// Draws the outlines of districts, each a path and its role, as SVG.
type DrawOutlines<'a> = dyn FnMut(&[(String, Role)]) -> String + 'a;

/// All marks as SVG.
pub fn marks(picture: &Picture) -> String {
    marks_with(picture, &mut |shapes| outlines(shapes))
}

/// All marks as SVG, the outlines of districts drawn by `draw`: a page of many scenes draws them once and refers to them.
pub fn marks_with(picture: &Picture, draw: &mut DrawOutlines) -> String {
    let mut out = String::new();
    for mark in &picture.marks {
        one(&mut out, mark, draw);
    }
    out
}

fn one(out: &mut String, mark: &Mark, draw: &mut DrawOutlines) {
    match mark {
        Mark::Fill { area, role } => rect(out, *area, 0.0, role),
        Mark::Card { area, radius, role } => rect(out, *area, *radius, role),
        Mark::Words { x, y, size, area, role, words } => {
            // The length keeps the words in their place even where the typeface is not at hand.
            let open = format!(
                "text class=\"{role}\" x=\"{}\" y=\"{}\" font-size=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"",
                short(*x),
                short(*y),
                short(*size),
                short(area.w)
            );
            tag(out, &open, words);
        }
        Mark::Dots { role, d, .. } => _ = write!(out, "<path class=\"{role} dots\" d=\"{d}\"/>"),
        Mark::Shapes { shapes, x, y, scale } => {
            let _ = write!(out, "<g {}>", placed(*x, *y, *scale));
            out.push_str(&draw(shapes));
            out.push_str("</g>");
        }
        Mark::Qr { area, side, module, d } => {
            rect(out, *area, 0.0, "qr-paper");
            let _ = write!(
                out,
                "<path class=\"qr-ink\" data-side=\"{side}\" data-module=\"{module}\" d=\"{d}\" transform=\"translate({} {}) scale({module})\"/>",
                short(area.x),
                short(area.y + f64::from(*module) / 2.0)
            );
        }
    }
}

/// Districts' outlines in the map's own units.
pub fn outlines(shapes: &[(String, Role)]) -> String {
    shapes.iter().map(|(d, role)| format!("<path class=\"shape {role}\" d=\"{}\"/>", escape_html(d))).collect()
}

/// The attributes that bring the map's own units to pixels; lines between districts are two pixels wide, whatever the scale.
pub fn placed(x: f64, y: f64, scale: f64) -> String {
    format!("transform=\"translate({} {}) scale({})\" stroke-width=\"{}\"", short(x), short(y), fine(scale), short(2.0 / scale))
}

fn rect(out: &mut String, area: Rect, radius: f64, role: &str) {
    let (x, y, width, height) = (short(area.x), short(area.y), short(area.w), short(area.h));
    let round = if radius > 0.0 { format!(" rx=\"{}\"", short(radius)) } else { String::new() };
    let _ = write!(out, "<rect class=\"{role}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round}/>");
}

/// To a tenth: finer than any screen shows.
fn short(x: f64) -> String {
    rounded(x, 10.0)
}

/// To a ten-thousandth: for scales, which multiply whole coordinates.
fn fine(x: f64) -> String {
    rounded(x, 10_000.0)
}

/// Adding zero turns the `-0` of a rounded small negative number into `0`.
fn rounded(x: f64, scale: f64) -> String {
    ((x * scale).round() / scale + 0.0).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_right() {
        for (x, written) in [(0.0, "0"), (1.25, "1.3"), (-0.04, "0"), (-2.5, "-2.5"), (0.05, "0.1"), (120.0, "120")] {
            assert_eq!(short(x), written);
        }
        assert_eq!((fine(0.8642).as_str(), fine(1.0005).as_str()), ("0.8642", "1.0005"));
    }

    #[test]
    fn names_from_the_data_can_open_no_tag() {
        let words = |words: &str| Mark::Words { x: 0.0, y: 0.0, size: 1.0, area: Rect::default(), role: "ink", words: words.into() };
        let picture = Picture {
            width: 1,
            height: 1,
            marks: vec![words("<script>"), Mark::Shapes { shapes: vec![("M0\"<x>".into(), "c0")], x: 0.0, y: 0.0, scale: 1.0 }],
        };
        let out = marks(&picture);
        assert!(!out.contains("<script>") && !out.contains("<x>"), "{out}");
    }
}
