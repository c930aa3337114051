//! Files that are no workbook, or a hostile one: told, never a panic.

use crate::support::xlsx_parts::{Parts, exported, found, load, row, saved};
use campusplan::workbook::{package, source};
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write as _};

fn problems(bytes: &[u8]) -> Vec<String> {
    found(&load(&source(bytes)))
}

fn told(bytes: &[u8], piece: &str) {
    let problems = problems(bytes);
    assert!(problems.len() == 1 && problems[0].contains(piece), "{piece}: {problems:?}");
}

fn small() -> Parts {
    Parts::default()
        .sheet("校区", &[row(1, &["名称", "占地面积"]), row(2, &["东校区", "=1"])].concat())
}

#[test]
fn other_files_are_told_apart() {
    told(b"", "不是xlsx工作簿");
    told(b"PK\x03\x04 and no more", "不是xlsx工作簿");
    told(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old workbook", "旧格式");
    let mut parts = small();
    parts.sheets.clear();
    told(&parts.zipped(), "没有一张方案的工作表");
}

#[test]
fn a_cell_in_the_last_corner_takes_no_room() {
    let corner = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let mut parts = small();
    parts.sheets[0].2.push_str(corner);
    parts.sheets[0].3 = "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>".to_owned();
    let problems = problems(&parts.zipped());
    assert!(!problems.is_empty());
}

#[test]
fn inflated_bytes_are_counted() {
    let mut parts = small();
    parts.strings = format!("<si><t>{}</t></si>", "0".repeat(70 * 1024 * 1024));
    let bytes = parts.zipped();
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    told(&bytes, "64 MiB");
}

#[test]
fn cells_are_counted() {
    let mut rows = row(1, &["名称", "占地面积"]);
    for number in 2..=100_002 {
        let _ = write!(rows, "<row r=\"{number}\"><c><v>1</v></c><c><v>1</v></c></row>");
    }
    told(&Parts::default().sheet("校区", &rows).zipped(), "200000");
}

#[test]
fn parts_that_lie_are_told_or_passed_over() {
    let rows = [
        "<row r=\"-1\"><c r=\"A1\"/></row>",
        "<row r=\"99999999999\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>",
        "<row><c t=\"s\"><v>4294967296</v></c><c t=\"s\"><v>7</v></c></row>",
        "<row><c s=\"999\" t=\"b\"><v>?</v></c><c><v>1e999</v></c><c t=\"x\"><v>NaN</v></c></row>",
        "<row><c r=\"B2\" t=\"d\"><v>2008-13-99T00</v></c><c s=\"1\"><v>-5</v></c><c s=\"1\"><v>1e300</v></c></row>",
    ];
    for rows in rows {
        let mut parts = small();
        parts.sheets[0].2.push_str(rows);
        let _ = problems(&parts.zipped());
    }
    let mut parts = small();
    parts.sheets[0].2.push_str("<row><c></row>");
    told(&parts.zipped(), "已损坏");
    let mut parts = small();
    parts.more.push(("xl/worksheets/_rels/sheet1.xml.rels".to_owned(), b"<Relationships><Relationship Target=\"http://example.com/x\" TargetMode=\"External\"/></Relationships>".to_vec()));
    parts.more.push(("../../escape.xml".to_owned(), b"<x/>".to_vec()));
    let _ = problems(&parts.zipped());
}

#[test]
fn cut_and_changed_files_never_panic() {
    let bytes = small().zipped();
    for end in (0..bytes.len()).step_by(7) {
        let _ = problems(&bytes[..end]);
    }
    let mut state: u32 = 1;
    for _ in 0..400 {
        let mut changed = bytes.clone();
        for _ in 0..3 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = usize::try_from(state >> 8).unwrap() % changed.len();
            changed[at] = changed[at].wrapping_add(u8::try_from(state & 0xff).unwrap());
        }
        let _ = problems(&changed);
    }
}

/// Reads a file, then what it says as a scenario. Whatever is wrong with it is
/// told; nothing panics, and nothing takes long.
fn survives(bytes: &[u8], what: &str) {
    let began = std::time::Instant::now();
    let read = std::panic::catch_unwind(|| load(&source(bytes)).result.is_ok());
    assert!(read.is_ok(), "{what}: the reader panicked");
    let took = began.elapsed();
    assert!(took < MOST_TIME, "{what}: {took:?}");
}

