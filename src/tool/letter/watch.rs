//! `publish --watch`: takes letters as they come into a folder. What was taken and what was refused lie in folders of their own, the refused
//! ones beside what was said of them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use super::Args;
use crate::text::{fill, tool::tool};
use crate::tool::common::{Common, Outcome};
use crate::tool::files::Failure;
use crate::tool::output;

const PAUSE: Duration = Duration::from_secs(2);

/// The letters and how they were when they were last looked at: one that still grows is not whole yet.
type Seen = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

pub fn run(common: &Common, args: &Args, folder: &Path) -> Outcome {
    let words = tool(common.language());
    let [taken, refused] = [words.folder_taken, words.folder_refused].map(|name| folder.join(name));
    for made in [&taken, &refused] {
        if let Err(error) = fs::create_dir_all(made) {
            return output::failed(common, &Failure::writing(made, &error));
        }
    }
    print_error!("{}", fill(words.watching, &[&folder.display().to_string()]));
    let mut before = Seen::new();
    let mut outcome = Outcome::Done;
    loop {
        let now = match seen(folder) {
            Ok(now) => now,
            Err(error) => return output::failed(common, &Failure::reading(folder, &error)),
        };
        // A letter is taken once it has stopped growing.
        for letter in now.iter().filter(|(letter, state)| args.once || before.get(*letter) == Some(state)).map(|(letter, _)| letter) {
            match take(common, args, letter, &taken, &refused) {
                Ok(true) => {}
                Ok(false) => outcome = Outcome::Findings,
                Err(failure) => return output::failed(common, &failure),
            }
        }
        if args.once {
            return outcome;
        }
        before = now;
        sleep(PAUSE);
    }
}

fn seen(folder: &Path) -> io::Result<Seen> {
    let mut seen = Seen::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        if metadata.is_file() && !entry.file_name().to_string_lossy().starts_with(['.', '~']) {
            seen.insert(entry.path(), (metadata.len(), metadata.modified().ok()));
        }
    }
    Ok(seen)
}

/// Publishes one letter by a call of its own, so that whatever it says can be kept; answers whether it was taken.
fn take(common: &Common, args: &Args, letter: &Path, taken: &Path, refused: &Path) -> Result<bool, Failure> {
    let reading = |error: io::Error| Failure::reading(letter, &error);
    let mut call = Command::new(std::env::current_exe().map_err(reading)?);
    call.arg("publish").arg(letter).arg("--dist").arg(&args.dist).arg("--yes");
    call.arg("--data").arg(&common.data).arg("--map").arg(&common.map).args(["--lang", common.language().code()]);
    let ended = call.stdin(Stdio::null()).output().map_err(reading)?;
    let said = format!("{}{}", String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    let is_taken = ended.status.success();
    let words = tool(common.language());
    let name = letter.file_name().unwrap_or_default();
    let target = free(if is_taken { taken } else { refused }, &name.to_string_lossy());
    fs::rename(letter, &target).map_err(|error| Failure::writing(&target, &error))?;
    if !is_taken {
        let findings = PathBuf::from(format!("{}.txt", target.display()));
        fs::write(&findings, &said).map_err(|error| Failure::writing(&findings, &error))?;
    }
    let sentence = if is_taken { words.letter_taken } else { words.letter_refused };
    print_line!("{}", fill(sentence, &[&name.to_string_lossy(), &target.display().to_string()]));
    Ok(is_taken)
}

/// A name in a folder that nothing has yet.
fn free(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(name);
    let numbered = (2..).map(|n| folder.join(format!("{n}-{name}")));
    std::iter::once(first.clone()).chain(numbered).find(|path| !path.exists()).unwrap_or(first)
}
