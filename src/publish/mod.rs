//! The publishing tool, native only: takes reports in, checks the data, makes the files of the site. It must not know the browser.

mod append;
mod check;
mod cli;
pub mod compress;
mod draft;
mod files;
mod import;
mod map;
mod output;
mod qr;
pub mod render;
mod schema;
pub mod serve;
mod shell;
mod strict;
mod style;
mod table;
pub mod verify;

pub use cli::{Common, Format, Outcome, main};
