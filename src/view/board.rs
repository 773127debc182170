//! The leaderboard: rows in rank order by the chosen measure, or by any column.

use std::cmp::Ordering;

use crate::{
    campaign::{Campaign, Measure, Standing, Standings},
    text::{Text, decimal, fill, moment, signed, whole},
};

use super::{Selection, bare, headline::signed_percent, map::spoken};

/// What a row can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Rank,
    Name,
    Installs,
    Per100,
    Share,
    Change,
}

/// A column and its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    pub column: Column,
    pub descending: bool,
}

/// Compares two names as the language orders them: the browser's own rules there, ICU's natively.
pub type Collate = fn(&str, &str) -> Ordering;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    pub caption: String,
    /// The columns that have anything to show, with their headings.
    pub columns: Vec<(Column, &'static str)>,
    pub rows: Vec<BoardRow>,
    /// The total, as the source states it.
    pub total: String,
    pub most_improved: Option<String>,
    pub per_100_source: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BoardRow {
    pub code: String,
    pub slug: String,
    pub href: String,
    pub name: String,
    /// The measure's value, plain: `12452`, `19.75`; empty: no figure.
    pub value: String,
    pub rank: String,
    pub installs: String,
    /// The bar's length in percent of the longest, by the chosen measure.
    pub bar: String,
    pub per_100: String,
    pub share: String,
    pub change: String,
    /// `▲2` with its words; none: no earlier rank, or the same.
    pub moved: Option<(String, String)>,
    pub spoken: String,
}

impl Sort {
    /// What a press on a column's heading leads to: first the order that column is read in, then its reverse.
    pub fn pressed(self, column: Column) -> Self {
        let first = !matches!(column, Column::Rank | Column::Name);
        Self { column, descending: if self.column == column { !self.descending } else { first } }
    }
}

impl Default for Sort {
    fn default() -> Self {
        Self { column: Column::Rank, descending: false }
    }
}

impl Board {
    pub fn new(campaign: &Campaign, text: &Text, base: &str, selection: &Selection, sort: Sort, collate: Collate) -> Self {
        let Some(mut all) = campaign.standings(selection.at, selection.measure) else {
            return Self { caption: text.no_figures.into(), ..Self::default() };
        };
        let most_improved = most_improved(text, &all);
        sort_rows(&mut all.rows, sort, collate);
        let at = moment(text.lang, all.report.as_of);
        let longest = all.rows.iter().filter_map(|row| row.value(selection.measure)).fold(0.0, f64::max);
        let ranked = all.rows.iter().filter(|row| row.rank.is_some()).count();
        let known = |column| all.rows.iter().any(|row| key(row, column).is_some());
        let mut columns = vec![(Column::Rank, text.column_rank), (Column::Name, text.column_name), (Column::Installs, text.installs)];
        for (column, name) in [(Column::Per100, text.per_100), (Column::Share, text.column_share), (Column::Change, text.change)] {
            if known(column) {
                columns.push((column, name));
            }
        }
        let rows = all.rows.iter().map(|row| board_row(campaign, text, base, selection, row, &all, longest, ranked, &at)).collect();
        Self {
            caption: fill(text.board_caption, &[&at]),
            total: whole(text.lang, all.report.total),
            per_100_source: known(Column::Per100).then(|| per_100_source(campaign, text)),
            columns,
            rows,
            most_improved,
        }
    }
}

#[allow(clippy::too_many_arguments)] // one call, made of what the whole board computes once
fn board_row(
    campaign: &Campaign,
    text: &Text,
    base: &str,
    selection: &Selection,
    row: &Standing,
    all: &Standings,
    longest: f64,
    ranked: usize,
    at: &str,
) -> BoardRow {
    let dash = || String::from("–");
    let measure = selection.measure;
    let part = row.value(measure).filter(|v| longest > 0.0 && *v > 0.0).map_or(0.0, |v| v / longest * 100.0);
    BoardRow {
        code: row.district.code.clone(),
        slug: row.district.slug.clone(),
        href: selection.with_district(Some(&row.district.code)).path(campaign, base),
        name: row.district.name.clone(),
        value: plain(measure, row),
        rank: row.rank.map_or_else(dash, |rank| rank.to_string()),
        installs: row.installs.map_or_else(dash, |n| whole(text.lang, n)),
        bar: decimal(crate::text::Lang::En, part, 1),
        per_100: bare(text, Measure::Per100, row).unwrap_or_else(dash),
        share: row.share.map_or_else(dash, |x| format!("{}%", decimal(text.lang, x, 1))),
        change: row.change.map_or_else(dash, |n| signed(text.lang, n)),
        moved: moved(text, row),
        spoken: spoken(text, measure, row, ranked, all.before.map(|r| r.as_of), at),
    }
}

/// The value as a machine reads it, to the same places as it is shown.
fn plain(measure: Measure, row: &Standing) -> String {
    match measure {
        Measure::Installs => row.installs.map(|n| n.to_string()),
        Measure::Per100 => row.per_100.map(|x| decimal(crate::text::Lang::En, x, 2)),
        Measure::Change => row.change.map(|n| n.to_string()),
    }
    .unwrap_or_default()
}

fn moved(text: &Text, row: &Standing) -> Option<(String, String)> {
    let (now, before) = (row.rank?, row.rank_before?);
    let places = now.abs_diff(before).to_string();
    match now.cmp(&before) {
        Ordering::Less => Some((format!("▲{places}"), fill(text.risen, &[&places]))),
        Ordering::Greater => Some((format!("▼{places}"), fill(text.fallen, &[&places]))),
        Ordering::Equal => None,
    }
}

fn most_improved(text: &Text, all: &Standings) -> Option<String> {
    let (best, before) = (all.most_improved()?, all.before?);
    let growth = signed_percent(text, best.growth()?);
    Some(fill(text.most_improved, &[&best.district.name, &signed(text.lang, best.change?), &growth, &moment(text.lang, before.as_of)]))
}

/// The source of the populations, said once: the one that most districts share.
fn per_100_source(campaign: &Campaign, text: &Text) -> String {
    let sources = || campaign.districts.iter().filter_map(|d| d.known_population().map(|(_, source)| source));
    let common = sources().max_by_key(|source| sources().filter(|other| other == source).count()).unwrap_or_default();
    fill(text.per_100_source, &[common])
}

fn key(row: &Standing, column: Column) -> Option<f64> {
    match column {
        Column::Rank => row.rank.map(|n| n as f64),
        Column::Name => None,
        Column::Installs => row.installs.map(|n| n as f64),
        Column::Per100 => row.per_100,
        Column::Share => row.share,
        Column::Change => row.change.map(|n| n as f64),
    }
}

/// Rows without the figure stay last in either direction; ties fall back to the names.
fn sort_rows(rows: &mut [Standing], sort: Sort, collate: Collate) {
    if sort == Sort::default() {
        return;
    }
    rows.sort_by(|a, b| {
        let names = collate(&a.district.name, &b.district.name);
        if sort.column == Column::Name {
            return if sort.descending { names.reverse() } else { names };
        }
        match (key(a, sort.column), key(b, sort.column)) {
            (Some(x), Some(y)) if sort.descending => y.total_cmp(&x).then(names),
            (Some(x), Some(y)) => x.total_cmp(&y).then(names),
            (x, y) => y.is_some().cmp(&x.is_some()).then(names),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        campaign::fixture::{campaign, two_reports},
        text::{Lang, collate, text},
    };

    fn board(campaign: &Campaign, measure: Measure, sort: Sort) -> Board {
        Board::new(campaign, text(Lang::Vi), "/", &Selection { measure, ..Selection::default() }, sort, collate)
    }

    fn names(board: &Board) -> Vec<&str> {
        board.rows.iter().map(|r| r.name.as_str()).collect()
    }

    #[test]
    fn ranks_and_values_by_the_chosen_measure() {
        let installs = board(&campaign(), Measure::Installs, Sort::default());
        assert_eq!((installs.rows[0].value.as_str(), installs.rows[0].bar.as_str()), ("12452", "100.0"));
        assert_eq!(installs.rows[0].share, "24,0%");
        assert_eq!(installs.total, "51.974");
        let rate = board(&campaign(), Measure::Per100, Sort::default());
        assert_eq!((rate.rows[0].value.as_str(), rate.rows[7].name.as_str()), ("19.75", "Đắk Glong"));
        assert!(installs.columns.iter().all(|(c, _)| *c != Column::Change));
    }

    #[test]
    fn names_sort_in_vietnamese_order() {
        let by_name = Sort::default().pressed(Column::Name);
        let expected = ["Cư Jút", "Đắk Glong", "Đắk Mil", "Đắk R'lấp", "Đắk Song", "Gia Nghĩa", "Krông Nô", "Tuy Đức"];
        assert_eq!(names(&board(&campaign(), Measure::Installs, by_name)), expected);
        let mut back = expected;
        back.reverse();
        assert_eq!(names(&board(&campaign(), Measure::Installs, by_name.pressed(Column::Name))), back);
    }

    #[test]
    fn any_column_sorts_and_missing_figures_stay_last() {
        let mut campaign = two_reports();
        campaign.reports[1].installs.as_mut().unwrap().remove("660");
        let growth = Sort::default().pressed(Column::Change);
        for sort in [growth, growth.pressed(Column::Change)] {
            assert_eq!(names(&board(&campaign, Measure::Installs, sort))[7], "Gia Nghĩa");
        }
        assert_eq!(names(&board(&campaign, Measure::Installs, growth))[0], "Krông Nô");
        let board = board(&campaign, Measure::Installs, Sort::default());
        assert_eq!((board.rows[7].value.as_str(), board.rows[7].installs.as_str(), board.rows[7].rank.as_str()), ("", "–", "–"));
    }

    #[test]
    fn who_rose_and_who_grew_fastest() {
        let board = board(&two_reports(), Measure::Installs, Sort::default());
        assert!(board.most_improved.unwrap().starts_with("Tăng nhanh nhất: Krông Nô, +833 lượt (+16,9%) so với 8"));
        assert!(board.rows.iter().all(|r| r.moved.is_none()), "no rank changed between the two letters");
    }
}
