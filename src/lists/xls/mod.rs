//! The cells of a workbook of Excel 97 to 2003: a compound file with a stream
//! of records ([MS-XLS], BIFF8). The container is opened by the crate `cfb`,
//! which refuses circular chains of sectors; the records are read here, since
//! only cells with something in them may be kept (the reader of another crate
//! allocates the whole rectangle between the corners), and since hidden rows
//! and formulas without a result have to be reported.

mod cells;
mod globals;
mod records;
mod strings;

use crate::words::workbook as words;
use crate::workbook::Cells;
use crate::workbook::package::Unreadable;
use globals::{Globals, Part, damaged};
use records::{Record, Records, u16_at, u32_at};
use std::io::{Cursor, Read};

/// Most sheets of a workbook.
const MOST_SHEETS: usize = 512;

/// The cells of all worksheets.
///
/// # Errors
///
/// When the file is damaged, encrypted, of an older format or too large.
pub fn cells(bytes: &[u8]) -> Result<Vec<Cells>, Unreadable> {
    let stream = stream(bytes)?;
    let mut records = Records::new(&stream);
    let globals = globals(&mut records)?;
    let mut budget = crate::workbook::package::MOST_CELLS;
    let mut all = Vec::new();
    for part in &globals.sheets {
        records.go_to(part.at);
        let mut sheet = cells::read(&mut records, &globals, &mut budget)?;
        sheet.name.clone_from(&part.name);
        sheet.hidden = part.hidden;
        all.push(sheet);
    }
    Ok(all)
}

/// The stream of records.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|why| damaged(&why))?;
    // A package with a password is a compound file too.
    if !file.exists("/Workbook") {
        return Err(Unreadable {
            message: words::old_format(),
            hints: vec![words::save_as_xlsx()],
        });
    }
    let stream = file.open_stream("/Workbook").map_err(|why| damaged(&why))?;
    let mut all = Vec::new();
    let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    stream.take(most).read_to_end(&mut all).map_err(|why| damaged(&why))?;
    Ok(all)
}

fn globals(records: &mut Records<'_>) -> Result<Globals, Unreadable> {
    let mut globals = Globals::default();
    let begins = records.next()?.filter(|first| first.kind == Record::BOF);
    let biff8 = begins.is_some_and(|first| u16_at(first.data, 0) == Some(0x0600));
    if !biff8 {
        return Err(Unreadable {
            message: words::old_format(),
            hints: vec![words::save_as_xlsx()],
        });
    }
    while let Some(record) = records.next()? {
        let data = record.data;
        match record.kind {
            Record::EOF => break,
            Record::FILEPASS => {
                return Err(Unreadable {
                    message: words::old_format(),
                    hints: vec![words::save_as_xlsx()],
                });
            }
            Record::DATEMODE => globals.from_1904 = u16_at(data, 0) == Some(1),
            Record::FORMAT => {
                let code = data.get(2..).and_then(strings::long);
                if let (Some(number), Some(code)) = (u16_at(data, 0), code) {
                    globals.codes.insert(number, code);
                }
            }
            Record::XF => globals.formats.push(u16_at(data, 2).unwrap_or(0)),
            Record::SST => globals.strings = strings::shared(data, records)?,
            Record::BOUNDSHEET if globals.sheets.len() < MOST_SHEETS => {
                globals.sheets.extend(part(data));
            }
            _ => {}
        }
    }
    Ok(globals)
}

/// A worksheet of the list of sheets; charts and macros are none.
fn part(data: &[u8]) -> Option<Part> {
    let worksheet = *data.get(5)? == 0;
    let at = usize::try_from(u32_at(data, 0)?).ok()?;
    let hidden = data.get(4)? & 3 != 0;
    let name = strings::short(data.get(6..)?)?;
    worksheet.then_some(Part { name, hidden, at })
}
