//! The files of sheets, read as people and printers read them: by poppler, by a decoder of QR codes, by the notes in them.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use super::*;
use crate::campaign::fixture::campaign;

fn map() -> Map {
    serde_json::from_str(include_str!("../../../public/data/map.json")).unwrap()
}

fn made(campaign: &Campaign, lang: Lang, district: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let job = Job { lang, district: district.map(Into::into) };
    Printer::new().unwrap().make(campaign, &map(), &job).unwrap().into_iter().collect()
}

/// `SHEETS=folder cargo test --lib site::print` leaves the sheets there for a look with one's own eyes.
#[test]
fn looks() {
    let Some(folder) = std::env::var_os("SHEETS") else { return };
    let folder = Path::new(&folder);
    for (lang, code) in [(Lang::Vi, None), (Lang::Vi, Some("662")), (Lang::Vi, Some("660")), (Lang::En, None), (Lang::En, Some("666"))] {
        for (path, bytes) in made(&campaign(), lang, code) {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
}
