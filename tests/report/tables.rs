//! What the reports look like: tables fit the page and line up, in both
//! languages, and files hold the same figures.

#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]

use crate::support::{report_sample, tiny};
use campusplan::domain::{Language, Rule, Text};
use campusplan::plan::{Status, TierResult};
use campusplan::planning::{Infeasibility, Shortage};
use campusplan::report::document::{Cell, Column, Document, Row, Table};
use campusplan::report::sections::summary::standing;
use campusplan::report::view::View;
use campusplan::report::wrap::wrap;
use campusplan::report::{self, csv, format, terminal};
use campusplan::verify::Verification;
use tabled::grid::util::string::get_line_width;

fn document(language: Language) -> Document {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    let verification = Verification::default();
    report::plan_document(&View {
        scenario: &scenario,
        plan: &plan,
        verification: &verification,
        language,
    })
}

const LANGUAGES: [Language; 2] = [Language::Zh, Language::En];

/// The blocks of lines that belong to one table: those around a rule with a
/// crossing, up to the next empty line.
fn blocks(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().collect();
    let mut blocks = Vec::new();
    for paragraph in lines.split(|line| line.is_empty()) {
        let table = |line: &&str| line.contains('|') || line.contains("-+-");
        let block: Vec<&str> = paragraph.iter().copied().filter(table).collect();
        if !block.is_empty() {
            blocks.push(block);
        }
    }
    blocks
}

/// The display columns in which a line has a bar or a crossing.
fn bars(line: &str) -> Vec<usize> {
    let mut column = 0;
    let mut bars = Vec::new();
    for character in line.chars() {
        if character == '|' || character == '+' {
            bars.push(column);
        }
        column += get_line_width(&character.to_string());
    }
    bars
}

#[test]
fn every_line_fits_the_page() {
    for language in LANGUAGES {
        let text = terminal::render(&document(language), language);
        for line in text.lines() {
            assert!(get_line_width(line) <= terminal::PAGE, "{line}");
        }
    }
}

#[test]
fn the_lines_of_a_table_line_up() {
    for language in LANGUAGES {
        let text = terminal::render(&document(language), language);
        let blocks = blocks(&text);
        assert!(blocks.len() > 20, "{} tables", blocks.len());
        for block in blocks {
            for line in &block {
                assert_eq!(get_line_width(line), get_line_width(block[0]), "{line}");
                assert_eq!(bars(line), bars(block[0]), "{line}");
            }
        }
    }
}

#[test]
fn no_character_has_a_doubtful_width() {
    for language in LANGUAGES {
        let text = terminal::render(&document(language), language);
        let doubtful = |character: char| {
            "\u{201c}\u{201d}\u{2018}\u{2019}\u{2014}\u{2013}\u{2026}\u{d7}\u{b7}\u{b2}"
                .contains(character)
                || ('\u{2190}'..='\u{25ff}').contains(&character)
        };
        assert_eq!(text.chars().find(|one| doubtful(*one)), None);
    }
}

#[test]
fn both_languages_have_the_same_tables_with_the_same_rows() {
    let [zh, en] = LANGUAGES.map(document);
    let shapes = |document: &Document| -> Vec<_> {
        document.tables().map(|table| (table.key, table.columns.len(), table.rows.len())).collect()
    };
    assert_eq!(shapes(&zh), shapes(&en));
    for table in zh.tables() {
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len(), "{}", table.key);
        }
    }
}

/// A campus that may be sold, pay, and parts of the objective about intakes: what the
/// sample does not state.
const MORE: [(&str, &str); 5] = [
    ("terms: 2,", "terms: 4,"),
    ("/*campus b*/", "running_cost: 3, closable: true, afterwards: (how: sell, proceeds: 20),"),
    ("/*subjects*/", r#""s": (name: (zh: "课"))"#),
    (
        "/*cohorts*/",
        r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 1, students: 30)"#,
    ),
    (
        "/*more*/",
        r#"roster: {"li": (name: "李", employer: (zh: "县"), campus: "a", subjects: ["s"], load: 10)},
        payroll: (each: 3),
        objective: [(parts: [(part: targets)]), (parts: [(part: cost)]), (parts: [(part: swing)])],"#,
    ),
];

/// Keys of the tables of a plan that states more than the sample.
fn keys_of_more() -> Vec<&'static str> {
    let scenario = tiny::read(&tiny::text(&MORE));
    let plan = tiny::outcome(&scenario).expect("a plan");
    let verification = Verification::default();
    let view = View {
        scenario: &scenario,
        plan: &plan,
        verification: &verification,
        language: Language::Zh,
    };
    report::plan_document(&view).tables().map(|table| table.key).collect()
}

#[test]
fn every_table_has_a_file_name_of_its_own() {
    let document = document(Language::Zh);
    let mut keys: Vec<&str> = document.tables().map(|table| table.key).collect();
    let more: Vec<&str> = keys_of_more().into_iter().filter(|key| !keys.contains(key)).collect();
    keys.extend(more);
    keys.sort_unstable();
    assert_eq!(keys, report::sections::TABLES);
    assert!(keys.iter().all(|key| key.is_ascii()));
}

