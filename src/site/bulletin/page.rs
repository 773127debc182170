//! A page of bulletins: the texts of one place, what is not read, and on the province's page the list of all places.

use leptos::prelude::*;

use super::{Bulletins, SCRIPT, measured, path, unread::Unread};
use crate::{
    campaign::{Campaign, District},
    site::document::Document,
    text::{
        Lang,
        bulletin::{Page, page as words},
        fill, text,
    },
    view::bulletin::{Bulletin, LENGTHS, speed},
};

pub fn html(all: &Bulletins, lang: Lang, district: Option<&str>, bulletins: &[Bulletin], unread: &Unread) -> String {
    let (campaign, words) = (all.campaign, words(lang, all.campaign));
    let own = district.and_then(|code| campaign.district(code));
    let place = own.map_or_else(|| campaign.province.name.clone(), |own| text(lang, campaign).full_name(own));
    let sections = [Some(("#loi-doc", words.to_texts)), own.is_none().then_some(("#tung-noi", words.to_places))];
    let page = Document {
        location: all.location,
        campaign,
        lang,
        title: if own.is_some() { fill(words.title_of, &[&place]) } else { words.title.into() },
        description: fill(words.description, &[&place]),
        path: path(campaign, lang, district),
        other: path(campaign, lang.other(), district),
        sections: sections.into_iter().flatten().collect(),
        script: Some(SCRIPT.0),
        head: String::new(),
    };
    // A sheet of paper that has only this text still says whose figures they are.
    let of = [&unread.as_of, &unread.report].into_iter().flatten().cloned().collect::<Vec<_>>().join(". ");
    let texts = bulletins.iter().map(|one| card(one, campaign, words, lang, of.clone())).collect_view();
    let above = own.map(|_| {
        let list = format!("{}{}", all.location.base, path(campaign, lang, None));
        view! { <p class="screen"><a href=list>{words.all}</a></p> }
    });
    let places = own.is_none().then(|| places(all, words, lang));
    let lead = fill(words.lead, &[&speed(campaign).to_string()]);
    let main = view! {
        <div class="screen"><p>{lead}</p><p>{words.print}</p></div>
        {above}
        <p id="giong" role="status" data-none=words.no_voice data-failed=words.failed></p>
        <div id="loi-doc">{texts}</div>
        {beside(unread, words, lang)}
        {places}
    };
    page.html(&all.css, main)
}

/// One text: its length, the button that a script shows, its lines.
fn card(bulletin: &Bulletin, campaign: &Campaign, words: &'static Page, lang: Lang, of: String) -> impl IntoView + use<> {
    let id = format!("d{}", bulletin.wanted);
    let file = format!("{}.txt", bulletin.wanted);
    let (seconds, measured) = (bulletin.wanted.to_string(), measured(words, lang, campaign, bulletin));
    // White space stands between lines, so that what is copied or read by a machine keeps its words apart.
    let lines = |lines: &Vec<String>| lines.iter().map(|line| view! { <span>{line.clone()}</span>" " }).collect_view();
    let read = bulletin.paragraphs.iter().map(|paragraph| view! { <p>{lines(paragraph)}</p> }).collect_view();
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{fill(words.length, &[&seconds])}</h2>
            <p class="fine">{measured}</p>
            <p class="screen">
                <button type="button" class="act" hidden data-read="" data-stop=words.stop aria-describedby=id.clone()>{words.read}</button>
                <a class="act" href=file>{words.file}</a>
            </p>
            <div class="read">{read}</div>
            {(!of.is_empty()).then(|| view! { <p class="fine of">{of}</p> })}
        </section>
    }
}

fn beside(unread: &Unread, words: &'static Page, lang: Lang) -> impl IntoView + use<> {
    // What the data file holds in Vietnamese alone says so on an English page.
    let marked = move |said: &String| {
        let parts: Vec<String> = said.split(crate::text::ISOLATES).map(Into::into).collect();
        parts
            .into_iter()
            .enumerate()
            .map(|(at, part)| if at % 2 == 1 { view! { <span lang=Lang::Vi.code()>{part}</span> }.into_any() } else { part.into_any() })
            .collect_view()
    };
    let plain = [unread.figure.clone(), unread.people.clone(), unread.as_of.clone()];
    let source = unread.source.clone().map(|source| {
        let vietnamese = (lang == Lang::En && unread.is_source_vietnamese).then_some(Lang::Vi.code());
        match unread.source_url.clone() {
            Some(url) => view! { <li data-part="source"><a href=url lang=vietnamese>{source}</a></li> }.into_any(),
            None => view! { <li data-part="source" lang=vietnamese>{source}</li> }.into_any(),
        }
    });
    view! {
        <section class="unread" aria-labelledby="khong-doc">
            <h2 id="khong-doc">{words.source_heading}</h2>
            <ul>
                {plain.into_iter().flatten().map(|said| view! { <li>{said}</li> }).collect_view()}
                {source}
                {unread.reservations.iter().map(|said| view! { <li>{marked(said)}</li> }).collect_view()}
            </ul>
            {unread.report.clone().map(|report| view! { <p class="fine">{report}</p> })}
        </section>
    }
}

/// All places with their pages and files.
fn places(all: &Bulletins, words: &'static Page, lang: Lang) -> impl IntoView + use<> {
    let (campaign, base) = (all.campaign, &all.location.base);
    let row = |district: Option<&District>| {
        let folder = format!("{base}{}", path(campaign, lang, district.map(|district| district.code.as_str())));
        let name = district.map_or_else(|| campaign.province.name.clone(), |district| text(lang, campaign).full_name(district));
        let files = LENGTHS
            .map(|wanted| {
                let said = fill(words.file_of, &[&wanted.to_string()]);
                // A link says by itself whose text it is.
                view! { <a href=format!("{folder}{wanted}.txt") aria-label=format!("{name}: {said}")>{said.clone()}</a>" " }
            })
            .collect_view();
        view! { <tr><th scope="row"><a href=folder.clone()>{name.clone()}</a></th><td>{files}</td></tr> }
    };
    let rows: Vec<_> = std::iter::once(None).chain(campaign.districts.iter().map(Some)).map(row).collect();
    view! {
        <section id="tung-noi" class="screen" aria-labelledby="tung-noi-h">
            <h2 id="tung-noi-h">{words.places}</h2>
            <table>
                <thead><tr><th scope="col">{words.place}</th><th scope="col">{words.files}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}
