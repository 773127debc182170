//! Compressed copies for hosts that send them as they are. It must not know where they lie.

use std::io::{self, Write};

/// The endings of files that gain by compression.
const COMPRESSIBLE: [&str; 8] = [".html", ".js", ".wasm", ".json", ".css", ".svg", ".txt", ".xml"];

/// How much time compression may take: the more there is to send, the less each byte is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quality {
    /// 0 to 11.
    brotli: i32,
    /// 0 to 9.
    gzip: u32,
}

impl Quality {
    /// Brotli packs about 1 MB a second and core at its best, 12 at 9 and 60 at 5, for 3 and 9 percent more bytes of our pages.
    pub const BEST: Quality = Quality { brotli: 11, gzip: 9 };

    /// By all bytes that are to be compressed.
    pub fn for_bytes(total: usize) -> Self {
        match total {
            0..12_000_000 => Self::BEST,
            12_000_000..80_000_000 => Quality { brotli: 9, gzip: 6 },
            _ => Quality { brotli: 5, gzip: 5 },
        }
    }
}

/// Whether a file of that name is worth a compressed copy.
pub fn is_compressible(path: &str) -> bool {
    COMPRESSIBLE.iter().any(|ending| path.ends_with(ending))
}

pub fn brotli(bytes: &[u8], quality: Quality) -> io::Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: quality.brotli, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}

pub fn gzip(bytes: &[u8], quality: Quality) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(quality.gzip));
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quality_falls_with_size() {
        let brotli = |total| Quality::for_bytes(total).brotli;
        assert_eq!([brotli(0), brotli(11_999_999), brotli(12_000_000), brotli(80_000_000)], [11, 11, 9, 5]);
    }

    #[test]
    fn text_is_worth_a_copy_and_pictures_are_not() {
        assert!(is_compressible("led/index.html") && is_compressible("bluezone-map-1_bg.wasm"));
        assert!(!["embed/map.png", "a.html.br", "a.woff2", "html"].into_iter().any(is_compressible));
    }
}
