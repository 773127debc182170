//! A line of words before it is set: its forms, its weight among the others, and what may be done to it. It knows no sizes.

use super::picture::Role;

/// Where a word may be broken without a hyphen, as an address may before its dots.
pub const MAY_BREAK: char = '\u{200b}';

/// One line before it is set.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// The fullest form first.
    pub(super) forms: Vec<String>,
    /// Its size in relation to the others.
    pub(super) weight: f64,
    pub(super) role: Role,
    /// May be broken into rows.
    pub(super) wraps: bool,
    /// May be left out.
    pub(super) optional: bool,
    /// It is never larger.
    pub(super) most: f64,
}

impl TextLine {
    pub fn new(role: Role, weight: f64, forms: Vec<String>) -> Self {
        Self { forms, weight, role, wraps: false, optional: false, most: f64::MAX }
    }

    /// An address: on a narrow screen it may break before its dots.
    pub fn address(role: Role, weight: f64, address: &str) -> Self {
        Self::new(role, weight, vec![address.replace('.', &format!("{MAY_BREAK}."))]).wraps()
    }

    pub fn wraps(self) -> Self {
        Self { wraps: true, ..self }
    }

    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// A line that says nothing on this slide, and keeps its place.
    pub fn none() -> Self {
        Self::new("ink", 1.0, Vec::new())
    }

    /// Never larger than that.
    pub fn up_to(self, most: f64) -> Self {
        Self { most, ..self }
    }

    /// Several lines as one, each form of all of them together.
    pub fn joined(lines: &[Self]) -> Self {
        let levels = lines.iter().map(|line| line.forms.len()).max().unwrap_or(0);
        let form = |level| {
            let said = lines.iter().map(|line| line.form(level)).filter(|words| !words.is_empty());
            said.collect::<Vec<_>>().join(" · ").replace(MAY_BREAK, "")
        };
        Self::new(lines.first().map_or("ink", |line| line.role), 1.0, (0..levels).map(form).collect()).wraps()
    }

    pub const fn role(&self) -> Role {
        self.role
    }

    pub const fn is_optional(&self) -> bool {
        self.optional
    }

    pub fn each_form(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.forms.iter().map(String::as_str)
    }

    pub fn form(&self, level: usize) -> &str {
        self.forms.get(level.min(self.forms.len().saturating_sub(1))).map_or("", String::as_str)
    }
}
