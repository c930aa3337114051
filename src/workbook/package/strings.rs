//! The texts that cells share. Phonetic runs say how a text is pronounced and
//! are no part of it.

use super::text::{characters, entity, without_escapes};
use super::{MOST_CELLS, Unreadable};
use crate::words::workbook as words;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The shared texts in order.
///
/// # Errors
///
/// When the part is damaged.
pub fn read(xml: &[u8]) -> Result<Vec<String>, Unreadable> {
    let mut reader = Reader::from_reader(xml);
    let mut strings = Vec::new();
    let (mut current, mut in_text, mut phonetic) = (String::new(), false, false);
    loop {
        let event = reader.read_event();
        match event.map_err(|why| Unreadable::damaged("sharedStrings", &why))? {
            Event::Eof => return Ok(strings),
            Event::Start(tag) => match tag.local_name().as_ref() {
                "si" => current.clear(),
                "t" => in_text = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Empty(tag) if tag.local_name().as_ref() == "si" => strings.push(String::new()),
            Event::End(tag) => match tag.local_name().as_ref() {
                "si" => {
                    strings.push(without_escapes(&current));
                    if strings.len() > MOST_CELLS {
                        return Err(Unreadable::new(words::too_many_cells(MOST_CELLS)));
                    }
                }
                "t" => in_text = false,
                "rPh" => phonetic = false,
                _ => {}
            },
            Event::Text(text) if in_text => current.push_str(&characters(&text)),
            Event::CData(text) if in_text => current.push_str(&text),
            Event::GeneralRef(reference) if in_text => current.push_str(&entity(&reference)),
            _ => {}
        }
    }
}
