//! One district: its figure, its rank, its share of the people, and where it lies. All districts of a screen have one layout, so that nothing jumps
//! from one to the next.

use super::{
    Show, Slide, about,
    column::Align,
    frame::{SceneFrame, ScreenShape},
    line::TextLine,
    map,
    pages::{self, Composition, Said},
    picture::{Mark, Rect},
    slots::Slots,
};
use crate::{
    campaign::Standing,
    map::view_size,
    text::{format_decimal, format_integer, screen::each, title, translated},
};

/// The lines of one district.
struct Words {
    name: TextLine,
    figure: TextLine,
    about: Vec<TextLine>,
}

/// All lines of one district, where the figures know it.
pub fn lines(show: &Show, code: &str) -> Option<Vec<TextLine>> {
    let all = show.standings()?;
    let ranked = all.rows.iter().filter(|row| row.rank.is_some()).count();
    words(show, all.row(code)?, ranked).in_boxes(1).pop()
}

/// How every district's scene is laid out on a screen.
pub struct Layout {
    frame: SceneFrame,
    codes: Vec<String>,
    words: Vec<Words>,
    place: Place,
}

enum Place {
    /// Boxes with what stands in them: words, and on a strip the figure and the rest by themselves.
    Boxes { boxes: Vec<(Rect, Align, Slots)>, sheet: Option<Rect> },
    /// On a board of dots: one slide for each; what all have in common may need pages before them.
    Dots { said: Vec<Said>, layout: Composition, about: Vec<Slide> },
    /// On a board too narrow for that: a name, then its rank and figure.
    Pages(Vec<Vec<Vec<Mark>>>, Vec<Slide>),
}

impl Layout {
    /// None where a district has no room on the screen.
    pub fn new(show: &Show, frame: SceneFrame) -> Option<Self> {
        let all = show.standings()?;
        // In the order of the file, as they are named everywhere.
        let rows: Vec<&Standing> = show.campaign.districts.iter().filter_map(|d| all.row(&d.code)).collect();
        let ranked = rows.iter().filter(|row| row.rank.is_some()).count();
        let codes = rows.iter().map(|row| row.district.code.clone()).collect();
        if frame.shape.is_dots() {
            let place = dots(show, &frame, &rows, ranked)?;
            return Some(Self { frame, codes, words: Vec::new(), place });
        }
        let words: Vec<Words> = rows.iter().map(|row| words(show, row, ranked)).collect();
        let place = boxes(show, &frame, &words)?;
        Some(Self { frame, codes, words, place })
    }

    pub fn slides(&self) -> Vec<Slide> {
        let district = |code: &String| Slide::District { code: code.clone() };
        match &self.place {
            Place::Boxes { .. } => self.codes.iter().map(district).collect(),
            Place::Dots { about, .. } => about.iter().cloned().chain(self.codes.iter().map(district)).collect(),
            Place::Pages(all, about) => {
                let pages = self.codes.iter().zip(all).flat_map(|(code, pages)| district(code).pages(pages.len()));
                about.iter().cloned().chain(pages).collect()
            }
        }
    }

    pub fn marks(&self, show: &Show, code: &str, page: usize) -> Vec<Mark> {
        let Some(at) = self.codes.iter().position(|known| known == code) else { return Vec::new() };
        match &self.place {
            Place::Dots { said, layout, .. } => said.get(at).map(|said| pages::place(&self.frame, layout, said)).unwrap_or_default(),
            Place::Pages(all, _) => all.get(at).and_then(|pages| pages.get(page)).cloned().unwrap_or_default(),
            Place::Boxes { boxes, sheet } => {
                let mut marks = Vec::new();
                if let Some(sheet) = *sheet {
                    // The whole province first, and the district over it: so every district's scene begins with the same shapes.
                    let (province, _) = map::shapes(show, sheet, |_| Some("elsewhere"));
                    let (here, _) = map::shapes(show, sheet, |other| (other == code).then_some("here"));
                    marks.extend([province, here]);
                }
                let Some(words) = self.words.get(at) else { return marks };
                for ((area, align, slots), lines) in boxes.iter().zip(words.in_boxes(boxes.len())) {
                    marks.extend(self.frame.setter.place(slots, &lines, *area, *align));
                }
                marks
            }
        }
    }
}

impl Words {
    /// All in one box, or each kind in its own.
    fn in_boxes(&self, boxes: usize) -> Vec<Vec<TextLine>> {
        if boxes == 1 {
            return vec![[&self.name, &self.figure].into_iter().chain(&self.about).cloned().collect()];
        }
        vec![vec![self.name.clone()], vec![self.figure.clone()], self.about.clone()]
    }
}

