//! Sets of standards: those that come with the program, those of one's own,
//! which of them is chosen when, and what is said of mistakes.

use campusplan::diagnostic::{Diagnostic, Severity};
use campusplan::domain::{Bound, Grade, Scenario, StandardMetric as Of};
use campusplan::scenario::{self, Loaded};
use std::path::Path;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");
const OWN: &str = include_str!("../data/standards.ron");

/// The minimal scenario, whose school years are 2007 to 2009, with more.
fn minimal(more: &str) -> String {
    MINIMAL.replacen("    // 目标 / Targets", &format!("{more}\n    // 目标 / Targets"), 1)
}

fn read(more: &str) -> Loaded {
    scenario::read(&minimal(more)).unwrap_or_else(|found| panic!("{found:#?}"))
}

fn findings(more: &str) -> Vec<Diagnostic> {
    match scenario::read(&minimal(more)) {
        Ok(loaded) => loaded.warnings,
        Err(found) => found,
    }
}

/// The only finding: its path and what it says.
fn one(more: &str, severity: Severity, path: &str, said: &[&str]) {
    let found = findings(more);
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((finding.severity, finding.path.as_str()), (severity, path));
    assert!(finding.position.is_some(), "{finding:#?}");
    let hints = finding.hints.iter().map(|hint| hint.en.as_str());
    let words: Vec<&str> = std::iter::once(finding.message.en.as_str()).chain(hints).collect();
    for part in said {
        assert!(words.join("\n").contains(part), "`{part}`: {words:?}");
    }
    assert_ne!(finding.message.zh, finding.message.en);
}

/// Keys of the chosen sets with their school years.
fn chosen(scenario: &Scenario) -> Vec<(&str, &[i32])> {
    let standards = scenario.standards.as_ref().expect("standards");
    let sets = standards.sets.iter();
    sets.map(|set| (set.id.as_str(), set.years.as_slice())).collect()
}

/// What a set asks for: metric, figure and grade.
type Asked = (Of, f64, Grade);

fn asked(key: &str) -> Vec<Asked> {
    let scenario = read(&format!("standards: (choose: sets([{key:?}])),")).scenario;
    let sets = scenario.standards.expect("standards").sets;
    let all = sets.iter().flat_map(|set| set.indicators.iter());
    all.map(|one| (one.metric, one.bound.figure(), one.grade)).collect()
}

#[test]
fn the_sets_say_what_was_found_and_nothing_else() {
    use Grade::{Known as K, Read as S};
    assert_eq!(
        asked("zhongzhi_2001"),
        [
            (Of::Students, 600.0, S),
            (Of::Teachers, 35.0, S),
            (Of::VocationalShare, 0.5, S),
            (Of::ProgrammeTeachers, 2.0, S),
            (Of::Land, 33_000.0, S),
        ]
    );
    assert_eq!(
        asked("zhongzhi_2010"),
        [
            (Of::Students, 1200.0, S),
            (Of::Teachers, 60.0, S),
            (Of::StudentsPerTeacher, 20.0, S),
            (Of::SeniorShare, 0.2, S),
            (Of::VocationalShare, 0.5, S),
            (Of::DualQualifiedShare, 0.3, S),
            (Of::ProgrammeTeachers, 2.0, S),
            (Of::PartTimeShare, 0.2, S),
            (Of::Land, 40_000.0, S),
            (Of::LandPerStudent, 33.0, S),
            (Of::Building, 24_000.0, S),
            (Of::BuildingPerStudent, 20.0, S),
            (Of::RunningTrack, 200.0, S),
            (Of::BooksPerStudent, 30.0, S),
            (Of::Periodicals, 80.0, S),
            (Of::EquipmentPerStudent, 2500.0, K),
            (Of::ComputersPer100, 15.0, K),
        ]
    );
    assert_eq!(
        asked("dabiao_2022"),
        [
            (Of::Land, 40_000.0, S),
            (Of::LandPerStudent, 33.0, S),
            (Of::Building, 24_000.0, S),
            (Of::BuildingPerStudent, 20.0, S),
            (Of::Teachers, 60.0, S),
            (Of::StudentsPerTeacher, 20.0, S),
            (Of::Equipment, 300.0, S),
            (Of::EquipmentPerStudent, 2500.0, S),
            (Of::BooksPerStudent, 30.0, S),
        ]
    );
}

