//! Reads one story of a DOCX (the letter, a page header, the notes): paragraphs, tables in tables, text boxes.

use std::collections::BTreeMap;

use super::super::assembly::{Assembly, TableRows};
use super::super::budget::Budget;
use super::super::error::{DocumentError, Format};
use super::super::part::{Cell, Role, Row};
use super::super::superscript::superscript;
use super::super::xml::{self, Element, Node};

/// By kind (`footnote`, `endnote`, `comment`) the notes' texts by their numbers.
pub type Notes = BTreeMap<&'static str, BTreeMap<String, String>>;

/// Elements whose text is not shown: deletions, what was moved away, the second form of a text box, instructions of fields, pronunciations.
const NOT_SHOWN: [&str; 7] = ["del", "moveFrom", "Fallback", "instrText", "delText", "rt", "delInstrText"];

pub struct Story<'a> {
    role: Role,
    notes: &'a Notes,
    hidden_styles: &'a [String],
    assembly: &'a mut Assembly,
    budget: &'a mut Budget,
    /// Inside of how many elements that are not shown.
    not_shown: usize,
    /// Where the reader is: paragraphs and tables, one inside of the other.
    open: Vec<Level>,
    /// Text boxes and inner tables, which follow when the outermost paragraph or table is done.
    after: Vec<Block>,
    run: Run,
    /// The notes' texts, where the story is the file of the notes.
    own_notes: BTreeMap<String, String>,
}

/// A run's properties.
#[derive(Default)]
struct Run {
    is_open: bool,
    hidden: bool,
    raised: bool,
    in_text: bool,
    in_properties: bool,
}

enum Level {
    Paragraph { text: String, notes: Vec<String> },
    Table(TableRows),
    Row { deleted: bool },
    Cell { text: String, notes: Vec<String>, columns: usize, continued: bool, deleted: bool },
    Note { id: String, text: String },
    TextBox,
}

enum Block {
    Paragraph(String, Vec<String>),
    Table(Vec<Row>),
}

impl<'a> Story<'a> {
    pub fn new(role: Role, notes: &'a Notes, hidden_styles: &'a [String], assembly: &'a mut Assembly, budget: &'a mut Budget) -> Self {
        Self {
            role,
            notes,
            hidden_styles,
            assembly,
            budget,
            not_shown: 0,
            open: Vec::new(),
            after: Vec::new(),
            run: Run::default(),
            own_notes: BTreeMap::new(),
        }
    }

    /// Reads the story's XML into the assembly. The answer are the texts of notes by their numbers, where it holds notes.
    pub fn read(mut self, xml: &str) -> Result<BTreeMap<String, String>, DocumentError> {
        xml::read(xml, Format::Docx, |node| match node {
            Node::Start(element) => self.start(&element),
            Node::End(name) => self.end(name),
            Node::Text(text) => {
                if self.run.in_text {
                    self.text(text);
                }
                Ok(())
            }
        })?;
        Ok(self.own_notes)
    }

