//! Rule Employment 人事.
//!
//! `stock[u,g]`: Σ_c posted[u,c,g] + Σ_s retrained[u,s,g] = people of u who work
//! through g: **nobody is dismissed**; `recruits[s,g]`: Σ_c recruits_posted[s,c,g] = recruits[s,g];
//! `grows[s,g]`: recruits[s,g] ≥ recruits[s,g−1];
//! `year[s,y]`: recruits of s in calendar year y ≤ most_per_year;
//! `hires[y]`: recruits of all subjects in y ≤ hires_per_year (or missed);
//! `rebased[u,c,g]` ≥ posted[u,c,g] − posted[u,c,g−1], likewise for recruits,
//! and `rebased[g]`: Σ rebased − those just hired ≤ rebased_per_stage (or
//! missed).
//!
//! Who leaves with a term t within a stage g keeps the base before it and may
//! teach there until t: `leaving[u,t]`: Σ_c leaving[u,c,t] ≤ people of u who leave
//! with t; `stays[u,c,g]`: Σ_t leaving[u,c,t] ≤ posted[u,c,g−1], and posted[u,c,g−1]
//! counts less by that in `rebased[u,c,g]`; `open[u,c,t]`: leaving[u,c,t] ≤ people
//! of u who leave with t · open[c,g].
//!
//! Sets: groups u, subjects s, campuses c, stages g, terms t, years y. Units:
//! people, periods a week.

use super::Staff;
use super::builder::{Builder, Give};
use super::decisions::{Decisions, recruitable};
use super::linear::{Linear, Variable};
use super::problem::{Label, Place};
use crate::domain::{Rule, Scenario};
use crate::ids::{CampusId, GroupId, StageId, SubjectId, TermId};
use std::collections::BTreeMap;

/// A person beyond a cap, in students.
const PERSON_WEIGHT: f64 = 20.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, staff: Staff) {
    grow_recruits(builder, decisions);
    cap_hires(builder, decisions);
    if staff == Staff::Together {
        return;
    }
    keep_staff(builder, decisions);
    keep_recruits(builder, decisions);
    count_moves(builder, decisions);
    keep_leaving(builder, decisions);
    cap_moves(builder, decisions);
}

fn label(scenario: &Scenario, place: Place, stage: StageId, name: &'static str) -> Label {
    Label {
        rule: Rule::Employment,
        name,
        place,
        term: Some(TermId(scenario.calendar.stages[stage].start)),
    }
}

pub(super) fn sum_at<K: Ord>(map: &BTreeMap<K, Variable>, pick: impl Fn(&K) -> bool) -> Linear {
    let mut sum = Linear::default();
    for (_, variable) in map.iter().filter(|(key, _)| pick(key)) {
        sum.push(*variable, 1.0);
    }
    sum
}

/// The variables whose key begins with `first`, found without a look at the
/// others.
fn of_first<A: Copy + Ord, B: Ord, C: Ord>(
    map: &BTreeMap<(A, B, C), Variable>,
    (first, least, lowest): (A, B, C),
) -> impl Iterator<Item = (&(A, B, C), Variable)> {
    let all = map.range((first, least, lowest)..);
    let own = all.take_while(move |(key, _)| key.0 == first);
    own.map(|(key, variable)| (key, *variable))
}

