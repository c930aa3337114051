//! XML: elements as values, and the text of a part.

use crate::domain::printable;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Child {
    Element(Element),
    Text(String),
}

/// An empty element.
pub fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new() }
}

/// An element of WordprocessingML that holds one value.
#[allow(clippy::needless_pass_by_value)] // texts and numbers alike
pub fn value(name: &'static str, value: impl ToString) -> Element {
    element(name).with("w:val", value)
}

impl Element {
    /// The element with an attribute more.
    #[allow(clippy::needless_pass_by_value)] // texts and numbers alike
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let value = printable(&value.to_string()).into_owned();
        self.attributes.push((name, value));
        self
    }

    /// The element with a child more.
    pub fn child(mut self, child: Self) -> Self {
        self.children.push(Child::Element(child));
        self
    }

    /// The element with more children.
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        let children = children.into_iter();
        self.children.extend(children.map(Child::Element));
        self
    }

    /// The element with a text. A sign stands for characters that XML has no
    /// way to write.
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Child::Text(printable(text).into_owned()));
        self
    }
}

/// A part: the declaration and the element.
///
/// # Errors
///
/// None in memory; the writer's interface has them.
pub fn part(root: &Element) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    write(root, &mut writer)?;
    Ok(writer.into_inner())
}

fn write(element: &Element, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let mut start = BytesStart::new(element.name);
    for (name, value) in &element.attributes {
        start.push_attribute((*name, value.as_str()));
    }
    if element.children.is_empty() {
        return writer.write_event(Event::Empty(start));
    }
    writer.write_event(Event::Start(start))?;
    for child in &element.children {
        match child {
            Child::Element(child) => write(child, writer)?,
            Child::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
        }
    }
    writer.write_event(Event::End(BytesEnd::new(element.name)))
}

#[cfg(test)]
mod tests {
    use super::{element, part};

    #[test]
    fn markup_in_texts_and_values_is_escaped() {
        let root = element("a").with("b", "\"<&").text("<x> & \u{1}\u{b}y");
        let text = String::from_utf8(part(&root).expect("a part")).expect("a text");
        let (_, body) = text.split_once("?>").expect("a declaration");
        assert_eq!(body, "<a b=\"&quot;&lt;&amp;\">&lt;x&gt; &amp; \u{fffd}\u{fffd}y</a>");
    }
}
