//! What is wrong with a roster, and when people retire.

use super::{PEOPLE, case};
use campusplan::diagnostic::Diagnostic;
use campusplan::scenario;

fn wrong(from: &str, to: &str) -> Vec<Diagnostic> {
    assert!(PEOPLE.contains(from), "{from}");
    let text = PEOPLE.replacen(from, to, 1);
    scenario::read(&text).err().unwrap_or_default()
}

#[track_caller]
fn told(from: &str, to: &str, path: &str, message: &str) {
    let found = wrong(from, to);
    let right = found.iter().any(|one| one.path == path && one.message.en.contains(message));
    assert!(right, "{found:#?}");
}

const T1: &str = r#""t1": ("#;

#[test]
fn nobody_is_barred_at_home() {
    let to = r#""t1": (barred: ["a"], "#;
    told(T1, to, "roster.t1.barred", "");
    told(T1, r#""t1": (barred: ["c"], "#, "roster.t1.barred[0]", "");
}

#[test]
fn people_are_of_age() {
    for born in ["1995", "1900"] {
        let to = format!(r#""t1": (born: {born}, "#);
        told(T1, &to, "roster.t1.born", born);
    }
    let to = r#""t1": (retirement_age: 200, "#;
    told(T1, to, "roster.t1.retirement_age", "200");
}

#[test]
fn who_has_retired_is_not_on_the_roster() {
    let to = r#""t1": (born: 1940, retirement_age: 60, "#;
    told(T1, to, "roster.t1.born", "2000-autumn");
    let to = r#""t1": (retires: "2008-autumn", "#;
    told(T1, to, "roster.t1.retires", "2008-autumn");
}

#[test]
fn a_key_comes_once() {
    let found = wrong(r#""t2": ("#, r#""t1": ("#);
    assert!(!found.is_empty());
}

#[test]
fn a_title_is_one_of_four() {
    let found = wrong("title: junior", "title: professor");
    let said: String = found.iter().map(|one| one.message.en.clone()).collect();
    assert!(said.contains("professor"), "{said}");
}

fn retires(to: &str) -> Option<String> {
    let scenario = case(&[(T1, to)]);
    let people = scenario.staff.iter().flat_map(|group| &group.people);
    let mut people = people.filter(|one| one.id.as_deref() == Some("t1"));
    let person = people.next().expect("t1");
    person.retires.map(|term| term.to_string())
}

#[test]
fn they_retire_in_the_autumn_of_the_year_of_their_age() {
    let at_60 = |born| retires(&format!(r#""t1": (born: {born}, retirement_age: 60, "#));
    assert_eq!(at_60(1949), Some("2009-autumn".to_owned()));
    // after the horizon
    assert_eq!(at_60(1951), None);
    // what is stated goes before what is worked out
    let stated = r#""t1": (born: 1949, retirement_age: 60, retires: "2010-spring", "#;
    assert_eq!(retires(stated), Some("2010-spring".to_owned()));
}

#[test]
fn people_alike_are_one_group_and_others_are_not() {
    let groups = |to: &str| case(&[(T1, to)]).staff.len();
    let alike = groups(T1);
    assert_eq!(groups(r#""t1": (title: senior, "#), alike);
    assert_eq!(groups(r#""t1": (barred: ["b"], "#), alike + 1);
    assert_eq!(groups(r#""t1": (leader: true, "#), alike + 1);
}