#[test]
fn every_threshold_has_a_source_in_both_languages() {
    let built_in = scenario::built_in();
    assert_eq!(built_in.len(), 3);
    let keys: Vec<String> = built_in.iter().map(|(key, _)| format!("{key:?}")).collect();
    let more = format!("standards: (choose: sets([{}])),", keys.join(", "));
    let standards = read(&more).scenario.standards.expect("standards");
    assert_eq!(standards.sets.len(), 3);
    for set in &standards.sets {
        assert!(set.number.starts_with("教职成"), "{}", set.number);
        for one in &set.indicators {
            assert!(one.source.zh.chars().count() > 4, "{}", one.id);
            assert_ne!(one.source.zh, one.source.en, "{}", one.id);
        }
    }
    let of_2010 = &standards.sets.raw[1].indicators;
    let only_new = of_2010.iter().filter(|one| one.new_schools);
    let only_new: Vec<Of> = only_new.map(|one| one.metric).collect();
    assert_eq!(only_new, [Of::Land, Of::Building]);
    let reduced = |metric: Of| matches!(metric, Of::Building | Of::BuildingPerStudent);
    for one in of_2010 {
        assert_eq!(one.without_separate, reduced(one.metric), "{}", one.id);
        assert_eq!(one.without_staff_housing, reduced(one.metric), "{}", one.id);
        assert_eq!(matches!(one.bound, Bound::About(_)), one.metric == Of::PartTimeShare);
    }
    assert!(scenario::built_in().iter().all(|(key, set)| set.id.as_ref() == Some(key)));
}

#[test]
fn sets_are_chosen_by_list_by_year_and_by_date() {
    let loaded = read(r#"standards: (choose: sets(["zhongzhi_2010", "zhongzhi_2001"])),"#);
    let all: &[i32] = &[2007, 2008, 2009];
    let both = [("zhongzhi_2001", all), ("zhongzhi_2010", all)];
    assert_eq!(chosen(&loaded.scenario), both);
    let by_year =
        r#"standards: (choose: by_year({"2001": "zhongzhi_2001", "2009": "zhongzhi_2010"})),"#;
    let loaded = read(by_year);
    let each = [("zhongzhi_2001", &[2007, 2008][..]), ("zhongzhi_2010", &[2009])];
    assert_eq!(chosen(&loaded.scenario), each);
    let loaded = read("standards: (choose: by_date),");
    assert_eq!(chosen(&loaded.scenario), [("zhongzhi_2001", all)]);
    assert!(loaded.warnings.is_empty());
    // the scenario reads the same from the text that is put together
    for more in [by_year, "standards: (choose: by_date),"] {
        let text = minimal(more);
        let change = [scenario::Change::Set("calendar.weeks=20".to_owned())];
        let reading = scenario::load(Path::new("case.ron"), &change, &|_| Ok(text.clone()));
        let put_together = reading.unwrap().result.unwrap();
        let again = scenario::read(&put_together.text).unwrap();
        assert_eq!(chosen(&again.scenario), chosen(&put_together.scenario));
        assert_eq!(again.scenario.hash, put_together.scenario.hash);
    }
}

#[test]
fn mistakes_in_choosing_are_told() {
    let error = Severity::Error;
    one(
        r#"standards: (choose: sets(["zhongzhi_2011"])),"#,
        error,
        "standards.choose.sets[0]",
        &["no set of standards called `zhongzhi_2011`", "did you mean"],
    );
    one("standards: (),", error, "standards.choose", &["`choose` is missing"]);
    one(
        r#"standards: (choose: by_year({"2009": "zhongzhi_2010"})),"#,
        Severity::Warning,
        "standards.choose",
        &["2007, 2008"],
    );
    one(
        r#"standards: (choose: by_date, computers: "computer"),"#,
        error,
        "standards.computers",
        &["no resource called `computer`"],
    );
    one(
        r#"standards: (choose: by_date, files: ["own.ron"]),"#,
        error,
        "standards.files[0]",
        &["own.ron"],
    );
}

#[test]
fn mistakes_in_a_set_are_told() {
    let with = |indicator: &str| {
        format!(
            r#"standards: (choose: sets(["own"]), sets: {{"own": (
                title: (zh: "标准"), issuer: (zh: "县"), number: "1", indicators: {{"x": ({indicator})}},
            )}}),"#
        )
    };
    let at = "standards.sets.own.indicators.x";
    let told = |indicator: &str, path: &str, said: &[&str]| {
        let found = findings(&with(indicator));
        let all = found.iter().filter(|one| one.path == path);
        let texts: Vec<String> = all.map(|one| one.message.en.clone()).collect();
        let texts = texts.join("\n");
        assert!(said.iter().all(|part| texts.contains(part)), "{found:#?}");
    };
    told("metric: land, at_least: 5, source: (zh: \"甲\")", &format!("{at}.grade"), &["missing"]);
    told("metric: land, at_least: 5, grade: S", &format!("{at}.source"), &["missing"]);
    told("metric: land, grade: S, source: (zh: \"甲\")", at, &["at_least, at_most and about"]);
    told(
        "metric: land, at_least: 5, at_most: 6, grade: S, source: (zh: \"甲\")",
        at,
        &["at_least, at_most and about"],
    );
    told(
        "metric: land, at_least: \"5 册\", grade: S, source: (zh: \"甲\")",
        &format!("{at}.at_least"),
        &["册"],
    );
    told(
        "metric: senior_share, at_least: 20, grade: S, source: (zh: \"甲\")",
        &format!("{at}.at_least"),
        &["between 0 and 1"],
    );
    told(
        "metric: lands, at_least: 5, grade: S, source: (zh: \"甲\")",
        &format!("{at}.metric"),
        &["lands"],
    );
    told(
        "metric: land, at_least: 5, grade: A, source: (zh: \"甲\")",
        &format!("{at}.grade"),
        &["`A`"],
    );
    told(
        "metric: land, at_least: 5, engineering: 6, grade: S, source: (zh: \"甲\")",
        &format!("{at}.engineering"),
        &["equipment_per_student"],
    );
}

