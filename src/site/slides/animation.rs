//! An animated GIF of slides. Where all of them together have no more than 256 colours, one palette serves the whole file, as the simplest
//! players want it; else each slide has its own: the colours it has, or the 256 it has most of. No dithering, which on the coarse dots of a
//! board is noise.

use std::{cmp::Reverse, collections::HashMap};

use gif::{Encoder, EncodingError, Frame, Repeat};
use rayon::prelude::*;

use super::size::ScreenSize;
use crate::site::painter::Pixels;

/// What a palette of the format holds.
const COLOURS: usize = 256;

type Colour = [u8; 3];

/// One slide, as far as it can be prepared without the others.
pub enum Prepared {
    /// All its colours, and of every pixel the place of its colour: the palette is not settled yet.
    Whole { colours: Vec<Colour>, places: Vec<u8> },
    /// It has more colours than any palette, so it is packed with its own.
    Packed(Frame<'static>),
}

pub fn prepare(pixels: &Pixels, seconds: u16) -> Prepared {
    let all = colours(pixels);
    let (palette, rest) = all.split_at(all.len().min(COLOURS));
    let mut places: HashMap<Colour, u8> = palette.iter().copied().zip(0..=u8::MAX).collect();
    places.extend(rest.iter().map(|colour| (*colour, nearest(palette, *colour))));
    let mut before = None;
    let place = |colour: Colour| match before {
        Some((known, place)) if known == colour => place,
        _ => {
            let place = places.get(&colour).copied().unwrap_or(0);
            before = Some((colour, place));
            place
        }
    };
    let buffer: Vec<u8> = each(pixels).map(place).collect();
    if rest.is_empty() {
        Prepared::Whole { colours: all, places: buffer }
    } else {
        Prepared::Packed(packed([pixels.width, pixels.height], seconds, Some(palette), buffer))
    }
}

/// All slides one after another, for ever.
pub fn animation(size: &ScreenSize, seconds: u16, slides: Vec<Prepared>) -> Result<Vec<u8>, EncodingError> {
    let [width, height] = [size.width, size.height];
    let shared = shared(&slides);
    let pack = |slide: Prepared| match (slide, &shared) {
        (Prepared::Packed(frame), _) => frame,
        (Prepared::Whole { colours, places }, None) => packed([width, height], seconds, Some(&colours), places),
        (Prepared::Whole { colours, places }, Some((_, shared))) => {
            let moved: Vec<u8> = colours.iter().map(|colour| shared.get(colour).copied().unwrap_or(0)).collect();
            let places = places.into_iter().map(|place| moved.get(usize::from(place)).copied().unwrap_or(0)).collect();
            packed([width, height], seconds, None, places)
        }
    };
    let frames: Vec<Frame> = slides.into_par_iter().map(pack).collect();
    let palette = shared.map(|(palette, _)| palette.concat()).unwrap_or_default();
    let mut encoder = Encoder::new(Vec::new(), side(width), side(height), &palette)?;
    encoder.set_repeat(Repeat::Infinite)?;
    for frame in &frames {
        encoder.write_lzw_pre_encoded_frame(frame)?;
    }
    encoder.into_inner()
}

/// The colours of all slides and their places, where one palette holds them. The first slide's come first, each slide's most frequent first.
fn shared(slides: &[Prepared]) -> Option<(Vec<Colour>, HashMap<Colour, u8>)> {
    let (mut palette, mut places) = (Vec::new(), HashMap::new());
    for slide in slides {
        let Prepared::Whole { colours, .. } = slide else { return None };
        for colour in colours {
            if !places.contains_key(colour) {
                places.insert(*colour, u8::try_from(palette.len()).ok()?);
                palette.push(*colour);
            }
        }
    }
    Some((palette, places))
}

/// A frame with its own palette, or for that of the whole file.
fn packed([width, height]: [u32; 2], seconds: u16, palette: Option<&[Colour]>, places: Vec<u8>) -> Frame<'static> {
    let mut frame = Frame {
        width: side(width),
        height: side(height),
        delay: seconds.saturating_mul(100),
        palette: palette.map(<[Colour]>::concat),
        buffer: places.into(),
        ..Frame::default()
    };
    frame.make_lzw_pre_encoded();
    frame
}

fn side(n: u32) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn each(pixels: &Pixels) -> impl Iterator<Item = Colour> {
    pixels.rgb.chunks_exact(3).map(|pixel| match *pixel {
        [red, green, blue] => [red, green, blue],
        _ => [0; 3],
    })
}

