//! `slides`: pictures and films for screens whose controllers have no browser: PNG for each scene, an animated GIF, an MP4 where ffmpeg
//! is at hand, a sheet for the operator and a manifest with checksums. The same data gives the same bytes.

mod args;
mod film;
mod folder;

use std::{
    fs,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use rayon::prelude::*;
use serde_json::json;

use super::{
    common::{Common, Format, Outcome},
    files::{self, Failure},
    load, output,
};
use crate::{
    campaign::Campaign,
    map::Map,
    site::{
        painter::Theme,
        slides::{
            animation,
            draw::{self, Drawn},
            readme,
            size::{self, ScreenSize},
        },
    },
    text::{self, Lang, fill, format_integer, slides as words},
    view::scene::{Age, SceneKind, Show},
};

pub use args::Args;

use args::Only;
use film::Film;
use folder::{Entry, Manifest, Sized};

/// The build, as a stamp names it.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const RELEASE: &str = concat!("v", env!("CARGO_PKG_VERSION"));

/// How the films went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Films {
    NotAsked,
    Made,
    NoFfmpeg,
    Failed,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let (campaign, map) = match load::both(common) {
        Ok(loaded) => loaded,
        Err(outcome) => return outcome,
    };
    match make(common, args, &campaign, &map) {
        Ok(outcome) => outcome,
        Err(failure) => output::failed(common, &failure),
    }
}

fn make(common: &Common, args: &Args, campaign: &Campaign, map: &Map) -> Result<Outcome, Failure> {
    let (said, out) = (words::slides(common.language()), &args.out);
    if let Some(file) = folder::foreign(out) {
        print_error!("{}", fill(said.foreign, &[&file.display().to_string()]));
        return Ok(Outcome::Usage);
    }
    let started = Instant::now();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|past| past.as_secs() as i64);
    let stamp = args.stamp.as_deref();
    let languages = common.languages();
    let shows: Vec<Show> = languages.iter().map(|lang| Show { release: RELEASE, stamp, ..Show::new(campaign, map, *lang, now) }).collect();
    let sizes = size::chosen(&args.presets, &args.sizes);
    let kinds = if args.scenes.is_empty() { SceneKind::USUAL.to_vec() } else { args.scenes.clone() };
    let drawn = match draw::all(&shows, &kinds, &sizes, args.theme, args.wants(Only::Gif).then_some(args.dwell)) {
        Ok(drawn) => drawn,
        Err((slide, reason)) => {
            print_error!("{}", fill(said.not_drawn, &[&slide, &reason]));
            return Ok(Outcome::Findings);
        }
    };
    let mut made = write(args, &sizes, &drawn)?;
    let pictures = started.elapsed().as_secs_f64();
    for size in made.iter().filter(|size| size.slides == 0) {
        print_error!("{}", fill(said.too_small, &[size.name]));
    }
    let films = film(common, args, &sizes, &drawn, &mut made)?;
    let seconds = [pictures, started.elapsed().as_secs_f64() - pictures];
    finish(common, args, &shows, &kinds, made, films, seconds)
}

/// Writes the pictures and the animations; nothing is written before everything is drawn.
fn write<'a>(args: &Args, sizes: &'a [ScreenSize], drawn: &[Vec<Drawn>]) -> Result<Vec<Sized<'a>>, Failure> {
    for size in sizes.iter().zip(drawn).filter(|(_, slides)| !slides.is_empty()).map(|(size, _)| size) {
        let folder = args.out.join(&size.name);
        fs::create_dir_all(&folder).map_err(|error| Failure::writing(&folder, &error))?;
    }
    let pngs = |size: &ScreenSize, slides: &[Drawn]| -> Vec<(String, Vec<u8>)> {
        let named = slides.iter().map(|slide| (format!("{}/{}.png", size.name, slide.name), slide.png.clone()));
        named.filter(|_| args.wants(Only::Png)).collect()
    };
    let mut contents: Vec<Vec<(String, Vec<u8>)>> = sizes.iter().zip(drawn).map(|(size, slides)| pngs(size, slides)).collect();
    for ((size, slides), contents) in sizes.iter().zip(drawn).zip(&mut contents) {
        let path = format!("{}/bluezone.gif", size.name);
        if args.wants(Only::Gif) && !slides.is_empty() {
            let bytes = animation::animation(size, slides.iter().filter_map(|slide| slide.frame.as_ref()));
            let bytes = bytes.map_err(|error| Failure::writing(&args.out.join(&path), &std::io::Error::other(error)))?;
            contents.push((path, bytes));
        }
    }
    let write = |files: &Vec<(String, Vec<u8>)>| {
        files.iter().map(|(path, bytes)| folder::write(&args.out, path.clone(), bytes)).collect::<Result<Vec<Entry>, Failure>>()
    };
    let entries: Vec<_> = contents.par_iter().map(write).collect();
    let sized = sizes.iter().zip(drawn).zip(entries).map(|((size, slides), files)| {
        Ok(Sized { name: &size.name, width: size.width, height: size.height, slides: slides.len(), files: files? })
    });
    sized.collect()
}

