//! What the site is made with besides its data: the built modules, the typeface, and what is wanted.

/// The names of a wasm module and of the script that loads it, as Trunk hashed them; both lie at the site's start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    pub loader: String,
    pub wasm: String,
}

/// What a build has made. Where a module is missing, its pages stay static.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub page: Option<Module>,
    pub screen: Option<Module>,
    pub embed: Option<Module>,
    pub chart: Option<Module>,
    /// The bold typeface in WOFF2, its Latin and its Vietnamese letters: the screens carry it inside.
    pub bold_latin: Vec<u8>,
    pub bold_vietnamese: Vec<u8>,
}

/// What is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether pictures are drawn: they cost most of the time, and nobody looks at them while a page is worked on.
    pub pictures: bool,
    /// Whether a reader's browser keeps copies for a visit without a network; where not, earlier copies are removed.
    pub offline: bool,
    /// The folder that the site lies below on a host that nobody has named: begins and ends in `/`. What the data file states goes first.
    pub base_path: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { pictures: true, offline: true, base_path: "/".into() }
    }
}
