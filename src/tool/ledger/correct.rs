//! `correct`: puts a corrected report in the place of a wrong one, which stays in the file. The moment and the source are corrected by options; figures
//! by a new letter, which the import reads.

use std::path::PathBuf;

use super::{Done, Which, change, named, now};
use crate::campaign::change::Deed;
use crate::campaign::finding::{Finding, ImportProblem, Place, Problem};
use crate::campaign::{Campaign, Report, Source};
use crate::text::{Lang, fill, findings, ledger::ledger};
use crate::tool::common::{Common, Outcome};
use crate::tool::{import, output};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_parser = Which::parse)]
    report: Which,
    file: Option<PathBuf>,
    #[arg(long, short)]
    yes: bool,
    #[command(flatten)]
    answers: import::Answers,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let Some(note) = args.answers.note.as_ref().map(|note| note.trim()).filter(|note| !note.is_empty()) else {
        return output::report(
            common,
            &output::nameless(),
            &[Finding::error(Place::Whole, Problem::Import(ImportProblem::CorrectionNeedsNote))],
        );
    };
    if let Some(file) = &args.file {
        return import::correct(common, &args.report, file.clone(), args.yes, args.answers.clone());
    }
    let lang = common.language();
    change(common, Deed::Correct, |campaign| {
        let wrong = args.report.find(lang, campaign)?;
        let report = corrected(lang, campaign, wrong, &args.answers, note)?;
        let done =
            Done { said: fill(ledger(lang).corrected, &[&named(lang, &report), &named(lang, wrong)]), report: Some(report.id.clone()) };
        campaign.insert_report(report);
        Ok(done)
    })
}

fn corrected(lang: Lang, campaign: &Campaign, wrong: &Report, args: &import::Answers, note: &str) -> Result<Report, String> {
    let text = |given: &Option<String>| given.as_ref().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let as_of = args.as_of.and_then(|moment| moment.at_clock(campaign.clock())).map_or(wrong.as_of, |moment| moment.stamp);
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
    if now(campaign).is_some_and(|now| as_of > now) {
        return Err(findings::message(lang, campaign, &Problem::InFuture { as_of }));
    }
    // What was accepted in the figures is still to be explained.
    let before = wrong.note.as_ref().filter(|_| !wrong.accepted.is_empty());
    let note = before.map_or_else(|| note.to_owned(), |before| format!("{note}; {before}"));
    Ok(Report { id: campaign.next_id(), as_of, source, note: Some(note), corrects: Some(wrong.id.clone()), ..wrong.clone() })
}
