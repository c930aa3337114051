//! Overlays and changes: which places a path means, what each change does
//! there, and how everything wrong is told at the change.

use campusplan::diagnostic::Diagnostic;
use campusplan::scenario::{self, Change, Loaded, Reading};
use std::collections::BTreeMap;
use std::path::Path;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");

/// Loads the first of some files beside `minimal.ron`.
fn reading(files: &[(&str, &str)], changes: &[Change]) -> Reading {
    let mut texts = BTreeMap::from([("minimal.ron", MINIMAL)]);
    texts.extend(files.iter().copied());
    let reader = |path: &Path| {
        let text = path.to_str().and_then(|path| texts.get(path));
        text.map(|text| (*text).to_owned()).ok_or_else(|| "not there".to_owned())
    };
    let asked = files.first().map_or("minimal.ron", |(name, _)| name);
    scenario::load(Path::new(asked), changes, &reader).expect("the first file is there")
}

/// An overlay on the minimal scenario.
fn overlay(changes: &str) -> String {
    format!("(\n    base: \"minimal.ron\",\n    changes: [\n{changes}\n    ],\n)")
}

fn loaded(reading: Reading) -> Loaded {
    let files = reading.files;
    reading.result.unwrap_or_else(|found| panic!("{}", said(&files, &found)))
}

fn changed(changes: &str) -> Loaded {
    loaded(reading(&[("o.ron", &overlay(changes))], &[]))
}

fn said(files: &[scenario::File], found: &[Diagnostic]) -> String {
    scenario::render(found, files, campusplan::domain::Language::En)
}

/// What is said of an overlay that is wrong.
fn refused(changes: &str) -> String {
    let reading = reading(&[("o.ron", &overlay(changes))], &[]);
    let found = reading.result.expect_err("the overlay is wrong");
    said(&reading.files, &found)
}

fn set(text: &str) -> Change {
    Change::Set(text.to_owned())
}

/// The differences from the minimal scenario, in English.
fn differences(loaded: &Loaded) -> Vec<(String, String, String)> {
    let plain = loaded_minimal();
    let found = scenario::differences(&plain, loaded);
    let text = |text: Option<campusplan::domain::Text>| text.map_or("-".to_owned(), |text| text.en);
    let row = |one: scenario::Difference| (one.path, text(one.before), text(one.after));
    found.into_iter().map(row).collect()
}

fn loaded_minimal() -> Loaded {
    scenario::read(MINIMAL).expect("the minimal scenario")
}

fn row(path: &str, before: &str, after: &str) -> (String, String, String) {
    (path.to_owned(), before.to_owned(), after.to_owned())
}

