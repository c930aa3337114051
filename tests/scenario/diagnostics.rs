//! Every kind of mistake in a scenario file is told with its path, its place
//! in the text and a hint.

use campusplan::diagnostic::{Diagnostic, Severity};
use campusplan::domain::Language;
use campusplan::scenario;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");

/// The minimal scenario with some texts replaced, each once.
pub fn patched(patches: &[(&str, &str)]) -> String {
    let mut text = MINIMAL.to_owned();
    for (old, new) in patches {
        assert!(text.contains(old), "{old} is not in the scenario");
        text = text.replacen(old, new, 1);
    }
    text
}

/// A text as a file of the scenario's name.
fn file(text: &str) -> scenario::File {
    scenario::File { name: "case.ron".to_owned(), text: text.to_owned(), sheets: None }
}

/// The findings about a text.
pub fn findings(text: &str) -> Vec<Diagnostic> {
    match scenario::read(text) {
        Ok(loaded) => loaded.warnings,
        Err(found) => found,
    }
}

/// Line and column, from 1 and in characters, at which `marker` begins.
fn position(text: &str, marker: &str) -> (usize, usize) {
    let offset = text.find(marker).expect("marker");
    let before = &text[..offset];
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    (line, text[start..offset].chars().count() + 1)
}

/// Replaces `old` by `new` and expects exactly one error: at `path`, where
/// `marker` begins, and with every one of `said` in its English text.
pub fn one_error(old: &str, new: &str, path: &str, marker: &str, said: &[&str]) {
    let text = patched(&[(old, new)]);
    let found = findings(&text);
    let errors: Vec<_> = found.iter().filter(|one| one.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 1, "{new}: {found:#?}");
    told(&text, errors[0], path, marker, said);
}

pub fn told(text: &str, finding: &Diagnostic, path: &str, marker: &str, said: &[&str]) {
    assert_eq!(finding.path, path, "{finding:#?}");
    let place = finding.position.map(|place| (place.line, place.column));
    assert_eq!(place, Some(position(text, marker)), "{finding:#?}");
    let hints = finding.hints.iter().map(|hint| hint.en.as_str());
    let words: Vec<&str> = std::iter::once(finding.message.en.as_str()).chain(hints).collect();
    let words = words.join("\n");
    for part in said {
        assert!(words.contains(part), "`{part}` is not said: {words}");
    }
    assert!(!finding.message.zh.is_empty());
}

#[test]
fn unknown_fields() {
    one_error(
        "target_term: \"2009-spring\"",
        "taget_term: \"2009-spring\"",
        "calendar.taget_term",
        "taget_term",
        &["no field `taget_term`", "did you mean `target_term`?"],
    );
    one_error(
        "min: \"30 人\"",
        "mni: \"30 人\"",
        "programmes.machinist.class_size.mni",
        "mni",
        &["min"],
    );
}

#[test]
fn wrong_types() {
    one_error("terms: 4,", "terms: 4.5,", "calendar.terms", "4.5", &["4.5", "whole number"]);
    one_error(
        "terms: 4,",
        "terms: \"four\",",
        "calendar.terms",
        "\"four\"",
        &["\"four\"", "whole number"],
    );
    one_error(
        "closable: true",
        "closable: 1",
        "campuses.west.closable",
        "1,\n            closing_cost",
        &["true or false"],
    );
    one_error(
        "name: (zh: \"加工制造类\", en: \"Machining\")",
        "name: \"加工制造类\"",
        "fields.machining.name",
        "\"加工制造类\"",
        &["parentheses"],
    );
    one_error(
        "sites: {\"east\": ()}",
        "sites: [\"east\"]",
        "programmes.machinist.sites",
        "[\"east\"]",
        &["write a map"],
    );
    one_error(
        "between: [\"east\", \"west\"]",
        "between: [\"east\", 5]",
        "roads[0].between[1]",
        "5], km",
        &["double quotes"],
    );
    one_error(
        "default_use: 1,",
        "default_use: true,",
        "resources.classroom.default_use",
        "true,\n        ),\n        \"bed\"",
        &["a number, or a text with a unit"],
    );
    one_error(
        "classes: 2, students: 76",
        "classes: -2, students: 76",
        "cohorts[0].classes",
        "-2, students",
        &["-2", "whole number"],
    );
}

