//! The same as an Atom feed: one entry a report, dated when something last became of it.

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};

use super::{Records, folder};
use crate::{
    text::{
        Lang, fill,
        records::{Records as Words, records},
        shell::shell,
    },
    view::record::Record,
};

pub fn atom(pages: &Records, lang: Lang, all: &[Record]) -> String {
    let words = records(lang, pages.campaign);
    let base = format!("{}{}", pages.location.origin.as_deref().unwrap_or_default(), pages.location.base);
    let link = |path: &str, rel: &str, media: &str| Link {
        href: format!("{base}{}{path}", folder(lang)),
        rel: rel.into(),
        mime_type: Some(media.into()),
        hreflang: Some(lang.code().into()),
        ..Link::default()
    };
    // An id stands for ever, whatever host the site moves to.
    let id = |what: &str| format!("urn:bluezone-map:{}:{what}", pages.campaign.province.code);
    let entry = |record: &Record| Entry {
        title: Text::plain(record.title.clone()),
        id: id(&record.id),
        updated: touched(pages, record),
        published: date(&record.as_of_iso),
        links: vec![link(&format!("{}/", record.id), "alternate", "text/html")],
        summary: Some(Text::plain([Some(record.verdict.clone()), record.why.clone()].into_iter().flatten().collect::<Vec<_>>().join(" "))),
        content: Some(Content { value: Some(body(words, record)), content_type: Some("text".into()), ..Content::default() }),
        ..Entry::default()
    };
    // What became of something last comes first.
    let mut entries: Vec<Entry> = all.iter().map(entry).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    let feed = Feed {
        title: Text::plain(fill(words.feed_title, &[&pages.campaign.province.name])),
        id: id("reports"),
        updated: entries.first().map(|entry| entry.updated).unwrap_or_default(),
        authors: vec![Person { name: fill(shell(lang, pages.campaign).site, &[&pages.campaign.province.name]), ..Person::default() }],
        links: vec![link("feed.xml", "self", "application/atom+xml"), link("", "alternate", "text/html")],
        lang: Some(lang.code().into()),
        entries,
        ..Feed::default()
    };
    feed.to_string()
}

/// Every figure of a report in one text, with its moment and source.
fn body(words: &Words, record: &Record) -> String {
    let rows = record.rows.iter().map(|row| format!("{} {}", row.name, row.figure));
    let figures = [format!("{} {}", words.total, record.total)].into_iter().chain(rows).collect::<Vec<_>>().join("; ");
    let parts = [
        Some(record.verdict.clone()),
        record.why.clone(),
        Some(format!("{figures}.")),
        record.rate.clone(),
        Some(format!("{}.", record.source)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// When something last became of a report: the last change that is about it or about its correction, else its moment.
fn touched(pages: &Records, record: &Record) -> FixedDateTime {
    let about = |id: &str| id == record.id || record.corrected_by.as_deref() == Some(id);
    let last = pages.changes.iter().rfind(|change| change.reports().any(about));
    let withdrawn = pages.campaign.report(&record.id).and_then(|report| report.withdrawn.as_ref()?.at);
    let at = last.map(|change| change.at).or(withdrawn).map(|at| at.to_string());
    at.and_then(|at| date(&at)).or_else(|| date(&record.as_of_iso)).unwrap_or_default()
}

fn date(iso: &str) -> Option<FixedDateTime> {
    iso.parse().ok()
}
