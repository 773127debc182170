//! An animated GIF of slides: each with the colours it has, or the 256 it has most of. No dithering, which on the coarse dots of a board
//! is noise.

use std::{cmp::Reverse, collections::HashMap};

use gif::{Encoder, EncodingError, Frame, Repeat};

use super::size::ScreenSize;
use crate::site::painter::Pixels;

/// What a palette of the format holds.
const COLOURS: usize = 256;

type Colour = [u8; 3];

/// One slide, packed already, so that slides can be packed side by side.
pub fn frame(pixels: &Pixels, seconds: u16) -> Frame<'static> {
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
    let side = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
    let buffer: Vec<u8> = each(pixels).map(place).collect();
    let mut frame = Frame {
        width: side(pixels.width),
        height: side(pixels.height),
        delay: seconds.saturating_mul(100),
        palette: Some(palette.concat()),
        buffer: buffer.into(),
        ..Frame::default()
    };
    frame.make_lzw_pre_encoded();
    frame
}

/// All slides one after another, for ever.
pub fn animation<'a>(size: &ScreenSize, frames: impl Iterator<Item = &'a Frame<'static>>) -> Result<Vec<u8>, EncodingError> {
    let side = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
    let mut encoder = Encoder::new(Vec::new(), side(size.width), side(size.height), &[])?;
    encoder.set_repeat(Repeat::Infinite)?;
    for frame in frames {
        encoder.write_lzw_pre_encoded_frame(frame)?;
    }
    encoder.into_inner()
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

    #[test]
    fn few_colours_stay_as_they_are_and_many_find_their_nearest() {
        let size = ScreenSize { name: "16x64".into(), width: 16, height: 64 };
        let rgb = |colour: fn(u32) -> Colour| Pixels { width: 16, height: 64, rgb: (0..1024).flat_map(colour).collect() };
        let few = rgb(|i| [(i % 256) as u8, 7, 9]);
        // Black for the most part, and more shades than a palette holds.
        let many = rgb(|i| if i < 512 { [0; 3] } else { [(i % 256) as u8, (i / 256) as u8 * 9, 200] });
        let frames = [frame(&few, 8), frame(&many, 120)];
        let bytes = animation(&size, frames.iter()).unwrap();
        assert_eq!(bytes, animation(&size, [frame(&few, 8), frame(&many, 120)].iter()).unwrap());
        let read = read(&bytes);
        assert_eq!((read.len(), read[0].0, read[1].0), (2, 800, 12_000));
        assert_eq!(read[0].1, few.rgb);
        assert!(read[1].1[..512 * 3].iter().all(|value| *value == 0));
        let worst = read[1].1.iter().zip(&many.rgb).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
        assert!(worst <= 16, "{worst}");
    }
}
