//! Why there is no plan: the least violation of the hard rules, and the rules
//! that cannot hold together.

use super::{Infeasibility, Shortage};
use crate::domain::{Basis, Rule, Scenario, Text};
use crate::model::problem::{Label, Place};
use crate::model::{Form, Missed, Model, Purpose, Staff, build};
use crate::solve::Phase;
use crate::solve::backend::{SolveRequest, SolveResult, SolverError, Strategy, Termination};
use crate::solve::run::Run;
use crate::units::whole_up;
use crate::words::{bands, catchment, common, courses, pins, shortages as words, standards};
use std::collections::BTreeMap;
use std::time::Duration;

/// Violations below this are rounding.
const NOTHING: f64 = 1e-6;

/// Gap at which the least violation is good enough to be told.
const GAP: f64 = 0.02;

/// Longest search for the least violation, and for one step of the conflict.
const LONGEST: (Duration, Duration) = (Duration::from_secs(60), Duration::from_secs(10));

/// Time for a search that begins when the time limit is all but used up.
const LEAST: Duration = Duration::from_millis(500);

/// Rules whose rows can give in a diagnosis, in the order in which they are
/// tried to be left out.
const NEGOTIABLE: [Rule; 20] = [
    Rule::Standards,
    Rule::Target,
    Rule::Courses,
    Rule::Catchment,
    Rule::Bands,
    Rule::Role,
    Rule::Exchange,
    Rule::Duty,
    Rule::ClassTeacher,
    Rule::PartTime,
    Rule::Retraining,
    Rule::Budget,
    Rule::Employment,
    Rule::Relocation,
    Rule::Staffing,
    Rule::Admission,
    Rule::Tenure,
    Rule::Capacity,
    Rule::Placement,
    Rule::Pins,
];

/// Explains why a scenario has no plan.
///
/// # Errors
///
/// When the solver fails.
pub fn diagnose(run: &Run<'_>, scenario: &Scenario) -> Result<Infeasibility, SolverError> {
    let (model, result) = least_violation(run, scenario, &[], (GAP, LONGEST.0))?;
    let SolveResult::Solution(solution) = result else {
        return Ok(Infeasibility { shortages: vec![], conflict: vec![], complete: false });
    };
    let missed = model.shortages.iter();
    let shortages = missed
        .filter_map(|missed| shortage(scenario, missed, solution.values[missed.amount.0]))
        .collect();
    let conflict = conflict(run, scenario)?;
    Ok(Infeasibility {
        shortages,
        complete: conflict.is_some(),
        conflict: conflict.unwrap_or_default(),
    })
}

/// What is short in the least violation of the relaxation, the weightiest
/// first: quick, and enough to say what stands in the way. `time` is the
/// longest it may take; none: until it is known.
///
/// # Errors
///
/// When the solver fails.
pub fn shortest(
    run: &Run<'_>,
    scenario: &Scenario,
    time: Option<Duration>,
) -> Result<Vec<Shortage>, SolverError> {
    let mut model = build(scenario, diagnosis(&[]));
    for column in &mut model.problem.columns {
        column.whole = false;
    }
    let SolveResult::Solution(solution) = solve(run, &model, (GAP, time))? else {
        return Ok(Vec::new());
    };
    let amount = |missed: &Missed| solution.values[missed.amount.0];
    let weights: BTreeMap<_, _> = model.violation.terms.iter().copied().collect();
    let weight =
        |missed: &Missed| amount(missed) * weights.get(&missed.amount).copied().unwrap_or_default();
    let mut all: Vec<&Missed> = model.shortages.iter().collect();
    all.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
    let all = all.into_iter();
    Ok(all.filter_map(|missed| shortage(scenario, missed, amount(missed))).collect())
}

fn diagnosis(free: &[Rule]) -> Form<'_> {
    Form { purpose: Purpose::Diagnosis { free }, staff: Staff::Posted, totals: false }
}

fn least_violation(
    run: &Run<'_>,
    scenario: &Scenario,
    free: &[Rule],
    (gap, time): (f64, Duration),
) -> Result<(Model, SolveResult), SolverError> {
    let model = build(scenario, diagnosis(free));
    let result = solve(run, &model, (gap, Some(time)))?;
    Ok((model, result))
}

fn solve(
    run: &Run<'_>,
    model: &Model,
    (gap, time): (f64, Option<Duration>),
) -> Result<SolveResult, SolverError> {
    let left = run.remaining().map(|left| left.max(LEAST));
    let request = SolveRequest {
        problem: &model.problem,
        objective_cuts: &[],
        objective: &model.violation,
        start: None,
        termination: Termination {
            time: time.map(|time| left.map_or(time, |left| left.min(time))),
            gap,
            objective_target: None,
            nodes: None,
            threads: run.limits.threads,
            seed: run.limits.seed,
            strategy: Strategy::Default,
        },
    };
    run.solve(Phase::Explaining, &request)
}

