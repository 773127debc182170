//! A line for each place over time: the district that was chosen and the whole province with their names and figures, all others thin behind
//! them; the goal as a line across.

use plotters::{prelude::*, style::text_anchor::HPos};

use super::{
    FOOT, Failed, Frame, GAP, LINES_HEIGHT, Plane, Sheet, WIDTH,
    scale::{Scale, spaced},
};
use crate::view::{Axis, Place, TrendLine};

/// A line's points in pixels, and whose it is.
type Start<'a> = (Vec<(i32, i32)>, &'a TrendLine);
/// A line's end in pixels, and whose it is.
type End<'a> = ((i32, i32), &'a TrendLine);

impl<DB: DrawingBackend> Sheet<'_, DB> {
    pub(super) fn lines(
        &self,
        lines: &[TrendLine],
        dates: &[(i64, String)],
        axis: &Axis,
        goal: Option<&(f64, String)>,
    ) -> Result<(), Failed> {
        let text = self.palette.text;
        let named = || lines.iter().filter(|line| line.place != Place::Other);
        let values = self.column(axis.ticks.iter().map(|(_, label)| label.as_str()));
        let names = self.column(named().flat_map(|l| [l.name.as_str(), l.label.as_str()]));
        let first = dates.iter().map(|(at, _)| *at as f64).fold(f64::MAX, f64::min);
        let last = dates.iter().map(|(at, _)| *at as f64).fold(first + 1.0, f64::max);
        // A date stands under the middle of its point: the first one must have room on the left, too.
        let half = |date: Option<&(i64, String)>| date.map_or(0.0, |(_, date)| self.width(date) / 2.0);
        let left = values.max(half(dates.first())) + GAP;
        let right = names.max(half(dates.last())) + 2.0 * GAP;
        let wide = f64::from(WIDTH) - left - right;
        let mut plane = self.plane(Frame {
            left,
            right,
            top: text,
            bottom: FOOT,
            x: Scale { range: first..last, ticks: spaced(dates, |at| (at - first) / (last - first) * wide, |date| self.width(date)) },
            y: Scale { range: 0.0..axis.end, ticks: axis.ticks.clone() },
            values_run_right: false,
        })?;
        let points = |line: &TrendLine| line.points.iter().map(|(at, value)| (*at as f64, *value)).collect::<Vec<_>>();
        for line in lines.iter().filter(|line| line.place == Place::Other) {
            plane.draw_series(LineSeries::new(points(line), self.stroke(self.palette.other, 1.5)))?;
        }
        if let Some((value, name)) = goal {
            let ends = named().filter_map(|line| line.points.last().map(|(_, value)| *value));
            self.goal(&mut plane, (first, last), *value, name, ends.collect())?;
        }
        let (mut starts, mut ends): (Vec<Start>, Vec<End>) = (Vec::new(), Vec::new());
        for line in named() {
            let points = points(line);
            if points.len() > 1 {
                let drawn = points.iter().map(|point| plane.backend_coord(point));
                starts.push((drawn.collect(), line));
            }
            ends.extend(points.last().map(|end| (plane.backend_coord(end), line)));
            let style = self.stroke(self.of_place(line.place), if line.place == Place::Province { 4.0 } else { 3.0 });
            plane.draw_series(LineSeries::new(points, style).point_size(self.pixels(5.0) as u32))?;
        }
        self.firsts(starts)?;
        self.names(ends)
    }

    fn of_place(&self, place: Place) -> RGBColor {
        self.palette.of(place == Place::Chosen)
    }

    /// The colour of words: the chosen district's are its line's.
    fn words_of(&self, place: Place) -> &RGBColor {
        if place == Place::Chosen { &self.palette.selected } else { &self.palette.ink }
    }

    /// A line across, with its name on the side where no line ends.
    fn goal(&self, plane: &mut Plane<DB>, (first, last): (f64, f64), value: f64, name: &str, ends: Vec<f64>) -> Result<(), Failed> {
        plane.draw_series(LineSeries::new([(first, value), (last, value)], self.stroke(self.palette.ink, 1.5)))?;
        let (x, y) = plane.backend_coord(&(last, value));
        let half = self.pixels(self.palette.text * 0.75);
        let is_free = |at: i32| at > half && ends.iter().all(|end| (plane.backend_coord(&(last, *end)).1 - at).abs() > half);
        let at = if is_free(y - half) { y - half } else { y + half };
        self.text(name, self.palette.text, (x, at), HPos::Right)
    }

    /// The figure at each line's beginning: of two lines the higher one's above it, the lower one's below.
    fn firsts(&self, mut starts: Vec<Start>) -> Result<(), Failed> {
        starts.sort_by_key(|(points, _)| points[0].1);
        let (half, bottom) = (self.pixels(self.palette.text * 0.6), self.pixels(LINES_HEIGHT - FOOT));
        let stand_off = half + self.pixels(6.0);
        let mut taken: Option<i32> = None;
        for (i, (points, line)) in starts.iter().enumerate() {
            let x = points[0].0;
            // As far as the words reach, the line must not run through them.
            let reach = x + self.pixels(self.width(&line.first));
            let (highest, lowest) = span(points, reach);
            let (above, below) = (highest - stand_off, lowest + stand_off);
            let at = if i > 0 && below + half < bottom { below } else { above };
            // Beside the figure of the axis there is no room for two.
            if taken.is_some_and(|taken| (at - taken).abs() < half * 2) {
                continue;
            }
            taken = Some(at);
            self.coloured(&line.first, self.palette.text, self.words_of(line.place), (x, at), HPos::Left)?;
        }
        Ok(())
    }

    /// Name and last figure at each line's end. Ends near each other have their names set apart rather than over each other, the higher one above.
    fn names(&self, mut ends: Vec<End>) -> Result<(), Failed> {
        ends.sort_by_key(|((_, y), _)| *y);
        let (line_height, bottom) = (self.pixels(self.palette.text * 1.2), self.pixels(LINES_HEIGHT - FOOT));
        let names: Vec<_> = ends.iter().map(|(_, line)| self.name(&line.name, f64::MAX)).collect();
        // The lines of a name, and one for its figure.
        let rows = |at: usize| names.get(at).map_or(1, |(lines, _)| lines.len() as i32) + 1;
        // The marks over a capital reach out of its line.
        let mut free = self.pixels(self.palette.text * 0.4);
        for (i, (((x, y), line), (lines, size))) in ends.iter().zip(&names).enumerate() {
            let from_here = (i..ends.len()).map(rows).sum::<i32>() * line_height;
            let top = (y - line_height * (rows(i) - 1)).max(free).min(bottom - from_here);
            let at = |row: usize| (x + self.pixels(GAP * 1.5), top + line_height * row as i32 + line_height / 2);
            let colour = self.words_of(line.place);
            for (row, words) in lines.iter().enumerate() {
                self.coloured(words, *size, colour, at(row), HPos::Left)?;
            }
            self.coloured(&line.label, self.palette.text, colour, at(lines.len()), HPos::Left)?;
            free = top + line_height * rows(i);
        }
        Ok(())
    }
}

/// The least and the greatest height of a line from its first point to a place on its way.
fn span(points: &[(i32, i32)], reach: i32) -> (i32, i32) {
    let (mut least, mut greatest) = (points[0].1, points[0].1);
    for pair in points.windows(2).filter(|pair| pair[0].0 < reach) {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let y = if x1 <= reach { y1 } else { y0 + (y1 - y0) * (reach - x0) / (x1 - x0).max(1) };
        (least, greatest) = (least.min(y), greatest.max(y));
    }
    (least, greatest)
}
