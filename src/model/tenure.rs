//! Rule Tenure 校舍使用期.
//!
//! `open[k,c,g]`: classes[k,c,g] ≤ most classes of k · open[c,g];
//! `opening[c,g]` ≥ open[c,g] − open[c,g−1], `closing[c,g]` ≥ the reverse;
//! `once[c]`: Σ_g opening[c,g] ≤ 1 (0 if in use today) unless it may reopen;
//! `stays[c,g]`: open[c,g] ≥ open[c,g−1] unless it may close or a term of g lies
//! outside the window;
//! `held[c,g]`: open[c,g] = 1 or 0 where a study asks for it;
//! `window[c,g]`: Σ_k classes[k,c,g] ≤ 0, in a diagnosis, over the cohorts on the
//! register in a term of g outside the window; in a plan there are no such
//! paths; `idle[c,g]`: open[c,g] ≤ Σ_k classes[k,c,g] where no term of g lies in
//! the window, so that being open there is not had for nothing.
//!
//! A window that begins or ends within g leaves open[c,g] to be decided: the
//! campus is then in use in those terms of g that lie in the window.
//!
//! Sets: cohorts k, campuses c, stages g. Units: classes.

use super::builder::{Builder, Give, Purpose};
use super::decisions::Decisions;
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::Rule;
use crate::ids::{CampusId, StageId, TermId};

/// A class outside the window, in students.
const CLASS_WEIGHT: f64 = 45.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    add_use(builder, decisions, sums);
    for campus in builder.scenario.campuses.keys() {
        add_changes(builder, decisions, campus);
    }
    for ((campus, stage), held) in &builder.scenario.held_open {
        let label = label(builder, *campus, *stage, "held");
        let open = decisions.open[&(*campus, *stage)].clone();
        let held = Linear::from(f64::from(u8::from(*held)));
        builder.problem.equal(label, open, held);
    }
    if builder.purpose != Purpose::Plan {
        add_window(builder, decisions, sums);
    }
}

fn label(builder: &Builder<'_>, campus: CampusId, stage: StageId, name: &'static str) -> Label {
    Label {
        rule: Rule::Tenure,
        name,
        place: Place::Campus(campus),
        term: Some(TermId(builder.scenario.calendar.stages[stage].start)),
    }
}

fn add_use(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    for ((cohort, campus, stage), seated) in &sums.seated {
        let most = builder.scenario.cohorts[*cohort].most_classes();
        let open = &decisions.open[&(*campus, *stage)];
        if !open.is_constant() {
            let label = label(builder, *campus, *stage, "open");
            let right = open.clone() * f64::from(most);
            builder.problem.at_most(label, seated.clone(), right);
        }
    }
}

fn add_changes(builder: &mut Builder<'_>, decisions: &Decisions, id: CampusId) {
    let scenario = builder.scenario;
    let campus = &scenario.campuses[id];
    let mut before = Linear::from(f64::from(u8::from(campus.in_use)));
    let mut openings = Linear::default();
    for stage in scenario.calendar.stage_ids() {
        let now = decisions.open[&(id, stage)].clone();
        if let Some(opening) = decisions.opening.get(&(id, stage)) {
            openings.push(*opening, 1.0);
            let label = label(builder, id, stage, "opening");
            let problem = &mut builder.problem;
            problem.at_most(label, now.clone() - before.clone(), (*opening).into());
        }
        if let Some(closing) = decisions.closing.get(&(id, stage)) {
            let label = label(builder, id, stage, "closing");
            let problem = &mut builder.problem;
            problem.at_most(label, before.clone() - now.clone(), (*closing).into());
        }
        if !campus.closable && scenario.usable_throughout(id, stage) {
            let label = label(builder, id, stage, "stays");
            builder.problem.at_most(label, before, now.clone());
        }
        before = now;
    }
    if !campus.reopenable {
        let times = Linear::from(f64::from(u8::from(!campus.in_use)));
        let label = label(builder, id, StageId(0), "once");
        builder.problem.at_most(label, openings, times);
    }
}

fn add_window(builder: &mut Builder<'_>, decisions: &Decisions, sums: &Sums) {
    let scenario = builder.scenario;
    for campus in scenario.campuses.keys() {
        for stage in scenario.calendar.stage_ids() {
            if scenario.usable_throughout(campus, stage) {
                continue;
            }
            let mut seated = Linear::default();
            for ((cohort, at, when), classes) in &sums.seated {
                let outside = !scenario.usable_by(*cohort, campus, stage);
                if *at == campus && *when == stage && outside {
                    seated.add_scaled(classes, 1.0);
                }
            }
            if !scenario.usable_within(campus, stage) {
                let open = decisions.open[&(campus, stage)].clone();
                let idle = label(builder, campus, stage, "idle");
                builder.problem.at_most(idle, open, seated.clone());
            }
            let mut label = label(builder, campus, stage, "window");
            let terms = scenario.calendar.terms_of(stage);
            let mut terms = terms.map(|term| scenario.calendar.term(term));
            let outside = terms.find(|term| !scenario.usable(campus, *term));
            if outside.is_some_and(|term| scenario.campuses[campus].tenured(term)) {
                label.rule = Rule::Relocation;
            }
            builder.at_most(label, seated, Linear::default(), Give::hard(CLASS_WEIGHT));
        }
    }
}
