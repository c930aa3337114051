//! The workbook holds what the report holds: every table on a sheet, figures as
//! numbers, sums as formulas, keys folded beside names.

use crate::support::report_sample;
use crate::support::workbook::{self, Placed, Workbook, parts};
use calamine::Data;
use campusplan::domain::Language;
use campusplan::report::document::{Align, Cell, Column, Document, Row, Table};
use campusplan::report::dossier::Dossier;
use campusplan::report::format;
use campusplan::report::view::View;
use campusplan::report::xlsx;
use campusplan::verify::Verification;
use std::collections::BTreeMap;

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// Something to do with a dossier of the sample, after a change.
fn with<T>(
    language: Language,
    change: impl FnOnce(&mut Dossier),
    then: impl FnOnce(&Document, &[u8]) -> T,
) -> T {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    let verification = Verification::default();
    let view = View { scenario: &scenario, plan: &plan, verification: &verification, language };
    let mut dossier = Dossier::new(view, None, Vec::new());
    change(&mut dossier);
    let bytes = xlsx::render(&dossier).unwrap();
    then(&dossier.document, &bytes)
}

fn sample<T>(language: Language, then: impl FnOnce(&Document, &[u8]) -> T) -> T {
    with(language, |_| (), then)
}

/// Whether a table is drawn in characters: it has no sheet.
fn drawn(table: &Table) -> bool {
    table.columns.iter().any(|column| column.whole)
}

fn assert_same(cell: &Cell, found: &Data, language: Language, place: &str) {
    if let Some(value) = cell.number() {
        let Data::Float(found) = found else {
            panic!("{place}: {found:?} for {value}");
        };
        assert!((found - value).abs() <= 1e-9 * value.abs().max(1.0), "{place}: {found} {value}");
        return;
    }
    match cell {
        Cell::Empty => assert_eq!(*found, Data::Empty, "{place}"),
        Cell::Text(text) if text.is_empty() => assert_eq!(*found, Data::Empty, "{place}"),
        Cell::Day(day) => {
            let Data::DateTime(found) = found else {
                panic!("{place}: {found:?} for {day}");
            };
            assert_eq!(found.as_datetime().unwrap().date(), *day, "{place}");
        }
        Cell::Bar([_, likely, _]) => {
            let Data::Float(found) = found else {
                panic!("{place}: {found:?}");
            };
            assert!((found - likely).abs() < 1e-9, "{place}");
        }
        other => {
            let text = format::cell(other, language);
            assert_eq!(*found, Data::String(text), "{place}");
        }
    }
}

#[test]
fn every_table_is_on_a_sheet_cell_by_cell() {
    for language in LANGUAGES {
        sample(language, |document, bytes| {
            let book = Workbook::read(bytes);
            let mut cells = 0;
            for table in document.tables().filter(|table| !drawn(table)) {
                let placed = book.titled(&table.title);
                let placed = placed.unwrap_or_else(|| panic!("no sheet for {}", table.title));
                for (index, column) in table.columns.iter().enumerate() {
                    let (row, at) = placed.head(index);
                    let head = book.cell(&placed.sheet, row, at).to_string();
                    let title = column.narrow.as_ref().unwrap_or(&column.title);
                    assert!(head.starts_with(title.as_str()), "{head}");
                    assert!(column.unit.as_ref().is_none_or(|unit| head.contains(unit.as_str())));
                }
                for (index, row) in table.rows.iter().enumerate() {
                    for (column, cell) in row.cells.iter().enumerate() {
                        let found = book.at(&placed, index, column);
                        let place = format!("{} {index} {column}", table.key);
                        assert_same(cell, &found, language, &place);
                        cells += 1;
                    }
                }
                if table.rows.is_empty() {
                    assert_eq!(book.at(&placed, 0, 0).to_string(), table.empty, "{}", table.key);
                } else {
                    let rows = u32::try_from(table.rows.len()).unwrap();
                    assert_eq!(book.table_rows(&placed), rows, "{}", table.key);
                }
            }
            assert!(cells > 3000, "{cells}");
        });
    }
}

