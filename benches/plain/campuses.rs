//! Rule Tenure.

use super::classes::Classes;
use super::{Plain, before, or_zero};
use campusplan::domain::{MoneyItem, Origin, Rule};
use campusplan::ids::{CampusId, TermId};
use campusplan::model::linear::{Linear, Variable};
use std::collections::BTreeMap;

/// `open[c,t]`, where the campus may be used.
pub type Open = BTreeMap<(CampusId, TermId), Variable>;

/// Adds the variables and rows.
pub fn add(plain: &mut Plain<'_>, classes: &Classes) -> Open {
    let scenario = plain.scenario;
    let mut open = Open::new();
    for campus in scenario.campuses.keys() {
        for term in plain.terms() {
            if scenario.usable_throughout(campus, plain.stage(term)) {
                let variable = plain.problem.whole(1.0);
                open.insert((campus, term), variable);
            }
        }
        change(plain, &open, campus);
    }
    for ((cohort, campus, term), seat) in &classes.seats {
        let most = match scenario.cohorts[*cohort].origin {
            Origin::Existing { classes, .. } => classes,
            Origin::Future { most, .. } => most,
        };
        let here = or_zero(open.get(&(*campus, *term)));
        plain.at_most(Rule::Tenure, seat.classes.into(), here * f64::from(most));
    }
    open
}

fn change(plain: &mut Plain<'_>, open: &Open, id: CampusId) {
    let campus = &plain.scenario.campuses[id];
    let mut openings = Linear::default();
    for term in plain.terms() {
        let is = or_zero(open.get(&(id, term)));
        let was = match before(term) {
            Some(earlier) => or_zero(open.get(&(id, earlier))),
            None => Linear::from(f64::from(u8::from(campus.in_use))),
        };
        let year = plain.year(term);
        plain.spend(MoneyItem::Running, year, &is, campus.running_cost);
        if !plain.movable(term) {
            plain.equal(Rule::Tenure, is, was);
            continue;
        }
        let (opening, closing) = (plain.problem.real(1.0), plain.problem.real(1.0));
        let change = Linear::from(opening) - closing.into();
        plain.equal(Rule::Tenure, is.clone() - was.clone(), change);
        plain.spend(MoneyItem::Opening, year, &opening.into(), campus.opening_cost);
        plain.spend(MoneyItem::Closing, year, &closing.into(), campus.closing_cost);
        openings.push(opening, 1.0);
        if !campus.closable && open.contains_key(&(id, term)) {
            plain.at_most(Rule::Tenure, was, is);
        }
    }
    if !campus.reopenable {
        let times = f64::from(u8::from(!campus.in_use));
        plain.at_most(Rule::Tenure, openings, Linear::from(times));
    }
}
