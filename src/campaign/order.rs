//! The one sort of all that is sorted in the browser. The standard sort is compiled anew for each kind of element and each comparison, and weighs 1.4 KB
//! there (brotli): eight of them put its module over its limit. So it sorts places alone, and is handed the comparison.

use std::cmp::Ordering;

/// The places of so many elements in rising order; equal ones keep theirs.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// The elements in rising order; equal ones keep theirs.
pub fn sorted<T: Clone>(all: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    order(all.len(), &|a, b| compare(&all[a], &all[b])).into_iter().map(|at| all[at].clone()).collect()
}
