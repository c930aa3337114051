//! Mistakes in rule Catchment are told with their place, and what it says is kept.

use crate::support::feeders;
use campusplan::diagnostic::Severity;
use campusplan::domain::Scenario;
use campusplan::scenario;

/// The minimal scenario with two feeder schools and this rule.
fn text(rule: &str, changes: &[(&str, &str)]) -> String {
    let rule = format!("rules: (catchment: ({rule}), ");
    let mut all = vec![("rules: (", rule.as_str())];
    all.extend(changes);
    feeders::text(&all)
}

/// Exactly one error: at `path`, with every one of `said` in English.
#[track_caller]
fn one_error(text: &str, path: &str, said: &[&str]) {
    let found = scenario::read(text).expect_err("a mistake");
    let errors: Vec<_> = (found.iter()).filter(|one| one.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 1, "{found:#?}");
    assert_eq!(errors[0].path, path);
    assert!(errors[0].position.is_some());
    assert!(!errors[0].message.zh.is_empty());
    let hints = errors[0].hints.iter().map(|hint| hint.en.as_str());
    let words: Vec<&str> = std::iter::once(errors[0].message.en.as_str()).chain(hints).collect();
    let words = words.join("\n");
    for part in said {
        assert!(words.contains(part), "`{part}` is not said: {words}");
    }
}

#[test]
fn names_that_are_not_known_are_told() {
    one_error(
        &text(r#"zones: [(feeders: ["nort"], campuses: ["east"])]"#, &[]),
        "rules.catchment.zones[0].feeders[0]",
        &["no feeder school called `nort`", "did you mean `north`?"],
    );
    one_error(
        &text(r#"zones: [(campuses: ["east", "eas"])]"#, &[]),
        "rules.catchment.zones[0].campuses[1]",
        &["no campus called `eas`"],
    );
    one_error(
        &text(r#"zones: [(programmes: ["clerks"], campuses: ["east"])]"#, &[]),
        "rules.catchment.zones[0].programmes[0]",
        &["no programme called `clerks`"],
    );
    one_error(
        &text(r#"buses: {"nest": (seats: 1)}"#, &[]),
        "rules.catchment.buses.nest",
        &["no campus called `nest`"],
    );
    one_error(
        &text(r#"zones: [(feeders: ["north"])]"#, &[]),
        "rules.catchment.zones[0].campuses",
        &["missing"],
    );
}

#[test]
fn pupils_are_in_one_zone() {
    let zones = r#"zones: [
        (feeders: ["north"], campuses: ["east"], until: "2008-autumn"),
        (feeders: ["north", "south"], programmes: ["clerk"], campuses: ["west"], from: "2009-spring"),
        (feeders: ["south"], campuses: ["east", "west"], assign: whole),
    ]"#;
    one_error(
        &text(zones, &[]),
        "rules.catchment.zones[2]",
        &["pupils of `south` in `clerk` are in rules.catchment.zones[1] already"],
    );
    one_error(
        &text(r#"zones: [(campuses: ["east"], assign: mixed)]"#, &[]),
        "rules.catchment.zones[0].assign",
        &["shares, whole"],
    );
    one_error(
        &text(r#"zones: [(campuses: ["east"], from: "2009-spring", until: "2008-autumn")]"#, &[]),
        "rules.catchment.zones[0].until",
        &["begins with 2009-spring"],
    );
    one_error(
        &text(r#"zones: [(programmes: ["machinist"], campuses: ["west"])]"#, &[]),
        "rules.catchment.zones[0].programmes[0]",
        &["`machinist` is taught at none of these campuses", "sites"],
    );
}

#[test]
fn what_the_rule_needs_is_told() {
    let minimal = include_str!("../../scenarios/minimal.ron");
    let alone = minimal.replace("rules: (", "rules: (catchment: (assign: whole), ");
    one_error(&alone, "rules.catchment", &["needs the section `enrolment`"]);
    let merging = "relocation: (most_per_stage: 6, cost: \"0.5 万元\"),";
    one_error(
        &text("", &[(merging, &format!("{merging} merging: (most_students: 40),"))]),
        "rules.catchment",
        &["rules.merging", "leave one of the two out"],
    );
    let roads = [
        ("roads: {\"east\": (km: 10, minutes: 20), \"west\": (km: 12, minutes: 25)},", ""),
        ("roads: {\"east\": (km: 2, minutes: 6), \"west\": (km: 1, minutes: 4)},", ""),
    ];
    one_error(
        &text("longest_km: 5", &roads),
        "rules.catchment.longest_km",
        &["ways from the feeder schools", "enrolment.feeders.*.roads"],
    );
    assert!(scenario::read(&text("assign: whole", &roads)).is_ok());
    one_error(
        &text(r#"longest_minutes: "an hour""#, &[]),
        "rules.catchment.longest_minutes",
        &["an hour"],
    );
    one_error(
        &text(r#"buses: {"east": (seats: -3)}"#, &[]),
        "rules.catchment.buses.east.seats",
        &["-3"],
    );
}

/// The programmes whose new cohorts are kept apart by feeder school.
fn kept(scenario: &Scenario) -> Vec<String> {
    let cohorts = scenario.cohorts.iter().filter(|cohort| cohort.by_feeder);
    let keys = cohorts
        .map(|cohort| format!("{} {}", scenario.programmes[cohort.programme].id, cohort.entry));
    keys.collect()
}

#[test]
fn only_cohorts_that_a_zone_covers_are_kept_apart() {
    let read = |rule: &str| feeders::read(&text(rule, &[]));
    let all = [
        "machinist 2008-autumn",
        "machinist 2009-autumn",
        "clerk 2008-autumn",
        "clerk 2009-autumn",
    ];
    assert_eq!(kept(&read("assign: whole")), all);
    assert_eq!(kept(&read("")), all);
    assert_eq!(kept(&read("assign: mixed")), [""; 0]);
    let one = r#"assign: mixed, zones: [(feeders: ["south"], programmes: ["clerk"], campuses: ["west"], from: "2009-autumn")]"#;
    assert_eq!(kept(&read(one)), [all[3]]);
    // The way home counts: everybody may go anywhere, unless that is ruled out.
    let travel = [("preferences:", "travel: true, preferences:")];
    assert_eq!(kept(&feeders::scenario(&travel)), all);
    assert!(kept(&feeders::scenario(&[])).is_empty());
    assert!(kept(&feeders::read(&text("assign: mixed", &travel))).is_empty());
    let merging = "relocation: (most_per_stage: 6, cost: \"0.5 万元\"),";
    let merged = format!("{merging} merging: (most_students: 40),");
    assert!(kept(&feeders::scenario(&[travel[0], (merging, &merged)])).is_empty());
}