/// Their sum over those that are picked.
fn sum_of<'m, K: 'm>(
    all: impl Iterator<Item = (&'m K, Variable)>,
    pick: impl Fn(&K) -> bool,
) -> Linear {
    let mut sum = Linear::default();
    for (_, variable) in all.filter(|(key, _)| pick(key)) {
        sum.push(variable, 1.0);
    }
    sum
}

#[allow(clippy::cast_precision_loss)]
fn keep_staff(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for (id, group) in scenario.staff.iter_enumerated() {
        for stage in scenario.calendar.stage_ids() {
            let posted = of_first(&decisions.posted, (id, CampusId(0), StageId(0)));
            let mut posted = sum_of(posted, |key| key.2 == stage);
            let retrained = of_first(&decisions.retrained, (id, SubjectId(0), StageId(0)));
            posted += sum_of(retrained, |key| key.2 == stage);
            let last = scenario.calendar.stages[stage].end - 1;
            let people = group.working(scenario.calendar.term(TermId(last))) as f64;
            let label = label(scenario, Place::Group(id), stage, "stock");
            builder.problem.equal(label, posted, Linear::from(people));
        }
    }
}

fn grow_recruits(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for (id, _) in recruitable(scenario) {
        let mut before = Linear::default();
        for stage in scenario.calendar.stage_ids() {
            let now = Linear::from(decisions.recruits[&(id, stage)]);
            let label = label(scenario, Place::Subject(id), stage, "grows");
            builder.problem.at_most(label, before, now.clone());
            before = now;
        }
    }
}

fn keep_recruits(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for (id, _) in recruitable(scenario) {
        for stage in scenario.calendar.stage_ids() {
            let now = Linear::from(decisions.recruits[&(id, stage)]);
            let posted = of_first(&decisions.recruits_posted, (id, CampusId(0), StageId(0)));
            let posted = sum_of(posted, |key| key.2 == stage);
            let label = label(scenario, Place::Subject(id), stage, "recruits");
            builder.problem.equal(label, posted, now);
        }
    }
}

/// Recruits who start with a stage.
pub fn hired(decisions: &Decisions, subject: SubjectId, stage: StageId) -> Linear {
    let now = Linear::from(decisions.recruits[&(subject, stage)]);
    match stage.0.checked_sub(1) {
        Some(before) => now - decisions.recruits[&(subject, StageId(before))].into(),
        None => now,
    }
}

fn cap_hires(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    let mut years: BTreeMap<i32, Vec<StageId>> = BTreeMap::new();
    for stage in scenario.calendar.stage_ids() {
        let year = scenario.calendar.start(stage).year;
        years.entry(year).or_default().push(stage);
    }
    for (year, stages) in years {
        let mut everyone = Linear::default();
        for (id, hiring) in recruitable(scenario) {
            let mut hires = Linear::default();
            for stage in &stages {
                hires += hired(decisions, id, *stage);
            }
            let most = Linear::from(f64::from(hiring.most_per_year));
            let label = label(scenario, Place::Subject(id), stages[0], "year");
            builder.at_most(label, hires.clone(), most, Give::hard(PERSON_WEIGHT));
            everyone += hires;
        }
        if let Some(most) = scenario.rules.employment.hires_per_year {
            let label = label(scenario, Place::Year(year), stages[0], "hires");
            let give = Give::by(scenario.rules.employment.enforce, PERSON_WEIGHT);
            builder.at_most(label, everyone, Linear::from(f64::from(most)), give);
        }
    }
}

#[allow(clippy::cast_precision_loss)]
fn count_moves(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    let before = |stage: StageId| stage.0.checked_sub(1).map(StageId);
    for ((id, campus, stage), rebased) in &decisions.rebased {
        let key = (*id, *campus, *stage);
        let group = &scenario.staff[*id];
        let there = match before(*stage) {
            Some(earlier) => {
                decisions.posted.get(&(*id, *campus, earlier)).copied().map(Linear::from)
            }
            None if group.campus == *campus => Some(Linear::from(group.people.len() as f64)),
            None => None,
        };
        let leaving = leaving_at(scenario, decisions, key);
        let more = Linear::from(decisions.posted[&key]) + leaving - there.unwrap_or_default();
        let label = label(scenario, Place::GroupAt(*id, *campus), *stage, "rebased");
        builder.problem.at_most(label, more, (*rebased).into());
    }
    for ((id, campus, stage), arriving) in &decisions.recruits_arriving {
        let there = before(*stage)
            .and_then(|earlier| decisions.recruits_posted.get(&(*id, *campus, earlier)))
            .copied()
            .map(Linear::from);
        let now = Linear::from(decisions.recruits_posted[&(*id, *campus, *stage)]);
        let label = label(scenario, Place::SubjectAt(*id, *campus), *stage, "rebased");
        let more = now - there.unwrap_or_default();
        builder.problem.at_most(label, more, (*arriving).into());
    }
}

/// People of a group at a campus who leave within a stage and teach until then.
fn leaving_at(
    scenario: &Scenario,
    decisions: &Decisions,
    (group, campus, stage): (GroupId, CampusId, StageId),
) -> Linear {
    let leaving = decisions.leaving.range((group, campus, TermId(0))..);
    let here = leaving.take_while(|(key, _)| (key.0, key.1) == (group, campus));
    let here = here.map(|(key, people)| (key, *people));
    sum_of(here, |key| scenario.calendar.stage_of(key.2) == stage)
}

fn keep_leaving(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for (id, group) in scenario.staff.iter_enumerated() {
        for stage in scenario.calendar.stage_ids() {
            let leaving = group.leaving(&scenario.calendar, stage);
            for (term, count) in &leaving {
                let count = f64::from(*count);
                let label = |place: Place, name: &'static str| Label {
                    term: Some(*term),
                    ..label(scenario, place, stage, name)
                };
                let people = of_first(&decisions.leaving, (id, CampusId(0), TermId(0)));
                let people = sum_of(people, |key| key.2 == *term);
                if people.terms.len() > 1 {
                    let label = label(Place::Group(id), "leaving");
                    builder.problem.at_most(label, people, count.into());
                }
                for campus in scenario.campuses.keys() {
                    let open = &decisions.open[&(campus, stage)];
                    let people = decisions.leaving.get(&(id, campus, *term));
                    if let Some(people) = people.filter(|_| !open.is_constant()) {
                        let label = label(Place::GroupAt(id, campus), "open");
                        let most = open.clone() * count;
                        builder.problem.at_most(label, (*people).into(), most);
                    }
                }
            }
            let Some(before) = stage.0.checked_sub(1).map(StageId) else {
                continue;
            };
            for campus in scenario.campuses.keys() {
                let people = leaving_at(scenario, decisions, (id, campus, stage));
                if !people.is_constant() {
                    let there = decisions.posted[&(id, campus, before)];
                    let label = label(scenario, Place::GroupAt(id, campus), stage, "stays");
                    builder.problem.at_most(label, people, there.into());
                }
            }
        }
    }
}

/// Staff re-based at the start of a stage, or who take up another subject:
/// arrivals, less those just hired.
pub fn rebased(scenario: &Scenario, decisions: &Decisions, stage: StageId) -> Linear {
    let mut sum = sum_at(&decisions.rebased, |key| key.2 == stage);
    sum += sum_at(&decisions.recruits_arriving, |key| key.2 == stage);
    sum += sum_at(&decisions.retrained_arriving, |key| key.3 == stage);
    for (id, _) in recruitable(scenario) {
        sum = sum - hired(decisions, id, stage);
    }
    sum
}

fn cap_moves(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    let rule = &scenario.rules.employment;
    let Some(most) = rule.rebased_per_stage else {
        return;
    };
    for stage in scenario.calendar.stage_ids() {
        let label = label(scenario, Place::All, stage, "cap");
        let moved = rebased(scenario, decisions, stage);
        let give = Give::by(rule.enforce, PERSON_WEIGHT);
        builder.at_most(label, moved, Linear::from(f64::from(most)), give);
    }
}
