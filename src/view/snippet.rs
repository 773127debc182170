//! What an agency pastes into its page, by the means that its portal leaves it: a bare frame, a frame with the script, an element, a picture.
//! Each says the same figure, its denominator and its moment. It must not know the browser.

use super::{
    Share,
    embed::{Embed, Piece},
};
use crate::{
    campaign::Campaign,
    text::{Lang, escape_html, text},
};

/// A frame on a phone, where everything stands below each other.
pub const PHONE: u32 = 320;
/// The size of the pictures in pixels.
pub const PICTURE: (u32, u32) = (1200, 630);
/// The size at which a snippet shows them: mail programs know no other than that of the attributes.
const SHOWN: (u32, u32) = (600, 315);

/// What all snippets of one embed are made from.
pub struct Snippet<'a> {
    /// Where the site lies, ending in `/`: a whole address, or a path where the host is not known.
    pub site: &'a str,
    pub embed: &'a Embed,
    /// The embed's own address below the site.
    pub address: String,
    /// The district's slug; empty: the whole province.
    pub slug: &'a str,
    /// The full page below the site.
    pub full: String,
    pub title: String,
    /// Figure, denominator and moment in one sentence.
    pub sentence: String,
    pub size: FrameSize,
}

/// What an embed needs, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameSize {
    pub width: u32,
    pub height: u32,
    /// Its height on a phone.
    pub narrow: u32,
}

impl<'a> Snippet<'a> {
    pub fn new(campaign: &'a Campaign, site: &'a str, embed: &'a Embed, size: FrameSize) -> Self {
        let selection = embed.selection();
        let Share { title, sentence, .. } = Share::new(campaign, text(embed.lang, campaign), &selection);
        let (address, full) = (embed.address(campaign), selection.address(campaign, ""));
        Self { site, embed, address, slug: embed.slug(campaign), full, title, sentence, size }
    }

    /// A frame of fixed ratio, for portals that strip scripts, and the sentence, which stays where a portal strips the frame.
    pub fn bare(&self) -> String {
        format!("{}\n{}", self.frame(), self.caption())
    }

    /// Figure, denominator and moment with the way to the full page; nothing that any portal would take out.
    pub fn caption(&self) -> String {
        format!("<p><a href=\"{}\">{}</a></p>", self.page(), escape_html(&self.sentence))
    }

    /// The frame alone. Attributes say what style says once more: many portals strip one of the two.
    pub fn frame(&self) -> String {
        let FrameSize { width, height, narrow } = self.size;
        let title = escape_html(&self.title);
        // On a phone a wide embed needs more height than its ratio gives: the narrower the window, the more of it. Where style is stripped, the
        // attributes hold.
        let (wider, taller) = (width.saturating_sub(PHONE + 40), narrow.saturating_sub(height));
        let least = if wider > 0 && taller > 0 {
            // In hundredths: floats would bring their formatter into the module.
            let steep = taller * 100 / wider + 1;
            let steep = format!("{}.{:02}", steep / 100, steep % 100);
            format!(";min-height:clamp({height}px,calc({narrow}px + ({}px - 100vw)*{steep}),{narrow}px)", PHONE + 40)
        } else {
            String::new()
        };
        format!(
            "<iframe src=\"{}\" title=\"{title}\" width=\"100%\" height=\"{height}\" frameborder=\"0\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
             style=\"border:0;width:100%;max-width:{width}px;height:auto;aspect-ratio:{width}/{height}{least}\"></iframe>",
            escape_html(&self.frame_address()),
        )
    }

    /// The whole address of the embed.
    pub fn frame_address(&self) -> String {
        format!("{}{}", self.site, self.address)
    }

    /// The frame with the script that fits its height.
    pub fn resized(&self) -> String {
        format!("{}\n{}", self.bare(), self.script())
    }

    /// The element that the script defines. What stands in it is for pages where the script does not run.
    /// `alt`: what the picture says, for those who do not see it.
    pub fn element(&self, alt: &str) -> String {
        let mut attributes = format!(" show=\"{}\"", self.embed.words());
        let mut say = |name: &str, value: &str, said: bool| {
            if said {
                attributes.push_str(&format!(" {name}=\"{value}\""));
            }
        };
        let Embed { lang, measure, theme, accent, full, .. } = self.embed;
        say("district", self.slug, !self.slug.is_empty());
        say("measure", measure.word(), *measure != Default::default());
        say("lang", lang.code(), *lang != Default::default());
        say("theme", theme.word(), *theme != Default::default());
        say("accent", accent.as_deref().unwrap_or_default(), accent.is_some());
        say("link", "full", *full);
        format!(
            "<bluezone-map site=\"{}\"{attributes} title=\"{}\" style=\"display:block;max-width:{}px\">\n  <a href=\"{}\">{}</a>\n  <noscript>{}</noscript>\n</bluezone-map>\n{}",
            escape_html(self.site),
            escape_html(&self.title),
            self.size.width,
            self.page(),
            escape_html(&self.sentence),
            self.image(alt),
            self.script()
        )
    }

