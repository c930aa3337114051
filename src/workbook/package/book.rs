//! The list of sheets.

use super::archive::Archive;
use super::text::attribute;
use super::{MOST_CELLS, Unreadable};
use crate::words::workbook as words;
use quick_xml::Reader;
use quick_xml::events::Event;

/// A sheet and where its cells are.
#[derive(Clone, Debug)]
pub struct SheetPart {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The path of its part.
    pub path: String,
}

/// Most sheets of a workbook.
const MOST_SHEETS: usize = 512;

/// The sheets in order, and whether days count from 1904.
///
/// # Errors
///
/// When the part is damaged.
pub fn sheets(archive: &mut Archive<'_>) -> Result<(Vec<SheetPart>, bool), Unreadable> {
    let path = archive.workbook()?;
    let relations = archive.relations(&path)?;
    let xml = archive.part(&path)?;
    let mut reader = Reader::from_reader(xml.as_slice());
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    loop {
        let event = reader.read_event();
        match event.map_err(|why| Unreadable::damaged(&path, &why))? {
            Event::Eof => return Ok((sheets, from_1904)),
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "workbookPr" => {
                    let value = attribute(&tag, "date1904").unwrap_or_default();
                    from_1904 = matches!(value.as_str(), "1" | "true" | "on");
                }
                "sheet" => {
                    let relation = attribute(&tag, "id").unwrap_or_default();
                    let hidden = attribute(&tag, "state").is_some_and(|state| state != "visible");
                    let target = relations.get(&relation).filter(|(kind, _)| kind == "worksheet");
                    if let Some((_, path)) = target {
                        sheets.push(SheetPart {
                            name: attribute(&tag, "name").unwrap_or_default(),
                            hidden,
                            path: path.clone(),
                        });
                    }
                    if sheets.len() > MOST_SHEETS {
                        return Err(Unreadable::new(words::too_many_cells(MOST_CELLS)));
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// The sheets of a file.
///
/// # Errors
///
/// As [`super::cells`].
pub fn sheet_parts(archive: &mut Archive<'_>) -> Result<Vec<SheetPart>, Unreadable> {
    sheets(archive).map(|(sheets, _)| sheets)
}
