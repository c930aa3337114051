//! The section of the scenario.

use super::cases::changed;
use campusplan::diagnostic::Severity;

fn found(negotiable: &str) -> Vec<(String, Severity, String)> {
    let text = format!("negotiable: ({negotiable}),");
    let found = match changed(&[("/*more*/", &text)], &[]) {
        Ok(loaded) => loaded.warnings,
        Err(found) => found,
    };
    let told = found.into_iter();
    told.map(|one| (one.path, one.severity, one.message.en)).collect()
}

#[test]
fn the_inviolable_cannot_be_given_up() {
    for rule in ["employment", "tenure", "capacity", "nonsense"] {
        let found = found(&format!(r#"without: {{"{rule}": (price: 1)}}"#));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, format!("negotiable.without.{rule}"));
        assert_eq!(found[0].1, Severity::Error);
        assert!(found[0].2.contains("cannot be given up"));
    }
}

#[test]
fn wrong_entries_are_told_where_they_stand() {
    let wrong = |text: &str, path: &str| {
        let found = found(text);
        let here = found.iter().any(|one| one.0 == path && one.1 == Severity::Error);
        assert!(here, "{text}: {found:?}");
    };
    wrong(r#"tenure: {"c": (price: 1)}"#, "negotiable.tenure.c");
    wrong(r#"tenure: {"a": ()}"#, "negotiable.tenure.a.price");
    wrong(r"moves: (price: -1)", "negotiable.moves.price");
    wrong(r"moves: (price: 1, most: 0)", "negotiable.moves.most");
    wrong(r#"points: {"2011-spring": (price: 1)}"#, "negotiable.points.2011-spring");
    wrong(r#"capital: {"next": (amount: 1, price: 1)}"#, "negotiable.capital.next");
    wrong(r#"capital: {"2008": (amount: 0, price: 1)}"#, "negotiable.capital.2008.amount");
    wrong(r#"targets: {"size": (price: 1)}"#, "negotiable.targets.size");
    wrong(r#"least: {"q": (price: 1)}"#, "negotiable.least.q");
    wrong(r#"hires_of: {"s": (price: 1)}"#, "negotiable.hires_of.s");
    let room = r#"(resource: "room", campus: "a", units: 1, price: 1)"#;
    wrong(&format!("capacity: [{room}, {room}]"), "negotiable.capacity[1]");
    wrong(
        r#"capacity: [(resource: "room", campus: "a", units: 0, price: 1)]"#,
        "negotiable.capacity[0].units",
    );
    wrong(r#"teachers: [(subject: "s", campus: "a", price: 1)]"#, "negotiable.teachers[0].subject");
}

#[test]
fn what_has_no_limit_to_move_is_odd() {
    let odd = |text: &str, path: &str| {
        let found = found(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].0.as_str(), found[0].1), (path, Severity::Warning));
    };
    odd(r#"tenure: {"a": (price: 1)}"#, "negotiable.tenure.a");
    odd(r#"vacate: {"a": (price: 1)}"#, "negotiable.vacate.a");
    odd("moves: (price: 1)", "negotiable.moves");
    odd("rebased: (price: 1)", "negotiable.rebased");
    odd("hires: (price: 1)", "negotiable.hires");
    odd(r#"capital: {"2008": (amount: 1, price: 1)}"#, "negotiable.capital.2008");
    odd(r#"running: {"2008": (amount: 1, price: 1)}"#, "negotiable.running.2008");
}
