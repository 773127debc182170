//! The number formats of an XLSX, as far as they add words to a number: `#,##0 "máy"`, `"khoảng" 0`.

use std::collections::BTreeMap;

use super::super::error::{DocumentError, Format};
use super::super::xml::{self, Node};

/// By the number of a cell's style: what its format writes before and after a number.
#[derive(Debug, Default)]
pub struct Formats(Vec<Option<(String, String)>>);

impl Formats {
    pub fn read(xml: &str) -> Result<Self, DocumentError> {
        let mut codes = BTreeMap::new();
        let (mut formats, mut in_cells) = (Vec::new(), false);
        xml::read(xml, Format::Workbook, |node| {
            match node {
                Node::Start(element) => match element.name() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) = (element.count("numFmtId"), element.attribute("formatCode")) {
                            codes.insert(id, affixes(&code));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => formats.push(element.count("numFmtId").and_then(|id| codes.get(&id).cloned().flatten())),
                    _ => {}
                },
                Node::End("cellXfs") => in_cells = false,
                _ => {}
            }
            Ok(())
        })?;
        Ok(Self(formats))
    }

    pub fn affixes(&self, style: usize) -> Option<(String, String)> {
        self.0.get(style).cloned().flatten()
    }
}

/// The literal words of a format's first section, before and after its digits; none where it has none.
fn affixes(code: &str) -> Option<(String, String)> {
    let (mut before, mut after, mut seen_digit) = (String::new(), String::new(), false);
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        let target = if seen_digit { &mut after } else { &mut before };
        match character {
            ';' => break,
            '0' | '#' | '?' => seen_digit = true,
            '"' => target.extend(characters.by_ref().take_while(|c| *c != '"')),
            '\\' => target.extend(characters.next()),
            // A gap as wide as the next sign, and a sign that fills the cell.
            '_' | '*' => {
                characters.next();
            }
            '[' => characters.by_ref().take_while(|c| *c != ']').for_each(drop),
            _ => {}
        }
    }
    (before.chars().chain(after.chars()).any(char::is_alphabetic)).then_some((before, after))
}
