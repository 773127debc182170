//! The parts of the site as Leptos components. They take view models, signals and one callback; they never read the URL,
//! the face, the network or the clock.

mod board;
pub mod chart;
mod event;
//GUIDE mod guide;
mod headline;
mod map;
mod panel;
mod share;
mod status;
mod trend;

pub use board::BoardPart;
//GUIDE pub use guide::Guide;
pub use headline::HeadlinePart;
pub use map::MapPart;
pub use panel::PanelPart;
pub use share::SharePart;
pub use status::StatusPart;
pub use trend::TrendPart;

use crate::campaign::{Measure, Stamp};

/// What a part asks of its face: the one way up.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Select a district; none: the whole province.
    District(Option<String>),
    Measure(Measure),
    At(Option<Stamp>),
    /// Highlight a district on map and board while it is pointed at.
    Lit(Option<String>),
    /// The system's share sheet.
    Share,
    /// Copy the address.
    Copy,
    Print,
}
