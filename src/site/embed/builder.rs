//! The page that makes embeds as a whole HTML document: a form that leads to the embed without any script, the places for what the live page
//! shows, and instructions for portals. The words are `text::builder`'s.

use leptos::prelude::*;

use super::Embeds;
use crate::{
    site::{
        form::{self, device, line, tick, typed},
        header::header,
        inline, paths, style, words as page_words,
    },
    text::{
        Lang,
        builder::{Builder, builder},
        fill, langs,
        setup::{Device, Field},
        shell::shell,
        text,
    },
    view::{
        embed::{Embed, Piece, Scheme},
        measure_name,
        snippet::PHONE,
    },
};

/// The widest that an embed begins with, and its limits.
const WIDTH: (u32, u32, u32) = (600, 160, 1200);
/// Where the page of each kind of snippet is found by the live page.
pub const CODES: [&str; 5] = ["bare", "resized", "element", "picture", "frame-address"];

/// The same as places in [`CODES`], what each kind of portal keeps best first: where nothing is known of it; then in the order of the instructions;
/// then for a letter, which keeps no frame.
const ORDERS: [[usize; 5]; 7] =
    [[0, 1, 2, 3, 4], [0, 4, 3, 1, 2], [4, 0, 3, 1, 2], [1, 0, 3, 2, 4], [4, 0, 3, 1, 2], [1, 2, 0, 3, 4], [3, 4, 0, 1, 2]];
/// WordPress, once it can ask this site for a description: its Embed block keeps a frame for every account.
const WORDPRESS: (usize, [usize; 5]) = (2, [4, 3, 1, 0, 2]);

pub fn document(embeds: &Embeds, lang: Lang) -> Result<String, String> {
    let words = builder(lang, embeds.campaign);
    let style = form::STYLE.replace("url(/fonts/", &format!("url({}fonts/", embeds.base));
    let css = style::minified(&format!("{style}{}", include_str!("../../../style/builder.css")))?;
    let owner = Owner::new();
    let body = owner.with(|| body(embeds, words, lang));
    owner.cleanup();
    let start = embeds.page_data(&Embed { lang, ..Embed::default() }, page_words::of_forms(embeds.campaign));
    let attributes = format!("lang=\"{}\" data-face=\"embed-builder\"", lang.code());
    let title = fill(words.title, &[&embeds.campaign.province.name]);
    Ok(form::document(
        embeds.base,
        &attributes,
        &title,
        &css,
        &format!("{body}{start}{}", inline::start(embeds.base, embeds.app.as_ref(), None, false)),
    ))
}

fn body(embeds: &Embeds, words: &'static Builder, lang: Lang) -> String {
    let base = embeds.base;
    let is_known = embeds.origin.is_some();
    let sections = [("#chon", words.to_choices), ("#ma", words.to_codes), ("#cong", words.to_portals)];
    let other = format!("{base}{}", paths::builder(lang.other()));
    let frame = view! {
        {header(base, lang, embeds.campaign, shell(lang, embeds.campaign).sections, &sections, other)}
        <main id="chinh">
            <h1>{words.heading}</h1>
            <p class="lead">{words.lead}</p>
            <div class="desk">
                {choices(embeds, words, lang)}
                <div class="results">
                    <p class="no-script">{words.no_script}</p>
                    {preview(words)}
                </div>
            </div>
            <section class="live" id="ma" aria-labelledby="ma-h">
                <h2 id="ma-h">{words.codes}</h2>
                <p>{words.codes_lead}</p>
                {which(words, is_known)}
                <div id="codes">{CODES.into_iter().zip(&words.code).map(|(id, field)| code(id, field, words.copy)).collect_view()}</div>
                <p id="said" role="status" data-copied=words.copied data-by-hand=words.by_hand></p>
            </section>
            <section id="cong" aria-labelledby="cong-h">
                <h2 id="cong-h">{words.portals}</h2>
                {portals(words, is_known).map(device).collect_view()}
            </section>
            <section aria-labelledby="hoi">
                <h2 id="hoi">{words.facts}</h2>
                <ul class="facts">{words.fact.iter().map(|fact| view! { <li inner_html=typed(fact)></li> }).collect_view()}</ul>
            </section>
        </main>
    };
    frame.to_html().replace("<!>", "")
}

