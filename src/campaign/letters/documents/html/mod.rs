//! Reads HTML: web pages, what Excel and portals export under the name of a workbook, the bodies of mails. html5ever tells the tags from
//! the text; the tree is not built, because a small page can ask for an endless one.

mod effects;
mod page;
mod style;

#[cfg(test)]
mod tests;

use std::cell::RefCell;

use html5ever::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::budget::Budget;
use super::error::DocumentError;
use super::part::Part;
use page::{Page, Start};

/// Reads a page's text. `is_mail`: a block quotation is an older mail, and not only an indented paragraph.
pub fn read(text: &str, is_mail: bool, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    let sink = Sink(RefCell::new((Page::new(is_mail, budget), Ok(()))));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    // The tokenizer pauses at each script.
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    let (page, result) = tokenizer.sink.0.into_inner();
    result?;
    page.into_parts()
}

/// Passes tags and text on to the page; after the first error nothing more.
struct Sink<'a>(RefCell<(Page<'a>, Result<(), DocumentError>)>);

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Ok(mut state) = self.0.try_borrow_mut() else { return TokenSinkResult::Continue };
        let (page, result) = &mut *state;
        if result.is_err() {
            return TokenSinkResult::Continue;
        }
        match token {
            Token::CharacterTokens(text) => *result = page.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                *result = page.start(&start(&tag));
                return raw(&tag);
            }
            Token::TagToken(tag) => *result = page.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What of a start tag matters to a reader.
fn start(tag: &Tag) -> Start<'_> {
    let attribute = |name: &str| tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value);
    let span = |name: &str| attribute(name).and_then(|text| text.trim().parse().ok()).unwrap_or(1);
    Start {
        name: &tag.name,
        is_hidden: attribute("hidden").is_some() || attribute("style").is_some_and(style::hides),
        columns: span("colspan"),
        rows: span("rowspan"),
        span: span("span"),
        // Excel's own number behind what the page shows.
        number: attribute("x:num").and_then(|text| text.trim().parse().ok()),
        is_error: attribute("x:err").is_some(),
    }
}

/// Elements whose content is no markup.
fn raw(tag: &Tag) -> TokenSinkResult<()> {
    match &*tag.name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        _ => TokenSinkResult::Continue,
    }
}
