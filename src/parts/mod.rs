//! The parts of the site as Leptos components: drawn from view models, nothing else. They never read the URL, the face, the
//! network or the clock. They keep no state and hold no handlers: what can be pressed says so by its `data-` attributes, and one
//! listener for the whole page (`browser::events`) makes acts of it. A typed node with a handler of its own costs wasm far more.

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
mod panel;
pub mod scene;
mod share;
mod status;
mod trend;

pub use board::BoardPart;
pub use brief::BriefPart;
pub use credit::CreditPart;
#[cfg(not(target_arch = "wasm32"))]
pub use guide::GuidePart;
pub use headline::HeadlinePart;
pub use map::MapPart;
pub use panel::PanelPart;
pub use scene::ScenePart;
pub use share::SharePart;
pub use status::StatusPart;
pub use trend::TrendPart;
