//! What the plan says it comes to: its indicators, the applicants beside its
//! admissions, the values of its target lines. All of it is recomputed.

use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally};
use super::sums::{ByTerm, Totals};
use super::{Check, headcount, target};
use crate::domain::{Demand, Estimate, Text};
use crate::forecast;
use crate::ids::{ResourceId, SubjectId, TermId};
use crate::plan::{TermIndicators, TermKey};
use crate::words::violations as words;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.of(Check::Indicators);
    admissions(facts, &mut tally);
    targets(facts, &mut tally);
    let computed = Computed::new(facts);
    for (term, _) in facts.terms() {
        let key = TermKey(facts.scenario.calendar.term(term));
        let mut stated = facts.plan.indicators.iter().filter(|one| one.term == key);
        let at = At::new(&[&words::whole_plan()], Some(key.0));
        let one = stated.next();
        tally.holds(&at, one.is_some(), words::absent);
        tally.holds(&at, stated.next().is_none(), words::twice);
        if let Some(one) = one {
            let totals = facts.totals(term);
            sums(&totals, one, &at, &mut tally);
            losses(facts, (&totals, headcount::lost(facts, term)), one, &mut tally);
            home(facts, &totals, one, &mut tally);
            computed.capacity(facts, term, one, &mut tally);
            computed.periods(facts, term, one, &mut tally);
            trainees(facts, term, one, &mut tally);
        }
    }
    unknown(facts, &mut ledger.of(Check::Reference));
}

fn equal(at: &At, unit: Text, (stated, recomputed): (f64, f64), tally: &mut Tally) {
    let sides = Sides::stated(unit);
    tally.equal(at, &sides, stated, recomputed);
}

fn admissions(facts: &Facts, tally: &mut Tally) {
    for (id, cohort) in facts.scenario.cohorts.iter_enumerated() {
        let programme = facts.scenario.programme_of(id);
        let mut lines = facts.plan.admissions.iter();
        let line =
            lines.find(|line| line.programme == programme.id && line.entry.0 == cohort.entry);
        if let Some(line) = line.filter(|_| !cohort.exists()) {
            let at = At::new(&[&programme.name, &words::applicants()], Some(cohort.entry));
            let due = headcount::whole(forecast::applicants(facts.scenario, id).0);
            equal(&at, words::students(), (line.applicants.0, due), tally);
            projected(&at, (line.projected, cohort.projected), tally);
        }
    }
}

/// The estimate beside the applicants: the scenario's, or none.
fn projected(at: &At, (stated, due): (Option<Estimate>, Option<Estimate>), tally: &mut Tally) {
    tally.holds(at, stated.is_some() == due.is_some(), words::absent);
    if let (Some(stated), Some(due)) = (stated, due) {
        for demand in Demand::ALL {
            equal(
                at,
                words::students(),
                (stated.at(demand), headcount::whole(due.at(demand))),
                tally,
            );
        }
    }
}

fn targets(facts: &Facts, tally: &mut Tally) {
    let mut seen = BTreeSet::new();
    for line in &facts.plan.targets {
        let fresh = seen.insert((line.target.as_str(), line.term));
        let at = At::path(&format!("targets {} {}", line.target, line.term));
        tally.holds(&at, fresh, words::twice);
    }
    for one in &facts.scenario.targets {
        for term in target::applies(facts, one) {
            let at = target::at(facts, one, term);
            let line = target::line(facts, one, term);
            tally.holds(&at, line.is_some(), words::absent);
            if let Some(line) = line {
                let value = target::value(facts, one, term);
                equal(&at, target::unit(one), (line.value, value), tally);
                equal(&at, target::unit(one), (line.at_least, one.at_least), tally);
                tally.holds(&at, line.metric == one.metric, words::label_differs);
            }
        }
    }
}

