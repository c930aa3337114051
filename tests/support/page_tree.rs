//! A page as a tree. It is written so that little lacks to be XML, and XML is
//! read strictly: every element closed where it should be, no attribute twice.

use roxmltree::{Document, Node, ParsingOptions};

/// Elements without an end.
const VOID: [&str; 2] = ["<meta ", "<br"];
/// Attributes without a value.
const BARE: [&str; 3] = [" hidden", " open", " data-sort"];

/// The page with what XML asks for: ends, values, and texts that are no markup
/// marked as such.
pub fn xml(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("an end of a tag") + 1;
        let mut tag = rest[start..end].to_owned();
        for bare in BARE {
            for after in [" ", ">"] {
                tag = tag.replace(&format!("{bare}{after}"), &format!("{bare}=\"\"{after}"));
            }
        }
        if VOID.iter().any(|void| tag.starts_with(void)) {
            tag.insert(tag.len() - 1, '/');
        }
        out.push_str(&rest[..start]);
        out.push_str(&tag);
        rest = &rest[end..];
        for text in ["style", "script"] {
            if tag == format!("<{text}>") {
                let end = rest.find(&format!("</{text}>")).expect("an end of a text");
                out.push_str("<![CDATA[");
                out.push_str(&rest[..end]);
                out.push_str("]]>");
                rest = &rest[end..];
            }
        }
    }
    out + rest
}

/// Reads a page turned into XML.
pub fn parse(xml: &str) -> Document<'_> {
    let options =
        ParsingOptions { allow_dtd: true, nodes_limit: u32::MAX, ..ParsingOptions::default() };
    Document::parse_with_options(xml, options).unwrap_or_else(|error| {
        let line = xml.lines().nth(error.pos().row as usize - 1).unwrap_or_default();
        let from = (error.pos().col as usize).saturating_sub(80);
        let near: String = line.chars().skip(from).take(160).collect();
        panic!("not well formed: {error}: {near}")
    })
}

/// The elements below a node with one of these names.
pub fn named<'a, 'i>(within: Node<'a, 'i>, names: &[&str]) -> Vec<Node<'a, 'i>> {
    let all = within.descendants();
    all.filter(|node| node.is_element() && names.contains(&node.tag_name().name())).collect()
}

/// The elements below a node with this attribute.
pub fn having<'a, 'i>(within: Node<'a, 'i>, attribute: &str) -> Vec<Node<'a, 'i>> {
    within.descendants().filter(|node| node.has_attribute(attribute)).collect()
}

/// The elements below a node of a class.
pub fn classed<'a, 'i>(within: Node<'a, 'i>, class: &str) -> Vec<Node<'a, 'i>> {
    within.descendants().filter(|node| has_class(*node, class)).collect()
}

/// Whether an element is of a class.
pub fn has_class(node: Node, class: &str) -> bool {
    let classes = node.attribute("class").unwrap_or_default();
    classes.split(' ').any(|one| one == class)
}

/// All text in a node.
pub fn told(node: Node) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}
