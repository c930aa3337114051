//! The records of the stream, one after another.

use super::damaged;
use crate::workbook::package::Unreadable;

/// Most records that are read in all: several sheets may claim the same bytes.
const MOST_RECORDS: usize = 4_000_000;

/// A record.
#[derive(Clone, Copy, Debug)]
pub struct Record<'s> {
    /// Its kind.
    pub kind: u16,
    /// Its bytes.
    pub data: &'s [u8],
}

impl Record<'_> {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000A;
    pub const DATEMODE: u16 = 0x0022;
    pub const FILEPASS: u16 = 0x002F;
    pub const CONTINUE: u16 = 0x003C;
    pub const BOUNDSHEET: u16 = 0x0085;
    pub const MULRK: u16 = 0x00BD;
    pub const RSTRING: u16 = 0x00D6;
    pub const XF: u16 = 0x00E0;
    pub const MERGEDCELLS: u16 = 0x00E5;
    pub const SST: u16 = 0x00FC;
    pub const LABELSST: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOLERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const ROW: u16 = 0x0208;
    pub const RK: u16 = 0x027E;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
}

/// The records from a place on.
pub struct Records<'s> {
    stream: &'s [u8],
    at: usize,
    left: usize,
}

impl<'s> Records<'s> {
    /// Those of a stream.
    pub fn new(stream: &'s [u8]) -> Self {
        Self { stream, at: 0, left: MOST_RECORDS }
    }

    /// Goes on from another place.
    pub fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// The next record; none at the end of the stream.
    pub fn next(&mut self) -> Result<Option<Record<'s>>, Unreadable> {
        let Some(rest) = self.stream.get(self.at..).filter(|rest| rest.len() >= 4) else {
            return Ok(None);
        };
        self.left = self.left.checked_sub(1).ok_or_else(|| damaged(&"too many records"))?;
        let kind = u16_at(rest, 0).unwrap_or(0);
        let length = usize::from(u16_at(rest, 2).unwrap_or(0));
        let data = rest.get(4..4 + length).ok_or_else(|| damaged(&"a record is cut off"))?;
        self.at += 4 + length;
        Ok(Some(Record { kind, data }))
    }

    /// The next record if it goes on with the last one.
    pub fn continued(&mut self) -> Result<Option<&'s [u8]>, Unreadable> {
        let before = self.at;
        if let Some(Record { kind: Record::CONTINUE, data }) = self.next()? {
            return Ok(Some(data));
        }
        self.at = before;
        Ok(None)
    }
}

/// A number of two bytes.
pub fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

/// A number of four bytes.
pub fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// A number with a fraction.
pub fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.get(at..at.checked_add(8)?)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}