#[test]
fn there_are_a_contents_sheet_a_summary_charts_and_some_thirty_sheets_of_tables() {
    for (language, first) in
        LANGUAGES.into_iter().zip([["目录", "概要", "图表"], ["Contents", "Summary", "Charts"]])
    {
        sample(language, |document, bytes| {
            let book = Workbook::read(bytes);
            assert_eq!(book.names[..3], first);
            assert!((25..=30).contains(&book.names.len()), "{:?}", book.names);
            for name in &book.names {
                assert!(!name.ends_with(|letter: char| letter.is_ascii_digit()), "{name}");
                let units = name.encode_utf16().count();
                assert!((1..=31).contains(&units), "{name}");
                assert!(!name.contains(['[', ']', ':', '*', '?', '/', '\\']), "{name}");
                let same = |other: &&String| other.to_lowercase() == name.to_lowercase();
                assert_eq!(book.names.iter().filter(same).count(), 1, "{name}");
            }
            let mut listed: Vec<String> = (5..book.rows(first[0]))
                .map(|row| book.cell(first[0], row, 0).to_string())
                .collect();
            let titles: Vec<String> = (5..book.rows(first[0]))
                .map(|row| book.cell(first[0], row, 1).to_string())
                .collect();
            for table in document.tables().filter(|table| !drawn(table)) {
                assert!(titles.contains(&table.title), "{} is not listed", table.title);
            }
            listed.dedup();
            assert_eq!(listed, book.names[1..]);
            let said: Vec<String> = (0..book.rows(first[1]))
                .map(|row| book.cell(first[1], row, 0).to_string())
                .collect();
            for note in document.sections.iter().flat_map(|section| &section.notes) {
                assert!(said.contains(note), "{note}");
            }
        });
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let twice = [(); 2].map(|()| sample(Language::Zh, |_, bytes| bytes.to_vec()));
    assert!(twice[0] == twice[1]);
}

/// Rows and columns of a table that must be formulas, and that must not.
type Sums = (&'static str, fn(&Table, &Row, usize) -> bool);

#[test]
fn totals_are_formulas_that_give_the_reports_figures() {
    // Grants are no sums of items; of the rest of a campus's totals only its
    // classes in school add up the rows above; a mean is no sum.
    let expected: [Sums; 12] = [
        ("admissions", |table, row, column| row.total || column + 1 == table.columns.len()),
        ("courses", |table, row, column| row.total || column + 1 == table.columns.len()),
        ("catchments", |table, _, column| column + 1 == table.columns.len()),
        ("money", |table, row, column| {
            let grant = row.cells[0] == Cell::text("资本预算（批准）")
                || row.cells[0] == Cell::text("运行预算（批准）");
            row.total && !grant || column + 1 == table.columns.len()
        }),
        ("classes_by_year", |_, row, _| row.cells[0] == Cell::text("全部专业")),
        ("classes_by_term", |_, row, _| row.total && row.cells[1] == Cell::text("在校班级")),
        ("staff_by_year", |_, row, _| row.cells[0] == Cell::text("学年末在岗")),
        ("staff", |_, row, _| row.total),
        ("asset_balance", |_, row, _| row.total),
        ("asset_owners", |_, row, _| row.total),
        ("asset_campuses", |_, row, _| row.total),
        ("people_by_campus", |table, row, column| row.total && column + 1 < table.columns.len()),
    ];
    sample(Language::Zh, |document, bytes| {
        let book = Workbook::read(bytes);
        let mut sums = 0;
        for table in document.tables().filter(|table| !drawn(table)) {
            let placed = book.titled(&table.title).unwrap();
            let sheet = &placed.sheet;
            let wanted = expected.iter().find(|(key, _)| *key == table.key);
            for (index, row) in table.rows.iter().enumerate() {
                for (column, cell) in row.cells.iter().enumerate() {
                    let place = placed.at(index, column);
                    let formula = book.formula(sheet, place.0, place.1);
                    let Some(value) = cell.number() else {
                        assert_eq!(formula, None, "{}", table.key);
                        continue;
                    };
                    let wanted = wanted.is_some_and(|(_, wanted)| wanted(table, row, column));
                    let told = format!("{} {:?} {column}", table.key, row.cells);
                    assert_eq!(formula.is_some(), wanted, "{told}");
                    let Some(formula) = formula else {
                        continue;
                    };
                    let sum = book.evaluate(sheet, formula);
                    assert!((sum - value).abs() <= 1e-6 * value.abs().max(1.0), "{told}: {sum}");
                    sums += 1;
                }
            }
        }
        assert!(sums > 200, "{sums}");
    });
}

#[test]
fn no_figure_is_a_text() {
    for language in LANGUAGES {
        sample(language, |document, _| {
            for table in document.tables() {
                let figures = table.columns.iter().enumerate();
                for (column, head) in figures.filter(|(_, column)| column.align == Align::Right) {
                    for row in &table.rows {
                        let Cell::Text(text) = &row.cells[column] else {
                            continue;
                        };
                        let figure = text.trim_end_matches(['%', '!', '*']).parse::<f64>();
                        assert!(figure.is_err(), "{} {}: {text}", table.key, head.title);
                    }
                }
            }
        });
    }
}

#[test]
fn texts_that_look_like_formulas_stay_texts() {
    let texts =
        ["=1+1", "+86 570", "-", "@name", "=cmd|'/c calc'!A1", "\n=1", "　＝1", "\u{200b}=1"];
    let change = |dossier: &mut Dossier| {
        let columns = vec![Column::text("=head".to_owned())];
        let rows = texts.map(|text| Row::new(vec![Cell::text(text)]));
        let table = Table::new("formulas", "=title".to_owned(), String::new(), columns);
        dossier.document.sections[0].tables.push(table.rows(rows));
    };
    with(Language::Zh, change, |_, bytes| {
        let book = Workbook::read(bytes);
        let placed = book.titled("=title").unwrap();
        let sheet = &placed.sheet;
        assert_eq!(book.cell(sheet, 2, 0), Data::String("=head".to_owned()));
        for (row, text) in (3..).zip(texts) {
            assert_eq!(book.cell(sheet, row, 0), Data::String(text.to_owned()));
            assert_eq!(book.formula(sheet, row, 0), None);
        }
        // Typed in again they stay texts.
        let styles = &parts(bytes)["xl/styles.xml"];
        assert!(styles.contains("quotePrefix=\"1\""));
    });
}

/// The parts of the sheets, by their names.
fn sheets(bytes: &[u8]) -> Vec<(String, String)> {
    let parts = parts(bytes);
    let names = Workbook::read(bytes).names;
    let part = |number: usize| parts[&format!("xl/worksheets/sheet{number}.xml")].clone();
    (1..).zip(names).map(|(number, name)| (name, part(number))).collect()
}

/// Sheets of the sample with tables too wide to be read on A4.
const ON_A3: [&str; 6] =
    ["教职工名册", "岗位与任课", "资产", "资产汇总", "办学条件", "办学条件明细"];

#[test]
fn heads_stay_in_sight_and_pages_print_across() {
    sample(Language::Zh, |document, bytes| {
        let book = Workbook::read(bytes);
        let tables: Vec<(&Table, Placed)> = (document.tables().filter(|table| !drawn(table)))
            .map(|table| (table, book.titled(&table.title).unwrap()))
            .collect();
        let (mut filters, mut on_a3) = (0, Vec::new());
        let sheets = sheets(bytes);
        for (name, sheet) in sheets.iter().skip(3) {
            let sheet = roxmltree::Document::parse(sheet).unwrap();
            let find = |name: &str| sheet.descendants().find(|node| node.has_tag_name((NS, name)));
            let pane = find("pane").unwrap();
            assert_eq!(pane.attribute("state"), Some("frozen"), "{name}");
            let here: Vec<&Table> = tables
                .iter()
                .filter(|(_, placed)| placed.sheet == *name)
                .map(|(table, _)| *table)
                .collect();
            let titles = (0..book.rows(name))
                .filter(|row| book.cell(name, *row, 0) != Data::Empty)
                .filter(|row| *row == 0 || book.cell(name, row - 1, 0) == Data::Empty)
                .count();
            if let ([only], 1) = (&here[..], titles) {
                assert_eq!(pane.attribute("ySplit"), Some("3"), "{name}");
                assert!(pane.attribute("xSplit").is_some() || only.stub == 0, "{name}");
            }
            let setup = find("pageSetup").unwrap();
            assert_eq!(setup.attribute("orientation"), Some("landscape"));
            match setup.attribute("paperSize") {
                Some("9") => {}
                Some("8") => on_a3.push(name.as_str()),
                other => panic!("{name}: {other:?}"),
            }
            assert_eq!(setup.attribute("fitToHeight"), Some("0"));
            let header = find("oddHeader").unwrap().text().unwrap_or_default();
            assert!(header.contains("龙游县职业教育集团"), "{header}");
            assert!(header.encode_utf16().count() <= 255);
            filters += usize::from(find("autoFilter").is_some());
        }
        assert_eq!(on_a3, ON_A3);
        assert!(filters > 15, "{filters}");
        let names = &parts(bytes)["xl/workbook.xml"];
        assert!(names.matches("_xlnm.Print_Titles").count() >= 8);
        let areas = names.matches("_xlnm.Print_Area").count();
        assert!(areas + 3 >= book.names.len(), "{areas}");
    });
}

#[test]
fn keys_stand_folded_beside_the_names_of_entries_of_the_case() {
    for (language, key) in LANGUAGES.into_iter().zip(["代码", "Key"]) {
        sample(language, |document, bytes| {
            let book = Workbook::read(bytes);
            let parts: BTreeMap<String, String> = sheets(bytes).into_iter().collect();
            let mut keys = 0;
            for table in document.tables().filter(|table| !table.keyed.is_empty()) {
                let placed = book.titled(&table.title).unwrap();
                let sheet = roxmltree::Document::parse(&parts[&placed.sheet]).unwrap();
                let columns: Vec<_> =
                    sheet.descendants().filter(|node| node.has_tag_name((NS, "col"))).collect();
                for (number, column) in table.keyed.iter().enumerate() {
                    let (heads, at) = placed.head(*column);
                    assert_eq!(book.cell(&placed.sheet, heads, at + 1).to_string(), key);
                    let place = at + 2;
                    let folded = columns.iter().any(|node| {
                        let end = |name| node.attribute(name).and_then(|at| at.parse().ok());
                        let here = end("min") <= Some(place) && Some(place) <= end("max");
                        here && node.attribute("hidden") == Some("1")
                            && node.attribute("outlineLevel") == Some("1")
                    });
                    assert!(folded, "{} {column}", table.key);
                    for (index, row) in table.rows.iter().enumerate() {
                        let (row_at, _) = placed.at(index, 0);
                        let found = book.cell(&placed.sheet, row_at, at + 1).to_string();
                        let wanted = row.keys.get(number).map_or("", String::as_str);
                        assert_eq!(found, wanted, "{} {index}", table.key);
                        keys += usize::from(!wanted.is_empty());
                    }
                }
            }
            assert!(keys > 200, "{keys}");
        });
    }
}

#[test]
fn no_sign_of_the_terminal_stands_over_bars_and_colours() {
    for language in LANGUAGES {
        sample(language, |_, bytes| {
            for (name, text) in &parts(bytes) {
                let said = !name.starts_with("docProps");
                for sign in ["duty命令", "command `", ".csv", "--out"] {
                    assert!(!said || !text.contains(sign), "{name}: {sign}");
                }
                for sign in ["（#", "(#", "带!", "(!"] {
                    assert!(!text.contains(sign), "{name}: {sign}");
                }
            }
        });
    }
}

const NS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The ranges that the charts of a workbook are drawn from, with what is kept
/// of their values.
fn series(parts: &std::collections::BTreeMap<String, String>) -> Vec<(String, Vec<Option<f64>>)> {
    let mut series = Vec::new();
    for (_, chart) in parts.iter().filter(|(name, _)| name.starts_with("xl/charts/chart")) {
        let chart = roxmltree::Document::parse(chart).unwrap();
        for values in chart.descendants().filter(|node| node.tag_name().name() == "val") {
            let text = |name: &str| {
                let mut found = values.descendants();
                found.find(|node| node.tag_name().name() == name).unwrap()
            };
            let range = text("f").text().unwrap().to_owned();
            let count: usize = text("ptCount").attribute("val").unwrap().parse().unwrap();
            let mut kept = vec![None; count];
            for point in values.descendants().filter(|node| node.tag_name().name() == "pt") {
                let index: usize = point.attribute("idx").unwrap().parse().unwrap();
                let value = point.descendants().find(|node| node.tag_name().name() == "v");
                kept[index] = value.and_then(|value| value.text()?.parse().ok());
            }
            series.push((range, kept));
        }
    }
    series
}

#[test]
fn charts_are_drawn_from_the_sheets() {
    for language in LANGUAGES {
        sample(language, |_, bytes| {
            let book = Workbook::read(bytes);
            let series = series(&parts(bytes));
            assert!(series.len() >= 8, "{}", series.len());
            let mut targets = 0;
            for (range, kept) in &series {
                let (sheet, cells) = range.rsplit_once('!').unwrap();
                let sheet = sheet.trim_matches('\'');
                assert!(book.names.iter().any(|name| name == sheet), "{sheet}");
                let (first, last) = cells.split_once(':').unwrap();
                let place = |name: &str| workbook::place(&name.replace('$', ""));
                let ((row, left), (_, right)) = (place(first), place(last));
                let found: Vec<Option<f64>> =
                    (left..=right).map(|column| book.number(sheet, row, column)).collect();
                assert!(found.iter().any(Option::is_some), "{range}");
                assert_eq!(found.len(), kept.len(), "{range}");
                if sheet == book.names[2] {
                    targets += 1;
                    let formula =
                        (left..=right).find_map(|column| book.formula(sheet, row, column));
                    let (from, cell) = formula.unwrap().rsplit_once('!').unwrap();
                    let (from_row, from_column) = workbook::place(cell);
                    let from = from.trim_matches('\'');
                    let told = book.number(from, from_row, from_column);
                    assert_eq!(told, found.into_iter().flatten().next(), "{range}");
                }
            }
            assert!(targets > 0);
        });
    }
}

#[test]
fn tight_and_short_cells_are_marked_by_rules() {
    sample(Language::Zh, |document, bytes| {
        let book = Workbook::read(bytes);
        let parts: BTreeMap<String, String> = sheets(bytes).into_iter().collect();
        let rules = |key: &str| {
            let table = document.tables().find(|table| table.key == key).unwrap();
            let sheet = &parts[&book.titled(&table.title).unwrap().sheet];
            let sheet = roxmltree::Document::parse(sheet).unwrap();
            let rules = sheet.descendants().filter(|node| node.has_tag_name((NS, "cfRule")));
            let rules = rules.map(|rule| {
                let formulas = rule.children().filter_map(|child| child.text());
                let operator = rule.attribute("operator").unwrap_or_default().to_owned();
                (operator, formulas.collect::<String>())
            });
            rules.collect::<Vec<_>>()
        };
        let shares = rules("capacity_shares");
        let is = |wanted: (&str, f64)| {
            shares.iter().any(|(operator, value)| {
                operator == wanted.0
                    && value.parse::<f64>().is_ok_and(|value| (value - wanted.1).abs() < 1e-6)
            })
        };
        assert!(is(("greaterThanOrEqual", 0.95)), "{shares:?}");
        assert!(is(("greaterThan", 1.0001)), "{shares:?}");
        let result = rules("capacity_tight");
        assert!(result.iter().any(|(_, text)| text.contains("紧张")), "{result:?}");
        let missed = rules("targets");
        assert!(missed.iter().any(|(_, text)| text.contains("ISNUMBER")), "{missed:?}");
    });
}
