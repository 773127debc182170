//! The public screen: two layers that fade into each other, the veil of the night, and what is shown while it is set up. What it
//! shows is handed in; it must not know the clock, the network or the address bar.

use leptos::prelude::*;

use crate::{
    parts::{ScenePart, markup},
    view::{
        player::{RUN, Turn},
        scene::Picture,
        settings::{Rotation, Settings},
    },
};

/// What the screen says of itself while it is set up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetupInfo {
    pub lines: Vec<String>,
    /// The address of this very screen, to be opened on a phone: modules a side, and the strokes.
    pub qr: Option<(usize, String)>,
    pub ignored: Option<String>,
}

/// Parts of one pixel in which its density is written.
const DENSITY: u32 = 10_000;

/// Where the picture stands in the window: pixels are the device's, so that dots stay whole whatever the density or the zoom.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stage {
    /// Of the picture, before it is turned.
    pub size: (u32, u32),
    /// From the corner of the window to the corner of the box that is drawn.
    place: (u32, u32),
    /// The box that the turned picture fills.
    turned: (u32, u32),
    rotate: Rotation,
    density: f64,
}

impl Stage {
    /// `window`: in units of style; `density`: pixels of the device in one.
    pub fn new(settings: &Settings, window: (f64, f64), density: f64) -> Self {
        let pixels = |side: f64| (side * density).round().max(1.0) as u32;
        let (width, height) = settings.size.unwrap_or((pixels(window.0), pixels(window.1)));
        let edge = |side: u32| (f64::from(side) * f64::from(settings.margin) / 100.0).round() as u32;
        let place = (edge(width), edge(height));
        let turned = (width.saturating_sub(2 * place.0).max(1), height.saturating_sub(2 * place.1).max(1));
        let size = if settings.rotate.is_sideways() { (turned.1, turned.0) } else { turned };
        Self { size, place, turned, rotate: settings.rotate, density }
    }

    /// The style that puts the picture there, moved by so many of its own pixels.
    fn style(&self, shift: (i32, i32)) -> String {
        let (width, height) = self.turned;
        // Turned around its own corner, then moved back into the box.
        let (dx, dy) = match self.rotate {
            Rotation::None => (0, 0),
            Rotation::Right => (width, 0),
            Rotation::Half => (width, height),
            Rotation::Left => (0, height),
        };
        let (x, y) = (self.place.0 + dx, self.place.1 + dy);
        // In whole numbers: writing fractions is 10 KB (brotli) of code in the browser.
        let density = (self.density * f64::from(DENSITY)).round() as u32;
        let scale = if density == DENSITY { String::new() } else { format!("scale(calc({DENSITY}/{density}))") };
        format!(
            "width:{}px;height:{}px;transform:{scale}translate({x}px,{y}px)rotate({}deg)translate({}px,{}px)",
            self.size.0,
            self.size.1,
            self.rotate.word(),
            shift.0,
            shift.1
        )
    }
}

/// The handles of the screen; copied into every closure.
#[derive(Clone, Copy)]
pub struct Led {
    layers: [RwSignal<Option<(Picture, String)>>; 2],
    front: RwSignal<usize>,
    /// Whether the front comes in over what was there before.
    fading: RwSignal<bool>,
    shift: RwSignal<(i32, i32)>,
    pub stage: RwSignal<Stage>,
    /// How dark the veil is, in percent.
    pub veil: RwSignal<u8>,
    pub setup_info: RwSignal<Option<SetupInfo>>,
}

impl Led {
    pub fn new(stage: Stage) -> Self {
        Self {
            stage: RwSignal::new(stage),
            layers: [RwSignal::new(None), RwSignal::new(None)],
            front: RwSignal::new(0),
            fading: RwSignal::new(false),
            shift: RwSignal::new((0, 0)),
            veil: RwSignal::new(0),
            setup_info: RwSignal::new(None),
        }
    }

    /// Brings a slide to the front; the one before stays behind it until it is cleared.
    pub fn show(self, turn: Turn) {
        let next = 1 - self.front.get_untracked();
        if let Some(layer) = self.layers.get(next) {
            layer.set(Some((turn.picture, turn.name)));
        }
        self.shift.set(turn.shift);
        self.fading.set(true);
        self.front.set(next);
    }

