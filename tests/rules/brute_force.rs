//! Tiny cases whose optimum is found three ways: by trying all plans, by
//! `HiGHS` and by `microlp`. All must agree.

use super::microlp::Microlp;
use super::oracle::{Optimum, optimum};
use campusplan::domain::{Part, Scenario};
use campusplan::model::{Form, Model, build};
use campusplan::planning::{Outcome, plan_with};
use campusplan::solve::backend::Backend;
use campusplan::solve::lexicographic::{
    LexicographicProblem, LexicographicResult, WorkLimit, expressions, solve_lexicographic,
};
use campusplan::solve::run::Run;
use campusplan::solve::{Highs, Phase, Unwatched};
use std::time::Instant;

/// The case all others are changed from.
const TINY: &str = include_str!("../data/tiny.ron");

/// The case with some of its text replaced; each must be there once.
fn case(changes: &[(&str, &str)]) -> Scenario {
    let mut text = TINY.to_owned();
    for (old, new) in changes {
        assert_eq!(text.matches(old).count(), 1, "{old} must be there once");
        text = text.replace(old, new);
    }
    match campusplan::scenario::read(&text) {
        Ok(loaded) => loaded.scenario,
        Err(found) => panic!("{found:#?}"),
    }
}

/// What a solver finds for the tiers: the targets alone, then the cost with
/// the targets kept.
fn solved(backend: &dyn Backend, scenario: &Scenario) -> Option<Optimum> {
    let mut first = scenario.clone();
    first.tiers.truncate(1);
    Some(Optimum {
        targets: value(backend, &first, Part::Targets)?,
        cost: value(backend, scenario, Part::Cost)?,
    })
}

/// The value of a part in what a solver finds.
fn value(backend: &dyn Backend, scenario: &Scenario, part: Part) -> Option<f64> {
    let mut model = build(scenario, Form::PLAN);
    make_posts_whole(&mut model);
    least(backend, scenario, &model, part)
}

/// The value of a part in what a solver finds for the tiers in a form of the model.
pub fn least(backend: &dyn Backend, scenario: &Scenario, model: &Model, part: Part) -> Option<f64> {
    let run = Run { backend, observer: &Unwatched, began: Instant::now(), limits: scenario.limits };
    let lexicographic = LexicographicProblem {
        phase: |tier, tiers| Phase::Solving { tier, tiers },
        problem: &model.problem,
        tiers: &expressions(scenario, model),
        fixed_cuts: &[],
        start: None,
        bounds: &[],
        slack_allowance: &[],
        limit: WorkLimit { share: 1.0, gap: 0.0, nodes: &[] },
    };
    match solve_lexicographic(&run, lexicographic).expect("the solver works") {
        LexicographicResult::Solved { values, .. } => Some(model.parts[&part].value(&values)),
        LexicographicResult::Infeasible => None,
        LexicographicResult::NotFound => panic!("the solver was not limited"),
    }
}

/// The model counts posts in fractions until they are settled; here they are
/// whole from the beginning.
fn make_posts_whole(model: &mut Model) {
    let decisions = &model.decisions;
    let posts = decisions.posted.values();
    for post in posts.chain(decisions.recruits_posted.values()) {
        model.problem.columns[post.0].whole = true;
    }
}

