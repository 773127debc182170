//! All files of a set as one ZIP, for those who send it on. The same files give the same bytes: nothing in it is from the clock.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use crate::campaign::Stamp;

/// Everything lies in one folder of the set's name: unpacked beside an older set it does not mix with it. Every file has the moment of
/// the figures.
pub fn archive<'a>(set: &str, as_of: Option<Stamp>, files: impl Iterator<Item = (&'a str, &'a [u8])>) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().last_modified_time(time(as_of)).unix_permissions(0o644);
    for (path, bytes) in files {
        // Pictures and films are packed already.
        let text = path.ends_with(".txt") || path.ends_with(".json");
        let method = if text { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        writer.start_file(format!("{set}/{path}"), plain.compression_method(method))?;
        writer.write_all(bytes)?;
    }
    writer.finish().map(Cursor::into_inner)
}

/// The format's first day where there are no figures, or where it knows no such year.
fn time(as_of: Option<Stamp>) -> DateTime {
    let known = |at: Stamp| {
        let year = u16::try_from(at.year()).ok()?;
        DateTime::from_date_and_time(year, at.month(), at.day(), at.hour(), at.minute(), 0).ok()
    };
    as_of.and_then(known).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn an_archive_is_always_the_same_and_holds_everything() {
        let files = [("hd/a.png", b"picture".as_slice()), ("README.txt", b"words words words words words words")];
        let make = || archive("bluezone-20200811-0800", Stamp::vietnam(2020, 8, 11, 8, 0), files.into_iter()).unwrap();
        let bytes = make();
        assert_eq!(bytes, make());
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for (i, (path, content)) in files.into_iter().enumerate() {
            let mut file = read.by_index(i).unwrap();
            assert_eq!(file.name().unwrap(), format!("bluezone-20200811-0800/{path}"));
            assert_eq!(file.last_modified().unwrap().to_string(), "2020-08-11 08:00:00");
            let mut known = Vec::new();
            file.read_to_end(&mut known).unwrap();
            assert_eq!(known, content);
        }
        assert_eq!(time(None), DateTime::DEFAULT);
    }
}
