//! `correct`: puts a corrected report in the place of a wrong one, which stays in the file. The moment and the source are corrected by options; figures
//! by a new letter, which the import reads.

use std::path::PathBuf;

use super::{Done, Which, change, named, now};
use crate::campaign::change::Deed;
use crate::campaign::finding::{Finding, Place, Problem};
use crate::campaign::letters::dates::Moment;
use crate::campaign::{Campaign, Report, Source};
use crate::text::{Lang, fill, findings, ledger::ledger};
use crate::tool::common::{Common, Outcome};
use crate::tool::{import, output};

#[derive(clap::Args)]
pub struct Args {
    /// The report: its id (r2), or its moment (2020-08-13, 2020-08-13T08:00)
    #[arg(value_parser = Which::parse)]
    report: Which,
    /// A new letter, which takes the place of the whole report
    file: Option<PathBuf>,
    /// What was wrong, as the public will read it
    #[arg(long, value_name = "WHY")]
    note: Option<String>,
    /// The moment of the figures
    #[arg(long, value_name = "MOMENT", value_parser = import::moment)]
    as_of: Option<Moment>,
    /// The title of the source
    #[arg(long, value_name = "TITLE")]
    source: Option<String>,
    /// The title of the source in English, for the English pages
    #[arg(long, value_name = "TITLE")]
    source_en: Option<String>,
    /// The number of the source, e.g. 4161/UBND-KGVX
    #[arg(long)]
    number: Option<String>,
    /// The address of the source
    #[arg(long)]
    url: Option<String>,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let Some(note) = args.note.as_ref().map(|note| note.trim()).filter(|note| !note.is_empty()) else {
        return output::report(common, &output::nameless(), &[Finding::error(Place::Whole, Problem::CorrectionNeedsNote)]);
    };
    if let Some(file) = &args.file {
        let given = import::Given {
            as_of: args.as_of,
            source: args.source.clone(),
            source_en: args.source_en.clone(),
            number: args.number.clone(),
            url: args.url.clone(),
        };
        return import::correct(common, args.report.clone(), file.clone(), note, given);
    }
    let lang = common.language();
    change(common, Deed::Correct, |campaign| {
        let wrong = args.report.find(lang, campaign)?;
        let report = corrected(lang, campaign, wrong, args, note)?;
        let done =
            Done { said: fill(ledger(lang).corrected, &[&named(lang, &report), &named(lang, wrong)]), report: Some(report.id.clone()) };
        campaign.insert_report(report);
        Ok(done)
    })
}

fn corrected(lang: Lang, campaign: &Campaign, wrong: &Report, args: &Args, note: &str) -> Result<Report, String> {
    let text = |given: &Option<String>| given.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let as_of = args.as_of.map_or(wrong.as_of, |moment| moment.stamp);
    // Another document has a number and an address of its own.
    let source = match text(&args.source) {
        Some(title) => Source { title, title_en: text(&args.source_en), number: text(&args.number), url: text(&args.url) },
        None => {
            let source = wrong.source.clone();
            let title_en = text(&args.source_en).or(source.title_en);
            Source { title_en, number: text(&args.number).or(source.number), url: text(&args.url).or(source.url), ..source }
        }
    };
    if (as_of, &source) == (wrong.as_of, &wrong.source) {
        return Err(ledger(lang).nothing_to_correct.into());
    }
    if now().is_some_and(|now| as_of > now) {
        return Err(findings::message(lang, campaign, &Problem::InFuture { as_of }));
    }
    // What was accepted in the figures is still to be explained.
    let before = wrong.note.as_ref().filter(|_| !wrong.accepted.is_empty());
    let note = before.map_or_else(|| note.to_owned(), |before| format!("{note}; {before}"));
    Ok(Report { id: campaign.next_id(), as_of, source, note: Some(note), corrects: Some(wrong.id.clone()), ..wrong.clone() })
}
