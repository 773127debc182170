//! `goal`, `hotline`, `link`, `base-url`: what stands around the figures.

use clap::ValueEnum;

use super::{Done, change};
use crate::campaign::change::Deed;
use crate::campaign::{Campaign, Goal, GoalUnit, Source};
use crate::text::{Lang, fill, format_shortest, ledger::ledger, text};
use crate::tool::common::{Common, Outcome};

#[derive(clap::Args)]
pub struct GoalArgs {
    #[arg(required_unless_present = "none")]
    value: Option<String>,
    #[arg(long, value_name = "TITLE", required_unless_present = "none")]
    source: Option<String>,
    #[arg(long, value_name = "TITLE")]
    source_en: Option<String>,
    #[arg(long)]
    number: Option<String>,
    #[arg(long)]
    url: Option<String>,
    #[arg(long, conflicts_with = "value")]
    none: bool,
}

pub fn goal(common: &Common, args: &GoalArgs) -> Outcome {
    let lang = common.language();
    change(common, Deed::Goal, |campaign| {
        let Some(given) = args.value.as_deref().filter(|_| !args.none) else {
            campaign.goal = None;
            return Ok(ledger(lang).goal_none.to_owned().into());
        };
        let (value, unit) = value(given).ok_or_else(|| fill(ledger(lang).bad_goal, &[given]))?;
        let source = Source {
            title: args.source.clone().unwrap_or_default().trim().to_owned(),
            title_en: args.source_en.clone(),
            number: args.number.clone(),
            url: args.url.clone(),
        };
        campaign.goal = Some(Goal { value, unit, source });
        Ok(fill(ledger(lang).goal, &[&worded(campaign, lang, value, unit)]).into())
    })
}

fn worded(campaign: &Campaign, lang: Lang, value: f64, unit: GoalUnit) -> String {
    let words = text(lang, campaign);
    let pattern = match unit {
        GoalUnit::Installs => words.goal_installs,
        GoalUnit::PercentOfPopulation => words.goal_percent,
    };
    fill(pattern, &[&format_shortest(lang, value)])
}

/// `60.000`, `60000`, `30%`, `30,5 %`
fn value(text: &str) -> Option<(f64, GoalUnit)> {
    match text.trim().strip_suffix('%') {
        Some(percent) => percent.trim().replace(',', ".").parse().ok().map(|value| (value, GoalUnit::PercentOfPopulation)),
        None => count(text).map(|count| (count as f64, GoalUnit::Installs)),
    }
}

/// A count, with or without dots, commas or spaces between its thousands.
pub fn count(text: &str) -> Option<u64> {
    let text = text.trim();
    let parts: Vec<&str> = text.split(['.', ',', ' ', '\u{a0}']).collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    let grouped = parts
        .split_first()
        .is_some_and(|(first, rest)| rest.is_empty() || (1..=3).contains(&first.len()) && rest.iter().all(|part| part.len() == 3));
    let one_mark = text.chars().filter(|c| !c.is_ascii_digit()).collect::<std::collections::BTreeSet<_>>().len() <= 1;
    (grouped && one_mark && parts.iter().all(digits)).then(|| parts.concat().parse().ok())?
}

#[derive(clap::Args)]
pub struct HotlineArgs {
    number: String,
}

pub fn hotline(common: &Common, args: &HotlineArgs) -> Outcome {
    change(common, Deed::Hotline, |campaign| {
        campaign.links.hotline = args.number.trim().to_owned();
        Ok(fill(ledger(common.language()).hotline, &[&campaign.links.hotline]).into())
    })
}

#[derive(Clone, Copy, ValueEnum)]
enum Target {
    /// The page that leads every phone to its store
    Install,
    /// Google Play
    Android,
    /// The App Store
    Ios,
}

#[derive(clap::Args)]
pub struct LinkArgs {
    #[arg(value_enum)]
    which: Target,
    url: String,
}

pub fn link(common: &Common, args: &LinkArgs) -> Outcome {
    change(common, Deed::Link, |campaign| {
        let links = &mut campaign.links;
        let (name, link) = match args.which {
            Target::Install => ("install", &mut links.install),
            Target::Android => ("android", &mut links.android),
            Target::Ios => ("ios", &mut links.ios),
        };
        args.url.trim().clone_into(link);
        Ok(fill(ledger(common.language()).link, &[name, link]).into())
    })
}

#[derive(clap::Args)]
pub struct BaseUrlArgs {
    #[arg(required_unless_present = "none")]
    url: Option<String>,
    #[arg(long, conflicts_with = "url")]
    none: bool,
}

pub fn base_url(common: &Common, args: &BaseUrlArgs) -> Outcome {
    let words = ledger(common.language());
    change(common, Deed::BaseUrl, |campaign| {
        campaign.base_url = args.url.as_ref().map(|url| url.trim().to_owned());
        let said = campaign.base_url.as_ref().map_or_else(|| words.base_url_none.to_owned(), |url| fill(words.base_url, &[url]));
        Ok(Done::from(said))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_shares_as_people_write_them() {
        for (text, expected) in [
            ("60000", Some(60_000)),
            ("60.000", Some(60_000)),
            (" 1,234,567 ", Some(1_234_567)),
            ("63 046", Some(63_046)),
            ("6.3046", None),
            ("1.234,567", None),
            ("", None),
            ("-5", None),
            ("60 nghìn", None),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
        assert_eq!(value("30%"), Some((30.0, GoalUnit::PercentOfPopulation)));
        assert_eq!(value("30,5 %"), Some((30.5, GoalUnit::PercentOfPopulation)));
        assert_eq!(value("60.000"), Some((60_000.0, GoalUnit::Installs)));
        assert_eq!(value("nhiều"), None);
    }
}
