//! The domain: districts, reports, checks, standings, letters, names. Pure std + serde; it must not know the web,
//! the words shown to people (`text`), or the tool (`site`, `tool`).

pub mod arithmetic;
pub mod check;
pub mod finding;
mod ledger;
#[cfg(not(target_arch = "wasm32"))]
pub mod letters;
pub mod limits;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod names;
mod problem;
mod refusal;
mod shape;
pub mod stamp;
pub mod standings;
pub mod supersede;

#[cfg(test)]
pub mod fixture;

pub use model::{Campaign, District, DistrictKind, Goal, GoalUnit, Links, Province, Report, Source};
pub use stamp::Stamp;
pub use standings::{Measure, Standing, Standings, sort_standings};
