//! Reads the text or the table that people send into figures with their lines, and says what it could not place. It takes what is
//! plainly written and refuses the rest; it must not know the reports published before, nor words to say things with.
//!
//! ```text
//! input (bytes to text, or by workbook to cells) -> histories (a table for each moment)
//!                                                -> readers (a whole input) -> table  (by columns: headers, figures)
//!                                                                           '-> prose  (by tokens: mentions, dates, totals, districts, unplaced)
//!                                                     both -> extraction (the candidates) -> parsed (the report)
//! ```

mod cells;
mod clock;
mod columns;
pub mod dates;
mod districts;
pub mod documents;
mod evidence;
mod extraction;
pub mod figures;
mod headers;
mod histories;
mod input;
mod meaning;
mod mentions;
mod notes;
mod parsed;
mod phrases;
mod prose;
mod readers;
mod rows;
mod sentences;
mod sheets;
mod source;
mod stacked;
mod table;
mod tokens;
mod totals;
mod unplaced;
mod vocabulary;

pub use input::{InputFormat, Reading, read, read_all};
pub use parsed::{Evidence, Figure, ParsedReport};
pub use source::SourceGuess;

#[cfg(test)]
mod tests;
