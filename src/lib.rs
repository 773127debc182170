//! The Bluezone outreach site of a province: one crate, three uses (library, browser entry, publishing tool).
//!
//! ```text
//! campaign.json + map.json --check--> Campaign --standings--> view models --> components
//!                                                                              |-- native, to HTML  -> pre-rendered pages and scenes
//!                                                                              |-- wasm             -> the live page, screen, embed
//!                                                                              '-- native, SVG->PNG -> slides, pictures of embeds
//! ```
//!
//! The layers below know nothing of those after them; `tests/layers.rs` holds them to it.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod campaign;
pub mod faces;
pub mod map;
pub mod parts;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod text;
#[cfg(not(target_arch = "wasm32"))]
pub mod tool;
pub mod view;
