//! A plan of one case that is valid in another is a candidate there: an option
//! that only tightens never comes out better than the one it tightens, whatever
//! the limits.

use crate::support::tiny::{self, EXACT, close, read, text};
use campusplan::analysis::adopt::adopt;
use campusplan::analysis::compare::{Case, Compared, compare};
use campusplan::domain::Limits;
use campusplan::plan::{Plan, Status};
use campusplan::planning::places::places_of;
use campusplan::planning::store::{Key, Store, Stored};
use campusplan::scenario;
use campusplan::solve::{Observer, Unwatched};
use std::path::Path;

/// Ends with the first plan that is found.
const HASTY: Limits = Limits { gap: 1.0, steps: Some(0), ..EXACT };

/// Three intakes at two campuses, of which the cheaper one lacks rooms that can
/// be built.
fn options(pins: &str, rules: &str) -> String {
    text(&[
        ("terms: 2, weeks", "terms: 6, weeks"),
        ("\"room\": 4 /*owned at a*/", "\"room\": 2"),
        ("/*elsewhere*/", r#""b": (cost_per_class: 3)"#),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 90),
               (programme: "p", entry: "2009-autumn", applicants: 70),
               (programme: "p", entry: "2010-autumn", applicants: 50)"#,
        ),
        ("/*targets*/", r#""size": (name: (zh: "规模"), metric: registered, at_least: 150)"#),
        (
            "/*more*/",
            &format!(
                r#"options: {{"wing": (name: (zh: "教室"), campus: "a", resource: "room", units: 1, cost: 4, most: 2)}},
                   pins: [{pins}],"#
            ),
        ),
        ("/*rules*/", rules),
    ])
}

fn case(name: &str, text: &str, limits: Limits) -> Case {
    Case {
        name: name.to_owned(),
        loaded: scenario::read(text).unwrap_or_else(|found| panic!("{found:#?}")),
        limits,
    }
}

fn compared(cases: &[Case], store: Option<&Store>) -> Vec<Compared> {
    let observers: Vec<&dyn Observer> = cases.iter().map(|_| &Unwatched as _).collect();
    compare(cases, 0, (1, None), store, &observers)
}

/// A valid plan of a case that is far from its best, kept in a folder as if a
/// search had ended with it: tiny cases are solved too soon for a limit to do
/// that.
fn unlucky(case: &Case, dir: &Path) -> Store {
    let worse = r#"(decision: placement, programme: "p", campus: "a", at_most: 0)"#;
    let worse = tiny::outcome(&read(&options(worse, LOOSE))).expect("a plan");
    let (plan, _) = adopt(case.scenario(), &worse).expect("a plan that is valid here");
    let store = Store::new(dir);
    let places = places_of(case.scenario(), &plan);
    let key = Key::new(case.scenario(), &case.limits, None);
    store.keep(&key, &Stored { plan, places });
    store
}

fn plan(result: &Compared) -> &Plan {
    &result.ending.verified().expect("a verified plan").plan
}

/// Whether a plan is better than another where their tiers first differ.
fn better(this: &Plan, that: &Plan) -> bool {
    let mut tiers = this.tiers.iter().zip(&that.tiers);
    let differ = tiers.find(|(this, that)| (this.value - that.value).abs() > 1e-6);
    differ.is_some_and(|(this, that)| this.value < that.value)
}

const LOOSE: &str = r#"budget: (capital: {"2008": 9}), relocation: (cost: 1)"#;

/// Ways to tighten a case: pins and rules.
const TIGHTER: [(&str, &str); 5] = [
    ("", r#"budget: (capital: {"2008": 4}), relocation: (cost: 1)"#),
    ("", r#"budget: (capital: {"2008": 0}), relocation: (cost: 1)"#),
    ("", r#"budget: (capital: {"2008": 9}), relocation: (cost: 1, most_per_stage: 0)"#),
    (r#"(decision: placement, programme: "p", campus: "b", at_least: 1)"#, LOOSE),
    (r#"(decision: placement, programme: "p", campus: "b", at_most: 2)"#, LOOSE),
];

#[test]
fn an_option_that_only_tightens_never_comes_out_better() {
    let base = options("", LOOSE);
    let mut taken_over = 0;
    for (pins, rules) in TIGHTER {
        let dir = tempfile::tempdir().unwrap();
        let cases = [case("base", &base, HASTY), case("tight", &options(pins, rules), EXACT)];
        let store = unlucky(&cases[0], dir.path());
        let results = compared(&cases, Some(&store));
        assert!(results[0].reused);
        let (base, tight) = (plan(&results[0]), plan(&results[1]));
        assert!(!better(tight, base), "{pins} {rules}");
        taken_over += usize::from(results[0].from.is_some());
    }
    assert!(taken_over > 0);
}

#[test]
fn a_plan_that_breaks_a_rule_of_the_other_case_is_not_taken_over() {
    let never = r#"(decision: built, option: "wing", at_most: 0)"#;
    let (loose, tight) = (options("", LOOSE), options(never, LOOSE));
    let cases = [case("loose", &loose, EXACT), case("tight", &tight, EXACT)];
    let results = compared(&cases, None);
    let (without, with) = (plan(&results[1]), plan(&results[0]));
    assert!(!with.built.is_empty() && without.built.is_empty());
    assert!(adopt(&read(&tight), with).is_none());
    assert!(adopt(&read(&loose), without).is_some());
    assert_eq!(results[1].from, None);
}

#[test]
fn the_same_case_twice_gets_the_better_plan() {
    let same = options("", LOOSE);
    let cases = [case("hasty", &same, HASTY), case("exact", &same, Limits { seed: 5, ..EXACT })];
    let dir = tempfile::tempdir().unwrap();
    let store = unlucky(&cases[0], dir.path());
    let results = compared(&cases, Some(&store));
    let (hasty, exact) = (plan(&results[0]), plan(&results[1]));
    assert_eq!(results[0].from.as_deref(), Some("exact"));
    assert_eq!(results[1].from, None);
    for (one, other) in hasty.tiers.iter().zip(&exact.tiers) {
        close(one.value, other.value);
        let gap = one.bound.map(|bound| one.value - bound);
        assert!(gap.is_none_or(|gap| gap >= 0.0));
        assert!(one.bound.is_some() || one.status != Status::GapReached);
    }
    // The options stay those of the own run.
    assert_eq!(hasty.options.seed, HASTY.seed);
    assert_eq!(hasty.options.step_limit, HASTY.steps);
}
