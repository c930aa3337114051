//! The shipped Longyou case: it reads without a finding, every figure has a
//! source, and it says what the proposal says.

use campusplan::analysis::check::{Grade, arithmetic};
use campusplan::domain::{
    AssetKind, Metric, Origin, Scenario, SourceKind, StaffGroup, SubjectKind, Term,
};
use campusplan::forecast::Projection;
use campusplan::ids::SubjectId;
use campusplan::scenario::path::covers;
use campusplan::scenario::{Loaded, read};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = include_str!("../../scenarios/longyou.ron");

fn longyou() -> Loaded {
    read(FILE).unwrap_or_else(|findings| {
        let lines: Vec<String> = findings
            .iter()
            .map(|finding| format!("{}: {}", finding.path, finding.message.en))
            .collect();
        panic!("{}", lines.join("\n"))
    })
}

fn term(text: &str) -> Term {
    text.parse().expect("a term")
}

/// Paths of all figures at or below `value`: numbers, quantities with units
/// and terms. Names may hold digits but are no figures.
fn figures(path: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Number(_) => found.push(path.to_owned()),
        Value::String(text) if text.starts_with(|letter: char| letter.is_ascii_digit()) => {
            found.push(path.to_owned());
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                figures(&format!("{path}[{index}]"), item, found);
            }
        }
        Value::Object(entries) => {
            for (key, entry) in entries {
                if !["name", "label", "unit", "owner", "employer"].contains(&key.as_str()) {
                    figures(&format!("{path}.{key}"), entry, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn it_reads_without_a_finding() {
    let loaded = longyou();
    let warnings: Vec<&str> =
        loaded.warnings.iter().map(|finding| finding.message.en.as_str()).collect();
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn every_figure_has_a_source() {
    let loaded = longyou();
    let raw = serde_json::to_value(&loaded.raw).expect("a value");
    let sections = raw.as_object().expect("sections");
    let mut found = Vec::new();
    for (name, section) in sections {
        if name != "sources" && name != "name" {
            figures(name, section, &mut found);
        }
    }
    assert!(found.len() > 1000, "only {} figures", found.len());
    let sources = &loaded.scenario.sources;
    let bare: Vec<&String> = found
        .iter()
        .filter(|path| !sources.iter().any(|source| covers(&source.path, path)))
        .collect();
    assert!(bare.is_empty(), "without a source: {bare:#?}");
}

#[test]
fn every_source_says_something_of_figures_that_are_there() {
    let loaded = longyou();
    let raw = serde_json::to_value(&loaded.raw).expect("a value");
    let mut found = Vec::new();
    for (name, section) in raw.as_object().expect("sections") {
        figures(name, section, &mut found);
    }
    for source in &loaded.scenario.sources {
        assert!(found.iter().any(|path| covers(&source.path, path)), "nothing at {}", source.path);
        assert!(source.note.zh.chars().count() >= 4, "{}", source.path);
        assert_ne!(source.note.zh, source.note.en, "{}", source.path);
        let dated = !source.date.is_empty();
        assert!(dated || source.kind == SourceKind::Assumption, "{}", source.path);
    }
}

#[test]
fn it_says_what_the_proposal_says() {
    let scenario = longyou().scenario;
    let target = |metric| {
        let found = scenario.targets.iter().find(|one| one.metric == metric);
        found.expect("a target").at_least
    };
    assert!((target(Metric::ClassesInSchool) - 50.0).abs() < 1e-9);
    assert!((target(Metric::StudentsInSchool) - 2500.0).abs() < 1e-9);
    assert!((target(Metric::Registered) - 3000.0).abs() < 1e-9);

    let campus = |id: &str| scenario.campuses.position(|one| one.id == id).expect(id);
    let erzhong = campus("erzhong");
    assert!(!scenario.campuses[erzhong].in_use);
    assert!(scenario.campuses[erzhong].until.is_some(), "borrowed for a time");
    assert!(
        scenario.vacated(campus("shuren"), scenario.calendar.first),
        "moved before the founding"
    );
    assert_eq!(scenario.calendar.terms, 10);
    assert_eq!(scenario.calendar.first, term("2008-spring"));
}

#[test]
fn the_register_of_assets_matches_the_campuses() {
    let scenario = longyou().scenario;
    let assets = &scenario.assets;
    assert!(assets.len() >= 40);
    for (id, campus) in scenario.campuses.iter_enumerated() {
        let here = || assets.iter().filter(|one| one.campus == id);
        if campus.equipment.is_zero() {
            continue;
        }
        let of = |kinds: &[AssetKind]| {
            let kinds = kinds.to_vec();
            here().filter(move |one| kinds.contains(&one.kind))
        };
        let books: f64 = of(&[AssetKind::Book]).map(|one| f64::from(one.number)).sum();
        assert!((books - campus.books).abs() < 1e-9, "{}", campus.id);
        let equipment = of(&[AssetKind::Equipment, AssetKind::Vehicle]);
        let equipment: f64 = equipment.map(|one| one.value.0).sum();
        assert!((equipment - campus.equipment.0).abs() < 1e-6, "{}", campus.id);
        // every resource is in the register
        for (resource, owned) in campus.owns.iter_enumerated() {
            let units = here().filter(|one| one.resource == Some(resource));
            let units: f64 = units.map(|one| f64::from(one.number)).sum();
            assert!((units - owned).abs() < 1e-9, "{}", campus.id);
        }
    }
    // one line must move before it is valued
    let due = arithmetic(&scenario);
    let due: Vec<_> = due.iter().filter(|one| one.grade == Grade::Due).collect();
    assert_eq!(due.len(), 1, "{due:?}");
    assert!(due[0].message.zh.contains("SR-13"), "{due:?}");
}

/// Most rooms a campus could ever have, without moving any.
fn rooms_ever(scenario: &Scenario, without: &[&str]) -> f64 {
    let room = scenario.resources.position(|one| one.id == "classroom");
    let room = room.expect("classrooms");
    let counted = |id: &str| !without.contains(&id);
    let owned = scenario.campuses.iter().filter(|one| counted(&one.id));
    let owned: f64 = owned.map(|one| one.owns[room]).sum();
    let built = scenario.options.iter().filter(|one| one.resource == room);
    let built = built.filter(|one| counted(&scenario.campuses[one.campus].id));
    let built: f64 = built.map(|one| one.units * f64::from(one.most)).sum();
    owned + built
}

#[test]
fn the_target_needs_the_borrowed_premises() {
    let scenario = longyou().scenario;
    let away = ["shuren", "xinqu"];
    assert!(rooms_ever(&scenario, &away) >= 50.0);
    let away = ["shuren", "xinqu", "erzhong"];
    assert!(rooms_ever(&scenario, &away) < 50.0);
    let xinqu = scenario.campuses.iter().find(|one| one.id == "xinqu");
    let opens = xinqu.and_then(|one| one.from).expect("a first term");
    assert!(
        opens > scenario.calendar.term(scenario.calendar.target),
        "the new campus comes after the target"
    );
}

#[test]
fn papermaking_waits_for_its_laboratory_and_its_teachers() {
    let scenario = longyou().scenario;
    let paper = scenario.resources.position(|one| one.id == "paper");
    let paper = paper.expect("the resource");
    assert!(scenario.campuses.iter().all(|one| one.owns[paper].abs() < 1e-9));
    let subject = scenario.subjects.position(|one| one.id == "zaozhi");
    let subject = subject.expect("the subject");
    let qualified = |one: &StaffGroup| one.subjects.contains(&subject);
    assert!(!scenario.staff.iter().any(qualified), "nobody teaches it");
    for programme in &scenario.programmes {
        if scenario.fields[programme.field].id == "zaozhi" {
            for term in &programme.curriculum {
                assert!(term.uses.get(&paper).is_some_and(|hours| *hours > 0.0));
                assert!(term.periods.get(&subject).is_some_and(|periods| *periods > 0.0));
            }
        }
    }
}

#[test]
fn applicants_come_from_the_townships() {
    let scenario = longyou().scenario;
    let coming = scenario.cohorts.iter().filter(|one| !one.exists());
    let mut totals: BTreeMap<i32, f64> = BTreeMap::new();
    let mut paper = Vec::new();
    for cohort in coming {
        let projected = cohort.projected.expect("projected, not stated");
        *totals.entry(cohort.entry.year).or_default() += projected.likely;
        if scenario.programmes[cohort.programme].id == "zaozhi" {
            paper.push(projected.likely);
        }
        // the feeder schools say who boards, as many as before altogether
        assert!((cohort.boarding - 0.65).abs() < 0.01, "{}", cohort.boarding);
        assert_eq!(cohort.home.len(), scenario.campuses.len());
    }
    let totals: Vec<f64> = totals.into_values().collect();
    assert_eq!(totals, [1110.0, 1189.0, 1228.0, 1235.0, 1233.0]);
    // papermaking starts small and rises with its brand
    assert_eq!(paper, [80.0, 105.0, 110.0, 112.0, 112.0]);
    let enrolment = scenario.enrolment.expect("the section");
    let projection = Projection::new(&enrolment);
    for year in 2008..=2012 {
        let all = enrolment.preferences.keys();
        let shares = all.filter_map(|id| projection.preference(*id, year));
        let sum: f64 = shares.map(|share| share.likely).sum();
        assert!((sum - 1.0).abs() < 2e-3, "{year}: {sum}");
    }
}

#[test]
fn timetables_have_28_periods_and_a_third_of_them_are_common() {
    let scenario = longyou().scenario;
    let common = |id: SubjectId| scenario.subjects[id].kind == SubjectKind::Common;
    for programme in &scenario.programmes {
        let (mut all, mut shared) = (0.0, 0.0);
        for term in &programme.curriculum {
            let sum: f64 = term.periods.values().sum();
            assert!((sum - 28.0).abs() < 1e-9, "{}: {sum}", programme.id);
            all += sum;
            let of_all = term.periods.iter().filter(|(id, _)| common(**id));
            shared += of_all.map(|(_, periods)| periods).sum::<f64>();
        }
        let share = shared / all;
        assert!((0.25..=0.4).contains(&share), "{}: {share}", programme.id);
    }
}

#[test]
fn classes_of_today_fit_where_they_are() {
    let scenario = longyou().scenario;
    let room = scenario.resources.position(|one| one.id == "classroom");
    let room = room.expect("classrooms");
    let mut classes: Vec<u32> = vec![0; scenario.campuses.len()];
    let mut entries = BTreeSet::new();
    for cohort in &scenario.cohorts {
        if let Origin::Existing { campus, classes: count, students, .. } = cohort.origin {
            classes[campus.0] += count;
            let size = students.0 / f64::from(count);
            assert!((40.0..=55.0).contains(&size));
            entries.insert(cohort.entry);
        }
    }
    assert_eq!(entries.len(), 3, "entered in 2005, 2006 and 2007: {entries:?}");
    for (campus, count) in scenario.campuses.iter().zip(&classes) {
        assert!(f64::from(*count) <= campus.owns[room], "{}", campus.id);
    }
    assert_eq!(classes.iter().sum::<u32>(), 42);
}

#[test]
fn nobody_forgets_to_retire_in_a_changed_scenario() {
    let arguments = ["show", "scenarios/longyou.ron", "--set", "solver.time_limit=60"];
    let mut program = assert_cmd::Command::cargo_bin("campusplan").expect("the program");
    let output = program.args(arguments).output().expect("a run");
    let shown = String::from_utf8(output.stdout).expect("text");
    let changed = campusplan::scenario::read(&shown).expect("a scenario").scenario;
    let leaving = |scenario: &Scenario| {
        let people = scenario.staff.iter().flat_map(|group| &group.people);
        people.filter(|person| person.retires.is_some()).count()
    };
    let here = campusplan::scenario::read(FILE).expect("a scenario").scenario;
    assert!(leaving(&here) > 0);
    assert_eq!(leaving(&changed), leaving(&here));
}
