//! The choropleth as large as paper, by any measure, for newspapers and reports: with names, figures and legend, or as shapes alone that
//! somebody else writes on.

use super::{
    SceneKind, Show,
    column::{Align, TextLayout},
    map::{self, legend, on, role},
    picture::{Mark, Picture, Rect},
};
use crate::{
    campaign::Measure,
    map::view_size,
    view::{MapView, Selection, font_metrics::FontMetrics},
};

impl Show<'_> {
    /// The shapes alone, each in the colour of its class, as wide as that.
    pub fn draw_shapes(&self, measure: Measure, width: u32) -> Picture {
        let view = self.map_view(measure);
        let (wide, high) = view_size(&self.map.view_box).unwrap_or((1.0, 1.0));
        let height = (f64::from(width) * high / wide).round().max(1.0) as u32;
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let (shapes, _) = map::shapes(self, area, |code| Some(role(class(&view, code))));
        Picture { width, height, marks: vec![Mark::Fill { area, role: "paper" }, shapes] }
    }

    /// With its heading, names, figures and legend, and its small print as in [`Show::draw_captioned`].
    pub fn draw_map(&self, measure: Measure, width: u32, height: u32, small_print: &[Vec<String>], rows: u32) -> Picture {
        let view = self.map_view(measure);
        self.captioned(width, height, small_print, rows, |above| {
            let frame = self.frame(SceneKind::Map, width, above);
            let heading = (frame.short * 0.1).round();
            let (_, body) = frame.area.split_top(heading, 0.0);
            let bar = Rect { y: body.bottom() - heading, h: heading * 0.8, ..body };
            let sheet = Rect { h: body.h - 1.3 * heading, ..body };
            let mut marks = Vec::new();
            let title = Rect { h: heading * 0.8, ..frame.area };
            marks.extend(frame.setter.row(std::slice::from_ref(&view.caption), frame.short * 0.04, title, Align::Left, "ink"));
            let (shapes, place) = map::shapes(self, sheet, |code| Some(role(class(&view, code))));
            let (left, scale) = (place([0, 0]), place([1, 0]).0 - place([0, 0]).0);
            marks.push(shapes);
            marks.extend(legend(&frame, &view, bar));
            // Paper is read from near: smaller than on any screen.
            let size = (frame.short * 0.024).round();
            let small = TextLayout { font_metrics: FontMetrics::Outline, smallest: size };
            for district in &view.districts {
                let (x, y) = place(district.label);
                // Beside a shape that is too small for it, at the end of a line.
                let colour = if district.leader.is_some() { "ink" } else { on(district.class) };
                let line = district.leader.iter().map(|line| (line.clone(), "frame")).collect();
                marks.push(Mark::Shapes { shapes: line, x: left.0, y: left.1, scale });
                for (at, words) in [&district.name, &district.figure].into_iter().enumerate() {
                    let row = Rect::new(x - 300.0, y + (at as f64 - 1.0) * size * 1.3, 600.0, size * 1.4);
                    marks.extend(small.row(std::slice::from_ref(words), size, row, Align::Centre, colour));
                }
            }
            frame.finish(marks)
        })
    }

    fn map_view(&self, measure: Measure) -> MapView {
        let selection = Selection { lang: self.words.lang, measure, named: true, ..Selection::default() };
        MapView::new(self.campaign, self.map, self.text, "", &selection)
    }
}

fn class(view: &MapView, code: &str) -> Option<usize> {
    view.district(code).and_then(|district| district.class)
}
