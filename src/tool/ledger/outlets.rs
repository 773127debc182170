//! `office`, `bulletin`: what printed sheets and bulletins need besides the figures.

use super::{Done, change};
use crate::campaign::bulletin::{Bulletin, SPEED};
use crate::campaign::change::Deed;
use crate::campaign::{Campaign, Office};
use crate::text::{fill, ledger::ledger};
use crate::tool::common::{Common, Outcome};

#[derive(clap::Args)]
pub struct OfficeArgs {
    #[arg(required_unless_present = "none")]
    name: Option<String>,
    #[arg(long, value_name = "NAME")]
    name_en: Option<String>,
    #[arg(long, conflicts_with = "name")]
    none: bool,
}

pub fn office(common: &Common, args: &OfficeArgs) -> Outcome {
    let words = ledger(common.language());
    change(common, Deed::Office, |campaign| {
        campaign.office = trimmed(&args.name).map(|name| Office { name, name_en: trimmed(&args.name_en) });
        let said = campaign.office.as_ref().map_or_else(|| words.office_none.to_owned(), |office| fill(words.office, &[&office.name]));
        Ok(said.into())
    })
}

#[derive(clap::Args)]
#[group(required = true, multiple = true)]
pub struct BulletinArgs {
    #[arg(long, value_name = "WORDS")]
    spoken_address: Option<String>,
    #[arg(long, value_name = "WORDS")]
    spoken_address_en: Option<String>,
    #[arg(long, value_name = "SYLLABLES")]
    speed: Option<u32>,
}

/// What is not named stays as it is; empty words take away what was there.
pub fn bulletin(common: &Common, args: &BulletinArgs) -> Outcome {
    change(common, Deed::Bulletin, |campaign| {
        let mut bulletin = campaign.bulletin.take().unwrap_or_default();
        if args.spoken_address.is_some() {
            bulletin.spoken_address = trimmed(&args.spoken_address);
        }
        if args.spoken_address_en.is_some() {
            bulletin.spoken_address_en = trimmed(&args.spoken_address_en);
        }
        bulletin.syllables_per_minute = args.speed.or(bulletin.syllables_per_minute);
        Ok(put(campaign, bulletin, common))
    })
}

fn put(campaign: &mut Campaign, bulletin: Bulletin, common: &Common) -> Done {
    let speed = bulletin.syllables_per_minute.unwrap_or(SPEED).to_string();
    campaign.bulletin = Some(bulletin).filter(|bulletin| *bulletin != Bulletin::default());
    fill(ledger(common.language()).bulletin, &[&speed]).into()
}

fn trimmed(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(Into::into)
}
