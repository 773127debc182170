//! The site as one pure function of its data: `files(&Campaign, &Map, &Assets, &Options) -> Files` makes every page, screen, embed, picture,
//! header file and description. It touches neither files nor the clock nor the environment, so that the tool can write its answer, a test can
//! read it and a browser could zip it. It must not know the tool or the browser.

mod assets;
mod beside;
pub mod budget;
pub mod bulletin;
mod cards;
pub mod compress;
pub mod csp;
mod dataset;
mod document;
pub mod embed;
mod entrance;
mod figures;
mod files;
mod form;
mod header;
pub mod headers;
mod history;
pub mod inline;
pub mod led;
mod location;
mod make;
mod missing;
mod named;
mod outlets;
pub mod page;
mod pages;
pub mod painter;
mod paths;
mod press;
pub mod print;
pub mod qr;
mod records;
mod shared;
pub mod slides;
pub mod style;
mod undrawn;
pub mod verify;
pub mod verify_press;
mod words;
mod zoom;

pub use assets::{Assets, Module, Options};
pub use files::{File, Files, media_type};
pub use location::base_path;
pub use make::{NO_WORKER, SiteError, files};
pub use named::named;
