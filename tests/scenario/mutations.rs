//! No text, however it came to be broken, makes the reader panic, and every
//! error of it is told with words.

use campusplan::analysis::check::arithmetic;
use campusplan::domain::Language;
use campusplan::scenario;
use proptest::prelude::*;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");

/// Texts that are apt to break something.
const HOSTILE: [&str; 36] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "，",
    "：",
    "“",
    "NaN",
    "inf",
    "-inf",
    "-1",
    "0",
    "1e308",
    "-1e-308",
    "4294967295",
    "4000000000",
    "18446744073709551616",
    "true",
    "None",
    "Some(3)",
    "\"\"",
    "\"2008-autumn\"",
    "\"9999-spring\"",
    "\"-99999999-autumn\"",
    "\"1e999 亿元\"",
    "\"east\"",
    "()",
    "[]",
    "{}",
    "/*",
    "\u{feff}",
];

/// One change of a text.
#[derive(Clone, Debug)]
enum Change {
    Drop(usize),
    Insert(usize, usize),
    Replace(usize, usize),
    DropLine(usize),
    RepeatLine(usize, usize),
    Number(usize, String),
    Cut(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<usize>;
    prop_oneof![
        at().prop_map(Change::Drop),
        (at(), at()).prop_map(|(at, what)| Change::Insert(at, what)),
        (at(), at()).prop_map(|(at, what)| Change::Replace(at, what)),
        at().prop_map(Change::DropLine),
        (at(), at()).prop_map(|(line, to)| Change::RepeatLine(line, to)),
        (at(), "-?[0-9]{1,24}(\\.[0-9]{1,4})?").prop_map(|(at, new)| Change::Number(at, new)),
        at().prop_map(Change::Cut),
    ]
}

/// Ranges of the words, numbers and single signs of a text.
fn tokens(text: &str) -> Vec<(usize, usize)> {
    let mut tokens: Vec<(usize, usize)> = Vec::new();
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        let word = letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.');
        let end = at + letter.len_utf8();
        match tokens.last_mut() {
            Some(last) if word && inside => last.1 = end,
            _ if letter.is_whitespace() => {}
            _ => tokens.push((at, end)),
        }
        inside = word;
    }
    tokens
}

fn apply(text: &str, change: &Change) -> String {
    let tokens = tokens(text);
    let lines: Vec<&str> = text.lines().collect();
    if tokens.is_empty() {
        return text.to_owned();
    }
    let token = |at: usize| tokens[at % tokens.len()];
    let put =
        |(from, to): (usize, usize), new: &str| format!("{}{new}{}", &text[..from], &text[to..]);
    match change {
        Change::Drop(at) => put(token(*at), ""),
        Change::Insert(at, what) => {
            let (from, _) = token(*at);
            put((from, from), HOSTILE[what % HOSTILE.len()])
        }
        Change::Replace(at, what) => put(token(*at), HOSTILE[what % HOSTILE.len()]),
        Change::DropLine(line) => {
            let mut lines = lines;
            lines.remove(line % lines.len());
            lines.join("\n")
        }
        Change::RepeatLine(line, to) => {
            let mut lines = lines;
            let again = lines[line % lines.len()];
            lines.insert(to % lines.len(), again);
            lines.join("\n")
        }
        Change::Number(at, new) => {
            let digits = |(from, to): &&(usize, usize)| text[*from..*to].parse::<f64>().is_ok();
            let numbers: Vec<_> = tokens.iter().filter(digits).collect();
            match numbers.len() {
                0 => text.to_owned(),
                count => put(*numbers[at % count], new),
            }
        }
        Change::Cut(at) => text[..token(*at).0].to_owned(),
    }
}

/// Reads a text and uses all that comes of it.
fn survives(text: &str) {
    let (loaded, found) = match scenario::read(text) {
        Ok(loaded) => {
            let warnings = loaded.warnings.clone();
            (Some(loaded), warnings)
        }
        Err(found) => (None, found),
    };
    assert!(loaded.is_some() || !found.is_empty());
    let file = scenario::File { name: "case.ron".to_owned(), text: text.to_owned(), sheets: None };
    for language in [Language::Zh, Language::En] {
        let shown = scenario::render(&found, std::slice::from_ref(&file), language);
        assert_eq!(shown.is_empty(), found.is_empty());
    }
    if let Some(loaded) = loaded {
        let _ = arithmetic(&loaded.scenario);
        let _ = scenario::unsourced(&loaded.raw);
    }
}

