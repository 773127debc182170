//! The findings in English.

use super::import_en as import;
use super::{Words, place_with};
use crate::campaign::finding::{NumberError, Place, Problem};
use crate::campaign::waiver::waiver;
use crate::text::documents;

pub(super) fn place(words: &Words, place: &Place) -> String {
    place_with(words, place, ["line", "report of", "district", "the map file", "the boundary file"])
}

/// What to do about something that can be accepted by its name, or that it is accepted already.
pub(super) fn note(noted: bool, problem: &Problem, otherwise: &str) -> String {
    match (noted, waiver(problem)) {
        (true, _) => " It is accepted; the figures are kept as published.".into(),
        (false, Some(name)) => {
            format!(" {otherwise} If the source really says so, add --accept {name} --note \"why\" to keep it as published.")
        }
        (false, None) => format!(" {otherwise}"),
    }
}

pub(super) fn message(w: &Words, problem: &Problem) -> String {
    use Problem::*;
    match problem {
        Schema { found, wanted } => {
            format!("The file has version {found}, this tool reads version {wanted}. Use the tool that fits the file.")
        }
        NoDistricts => "There is no district. Name at least one.".into(),
        NoReports => "There is no report yet, so the site has no figures. Add the first one with import.".into(),
        TooMany { what, count, limit } => {
            format!("{what} has {} entries, at most {} are read. Check the file.", w.count(*count), w.count(*limit))
        }
        Empty { field } => format!("{field} is empty. Fill it in."),
        TooLong { field, limit } => format!("{field} is longer than {} characters. Shorten it.", w.count(*limit)),
        Unclean { field } => format!("{field} has control characters or < >. Remove them."),
        Malformed { field, text } => {
            format!(
                "{field} can't be {}. Codes are ASCII letters, digits, dots, hyphens and low lines, slugs a-z, 0-9 and hyphens, phone numbers digits and spaces, languages vi or en, a time zone has the form +07:00.",
                w.quote(text)
            )
        }
        AppWords { path } => format!(
            "{path} is empty, has more than 600 characters or 30 items, or a character that can't be used (braces, backticks, < or >). Please mend it."
        ),
        Reserved { text } => {
            format!("The slug {} is a name that the site uses itself. Choose another, e.g. with the kind in front.", w.quote(text))
        }
        Duplicate { field, text } => format!("{field} {} is used twice. Each may be used once.", w.quote(text)),
        BadLink { field, text } => format!(
            "{field} {} is not a usable address. Write it in full, beginning with https://, without a user name before the host.",
            w.quote(text)
        ),
        OutOfRange { field } => format!("{field} is out of range. Correct it, or leave it out if it is not known."),
        PopulationUnsourced => "A population without its source: no rate will be shown. Add population_source.".into(),
        PopulationSum { sum, province } => format!(
            "The districts' populations sum to {}, the province's is {}. Check that they come from one source.",
            w.n(*sum),
            w.n(*province)
        ),
        UnknownKey { path } => format!("There is no field {}. It may be a typing slip; correct or remove it.", w.quote(path)),
        Unreadable { detail } => {
            format!("The content does not have the right shape: {}. Correct it there.", w.quote(detail))
        }
        UnknownCode { code } => format!("No district has the code {}. Correct the code or add the district.", w.quote(code)),
        TooLarge { code, value } => format!("{}: {} is too large. Check it.", w.subject(code.as_ref()), w.n(*value)),
        NotLater { previous } => {
            format!("It is not later than the report before ({}). Check the date; for a correction use --corrects.", w.at(*previous))
        }
        SumDiffers { sum, total, noted } => {
            format!(
                "The districts sum to {}, the stated total is {} (difference {}).{}",
                w.n(*sum),
                w.n(*total),
                w.n(sum.abs_diff(*total)),
                note(*noted, problem, "Compare it with the source.")
            )
        }
        PartsExceedTotal { sum, total, noted } => {
            format!(
                "Districts are missing, yet the others sum to {}, above the total {}.{}",
                w.n(*sum),
                w.n(*total),
                note(*noted, problem, "Compare it with the source.")
            )
        }
        DistrictMissing { code, noted } => format!("{} has no figure.{}", w.name(code), note(*noted, problem, "Add it.")),
        RateDiffers { stated, computed, total, population, noted } => {
            let (stated, computed) = (w.rate(*stated), w.rate(*computed));
            let todo = note(*noted, problem, "The source may use another denominator; compare it.");
            format!("The stated rate is {stated}, but {} of a population of {} is {computed}.{todo}", w.n(*total), w.n(*population))
        }
        TotalFell { from, to, since, noted } => {
            format!(
                "The total falls from {} ({}) to {}.{}",
                w.n(*from),
                w.at(*since),
                w.n(*to),
                note(*noted, problem, "Look for a missing digit.")
            )
        }
        InstallsFell { code, from, to, since, noted } => {
            format!(
                "{} falls from {} ({}) to {}.{}",
                w.name(code),
                w.n(*from),
                w.at(*since),
                w.n(*to),
                note(*noted, problem, "Look for a missing digit.")
            )
        }
        AbovePopulation { code, installs, population, noted } => {
            format!(
                "{}: {} installs, more than its population of {}.{}",
                w.subject(code.as_ref()),
                w.n(*installs),
                w.n(*population),
                note(*noted, problem, "Look for a digit too many.")
            )
        }
        InFuture { as_of } => format!("The moment {} has not come yet. Check day, month and year.", w.at(*as_of)),
        CorrectsNothing { id } => {
            format!("It corrects the report {}, but no such report came before it. Correct the field corrects.", w.quote(id))
        }
        CorrectionWithoutNote => "A correction needs a note that says why.".into(),
        MapLacks { code } => format!("The map lacks {} (code {code}). Make the map again with the map command.", w.name(code)),
        MapUnknown { code } => {
            format!("The map has the code {} that no district has. Make the map again or add the district.", w.quote(code))
        }
        BoundaryLacks { code } => {
            format!("It lacks {} (code {code}). Each area needs the district's code as properties.code.", w.name(code))
        }
        BoundaryBroken { code } => format!("The area of {} can't be drawn: its arcs are missing or it has no extent.", w.name(code)),
        BoundaryTwice { code } => format!("Two areas have the code {code} ({}). Merge them or leave one out.", w.name(code)),
        BoundaryNotDegrees => "Its coordinates are not degrees of longitude and latitude (WGS 84). Export it so.".into(),
        BoundaryUnsourced { substitute } => {
            format!(
                "Nobody said where the boundaries come from, so the map will say {}. Add --source \"title of the source\".",
                w.quote(substitute)
            )
        }
        NotText => "This is no UTF-8 text file. Check that it is the right one.".into(),
        Document(error) => documents::message(w.lang, error),
        AttachmentUnread { name, error } => format!("The attachment {}: {}", w.quote(name), documents::message(w.lang, error)),
        CommunesLeftOut => "The table has rows of communes as well; only those of the districts are read.".into(),
        HiddenLeftOut { sheet } => format!("The sheet {} has hidden rows, columns or sheets; only what is seen is read.", w.quote(sheet)),
        NothingFound => "No district's figure was found. Check that it is the right file.".into(),
        SeveralSheets { names } => format!("Several sheets hold figures: {}. Leave one, or save the one you mean as CSV.", w.list(names)),
        BadFigure { text, why } => format!("The figure {} is refused: {}. Write it like 12.452 or 12452.", w.quote(text), refusal(*why)),
        BadRate { text } => format!("The rate {} is refused. Write it like 8,35%.", w.quote(text)),
        NoFigure { code } => format!("{} is named without a figure. Write the figure after the name, on the same line.", w.name(code)),
        SeveralFigures { code, first, second } => {
            format!(
                "{} has several numbers ({first}, {second}) and nothing tells which one counts the installs. Leave one, or add a header row.",
                w.subject(code.as_ref())
            )
        }
        FigureIgnored { code, text } => format!("{}: {} was not understood as installs and is left out.", w.name(code), w.quote(text)),
        UnknownDistrict { text } => {
            let near = w.nearest(text).map(|name| format!(" Do you mean {name}?")).unwrap_or_default();
            format!("No district is called {}.{near} Correct the name, or delete the line if it is no figure.", w.quote(text))
        }
        Quoted => "Lines that begin with > quote an older mail and are left out.".into(),
        NotInstalls { text, word, noted } => format!(
            "{} says that these figures do not count all installs of Bluezone (the word {}).{}",
            w.quote(text),
            w.quote(word),
            note(*noted, problem, "Check the source.")
        ),
        NoteDoubts { text, word, noted } => format!(
            "The note {} puts a figure in doubt (the word {}).{}",
            w.quote(text),
            w.quote(word),
            note(*noted, problem, "Ask the sender.")
        ),
        Footnote { text } => format!("The text has a note to its figures: {}.", w.quote(text)),
        FootnoteMissing => "A figure has a star, and no note explains it. Look at the original.".into(),
        RowTooShort { text } => format!(
            "The row {} has fewer columns than the header: a cell may be empty, and another column's number in its place. Correct it, or give the table as Excel or CSV.",
            w.quote(text)
        ),
        UnclosedQuote => "A quotation mark that opens here is never closed and swallows the rows after it. Correct the CSV file.".into(),
        NoSuchColumn { wanted, candidates } => format!(
            "No column, or more than one, is called {}. The table has: {}. Give --column as the header says or as a letter.",
            w.quote(wanted),
            w.list(candidates)
        ),
        TotalUnclear { total } => {
            format!("There is only the number {}, and its sentence does not say that it counts Bluezone installs. Say so.", w.n(*total))
        }
        DistrictsUnread { names, noted } => {
            let todo = note(*noted, problem, "Write one district a line, the name first, then the figure.");
            format!("{} are named, but no district's figure could be read.{todo}", names.join(", "))
        }
        AmbiguousDistrict { text } => {
            format!("Several districts are called {}. Say whether it is the city, the town or the district.", w.quote(text))
        }
        CodeAndName { code, text } => {
            format!("The code {} belongs to {}, which is not the name {}. Correct one of them.", code, w.name(code), w.quote(text))
        }
        DistrictTwice { code, first, first_line, second } => {
            format!("{} has two figures: {} (line {first_line}) and {}. Leave the right one.", w.name(code), w.n(*first), w.n(*second))
        }
        TotalTwice { first, first_line, second } => {
            format!("There are two totals: {} (line {first_line}) and {}. Leave the right one.", w.n(*first), w.n(*second))
        }
        RateTwice { first, first_line, second } => {
            format!("There are two rates: {} (line {first_line}) and {}. Leave the right one.", w.rate(*first), w.rate(*second))
        }
        DateTwice { first, first_line, second } => {
            format!("The text gives two moments: {} (line {first_line}) and {}. Choose one with --as-of.", w.at(*first), w.at(*second))
        }
        BadDate { text } => {
            format!("The moment {} leaves day or month open or does not exist. Give the moment with --as-of.", w.quote(text))
        }
        WhichColumn { candidates } => format!(
            "Several columns could hold the installs: {}. Choose one with --column, e.g. --column \"Total\" or --column C.",
            w.list(candidates)
        ),
        Import(problem) => import::message(w, problem),
    }
}

fn refusal(why: NumberError) -> &'static str {
    match why {
        NumberError::Grouping => "its separators fit no whole number, it could be read in several ways",
        NumberError::Negative => "it is negative, or a minus is glued to it",
        NumberError::Doubtful => "words or signs beside it say that it is not exact, not complete or not current",
        NumberError::Glued => "letters or signs are glued to it",
        NumberError::TooLarge => "it is too large",
        NumberError::Fraction => "it has a fraction",
    }
}
