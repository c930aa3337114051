//! Which formats show a number as a date.

use super::Unreadable;
use super::text::attribute;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// As a number.
    #[default]
    Number,
    /// As a day.
    Day,
    /// As a month or a year, without the day.
    Month,
}

/// How the numbers of each format are shown.
#[derive(Clone, Debug, Default)]
pub struct Styles(Vec<Shown>);

impl Styles {
    /// How the cells of a format are shown.
    pub fn shown(&self, format: usize) -> Shown {
        self.0.get(format).copied().unwrap_or_default()
    }
}

/// The formats of the part.
///
/// # Errors
///
/// When it is damaged.
pub fn read(xml: &[u8]) -> Result<Styles, Unreadable> {
    let mut reader = Reader::from_reader(xml);
    let mut codes: BTreeMap<u32, Shown> = BTreeMap::new();
    let (mut formats, mut in_cells) = (Vec::new(), false);
    loop {
        let event = reader.read_event();
        match event.map_err(|why| Unreadable::damaged("styles", &why))? {
            Event::Eof => return Ok(Styles(formats)),
            Event::Start(tag) | Event::Empty(tag) => {
                let number = |name: &str| attribute(&tag, name).and_then(|text| text.parse().ok());
                match tag.local_name().as_ref() {
                    "numFmt" => {
                        if let (Some(id), Some(code)) =
                            (number("numFmtId"), attribute(&tag, "formatCode"))
                        {
                            codes.insert(id, of_code(&code));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id: u32 = number("numFmtId").unwrap_or(0);
                        formats.push(codes.get(&id).copied().unwrap_or_else(|| built_in(id)));
                    }
                    _ => {}
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
            _ => {}
        }
    }
}

/// Formats that need no code; some are dates in Chinese Excel only.
fn built_in(id: u32) -> Shown {
    match id {
        14..=16 | 22 | 30 | 31 | 50..=54 | 58 => Shown::Day,
        17 | 27 | 28 | 29 | 36 | 55..=57 => Shown::Month,
        _ => Shown::Number,
    }
}

/// How the cells of a number format are shown, by its number and its code.
pub fn shown_by(id: u32, code: Option<&str>) -> Shown {
    code.map_or_else(|| built_in(id), of_code)
}

fn of_code(code: &str) -> Shown {
    let (mut letters, mut quoted, mut escaped, mut bracket) = (String::new(), false, false, false);
    for letter in code.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' => bracket = false,
            ';' if !quoted => break,
            _ if quoted || bracket => {}
            letter => letters.extend(letter.to_lowercase()),
        }
    }
    let has = |letter: char| letters.contains(letter);
    if letters.contains("general") || !(has('y') || has('d')) {
        Shown::Number
    } else if has('d') {
        Shown::Day
    } else {
        Shown::Month
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, of_code};

    #[test]
    fn formats_of_dates_are_told() {
        for (code, shown) in [
            ("yyyy-mm-dd", Shown::Day),
            ("yyyy\"年\"m\"月\"d\"日\";@", Shown::Day),
            ("yyyy\"年\"m\"月\"", Shown::Month),
            ("[$-804]yyyy/m", Shown::Month),
            ("0.00%", Shown::Number),
            ("General", Shown::Number),
            ("0\" day\"", Shown::Number),
            ("[Red]#,##0", Shown::Number),
            ("h:mm", Shown::Number),
        ] {
            assert_eq!(of_code(code), shown, "{code}");
        }
    }
}
