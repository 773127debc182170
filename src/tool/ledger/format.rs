//! The one way in which the tool writes a data file: what it holds in few lines, so that a diff shows what changed and nothing else. Members, and
//! what a list holds, have a line each; what is deeper stands on its line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::campaign::Campaign;

/// Down to this depth everything has its own line.
const LINES: usize = 3;

/// The file's text. Who keeps it on Windows keeps the ends of his lines.
pub fn text(campaign: &Campaign, before: &str) -> serde_json::Result<String> {
    let mut out = Vec::new();
    campaign.serialize(&mut Serializer::with_formatter(&mut out, Lines::default()))?;
    let text = String::from_utf8_lossy(&out).into_owned() + "\n";
    Ok(if before.contains("\r\n") { text.replace('\n', "\r\n") } else { text })
}

#[derive(Default)]
struct Lines {
    depth: usize,
    /// Whether the object or list that was just begun has had anything in it.
    filled: bool,
}

impl Lines {
    fn begin<W: Write + ?Sized>(&mut self, out: &mut W, mark: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(mark)
    }

    /// Between two members, and before the first.
    fn gap<W: Write + ?Sized>(&mut self, out: &mut W, first: bool, inside: &[u8]) -> io::Result<()> {
        self.filled = true;
        match (first, self.depth <= LINES) {
            (true, true) => self.line(out),
            (true, false) => out.write_all(inside),
            (false, true) => out.write_all(b",").and_then(|()| self.line(out)),
            (false, false) => out.write_all(b", "),
        }
    }

    fn end<W: Write + ?Sized>(&mut self, out: &mut W, inside: &[u8], mark: &[u8]) -> io::Result<()> {
        let lines = self.depth <= LINES;
        self.depth = self.depth.saturating_sub(1);
        if std::mem::replace(&mut self.filled, true) {
            if lines { self.line(out)? } else { out.write_all(inside)? }
        }
        out.write_all(mark)
    }

    fn line<W: Write + ?Sized>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"{")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.gap(out, first, b" ")
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b" ", b"}")
    }

    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"[")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.gap(out, first, b"")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"", b"]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixture;

    const DATA: &str = include_str!("../../../tests/fixtures/data/campaign.json");

    #[test]
    fn the_published_file_is_as_this_writes_it() {
        let campaign = serde_json::from_str(DATA).unwrap();
        assert_eq!(text(&campaign, DATA).unwrap(), DATA);
    }

    #[test]
    fn a_new_report_is_all_that_a_diff_shows() {
        let (one, two) = (text(&fixture::campaign(), "").unwrap(), text(&fixture::two_reports(), "").unwrap());
        let added: Vec<&str> = two.lines().filter(|line| !one.lines().any(|known| known == *line)).collect();
        assert_eq!((added.len(), two.lines().count() - one.lines().count()), (8, 10), "{added:#?}");
        assert!(added.iter().any(|line| line.ends_with(r#""accepted": ["rate", "sum"]"#)), "{added:#?}");
    }

    #[test]
    fn what_is_empty_stays_on_its_line_and_windows_keeps_its_ends() {
        let mut campaign = fixture::campaign();
        campaign.reports.clear();
        let text = text(&campaign, "{\r\n}").unwrap();
        assert!(
            text.contains("\r\n  \"reports\": [],\r\n") && text.ends_with("}\r\n") && !text.replace("\r\n", "").contains('\n'),
            "{text}"
        );
        assert_eq!(serde_json::from_str::<Campaign>(&text).unwrap(), campaign);
    }
}
