//! Bounds that the readers of inputs and the check of a data file share.

/// The largest count that is taken: above every count that a province could have, and exact in every number type on the way.
pub const MAX_COUNT: u64 = 1_000_000_000;