/// The scenarios that stand beside the smallest one.
fn others() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let texts = entries.filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
    texts.filter(|text| text != MINIMAL).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_scenarios_do_not_panic(changes in prop::collection::vec(change(), 1..6)) {
        let text = changes.iter().fold(MINIMAL.to_owned(), |text, change| apply(&text, change));
        survives(&text);
    }

    #[test]
    fn bytes_do_not_panic(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = MINIMAL.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        survives(&String::from_utf8_lossy(&bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn other_scenarios_broken_do_not_panic(changes in prop::collection::vec(change(), 1..4)) {
        for text in others() {
            survives(&changes.iter().fold(text, |text, change| apply(&text, change)));
        }
    }
}

/// An overlay with every kind of change.
const OVERLAY: &str = r#"(
    base: "minimal.ron",
    name: (zh: "试", en: "Trial"),
    note: (zh: "说明"),
    changes: [
        set("campuses.west.tenure.until", "2009-spring"),
        set("campuses.east.tenure.until", "2009-autumn"),
        set("programmes.*.attrition", ["1%"]),
        set("rules.admission.enforce", priced("0.2 万元")),
        remove("roads[west,east]"),
        add("roads", (between: ["east", "west"], km: 1, minutes: 3)),
        add("fields.arts", (name: (zh: "艺术"))),
        scale("campuses[\"west\"].owns", 2),
        scale("admissions[*,2008-autumn].applicants", 1.5),
        remove("cohorts[0]"),
        remove("admissions[clerk]"),
        remove("options.*.upkeep"),
    ],
    sources: {
        "programmes.*.attrition": (kind: assumption, note: (zh: "设")),
    },
)"#;

/// Loads an overlay on the minimal scenario and uses all that comes of it.
fn overlay_survives(text: &str, changes: &[scenario::Change]) {
    let reader = |path: &std::path::Path| match path.to_str() {
        Some("o.ron") => Ok(text.to_owned()),
        Some("minimal.ron") => Ok(MINIMAL.to_owned()),
        _ => Err("not there".to_owned()),
    };
    let reading = scenario::load(std::path::Path::new("o.ron"), changes, &reader);
    let reading = reading.expect("the file is there");
    let found = match &reading.result {
        Ok(loaded) => {
            let again = scenario::read(&loaded.text).expect("reads back");
            assert_eq!(again.scenario.hash, loaded.scenario.hash);
            assert!(scenario::differences(loaded, &again).is_empty());
            &loaded.warnings
        }
        Err(found) => {
            assert!(!found.is_empty());
            found
        }
    };
    for language in [Language::Zh, Language::En] {
        let shown = scenario::render(found, &reading.files, language);
        assert_eq!(shown.is_empty(), found.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn broken_overlays_do_not_panic(changes in prop::collection::vec(change(), 0..6)) {
        let text = changes.iter().fold(OVERLAY.to_owned(), |text, change| apply(&text, change));
        overlay_survives(&text, &[]);
    }

    #[test]
    fn broken_changes_do_not_panic(
        path in "[a-z.*\\[\\]\",0-9]{0,24}|campuses.(west|\\*).(owns|tenure|name)|cohorts\\[[0-9*]\\](.students)?",
        value in "[^=]{0,12}|[0-9.-]{1,8}|\\(.{0,8}|\\[.{0,8}",
    ) {
        let given = format!("{path}={value}");
        for change in [
            scenario::Change::Set(given.clone()),
            scenario::Change::Scale(given.clone()),
            scenario::Change::Remove(path.clone()),
        ] {
            overlay_survives("(base: \"minimal.ron\")", &[change]);
        }
    }
}

#[test]
fn the_unbroken_overlay_is_read() {
    let reader = |path: &std::path::Path| match path.to_str() {
        Some("o.ron") => Ok(OVERLAY.to_owned()),
        _ => Ok(MINIMAL.to_owned()),
    };
    let reading = scenario::load(std::path::Path::new("o.ron"), &[], &reader).expect("a file");
    let files = &reading.files;
    if let Err(found) = &reading.result {
        panic!("{}", scenario::render(found, files, Language::En));
    }
}

#[test]
fn deep_nesting_does_not_overflow() {
    for bracket in ["(", "[", "{", "Some(", "/*", "(a:", "{\"a\":", "[\"", "priced("] {
        survives(&bracket.repeat(20_000));
        survives(&format!("(rules: {}", bracket.repeat(20_000)));
        survives(&format!("(nothing: {}", bracket.repeat(20_000)));
    }
}
