//! The sizes of screens: those that are common, by name, and any other in pixels. It must not know what is drawn on them.

use crate::text::{slides, usage::WrongValue};

/// A screen, and the name of the folder with its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenSize {
    pub name: String,
    pub width: u32,
    pub height: u32,
}

/// Displays and monitors, then LED boards by the distance of their dots in millimetres.
pub const PRESETS: [(&str, u32, u32); 12] = [
    ("fullhd", 1920, 1080),
    ("hd", 1280, 720),
    ("uhd", 3840, 2160),
    ("portrait", 1080, 1920),
    ("square", 1080, 1080),
    ("strip", 1920, 160),
    ("p10-128x64", 128, 64),
    ("p10-192x96", 192, 96),
    ("p10-256x128", 256, 128),
    ("p5-320x160", 320, 160),
    ("p5-384x192", 384, 192),
    ("p4-512x256", 512, 256),
];

/// Below this no board holds a line of words; above it no controller takes a picture.
pub const LEAST: (u32, u32) = crate::view::scene::LEAST;
pub const MOST: u32 = 7680;
const MOST_PIXELS: u32 = 3840 * 2160 * 4;

/// Reads `192x96`.
pub fn size(text: &str) -> Result<ScreenSize, WrongValue> {
    let bad = || WrongValue::new(slides::bad_size);
    let (width, height) = text.trim().split_once(['x', 'X', '×']).ok_or_else(bad)?;
    let side = |text: &str| text.trim().parse::<u32>().map_err(|_| bad());
    let (width, height) = (side(width)?, side(height)?);
    if !(LEAST.0..=MOST).contains(&width) || !(LEAST.1..=MOST).contains(&height) || width * height > MOST_PIXELS {
        return Err(WrongValue::new(|lang| slides::size_limits(lang, LEAST, MOST, MOST_PIXELS)));
    }
    Ok(ScreenSize { name: format!("{width}x{height}"), width, height })
}

/// Every preset.
pub fn presets() -> impl Iterator<Item = ScreenSize> {
    PRESETS.into_iter().map(|(name, width, height)| ScreenSize { name: name.into(), width, height })
}

/// Those that were asked for, each once, in the order of asking; all presets where nothing was.
pub fn chosen(named: &[String], sizes: &[ScreenSize]) -> Vec<ScreenSize> {
    let mut all: Vec<ScreenSize> = Vec::new();
    let named = named.iter().filter_map(|name| presets().find(|size| size.name == *name));
    for size in named.chain(sizes.iter().cloned()) {
        if !all.contains(&size) {
            all.push(size);
        }
    }
    if all.is_empty() { presets().collect() } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_or_refused_with_a_reason() {
        assert_eq!(size("192x96"), Ok(ScreenSize { name: "192x96".into(), width: 192, height: 96 }));
        assert_eq!(size(" 640X64 ").map(|size| size.name), Ok("640x64".into()));
        for bad in ["", "x", "192", "192x", "-1x96", "192x96x3", "192.5x96", "99999999999x64"] {
            assert_eq!(size(bad), Err(WrongValue::new(slides::bad_size)), "{bad}");
        }
        for bad in ["63x96", "192x0", "7681x64", "7680x7680"] {
            assert!(size(bad).is_err_and(|said| said.to_string().contains("7680") && said.to_string().contains("33177600")), "{bad}");
        }
        assert!(size("7680x4320").is_ok());
    }

    #[test]
    fn each_size_is_made_once() {
        assert_eq!(chosen(&[], &[]).len(), PRESETS.len());
        let twice = chosen(&["hd".into(), "hd".into()], &[size("192x96").unwrap(), size("192X96").unwrap()]);
        assert_eq!(twice.iter().map(|size| size.name.as_str()).collect::<Vec<_>>(), ["hd", "192x96"]);
    }
}
