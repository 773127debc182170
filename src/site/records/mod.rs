//! The pages on which figures can be followed: all reports with what became of them, each report by its id, and a feed of the same. Printed ids
//! and QR codes lead here. It must not know how anything is drawn.

mod feed;

use leptos::prelude::*;

use super::{
    document::{self, Document},
    location::Location,
};
use crate::{
    campaign::{Campaign, Change},
    text::{Lang, fill, records::records, text},
    view::record::{Entry, Record},
};

const STYLE: &str = include_str!("../../../style/records.css");

/// What all these pages share.
pub struct Records<'a> {
    pub campaign: &'a Campaign,
    /// The data file's history; what is published leaves it out.
    pub changes: &'a [Change],
    pub location: &'a Location,
    css: String,
}

pub use crate::view::record::folder;

impl<'a> Records<'a> {
    pub fn new(campaign: &'a Campaign, changes: &'a [Change], location: &'a Location) -> Result<Self, String> {
        Ok(Self { campaign, changes, location, css: document::sheet(&location.base, STYLE)? })
    }

    /// The list, a page for each report, and the feed: their paths and texts.
    pub fn pages(&self, lang: Lang) -> Vec<(String, String)> {
        let all = Record::all(self.campaign, text(lang, self.campaign));
        let entries = Entry::all(self.campaign, self.changes, text(lang, self.campaign));
        let mut pages = vec![
            (format!("{}index.html", folder(lang)), self.list(lang, &all, &entries)),
            (format!("{}feed.xml", folder(lang)), feed::atom(self, lang, &all)),
        ];
        pages.extend(all.iter().map(|record| (format!("{}{}/index.html", folder(lang), record.id), self.one(lang, record))));
        pages
    }

    fn page(
        &self,
        lang: Lang,
        title: String,
        description: String,
        below: &str,
        sections: Vec<(&'static str, &'static str)>,
    ) -> Document<'_> {
        let feed = format!("{}{}feed.xml", self.location.base, folder(lang));
        Document {
            location: self.location,
            campaign: self.campaign,
            lang,
            title,
            description,
            path: format!("{}{below}", folder(lang)),
            other: format!("{}{below}", folder(lang.other())),
            sections,
            script: None,
            head: format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}\">"),
        }
    }

    fn href(&self, lang: Lang, id: &str) -> String {
        format!("{}{}{id}/", self.location.base, folder(lang))
    }

    fn list(&self, lang: Lang, all: &[Record], entries: &[Entry]) -> String {
        let words = records(lang, self.campaign);
        let sections = vec![("#bao-cao", words.to_reports), ("#thay-doi", words.to_changes)];
        let row = |record: &Record| {
            view! {
                <tr data-standing=record.standing.word()>
                    <th scope="row"><a href=self.href(lang, &record.id)>{record.id.clone()}</a></th>
                    <td><time datetime=record.as_of_iso.clone()>{record.as_of.clone()}</time></td>
                    <td class="n" data-value=record.total_raw.to_string()>{record.total.clone()}</td>
                    <td>{record.state.clone()}</td>
                </tr>
            }
        };
        let [id, moment, installs, state] = words.heads;
        let reports = if all.is_empty() {
            view! { <p>{words.no_reports}</p> }.into_any()
        } else {
            view! {
                <div class="card wide">
                    <table>
                        <thead><tr><th scope="col">{id}</th><th scope="col">{moment}</th><th scope="col" class="n">{installs}</th><th scope="col">{state}</th></tr></thead>
                        <tbody>{all.iter().map(row).collect_view()}</tbody>
                    </table>
                </div>
            }
            .into_any()
        };
        let entry = |entry: &Entry| {
            let what = match &entry.report {
                Some(id) => view! { <a href=self.href(lang, id)>{entry.what.clone()}</a> }.into_any(),
                None => entry.what.clone().into_any(),
            };
            let revision = fill(words.revision, &[&entry.revision.to_string()]);
            view! { <li><time datetime=entry.at_iso.clone()>{entry.at.clone()}</time>": "{what}" "<small>"("{revision}")"</small></li> }
        };
        let changes = if entries.is_empty() {
            view! { <p>{words.no_changes}</p> }.into_any()
        } else {
            view! { <ul>{entries.iter().map(entry).collect_view()}</ul> }.into_any()
        };
        let feed = format!("{}{}feed.xml", self.location.base, folder(lang));
        self.page(lang, words.title.into(), words.lead.into(), "", sections).html(
            &self.css,
            view! {
                <p>{words.lead}</p>
                <section id="bao-cao"><h2>{words.reports}</h2>{reports}</section>
                <section id="thay-doi"><h2>{words.changes}</h2>{changes}<p><a href=feed>{words.feed}</a></p></section>
            },
        )
    }

    fn one(&self, lang: Lang, record: &Record) -> String {
        let words = records(lang, self.campaign);
        let link = |id: &Option<String>| {
            let id = id.clone()?;
            Some(view! { <a class="act" href=self.href(lang, &id)>{fill(words.report, &[&id])}</a> })
        };
        let base = &self.location.base;
        let shown = record.shown.as_ref().map(|shown| view! { <a class="act" href=format!("{base}{shown}")>{words.on_map}</a> });
        let row = |name: String, figure: String, raw: Option<u64>| {
            view! { <tr><th scope="row">{name}</th><td class="n" data-value=raw.map(|n| n.to_string())>{figure}</td></tr> }
        };
        let rows: Vec<_> = record.rows.iter().map(|r| row(r.name.clone(), r.figure.clone(), r.raw)).collect();
        let source = match &record.source_url {
            Some(url) => view! { <a href=url.clone()>{record.source.clone()}</a> }.into_any(),
            None => record.source.clone().into_any(),
        };
        let description = format!("{} {}", record.title, record.verdict);
        self.page(lang, record.title.clone(), description, &format!("{}/", record.id), Vec::new()).html(
            &self.css,
            view! {
                <p class="verdict" data-standing=record.standing.word() data-report=record.id.clone()>{record.verdict.clone()}</p>
                {record.why.clone().map(|why| view! { <p>{why}</p> })}
                {record.corrects.clone().map(|id| view! { <p>{fill(words.corrects, &[&id])}</p> })}
                <p>{link(&record.corrected_by)}{link(&record.corrects)}{shown}<a class="act" href=format!("{base}{}", folder(lang))>{words.all}</a></p>
                <section>
                    <h2>{words.as_published}</h2>
                    <div class="card">
                        <table>
                            <tbody>{rows}</tbody>
                            <tfoot><tr>
                                <th scope="row">{words.total}</th>
                                <td class="n" data-figure="total" data-value=record.total_raw.to_string()>{record.total.clone()}</td>
                            </tr></tfoot>
                        </table>
                    </div>
                    {record.rate.clone().map(|rate| view! { <p>{rate}</p> })}
                    {record.reservations.iter().map(|words| view! { <p>{words.clone()}</p> }).collect_view()}
                    <p><time datetime=record.as_of_iso.clone()>{record.as_of.clone()}</time>". "{source}</p>
                </section>
            },
        )
    }
}
