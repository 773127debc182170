//! The map: `map.json`'s model, colour classes, nearest shape; natively also its making from a TopoJSON. It must not
//! know components or the web.

#[cfg(not(target_arch = "wasm32"))]
pub mod borders;
mod classes;
mod direction;
#[cfg(not(target_arch = "wasm32"))]
pub mod drawing;
#[cfg(not(target_arch = "wasm32"))]
pub mod inset;
#[cfg(not(target_arch = "wasm32"))]
mod layout;
#[cfg(not(target_arch = "wasm32"))]
mod meridian;
pub mod model;
mod nearest;
#[cfg(not(target_arch = "wasm32"))]
pub mod nesting;
#[cfg(not(target_arch = "wasm32"))]
mod outline;
#[cfg(not(target_arch = "wasm32"))]
mod outside;
mod path;
#[cfg(not(target_arch = "wasm32"))]
mod project;
#[cfg(not(target_arch = "wasm32"))]
mod simplify;
#[cfg(not(target_arch = "wasm32"))]
pub mod topology;
mod zoom;

pub use classes::Classes;
pub use direction::{Arrow, Direction, step};
pub use model::{Map, MapShape, SMALL};
pub use nearest::{nearest, rings, view_size};
pub use zoom::zoom;