#[test]
fn csv_files_hold_the_figures_as_they_are() {
    let document = document(Language::Zh);
    for table in document.tables() {
        let bytes = csv::render(table, Language::Zh).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), table.columns.len());
        let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), table.rows.len(), "{}", table.key);
        for (record, row) in records.iter().zip(&table.rows) {
            for (field, cell) in record.iter().zip(&row.cells) {
                let wanted = match cell {
                    Cell::Whole(value) | Cell::Amount(value, _) | Cell::Load(value, _) => *value,
                    Cell::Money(money) => money.0,
                    _ => continue,
                };
                let found: f64 = field.parse().unwrap();
                assert!((found - wanted).abs() < 1e-6, "{}: {field}", table.key);
            }
        }
    }
}

#[test]
fn csv_files_hold_no_formulas() {
    let rows = ["=1+1", "+1", "-1", "@a", "a=1"].map(|text| Row::new(vec![Cell::text(text)]));
    let minus = Row::new(vec![Cell::Whole(-3.0)]);
    let column = Column::text("-text".to_owned());
    let table = Table::new("test", String::new(), String::new(), vec![column]);
    let bytes = csv::render(&table.rows(rows).rows([minus]), Language::Zh).unwrap();
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "\u{feff}'-text\n'=1+1\n'+1\n'-1\n'@a\na=1\n-3\n"
    );
}

#[test]
fn a_tier_is_called_optimal_only_when_proven() {
    let tier = |value, bound, gap, status| TierResult {
        parts: Vec::new(),
        value,
        bound,
        gap,
        status,
        certificate: None,
    };
    let cases = [
        (tier(5.0, Some(5.0), Some(0.0), Status::GapReached), "proven optimal"),
        (tier(0.0, Some(0.0), None, Status::GapReached), "proven optimal"),
        (
            tier(100.0, Some(99.99), Some(1e-4), Status::GapReached),
            "proven within 0.01% of the best",
        ),
        (
            tier(100.0, Some(99.9999), Some(1e-6 * 1.5), Status::GapReached),
            "proven optimal to the digits shown",
        ),
        (
            tier(0.004, Some(0.0), Some(1.0), Status::TimeLimit),
            "proven optimal to the digits shown",
        ),
        (
            tier(100.0, Some(97.0), Some(0.03), Status::TimeLimit),
            "time limit, gap 3%, best plan so far",
        ),
        (
            tier(100.0, Some(0.0), Some(1.0), Status::TimeLimit),
            "time limit, nothing proven, best plan so far",
        ),
        (
            tier(100.0, None, None, Status::TimeLimit),
            "time limit, nothing proven, best plan so far",
        ),
        (tier(100.0, None, None, Status::GapReached), "nothing proven"),
        (tier(1.0, Some(2.0), Some(-1.0), Status::GapReached), "nothing proven"),
    ];
    for (tier, words) in cases {
        assert_eq!(standing(&tier).en, words);
    }
}

#[test]
fn a_verification_that_fails_says_what_and_where() {
    let verification = report_sample::broken();
    for (language, words) in [
        (
            Language::Zh,
            ["容量", "宿舍床位，县职校", "2009年秋", "907", "重新核对564处，有1处不成立"],
        ),
        (
            Language::En,
            [
                "Capacity",
                "Dormitory beds",
                "autumn 2009",
                "907",
                "of 564 comparisons 1 do not hold",
            ],
        ),
    ] {
        let document = report::verification_document(&verification, language);
        let text = terminal::render(&document, language);
        for word in words {
            assert!(text.contains(word), "{word} in {text}");
        }
        assert!(text.lines().all(|line| get_line_width(line) <= terminal::PAGE));
    }
}

#[test]
fn a_scenario_without_a_plan_says_what_is_short() {
    let scenario = report_sample::scenario();
    let why = Infeasibility {
        shortages: vec![Shortage {
            rule: Rule::Capacity,
            place: vec!["bed".to_owned(), "hq".to_owned()],
            term: Some("2009-autumn".parse().unwrap()),
            amount: 140.0,
            message: Text {
                zh: "缺140张宿舍床位".to_owned(),
                en: "140 dormitory beds short".to_owned(),
            },
        }],
        conflict: vec![Rule::Capacity, Rule::Placement],
        complete: false,
    };
    let text = |language| {
        let document = report::infeasibility_document(&scenario, &why, language);
        terminal::render(&document, language)
    };
    let (zh, en) = (text(Language::Zh), text(Language::En));
    for word in ["宿舍床位，县职校", "2009年秋", "缺140张宿舍床位", "容量、安置", "没有完成"]
    {
        assert!(zh.contains(word), "{word} in {zh}");
    }
    for word in ["140 dormitory beds short", "Capacity, Placement", "incomplete"] {
        assert!(en.contains(word), "{word} in {en}");
    }
}

#[test]
fn long_texts_break_before_no_closing_punctuation() {
    let text = "没有任何计划能同时满足全部硬性规则，查找在时限内没有完成。";
    for width in 4..60 {
        let lines = wrap(text, width);
        assert_eq!(lines.concat(), text);
        assert!(lines.iter().all(|line| get_line_width(line) <= width));
        assert!(!lines.iter().any(|line| line.starts_with(['，', '。'])));
    }
    assert_eq!(wrap("one two three", 7), ["one two", "three"]);
    assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
}

#[test]
fn figures_read_well() {
    let cases = [
        (0.0, 0, "0"),
        (-0.04, 1, "0.0"),
        (2500.4, 0, "2500"),
        (12_345.67, 1, "12,345.7"),
        (-1_234_567.0, 0, "-1,234,567"),
    ];
    for (value, decimals, text) in cases {
        assert_eq!(format::number(value, decimals), text);
    }
    assert_eq!(format::percent_up(0.0), "0%");
    assert_eq!(format::percent_up(0.012_34), "1.24%");
}
