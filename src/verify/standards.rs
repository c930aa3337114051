//! Rule Standards, and the plan's lines of the comparison with standards.
//!
//! For each set, school and school year, looked at in the first of its terms:
//! every line is recomputed from what the plan decides, for the whole students
//! that are printed. For an indicator that is enforced, from its term on, for the
//! expected students: needed ≤ there, by its price beyond that.
//!
//! - students, teachers, shares of teachers, premises, books, equipment,
//!   computers per student: at_least · whom ≤ there;
//! - students for each teacher: students / at_most ≤ teachers.
//!
//! Where titles are not known, there is between those known and all who may be.

use super::Check;
use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally, same};
use super::possessions::{Between, Counted, Possessions};
use crate::domain::{
    Bound, EnforcedStandard, Indicator, Rule, School, StandardMetric, StandardSet, Standards,
    StudentBasis,
};
use crate::ids::TermId;
use crate::plan::{ComplianceLine, TermKey};
use crate::words::standards as names;
use crate::words::violations as words;
use std::collections::BTreeSet;

/// Key of a line.
type Key<'a> = (&'a str, &'a str, &'a str, i32, Option<StudentBasis>);

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut due = Vec::new();
    if let Some(standards) = &facts.scenario.standards {
        for set in &standards.sets {
            for school in facts.scenario.schools.iter().filter(|one| !one.separate) {
                for (year, term) in facts.scenario.calendar.school_years() {
                    let at = Within { facts, standards, set, school, year, term };
                    if set.years.contains(&year) {
                        at.check(&mut due, ledger);
                    }
                }
            }
        }
    }
    listed(facts, &due, &mut ledger.of(Check::Reference));
}

fn key(line: &ComplianceLine) -> Key<'_> {
    let (set, indicator) = (line.set.as_str(), line.indicator.as_str());
    (set, indicator, &line.school, line.school_year, line.basis)
}

/// Every line is one that is due, and comes once, in the order of the scenario.
fn listed(facts: &Facts, due: &[Key<'_>], tally: &mut Tally) {
    let mut seen = BTreeSet::new();
    for (index, line) in facts.plan.compliance.iter().enumerate() {
        let at = At::path(&format!("compliance[{index}]"));
        let unknown = || words::unknown(&format!("{} {}", line.set, line.indicator));
        tally.holds(&at, due.contains(&key(line)), unknown);
        tally.holds(&at, seen.insert(key(line)), words::twice);
    }
    let places = facts.plan.compliance.iter().filter_map(|line| {
        let mut due = due.iter();
        due.position(|due| *due == key(line))
    });
    let in_order = places.is_sorted();
    tally.holds(&At::path("compliance"), in_order, words::order);
}

/// A set, a school and a school year.
struct Within<'a> {
    facts: &'a Facts<'a>,
    standards: &'a Standards,
    set: &'a StandardSet,
    school: &'a School,
    year: i32,
    term: TermId,
}

impl<'a> Within<'a> {
    fn check(&self, due: &mut Vec<Key<'a>>, ledger: &mut Ledger) {
        let (facts, school) = (self.facts, self.school);
        if !school.exists(facts.scenario.calendar.term(self.term)) {
            return;
        }
        let of = |counted| Possessions::new(facts, self.standards, school, (self.term, counted));
        let (has, expected) = (of(Counted::Whole), of(Counted::Expected));
        if !has.anything() {
            return;
        }
        for one in &self.set.indicators {
            let bases: &[Option<StudentBasis>] = if one.metric.counts_students() {
                &[Some(StudentBasis::Registered), Some(StudentBasis::InSchool)]
            } else {
                &[None]
            };
            for basis in bases {
                let judged = judge(one, basis.unwrap_or_default(), &has);
                due.push((&self.set.id, &one.id, &school.id, self.year, *basis));
                let mut tally = ledger.of(Check::Indicators);
                self.stated(one, *basis, &judged, &has, &mut tally);
                let decides = basis.is_none_or(|basis| basis == self.set.basis);
                if let Some(enforced) = self.enforced(one).filter(|_| decides) {
                    let judged = judge(one, basis.unwrap_or_default(), &expected);
                    self.limit(one, enforced, &judged, ledger);
                }
            }
        }
    }

    fn at(&self, one: &Indicator, basis: Option<StudentBasis>) -> At {
        let names = [&self.school.name, &self.set.short, &one.name];
        let term = self.facts.scenario.calendar.term(self.term);
        At::new(&names, Some(term)).about(&names::student_basis(basis))
    }

