//! Whole students of every class and term, by the rule that the model's page
//! states: the expected number rounded down, or up unless the class had no more
//! in the term before and nobody has joined it. With the classes on the register
//! in the order (in school before on internship, campus, programme, cohort,
//! class), those with the largest remainders are rounded up first, until every
//! group has
//!
//! `round(Σ up to its last class) − round(Σ before its first)`,
//!
//! smaller groups before larger ones; boarders in school: at each campus the
//! expected number rounded, and no more than the students there.

use super::decisions::Class;
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, same};
use super::{Check, catchment};
use crate::domain::Term;
use crate::ids::{CampusId, CohortId, ProgrammeId, TermId};
use crate::plan::TermKey;
use crate::words::violations as words;
use std::collections::BTreeMap;

/// Sums of floating-point numbers that should end in a whole number, or a half,
/// may end this far from it.
const SLACK: f64 = 1e-6;

/// Rounds to the nearest whole number, a half up.
pub(super) fn whole(value: f64) -> f64 {
    (value + 0.5 + SLACK).floor()
}

/// What orders the classes of a term: whether on internship, campus, programme,
/// cohort, class.
type Order = (bool, CampusId, ProgrammeId, CohortId, usize);

/// The classes of a term.
struct InTerm {
    order: Vec<Order>,
    expected: Vec<f64>,
    heads: Vec<f64>,
    /// Classes that may be rounded up, those with the largest remainders first.
    candidates: Vec<usize>,
}

/// Counts the students of all classes.
pub(super) fn count(facts: &mut Facts) {
    let terms = facts.scenario.calendar.terms;
    for class in &mut facts.classes {
        class.heads = vec![0.0; terms].into();
    }
    for term in facts.scenario.calendar.term_ids() {
        let mut here = InTerm::new(facts, term);
        here.complete(|(away, campus, programme, cohort, _)| (*away, *campus, *programme, *cohort));
        here.complete(|(away, campus, programme, ..)| (*away, *campus, *programme));
        here.complete(|(away, campus, ..)| (*away, *campus));
        here.complete(|(away, ..)| *away);
        here.complete(|_| ());
        for ((.., class), heads) in here.order.iter().zip(&here.heads) {
            facts.classes[*class].heads[term] = *heads;
        }
    }
}

impl InTerm {
    /// All classes rounded down.
    fn new(facts: &Facts, term: TermId) -> Self {
        let present = facts.classes.iter().enumerate().filter_map(|(index, class)| {
            let campus = class.base[term]?;
            let away = class.away.contains(&term);
            Some((away, campus, facts.programme(class), class.cohort, index))
        });
        let mut order: Vec<Order> = present.collect();
        order.sort();
        let class = |place: usize| &facts.classes[order[place].4];
        let expected = |place: usize| facts.students(class(place), term);
        let expected: Vec<f64> = (0..order.len()).map(expected).collect();
        let heads: Vec<f64> = expected.iter().map(|one| (one + SLACK).floor()).collect();
        let candidates = (0..order.len()).filter(|place| {
            let fraction = expected[*place] - heads[*place] > SLACK;
            fraction && may_have(facts, class(*place), term, heads[*place] + 1.0)
        });
        let mut candidates: Vec<usize> = candidates.collect();
        candidates
            .sort_by_cached_key(|place| std::cmp::Reverse(remainder(facts, class(*place), term)));
        Self { order, expected, heads, candidates }
    }

    /// Rounds up until every group has what is due to it, or can have no more.
    fn complete<K: Ord>(&mut self, key: impl Fn(&Order) -> K) {
        let mut missing: BTreeMap<K, f64> = BTreeMap::new();
        let (mut sum, mut told) = (0.0, 0.0);
        for (place, order) in self.order.iter().enumerate() {
            sum += self.expected[place];
            *missing.entry(key(order)).or_default() += whole(sum) - told - self.heads[place];
            told = whole(sum);
        }
        for place in self.candidates.clone() {
            let missing = missing.entry(key(&self.order[place])).or_default();
            if *missing >= 1.0 && self.fits(place) {
                *missing -= 1.0;
                self.heads[place] += 1.0;
                self.candidates.retain(|other| *other != place);
            }
        }
    }

