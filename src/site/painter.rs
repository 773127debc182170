//! Turns a picture into pixels: the very SVG that the screens draw, with the typeface that the tool carries. The same picture always
//! gives the same bytes.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

use crate::{parts::scene, view::scene::Picture};

const TOKENS: &str = include_str!("../../style/tokens-led.css");
const SCENE: &str = include_str!("../../style/scene.css");
const PRINT_TOKENS: &str = include_str!("../../style/tokens-print.css");
const SHEET: &str = include_str!("../../style/sheet.css");
pub static BOLD: &[u8] = include_bytes!("be-vietnam-pro-700.ttf");
pub static REGULAR: &[u8] = include_bytes!("be-vietnam-pro-400.ttf");

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Theme {
    Dark,
    Light,
}

/// What paints: the typeface read once, the style with its colours put in.
pub struct Painter {
    options: Options<'static>,
    style: String,
}

/// Rows of red, green, blue.
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

impl Painter {
    pub fn new(theme: Theme) -> Self {
        Self::with(&[BOLD], style(theme))
    }

    /// What paints posters and leaflets, which are read from near as well: with the plain weight.
    pub fn for_paper() -> Self {
        Self::with(&[BOLD, REGULAR], paper_style())
    }

    fn with(typefaces: &[&[u8]], style: String) -> Self {
        let mut fonts = Database::new();
        for typeface in typefaces {
            fonts.load_font_data(typeface.to_vec());
        }
        Self { options: Options { fontdb: Arc::new(fonts), ..Options::default() }, style }
    }

    /// A file of its own that any viewer draws alike.
    pub fn svg(&self, picture: &Picture) -> String {
        let (width, height) = (picture.width, picture.height);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"scene\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><style>{}</style>{}</svg>",
            self.style,
            scene::marks(picture)
        )
    }

    pub fn pixels(&self, picture: &Picture) -> Result<Pixels, String> {
        self.pixels_of(picture, picture.width, picture.height)
    }

    /// At another size: of paper a picture's units are no pixels.
    pub fn pixels_of(&self, picture: &Picture, width: u32, height: u32) -> Result<Pixels, String> {
        let tree = Tree::from_str(&self.svg(picture), &self.options).map_err(|e| e.to_string())?;
        let mut map = Pixmap::new(width, height).ok_or_else(|| format!("{width}x{height}"))?;
        let scale = |to: u32, from: u32| to as f32 / from.max(1) as f32;
        resvg::render(&tree, Transform::from_scale(scale(width, picture.width), scale(height, picture.height)), &mut map.as_mut());
        // The background is opaque everywhere, so that there is nothing to unmix.
        let rgb = map.data().chunks_exact(4).flat_map(|pixel| pixel.iter().take(3).copied()).collect();
        Ok(Pixels { width, height, rgb })
    }
}

/// The scenes' style with the colours of a theme in the places of their names: the rasteriser knows no custom properties.
pub(crate) fn style(theme: Theme) -> String {
    let word = match theme {
        Theme::Dark => "[data-theme=dark]",
        Theme::Light => "[data-theme=light]",
    };
    coloured(SCENE, TOKENS, &[word, ":root"])
}

/// The same for paper.
pub(crate) fn paper_style() -> String {
    // What only screens draw has no colour here, and no mark on a sheet has its role.
    let style = coloured(&[SCENE, SHEET].concat(), PRINT_TOKENS, &[":root"]);
    style.split_inclusive('}').filter(|rule| !rule.contains("var(")).collect()
}

fn coloured(style: &str, tokens: &str, blocks: &[&str]) -> String {
    let mut colours = BTreeMap::new();
    for selector in blocks {
        let block = tokens.split_once(&format!("{selector} {{")).and_then(|(_, rest)| rest.split_once('}')).map_or("", |(block, _)| block);
        colours.extend(block.split(';').filter_map(|line| line.trim().split_once(':')).map(|(name, value)| (name.trim(), value.trim())));
    }
    colours.iter().fold(style.to_string(), |style, (name, value)| style.replace(&format!("var({name})"), value))
}

impl Pixels {
    /// As PNG: quickly packed, and always alike.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        self.packed(png::Compression::Fast, &[])
    }

    /// The same for the network, where every byte is sent to many; what is said of it by name stands in the file.
    pub fn small_png(&self, said: &[(&str, String)]) -> Result<Vec<u8>, png::EncodingError> {
        self.packed(png::Compression::Balanced, said)
    }

    /// With notes that programs can read, each a name and what it says, and so many pixels a metre, by which it is printed in its true size.
    pub fn noted_png(&self, notes: &[(&str, Cow<str>)], a_metre: f64) -> Result<Vec<u8>, png::EncodingError> {
        self.written(png::Compression::Balanced, |encoder| {
            let a_metre = a_metre.round() as u32;
            encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: a_metre, yppu: a_metre, unit: png::Unit::Meter }));
            notes.iter().try_for_each(|(name, said)| encoder.add_itxt_chunk((*name).to_owned(), said.to_string()))
        })
    }

    /// One pixel for so many by so many, which are mixed.
    pub fn smaller(&self, by: u32) -> Self {
        let (width, height) = (self.width / by, self.height / by);
        let row = self.width as usize * 3;
        let mut rgb = Vec::with_capacity((width * height * 3) as usize);
        for (y, x, part) in (0..height).flat_map(|y| (0..width).flat_map(move |x| (0..3).map(move |part| (y, x, part)))) {
            let lines = (y * by..(y + 1) * by).map(|y| y as usize * row);
            let parts = lines.flat_map(|start| (x * by..(x + 1) * by).map(move |x| start + x as usize * 3 + part));
            let sum: u32 = parts.filter_map(|at| self.rgb.get(at)).map(|value| u32::from(*value)).sum();
            rgb.push((sum / (by * by).max(1)) as u8);
        }
        Self { width, height, rgb }
    }

    fn packed(&self, compression: png::Compression, said: &[(&str, String)]) -> Result<Vec<u8>, png::EncodingError> {
        self.written(compression, |encoder| {
            said.iter().try_for_each(|(name, value)| encoder.add_itxt_chunk((*name).to_owned(), value.clone()))
        })
    }

    fn written(
        &self,
        compression: png::Compression,
        prepare: impl FnOnce(&mut png::Encoder<&mut Vec<u8>>) -> Result<(), png::EncodingError>,
    ) -> Result<Vec<u8>, png::EncodingError> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(compression);
        prepare(&mut encoder)?;
        encoder.write_header()?.write_image_data(&self.rgb)?;
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_its_colour_in_both_themes() {
        for theme in [Theme::Dark, Theme::Light] {
            let style = style(theme);
            assert!(!style.contains("var("), "{style}");
        }
    }
}
