//! The parts of a docx in their zip file.

use super::xml::{Element, element, part};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A part of the package, in the order in which it is written.
pub struct Part {
    /// Its path in the zip file.
    pub path: String,
    /// What it holds, as the content types name it; none for what goes by the
    /// ending of the path.
    pub kind: Option<&'static str>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Part {
    /// A part of XML.
    ///
    /// # Errors
    ///
    /// As [`part`].
    pub fn xml(path: &str, kind: &'static str, root: &Element) -> std::io::Result<Self> {
        Ok(Self { path: path.to_owned(), kind: Some(kind), bytes: part(root)? })
    }
}

/// A relation from one part to another.
pub struct Relation {
    /// Its key.
    pub id: String,
    /// Last part of its type.
    pub kind: &'static str,
    /// The other part, from the folder of the one.
    pub target: String,
}

const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// The bytes of a list of relations.
///
/// # Errors
///
/// As [`part`].
pub fn relations(relations: &[Relation]) -> std::io::Result<Vec<u8>> {
    let one = |relation: &Relation| {
        let kind = match relation.kind {
            "core-properties" => CORE.to_owned(),
            kind => format!("{OFFICE}/{kind}"),
        };
        element("Relationship")
            .with("Id", &relation.id)
            .with("Type", kind)
            .with("Target", &relation.target)
    };
    let all = element("Relationships").with("xmlns", RELATIONS);
    part(&all.children(relations.iter().map(one)))
}

/// The content types of the parts.
fn content_types(parts: &[Part]) -> Element {
    let by_ending = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
    ];
    let defaults = by_ending.map(|(ending, kind)| {
        element("Default").with("Extension", ending).with("ContentType", kind)
    });
    let overrides = parts.iter().filter_map(|part| {
        let one = element("Override").with("PartName", format!("/{}", part.path));
        Some(one.with("ContentType", part.kind?))
    });
    element("Types").with("xmlns", CONTENT_TYPES).children(defaults).children(overrides)
}

/// The zip file of the parts: the same bytes for the same parts.
///
/// # Errors
///
/// When the zip format has no room for them.
pub fn package(parts: &[Part]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("[Content_Types].xml", options)?;
    zip.write_all(&part(&content_types(parts))?)?;
    for part in parts {
        zip.start_file(part.path.as_str(), options)?;
        zip.write_all(&part.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