/// Every colour once, the most frequent first. Among equals the order is always the same, and strewn, so that those that find no room in
/// a palette are not all of one kind.
fn colours(pixels: &Pixels) -> Vec<Colour> {
    let mut counts: HashMap<Colour, u64> = HashMap::new();
    let mut run: Option<(Colour, u64)> = None;
    // Neighbours are mostly alike: runs are counted, not pixels.
    for colour in each(pixels) {
        match &mut run {
            Some((known, length)) if *known == colour => *length += 1,
            _ => {
                if let Some((known, length)) = run.replace((colour, 1)) {
                    *counts.entry(known).or_default() += length;
                }
            }
        }
    }
    if let Some((known, length)) = run {
        *counts.entry(known).or_default() += length;
    }
    let mut all: Vec<(Colour, u64)> = counts.into_iter().collect();
    let strewn = |[red, green, blue]: Colour| u32::from_be_bytes([0, red, green, blue]).wrapping_mul(0x9E37_79B1);
    all.sort_by_key(|(colour, count)| (Reverse(*count), strewn(*colour)));
    all.into_iter().map(|(colour, _)| colour).collect()
}

fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let distance = |other: &Colour| other.iter().zip(colour).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum::<u32>();
    palette.iter().zip(0..=u8::MAX).min_by_key(|(other, _)| distance(other)).map_or(0, |(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<(u16, Vec<u8>)> {
        let mut options = gif::DecodeOptions::new();
        options.set_color_output(gif::ColorOutput::RGBA);
        let mut reader = options.read_info(bytes).unwrap();
        assert_eq!(reader.repeat(), Repeat::Infinite);
        let mut frames = Vec::new();
        while let Some(frame) = reader.read_next_frame().unwrap() {
            frames.push((frame.delay, frame.buffer.chunks_exact(4).flat_map(|p| p[..3].to_vec()).collect()));
        }
        frames
    }

    fn pixels(colour: fn(u32) -> Colour) -> Pixels {
        Pixels { width: 16, height: 64, rgb: (0..1024).flat_map(colour).collect() }
    }

    fn made(slides: &[&Pixels], seconds: u16) -> Vec<u8> {
        let size = ScreenSize { name: "16x64".into(), width: 16, height: 64 };
        animation(&size, seconds, slides.iter().map(|pixels| prepare(pixels, seconds)).collect()).unwrap()
    }

    /// The colours of the file's palette, and those of each slide's own.
    fn palettes(bytes: &[u8]) -> (usize, Vec<Option<usize>>) {
        let mut reader = gif::DecodeOptions::new().read_info(bytes).unwrap();
        let all = reader.global_palette().map_or(0, <[u8]>::len) / 3;
        let mut own = Vec::new();
        while let Some(frame) = reader.read_next_frame().unwrap() {
            own.push(frame.palette.as_ref().map(|palette| palette.len() / 3));
        }
        (all, own)
    }

    #[test]
    fn few_colours_stay_as_they_are_and_many_find_their_nearest() {
        let few = pixels(|i| [(i % 256) as u8, 7, 9]);
        // Black for the most part, and more shades than a palette holds.
        let many = pixels(|i| if i < 512 { [0; 3] } else { [(i % 256) as u8, (i / 256) as u8 * 9, 200] });
        let bytes = made(&[&few, &many], 120);
        assert_eq!(bytes, made(&[&few, &many], 120));
        assert_eq!(palettes(&bytes).1, [Some(256), Some(256)]);
        let read = read(&bytes);
        assert_eq!((read.len(), read[0].0, read[1].0), (2, 12_000, 12_000));
        assert_eq!(read[0].1, few.rgb);
        assert!(read[1].1[..512 * 3].iter().all(|value| *value == 0));
        let worst = read[1].1.iter().zip(&many.rgb).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
        assert!(worst <= 16, "{worst}");
    }

    #[test]
    fn slides_of_few_colours_share_one_palette() {
        let (red, blue) = (pixels(|i| [(i % 128) as u8, 0, 0]), pixels(|i| [0, 0, (i % 129) as u8]));
        let bytes = made(&[&red, &blue], 8);
        // Black is in both.
        assert_eq!(palettes(&bytes), (256, vec![None, None]));
        let shown = read(&bytes);
        assert_eq!((&shown[0].1, &shown[1].1), (&red.rgb, &blue.rgb));
        // One colour more than a palette holds.
        let more = pixels(|i| [0, 0, (i % 130) as u8]);
        let bytes = made(&[&red, &more], 8);
        assert!(palettes(&bytes).1.iter().all(Option::is_some));
        assert_eq!(read(&bytes)[1].1, more.rgb);
    }
}
