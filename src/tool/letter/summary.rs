//! Says what a published letter changed: figures, pages, pictures. It must not change anything.

use serde_json::json;

use crate::text::{fill, format_integer, format_signed, moment, tool::tool};
use crate::tool::common::{Common, Format};
use crate::tool::import::{Drafts, of_all};
use crate::tool::publish::Published;

/// The most paths that are listed for people; programs get all.
const LISTED: usize = 40;

/// `paths`: what would change, where nothing was.
pub fn print(common: &Common, drafts: &Drafts, done: &Published, paths: Option<&[String]>) {
    if common.format == Format::Json {
        let written = paths.is_none() && !drafts.already();
        let site = json!({
            "pages": done.pages, "changed": done.changed, "unchanged": done.unchanged, "removed": done.removed, "paths": paths,
        });
        print_line!("{:#}", json!({"import": of_all(common, drafts, written.then_some(drafts.campaign().revision)), "site": site}));
        return;
    }
    let (lang, words) = (common.language(), tool(common.language()));
    let count = |n: usize| format_integer(lang, n as u64);
    let Some(draft) = drafts.latest() else { return };
    let as_of = draft.as_of.map(|as_of| moment(lang, as_of).replace('\u{a0}', " ")).unwrap_or_default();
    let total = draft.total.unwrap_or_default();
    let before = draft.before().map(|report| report.total);
    let change = before.map(|before| {
        let signed = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        format!(" ({})", format_signed(lang, signed(total).saturating_sub(signed(before))))
    });
    print_line!("{}", fill(words.site_figures, &[&as_of, &format_integer(lang, total), &change.unwrap_or_default()]));
    let sentence = if paths.is_some() { words.site_would_change } else { words.site_changed };
    print_line!("{}", fill(sentence, &[&count(done.changed), &count(done.unchanged), &count(done.removed), &count(done.pages)]));
    for path in paths.unwrap_or_default().iter().take(LISTED) {
        print_line!("  {path}");
    }
    let more = paths.map_or(0, |paths| paths.len().saturating_sub(LISTED));
    if more > 0 {
        print_line!("{}", fill(words.and_more, &[&count(more)]));
    }
}
