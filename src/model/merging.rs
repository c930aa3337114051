//! Rule Merging 并班.
//!
//! At the start of a stage classes of a cohort may be dissolved: their students
//! join other classes of the cohort. A path that says so ends before the stage,
//! or is joined there; a class takes part in one merging at most. For the lanes
//! p dissolved and q joined at g whose classes sat on campus c before and all
//! have had their internship (i), or all have it ahead:
//!
//! `conserved[k,g,c,i]`: Σ_q joined[q] = Σ_p heads[p];
//! `size[q]`: survive(k,g) · (heads[q] + joined[q]) ≤ most_students ·
//! classes[q], where no more than the programme's largest class are allowed;
//! `moves[k,g,c,i,n]`: Σ_p heads[p] over p with at least n moves ≤ Σ_q joined[q]
//! over q with at most most_per_class − n moves from g on: nobody moves more
//! often than a class may;
//! `some[k,g,c,i]`: Σ_q classes[q] ≤ (most classes of k − 1) · Σ_p classes[p]:
//! without it, a class that nobody joins could follow either of two paths that
//! are otherwise the same.
//!
//! g: after the cohort's first stage, not in its last school year unless
//! classes may move then, and only where all its classes at their smallest
//! would fit into one class less. A cohort of which some classes have had their
//! internship when the plan begins, and others not, merges none.
//!
//! Sets: cohorts k, paths p and q, stages g, campuses c. Units: students at the
//! cohort's base, classes.

use super::builder::Builder;
use super::decisions::{Decisions, Lane};
use super::linear::Linear;
use super::merging_paths::{interned, most_students};
use super::path::{Merging, Path};
use super::paths::today;
use super::problem::{Label, Place};
use crate::domain::{Rule, Scenario};
use crate::forecast::survive;
use crate::ids::{CampusId, CohortId, StageId, TermId};
use std::collections::BTreeMap;

/// Classes of a cohort that may merge with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Peers {
    /// The stage at whose start they merge.
    pub stage: StageId,
    /// Where they sat before.
    pub campus: CampusId,
    /// Whether they have had their internship by then, of those that the plan
    /// sends.
    pub interned: bool,
}

/// Lanes that may merge with each other.
#[derive(Clone, Debug, Default)]
pub struct Merger<'a> {
    /// Those that are dissolved.
    pub dissolved: Vec<&'a Lane>,
    /// Those that are joined.
    pub joined: Vec<&'a Lane>,
}

/// The mergers of a cohort's lanes.
pub fn mergers<'a>(
    scenario: &Scenario,
    cohort: CohortId,
    lanes: &'a [Lane],
) -> BTreeMap<Peers, Merger<'a>> {
    let mut mergers: BTreeMap<Peers, Merger<'a>> = BTreeMap::new();
    for lane in lanes {
        match (lane.path.merging, peers(scenario, cohort, &lane.path)) {
            (Some(Merging::Dissolved(_)), Some(peers)) => {
                mergers.entry(peers).or_default().dissolved.push(lane);
            }
            (Some(Merging::Joined(_)), Some(peers)) => {
                mergers.entry(peers).or_default().joined.push(lane);
            }
            _ => {}
        }
    }
    mergers
}

fn peers(scenario: &Scenario, cohort: CohortId, path: &Path) -> Option<Peers> {
    let (Merging::Dissolved(stage) | Merging::Joined(stage)) = path.merging?;
    let study = scenario.term_of_study(cohort, scenario.calendar.start(stage))?;
    Some(Peers {
        stage,
        campus: path.campus(StageId(stage.0.checked_sub(1)?))?,
        interned: interned(path.away, study)?,
    })
}

/// Moves of a class before a merging it is dissolved in, or from one on in
/// which it is joined.
pub fn moves(scenario: &Scenario, cohort: CohortId, lane: &Lane) -> u32 {
    let moves = lane.path.moves(today(scenario, cohort));
    let count = match lane.path.merging {
        Some(Merging::Joined(from)) => moves.filter(|(stage, ..)| *stage >= from).count(),
        _ => moves.count(),
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for (cohort, lanes) in decisions.lanes.iter_enumerated() {
        let Some(most) = most_students(scenario, cohort) else {
            continue;
        };
        for (peers, merger) in mergers(scenario, cohort, lanes) {
            let label = |name: &'static str| Label {
                rule: Rule::Merging,
                name,
                place: Place::CohortAt(cohort, peers.campus),
                term: Some(TermId(scenario.calendar.stages[peers.stage].start)),
            };
            let (from, into) = (heads(&merger.dissolved), joined(&merger.joined));
            builder.problem.equal(label("conserved"), into, from);
            let there = survive(scenario, cohort, scenario.calendar.start(peers.stage));
            for lane in &merger.joined {
                let size = lane.heads_in(peers.stage) * there;
                let room = Linear::from(lane.classes) * most;
                builder.problem.at_most(label("size"), size, room);
            }
            add_moves(builder, cohort, &merger, label("moves"));
            let most = f64::from(scenario.cohorts[cohort].most_classes());
            let (from, into) = (classes(&merger.dissolved), classes(&merger.joined));
            builder.problem.at_most(label("some"), into, from * (most - 1.0));
        }
    }
}

fn add_moves(builder: &mut Builder<'_>, cohort: CohortId, merger: &Merger<'_>, label: Label) {
    let scenario = builder.scenario;
    let most = scenario.rules.relocation.most_per_class;
    let count = |lane: &Lane| moves(scenario, cohort, lane);
    for moved in 1..=most {
        let from = pick(&merger.dissolved, |lane| count(lane) >= moved);
        let into = pick(&merger.joined, |lane| count(lane) + moved <= most);
        if !from.is_empty() && into.len() < merger.joined.len() {
            let (from, into) = (heads(&from), joined(&into));
            builder.problem.at_most(label, from, into);
        }
    }
}

fn pick<'a>(lanes: &[&'a Lane], which: impl Fn(&Lane) -> bool) -> Vec<&'a Lane> {
    let lanes = lanes.iter().copied();
    lanes.filter(|lane| which(lane)).collect()
}

fn classes(lanes: &[&Lane]) -> Linear {
    let mut sum = Linear::default();
    for lane in lanes {
        sum.push(lane.classes, 1.0);
    }
    sum
}

fn heads(lanes: &[&Lane]) -> Linear {
    let mut sum = Linear::default();
    for lane in lanes {
        sum += lane.heads();
    }
    sum
}

fn joined(lanes: &[&Lane]) -> Linear {
    let mut sum = Linear::default();
    for variable in lanes.iter().filter_map(|lane| lane.joined) {
        sum.push(variable, 1.0);
    }
    sum
}
