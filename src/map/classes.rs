//! Honest choropleth classes: natural breaks (Fisher-Jenks), each moved to the roundest number of the gap it stands in, so that
//! the legend can say the true limits in few digits.

use crate::campaign::sorted;

/// Ordered classes; class `i` holds the values from `breaks[i - 1]` up to, but without, `breaks[i]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    breaks: Vec<f64>,
    counts: Vec<usize>,
}

impl Classes {
    /// At most `wanted` classes for the known, finite values; fewer when there are fewer different ones, none when there is no value.
    pub fn new(values: &[Option<f64>], wanted: usize) -> Self {
        let known: Vec<f64> = values.iter().flatten().copied().filter(|v| v.is_finite()).collect();
        let sorted = sorted(&known, &f64::total_cmp);
        let mut distinct = sorted.clone();
        distinct.dedup();
        if distinct.is_empty() {
            return Self { breaks: Vec::new(), counts: Vec::new() };
        }
        let starts = natural_starts(&distinct, &sorted, wanted.clamp(1, distinct.len()));
        let breaks: Vec<f64> = starts.into_iter().map(|i| roundest(distinct[i - 1], distinct[i])).collect();
        let mut classes = Self { counts: vec![0; breaks.len() + 1], breaks };
        for value in sorted {
            let class = classes.class_of(value);
            classes.counts[class] += 1;
        }
        classes
    }

    /// The limits between the classes, rising: one fewer than there are classes.
    pub fn breaks(&self) -> &[f64] {
        &self.breaks
    }

    /// How many values each class holds.
    pub fn counts(&self) -> &[usize] {
        &self.counts
    }

    /// Where a value lies on a bar of equally long classes, from 0 to 1; the outer classes end at the least and the largest value.
    pub fn position(&self, value: f64, least: f64, most: f64) -> Option<f64> {
        let class = self.class_of(value);
        let low = class.checked_sub(1).and_then(|i| self.breaks.get(i)).copied().unwrap_or(least);
        let high = self.breaks.get(class).copied().unwrap_or(most);
        let within = if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.5 };
        (!self.counts.is_empty()).then(|| (class as f64 + within) / self.counts.len() as f64)
    }

    /// The index of the class that a value is in; a value at a limit is in the upper one.
    pub fn class_of(&self, value: f64) -> usize {
        self.breaks.partition_point(|limit| *limit <= value)
    }
}

/// Where the second and later classes start in `distinct`: the split into `k` runs with the least sum of squares.
fn natural_starts(distinct: &[f64], sorted: &[f64], k: usize) -> Vec<usize> {
    let n = distinct.len();
    // Running weights, sums and sums of squares, shifted to the first value to keep the squares small.
    let mut sums = vec![(0.0, 0.0, 0.0)];
    for value in distinct {
        let weight = (sorted.partition_point(|v| v <= value) - sorted.partition_point(|v| v < value)) as f64;
        let x = value - distinct[0];
        let (w, s, q) = sums[sums.len() - 1];
        sums.push((w + weight, s + weight * x, q + weight * x * x));
    }
    let cost = |from: usize, to: usize| {
        let (w, s, q) = (sums[to].0 - sums[from].0, sums[to].1 - sums[from].1, sums[to].2 - sums[from].2);
        (q - s * s / w).max(0.0)
    };
    // best[j]: the least cost of the first j values in the current number of runs; cuts[run][j]: where its last run starts.
    let mut best: Vec<f64> = (0..=n).map(|j| if j == 0 { 0.0 } else { cost(0, j) }).collect();
    let mut cuts = Vec::new();
    for run in 1..k {
        let (mut next, mut cut) = (vec![f64::INFINITY; n + 1], vec![run; n + 1]);
        // The longer the values, the later their last run starts: each row that is found bounds those before and after it, so that ten thousand
        // values take a thousandth of what all pairs would.
        let mut rows = vec![(run..n + 1, run..n)];
        while let Some((row, starts)) = rows.pop() {
            let j = row.start + row.len() / 2;
            for (i, before) in best.iter().enumerate().take(starts.end.min(j)).skip(starts.start) {
                let total = before + cost(i, j);
                if total < next[j] {
                    (next[j], cut[j]) = (total, i);
                }
            }
            let halves = [(row.start..j, starts.start..cut[j] + 1), (j + 1..row.end, cut[j]..starts.end)];
            rows.extend(halves.into_iter().filter(|(row, _)| !row.is_empty()));
        }
        best = next;
        cuts.push(cut);
    }
    let mut starts = Vec::new();
    let mut end = n;
    for cut in cuts.iter().rev() {
        end = cut[end];
        starts.push(end);
    }
    starts.reverse();
    starts
}

