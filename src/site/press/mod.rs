//! The press kit: sentences to quote, the figures as CSV, workbook and JSON, all reports as one table, maps for print, and what may be done with
//! them. It must not know how a sentence is worded nor how a map is laid out.

mod tables;
mod workbook;

use leptos::prelude::*;

use super::{
    document::{self, Document},
    location::Location,
    painter::Painter,
    records,
};
use crate::{
    campaign::{Campaign, Measure},
    map::Map,
    text::{Lang, fill, press::press, text, title},
    view::{
        embed::Embed,
        measure_name,
        press::{citation, quotes},
        scene::Show,
    },
};

const STYLE: &str = include_str!("../../../style/press.css");
const COPY: &str = include_str!("../../../public/bao-chi/copy.js");
/// The width of a sheet of A4 at 200 dots an inch.
const PRINT: u32 = 1654;

/// What the kit is made from.
pub struct Kit<'a> {
    pub campaign: &'a Campaign,
    pub map: &'a Map,
    pub location: &'a Location,
    css: String,
}

/// A path below the site's start and its bytes.
type File = (String, Vec<u8>);

/// The folder of its files below the site's start.
pub fn folder(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "bao-chi/",
        Lang::En => "en/bao-chi/",
    }
}

/// Its page; the English one has an English name as well.
pub fn page(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "bao-chi/",
        Lang::En => "en/press/",
    }
}

/// The script of the page, the same for both languages.
pub fn script() -> File {
    ("bao-chi/copy.js".into(), super::inline::plain(COPY).into_bytes())
}

impl<'a> Kit<'a> {
    pub fn new(campaign: &'a Campaign, map: &'a Map, location: &'a Location) -> Result<Self, String> {
        Ok(Self { campaign, map, location, css: document::sheet(&location.base, STYLE)? })
    }

    fn boundaries(&self, lang: Lang) -> &str {
        title(lang, crate::campaign::Titled { vi: &self.map.source, en: self.map.source_en.as_deref() })
    }

    /// The tables and the page.
    pub fn files(&self, lang: Lang) -> Result<Vec<File>, String> {
        let own = |name: &str| format!("{}{name}", folder(lang));
        let html = self.html(lang).into_bytes();
        let mut files = vec![
            (own("so-lieu.csv"), tables::places(self.campaign, lang)?),
            (own("so-lieu.xlsx"), workbook::workbook(self.campaign, self.boundaries(lang), lang)?),
            (own("so-lieu.json"), tables::json(self.campaign, lang).into_bytes()),
            (own("moi-bao-cao.csv"), tables::all_reports(self.campaign, lang)?),
            (own("datapackage.json"), tables::package(self.campaign, lang).into_bytes()),
            (own("index.html"), html.clone()),
        ];
        if page(lang) != folder(lang) {
            files.push((format!("{}index.html", page(lang)), html));
        }
        Ok(files)
    }

    fn measures(&self) -> Vec<Measure> {
        Embed::measures(self.campaign).collect()
    }

    /// The maps as SVG, and as PNG where pictures are wanted, with names and without.
    pub fn maps(&self, painter: &Painter, lang: Lang, measure: Measure, pictures: bool) -> Result<Vec<File>, String> {
        let show = Show::new(self.campaign, self.map, lang, None);
        let report = super::cards::report(self.campaign, true);
        let print = super::embed::pictures::small_print(self.campaign, report, lang);
        let drawn =
            [(name(measure, true), show.draw_map(measure, PRINT, &print)), (name(measure, false), show.draw_shapes(measure, PRINT))];
        let mut files = Vec::new();
        for (name, picture) in drawn {
            files.push((format!("{}{name}.svg", folder(lang)), painter.svg(&picture).into_bytes()));
            if pictures {
                let said = super::cards::said(report, None);
                let png = painter.pixels(&picture)?.small_png(&said).map_err(|e| e.to_string())?;
                files.push((format!("{}{name}.png", folder(lang)), png));
            }
        }
        Ok(files)
    }

    fn html(&self, lang: Lang) -> String {
        let (words, base) = (press(lang, self.campaign), &self.location.base);
        let there = format!("{base}{}", folder(lang));
        let quote = |(at, quote): (usize, crate::view::press::Quote)| {
            let id = format!("cau-{at}");
            view! {
                <div class="card">
                    <h3>{quote.place}</h3>
                    <blockquote id=id.clone()>{quote.sentence}</blockquote>
                    <button class="act" type="button" hidden data-copy=id.clone() aria-describedby=id>{words.copy}</button>
                </div>
            }
        };
        let sentences = quotes(self.campaign, text(lang, self.campaign)).into_iter().enumerate().map(quote).collect_view();
        let names = ["so-lieu.csv", "so-lieu.xlsx", "so-lieu.json", "moi-bao-cao.csv", "datapackage.json"];
        let file = |(name, label)| view! { <li><a href=format!("{there}{name}") download>{label}</a></li> };
        let files = names.into_iter().zip(words.file).map(file).collect_view();
        let map = |measure: Measure| {
            let label = measure_name(text(lang, self.campaign), measure);
            let kinds = [true, false].map(|named| {
                let (path, what) = (format!("{there}{}", name(measure, named)), if named { words.with_names } else { words.without_names });
                view! { <li>{what}": "<a href=format!("{path}.svg") download>"SVG"</a>", "<a href=format!("{path}.png") download>"PNG"</a></li> }
            });
            let shown = format!("{there}{}.svg", name(measure, true));
            view! {
                <div class="card">
                    <h3>{label}</h3>
                    <img src=shown alt=label loading="lazy"/>
                    <ul>{kinds}</ul>
                </div>
            }
        };
        let maps = self.measures().into_iter().map(map).collect_view();
        let follow = format!("{base}{}", records::folder(lang));
        let document = Document {
            location: self.location,
            campaign: self.campaign,
            lang,
            title: words.title.into(),
            description: words.lead.into(),
            path: page(lang).into(),
            other: page(lang.other()).into(),
            sections: vec![("#cau", words.to_sentences), ("#tep", words.to_files), ("#ban-do", words.to_maps), ("#dung", words.to_use)],
            script: Some("bao-chi/copy.js"),
            head: super::dataset::json_ld(self.campaign, self.location, lang),
        };
        document.html(
            &self.css,
            view! {
                <p>{words.lead}</p>
                <section id="cau"><h2>{words.sentences}</h2><p>{words.sentences_lead}</p>{sentences}</section>
                <p id="said" role="status" data-copied=words.copied data-by-hand=words.by_hand></p>
                <section id="tep"><h2>{words.files}</h2><p>{words.files_lead}</p><ul>{files}</ul></section>
                <section id="ban-do"><h2>{words.maps}</h2><p>{words.maps_lead}</p><div class="maps">{maps}</div></section>
                <section id="dung">
                    <h2>{words.usage}</h2>
                    <p>{words.use_of_figures}</p>
                    <p>{fill(words.use_of_map, &[self.boundaries(lang)])}</p>
                    {citation(self.campaign, text(lang, self.campaign)).map(|words| view! { <p>{words}</p> })}
                    <p>{words.follow}" "<a href=follow>{words.reports}</a>"."</p>
                </section>
            },
        )
    }
}

/// Without its ending.
fn name(measure: Measure, named: bool) -> String {
    let what = match measure {
        Measure::Installs => "so-may",
        Measure::Per100 => "ty-le",
        Measure::Change => "thay-doi",
    };
    format!("ban-do-{what}{}", if named { "" } else { "-khong-chu" })
}
