//! The part `deviation` 偏离: what is decided otherwise than in a plan that is
//! to be kept.
//!
//! deviation = Σ_n weight[n] · |count[n] − kept[n]|, over every decision n of a
//! stage ([`Scenario::kept`]); what is counted is that of rule Pins;
//! `deviation[n]` ≥ count[n] − kept[n] and ≥ kept[n] − count[n].
//!
//! Where staff are counted together nothing is said of posts. Units: classes,
//! modules, people, campuses in use (5 each).

use super::Staff;
use super::builder::Builder;
use super::decisions::Decisions;
use super::linear::Linear;
use super::pins::over;
use super::problem::{Label, Place};
use crate::domain::{Kept, Pinned, Rule, Scenario};
use crate::ids::TermId;

/// Adds the rows and returns the part.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, staff: Staff) -> Linear {
    let scenario = builder.scenario;
    let mut part = Linear::default();
    for kept in scenario.kept() {
        let posts = matches!(kept.pinned, Pinned::Posted(..));
        if posts && staff == Staff::Together {
            continue;
        }
        let departs = departure(builder, decisions, kept);
        part.add_scaled(&departs, kept.weight());
    }
    part
}

/// |count − kept|.
fn departure(builder: &mut Builder<'_>, decisions: &Decisions, kept: Kept) -> Linear {
    let scenario: &Scenario = builder.scenario;
    let terms: Vec<TermId> = scenario.calendar.terms_of(kept.stage).collect();
    let count = over(scenario, decisions, kept.pinned, &terms).tidy();
    let was = Linear::from(f64::from(kept.count));
    if count.is_constant() {
        return Linear::from((count.constant - was.constant).abs());
    }
    if kept.count == 0 {
        return count;
    }
    let label = Label {
        rule: Rule::Target,
        name: "deviation",
        place: Place::All,
        term: terms.first().copied(),
    };
    let departs = builder.problem.real(f64::INFINITY);
    let problem = &mut builder.problem;
    problem.at_most(label, count.clone() - was.clone(), departs.into());
    problem.at_most(label, was - count, departs.into());
    departs.into()
}
