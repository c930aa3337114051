//! Texts of the records. Characters take one byte or two, which a flag says
//! and says again where a text goes on in the next record. Phonetic runs say
//! how a text is pronounced and are no part of it.

use super::damaged;
use super::records::{Records, u16_at};
use crate::workbook::package::{MOST_CELLS, Unreadable};

/// A text with its length in one byte.
pub fn short(data: &[u8]) -> Option<String> {
    let length = usize::from(*data.first()?);
    plain(data.get(1..)?, length)
}

/// A text with its length in two bytes.
pub fn long(data: &[u8]) -> Option<String> {
    let length = usize::from(u16_at(data, 0)?);
    plain(data.get(2..)?, length)
}

/// Characters behind their flag, within one record.
fn plain(data: &[u8], length: usize) -> Option<String> {
    let wide = data.first()? & 1 != 0;
    let bytes = data.get(1..1 + length * if wide { 2 } else { 1 })?;
    let mut units = Vec::with_capacity(length);
    push(bytes, wide, &mut units);
    Some(String::from_utf16_lossy(&units))
}

fn push(bytes: &[u8], wide: bool, units: &mut Vec<u16>) {
    if wide {
        units.extend(bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
    } else {
        units.extend(bytes.iter().map(|byte| u16::from(*byte)));
    }
}

/// The texts that cells share, over all records that hold them.
pub fn shared(data: &[u8], records: &mut Records<'_>) -> Result<Vec<String>, Unreadable> {
    let mut chunks = vec![data.get(8..).unwrap_or_default()];
    while let Some(chunk) = records.continued()? {
        chunks.push(chunk);
    }
    let mut chunks = Chunks { all: &chunks, chunk: 0, at: 0 };
    let mut strings = Vec::new();
    let count = super::u32_at(data, 4).unwrap_or(0);
    while strings.len() < count as usize && !chunks.ended() {
        strings.push(chunks.string().ok_or_else(|| damaged(&"a text is cut off"))?);
        if strings.len() > MOST_CELLS {
            let mut budget = 0;
            crate::lists::format::spend(&mut budget)?;
        }
    }
    Ok(strings)
}

/// Bytes in several records.
struct Chunks<'c, 's> {
    all: &'c [&'s [u8]],
    chunk: usize,
    at: usize,
}

impl Chunks<'_, '_> {
    /// What is left of the record; of the next one at the end of this.
    fn rest(&mut self) -> &[u8] {
        while self.chunk + 1 < self.all.len() && self.at >= self.all[self.chunk].len() {
            self.chunk += 1;
            self.at = 0;
        }
        self.all[self.chunk].get(self.at..).unwrap_or_default()
    }

    fn ended(&mut self) -> bool {
        self.rest().is_empty()
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.rest().first()?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self, bytes: u32) -> Option<usize> {
        let mut number = 0;
        for place in 0..bytes {
            number |= usize::from(self.byte()?) << (8 * place);
        }
        Some(number)
    }

    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            let step = self.rest().len().min(bytes);
            if step == 0 {
                return None;
            }
            self.at += step;
            bytes -= step;
        }
        Some(())
    }

    fn string(&mut self) -> Option<String> {
        let length = self.number(2)?;
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let phonetic = if flags & 4 != 0 { self.number(4)? } else { 0 };
        let text = self.characters(length, flags & 1 != 0)?;
        self.skip(runs.checked_mul(4)?)?;
        self.skip(phonetic)?;
        Some(text)
    }

    fn characters(&mut self, length: usize, mut wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < length {
            let size = if wide { 2 } else { 1 };
            let chunk = self.chunk;
            let rest = self.rest();
            let step = (rest.len() / size).min(length - units.len());
            if step > 0 {
                push(&rest[..step * size], wide, &mut units);
                self.at += step * size;
            }
            if units.len() < length {
                // The flag stands again at the beginning of the next record.
                self.at = self.all[self.chunk].len();
                if self.rest().is_empty() || self.chunk == chunk {
                    return None;
                }
                wide = self.byte()? & 1 != 0;
            }
        }
        Some(String::from_utf16_lossy(&units))
    }
}
