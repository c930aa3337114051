//! Rule Bands 学段.
//!
//! `one[x]`: Σ_b band[x,b] = 1, for entries x with several bands b;
//! `takes[k,c,g]`: classes[k,c,g] ≤ most classes of k · Σ_b band[x,b], x the entry
//! of k's programme at c, over the bands b that hold all terms of study in which
//! k is on the register in g. In a plan no path sits where no band holds its
//! cohort, nor stays where it must change;
//! `change[k,g]`: Σ_p classes[k,p] ≤ 0, in a diagnosis, over the paths that stay
//! where they must change at the start of g.
//!
//! Sets: cohorts k, campuses c, stages g. Units: classes.

use super::builder::{Builder, Give, Purpose};
use super::decisions::Decisions;
use super::linear::Linear;
use super::paths::today;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::{BandEntry, Rule, Scenario};
use crate::ids::{CampusId, CohortId, StageId, TermId};

/// A class outside its band, in students.
const CLASS_WEIGHT: f64 = 45.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    let Some(rule) = &scenario.rules.bands else {
        return;
    };
    for (index, entry) in rule.entries.iter().enumerate() {
        if entry.is_decided() {
            let all = chosen(decisions, (index, entry), |_| true);
            let label = label(scenario, Place::Campus(entry.campus), StageId(0), "one");
            builder.problem.equal(label, all, 1.0.into());
        }
    }
    for ((cohort, campus, stage), seated) in &sums.seated {
        let programme = scenario.cohorts[*cohort].programme;
        if let Some(entry) = rule.entry(programme, *campus) {
            takes(builder, decisions, entry, ((*cohort, *campus, *stage), seated));
        }
    }
    if builder.purpose != Purpose::Plan {
        add_changes(builder, decisions);
    }
}

fn label(scenario: &Scenario, place: Place, stage: StageId, name: &'static str) -> Label {
    let term = Some(TermId(scenario.calendar.stages[stage].start));
    Label { rule: Rule::Bands, name, place, term }
}

/// `Σ_b band[x,b]` over the bands that `which` picks.
fn chosen(
    decisions: &Decisions,
    (index, entry): (usize, &BandEntry),
    which: impl Fn(usize) -> bool,
) -> Linear {
    let mut sum = Linear::default();
    for band in (0..entry.bands.len()).filter(|band| which(*band)) {
        match decisions.bands.get(&(index, band)) {
            Some(variable) => sum.push(*variable, 1.0),
            None => sum.constant += 1.0,
        }
    }
    sum
}

fn takes(
    builder: &mut Builder<'_>,
    decisions: &Decisions,
    (index, entry): (usize, &BandEntry),
    ((cohort, campus, stage), seated): ((CohortId, CampusId, StageId), &Linear),
) {
    let scenario = builder.scenario;
    let holds = |band: usize| scenario.band_holds(entry, entry.bands[band], (cohort, stage));
    if (0..entry.bands.len()).all(holds) {
        return;
    }
    let most = f64::from(scenario.cohorts[cohort].most_classes());
    let right = chosen(decisions, (index, entry), holds) * most;
    let label = label(scenario, Place::CohortAt(cohort, campus), stage, "takes");
    builder.at_most(label, seated.clone(), right, Give::hard(CLASS_WEIGHT));
}

fn add_changes(builder: &mut Builder<'_>, decisions: &Decisions) {
    let scenario = builder.scenario;
    for (cohort, lanes) in decisions.lanes.iter_enumerated() {
        let stages = scenario.calendar.stage_ids();
        for stage in stages.filter(|stage| scenario.must_change(cohort, *stage)) {
            let mut staying = Linear::default();
            for lane in lanes {
                let before = stage.0.checked_sub(1).map(StageId);
                let before = match before {
                    Some(before) => lane.path.campus(before),
                    None => today(scenario, cohort),
                };
                if before.is_some() && before == lane.path.campus(stage) {
                    staying.push(lane.classes, 1.0);
                }
            }
            let label = label(scenario, Place::Cohort(cohort), stage, "change");
            builder.at_most(label, staying, Linear::default(), Give::hard(CLASS_WEIGHT));
        }
    }
}
