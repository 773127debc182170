//! `population`: how many people live in a place, with the source that it stands beside wherever a rate is shown.

use super::{change, settings::count};
use crate::campaign::Campaign;
use crate::campaign::change::Deed;
use crate::campaign::check::check;
use crate::campaign::finding::Problem;
use crate::campaign::names::{NameMatch, Names};
use crate::campaign::waiver::waiver;
use crate::text::{fill, format_integer, ledger::ledger, text};
use crate::tool::common::{Common, Outcome};

#[derive(clap::Args)]
pub struct Args {
    place: String,
    number: String,
    #[arg(long, value_name = "TITLE")]
    source: String,
    #[arg(long, value_name = "TITLE")]
    source_en: Option<String>,
    #[arg(long, value_name = "WHY")]
    note: Option<String>,
}

/// The reports whose stated rates no longer follow accept that, and say why.
fn keep_rates(campaign: &mut Campaign, note: &str) {
    let found = check(campaign);
    for finding in found.iter().filter(|finding| finding.is_error() && matches!(finding.problem, Problem::RateDiffers { .. })) {
        let report = finding.report().and_then(|index| campaign.reports.get_mut(index));
        if let (Some(report), Some(name)) = (report, waiver(&finding.problem)) {
            report.accepted.push(name);
            report.note = Some(report.note.as_ref().map_or_else(|| note.to_owned(), |before| format!("{before}; {note}")));
        }
    }
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let (lang, words) = (common.language(), ledger(common.language()));
    change(common, Deed::Population, |campaign| {
        let people = count(&args.number).ok_or_else(|| fill(words.bad_number, &[&args.number]))?;
        let names = Names::of(campaign);
        let place = args.place.trim();
        let by_code = |code: &str| campaign.districts.iter().position(|district| district.code == code || district.slug == code);
        let district = match names.find(place) {
            Some(NameMatch::Province) => None,
            Some(NameMatch::District(code)) => by_code(code),
            Some(NameMatch::Ambiguous) => return Err(fill(words.no_place, &[place])),
            None if place == campaign.province.code => None,
            None => Some(by_code(place).ok_or_else(|| fill(words.no_place, &[place]))?),
        };
        let source = args.source.trim().to_owned();
        let full = text(lang, campaign);
        let (name, population, vi, en) = match district.and_then(|index| campaign.districts.get_mut(index)) {
            Some(d) => (full.full_name(d), &mut d.population, &mut d.population_source, &mut d.population_source_en),
            None => {
                let province = &mut campaign.province;
                (province.name.clone(), &mut province.population, &mut province.population_source, &mut province.population_source_en)
            }
        };
        (*population, *vi, *en) = (Some(people), Some(source.clone()), args.source_en.clone());
        if let Some(note) = args.note.as_ref().map(|note| note.trim()).filter(|note| !note.is_empty()) {
            keep_rates(campaign, note);
        }
        Ok(fill(words.population, &[&name, &format_integer(lang, people), &source]).into())
    })
}
