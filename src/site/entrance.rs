//! Where a site has English alone, its pages stand below `en/` as ever, and what people type leads there. It must not know what the pages say.

use crate::{
    campaign::Campaign,
    site::paths,
    text::{Lang, escape_html, fill, langs, shell::shell},
};

/// The pages that lead on, by their paths; none where the site has Vietnamese.
pub fn pages(campaign: &Campaign, base: &str) -> Vec<(String, String)> {
    if langs(campaign).contains(&Lang::Vi) {
        return Vec::new();
    }
    let embed = crate::view::embed::Embed { lang: Lang::En, ..Default::default() }.path_of("");
    let screen = paths::screen(Lang::En).to_owned();
    let lead = |(from, to): (&str, String)| (format!("{from}index.html"), page(campaign, &format!("{base}{to}")));
    [("", "en/".into()), (paths::screen(Lang::Vi), screen), ("embed/", embed)].map(lead).into()
}

fn page(campaign: &Campaign, to: &str) -> String {
    let (to, name) = (escape_html(to), escape_html(&fill(shell(Lang::En, campaign).site, &[&campaign.province.name])));
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{name}</title><link rel=\"canonical\" href=\"{to}\"><meta http-equiv=\"refresh\" content=\"0; url={to}\"></head>\
         <body><p><a href=\"{to}\">{name}</a></p></body></html>\n"
    )
}
