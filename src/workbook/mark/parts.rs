//! The parts of a file while it is changed.

use crate::workbook::package::{Archive, Unreadable};
use quick_xml::escape::escape;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// All parts, in the order of the file.
pub struct Package {
    order: Vec<String>,
    parts: BTreeMap<String, Vec<u8>>,
}

/// A part that can't be changed.
pub fn failed(part: &str, why: &dyn Display) -> Unreadable {
    Unreadable { message: crate::words::workbook::damaged(part, why), hints: Vec::new() }
}

/// The text of a part.
pub fn text_of(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.trim_start_matches('\u{feff}').to_owned()
}

impl Package {
    pub fn read(archive: &mut Archive<'_>) -> Result<Self, Unreadable> {
        let order: Vec<String> =
            archive.names().into_iter().filter(|name| !name.ends_with('/')).collect();
        let mut parts = BTreeMap::new();
        for name in &order {
            parts.insert(name.clone(), archive.part(name)?);
        }
        Ok(Self { order, parts })
    }

    pub fn part(&self, path: &str) -> Result<&[u8], Unreadable> {
        let part = self.parts.get(path);
        part.map(Vec::as_slice).ok_or_else(|| failed(path, &"?"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.parts.contains_key(path)
    }

    pub fn set(&mut self, path: &str, bytes: Vec<u8>) {
        if self.parts.insert(path.to_owned(), bytes).is_none() {
            self.order.push(path.to_owned());
        }
    }

    /// A path that no part has yet.
    pub fn free(&self, stem: &str, ending: &str) -> String {
        let mut number = 1;
        loop {
            let path = format!("{stem}{number}.{ending}");
            if !self.has(&path) {
                return path;
            }
            number += 1;
        }
    }

    /// Relates a part to another; the key of the relation.
    pub fn relate(&mut self, from: &str, kind: &str, target: &str) -> Result<String, Unreadable> {
        let path = crate::workbook::package::relations_of(from);
        let old = match self.parts.get(&path) {
            Some(bytes) => text_of(bytes),
            None => format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{RELATIONS}\"></Relationships>"
            ),
        };
        let mut number = 1;
        while old.contains(&format!("\"cpMark{number}\"")) {
            number += 1;
        }
        let id = format!("cpMark{number}");
        let prefix = prefix(&old, "Relationships");
        let entry = format!(
            "<{prefix}Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"/{}\"/>",
            escape(target)
        );
        let new = before_end(&old, "Relationships", &entry)
            .ok_or_else(|| failed(&path, &"Relationships"))?;
        self.set(&path, new.into_bytes());
        Ok(id)
    }

    /// Names the type of a part, or of all with an ending.
    pub fn name_type(&mut self, entry: &str, there: &str) -> Result<(), Unreadable> {
        let path = "[Content_Types].xml";
        let old = text_of(self.part(path)?);
        if old.contains(there) {
            return Ok(());
        }
        let prefix = prefix(&old, "Types");
        let entry = entry.replacen('<', &format!("<{prefix}"), 1);
        let new = before_end(&old, "Types", &entry).ok_or_else(|| failed(path, &"Types"))?;
        self.set(path, new.into_bytes());
        Ok(())
    }

    /// The file.
    pub fn zipped(&self) -> Result<Vec<u8>, Unreadable> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in &self.order {
            let bytes = self.part(name)?;
            zip.start_file(name.as_str(), options).map_err(|why| failed(name, &why))?;
            zip.write_all(bytes).map_err(|why| failed(name, &why))?;
        }
        let file = zip.finish().map_err(|why| failed("zip", &why))?;
        Ok(file.into_inner())
    }
}

/// The prefix with which a text writes an element, colon included.
pub fn prefix(xml: &str, element: &str) -> String {
    for (at, _) in xml.match_indices(element) {
        let after = xml[at + element.len()..].chars().next();
        if !after.is_some_and(|next| next.is_whitespace() || "/>".contains(next)) {
            continue;
        }
        let Some(open) = xml[..at].rfind('<') else {
            continue;
        };
        let prefix = &xml[open + 1..at];
        let word = prefix
            .strip_suffix(':')
            .is_some_and(|prefix| prefix.chars().all(char::is_alphanumeric));
        if prefix.is_empty() || word {
            return prefix.to_owned();
        }
    }
    String::new()
}

/// A text with something before the last end of an element; an element that is
/// empty is opened.
pub fn before_end(xml: &str, element: &str, entry: &str) -> Option<String> {
    let name = format!("{}{element}", prefix(xml, element));
    if let Some(at) = xml.rfind(&format!("</{name}>")) {
        return Some(format!("{}{entry}{}", &xml[..at], &xml[at..]));
    }
    let open = xml.rfind(&format!("<{name}"))?;
    let close = open + xml[open..].find("/>")?;
    Some(format!("{}>{entry}</{name}>{}", &xml[..close], &xml[close + 2..]))
}
