//! The cases, and asking about them.

use crate::support::tiny::{EXACT, text};
use campusplan::analysis::explain::{Asked, Explanation, Goal, Repair, explain};
use campusplan::diagnostic::Diagnostic;
use campusplan::domain::{Scenario, Term};
use campusplan::ids::{TargetId, TermId};
use campusplan::planning::time_budget::TimeBudget;
use campusplan::planning::{self, Outcome};
use campusplan::scenario::{self, Change, Loaded};
use campusplan::solve::Unwatched;
use std::collections::BTreeSet;

/// Replacements in the base text.
pub type Replaced<'a> = &'a [(&'a str, &'a str)];

/// The case with changes made to it, as the command line would make them.
pub fn changed(replaced: Replaced<'_>, changes: &[Change]) -> Result<Loaded, Vec<Diagnostic>> {
    let text = text(replaced);
    let reader = |_: &std::path::Path| Ok(text.clone());
    let reading = scenario::load(std::path::Path::new("tiny.ron"), changes, &reader);
    reading.expect("a text").result
}

/// The case.
pub fn case(replaced: Replaced<'_>) -> Scenario {
    let loaded = changed(replaced, &[]);
    loaded.unwrap_or_else(|found| panic!("{found:#?}")).scenario
}

/// The explanation of a case.
pub fn explained(replaced: Replaced<'_>, target: Option<(&str, Option<&str>)>) -> Explanation {
    let scenario = case(replaced);
    let reload = |changes: &[Change]| changed(replaced, changes).map(|loaded| loaded.scenario);
    let goal = target.map(|(key, at)| Goal {
        target: scenario.targets.position(|one| one.id == key).expect("a target"),
        at: at.map(|at| at.parse::<Term>().expect("a term")),
    });
    let asked = Asked { scenario: &scenario, reload: &reload, goal, count: 10, limits: EXACT };
    let budget = TimeBudget::start(None, &Unwatched);
    let explanation = explain(asked, &budget).expect("an answer");
    for repair in &explanation.repairs.found {
        sound(replaced, repair, goal);
    }
    explanation
}

/// A repair has a verified plan, is proven to be the cheapest left, and no step
/// of it can be spared.
fn sound(replaced: Replaced<'_>, repair: &Repair, goal: Option<Goal>) {
    assert!(repair.planned.verification.passed());
    assert!(repair.proven);
    let prices: f64 = repair.granted.iter().map(|one| one.price.0).sum();
    crate::support::tiny::close(prices, repair.price);
    let scenario = case(replaced);
    for index in 0..repair.granted.len() {
        let mut fewer = repair.granted.clone();
        if fewer[index].steps == 1 {
            fewer.remove(index);
        } else {
            fewer[index].steps -= 1;
        }
        let changes = fewer.iter();
        let changes: Vec<Change> = changes
            .flat_map(|one| campusplan::analysis::explain::changes(&scenario, one))
            .collect();
        let mut less = changed(replaced, &changes).expect("a scenario").scenario;
        less.held_targets = held(&less, goal);
        let outcome = planning::plan(&less, &EXACT, &Unwatched).expect("an outcome");
        assert!(matches!(outcome, Outcome::Infeasible(_)), "{fewer:?} will do");
    }
}

/// The terms in which the target asked about must be met.
fn held(scenario: &Scenario, goal: Option<Goal>) -> BTreeSet<(TargetId, TermId)> {
    let terms = goal.into_iter().flat_map(|goal| {
        let target = &scenario.targets[goal.target];
        let asked = move |term: Term| goal.at.is_none_or(|at| at == term);
        scenario.calendar.term_ids().filter_map(move |id| {
            let term = scenario.calendar.term(id);
            (target.applies(term) && asked(term)).then_some((goal.target, id))
        })
    });
    terms.collect()
}

/// The prices of the ways, and how many concessions each takes.
pub fn prices(explanation: &Explanation) -> Vec<(f64, usize)> {
    let ways = explanation.repairs.found.iter();
    ways.map(|one| (one.price, one.granted.len())).collect()
}

/// The ways as changes.
pub fn changes(explanation: &Explanation) -> Vec<Vec<String>> {
    let ways = explanation.repairs.found.iter();
    ways.map(|one| one.changes.iter().map(Change::as_given).collect()).collect()
}

/// A class of forty boarders to be admitted, and thirty-nine beds.
pub const ONE_BED_SHORT: Replaced<'static> = &[
    (
        "/*resources*/",
        r#""bed": (name: (zh: "床位", en: "beds"), unit: (zh: "张", en: "beds"), per: boarder, default_use: 1),"#,
    ),
    (" /*owned at a*/", r#", "bed": 39"#),
    ("class_size: (min: 20, max: 40)", "class_size: (min: 40, max: 40)"),
    ("/*p*/", r#"boarding: "100%","#),
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 1)"#),
];

/// Three classes to be admitted and two rooms, one at each campus.
pub const ONE_ROOM_SHORT: Replaced<'static> = &[
    (r#""room": 4 /*owned at a*/"#, r#""room": 1"#),
    (r#""room": 4 /*owned at b*/"#, r#""room": 1"#),
    ("/*elsewhere*/", r#""b": ()"#),
    ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", applicants: 120, least: 3)"#),
];

/// Two classes in the two rooms of a, where a class of another programme must be
/// admitted; they could go elsewhere, but nobody may move.
pub const NOBODY_MOVES: Replaced<'static> = &[
    (r#""room": 4 /*owned at a*/"#, r#""room": 2"#),
    ("/*elsewhere*/", r#""b": ()"#),
    (
        "/*programmes*/",
        r#""q": (
            name: (zh: "乙专业", en: "Programme Q"), field: "f", curriculum: [(terms: 6)],
            class_size: (min: 20, max: 40), attrition: [0], sites: {"a": ()},
        ),"#,
    ),
    (
        "/*cohorts*/",
        r#"(programme: "p", entry: "2007-autumn", campus: "a", classes: 2, students: 80)"#,
    ),
    ("/*admissions*/", r#"(programme: "q", entry: "2008-autumn", applicants: 40, least: 1)"#),
    ("/*rules*/", "relocation: (most_per_stage: 0)"),
];

/// Some replacements and one more.
pub fn with<'a>(replaced: Replaced<'a>, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [replaced, more].concat()
}
