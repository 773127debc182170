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
    /// Moves the marks on the elements that are there. As a signal of each district they all ran with every change: 2,768 effects in a country of 692
    /// districts, 43 of the 100 ms of pointing at one (CPU/4).
    pub mark: fn(PageFace, Marked, Marked),
}

/// The districts that are marked: chosen, pointed at, and led to by the Tab key.
pub type Marked = [Option<String>; 3];
