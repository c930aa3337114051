//! Formats of marked cells: those the cells have, with a ground of their own.

use super::parts::{Package, before_end, failed, prefix, text_of};
use crate::diagnostic::Severity;
use crate::workbook::package::{Archive, Unreadable};
use std::collections::BTreeMap;

/// Grounds of errors and of warnings.
const GROUNDS: [(Severity, &str); 2] =
    [(Severity::Error, "FFFFC7CE"), (Severity::Warning, "FFFFEB9C")];

/// The formats of the workbook.
pub struct Colours {
    path: String,
    xml: String,
    /// The formats of cells, as they stand there.
    formats: Vec<String>,
    /// How many fills there were.
    fills: usize,
    /// Formats added so far.
    added: Vec<String>,
    known: BTreeMap<(usize, Severity), usize>,
}

impl Colours {
    pub fn new(package: &mut Package, archive: &mut Archive<'_>) -> Result<Self, Unreadable> {
        let workbook = archive.workbook()?;
        let relations = archive.relations(&workbook)?;
        let styles = relations.values().find(|(kind, path)| kind == "styles" && package.has(path));
        let path = styles.map_or_else(|| "xl/styles.xml".to_owned(), |(_, path)| path.clone());
        let xml = text_of(package.part(&path)?);
        let missing = |element: &str| failed(&path, &element);
        let inside = inside(&xml, "cellXfs").ok_or_else(|| missing("cellXfs"))?;
        let formats = elements(inside, "xf");
        let fills =
            elements(self::inside(&xml, "fills").ok_or_else(|| missing("fills"))?, "fill").len();
        Ok(Self { path, formats, fills, added: Vec::new(), known: BTreeMap::new(), xml })
    }

    /// The format of a marked cell that has a format already.
    pub fn of(&mut self, format: usize, severity: Severity) -> usize {
        if let Some(known) = self.known.get(&(format, severity)) {
            return *known;
        }
        let ground = GROUNDS.iter().position(|(known, _)| *known == severity).unwrap_or(0);
        let name = format!("{}xf", prefix(&self.xml, "cellXfs"));
        let plain = format!("<{name} numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
        let old =
            self.formats.get(format).or_else(|| self.formats.first()).cloned().unwrap_or(plain);
        let new = with(&with(&old, "fillId", &(self.fills + ground).to_string()), "applyFill", "1");
        let index = self.formats.len() + self.added.len();
        self.added.push(new);
        self.known.insert((format, severity), index);
        index
    }

    /// Writes the formats.
    pub fn finish(self, package: &mut Package) {
        let prefix = prefix(&self.xml, "fills");
        let fill = |(_, colour): &(Severity, &str)| {
            format!(
                "<{prefix}fill><{prefix}patternFill patternType=\"solid\"><{prefix}fgColor rgb=\"{colour}\"/>\
                 <{prefix}bgColor indexed=\"64\"/></{prefix}patternFill></{prefix}fill>"
            )
        };
        let fills: String = GROUNDS.iter().map(fill).collect();
        let formats = self.formats.len() + self.added.len();
        let changed = before_end(&self.xml, "fills", &fills)
            .and_then(|xml| before_end(&xml, "cellXfs", &self.added.concat()))
            .map(|xml| counted(&xml, "fills", self.fills + GROUNDS.len()))
            .map(|xml| counted(&xml, "cellXfs", formats));
        if let Some(xml) = changed {
            package.set(&self.path, xml.into_bytes());
        }
    }
}

/// What stands inside the first element of a name.
fn inside<'x>(xml: &'x str, element: &str) -> Option<&'x str> {
    let name = format!("{}{element}", prefix(xml, element));
    let open = xml.find(&format!("<{name}"))?;
    let start = open + xml[open..].find('>')? + 1;
    if xml[..start].ends_with("/>") {
        return Some("");
    }
    let end = start + xml[start..].find(&format!("</{name}>"))?;
    Some(&xml[start..end])
}

/// The elements of a name, each with all it holds.
fn elements(xml: &str, element: &str) -> Vec<String> {
    let name = format!("{}{element}", prefix(xml, element));
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find(&open) {
        let one = &rest[at..];
        let after = one[open.len()..].chars().next();
        let Some(tag) = one
            .find('>')
            .filter(|_| after.is_some_and(|next| next.is_whitespace() || "/>".contains(next)))
        else {
            rest = &one[open.len()..];
            continue;
        };
        let end = if one[..=tag].ends_with("/>") {
            tag + 1
        } else {
            one.find(&close).map_or(one.len(), |end| end + close.len())
        };
        found.push(one[..end].to_owned());
        rest = &one[end..];
    }
    found
}

/// An element with an attribute set.
fn with(element: &str, name: &str, value: &str) -> String {
    let end = element.find('>').unwrap_or(element.len());
    let tag = &element[..end];
    let key = format!(" {name}=\"");
    if let Some(at) = tag.find(&key) {
        let from = at + key.len();
        let to = from + element[from..].find('"').unwrap_or(0);
        return format!("{}{value}{}", &element[..from], &element[to..]);
    }
    let head =
        tag.find(|letter: char| letter.is_whitespace() || letter == '/').unwrap_or(tag.len());
    format!("{} {name}=\"{value}\"{}", &element[..head], &element[head..])
}

/// A text in which an element states how many it holds.
fn counted(xml: &str, element: &str, count: usize) -> String {
    let name = format!("{}{element}", prefix(xml, element));
    let Some(at) = xml.find(&format!("<{name}")) else {
        return xml.to_owned();
    };
    format!("{}{}", &xml[..at], with(&xml[at..], "count", &count.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{elements, inside, with};

    #[test]
    fn formats_are_taken_apart_and_changed() {
        let xml =
            "<s><cellXfs count=\"2\"><xf a=\"1\"/><xf fillId=\"0\"><alignment/></xf></cellXfs></s>";
        let formats = elements(inside(xml, "cellXfs").unwrap(), "xf");
        assert_eq!(formats, ["<xf a=\"1\"/>", "<xf fillId=\"0\"><alignment/></xf>"]);
        assert_eq!(with(&formats[0], "fillId", "7"), "<xf fillId=\"7\" a=\"1\"/>");
        assert_eq!(with(&formats[1], "fillId", "7"), "<xf fillId=\"7\"><alignment/></xf>");
        assert_eq!(with("<xf/>", "b", "1"), "<xf b=\"1\"/>");
        assert_eq!(inside("<fills/>", "fills"), Some(""));
        assert_eq!(elements("<fills><x:fill/></fills>", "fill"), ["<x:fill/>"]);
    }
}