    /// Whether one more at the campus of a class is no more than are expected
    /// there, rounded up.
    fn fits(&self, place: usize) -> bool {
        let (away, campus, ..) = self.order[place];
        let beside = (0..self.order.len())
            .filter(|other| self.order[*other].0 == away && self.order[*other].1 == campus);
        let (heads, expected) = beside.fold((0.0, 0.0), |(heads, expected), other| {
            (heads + self.heads[other], expected + self.expected[other])
        });
        heads + 1.0 <= (expected - SLACK).ceil()
    }
}

/// Whether a class may have so many students: no more than in the term before,
/// unless more are expected.
fn may_have(facts: &Facts, class: &Class, term: TermId, heads: f64) -> bool {
    let before = term.0.checked_sub(1).map(TermId).filter(|before| class.base[*before].is_some());
    before.is_none_or(|before| {
        let risen = facts.students(class, term) > facts.students(class, before) + SLACK;
        risen || heads <= class.heads[before]
    })
}

/// Remainders of a class, in millionths, over the terms from this one on in
/// which it stays above the same whole number and nobody joins it.
#[allow(clippy::cast_possible_truncation)] // below a thousand million
fn remainder(facts: &Facts, class: &Class, term: TermId) -> i64 {
    let expected = |term: TermId| facts.students(class, term);
    let floor = (expected(term) + SLACK).floor();
    let later = (term.0..facts.scenario.calendar.terms).map(TermId);
    let mut before = f64::INFINITY;
    let run = later.take_while(|later| {
        let students = expected(*later);
        let same = students + SLACK >= floor && students <= before + SLACK;
        before = students;
        same && class.base[*later].is_some()
    });
    run.map(|later| ((expected(later) - floor).max(0.0) * 1e6).round() as i64).sum()
}

/// Boarders in school in a term.
pub(super) fn boarders(facts: &Facts, term: TermId) -> f64 {
    let mut campuses: BTreeMap<CampusId, (f64, f64)> = BTreeMap::new();
    for (class, campus, _) in facts.in_school(term) {
        let (heads, boarders) = campuses.entry(campus).or_default();
        *heads += class.heads[term];
        *boarders += catchment::boarders(facts, class, campus, term);
    }
    let sums = campuses.into_values();
    sums.map(|(heads, boarders)| whole(boarders).min(heads)).sum()
}

/// Students lost in a term: what the cohorts that stay have fewer in the next
/// term, and the expected losses of those that do not, rounded.
pub(super) fn lost(facts: &Facts, term: TermId) -> f64 {
    let next = TermId(term.0 + 1);
    let later = next.0 < facts.scenario.calendar.terms;
    // heads now, heads in the next term, expected losses
    let mut cohorts: BTreeMap<CohortId, (f64, Option<f64>, f64)> = BTreeMap::new();
    for class in &facts.classes {
        if let Some(study) = facts.study(class, term) {
            let rates = &facts.scenario.programmes[facts.programme(class)].attrition;
            let cohort = cohorts.entry(class.cohort).or_default();
            cohort.0 += class.heads[term];
            cohort.2 += facts.students(class, term) * rates[study - 1];
        }
    }
    for class in facts.classes.iter().filter(|class| later && class.base[next].is_some()) {
        if let Some(cohort) = cohorts.get_mut(&class.cohort) {
            *cohort.1.get_or_insert(0.0) += class.heads[next];
        }
    }
    let stay = cohorts.values().filter_map(|(now, next, _)| next.map(|next| now - next));
    let leave = cohorts.values().filter(|(_, next, _)| next.is_none());
    let leave: f64 = leave.map(|(.., expected)| expected).sum();
    (stay.sum::<f64>() + whole(leave)).max(0.0)
}

/// The plan states these numbers, for these terms and no other.
pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.of(Check::Indicators);
    for class in &facts.classes {
        let stated = &class.path.headcount;
        let place = |term: Term| At::new(&[&same(&class.path.name)], Some(term));
        for id in facts.scenario.calendar.term_ids() {
            let term = facts.scenario.calendar.term(id);
            let due = class.base[id].map(|_| class.heads[id]);
            let stated = stated.get(&TermKey(term)).copied().map(f64::from);
            tally.holds(&place(term), due.is_some() == stated.is_some(), words::absent);
            let sides = Sides::counted(words::stated(), words::recomputed(), words::students());
            let (stated, due) = (stated.unwrap_or_default(), due.unwrap_or_default());
            tally.equal(&place(term), &sides, stated, due);
        }
        for key in stated.keys() {
            let inside = facts.scenario.calendar.find(key.0).is_some();
            tally.holds(&place(key.0), inside, || words::outside(&key.to_string()));
        }
    }
}