#[test]
fn misspelt_words_and_names() {
    one_error("language: zh", "language: cn", "language", "cn,", &["`cn`", "zh, en"]);
    one_error(
        "per: boarder",
        "per: border",
        "resources.bed.per",
        "border,",
        &["did you mean `boarder`?"],
    );
    one_error(
        "campus: \"east\", classes: 2, students: 76",
        "campus: \"eest\", classes: 2, students: 76",
        "cohorts[0].campus",
        "\"eest\"",
        &["no campus called `eest`", "did you mean `east`?", "east, west"],
    );
    one_error(
        "\"general\": 14, \"mechanics\": 12",
        "\"general\": 14, \"mechanic\": 12",
        "programmes.machinist.curriculum[0].periods.mechanic",
        "12}, uses",
        &["did you mean `mechanics`?"],
    );
    one_error(
        "resource: \"bed\"",
        "resource: \"beds\"",
        "options.east_dormitory.resource",
        "\"beds\",\n            units",
        &["did you mean `bed`?"],
    );
    one_error(
        "\"prices\": (kind",
        "\"price\": (kind",
        "sources.price",
        "(kind: assumption, note: (zh: \"示例的单价\"",
        &["nothing at `price`", "did you mean `prices`?"],
    );
}

#[test]
fn units_and_numbers() {
    one_error(
        "weeks: \"18 周\"",
        "weeks: \"18 km\"",
        "calendar.weeks",
        "\"18 km\"",
        &["`km`", "周"],
    );
    one_error(
        "cost: \"40 万元\"",
        "cost: \"forty\"",
        "options.east_dormitory.cost",
        "\"forty\"",
        &["`forty`", "万元"],
    );
    one_error(
        "utilisation: \"75%\"",
        "utilisation: 75",
        "resources.lathe.utilisation",
        "75,",
        &["75", "0", "1", "\"75%\""],
    );
    one_error("students: 76", "students: NaN", "cohorts[0].students", "NaN", &["finite"]);
    one_error("students: 76", "students: -76", "cohorts[0].students", "-76", &["negative"]);
    one_error(
        "running_cost: \"8 万元\"",
        "running_cost: inf",
        "campuses.west.running_cost",
        "inf",
        &["finite"],
    );
    one_error(
        "\"lathe\": \"36 台\"",
        "\"lathe\": \"36.5 台\"",
        "campuses.east.owns.lathe",
        "\"36.5 台\"",
        &["whole"],
    );
    one_error(
        "count: 5,",
        "count: 4000000000,",
        "staff.east_general.count",
        "4000000000",
        &["5000"],
    );
    one_error(
        "terms: 4, periods",
        "terms: 4294967295, periods",
        "programmes.machinist.curriculum[0].terms",
        "4294967295",
        &["20"],
    );
    one_error(
        "terms: 4, periods",
        "terms: 99999999999999999999999999, periods",
        "programmes.machinist.curriculum[0].terms",
        "99999999999999999999999999",
        &["whole number"],
    );
}

