//! The choropleth as large as paper, by any measure, for newspapers and reports: with names, figures and legend, or as shapes alone that
//! somebody else writes on.

use super::{
    Show,
    column::{Align, TextLayout},
    line::TextLine,
    map::{self, legend, on, role},
    picture::{Mark, Picture, Rect},
};
use crate::{
    campaign::Measure,
    map::view_size,
    text::{fill, press::press},
    view::{
        MapView, Selection,
        font_metrics::FontMetrics,
        labels::{Letters, without_room},
    },
};

/// The letters in parts of the width: paper is read from near.
const LETTERS: f64 = 0.017;
/// More names than these are not listed beside the map.
const MOST_NAMES: usize = 24;

impl Show<'_> {
    /// The shapes alone, each in the colour of its class, as wide as that.
    pub fn draw_shapes(&self, measure: Measure, width: u32) -> Picture {
        let view = self.map_view(measure);
        let height = self.height_of_map(f64::from(width)).max(1.0) as u32;
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let (shapes, _) = map::shapes(self, area, |code| Some(role(class(&view, code))));
        Picture { width, height, marks: vec![Mark::Fill { area, role: "paper" }, shapes] }
    }

    /// With its heading, names, figures and legend, as high as the map needs; at the lower edge what it rests on, each line in its forms, and whose
    /// names have no room.
    pub fn draw_map(&self, measure: Measure, width: u32, small_print: &[Vec<String>]) -> Picture {
        let view = self.map_view(measure);
        let wide = f64::from(width);
        let (size, margin) = ((wide * LETTERS).round(), (wide * 0.04).round());
        let setter = TextLayout { font_metrics: FontMetrics::Outline, smallest: size };
        let row = |y: f64, rows: f64| Rect::new(margin, y, wide - 2.0 * margin, size * 1.5 * rows);
        let heading = row(margin, 3.0);
        let sheet = Rect::new(margin, heading.bottom() + size, heading.w, self.height_of_map(heading.w).round());
        let bar = row(sheet.bottom() + size, 2.0);
        let unnamed = self.without_room(&view, heading.w, size);
        let left_out = self.left_out(&view, &unnamed);
        let print = row(bar.bottom() + size, if left_out.is_empty() { 3.0 } else { 6.0 });
        let height = (print.bottom() + margin).round();
        let mut marks = vec![Mark::Fill { area: Rect::new(0.0, 0.0, wide, height), role: "paper" }];
        let lines =
            |role, forms: &[Vec<String>]| forms.iter().map(|forms| TextLine::new(role, 1.0, forms.clone()).wraps()).collect::<Vec<_>>();
        let caption = [vec![view.caption.clone()]];
        marks.extend(setter.set_up_to(&lines("ink", &caption), heading, Align::Left, size * 1.5).unwrap_or_default());
        let (shapes, place) = map::shapes(self, sheet, |code| Some(role(class(&view, code))));
        let (left, scale) = (place([0, 0]), place([1, 0]).0 - place([0, 0]).0);
        marks.push(shapes);
        for district in view.districts.iter().filter(|district| !unnamed.contains(&district.code.as_str())) {
            let (x, y) = place(district.label);
            // Beside a shape that is too small for it, at the end of a line.
            let colour = if district.leader.is_some() { "ink" } else { on(district.class) };
            let line = district.leader.iter().map(|line| (line.clone(), "frame")).collect();
            marks.push(Mark::Shapes { shapes: line, x: left.0, y: left.1, scale });
            for (at, words) in [&district.name, &district.figure].into_iter().enumerate() {
                let area = Rect::new(x - wide / 4.0, y + (at as f64 - 1.0) * size * 1.3, wide / 2.0, size * 1.4);
                marks.extend(setter.row(std::slice::from_ref(words), size, area, Align::Centre, colour));
            }
        }
        marks.extend(legend(&setter, wide, &view, bar));
        let small_print = [small_print, &left_out].concat();
        marks.extend(setter.set_up_to(&lines("soft", &small_print), print, Align::Left, size).unwrap_or_default());
        Picture { width, height: height as u32, marks }
    }

    /// Whose names would lie over others: the list of all figures stands beside the map.
    fn without_room<'v>(&self, view: &'v MapView, width: f64, size: f64) -> Vec<&'v str> {
        let units = view_size(&self.map.view_box).map_or(1.0, |(wide, _)| wide / width);
        without_room(view, Letters { size: size * units, above: 1.25, high: 2.55, between_shapes: false })
    }

    /// What is said of them, in its forms; nothing where every name has room.
    fn left_out(&self, view: &MapView, unnamed: &[&str]) -> Vec<Vec<String>> {
        let (words, count) = (press(self.words.lang, self.campaign), unnamed.len().to_string());
        let names: Vec<&str> = unnamed.iter().filter_map(|code| Some(view.district(code)?.name.as_str())).collect();
        let whole = (names.len() <= MOST_NAMES).then(|| fill(words.unnamed, &[&count, &names.join(", ")]));
        let forms = whole.into_iter().chain([fill(words.many_unnamed, &[&count])]).collect();
        if unnamed.is_empty() { Vec::new() } else { vec![forms] }
    }

    fn height_of_map(&self, width: f64) -> f64 {
        let (wide, high) = view_size(&self.map.view_box).unwrap_or((1.0, 1.0));
        width * high / wide
    }

    fn map_view(&self, measure: Measure) -> MapView {
        let selection = Selection { lang: self.words.lang, measure, named: true, ..Selection::default() };
        MapView::new(self.campaign, self.map, self.text, "", &selection)
    }
}

fn class(view: &MapView, code: &str) -> Option<usize> {
    view.district(code).and_then(|district| district.class)
}
