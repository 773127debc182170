//! An MP4 of slides through ffmpeg, where it is installed: H.264 at the level that its size asks for, 25 pictures a second, never
//! scaled. The same slides and the same ffmpeg give the same bytes.

use std::{
    io::{self, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
};

use crate::site::{
    painter::Theme,
    slides::h264::{Form, Profile, RATE},
};

/// What came of one film.
pub enum Film {
    Made(Vec<u8>),
    NoFfmpeg,
    /// What ffmpeg said last.
    Failed(String),
}

/// Lines of what ffmpeg said that are passed on.
const LINES: usize = 5;

/// Films PNGs, each for so many seconds.
pub fn film(slides: &[&[u8]], form: &Form, seconds: u16, theme: Theme) -> Film {
    match make(slides, form, seconds, theme) {
        Ok(film) => film,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Film::NoFfmpeg,
        Err(error) => Film::Failed(error.to_string()),
    }
}

fn make(slides: &[&[u8]], form: &Form, seconds: u16, theme: Theme) -> io::Result<Film> {
    // The index goes to the front of the film once all of it is there, so it can't be a pipe.
    let folder = tempfile::tempdir().map_err(io::Error::other)?;
    let file = folder.path().join("film.mp4");
    let mut child = Command::new("ffmpeg")
        .args(arguments(slides.len(), form, seconds, theme))
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

fn arguments(slides: usize, form: &Form, seconds: u16, theme: Theme) -> Vec<String> {
    // Players that don't read the tags go by the size; the tags say the same.
    let [width, height] = form.size;
    let (matrix, colours) = if width >= 1280 || height >= 720 { ("bt709", "bt709") } else { ("bt601", "smpte170m") };
    let edge = if theme == Theme::Dark { "black" } else { "white" };
    let filters = [
        // A column or row more where a side is odd; what is there stays dot for dot.
        format!("pad={width}:{height}:0:0:{edge}"),
        format!("scale=out_color_matrix={matrix}:out_range=tv:flags=accurate_rnd+full_chroma_int+bitexact"),
        "format=yuv420p".into(),
        format!("setparams=range=tv:color_primaries={colours}:color_trc={colours}:colorspace={colours}"),
        // After the conversion, so that each slide is converted once.
        format!("fps={RATE}"),
    ];
    let filters = filters.join(",");
    let (silence, sound) = if form.audio {
        let length = slides * usize::from(seconds);
        let silence = format!("-f lavfi -t {length} -i anullsrc=r=48000:cl=stereo");
        (silence, "-map 0:v -map 1:a -c:a aac -b:a 64k -flags:a +bitexact")
    } else {
        (String::new(), "-an")
    };
    let profile = match form.profile {
        Profile::Baseline => "baseline",
        Profile::High => "high",
    };
    let (level, kilobits, store) = (form.level.name(), form.level.kilobits, form.level.store);
    let group = u32::from(seconds) * RATE;
    // A level is a promise of size and rate: the encoder is held to its bits, too. Each slide begins with a whole picture; no picture leans on
    // a later one, for players that are no more than a decoder. The number of threads shows in the bytes, so it is always the same.
    let all = format!(
        "-hide_banner -nostats -loglevel error -y -f image2pipe -c:v png -framerate 1/{seconds} -i pipe:0 {silence} {sound} \
         -map_metadata -1 -vf {filters} -r {RATE} -c:v libx264 -preset superfast -profile:v {profile} -level:v {level} -crf 17 \
         -maxrate {kilobits}k -bufsize {store}k -bf 0 -sc_threshold 0 -g {group} -threads 2 -pix_fmt yuv420p \
         -fflags +bitexact -flags:v +bitexact -movflags +faststart -f mp4"
    );
    all.split_whitespace().map(Into::into).collect()
}
