//! The public screen: two layers that fade into each other, the veil of the night, and what is shown while it is set up. What it
//! shows is handed in; it must not know the clock, the network or the address bar.

use leptos::prelude::*;

use crate::{
    parts::{ScenePart, markup},
    view::{player::Turn, scene::Picture},
};

/// What the screen says of itself while it is set up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetupInfo {
    pub lines: Vec<String>,
    /// The address of this very screen, to be opened on a phone: modules a side, and the strokes.
    pub qr: Option<(usize, String)>,
    pub ignored: Option<String>,
}

/// The handles of the screen; copied into every closure.
#[derive(Clone, Copy)]
pub struct Led {
    layers: [RwSignal<Option<(Picture, String)>>; 2],
    front: RwSignal<usize>,
    /// Whether the front comes in over what was there before.
    fading: RwSignal<bool>,
    shift: RwSignal<(i32, i32)>,
    /// How dark the veil is, in percent.
    pub veil: RwSignal<u8>,
    pub setup_info: RwSignal<Option<SetupInfo>>,
}

impl Led {
    pub fn new() -> Self {
        Self {
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

    pub fn view(self) -> impl IntoView {
        let layer = move |n: usize| {
            let drawn = self.layers[n];
            let scene = move || drawn.get().map(|(picture, name)| view! { <ScenePart picture name/> });
            view! { <div class="layer" data-front=move || (self.front.get() == n).then(|| if self.fading.get() { "fade" } else { "" })>{scene}</div> }
        };
        let moved = move || {
            let (x, y) = self.shift.get();
            format!("transform:translate({x}px,{y}px)")
        };
        let dark = move || format!("opacity:.{:02}", self.veil.get().min(99));
        let setup_info = move || self.setup_info.with(|info| info.as_ref().map(setup_info_markup).unwrap_or_default());
        view! {
            <div class="stage" style=moved>{layer(0)}{layer(1)}</div>
            <div class="veil" style=dark></div>
            <div class="facts" inner_html=setup_info></div>
        }
    }
}

impl Default for Led {
    fn default() -> Self {
        Self::new()
    }
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
