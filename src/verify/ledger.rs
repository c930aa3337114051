//! Counts the comparisons and keeps those that do not hold.
//!
//! `left ≤ right + tolerance`, or `|left − right| ≤ tolerance`, where tolerance is
//!
//! - between whole numbers: 0;
//! - between a figure that the plan states and the same figure recomputed: the
//!   rounding of the sums, 1e-6 + 1e-9 · |right|, so that both print alike;
//! - for what the solver keeps within its own tolerance: 1e-4 · max(1, |right|),
//!   and no more than half of the last digit that reports print of such an
//!   amount, 0.05.

use super::{Check, Tight, Verification, Violation};
use crate::domain::{Enforcement, Rule, Term, Text};
use crate::words::violations as words;
use std::collections::{BTreeMap, BTreeSet};

/// What is left of a limit that counts as nothing, as a share of it.
const SPARE: f64 = 1e-6;

/// What is missed by no more than this is rounding, neither listed nor charged.
const ROUNDING: f64 = 1e-6;

/// Half of the last digit that reports print of money, hours and periods.
const HALF_DIGIT: f64 = 0.05;

/// How exact two sides are.
#[derive(Clone, Copy)]
enum Exactness {
    /// Counted: whole numbers.
    Counted,
    /// Stated by the plan and recomputed from it.
    Recomputed,
    /// Kept by the solver within its tolerance.
    Solved,
}

/// Where and when a comparison is made.
#[derive(Clone)]
pub(super) struct At {
    place: Text,
    term: Option<Term>,
}

impl At {
    /// A place, in a term or a stage.
    pub(super) fn new(parts: &[&Text], term: Option<Term>) -> Self {
        Self { place: join(parts), term }
    }

    /// A place in the file rather than in the county.
    pub(super) fn path(path: &str) -> Self {
        Self::new(&[&same(path)], None)
    }

    /// The same place in a term.
    pub(super) fn within(&self, term: Term) -> Self {
        Self { place: self.place.clone(), term: Some(term) }
    }

    /// A part of the same place.
    pub(super) fn about(&self, what: &Text) -> Self {
        Self::new(&[&self.place, what], self.term)
    }

    fn head(&self) -> Text {
        match self.term {
            None => self.place.clone(),
            Some(term) => {
                let (place, term) = (&self.place, words::term(term));
                words::in_term(&place.zh, &place.en, &term.zh, &term.en)
            }
        }
    }
}

/// Texts one after the other.
pub(super) fn join(parts: &[&Text]) -> Text {
    let zh: Vec<&str> = parts.iter().map(|part| part.zh.as_str()).collect();
    let en: Vec<&str> = parts.iter().map(|part| part.en.as_str()).collect();
    Text { zh: zh.join(" "), en: en.join(" ") }
}

/// A proper name: the same in both languages.
pub(super) fn same(text: &str) -> Text {
    Text { zh: text.to_owned(), en: text.to_owned() }
}

/// A number of things, as a number.
pub(super) fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}

/// What the two sides of a comparison are, and their unit.
pub(super) struct Sides {
    left: Text,
    right: Text,
    unit: Text,
    exactness: Exactness,
}

impl Sides {
    /// Sides that are measured.
    pub(super) fn measured(left: Text, right: Text, unit: Text) -> Self {
        Self { left, right, unit, exactness: Exactness::Solved }
    }

    /// A figure that the plan states, and the same recomputed.
    pub(super) fn stated(unit: Text) -> Self {
        Self {
            exactness: Exactness::Recomputed,
            ..Self::measured(words::stated(), words::recomputed(), unit)
        }
    }

    /// A figure that the plan states, and a limit of it that it states as well.
    pub(super) fn stated_at_most(left: Text, right: Text, unit: Text) -> Self {
        Self { exactness: Exactness::Recomputed, ..Self::measured(left, right, unit) }
    }

    /// Sides that are counted, so compared without tolerance.
    pub(super) fn counted(left: Text, right: Text, unit: Text) -> Self {
        Self { exactness: Exactness::Counted, ..Self::measured(left, right, unit) }
    }

    fn tolerance(&self, right: f64) -> f64 {
        match self.exactness {
            Exactness::Counted => 0.0,
            Exactness::Recomputed => 1e-6 + 1e-9 * right.abs(),
            Exactness::Solved => (1e-4 * right.abs().max(1.0)).min(HALF_DIGIT),
        }
    }

    fn say(&self, at: &At, sign: Sign, values: (f64, f64), excess: f64) -> Text {
        let [left, right] = words::numbers(values.0, values.1);
        let side = |label: &Text, number: &str| join(&[label, &same(number)]);
        let (head, left) = (at.head(), side(&self.left, &left));
        let left = words::side(&head.zh, &head.en, &left.zh, &left.en);
        let right = side(&self.right, &right);
        let excess = words::number(excess);
        let sentence = match sign {
            Sign::AtMost => words::above,
            Sign::Equal => words::differs,
        };
        sentence(&left.zh, &left.en, &right.zh, &right.en, &excess, &self.unit.zh, &self.unit.en)
    }
}

#[derive(Clone, Copy)]
enum Sign {
    AtMost,
    Equal,
}

/// A limit of a rule that may have a price.
pub(super) struct Limit {
    /// Whether it has.
    pub(super) enforce: Enforcement,
    /// Its place among the plan's missed rules.
    pub(super) keys: Vec<String>,
    /// Fiscal year in which missing it is charged.
    pub(super) year: i32,
}

