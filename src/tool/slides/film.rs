//! An MP4 of slides through ffmpeg, where it is installed: H.264 in the form that every controller knows, 25 pictures a second, never
//! scaled. The same slides and the same ffmpeg give the same bytes.

use std::{
    io::{self, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
};

use crate::site::{painter::Theme, slides::size::ScreenSize};

/// What came of one film.
pub enum Film {
    Made(Vec<u8>),
    NoFfmpeg,
    /// What ffmpeg said last.
    Failed(String),
}

/// Pictures a second.
const RATE: u32 = 25;
/// Lines of what ffmpeg said that are passed on.
const LINES: usize = 5;

/// Films PNGs, each for so many seconds.
pub fn film(slides: &[&[u8]], size: &ScreenSize, seconds: u16, theme: Theme) -> Film {
    match make(slides, size, seconds, theme) {
        Ok(film) => film,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Film::NoFfmpeg,
        Err(error) => Film::Failed(error.to_string()),
    }
}

fn make(slides: &[&[u8]], size: &ScreenSize, seconds: u16, theme: Theme) -> io::Result<Film> {
    // The index goes to the front of the film once all of it is there, so it can't be a pipe.
    let folder = tempfile::tempdir().map_err(io::Error::other)?;
    let file = folder.path().join("film.mp4");
    let mut child = Command::new("ffmpeg")
        .args(arguments(size, seconds, theme))
        .arg(&file)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let input = child.stdin.take();
    let ended = thread::scope(|scope| {
        // What it says is read while it is fed, so that neither waits for the other. Where it ends early, its own words tell why.
        scope.spawn(move || input.map(|mut input| slides.iter().try_for_each(|slide| input.write_all(slide))));
        child.wait_with_output()
    })
    .map_err(io::Error::other)?;
    if ended.status.success() {
        return Ok(read(&file));
    }
    let said = String::from_utf8_lossy(&ended.stderr);
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    let last = lines.get(lines.len().saturating_sub(LINES)..).unwrap_or_default();
    Ok(Film::Failed(if last.is_empty() { ended.status.to_string() } else { last.join("\n") }))
}

fn read(file: &Path) -> Film {
    match std::fs::read(file) {
        Ok(bytes) if !bytes.is_empty() => Film::Made(bytes),
        Ok(_) => Film::Failed(file.display().to_string()),
        Err(error) => Film::Failed(error.to_string()),
    }
}

fn arguments(size: &ScreenSize, seconds: u16, theme: Theme) -> Vec<String> {
    // Players that don't read the tags go by the size; the tags say the same.
    let high = size.width >= 1280 || size.height >= 720;
    let (matrix, colours) = if high { ("bt709", "bt709") } else { ("bt601", "smpte170m") };
    let edge = if theme == Theme::Dark { "black" } else { "white" };
    let filters = [
        // A column or row more, since the format halves its colours; what is there stays dot for dot.
        format!("pad=ceil(iw/2)*2:ceil(ih/2)*2:0:0:{edge}"),
        format!("scale=out_color_matrix={matrix}:out_range=tv:flags=accurate_rnd+full_chroma_int+bitexact"),
        "format=yuv420p".into(),
        format!("setparams=range=tv:color_primaries={colours}:color_trc={colours}:colorspace={colours}"),
        // After the conversion, so that each slide is converted once.
        format!("fps={RATE}"),
    ];
    let (rate, filters, group) = (format!("1/{seconds}"), filters.join(","), (u32::from(seconds) * RATE).to_string());
    let pictures = RATE.to_string();
    // Each slide begins with a whole picture; no picture leans on a later one, for players that are no more than a decoder. The number of
    // threads shows in the bytes, so it is always the same.
    let all = [
        "-hide_banner -nostats -loglevel error -y -f image2pipe -c:v png -framerate",
        &rate,
        "-i pipe:0 -an -map_metadata -1 -vf",
        &filters,
        "-r",
        &pictures,
        "-c:v libx264 -preset superfast -crf 17 -bf 0 -sc_threshold 0 -g",
        &group,
        "-threads 2 -pix_fmt yuv420p -fflags +bitexact -flags:v +bitexact -movflags +faststart -f mp4",
    ];
    all.iter().flat_map(|part| part.split(' ')).map(Into::into).collect()
}
