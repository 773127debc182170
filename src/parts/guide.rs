//! The install guide: static HTML, rendered natively and never hydrated, so without signals or handlers. It must not know the
//! reader's phone (one line of script in the page puts it first) nor any address but those handed in.

use leptos::prelude::*;

use crate::{
    campaign::Links,
    text::{
        fill,
        guide::{Guide, Pair, Phone},
    },
    view::address,
};

/// Runs right after the two phones' blocks are parsed, before they are seen: one's own comes first (an iPad calls itself a Mac, but has a touch
/// screen), and inside of Zalo or Facebook what to do when the store does not open.
const OWN_PHONE_FIRST: &str = r#"(d=>{var n=navigator,u=n.userAgent;if(/\biP[aho]/.test(u)||/Mac/.test(n.platform)&&n.maxTouchPoints>1)d.querySelectorAll("[data-os=ios]").forEach(e=>e.parentNode.prepend(e));if(/Zalo|FBA[NV]|FB_IAB|Messenger/.test(u))d.querySelector(".stores").before(d.querySelector(".in-app"))})(document)"#;

/// `qr_svg`: a drawing of `links.install`; empty: none.
#[component]
pub fn GuidePart(text: &'static Guide, links: Links, qr_svg: String) -> impl IntoView {
    let shown = address(&links.install).to_owned();
    let dial: String = links.hotline.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let hotline = if links.is_ministry_hotline() { text.hotline } else { text.other_hotline };
    let scan = (!qr_svg.is_empty()).then(|| {
        view! {
            <figure class="qr">
                <div inner_html=qr_svg></div>
                <figcaption>{fill(text.scan, &[&shown])}</figcaption>
            </figure>
        }
    });
    view! {
        <section data-part="guide" id="cai-dat" aria-labelledby="cai-dat-h">
            <h2 id="cai-dat-h">{text.install_heading}</h2>
            <div class="stores">
                {store("android", &text.android, links.android)}
                {store("ios", &text.ios, links.ios)}
            </div>
            {said(text.look_alikes, |words| view! { <p class="print"><strong>{words}</strong></p> })}
            <p class="in-app">{fill(text.in_app, &[&shown])}</p>
            {scan}
            {said(text.systems, |words| view! { <p class="print">{words}</p> })}
            <p><a href=links.install>{fill(text.install, &[&shown])}</a></p>
            <div class="phones">
                {phone("android", &text.android)}
                {phone("ios", &text.ios)}
                <script inner_html=OWN_PHONE_FIRST></script>
            </div>
            {said(text.what, |words| view! { <h3>{text.heading}</h3><p class="print">{words}</p> })}
            {some(text.limits, |notes| view! { <ul class="limits print">{items(notes)}</ul> })}
            {said(text.counted, |words| view! { <p>{words}</p> })}
            {some(text.permissions, |all| view! { <h3>{text.permissions_heading}</h3>{terms(all)} })}
            {some(text.checks, |all| view! { <h3>{text.checks_heading}</h3><ul>{items(all)}</ul> })}
            {some(text.makers, |all| {
                view! { <details><summary>{text.battery}</summary><p>{text.battery_note}</p>{terms(all)}</details> }
            })}
            {some(text.questions, |all| view! { <h3>{text.questions_heading}</h3>{questions(all)} })}
            <p class="print">{hotline}" "<a href=format!("tel:{dial}")>{links.hotline}</a></p>
        </section>
    }
}

fn store(os: &'static str, phone: &'static Phone, link: String) -> impl IntoView {
    view! {
        <p class="acts" data-os=os>
            <a class="go" href=link.clone()>{phone.store}</a>" "
            <button type="button" class="copy" data-copy=link>{phone.copy}</button>
        </p>
    }
}

fn phone(os: &'static str, phone: &'static Phone) -> impl IntoView {
    some(phone.steps, |steps| {
        view! {
            <section data-os=os>
                <h3>{phone.heading}</h3>
                <ol>{items(steps)}</ol>
            </section>
        }
    })
}

/// What an app's data leaves out is not said.
fn said<V: IntoView>(words: &'static str, show: impl FnOnce(&'static str) -> V) -> Option<V> {
    (!words.is_empty()).then(|| show(words))
}

fn some<T, V: IntoView>(all: &'static [T], show: impl FnOnce(&'static [T]) -> V) -> Option<V> {
    (!all.is_empty()).then(|| show(all))
}

fn items(texts: &'static [&'static str]) -> impl IntoView {
    texts.iter().map(|text| view! { <li>{*text}</li> }).collect_view()
}

fn terms(pairs: &'static [Pair]) -> impl IntoView {
    view! { <dl>{pairs.iter().map(|(term, said)| view! { <dt>{*term}</dt><dd>{*said}</dd> }).collect_view()}</dl> }
}