    /// Draws the slide at the front anew, without any fade.
    pub fn redraw(self, turn: Turn) {
        if let Some(layer) = self.layers.get(self.front.get_untracked()) {
            layer.set(Some((turn.picture, turn.name)));
        }
        self.fading.set(false);
        self.clear();
    }

    /// Empties the layer that can't be seen any more.
    pub fn clear(self) {
        if let Some(layer) = self.layers.get(1 - self.front.get_untracked()) {
            layer.set(None);
        }
    }

    /// What is set by the elements' own style, and by which selector each is found: no policy allows style attributes by hash. As the elements'
    /// properties in the view it would weigh 3.4 KB more in the browser (brotli).
    pub fn styles(self) -> [(&'static str, String); 4] {
        // Words that run go from one edge to the other and out.
        let run = |layer: usize| {
            let drawn = self.layers.get(layer).and_then(|layer| layer.get());
            drawn.map(|(picture, _)| run(&picture, self.stage.get().size.0)).unwrap_or_default()
        };
        [
            (".stage", self.stage.get().style(self.shift.get())),
            (".layer", run(0)),
            (".layer + .layer", run(1)),
            ("#live .veil", format!("opacity:.{:02}", self.veil.get().min(99))),
        ]
    }

    pub fn view(self) -> impl IntoView {
        let layer = move |n: usize| {
            let drawn = self.layers[n];
            let scene = move || drawn.get().map(|(picture, name)| view! { <ScenePart picture name/> });
            view! { <div class="layer" data-front=move || (self.front.get() == n).then(|| if self.fading.get() { "fade" } else { "" })>{scene}</div> }
        };
        let setup_info = move || self.setup_info.with(|info| info.as_ref().map(setup_info_markup).unwrap_or_default());
        view! {
            <div class="stage">{layer(0)}{layer(1)}</div>
            <div class="veil"></div>
            <div class="facts" inner_html=setup_info></div>
        }
    }
}

fn run(picture: &Picture, width: u32) -> String {
    if picture.width == width {
        return String::new();
    }
    let ms = (f64::from(picture.width + width) / RUN * 1000.0) as u32;
    format!("--from:{width}px;--to:-{}px;--run:{ms}ms", picture.width)
}

fn setup_info_markup(info: &SetupInfo) -> String {
    let mut out = String::new();
    if let Some(ignored) = &info.ignored {
        markup::tag(&mut out, "p class=\"ignored\"", ignored);
    }
    if let Some((side, strokes)) = &info.qr {
        out.push_str(&format!(
            "<svg class=\"scene address\" viewBox=\"0 -.5 {side} {side}\"><path class=\"qr-paper\" d=\"M0-.5h{side}v{side}H0z\"/><path class=\"qr-ink\" d=\"{strokes}\"/></svg>"
        ));
    }
    markup::items(&mut out, "ul", &info.lines);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(query: &[(&str, &str)], window: (f64, f64), density: f64) -> Stage {
        let pairs = query.iter().map(|(name, value)| ((*name).to_string(), (*value).to_string()));
        Stage::new(&Settings::read(pairs, crate::text::Lang::Vi), window, density)
    }

    #[test]
    fn pixels_are_those_of_the_device() {
        assert_eq!(stage(&[], (1920.0, 1080.0), 1.0).size, (1920, 1080));
        assert_eq!(stage(&[], (96.0, 48.0), 2.0).size, (192, 96));
        assert_eq!(stage(&[], (3840.0, 2160.0), 0.5).size, (1920, 1080));
        // A zoom of 110 percent.
        assert_eq!(stage(&[], (1745.0, 982.0), 1.1).size, (1920, 1080));
        assert!(stage(&[], (96.0, 48.0), 2.0).style((0, 0)).contains("scale(calc(10000/20000))"));
    }

    #[test]
    fn a_box_in_the_corner_is_turned_and_keeps_its_margin() {
        let turned = stage(&[("size", "384x192"), ("rotate", "90"), ("margin", "5")], (1920.0, 1080.0), 1.0);
        assert_eq!(turned.size, (172, 346));
        assert!(turned.style((1, 0)).ends_with("translate(365px,10px)rotate(90deg)translate(1px,0px)"), "{}", turned.style((1, 0)));
    }
}
