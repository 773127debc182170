//! Compressed copies beside every file that gains by it, so that any static server can send them without work of its own.

use std::io::{self, Write};

pub const COMPRESSIBLE: [&str; 8] = ["html", "js", "wasm", "json", "css", "svg", "txt", "xml"];

/// Brotli at its strongest: done once, here.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out)
}

pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
