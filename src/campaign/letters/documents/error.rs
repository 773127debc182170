//! Why a document is not read, as typed data; `text::documents` words it for people.

#[derive(Clone, Debug, PartialEq)]
pub enum DocumentError {
    /// More bytes, as they are or unpacked, than are read.
    TooLarge {
        limit: u64,
    },
    /// More cells than any table of districts has.
    TooManyCells {
        limit: u64,
    },
    /// More lines than any letter has.
    TooManyLines {
        limit: u64,
    },
    /// More pages than any letter has.
    TooManyPages {
        limit: u64,
    },
    /// A cell far outside of any table: `cell` is its place, e.g. `XFD1048576`.
    FarCell {
        sheet: Option<String>,
        cell: String,
    },
    /// Elements inside of elements beyond any document that a person made.
    TooDeep,
    /// There is nothing in it that could be read.
    Empty,
    /// It can't be opened.
    Broken(Format),
    Password(Format),
    /// A PDF of pictures: scanned, or printed as an image.
    Scan,
    /// A PDF whose fonts do not say which letters they draw.
    NoLetters,
    /// A form that is known and not read.
    Unsupported(Unsupported),
    /// Neither text nor a form that is known.
    Unknown,
    /// Text in an encoding that can't be told with certainty; the name is the likely one.
    Encoding(Option<&'static str>),
    /// Text that a program has read in the wrong encoding and saved again.
    Garbled,
}

/// A form that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Docx,
    Html,
    Mail,
    Pdf,
    Workbook,
    Text,
    Xml,
    Archive,
}

/// A form that has to be saved as another one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsupported {
    /// Word 97 to 2003.
    Doc,
    Rtf,
    /// OpenDocument text.
    Odt,
    Presentation,
    /// An `.msg` file.
    OutlookMessage,
    /// XLSB, or a flat OpenDocument sheet.
    OtherWorkbook,
    Image,
    /// ZIP, RAR, 7z and the like, which may hold several letters.
    Archive,
    /// XML that is none of the forms that are read.
    OtherXml,
}
