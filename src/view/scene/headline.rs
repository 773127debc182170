//! The total and its share of the population, with whatever must be said of them.

use super::{
    Show, Slide,
    column::Align,
    frame::{SceneFrame, ScreenShape},
    line::TextLine,
    pages::{Said, spread, words},
    picture::Mark,
};
use crate::{
    campaign::arithmetic::rate_agrees,
    text::{ISOLATES, Lang, format_decimal, format_integer, format_shortest, moment, screen::each, short, title, translated},
    view::reservations::{moment_of_districts, notes, withdrawn},
};

/// The slides of the figure and of what must be said of it.
pub fn slides(show: &Show, frame: &SceneFrame) -> Option<Vec<Slide>> {
    let mut slides = Slide::Headline.pages(pages(show, frame)?.len());
    if frame.shape.is_dots() && !reservations(show).is_empty() {
        slides.extend(Slide::Reservation.pages(reservation(show, frame)?.len()));
    }
    Some(slides)
}

pub fn pages(show: &Show, frame: &SceneFrame) -> Option<Vec<Vec<Mark>>> {
    let (report, lang) = (show.report()?, show.words.lang);
    let total = TextLine::new("ink", 3.2, vec![format_integer(lang, report.total)]);
    let heading = TextLine::new("soft", 0.8, each(show.words.heading, &[&show.campaign.province.name])).wraps();
    let unit = TextLine::new("ink", 0.9, each(show.words.app_unit, &[])).wraps();
    let rate = rate(show).map(|forms| TextLine::new("accent", 0.9, forms).wraps());
    if frame.shape.is_dots() {
        let mut lines = vec![unit];
        if !frame.has_aside {
            // The line of the place names the app, so that of the figure can be short.
            lines = vec![
                TextLine::new("ink", 1.0, each(show.words.unit, &[])).wraps(),
                TextLine::new("soft", 0.95, each(show.words.app_place, &[&show.campaign.province.name])).wraps(),
            ];
        }
        lines.extend(frame.tail.iter().cloned());
        lines.extend(rate.map(TextLine::optional));
        return spread(frame, Said { figure: total, lines, above: 0 });
    }
    let mut about = vec![unit];
    about.extend(rate);
    let population = show.campaign.known_population().map(|(people, source)| {
        // A source that nobody has translated stays off an English screen.
        let forms = if translated(lang, source) { show.words.population } else { show.words.population.get(1..).unwrap_or_default() };
        each(forms, &[&format_integer(lang, people), title(lang, source)])
    });
    about.extend(population.map(|forms| TextLine::new("soft", 0.5, forms).wraps().optional()));
    about.push(TextLine::new("soft", 0.5, each(show.words.counted, &[])).wraps().optional());
    about.extend(reservations(show).into_iter().map(|forms| TextLine::new("alert-ink", 0.5, forms).wraps()));
    let said = notes(show.campaign, show.text, report).into_iter().chain(withdrawn(show.campaign, show.text, Some(report.as_of)));
    let said = said.filter(|said| lang == Lang::Vi || !said.contains(ISOLATES));
    // A picture has no language to mark.
    about.extend(said.map(|said| TextLine::new("soft", 0.4, vec![said.replace(ISOLATES, "")]).wraps().optional()));
    if frame.shape == ScreenShape::Strip {
        about.insert(0, heading);
        let extent = frame.setter.font_metrics.extent(&format_integer(lang, report.total), 100.0);
        let width = (extent.width / extent.height() * frame.area.h).min(frame.area.w * 0.5);
        let (left, right) = frame.area.split_left(width, 2.0 * frame.gap);
        let mut marks = frame.setter.set(&[total], left, Align::Left)?;
        marks.extend(frame.setter.set(&about, right, Align::Left)?);
        return Some(vec![marks]);
    }
    let lines: Vec<TextLine> = [heading, total].into_iter().chain(about).collect();
    Some(vec![frame.setter.set(&lines, frame.area, Align::Centre)?])
}

/// The share of the population as the source states it; where it does not follow from the population, both are said.
pub fn rate(show: &Show) -> Option<Vec<String>> {
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

/// What must be said of the figures, where the headline has no room for it.
pub fn reservation(show: &Show, frame: &SceneFrame) -> Option<Vec<Vec<Mark>>> {
    let heading = TextLine::new("soft", 1.0, each(show.words.app_place, &[&show.campaign.province.name])).wraps();
    let lines = reservations(show).into_iter().map(|forms| TextLine::new("alert-ink", 1.0, forms).wraps());
    let lines: Vec<TextLine> = lines.chain((!frame.has_aside).then_some(heading)).chain(frame.tail.iter().cloned()).collect();
    words(frame, &lines)
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
        let map = serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap();
        for (stated, both) in [(8.35, false), (8.4, false), (8.0, false), (8.34, true), (9.24, true)] {
            let mut campaign = campaign();
            campaign.reports[0].rate_percent = Some(stated);
            let spoken = Show::new(&campaign, &map, Lang::En, None).draw(&Slide::Headline, 1920, 1080).spoken();
            assert_eq!(spoken.matches('%').count(), if both { 2 } else { 1 }, "{stated}: {spoken}");
        }
    }

    #[test]
    fn a_total_newer_than_the_districts_is_said_on_boards_from_128x64() {
        let map = serde_json::from_str(include_str!("../../../tests/fixtures/data/map.json")).unwrap();
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
