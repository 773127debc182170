//! Turns a picture into pixels: the very SVG that the screens draw, with the typeface that the tool carries. The same picture always
//! gives the same bytes.

use std::{collections::BTreeMap, sync::Arc};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

use crate::{parts::scene, view::scene::Picture};

const TOKENS: &str = include_str!("../../style/tokens-led.css");
const SCENE: &str = include_str!("../../style/scene.css");
static TYPEFACE: &[u8] = include_bytes!("be-vietnam-pro-700.ttf");

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
        let mut fonts = Database::new();
        fonts.load_font_data(TYPEFACE.to_vec());
        Self { options: Options { fontdb: Arc::new(fonts), ..Options::default() }, style: style(theme) }
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
        let tree = Tree::from_str(&self.svg(picture), &self.options).map_err(|e| e.to_string())?;
        let mut map = Pixmap::new(picture.width, picture.height).ok_or_else(|| format!("{}x{}", picture.width, picture.height))?;
        resvg::render(&tree, Transform::identity(), &mut map.as_mut());
        // The background is opaque everywhere, so that there is nothing to unmix.
        let rgb = map.data().chunks_exact(4).flat_map(|pixel| pixel.iter().take(3).copied()).collect();
        Ok(Pixels { width: picture.width, height: picture.height, rgb })
    }
}

/// The scenes' style with the colours of a theme in the places of their names: the rasteriser knows no custom properties.
pub(crate) fn style(theme: Theme) -> String {
    let word = match theme {
        Theme::Dark => "[data-theme=dark]",
        Theme::Light => "[data-theme=light]",
    };
    let mut colours = BTreeMap::new();
    for selector in [word, ":root"] {
        let block = TOKENS.split_once(&format!("{selector} {{")).and_then(|(_, rest)| rest.split_once('}')).map_or("", |(block, _)| block);
        colours.extend(block.split(';').filter_map(|line| line.trim().split_once(':')).map(|(name, value)| (name.trim(), value.trim())));
    }
    colours.iter().fold(SCENE.to_string(), |style, (name, value)| style.replace(&format!("var({name})"), value))
}

impl Pixels {
    /// As PNG: quickly packed, and always alike.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        self.packed(png::Compression::Fast, &[])
    }

    /// The same for the network, where every byte is sent to many; what is said of it by name stands in the file.
    pub fn small_png(&self, said: &[(&str, String)]) -> Result<Vec<u8>, png::EncodingError> {
        self.packed(png::Compression::High, said)
    }

    fn packed(&self, compression: png::Compression, said: &[(&str, String)]) -> Result<Vec<u8>, png::EncodingError> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(compression);
        for (name, value) in said {
            encoder.add_itxt_chunk((*name).to_owned(), value.clone())?;
        }
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
