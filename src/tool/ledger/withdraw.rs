//! `withdraw`: takes a report back. It stays in the file and says so.

use super::{Done, Which, change, named, now};
use crate::campaign::Withdrawal;
use crate::campaign::change::Deed;
use crate::text::{fill, ledger::ledger};
use crate::tool::common::{Common, Outcome};

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_parser = Which::parse)]
    report: Which,
    #[arg(long, value_name = "TEXT")]
    why: String,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let lang = common.language();
    change(common, Deed::Withdraw, |campaign| {
        let report = args.report.find(lang, campaign)?;
        let (id, said) = (report.id.clone(), fill(ledger(lang).withdrawn, &[&named(lang, report)]));
        let at = now(campaign);
        if let Some(report) = campaign.reports.iter_mut().find(|report| report.id == id) {
            report.withdrawn = Some(Withdrawal { why: Some(args.why.trim().to_owned()), at });
        }
        Ok(Done { said, report: Some(id) })
    })
}
