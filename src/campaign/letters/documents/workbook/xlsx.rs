//! Looks through the sheets of an XLSX for what calamine does not tell: hidden rows and columns, merged cells, formulas that were never
//! calculated, comments, words that number formats add.

use std::collections::BTreeMap;

use super::super::archive::Archive;
use super::super::budget::Budget;
use super::super::encoding::xml_text;
use super::super::error::{DocumentError, Format};
use super::super::xml::{self, Element, Node};
use super::formats::Formats;
use super::grid::{area, place};
use super::layout::{Layout, Place};

/// The layouts by the sheets' names.
pub fn layouts(archive: &mut Archive) -> Result<BTreeMap<String, Layout>, DocumentError> {
    // The size of all members is checked already; here each is read once more.
    let mut budget = Budget::new();
    let mut text = |archive: &mut Archive, name: &str| -> Result<Option<String>, DocumentError> {
        archive.member(name, Format::Workbook, &mut budget)?.map(xml_text).transpose()
    };
    let Some(workbook) = text(archive, "xl/workbook.xml")? else { return Ok(BTreeMap::new()) };
    let relations = text(archive, "xl/_rels/workbook.xml.rels")?.map_or_else(|| Ok(Vec::new()), |xml| relations(&xml, "xl/"))?;
    let formats = text(archive, "xl/styles.xml")?.map_or_else(|| Ok(Formats::default()), |xml| Formats::read(&xml))?;
    let mut layouts = BTreeMap::new();
    for (name, id) in sheets(&workbook)? {
        let Some(path) = relations.iter().find(|relation| relation.id == id).map(|relation| relation.path.clone()) else { continue };
        let mut layout = text(archive, &path)?.map_or_else(|| Ok(Layout::default()), |xml| layout(&xml, &formats))?;
        if let Some((folder, file)) = path.rsplit_once('/')
            && let Some(own) = text(archive, &format!("{folder}/_rels/{file}.rels"))?
        {
            let relations = relations_of(&own, folder)?;
            // Comments as they were before Excel 2019, and those that are answered, which stand in files of their own.
            for (kind, element, words) in [("/comments", "comment", "t"), ("/threadedComment", "threadedComment", "text")] {
                for comments in relations.iter().filter(|relation| relation.kind.ends_with(kind)) {
                    if let Some(xml) = text(archive, &comments.path)? {
                        layout.notes.extend(notes(&xml, element, words)?);
                    }
                }
            }
        }
        layouts.insert(name, layout);
    }
    Ok(layouts)
}

struct Relation {
    id: String,
    kind: String,
    path: String,
}

fn relations_of(xml: &str, folder: &str) -> Result<Vec<Relation>, DocumentError> {
    relations(xml, &format!("{folder}/"))
}

/// The relations of a file in a folder; their paths from the container's root.
fn relations(xml: &str, folder: &str) -> Result<Vec<Relation>, DocumentError> {
    let mut found = Vec::new();
    xml::read(xml, Format::Workbook, |node| {
        if let Node::Start(element) = node
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            let path = match (target.strip_prefix('/'), target.strip_prefix("../")) {
                (Some(absolute), _) => absolute.to_owned(),
                (_, Some(above)) => format!("xl/{above}"),
                _ => format!("{folder}{target}"),
            };
            found.push(Relation { id, kind: element.attribute("Type").unwrap_or_default(), path });
        }
        Ok(())
    })?;
    Ok(found)
}

/// The sheets' names and the numbers of their relations.
fn sheets(xml: &str) -> Result<Vec<(String, String)>, DocumentError> {
    let mut found = Vec::new();
    xml::read(xml, Format::Workbook, |node| {
        if let Node::Start(element) = node
            && element.name() == "sheet"
            && let (Some(name), Some(id)) = (element.attribute("name"), element.attribute("id"))
        {
            found.push((name, id));
        }
        Ok(())
    })?;
    Ok(found)
}

fn layout(xml: &str, formats: &Formats) -> Result<Layout, DocumentError> {
    let mut layout = Layout::default();
    let mut at = (0, 0);
    let mut next = (0_u32, 0_u32);
    let (mut formula, mut value, mut in_value, mut style) = (false, false, false, None);
    xml::read(xml, Format::Workbook, |node| {
        match node {
            Node::Start(element) => match element.name() {
                "col" if is_on(&element, "hidden") => {
                    let column = |name| element.count(name).and_then(|n| u32::try_from(n).ok()).and_then(|n| n.checked_sub(1));
                    layout.hidden_columns.extend(column("min").zip(column("max")));
                }
                "row" => {
                    let row = element.count("r").and_then(|n| u32::try_from(n).ok()).and_then(|n| n.checked_sub(1)).unwrap_or(next.0);
                    next = (row.saturating_add(1), 0);
                    at = (row, 0);
                    if is_on(&element, "hidden") {
                        layout.hidden_rows.push((row, row));
                    }
                }
                "c" => {
                    at = element.attribute("r").and_then(|name| place(&name)).unwrap_or((at.0, next.1));
                    next.1 = at.1.saturating_add(1);
                    (formula, value) = (false, false);
                    style = element.count("s");
                }
                "f" => formula = true,
                "v" | "is" => in_value = true,
                "mergeCell" => layout.merged.extend(element.attribute("ref").and_then(|name| area(&name))),
                _ => {}
            },
            Node::Text(text) => value |= in_value && !text.is_empty(),
            Node::End("v" | "is") => in_value = false,
            Node::End("c") => {
                if formula && !value {
                    layout.not_calculated.push(at);
                }
                if let Some(affixes) = style.filter(|_| value).and_then(|style| formats.affixes(style)) {
                    layout.affixes.push((at, affixes));
                }
            }
            Node::End(_) => {}
        }
        Ok(())
    })?;
    Ok(layout)
}

fn is_on(element: &Element, name: &str) -> bool {
    matches!(element.attribute(name).as_deref(), Some("1" | "true" | "on"))
}

/// The comments of a sheet by their cells: what each is called, and the elements of its words.
fn notes(xml: &str, comment: &str, words: &str) -> Result<Vec<(Place, String)>, DocumentError> {
    let (mut found, mut at, mut text, mut in_text) = (Vec::new(), None, String::new(), false);
    xml::read(xml, Format::Workbook, |node| {
        match node {
            Node::Start(element) if element.name() == comment => at = element.attribute("ref").and_then(|name| place(&name)),
            Node::Start(element) if element.name() == words => in_text = true,
            Node::Text(piece) if in_text => text.push_str(piece),
            Node::End(name) if name == words => in_text = false,
            Node::End(name) if name == comment => {
                let note = std::mem::take(&mut text);
                found.extend(at.take().filter(|_| !note.trim().is_empty()).map(|at| (at, note.trim().to_owned())));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}
