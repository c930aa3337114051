//! Mistakes in rule Bands are told with their place.

use crate::support::tiny;
use campusplan::diagnostic::{Diagnostic, Severity};
use campusplan::scenario;

/// The tiny case of two school years with this rule.
fn text(rule: &str) -> String {
    tiny::text(&[
        ("terms: 2,", "terms: 4,"),
        ("/*elsewhere*/", r#""b": ()"#),
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 40)"#),
        ("/*rules*/", &format!("bands: ({rule})")),
    ])
}

#[track_caller]
fn told(found: &Diagnostic, path: &str, said: &[&str]) {
    assert_eq!(found.path, path);
    assert!(found.position.is_some());
    assert!(!found.message.zh.is_empty());
    let hints = found.hints.iter().map(|hint| hint.en.as_str());
    let words: Vec<&str> = std::iter::once(found.message.en.as_str()).chain(hints).collect();
    let words = words.join("\n");
    for part in said {
        assert!(words.contains(part), "`{part}` is not said: {words}");
    }
}

/// Exactly one error: at `path`, with every one of `said` in English.
#[track_caller]
fn one_error(rule: &str, path: &str, said: &[&str]) {
    let found = scenario::read(&text(rule)).expect_err("a mistake");
    let errors: Vec<_> = (found.iter()).filter(|one| one.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 1, "{found:#?}");
    told(errors[0], path, said);
}

#[test]
fn entries_name_a_campus_and_its_bands() {
    one_error(
        r#"campuses: [(campus: "c", bands: ["1-2"])]"#,
        "rules.bands.campuses[0].campus",
        &["no campus called `c`"],
    );
    one_error(r#"campuses: [(bands: ["1-2"])]"#, "rules.bands.campuses[0].campus", &["missing"]);
    one_error(r#"campuses: [(campus: "a")]"#, "rules.bands.campuses[0].bands", &["missing"]);
    one_error(
        r#"campuses: [(campus: "a", programmes: ["q"], bands: ["1-2"])]"#,
        "rules.bands.campuses[0].programmes[0]",
        &["no programme called `q`"],
    );
    one_error(
        r#"campuses: [(campus: "a", bands: ["1-2"], from: "2020-autumn")]"#,
        "rules.bands.campuses[0].from",
        &["2020-autumn", "horizon"],
    );
}

#[test]
fn a_band_is_two_terms_of_study() {
    for wrong in ["2-1", "0-3", "first", "1-", "1-41", "-"] {
        one_error(
            &format!(r#"campuses: [(campus: "a", bands: ["1-6", "{wrong}"])]"#),
            "rules.bands.campuses[0].bands[1]",
            &[wrong, "write \"1-2\""],
        );
    }
    one_error(
        r#"campuses: [(campus: "a", bands: ["1-2", "3-6", "1 - 2"])]"#,
        "rules.bands.campuses[0].bands[2]",
        &["twice"],
    );
    // One term may stand alone, and other dashes are read.
    let read = tiny::read(&text(r#"campuses: [(campus: "a", bands: ["1至2", "3~6", "5"])]"#));
    let rule = read.rules.bands.expect("the rule");
    let bands: Vec<String> = rule.entries[0].bands.iter().map(ToString::to_string).collect();
    assert_eq!(bands, ["1-2", "3-6", "5-5"]);
}

#[test]
fn a_campus_or_a_programme_there_has_one_entry() {
    one_error(
        r#"campuses: [(campus: "a", bands: ["1-2"]), (campus: "a", bands: ["1-4"])]"#,
        "rules.bands.campuses[1]",
        &["rules.bands.campuses[0]", "one entry"],
    );
    one_error(
        r#"campuses: [(campus: "a", programmes: ["p"], bands: ["1-2"]), (campus: "b", bands: ["1-6"]),
            (campus: "a", programmes: ["p"], bands: ["1-4"])]"#,
        "rules.bands.campuses[2]",
        &["rules.bands.campuses[0]"],
    );
    let both = r#"campuses: [(campus: "a", programmes: ["p"], bands: ["1-2"]), (campus: "a", bands: ["1-4"])]"#;
    let rule = tiny::read(&text(both)).rules.bands.expect("the rule");
    assert!(rule.entries[1].programmes.is_empty(), "p has an entry of its own");
}

#[test]
fn changes_are_within_the_programme_and_at_relocation_points() {
    one_error(
        r#"changes: [(programmes: ["p"], after: 6)]"#,
        "rules.bands.changes[0].programmes[0]",
        &["`p` has 6 terms only"],
    );
    one_error("changes: [(after: 0)]", "rules.bands.changes[0].after", &["0"]);
    one_error("changes: [(must: true)]", "rules.bands.changes[0].after", &["missing"]);
    one_error(
        "changes: [(after: 3)]",
        "rules.bands.changes[0]",
        &["2010-spring", "calendar.relocation_points"],
    );
    // Allowed, not due: nothing is wrong.
    assert!(scenario::read(&text("changes: [(after: 3, must: false)]")).is_ok());
}

#[test]
fn terms_of_study_that_no_campus_takes_are_warned_of() {
    let loaded = scenario::read(&text(
        r#"campuses: [(campus: "a", bands: ["1-2"]), (campus: "b", bands: ["1-2", "4-6"])]"#,
    ));
    let warnings = loaded.expect("a scenario").warnings;
    assert_eq!(warnings.len(), 1, "{warnings:#?}");
    told(&warnings[0], "rules.bands", &["`p`", "2009-autumn", "term 3", "widen"]);
}
