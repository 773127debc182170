//! XML as the readers of documents need it: names without their prefixes, attributes, text with its entities resolved, a bound on depth.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::budget::check_depth;
use super::error::{DocumentError, Format};

/// What a document consists of.
pub enum Node<'a> {
    Start(Element<'a>),
    /// The name without its prefix.
    End(&'a str),
    Text(&'a str),
}

pub struct Element<'a>(&'a BytesStart<'a>);

impl Element<'_> {
    /// The name without its prefix: producers choose their own.
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// An attribute by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|attribute| local(attribute.key.0) == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).map_or_else(|_| found.value.to_string(), |value| value.into_owned()))
    }

    /// All attributes of a name; a careless file may have it twice.
    pub fn attributes(&self, name: &str) -> Vec<String> {
        let mut attributes = self.0.attributes();
        let named = attributes.with_checks(false).flatten().filter(|attribute| local(attribute.key.0) == name);
        named.map(|attribute| attribute.value.into_owned()).collect()
    }

    /// The length of the tag in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn count(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute that is true by default says no: `w:val="false"`.
    pub fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Hands every element and text to the reader, in order. `format` names what is broken where it is.
pub fn read(xml: &str, format: Format, mut each: impl FnMut(Node) -> Result<(), DocumentError>) -> Result<(), DocumentError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| DocumentError::Broken(format))? {
            Event::Start(element) => {
                depth += 1;
                check_depth(depth)?;
                each(Node::Start(Element(&element)))?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                each(Node::End(local(element.name().0)))?;
            }
            Event::Text(text) => each(Node::Text(&text.xml10_content()))?,
            Event::CData(text) => each(Node::Text(&text.xml10_content()))?,
            Event::GeneralRef(reference) => {
                let own = reference.resolve_char_ref().ok().flatten();
                let named = quick_xml::escape::resolve_xml_entity(&reference);
                match own {
                    Some(character) => each(Node::Text(character.encode_utf8(&mut [0; 4])))?,
                    // An entity of the file's own could unfold without end; it is left as it stands.
                    None => each(Node::Text(named.unwrap_or_default()))?,
                }
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(DocumentError::Broken(format)),
            _ => {}
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