    /// The plan's line against what is recomputed.
    fn stated(
        &self,
        one: &Indicator,
        basis: Option<StudentBasis>,
        due: &Judged,
        has: &Possessions,
        tally: &mut Tally,
    ) {
        let at = self.at(one, basis);
        let wanted: Key = (&self.set.id, &one.id, &self.school.id, self.year, basis);
        let mut lines = self.facts.plan.compliance.iter();
        let line = lines.find(|line| key(line) == wanted);
        tally.holds(&at, line.is_some(), words::absent);
        let Some(line) = line else {
            return;
        };
        let unit = || names::metric_unit(one.metric);
        let mut figure = |stated: Option<f64>, due: Option<f64>| {
            tally.holds(&at, stated.is_some() == due.is_some(), words::label_differs);
            let sides = Sides::stated(unit());
            tally.equal(&at, &sides, stated.unwrap_or(0.0), due.unwrap_or(0.0));
        };
        figure(Some(line.bound.figure()), Some(due.bound.figure()));
        figure(line.value, due.value.map(|value| value.least));
        let wider = due.value.filter(|value| value.most > value.least);
        figure(line.value_up_to, wider.map(|value| value.most));
        figure(line.missed, due.missed);
        let term = TermKey(self.facts.scenario.calendar.term(self.term));
        let decides = basis.is_none_or(|basis| basis == self.set.basis);
        let guide = matches!(one.bound, Bound::About(_));
        let counts = decides && !guide && (self.school.new || !one.new_schools);
        let kind = std::mem::discriminant(&line.bound) == std::mem::discriminant(&one.bound);
        let same = kind
            && line.term == term
            && line.grade == one.grade
            && line.counts == counts
            && line.met == due.missed.map(|missed| missed <= 0.0)
            && line.unknown == has.unknown(one.metric)
            && line.lacking == has.lacking(one);
        tally.holds(&at, same, words::label_differs);
    }

    fn enforced(&self, one: &Indicator) -> Option<EnforcedStandard> {
        let mut enforced = self.facts.scenario.rules.standards.iter();
        let from = self.facts.scenario.calendar.term(self.term);
        let found = enforced.find(|rule| {
            let set = &self.standards.sets[rule.set];
            set.id == self.set.id && set.indicators[rule.indicator].id == one.id
        });
        found.copied().filter(|rule| rule.from <= from)
    }

    fn limit(
        &self,
        one: &Indicator,
        enforced: EnforcedStandard,
        judged: &Judged,
        ledger: &mut Ledger,
    ) {
        let term = self.facts.scenario.calendar.term(self.term);
        let limit = Limit {
            enforce: enforced.enforce,
            keys: vec![self.set.id.clone(), one.id.clone(), self.school.id.clone()],
            year: term.fiscal_year(),
        };
        let unit = names::short_unit(one.metric);
        let sides = Sides::measured(words::need(), words::have(), unit);
        let at = At::new(&[&self.school.name, &same(&self.set.number), &one.name], Some(term));
        let values = (judged.needed, judged.there.least);
        ledger.rule(Rule::Standards).limit(&at, &sides, limit, values);
    }
}

/// A recomputed line.
struct Judged {
    bound: Bound,
    /// In units of what is there.
    needed: f64,
    there: Between,
    value: Option<Between>,
    missed: Option<f64>,
}

fn judge(one: &Indicator, basis: StudentBasis, has: &Possessions) -> Judged {
    let (students, engineering) = has.students(basis);
    let bound = match (one.bound, one.engineering) {
        (Bound::AtLeast(least), Some(higher)) if students > 0.0 => {
            let extra = (higher - least) * engineering / students;
            Bound::AtLeast(least + extra)
        }
        (bound, _) => bound,
    };
    let whom = match one.metric {
        StandardMetric::StudentsPerTeacher
        | StandardMetric::SeniorShare
        | StandardMetric::VocationalShare => has.teachers,
        StandardMetric::DualQualifiedShare => has.vocational,
        StandardMetric::LandPerStudent
        | StandardMetric::BuildingPerStudent
        | StandardMetric::BooksPerStudent => students,
        StandardMetric::ComputersPer100 => students / 100.0,
        StandardMetric::EquipmentPerStudent => students / 1e4,
        _ => 1.0,
    };
    let there = has.there(one, students);
    let value = there
        .filter(|_| whom > 0.0)
        .map(|there| Between { least: there.least / whom, most: there.most / whom });
    let per_teacher = one.metric == StandardMetric::StudentsPerTeacher;
    let missed = there
        .filter(|_| whom > 0.0 || per_teacher)
        .and_then(|there| short(bound, whom, there))
        .map(|short| if per_teacher { short / bound.figure() } else { short });
    let (needed, there) = if per_teacher {
        (students / bound.figure(), Between::sure(has.teachers))
    } else {
        let there = there.unwrap_or(Between::sure(0.0));
        (bound.figure() * whom, there)
    };
    Judged { bound, needed, there, value, missed }
}

/// What is short for certain: 0 if nothing is, none if that is not known.
fn short(bound: Bound, whom: f64, there: Between) -> Option<f64> {
    let threshold = bound.figure() * whom;
    let over = |amount: f64, reference: f64| {
        if amount > 1e-6 * reference.abs().max(1.0) { amount } else { 0.0 }
    };
    let (at_worst, at_best) = match bound {
        Bound::About(_) => return None,
        Bound::AtLeast(_) => {
            (over(threshold - there.least, threshold), over(threshold - there.most, threshold))
        }
        Bound::AtMost(_) => {
            (over(there.most - threshold, there.most), over(there.least - threshold, there.least))
        }
    };
    if at_worst == 0.0 {
        Some(0.0)
    } else if at_best > 0.0 {
        Some(at_best)
    } else {
        None
    }
}
