//! The choropleth: shapes with names, figures and colour classes, and a legend that says the classes' true limits.

use crate::{
    campaign::{Campaign, Measure, Stamp, Standing},
    map::{Classes, Map},
    text::{Text, fill, moment, terse},
};

use super::{Selection, bare, measure_name, spelled, text_map};

/// Everything the map shows for one measure of one report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapView {
    pub view_box: String,
    pub caption: String,
    pub boundaries: String,
    pub districts: Vec<MapDistrict>,
    pub legend: Vec<LegendRow>,
    pub summary: String,
    pub lines: Vec<String>,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub struct MapDistrict {
    pub code: String,
    pub slug: String,
    /// The address of the district's own page.
    pub href: String,
    pub d: String,
    pub label: [i32; 2],
    pub name: String,
    pub figure: String,
    /// The colour class, 0 the lowest; none: no figure.
    pub class: Option<usize>,
    /// So little room that a finger needs a hit area larger than the shape.
    pub small: bool,
    /// Name, figure with its unit, rank, moment: for the tooltip, the live region and the link's name.
    pub spoken: String,
}

/// One class of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendRow {
    /// None: the pattern of «no figure».
    pub class: Option<usize>,
    pub text: String,
    pub count: usize,
}

/// At most so many classes: more than five blues can't be told apart at arm's length.
const CLASSES: usize = 5;
/// A finger covers about 44 px; on a 340 px wide map of 1,000 units that is a radius of about 60 units.
const SMALL: i32 = 60;

impl MapView {
    pub fn new(campaign: &Campaign, map: &Map, text: &Text, base: &str, selection: &Selection) -> Self {
        let Some(all) = campaign.standings(selection.at, selection.measure) else {
            return Self::without_figures(campaign, map, text, base, selection);
        };
        let measure = selection.measure;
        let classes = Classes::new(&all.rows.iter().map(|row| row.value(measure)).collect::<Vec<_>>(), CLASSES);
        let at = moment(text.lang, all.report.as_of);
        let ranked = all.rows.iter().filter(|row| row.rank.is_some()).count();
        let before = all.before.map(|r| r.as_of);
        let districts = campaign.districts.iter().filter_map(|district| {
            let shape = map.districts.get(&district.code)?;
            let row = all.rows.iter().find(|row| row.district.code == district.code)?;
            Some(MapDistrict {
                code: district.code.clone(),
                slug: district.slug.clone(),
                href: selection.with_district(Some(&district.code)).path(campaign, base),
                d: shape.d.clone(),
                label: shape.label,
                name: district.name.clone(),
                figure: bare(text, measure, row).unwrap_or_else(|| "–".into()),
                class: row.value(measure).map(|v| classes.class_of(v)),
                small: shape.room < SMALL,
                spoken: spoken(text, measure, row, ranked, before, &at),
            })
        });
        Self {
            view_box: map.view_box.clone(),
            caption: fill(text.map_caption, &[measure_name(text, measure), &at]),
            boundaries: fill(text.boundaries, &[&map.source]),
            districts: districts.collect(),
            legend: legend(text, measure, &classes, all.rows.len() - ranked),
            summary: text_map::summary(text, measure, &all),
            lines: text_map::lines(campaign, map, text, measure, &all),
        }
    }

    /// Before the first report, and when every report gives the total alone.
    fn without_figures(campaign: &Campaign, map: &Map, text: &Text, base: &str, selection: &Selection) -> Self {
        let districts = campaign.districts.iter().filter_map(|district| {
            let shape = map.districts.get(&district.code)?;
            Some(MapDistrict {
                code: district.code.clone(),
                slug: district.slug.clone(),
                href: selection.with_district(Some(&district.code)).path(campaign, base),
                d: shape.d.clone(),
                label: shape.label,
                name: district.name.clone(),
                figure: "–".into(),
                class: None,
                small: shape.room < SMALL,
                spoken: format!("{}: {}", text.full_name(district), text.no_figure),
            })
        });
        Self {
            view_box: map.view_box.clone(),
            caption: text.no_figures.into(),
            boundaries: fill(text.boundaries, &[&map.source]),
            districts: districts.collect(),
            legend: vec![LegendRow { class: None, text: text.no_figure.into(), count: campaign.districts.len() }],
            summary: text.no_figures.into(),
            lines: Vec::new(),
        }
    }
}

/// `Huyện Cư Jút: 6.306 lượt cài, hạng 4/8, tính đến …`
pub fn spoken(text: &Text, measure: Measure, row: &Standing, ranked: usize, before: Option<Stamp>, at: &str) -> String {
    let rank = row.rank.map_or_else(|| "–".into(), |rank| fill(text.rank_of, &[&rank.to_string(), &ranked.to_string()]));
    fill(text.spoken, &[&text.full_name(row.district), &spelled(text, measure, row, before), &rank, at])
}

fn legend(text: &Text, measure: Measure, classes: &Classes, missing: usize) -> Vec<LegendRow> {
    let limit = |x: f64| match measure {
        Measure::Change if x > 0.0 => format!("+{}", terse(text.lang, x)),
        _ => terse(text.lang, x),
    };
    let breaks = classes.breaks();
    let mut rows: Vec<LegendRow> = classes
        .counts()
        .iter()
        .enumerate()
        .map(|(class, count)| LegendRow {
            class: Some(class),
            count: *count,
            text: match (class.checked_sub(1).and_then(|i| breaks.get(i)), breaks.get(class)) {
                (Some(low), Some(high)) => fill(text.class_between, &[&limit(*low), &limit(*high)]),
                (None, Some(high)) => fill(text.class_below, &[&limit(*high)]),
                (Some(low), None) => fill(text.class_from, &[&limit(*low)]),
                (None, None) => measure_name(text, measure).into(),
            },
        })
        .collect();
    if missing > 0 {
        rows.push(LegendRow { class: None, text: text.no_figure.into(), count: missing });
    }
    rows
}