/// Adds a film to every size. A film that can't be made leaves everything else as it is.
fn film(common: &Common, args: &Args, sizes: &[ScreenSize], drawn: &[Vec<Drawn>], made: &mut [Sized]) -> Result<Films, Failure> {
    if !args.wants(Only::Mp4) {
        return Ok(Films::NotAsked);
    }
    let said = words::slides(common.language());
    let mut films = Films::Made;
    for ((size, slides), made) in sizes.iter().zip(drawn).zip(made).filter(|((_, slides), _)| !slides.is_empty()) {
        if common.format == Format::Text {
            print_error!("{}", fill(said.filming, &[&size.name]));
        }
        let pngs: Vec<&[u8]> = slides.iter().map(|slide| slide.png.as_slice()).collect();
        match film::film(&pngs, size, args.dwell, args.theme) {
            Film::Made(bytes) => made.files.push(folder::write(&args.out, format!("{}/bluezone.mp4", size.name), &bytes)?),
            Film::NoFfmpeg => {
                print_error!("{}", said.no_ffmpeg);
                return Ok(Films::NoFfmpeg);
            }
            Film::Failed(reason) => {
                print_error!("{}", fill(said.film_failed, &[&size.name, &reason]));
                films = Films::Failed;
            }
        }
    }
    Ok(films)
}

/// The sheet, what an earlier run left, the manifest, and what is said of it all.
fn finish(
    common: &Common,
    args: &Args,
    shows: &[Show],
    kinds: &[SceneKind],
    made: Vec<Sized>,
    films: Films,
    [pictures, filming]: [f64; 2],
) -> Result<Outcome, Failure> {
    let (lang, out) = (common.language(), &args.out);
    let said = words::slides(lang);
    let Some(show) = shows.first() else { return Ok(Outcome::Done) };
    let report = show.report();
    fs::create_dir_all(out).map_err(|error| Failure::writing(out, &error))?;
    let readme = folder::write(out, folder::README.into(), readme::text(&facts(args, show, shows, kinds, &made)).as_bytes())?;
    let paths: Vec<&str> = made.iter().flat_map(|size| &size.files).map(|file| file.path.as_str()).collect();
    let removed = folder::tidy(out, &paths)?;
    let count = |ending: &str| paths.iter().filter(|path| path.ends_with(ending)).count();
    let counts = [count(".png"), count(".gif"), count(".mp4"), made.len()];
    let summary = json!({
        "out": out, "as_of": report.map(|report| report.as_of), "age": age(show.age),
        "sizes": made.iter().map(|size| json!({
            "name": size.name, "width": size.width, "height": size.height, "slides": size.slides, "files": size.files.len(),
            "bytes": size.files.iter().map(|file| file.bytes).sum::<usize>(),
        })).collect::<Vec<_>>(),
        "png": counts[0], "gif": counts[1], "mp4": counts[2], "removed": removed, "ffmpeg": films != Films::NoFfmpeg,
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
        readme,
    };
    let file = out.join(folder::MANIFEST);
    let manifest = serde_json::to_string_pretty(&manifest).map_err(|error| Failure::writing(&file, &error.into()))?;
    files::write(&file, manifest + "\n")?;
    if common.format == Format::Json {
        print_line!("{summary:#}");
    } else {
        let [pngs, gifs, mp4s, sizes] = counts.map(|n| format_integer(lang, n as u64));
        print_line!("{}", fill(said.done, &[&pngs, &gifs, &mp4s, &sizes, &out.display().to_string()]));
        match report {
            Some(report) => print_line!("{}", fill(said.as_of, &[&text::moment(lang, report.as_of).replace('\u{a0}', " ")])),
            None => print_line!("{}", said.without_figures),
        }
        if removed > 0 {
            print_line!("{}", fill(said.removed, &[&format_integer(lang, removed as u64)]));
        }
    }
    Ok(if films == Films::Failed { Outcome::Findings } else { Outcome::Done })
}

fn facts(args: &Args, show: &Show, shows: &[Show], kinds: &[SceneKind], made: &[Sized]) -> readme::Facts {
    let has = |size: &Sized, ending: &str| size.files.iter().any(|file| file.path.ends_with(ending));
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
                gif: has(size, ".gif"),
                mp4: has(size, ".mp4"),
            })
            .collect(),
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