/// Lines of targets and indicators that the scenario has no place for.
fn unknown(facts: &Facts, tally: &mut Tally) {
    for (index, line) in facts.plan.targets.iter().enumerate() {
        let at = At::path(&format!("targets[{index}]"));
        let mut targets = facts.scenario.targets.iter();
        let known = targets.find(|target| target.id == line.target);
        tally.holds(&at, known.is_some(), || words::unknown(&line.target));
        let inside = facts.scenario.calendar.find(line.term.0).is_some()
            && known.is_none_or(|target| target.applies(line.term.0));
        tally.holds(&at, inside, || words::outside(&line.term.to_string()));
    }
    for (index, one) in facts.plan.indicators.iter().enumerate() {
        let at = At::path(&format!("indicators[{index}]"));
        let inside = facts.scenario.calendar.find(one.term.0).is_some();
        tally.holds(&at, inside, || words::outside(&one.term.to_string()));
        let campus = |key: &str| facts.scenario.campuses.iter().any(|noun| noun.id == key);
        let resource = |key: &str| facts.scenario.resources.iter().any(|noun| noun.id == key);
        let subject = |key: &str| facts.scenario.subjects.iter().any(|noun| noun.id == key);
        let capacity = one.capacity.iter().flat_map(|line| {
            let resource = (resource(&line.resource), &line.resource);
            [resource, (campus(&line.campus), &line.campus)]
        });
        let periods = one.periods.iter().flat_map(|line| {
            let subject = (subject(&line.subject), &line.subject);
            [subject, (campus(&line.campus), &line.campus)]
        });
        let course = |key: &str| facts.scenario.courses.iter().any(|noun| noun.id == key);
        let courses = one.courses.iter();
        let courses = courses.map(|line| (course(&line.course), &line.course));
        for (known, key) in capacity.chain(periods).chain(courses) {
            tally.holds(&at, known, || words::unknown(key));
        }
    }
}

fn sums(totals: &Totals, one: &TermIndicators, at: &At, tally: &mut Tally) {
    let away = totals.registered - totals.in_school;
    let students = [
        (words::registered(), one.registered, totals.registered),
        (words::students_in_school(), one.students_in_school, totals.in_school),
        (words::on_internship(), one.on_internship, away),
        (words::boarders(), one.boarders, totals.boarders),
    ];
    for (name, stated, recomputed) in students {
        let sides = Sides::counted(words::stated(), words::recomputed(), words::students());
        tally.equal(&at.about(&name), &sides, stated.0, recomputed);
    }
    let classes = [
        (words::classes_registered(), one.classes_registered, totals.classes_registered),
        (words::classes_in_school(), one.classes_in_school, totals.classes_in_school),
    ];
    for (name, stated, recomputed) in classes {
        let sides = Sides::counted(words::stated(), words::recomputed(), words::classes());
        tally.equal(&at.about(&name), &sides, f64::from(stated), recomputed);
    }
}

/// Students lost in the term, against the limit.
fn losses(facts: &Facts, (totals, lost): (&Totals, f64), one: &TermIndicators, tally: &mut Tally) {
    let at = At::new(&[&words::attrition()], Some(one.term.0));
    let share = if totals.expected_registered > 0.0 {
        totals.lost / totals.expected_registered
    } else {
        0.0
    };
    let (stated, due) = (one.students_lost.0, lost);
    equal(&at, words::students(), (stated, due), tally);
    let limit = facts.scenario.attrition_limit;
    for (stated, due) in [(one.attrition, share), (one.attrition_limit, limit)] {
        equal(&at, words::percent(), (100.0 * stated, 100.0 * due), tally);
    }
    let sides = Sides::counted(words::stated(), words::recomputed(), words::classes());
    let over = f64::from(one.classes_over_limit);
    tally.equal(&at, &sides, over, totals.over_limit);
}

/// The way between home and campus, where it is known.
fn home(facts: &Facts, totals: &Totals, one: &TermIndicators, tally: &mut Tally) {
    let at = At::new(&[&words::home_hours()], Some(one.term.0));
    let mut cohorts = facts.scenario.cohorts.iter();
    let known = cohorts.any(|cohort| !cohort.home.is_empty());
    let stated = one.home_kilometres.is_some() && one.home_hours.is_some();
    tally.holds(&at, known == stated, words::absent);
    let km = one.home_kilometres.map_or(0.0, |km| km.0);
    equal(&at, words::kilometres(), (km, totals.home_km), tally);
    let hours = one.home_hours.map_or(0.0, |hours| hours.0);
    equal(&at, words::hours(), (hours, totals.home_hours), tally);
}

