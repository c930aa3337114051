//! Rule Courses. For each short course, campus and term with trainees:
//!
//! - the course may be given there, and the campus may be used in that term and
//!   is open;
//! - over all campuses, trainees ≤ demand of the term;
//! - least of the term ≤ trainees; below it at a price per trainee.
//!
//! Trainees are counted, so they are whole. What they use and are taught is
//! part of the sums that rules Capacity and Staffing compare: trainees · hours /
//! weeks of a resource, trainees · units, trainees · periods / weeks.

use super::decisions::Trained;
use super::facts::Facts;
use super::ledger::{At, Ledger, Limit, Sides, Tally};
use super::sums::ByTerm;
use crate::domain::{Course, Rule};
use crate::ids::{CourseId, ResourceId, SubjectId, TermId};
use crate::words::violations as words;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    if facts.scenario.courses.is_empty() {
        return;
    }
    let mut tally = ledger.rule(Rule::Courses);
    for one in &facts.trained {
        place(facts, one, &mut tally);
    }
    for id in facts.scenario.courses.keys() {
        for (term, _) in facts.terms() {
            numbers(facts, id, term, &mut tally);
        }
    }
}

fn place(facts: &Facts, one: &Trained, tally: &mut Tally) {
    let course = &facts.scenario.courses[one.course];
    let campus = facts.campus(one.campus);
    let term = facts.scenario.calendar.term(one.term);
    let at = At::new(&[campus, &course.name], Some(term));
    let allowed = course.sites.contains(&one.campus);
    tally.holds(&at, allowed, || words::no_course_here(&campus.zh, &campus.en));
    let usable = facts.scenario.usable(one.campus, term);
    tally.holds(&at, usable, words::unusable);
    let stage = facts.scenario.calendar.stage_of(one.term);
    tally.holds(&at, facts.open[one.campus][stage], words::closed);
}

fn numbers(facts: &Facts, id: CourseId, term: TermId, tally: &mut Tally) {
    let course = &facts.scenario.courses[id];
    let date = facts.scenario.calendar.term(term);
    let at = At::new(&[&course.name], Some(date));
    let taken = facts.trainees(id, term);
    let sides = Sides::counted(words::trainees(), words::at_most(), words::people());
    tally.at_most(&at, &sides, taken, course.demanded(date).0);
    let limit = Limit {
        enforce: facts.scenario.rules.courses,
        keys: vec![course.id.clone()],
        year: date.fiscal_year(),
    };
    let sides = Sides::counted(words::at_least(), words::trainees(), words::people());
    tally.limit(&at, &sides, limit, (course.contracted(date).0, taken));
}

impl Facts<'_> {
    /// Trainees of a short course in a term, over all campuses.
    pub(super) fn trainees(&self, course: CourseId, term: TermId) -> f64 {
        let mine = self.trained.iter();
        let mine = mine.filter(|one| one.course == course && one.term == term);
        mine.map(|one| one.trainees).sum()
    }

    /// Adds what trainees use of a resource at each campus.
    pub(super) fn add_trained_use(&self, resource: ResourceId, used: &mut ByTerm) {
        let weeks = self.scenario.calendar.weeks;
        self.add_trained(used, |course| {
            let hours = course.hours.get(&resource).map_or(0.0, |hours| hours.0);
            let units = course.uses.get(&resource).copied().unwrap_or(0.0);
            hours / weeks + units
        });
    }

    /// Adds the weekly periods of a subject that trainees need at each campus.
    pub(super) fn add_trained_periods(&self, subject: SubjectId, needed: &mut ByTerm) {
        let weeks = self.scenario.calendar.weeks;
        self.add_trained(needed, |course| {
            let periods = course.periods.get(&subject);
            periods.map_or(0.0, |periods| periods.0 / weeks)
        });
    }

    fn add_trained(&self, sums: &mut ByTerm, each: impl Fn(&Course) -> f64) {
        for one in &self.trained {
            let each = each(&self.scenario.courses[one.course]);
            sums[one.campus][one.term] += one.trainees * each;
        }
    }
}
