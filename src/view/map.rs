//! The choropleth: shapes with names, figures and colour classes, and a legend that says the classes' true limits.

use crate::{
    campaign::{Campaign, District, Measure, Stamp, Standing, Titled},
    map::{Classes, Map, SMALL, view_size},
    text::{Lang, Text, fill, format_decimal, format_shortest, moment, title},
};

use super::{Selection, format_figure, format_figure_with_unit, measure_name, per_100_source, text_map};

/// Everything the map shows for one measure of one report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapView {
    pub view_box: String,
    /// The frames of insets, as one path; empty: no part of the map is far from the others.
    pub frames: String,
    /// Only those that something is known of; never a choice that shows nothing.
    pub measures: Vec<MeasureChoice>,
    pub caption: String,
    pub boundaries: String,
    pub districts: Vec<MapDistrict>,
    pub legend: Vec<LegendRow>,
    /// The province's own rate on the legend's bar; none: a count has no own value there.
    pub legend_mark: Option<LegendMark>,
    pub summary: String,
    pub lines: Vec<String>,
}

/// One measure to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureChoice {
    pub value: Measure,
    pub name: &'static str,
    pub chosen: bool,
}

/// One shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapDistrict {
    pub code: String,
    /// The address of the district's own page.
    pub href: String,
    pub d: String,
    pub label: [i32; 2],
    /// The line from a label beside the map to its district; none: the label is inside.
    pub leader: Option<String>,
    /// The label point in percent of the map's box, as CSS custom properties.
    pub place: String,
    pub name: String,
    pub figure: String,
    /// The colour class, 0 the lowest; none: no figure.
    pub class: Option<usize>,
    /// Name, figure with its unit, rank, moment: for the tooltip, the live region and the link's name.
    pub spoken: String,
}

/// One class of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendRow {
    /// None: the pattern of «no figure».
    pub class: Option<usize>,
    pub text: String,
    /// The break at its lower end; none: it is the lowest class, or no class.
    pub low: Option<String>,
    /// How many districts it holds, in brackets.
    pub count: String,
}

/// A value on the legend's bar.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendMark {
    /// Its place in percent of the bar, as a CSS custom property.
    pub place: String,
    pub text: String,
}

/// At most so many classes: more than five blues can't be told apart at arm's length.
const CLASSES: usize = 5;

impl MapView {
    pub fn new(campaign: &Campaign, map: &Map, text: &Text, base: &str, selection: &Selection) -> Self {
        let measure = selection.measure;
        // Before the first report, and while every report gives the total alone, all districts are without a figure.
        let all = campaign.standings(selection.at, measure);
        let rows = all.as_ref().map_or(&[][..], |all| &all.rows);
        let classes = Classes::new(&rows.iter().map(|row| row.value(measure)).collect::<Vec<_>>(), CLASSES);
        let at = all.as_ref().map(|all| moment(text.lang, all.report.as_of));
        let ranked = rows.iter().filter(|row| row.rank.is_some()).count();
        let before = all.as_ref().and_then(|all| all.before).map(|r| r.as_of);
        let size = view_size(&map.view_box).unwrap_or((1.0, 1.0));
        // Small shapes are drawn last, or a neighbour would cover the name that is wider than its own district.
        let small = |d: &&District| map.districts.get(&d.code).is_some_and(|shape| shape.room < SMALL);
        let (first, last) = (campaign.districts.iter().filter(|d| !small(d)), campaign.districts.iter().filter(small));
        let districts = first.chain(last).filter_map(|district| {
            let shape = map.districts.get(&district.code)?;
            let row = all.as_ref().and_then(|all| all.row(&district.code));
            Some(MapDistrict {
                code: district.code.clone(),
                href: selection.path_of(Some(district), base),
                d: shape.d.clone(),
                label: shape.outside.map_or(shape.label, |[x, y, ..]| [x, y]),
                leader: shape.outside.map(|[_, _, x, y]| format!("M{x} {y}L{} {}", shape.label[0], shape.label[1])),
                place: place(shape.label, size),
                name: district.name.clone(),
                figure: row.and_then(|row| format_figure(text, measure, row)).unwrap_or_else(|| "–".into()),
                class: row.and_then(|row| row.value(measure)).map(|v| classes.class_of(v)),
                spoken: match (row, &at) {
                    // The name as it is written on the map: a link is called by what is seen on it.
                    (Some(row), Some(at)) => spoken(text, &district.name, measure, row, ranked, before, at),
                    _ => format!("{}: {}", district.name, text.no_figure),
                },
            })
        });
        let choice = |m: Measure| MeasureChoice { value: m, name: measure_name(text, m), chosen: m == measure };
        Self {
            view_box: map.view_box.clone(),
            frames: map.frames(),
            measures: Measure::ALL.into_iter().filter(|m| campaign.offers(*m, selection.at)).map(choice).collect(),
            caption: at.as_ref().map_or_else(|| text.no_figures.into(), |at| caption(campaign, text, measure, before, at)),
            boundaries: fill(text.boundaries, &[title(text.lang, Titled { vi: &map.source, en: map.source_en.as_deref() })]),
            districts: districts.collect(),
            legend: legend(text, measure, &classes, campaign.districts.len() - ranked),
            legend_mark: all.as_ref().filter(|_| measure == Measure::Per100).and_then(|all| {
                let (least, most) = (all.rows.iter().rev().find_map(|row| row.per_100)?, all.rows.first()?.per_100?);
                let rate = campaign.computed_rate(all.report)?;
                let part = classes.position(rate, least, most)? * 100.0;
                let name = format!("{} {}", text.average, format_decimal(text.lang, rate, 2));
                Some(LegendMark { place: format!("--x:{}%", format_decimal(Lang::En, part, 1)), text: name })
            }),
            summary: all.as_ref().map_or_else(|| text.no_figures.into(), |all| text_map::summary(text, measure, all)),
            lines: all.as_ref().map(|all| text_map::lines(campaign, map, text, measure, all)).unwrap_or_default(),
        }
    }

