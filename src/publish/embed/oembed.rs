//! oEmbed as static files: portals that know the standard turn a pasted address into the embed by themselves (<https://oembed.com>, rich type).

use serde_json::json;

use super::Embeds;
use crate::{
    text::{esc, fill, shell::shell, text},
    view::{
        Share,
        embed::Embed,
        snippet::{PICTURE, Snippet},
    },
};

/// In this width the usual pieces need this height; a browser test holds it to the truth.
pub const SIZE: (u32, u32) = (600, 600);
/// And this on a phone.
pub const NARROW: u32 = 980;

/// The link by which a page names its description; `path` is the embed's below the site.
pub fn link(origin: Option<&str>, base: &str, path: &str) -> String {
    let url = format!("{}{base}{path}oembed.json", origin.unwrap_or_default());
    format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\">", esc(&url))
}

pub fn json(embeds: &Embeds, embed: &Embed) -> String {
    let (site, address) = (embeds.site(), embed.address(embeds.campaign));
    let selection = embeds.selection(embed);
    let share = Share::new(embeds.campaign, text(embed.lang), &selection);
    let full = selection.address(embeds.campaign, "");
    let snippet = Snippet {
        site: &site,
        address: &address,
        embed,
        slug: embeds.slug(embed),
        full: &full,
        title: &share.title,
        sentence: &share.sentence,
        alt: &share.sentence,
        width: SIZE.0,
        height: SIZE.1,
        narrow: NARROW,
    };
    let description = json!({
        "version": "1.0",
        "type": "rich",
        "title": share.title,
        "provider_name": fill(shell(embed.lang).site, &[&embeds.campaign.province.name]),
        "provider_url": site,
        "cache_age": 3600,
        "thumbnail_url": snippet.image_address(),
        "thumbnail_width": PICTURE.0,
        "thumbnail_height": PICTURE.1,
        "width": SIZE.0,
        "height": SIZE.1,
        "html": snippet.bare(),
    });
    format!("{description:#}\n")
}