fn questions(pairs: &'static [Pair]) -> impl IntoView {
    let one = |(at, (asked, said)): (usize, &'static Pair)| {
        view! { <details id=format!("hoi-{}", at + 1)><summary>{*asked}</summary><p>{*said}</p></details> }
    };
    pairs.iter().enumerate().map(one).collect_view()
}

#[cfg(test)]
mod tests {
    use unicode_normalization::is_nfc;

    use super::*;
    use crate::{
        campaign::fixture::campaign,
        text::{Lang, guide::guide},
    };

    /// What the guide may cost of the page's first bytes, in brotli.
    const MOST: usize = 4_300;

    /// Made up, so that whatever is hard-coded shows.
    fn links() -> Links {
        Links {
            install: "https://www.a.example/".into(),
            android: "https://b.example/?x=1&y=2".into(),
            ios: "https://c.example/".into(),
            hotline: "+84 555 01".into(),
        }
    }

    fn html(lang: Lang, qr: &str) -> String {
        let owner = Owner::new();
        let html = owner.with(|| view! { <GuidePart text=guide(lang, &campaign()) links=links() qr_svg=qr.into()/> }.to_html());
        owner.cleanup();
        html.replace("<!>", "")
    }

    fn both() -> [String; 2] {
        [Lang::Vi, Lang::En].map(|lang| html(lang, ""))
    }

    #[test]
    fn both_languages_say_as_much() {
        let [vi, en] = both();
        for open in ["<li>", "<details>", "<dt>", "<dd>", "<h3>", "<p>", "data-copy=", "<details id=\"hoi-"] {
            assert!(vi.contains(open));
            assert_eq!(vi.matches(open).count(), en.matches(open).count(), "{open}");
        }
        assert!(vi.contains("\"ios\"") && vi.find("\"android\"") < vi.find("\"ios\""), "without a script Android comes first");
    }

    #[test]
    fn addresses_and_hotline_are_the_data_files() {
        let own = [
            "href=\"https://www.a.example/\"",
            "href=\"https://b.example/?x=1&amp;y=2\"",
            "data-copy=\"https://b.example/?x=1&amp;y=2\"",
            "data-copy=\"https://c.example/\"",
            "href=\"tel:+8455501\">+84 555 01<",
        ];
        for html in both() {
            own.iter().for_each(|own| assert!(html.contains(own), "{own}\n{html}"));
            for foreign in ["1900", "gov.vn", "play.google", "apple.com", "http://", "target=", "{0}"] {
                assert!(!html.contains(foreign), "{foreign}");
            }
        }
    }

    #[test]
    fn only_the_ministrys_hotline_is_called_the_ministrys() {
        for (hotline, its) in [("1900 9095", true), ("19009095", true), ("0261 355 5555", false), ("1900 90955", false)] {
            let links = Links { hotline: hotline.into(), ..links() };
            let owner = Owner::new();
            let html = owner.with(|| view! { <GuidePart text=guide(Lang::Vi, &campaign()) links qr_svg=String::new()/> }.to_html());
            owner.cleanup();
            let line = html.rsplit("<p class=\"print\">").next().unwrap();
            assert_eq!((line.contains("Bộ Y tế"), line.contains("miễn phí")), (its, its), "{line}");
        }
    }

    #[test]
    fn promises_no_more_than_is_known() {
        for html in both() {
            let low = html.to_lowercase();
            assert!(low.match_indices("bắt buộc").all(|(at, _)| low[..at].ends_with("không ")));
            for wrong in ["không bao giờ rời", "tuyệt đối", "never leave", "mandatory", "compulsory"] {
                assert!(!low.contains(wrong), "{wrong}");
            }
        }
    }

    #[test]
    fn letters_are_composed_and_tones_stand_one_way() {
        // As in official documents: hóa, khỏe, thủy.
        let other_way = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"];
        for html in both() {
            assert!(is_nfc(&html) && !html.chars().any(|c| ('\u{300}'..='\u{323}').contains(&c)));
            for word in html.split(|c: char| !c.is_alphabetic()).filter(|word| !word.to_lowercase().starts_with("qu")) {
                assert!(!other_way.iter().any(|end| word.ends_with(end)), "{word}");
            }
        }
    }

    #[test]
    fn a_qr_code_stands_only_where_there_is_one() {
        let [without, with] = ["", "<svg></svg>"].map(|qr| html(Lang::Vi, qr));
        assert!(!without.contains("class=\"qr\""));
        assert!(with.contains("<div><svg></svg></div><figcaption>") && with.contains("a.example</figcaption>"), "{with}");
    }

    #[test]
    fn fits_into_the_first_bytes() {
        let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        for html in both() {
            let mut out = Vec::new();
            brotli::BrotliCompress(&mut html.as_bytes(), &mut out, &params).unwrap();
            assert!(out.len() <= MOST, "{} bytes", out.len());
        }
    }
}
