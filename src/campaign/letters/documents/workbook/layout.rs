//! What of a sheet is hidden, merged, noted and not yet calculated: collected while its file is looked through, then put on its cells.

use std::collections::BTreeMap;

use super::super::budget::Budget;
use super::super::error::DocumentError;
use super::super::part::Value;
use super::grid::{Area, Grid};

/// A cell's row and column, from 0.
pub type Place = (u32, u32);

#[derive(Debug, Default, PartialEq)]
pub struct Layout {
    /// First and last, from 0.
    pub hidden_rows: Vec<(u32, u32)>,
    pub hidden_columns: Vec<(u32, u32)>,
    pub merged: Vec<Area>,
    /// Formulas without a value.
    pub not_calculated: Vec<Place>,
    /// Comments by the places of their cells.
    pub notes: Vec<(Place, String)>,
    /// What number formats write before and after the numbers of cells.
    pub affixes: Vec<(Place, (String, String))>,
}

impl Layout {
    pub fn apply(self, grid: &mut Grid, budget: &mut Budget) -> Result<(), DocumentError> {
        for (row, column) in self.not_calculated {
            grid.change(row, column, budget, |cell| cell.value = Value::NotCalculated)?;
        }
        for ((row, column), (before, after)) in self.affixes {
            grid.change(row, column, budget, |cell| {
                if cell.number().is_some() {
                    cell.text = format!("{before}{}{after}", cell.text);
                }
            })?;
        }
        // A cell may have several, a comment and its answers: none of them hides what another one says.
        let mut notes: BTreeMap<Place, Vec<String>> = BTreeMap::new();
        self.notes.into_iter().for_each(|(place, note)| notes.entry(place).or_default().push(note));
        for ((row, column), notes) in notes {
            grid.change(row, column, budget, |cell| cell.note = Some(notes.join("\n").into_boxed_str()))?;
        }
        self.hidden_rows.into_iter().for_each(|(first, last)| grid.hide_rows(first, last));
        self.hidden_columns.into_iter().for_each(|(first, last)| grid.hide_columns(first, last));
        self.merged.into_iter().for_each(|area| grid.merge(area));
        Ok(())
    }
}