/// Trainees of each short course against demand.
fn trainees(facts: &Facts, term: TermId, one: &TermIndicators, tally: &mut Tally) {
    for (index, line) in one.courses.iter().enumerate() {
        let mut before = one.courses[..index].iter();
        let fresh = before.all(|other| other.course != line.course);
        let at = At::path(&line.course).within(one.term.0);
        tally.holds(&at, fresh, words::twice);
    }
    for (id, course) in facts.scenario.courses.iter_enumerated() {
        let mut lines = one.courses.iter();
        let line = lines.find(|line| line.course == course.id);
        let (demand, taken) =
            line.map_or((0.0, 0.0), |line| (line.demand.0, f64::from(line.trainees)));
        let at = At::new(&[&course.name, &words::trainees()], Some(one.term.0));
        let sides = || Sides::counted(words::stated(), words::recomputed(), words::people());
        tally.equal(&at, &sides(), demand, course.demanded(one.term.0).0);
        tally.equal(&at, &sides(), taken, facts.trainees(id, term));
    }
}

/// Use, stock and periods, recomputed once for all terms.
struct Computed {
    used: Vec<(ResourceId, ByTerm, ByTerm)>,
    needed: Vec<(SubjectId, ByTerm)>,
}

impl Computed {
    fn new(facts: &Facts) -> Self {
        let resources = facts.scenario.resources.keys();
        let subjects = facts.scenario.subjects.keys();
        Self {
            used: resources.map(|id| (id, facts.used(id), facts.stock(id))).collect(),
            needed: subjects.map(|id| (id, facts.needed(id))).collect(),
        }
    }

    fn capacity(&self, facts: &Facts, term: TermId, one: &TermIndicators, tally: &mut Tally) {
        let mut stated = BTreeMap::new();
        for line in &one.capacity {
            let key = (line.resource.as_str(), line.campus.as_str());
            let fresh = stated.insert(key, (line.used, line.available)).is_none();
            let at = At::path(&format!("{} {}", line.resource, line.campus)).within(one.term.0);
            tally.holds(&at, fresh, words::twice);
        }
        for (id, used, stock) in &self.used {
            let resource = &facts.scenario.resources[*id];
            for (campus, noun) in facts.scenario.campuses.iter_enumerated() {
                let key = (resource.id.as_str(), noun.id.as_str());
                let stated = stated.get(&key).copied().unwrap_or((0.0, 0.0));
                let open = if facts.in_use(campus, term) { 1.0 } else { 0.0 };
                let available = open * resource.serves() * stock[campus][term];
                let at = At::new(&[&noun.name, &resource.name], Some(one.term.0));
                let need = (stated.0, used[campus][term]);
                equal(&at.about(&words::used()), words::measure(), need, tally);
                equal(
                    &at.about(&words::available()),
                    words::measure(),
                    (stated.1, available),
                    tally,
                );
            }
        }
    }

    fn periods(&self, facts: &Facts, term: TermId, one: &TermIndicators, tally: &mut Tally) {
        let mut stated = BTreeMap::new();
        for line in &one.periods {
            let key = (line.subject.as_str(), line.campus.as_str());
            let value = (line.periods_per_week.0, line.kind);
            let at = At::path(&format!("{} {}", line.subject, line.campus)).within(one.term.0);
            let fresh = stated.insert(key, value).is_none();
            tally.holds(&at, fresh, words::twice);
        }
        for (id, needed) in &self.needed {
            let subject = &facts.scenario.subjects[*id];
            for (campus, noun) in facts.scenario.campuses.iter_enumerated() {
                let key = (subject.id.as_str(), noun.id.as_str());
                let (periods, kind) = stated.get(&key).copied().unwrap_or((0.0, subject.kind));
                let names = [&noun.name, &subject.name, &words::periods_needed()];
                let at = At::new(&names, Some(one.term.0));
                let needed = needed[campus][term];
                equal(&at, words::periods(), (periods, needed), tally);
                tally.holds(&at, kind == subject.kind, words::label_differs);
            }
        }
    }
}
