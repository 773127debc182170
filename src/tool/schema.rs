//! `schema`: the JSON Schema of the data file, generated from the types that read it.

use std::path::PathBuf;

use super::common::{Common, Format, Outcome};
use super::{files, output};
use crate::campaign::Campaign;
use crate::text::{fill, tool};

#[derive(clap::Args)]
pub struct Args {
    #[arg(long, value_name = "FILE", default_value = "public/data/campaign.schema.json")]
    out: PathBuf,
}

pub fn run(common: &Common, args: &Args) -> Outcome {
    let text = match json() {
        Ok(text) => text,
        Err(error) => {
            print_error!("{error}");
            return Outcome::Usage;
        }
    };
    let words = tool::tool(common.language());
    let path = args.out.display().to_string();
    // For a program the schema itself is the answer, as it is for who prints it.
    if path == "-" || common.format == Format::Json {
        print_line!("{}", text.trim_end());
    } else if files::read(&args.out).is_ok_and(|known| known == text.as_bytes()) {
        print_line!("{}", fill(words.up_to_date, &[&path]));
    } else if let Err(failure) = files::write(&args.out, &text) {
        return output::failed(common, &failure);
    } else {
        print_line!("{}", fill(words.written, &[&path]));
    }
    Outcome::Done
}

/// The schema as it is committed.
pub fn json() -> serde_json::Result<String> {
    serde_json::to_string_pretty(&schemars::schema_for!(Campaign)).map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_schema_is_up_to_date() {
        // As values: the order of keys hangs on the features that some other crate asks of serde_json.
        let committed: serde_json::Value = serde_json::from_str(include_str!("../../public/data/campaign.schema.json")).unwrap();
        let generated: serde_json::Value = serde_json::from_str(&super::json().unwrap()).unwrap();
        assert!(generated == committed, "run: cargo run --bin bluezone-map -- schema");
    }
}
