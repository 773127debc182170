//! What a face is told of the machine that it runs on: the few things that the browser and the tool do each in a way of its own.

use super::page::PageFace;
use crate::view::{Action, Collate};

/// What differs between the browser and the tool.
#[derive(Clone, Copy)]
pub struct Platform {
    pub collate: Collate,
    pub fold: fn(&str) -> String,
    /// Percent-encodes an address for use inside another.
    pub encode: fn(&str) -> String,
    /// Does what no state can: share, copy, print.
    pub perform: fn(PageFace, Action),
}