fn portals(words: &'static Builder, is_known: bool) -> impl Iterator<Item = &'static Device> {
    let block = move |at: usize| is_known && at == WORDPRESS.0;
    words.portal.iter().enumerate().map(move |(at, portal)| if block(at) { &words.wordpress_block } else { portal })
}

/// The choice of a portal; the live page orders the snippets by it.
fn which(words: &'static Builder, is_known: bool) -> impl IntoView {
    let names = [words.any].into_iter().chain(words.portal.iter().map(|portal| portal.name)).chain([words.letter]);
    let options = names.zip(ORDERS).enumerate().map(|(at, (name, order))| {
        let order = if is_known && at == WORDPRESS.0 + 1 { WORDPRESS.1 } else { order };
        view! { <option data-order=order.map(|at| CODES[at]).join(" ")>{name}</option> }
    });
    view! {
        <div class="field">
            <label for="which">{words.which.label}</label>
            // It has no name: it is no part of an address.
            <select id="which" aria-describedby="which-help">{options.collect_view()}</select>
            <small id="which-help">{words.which.help}</small>
        </div>
    }
}

/// The names are those of `view::embed`; a browser without scripts sends them as they are.
fn choices(embeds: &Embeds, words: &'static Builder, lang: Lang) -> impl IntoView + use<> {
    let campaign = embeds.campaign;
    let own = text(lang, campaign);
    let pieces = Piece::ALL.into_iter().zip(words.piece).map(|(piece, label)| {
        view! { <label><input type="checkbox" name="show" value=piece.word() checked=Piece::USUAL.contains(&piece)/>{label}</label> }
    });
    let districts = campaign.districts.iter().map(|d| view! { <option value=d.slug.clone()>{own.full_name(d)}</option> });
    let measures = Embed::measures(campaign);
    let measures: Vec<_> = measures.map(|m| (m.word(), measure_name(own, m))).collect();
    let own_langs = langs(campaign);
    let first = own_langs.first().copied().unwrap_or_default();
    let spoken: Vec<_> = [Lang::Vi, Lang::En]
        .into_iter()
        .zip(words.langs)
        .filter(|(l, _)| own_langs.contains(l))
        .map(|(l, name)| (l.code(), name))
        .collect();
    let several = spoken.len() > 1;
    let themes: Vec<_> = Scheme::ALL.into_iter().zip(words.themes).map(|(theme, name)| (theme.word(), name)).collect();
    view! {
        <form id="settings" method="get" action=format!("{}{}", embeds.base, Embed { lang: first, ..Embed::default() }.path_of("")) target="_blank" aria-labelledby="chon">
            <h2 id="chon">{words.choices}</h2>
            <fieldset class="pairs" aria-describedby="show-help">
                <legend>{words.show.label}</legend>
                {pieces.collect_view()}
                <small id="show-help">{words.show.help}</small>
            </fieldset>
            <div class="field">
                <label for="district">{words.district.label}</label>
                <select id="district" name="district" aria-describedby="district-help">
                    <option value="">{words.whole_province}</option>
                    {districts.collect_view()}
                </select>
                <small id="district-help">{words.district.help}</small>
            </div>
            {radios("measure", words.measure, measures, 0)}
            {radios("lang", words.lang, spoken, usize::from(lang == Lang::En && several))}
            {radios("theme", words.theme, themes, 0)}
            <fieldset>
                <legend>{words.look}</legend>
                {line("accent", &words.accent, 7, "#?[0-9a-fA-F]{6}")}
                // It has no name in the form: a frame has the width that its page gives it.
                <div class="field">
                    <label for="width">{words.width.label}</label>
                    <input id="width" type="number" inputmode="numeric" value=WIDTH.0 min=WIDTH.1 max=WIDTH.2 step="1" aria-describedby="width-help"/>
                    <small id="width-help">{words.width.help}</small>
                </div>
                {tick("link", "full", &words.link)}
            </fieldset>
            <button class="go" type="submit">{words.open}</button>
        </form>
    }
}

fn radios(name: &'static str, legend: &'static str, all: Vec<(&'static str, &'static str)>, chosen: usize) -> impl IntoView {
    let one = move |(i, (value, label))| view! { <label><input type="radio" name=name value=value checked={i == chosen}/>{label}</label> };
    view! { <fieldset><legend>{legend}</legend>{all.into_iter().enumerate().map(one).collect_view()}</fieldset> }
}

fn preview(words: &'static Builder) -> impl IntoView {
    view! {
        <section class="live" aria-labelledby="xem">
            <h2 id="xem">{words.preview}</h2>
            <div id="room"><div id="box">
                <iframe id="screen" title=words.preview width=WIDTH.0 height="600"></iframe>
            </div></div>
            // How tall the embed is on a phone: seen by nobody, asked by the live page.
            <iframe id="narrow" title=words.preview width=PHONE height="600" aria-hidden="true" tabindex="-1"></iframe>
            <p id="scale" class="fine" data-smaller=words.smaller data-actual=words.actual></p>
            <p id="ignored" role="status" data-words=words.ignored></p>
        </section>
    }
}

fn code(id: &'static str, field: &'static Field, copy: &'static str) -> impl IntoView {
    let help = format!("{id}-help");
    view! {
        <div class="code">
            <h3><label for=id>{field.label}</label></h3>
            <p id=help.clone() class="fine">{field.help}</p>
            <textarea id=id readonly=true spellcheck="false" rows={if id == "frame-address" { "2" } else { "4" }} aria-describedby=help></textarea>
            <button type="button" data-copy-from=id aria-describedby=id>{copy}</button>
        </div>
    }
}
