//! The axis of values: from zero to a round end. It must not know what is drawn along it.

use crate::{
    campaign::Measure,
    text::{Lang, format_decimal},
};

/// The axis of values: from zero to a round end.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub end: f64,
    pub ticks: Vec<(f64, String)>,
}

impl Axis {
    /// At most five round steps, which are 1, 2 or 5 times a power of ten, up to the first at or above the highest value.
    pub(super) fn up_to(highest: f64, measure: Measure, lang: Lang) -> Self {
        // Nobody installs half an app.
        let powers = (if measure == Measure::Per100 { -2 } else { 0 }..=12).flat_map(|power| [1.0, 2.0, 5.0].map(|n| (n, power)));
        let steps = |(n, power): (f64, i32)| (highest / (n * 10_f64.powi(power)) - 1e-9).ceil().max(1.0);
        let (n, power) = powers.into_iter().find(|step| steps(*step) <= 5.0).unwrap_or((1.0, 0));
        let places = power.min(0).unsigned_abs();
        // Divided rather than multiplied by a tenth: 0.3 is to be the nearest number to three tenths.
        let value = |i: f64| if power < 0 { i * n / 10_f64.powi(-power) } else { i * n * 10_f64.powi(power) };
        let count = steps((n, power)).min(5.0) as u32;
        let ticks = (0..=count).map(|i| {
            let value = value(f64::from(i));
            (value, if i == 0 { "0".into() } else { format_decimal(lang, value, places) })
        });
        Self { end: value(f64::from(count)), ticks: ticks.collect() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn labels(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|(_, label)| label.as_str()).collect()
    }

    #[test]
    fn the_axis_begins_at_zero_and_ends_round() {
        let of = |highest, lang| Axis::up_to(highest, Measure::Per100, lang);
        assert_eq!(labels(&of(57_511.0, Lang::Vi)), ["0", "20.000", "40.000", "60.000"]);
        assert_eq!(labels(&of(12_452.0, Lang::En)), ["0", "5,000", "10,000", "15,000"]);
        assert_eq!(labels(&of(0.27, Lang::Vi)), ["0", "0,1", "0,2", "0,3"]);
        assert_eq!(labels(&of(0.04, Lang::En)), ["0", "0.01", "0.02", "0.03", "0.04"]);
        assert_eq!(labels(&of(1.0, Lang::Vi)), ["0", "0,2", "0,4", "0,6", "0,8", "1,0"]);
        assert_eq!(labels(&of(20.0, Lang::Vi)), ["0", "5", "10", "15", "20"]);
        // Nothing installed yet, and what no province will ever have.
        assert_eq!(of(0.0, Lang::Vi).end, 0.01);
        assert_eq!(labels(&Axis::up_to(0.0, Measure::Installs, Lang::Vi)), ["0", "1"]);
        assert_eq!(of(f64::INFINITY, Lang::Vi).ticks.len(), 6);
        assert_eq!(of(f64::NAN, Lang::Vi).ticks.len(), 2);
    }

    proptest! {
        #[test]
        fn every_value_lies_on_the_axis(highest in 0.001_f64..1e12) {
            let axis = Axis::up_to(highest, Measure::Per100, Lang::Vi);
            prop_assert!(axis.end >= highest * (1.0 - 1e-9) && axis.ticks.len() <= 6 && axis.ticks.len() >= 2, "{axis:?}");
            prop_assert!(axis.ticks.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 != pair[1].1), "{axis:?}");
            // No more than needed: the bar of the highest value takes at least half of the room.
            prop_assert!(highest < 0.01 || highest > axis.end * 0.5, "{axis:?}");
        }
    }
}
