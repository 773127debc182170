//! The same as a workbook: numbers are numbers, and a sheet says where everything comes from.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::{
    campaign::Campaign,
    text::{Lang, press::press, text},
    view::press::{long_rows, rows, sources},
};

/// What stands in one cell.
enum Cell {
    Text(String),
    Number(Option<f64>),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

fn count(value: Option<impl TryInto<u32>>) -> Cell {
    Cell::Number(value.and_then(|n| n.try_into().ok()).map(f64::from))
}

fn signed(value: Option<i64>) -> Cell {
    Cell::Number(value.and_then(|n| i32::try_from(n).ok()).map(f64::from))
}

fn fill(sheet: &mut Worksheet, name: &str, heads: &[&str], rows: Vec<Vec<Cell>>) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(name)?;
    for (column, head) in (0_u16..).zip(heads) {
        sheet.write_string_with_format(0, column, *head, &bold)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => sheet.write_string(row, column, text)?,
                Cell::Number(Some(number)) => sheet.write_number(row, column, number)?,
                Cell::Number(None) => continue,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    Ok(())
}

pub fn workbook(campaign: &Campaign, boundaries: &str, lang: Lang) -> Result<Vec<u8>, String> {
    make(campaign, boundaries, lang).map_err(|error| error.to_string())
}

fn make(campaign: &Campaign, boundaries: &str, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let (words, own) = (press(lang, campaign), text(lang, campaign));
    let mut book = Workbook::new();
    // The same figures give the same file: it is as old as they are.
    let at = campaign.report_at(None).map_or(0, |report| report.as_of.unix());
    book.set_properties(&DocProperties::new().set_title(words.title).set_creation_datetime(&ExcelDateTime::from_timestamp(at)?));
    let places = rows(campaign, own).into_iter().map(|row| {
        vec![
            row.code.into(),
            row.name.into(),
            count(row.installs),
            Cell::Number(row.share),
            Cell::Number(row.per_100),
            count(row.population),
            row.population_source.into(),
            count(row.rank),
            signed(row.change),
            row.as_of.into(),
            row.source.into(),
            row.report.into(),
        ]
    });
    fill(book.add_worksheet(), words.sheet, &words.heads, places.collect())?;
    let all = long_rows(campaign, own).into_iter().map(|row| {
        let installs = count(row.installs);
        vec![
            row.report.into(),
            row.as_of.into(),
            row.state.into(),
            row.code.into(),
            row.name.into(),
            installs,
            row.source.into(),
            row.corrects.into(),
            row.why.into(),
        ]
    });
    fill(book.add_worksheet(), words.sheet_all, &words.long_heads, all.collect())?;
    let sources = sources(campaign, boundaries, own).into_iter().map(|row| row.map(Cell::from).into_iter().collect());
    fill(book.add_worksheet(), words.sheet_sources, &words.source_heads, sources.collect())?;
    book.save_to_buffer()
}
