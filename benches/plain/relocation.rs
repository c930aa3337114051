//! Rule Relocation.

use super::classes::{Classes, band, class_size, study};
use super::{Plain, before};
use campusplan::domain::{MoneyItem, Origin, Rule};
use campusplan::ids::{CampusId, CohortId, TermId};
use campusplan::model::linear::Linear;

/// Classes and students at a campus in the term before, if the cohort was on
/// the register then.
fn there(
    plain: &Plain<'_>,
    classes: &Classes,
    (cohort, campus, term): (CohortId, CampusId, TermId),
) -> Option<(Linear, Linear)> {
    let Some(earlier) = before(term) else {
        let Origin::Existing { campus: today, classes, students, .. } =
            plain.scenario.cohorts[cohort].origin
        else {
            return None;
        };
        let here = f64::from(u8::from(campus == today));
        let count = Linear::from(f64::from(classes) * here);
        return Some((count, Linear::from(students.0 * here)));
    };
    study(plain, cohort, earlier)?;
    let seat = classes.seats.get(&(cohort, campus, earlier));
    Some(seat.map_or_else(Default::default, |seat| (seat.classes.into(), seat.heads.clone())))
}

/// Adds the moves of a cohort.
pub fn add(plain: &mut Plain<'_>, classes: &mut Classes, cohort: CohortId) {
    let scenario = plain.scenario;
    let rule = &scenario.rules.relocation;
    let length = scenario.programme_of(cohort).length();
    let mut all = Linear::default();
    for term in plain.terms() {
        let Some(now) = study(plain, cohort, term) else {
            continue;
        };
        let mut moved = Linear::default();
        for campus in scenario.programme_of(cohort).sites.keys() {
            let key = (cohort, *campus, term);
            let Some((was, heads_were)) = there(plain, classes, key) else {
                continue;
            };
            let (is, heads) = classes.seats.get(&key).map_or_else(Default::default, |seat| {
                (Linear::from(seat.classes), seat.heads.clone())
            });
            if !plain.movable(term) {
                plain.equal(Rule::Relocation, is, was);
                plain.equal(Rule::Relocation, heads, heads_were);
                continue;
            }
            let stays = !rule.last_year
                && now + 1 >= length
                && scenario.usable_throughout(*campus, plain.stage(term));
            let into = Linear::from(plain.real());
            let out = plain.problem.real(if stays { 0.0 } else { f64::INFINITY });
            plain.equal(Rule::Relocation, is - was, into.clone() - out.into());
            if class_size(plain, cohort).is_none() {
                let (come, go) = (Linear::from(plain.real()), Linear::from(plain.real()));
                band(plain, cohort, &come, &into);
                band(plain, cohort, &go, &out.into());
                plain.equal(Rule::Relocation, heads - heads_were, come - go);
            }
            moved += into;
        }
        plain.spend(MoneyItem::Relocation, plain.year(term), &moved, rule.cost);
        classes.moved.entry(term).or_default().add_scaled(&moved, 1.0);
        all += moved;
    }
    let most = classes.admitted[&cohort].clone() * f64::from(rule.most_per_class);
    plain.at_most(Rule::Relocation, all, most);
}

/// Classes moved in a term are capped.
pub fn cap(plain: &mut Plain<'_>, classes: &Classes) {
    let rule = &plain.scenario.rules.relocation;
    let Some(most) = rule.most_per_stage else {
        return;
    };
    for (term, moved) in &classes.moved {
        let year = plain.year(*term);
        let most = Linear::from(f64::from(most));
        plain.priced((Rule::Relocation, rule.enforce), (1.0, year), moved.clone(), most);
    }
}
