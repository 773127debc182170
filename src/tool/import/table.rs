//! Shows what an import understood: every district with its figure and its change, the totals, the rates, the moment, the source.

use super::draft::Draft;
use crate::campaign::Report;
use crate::campaign::arithmetic::{growth_percent, percent};
use crate::campaign::letters::Evidence;
use crate::site;
use crate::text::{Lang, fill, format_decimal, format_integer, format_shortest, format_signed, moment, tool};
use crate::tool::common::Common;

pub fn table(common: &Common, draft: &Draft) -> String {
    let (lang, words) = (common.language(), tool::tool(common.language()));
    let before = draft.before();
    let head = before.map(|report| fill(words.change_since, &[&moment_of(lang, report)]));
    let earlier = if before.is_some() { words.before } else { "" };
    let mut rows = vec![[words.district, earlier, words.installs, head.as_deref().unwrap_or_default(), words.line].map(str::to_owned)];
    for district in &site::named(&draft.campaign).districts {
        let now = draft.installs.get(&district.code).copied();
        let then = before.and_then(|report| report.installs.as_ref()?.get(&district.code)).copied();
        let line = draft.evidence.lines.get(&district.code).map(usize::to_string).unwrap_or_default();
        let earlier = then.map(|then| format_integer(lang, then)).unwrap_or_default();
        rows.push([district.name.clone(), earlier, figure(lang, now), change(lang, now, then), line]);
    }
    let sum = (!draft.installs.is_empty()).then(|| draft.installs.values().sum());
    rows.push([words.sum.to_owned(), String::new(), figure(lang, sum), String::new(), String::new()]);
    let stated = draft.total.filter(|_| draft.total_stated);
    let stated_text = stated.map_or(words.not_stated.to_owned(), |total| format_integer(lang, total));
    let earlier = before.map(|report| format_integer(lang, report.total)).unwrap_or_default();
    let risen = change(lang, draft.total, before.map(|report| report.total));
    rows.push([words.total.to_owned(), earlier, stated_text, risen, String::new()]);
    align(&rows) + &lines(lang, draft)
}

fn moment_of(lang: Lang, report: &Report) -> String {
    moment(lang, report.as_of).replace('\u{a0}', " ")
}

fn figure(lang: Lang, n: Option<u64>) -> String {
    n.map_or("–".to_owned(), |n| format_integer(lang, n))
}

fn change(lang: Lang, now: Option<u64>, then: Option<u64>) -> String {
    let (Some(now), Some(then)) = (now, then) else { return String::new() };
    let by = i64::try_from(now).unwrap_or(i64::MAX).saturating_sub(i64::try_from(then).unwrap_or(i64::MAX));
    let sign = if by > 0 { "+" } else { "" };
    let growth = growth_percent(then, now).map(|growth| format!(" ({sign}{}%)", format_decimal(lang, growth, 1)));
    format!("{}{}", format_signed(lang, by), growth.unwrap_or_default())
}

/// Names to the left, figures to the right.
fn align(rows: &[[String; 5]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let [a, b, c, d, e] = [0, 1, 2, 3, 4].map(width);
    let line = |[name, earlier, figure, change, line]: &[String; 5]| {
        format!("{}\n", format!("{name:<a$}  {earlier:>b$}  {figure:>c$}  {change:>d$}  {line:>e$}").trim_end())
    };
    let rule = "─".repeat(a + b + c + d + e + 8);
    let (body, foot) = rows.split_at(rows.len().saturating_sub(2));
    let (head, body) = body.split_at(body.len().min(1));
    let part = |rows: &[[String; 5]]| rows.iter().map(line).collect::<String>();
    format!("{}{rule}\n{}{rule}\n{}\n", part(head), part(body), part(foot))
}

/// Words of the input and where they stand.
fn quoted(lang: Lang, evidence: &Evidence) -> String {
    let place = (evidence.line > 0).then(|| format!(" ({})", fill(tool::tool(lang).at_line, &[&evidence.line.to_string()])));
    format!("“{}”{}", evidence.text, place.unwrap_or_default())
}

fn lines(lang: Lang, draft: &Draft) -> String {
    let words = tool::tool(lang);
    let rate = |value: f64| format!("{}%", format_shortest(lang, value));
    let province = &draft.campaign.province;
    let computed = draft.total.zip(province.population).and_then(|(total, population)| {
        let rate = format!("{}%", format_decimal(lang, percent(total, population)?, 2));
        let source = province.population_source.as_deref().unwrap_or(words.not_stated);
        Some(fill(words.computed_from, &[&rate, &format_integer(lang, total), &format_integer(lang, population), source]))
    });
    let as_of = draft.as_of.map(|stamp| moment(lang, stamp).replace('\u{a0}', " "));
    let note = draft.campaign.reports.get(draft.index).and_then(|report| report.note.clone()).filter(|_| !draft.already);
    let rows = [
        (words.rate_stated, Some(draft.rate_percent.map_or(words.not_stated.to_owned(), rate))),
        (words.rate_computed, computed),
        (words.as_of, Some(as_of.unwrap_or_else(|| words.not_stated.to_owned()))),
        (words.moment_by, draft.evidence.moment.as_ref().map(|evidence| quoted(lang, evidence))),
        (words.counted_by, draft.evidence.counts.as_ref().map(|evidence| quoted(lang, evidence))),
        (words.source, Some(draft.source.title.clone())),
        (words.number, draft.source.number.clone()),
        (words.note, note),
    ];
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    rows.into_iter()
        .filter_map(|(label, value)| {
            Some(format!("{:<width$}  {}\n", format!("{label}:"), without_control_characters(&value?), width = width + 1))
        })
        .collect()
}

/// A text of the input, without what could disturb a terminal.
fn without_control_characters(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
