//! The parts of the file, inflated within a limit.

use super::text::attribute;
use super::{MOST_BYTES, OLD, Unreadable};
use crate::words::workbook as words;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most parts of a file.
const MOST_PARTS: usize = 4096;

/// Relations of a part: their keys with the kind and the target.
pub type Parts = BTreeMap<String, (String, String)>;

/// The file.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be inflated.
    left: u64,
}

impl<'b> Archive<'b> {
    /// Opens a file.
    ///
    /// # Errors
    ///
    /// When it is no zip file, or not a new one.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        if bytes.starts_with(OLD) {
            return Err(Unreadable {
                message: words::old_format(),
                hints: vec![words::save_as_xlsx()],
            });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable {
            message: words::not_a_workbook(),
            hints: vec![words::save_as_xlsx()],
        })?;
        if zip.len() > MOST_PARTS {
            return Err(Unreadable::new(words::not_a_workbook()));
        }
        Ok(Self { zip, left: MOST_BYTES })
    }

    /// The names of all parts, in the order of the file.
    pub fn names(&self) -> Vec<String> {
        let name = |index| Some(self.zip.name_for_index(index)?.ok()?.into_owned());
        (0..self.zip.len()).filter_map(name).collect()
    }

    /// Whether there is a part.
    pub fn has(&self, path: &str) -> bool {
        self.zip.index_for_name(path).is_some()
    }

    /// The bytes of a part.
    ///
    /// # Errors
    ///
    /// When there is none, or it is damaged or too large.
    pub fn part(&mut self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let file = self.zip.by_name(path);
        let file = file.map_err(|why| Unreadable::damaged(path, &why))?;
        let mut bytes = Vec::new();
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|why| Unreadable::damaged(path, &why))?;
        let taken = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if taken > self.left {
            return Err(Unreadable::new(words::too_large(MOST_BYTES / 1024 / 1024)));
        }
        self.left -= taken;
        Ok(bytes)
    }

    /// The path of the workbook part.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn workbook(&mut self) -> Result<String, Unreadable> {
        let relations = self.relations("")?;
        let found = relations.values().find(|(kind, _)| kind == "officeDocument");
        match found {
            Some((_, target)) => Ok(target.clone()),
            None => Err(Unreadable {
                message: words::not_a_workbook(),
                hints: vec![words::save_as_xlsx()],
            }),
        }
    }

    /// The bytes of the part of a kind that belongs to the workbook.
    ///
    /// # Errors
    ///
    /// As [`Archive::part`].
    pub fn find_part(&mut self, kind: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let workbook = self.workbook()?;
        let relations = self.relations(&workbook)?;
        let found = relations.values().find(|(known, _)| known == kind);
        match found {
            Some((_, path)) if self.has(path) => self.part(path).map(Some),
            _ => Ok(None),
        }
    }

    /// The relations of a part, or of the file itself; none where the part has
    /// none. Links to places outside the file are left out.
    ///
    /// # Errors
    ///
    /// When they are damaged.
    pub fn relations(&mut self, of: &str) -> Result<Parts, Unreadable> {
        let path = relations_of(of);
        let mut parts = Parts::new();
        if !self.has(&path) {
            return Ok(parts);
        }
        let xml = self.part(&path)?;
        let mut reader = Reader::from_reader(xml.as_slice());
        loop {
            let event = reader.read_event();
            match event.map_err(|why| Unreadable::damaged(&path, &why))? {
                Event::Eof => return Ok(parts),
                Event::Start(tag) | Event::Empty(tag)
                    if tag.local_name().as_ref() == "Relationship" =>
                {
                    let get = |name: &str| attribute(&tag, name).unwrap_or_default();
                    if get("TargetMode") == "External" {
                        continue;
                    }
                    let kind = get("Type");
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    parts.insert(get("Id"), (kind, resolved(of, &get("Target"))));
                }
                _ => {}
            }
        }
    }
}

/// The path of the relations of a part.
pub fn relations_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The path of a target, from the folder of the part that names it.
pub fn resolved(of: &str, target: &str) -> String {
    let from = if target.starts_with('/') {
        ""
    } else {
        of.rsplit_once('/').map_or("", |(folder, _)| folder)
    };
    let mut path: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::{relations_of, resolved};

    #[test]
    fn targets_are_found_from_the_part_that_names_them() {
        assert_eq!(
            resolved("xl/workbook.xml", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(resolved("xl/worksheets/sheet1.xml", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved("xl/workbook.xml", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("", "../../etc/passwd"), "etc/passwd");
        assert_eq!(relations_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(relations_of(""), "_rels/.rels");
    }
}
