//! The words that a live page draws itself with, in its own language and with the campaign's own words in them: a file beside pages and embeds, which
//! their modules ask for; inside of screens, which have to stand alone, and of forms, which speak both languages. It must not know what they say.

use super::style;
use crate::{
    campaign::Campaign,
    text::{Lang, screen::screen, text, write},
};

/// The file of a language; its name holds a hash, as those of the modules do.
pub fn file(campaign: &Campaign, lang: Lang) -> (String, String) {
    let words = write(text(lang, campaign));
    (format!("bluezone-text-{}-{}.txt", lang.code(), style::hash(&words)), words)
}

/// Where the module finds it. `preload` asks for it with the page; the module would ask only once it is there itself.
pub fn link(campaign: &Campaign, lang: Lang, base: &str, rel: &str) -> String {
    format!("<link rel=\"{rel}\" href=\"{base}{}\" as=\"fetch\" crossorigin>", file(campaign, lang).0)
}

/// What a form says in each language.
pub fn of_forms(campaign: &Campaign) -> Vec<String> {
    [Lang::Vi, Lang::En].map(|lang| write(text(lang, campaign))).into()
}

/// What a screen says in each language.
pub fn of_screens(campaign: &Campaign) -> Vec<String> {
    [Lang::Vi, Lang::En].map(|lang| write(text(lang, campaign)) + &write(screen(lang, campaign))).into()
}

#[cfg(test)]
mod tests {
    use crate::{
        campaign::{App, AppWords, fixture::campaign},
        site::{Assets, Options, files},
    };

    #[test]
    fn the_site_of_another_app_never_says_bluezone() {
        let mut campaign = campaign();
        let words = |slogan: &str| AppWords { slogans: vec![slogan.into()], ..AppWords::default() };
        campaign.app = Some(App { name: "VssID".into(), vi: words("Cài VssID"), en: Some(words("Get VssID")) });
        let links = ["https://vssid.vn", "https://play.example/vssid", "https://apps.example/vssid"].map(String::from);
        [campaign.links.install, campaign.links.android, campaign.links.ios] = links;
        for report in &mut campaign.reports {
            (report.source.title, report.source.title_en) = ("Công văn 17".into(), None);
        }
        let map = serde_json::from_str(include_str!("../../tests/fixtures/data/map.json")).unwrap();
        let files = files(&campaign, &map, &Assets::default(), &Options { pictures: false, ..Options::default() }).unwrap();
        let mut seen = 0;
        for (path, file) in files.iter().filter(|(path, _)| [".html", ".txt", ".xml", ".csv"].iter().any(|end| path.ends_with(end))) {
            let text = String::from_utf8_lossy(&file.bytes);
            // Files of the build keep their names.
            let own = text.replace("bluezone-", "").replace("bluezone.html", "").replace("bluezone:", "").replace("self.bluezone", "");
            let found = own
                .find("Bluezone")
                .or_else(|| own.find("bluezone"))
                .map(|at| own[at.saturating_sub(60)..].chars().take(140).collect::<String>());
            assert_eq!(found, None, "{path}");
            seen += 1;
        }
        assert!(seen > 60, "{seen}");
    }
}
