//! `map.json` as Rust types: paths that are ready to draw. It must not know figures or components.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The projected map of one province.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Map {
    /// The SVG viewBox: `0 0 width height`.
    #[serde(rename = "viewBox")]
    pub view_box: String,
    /// District code to its shape.
    pub districts: BTreeMap<String, MapShape>,
    /// `[x, y, width, height]` of each frame in which parts far from the others are drawn, at a scale of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub insets: Vec<[i32; 4]>,
    /// The borders between districts of different parents, as open lines of path data over vertices that the shapes have too; empty: there are none.
    /// They are drawn natively.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub borders: String,
    /// Codes of districts of which nothing is drawn, on purpose or for want of boundaries. Browsers have no use for them.
    #[cfg(not(target_arch = "wasm32"))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub undrawn: Vec<String>,
    /// Where the boundaries come from; shown beside every map.
    pub source: String,
    /// The same for the English pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_en: Option<String>,
}

impl Map {
    /// The frames of the insets as path data; empty where there is none.
    pub fn frames(&self) -> String {
        self.insets.iter().map(|[x, y, w, h]| format!("M{x} {y}h{w}v{h}h-{w}z")).collect()
    }

    /// The codes of all districts that it knows of, drawn or not.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.districts.keys().chain(&self.undrawn).map(String::as_str)
    }

    /// Without what only serves to draw a part of it larger.
    pub fn whole_alone(&self) -> Self {
        let mut map = self.clone();
        for shape in map.districts.values_mut() {
            shape.bbox = [0; 4];
            if shape.room >= SMALL {
                shape.room = ROOMY;
            }
        }
        map
    }
}

/// A district with less room than this is drawn after its neighbours, whose colour would cover its name: a name and the figure below it take about so
/// much around their middle.
pub const SMALL: i32 = 60;

fn is_left_out(bbox: &[i32; 4]) -> bool {
    *bbox == [0; 4]
}

/// Room enough for anything.
const ROOMY: i32 = i32::MAX;

fn roomy() -> i32 {
    ROOMY
}

fn is_roomy(room: &i32) -> bool {
    *room == ROOMY
}

/// One district, in the units of the viewBox, whole numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MapShape {
    /// SVG path data: absolute `M`, relative `l`, `z`; whole numbers, so that neighbours share every vertex exactly.
    pub d: String,
    /// The pole of inaccessibility: the point inside the shape that is farthest from its border.
    pub label: [i32; 2],
    /// `[x0, y0, x1, y1]`; zeros where nothing is drawn larger than the map shows it, which leaves it out.
    #[serde(default, skip_serializing_if = "is_left_out")]
    pub bbox: [i32; 4],
    /// Codes of the districts with which it shares a border.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub neighbours: Vec<String>,
    /// How far the label point is from the border: the room a label has. A page leaves it out where there is enough.
    #[serde(default = "roomy", skip_serializing_if = "is_roomy")]
    pub room: i32,
    /// Of a district too small for its name: the middle of the label's place beside the map, and where its line to the label point begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<[i32; 4]>,
}
