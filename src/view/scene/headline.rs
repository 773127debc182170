//! The total and its share of the population, with whatever must be said of them.

use super::{
    Show,
    column::{Align, TextLine},
    frame::{SceneFrame, ScreenShape},
    picture::Mark,
};
use crate::{
    campaign::arithmetic::rate_agrees,
    text::{ISOLATES, format_decimal, format_integer, format_shortest, moment, screen::each, short, title},
    view::{
        font_metrics::FontMetrics,
        reservations::{moment_of_districts, notes, withdrawn},
    },
};

pub fn marks(show: &Show, frame: &SceneFrame) -> Vec<Mark> {
    let Some(report) = show.report() else { return Vec::new() };
    let lang = show.words.lang;
    let total = TextLine::new("ink", 3.2, vec![format_integer(lang, report.total)]);
    let unit = TextLine::new("ink", 0.9, each(show.words.unit, &[]));
    let mut about = vec![unit];
    about.extend(rate(show).map(|forms| TextLine::new("accent", 0.9, forms).wraps()));
    if frame.setter.font_metrics == FontMetrics::Outline {
        let population = show
            .campaign
            .known_population()
            .map(|(people, source)| each(show.words.population, &[&format_integer(lang, people), title(lang, source)]));
        about.extend(population.map(|forms| TextLine::new("soft", 0.5, forms).wraps().optional()));
        about.push(TextLine::new("soft", 0.5, each(show.words.counted, &[])).wraps().optional());
        about.extend(reservations(show).into_iter().map(|forms| TextLine::new("alert-ink", 0.5, forms).wraps()));
        let said = notes(show.campaign, show.text, report).into_iter().chain(withdrawn(show.campaign, show.text, Some(report.as_of)));
        // A picture has no language to mark.
        about.extend(said.map(|said| TextLine::new("soft", 0.4, vec![said.replace(ISOLATES, "")]).wraps().optional()));
    }
    if frame.shape == ScreenShape::Strip {
        let extent = frame.setter.font_metrics.extent(&format_integer(lang, report.total), 100.0);
        let width = (extent.width / extent.height() * frame.area.h).min(frame.area.w * 0.45);
        let (left, right) = frame.area.split_left(width, 2.0 * frame.gap);
        let mut marks = frame.setter.set(&[total], left, Align::Left).unwrap_or_default();
        marks.extend(frame.setter.set(&about, right, Align::Left).unwrap_or_default());
        return marks;
    }
    let heading = TextLine::new("soft", 0.8, each(show.words.heading, &[&show.campaign.province.name])).optional();
    let mut lines = match frame.setter.font_metrics {
        FontMetrics::Outline => vec![heading, total],
        FontMetrics::Pixels => vec![total],
    };
    // A board of few pixels shows the figure large, and what there is still room for.
    lines.extend(match frame.setter.font_metrics {
        FontMetrics::Outline => about,
        FontMetrics::Pixels => about.into_iter().enumerate().map(|(i, line)| if i > 0 { line.optional() } else { line }).collect(),
    });
    frame.setter.set(&lines, frame.area, Align::Centre).unwrap_or_default()
}

/// The share of the population as the source states it; where it does not follow from the population, both are said.
fn rate(show: &Show) -> Option<Vec<String>> {
    let (report, lang) = (show.report()?, show.words.lang);
    let percent = |x: f64| format!("{}%", format_decimal(lang, x, 2));
    let as_stated = |x: f64| format!("{}%", format_shortest(lang, x));
    match (report.rate_percent, show.campaign.computed_rate(report)) {
        (Some(stated), Some(computed)) if !rate_agrees(stated, computed) => {
            Some(each(show.words.rate_differs, &[&as_stated(stated), &percent(computed)]))
        }
        (Some(stated), _) => Some(each(show.words.rate, &[&as_stated(stated)])),
        (None, computed) => Some(each(show.words.rate, &[&percent(computed?)])),
    }
}

/// Parts that do not add up to the stated total: both are kept, and it is said. So is a total that is newer than its parts.
fn reservations(show: &Show) -> Vec<Vec<String>> {
    let Some(report) = show.report() else { return Vec::new() };
    let lang = show.words.lang;
    let differs = |sum| each(show.words.sum_differs, &[&format_integer(lang, sum), &format_integer(lang, report.total)]);
    let mut all: Vec<_> = show.campaign.sum_mismatch(report).map(|mismatch| differs(mismatch.sum)).into_iter().collect();
    let older = |districts| {
        let day = |at| short(lang, at).replace(' ', "\u{a0}");
        let [total, of_districts] = [moment(lang, report.as_of), moment(lang, districts)];
        each(show.words.districts_older, &[&total, &of_districts, &day(report.as_of), &day(districts)])
    };
    all.extend(moment_of_districts(show.campaign, report).map(older));
    all
}

/// Whether there is something to be said that a board can't show beside the figure.
pub fn needs_more_room(show: &Show, frame: &SceneFrame) -> bool {
    frame.setter.font_metrics == FontMetrics::Pixels && !reservations(show).is_empty()
}

pub fn reservation(show: &Show, frame: &SceneFrame) -> Vec<Mark> {
    let lines: Vec<TextLine> = reservations(show).into_iter().map(|forms| TextLine::new("alert-ink", 1.0, forms).wraps()).collect();
    frame.setter.set(&lines, frame.area, Align::Centre).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::fixture::{campaign, two_reports},
        text::Lang,
        view::scene::Slide,
    };

    #[test]
    fn a_stated_rate_and_the_computed_one_are_both_said_only_where_they_disagree() {
        let map = serde_json::from_str(include_str!("../../../public/data/map.json")).unwrap();
        for (stated, both) in [(8.35, false), (8.4, false), (8.0, false), (8.34, true), (9.24, true)] {
            let mut campaign = campaign();
            campaign.reports[0].rate_percent = Some(stated);
            let spoken = Show::new(&campaign, &map, Lang::En, None).draw(&Slide::Headline, 1920, 1080).spoken();
            assert_eq!(spoken.matches('%').count(), if both { 2 } else { 1 }, "{stated}: {spoken}");
        }
    }

    #[test]
    fn a_total_newer_than_the_districts_is_said_on_boards_from_128x64() {
        let map = serde_json::from_str(include_str!("../../../public/data/map.json")).unwrap();
        let mut campaign = two_reports();
        campaign.reports[1].installs = None;
        for (width, height) in [(1920, 1080), (320, 160), (192, 96), (128, 64)] {
            for lang in [Lang::Vi, Lang::En] {
                let show = Show::new(&campaign, &map, lang, None);
                let spoken: String = [Slide::Headline, Slide::Reservation].map(|slide| show.draw(&slide, width, height).spoken()).concat();
                let spoken = spoken.replace('\u{a0}', " ");
                let (places, day) = if lang == Lang::Vi { ("huyện", "11/8") } else { ("istricts", "11 Aug") };
                assert!(spoken.contains(places) && spoken.contains(day), "{width}x{height}: {spoken}");
            }
        }
    }
}
