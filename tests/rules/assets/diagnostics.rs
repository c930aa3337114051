//! What is wrong with a register is told with its path and both numbers; what
//! is to be valued is told before anything is planned.

use super::cases::{findings, text};
use crate::support::tiny;
use campusplan::analysis::check::{Grade, arithmetic};
use campusplan::diagnostic::Severity;

/// One error, at a path, that says all of `said`; changes replace parts of the
/// register's text.
#[track_caller]
fn one_error(from: &str, to: &str, path: &str, said: &[&str]) {
    let good = text("", &[]);
    assert!(good.contains(from), "{from}");
    let found = findings(&good.replacen(from, to, 1));
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    let errors: Vec<_> = errors.collect();
    assert_eq!(errors.len(), 1, "{found:#?}");
    assert_eq!(errors[0].path, path);
    assert!(errors[0].position.is_some());
    let hints = errors[0].hints.iter().map(|hint| hint.en.as_str());
    let words: Vec<&str> = std::iter::once(&*errors[0].message.en).chain(hints).collect();
    for part in said {
        assert!(words.join("\n").contains(part), "{part}: {words:?}");
    }
}

#[test]
fn a_good_register_reads_without_a_finding() {
    assert!(findings(&text("", &[])).is_empty());
}

#[test]
fn the_register_must_add_up() {
    one_error(
        "number: 7",
        "number: 6",
        "campuses.b.owns.lathe",
        &["the register has 9 lathes", "`owns` says 10", "B1, B2"],
    );
    // a movable resource is registered everywhere or nowhere
    one_error(
        "\"room\": 4 /*owned at a*/",
        "\"room\": 4, \"lathe\": 2",
        "campuses.a.owns.lathe",
        &["the register has 0", "`owns` says 2", "at every campus"],
    );
    // of one that stays, the other campuses need not be registered
    let rooms = r#""A2": (name: (zh: "楼"), kind: building, resource: "room", number: 4, value: 1, campus: "a"),
        "A1": ("#;
    assert!(findings(&text("", &[]).replacen("\"A1\": (", rooms, 1)).is_empty());
}

#[test]
fn values_numbers_dates_and_places() {
    one_error("10 元", "10.005 元", "assets.B2.value", &["not whole fen"]);
    one_error("number: 1000", "number: 10.5", "assets.B3.number", &["not a whole number"]);
    one_error("number: 1000", "number: \"1000 台\"", "assets.B3.number", &["册"]);
    one_error("\"2008\"", "\"2008-13\"", "assets.B2.valued", &["not a date"]);
    one_error("kind: book", "kind: bok", "assets.B3.kind", &["book"]);
    one_error(
        "value: 50, campus: \"b\"",
        "value: 50, campus: \"d\"",
        "assets.B4.campus",
        &["campus"],
    );
    one_error(
        "number: 3,",
        "number: 3, movable: false,",
        "assets.B2.movable",
        &["`lathe` can move", "leave `movable` out"],
    );
}

#[test]
fn one_mistake_does_not_hide_another() {
    let bad = text("", &[])
        .replacen("kind: book", "kind: bok", 1)
        .replacen("number: 900", "number: 9.5", 1)
        .replacen("\"2008\"", "\"8002\"", 1);
    let found = findings(&bad);
    let mut paths: Vec<&str> = found.iter().map(|one| one.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["assets.B2.valued", "assets.B3.kind", "assets.B4.number"]);
}

#[test]
fn disposals_name_what_there_is() {
    let one = |disposal: &str| {
        let more = format!("disposals: [{disposal}],");
        let found = findings(&text(&more, &[]));
        let found: Vec<_> = found.into_iter().map(|one| (one.path, one.message.en)).collect();
        assert_eq!(found.len(), 1, "{found:?}");
        found.into_iter().next().expect("one")
    };
    let (path, _) =
        one(r#"(asset: "B9", at: "2008-autumn", units: 1, resource: "lathe", campus: "b")"#);
    assert_eq!(path, "disposals[0].asset");
    let (path, said) =
        one(r#"(asset: "B1", at: "2008-autumn", units: 1, resource: "lathe", campus: "a")"#);
    assert_eq!(path, "disposals[0].asset");
    assert!(said.contains("entered under `b`, not `a`"), "{said}");
    let (path, _) = one(r#"(asset: "B3", at: "2008-autumn", units: 1, campus: "b")"#);
    assert_eq!(path, "disposals[0].campus");
    let (path, said) = one(r#"(asset: "B3", at: "2008-autumn", units: 1001)"#);
    assert_eq!(path, "assets.B3.number");
    assert!(said.contains("the register has 1000"), "{said}");
}

#[test]
fn what_must_move_and_is_not_valued_is_told_before_planning() {
    let rules = ("/*rules*/", r#"relocation: (vacate: {"b": "2008-autumn"})"#);
    let scenario = tiny::read(&text("", &[rules]));
    let due = arithmetic(&scenario).into_iter().filter(|one| one.grade == Grade::Due);
    let due: Vec<String> = due.map(|one| one.message.en).collect();
    assert_eq!(due.len(), 2, "{due:?}");
    assert!(due[0].contains("New lathes (B2)") && due[0].contains("(2008)"), "{due:?}");
    assert!(due[1].contains("Books (B3)") && due[1].contains("has not been valued"), "{due:?}");
    // nothing need move
    let scenario = tiny::read(&text("", &[]));
    assert!(arithmetic(&scenario).iter().all(|one| one.grade != Grade::Due));
}
