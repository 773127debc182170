//! Blocks of text as finished markup, for what is read and never pressed where its typed nodes would weigh too much: each such place states its
//! cost. Every value goes through [`escape_html`]: names and notes come from a file that anyone may have touched.

pub use crate::text::escape_html;

/// `<open>text</close>`, the text escaped; `open` may hold attributes, which are the caller's own words.
pub fn tag(out: &mut String, open: &str, text: &str) {
    wrap(out, open, |out| out.push_str(&escape_html(text)));
}

/// As [`tag`], when there is a text.
pub fn some(out: &mut String, open: &str, text: Option<&str>) {
    if let Some(text) = text {
        tag(out, open, text);
    }
}

/// As [`tag`], around whatever `inner` writes.
pub fn wrap(out: &mut String, open: &str, inner: impl FnOnce(&mut String)) {
    let name = open.split(' ').next().unwrap_or_default();
    for part in ["<", open, ">"] {
        out.push_str(part);
    }
    inner(out);
    for part in ["</", name, ">"] {
        out.push_str(part);
    }
}

/// A list item each.
pub fn items(out: &mut String, open: &str, items: &[String]) {
    wrap(out, open, |out| {
        for item in items {
            tag(out, "li", item);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closes_what_it_opens() {
        let mut out = String::new();
        wrap(&mut out, "p class=\"x\"", |out| tag(out, "b", "a<b"));
        assert_eq!(out, "<p class=\"x\"><b>a&lt;b</b></p>");
    }
}
