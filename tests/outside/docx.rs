//! The docx in other programs: an Open XML validator finds nothing to say, and
//! what LibreOffice makes of it has the measures of GB/T 9704-2012.

#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]

use crate::support::docx_parts::Parts;
use crate::support::exclusive::beside_others;
use crate::support::report_sample;
use campusplan::domain::Language;
use campusplan::report::docx::{self, Block, Page, Section, Style};
use campusplan::report::dossier::Dossier;
use campusplan::report::view::View;
use roxmltree::Document;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Points in a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;

fn sample(language: Language) -> Vec<u8> {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    let verification = report_sample::broken();
    let view = View { scenario: &scenario, plan: &plan, verification: &verification, language };
    docx::render(&Dossier::new(view, None, vec![view])).unwrap()
}

/// What the validator has to say.
fn validated(bytes: &[u8]) -> serde_json::Value {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("report.docx");
    fs::write(&file, bytes).unwrap();
    let validator = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("target/outside/node_modules/.bin/ooxml-validator");
    let done =
        Command::new(validator).arg(&file).output().expect("the validator of .ci/setup outside");
    serde_json::from_slice(&done.stdout).unwrap_or_else(|error| panic!("{error}: {done:?}"))
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn the_validator_finds_nothing() {
    let _machine = beside_others();
    for language in LANGUAGES {
        let said = validated(&sample(language));
        assert_eq!(said["ok"], true, "{said:#}");
    }
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn the_validator_does_find_what_is_wrong() {
    let _machine = beside_others();
    let parts = Parts::read(&sample(Language::Zh));
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (path, text) in &parts.0 {
        if path != "word/_rels/document.xml.rels" {
            zip.start_file(path.as_str(), options).unwrap();
            let text = text.replace("w:val=\"both\"", "w:val=\"everywhere\"");
            zip.write_all(text.as_bytes()).unwrap();
        }
    }
    let said = validated(&zip.finish().unwrap().into_inner());
    assert_eq!(said["ok"], false);
}

/// A PDF by LibreOffice, in a folder that lives as long as it.
struct Pdf {
    _dir: tempfile::TempDir,
    path: PathBuf,
}

impl Pdf {
    fn of(bytes: &[u8]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("report.docx");
        fs::write(&file, bytes).unwrap();
        let profile =
            format!("-env:UserInstallation=file://{}", dir.path().join("profile").display());
        let done = Command::new("soffice")
            .arg(profile)
            .args(["--headless", "--convert-to", "pdf", "--outdir"])
            .args([dir.path(), file.as_path()])
            .output()
            .expect("LibreOffice");
        let path = dir.path().join("report.pdf");
        assert!(path.is_file(), "{done:?}");
        Self { _dir: dir, path }
    }

    /// The lines of each page.
    fn pages(&self) -> Vec<Vec<Line>> {
        let done = Command::new("pdftotext")
            .args(["-bbox-layout"])
            .arg(&self.path)
            .arg("-")
            .output()
            .expect("pdftotext");
        let text = String::from_utf8(done.stdout).unwrap();
        // Its document type is of no use here.
        let (_, text) = text.split_once("<html").expect("a page");
        let text = format!("<html{text}");
        let document = Document::parse(&text).unwrap();
        let pages = document
            .descendants()
            .filter(|one| one.has_tag_name(("http://www.w3.org/1999/xhtml", "page")));
        let lines = |page: roxmltree::Node| {
            let lines = page.descendants().filter(|one| one.tag_name().name() == "line");
            lines.map(Line::read).collect()
        };
        pages.map(lines).collect()
    }

    /// Sizes of the pages in millimetres.
    fn sizes(&self) -> Vec<[f64; 2]> {
        let done =
            Command::new("pdfinfo").args(["-l", "999"]).arg(&self.path).output().expect("pdfinfo");
        let text = String::from_utf8(done.stdout).unwrap();
        let lines = text.lines().filter(|line| line.starts_with("Page ") && line.contains("size:"));
        let size = |line: &str| {
            let (_, told) = line.split_once("size:").unwrap();
            let mut sides = told.split_whitespace().filter_map(|side| side.parse::<f64>().ok());
            [sides.next().unwrap(), sides.next().unwrap()].map(|side| side / MILLIMETRE)
        };
        lines.map(size).collect()
    }
}

/// A line: its text and edges in millimetres.
#[derive(Debug)]
struct Line {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Line {
    fn read(line: roxmltree::Node) -> Self {
        let of = |name| line.attribute(name).unwrap().parse::<f64>().unwrap() / MILLIMETRE;
        let words = line.descendants().filter(|one| one.tag_name().name() == "word");
        Self {
            text: words.filter_map(|one| one.text()).collect(),
            left: of("xMin"),
            right: of("xMax"),
            top: of("yMin"),
            bottom: of("yMax"),
        }
    }

    fn is_number(&self) -> bool {
        self.text.contains('—')
    }
}

fn near(value: f64, expected: f64, by: f64) -> bool {
    (value - expected).abs() <= by
}

/// A document of a long paragraph of one character, then another on landscape
/// pages.
fn long() -> Vec<u8> {
    let section = |page, letter: &str, lines: usize| Section {
        page,
        blocks: vec![Block::Paragraph(Style::Text, letter.repeat(28 * lines))],
    };
    let sections = [section(Page::Portrait, "国", 22 * 3), section(Page::Landscape, "宽", 30)];
    docx::write("长", &sections, &[], Language::Zh).unwrap()
}

/// Pages of [`long`] that are upright.
const UPRIGHT: usize = 4;

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn a_full_page_has_twenty_two_lines_of_twenty_eight_characters() {
    let _machine = beside_others();
    let pdf = Pdf::of(&long());
    let pages = pdf.pages();
    // The indent pushes two characters on to a fourth page.
    for page in &pages[..UPRIGHT - 1] {
        let lines: Vec<&Line> = page.iter().filter(|line| !line.is_number()).collect();
        assert_eq!(lines.len(), 22);
        for line in &lines[1..] {
            assert_eq!(line.text.chars().count(), 28, "{line:?}");
            assert!(near(line.left, 28.0, 0.5), "{line:?}");
            assert!(near(line.right, 184.0, 1.5), "{line:?}");
        }
    }
    let first = &pages[0][0];
    assert_eq!(first.text.chars().count(), 26, "{first:?}");
    assert!(near(first.left, 28.0 + 2.0 * 15.75 / MILLIMETRE, 0.5), "{first:?}");
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn numbers_of_pages_stand_seven_millimetres_below_the_text_at_the_outer_edge() {
    let _machine = beside_others();
    let pages = Pdf::of(&long()).pages();
    assert!(pages.len() > UPRIGHT + 1);
    // One character of 14 pt is left free at the edge of the text.
    let free = 14.0 / MILLIMETRE;
    for (page, number) in pages.iter().zip(1..) {
        let line = page.iter().find(|line| line.is_number()).expect("a number");
        assert_eq!(line.text, format!("—{number}—"));
        let odd = number % 2 == 1;
        // What is below the text when the sheet is upright is to the left of
        // it on a landscape page, and what is to the right is at its foot.
        let (middle, below, end, edge) = if number <= UPRIGHT {
            let middle = f64::midpoint(line.top, line.bottom);
            let (end, edge) =
                if odd { (line.right, 184.0 - free) } else { (line.left, 28.0 + free) };
            (middle, 297.0 - 35.0 + 7.0, end, edge)
        } else {
            let middle = f64::midpoint(line.left, line.right);
            let (end, edge) =
                if odd { (line.bottom, 184.0 - free) } else { (line.top, 28.0 + free) };
            (middle, 35.0 - 7.0, end, edge)
        };
        assert!(near(middle, below, 1.5), "{line:?}");
        assert!(near(end, edge, 1.5), "{line:?}");
    }
}

#[test]
#[ignore = "needs programs from outside: .ci/setup outside"]
fn pages_are_a4_some_of_them_turned() {
    let _machine = beside_others();
    for language in LANGUAGES {
        let sizes = Pdf::of(&sample(language)).sizes();
        let turned = |size: &&[f64; 2]| size[0] > size[1];
        let landscape = sizes.iter().filter(turned).count();
        assert!(landscape > 0 && landscape < sizes.len(), "{sizes:?}");
        for [width, height] in sizes {
            let (short, long) = (width.min(height), width.max(height));
            assert!(near(short, 210.0, 0.5) && near(long, 297.0, 0.5), "{width} x {height}");
        }
    }
}
