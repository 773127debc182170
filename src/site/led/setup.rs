//! The page for operators of public screens as a whole HTML document: a form that leads to the screen without any script, what the live
//! page needs to preview it and to draw its pictures, and instructions. The words are `text::setup`'s.

use leptos::prelude::*;

use super::ScreenPage;
use crate::{
    site::{
        form::{self, device, line, number, tick, typed},
        header::header,
        painter, paths,
        slides::size::{LEAST, MOST, PRESETS},
        style,
    },
    text::{
        Lang, fill, langs,
        setup::{Setup, setup},
    },
    view::{
        scene::{MOST_SCENES, SceneKind},
        settings::{DIM, DWELL, REFRESH, Theme},
    },
};

pub fn document(page: &ScreenPage) -> Result<String, String> {
    let (base, lang) = (page.base, page.lang);
    let words = setup(lang, page.campaign);
    let css = style::minified(&form::STYLE.replace("url(/fonts/", &format!("url({base}fonts/")))?;
    let title = fill(words.title, &[&page.campaign.province.name]);
    let owner = Owner::new();
    let body = owner.with(|| body(page, words));
    owner.cleanup();
    // What a picture of its own needs inside; each sheet stands where no browser takes it for the page's.
    let sheets: Vec<(&str, String)> = vec![
        ("fonts", page.fonts.into()),
        (Theme::Dark.word(), style::minified(&painter::style(painter::Theme::Dark))?),
        (Theme::Light.word(), style::minified(&painter::style(painter::Theme::Light))?),
    ];
    let sheets: String = sheets
        .iter()
        .map(|(name, sheet)| format!("<script type=\"text/plain\" id=\"style-{name}\">{}</script>", sheet.replace('<', "")))
        .collect();
    let attributes = format!("lang=\"{}\" data-face=\"led-setup\" data-release=\"{}\"", lang.code(), page.release);
    Ok(form::document(base, &attributes, &title, &css, &format!("{body}{sheets}{}{}", page.page_data(), page.loader())))
}

fn body(page: &ScreenPage, words: &'static Setup) -> String {
    let (base, lang) = (page.base, page.lang);
    let path = format!("{base}{}setup/", paths::screen(lang.other()));
    let frame = view! {
        {header(base, lang, page.campaign, words.sections, &[("#chon", words.to_choices), ("#may", words.to_devices)], path)}
        <main id="chinh">
            <h1>{words.heading}</h1>
            <p class="lead">{words.lead}</p>
            <div class="desk">
                {form(page, words)}
                <div class="results">
                    <p class="no-script">{words.no_script}</p>
                    {preview(words)}
                </div>
            </div>
            {address(base, words)}
            {pictures(words)}
            <section id="may" aria-labelledby="may-h">
                <h2 id="may-h">{words.devices}</h2>
                <p>{fill(words.devices_lead, &[&MOST_SCENES.to_string()])}</p>
                {words.device.iter().map(device).collect_view()}
            </section>
            <section aria-labelledby="luu-y">
                <h2 id="luu-y">{words.checks}</h2>
                <dl>{words.check.iter().map(|(what, how)| view! { <dt>{*what}</dt><dd inner_html=typed(how)></dd> }).collect_view()}</dl>
            </section>
        </main>
    };
    frame.to_html().replace("<!>", "")
}

