//! What is wrong with milestones, events and term dates is told, all at once.

use super::with;
use crate::support::small::SMALL;
use campusplan::diagnostic::Severity;
use campusplan::scenario;

/// The errors of the small case with more, as path and English words.
fn errors(more: &str) -> Vec<(String, String)> {
    let found = scenario::read(&with(more)).expect_err("errors");
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    errors
        .map(|one| {
            assert!(one.position.is_some(), "{one:#?}");
            let hints: Vec<&str> = one.hints.iter().map(|hint| hint.en.as_str()).collect();
            (one.path.clone(), format!("{} {}", one.message.en, hints.join(" ")))
        })
        .collect()
}

/// All of these errors and no others.
fn told(more: &str, expected: &[(&str, &str)]) {
    let found = errors(more);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (path, words) in expected {
        let said = found.iter().any(|(at, said)| at == path && said.contains(words));
        assert!(said, "{path}: {words}: {found:#?}");
    }
}

#[test]
fn milestones_that_wait_for_one_another_are_told() {
    told(
        r#"milestones: {
            "free": (name: (zh: "甲"), start: "2008-01-01", due: "2008-02-01"),
            "a": (name: (zh: "甲"), after: ["c", "free"], due: "2008-02-01"),
            "b": (name: (zh: "乙"), after: ["a"], due: "2008-02-01"),
            "c": (name: (zh: "丙"), after: ["b"], due: "2008-02-01"),
            "behind": (name: (zh: "丁"), after: ["c"], due: "2008-02-01"),
            "self": (name: (zh: "戊"), after: ["self"], due: "2008-02-01"),
        }"#,
        &[("milestones.b.after", "b → c → a → b"), ("milestones.self.after", "self → self")],
    );
}

#[test]
fn what_is_wrong_with_milestones_is_told_all_at_once() {
    told(
        r#"milestones: {
            "a": (name: (zh: "甲"), due: "2008-02-01"),
            "b": (name: (zh: "乙"), start: "2008-3-1", due: "2008-02-30", days: 0),
            "c": (name: (zh: "丙"), start: "2008-03-01", due: "2008-02-01", after: ["aa", "a", "a"]),
            "d": (name: (zh: "丁"), due: "2008-02-01", tied: vacated("odl")),
            "e": (name: (zh: "戊"), due: "2008-02-01", tied: built("wings")),
            "e2": (name: (zh: "戊"), due: "2008-02-01", tied: built_any(["wing", "wings", "wing"])),
            "e3": (name: (zh: "戊"), due: "2008-02-01", tied: built_any([])),
            "f": (name: (zh: "己"), due: "2008-02-01", tied: begins("cooks")),
            "g": (name: (zh: "庚"), tied: target("class")),
        }"#,
        &[
            ("milestones.a", "write `start`, `after` or `tied`"),
            ("milestones.b.start", "written \"2008-03-01\""),
            ("milestones.b.due", "`2008-02-30` is not a date"),
            ("milestones.b.days", "not between 1 and 3660"),
            ("milestones.c.due", "begins with 2008-03-01 but ends with 2008-02-01"),
            ("milestones.c.after[0]", "no milestone called `aa`"),
            ("milestones.c.after[2]", "`a` comes twice"),
            ("milestones.d.tied", "did you mean `old`?"),
            ("milestones.e.tied", "no building option called `wings`"),
            ("milestones.e2.tied.built_any[1]", "did you mean `wing`?"),
            ("milestones.e2.tied.built_any[2]", "`wing` comes twice"),
            ("milestones.e3.tied.built_any", "at least one building option"),
            ("milestones.f.tied", "no programme called `cooks`"),
            ("milestones.g.due", "`due` is missing"),
            ("milestones.g.tied", "no target called `class`"),
        ],
    );
    let more = r#"milestones: {"a": (name: (zh: "甲"), due: "2008-02-01", tied: opened("old"))}"#;
    let warnings = scenario::read(&with(more)).expect("a scenario").warnings;
    assert!(warnings[0].message.en.contains("in use today"), "{warnings:#?}");
}

#[test]
fn what_is_wrong_with_events_and_term_dates_is_told() {
    told(
        r#"events: {
            "a": (name: (zh: "甲")),
            "b": (name: (zh: "乙"), nth: 2),
            "c": (name: (zh: "丙"), weekday: monday, day: 3),
            "d": (name: (zh: "丁"), weekday: monday, nth: 5),
            "e": (name: (zh: "戊"), day: 31, campuses: ["main", "nwe"]),
            "f": (name: (zh: "己"), day: 1, from: "2009-01-01", until: "2008-01-01"),
        }"#,
        &[
            ("events.a", "does not say when"),
            ("events.b", "does not say when"),
            ("events.c", "does not say when"),
            ("events.d.nth", "not between 1 and 4"),
            ("events.e.day", "not between 1 and 28"),
            ("events.e.campuses[1]", "did you mean `new`?"),
            ("events.f.until", "but ends with 2008-01-01"),
        ],
    );
    for (days, path, words) in [
        (r#"spring: (last: "02-29"),"#, "calendar.spring.last", "every year must have the day"),
        (r#"spring: (first: "3-1"),"#, "calendar.spring.first", "like \"09-01\""),
        (r#"spring: (last: "09-01"),"#, "calendar.spring.last", "the next one begins on 09-01"),
        (r#"spring: (last: "01-31"),"#, "calendar.spring.last", "lies within its year"),
        (r#"autumn: (last: "02-15"),"#, "calendar.autumn.last", "the next one begins on 02-15"),
    ] {
        let text = SMALL.replacen("terms: 4,", &format!("terms: 4, {days}"), 1);
        let found = scenario::read(&text).expect_err("an error");
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].path, path);
        let hints: Vec<&str> = found[0].hints.iter().map(|hint| hint.en.as_str()).collect();
        let said = format!("{} {}", found[0].message.en, hints.join(" "));
        assert!(said.contains(words), "{said}");
    }
}
