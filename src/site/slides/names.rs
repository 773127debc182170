//! How the files of a set are called: by the moment of the figures and the true size in pixels, so that whoever finds one on a stick or in a
//! controller knows what it is, and two sets never share a name. It must not know what is in the files.

use crate::campaign::Stamp;

const LEAD: &str = "bluezone";
/// The kinds of a set's files; the first of them are numbered.
const KINDS: [&str; 3] = ["png", "gif", "mp4"];

/// `bluezone-20200811-0800`; without the date where no figures are shown. The clock is the report's own, which is the province's and the one
/// that stands on the slides.
pub fn set(as_of: Option<Stamp>) -> String {
    match as_of {
        Some(at) => format!("{LEAD}-{:04}{:02}{:02}-{:02}{:02}", at.year(), at.month(), at.day(), at.hour(), at.minute()),
        None => LEAD.into(),
    }
}

/// `bluezone-20200811-0800-192x96`, the whole name of an animation or a film but for its ending.
pub fn sized(set: &str, [width, height]: [u32; 2]) -> String {
    format!("{set}-{width}x{height}")
}

/// Whether a file is called as those of a set are, or as they were before names had a date: somebody may have left it from another set.
pub fn is_of_a_set(name: &str) -> bool {
    let known = |name: &str| -> Option<()> {
        let (stem, kind) = name.rsplit_once('.')?;
        let rest = stem.strip_prefix(LEAD)?;
        let rest = without_date(rest).unwrap_or(rest);
        match kind {
            "zip" => rest.is_empty().then_some(()),
            _ if !KINDS.contains(&kind) => None,
            _ if rest.is_empty() => (kind != "png").then_some(()),
            _ => {
                let mut parts = rest.strip_prefix('-')?.splitn(3, '-');
                let (width, height) = parts.next()?.split_once('x')?;
                let number = parts.next();
                let whole = [Some(width), Some(height), number].into_iter().flatten().all(is_number);
                // A picture has its place in the round and a name, the others have neither.
                (whole && (kind == "png") == number.is_some() && number.is_some() == parts.next().is_some()).then_some(())
            }
        }
    };
    known(name).is_some()
}

/// What follows `-20200811-0800`.
fn without_date(rest: &str) -> Option<&str> {
    let (day, clock, after) = (rest.get(1..9)?, rest.get(10..14)?, rest.get(14..)?);
    let dashes = rest.starts_with('-') && rest.get(9..10) == Some("-");
    (dashes && is_number(day) && is_number(clock) && (after.is_empty() || after.starts_with('-'))).then_some(after)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_and_how_large() {
        let dated = set(Stamp::vietnam(2020, 8, 11, 8, 0));
        assert_eq!((dated.as_str(), sized(&dated, [1920, 1080]).as_str()), ("bluezone-20200811-0800", "bluezone-20200811-0800-1920x1080"));
        assert_eq!(sized(&set(None), [128, 64]), "bluezone-128x64");
    }

    #[test]
    fn own_names_are_known_and_no_others() {
        for own in [
            "bluezone-20200811-0800-1920x1080.mp4",
            "bluezone-20200811-0800-192x96.gif",
            "bluezone-20200811-0800-192x96-01-headline-vi.png",
            "bluezone-192x96-120-qr-en.png",
            "bluezone-192x96.gif",
            "bluezone-20200811-0800.zip",
            "bluezone.zip",
            "bluezone.mp4",
            "bluezone.gif",
        ] {
            assert!(is_of_a_set(own), "{own}");
        }
        for other in [
            "logo.png",
            "bluezone.png",
            "bluezone-logo.png",
            "bluezone.txt",
            "bluezone-20200811.zip",
            "bluezone-20200811-0800-192x96.png",
            "bluezone-20200811-0800-192x96-01-headline-vi.gif",
            "bluezone-20200811-0800-192.gif",
            "bluezone-192x96-a-b.png",
            "bluezonê-20200811-0800.zip",
            "bluezone-2020081ê-0800.zip",
        ] {
            assert!(!is_of_a_set(other), "{other}");
        }
    }
}