/// Far more than any file takes, on a busy machine too.
const MOST_TIME: std::time::Duration = std::time::Duration::from_secs(60);

/// How many broken files are tried: some seconds' worth. More with
/// `CAMPUSPLAN_FUZZ_ROUNDS=100000`, from another beginning with
/// `CAMPUSPLAN_FUZZ_SEED`.
const ROUNDS: u64 = 300;

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// A sequence of numbers that is the same on every machine.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    fn pick<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.below(list.len())]
    }
}

/// What stands in a part in place of something else, or between.
const PIECES: [&str; 24] = [
    "",
    "<",
    ">",
    "\"",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "]]>",
    "<![CDATA[",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "-1",
    "1e309",
    "NaN",
    "18446744073709551616",
    "4294967296",
    "XFD1048576",
    "A0",
    "A1:XFD1048576",
    "t=\"s\"",
    "t=\"e\"",
    "<f>1</f>",
    "<row/>",
    "</sheetData>",
    "\u{202e}=1\u{0}",
];

/// A text with a few of its bytes or pieces changed, dropped or doubled.
fn broken(text: &[u8], sequence: &mut Sequence) -> Vec<u8> {
    let mut text = text.to_vec();
    for _ in 0..=sequence.below(4) {
        let from = sequence.below(text.len());
        let longest = *sequence.pick(&[1, 1, 8, 80, 800]);
        let to = (from + sequence.below(longest)).min(text.len());
        let new: Vec<u8> = match sequence.below(5) {
            0 => vec![u8::try_from(sequence.below(256)).unwrap()],
            1 => text[from..to].repeat(2),
            2 => Vec::new(),
            _ => sequence.pick(&PIECES).as_bytes().to_vec(),
        };
        text.splice(from..to, new);
    }
    text
}

/// The parts of a file, each as it is inflated.
fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        parts.push((part.name().unwrap().into_owned(), text));
    }
    parts
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn broken_files_never_make_the_reader_panic() {
    let text = std::fs::read_to_string("scenarios/minimal.ron").expect("the case");
    let raw = campusplan::scenario::read(&text).expect("a scenario").raw;
    let whole = saved(&exported(&raw));
    let seeds = [parts_of(&whole), parts_of(&small().zipped())];
    let mut sequence = Sequence(setting("CAMPUSPLAN_FUZZ_SEED", 1));
    for round in 0..setting("CAMPUSPLAN_FUZZ_ROUNDS", ROUNDS) {
        let mut parts = sequence.pick(&seeds).clone();
        let what = match sequence.below(8) {
            0 => {
                survives(&broken(&zipped(&parts), &mut sequence), &format!("round {round}"));
                continue;
            }
            1 => parts.remove(sequence.below(parts.len())).0,
            _ => {
                let at = sequence.below(parts.len());
                parts[at].1 = broken(&parts[at].1, &mut sequence);
                parts[at].0.clone()
            }
        };
        survives(&zipped(&parts), &format!("round {round}, {what}"));
    }
}

#[test]
#[ignore = "needs workbooks from elsewhere: sh tests/data/real-world.sh"]
fn real_world_files_are_read_or_refused_with_a_message() {
    let mut files: Vec<_> = std::fs::read_dir("target/real-world")
        .expect("files: sh tests/data/real-world.sh")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no files: sh tests/data/real-world.sh");
    let (mut read, mut cells) = (0, 0);
    for file in &files {
        let bytes = std::fs::read(file).expect("a file");
        let what = file.display().to_string();
        survives(&bytes, &what);
        match package::cells(&bytes) {
            Ok(book) => {
                read += 1;
                cells += book.iter().map(|sheet| sheet.cells.len()).sum::<usize>();
            }
            Err(refused) => {
                assert!(!refused.message.zh.is_empty(), "{what}");
                println!("{what}: {}", refused.message.en);
            }
        }
        // None of them is a scenario, and each is told so.
        let told = problems(&bytes);
        assert!(!told.is_empty(), "{what}");
    }
    println!("{} files, {read} read, {cells} cells", files.len());
}
