//! The parts of a docx, read by another crate than the one that writes them.

use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The texts of a docx's parts of XML, by path.
pub struct Parts(pub BTreeMap<String, String>);

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

impl Parts {
    pub fn read(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut parts = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).expect("a part");
            let name = file.name().expect("a name").into_owned();
            if !name.starts_with("word/media/") {
                let mut text = String::new();
                file.read_to_string(&mut text).expect("a text");
                parts.insert(name, text);
            }
        }
        Self(parts)
    }

    pub fn xml(&self, path: &str) -> Document<'_> {
        let text = self.0.get(path).unwrap_or_else(|| panic!("no {path}"));
        Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

pub fn is(node: &Node, name: &str) -> bool {
    node.has_tag_name((W, name))
}

pub fn children<'a, 'b>(
    node: Node<'a, 'b>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'b>> {
    node.children().filter(move |child| is(child, name))
}

pub fn all<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    node.descendants().filter(move |child| is(child, name))
}

/// The first element of a name below a node.
pub fn first<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> Option<Node<'a, 'b>> {
    all(node, name).next()
}

pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}

/// A number in an attribute of the first element of a name below a node.
pub fn number(node: Node, name: &'static str, of: &str) -> i64 {
    let found = first(node, name).and_then(|one| attribute(one, of));
    let found = found.unwrap_or_else(|| panic!("no {of} of {name}"));
    found.parse().expect("a number")
}

/// The text of a paragraph, its lines apart.
pub fn text(node: Node) -> String {
    let mut text = String::new();
    for one in node.descendants() {
        if is(&one, "br") {
            text.push('\n');
        } else if is(&one, "t") {
            text.push_str(one.text().unwrap_or_default());
        }
    }
    text
}

/// The key of a paragraph's style.
pub fn style<'a>(paragraph: Node<'a, '_>) -> &'a str {
    let found = first(paragraph, "pStyle").and_then(|one| attribute(one, "val"));
    found.unwrap_or("Normal")
}

/// A section: its properties and what is on its pages.
pub struct Section<'a, 'b> {
    pub properties: Node<'a, 'b>,
    pub blocks: Vec<Node<'a, 'b>>,
}

/// The sections of the document.
pub fn sections<'a, 'b>(document: &'a Document<'b>) -> Vec<Section<'a, 'b>> {
    let body = first(document.root(), "body").expect("a body");
    let mut sections = Vec::new();
    let mut blocks = Vec::new();
    for block in body.children().filter(Node::is_element) {
        if is(&block, "sectPr") {
            let blocks = std::mem::take(&mut blocks);
            sections.push(Section { properties: block, blocks });
        } else if let Some(properties) = first(block, "sectPr") {
            let blocks = std::mem::take(&mut blocks);
            sections.push(Section { properties, blocks });
        } else {
            blocks.push(block);
        }
    }
    assert!(blocks.is_empty(), "something after the last section");
    sections
}
