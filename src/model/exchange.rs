//! Rule Exchange 骨干交流.
//!
//! A kind q are staff of the same subjects and the same load, who may be
//! class teachers:
//! one of them can take over from another, so an exchange within a kind leaves
//! both campuses with what they had, and no other rule need know of it.
//!
//! `pairs[c,g]`: pairs[c] · (open[h,g] + open[c,g] − 1) ≤ Σ_q exchanged[q,c,g]
//! (or missed at a price), h the head school;
//! `branch[q,c,g]`: exchanged[q,c,g−1] + exchanged[q,c,g] ≤ Σ_u posted[u,c,g]
//! over the groups u of the kind that may be sent to h;
//! `head[q,c,g]`: exchanged[q,c,g] ≤ Σ_u posted[u,h,g] over those that may be
//! sent to c;
//! `turns[q,g]`: Σ_c exchanged[q,c,g−1] + exchanged[q,c,g] ≤ Σ_u posted[u,h,g].
//!
//! The stage before is counted since nobody goes twice in a row.
//!
//! Sets: kinds q, branches c, groups u, stages g. Unit: people.

use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::employment::sum_at;
use super::linear::Linear;
use super::problem::{Label, Place};
use crate::domain::{ExchangeRule, Rule, Scenario};
use crate::ids::{CampusId, GroupId, StageId, SubjectId, TermId};
use crate::units::Periods;

/// A missing pair, in students.
const PAIR_WEIGHT: f64 = 10.0;

/// Staff who can take over from one another.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Their subjects.
    pub subjects: Vec<SubjectId>,
    /// Their load.
    pub load: Periods,
    /// Their groups.
    pub groups: Vec<GroupId>,
}

/// The kinds, in the order of the groups.
pub fn kinds(scenario: &Scenario) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    for (id, group) in scenario.staff.iter_enumerated() {
        if !group.class_teacher {
            continue;
        }
        let alike = |kind: &&mut Kind| kind.subjects == group.subjects && kind.load == group.load;
        match kinds.iter_mut().find(alike) {
            Some(kind) => kind.groups.push(id),
            None => kinds.push(Kind {
                subjects: group.subjects.clone(),
                load: group.load,
                groups: vec![id],
            }),
        }
    }
    kinds
}

/// Whether there can be an exchange with a branch in a stage.
pub fn takes_place(
    scenario: &Scenario,
    rule: &ExchangeRule,
    branch: CampusId,
    stage: StageId,
) -> bool {
    let usable = |campus| scenario.usable_throughout(campus, stage);
    scenario.calendar.start(stage) >= rule.from && usable(rule.head) && usable(branch)
}

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    let Some(rule) = &scenario.rules.exchange else {
        return;
    };
    for (branch, pairs) in &rule.pairs {
        for stage in scenario.calendar.stage_ids() {
            if takes_place(scenario, rule, *branch, stage) {
                ask(builder, decisions, rule, (*branch, *pairs, stage));
            }
        }
    }
    for (index, kind) in kinds(scenario).iter().enumerate() {
        cap(builder, decisions, rule, (index, kind));
    }
}

fn label(scenario: &Scenario, place: Place, stage: StageId, name: &'static str) -> Label {
    Label {
        rule: Rule::Exchange,
        name,
        place,
        term: Some(TermId(scenario.calendar.stages[stage].start)),
    }
}

fn ask(
    builder: &mut Builder<'_>,
    decisions: &Decisions,
    rule: &ExchangeRule,
    (branch, pairs, stage): (CampusId, u32, StageId),
) {
    let open = |campus: CampusId| decisions.open[&(campus, stage)].clone();
    let wanted = (open(rule.head) + open(branch) - Linear::from(1.0)) * f64::from(pairs);
    let exchanged = sum_at(&decisions.exchanged, |(_, at, when)| (*at, *when) == (branch, stage));
    let label = label(builder.scenario, Place::Campus(branch), stage, "pairs");
    let give = Give::by(rule.enforce, PAIR_WEIGHT);
    builder.at_most(label, wanted, exchanged, give);
}

fn cap(
    builder: &mut Builder<'_>,
    decisions: &Decisions,
    rule: &ExchangeRule,
    (index, kind): (usize, &Kind),
) {
    let scenario = builder.scenario;
    let posted = |campus: CampusId, stage: StageId, to: Option<CampusId>| {
        sum_at(&decisions.posted, |(group, at, when)| {
            let barred = to.is_some_and(|to| scenario.staff[*group].barred.contains(&to));
            (*at, *when) == (campus, stage) && kind.groups.contains(group) && !barred
        })
    };
    for stage in scenario.calendar.stage_ids() {
        let before = stage.0.checked_sub(1).map(StageId);
        let mut turns = Linear::default();
        for branch in rule.pairs.keys() {
            let of = |stage: StageId| {
                let pairs = decisions.exchanged.get(&(index, *branch, stage));
                pairs.copied().map(Linear::from).unwrap_or_default()
            };
            let (now, earlier) = (of(stage), before.map(of).unwrap_or_default());
            turns += now.clone() + earlier.clone();
            if now.is_constant() {
                continue;
            }
            let subject = Place::SubjectAt(kind.subjects[0], *branch);
            let there = posted(*branch, stage, Some(rule.head));
            let branch_label = label(scenario, subject, stage, "branch");
            builder.problem.at_most(branch_label, now.clone() + earlier, there);
            let here = posted(rule.head, stage, Some(*branch));
            let head_label = label(scenario, subject, stage, "head");
            builder.problem.at_most(head_label, now, here);
        }
        if !turns.is_constant() {
            let here = posted(rule.head, stage, None);
            let place = Place::SubjectAt(kind.subjects[0], rule.head);
            let label = label(scenario, place, stage, "turns");
            builder.problem.at_most(label, turns, here);
        }
    }
}
