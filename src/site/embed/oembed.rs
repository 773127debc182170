//! oEmbed as static files: portals that know the standard turn a pasted address into the embed by themselves (<https://oembed.com>, rich type).

use serde_json::json;

use super::Embeds;
use crate::{
    text::{escape_html, fill, shell::shell},
    view::{
        embed::Embed,
        snippet::{FrameSize, PICTURE, Snippet},
    },
};

/// What the usual pieces need; a browser test holds it to the truth.
pub const SIZE: FrameSize = FrameSize { width: 600, height: 600, narrow: 980 };

/// The link by which a page names its description; `path` is the embed's below the site.
pub fn link(origin: Option<&str>, base: &str, path: &str) -> String {
    let url = format!("{}{base}{path}oembed.json", origin.unwrap_or_default());
    format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\">", escape_html(&url))
}

pub fn json(embeds: &Embeds, embed: &Embed) -> String {
    let site = embeds.site();
    let snippet = Snippet::new(embeds.campaign, &site, embed, SIZE);
    let description = json!({
        "version": "1.0",
        "type": "rich",
        "title": snippet.title,
        "provider_name": fill(shell(embed.lang, embeds.campaign).site, &[&embeds.campaign.province.name]),
        "provider_url": site,
        "cache_age": 3600,
        "thumbnail_url": snippet.image_address(),
        "thumbnail_width": PICTURE.0,
        "thumbnail_height": PICTURE.1,
        "width": SIZE.width,
        "height": SIZE.height,
        // The form that WordPress and its kin keep: the sentence, and the frame in its place once it lives.
        "html": format!("<blockquote class=\"wp-embedded-content\">{}</blockquote>{}", snippet.caption(), snippet.frame()),
    });
    format!("{description:#}\n")
}
