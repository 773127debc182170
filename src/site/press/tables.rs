//! The tables as CSV, as JSON, and what describes them to machines. A Vietnamese Excel opens a CSV as columns where it begins with a byte order
//! mark, separates by semicolons and writes decimals with a comma.

use serde_json::{Value, json};

use crate::{
    campaign::Campaign,
    text::{Lang, format_decimal, press::press, text},
    view::press::{LongRow, PressRow, citation, long_rows, rows},
};

const BOM: &str = "\u{feff}";

fn separator(lang: Lang) -> u8 {
    if lang == Lang::Vi { b';' } else { b',' }
}

fn csv(lang: Lang, heads: &[&str], rows: Vec<Vec<String>>) -> Result<Vec<u8>, String> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator(lang)).terminator(csv::Terminator::CRLF).from_writer(BOM.as_bytes().to_vec());
    writer.write_record(heads).map_err(|e| e.to_string())?;
    for row in rows {
        writer.write_record(row).map_err(|e| e.to_string())?;
    }
    writer.into_inner().map_err(|e| e.to_string())
}

fn known<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub fn places(campaign: &Campaign, lang: Lang) -> Result<Vec<u8>, String> {
    let decimal = |value: Option<f64>| value.map(|x| format_decimal(lang, x, 2)).unwrap_or_default();
    let cells = |row: PressRow| {
        vec![
            row.code,
            row.name,
            known(row.installs),
            decimal(row.share),
            decimal(row.per_100),
            known(row.population),
            row.population_source,
            known(row.rank),
            known(row.change),
            row.as_of,
            row.source,
            row.report,
        ]
    };
    csv(lang, &press(lang, campaign).heads, rows(campaign, text(lang, campaign)).into_iter().map(cells).collect())
}

pub fn all_reports(campaign: &Campaign, lang: Lang) -> Result<Vec<u8>, String> {
    let cells =
        |row: LongRow| vec![row.report, row.as_of, row.state, row.code, row.name, known(row.installs), row.source, row.corrects, row.why];
    csv(lang, &press(lang, campaign).long_heads, long_rows(campaign, text(lang, campaign)).into_iter().map(cells).collect())
}

pub fn json(campaign: &Campaign, lang: Lang) -> String {
    let place = |row: PressRow| {
        json!({
            "code": row.code, "name": row.name, "installs": row.installs, "share_percent": row.share, "per_100": row.per_100,
            "population": row.population, "population_source": row.population_source, "rank": row.rank, "change": row.change,
            "as_of": row.as_of, "source": row.source, "report": row.report,
        })
    };
    let long = |row: LongRow| {
        json!({
            "report": row.report, "as_of": row.as_of, "status": row.state, "code": row.code, "name": row.name, "installs": row.installs,
            "source": row.source, "corrects": row.corrects, "why": row.why,
        })
    };
    let mut places: Vec<Value> = rows(campaign, text(lang, campaign)).into_iter().map(place).collect();
    let province = places.pop();
    let all: Vec<Value> = long_rows(campaign, text(lang, campaign)).into_iter().map(long).collect();
    let cite = citation(campaign, text(lang, campaign));
    format!("{:#}\n", json!({ "revision": campaign.revision, "cite": cite, "province": province, "districts": places, "reports": all }))
}

/// As the Frictionless standard has it (<https://datapackage.org>).
pub fn package(campaign: &Campaign, lang: Lang) -> String {
    let words = press(lang, campaign);
    let field = |head: &&str, kind: &str| json!({ "name": head, "type": kind });
    const KINDS: [&str; 12] =
        ["string", "string", "integer", "number", "number", "integer", "string", "integer", "integer", "datetime", "string", "string"];
    const LONG: [&str; 9] = ["string", "datetime", "string", "string", "string", "integer", "string", "string", "string"];
    let resource = |name: &str, path: &str, title: &str, heads: &[&str], kinds: &[&str]| {
        let mut fields: Vec<Value> = heads.iter().zip(kinds).map(|(head, kind)| field(head, kind)).collect();
        for field in fields.iter_mut().filter(|field| field["type"] == "number" && lang == Lang::Vi) {
            field["decimalChar"] = json!(",");
        }
        json!({
            "name": name, "path": path, "title": title, "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
            "encoding": "utf-8", "dialect": { "delimiter": char::from(separator(lang)).to_string(), "lineTerminator": "\r\n" },
            "schema": { "fields": fields, "missingValues": [""] },
        })
    };
    let sources: Vec<Value> =
        campaign.current_reports().map(|report| json!({ "title": report.source.title, "path": report.source.url })).collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": format!("bluezone-{}", campaign.province.code.to_lowercase()),
        "title": format!("Bluezone {}", campaign.province.name),
        "description": words.use_of_figures,
        "version": campaign.revision.to_string(),
        "sources": sources,
        "resources": [
            resource("so-lieu", "so-lieu.csv", words.sheet, &words.heads, &KINDS),
            resource("moi-bao-cao", "moi-bao-cao.csv", words.sheet_all, &words.long_heads, &LONG),
        ],
    });
    format!("{package:#}\n")
}
