//! The site as files, made from data alone: pages, screens, embeds, pictures, headers. It must not touch files, the clock or the
//! environment, nor know the tool or the browser.

pub mod compress;
pub mod embed;
mod form;
pub mod headers;
pub mod inline;
pub mod led;
pub mod page;
pub mod painter;
pub mod qr;
pub mod slides;
pub mod style;
pub mod verify;