#[test]
fn values_are_set_where_the_path_says() {
    let loaded = changed(
        r#"set("campuses.west.tenure.until", "2008-autumn"),
        set("cohorts[machinist,2006-autumn].students", 70),
        set("cohorts[0].classes", 3),
        set("programmes.*.attrition", ["1%"]),
        set("campuses.east.closable", true),
        set("campuses.east.tenure.until", "2009-autumn"),
        set("rules.admission.enforce", hard),"#,
    );
    let found = differences(&loaded);
    for expected in [
        row("campuses.east.closable", "-", "yes"),
        row("campuses.east.tenure.until", "-", "autumn 2009"),
        row("campuses.west.tenure.until", "spring 2009", "autumn 2008"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:#?}");
    }
    let attrition = found.iter().filter(|one| one.0.ends_with(".attrition"));
    assert_eq!(attrition.count(), loaded.raw.programmes.keys().count());
    assert!(found.iter().all(|one| one.1 != one.2));
}

#[test]
fn entries_are_added_and_removed() {
    let loaded = changed(
        r#"add("fields.arts", (name: (zh: "艺术", en: "Arts"))),
        add("roads", (between: ["east", "west2"], km: 2, minutes: 8)),
        remove("roads[west2,east]"),
        remove("admissions[*,2009-autumn]"),
        remove("campuses.west.closing_cost"),"#,
    );
    let found = differences(&loaded);
    assert!(found.contains(&row("fields.arts", "-", "Arts")), "{found:#?}");
    assert!(found.contains(&row("campuses.west.closing_cost", "5 万元", "-")));
    assert!(!found.iter().any(|one| one.0.starts_with("roads")));
    let gone = found.iter().filter(|one| one.0.starts_with("admissions["));
    let plain = loaded_minimal().raw.admissions.len();
    assert_eq!(gone.count(), plain - loaded.raw.admissions.len());
    assert!(loaded.raw.admissions.len() < plain);
}

#[test]
fn differences_are_told_part_by_part() {
    let loaded = changed(
        r#"remove("roads"),
        set("calendar.relocation_points", []),
        set("pools.town.programmes", ["clerk"]),
        set("staff.east_general.retirements", {"2009-autumn": 2}),
        remove("targets"),"#,
    );
    let found = differences(&loaded);
    let paths: Vec<&str> = found.iter().map(|one| one.0.as_str()).collect();
    assert!(paths.contains(&"roads[east,west]"), "{found:#?}");
    for expected in [
        row("calendar.relocation_points", "-", ""),
        row("staff.east_general.retirements.2009-autumn", "1", "2"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:#?}");
    }
    let pool = found.iter().find(|one| one.0 == "pools.town.programmes");
    assert!(pool.is_some_and(|one| one.1.contains(", ")), "{found:#?}");
    let (before, after) = (loaded_minimal(), loaded);
    let mirrored = scenario::differences(&after, &before);
    assert_eq!(mirrored.len(), found.len());
    let subject = |one: &scenario::Difference| one.subject.en.clone();
    let road = mirrored.iter().find(|one| one.path.starts_with("roads")).expect("the road");
    assert_eq!(subject(road), "East campus, West campus");
}

#[test]
fn figures_are_scaled_with_their_units() {
    let loaded = changed(
        r#"scale("campuses.*.running_cost", 0.5),
        scale("options.*.most", 0.5),
        scale("campuses.west.owns", 2),"#,
    );
    let found = differences(&loaded);
    for expected in [
        row("campuses.west.running_cost", "8 万元", "4 万元"),
        row("campuses.west.owns.bed", "80 张", "160 张"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:#?}");
    }
}

#[test]
fn sources_follow_their_figures() {
    let sourced = MINIMAL.replacen(
        "\n    sources: {",
        "\n    sources: {\n\"cohorts[0].students\": (kind: assumption, note: (zh: \"甲\")),\n\"cohorts[2].students\": (kind: assumption, note: (zh: \"丙\")),",
        1,
    );
    let over = "(base: \"s.ron\", changes: [remove(\"cohorts[0]\"), set(\"cohorts[0].classes\", 2)], sources: {\"cohorts[*].classes\": (kind: assumption, note: (zh: \"乙\"))})";
    let result = loaded(reading(&[("o.ron", over), ("s.ron", &sourced)], &[]));
    let note = |path: &str| {
        let source = result.raw.sources.get(path)?;
        source.note.as_ref()?.zh.clone()
    };
    assert_eq!(note("cohorts[1].students").as_deref(), Some("丙"));
    assert_eq!(note("cohorts[0].students"), None);
    assert_eq!(note("cohorts[0].classes").as_deref(), Some("乙"));
    let given = loaded(reading(&[], &[set("campuses.east.owns.bed=250 张")]));
    let source = given.raw.sources.get("campuses.east.owns.bed").expect("a source");
    let note = source.note.as_ref().and_then(|note| note.en.as_deref());
    assert_eq!(note, Some("set on the command line"));
    assert!(scenario::unsourced(&given.raw).is_empty());
}

#[test]
fn a_path_that_means_nothing_is_told_with_what_was_meant() {
    for (change, parts) in [
        (
            "set(\"campuses.wst.tenure.until\", \"2009-spring\")",
            &["no `wst` in `campuses`", "did you mean `west`?", "o.ron:4:5"][..],
        ),
        (
            "set(\"campuses.west.tenure.untl\", \"2009-spring\")",
            &["no `untl` in `campuses.west.tenure`", "`until`"],
        ),
        (
            "set(\"campuses.east.tenure.untl\", \"2009-spring\")",
            &["no field `untl`", "did you mean `until`?", "o.ron:4:5"],
        ),
        ("scale(\"options.*.cots\", 2)", &["no `cots`", "`cost`"]),
        (
            "scale(\"admissions[*,2008-autum].applicants\", 2)",
            &["`*,2008-autum`", "did you mean `*,2008-autumn`?"],
        ),
        ("remove(\"options.*.upkeep.low\")", &["options"]),
        ("set(\"cohorts[99].classes\", 2)", &["there is no [99]"]),
        ("set(\"campuses.west.owns.chair\", 2)", &["no `chair`", "add("]),
        ("remove(\"campuses.east.tenure\")", &["nothing is said"]),
        ("set(\"a..b\", 2)", &["not a field path"]),
        ("set(\"cohorts[\", 2)", &["not a field path"]),
        ("set(\"\", 2)", &["not a field path"]),
    ] {
        let told = refused(change);
        for part in parts {
            assert!(told.contains(part), "{part} in {told}");
        }
    }
}

#[test]
fn a_value_that_does_not_fit_is_told_where_it_stands() {
    for (change, parts) in [
        (
            "set(\"calendar.terms\",\n   \"four\")",
            &["o.ron:5:4", "calendar.terms", "whole number"][..],
        ),
        (
            "add(\"roads\", (between: [\"east\", \"west\"], kn: 3))",
            &["no field `kn`", "km", "o.ron:4:42"],
        ),
        (
            "set(\"rules.admission.enforce\", pricd(2))",
            &["`pricd` is not known", "`priced`", "o.ron:4:32"],
        ),
        ("set(\"campuses.west.tenure.until\", \"2009-sprng\")", &["is not a term", "o.ron:4:35"]),
        ("scale(\"campuses.*.running_cost\", -2)", &["the factor -2", "o.ron:4:34"]),
        ("scale(\"campuses.west.name\", 2)", &["is no figure"]),
        ("scale(\"campuses.*.owns\", 0.3)", &["not a whole number"]),
        ("add(\"campuses.west\", ())", &["is there already", "set("]),
        ("add(\"calendar.weeks.x\", 3)", &["nothing can be added"]),
        ("sett(\"calendar.terms\", 3)", &["`sett` is not known", "`set`"]),
        ("set(\"calendar.terms\")", &["does not fit"]),
    ] {
        let told = refused(change);
        for part in parts {
            assert!(told.contains(part), "{part} in {told}");
        }
    }
    let both = refused("set(\"x.y\", 1),\nset(\"z.y\", 1)");
    assert!(both.contains("`x`") && both.contains("`z`"), "{both}");
}

#[test]
fn the_command_line_takes_texts_without_quotes() {
    let loaded = loaded(reading(
        &[],
        &[
            set("campuses.west.tenure.until=2008-autumn"),
            set("campuses.west.running_cost = 9 万元"),
            set("rules.admission.enforce=hard"),
            Change::Scale("campuses.east.running_cost=0.5".to_owned()),
            Change::Remove("campuses.west.closing_cost".to_owned()),
        ],
    ));
    let found = differences(&loaded);
    assert!(found.contains(&row("campuses.west.running_cost", "8 万元", "9 万元")));
    let lineage = loaded.scenario.lineage.expect("a lineage");
    assert_eq!(lineage.base.file, "minimal.ron");
    assert_eq!(lineage.base.sha256, scenario::hash(MINIMAL));
    assert_eq!(lineage.changes.len(), 5);
    assert_eq!(lineage.changes[0], "--set campuses.west.tenure.until=2008-autumn");
}

#[test]
fn the_command_line_is_told_what_is_wrong_with_it() {
    for (change, parts) in [
        (set("calendar.terms"), &["no `=`", "PATH=VALUE"][..]),
        (set("calendar.terms=many"), &["many does not fit", "1:22"]),
        (set("calendar.terms=4, weeks: 3"), &["does not fit"]),
        (set("calendar.terms=3)/*"), &["does not fit"]),
        (Change::Scale("calendar.weeks=x".to_owned()), &["`x` is not a number"]),
        (Change::Scale("calendar.weeks=inf".to_owned()), &["factor inf"]),
        (Change::Remove("calendr".to_owned()), &["`calendr`", "`calendar`"]),
    ] {
        let reading = reading(&[], std::slice::from_ref(&change));
        let found = reading.result.expect_err("the change is wrong");
        let told = said(&reading.files, &found);
        for part in parts {
            assert!(told.contains(part), "{part} in {told}");
        }
    }
}

#[test]
fn overlays_lie_on_overlays_and_keep_their_lineage() {
    let upper = "(base: \"x/../lower.ron\", name: (zh: \"上\", en: \"Upper\"), changes: [set(\"campuses.west.running_cost\", 7)])";
    let lower = "(base: \"minimal.ron\", note: (zh: \"下\"), changes: [set(\"campuses.west.running_cost\", 6), set(\"campuses.east.running_cost\", 5)])";
    let files = [("upper.ron", upper), ("lower.ron", lower)];
    let result = loaded(reading(&files, &[set("campuses.east.running_cost=4")]));
    let found = differences(&result);
    let cost = |campus: &str| {
        let path = format!("campuses.{campus}.running_cost");
        found.iter().find(|one| one.0 == path).map(|one| one.2.clone())
    };
    assert_eq!(cost("west").as_deref(), Some("7"));
    assert_eq!(cost("east").as_deref(), Some("4"));
    assert_eq!(result.scenario.name.en, "Upper");
    let lineage = result.scenario.lineage.expect("a lineage");
    let files: Vec<&str> = lineage.overlays.iter().map(|one| one.file.as_str()).collect();
    assert_eq!(files, ["lower.ron", "upper.ron"]);
    assert_eq!(lineage.overlays[1].sha256, scenario::hash(upper));
    assert_eq!(result.scenario.hash, scenario::hash(&result.text));
}

#[test]
fn bases_that_go_round_or_are_not_there_are_told() {
    let circle = [
        ("a.ron", "(base: \"b.ron\")"),
        ("b.ron", "(base: \"./c.ron\")"),
        ("c.ron", "(base: \"a.ron\")"),
    ];
    let around = reading(&circle, &[]);
    let told = said(&around.files, &around.result.expect_err("a circle"));
    assert!(told.contains("a.ron → b.ron → c.ron → a.ron"), "{told}");
    assert!(told.contains("c.ron:1:8"), "{told}");
    let itself = reading(&[("a.ron", "(base: \"a.ron\")")], &[]);
    assert!(itself.result.is_err());
    let missing = reading(&[("a.ron", "(base: \"b.ron\")")], &[]);
    let told = said(&missing.files, &missing.result.expect_err("no base"));
    assert!(told.contains("b.ron cannot be read"), "{told}");
    let none = reading(&[("a.ron", "(changes: [])")], &[]);
    let told = said(&none.files, &none.result.expect_err("no base"));
    assert!(told.contains("`base` is missing"), "{told}");
}

#[test]
fn what_is_wrong_with_the_base_is_told_in_the_base() {
    let bad = MINIMAL.replacen("field: \"machining\"", "field: \"machinning\"", 1);
    let files = [("o.ron", "(base: \"b.ron\")"), ("b.ron", bad.as_str())];
    let reading = reading(&files, &[]);
    let told = said(&reading.files, &reading.result.expect_err("a bad base"));
    assert!(told.contains("machinning") && told.contains("b.ron:"), "{told}");
}

#[test]
fn what_was_put_together_reads_back_as_the_same() {
    let loaded = changed(
        r#"set("name.en", "A \"quoted\" name\\ with\ttabs\u{7} 造纸"),
        set("campuses.west.running_cost", 0.30000000000000004),
        set("calendar.relocation_points", []),
        set("rules.admission.enforce", priced("0.5 万元")),
        remove("rules.admission.enforce"),"#,
    );
    let again = scenario::read(&loaded.text).unwrap_or_else(|found| panic!("{found:#?}"));
    assert_eq!(again.scenario.hash, loaded.scenario.hash);
    assert!(scenario::differences(&loaded, &again).is_empty());
    let once_more = reading(&[("shown.ron", &loaded.text)], &[set("solver.seed=0")]);
    let once_more = once_more.result.expect("reads");
    let same = once_more.text.replace(", seed: 0", "");
    assert_eq!(same, loaded.text.replace(", seed: 0", ""));
}

#[test]
fn a_scenario_without_changes_is_its_own_text() {
    let plain = loaded(reading(&[], &[]));
    assert_eq!(plain.text, MINIMAL);
    assert_eq!(plain.scenario.hash, scenario::hash(MINIMAL));
    assert_eq!(plain.scenario.lineage, None);
    assert!(scenario::differences(&plain, &loaded_minimal()).is_empty());
}