/// The published plan: it holds, it is no better than the optimum, and what is
/// proven of it is true.
fn publishes(scenario: &Scenario, tried: Option<Optimum>) {
    let outcome = plan_with(&Highs, scenario, &scenario.limits, &Unwatched);
    let plan = match outcome.expect("the solver works") {
        Outcome::Planned(planned) => {
            let violations = &planned.verification.violations;
            assert!(violations.is_empty(), "{violations:#?}");
            planned.plan
        }
        Outcome::Infeasible(_) => {
            assert_eq!(tried, None, "there is a plan");
            return;
        }
        Outcome::NothingFound => panic!("the solver was not limited"),
    };
    let best = tried.unwrap_or_else(|| panic!("there is no plan, but one was published"));
    let [targets, cost] = &plan.tiers[..] else {
        panic!("two tiers");
    };
    let told = (best, targets, cost);
    assert!(targets.value >= best.targets - 1e-6, "{told:?}");
    let kept = close(targets.value, best.targets);
    assert!(cost.value >= best.cost * (1.0 - 1e-6) || !kept, "{told:?}");
    let below = |bound: Option<f64>, best: f64| bound.is_none_or(|it| it <= best + 1e-4);
    assert!(below(targets.bound, best.targets), "{told:?}");
    assert!(below(cost.bound, best.cost) || !kept, "{told:?}");
    assert!(kept && cost.value <= best.cost * 1.05, "{told:?}");
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * other.abs().max(1.0)
}

/// All ways agree; returns the optimum.
fn agree(scenario: &Scenario) -> Option<Optimum> {
    let tried = optimum(scenario);
    let found = [("HiGHS", solved(&Highs, scenario)), ("microlp", solved(&Microlp, scenario))];
    for (who, found) in found {
        let same = match (tried, found) {
            (Some(tried), Some(found)) => {
                close(found.targets, tried.targets) && close(found.cost, tried.cost)
            }
            (tried, found) => tried.is_none() && found.is_none(),
        };
        assert!(same, "tried {tried:?}, {who} {found:?}");
    }
    publishes(scenario, tried);
    tried
}

/// The optimum with these changes, all ways agreeing.
fn best(changes: &[(&str, &str)]) -> Optimum {
    agree(&case(changes)).expect("a plan")
}

/// Text and what stands in its place.
type Change = (&'static str, &'static str);

const ROOMS_A: &str = r#""room": 3, "lathe": 16"#;
const ROOMS_B: &str = r#""room": 3, "lathe": 8"#;
const OPTIONS: &str = "options: {}";

/// Adds a module of rooms at campus b.
const BUILD: &str = r#"options: {"hall": (name: (zh: "楼", en: "Hall"), campus: "b", resource: "room",
    units: 2, cost: 9, upkeep: 0.2, lead_terms: 1, most: 2)}"#;

/// Lets people be hired.
const HIRING: &str = r#""s": (name: (zh: "学科", en: "Subject"), hiring: (cost: 0.5, pay: 1.1, load: 15, most_per_year: 2))"#;

/// The subject nobody can be hired for.
const SUBJECT: &str = r#""s": (name: (zh: "学科", en: "Subject"))"#;

const FEW_ROOMS: &str = r#""room": 2, "lathe": 16"#;
const LAST_ROOM: &str = r#""room": 1, "lathe": 8"#;
const STAFF_A: &str = r#"campus: "a", subjects: ["s"], count: 3"#;
const STAFF_B: &str = r#"campus: "b", subjects: ["s"], count: 2"#;
const RUNNING_A: &str = "running_cost: 3)";
const RUNNING_B: &str = "running_cost: 2)";

#[test]
fn as_it_stands() {
    best(&[]);
}

