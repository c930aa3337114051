//! The shipped what-ifs: each can be used, says where its figures come from
//! and does what it says.

use campusplan::scenario::{self, Loaded};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the scenarios.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

fn load(path: &Path) -> Loaded {
    let reader = |path: &Path| fs::read_to_string(path).map_err(|error| error.to_string());
    let reading = scenario::load(path, &[], &reader).expect("a file");
    let files = reading.files;
    reading.result.unwrap_or_else(|found| {
        panic!("{}", scenario::render(&found, &files, campusplan::domain::Language::En))
    })
}

fn whatif(name: &str) -> Loaded {
    load(&folder().join("whatif").join(name).with_extension("ron"))
}

fn names() -> Vec<String> {
    let entries = fs::read_dir(folder().join("whatif")).expect("the folder");
    let path = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").path();
    let mut names: Vec<String> = entries
        .map(path)
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn they_are_all_there() {
    let expected = [
        "attrition_3",
        "attrition_5",
        "attrition_8",
        "borrowed_two_years",
        "catchments",
        "demand_high",
        "demand_low",
        "grade_bands",
        "half_investment",
        "merging",
        "new_campus_1y_late",
        "new_campus_2y_late",
        "no_borrowed_premises",
        "no_new_campus",
        "paper_at_headquarters",
        "shuren_1y_later",
        "shuren_sold",
        "status_quo",
        "steady_intakes",
        "with_pay",
    ];
    assert_eq!(names(), expected);
}

#[test]
fn each_is_valid_sourced_and_different() {
    let base = load(&folder().join("longyou.ron"));
    let mut hashes = vec![base.scenario.hash.clone()];
    for name in names() {
        let loaded = whatif(&name);
        assert!(loaded.warnings.is_empty(), "{name}: {:#?}", loaded.warnings);
        assert_eq!(scenario::unsourced(&loaded.raw), Vec::<String>::new(), "{name}");
        let unsaid = loaded
            .scenario
            .sources
            .iter()
            .filter(|source| source.note.en.starts_with("set by the what-if"));
        assert_eq!(unsaid.count(), 0, "{name}: a changed figure without a source");
        assert!(!scenario::differences(&base, &loaded).is_empty(), "{name}");
        let title = &loaded.scenario.name;
        assert_ne!(title.zh, title.en, "{name}");
        let lineage = loaded.scenario.lineage.expect("a lineage");
        assert!(lineage.overlays[0].note.is_some(), "{name}");
        assert!(!hashes.contains(&loaded.scenario.hash), "{name}");
        hashes.push(loaded.scenario.hash);
    }
}

#[test]
fn each_reads_back_from_what_is_shown() {
    let mut all: Vec<Loaded> = names().iter().map(|name| whatif(name)).collect();
    for file in ["longyou.ron", "minimal.ron"] {
        all.push(load(&folder().join(file)));
    }
    for loaded in all {
        let again = scenario::read(&loaded.text).unwrap_or_else(|found| panic!("{found:#?}"));
        assert_eq!(again.scenario.hash, loaded.scenario.hash);
        assert!(scenario::differences(&loaded, &again).is_empty());
        assert!(again.warnings.is_empty());
    }
}

#[test]
fn they_change_what_they_say() {
    let base = load(&folder().join("longyou.ron"));
    let paths = |name: &str| -> Vec<String> {
        let found = scenario::differences(&base, &whatif(name));
        found.into_iter().map(|one| one.path).collect()
    };
    let all = |name: &str, part: &str| {
        let paths = paths(name);
        assert!(paths.iter().all(|path| path.contains(part)), "{name}: {paths:?}");
        paths.len()
    };
    assert_eq!(all("half_investment", "rules.budget.capital."), 5);
    assert_eq!(all("attrition_5", ".attrition"), base.raw.programmes.keys().count());
    let feeders = &base.raw.enrolment.as_ref().expect("a projection").feeders;
    let pupils: usize = feeders.iter().map(|(_, one)| one.pupils.keys().count()).sum();
    assert_eq!(all("demand_low", ".pupils."), pupils);
    assert_eq!(all("demand_high", ".pupils."), pupils);
    assert_eq!(all("new_campus_1y_late", "xinqu"), 3);
    assert!(!whatif("no_new_campus").raw.campuses.keys().any(|key| key == "xinqu"));
    assert!(!whatif("no_borrowed_premises").raw.campuses.keys().any(|key| key == "erzhong"));
    let status_quo = whatif("status_quo");
    assert!(status_quo.raw.roads.is_empty());
    assert!(status_quo.raw.options.iter().all(|(_, option)| {
        let campus = option.campus.as_deref().unwrap_or_default();
        status_quo.raw.campuses.get(campus).is_some()
    }));
}