    /// A picture that leads to the full page, for newsletters and portals that take nothing else. One link for both: one of its own would stay
    /// behind empty where the picture is taken out.
    pub fn picture(&self, alt: &str) -> String {
        format!("<p><a href=\"{}\">{}<br>\n{}</a></p>", self.page(), self.image(alt), escape_html(&self.sentence))
    }

    /// The picture's own address.
    pub fn image_address(&self) -> String {
        let lang = if self.embed.lang == Lang::En { "en/" } else { "" };
        let district = if self.slug.is_empty() { String::new() } else { format!("{}/", self.slug) };
        let board = self.slug.is_empty() && self.embed.show.contains(&Piece::Board) && !self.embed.show.contains(&Piece::Map);
        format!("{}embed/{lang}{district}{}.png", self.site, if board { "board" } else { "map" })
    }

    fn image(&self, alt: &str) -> String {
        let (width, height) = SHOWN;
        format!(
            "<img src=\"{}\" alt=\"{}\" width=\"{width}\" height=\"{height}\" style=\"max-width:100%;height:auto\">",
            escape_html(&self.image_address()),
            escape_html(alt)
        )
    }

    fn page(&self) -> String {
        escape_html(&format!("{}{}", self.site, self.full))
    }

    fn script(&self) -> String {
        format!("<script async src=\"{}embed.js\"></script>", escape_html(self.site))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{campaign::fixture::campaign, view::embed::Scheme};

    fn all(embed: &Embed, title: &str, width: u32) -> [String; 4] {
        let mut campaign = campaign();
        campaign.province.name = title.into();
        let mut snippet = Snippet::new(&campaign, "https://a.vn/x/", embed, FrameSize { width, height: 500, narrow: 900 });
        snippet.sentence.push_str(" <lượt>");
        let alt = "Bản \"đồ\"";
        [snippet.bare(), snippet.resized(), snippet.element(alt), snippet.picture(alt)]
    }

    #[test]
    fn all_four_lead_to_the_same_and_nothing_breaks_out() {
        let embed = Embed { show: vec![Piece::Map, Piece::Qr], district: Some("662".into()), theme: Scheme::Dark, ..Embed::default() };
        let [bare, resized, element, picture] = all(&embed, "B'\"<z>", 360);
        for text in [&bare, &resized, &element, &picture] {
            let tags = text.matches('<').count();
            assert_eq!(tags, text.matches('>').count(), "{text}");
            assert_eq!(text.matches('"').count() % 2, 0, "{text}");
            assert!(!text.contains("<z>") && !text.contains("<lượt>"), "{text}");
        }
        assert!(
            bare.contains("src=\"https://a.vn/x/embed/cu-jut/?show=map,qr&amp;theme=dark#s-mq\"")
                && bare.contains("aspect-ratio:360/500\"")
        );
        assert!(resized.ends_with("<script async src=\"https://a.vn/x/embed.js\"></script>"));
        assert!(element.contains("<bluezone-map site=\"https://a.vn/x/\" show=\"map,qr\" district=\"cu-jut\" theme=\"dark\" title"));
        assert!(element.contains("<noscript><img src=\"https://a.vn/x/embed/cu-jut/map.png\" alt=\"Bản &quot;đồ&quot;\""));
        assert!(picture.contains("<a href=\"https://a.vn/x/huyen/cu-jut/\">"));
        // What a portal that takes no frame leaves: figure, denominator, moment, and the way to them.
        for text in [&bare, &resized, &element, &picture] {
            assert!(text.contains("<a href=\"https://a.vn/x/huyen/cu-jut/\">") && text.contains("&lt;lượt&gt;"), "{text}");
        }
        assert!(bare.contains("></iframe>\n<p>"), "nothing stands in the frame's element: {bare}");
        assert!(bare.contains("width=\"100%\" height=\"500\" frameborder=\"0\"") && picture.contains("width=\"600\" height=\"315\""));
        // At a window of 360 px it has the height of a phone, at 700 px its own.
        assert!(all(&embed, "x", 700)[0].contains(";min-height:clamp(500px,calc(900px + (360px - 100vw)*1.18),900px)\""));
    }
}
