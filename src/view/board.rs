//! The leaderboard: rows in rank order by the chosen measure, or by any column.

use std::cmp::Ordering;

use crate::{
    campaign::{Campaign, Measure, Standing, Standings, sorted},
    text::{Lang, Text, fill, format_decimal, format_integer, format_signed, moment},
};

use super::{Selection, format_figure, headline::signed_percent, holds, measure_name, per_100_source};

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
    /// The columns that have anything to show.
    pub columns: Vec<ColumnHead>,
    pub rows: Vec<BoardRow>,
    /// The total, as the source states it.
    pub total: String,
    pub most_improved: Option<String>,
    pub per_100_source: Option<String>,
    /// Whether there are so many rows that a search box helps; below it would only be in the way.
    pub search: bool,
}

/// From so many rows on.
const MANY: usize = 20;

#[derive(Clone, Debug, PartialEq)]
pub struct ColumnHead {
    pub column: Column,
    /// `aria-sort` of the column that the rows are sorted by.
    pub order: Option<&'static str>,
}

/// How the rows are to be chosen and sorted.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    pub sort: Sort,
    pub collate: Collate,
    /// Folds a text for a search that heeds neither case nor marks.
    pub fold: fn(&str) -> String,
    pub search_query: &'a str,
    /// Only the rows of these districts, by code; none: all.
    pub shown: Option<&'a [String]>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoardRow {
    pub code: String,
    pub slug: String,
    pub href: String,
    pub name: String,
    /// What it belongs to, where the data groups the units.
    pub parent: Option<String>,
    /// The measure's value, plain: `12452`, `19.75`; empty: no figure.
    pub value: String,
    pub rank: String,
    /// The length of the bar behind the chosen measure's figure, in percent of the longest, as a CSS custom property.
    pub bar: String,
    /// Beside rank and name, in the order of the columns; none of a column that has nothing to show.
    pub cells: Vec<BoardCell>,
    /// `▲2` with its words; none: no earlier rank, or the same.
    pub moved: Option<(String, String)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoardCell {
    pub class: &'static str,
    pub has_bar: bool,
    pub figure: String,
}

impl Column {
    /// The measure whose figures stand in the column.
    fn measure(self) -> Option<Measure> {
        match self {
            Column::Installs => Some(Measure::Installs),
            Column::Per100 => Some(Measure::Per100),
            Column::Change => Some(Measure::Change),
            _ => None,
        }
    }

    pub const ALL: [Column; 6] = [Column::Rank, Column::Name, Column::Installs, Column::Per100, Column::Share, Column::Change];

    pub fn name(self, text: &Text) -> &'static str {
        [text.column_rank, text.column_name, text.installs, text.per_100, text.column_share, text.change][self as usize]
    }

    /// The word for style sheets and tests.
    pub const fn word(self) -> &'static str {
        match self {
            Column::Rank => "rank",
            Column::Name => "name",
            Column::Installs => "installs",
            Column::Per100 => "per100",
            Column::Share => "share",
            Column::Change => "change",
        }
    }
}

impl Sort {
    fn aria(self, column: Column) -> Option<&'static str> {
        (self.column == column).then_some(if self.descending { "descending" } else { "ascending" })
    }

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
    /// The row of a district.
    pub fn row(&self, code: &str) -> Option<&BoardRow> {
        self.rows.iter().find(|row| row.code == code)
    }

    pub fn new(campaign: &Campaign, text: &Text, base: &str, selection: &Selection, order: Order) -> Self {
        let Some(mut all) = campaign.standings(selection.at, selection.measure) else {
            return Self { caption: text.no_figures.into(), ..Self::default() };
        };
        let most_improved = most_improved(text, &all);
        sort_rows(&mut all.rows, order.sort, order.collate);
        let at = moment(text.lang, all.report.as_of);
        let longest = all.rows.iter().filter_map(|row| row.value(selection.measure)).fold(0.0, f64::max);
        let known = |column| all.rows.iter().any(|row| key(row, column).is_some());
        let columns: Vec<ColumnHead> = Column::ALL
            .into_iter()
            .filter(|column| matches!(column, Column::Rank | Column::Name | Column::Installs) || known(*column))
            .map(|column| ColumnHead { column, order: order.sort.aria(column) })
            .collect();
        let dash = || String::from("–");
        let measure = selection.measure;
        let search_query = (order.fold)(order.search_query.trim());
        let rows = all.rows.iter().filter(|row| is_shown(row, order.shown) && found(row, order.fold, &search_query)).map(|row| {
            let part = row.value(measure).filter(|v| longest > 0.0 && *v > 0.0).map_or(0.0, |v| v / longest * 100.0);
            let cell = |head: &ColumnHead| {
                let figure = match head.column.measure() {
                    Some(measure) => format_figure(text, measure, row),
                    None => row.share.map(|x| format!("{}%", format_decimal(text.lang, x, all.share_places()))),
                };
                let class = match head.column {
                    Column::Share => "n share",
                    column if column.measure() == Some(measure) => "n bar",
                    _ => "n",
                };
                BoardCell { class, has_bar: head.column.measure() == Some(measure), figure: figure.unwrap_or_else(dash) }
            };
            BoardRow {
                code: row.district.code.clone(),
                slug: row.district.slug.clone(),
                href: selection.path_of(Some(row.district), base),
                name: row.district.name.clone(),
                parent: row.district.parent.clone(),
                value: plain(measure, row),
                rank: row.rank.map_or_else(dash, |rank| rank.to_string()),
                bar: format!("--w:{}%", format_decimal(Lang::En, part, 1)),
                // After rank and name.
                cells: columns.iter().skip(2).map(cell).collect(),
                moved: moved(text, row),
            }
        });
        Self {
            caption: caption(text, measure, &at, order.shown, all.rows.len()),
            total: format_integer(text.lang, all.report.total),
            per_100_source: known(Column::Per100).then(|| per_100_source(campaign, text)),
            search: order.shown.map_or(all.rows.len(), <[String]>::len) > MANY,
            rows: rows.collect(),
            columns,
            most_improved,
        }
    }
}

