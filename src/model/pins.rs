//! Rule Pins 指定.
//!
//! `least[n,t]`: count[n,t] ≥ at_least for each term t that pin n covers and in
//! which the scenario's data let there be any; `most[n,t]`: count[n,t] ≤
//! at_most for each term t that it covers. What is counted:
//!
//! - placement: Σ_k Σ_p classes[k,p] over the cohorts k on the register in t and
//!   the paths p with that campus in t;
//! - open: open[c,g], where c may be used in t; built: built[i,g], once in service;
//!   posted: Σ_u posted[u,c,g] with those
//!   retrained, or Σ over the groups, recruits and retrained of a subject; g the
//!   stage of t;
//! - admitted: Σ_k admit[k], hired: recruits[s,g] − recruits[s,g−1], summed over
//!   all terms that the pin covers, in one row.
//!
//! `once[n]`: where the least need hold only at some time, Σ_p classes[k,p] over
//! the paths that are there in one of the terms, Σ_g open[c,g] over the stages,
//! or built[i,g] in the last stage ≥ at_least.
//!
//! Where staff are counted together nothing is said of posts. Sets: pins n,
//! terms t. Units: classes, modules, people.

use super::Staff;
use super::admission::admit;
use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::employment::{hired, sum_at};
use super::equipment::in_service;
use super::linear::Linear;
use super::problem::{Label, Place};
use crate::domain::{Pin, Pinned, Rule, Scenario, Term, Who};
use crate::ids::{CampusId, PinId, ProgrammeId, StageId, TermId};

/// One more or less of what is pinned, in students.
const WEIGHT: f64 = 45.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, staff: Staff) {
    let scenario = builder.scenario;
    for (id, pin) in scenario.pins.iter_enumerated() {
        if staff == Staff::Together && matches!(pin.pinned, Pinned::Posted(..)) {
            continue;
        }
        add_least(builder, decisions, (id, pin));
        add_most(builder, decisions, (id, pin));
    }
}

fn add_least(builder: &mut Builder<'_>, decisions: &Decisions, (id, pin): (PinId, &Pin)) {
    let scenario = builder.scenario;
    let Some(least) = pin.at_least.filter(|least| *least > 0) else {
        return;
    };
    let due = scenario.due(pin);
    let counts = if pin.once || pin.adds_up() {
        let first = due.first().copied();
        vec![(first, over(scenario, decisions, pin.pinned, &due))]
    } else {
        each(scenario, decisions, pin.pinned, due)
    };
    for (term, count) in counts {
        let give = Give::hard(WEIGHT);
        let least = Linear::from(f64::from(least));
        builder.at_most(label(id, term, "least"), least, count, give);
    }
}

fn add_most(builder: &mut Builder<'_>, decisions: &Decisions, (id, pin): (PinId, &Pin)) {
    let scenario = builder.scenario;
    let Some(most) = pin.at_most else { return };
    let covered: Vec<TermId> = scenario.covered(pin).collect();
    let counts = if pin.adds_up() {
        let first = covered.first().copied();
        vec![(first, over(scenario, decisions, pin.pinned, &covered))]
    } else {
        each(scenario, decisions, pin.pinned, covered)
    };
    for (term, count) in counts {
        let give = Give::hard(WEIGHT);
        let most = Linear::from(f64::from(most));
        builder.at_most(label(id, term, "most"), count, most, give);
    }
}

fn label(id: PinId, term: Option<TermId>, name: &'static str) -> Label {
    Label { rule: Rule::Pins, name, place: Place::Pin(id), term }
}

/// The counts of the terms, each only once where it does not change.
fn each(
    scenario: &Scenario,
    decisions: &Decisions,
    pinned: Pinned,
    terms: Vec<TermId>,
) -> Vec<(Option<TermId>, Linear)> {
    let counts = terms.into_iter();
    let mut counts: Vec<(Option<TermId>, Linear)> =
        counts.map(|term| (Some(term), count(scenario, decisions, pinned, term))).collect();
    counts.dedup_by(|(_, later), (_, earlier)| later == earlier);
    counts
}