    fn start(&mut self, element: &Element) -> Result<(), DocumentError> {
        let name = element.name();
        match (name, self.open.last_mut()) {
            // Between a row's beginning and its first cell there are only the row's properties; `del` in them deletes the row.
            ("del", Some(Level::Row { deleted: deleted @ false })) => {
                *deleted = true;
                self.not_shown += 1;
            }
            // A deleted cell keeps its place, empty: were it gone, the figures behind it would stand below another header.
            ("cellDel", Some(Level::Cell { deleted: deleted @ false, .. })) => {
                *deleted = true;
                self.not_shown += 1;
            }
            _ => {}
        }
        if NOT_SHOWN.contains(&name) {
            self.not_shown += 1;
        }
        match name {
            "p" => self.open.push(Level::Paragraph { text: String::new(), notes: Vec::new() }),
            "tbl" => self.open.push(Level::Table(TableRows::default())),
            "tr" => self.open.push(Level::Row { deleted: false }),
            "tc" => {
                let (text, notes) = (String::new(), Vec::new());
                self.open.push(Level::Cell { text, notes, columns: 1, continued: false, deleted: false });
            }
            "txbxContent" => self.open.push(Level::TextBox),
            "footnote" | "endnote" | "comment" => {
                self.open.push(Level::Note { id: element.attribute("id").unwrap_or_default(), text: String::new() });
            }
            "r" => self.run = Run { is_open: true, ..Run::default() },
            "rPr" => self.run.in_properties = true,
            "t" => self.run.in_text = true,
            "vanish" | "strike" | "dstrike" if self.run.in_properties => self.run.hidden |= element.is_on(),
            "rStyle" => self.run.hidden |= element.attribute("val").is_some_and(|style| self.hidden_styles.contains(&style)),
            "vertAlign" => self.run.raised = element.attribute("val").is_some_and(|value| value == "superscript"),
            // Tab stops of a paragraph's properties have the name of the character; they stand outside of runs.
            "tab" if self.run.is_open => self.text("\t"),
            "br" | "cr" if self.run.is_open => self.text("\n"),
            "noBreakHyphen" => self.text("-"),
            "gridSpan" => self.with_cell(|columns, _| *columns = element.count("val").unwrap_or(1)),
            "vMerge" => self.with_cell(|_, continued| *continued = element.attribute("val").is_none_or(|value| value == "continue")),
            "gridBefore" => {
                let columns = element.count("val").unwrap_or(0);
                if columns > 0 {
                    self.cell(Cell::default(), columns, false)?;
                }
            }
            "footnoteReference" | "endnoteReference" | "commentReference" => {
                let kind = name.trim_end_matches("Reference");
                let note = element.attribute("id").and_then(|id| self.notes.get(kind)?.get(&id)).filter(|note| !note.is_empty());
                if let (Some(note), Some(Level::Paragraph { notes, .. }), 0) = (note, self.open.last_mut(), self.not_shown) {
                    notes.push(note.clone());
                    self.budget.take_bytes(note.len())?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), DocumentError> {
        if NOT_SHOWN.contains(&name) {
            self.not_shown = self.not_shown.saturating_sub(1);
        }
        match name {
            "t" => self.run.in_text = false,
            "rPr" => self.run.in_properties = false,
            "r" => self.run = Run::default(),
            "p" | "tbl" | "tr" | "tc" | "txbxContent" | "footnote" | "endnote" | "comment" => self.close()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.not_shown > 0 || self.run.hidden {
            return;
        }
        if let Some(Level::Paragraph { text: paragraph, .. }) = self.open.last_mut() {
            if self.run.raised { paragraph.extend(text.chars().map(superscript)) } else { paragraph.push_str(text) }
        }
    }

    /// Ends the innermost paragraph, cell, row, table or text box.
    fn close(&mut self) -> Result<(), DocumentError> {
        match self.open.pop() {
            Some(Level::Paragraph { text, notes }) => match self.open.last_mut() {
                Some(Level::Cell { text: cell, notes: of_cell, .. }) => {
                    add_line(cell, &text);
                    of_cell.extend(notes);
                }
                Some(Level::Note { text: note, .. }) => add_line(note, &text),
                Some(_) => self.after.push(Block::Paragraph(text, notes)),
                None => {
                    self.assembly.paragraph(self.role, &text, notes)?;
                    self.flush()?;
                }
            },
            Some(Level::Cell { text, notes, columns, continued, deleted }) => {
                self.not_shown = self.not_shown.saturating_sub(usize::from(deleted));
                let note = (!notes.is_empty()).then(|| notes.join("\n").into_boxed_str());
                self.cell(Cell { note, ..Cell::text(&text) }, columns, continued)?;
            }
            Some(Level::Row { deleted }) => {
                self.not_shown = self.not_shown.saturating_sub(usize::from(deleted));
                if let Some(Level::Table(table)) = self.open.last_mut() {
                    if deleted { table.drop_row() } else { table.end_row(self.budget)? }
                }
            }
            Some(Level::Table(table)) if self.open.is_empty() => {
                self.assembly.table(self.role, table.into_rows());
                self.flush()?;
            }
            Some(Level::Table(table)) => self.after.push(Block::Table(table.into_rows())),
            Some(Level::Note { id, text }) => {
                self.own_notes.insert(id, text);
            }
            Some(Level::TextBox) | None => {}
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), DocumentError> {
        for block in std::mem::take(&mut self.after) {
            match block {
                Block::Paragraph(text, notes) => self.assembly.paragraph(self.role, &text, notes)?,
                Block::Table(rows) => self.assembly.table(self.role, rows),
            }
        }
        Ok(())
    }

    /// Adds a cell to the table whose row is read.
    fn cell(&mut self, cell: Cell, columns: usize, continued: bool) -> Result<(), DocumentError> {
        let table = self.open.iter_mut().rev().find_map(|level| match level {
            Level::Table(table) => Some(table),
            _ => None,
        });
        match table {
            Some(table) if continued => table.continued(columns, self.budget),
            Some(table) => table.cell(cell, columns, 1, self.budget),
            None => Ok(()),
        }
    }

    fn with_cell(&mut self, change: impl FnOnce(&mut usize, &mut bool)) {
        if let Some(Level::Cell { columns, continued, .. }) = self.open.last_mut() {
            change(columns, continued);
        }
    }
}

fn add_line(text: &mut String, line: &str) {
    if !text.is_empty() && !line.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}
