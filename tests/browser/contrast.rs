//! Contrast on the map, which axe does not look at: every name and figure on what is painted behind it, and the outline against every class.

use crate::{
    axe::LOOKS,
    harness::{DESKTOP, browse},
    input::label,
    site::{self, variant},
};

/// The least contrast of the names and figures with what lies behind them, and of the better of the outline's two tones with what they mark.
const LEAST: &str = "(() => {
    const rgb = c => c.match(/[\\d.]+/g).map(Number);
    const light = c => { const [r, g, b] = rgb(c).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b; };
    const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
    const style = e => getComputedStyle(e), sheet = style(document.querySelector('[data-part=map]')).backgroundColor;
    const shapes = [...document.querySelectorAll('[data-part=map] [data-district]')];
    const fills = shapes.map(a => [a, style(a.querySelector('path[id]')).fill]).filter(([, fill]) => fill.startsWith('rgb'));
    const words = fills.map(([a, fill]) => Math.min(...[...a.querySelectorAll('text')]
        .map(t => contrast(style(t).fill, a.querySelector('[data-out]') ? sheet : fill))));
    const tones = [...document.querySelectorAll('.marks use')].filter(u => u.getAttribute('href').startsWith('#s')).map(u => style(u).stroke);
    const outline = fills.map(([, fill]) => Math.max(...tones.map(tone => contrast(tone, fill))));
    return [Math.min(...words), Math.min(...outline), new Set(fills.map(([, fill]) => fill)).size, tones.length]; })()";

#[test]
fn names_figures_and_outlines_stand_out_in_every_look() {
    browse(variant("two", &site::two_reports()), DESKTOP, |b| {
        for (look, features) in &LOOKS[..4] {
            b.emulate(features);
            for measure in ["rate", "installs", "change"] {
                b.open_live(&format!("/huyen/krong-no/?measure={measure}"));
                b.becomes("document.querySelector('[name=measure]:checked').value", measure);
                b.hover(&label("662"));
                b.until("it is marked", "document.querySelector('.marks .lit')");
                let (words, outline, classes, tones): (f64, f64, usize, usize) = b.js(LEAST);
                assert!(classes >= 3 && tones == 4, "{look}, {measure}: {classes} classes, {tones} outlines");
                assert!(words >= 4.5, "{look}, {measure}: {words:.2} between a word and its class");
                assert!(outline >= 3.0, "{look}, {measure}: {outline:.2} between the outline and a class");
            }
        }
    });
}
