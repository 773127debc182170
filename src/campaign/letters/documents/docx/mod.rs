//! Reads DOCX: the letter itself with its tables and text boxes, what stands at the top and the foot of its pages, its notes. What was
//! deleted, moved away, struck out or hidden is no part of the letter.

mod story;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::archive::Archive;
use super::assembly::Assembly;
use super::budget::Budget;
use super::encoding::xml_text;
use super::error::{DocumentError, Format};
use super::part::{Part, Role};
use super::xml::{self, Node};
use story::{Notes, Story};

/// The letter's own file, as the container names it; none where the container holds no letter.
pub fn main_member(archive: &mut Archive, budget: &mut Budget) -> Result<Option<String>, DocumentError> {
    if archive.has("word/document.xml") {
        return Ok(Some("word/document.xml".to_owned()));
    }
    // Some exporters call it otherwise; the container's own relationships name it. What is wrong with them is said by whoever opens it.
    let Some(bytes) = archive.member("_rels/.rels", Format::Docx, budget)? else { return Ok(None) };
    let mut main = None;
    let read = xml_text(bytes).and_then(|xml| {
        xml::read(&xml, Format::Docx, |node| {
            if let Node::Start(element) = node
                && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                main = element.attribute("Target").map(|target| target.trim_start_matches('/').to_owned());
            }
            Ok(())
        })
    });
    let main = main.filter(|_| read.is_ok());
    Ok(main.filter(|name| name.starts_with("word/") && archive.has(name)))
}

pub fn read(archive: &mut Archive, main: &str, budget: &mut Budget) -> Result<Vec<Part>, DocumentError> {
    let text = |archive: &mut Archive, name: &str, budget: &mut Budget| -> Result<Option<String>, DocumentError> {
        archive.member(name, Format::Docx, budget)?.map(xml_text).transpose()
    };
    let hidden_styles = match text(archive, "word/styles.xml", budget)? {
        Some(styles) => hidden_styles(&styles)?,
        None => Vec::new(),
    };
    let mut notes = Notes::new();
    for (member, mark) in [("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"), ("word/comments.xml", "comment")] {
        if let Some(xml) = text(archive, member, budget)? {
            let mut none = Assembly::default();
            let read = Story::new(Role::Note, &Notes::new(), &hidden_styles, &mut none, budget).read(&xml)?;
            notes.insert(mark, read);
        }
    }
    let mut assembly = Assembly::default();
    let names = archive.names();
    let pages = |archive: &mut Archive, prefix: &str, role, assembly: &mut Assembly, budget: &mut Budget| {
        for name in names.iter().filter(|name| name.starts_with(prefix) && name.ends_with(".xml")) {
            if let Some(xml) = text(archive, name, budget)? {
                Story::new(role, &notes, &hidden_styles, assembly, budget).read(&xml)?;
            }
        }
        Ok(())
    };
    pages(archive, "word/header", Role::PageHeader, &mut assembly, budget)?;
    let body = archive.member(main, Format::Docx, budget)?.ok_or(DocumentError::Broken(Format::Docx))?;
    Story::new(Role::Body, &notes, &hidden_styles, &mut assembly, budget).read(&xml_text(body)?)?;
    for note in notes.values().flat_map(BTreeMap::values).filter(|note| !note.is_empty()) {
        assembly.paragraph(Role::Note, note, Vec::new())?;
    }
    pages(archive, "word/footer", Role::PageFooter, &mut assembly, budget)?;
    Ok(assembly.into_parts())
}

/// The styles whose text is not shown.
fn hidden_styles(xml: &str) -> Result<Vec<String>, DocumentError> {
    let (mut hidden, mut style) = (Vec::new(), None);
    xml::read(xml, Format::Docx, |node| {
        match node {
            Node::Start(element) if element.name() == "style" => style = element.attribute("styleId"),
            Node::Start(element) if element.name() == "vanish" && element.is_on() => hidden.extend(style.take()),
            Node::End("style") => style = None,
            _ => {}
        }
        Ok(())
    })?;
    Ok(hidden)
}
