//! The paths of the faces below the site's start that are no view's affair.

use crate::text::Lang;

/// The public screen.
pub fn screen(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "led/",
        Lang::En => "led/en/",
    }
}

/// The page that makes embeds.
pub fn builder(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "embed/builder/",
        Lang::En => "embed/en/builder/",
    }
}
