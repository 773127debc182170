//! Draws every slide of every size in every language, on all cores. It must not write.

use rayon::prelude::*;

use super::{
    animation::{self, Prepared},
    size::ScreenSize,
};
use crate::site::painter::{Painter, Theme};
use crate::view::scene::{Picture, SceneKind, Show, Slide, program, rounds};

/// A finished slide.
pub struct Drawn {
    /// `01-headline-vi`: in the order of playing, also where names are sorted.
    pub name: String,
    pub png: Vec<u8>,
    /// For the animation.
    pub prepared: Option<Prepared>,
}

/// One slide to be drawn.
struct Job<'a> {
    place: usize,
    size: &'a ScreenSize,
    name: String,
    picture: Picture,
}

/// The slides of each size, prepared for the animation where its dwell in seconds is given; or the slide that could not be drawn, and why.
pub fn all(
    shows: &[Show],
    kinds: &[SceneKind],
    sizes: &[ScreenSize],
    theme: Theme,
    dwell: Option<u16>,
) -> Result<Vec<Vec<Drawn>>, (String, String)> {
    let painter = Painter::new(theme);
    let jobs: Vec<Job> = sizes.iter().enumerate().flat_map(|(place, size)| jobs(shows, kinds, size, place)).collect();
    let draw = |job: &Job| -> Result<Drawn, (String, String)> {
        let wrong = |reason: String| (format!("{} {}", job.size.name, job.name), reason);
        let pixels = painter.pixels(&job.picture).map_err(wrong)?;
        let png = pixels.png().map_err(|error| wrong(error.to_string()))?;
        let prepared = dwell.map(|dwell| animation::prepare(&pixels, dwell));
        Ok(Drawn { name: job.name.clone(), png, prepared })
    };
    let done: Vec<_> = jobs.par_iter().map(draw).collect();
    let mut all: Vec<Vec<Drawn>> = sizes.iter().map(|_| Vec::new()).collect();
    for (job, drawn) in jobs.iter().zip(done) {
        let drawn = drawn?;
        if let Some(slides) = all.get_mut(job.place) {
            slides.push(drawn);
        }
    }
    Ok(all)
}

/// One language after another, numbered throughout; of many scenes all rounds one after another, as the live screen has them.
fn jobs<'a>(shows: &[Show], kinds: &[SceneKind], size: &'a ScreenSize, place: usize) -> Vec<Job<'a>> {
    let (width, height) = (size.width, size.height);
    let each = |show: &Show| -> Vec<(String, Picture)> {
        let program = program(show, kinds, width, height);
        let named = |slide: &Slide| (format!("{}-{}", slide.name(), show.words.lang.code()), program.draw(show, slide));
        rounds(&program.slides).concat().iter().map(named).collect()
    };
    let slides: Vec<_> = shows.iter().flat_map(each).collect();
    let digits = slides.len().to_string().len().max(2);
    let numbered = slides.into_iter().zip(1..);
    numbered.map(|((name, picture), number)| Job { place, size, name: format!("{number:0digits$}-{name}"), picture }).collect()
}
