//! `led --single-file`: the whole screen in one file for a USB stick: scenes, figures, typeface, module. It runs from `file://` without any
//! network; an engine that can't run the module turns the pre-rendered scenes.

use std::path::{Path, PathBuf};

use super::{
    built,
    common::{Common, Outcome},
    files, load, output,
};
use crate::{
    site::{
        Assets, Module, inline,
        led::{self, App},
    },
    text::{build::build, fill, format_integer},
};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FILE", required = true)]
    pub single_file: PathBuf,
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    pub dist: PathBuf,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let (lang, words) = (common.language(), build(common.language()));
    let (campaign, map) = match load::both(common) {
        Ok(both) => both,
        Err(outcome) => return outcome,
    };
    let (app, fonts) = match inside(&args.dist).and_then(|app| Ok((app, fonts(&built::assets(&args.dist)?)))) {
        Ok(parts) => parts,
        Err(failure) => {
            print_error!("{}", failure.message(lang));
            print_error!("{}", fill(words.no_site, &[&args.dist.display().to_string()]));
            return Outcome::Usage;
        }
    };
    if matches!(app, App::None) {
        print_error!("{}", words.no_app);
    }
    let html = match led::single_file(&campaign, &map, lang, &app, &fonts) {
        Ok(html) => html,
        Err(reason) => {
            print_error!("{}", fill(words.style, &[&reason]));
            return Outcome::Findings;
        }
    };
    match files::write(&args.single_file, &html) {
        Ok(()) => {
            print_line!("{}", fill(words.single, &[&args.single_file.display().to_string(), &format_integer(lang, html.len() as u64)]));
            Outcome::Done
        }
        Err(failure) => output::failed(common, &failure),
    }
}

fn fonts(assets: &Assets) -> String {
    led::fonts(&assets.bold_latin, &assets.bold_vietnamese)
}

/// Loader and module of a built folder, to be put into the page.
fn inside(dist: &Path) -> Result<App, files::Failure> {
    let Some(Module { loader, wasm }) = built::module(dist, "bluezone-led-")? else { return Ok(App::None) };
    let code = String::from_utf8_lossy(&files::read(&dist.join(loader))?).into_owned();
    let Some((code, name)) = unexported(&code) else { return Ok(App::None) };
    Ok(App::Inside { code, name, module: inline::base64(&files::read(&dist.join(wasm))?) })
}

/// The code of a module without its export, and the name of what it exports: inside a page nothing can import it.
fn unexported(code: &str) -> Option<(String, String)> {
    let start = code.rfind("export{").or_else(|| code.rfind("export {"))?;
    let end = start + code[start..].find('}')?;
    let inside = &code[start..end];
    let name = inside[inside.find('{')? + 1..].split(',').find_map(|one| one.trim().strip_suffix(" as default"))?.trim().to_string();
    let rest = code[end + 1..].trim_start_matches(';');
    Some((format!("{}{rest}", &code[..start]), name))
}

#[cfg(test)]
mod tests {
    use super::unexported;

    #[test]
    fn an_export_becomes_a_name() {
        assert_eq!(unexported("let a=1;export{b as default};"), Some(("let a=1;".into(), "b".into())));
        assert_eq!(unexported("x;export { y, z as default };w"), Some(("x;w".into(), "z".into())));
        assert_eq!(unexported("let a=1;"), None);
    }
}
