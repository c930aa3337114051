//! An option that only tightens another never comes out better than it, tier by
//! tier, whatever the limits: over changes of shipped cases and over random ones.

use crate::support::tiny::{EXACT, outcome, read, text};
use campusplan::analysis::adopt::adopt;
use campusplan::analysis::compare::{Case, Compared, compare};
use campusplan::domain::{Limits, Tier};
use campusplan::plan::Plan;
use campusplan::planning::places::places_of;
use campusplan::planning::store::{Key, Store, Stored};
use campusplan::scenario::{self, Change, Loaded};
use campusplan::solve::{Observer, Unwatched};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::fs;
use std::path::{Path, PathBuf};

/// Ends with the first plan that is found.
const HASTY: Limits = Limits { gap: 1.0, steps: Some(0), ..EXACT };

fn case(name: &str, loaded: Loaded, limits: Limits) -> Case {
    Case { name: name.to_owned(), loaded, limits }
}

fn compared(cases: &[Case], seconds: Option<f64>, store: Option<&Store>) -> Vec<Compared> {
    let observers: Vec<&dyn Observer> = cases.iter().map(|_| &Unwatched as _).collect();
    compare(cases, 0, (2, seconds), store, &observers)
}

fn plan(result: &Compared) -> Option<&Plan> {
    Some(&result.ending.verified()?.plan)
}

/// Whether a plan is better than another where their tiers first differ by more
/// than each may give away.
fn better(tiers: &[Tier], this: &Plan, that: &Plan) -> bool {
    let values = this.tiers.iter().zip(&that.tiers).zip(tiers);
    for ((this, that), tier) in values {
        let given_away = tier.relative_tolerance * that.value.abs() + tier.absolute_tolerance;
        let same = given_away + 1e-6 * that.value.abs().max(1.0);
        if (this.value - that.value).abs() > same {
            return this.value < that.value;
        }
    }
    false
}

/// Asserts that no option comes out better than the base, which they tighten, and
/// that none has a plan where the base has none.
fn none_better(cases: &[Case], results: &[Compared]) {
    let tiers = &cases[0].scenario().tiers;
    let base = plan(&results[0]);
    for (case, result) in cases.iter().zip(results).skip(1) {
        if let Some(tight) = plan(result) {
            let base = base.expect("the plan of an option is valid in the base");
            assert!(!better(tiers, tight, base), "{} is better", case.name);
        }
    }
}

/// How much there is of everything that a small case may use: the more, the looser.
#[derive(Clone, Debug)]
struct Generous {
    rooms: u32,
    capital: [u32; 2],
    modules: u32,
    applicants: [u32; 3],
    moves: u32,
    classes_at_b: u32,
}

impl Generous {
    /// As much, less a number of units of each.
    fn less(&self, by: &[u32; 9]) -> Self {
        let left = |all: u32, by: u32| all.saturating_sub(by);
        Self {
            rooms: left(self.rooms, by[0]),
            capital: [left(self.capital[0], by[1]), left(self.capital[1], by[2])],
            modules: left(self.modules, by[3]).max(1),
            applicants: [
                left(self.applicants[0], 10 * by[4]),
                left(self.applicants[1], 10 * by[5]),
                left(self.applicants[2], 10 * by[6]),
            ],
            moves: left(self.moves, by[7]),
            classes_at_b: left(self.classes_at_b, by[8]),
        }
    }

