//! `slides`: pictures and films for screens whose controllers have no browser: PNG for each scene, an animated GIF, an MP4 where ffmpeg
//! is at hand, a sheet for the operator and a manifest with checksums. The same data gives the same bytes.

mod args;
mod film;
mod folder;
mod make;
mod place;

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use serde_json::json;

use super::{
    common::{Common, Format, Outcome},
    files::Failure,
    load, output,
};
use crate::{
    campaign::Campaign,
    map::Map,
    site::{
        self,
        painter::Theme,
        slides::{archive, draw, names, readme, size},
    },
    text::{self, Lang, build::build, fill, format_integer, setup::setup, slides as words},
    view::scene::{Age, SceneKind, Show, program},
};

pub use args::Args;

use args::Only;
use folder::{Entry, Manifest, Sized};
use place::Set;

/// The build, as a stamp names it.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const RELEASE: &str = concat!("v", env!("CARGO_PKG_VERSION"));

/// What was asked for, and of what.
struct Run<'a> {
    common: &'a Common,
    args: &'a Args,
    /// One of each language.
    shows: &'a [Show<'a>],
    kinds: &'a [SceneKind],
    /// What the names of all files begin with.
    name: &'a str,
}

/// How the films went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Films {
    NotAsked,
    Made,
    NoFfmpeg,
    Failed,
}

impl Films {
    fn outcome(self) -> Outcome {
        if self == Self::Failed { Outcome::Findings } else { Outcome::Done }
    }
}

/// Files that are named one by one.
const NAMED: usize = 3;

pub fn run(common: &Common, args: &Args) -> Outcome {
    let (campaign, map) = match load::both(common) {
        Ok(loaded) => loaded,
        Err(outcome) => return outcome,
    };
    match make(common, args, &site::named(&campaign), &map) {
        Ok(outcome) => outcome,
        Err(failure) => output::failed(common, &failure),
    }
}

fn make(common: &Common, args: &Args, campaign: &Campaign, map: &Map) -> Result<Outcome, Failure> {
    let said = words::slides(common.language());
    let sizes = size::chosen(&args.presets, &args.sizes);
    if let Some(file) = folder::foreign(&args.out, &sizes) {
        print_error!("{}", fill(said.foreign, &[&file.display().to_string()]));
        return Ok(Outcome::Usage);
    }
    let started = Instant::now();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|past| past.as_secs() as i64);
    let stamp = args.stamp.as_deref();
    let languages = common.languages();
    let shows: Vec<Show> = languages.iter().map(|lang| Show { release: RELEASE, stamp, ..Show::new(campaign, map, *lang, now) }).collect();
    let kinds = if args.scenes.is_empty() { SceneKind::USUAL.to_vec() } else { args.scenes.clone() };
    let mut drawn = match draw::all(&shows, &kinds, &sizes, args.theme, args.wants(Only::Gif).then_some(args.dwell)) {
        Ok(drawn) => drawn,
        Err((slide, reason)) => {
            print_error!("{}", fill(said.not_drawn, &[&slide, &reason]));
            return Ok(Outcome::Findings);
        }
    };
    let name = names::set(shows.first().and_then(|show| show.report()).map(|report| report.as_of));
    let run = Run { common, args, shows: &shows, kinds: &kinds, name: &name };
    let mut set = Set::new();
    let mut made = make::pictures(args, &name, &sizes, &mut drawn, &mut set)?;
    let pictures = started.elapsed().as_secs_f64();
    for (size, made) in sizes.iter().zip(&mut made) {
        if made.slides == 0 {
            print_error!("{}", fill(said.too_small, &[&size.name]));
        }
        made.left_out = left_out(&shows, &kinds, size);
        // Named as on the page for operators, where the scenes are chosen.
        let named: Vec<&str> = SceneKind::ALL
            .into_iter()
            .zip(setup(common.language(), campaign).scene)
            .filter(|(kind, _)| made.left_out.contains(&kind.word()))
            .map(|(_, name)| name)
            .collect();
        if !named.is_empty() {
            print_error!("{}", fill(said.left_out, &[&size.name, &named.join(", ")]));
        }
    }
    let films = make::films(common, args, &name, &drawn, &mut made, &mut set);
    let seconds = [pictures, started.elapsed().as_secs_f64() - pictures];
    finish(&run, made, set, films, seconds)
}

/// The scenes that were asked for and have no room on a screen of that size, in any of the languages.
fn left_out(shows: &[Show], kinds: &[SceneKind], size: &size::ScreenSize) -> Vec<&'static str> {
    let mut all: Vec<&str> = Vec::new();
    for kind in shows.iter().flat_map(|show| program(show, kinds, size.width, size.height).left_out) {
        if !all.contains(&kind.word()) {
            all.push(kind.word());
        }
    }
    all
}