#[test]
fn rooms_binding_or_slack() {
    let slack = best(&[(ROOMS_A, r#""room": 9, "lathe": 40"#)]);
    let binding = best(&[(ROOMS_A, FEW_ROOMS), (ROOMS_B, LAST_ROOM)]);
    assert!(binding.targets > slack.targets + 1.0);
}

#[test]
fn no_room_for_those_who_must_be_admitted() {
    let must = [
        (r#""2008-autumn", applicants: 45"#, r#""2008-autumn", applicants: 45, least: 1"#),
        ("applicants: 65, most: 2", "applicants: 65, least: 2, most: 2"),
        (ROOMS_A, FEW_ROOMS),
    ];
    let none = case(&[must[0], must[1], must[2], (ROOMS_B, LAST_ROOM)]);
    assert_eq!(agree(&none), None);
    best(&[must[0], must[1], must[2], (ROOMS_B, r#""room": 2, "lathe": 8"#)]);
}

#[test]
fn building_gives_room() {
    let without = best(&[(ROOMS_A, FEW_ROOMS), (ROOMS_B, LAST_ROOM)]);
    let with = best(&[(ROOMS_A, FEW_ROOMS), (ROOMS_B, LAST_ROOM), (OPTIONS, BUILD)]);
    assert!(with.targets < without.targets && with.cost > without.cost);
}

#[test]
fn capital_comes_too_late_for_building() {
    let budget = ("rules: (", r#"rules: (budget: (capital: {"2008": 0, "2010": 30}),"#);
    let few = [(ROOMS_A, FEW_ROOMS), (ROOMS_B, LAST_ROOM), (OPTIONS, BUILD)];
    let late = best(&[few[0], few[1], few[2], budget]);
    assert!(late.targets > best(&few).targets);
}

#[test]
fn a_campus_closes_when_it_saves_money() {
    let room = (ROOMS_A, r#""room": 8, "lathe": 40"#);
    let open = best(&[room]);
    let cheap = "running_cost: 2, closable: true, closing_cost: 1.5)";
    let closed =
        best(&[room, (RUNNING_B, cheap), ("rebased_per_stage: 2", "rebased_per_stage: 3")]);
    assert!(closed.cost < open.cost);
    let dear = "running_cost: 2, closable: true, closing_cost: 40)";
    assert!(close(best(&[room, (RUNNING_B, dear)]).cost, open.cost));
}

#[test]
fn a_campus_must_be_left() {
    let ends = r#"running_cost: 2, tenure: (until: "2009-spring"))"#;
    best(&[(RUNNING_B, ends), (ROOMS_A, r#""room": 4, "lathe": 20"#)]);
    let stuck = [
        (RUNNING_B, ends),
        (ROOMS_A, r#""room": 4, "lathe": 20"#),
        ("rebased_per_stage: 2", "rebased_per_stage: 0"),
    ];
    assert_eq!(agree(&case(&stuck)), None);
}

#[test]
fn a_campus_may_open() {
    let opens = "running_cost: 2, in_use: false, opening_cost: 4)";
    let cohort =
        r#"(programme: "q", entry: "2007-autumn", campus: "b", classes: 1, students: 29),"#;
    let staff = (STAFF_B, r#"campus: "a", subjects: ["s"], count: 2"#);
    let opened = best(&[(RUNNING_B, opens), (cohort, ""), staff]);
    let roomy = (ROOMS_A, r#""room": 9, "lathe": 40"#);
    let shut = best(&[(RUNNING_B, opens), (cohort, ""), staff, roomy]);
    assert!(opened.cost > shut.cost + 4.0);
}

#[test]
fn rotation_of_the_internship() {
    let tight = (ROOMS_A, FEW_ROOMS);
    let metric = ("metric: registered, at_least: 180", "metric: classes_in_school, at_least: 5");
    let free = best(&[tight, metric]);
    let fixed = (
        "internship: (first: 5, last: 6, length: 1)",
        "internship: (first: 5, last: 6, length: 1, fixed: 6)",
    );
    let together = best(&[tight, metric, fixed]);
    assert!(free.targets <= together.targets);
    best(&[tight, metric, ("(first: 5, last: 6, length: 1)", "(first: 4, last: 6, length: 2)")]);
}

#[test]
fn some_have_had_their_internship() {
    let earlier =
        r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 2, students: 76)"#;
    let later = r#"(programme: "p", entry: "2006-spring", campus: "a", classes: 2, students: 70, interned: 1)"#;
    best(&[(earlier, later)]);
}

#[test]
fn moves_are_capped() {
    let ends = (RUNNING_A, r#"running_cost: 3, tenure: (until: "2009-spring"))"#);
    let roomy = (ROOMS_B, r#""room": 6, "lathe": 30"#);
    let staff = ("rebased_per_stage: 2", "rebased_per_stage: 4");
    best(&[ends, roomy, staff]);
    let cap = ("most_per_stage: 2", "most_per_stage: 1");
    let slow = best(&[ends, roomy, staff, cap]);
    assert!(slow.cost > 0.0);
    let none = ("most_per_stage: 2", "most_per_stage: 0");
    assert_eq!(agree(&case(&[ends, roomy, staff, none])), None);
}

#[test]
fn hiring_cures_a_shortage() {
    let few = (STAFF_A, r#"campus: "a", subjects: ["s"], count: 2"#);
    let without = best(&[few]);
    let with = best(&[few, (SUBJECT, HIRING)]);
    assert!(with.targets < without.targets);
    let capped = ("rebased_per_stage: 2", "rebased_per_stage: 2, hires_per_year: 0");
    assert!(close(best(&[few, (SUBJECT, HIRING), capped]).targets, without.targets));
}

#[test]
fn retirements_and_visits() {
    let retires = r#"campus: "b", subjects: ["s"], retirements: {"2009-autumn": 1}, count: 2"#;
    let visited = best(&[(STAFF_B, retires), (SUBJECT, HIRING)]);
    let alone = best(&[(STAFF_B, retires), (SUBJECT, HIRING), (r#""25%""#, r#""0%""#)]);
    assert!(visited.cost <= alone.cost + 1e-9);
}

#[test]
fn machines_move_or_are_shared() {
    let lathe = "per: student, hours: 30";
    let to_b = [
        (
            r#"sites: {"a": (), "b": (cost_per_class: 0.3)}"#,
            r#"sites: {"a": (cost_per_class: 0.3), "b": ()}"#,
        ),
        (ROOMS_A, r#""room": 3, "lathe": 11"#),
        (ROOMS_B, r#""room": 3, "lathe": 5"#),
    ];
    let bound = best(&to_b);
    let shared =
        best(&[to_b[0], to_b[1], to_b[2], (lathe, "per: student, hours: 30, shared_visit: 2")]);
    assert!(shared.targets <= bound.targets);
    let moved =
        best(&[to_b[0], to_b[1], to_b[2], (lathe, "per: student, hours: 30, shipping: 0.1")]);
    assert!(moved.targets <= bound.targets);
}

#[test]
fn small_classes_merge() {
    let late = ("most_per_stage: 2", "most_per_stage: 2, last_year: true");
    let small = ("classes: 2, students: 76", "classes: 2, students: 40");
    let costs = (
        r#"sites: {"a": (), "b": (cost_per_class: 0.3)}"#,
        r#"sites: {"a": (cost_per_class: 0.6), "b": (cost_per_class: 0.8)}"#,
    );
    let lossy = (r#"attrition: ["0%"]"#, r#"attrition: ["30%"]"#);
    let merging = ("rules: (", "rules: (merging: (most_students: 40, cost: 0.1),");
    let apart = [late, small, costs, lossy];
    let together = [late, small, costs, lossy, merging];
    assert!(best(&together).cost < best(&apart).cost);
    // a room or two less
    let tight = |changes: &[Change]| {
        let rooms = [(ROOMS_A, FEW_ROOMS), (ROOMS_B, LAST_ROOM)];
        best(&[changes, &rooms].concat())
    };
    let (apart, together) = (tight(&apart), tight(&together));
    assert!(together.targets <= apart.targets && together != apart);
    // the larger class is moved on, and nobody moves twice
    let ends = (RUNNING_A, r#"running_cost: 3, tenure: (until: "2009-spring"))"#);
    let roomy = (ROOMS_B, r#""room": 6, "lathe": 30"#);
    let staff = ("rebased_per_stage: 2", "rebased_per_stage: 4");
    let cap = ("most_per_stage: 2", "most_per_stage: 1, last_year: true");
    let moved = [cap, small, costs, lossy, ends, roomy, staff];
    let both = agree(&case(&moved));
    let one = best(&[&moved[..], &[merging]].concat());
    assert!(both.is_none_or(|both| one.cost < both.cost));
}
