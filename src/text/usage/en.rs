//! The command line in English.

use super::Usage;

pub const USAGE: Usage = Usage {
    usage: "Usage:",
    commands: "Commands",
    arguments: "Arguments",
    options: "Options",
    command: "COMMAND",
    any_options: "[OPTIONS]",
    help: "Print this help",
    version: "Print the version",
    default: "[default: {0}]",
    possible: "[one of: {0}]",
    exit_codes: "Exit codes: 0 done; 1 errors in the data or the input; 2 wrong usage, or a file that can’t be read or written.",

    error: "ERROR:",
    more: "For more, type: {0}",
    perhaps: "Did you mean “{0}”?",
    invalid_value: "“{0}” is no value for {1}.",
    empty_value: "{0} needs a value after it.",
    unknown_argument: "There is no argument “{0}” here.",
    unknown_command: "There is no command “{0}”.",
    missing_command: "Say which command is wanted.",
    conflict: "{0} can’t stand beside {1}: leave one of them out.",
    twice: "{0} may be given only once.",
    missing: "Still missing: {0}.",
    too_many: "{0} has more or fewer values than it takes.",
    not_text: "An argument is not readable text (UTF-8).",
    other: "The command line can’t be understood.",
};

pub fn command(name: &str) -> &'static str {
    match name {
        "" => "Publishes the figures of the Bluezone outreach site: takes reports in, checks the data, makes the site.",
        "import" => "Read a report as people send it and put it into the data file",
        "publish" => "From a letter to the site in one command: import, check, render, and what changed",
        "withdraw" => "Take a report back: it stays in the file, and the site says why it is withdrawn",
        "correct" => "Correct a report: its moment or its source, or all of it by a new letter",
        "goal" => "State a goal",
        "population" => "Set a population, with its source",
        "hotline" => "Set the hotline",
        "link" => "Set an address that people install the app from",
        "base-url" => "Set the address that the site is served from",
        "office" => "Set the office that issues posters and leaflets",
        "bulletin" => "Set how bulletins are read",
        "history" => "Show what was done to the data file, when, and what it replaced",
        "undo" => "Take the last change back, as a new revision",
        "restore" => "Put an older data file back, as a new revision",
        "migrate" => "Write a data file of an older shape in the present one",
        "new" => "Make the data file and the map file of a province from a file with boundaries",
        "map" => "Make the map file from a TopoJSON with the districts’ boundaries",
        "check" => "Check the data file and the map file",
        "schema" => "Write the JSON Schema of the data file",
        "render" => "Make all pages in a built folder and compress them",
        "slides" => "Make pictures and films for screens whose controllers have no browser",
        "led" => "Write the public screen as one file for players without a network",
        "serve" => "Serve a built folder on this machine for a look at it",
        _ => "",
    }
}

