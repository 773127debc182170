//! `render`: makes every page of the site over a folder that Trunk built and switches to it at once. It needs no compiler, so new figures are
//! on line within seconds of a letter.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{
    built,
    common::{Common, Format, Outcome},
    files, load, output,
    publish::{self, Published},
};
use crate::{
    campaign::Campaign,
    map::Map,
    site::{self, Files, Options, SiteError},
    text::{Lang, build::build, fill, format_integer},
};

#[derive(clap::Args)]
pub struct Args {
    pub dist: PathBuf,
    #[arg(long)]
    pub draft: bool,
    #[arg(long)]
    pub no_offline: bool,
    #[arg(long, value_name = "PATH")]
    pub base_path: Option<String>,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let (campaign, map) = match load::both(common) {
        Ok(both) => both,
        Err(outcome) => return outcome,
    };
    let words = build(common.language());
    let base_path = match (&args.base_path, &campaign.base_url) {
        (Some(path), None) => site::base_path(path),
        // Whole addresses would name another place than the one that the pages are made for.
        (Some(_), Some(url)) => {
            print_error!("{}", fill(words.base_path_twice, &[url]));
            return Outcome::Usage;
        }
        (None, _) => Some("/".into()),
    };
    let Some(base_path) = base_path else {
        print_error!("{}", fill(words.base_path, &[args.base_path.as_deref().unwrap_or_default()]));
        return Outcome::Usage;
    };
    let options = Options { pictures: !args.draft, offline: !args.no_offline, base_path };
    let (files, live) = match made(common, &campaign, &map, &args.dist, options) {
        Ok(made) => made,
        Err(outcome) => return outcome,
    };
    match publish::publish(&files, &args.dist, !args.draft, || print_error!("{}", build(common.language()).waiting)) {
        Ok(published) => report(common, args, &published, &campaign, live),
        Err(failure) => output::failed(common, &failure),
    }
}

/// Every file of the site, and whether the page's module is in the folder; what stands in the way has been said. A folder that shows a higher
/// revision is never led back.
pub fn made(common: &Common, campaign: &Campaign, map: &Map, dist: &Path, options: Options) -> Result<(Files, bool), Outcome> {
    if let Some(shown) = shown_revision(dist, campaign).filter(|shown| *shown > campaign.revision) {
        let (words, folder) = (build(common.language()), dist.display().to_string());
        let (file, own) = (common.data.display().to_string(), campaign.revision.to_string());
        print_error!("{}", fill(words.older, &[&file, &own, &folder, &shown.to_string()]));
        return Err(Outcome::Findings);
    }
    let assets = built::assets(dist).map_err(|failure| output::failed(common, &failure))?;
    let files = site::files(campaign, map, &assets, &options).map_err(|error| {
        print_error!("{}", message(common.language(), &error));
        Outcome::Findings
    })?;
    Ok((files, assets.page.is_some()))
}

/// What a folder's site is made with that nobody says anew with every letter: whether readers' browsers keep copies, and the path that it lies
/// below, stay as they are.
pub fn as_before(dist: &Path) -> Options {
    let worker = std::fs::read_to_string(dist.join("sw.js")).unwrap_or_default();
    let file = std::fs::read_to_string(dist.join("_headers")).unwrap_or_default();
    let base_path = site::headers::base(&file).and_then(site::base_path).unwrap_or_else(|| "/".into());
    Options { offline: worker != site::NO_WORKER, base_path, ..Options::default() }
}

/// The revision that a folder shows already. Pages that have it would never take a lower one.
fn shown_revision(dist: &Path, campaign: &Campaign) -> Option<u64> {
    let shown = files::data(&dist.join("data/campaign.json")).ok()?.ok()?.campaign;
    (shown.province.code == campaign.province.code).then_some(shown.revision)
}

fn report(common: &Common, args: &Args, done: &Published, campaign: &Campaign, live: bool) -> Outcome {
    let (addressed, limit) = (campaign.base_url.is_some(), site::budget::page(campaign.districts.len()));
    if common.format == Format::Json {
        print_line!(
            "{:#}",
            json!({
                "pages": done.pages, "compressed": done.compressed, "first_bytes": done.first_bytes, "first_bytes_limit": limit, "live": live,
                "base_url": addressed, "changed": done.changed, "removed": done.removed, "unchanged": done.unchanged,
            })
        );
        return Outcome::Done;
    }
    let (lang, words) = (common.language(), build(common.language()));
    let count = |n: usize| format_integer(lang, n as u64);
    let folder = args.dist.display().to_string();
    print_line!("{}", fill(words.rendered, &[&count(done.pages), &folder, &count(done.first_bytes), &count(done.compressed)]));
    if done.first_bytes > limit {
        print_line!("{}", fill(words.heavy, &[&count(done.first_bytes), &count(limit)]));
    }
    print_line!("{}", fill(words.switched, &[&count(done.changed), &count(done.unchanged), &count(done.removed)]));
    if !live {
        print_line!("{}", words.no_app);
    }
    if !addressed {
        print_line!("{}", words.no_base_url);
    }
    Outcome::Done
}

fn message(lang: Lang, error: &SiteError) -> String {
    let words = build(lang);
    match error {
        SiteError::Style(reason) => fill(words.style, &[reason]),
        SiteError::Data(reason) => fill(words.no_json, &[reason]),
        SiteError::Picture { path, reason } => fill(words.picture, &[path, reason]),
        SiteError::Figures { path, differences } => fill(words.figures_differ, &[path, &differences.join("; ")]),
    }
}
