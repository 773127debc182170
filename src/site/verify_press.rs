//! Reads the figures back from the press kit's files, each by a reader of its own kind.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::{
    campaign::{Campaign, Measure},
    text::{Lang, format_integer},
};

/// Every place's code and figure in the latest report that names districts; the province last.
fn expected(campaign: &Campaign) -> Vec<(String, Option<u64>)> {
    let Some(latest) = campaign.report_at(None) else { return Vec::new() };
    let all = campaign.standings(None, Measure::Installs);
    let districts = all.iter().flat_map(|all| campaign.districts.iter().filter_map(|d| all.row(&d.code)));
    let districts = districts.map(|row| (row.district.code.clone(), row.installs));
    districts.chain([(campaign.province.code.clone(), Some(latest.total))]).collect()
}

/// What differs in one file, a sentence each; of other files nothing.
pub fn press(path: &str, bytes: &[u8], campaign: &Campaign, lang: Lang) -> Vec<String> {
    let known = expected(campaign);
    let found = match path.rsplit('/').next().unwrap_or_default() {
        "so-lieu.csv" => csv(bytes, lang),
        "so-lieu.xlsx" => xlsx(bytes),
        "so-lieu.json" => json(bytes),
        "index.html" => return page(bytes, campaign, lang),
        _ => return Vec::new(),
    };
    if found == known { Vec::new() } else { vec![format!("{path}: {found:?} instead of {known:?}")] }
}

fn csv(bytes: &[u8], lang: Lang) -> Vec<(String, Option<u64>)> {
    let separator = if lang == Lang::Vi { b';' } else { b',' };
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text);
    let row = |record: csv::StringRecord| Some((record.get(0)?.to_owned(), record.get(2)?.parse().ok()));
    reader.records().filter_map(|record| row(record.ok()?)).collect()
}

fn xlsx(bytes: &[u8]) -> Vec<(String, Option<u64>)> {
    let Ok(mut book) = Xlsx::new(Cursor::new(bytes)) else { return Vec::new() };
    let Some(Ok(sheet)) = book.worksheet_range_at(0) else { return Vec::new() };
    let number = |cell: &Data| if let Data::Float(number) = cell { Some(*number as u64) } else { None };
    sheet.rows().skip(1).filter_map(|row| Some((row.first()?.to_string(), number(row.get(2)?)))).collect()
}

fn json(bytes: &[u8]) -> Vec<(String, Option<u64>)> {
    let Ok(data) = serde_json::from_slice::<serde_json::Value>(bytes) else { return Vec::new() };
    let place = |place: &serde_json::Value| Some((place["code"].as_str()?.to_owned(), place["installs"].as_u64()));
    let districts = data["districts"].as_array().into_iter().flatten().filter_map(place);
    districts.chain(place(&data["province"])).collect()
}

/// Every figure stands in its place's sentence.
fn page(bytes: &[u8], campaign: &Campaign, lang: Lang) -> Vec<String> {
    let html = scraper::Html::parse_document(&String::from_utf8_lossy(bytes));
    let Ok(quotes) = scraper::Selector::parse("blockquote") else { return Vec::new() };
    let said: Vec<String> = html.select(&quotes).map(|quote| quote.text().collect()).collect();
    let figures: Vec<String> = expected(campaign).into_iter().filter_map(|(_, n)| Some(format_integer(lang, n?))).collect();
    let count = |figures: usize| (said.len() != figures).then(|| format!("sentences: {} instead of {figures}", said.len()));
    let missing = figures.iter().filter(|figure| !said.iter().any(|words| words.contains(figure.as_str())));
    missing.map(|figure| format!("sentences: {figure} is expected")).chain(count(figures.len())).collect()
}
