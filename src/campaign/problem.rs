//! What can be wrong with an input, a data file or a boundary file, as values; `text::findings` has the words.

#[cfg(not(target_arch = "wasm32"))]
use super::import_problem::ImportProblem;
#[cfg(not(target_arch = "wasm32"))]
use super::letters::documents::DocumentError;
use super::{Stamp, refusal::NumberError};

/// What is wrong, with the values that a sentence about it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    // The data file's shape.
    Schema {
        found: u32,
        wanted: u32,
    },
    NoDistricts,
    NoReports,
    TooMany {
        what: &'static str,
        count: usize,
        limit: usize,
    },
    Empty {
        field: &'static str,
    },
    TooLong {
        field: &'static str,
        limit: usize,
    },
    /// A control character, a direction override or an angle bracket.
    Unclean {
        field: &'static str,
    },
    /// Letters that the field may not have: a code is ASCII letters and digits, a slug `a-z0-9-`, a hotline digits and spaces.
    Malformed {
        field: &'static str,
        text: String,
    },
    /// Words of the sections `app` and `kinds` that can't be shown, by their path: `app.vi.slogans[0]`.
    #[cfg(not(target_arch = "wasm32"))]
    AppWords {
        path: String,
    },
    /// A slug that something of the site has for its name.
    Reserved {
        text: String,
    },
    Duplicate {
        field: &'static str,
        text: String,
    },
    BadLink {
        field: &'static str,
        text: String,
    },
    /// Not a number from the range that the field may have.
    OutOfRange {
        field: &'static str,
    },
    PopulationUnsourced,
    PopulationSum {
        sum: u64,
        province: u64,
    },
    /// A key that this version of the file does not have: perhaps a slip of the pen that would otherwise pass unseen.
    UnknownKey {
        path: String,
    },
    /// The file is no JSON of the right shape; the detail is the parser's own.
    Unreadable {
        detail: String,
    },

    // A report of the data file.
    UnknownCode {
        code: String,
    },
    TooLarge {
        code: Option<String>,
        value: u64,
    },
    NotLater {
        previous: Stamp,
    },
    SumDiffers {
        sum: u64,
        total: u64,
        noted: bool,
    },
    PartsExceedTotal {
        sum: u64,
        total: u64,
        noted: bool,
    },
    DistrictMissing {
        code: String,
        noted: bool,
    },
    RateDiffers {
        stated: f64,
        computed: f64,
        total: u64,
        population: u64,
        noted: bool,
    },
    TotalFell {
        from: u64,
        to: u64,
        since: Stamp,
        noted: bool,
    },
    InstallsFell {
        code: String,
        from: u64,
        to: u64,
        since: Stamp,
        noted: bool,
    },
    AbovePopulation {
        code: Option<String>,
        installs: u64,
        population: u64,
        noted: bool,
    },
    /// Its moment has not come yet.
    InFuture {
        as_of: Stamp,
    },
    CorrectsNothing {
        id: String,
    },
    CorrectionWithoutNote,

    // The map file.
    MapLacks {
        code: String,
    },
    MapUnknown {
        code: String,
    },

    // The boundary file that a map is made from.
    BoundaryLacks {
        code: String,
    },
    /// It has the district, but no area of it that can be drawn.
    BoundaryBroken {
        code: String,
    },
    /// Two areas have the code of one district.
    BoundaryTwice {
        code: String,
    },
    BoundaryNotDegrees,
    /// Nobody said where it comes from; this stands in.
    BoundaryUnsourced {
        substitute: String,
    },

    /// A data file or a boundary file that is no UTF-8 text.
    NotText,

    // An input that is read.
    /// The document can't be read, and why.
    #[cfg(not(target_arch = "wasm32"))]
    Document(Box<DocumentError>),
    /// An attachment of a mail that can't be read.
    #[cfg(not(target_arch = "wasm32"))]
    AttachmentUnread {
        name: String,
        error: Box<DocumentError>,
    },
    /// Hidden rows, columns or sheets hold something; what is seen is meant.
    /// Rows of communes stand among those of the districts.
    CommunesLeftOut,
    HiddenLeftOut {
        sheet: String,
    },
    NothingFound,
    /// More than one sheet holds districts.
    SeveralSheets {
        names: Vec<String>,
    },
    BadFigure {
        text: String,
        why: NumberError,
    },
    BadRate {
        text: String,
    },
    NoFigure {
        code: String,
    },
    /// More than one number stands in a row, and nothing tells which is the count; no code: the total's row.
    SeveralFigures {
        code: Option<String>,
        first: String,
        second: String,
    },
    /// A number stands after the district, but not as a count of installs.
    FigureIgnored {
        code: String,
        text: String,
    },
    UnknownDistrict {
        text: String,
    },
    /// Lines that begin with `>`: an older mail, which is left out.
    Quoted,
    /// The words before the districts' figures, or over their column, say that something else is counted.
    NotInstalls {
        text: String,
        word: String,
        noted: bool,
    },
    /// A note below the figures puts one of them in doubt.
    NoteDoubts {
        text: String,
        word: String,
        noted: bool,
    },
    /// A note that a star leads to, and that speaks of something else.
    Footnote {
        text: String,
    },
    /// A figure has a star, and no note explains it.
    FootnoteMissing,
    /// A row has fewer columns than the header: an empty cell, and the next one's number may have slid into its place.
    RowTooShort {
        text: String,
    },
    /// A quotation mark that is never closed swallows the rows after it.
    UnclosedQuote,
    /// `--column` names none of the columns, or several.
    NoSuchColumn {
        wanted: String,
        candidates: Vec<String>,
    },
    /// A total stands alone, and its sentence does not say that it counts installs.
    TotalUnclear {
        total: u64,
    },
    /// A total stands alone though districts are named: their figures were not understood.
    DistrictsUnread {
        names: Vec<String>,
        noted: bool,
    },
    /// The name alone fits several districts, e.g. a town and a district of one name.
    AmbiguousDistrict {
        text: String,
    },
    /// A row's code and its name are those of two districts.
    CodeAndName {
        code: String,
        text: String,
    },
    DistrictTwice {
        code: String,
        first: u64,
        first_line: usize,
        second: u64,
    },
    TotalTwice {
        first: u64,
        first_line: usize,
        second: u64,
    },
    RateTwice {
        first: f64,
        first_line: usize,
        second: f64,
    },
    DateTwice {
        first: Stamp,
        first_line: usize,
        second: Stamp,
    },
    /// A date that is marked as the figures' own has no year, or no calendar has it.
    BadDate {
        text: String,
    },
    /// Several columns could hold the figures, and no header tells which one does.
    WhichColumn {
        candidates: Vec<String>,
    },

    /// What an import finds once the input is read.
    #[cfg(not(target_arch = "wasm32"))]
    Import(ImportProblem),
}
