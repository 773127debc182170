//! Shows what an import understood: of one report its own table; of a history every district with its figure in each report, a few reports beside each
//! other, and below it what is said of each of them.

use super::draft::Draft;
use super::drafts::Drafts;
use super::table;
use crate::site;
use crate::text::{Lang, format_integer, moment, tool};
use crate::tool::common::Common;
use crate::tool::output;

/// So many reports stand beside each other.
const BESIDE: usize = 5;

pub fn text(common: &Common, drafts: &Drafts) -> String {
    if let Some(draft) = drafts.one() {
        return format!("{}{}", table::table(common, draft), with_blank_line(&findings(common, draft)));
    }
    let lang = common.language();
    let tables: Vec<String> = drafts.all().chunks(BESIDE).map(|drafts| beside(lang, drafts)).collect();
    let said = drafts.all().iter().filter(|draft| !draft.findings.is_empty() || draft.already).map(|draft| {
        let mut lines = if draft.already { tool::tool(lang).stands_already.to_owned() } else { String::new() };
        lines += &findings(common, draft);
        format!("\n{}\n{}\n", head(lang, draft), lines.trim_end())
    });
    format!("{}\n\n{}{}", drafts.summary(lang), tables.join("\n"), said.collect::<String>())
}

fn findings(common: &Common, draft: &Draft) -> String {
    output::lines(common, &draft.campaign, &draft.findings)
}

fn with_blank_line(lines: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("\n{lines}") }
}

fn head(lang: Lang, draft: &Draft) -> String {
    draft.as_of.map_or_else(|| tool::tool(lang).not_stated.to_owned(), |at| moment(lang, at).replace('\u{a0}', " "))
}

/// A column for each report: districts, their sum, the total that is stated.
fn beside(lang: Lang, drafts: &[Draft]) -> String {
    let words = tool::tool(lang);
    let figure = |n: Option<u64>| n.map_or("–".to_owned(), |n| format_integer(lang, n));
    let row = |name: &str, cells: &dyn Fn(&Draft) -> String| -> Vec<String> {
        std::iter::once(name.to_owned()).chain(drafts.iter().map(cells)).collect()
    };
    let mut rows = vec![row(words.district, &|draft| head(lang, draft))];
    let named = drafts.first().map(|draft| site::named(&draft.campaign));
    for district in named.iter().flat_map(|campaign| &campaign.districts) {
        rows.push(row(&district.name, &|draft| figure(draft.installs.get(&district.code).copied())));
    }
    rows.push(row(words.sum, &|draft| figure((!draft.installs.is_empty()).then(|| draft.installs.values().sum()))));
    rows.push(row(words.total, &|draft| figure(draft.total.filter(|_| draft.total_stated))));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..=drafts.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate();
        let cells = cells.map(|(at, (cell, width))| if at == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