/// What is listed, and, where that is a part, of how many.
fn caption(text: &Text, measure: Measure, at: &str, shown: Option<&[String]>, all: usize) -> String {
    let caption = fill(text.board_caption, &[measure_name(text, measure), at]);
    match shown {
        Some(shown) => format!("{caption}. {}", fill(text.board_part, &[&shown.len().to_string(), &all.to_string()])),
        None => caption,
    }
}

fn is_shown(row: &Standing, shown: Option<&[String]>) -> bool {
    shown.is_none_or(|codes| codes.contains(&row.district.code))
}

fn found(row: &Standing, fold: fn(&str) -> String, search_query: &str) -> bool {
    // The slug is the name without its signs: `dak rlap` finds Đắk R'lấp.
    search_query.is_empty()
        || holds(&fold(&row.district.name), search_query)
        || holds(&row.district.slug, &search_query.replace(' ', "-"))
        || row.district.parent.as_ref().is_some_and(|parent| holds(&fold(parent), search_query))
}

/// The value as a machine reads it, to the same places as it is shown.
fn plain(measure: Measure, row: &Standing) -> String {
    match measure {
        Measure::Installs => row.installs.map(|n| n.to_string()),
        Measure::Per100 => row.per_100.map(|x| format_decimal(Lang::En, x, 2)),
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
    Some(fill(
        text.most_improved,
        &[&best.district.name, &format_signed(text.lang, best.change?), &growth, &moment(text.lang, before.as_of)],
    ))
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
fn sort_rows(rows: &mut Vec<Standing>, sort: Sort, collate: Collate) {
    if sort == Sort::default() {
        return;
    }
    *rows = sorted(rows, &|a, b| {
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

    fn figures(row: &BoardRow) -> Vec<&str> {
        row.cells.iter().map(|cell| cell.figure.as_str()).collect()
    }

    fn board(campaign: &Campaign, measure: Measure, sort: Sort) -> Board {
        let order = Order { sort, collate, fold: crate::campaign::names::fold, search_query: "", shown: None };
        Board::new(campaign, text(Lang::Vi, campaign), "/", &Selection { measure, ..Selection::default() }, order)
    }

    fn names(board: &Board) -> Vec<&str> {
        board.rows.iter().map(|r| r.name.as_str()).collect()
    }

    #[test]
    fn ranks_and_values_by_the_chosen_measure() {
        let installs = board(&campaign(), Measure::Installs, Sort::default());
        assert_eq!((installs.rows[0].value.as_str(), installs.rows[0].bar.as_str()), ("12452", "--w:100.0%"));
        assert_eq!(figures(&installs.rows[0]), ["12.452", "19,75", "24,0%"]);
        let rate = board(&campaign(), Measure::Per100, Sort::default());
        let bars: Vec<bool> = rate.rows[1].cells.iter().map(|cell| cell.class == "n bar").collect();
        assert_eq!((rate.rows[1].name.as_str(), bars), ("Đắk R'lấp", vec![false, true, false]), "bars and order are the measure's");
        assert_eq!(installs.total, "51.974");
        let rate = board(&campaign(), Measure::Per100, Sort::default());
        assert_eq!((rate.rows[0].value.as_str(), rate.rows[7].name.as_str()), ("19.75", "Đắk Glong"));
        assert!(installs.columns.iter().all(|c| c.column != Column::Change));
        assert!(!installs.search);
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
        assert_eq!((board.rows[7].value.as_str(), &*board.rows[7].cells[0].figure, board.rows[7].rank.as_str()), ("", "–", "–"));
    }

    #[test]
    fn search_heeds_neither_case_nor_marks() {
        let campaign = campaign();
        for (search_query, hits) in
            [("đắk", 4), ("DAK", 4), ("krong n", 1), (" Mil ", 1), ("Đak R", 1), ("rlấp", 1), ("hà nội", 0), ("", 8)]
        {
            let order = Order { sort: Sort::default(), collate, fold: crate::campaign::names::fold, search_query, shown: None };
            let board = Board::new(&campaign, text(Lang::Vi, &campaign), "/", &Selection::default(), order);
            assert_eq!(board.rows.len(), hits, "{search_query}");
        }
    }

    #[test]
    fn who_rose_and_who_grew_fastest() {
        let board = board(&two_reports(), Measure::Installs, Sort::default());
        assert!(board.most_improved.unwrap().starts_with("Tăng nhanh nhất theo tỷ lệ: Krông Nô, +833 máy (+16,9%) so với 8"));
        assert!(board.rows.iter().all(|r| r.moved.is_none()), "no rank changed between the two letters");
    }
}
