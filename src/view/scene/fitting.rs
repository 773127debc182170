//! Finds the largest size at which lines have room, one for all slides of a scene. It knows sizes, not meanings.

use super::{
    column::{HAIR, TextLayout},
    line::{MAY_BREAK, TextLine},
    picture::Rect,
    slots::Slots,
};
use crate::{
    campaign::sorted,
    view::font_metrics::{CELL, FontMetrics},
};

/// Up to so many slides all of them are measured at every step of a search.
const MANY: usize = 60;

impl TextLayout {
    /// One layout for slides that differ in their words alone; a line that says nothing on one of them keeps its place. All that can be said in the
    /// fullest form in which the heaviest line is not much smaller than it could be.
    pub fn alike(&self, slides: &[&[TextLine]], area: Rect) -> Option<Slots> {
        let lines = *slides.first()?;
        let levels = slides.iter().flat_map(|lines| lines.iter()).map(|line| line.forms.len()).max()?;
        let spare = lines.iter().filter(|line| line.optional).count();
        let mut all: Vec<Slots> = Vec::new();
        for left_out in 0..=spare {
            let mut skip = left_out;
            let mut kept: Vec<usize> = Vec::new();
            for (at, line) in lines.iter().enumerate().rev() {
                if line.optional && skip > 0 {
                    skip -= 1;
                } else {
                    kept.insert(0, at);
                }
            }
            all.extend((0..levels).filter_map(|level| self.largest(slides, &kept, level, area)));
        }
        let best = all.iter().map(Slots::largest).fold(0.0, f64::max);
        // Dots grow by whole steps: half the size is one step too many.
        let enough = if self.font_metrics == FontMetrics::Pixels { 0.6 } else { 0.42 };
        all.into_iter().find(|slots| slots.largest() >= best * enough)
    }

    fn largest(&self, slides: &[&[TextLine]], kept: &[usize], level: usize, area: Rect) -> Option<Slots> {
        // Of hundreds of slides a few decide: the search goes by them, and the rest is asked once whether it fits as well.
        let few = if slides.len() > MANY { self.demanding(slides, kept, level) } else { slides.to_vec() };
        [few.as_slice(), slides].into_iter().find_map(|some| {
            let unit = self.search(some, kept, level, area)?;
            self.fit(slides, kept, level, unit, area)
        })
    }

    /// The slides whose words are the widest on any of the lines, as a whole or one of them.
    fn demanding<'s>(&self, slides: &[&'s [TextLine]], kept: &[usize], level: usize) -> Vec<&'s [TextLine]> {
        let width = |words: &str| self.font_metrics.extent(words, CELL).width;
        let mut few: Vec<&'s [TextLine]> = Vec::new();
        for at in kept {
            for whole in [true, false] {
                let wide = |lines: &&[TextLine]| {
                    let words = lines.get(*at).map(|line| line.form(level)).unwrap_or_default();
                    if whole { width(&words.replace(MAY_BREAK, "")) } else { words.split([' ', MAY_BREAK]).map(width).fold(0.0, f64::max) }
                };
                let widths: Vec<f64> = slides.iter().map(wide).collect();
                // As wide as that are no more than a few, and one more stands for all that are just so wide.
                let least = sorted(&widths, &f64::total_cmp).into_iter().rev().nth(MANY / 4).unwrap_or_default();
                let all = || slides.iter().zip(&widths);
                few.extend(all().filter(|(_, width)| **width > least).map(|(lines, _)| *lines));
                few.extend(all().find(|(_, width)| **width == least).map(|(lines, _)| *lines));
            }
        }
        few
    }

    /// The places at that size, where all has room.
    fn fit(&self, slides: &[&[TextLine]], kept: &[usize], level: usize, unit: f64, area: Rect) -> Option<Slots> {
        self.slots(slides, kept, level, unit, area).filter(|slots| slots.height <= area.h + HAIR)
    }

    /// The largest size at which these slides have room.
    fn search(&self, slides: &[&[TextLine]], kept: &[usize], level: usize, area: Rect) -> Option<f64> {
        let fits = |unit: f64| self.fit(slides, kept, level, unit, area).is_some();
        // The smallest sizes that are allowed at all, then ever larger ones.
        let weights = || slides.iter().flat_map(|lines| kept.iter().filter_map(|at| lines.get(*at))).map(|line| line.weight);
        let lightest = weights().fold(f64::MAX, f64::min);
        let mut low = 0.0;
        let mut high = area.h.max(area.w) * 1.5 / lightest.max(0.01);
        if !fits(low) {
            return None;
        }
        while high - low > self.font_metrics.step() * 0.2 {
            let middle = (low + high) / 2.0;
            if fits(middle) { low = middle } else { high = middle }
        }
        Some(low)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn where_slides_are_many_a_few_decide_as_all_would(
            names in prop::collection::vec("[A-ZĐ][a-zộầỹg]{1,9}( [A-ZĐ][a-zộầỹg]{1,9}){0,4}", MANY + 1..MANY + 60),
            (w, h) in (30.0..900.0_f64, 20.0..600.0_f64),
            dots in any::<bool>(),
        ) {
            let font_metrics = if dots { FontMetrics::Pixels } else { FontMetrics::Outline };
            let setter = TextLayout { font_metrics, smallest: font_metrics.smallest(h) };
            let lines = |(n, name): (usize, &String)| {
                let forms = vec![format!("{name} ({n})"), name.clone()];
                vec![TextLine::new("accent", 1.2, forms).wraps(), TextLine::new("ink", 2.6, vec![(n * 977).to_string()]).wraps()]
            };
            let slides: Vec<Vec<TextLine>> = names.iter().enumerate().map(lines).collect();
            let slides: Vec<&[TextLine]> = slides.iter().map(Vec::as_slice).collect();
            let area = Rect::new(0.0, 0.0, w, h);
            for level in 0..2 {
                let whole = setter.search(&slides, &[0, 1], level, area).and_then(|unit| setter.fit(&slides, &[0, 1], level, unit, area));
                let found = setter.largest(&slides, &[0, 1], level, area);
                prop_assert_eq!(format!("{found:?}"), format!("{whole:?}"));
            }
        }
    }
}