#[test]
fn terms_and_dates() {
    one_error(
        "entry: \"2007-autumn\"",
        "entry: \"2007 Autumn\"",
        "cohorts[1].entry",
        "\"2007 Autumn\"",
        &["did you mean \"2007-autumn\"?"],
    );
    one_error(
        "entry: \"2008-autumn\", applicants: 90",
        "entry: \"2012-autumn\", applicants: 90",
        "admissions[0].entry",
        "\"2012-autumn\"",
        &["outside the horizon", "2008-spring to 2009-autumn"],
    );
    one_error(
        "tenure: (until: \"2009-spring\")",
        "tenure: (from: \"2008-spring\", until: \"2007-autumn\")",
        "campuses.west.tenure.until",
        "\"2007-autumn\"),",
        &["2008-spring", "2007-autumn"],
    );
    one_error(
        "programme: \"clerk\", entry: \"2006-autumn\"",
        "programme: \"clerk\", entry: \"2003-autumn\"",
        "cohorts[2].entry",
        "\"2003-autumn\"",
        &["graduated"],
    );
    one_error(
        "programme: \"clerk\", entry: \"2006-autumn\"",
        "programme: \"clerk\", entry: \"2008-spring\"",
        "cohorts[2].entry",
        "\"2008-spring\", campus",
        &["admissions"],
    );
    one_error(
        "\"prices\": (kind: assumption,",
        "\"prices\": (kind: statistic, date: \"2008-02-30\",",
        "sources.prices.date",
        "\"2008-02-30\"",
        &["not a date"],
    );
    one_error(
        "capital: {\"2008\": \"60 万元\"",
        "capital: {\"last year\": \"60 万元\"",
        "rules.budget.capital[\"last year\"]",
        "\"60 万元\"",
        &["year"],
    );
}

#[test]
fn duplicates() {
    one_error(
        "language: zh,",
        "language: zh, language: en,",
        "language",
        "language: en",
        &["comes twice"],
    );
    one_error(
        "\"bed\": \"80 张\"",
        "\"bed\": \"80 张\", \"bed\": 3",
        "campuses.west.owns.bed",
        "\"bed\": 3",
        &["comes twice"],
    );
    one_error(
        "(programme: \"clerk\", entry: \"2009-autumn\"",
        "(programme: \"clerk\", entry: \"2008-autumn\"",
        "admissions[3]",
        "(programme: \"clerk\", entry: \"2008-autumn\", applicants: 70),\n    ]",
        &["admissions[2]"],
    );
    one_error(
        "programmes: [\"machinist\", \"clerk\"]",
        "programmes: [\"machinist\", \"clerk\", \"clerk\"]",
        "pools.town.programmes[2]",
        "\"clerk\"],\n            willing",
        &["already"],
    );
    one_error(
        "between: [\"east\", \"west\"]",
        "between: [\"east\", \"east\"]",
        "roads[0].between",
        "[\"east\", \"east\"]",
        &["both ends"],
    );
}

#[test]
fn merging_needs_its_limit() {
    let rules = "relocation: (most_per_stage: 6, cost: \"0.5 万元\"),";
    let with = |merging: &str| format!("merging: ({merging}), {rules}");
    one_error(
        rules,
        &with("most_students: \"0 人\""),
        "rules.merging.most_students",
        "\"0 人\"",
        &["more than 0"],
    );
    one_error(
        rules,
        &with("cost: \"0.1 万元\""),
        "rules.merging.most_students",
        "(cost: \"0.1 万元\")",
        &["`most_students` is missing"],
    );
}

/// A course of the minimal scenario that is right, with a change.
fn course(from: &str, to: &str) -> String {
    let right = r#"name: (zh: "车工培训", en: "Lathe work"), sites: ["east"],
        demand: (trainees: "20 人"), least: (trainees: "5 人"), hours: {"lathe": "36 小时"},
        periods: {"mechanics": "18 节"}, fee: "0.1 万元""#;
    assert!(right.contains(from), "{from}");
    let course = right.replacen(from, to, 1);
    format!("courses: {{\"turning\": ({course})}},\n    targets: {{\n        \"registered\"")
}

const TARGETS: &str = "targets: {\n        \"registered\"";

