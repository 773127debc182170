//! Which layer is meant and which of its fields hold what: as it was asked for, or else guessed and said. It must not know what becomes of them.

use super::columns::{Column, columns};
use super::remarks::Remarks;
use super::{Args, guess};
use crate::text::{fill, new::New};
use crate::tool::boundaries::Layer;

/// The fields of a layer that are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    pub code: String,
    pub name: String,
    /// The province of a unit.
    pub parent: Option<String>,
    pub kind: Option<String>,
    /// Fields that may name the province, the likeliest first.
    pub parent_names: Vec<String>,
}

/// Whether a value is the province that was asked for: as text, also with or without leading zeros.
pub fn is_province(value: &str, wanted: &str) -> bool {
    let plain = |text: &str| text.trim().trim_start_matches('0').to_lowercase();
    value.trim() == wanted.trim() || (!plain(value).is_empty() && plain(value) == plain(wanted))
}

/// The layer and its fields; what stands in the way has been said.
pub fn choose<'a>(layers: &'a [Layer], args: &Args, remarks: &mut Remarks) -> Option<(&'a Layer, Fields)> {
    let words = remarks.words();
    let names: Vec<&str> = layers.iter().map(|layer| layer.name.as_str()).collect();
    let layer = match &args.layer {
        Some(wanted) => {
            let found =
                layers.iter().find(|layer| layer.name == *wanted).or_else(|| layers.iter().find(|l| l.name.eq_ignore_ascii_case(wanted)));
            if found.is_none() {
                remarks.error(words.no_layer, &[wanted, &remarks.list(&names)]);
            }
            found?
        }
        None => {
            let found = likeliest(layers, args);
            if let Some(layer) = found.filter(|_| layers.len() > 1) {
                remarks.note(words.layer_guessed, &[&remarks.list(&names), &layer.name]);
            }
            found.or_else(|| {
                remarks.error(words.no_areas, &[]);
                None
            })?
        }
    };
    if layer.features.is_empty() {
        remarks.error(words.no_areas, &[]);
        return None;
    }
    fields(layer, args, remarks).map(|fields| (layer, fields))
}

/// The layer with the most units of the province, or else with the most units.
fn likeliest<'a>(layers: &'a [Layer], args: &Args) -> Option<&'a Layer> {
    let of_province = |layer: &Layer| {
        let held = |value: &str| args.province.as_ref().is_some_and(|wanted| is_province(value, wanted));
        let has =
            |feature: &&crate::tool::boundaries::Feature| feature.properties.values().filter_map(super::columns::text).any(|v| held(&v));
        layer.features.iter().filter(has).count()
    };
    let ranked = layers.iter().map(|layer| ((of_province(layer), layer.features.len()), layer));
    ranked
        .fold(None, |best: Option<((usize, usize), &Layer)>, next| best.filter(|best| best.0 >= next.0).or(Some(next)))
        .map(|(_, layer)| layer)
}

fn fields(layer: &Layer, args: &Args, remarks: &mut Remarks) -> Option<Fields> {
    let (all, features, words) = (columns(layer), layer.features.len(), remarks.words());
    if all.is_empty() {
        remarks.error(words.no_fields, &[]);
        return None;
    }
    let mut finder = Finder { all: &all, remarks, words, guessed: Vec::new() };
    let code = finder.find(&args.code, words.code, "--code", || guess::code(&all, features));
    let taken = code.clone().unwrap_or_default();
    let name = finder.optional(&args.name, words.name, "--name", || guess::name(&all, &taken, features))?;
    let code = code?;
    // A file without any names makes a map all the same; they are typed into the data file.
    let name = name.unwrap_or_else(|| {
        let said = fill(words.no_names, &[&finder.known()]);
        finder.remarks.say(false, said);
        code.clone()
    });
    let taken = [code.as_str(), name.as_str()];
    let holds = args.province.as_ref().map(|wanted| move |value: &str| is_province(value, wanted));
    let holds = holds.as_ref().map(|holds| holds as &dyn Fn(&str) -> bool);
    // The province that was asked for may be missing from the field that it should stand in: that is said when the units are chosen.
    let guessed = || guess::parent(&all, &taken, holds).or_else(|| guess::parent(&all, &taken, None));
    let parent = finder.optional(&args.parent, words.parent, "--parent", guessed)?;
    let taken: Vec<&str> = taken.into_iter().chain(parent.as_deref()).collect();
    let kind = finder.optional(&args.kind, words.kind, "--kind", || guess::kind(&all, &taken, features))?;
    if !finder.guessed.is_empty() {
        let said = fill(words.guessed, &[&finder.guessed.join("; ")]);
        finder.remarks.say(false, said);
    }
    let own = parent.as_ref().and_then(|field| all.iter().find(|column| column.field == *field));
    let parent_names = guess::parent_names(&all, &[&code, &name], own).into_iter().map(|column| column.field.clone()).collect();
    Some(Fields { code, name, parent, kind, parent_names })
}

struct Finder<'a> {
    all: &'a [Column],
    remarks: &'a mut Remarks,
    words: &'static New,
    /// What nobody asked for, and by which option it is asked for.
    guessed: Vec<String>,
}

impl<'a> Finder<'a> {
    fn known(&self) -> String {
        self.remarks.list(&self.all.iter().map(|column| column.field.as_str()).collect::<Vec<_>>())
    }

    /// The field that was asked for, where the file has it. None: that has been said.
    fn given(&mut self, wanted: &str, what: &str, option: &str) -> Option<String> {
        let exact = self.all.iter().find(|column| column.field == wanted);
        let found = exact.or_else(|| self.all.iter().find(|column| column.field.eq_ignore_ascii_case(wanted)));
        if found.is_none() {
            let said = fill(self.words.no_field, &[wanted, what, &self.known(), option]);
            self.remarks.say(true, said);
        }
        found.map(|column| column.field.clone())
    }

    fn guessed(&mut self, what: &str, option: &str, column: &Column) -> String {
        self.guessed.push(fill(self.words.guess, &[what, &column.field, option]));
        column.field.clone()
    }

    fn find(&mut self, given: &Option<String>, what: &str, option: &str, guess: impl FnOnce() -> Option<&'a Column>) -> Option<String> {
        if let Some(wanted) = given {
            return self.given(wanted, what, option);
        }
        match guess() {
            Some(column) => Some(self.guessed(what, option, column)),
            None => {
                let said = fill(self.words.no_guess, &[what, &self.known(), option]);
                self.remarks.say(true, said);
                None
            }
        }
    }

    /// As [`Finder::find`], of a field that need not be there: the outer none is an error, the inner one a file without it.
    fn optional(
        &mut self,
        given: &Option<String>,
        what: &str,
        option: &str,
        guess: impl FnOnce() -> Option<&'a Column>,
    ) -> Option<Option<String>> {
        match given {
            Some(wanted) => self.given(wanted, what, option).map(Some),
            None => Some(guess().map(|column| self.guessed(what, option, column))),
        }
    }
}
