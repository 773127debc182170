//! The parts of the site as Leptos components: drawn from view models in memos, with one callback for what a reader does. They never read the
//! URL, the face, the network or the clock. What changes with a selection stands on single elements; rows and shapes are keyed by their
//! district, so that a change moves and marks them and never makes them anew. Pointing at districts and choosing them is heard by one listener for
//! the page (`browser::events`) by the elements' `data-district`: hundreds of shapes with four listeners each would cost a phone more.

mod board;
mod brief;
pub mod chart;
pub mod credit;
// Read, never operated: the tool writes it once and wasm does not carry it.
#[cfg(not(target_arch = "wasm32"))]
mod guide;
mod headline;
mod map;
mod mark;
pub(crate) mod markup;
mod measures;
mod panel;
pub mod scene;
mod share;
mod status;
mod trend;

pub use board::{BoardPart, CELLS};
pub use brief::BriefPart;
pub use credit::CreditPart;
#[cfg(not(target_arch = "wasm32"))]
pub use guide::GuidePart;
pub use headline::HeadlinePart;
pub use map::MapPart;
pub use mark::Marks;
pub use measures::MeasuresPart;
pub use panel::PanelPart;
pub use scene::ScenePart;
pub use share::SharePart;
pub use status::StatusPart;
pub use trend::TrendPart;
