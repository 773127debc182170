//! What `new` says: what is missing or odd in a boundary file, what was guessed, and what to type. It must not know how files are read.

mod en;
mod vi;

use super::Lang;

/// One language's words; `{0}`, `{1}` are places that `fill` fills.
pub struct New {
    pub code: &'static str,
    pub name: &'static str,
    pub parent: &'static str,
    pub kind: &'static str,
    /// 0 what, 1 field, 2 option
    pub guess: &'static str,
    /// 0 guesses
    pub guessed: &'static str,
    /// 0 field, 1 what, 2 known fields, 3 option
    pub no_field: &'static str,
    /// 0 what, 1 known fields, 2 option
    pub no_guess: &'static str,
    pub no_fields: &'static str,
    /// 0 layers, 1 the one taken
    pub layer_guessed: &'static str,
    /// 0 layer, 1 layers
    pub no_layer: &'static str,
    pub no_areas: &'static str,
    /// 0 province, 1 field, 2 what it holds
    pub no_units: &'static str,
    /// 0 count
    pub all_taken: &'static str,
    /// 0 count, 1 field
    pub no_code: &'static str,
    /// 0 codes, 1 field
    pub bad_codes: &'static str,
    /// 0 digits, 1 example
    pub padded: &'static str,
    /// 0 codes
    pub merged: &'static str,
    /// 0 code, 1 names, 2 the one taken
    pub names_differ: &'static str,
    /// 0 codes, 1 field
    pub nameless: &'static str,
    /// 0 the file's fields
    pub no_names: &'static str,
    /// 0 names
    pub same_name: &'static str,
    /// 0 kinds, 1 the first
    pub own_kinds: &'static str,
    /// 0 names
    pub undrawn: &'static str,
    /// 0 names
    pub left_off: &'static str,
    /// 0 option, 1 codes
    pub no_such_unit: &'static str,
    pub nothing_drawn: &'static str,
    /// 0 name, 1 source
    pub islands_placed: &'static str,
    /// 0 name, 1 code, 2 source
    pub islands_added: &'static str,
    /// 0 name, 1 unit, 2 source
    pub islands_joined: &'static str,
    /// 0 name, 1 code
    pub province_by_code: &'static str,
    /// 0 name, 1 field
    pub province_by_field: &'static str,
    /// 0 what stands in
    pub province_unnamed: &'static str,
    /// 0 what stands in
    pub province_uncoded: &'static str,
    /// 0 code
    pub bad_province: &'static str,
    /// 0 what stands in
    pub unsourced: &'static str,
    /// 0 encoding
    pub encoding: &'static str,
    /// 0 point
    pub not_degrees: &'static str,
    /// 0 code
    pub not_drawable: &'static str,
    /// 0 path
    pub unknown_format: &'static str,
    /// 0 path, 1 reason
    pub broken: &'static str,
    /// 0 path
    pub too_large: &'static str,
    /// 0 path
    pub no_attributes: &'static str,
    /// 0 path
    pub empty_archive: &'static str,
    /// 0 path, 1 count
    pub has_reports: &'static str,
    /// 0 path
    pub in_the_way: &'static str,
    /// 0 how many
    pub more: &'static str,
    /// 0 province, 1 units, 2 data file, 3 map file, 4 bytes in brotli
    pub made: &'static str,
    /// 0 data file, 1 map file
    pub next: &'static str,
    pub refused: &'static str,
}

pub fn new(lang: Lang) -> &'static New {
    match lang {
        Lang::Vi => &vi::NEW,
        Lang::En => &en::NEW,
    }
}
