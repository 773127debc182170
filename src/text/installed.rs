//! The words of the page that a module was loaded by (wasm only): the tool wrote them down in the languages that the page speaks, with the campaign's own
//! words in them. They are put in place once, before anything is drawn. It must not know where they came from.

use std::sync::OnceLock;

use super::{Lang, screen::Screen, strings::Text, worded::Worded};
use crate::campaign::Campaign;

/// Of each language.
static TEXTS: [OnceLock<Text>; 2] = [const { OnceLock::new() }; 2];
static SCREENS: [OnceLock<Screen>; 2] = [const { OnceLock::new() }; 2];

/// Takes a page's words; false: this is no such file.
pub fn install(words: String) -> bool {
    let mut lines = words.leak().lines();
    install_text(&mut || lines.next().unwrap_or_default()) && lines.next().is_none()
}

/// Takes a page's words and those of the screens after them.
pub fn install_with_screen(words: String) -> bool {
    let mut lines = words.leak().lines();
    let next = &mut || lines.next().unwrap_or_default();
    install_text(next) && {
        let screen = Screen::read(next);
        SCREENS[screen.lang as usize].set(screen).is_ok() && lines.next().is_none()
    }
}

fn install_text(next: &mut dyn FnMut() -> &'static str) -> bool {
    let text = Text::read(next);
    // The last of them is never empty.
    !text.invalid.is_empty() && TEXTS[text.lang as usize].set(text).is_ok()
}

/// The strings of a language; a page asks for none that it does not speak.
pub fn text(lang: Lang, _: &Campaign) -> &'static Text {
    TEXTS[lang as usize].get_or_init(|| Text::read(&mut || ""))
}

pub fn screen(lang: Lang, _: &Campaign) -> &'static Screen {
    SCREENS[lang as usize].get_or_init(|| Screen::read(&mut || ""))
}
