//! The names that no district may have as its slug: a slug is a folder of the site (`huyen/<slug>/`, `embed/<slug>/`) and an anchor of its
//! pages. It must not know how paths are made; `tests/site.rs` holds it against the built site.

/// Folders and files of the site by their names without endings, and what the pages call places of their own; some are the heading of one, with
/// `-h` behind. The last are the names that Windows keeps for devices.
const NAMES: &str = "30 60 120 404 ap-phich assets bao-chi board builder campaign card change data deploy doc embed en feed fonts huyen icon in-an index \
    installs led map more oembed per100 phat-thanh press rate release robots setup site-manifest sitemap so-lieu sw to-roi vi \
    ban-do built cai-dat chia-se chinh chon dien-bien khong live ma trend xem xep-hang \
    aux con nul prn com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9";

/// Whether something of the site has that name, or may get it with another release. Files with a hash in their names begin with `bluezone-` and
/// `frame-`, which hosts keep for ever; `s-mb` says what an embed shows, and sections of a help are `hoi-` with a number.
pub fn is_reserved(slug: &str) -> bool {
    let name = slug.strip_suffix("-h").unwrap_or(slug);
    NAMES.split(' ').any(|reserved| reserved == name)
        || ["bluezone-", "frame-", "s-"].iter().any(|start| slug.starts_with(start))
        || (slug.starts_with("hoi-") && slug.ends_with(|c: char| c.is_ascii_digit()))
}

/// The host of a link with its port, or what stands in the place of it.
pub(super) fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_site_and_of_devices_are_no_slugs() {
        for name in [
            "en",
            "rate",
            "change",
            "builder",
            "map",
            "led",
            "data",
            "fonts",
            "setup",
            "huyen",
            "embed",
            "frame-1",
            "com1",
            "con",
            "ban-do-h",
            "hoi-3",
            "s-mb",
            "bluezone-map",
        ] {
            assert!(is_reserved(name), "{name}");
        }
        for name in [
            "cu-jut", "dak-mil", "quan-1", "con-dao", "comm", "son-la", "s", "tam-ky", "map-a", "enlac", "tra-linh", "1", "hoi-an", "com-1",
        ] {
            assert!(!is_reserved(name), "{name}");
        }
    }
}
