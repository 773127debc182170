//! Bounds of what is taken: by the check of a data file and by the readers of inputs.

/// The largest count that is taken: above every count that a province could have, and exact in every number type on the way.
pub const MAX_COUNT: u64 = 1_000_000_000;

/// The largest input that is read, and the largest that a workbook may unpack to, in bytes.
pub const MAX_INPUT_BYTES: u64 = 32 * 1024 * 1024;