/// The number with the fewest digits above `low` and up to `high`, the nearest to their middle among equals.
fn roundest(low: f64, high: f64) -> f64 {
    let middle = low + (high - low) / 2.0;
    let largest = low.abs().max(high.abs()).max(1e-9).log10().ceil() as i32;
    for exponent in (largest - 12..=largest).rev() {
        for factor in [1.0, 0.5] {
            // Powers of ten are exact from 1 upwards only. Below, steps are counted by how many make a whole, so that one tenth is the
            // double that prints as 0.1.
            let found = if exponent >= 0 {
                let step = 10_f64.powi(exponent) * factor;
                (middle / step).round() * step
            } else {
                let steps_in_one = 10_f64.powi(-exponent) / factor;
                (middle * steps_in_one).round() / steps_in_one
            };
            if found > low && found <= high {
                return found;
            }
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn known(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn the_letter_in_round_numbers() {
        let classes = Classes::new(&known(&[12452.0, 3919.0, 6306.0, 7904.0, 4924.0, 5964.0, 6770.0, 3735.0]), 5);
        assert_eq!(classes.counts().iter().sum::<usize>(), 8);
        assert_eq!(classes.breaks(), [4000.0, 5000.0, 7000.0, 10000.0]);
        assert_eq!(classes.class_of(12452.0), 4);
    }

    #[test]
    fn a_value_lies_within_its_class_on_the_bar() {
        let classes = Classes::new(&known(&[1.0, 2.0, 11.0, 12.0, 41.0, 42.0]), 3);
        let [first, second] = classes.breaks() else { panic!("three classes") };
        let position = |value| classes.position(value, 1.0, 42.0).unwrap();
        assert_eq!((position(1.0), position(*first), position(*second), position(42.0)), (0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0));
        assert!((position((first + second) / 2.0) - 0.5).abs() < 1e-9);
        assert!(position(-7.0) == 0.0 && position(99.0) == 1.0, "what lies outside of all figures is at the end");
        assert_eq!(Classes::new(&[], 5).position(1.0, 0.0, 2.0), None);
    }

    #[test]
    fn few_values_few_classes() {
        assert_eq!(Classes::new(&[None, None], 5).counts(), [] as [usize; 0]);
        assert_eq!(Classes::new(&known(&[7.0, 7.0]), 5).counts(), [2]);
        assert_eq!(Classes::new(&[Some(f64::NAN), Some(1.0)], 5).counts(), [1]);
    }

    #[test]
    fn values_that_are_held_often_weigh_more() {
        let limits = |values: &[f64]| Classes::new(&known(values), 2).breaks().to_vec();
        assert_eq!(limits(&[0.0, 4.0, 7.0]), [2.0], "each once: 4 is nearer to 7");
        let often: Vec<f64> = [vec![0.0], vec![4.0; 5], vec![7.0; 5]].concat();
        assert_eq!(limits(&often), [5.0], "0 is put to the fours, so that these and the sevens need not be one class");
        assert_eq!(Classes::new(&known(&often), 2).counts(), [6, 5]);
    }

    #[test]
    fn of_equal_splits_the_first_is_taken() {
        assert_eq!(Classes::new(&known(&[0.0, 1.0, 2.0]), 2).breaks(), [1.0]);
    }

    #[test]
    fn large_values_that_differ_little_are_told_apart() {
        let values: Vec<f64> = [0.0, 1.0, 2.0, 7.0, 8.0].iter().map(|x| 1e9 + x).collect();
        assert_eq!(Classes::new(&known(&values), 2).counts(), [3, 2]);
    }

    #[test]
    fn a_value_at_a_limit_is_of_the_upper_class() {
        let classes = Classes::new(&known(&[1.0, 2.0, 9.0, 10.0]), 2);
        let limit = classes.breaks()[0];
        assert_eq!((classes.class_of(limit), classes.class_of(limit.next_down())), (1, 0));
    }

    #[test]
    fn a_limit_is_the_roundest_number_of_its_gap() {
        for (low, high, expected) in [
            (3919.0, 4924.0, 4000.0),
            (3735.0, 3919.0, 3800.0),
            (0.0, 1.0, 1.0),
            (0.1, 0.3, 0.2),
            (0.26, 0.29, 0.28),
            (-3.0, 3.0, 0.0),
            (-0.3, -0.1, -0.2),
            (99.0, 100.0, 100.0),
            (12.0, 14.0, 13.0),
            (10.0, 10.5, 10.5),
            (0.26, 0.34, 0.3),
            (0.61, 0.78, 0.7),
            (0.141, 0.159, 0.15),
            (62.0, 68.0, 65.0),
            (5_900_000.0, 6_100_000.0, 6_000_000.0),
            (0.0000026, 0.0000034, 0.000003),
        ] {
            assert_eq!(roundest(low, high), expected, "{low} to {high}");
        }
        assert_eq!(roundest(0.05, 0.15).to_string(), "0.1");
        let next = 1.0_f64.next_up();
        assert_eq!(roundest(1.0, next), next, "where no shorter number is in the gap, its upper end");
    }

    proptest! {
        #[test]
        fn natural_breaks_are_the_best_of_all_splits(values in prop::collection::vec(0_i32..40, 3..9), k in 2_usize..4) {
            let mut sorted: Vec<f64> = values.into_iter().map(f64::from).collect();
            sorted.sort_by(f64::total_cmp);
            let mut distinct = sorted.clone();
            distinct.dedup();
            prop_assume!(distinct.len() >= k);
            // The sum of squares of the values from one place in `distinct` to another, by definition.
            let cost = |from: usize, to: usize| {
                let run: Vec<f64> = sorted.iter().copied().filter(|v| distinct[from..to].contains(v)).collect();
                let mean = run.iter().sum::<f64>() / run.len() as f64;
                run.iter().map(|v| (v - mean).powi(2)).sum::<f64>()
            };
            let total = |starts: &[usize]| {
                let mut limits = vec![0];
                limits.extend(starts);
                limits.push(distinct.len());
                limits.windows(2).map(|w| cost(w[0], w[1])).sum::<f64>()
            };
            let n = distinct.len();
            let all: Vec<Vec<usize>> = if k == 2 {
                (1..n).map(|a| vec![a]).collect()
            } else {
                (1..n).flat_map(|a| (a + 1..n).map(move |b| vec![a, b])).collect()
            };
            let best = all.iter().map(|starts| total(starts)).fold(f64::INFINITY, f64::min);
            let found = total(&natural_starts(&distinct, &sorted, k));
            prop_assert!((found - best).abs() < 1e-6, "{found} instead of {best}");
        }

        #[test]
        fn of_many_values_the_breaks_are_as_good_as_of_all_pairs(values in prop::collection::vec(0_i32..100_000, 40..90), k in 2_usize..6) {
            let mut sorted: Vec<f64> = values.into_iter().map(f64::from).collect();
            sorted.sort_by(f64::total_cmp);
            let mut distinct = sorted.clone();
            distinct.dedup();
            let cost = |from: f64, to: f64| {
                let run: Vec<f64> = sorted.iter().copied().filter(|v| (from..to).contains(v)).collect();
                let mean = run.iter().sum::<f64>() / run.len() as f64;
                run.iter().map(|v| (v - mean).powi(2)).sum::<f64>()
            };
            let end = |at: usize| distinct.get(at).copied().unwrap_or(f64::INFINITY);
            // The least cost of the first values in so many runs.
            let mut best: Vec<f64> = (0..=distinct.len()).map(|j| if j == 0 { 0.0 } else { cost(distinct[0], end(j)) }).collect();
            for run in 1..k {
                best = (0..=distinct.len())
                    .map(|j| (run..j).map(|i| best[i] + cost(distinct[i], end(j))).fold(f64::INFINITY, f64::min))
                    .collect();
            }
            let starts = natural_starts(&distinct, &sorted, k);
            let limits: Vec<usize> = [0].into_iter().chain(starts).chain([distinct.len()]).collect();
            let found: f64 = limits.windows(2).map(|w| cost(distinct[w[0]], end(w[1]))).sum();
            prop_assert!((found - best[distinct.len()]).abs() <= 1e-9 * found.max(1.0), "{found} instead of {}", best[distinct.len()]);
        }

        #[test]
        fn every_value_has_one_class_and_no_class_is_empty(values in prop::collection::vec(-1_000_000_i32..1_000_000, 1..60), k in 1_usize..6) {
            let values: Vec<f64> = values.into_iter().map(|v| f64::from(v) / 100.0).collect();
            let classes = Classes::new(&known(&values), k);
            prop_assert!(classes.breaks().windows(2).all(|w| w[0] < w[1]));
            prop_assert!(classes.counts().iter().all(|n| *n > 0));
            prop_assert_eq!(classes.counts().iter().sum::<usize>(), values.len());
            for pair in values.windows(2) {
                prop_assert!((pair[0] <= pair[1]) == (classes.class_of(pair[0]) <= classes.class_of(pair[1])) || classes.class_of(pair[0]) == classes.class_of(pair[1]));
            }
        }
    }
}