#[test]
fn mistakes_in_schools_watched_and_the_rule_are_told() {
    let error = Severity::Error;
    one(
        r#"schools: {
            "one": (name: (zh: "一"), campuses: ["east", "west"]),
            "two": (name: (zh: "二"), campuses: ["west"]),
        },"#,
        error,
        "schools.two.campuses[0]",
        &["`west` belongs to `one`"],
    );
    one(
        r#"schools: {"one": (name: (zh: "一"), campuses: ["east"], declared: {"track": 200})},"#,
        error,
        "schools.one.declared.track",
        &["`track`", "running_track"],
    );
    one(
        r#"watched: {"a": (name: (zh: "流失"), metric: attrition, at_least: 1)},"#,
        error,
        "watched.a.at_least",
        &["at_most"],
    );
    one(
        r#"attrition_limit: "4%", watched: {"a": (name: (zh: "流失"), metric: attrition, at_most: "5%")},"#,
        error,
        "watched.a.at_most",
        &["attrition_limit"],
    );
    one(
        r#"watched: {"a": (name: (zh: "处分"), metric: declared)},"#,
        error,
        "watched.a",
        &["either at_least or at_most"],
    );
    one(
        r#"watched: {"a": (name: (zh: "班额"), metric: largest_class, at_most: 50, values: {"2008-autumn": 4})},"#,
        error,
        "watched.a.values",
        &["computes"],
    );
    let enforced = |set: &str, indicator: &str| {
        let text = minimal(r#"standards: (choose: sets(["zhongzhi_2010"])),"#);
        let rule = format!("rules: (\n standards: [(set: {set:?}, indicator: {indicator:?})],");
        match scenario::read(&text.replacen("rules: (", &rule, 1)) {
            Ok(_) => Vec::new(),
            Err(found) => found,
        }
    };
    let told = |set: &str, indicator: &str, path: &str, said: &str| {
        let found = enforced(set, indicator);
        let [finding] = &found[..] else { panic!("{found:#?}") };
        assert_eq!(finding.path, format!("rules.standards[0].{path}"));
        assert!(finding.message.en.contains(said), "{finding:#?}");
    };
    told("zhongzhi_2001", "students", "set", "not chosen");
    told("zhongzhi_2010", "pupils", "indicator", "no indicator called `pupils`");
    told("zhongzhi_2010", "senior_titles", "indicator", "reported but not enforced");
    told("zhongzhi_2010", "part_time_teachers", "indicator", "reported but not enforced");
    told("zhongzhi_2010", "books", "indicator", "states no figures");
    assert!(enforced("zhongzhi_2010", "students").is_empty());
}