/// The names are those of `view::settings`; a browser without scripts sends them as they are.
fn form(page: &ScreenPage, words: &'static Setup) -> impl IntoView + use<> {
    let (base, own) = (page.base, langs(page.campaign));
    let first = own.first().copied().unwrap_or_default();
    let scenes = SceneKind::ALL.into_iter().zip(words.scene).map(|(kind, label)| {
        view! {
            <label><input type="checkbox" name="scenes" value=kind.word() checked=SceneKind::USUAL.contains(&kind)/>{label}</label>
        }
    });
    let radios = |name: &'static str, values: &[&'static str], labels: &[&'static str]| {
        let one = move |(i, (value, label)): (usize, (&&'static str, &&'static str))| {
            view! {
                <label><input type="radio" name=name value=*value checked={i == 0}/>{*label}</label>
            }
        };
        values.iter().zip(labels).enumerate().map(one).collect_view()
    };
    // All of them, or the one language of the site.
    let spoken = |at: usize| if own.len() > 1 { 0..3 } else { at..at + 1 };
    let spoken = spoken(usize::from(first == Lang::En));
    let lang = radios("lang", ["vi", "en", "vi,en"].get(spoken.clone()).unwrap_or_default(), words.langs.get(spoken).unwrap_or_default());
    view! {
        <form id="settings" method="get" action=format!("{base}{}", paths::screen(first)) target="_blank" aria-labelledby="chon">
            <h2 id="chon">{words.choices}</h2>
            <fieldset class="pairs" aria-describedby="scenes-help">
                <legend>{words.scenes.label}</legend>
                {scenes.collect_view()}
                <small id="scenes-help">{words.scenes.help}</small>
            </fieldset>
            <fieldset>
                <legend>{words.lang.label}</legend>
                {lang}
            </fieldset>
            <fieldset>
                <legend>{words.theme}</legend>
                {radios("theme", &[Theme::Dark.word(), Theme::Light.word(), ""], &words.themes)}
            </fieldset>
            <fieldset>
                <legend>{words.times}</legend>
                {number("dwell", &words.dwell, DWELL, 3, 600)}
                {number("refresh", &words.refresh, REFRESH, 30, 86_400)}
            </fieldset>
            <fieldset>
                <legend>{words.nights}</legend>
                {line("night", &words.night, 5, "([01]?[0-9]|2[0-4])-([01]?[0-9]|2[0-4])")}
                {number("dim", &words.dim, u32::from(DIM), 0, 100)}
            </fieldset>
            <fieldset>
                <legend>{words.more}</legend>
                {line("stamp", &words.stamp, 16, r"[A-Za-z0-9_.\-]{1,16}")}
                {tick("rotate", "90", &words.rotate[0])}
                {tick("rotate", "270", &words.rotate[1])}
                {tick("margin", "3", &words.margin)}
                {tick("zone", "player", &words.zone)}
                {tick("sync", "off", &words.sync)}
                {tick("shift", "1", &words.shift)}
                {tick("motion", "off", &words.motion)}
                {tick("motion", "ticker", &words.ticker)}
                {tick("setup", "1", &words.setup)}
                {tick("reset", "1", &words.reset)}
                <small inner_html=typed(words.box_size)></small>
            </fieldset>
            <button class="go" type="submit">{words.open_form}</button>
        </form>
    }
}

/// The size has no name in the form: a screen knows its own.
fn preview(words: &'static Setup) -> impl IntoView {
    let option = |(i, (name, width, height)): (usize, (&str, u32, u32))| {
        let kind = words
            .presets
            .get(i)
            .map_or_else(|| fill(words.board, &[&name.split('-').next().unwrap_or_default().to_uppercase()]), |kind| kind.to_string());
        view! { <option value=format!("{width}x{height}")>{format!("{kind}, {width} × {height}")}</option> }
    };
    let side = |id: &'static str, label: &'static str, value: u32, least: u32| {
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <input id=id type="number" inputmode="numeric" value=value min=least max=MOST step="1" aria-describedby="size-help"/>
            </div>
        }
    };
    let (_, width, height) = PRESETS[0];
    view! {
        <section class="live" aria-labelledby="xem">
            <h2 id="xem">{words.preview}</h2>
            <fieldset class="size" aria-describedby="size-help">
                <legend>{words.size.label}</legend>
                <div class="field wide">
                    <label for="preset">{words.preset}</label>
                    <select id="preset">
                        {PRESETS.into_iter().enumerate().map(option).collect_view()}
                        <option value="">{words.other_size}</option>
                    </select>
                </div>
                {side("width", words.width, width, LEAST.0)}
                {side("height", words.height, height, LEAST.1)}
                <small id="size-help">{words.size.help}</small>
            </fieldset>
            <div id="room"><div id="box">
                <iframe id="screen" title=words.screen width=width height=height tabindex="-1"></iframe>
            </div></div>
            <p id="scale" class="fine" data-smaller=words.smaller data-larger=words.larger data-actual=words.actual></p>
        </section>
    }
}

fn address(base: &str, words: &'static Setup) -> impl IntoView {
    view! {
        <section class="live" aria-labelledby="dia-chi">
            <h2 id="dia-chi"><label for="address">{words.address.label}</label></h2>
            <input id="address" type="text" readonly=true spellcheck="false" aria-describedby="address-help"/>
            <small id="address-help">{words.address.help}</small>
            <p id="ignored" role="status" data-words=words.ignored></p>
            <p class="acts">
                <button type="button" data-act="copy">{words.copy}</button>
                <a id="open" href=format!("{base}led/") target="_blank">{words.open}</a>
            </p>
            <p id="said" role="status" data-copied=words.copied data-by-hand=words.by_hand></p>
        </section>
    }
}

fn pictures(words: &'static Setup) -> impl IntoView {
    view! {
        <section class="live" id="hinh" aria-labelledby="hinh-h">
            <h2 id="hinh-h">{words.pictures.label}</h2>
            <p>{words.pictures.help}</p>
            <button type="button" data-act="pictures">{words.make}</button>
            <p id="progress" role="status" data-making=words.making data-made=words.made data-not-made=words.not_made></p>
            <ol id="pictures"></ol>
        </section>
    }
}
