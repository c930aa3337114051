//! A thousand cells changed, one at a time: each is named, and nothing panics.

use campusplan::diagnostic::Diagnostic;
use campusplan::domain::Language;
use campusplan::scenario;
use campusplan::workbook::layout::{Field, Kind};
use campusplan::workbook::write::{Export, Filled, export};
use campusplan::workbook::{Cells, Spot, Value, source_of};
use std::path::Path;

/// Rounds of each of four tests.
const ROUNDS: usize = 250;

/// A sequence of numbers that is the same on every machine.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// The cells that are read, with how they are written.
fn cells(export: &Export) -> Vec<(usize, Spot, Kind)> {
    let mut all = Vec::new();
    for (sheet, filled) in export.sheets.iter().enumerate() {
        for (row, one) in (Filled::FIRST..).zip(&filled.rows) {
            for (column, (head, cell)) in (0..).zip(filled.heads.iter().zip(&one.cells)) {
                let kind = match head.column.field {
                    Field::At(_) | Field::Each(..) => head.column.kind,
                    Field::Value => one.kind.value.unwrap(),
                    Field::Key(name) => one
                        .kind
                        .keys
                        .iter()
                        .find(|(key, _)| *key == name)
                        .map_or(Kind::Own, |(_, kind)| *kind),
                    _ => continue,
                };
                if cell.is_some() {
                    all.push((sheet, Spot { row, column }, kind));
                }
            }
        }
    }
    all
}

fn wrong_cells_are_each_named(seed: u64) {
    let text = std::fs::read_to_string("scenarios/minimal.ron").expect("the case");
    let raw = scenario::read(&text).expect("a scenario").raw;
    let export = export(&raw, Language::Zh).expect("a workbook");
    let book: Vec<Cells> = export.sheets.iter().map(Filled::cells).collect();
    let cells = cells(&export);
    assert!(cells.len() > 300, "{}", cells.len());
    let mut sequence = Sequence(seed);
    let mut unnamed = Vec::new();
    for round in 0..ROUNDS {
        let (sheet, spot, kind) = cells[sequence.below(cells.len())];
        let free = matches!(kind, Kind::Text | Kind::Texts | Kind::Own | Kind::Choice);
        let wrong = match sequence.below(3) {
            0 => Value::Error("#REF!".to_owned()),
            1 => Value::Unsaved("A1*2".to_owned()),
            _ if free => Value::Error("#N/A".to_owned()),
            _ => Value::Text("？此处有误x".to_owned()),
        };
        let mut book = book.clone();
        book[sheet].cells.insert(spot, wrong.clone());
        let source = source_of(&book);
        let is = |found: &[Diagnostic]| {
            found.iter().any(|one| {
                let cell = one.cell.as_ref();
                cell.is_some_and(|cell| {
                    cell.sheet == book[sheet].name && cell.name == spot.to_string()
                })
            })
        };
        // What reading the cells finds is told with the scenario's own
        // findings: loaded where it found nothing, and now and then.
        let read = source.sheets.as_ref().is_some_and(|sheets| is(&sheets.found));
        let named = if read && round % 50 != 0 {
            true
        } else {
            let reading = scenario::load_from(Path::new("case.xlsx"), &[], &|_| Ok(source.clone()))
                .expect("a file");
            reading.result.as_ref().err().is_some_and(|found| is(found))
        };
        if !named {
            unnamed.push(format!("{round}: {}!{spot} {kind:?} {wrong:?}", book[sheet].name));
        }
    }
    assert!(unnamed.is_empty(), "{} of {ROUNDS}:\n{}", unnamed.len(), unnamed.join("\n"));
}

#[test]
fn wrong_cells_are_each_named_1() {
    wrong_cells_are_each_named(7);
}

#[test]
fn wrong_cells_are_each_named_2() {
    wrong_cells_are_each_named(11);
}

#[test]
fn wrong_cells_are_each_named_3() {
    wrong_cells_are_each_named(13);
}

#[test]
fn wrong_cells_are_each_named_4() {
    wrong_cells_are_each_named(17);
}