/// Loads the minimal scenario with files of standards beside it.
fn loaded(more: &str, files: &[(&str, &str)]) -> scenario::Reading {
    let text = minimal(more);
    let reader = |path: &Path| -> Result<String, String> {
        if path == Path::new("county/case.ron") {
            return Ok(text.clone());
        }
        let mut files = files.iter();
        let found = files.find(|(name, _)| path == Path::new(name));
        found.map(|(_, text)| (*text).to_owned()).ok_or("no such file".to_owned())
    };
    scenario::load(Path::new("county/case.ron"), &[], &reader).expect("the scenario")
}

#[test]
fn a_file_of_ones_own_is_part_of_the_scenario() {
    let more = r#"standards: (choose: sets(["every"]), files: ["../sets/own.ron"]),"#;
    let reading = loaded(more, &[("sets/own.ron", OWN)]);
    let loaded = reading.result.unwrap_or_else(|found| panic!("{found:#?}"));
    assert_eq!(chosen(&loaded.scenario)[0].0, "every");
    let lineage = loaded.scenario.lineage.as_ref().expect("a lineage");
    assert_eq!(lineage.standards[0].file, "own.ron");
    assert_eq!(lineage.standards[0].sha256, scenario::hash(OWN));
    // what is shown reads as the same scenario
    let again = scenario::read(&loaded.text).expect("the same");
    assert_eq!(again.scenario.hash, loaded.scenario.hash);
    assert_eq!(chosen(&again.scenario), chosen(&loaded.scenario));
    // another threshold is another scenario
    let other = OWN.replacen("at_least: 100", "at_least: 101", 1);
    let other = self::loaded(more, &[("sets/own.ron", &other)]).result.unwrap();
    assert_ne!(other.scenario.hash, loaded.scenario.hash);
}

#[test]
fn mistakes_in_a_file_are_told_where_they_stand_in_it() {
    let more = r#"standards: (choose: by_date, files: ["own.ron"]),"#;
    let wrong = OWN.replacen("at_least: 100", "at_least: \"100 册\"", 1);
    let reading = loaded(more, &[("county/own.ron", &wrong)]);
    let found = reading.result.expect_err("a mistake");
    let [finding] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(reading.files[finding.file].name, "county/own.ron");
    assert_eq!(finding.path, "indicators.students.at_least");
    let line = wrong.lines().position(|line| line.contains("100 册"));
    assert_eq!(finding.position.map(|at| at.line), line.map(|line| line + 1));
    // a file that is no set, one without an id, one that is not there
    for (text, said) in [
        ("(", "can't read on"),
        ("(titel: 1, indicators: {})", "no field `titel`"),
        ("(title: (zh: \"甲\"))", "`id` is missing"),
    ] {
        let reading = loaded(more, &[("county/own.ron", text)]);
        let found = reading.result.expect_err(said);
        let told = |one: &Diagnostic| {
            one.message.en.contains(said) && reading.files[one.file].name == "county/own.ron"
        };
        assert!(found.iter().any(told) || said == "can't read on", "{found:#?}");
    }
    let found = loaded(more, &[]).result.expect_err("no file");
    assert_eq!(found[0].path, "standards.files[0]");
    assert!(found[0].position.is_some(), "{found:#?}");
    assert!(found[0].message.en.contains("no such file"));
    // two files with the same set
    let twice = r#"standards: (choose: by_date, files: ["own.ron", "own.ron"]),"#;
    let found = loaded(twice, &[("county/own.ron", OWN)]).result.expect_err("twice");
    assert!(found[0].message.en.contains("comes twice"), "{found:#?}");
}