/// What is counted of a decision in a term.
pub fn count(scenario: &Scenario, decisions: &Decisions, pinned: Pinned, term: TermId) -> Linear {
    let stage = scenario.calendar.stage_of(term);
    match pinned {
        Pinned::Placement(programme, entry, at) => {
            seated(scenario, decisions, (programme, entry, at), &[term])
        }
        Pinned::Open(campus) if scenario.in_use_when_open(campus, term) => {
            decisions.open[&(campus, stage)].clone()
        }
        Pinned::Open(_) => Linear::default(),
        Pinned::Built(option) => {
            let mut in_service = in_service(scenario, decisions, term);
            let modules = in_service.find(|(id, _)| *id == option);
            modules.map(|(_, modules)| modules.into()).unwrap_or_default()
        }
        Pinned::Posted(who, campus) => posted(scenario, decisions, who, (campus, stage)),
        Pinned::Admitted(..) | Pinned::Hired(_) => over(scenario, decisions, pinned, &[term]),
    }
}

/// What is counted of a decision over several terms.
pub(super) fn over(
    scenario: &Scenario,
    decisions: &Decisions,
    pinned: Pinned,
    terms: &[TermId],
) -> Linear {
    let calendar = &scenario.calendar;
    match pinned {
        Pinned::Placement(programme, entry, at) => {
            seated(scenario, decisions, (programme, entry, at), terms)
        }
        Pinned::Admitted(programme, entry) => {
            let mut sum = Linear::default();
            for id in scenario.cohorts_of(programme, entry) {
                let cohort = &scenario.cohorts[id];
                let entered = calendar.find(cohort.entry).filter(|_| !cohort.exists());
                if entered.is_some_and(|term| terms.contains(&term)) {
                    sum += admit(decisions, id);
                }
            }
            sum
        }
        Pinned::Hired(subject) => {
            let recruited = scenario.subjects[subject].hiring.is_some();
            let mut sum = Linear::default();
            for stage in calendar.stage_ids().filter(|_| recruited) {
                if terms.contains(&TermId(calendar.stages[stage].start)) {
                    sum += hired(decisions, subject, stage);
                }
            }
            sum
        }
        Pinned::Built(_) => {
            let last = terms.last();
            last.map_or_else(Linear::default, |last| count(scenario, decisions, pinned, *last))
        }
        Pinned::Open(_) | Pinned::Posted(..) => {
            let open = |campus| move |term: &TermId| scenario.in_use_when_open(campus, *term);
            let mut stages: Vec<TermId> = match pinned {
                Pinned::Open(campus) => terms.iter().copied().filter(open(campus)).collect(),
                _ => terms.to_vec(),
            };
            stages.dedup_by_key(|term| calendar.stage_of(*term));
            let counts = stages.into_iter();
            counts
                .map(|term| count(scenario, decisions, pinned, term))
                .fold(Linear::default(), |sum, one| sum + one)
        }
    }
}

/// Classes of a programme that are at a campus in one of the terms.
fn seated(
    scenario: &Scenario,
    decisions: &Decisions,
    (programme, entry, campus): (ProgrammeId, Option<Term>, CampusId),
    terms: &[TermId],
) -> Linear {
    let calendar = &scenario.calendar;
    let mut sum = Linear::default();
    for cohort in scenario.cohorts_of(programme, entry) {
        let registered = |term: &&TermId| {
            let term = calendar.term(**term);
            scenario.term_of_study(cohort, term).is_some()
        };
        let stages: Vec<StageId> =
            (terms.iter().filter(registered)).map(|term| calendar.stage_of(*term)).collect();
        for lane in &decisions.lanes[cohort] {
            let there = |stage: &StageId| lane.path.campus(*stage) == Some(campus);
            if stages.iter().any(there) {
                sum.push(lane.classes, 1.0);
            }
        }
    }
    sum
}

/// People based at a campus in a stage.
fn posted(
    scenario: &Scenario,
    decisions: &Decisions,
    who: Who,
    (campus, stage): (CampusId, StageId),
) -> Linear {
    match who {
        Who::Group(group) => {
            let here = (group, campus, stage);
            let mut sum = sum_at(&decisions.posted, |key| *key == here);
            sum += sum_at(&decisions.retrained_posted, |key| (key.0, key.2, key.3) == here);
            sum
        }
        Who::Subject(subject) => {
            let teaches =
                |group: crate::ids::GroupId| scenario.staff[group].subjects.contains(&subject);
            let mut sum = sum_at(&decisions.posted, |key| {
                (key.1, key.2) == (campus, stage) && teaches(key.0)
            });
            let here = (subject, campus, stage);
            sum += sum_at(&decisions.recruits_posted, |key| *key == here);
            sum += sum_at(&decisions.retrained_posted, |key| (key.1, key.2, key.3) == here);
            sum
        }
    }
}