    pub fn district(&self, code: &str) -> Option<&MapDistrict> {
        self.districts.iter().find(|d| d.code == code)
    }
}

/// Measure and moment; of a rate, its denominator too.
fn caption(campaign: &Campaign, text: &Text, measure: Measure, before: Option<Stamp>, at: &str) -> String {
    let caption = fill(text.map_caption, &[measure_name(text, measure), at]);
    match (measure, before) {
        (Measure::Per100, _) => format!("{caption}. {}", per_100_source(campaign, text)),
        (Measure::Change, Some(before)) => fill(text.change_caption, &[&moment(text.lang, before), at]),
        _ => caption,
    }
}

fn place(label: [i32; 2], (width, height): (f64, f64)) -> String {
    let percent = |n: i32, of: f64| format_decimal(Lang::En, f64::from(n) / of * 100.0, 1);
    // In the upper part below its point: above it a frame on somebody else's page may end.
    let below = if f64::from(label[1]) < height * 0.4 { ";--dy:2.6rem" } else { "" };
    format!("--x:{}%;--y:{}%{below}", percent(label[0], width), percent(label[1], height))
}

/// `Cư Jút: 6.306 máy đã cài, hạng 4/8, tính đến …`
pub fn spoken(text: &Text, name: &str, measure: Measure, row: &Standing, ranked: usize, before: Option<Stamp>, at: &str) -> String {
    let rank = row.rank.map_or_else(|| "–".into(), |rank| fill(text.rank_of, &[&rank.to_string(), &ranked.to_string()]));
    fill(text.spoken, &[name, &format_figure_with_unit(text, measure, row, before), &rank, at])
}

fn legend(text: &Text, measure: Measure, classes: &Classes, missing: usize) -> Vec<LegendRow> {
    let limit = |x: f64| match measure {
        Measure::Change if x > 0.0 => format!("+{}", format_shortest(text.lang, x)),
        _ => format_shortest(text.lang, x),
    };
    let breaks = classes.breaks();
    let mut rows: Vec<LegendRow> = classes
        .counts()
        .iter()
        .enumerate()
        .map(|(class, count)| LegendRow {
            class: Some(class),
            low: class.checked_sub(1).and_then(|i| breaks.get(i)).map(|low| limit(*low)),
            count: format!("({count})"),
            text: match (class.checked_sub(1).and_then(|i| breaks.get(i)), breaks.get(class)) {
                (Some(low), Some(high)) => fill(text.class_between, &[&limit(*low), &limit(*high)]),
                (None, Some(high)) => fill(text.class_below, &[&limit(*high)]),
                (Some(low), None) => fill(text.class_from, &[&limit(*low)]),
                (None, None) => measure_name(text, measure).into(),
            },
        })
        .collect();
    if missing > 0 {
        rows.push(LegendRow { class: None, low: None, text: text.no_figure.into(), count: format!("({missing})") });
    }
    rows
}
