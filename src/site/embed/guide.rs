//! Guide and QR code of an embed: short, static, never hydrated. The words are `text::guide`'s.

use crate::{
    campaign::Campaign,
    parts::markup::{tag, wrap},
    text::{
        Lang,
        embed::EmbedText,
        escape_html, fill,
        guide::{Phone, guide},
    },
    view::address,
};

/// A link that leaves the frame: in a new tab, so that the page around it stays.
fn outside(out: &mut String, words: &EmbedText, url: &str, more: &str, name: &str) {
    tag(out, &format!("a{more} target=\"_blank\" rel=\"noopener\" title=\"{}\" href=\"{}\"", words.new_tab, escape_html(url)), name);
}

pub fn markup(lang: Lang, words: &EmbedText, campaign: &Campaign, full: &str, qr: &str) -> String {
    let (text, links) = (guide(lang, campaign), &campaign.links);
    let shown = address(&links.install);
    let mut out = String::new();
    wrap(&mut out, "div class=\"slot g\"", |out| {
        wrap(out, "section data-part=\"guide\" aria-labelledby=\"cai-dat-h\"", |out| {
            tag(out, "h2 id=\"cai-dat-h\"", text.install_heading);
            if !text.systems.is_empty() {
                tag(out, "p", text.systems);
            }
            if !text.look_alikes.is_empty() {
                wrap(out, "p", |out| tag(out, "strong", text.look_alikes));
            }
            wrap(out, "p class=\"acts\"", |out| outside(out, words, &links.install, " class=\"go\"", &fill(text.install, &[shown])));
            for (phone, link) in [(&text.android, &links.android), (&text.ios, &links.ios)] {
                steps(out, words, phone, link);
            }
            wrap(out, "p", |out| outside(out, words, &format!("{full}#cai-dat"), "", words.whole_guide));
        });
    });
    wrap(&mut out, "div class=\"slot q\"", |out| {
        wrap(out, "section data-part=\"qr\"", |out| {
            wrap(out, "figure", |out| {
                out.push_str(qr);
                tag(out, "figcaption", &fill(text.scan, &[shown]));
            });
        });
    });
    out
}

fn steps(out: &mut String, words: &EmbedText, phone: &Phone, link: &str) {
    if phone.steps.is_empty() {
        return;
    }
    wrap(out, "details", |out| {
        tag(out, "summary", phone.heading);
        wrap(out, "ol", |out| phone.steps.iter().for_each(|step| tag(out, "li", step)));
        wrap(out, "p", |out| outside(out, words, link, "", phone.store));
    });
}
