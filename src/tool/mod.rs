//! The publishing tool, native only: how reports get in and the site gets out. Command line, files and folders, import, serve, films. What
//! the site is made of is `site`'s; it must not know the browser.

/// As `println!`, for a reader that may be gone (`… | head`): what is done is done, and the exit code tells.
macro_rules! print_line {
    ($($words:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

/// As [`print_line`], to standard error.
macro_rules! print_error {
    ($($words:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), $($words)*);
    }};
}

mod boundaries;
mod built;
mod check;
mod command_line;
mod common;
mod files;
mod import;
mod ledger;
mod letter;
mod load;
mod map;
mod new;
mod output;
mod publish;
mod render;
mod schema;
pub mod serve;
mod single_file;
mod slides;
mod strict;
mod usage;

pub use command_line::main;
