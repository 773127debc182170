//! What the pages with a form have in common (screens, embeds): the document around them, their fields, the instructions for devices and portals.
//! It must not know what is set up.

use leptos::prelude::*;

use crate::{
    parts::markup::escape_html,
    text::setup::{Device, Field},
};

pub const STYLE: &str = concat!(
    include_str!("../../style/fonts.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/tokens-contrast.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/shell.css"),
    include_str!("../../style/setup.css"),
);

/// The document; `body` is all that stands in it.
pub fn document(base: &str, attributes: &str, title: &str, css: &str, body: &str) -> String {
    // As on the other pages: a font that is `optional` is there for the first paint or never.
    let preload = |font: &str| {
        format!("<link rel=\"preload\" href=\"{base}fonts/be-vietnam-pro-{font}.woff2\" as=\"font\" type=\"font/woff2\" crossorigin>")
    };
    let preloads: String = ["latin-400", "vietnamese-400", "latin-700", "vietnamese-700"].map(preload).concat();
    format!(
        "<!doctype html><html {attributes} data-state=\"static\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>{}</title>\
         <meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\"><style>{css}</style>{preloads}\
         <noscript><style>.no-script{{visibility:visible}}</style></noscript></head><body>{body}</body></html>\n",
        escape_html(title)
    )
}

pub fn number(name: &'static str, field: &'static Field, value: u32, least: u32, most: u32) -> impl IntoView {
    let help = format!("{name}-help");
    view! {
        <div class="field">
            <label for=name>{field.label}</label>
            <input id=name name=name type="number" inputmode="numeric" value=value min=least max=most step="1" aria-describedby=help.clone()/>
            <small id=help inner_html=typed(field.help)></small>
        </div>
    }
}

pub fn line(name: &'static str, field: &'static Field, most: u32, pattern: &'static str) -> impl IntoView {
    let help = format!("{name}-help");
    view! {
        <div class="field">
            <label for=name>{field.label}</label>
            <input id=name name=name type="text" maxlength=most pattern=pattern autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby=help.clone()/>
            <small id=help inner_html=typed(field.help)></small>
        </div>
    }
}

pub fn tick(name: &'static str, value: &'static str, field: &'static Field) -> impl IntoView {
    let help = format!("{name}-help");
    view! {
        <label class="tick"><input type="checkbox" id=name name=name value=value aria-describedby=help.clone()/>{field.label}</label>
        <small id=help inner_html=typed(field.help)></small>
    }
}

pub fn device(device: &'static Device) -> impl IntoView {
    view! {
        <details>
            <summary>{device.name}</summary>
            <ol>{device.steps.iter().map(|step| view! { <li inner_html=typed(step)></li> }).collect_view()}</ol>
            {device.note.map(|note| view! { <p inner_html=typed(note)></p> })}
        </details>
    }
}

/// What stands between backticks is shown as typed.
pub fn typed(words: &str) -> String {
    let parts = words.split('`').enumerate();
    parts.map(|(i, part)| if i % 2 == 1 { format!("<code>{}</code>", escape_html(part)) } else { escape_html(part) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_set_apart_and_safe() {
        use crate::text::{Lang, setup::setup};
        assert_eq!(typed("a `b <c>` d"), "a <code>b &lt;c&gt;</code> d");
        let every = [Lang::Vi, Lang::En].into_iter().map(|lang| setup(lang, &crate::campaign::fixture::campaign()));
        for words in every {
            let all = words.device.iter().flat_map(|device| device.steps.iter().copied().chain(device.note));
            for said in all.chain(words.check.iter().map(|(_, how)| *how)) {
                assert_eq!(said.matches('`').count() % 2, 0, "{said}");
            }
        }
    }
}