/// A missed rule by rule, place and term.
pub(super) type MissedKey = (Rule, Vec<String>, Option<Term>);

/// All comparisons of a verification.
#[derive(Default)]
pub(super) struct Ledger {
    result: Verification,
    missed: BTreeMap<MissedKey, f64>,
    settled: BTreeSet<MissedKey>,
    penalties: BTreeMap<i32, f64>,
}

impl Ledger {
    /// The ledger of one check.
    pub(super) fn of(&mut self, check: Check) -> Tally<'_> {
        self.result.compared.entry(check).or_insert(0);
        Tally { check, ledger: self }
    }

    /// The ledger of one rule.
    pub(super) fn rule(&mut self, rule: Rule) -> Tally<'_> {
        self.of(Check::Rule(rule))
    }

    /// Notes what the plan lists as missed; false if it is listed already.
    pub(super) fn list_missed(&mut self, key: MissedKey, amount: f64) -> bool {
        self.missed.insert(key, amount).is_none()
    }

    /// What the plan lists as missed where no priced rule is.
    pub(super) fn unsettled(&self) -> Vec<MissedKey> {
        self.missed.keys().filter(|key| !self.settled.contains(*key)).cloned().collect()
    }

    /// Prices of what is missed, by fiscal year.
    pub(super) fn penalties(&self) -> &BTreeMap<i32, f64> {
        &self.penalties
    }

    /// The outcome.
    pub(super) fn finish(self) -> Verification {
        self.result
    }
}

/// The comparisons of one check.
pub(super) struct Tally<'l> {
    check: Check,
    ledger: &'l mut Ledger,
}

impl Tally<'_> {
    /// `left ≤ right`.
    pub(super) fn at_most(&mut self, at: &At, sides: &Sides, left: f64, right: f64) {
        let holds = left <= right + sides.tolerance(right);
        if holds {
            self.note_tight(at, sides, (left, right));
        }
        self.judge(holds, at, (left, right), left - right, || {
            sides.say(at, Sign::AtMost, (left, right), left - right)
        });
    }

    /// Notes a comparison that holds with nothing to spare.
    fn note_tight(&mut self, at: &At, sides: &Sides, (left, right): (f64, f64)) {
        let spare = right - left;
        if right > 0.0 && spare <= SPARE * right.max(1.0) {
            self.ledger.result.tight.push(Tight {
                check: self.check,
                place: at.place.clone(),
                term: at.term,
                amount: right,
                left: sides.left.clone(),
                right: sides.right.clone(),
                unit: sides.unit.clone(),
            });
        }
    }

    /// `left = right`.
    pub(super) fn equal(&mut self, at: &At, sides: &Sides, left: f64, right: f64) {
        let apart = (left - right).abs();
        let holds = apart <= sides.tolerance(right);
        self.judge(holds, at, (left, right), apart, || {
            sides.say(at, Sign::Equal, (left, right), apart)
        });
    }

    /// Something that holds or not; `what` says what is wrong if it does not.
    pub(super) fn holds(&mut self, at: &At, holds: bool, what: impl FnOnce() -> Text) {
        self.judge(holds, at, (1.0, 0.0), 1.0, || {
            let (head, what) = (at.head(), what());
            words::about(&head.zh, &head.en, &what.zh, &what.en)
        });
    }

    /// `left ≤ right`, or by as much as the plan lists as missed where that has
    /// a price.
    pub(super) fn limit(&mut self, at: &At, sides: &Sides, limit: Limit, values: (f64, f64)) {
        let (left, right) = values;
        let Enforcement::Priced(price) = limit.enforce else {
            return self.at_most(at, sides, left, right);
        };
        let Check::Rule(rule) = self.check else {
            return;
        };
        let over = (left - right).max(0.0);
        let over = if over <= ROUNDING { 0.0 } else { over };
        if over <= 0.0 {
            self.note_tight(at, sides, values);
        }
        *self.ledger.penalties.entry(limit.year).or_insert(0.0) += price.0 * over;
        let key = (rule, limit.keys, at.term);
        let listed = self.ledger.missed.get(&key).copied().unwrap_or(0.0);
        self.ledger.settled.insert(key);
        let missed = Sides::measured(words::missed(), words::really_missed(), sides.unit.clone());
        self.equal(at, &missed, listed, over);
    }

    /// What the plan lists as missed of a rule; see [`Ledger::list_missed`].
    pub(super) fn list_missed(&mut self, key: MissedKey, amount: f64) -> bool {
        self.ledger.list_missed(key, amount)
    }

    fn judge(
        &mut self,
        holds: bool,
        at: &At,
        (left, right): (f64, f64),
        excess: f64,
        message: impl FnOnce() -> Text,
    ) {
        *self.ledger.result.compared.entry(self.check).or_insert(0) += 1;
        if !holds {
            self.ledger.result.violations.push(Violation {
                check: self.check,
                place: at.place.clone(),
                term: at.term,
                left,
                right,
                excess,
                message: message(),
            });
        }
    }
}

/// Checks that a stated figure is the recomputed one.
pub(super) fn equal(at: &At, unit: Text, (stated, recomputed): (f64, f64), tally: &mut Tally) {
    let sides = Sides::stated(unit);
    tally.equal(at, &sides, stated, recomputed);
}
