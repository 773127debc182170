//! The publishing tool, native only: takes reports in, checks the data, makes the files of the site. It must not know the browser.

/// As `println!`, for a reader that may be gone (`… | head`): what is done is done, and the exit code tells.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

/// The same for what went wrong.
macro_rules! complain {
    ($($words:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), $($words)*);
    }};
}

mod append;
mod check;
mod cli;
pub mod compress;
mod draft;
pub mod embed;
mod files;
mod form;
pub mod headers;
mod import;
mod inline;
mod led;
mod load;
mod map;
mod output;
mod qr;
pub mod render;
mod schema;
pub mod serve;
mod shell;
pub mod slides;
mod strict;
mod style;
mod table;
pub mod verify;

pub use cli::{Common, Format, Outcome, main};