/// The sheet, the manifest, the archive; all of it goes into the folder at once. And what is said of it.
fn finish(run: &Run, made: Vec<Sized>, mut set: Set, films: Films, [pictures, filming]: [f64; 2]) -> Result<Outcome, Failure> {
    let Run { common, args, shows, kinds, name } = *run;
    let (lang, out) = (common.language(), &args.out);
    let said = words::slides(lang);
    let Some(show) = shows.first() else { return Ok(Outcome::Done) };
    let report = show.report();
    let zip = args.zip.then(|| format!("{name}.zip"));
    let readme = readme::text(&facts(run, show, &made, zip.clone()));
    let entry = Entry::new(folder::README, readme.as_bytes());
    set.insert(folder::README.into(), readme.into());
    let count = |ending: &str| set.keys().filter(|path| path.ends_with(ending)).count();
    let counts = [count(".png"), count(".gif"), count(".mp4"), made.len()];
    let mut summary = json!({
        "out": out, "as_of": report.map(|report| report.as_of), "age": age(show.age),
        "sizes": made.iter().map(|size| json!({
            "name": size.name, "width": size.width, "height": size.height, "slides": size.slides, "files": size.files.len(),
            "left_out": size.left_out,
            "bytes": size.files.iter().map(|file| file.bytes).sum::<usize>(),
        })).collect::<Vec<_>>(),
        "png": counts[0], "gif": counts[1], "mp4": counts[2], "zip": zip, "ffmpeg": films != Films::NoFfmpeg,
        "seconds": {"pictures": hundredths(pictures), "films": hundredths(filming)},
    });
    let manifest = Manifest {
        tool: folder::TOOL,
        version: VERSION,
        as_of: report.map(|report| report.as_of),
        age: age(show.age),
        languages: shows.iter().map(|show| show.words.lang.code()).collect(),
        scenes: kinds.iter().map(|kind| kind.word()).collect(),
        dwell_seconds: args.dwell,
        theme: if args.theme == Theme::Dark { "dark" } else { "light" },
        stamp: args.stamp.as_deref(),
        sizes: made,
        readme: entry,
        zip: zip.as_deref(),
    };
    let unwritten = |error| Failure::writing(&out.join(folder::MANIFEST), &error);
    let manifest = serde_json::to_string_pretty(&manifest).map_err(|error| unwritten(error.into()))? + "\n";
    if let Some(zip) = &zip {
        let files = set.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let bytes = archive::archive(name, report.map(|report| report.as_of), files.chain([(folder::MANIFEST, manifest.as_bytes())]));
        set.insert(zip.clone(), bytes.map_err(|error| Failure::writing(&out.join(zip), &error.into()))?);
    }
    let removed = place::put(out, &set, manifest.as_bytes(), || print_error!("{}", build(lang).waiting))?;
    let strays = folder::strays(out, &set.keys().map(String::as_str).collect());
    if !strays.is_empty() {
        print_error!("{}", fill(said.strays, &[&format_integer(lang, strays.len() as u64), &some(&strays)]));
    }
    if common.format == Format::Json {
        summary["removed"] = removed.into();
        summary["strays"] = strays.into();
        print_line!("{summary:#}");
        return Ok(films.outcome());
    }
    let [pngs, gifs, mp4s, sizes] = counts.map(|n| format_integer(lang, n as u64));
    print_line!("{}", fill(said.done, &[&pngs, &gifs, &mp4s, &sizes, &out.display().to_string()]));
    if let Some(zip) = &zip {
        print_line!("{}", fill(said.zipped, &[zip]));
    }
    match report {
        Some(report) => print_line!("{}", fill(said.as_of, &[&text::moment(lang, report.as_of).replace('\u{a0}', " ")])),
        None => print_line!("{}", said.without_figures),
    }
    if removed > 0 {
        print_line!("{}", fill(said.removed, &[&format_integer(lang, removed as u64)]));
    }
    Ok(films.outcome())
}

/// The first of several.
fn some(paths: &[String]) -> String {
    let more = if paths.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", paths.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", "))
}

fn facts(run: &Run, show: &Show, made: &[Sized], zip: Option<String>) -> readme::Facts {
    let Run { args, shows, kinds, name, .. } = *run;
    let links = &show.campaign.links;
    readme::Facts {
        province: show.campaign.province.name.clone(),
        as_of: show.report().map(|report| text::moment(Lang::Vi, report.as_of).replace('\u{a0}', " ")),
        old: show.age != Age::Fresh,
        seconds: args.dwell,
        languages: shows.len(),
        folders: made
            .iter()
            .filter(|size| size.slides > 0)
            .map(|size| readme::FolderRow {
                name: size.name.into(),
                width: size.width,
                height: size.height,
                pngs: size.files.iter().filter(|file| file.path.ends_with(".png")).count(),
                gif: size.files.iter().any(|file| file.path.ends_with(".gif")),
                film: size.files.iter().find_map(|file| file.film.as_ref()).map(|film| readme::FilmRow {
                    level: film.level.clone(),
                    width: film.width,
                    height: film.height,
                }),
            })
            .collect(),
        set: name.into(),
        profile: args.profile(),
        audio: args.audio,
        zip,
        qr: kinds.contains(&SceneKind::Qr) || show.report().is_none(),
        install: links.install.clone(),
        address: show.address(),
        hotline: Some(links.hotline.trim().to_string()).filter(|number| !number.is_empty()),
        is_ministry_hotline: links.is_ministry_hotline(),
    }
}

fn age(age: Age) -> &'static str {
    match age {
        Age::Fresh => "fresh",
        Age::Ageing => "ageing",
        Age::Old => "old",
        Age::Withdrawn => "withdrawn",
    }
}

fn hundredths(seconds: f64) -> f64 {
    (seconds * 100.0).round() / 100.0
}
