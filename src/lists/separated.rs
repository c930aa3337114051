//! Text in columns: its encoding, and what stands between the columns.

use super::format::{Format, spend};
use crate::words::lists as words;
use crate::workbook::package::{MOST_CELLS, Unreadable};
use crate::workbook::{Cells, Spot, Value};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, GB18030};

/// Lines by which the separator is recognised.
const SAMPLE: usize = 30;
/// Most columns of a text.
const MOST_COLUMNS: usize = 16_384;
/// What may stand between columns.
const SEPARATORS: [u8; 3] = *b",;\t";

/// Reads a text as a sheet of this name.
///
/// # Errors
///
/// When it is neither UTF-8 nor GB18030, holds NUL bytes, or has too many
/// cells.
pub fn read(bytes: &[u8], name: &str) -> Result<(Format, Cells), Unreadable> {
    let (text, encoding) = decoded(bytes)?;
    if let Some(at) = text.find('\0') {
        let line = text[..at].matches('\n').count() + 1;
        return Err(unreadable(words::nul_byte(line)));
    }
    let (text, stated) = without_statement(&text);
    let separator = stated.unwrap_or_else(|| separator(text));
    let cells = cells(text, separator, name)?;
    Ok((Format::Text { encoding, separator: char::from(separator) }, cells))
}

fn unreadable(message: crate::domain::Text) -> Unreadable {
    Unreadable { message, hints: vec![words::save_as_utf8()] }
}

/// The text and the name of its encoding: by its byte order mark, else UTF-8
/// where it is valid, else GB18030, which GBK and GB2312 are parts of.
fn decoded(bytes: &[u8]) -> Result<(String, &'static str), Unreadable> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => return Ok((text.to_owned(), "UTF-8")),
            Err(_) => (GB18030, bytes),
        },
    };
    // A binary file of zeros is no text; decoding it first would cost its size.
    if encoding == GB18030 && bytes.iter().take(4096).any(|byte| *byte == 0) {
        return Err(unreadable(words::nul_byte(1)));
    }
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok((text.into_owned(), encoding.name())),
        None => Err(unreadable(words::no_encoding())),
    }
}

/// The text without a first line that states the separator, `sep=;`.
fn without_statement(text: &str) -> (&str, Option<u8>) {
    let stated = text.strip_prefix("sep=").and_then(|rest| {
        let separator = *rest.as_bytes().first()?;
        let rest = rest.get(1..)?.trim_start_matches('\r').strip_prefix('\n')?;
        SEPARATORS.contains(&separator).then_some((rest, separator))
    });
    stated.map_or((text, None), |(rest, separator)| (rest, Some(separator)))
}

/// The separator that cuts most of the first lines into as many columns.
fn separator(text: &str) -> u8 {
    let score = |separator: &u8| {
        let mut counts: Vec<usize> = reader(text, *separator)
            .into_records()
            .take(SAMPLE)
            .map_while(Result::ok)
            .map(|record| record.len())
            .filter(|columns| *columns > 1)
            .collect();
        counts.sort_unstable();
        let alike = counts.chunk_by(|one, other| one == other);
        alike.map(|run| (run.len(), run[0])).max().unwrap_or((0, 0))
    };
    // The first of equals: the comma.
    SEPARATORS.iter().rev().max_by_key(|separator| score(separator)).copied().unwrap_or(b',')
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

fn cells(text: &str, separator: u8, name: &str) -> Result<Cells, Unreadable> {
    let mut cells = Cells { name: name.to_owned(), ..Cells::default() };
    let mut reader = reader(text, separator);
    let (mut record, mut budget, mut row) = (StringRecord::new(), MOST_CELLS, 0);
    while reader.read_record(&mut record).map_err(|why| unreadable(words::no_columns(&why)))? {
        row += blank_lines(text, &record);
        for (column, field) in record.iter().take(MOST_COLUMNS).enumerate() {
            let field = without_formula(field);
            if !field.trim().is_empty() {
                spend(&mut budget)?;
                let column = u32::try_from(column).unwrap_or(u32::MAX);
                cells.cells.insert(Spot { row, column }, Value::Text(field.to_owned()));
            }
        }
        row += 1;
    }
    Ok(cells)
}

/// The blank lines before a record, which the reader passes over: rows keep
/// the numbers that Excel shows.
fn blank_lines(text: &str, record: &StringRecord) -> u32 {
    let start = record.position().map_or(0, csv::Position::byte);
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    let (before, bytes) = text.as_bytes().split_at(start.min(text.len()));
    // Of CR LF the reader has taken the CR only.
    let ended = before.ends_with(b"\r") && bytes.starts_with(b"\n");
    let breaks = bytes[usize::from(ended)..].iter();
    let breaks = breaks.take_while(|byte| matches!(byte, b'\r' | b'\n'));
    u32::try_from(breaks.filter(|byte| **byte == b'\n').count()).unwrap_or(0)
}

/// A text that was saved as `="0012"` or `'0012`, so that it stays a text.
fn without_formula(field: &str) -> &str {
    let quoted = field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let field = quoted.unwrap_or(field);
    field.strip_prefix('\'').unwrap_or(field)
}
