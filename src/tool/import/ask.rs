//! Asks on a terminal before something is written.

use std::io::{self, BufRead, IsTerminal, Write};

use crate::text::Lang;
use crate::text::tool::{is_yes, tool};

/// Whether somebody is there to answer.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Asks whether it is to be written; anything but a yes is a no.
pub fn agrees(lang: Lang) -> bool {
    let mut out = io::stdout();
    // A terminal that is gone answers nothing, and nothing is written then.
    let _ = write!(out, "{} ", tool(lang).ask_write).and_then(|()| out.flush());
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).is_ok() && is_yes(&answer)
}
