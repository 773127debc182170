//! A page as its tags come: paragraphs and tables, what is hidden left out. Careless pages leave end tags away, so each beginning also
//! ends what can't go on.

use super::super::assembly::{Assembly, TableRows};
use super::super::budget::{Budget, check_depth};
use super::super::error::DocumentError;
use super::super::part::{Cell, Part, Role, Value};
use super::super::superscript::superscript;
use super::effects::{self, Effects, Kind};

/// A start tag.
pub struct Start<'a> {
    pub name: &'a str,
    pub is_hidden: bool,
    pub columns: usize,
    pub rows: usize,
    /// Of `<col>`: how many columns it is about.
    pub span: usize,
    pub number: Option<f64>,
    pub is_error: bool,
}

pub struct Page<'a> {
    is_mail: bool,
    budget: &'a mut Budget,
    assembly: Assembly,
    /// The paragraph outside of tables that is read.
    text: String,
    tables: Vec<Table>,
    /// Elements that change what their text is, one inside of the other.
    effects: Effects,
}

#[derive(Default)]
struct Table {
    rows: TableRows,
    in_row: bool,
    cell: Option<OpenCell>,
    hidden_columns: Vec<bool>,
    /// It has other tables in its cells: it lays the page out, and its cells are the page's text.
    is_layout: bool,
    /// The effects that were open when it began.
    effects: usize,
}

struct OpenCell {
    text: String,
    columns: usize,
    rows: usize,
    number: Option<f64>,
    is_error: bool,
    effects: usize,
}

const BLOCKS: [&str; 33] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "ul",
    "summary",
];

impl<'a> Page<'a> {
    pub fn new(is_mail: bool, budget: &'a mut Budget) -> Self {
        Self { is_mail, budget, assembly: Assembly::default(), text: String::new(), tables: Vec::new(), effects: Effects::default() }
    }

    pub fn start(&mut self, tag: &Start) -> Result<(), DocumentError> {
        let name = tag.name;
        match name {
            "table" => return self.begin_table(tag),
            "tr" => self.end_row()?,
            "td" | "th" => self.end_cell()?,
            "col" => {
                if let Some(table) = self.tables.last_mut() {
                    let span = tag.span.min(256);
                    table.hidden_columns.extend(std::iter::repeat_n(tag.is_hidden, span));
                    table.hidden_columns.truncate(1024);
                }
            }
            _ if BLOCKS.contains(&name) => {
                // A paragraph that was left open ends where the next block begins.
                if name != "br" {
                    self.effects.end("p", self.floor());
                }
                self.end_line()?;
            }
            _ => {}
        }
        match effects::kind(name, tag.is_hidden, self.is_mail) {
            Some(kind) => self.effects.begin(name, kind)?,
            None => self.effects.pass(name),
        }
        if let Some(table) = self.tables.last_mut() {
            let effects = self.effects.len();
            match name {
                "tr" => table.in_row = true,
                "td" | "th" => {
                    table.in_row = true;
                    let (text, number, is_error) = (String::new(), tag.number, tag.is_error);
                    table.cell = Some(OpenCell { text, columns: tag.columns, rows: tag.rows, number, is_error, effects });
                }
                _ => {}
            }
        }
        Ok(())
    }

    pub fn end(&mut self, name: &str) -> Result<(), DocumentError> {
        match name {
            "table" => return self.end_table(),
            "tr" => self.end_row()?,
            "td" | "th" => self.end_cell()?,
            _ if BLOCKS.contains(&name) => self.end_line()?,
            _ => {}
        }
        self.effects.end(name, self.floor());
        Ok(())
    }