/// A smallest set of rules that cannot hold together: each is left out in
/// turn, and stays out if the others still cannot hold. `None` when that could
/// not be decided in time.
fn conflict(run: &Run<'_>, scenario: &Scenario) -> Result<Option<Vec<Rule>>, SolverError> {
    let mut free: Vec<Rule> = Vec::new();
    let mut needed = Vec::new();
    for rule in NEGOTIABLE.into_iter().filter(|rule| in_use(scenario, *rule)) {
        if run.is_over(1.0) {
            return Ok(None);
        }
        free.push(rule);
        match violated(run, scenario, &free)? {
            Some(true) => {}
            Some(false) => {
                free.pop();
                needed.push(rule);
            }
            None => return Ok(None),
        }
    }
    needed.sort_unstable();
    Ok(Some(needed))
}

/// Whether the scenario asks for a rule that it can do without.
fn in_use(scenario: &Scenario, rule: Rule) -> bool {
    let rules = &scenario.rules;
    match rule {
        Rule::Exchange => rules.exchange.is_some(),
        Rule::Catchment => rules.catchment.is_some(),
        Rule::Bands => rules.bands.is_some(),
        Rule::Duty => rules.duty.is_some(),
        Rule::ClassTeacher => rules.class_teacher,
        Rule::PartTime => !rules.part_time.pay.is_empty(),
        Rule::Retraining => !rules.retraining.courses.is_empty(),
        Rule::Standards => !rules.standards.is_empty(),
        Rule::Pins => !scenario.pins.is_empty(),
        _ => true,
    }
}

/// Whether the rules that are not free must be violated.
fn violated(
    run: &Run<'_>,
    scenario: &Scenario,
    free: &[Rule],
) -> Result<Option<bool>, SolverError> {
    // Any violation or none is all there is to know, so a wide gap is enough.
    let (model, result) = least_violation(run, scenario, free, (0.99, LONGEST.1))?;
    Ok(match result {
        SolveResult::Infeasible => Some(true),
        SolveResult::NotFound { .. } => None,
        SolveResult::Solution(solution) => {
            let value = model.violation.value(&solution.values);
            match solution.bound {
                _ if value <= NOTHING => Some(false),
                Some(bound) if bound > NOTHING => Some(true),
                _ => None,
            }
        }
    })
}

fn shortage(scenario: &Scenario, missed: &Missed, amount: f64) -> Option<Shortage> {
    (amount > NOTHING).then(|| Shortage {
        rule: missed.label.rule,
        place: missed.label.place.keys(scenario),
        term: missed.label.term.map(|term| scenario.calendar.term(term)),
        amount,
        message: message(scenario, missed.label, amount),
    })
}

fn message(scenario: &Scenario, label: Label, amount: f64) -> Text {
    let place = place(scenario, label.place);
    let what = what(scenario, label, amount);
    let place = match label.term {
        Some(term) => {
            let term = common::term(scenario.calendar.term(term));
            Text {
                zh: format!("{}，{}", place.zh, term.zh),
                en: format!("{}, {}", place.en, term.en),
            }
        }
        None => place,
    };
    words::at(&place.zh, &place.en, &what.zh, &what.en)
}

