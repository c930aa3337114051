//! Rule Role 校区定位.
//!
//! `lead[c,t]`: classes in school of the leading field at c ≥ share · classes
//! in school at c (or missed at a price);
//! `main[p,t]`: classes in school of programme p at its main campus ≥ share ·
//! classes in school of p.
//!
//! Sets: leads and mains as the scenario gives them, terms t from theirs on.
//! Units: classes.

use super::builder::{Builder, Give};
use super::linear::Linear;
use super::problem::{Label, Place};
use super::sums::Sums;
use crate::domain::{Rule, Term};
use crate::ids::TermId;

/// A class short, in students.
const CLASS_WEIGHT: f64 = 45.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, sums: &Sums) {
    let scenario = builder.scenario;
    for lead in &scenario.rules.role.leads {
        for term in from(builder, lead.from) {
            let all = sums.classes_at(lead.campus, term, |_| true);
            let of_field = sums
                .classes_at(lead.campus, term, |id| scenario.programmes[id].field == lead.field);
            let place = Place::Lead(lead.campus, lead.field);
            require(builder, (place, term, "lead"), all * lead.share, of_field);
        }
    }
    for main in &scenario.rules.role.mains {
        for term in from(builder, main.from) {
            let mut everywhere = Linear::default();
            for campus in scenario.campuses.keys() {
                everywhere += sums.classes_at(campus, term, |id| id == main.programme);
            }
            let here = sums.classes_at(main.campus, term, |id| id == main.programme);
            let place = Place::Main(main.programme, main.campus);
            require(builder, (place, term, "main"), everywhere * main.share, here);
        }
    }
}

fn from(builder: &Builder<'_>, first: Term) -> Vec<TermId> {
    let calendar = &builder.scenario.calendar;
    let terms = calendar.term_ids();
    terms.filter(|term| calendar.term(*term) >= first).collect()
}

fn require(
    builder: &mut Builder<'_>,
    (place, term, name): (Place, TermId, &'static str),
    least: Linear,
    there: Linear,
) {
    let label = Label { rule: Rule::Role, name, place, term: Some(term) };
    let give = Give::by(builder.scenario.rules.role.enforce, CLASS_WEIGHT);
    builder.at_most(label, least, there, give);
}
