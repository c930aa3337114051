//! Rules Admission, Placement and Internship.

use super::{Plain, applicants, relocation};
use campusplan::domain::{Origin, Rule};
use campusplan::forecast::survive;
use campusplan::ids::{CampusId, CohortId, TermId};
use campusplan::model::linear::{Linear, Variable};
use std::collections::BTreeMap;

/// Classes of a cohort at a campus in a term.
#[derive(Clone)]
pub struct Seat {
    /// How many.
    pub classes: Variable,
    /// Their students at the cohort's base.
    pub heads: Linear,
    /// How many are away.
    away: Linear,
    /// Their students at the cohort's base.
    away_heads: Linear,
}

/// All classes.
#[derive(Default)]
pub struct Classes {
    /// By cohort, campus and term.
    pub seats: BTreeMap<(CohortId, CampusId, TermId), Seat>,
    /// Classes of a cohort.
    pub admitted: BTreeMap<CohortId, Linear>,
    /// Students of a cohort at its base.
    pub intake: BTreeMap<CohortId, Linear>,
    /// Classes that move in a term.
    pub moved: BTreeMap<TermId, Linear>,
}

impl Seat {
    /// Classes in school.
    pub fn in_school(&self) -> Linear {
        Linear::from(self.classes) - self.away.clone()
    }
}

impl Classes {
    /// Students in school, counted in the term.
    pub fn students(&self, plain: &Plain<'_>, key: (CohortId, CampusId, TermId)) -> Linear {
        let seat = &self.seats[&key];
        let date = plain.scenario.calendar.term(key.2);
        (seat.heads.clone() - seat.away_heads.clone()) * survive(plain.scenario, key.0, date)
    }

    /// Registered students of a cohort in a term.
    pub fn registered(&self, plain: &Plain<'_>, cohort: CohortId, term: TermId) -> Linear {
        let date = plain.scenario.calendar.term(term);
        self.intake[&cohort].clone() * survive(plain.scenario, cohort, date)
    }
}

/// Adds the variables and rows.
pub fn add(plain: &mut Plain<'_>) -> Classes {
    let mut classes = Classes::default();
    let scenario = plain.scenario;
    for cohort in scenario.cohorts.keys() {
        admit(plain, &mut classes, cohort);
        place(plain, &mut classes, cohort);
        rotate(plain, &mut classes, cohort);
        relocation::add(plain, &mut classes, cohort);
    }
    relocation::cap(plain, &classes);
    applicants::add(plain, &classes);
    classes
}

/// Students of a class, where that is no decision.
pub fn class_size(plain: &Plain<'_>, cohort: CohortId) -> Option<f64> {
    match plain.scenario.cohorts[cohort].origin {
        Origin::Existing { classes, students, .. } => Some(students.0 / f64::from(classes)),
        Origin::Future { .. } => None,
    }
}

/// The term of study of a cohort in a term, while it is on the register.
pub fn study(plain: &Plain<'_>, cohort: CohortId, term: TermId) -> Option<usize> {
    let date = plain.scenario.calendar.term(term);
    plain.scenario.term_of_study(cohort, date)
}

/// `min · classes ≤ heads ≤ max · classes`.
pub fn band(plain: &mut Plain<'_>, cohort: CohortId, heads: &Linear, classes: &Linear) {
    let (min, max) = plain.scenario.programme_of(cohort).class_size;
    plain.at_most(Rule::Placement, classes.clone() * min, heads.clone());
    plain.at_most(Rule::Placement, heads.clone(), classes.clone() * max);
}

fn admit(plain: &mut Plain<'_>, classes: &mut Classes, cohort: CohortId) {
    let scenario = plain.scenario;
    let (admitted, intake) = match scenario.cohorts[cohort].origin {
        Origin::Existing { classes, students, .. } => {
            (Linear::from(f64::from(classes)), Linear::from(students.0))
        }
        Origin::Future { least, most, .. } => {
            let admitted = Linear::from(plain.problem.whole(f64::from(most)));
            let intake = Linear::from(plain.real());
            band(plain, cohort, &intake, &admitted);
            let year = scenario.cohorts[cohort].entry.fiscal_year();
            let rule = (Rule::Admission, scenario.rules.admission);
            let least = Linear::from(f64::from(least));
            plain.priced(rule, (1.0, year), least, admitted.clone());
            (admitted, intake)
        }
    };
    classes.admitted.insert(cohort, admitted);
    classes.intake.insert(cohort, intake);
}

/// Whether classes of the cohort may be at a campus in a term.
fn may_sit(plain: &Plain<'_>, cohort: CohortId, campus: CampusId, term: TermId) -> bool {
    let scenario = plain.scenario;
    let mut terms = scenario.calendar.terms_of(plain.stage(term));
    terms.all(|term| {
        study(plain, cohort, term).is_none()
            || scenario.usable(campus, scenario.calendar.term(term))
    })
}