    /// The case, with another pin if there is one.
    fn text(&self, pin: &str) -> String {
        let Self { rooms, capital, modules, applicants, moves, classes_at_b } = self;
        let [first, second, third] = applicants;
        text(&[
            ("terms: 2, weeks", "terms: 6, weeks"),
            ("\"room\": 4 /*owned at a*/", &format!("\"room\": {rooms}")),
            ("/*elsewhere*/", r#""b": (cost_per_class: 3)"#),
            (
                "/*cohorts*/",
                r#"(programme: "p", entry: "2007-autumn", campus: "b", classes: 1, students: 30)"#,
            ),
            (
                "/*admissions*/",
                &format!(
                    r#"(programme: "p", entry: "2008-autumn", applicants: {first}),
                       (programme: "p", entry: "2009-autumn", applicants: {second}),
                       (programme: "p", entry: "2010-autumn", applicants: {third})"#
                ),
            ),
            ("/*targets*/", r#""size": (name: (zh: "规模"), metric: registered, at_least: 150)"#),
            (
                "/*more*/",
                &format!(
                    r#"options: {{"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1, cost: 4, most: {modules})}},
                       pins: [(decision: placement, programme: "p", campus: "b", at_most: {classes_at_b}), {pin}],"#
                ),
            ),
            (
                "/*rules*/",
                &format!(
                    r#"budget: (capital: {{"2008": {}, "2010": {}}}),
                       relocation: (cost: 1, most_per_stage: {moves})"#,
                    capital[0], capital[1]
                ),
            ),
        ])
    }
}

fn generous() -> impl Strategy<Value = Generous> {
    let applicants = [30_u32..100, 0_u32..90, 0_u32..60];
    (1_u32..4, [0_u32..10, 0_u32..6], 1_u32..4, applicants, 0_u32..4, 1_u32..6).prop_map(
        |(rooms, capital, modules, applicants, moves, classes_at_b)| Generous {
            rooms,
            capital,
            modules,
            applicants,
            moves,
            classes_at_b,
        },
    )
}

/// A handicap, with which the base's search shall end: tiny cases are solved too
/// soon for a limit to do that.
const HANDICAPS: [&str; 3] = [
    r#"(decision: placement, programme: "p", campus: "a", at_most: 0)"#,
    r#"(decision: built, option: "wing", at_most: 0)"#,
    r#"(decision: placement, programme: "p", campus: "b", at_most: 1)"#,
];

/// Keeps the best plan with a handicap in a store, as if a search had ended with
/// it. None if there is no such plan.
fn unlucky(base: &Generous, handicap: &str, limits: &Limits, dir: &Path) -> Option<Store> {
    let scenario = read(&base.text(""));
    let worse = outcome(&read(&base.text(handicap)))?;
    let (plan, _) = adopt(&scenario, &worse).expect("a plan that is valid without the handicap");
    let store = Store::new(dir);
    let places = places_of(&scenario, &plan);
    let key = Key::new(&scenario, limits, None);
    store.keep(&key, &Stored { plan, places });
    Some(store)
}

#[test]
fn random_tightenings_never_come_out_better() {
    let mut runner = TestRunner::deterministic();
    // Most things stay as they are.
    let less = || proptest::array::uniform9(prop_oneof![3 => Just(0_u32), 1 => 1_u32..3]);
    let all = (generous(), less(), less(), 0_usize..3, any::<u16>());
    let (mut planned, mut taken_over, mut kept) = (0, 0, 0);
    for _ in 0..30 {
        let drawn = all.new_tree(&mut runner).expect("a draw").current();
        let (base, less, even_less, handicap, seed) = drawn;
        let tight = base.less(&less);
        let tighter = tight.less(&even_less);
        let limits = Limits { seed: seed.into(), ..HASTY };
        let dir = tempfile::tempdir().expect("a folder");
        let store = unlucky(&base, HANDICAPS[handicap], &limits, dir.path());
        let loaded = |case: &Generous| {
            let text = case.text("");
            scenario::read(&text).unwrap_or_else(|found| panic!("{found:#?}"))
        };
        let cases = vec![
            case("base", loaded(&base), limits),
            case("tight", loaded(&tight), EXACT),
            case("tighter", loaded(&tighter), HASTY),
        ];
        let results = compared(&cases, None, store.as_ref());
        none_better(&cases, &results);
        none_better(&cases[1..], &results[1..]);
        planned += results.iter().filter(|one| plan(one).is_some()).count();
        taken_over += results.iter().filter(|one| one.from.is_some()).count();
        kept += results[1..].iter().filter(|one| one.keeps_base_plan).count();
    }
    assert!(planned > 45, "{planned}");
    assert!(taken_over > 3, "{taken_over}");
    assert!(kept > 10, "{kept}");
}

fn scenarios() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

fn load(file: &str, changes: &[&str]) -> Loaded {
    let changes = changes.iter().map(|change| {
        let (kind, change) = change.split_once(' ').expect("a kind and a change");
        match kind {
            "scale" => Change::Scale(change.to_owned()),
            "remove" => Change::Remove(change.to_owned()),
            _ => Change::Set(change.to_owned()),
        }
    });
    let changes: Vec<Change> = changes.collect();
    let reader = |path: &Path| fs::read_to_string(path).map_err(|error| error.to_string());
    let reading = scenario::load(&scenarios().join(file), &changes, &reader).expect("a file");
    reading.result.unwrap_or_else(|found| panic!("{found:#?}"))
}

/// Changes that only tighten the minimal scenario.
const TIGHTER: [&str; 6] = [
    "set rules.relocation.most_per_stage=1",
    "set campuses.west.tenure.until=\"2008-spring\"",
    "scale admissions.*.applicants=0.8",
    "set rules.relocation.most_per_stage=0",
    "set rules.visiting=(share: \"0%\")",
    "set rules.employment=(rebased_per_stage: 0)",
];

#[test]
fn tightenings_of_the_minimal_scenario_never_come_out_better() {
    for limits in [HASTY, Limits { steps: Some(3), ..HASTY }, EXACT] {
        let mut cases = vec![case("base", load("minimal.ron", &[]), limits)];
        for (index, change) in TIGHTER.iter().enumerate() {
            // A tighter option has more steps and another seed than the base.
            let limits = Limits { seed: u32::try_from(index).expect("few"), ..EXACT };
            cases.push(case(change, load("minimal.ron", &[change]), limits));
        }
        none_better(&cases, &compared(&cases, None, None));
    }
}

/// The what-ifs that only tighten the case of Longyou.
const LONGYOU: [&str; 5] = [
    "whatif/half_investment.ron",
    "whatif/no_new_campus.ron",
    "whatif/new_campus_1y_late.ron",
    "whatif/new_campus_2y_late.ron",
    "whatif/demand_low.ron",
];

#[test]
#[ignore = "takes two and a half minutes"]
fn tightenings_of_the_longyou_case_never_come_out_better() {
    let limits = Limits { threads: 1, ..EXACT };
    let base = case("base", load("longyou.ron", &[]), limits);
    let others = LONGYOU.map(|file| case(file, load(file, &[]), limits));
    let cases: Vec<Case> = std::iter::once(base).chain(others).collect();
    let results = compared(&cases, Some(150.0), None);
    assert!(plan(&results[0]).is_some());
    none_better(&cases, &results);
}
