//! Puts a report into a data file's text and leaves every other byte as it is, so that a diff shows the report alone.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use serde_json::ser::{Formatter, Serializer};
use serde_json::value::RawValue;

use crate::campaign::{Campaign, Report};

/// The text with the campaign's report at this index put in; the whole file is written anew only where that fails.
pub fn with_report(text: &str, campaign: &Campaign, index: usize) -> serde_json::Result<String> {
    let placed = campaign.reports.get(index).map(|report| insert(text, report, index)).transpose()?.flatten();
    let kept = placed.filter(|text| serde_json::from_str::<Campaign>(text).is_ok_and(|read| read == *campaign));
    let mut text = match kept {
        Some(text) => text,
        None => serde_json::to_string_pretty(campaign)?,
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

#[derive(Deserialize)]
struct Outline<'a> {
    #[serde(borrow)]
    reports: &'a RawValue,
}

fn insert(text: &str, report: &Report, index: usize) -> serde_json::Result<Option<String>> {
    let reports = serde_json::from_str::<Outline>(text)?.reports.get();
    let held: Vec<&RawValue> = serde_json::from_str(reports)?;
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let report = lines(report)?.replace('\n', &format!("{eol}    "));
    // Both are pieces of the text, so the distance of their beginnings is a place in it.
    let place = |piece: &str| (piece.as_ptr() as usize).checked_sub(text.as_ptr() as usize);
    let put = |at: usize, before: &str, after: &str| Some(format!("{}{before}{report}{after}{}", text.get(..at)?, text.get(at..)?));
    Ok(match index.checked_sub(1) {
        None if held.is_empty() => place(reports).and_then(|at| {
            let (head, rest) = (text.get(..at)?, text.get(at + reports.len()..)?);
            Some(format!("{head}[{eol}    {report}{eol}  ]{rest}"))
        }),
        None => None,
        Some(before) => held.get(before).and_then(|raw| put(place(raw.get())? + raw.get().len(), &format!(",{eol}    "), "")),
    })
}

/// A report on a few lines: one a member, what is inside of a member on its line.
fn lines(report: &Report) -> serde_json::Result<String> {
    let mut out = Vec::new();
    report.serialize(&mut Serializer::with_formatter(&mut out, Lines { depth: 0 }))?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

struct Lines {
    depth: usize,
}

impl Formatter for Lines {
    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        out.write_all(if self.depth == 0 { b"\n}" } else { b" }" })
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b"," })?;
        out.write_all(if self.depth == 1 { b"\n  " } else { b" " })
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATA: &str = include_str!("../../../public/data/campaign.json");

    fn with(reports: &[Report]) -> Campaign {
        let mut campaign: Campaign = serde_json::from_str(DATA).unwrap();
        campaign.reports = reports.to_vec();
        campaign
    }

    #[test]
    fn the_published_file_is_as_this_writes_it() {
        let full = with(&serde_json::from_str::<Campaign>(DATA).unwrap().reports);
        let from = DATA.find("\"reports\": [").unwrap() + "\"reports\": [".len();
        let to = DATA.find("\n  ],\n  \"links\"").unwrap();
        let empty = format!("{}{}", &DATA[..from], DATA[to..].trim_start());
        assert_eq!(with_report(&empty, &full, 0).unwrap(), DATA);
    }

    #[test]
    fn other_bytes_stay() {
        let mut second = with(&[]).reports;
        second.extend(serde_json::from_str::<Campaign>(DATA).unwrap().reports);
        second.push(Report { note: Some("một \"ghi chú\"".into()), total: 60_000, ..second[0].clone() });
        let odd = DATA.replace("  \"schema\": 1,", "\t\"$schema\":\"x\",\"schema\":   1,").replace('\n', "\r\n");
        let text = with_report(&odd, &with(&second), 1).unwrap();
        let end = odd.find("\r\n  ],\r\n  \"links\"").unwrap();
        assert!(text.starts_with(&odd[..end]) && text.ends_with(&odd[end..]));
        assert_eq!(serde_json::from_str::<Campaign>(&text).unwrap(), with(&second));
        assert!(!text.replace("\r\n", "").contains('\n'));
    }
}
