//! Bulletins of the published province and of odd states of the data.

use super::*;
use crate::campaign::fixture::{campaign, two_reports};

fn places(campaign: &Campaign) -> Vec<Option<String>> {
    std::iter::once(None).chain(campaign.districts.iter().map(|district| Some(district.code.clone()))).collect()
}

#[test]
fn show() {
    let c = if std::env::var("TWO").is_ok() { two_reports() } else { campaign() };
    for lang in [Lang::Vi, Lang::En] {
        for place in places(&c).into_iter().take(4) {
            for wanted in LENGTHS {
                let b = bulletin(&c, lang, place.as_deref(), wanted);
                println!("--- {place:?} {wanted}: {} syllables {} s", b.syllables, b.seconds);
                for p in &b.paragraphs {
                    println!("{}\n", p.join("\n"));
                }
            }
        }
    }
}
