//! The frames of the slides for controllers without a browser: pictures, animations and the operator's sheet. It must not write them.

pub mod animation;
pub mod draw;
pub mod readme;
pub mod size;

#[cfg(test)]
mod tests;
