//! `slides`: pictures and films for screens whose controllers have no browser: PNG for each scene, an animated GIF, an MP4 where ffmpeg
//! is at hand, a sheet for the operator and a manifest with checksums. The same data gives the same bytes.

pub mod paint;
