//! The frames of the slides for controllers without a browser: pictures, animations and the operator's sheet. It must not write them.

pub mod animation;
pub mod archive;
pub mod draw;
pub mod h264;
pub mod names;
pub mod readme;
pub mod size;

#[cfg(test)]
mod tests;
