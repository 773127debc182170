//! Compressed copies of a folder.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::files::{self, Failure};
use crate::site::compress::{COMPRESSIBLE, brotli, gzip};

/// Compresses every compressible file below a folder; a copy that is newer than its file is left alone.
pub fn folder(dir: &Path) -> Result<usize, Failure> {
    let mut count = 0;
    for entry in fs::read_dir(dir).map_err(|e| Failure::reading(dir, &e))? {
        let path = entry.map_err(|e| Failure::reading(dir, &e))?.path();
        if path.is_dir() {
            count += folder(&path)?;
        } else if path.extension().and_then(|e| e.to_str()).is_some_and(|e| COMPRESSIBLE.contains(&e)) {
            count += usize::from(file(&path)?);
        }
    }
    Ok(count)
}

fn file(path: &Path) -> Result<bool, Failure> {
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let (br, gz) = (beside(".br"), beside(".gz"));
    let changed = |p: &Path| fs::metadata(p).and_then(|m| m.modified()).ok();
    if changed(&br) > changed(path) && changed(&gz) > changed(path) {
        return Ok(false);
    }
    let bytes = files::read(path)?;
    files::write(&br, brotli(&bytes).map_err(|e| Failure::writing(&br, &e))?)?;
    files::write(&gz, gzip(&bytes).map_err(|e| Failure::writing(&gz, &e))?)?;
    Ok(true)
}
