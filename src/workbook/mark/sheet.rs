//! A sheet with formats of its marked cells, and with a drawing of its notes.

use super::colours::Colours;
use super::{Mark, Marks};
use crate::workbook::grid::Spot;
use crate::workbook::package::attribute;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, Writer};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What may only stand behind the drawing of notes.
const BEHIND: [&str; 8] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
];

/// The sheet while it is copied.
struct Copy<'c> {
    out: Writer<Vec<u8>>,
    /// Marks not yet come by, in reading order.
    left: Vec<(Spot, &'c Mark)>,
    colours: &'c mut Colours,
    prefix: String,
    row: u32,
    column: u32,
    drawing: Option<&'c str>,
    depth: usize,
}

type Done = Result<(), Box<dyn std::error::Error>>;

/// The sheet with its marks; `drawing` is the relation of a new drawing of
/// notes.
pub fn coloured(
    xml: &str,
    marks: &Marks,
    colours: &mut Colours,
    drawing: Option<&str>,
) -> Result<String, Box<dyn std::error::Error>> {
    let mut reader = Reader::from_str(xml);
    let mut copy = Copy {
        out: Writer::new(Vec::new()),
        left: marks.iter().map(|(spot, mark)| (*spot, mark)).rev().collect(),
        colours,
        prefix: super::parts::prefix(xml, "sheetData"),
        row: u32::MAX,
        column: 0,
        drawing,
        depth: 0,
    };
    loop {
        match reader.read_event()? {
            Event::Eof => break,
            event => copy.event(event)?,
        }
    }
    Ok(String::from_utf8(copy.out.into_inner())?)
}

impl Copy<'_> {
    fn event(&mut self, event: Event<'_>) -> Done {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.opened(tag, false)
            }
            Event::Empty(tag) => self.opened(tag, true),
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                match tag.local_name().as_ref() {
                    "row" => self.rest_of_row()?,
                    "sheetData" => self.rest_of_rows(u32::MAX)?,
                    "worksheet" => self.draw()?,
                    _ => {}
                }
                Ok(self.out.write_event(Event::End(tag))?)
            }
            other => Ok(self.out.write_event(other)?),
        }
    }

    fn opened(&mut self, tag: BytesStart<'_>, empty: bool) -> Done {
        let name = tag.local_name().as_ref().to_owned();
        let closing = empty && (name == "row" || name == "sheetData") && !self.left.is_empty();
        let top = self.depth <= if empty { 1 } else { 2 };
        match name.as_str() {
            "row" => {
                let number: Option<u32> = attribute(&tag, "r").and_then(|row| row.parse().ok());
                let row =
                    number.map_or(self.row.wrapping_add(1), |number| number.saturating_sub(1));
                self.rest_of_rows(row)?;
                self.row = row;
                self.column = 0;
            }
            "c" => return self.cell(&tag, empty),
            name if top && BEHIND.contains(&name) => self.draw()?,
            _ => {}
        }
        if closing {
            let end = BytesEnd::new(tag.name().as_ref().to_owned());
            self.out.write_event(Event::Start(tag))?;
            if name == "row" {
                self.rest_of_row()?;
            } else {
                self.rest_of_rows(u32::MAX)?;
            }
            self.out.write_event(Event::End(end))?;
        } else if empty {
            self.out.write_event(Event::Empty(tag))?;
        } else {
            self.out.write_event(Event::Start(tag))?;
        }
        Ok(())
    }

    /// Copies the beginning of a cell, with the format of its mark.
    fn cell(&mut self, tag: &BytesStart<'_>, empty: bool) -> Done {
        let spot = attribute(tag, "r").and_then(|name| Spot::named(&name));
        let spot = spot.unwrap_or(Spot { row: self.row, column: self.column });
        self.column = spot.column + 1;
        self.up_to(spot)?;
        let mut new = tag.to_owned();
        if let Some((_, mark)) = self.left.last().filter(|(known, _)| *known == spot) {
            let format = attribute(tag, "s").and_then(|format| format.parse().ok()).unwrap_or(0);
            let format = self.colours.of(format, mark.severity).to_string();
            self.left.pop();
            new.clear_attributes();
            for one in tag.attributes().flatten().filter(|one| one.key.as_ref() != "s") {
                new.push_attribute(one);
            }
            new.push_attribute(("s", format.as_str()));
        }
        let event = if empty { Event::Empty(new) } else { Event::Start(new) };
        Ok(self.out.write_event(event)?)
    }

    /// Writes marked cells that were not there, of the row, before a cell.
    fn up_to(&mut self, spot: Spot) -> Done {
        while let Some((known, mark)) =
            self.left.last().copied().filter(|(known, _)| known.row == spot.row && *known < spot)
        {
            self.left.pop();
            self.new_cell(known, mark)?;
        }
        Ok(())
    }

    fn rest_of_row(&mut self) -> Done {
        let row = self.row;
        self.up_to(Spot { row, column: u32::MAX })
    }

    /// Writes rows that were not there, before a row.
    fn rest_of_rows(&mut self, before: u32) -> Done {
        while let Some((spot, _)) = self.left.last().copied().filter(|(spot, _)| spot.row < before)
        {
            let name = format!("{}row", self.prefix);
            let mut row = BytesStart::new(name.clone());
            row.push_attribute(("r", (spot.row + 1).to_string().as_str()));
            self.out.write_event(Event::Start(row))?;
            self.up_to(Spot { row: spot.row, column: u32::MAX })?;
            self.out.write_event(Event::End(BytesEnd::new(name)))?;
        }
        Ok(())
    }

    fn new_cell(&mut self, spot: Spot, mark: &Mark) -> Done {
        let mut cell = BytesStart::new(format!("{}c", self.prefix));
        let format = self.colours.of(0, mark.severity).to_string();
        cell.push_attribute(("r", spot.to_string().as_str()));
        cell.push_attribute(("s", format.as_str()));
        Ok(self.out.write_event(Event::Empty(cell))?)
    }

    /// Names the drawing of notes, once.
    fn draw(&mut self) -> Done {
        let Some(relation) = self.drawing.take() else {
            return Ok(());
        };
        let mut tag = BytesStart::new(format!("{}legacyDrawing", self.prefix));
        tag.push_attribute(("xmlns:r", OFFICE));
        tag.push_attribute(("r:id", relation));
        Ok(self.out.write_event(Event::Empty(tag))?)
    }
}
