//! The domain: districts and reports, what makes a data file fit to be published, who stands where, and how letters are read. It must
//! not know the web, the words shown to people (`text`), or the tool (`site`, `tool`).
//!
//! ```text
//! model, report     the data file as types; stamp: a moment with its offset
//! kind              what kind of unit each is, and the whole
//! ledger            which reports stand, and where a new one goes
//! bulletin          (native) how bulletins are read aloud
//! change            (native) what was done to the file
//! waiver            what speaks against a report and may be accepted by its name
//! arithmetic        percentages, growth, the stated rate, the districts' sum
//! locale            (native) the languages of a site, the clock of its province
//! check, shape, reserved   the rules of a data file; finding, problem, refusal: what can be said about one
//! supersede         which of two data files takes the other's place
//! standings         ranks, shares, rates and changes of one report
//! letters, names    (native) what people send, and how they spell the districts
//! ```

#[cfg(not(target_arch = "wasm32"))]
pub mod app;
pub mod arithmetic;
#[cfg(not(target_arch = "wasm32"))]
pub mod bulletin;
#[cfg(not(target_arch = "wasm32"))]
pub mod change;
pub mod check;
pub mod finding;
#[cfg(not(target_arch = "wasm32"))]
mod import_problem;
mod kind;
pub mod ledger;
#[cfg(not(target_arch = "wasm32"))]
pub mod letters;
pub mod limits;
#[cfg(not(target_arch = "wasm32"))]
mod locale;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod names;
#[cfg(not(target_arch = "wasm32"))]
pub mod nearest;
mod order;
mod problem;
mod refusal;
pub mod report;
pub mod reserved;
mod shape;
pub mod stamp;
pub mod standings;
pub mod supersede;
pub mod waiver;

#[cfg(test)]
pub mod fixture;

#[cfg(not(target_arch = "wasm32"))]
pub use app::{App, AppWords};
#[cfg(not(target_arch = "wasm32"))]
pub use bulletin::Bulletin;
#[cfg(not(target_arch = "wasm32"))]
pub use change::Change;
pub use kind::DistrictKind;
#[cfg(not(target_arch = "wasm32"))]
pub use kind::{KindWords, ProvinceKind};
#[cfg(not(target_arch = "wasm32"))]
pub use model::Office;
pub use model::{Campaign, District, Goal, GoalUnit, Links, Province};
pub use order::sorted;
pub use report::{Report, Source, Titled, Withdrawal};
pub use stamp::Stamp;
pub use standings::{Measure, Standing, Standings};