pub fn argument(command: &str, name: &str) -> &'static str {
    match (command, name) {
        ("link", "url") => "The address, beginning with https://",
        ("base-url", "url") => "The address, e.g. https://bluezone.daknong.gov.vn/",
        ("base-url", "none") => "Where the site is served from is not known",
        ("office", "name") => "The name, as it is printed",
        ("office", "name_en") => "The name in English",
        ("office", "none") => "Name nobody",
        ("bulletin", "spoken_address") => "The address to install from as it is spoken; empty words take it away",
        ("bulletin", "spoken_address_en") => "The same in the English bulletins",
        ("bulletin", "speed") => "Syllables a minute, 80 to 400",
        ("goal", "source") => "The title of the document that states it",
        ("hotline", "number") => "Digits and spaces, e.g. “1900 9095”",
        ("population", "number") => "The number of people",
        ("population", "source") => "Where the number comes from, worded to stand beside a rate",
        ("population", "note") => "Why reports keep the rates that they state, though these do not follow from the new number",
        ("map", "source") => {
            "Where the boundaries come from, as it is to stand beside every map; without it, what the present map file says"
        }
        ("map", "source_en") => "The same in English",
        ("new", "from") => "The boundaries: GeoJSON, TopoJSON or a zipped Shapefile, in degrees (WGS 84)",
        ("new", "province") => {
            "The province’s code, as it stands beside its units (with or without leading zeros); without it all units of the file are taken"
        }
        ("new", "province_name") => "The province’s name; without it, what the file or the General Statistics Office’s codes say",
        ("new", "province_kind") => "What the whole is: province, city or country; without it, a guess",
        ("new", "code") => "The field that holds the units’ codes; guessed without it",
        ("new", "name") => "The field that holds the units’ names, with or without their kinds; guessed without it",
        ("new", "parent") => "The field that holds the units’ province; guessed without it",
        ("new", "kind") => "The field that holds the units’ kinds, where the names do not say them",
        ("new", "layer") => "The object of a TopoJSON, or the Shapefile of an archive, where there are several",
        ("new", "source") => "Where the boundaries come from, as it is to stand beside every map",
        ("new", "source_en") => "The same in English",
        ("new", "undrawn") => "The code of a unit that is only listed and not drawn; may be given more than once",
        ("correct", "file") => "A new letter, which takes the place of the whole report",
        ("restore", "file") => "The older data file",
        ("publish", "dist") => "The folder of the site",
        ("render", "dist") => "The folder that Trunk built",
        ("led" | "serve", "dist") => "The folder that `make dist` built",
        ("schema", "out") => "The file to write; `-` prints it",
        ("slides", "out") => "The folder to write to",

        (_, "data") => "The data file",
        (_, "map") => "The map file",
        (_, "format") => "How to answer: `text` for people, `json` for programs",
        (_, "lang") => "The language of the messages; for `slides` a list (`vi,en`), shown one after another",
        (_, "file" | "letter") => {
            "The letter, e-mail or table: text, CSV, DOCX, PDF, HTML, EML, XLSX, XLS or ODS; `-` reads standard input"
        }
        (_, "dry_run") => "Show what would change, and change nothing",
        (_, "yes") => "Do not ask before it is written",
        (_, "corrects") => "Correct the report of the same moment, which stays in the file; needs --note",
        (_, "as_of") => {
            "The moment of the figures; it holds whatever stands on the page: 2020-08-13T08:00, “2020-08-13 08:00”, 2020-08-13, “8h 13/8/2020”"
        }
        (_, "counts") => "What the figures count, where the input does not say it",
        (_, "column") => "The column of the figures: the words over it, or its letter",
        (_, "accept") => {
            "Accept by its name what speaks against the figures (sum, rate, fall, fall:663, rise, missing:663 …); needs --note"
        }
        (_, "note") => "What the public reads of it: why something is accepted, or what was wrong",
        (_, "source") => "The title of the source; without it the letter’s own words",
        (_, "source_en") => "The title of the source in English, for the English pages",
        (_, "number") => "The number of the document, e.g. 4161/UBND-KGVX",
        (_, "url") => "The address of the document",
        (_, "kind") => "How a text is read; without it the file’s ending or its content tells",
        (_, "watch") => "Take the letters that come into this folder, and keep the refused ones beside their findings",
        (_, "once") => "With --watch: take what is there and end",
        (_, "report") => "The report: its id (r2), or its moment (2020-08-13, 2020-08-13T08:00)",
        (_, "why") => "Why it is withdrawn, as the public will read it",
        (_, "value") => "A number of installs (60000) or a share of the population (30%)",
        (_, "none") => "There is no goal",
        (_, "place") => "The district’s name, code or slug, or the province’s name",
        (_, "which") => "Which address: the page that leads every phone to its store, Google Play, or the App Store",
        (_, "topojson") => "The TopoJSON: one area a district, with the district’s code as `properties.code` or as its id",
        (_, "far") => {
            "Parts far from the others, as islands are: in insets, left out (a unit that has no other part gets an inset all the same), or where they are"
        }
        (_, "inset") => {
            "A unit that is always drawn in an inset, and in which corner: 664=top-right (top-left, top-right, bottom-left, bottom-right); may be given more than once"
        }
        (_, "base_path") => "The folder of the host that the site lies below, e.g. /bluezone/, where the data file has no base_url",
        (_, "no_offline") => "Readers' browsers keep no copies for a visit without a network, and drop those that they have",
        (_, "draft") => "Leave out pictures and compressed copies: for a look while working on the site",
        (_, "single_file") => "Write one file that holds everything, for players without a network",
        (_, "port") => "The port on this machine",
        (_, "sizes") => "A screen in pixels, e.g. 192x96; may be given more than once",
        (_, "presets") => "A common screen by name; may be given more than once; with neither size nor preset all presets are made",
        (_, "scenes") => "What is shown, in order; what a screen can’t show well is left out [default: headline,map,board,districts,qr]",
        (_, "dwell") => "Seconds that each slide stays, 2 to 120",
        (_, "theme") => "The colours: dark saves power and dazzles nobody, light is for screens in full sun",
        (_, "stamp") => "The screen’s own name, to be shown on every slide so that a photograph proves what was shown where",
        (_, "only") => "Only these kinds of files [default: all]",
        (_, "audio") => "Give films a silent sound track, for players that refuse films without sound",
        (_, "compat") => "Films for old decoders: H.264 Baseline, at the lowest level that the size fits into",
        (_, "zip") => "Pack the whole set into one ZIP as well, to be sent on",
        _ => "",
    }
}
