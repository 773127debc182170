//! The page that offers what is to be printed: every sheet with a small picture, its files with their sizes, and how to print them. It must not know how
//! the sheets are made.

use leptos::prelude::*;

use super::{folder, place, png_size, small};
use crate::{
    campaign::{Campaign, District},
    site::{
        Files,
        cards::has_own,
        document::{self, Document},
        location::Location,
    },
    text::{
        Lang, fill, format_integer,
        print::{Print, print},
        text,
    },
    view::sheet::Paper,
};

/// `files`: what has been made of the site so far; a draft has no sheets.
pub fn document(campaign: &Campaign, location: &Location, files: &Files, lang: Lang) -> Result<String, String> {
    let words = print(lang, campaign);
    let css = document::sheet(&location.base, include_str!("../../../style/in-an.css"))?;
    let document = Document {
        location,
        campaign,
        lang,
        title: words.title.to_owned(),
        description: words.description.to_owned(),
        path: folder(lang).to_owned(),
        other: folder(lang.other()).to_owned(),
        sections: [("#toan-tinh", words.to_whole), ("#cac-huyen", words.to_districts), ("#cach-in", words.to_how)]
            .into_iter()
            .filter(|(to, _)| has_own(campaign) || *to != "#cac-huyen")
            .collect(),
        script: None,
        head: String::new(),
    };
    let offer = Offer { base: &location.base, campaign, files, words, lang };
    Ok(document.html(&css, offer.main(campaign)))
}

struct Offer<'a> {
    campaign: &'a Campaign,
    base: &'a str,
    files: &'a Files,
    words: &'static Print,
    lang: Lang,
}

impl Offer<'_> {
    fn main(&self, campaign: &Campaign) -> impl IntoView + 'static {
        let words = self.words;
        let is_draft = self.files.get(&format!("{}{}.pdf", folder(self.lang), Paper::A4.name())).is_none();
        let whole: Vec<_> = if is_draft { Vec::new() } else { Paper::ALL.into_iter().map(|paper| self.card(campaign, paper)).collect() };
        let rows: Vec<_> =
            if is_draft || !has_own(campaign) { Vec::new() } else { campaign.districts.iter().map(|d| self.row(d)).collect() };
        // Where districts are many, the province alone has sheets.
        let districts = has_own(campaign).then(|| {
            view! {
                <section aria-labelledby="cac-huyen">
                    <h2 id="cac-huyen">{words.by_district}</h2>
                    <div class="places">{rows}</div>
                </section>
            }
        });
        view! {
            <p>{words.lead}</p>
            {is_draft.then(|| view! { <p class="card">{words.draft}</p> })}
            <section aria-labelledby="toan-tinh">
                <h2 id="toan-tinh">{words.whole}</h2>
                <div class="sheets">{whole}</div>
            </section>
            {districts}
            <section aria-labelledby="cach-in">
                <h2 id="cach-in">{words.how}</h2>
                <ul>{words.advice.map(|said| view! { <li>{said}</li> }).collect_view()}</ul>
            </section>
        }
    }

    /// One of the province's sheets.
    fn card(&self, campaign: &Campaign, paper: Paper) -> AnyView {
        let at = Paper::ALL.iter().position(|known| *known == paper).unwrap_or_default();
        let [name, about] = [self.words.names, self.words.about].map(|all| all.get(at).copied().unwrap_or_default());
        let files = self.links(None, paper, name, &campaign.province.name);
        let picture = self.picture(None, paper, "eager");
        view! {
            <div class="card sheet-card">
                {picture}
                <div><h3>{name}</h3><p>{about}</p><p class="files">{files}</p></div>
            </div>
        }
        .into_any()
    }

    /// A district with all of its sheets.
    fn row(&self, district: &District) -> AnyView {
        let place = text(self.lang, self.campaign).full_name(district);
        let sheets = Paper::ALL.into_iter().zip(self.words.names).map(|(paper, name)| {
            let files = self.links(Some(district), paper, name, &place);
            view! { <p class="files"><strong>{name}</strong>{files}</p> }.into_any()
        });
        let (picture, sheets, id) = (self.picture(Some(district), Paper::A4, "lazy"), sheets.collect_view(), district.slug.clone());
        view! {
            <div class="card sheet-card" id=id>
                {picture}
                <div><h3>{place}</h3>{sheets}</div>
            </div>
        }
        .into_any()
    }

    fn picture(&self, district: Option<&District>, paper: Paper, loading: &'static str) -> impl IntoView + use<> {
        let (width, height) = png_size(paper);
        let (width, height) = (width / super::SMALLER, height / super::SMALLER);
        let address = format!("{}{}{}", self.base, place(self.lang, district), small(paper));
        // The heading beside it says what it is a picture of.
        view! { <img src=address alt="" width=width height=height loading=loading/> }
    }

    /// Links to both files; a screen reader's list of links tells them apart by the place and the sheet.
    fn links(&self, district: Option<&District>, paper: Paper, name: &str, of: &str) -> impl IntoView + use<> {
        let path = |ending: &str| format!("{}{}.{ending}", place(self.lang, district), paper.name());
        let size = |ending: &str| {
            let bytes = self.files.get(&path(ending)).map_or(0, |file| file.bytes.len());
            fill(self.words.kilobytes, &[&format_integer(self.lang, bytes.div_ceil(1000) as u64)])
        };
        let (width, height) = png_size(paper);
        let pdf = fill(self.words.pdf, &[&size("pdf")]);
        let png = fill(self.words.png, &[&width.to_string(), &height.to_string(), &size("png")]);
        let label = fill(self.words.preview, &[name, of]);
        let (to_pdf, to_png) = (format!("{}{}", self.base, path("pdf")), format!("{}{}", self.base, path("png")));
        view! {
            <a class="act" href=to_pdf aria-label=format!("{label}, {pdf}")>{pdf.clone()}</a>
            <a class="act" href=to_png aria-label=format!("{label}, {png}")>{png.clone()}</a>
        }
    }
}