fn place(plain: &mut Plain<'_>, classes: &mut Classes, cohort: CohortId) {
    let scenario = plain.scenario;
    let most = match scenario.cohorts[cohort].origin {
        Origin::Existing { classes, .. } => classes,
        Origin::Future { most, .. } => most,
    };
    let size = class_size(plain, cohort);
    for term in plain.terms() {
        if study(plain, cohort, term).is_none() {
            continue;
        }
        let (mut placed, mut heads_placed) = (Linear::default(), Linear::default());
        for campus in scenario.programme_of(cohort).sites.keys() {
            if !may_sit(plain, cohort, *campus, term) {
                continue;
            }
            let here = plain.problem.whole(f64::from(most));
            let heads = if let Some(size) = size {
                Linear::from(here) * size
            } else {
                let heads = Linear::from(plain.real());
                band(plain, cohort, &heads, &here.into());
                heads
            };
            placed.push(here, 1.0);
            heads_placed += heads.clone();
            let seat = Seat {
                classes: here,
                heads,
                away: Linear::default(),
                away_heads: Linear::default(),
            };
            classes.seats.insert((cohort, *campus, term), seat);
        }
        plain.equal(Rule::Placement, placed, classes.admitted[&cohort].clone());
        if size.is_none() {
            let intake = classes.intake[&cohort].clone();
            plain.equal(Rule::Placement, heads_placed, intake);
        }
    }
}

/// Terms of study of each block in which a class can be away.
fn blocks(plain: &Plain<'_>, cohort: CohortId) -> Vec<std::ops::RangeInclusive<usize>> {
    let programme = plain.scenario.programme_of(cohort);
    let Some(internship) = programme.internship else {
        return Vec::new();
    };
    let now = study(plain, cohort, TermId(0)).unwrap_or(1);
    let (opens, closes) = internship.window;
    let block = |first: usize| first..=first + internship.length - 1;
    if let Some(fixed) = internship.fixed {
        return vec![block(fixed)];
    }
    let last = (closes + 1).saturating_sub(internship.length);
    if opens.max(now) <= last {
        (opens.max(now)..=last).map(block).collect()
    } else if now <= closes {
        vec![now..=closes]
    } else {
        Vec::new()
    }
}

fn rotate(plain: &mut Plain<'_>, classes: &mut Classes, cohort: CohortId) {
    let blocks = blocks(plain, cohort);
    if blocks.is_empty() {
        return;
    }
    let size = class_size(plain, cohort);
    let interned = match plain.scenario.cohorts[cohort].origin {
        Origin::Existing { interned, .. } => f64::from(interned),
        Origin::Future { .. } => 0.0,
    };
    let (mut all, mut all_heads) = (Linear::default(), Linear::default());
    let mut begins = Vec::new();
    for block in blocks {
        let count = Linear::from(plain.problem.whole(f64::INFINITY));
        let heads = match size {
            Some(size) => count.clone() * size,
            None => plain.real().into(),
        };
        if size.is_none() {
            band(plain, cohort, &heads, &count);
        }
        all += count.clone();
        all_heads += heads.clone();
        begins.push((block, count, heads));
    }
    let due = classes.admitted[&cohort].clone() - Linear::from(interned);
    plain.equal(Rule::Internship, all, due);
    if size.is_none() {
        let intake = classes.intake[&cohort].clone();
        plain.equal(Rule::Internship, all_heads, intake);
    }
    for term in plain.terms() {
        let now = study(plain, cohort, term);
        let away: Vec<_> = begins
            .iter()
            .filter(|(block, ..)| now.is_some_and(|now| block.contains(&now)))
            .collect();
        if !away.is_empty() {
            leave(plain, classes, (cohort, term), &away);
        }
    }
}

/// Classes away in a term, campus by campus.
fn leave<B>(
    plain: &mut Plain<'_>,
    classes: &mut Classes,
    (cohort, term): (CohortId, TermId),
    blocks: &[&(B, Linear, Linear)],
) {
    let size = class_size(plain, cohort);
    let (mut all, mut all_heads) = (Linear::default(), Linear::default());
    for campus in plain.scenario.programme_of(cohort).sites.keys() {
        let Some(seat) = classes.seats.get_mut(&(cohort, *campus, term)) else {
            continue;
        };
        seat.away = plain.problem.whole(f64::INFINITY).into();
        plain.at_most(Rule::Internship, seat.away.clone(), seat.classes.into());
        seat.away_heads = match size {
            Some(size) => seat.away.clone() * size,
            None => plain.real().into(),
        };
        if size.is_none() {
            band(plain, cohort, &seat.away_heads, &seat.away);
            let here = seat.heads.clone() - seat.away_heads.clone();
            band(plain, cohort, &here, &seat.in_school());
        }
        all += seat.away.clone();
        all_heads += seat.away_heads.clone();
    }
    let (mut begun, mut begun_heads) = (Linear::default(), Linear::default());
    for (_, count, heads) in blocks {
        begun += count.clone();
        begun_heads += heads.clone();
    }
    plain.equal(Rule::Internship, all, begun);
    if size.is_none() {
        plain.equal(Rule::Internship, all_heads, begun_heads);
    }
}