fn words(show: &Show, row: &Standing, ranked: usize) -> Words {
    let lang = show.words.lang;
    let name = TextLine::new("accent", 1.2, vec![show.text.full_name(row.district), row.district.name.clone()]).wraps();
    let (figure, unit) = match row.installs {
        Some(n) => (vec![format_integer(lang, n)], TextLine::new("ink", 0.8, each(show.words.app_unit, &[])).wraps()),
        None => (each(show.words.no_figure, &[]), TextLine::none()),
    };
    let rank = row.rank.map_or_else(TextLine::none, |rank| {
        TextLine::new("soft", 0.8, each(show.words.rank, &[&rank.to_string(), &ranked.to_string()])).wraps()
    });
    let rate = row.per_100.zip(row.population_source).filter(|(_, source)| translated(lang, *source)).map_or_else(
        TextLine::none,
        |(rate, source)| {
            // Never without its denominator: where there is no room for both, there is no rate.
            TextLine::new(
                "soft",
                0.7,
                each(show.words.per_100.get(..1).unwrap_or_default(), &[&format_decimal(lang, rate, 2), title(lang, source)]),
            )
            .wraps()
        },
    );
    Words { name, figure: TextLine::new("ink", 2.6, figure).wraps(), about: vec![unit, rank, rate.optional()] }
}

/// Words beside the map, or over three parts of a strip.
fn boxes(show: &Show, frame: &SceneFrame, words: &[Words]) -> Option<Place> {
    let area = frame.area;
    if frame.shape == ScreenShape::Strip {
        let (left, rest) = area.split_left(area.w * 0.34, 2.0 * frame.gap);
        let (middle, right) = rest.split_left(rest.w * 0.5, 2.0 * frame.gap);
        let places = [(left, Align::Left), (middle, Align::Right), (right, Align::Left)];
        let boxes = places.into_iter().enumerate().map(|(at, (area, align))| {
            let lines: Vec<Vec<TextLine>> = words.iter().filter_map(|words| words.in_boxes(3).into_iter().nth(at)).collect();
            Some((area, align, frame.setter.alike(&lines.iter().map(Vec::as_slice).collect::<Vec<_>>(), area)?))
        });
        return Some(Place::Boxes { boxes: boxes.collect::<Option<_>>()?, sheet: None });
    }
    let (width, height) = view_size(&show.map.view_box).unwrap_or((1.0, 1.0));
    let tall = frame.shape == ScreenShape::Tall;
    let (sheet, area) = if tall {
        area.split_top(area.h * 0.45, frame.gap)
    } else {
        let sheet = (area.h * width / height).min(area.w * 0.36);
        let (words, sheet) = area.split_left(area.w - sheet - 2.0 * frame.gap, 2.0 * frame.gap);
        (sheet, words)
    };
    let lines: Vec<Vec<TextLine>> = words.iter().filter_map(|words| words.in_boxes(1).into_iter().next()).collect();
    let slots = frame.setter.alike(&lines.iter().map(Vec::as_slice).collect::<Vec<_>>(), area)?;
    Some(Place::Boxes { boxes: vec![(area, if tall { Align::Centre } else { Align::Left }, slots)], sheet: Some(sheet) })
}

/// Rank and name with the figure; what it counts and when with each where there is room, else once before all.
fn dots(show: &Show, frame: &SceneFrame, rows: &[&Standing], ranked: usize) -> Option<Place> {
    let lang = show.words.lang;
    let figure =
        |row: &Standing| TextLine::new("ink", 2.6, row.installs.map_or_else(|| vec!["–".into()], |n| vec![format_integer(lang, n)]));
    let mut about = Vec::new();
    if !frame.has_aside {
        about.push(TextLine::new("ink", 1.0, each(show.words.unit, &[])).wraps());
    }
    about.extend(frame.tail.iter().cloned());
    let ranks = |row: &Standing| (row.rank.map_or_else(|| "–".into(), |rank| rank.to_string()), ranked.to_string());
    let said = |heading: &dyn Fn(&Standing) -> Vec<TextLine>| -> Vec<Said> {
        let one = |row: &&Standing| {
            let heading = heading(row);
            Said { above: heading.len(), figure: figure(row), lines: heading.into_iter().chain(about.iter().cloned()).collect() }
        };
        rows.iter().map(one).collect()
    };
    // Rank and name in one line, or where that is too long in two.
    let in_one = |row: &Standing| {
        let (rank, of) = ranks(row);
        vec![TextLine::new("accent", 1.0, each(show.words.ranked, &[&row.district.name, &rank, &of]))]
    };
    let in_two = |row: &Standing| {
        let (rank, of) = ranks(row);
        let name = TextLine::new("accent", 1.0, vec![row.district.name.clone()]).wraps();
        vec![name, TextLine::new("soft", 1.0, each(show.words.rank, &[&rank, &of]))]
    };
    for (said, heading) in [(said(&in_one), 1), (said(&in_two), 2)] {
        if let Some(layout) = pages::compose(frame, &said, heading) {
            // What it counts stands before them as a whole, with the app's own name.
            let about = if layout.kept == heading + about.len() { Vec::new() } else { about::slides(show, frame.size)? };
            return Some(Place::Dots { said, layout, about });
        }
    }
    let each_one = rows.iter().map(|row| {
        let [name, rank]: [TextLine; 2] = in_two(row).try_into().ok()?;
        let mut pages = pages::words(frame, &[name])?;
        pages.extend(pages::spread(frame, Said { figure: figure(row), lines: vec![rank], above: 1 })?);
        Some(pages)
    });
    let pages = each_one.collect::<Option<Vec<_>>>()?;
    Some(Place::Pages(pages, about::slides(show, frame.size)?))
}