#[test]
fn short_courses() {
    let mistakes = [
        ("[\"east\"]", "[\"west\"]", "least", "(trainees: \"5 人\")", &["2009-autumn"][..]),
        (r#"["east"]"#, r#"["esat"]"#, "sites[0]", "\"esat\"", &["`esat`", "`east`"]),
        (r#"["east"]"#, "[]", "sites", "[],\n        demand", &["no campus"]),
        (r#"["east"]"#, r#"["east", "east"]"#, "sites[1]", "\"east\"],", &["twice"]),
        ("{\"lathe\"", "{\"late\"", "hours.late", "\"36 小时\"", &["`lathe`"]),
        (
            "{\"lathe\": \"36 小时\"",
            "{\"bed\": 1",
            "hours.bed",
            "1},\n        periods",
            &["no hours", "under `uses`"],
        ),
        (
            "hours: {\"lathe\": \"36 小时\"",
            "uses: {\"lathe\": 1",
            "uses.lathe",
            "1},\n        periods",
            &["by the hour", "under `hours`"],
        ),
        ("\"mechanics\"", "\"mechanic\"", "periods.mechanic", "\"18 节\"", &["`mechanics`"]),
        ("\"5 人\"", "\"21 人\"", "least", "(trainees: \"21 人\")", &["21", "demand of 20"]),
        ("\"5 人\"", "\"2.5 人\"", "least.trainees", "\"2.5 人\"", &["whole"]),
        (
            "trainees: \"5 人\"",
            "from: {\"2030-spring\": 5}",
            "least.from.2030-spring",
            "5})",
            &["2030"],
        ),
        (", fee: \"0.1 万元\"", "", "fee", "(name: (zh: \"车工培训\"", &["`fee` is missing"]),
        (
            "demand: (trainees: \"20 人\"), ",
            "",
            "demand",
            "(name: (zh: \"车工培训\"",
            &["`demand` is missing"],
        ),
    ];
    for (from, to, path, marker, said) in mistakes {
        let path = format!("courses.turning.{path}");
        one_error(TARGETS, &course(from, to), &path, marker, said);
    }
}

#[test]
fn a_short_course_that_needs_nothing_is_odd() {
    let needs = "hours: {\"lathe\": \"36 小时\"},\n        periods: {\"mechanics\": \"18 节\"}, ";
    let text = patched(&[(TARGETS, &course(needs, ""))]);
    let found = findings(&text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].severity, Severity::Warning);
    let marker = "(name: (zh: \"车工培训\"";
    told(&text, &found[0], "courses.turning", marker, &["uses nothing"]);
}

#[test]
fn missing_fields_are_told_where_they_belong() {
    one_error(
        "applicants: 90",
        "least: 0",
        "admissions[0].applicants",
        "(programme: \"machinist\", entry: \"2008-autumn\"",
        &["has no applicants", "state `applicants`"],
    );
    one_error(
        "field: \"machining\",",
        "",
        "programmes.machinist.field",
        "(\n            name: (zh: \"机械加工技术\"",
        &["`field` is missing"],
    );
}

#[test]
fn more_than_there_is_today() {
    // four classes that have no other site
    one_error(
        "\"classroom\": \"10 间\"",
        "\"classroom\": \"3 间\"",
        "campuses.east.owns.classroom",
        "\"3 间\"",
        &["at least 4", "there are 3", "1 short"],
    );
    // three classes that may all move elsewhere
    let text = patched(&[("\"classroom\": \"4 间\"", "\"classroom\": \"2 间\"")]);
    let found = findings(&text);
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(finding.severity, Severity::Warning);
    let path = "campuses.west.owns.classroom";
    let said = ["at least 3", "there are 2", "move elsewhere in the first term"];
    told(&text, finding, path, "\"2 间\"", &said);
}

#[test]
fn internships_must_fit() {
    one_error(
        "(first: 5, last: 6, length: 1)",
        "(first: 5, last: 6, length: 3)",
        "programmes.machinist.internship.length",
        "3),",
        &["does not fit"],
    );
    one_error(
        "campus: \"west\", classes: 1, students: 38",
        "campus: \"west\", classes: 1, students: 38, interned: 1",
        "cohorts[2].interned",
        "1),\n        (programme: \"clerk\", entry: \"2007",
        &["no internship"],
    );
}

#[test]
fn full_width_characters_are_named() {
    let terms = "terms: 4,";
    for (old, new, marker) in [
        (terms, "terms: 4，", "，\n        // 目标从"),
        (terms, "terms：4,", "：4,"),
        ("\"2008-spring\"", "“2008-spring”", "“2008-spring”"),
        ("calendar: (", "calendar: （", "（\n"),
    ] {
        let text = patched(&[(old, new)]);
        let found = findings(&text);
        assert_eq!(found.len(), 1, "{found:#?}");
        let wide = &marker[..3];
        told(&text, &found[0], &found[0].path, marker, &["full-width", wide]);
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let text = format!("\u{feff}{MINIMAL}");
    let loaded = scenario::read(&text).expect("reads");
    assert_ne!(loaded.scenario.hash, scenario::hash(MINIMAL));
    let found = findings("\u{feff}(x: 1)");
    let unknown = found.iter().find(|one| one.path == "x").expect("x");
    let first = unknown.position.map(|place| (place.line, place.column));
    assert_eq!(first, Some((1, 2)), "{found:#?}");
}

#[test]
fn everything_is_told_at_once() {
    let text = patched(&[
        ("terms: 4,", "terms: true,"),
        ("weeks: \"18 周\"", "weeks: \"18 万元\""),
        ("language: zh", "language: cn"),
        ("willing: \"30%\"", "willing: 3"),
        ("campus: \"west\", classes: 1", "campus: \"wets\", classes: 1"),
        ("count: 8", "count: 0"),
        ("at_least: \"400 人\"", "at_lest: \"400 人\""),
    ]);
    let found = findings(&text);
    let paths: Vec<&str> = found.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "language",
            "calendar.terms",
            "calendar.weeks",
            "cohorts[2].campus",
            "pools.town.willing",
            "staff.east_mechanics.count",
            "targets.registered.at_lest",
        ]
    );
}

#[test]
fn what_cannot_be_read_spoils_nothing_else() {
    let text = patched(&[("between: [\"east\", \"west\"]", "between: 7")]);
    let paths: Vec<String> = findings(&text).into_iter().map(|one| one.path).collect();
    assert_eq!(paths, ["roads[0].between"]);
    let text = patched(&[(
        "        (programme: \"machinist\", entry: \"2006-autumn\"",
        "        4, (programme: \"machinist\", entry: \"2006 autumn\"",
    )]);
    let paths: Vec<String> = findings(&text).into_iter().map(|one| one.path).collect();
    assert_eq!(paths, ["cohorts[0]", "cohorts[1].entry"]);
}

#[test]
fn findings_show_the_line() {
    let text = patched(&[("weeks: \"18 周\"", "weeks: \"18 km\"")]);
    let found = findings(&text);
    let zh = scenario::render(&found, &[file(&text)], Language::Zh);
    let (line, column) = position(&text, "\"18 km\"");
    for part in [
        "错误: 这里不能用单位“km”",
        &format!("case.ron:{line}:{column}"),
        "weeks: \"18 km\"",
        "^^^^^^^ calendar.weeks",
        "提示: ",
    ] {
        assert!(zh.contains(part), "{part}: {zh}");
    }
    let en = scenario::render(&found, &[file(&text)], Language::En);
    assert!(en.contains("error: the unit `km` does not fit here"), "{en}");
}

#[test]
fn figures_and_their_sources() {
    let loaded = scenario::read(MINIMAL).expect("reads");
    let figures = scenario::figures(&loaded.raw);
    for path in [
        "calendar.weeks",
        "campuses.west.tenure.until",
        "cohorts[3].students",
        "staff.east_general.retirements.2009-autumn",
        "rules.staffing.enforce",
        "solver.time_limit",
    ] {
        assert!(figures.iter().any(|one| one == path), "{path}");
    }
    assert_eq!(scenario::unsourced(&loaded.raw), Vec::<String>::new());
    let text = patched(&[("\"cohorts\": (kind", "\"cohorts[1]\": (kind")]);
    let loaded = scenario::read(&text).expect("reads");
    let unsourced = scenario::unsourced(&loaded.raw);
    assert_eq!(unsourced.len(), 6);
    assert!(
        unsourced
            .iter()
            .all(|path| path.starts_with("cohorts[") && !path.starts_with("cohorts[1]"))
    );
}
