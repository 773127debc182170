//! A bar for each place, or two dots where an earlier value is known: names before, figures in a column behind, so that no line crosses a text.

use plotters::{prelude::*, style::text_anchor::HPos};

use super::{Failed, Frame, GAP, ROW, Sheet, WIDTH, scale::Scale};
use crate::view::{Axis, Bar};

/// Half of a dot's width.
const DOT: f64 = 8.0;

impl<DB: DrawingBackend> Sheet<'_, DB> {
    pub(super) fn bars(&self, bars: &[Bar], reference: Option<&(f64, String)>, axis: &Axis) -> Result<(), Failed> {
        let names: Vec<_> = bars.iter().map(|bar| self.name(&bar.name, ROW)).collect();
        let wide =
            |(lines, size): &(Vec<&str>, f64)| lines.iter().map(|line| self.width(line)).fold(1.0, f64::max) * size / self.palette.text;
        // Rounding may cost a unit.
        let column = names.iter().map(wide).fold(1.0, f64::max) + 1.0;
        let figures = self.column(bars.iter().map(|b| b.label.as_str()));
        // What fits in one line is a label of the axis.
        let plain = |at: usize| names.get(at).is_some_and(|(lines, size)| lines.len() == 1 && *size == self.palette.text);
        let ticks = bars.iter().enumerate().filter(|(at, _)| plain(*at)).map(|(at, bar)| (at as f64 + 0.5, bar.name.clone()));
        let rows = bars.len() as f64;
        let has_dots = bars.iter().any(|bar| bar.before.is_some());
        let left = column + GAP;
        // A dot at the end of the axis stands out by half of itself.
        let right = figures + GAP + if has_dots { DOT } else { 0.0 };
        // Where values have no room beside each other, every second stands, or every third.
        let widest = axis.ticks.iter().map(|(_, label)| self.width(label)).fold(0.0, f64::max) + GAP;
        let apart = (f64::from(WIDTH) - left - right) / axis.ticks.len().saturating_sub(1).max(1) as f64;
        let values = axis.ticks.iter().step_by((widest / apart.max(1.0)).ceil().max(1.0) as usize);
        let mut plane = self.plane(Frame {
            left,
            right,
            top: if reference.is_some() { ROW } else { 0.0 },
            bottom: ROW,
            x: Scale { range: 0.0..axis.end, ticks: values.cloned().collect() },
            // The first row on top.
            y: Scale { range: rows..0.0, ticks: ticks.collect() },
            values_run_right: true,
        })?;
        let line = reference.map(|(mean, _)| LineSeries::new([(*mean, 0.0), (*mean, rows)], self.stroke(self.palette.ink, 2.0)));
        if has_dots {
            plane.draw_series(line.into_iter().flatten())?;
            for (i, bar) in bars.iter().enumerate() {
                let (y, colour) = (i as f64 + 0.5, self.palette.of(bar.selected));
                if let Some(before) = bar.before {
                    plane.draw_series(LineSeries::new([(before, y), (bar.value, y)], self.stroke(colour, 3.0)))?;
                    let circle = |style: ShapeStyle| Circle::new((before, y), self.pixels(DOT), style);
                    plane.draw_series([
                        circle(self.palette.paper.filled()),
                        circle(ShapeStyle { filled: false, ..self.stroke(colour, 3.0) }),
                    ])?;
                }
                plane.draw_series([Circle::new((bar.value, y), self.pixels(DOT), colour.filled())])?;
            }
        } else {
            plane.draw_series(bars.iter().enumerate().map(|(i, bar)| {
                let row = i as f64;
                Rectangle::new([(0.0, row + 0.16), (bar.value, row + 0.84)], self.palette.of(bar.selected).filled())
            }))?;
            plane.draw_series(line.into_iter().flatten())?;
        }
        for (i, bar) in bars.iter().enumerate() {
            let (_, y) = plane.backend_coord(&(0.0, i as f64 + 0.5));
            if let Some(name) = names.get(i).filter(|_| !plain(i)) {
                self.draw_name(name, &self.palette.ink, (self.pixels(column), y), HPos::Right)?;
            }
            self.text(&bar.label, self.palette.text, (self.pixels(f64::from(WIDTH) - 1.0), y), HPos::Right)?;
        }
        if let Some((mean, name)) = reference {
            let (x, y) = plane.backend_coord(&(*mean, 0.0));
            let half = self.pixels(self.width(name) / 2.0 + 1.0);
            // Above its line, and never out of the drawing.
            let x = x.min(self.pixels(f64::from(WIDTH)) - half).max(half);
            self.text(name, self.palette.text, (x, y - self.pixels(ROW / 2.0)), HPos::Center)?;
        }
        Ok(())
    }
}
