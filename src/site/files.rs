//! The made site: each path below its start with bytes and media type. It must not know how they came about nor where they go.

use std::{collections::BTreeMap, path::Path};

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
}

/// All files by their path below the site's start, with slashes and without one in front: `huyen/cu-jut/index.html`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, File>);

impl Files {
    /// The media type follows from the path's ending.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        let path = path.into();
        let media_type = media_type(&path);
        self.0.insert(path, File { bytes: bytes.into(), media_type });
    }

    pub fn get(&self, path: &str) -> Option<&File> {
        self.0.get(path)
    }

    /// In the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All bytes together, before any compression.
    pub fn total_bytes(&self) -> usize {
        self.0.values().map(|file| file.bytes.len()).sum()
    }
}

impl Extend<(String, Vec<u8>)> for Files {
    fn extend<I: IntoIterator<Item = (String, Vec<u8>)>>(&mut self, files: I) {
        files.into_iter().for_each(|(path, bytes)| self.insert(path, bytes));
    }
}

/// By the ending of a path; what is not known is sent as bytes.
pub fn media_type(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "pdf" => "application/pdf",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_know_their_media_type_and_keep_the_order_of_paths() {
        let mut files = Files::default();
        files.extend([("led/index.html".to_owned(), b"<p>".to_vec()), ("_headers".to_owned(), Vec::new())]);
        files.insert("data/map.json", "{}");
        assert_eq!(files.iter().map(|(path, _)| path).collect::<Vec<_>>(), ["_headers", "data/map.json", "led/index.html"]);
        assert_eq!(files.get("led/index.html").map(|file| file.media_type), Some("text/html; charset=utf-8"));
        assert_eq!((files.len(), files.total_bytes(), files.get("x")), (3, 5, None));
    }
}
