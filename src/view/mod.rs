//! View models: plain data with finished strings, made from a Campaign. No reactivity, no web, no clock.

mod action;
mod board;
mod brief;
#[cfg(not(target_arch = "wasm32"))]
pub mod bulletin;
mod copied;
pub mod embed;
pub mod font_metrics;
mod headline;
#[cfg(not(target_arch = "wasm32"))]
pub mod labels;
mod map;
mod panel;
pub mod player;
#[cfg(not(target_arch = "wasm32"))]
pub mod press;
pub mod qr;
#[cfg(not(target_arch = "wasm32"))]
pub mod record;
mod reservations;
pub mod scene;
mod selection;
pub mod settings;
mod share;
#[cfg(not(target_arch = "wasm32"))]
pub mod sheet;
pub mod snippet;
mod surroundings;
mod text_map;
mod trend;

pub use action::Action;
pub use board::{Board, BoardCell, BoardRow, Collate, Column, ColumnHead, Order, Sort};
pub use brief::Brief;
pub use copied::Copied;
pub use headline::{Figures, Headline, ReportChoice, source};
pub use map::{LegendMark, LegendRow, MapDistrict, MapView, MeasureChoice};
pub use panel::Panel;
pub use selection::Selection;
pub use share::Share;
pub use surroundings::{ALL_SHOWN, surroundings};
pub use trend::{Axis, Bar, Chart, Compared, Place, Trend, TrendLine};

use crate::{
    campaign::{Campaign, Measure, Stamp, Standing},
    text::{Text, fill, format_decimal, format_integer, format_signed, moment, title},
};

/// A figure of one measure, bare: as it stands on the map and in a cell.
pub(crate) fn format_figure(text: &Text, measure: Measure, row: &Standing) -> Option<String> {
    Some(match measure {
        Measure::Installs => format_integer(text.lang, row.installs?),
        Measure::Per100 => format_decimal(text.lang, row.per_100?, 2),
        Measure::Change => format_signed(text.lang, row.change?),
    })
}

/// A figure of one measure with its unit, and its denominator where it has one: as it is read out.
pub(crate) fn format_figure_with_unit(text: &Text, measure: Measure, row: &Standing, before: Option<Stamp>) -> String {
    let Some(figure) = format_figure(text, measure, row) else { return text.no_figure.into() };
    match measure {
        Measure::Installs => fill(text.unit_installs, &[&figure]),
        Measure::Per100 => {
            let source = row.population_source.map(|source| title(text.lang, source)).unwrap_or_default();
            fill(text.unit_per_100, &[&figure, source])
        }
        Measure::Change => {
            let before = before.map(|at| moment(text.lang, at)).unwrap_or_default();
            fill(text.unit_change, &[&figure, &before])
        }
    }
}

/// The sources of the populations: the one that most districts share, and each other one with the districts that it is of.
pub(crate) fn per_100_source(campaign: &Campaign, text: &Text) -> String {
    // Few different ones, however many districts there are.
    let mut sources: Vec<(&str, Vec<&str>)> = Vec::new();
    for (district, source) in campaign.districts.iter().filter_map(|district| Some((district, campaign.population_source_of(district)?))) {
        let source = title(text.lang, source);
        match sources.iter_mut().find(|(known, _)| *known == source) {
            Some((_, names)) => names.push(&district.name),
            None => sources.push((source, vec![&district.name])),
        }
    }
    // The one that most share comes first; a sort of its own would be 0.6 KB of the page's module.
    let most = (0..sources.len()).rev().max_by_key(|at| sources[*at].1.len()).unwrap_or_default();
    if let Some(sources) = sources.get_mut(..=most) {
        sources.rotate_right(1);
    }
    let mut said = String::new();
    for (source, names) in &sources {
        said = match said.is_empty() {
            true => (*source).to_owned(),
            false => fill(text.per_100_source_of, &[&said, &names.join(", "), source]),
        };
    }
    fill(text.per_100_source, &[&said])
}

/// An address as people read and type it: `https://www.a.vn/` is `a.vn`.
pub fn address(url: &str) -> &str {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.strip_prefix("www.").unwrap_or(bare).trim_end_matches('/')
}

/// The name of a measure.
pub fn measure_name(text: &Text, measure: Measure) -> &'static str {
    match measure {
        Measure::Installs => text.installs,
        Measure::Per100 => text.per_100,
        Measure::Change => text.change,
    }
}

/// Whether a text has this part. The standard search weighs 0.7 KB in the browser (brotli), and these texts are short.
fn holds(text: &str, part: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}