    pub fn text(&mut self, text: &str) -> Result<(), DocumentError> {
        if self.effects.has(Kind::Hidden) {
            return Ok(());
        }
        if self.effects.has(Kind::Title) {
            let title: Vec<&str> = text.split_whitespace().collect();
            return self.assembly.paragraph(Role::PageHeader, &title.join(" "), Vec::new());
        }
        let (preformatted, raised) = (self.effects.has(Kind::Preformatted), self.effects.has(Kind::Raised));
        let target = match self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            Some(cell) => &mut cell.text,
            None => &mut self.text,
        };
        for character in text.chars() {
            match character {
                _ if preformatted => target.push(character),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    if !target.is_empty() && !target.ends_with([' ', '\n']) {
                        target.push(' ');
                    }
                }
                _ if raised => target.push(superscript(character)),
                _ => target.push(character),
            }
        }
        Ok(())
    }

    pub fn into_parts(mut self) -> Result<Vec<Part>, DocumentError> {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        self.end_line()?;
        Ok(self.assembly.into_parts())
    }

    /// How many effects are from outside of the cell that is read; no tag in it ends them.
    fn floor(&self) -> usize {
        self.tables.last().map_or(0, |table| table.cell.as_ref().map_or(table.effects, |cell| cell.effects))
    }

    fn role(&self) -> Role {
        if self.effects.has(Kind::Quoted) { Role::Quoted } else { Role::Body }
    }

    /// Ends a line: of the cell that is read, or of the page.
    fn end_line(&mut self) -> Result<(), DocumentError> {
        if self.effects.has(Kind::Hidden) {
            return Ok(());
        }
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            if !cell.text.is_empty() && !cell.text.ends_with('\n') {
                cell.text.push('\n');
            }
            return Ok(());
        }
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() { Ok(()) } else { self.assembly.paragraph(self.role(), text.trim(), Vec::new()) }
    }

    fn begin_table(&mut self, tag: &Start) -> Result<(), DocumentError> {
        check_depth(self.tables.len() + 1)?;
        self.end_line()?;
        if self.tables.last().is_some_and(|table| table.cell.is_some()) {
            self.lay_out()?;
        }
        let effects = self.effects.len();
        if tag.is_hidden {
            self.effects.begin("table", Kind::Hidden)?;
        }
        self.tables.push(Table { effects, ..Table::default() });
        Ok(())
    }

    /// Makes the innermost table one that lays out the page: what it has so far stands before the table in its cell.
    fn lay_out(&mut self) -> Result<(), DocumentError> {
        let role = self.role();
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        table.is_layout = true;
        if table.rows.has_cells() {
            table.rows.end_row(self.budget)?;
        }
        let rows = std::mem::take(&mut table.rows).into_rows();
        if !rows.is_empty() {
            self.assembly.table(role, rows);
        }
        let text = table.cell.as_mut().map(|cell| std::mem::take(&mut cell.text)).unwrap_or_default();
        if !text.trim().is_empty() {
            self.assembly.paragraph(role, text.trim(), Vec::new())?;
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), DocumentError> {
        let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.take()) else { return Ok(()) };
        // What was left open in the cell ends with it. The cell itself may be what is hidden: its effect stands before its content's.
        self.effects.end_after(cell.effects);
        let (role, hidden) = (self.role(), self.effects.has(Kind::Hidden));
        self.effects.end_last(&["td", "th"]);
        let Some(table) = self.tables.last_mut().filter(|_| !hidden) else { return Ok(()) };
        if table.is_layout {
            if !cell.text.trim().is_empty() {
                self.assembly.paragraph(role, cell.text.trim(), Vec::new())?;
            }
            return Ok(());
        }
        let mut read = Cell::text(&cell.text);
        if let Some(number) = cell.number {
            read.value = Value::Number(number);
        } else if cell.is_error {
            read.value = Value::Error;
        }
        table.rows.cell(read, cell.columns, cell.rows, self.budget)
    }

    fn end_row(&mut self) -> Result<(), DocumentError> {
        self.end_cell()?;
        let hidden = self.effects.has(Kind::Hidden);
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        if std::mem::take(&mut table.in_row) && !table.is_layout {
            if hidden { table.rows.drop_row() } else { table.rows.end_row(self.budget)? }
        }
        let floor = table.effects;
        self.effects.end("tr", floor);
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), DocumentError> {
        self.end_row()?;
        let (role, hidden) = (self.role(), self.effects.has(Kind::Hidden));
        let Some(table) = self.tables.pop() else { return Ok(()) };
        self.effects.end_after(table.effects);
        let mut rows = table.rows.into_rows();
        for cells in rows.iter_mut().map(|row| &mut row.cells) {
            for (cell, hidden) in cells.iter_mut().zip(&table.hidden_columns) {
                cell.hidden |= hidden;
            }
        }
        if !rows.is_empty() && !hidden {
            self.assembly.table(role, rows);
        }
        Ok(())
    }
}
