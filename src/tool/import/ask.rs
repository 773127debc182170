//! Asks on a terminal before something is written.

use std::io::{self, BufRead, IsTerminal, Write};

/// Whether somebody is there to answer.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Asks, and answers whether the officer agrees; anything but a yes is a no.
pub fn agrees(question: &str) -> bool {
    let mut out = io::stdout();
    // A terminal that is gone answers nothing, and nothing is written then.
    let _ = write!(out, "{question} ").and_then(|()| out.flush());
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).is_ok() && is_yes(&answer)
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "c" | "có" | "co" | "y" | "yes")
}

#[cfg(test)]
mod tests {
    use super::is_yes;

    #[test]
    fn only_a_yes_is_one() {
        assert!(["c\n", "Có\n", "co", "Y", "yes\r\n"].into_iter().all(is_yes));
        assert!(["", "\n", "k", "không", "n", "ok"].into_iter().all(|answer| !is_yes(answer)));
    }
}