fn what(scenario: &Scenario, label: Label, amount: f64) -> Text {
    let figure = common::amount(amount);
    match (label.rule, label.name, label.place) {
        (Rule::Capacity, _, Place::ResourceAt(id, _) | Place::Resource(id)) => {
            let resource = &scenario.resources[id];
            let whole = resource.basis != Basis::Class && resource.hours.is_none();
            let figure = if whole { common::number(whole_up(amount)) } else { figure };
            let (name, unit) = (&resource.name, &resource.unit);
            words::units(&figure, &name.zh, &name.en, &unit.zh, &unit.en)
        }
        (Rule::Staffing, _, Place::SubjectAt(id, _) | Place::Subject(id)) => {
            let name = &scenario.subjects[id].name;
            words::periods(&figure, &name.zh, &name.en)
        }
        (Rule::Bands, "change", _) => bands::not_changed(&figure),
        (Rule::Bands, _, _) => bands::outside(&figure),
        (Rule::Catchment, "seats", _) => catchment::few_seats(&figure),
        (Rule::Catchment, _, _) => catchment::unassigned(&figure),
        (Rule::Admission, "least", _) => words::least(&figure),
        (Rule::Admission, "most", _) => words::most(&figure),
        (Rule::Admission, _, _) => words::applicants(&figure),
        (Rule::Relocation, "window", _) => words::not_vacated(&figure),
        (Rule::Relocation, _, _) => words::moved(&figure),
        (Rule::Tenure, _, _) => words::outside(&figure),
        (Rule::Employment, "cap", _) => words::rebased(&figure),
        (Rule::Employment, _, _) => words::hired(&figure),
        (Rule::Budget, "capital", _) => words::capital(&figure),
        (Rule::Budget, _, _) => words::running(&figure),
        (Rule::Role, _, _) => words::role(&figure),
        (Rule::Standards, _, Place::Standard(set, indicator, _)) => {
            let standards = scenario.standards.as_ref();
            let indicator = standards.map(|one| &one.sets[set].indicators[indicator]);
            indicator.map_or_else(Text::default, |one| {
                let unit = standards::short_unit(one.metric);
                standards::short_of(&figure, &unit.zh, &unit.en, &one.name.zh, &one.name.en)
            })
        }
        (Rule::Target, _, Place::Target(_)) => words::below_target(&figure),
        (Rule::Target, _, _) => words::ceiling(&figure),
        (Rule::Pins, _, _) => pins::short_by(&figure),
        (Rule::Courses, _, _) => courses::below_least(&figure),
        (Rule::ClassTeacher, _, _) => words::class_teachers(&figure),
        (Rule::Duty, "leaders", _) => words::leaders(&figure),
        (Rule::Duty, _, _) => words::on_duty(&figure),
        (Rule::Exchange, _, _) => words::pairs(&figure),
        (Rule::Retraining, _, _) => words::retrained(&figure),
        (Rule::PartTime, _, Place::Subject(id)) => {
            let subject = &scenario.subjects[id].name;
            words::part_time(&figure, &subject.zh, &subject.en)
        }
        (Rule::Placement, _, _) => words::unplaced(&figure),
        (Rule::Equipment | Rule::Assets, _, _) => words::equipment(&figure),
        (Rule::Visiting, _, _) => words::visiting(&figure),
        (Rule::Merging, _, _) => words::merged(&figure),
        (Rule::Internship, _, _) => words::internship(&figure),
        // No row of these rules stands at another place.
        (Rule::Capacity | Rule::Staffing | Rule::Standards | Rule::PartTime, _, _) => {
            Text::default()
        }
    }
}

fn feeder(scenario: &Scenario, id: crate::ids::FeederId) -> Text {
    let enrolment = scenario.enrolment.as_ref();
    enrolment.map(|one| one.feeders[id].name.clone()).unwrap_or_default()
}

/// What a row is about, in words.
pub(crate) fn place(scenario: &Scenario, place: Place) -> Text {
    let join = |one: &Text, other: &Text| Text {
        zh: format!("{}{}", one.zh, other.zh),
        en: format!("{}, {}", one.en, other.en),
    };
    let cohort = |id: crate::ids::CohortId| {
        let entry = scenario.cohorts[id].entry.year.to_string();
        let programme = &scenario.programme_of(id).name;
        Text {
            zh: format!("{entry}级{}", programme.zh),
            en: format!("{} of {entry}", programme.en),
        }
    };
    match place {
        Place::Campus(id) | Place::ResourceAt(_, id) | Place::SubjectAt(_, id) => {
            scenario.campuses[id].name.clone()
        }
        Place::GroupAt(group, id) => join(&scenario.campuses[id].name, &scenario.staff[group].name),
        Place::Cohort(id) => cohort(id),
        Place::CohortAt(id, at) => join(&scenario.campuses[at].name, &cohort(id)),
        Place::CohortFrom(id, from) => join(&feeder(scenario, from), &cohort(id)),
        Place::From(id, from) => join(&feeder(scenario, from), &scenario.programmes[id].name),
        Place::Pool(id) => scenario.pools[id].name.clone(),
        Place::Group(id) => scenario.staff[id].name.clone(),
        Place::Option(id) => scenario.options[id].name.clone(),
        Place::Year(year) => words::year(year),
        Place::Lead(at, field) => join(&scenario.campuses[at].name, &scenario.fields[field].name),
        Place::Main(id, at) => join(&scenario.campuses[at].name, &scenario.programmes[id].name),
        Place::Pin(id) => pins::pin(scenario, &scenario.pins[id]),
        Place::Target(id) => scenario.targets[id].name.clone(),
        Place::Standard(_, _, school) => scenario.schools[school].name.clone(),
        Place::Course(id) => scenario.courses[id].name.clone(),
        Place::CourseAt(id, at) => join(&scenario.campuses[at].name, &scenario.courses[id].name),
        Place::Subject(id) => scenario.subjects[id].name.clone(),
        Place::All | Place::Resource(_) => words::everywhere(),
    }
}
