//! The pins that force a first stage, as it is named in rows.

use super::first_stage::{FirstStage, Kind};
use crate::domain::{Pin, Pinned, Scenario, Term};
use crate::ids::{CampusId, OptionId, ProgrammeId, StageId, SubjectId};
use crate::scenario::RawChange;
use ron::error::SpannedError;
use ron::value::RawValue;

/// Pins that force the decisions of some kinds to be exactly these, and those
/// that are not named to be 0. Classes are forced where they are named: where
/// all of a cohort are, none is elsewhere.
///
/// # Errors
///
/// When a pin can't be written, which keys with control characters may do.
pub fn pins(
    scenario: &Scenario,
    kinds: &[Kind],
    own: &FirstStage,
) -> Result<Vec<RawChange>, SpannedError> {
    let first = First::new(scenario);
    let mut texts = Vec::new();
    for kind in kinds {
        match kind {
            Kind::Open => texts.extend(first.open(own)),
            Kind::Built => texts.extend(first.built(own)),
            Kind::Admit => texts.extend(first.admit(own)),
            Kind::Hired => texts.extend(first.hired(own)),
            Kind::Classes => texts.extend(first.classes(own)),
        }
    }
    let change = |text: String| {
        let value = RawValue::from_boxed_ron(text.into_boxed_str())?;
        Ok(RawChange::Add("pins".to_owned(), value))
    };
    texts.into_iter().map(change).collect()
}

/// The first stage of a scenario.
struct First<'a> {
    scenario: &'a Scenario,
    /// Its first term.
    begin: Term,
    /// Its last term.
    last: Term,
    /// The first term of the second stage.
    next: Term,
}

impl<'a> First<'a> {
    fn new(scenario: &'a Scenario) -> Self {
        let calendar = &scenario.calendar;
        let terms = calendar.terms_of(StageId(0));
        let last = terms.last().map_or(calendar.first, |last| calendar.term(last));
        Self { scenario, begin: calendar.first, last, next: last.plus(1) }
    }

    fn open(&self, own: &FirstStage) -> Vec<String> {
        let campuses = self.scenario.campuses.iter_enumerated();
        let pin = |(id, campus): (CampusId, &crate::domain::Campus)| {
            let count = value(own, &format!("open {}", campus.id));
            let what = format!("decision: open, campus: {:?}", campus.id);
            self.forced(Pinned::Open(id), &what, count)
        };
        campuses.filter_map(pin).collect()
    }

    fn hired(&self, own: &FirstStage) -> Vec<String> {
        let subjects = self.scenario.subjects.iter_enumerated();
        let hiring = subjects.filter(|(_, subject)| subject.hiring.is_some());
        let pin = |(id, subject): (SubjectId, &crate::domain::Subject)| {
            let count = value(own, &format!("hired {}", subject.id));
            let what = format!("decision: hired, subject: {:?}", subject.id);
            self.forced(Pinned::Hired(id), &what, count)
        };
        hiring.filter_map(pin).collect()
    }

    /// Admissions are announced the term before, so those at the beginning of
    /// the second stage belong to the first.
    fn admit(&self, own: &FirstStage) -> Vec<String> {
        let cohorts = self.scenario.cohorts.iter();
        let announced = cohorts.filter(|one| !one.exists() && one.entry <= self.next);
        let pin = |cohort: &crate::domain::Cohort| {
            let programme = &self.scenario.programmes[cohort.programme].id;
            let count = value(own, &format!("admit {programme} {}", cohort.entry));
            format!(
                "(decision: admitted, programme: {programme:?}, entry: \"{}\", \
                 at_least: {count}, at_most: {count})",
                cohort.entry
            )
        };
        announced.map(pin).collect()
    }

    fn classes(&self, own: &FirstStage) -> Vec<String> {
        let pin = |(name, count): (&String, &u32)| {
            let mut parts = name.split(' ').skip(1);
            let (programme, entry, campus) = (parts.next()?, parts.next()?, parts.next()?);
            let term: Term = entry.parse().ok()?;
            let pinned =
                Pinned::Placement(self.programme(programme)?, Some(term), self.campus(campus)?);
            let what = format!(
                "decision: placement, programme: {programme:?}, entry: {entry:?}, campus: {campus:?}"
            );
            self.forced(pinned, &what, *count)
        };
        let named = own.iter().filter(|(name, _)| Kind::of(name) == Some(Kind::Classes));
        named.filter_map(pin).collect()
    }

    /// Modules on which work has begun are in service by the last stage for
    /// which it begins in the first.
    fn built(&self, own: &FirstStage) -> Vec<String> {
        let options = self.scenario.options.iter_enumerated();
        let pin = |(id, option): (OptionId, &crate::domain::BuildOption)| {
            let calendar = &self.scenario.calendar;
            let stages = calendar.stage_ids();
            let services = stages.filter_map(|stage| option.service(calendar, stage));
            let begun = |service: &Term| option.begun(*service) < self.next;
            let service = services.filter(begun).last()?;
            self.terms(Pinned::Built(id), service, service)?;
            let count = value(own, &format!("built {}", option.id));
            Some(format!(
                "(decision: built, option: {:?}, from: \"{service}\", until: \"{service}\", \
                 at_least: {count}, at_most: {count})",
                option.id
            ))
        };
        options.filter_map(pin).collect()
    }

    /// A pin over the terms of the stage in which the decision can be; none
    /// where it can't.
    fn forced(&self, pinned: Pinned, what: &str, count: u32) -> Option<String> {
        let (from, until) = self.terms(pinned, self.begin, self.last)?;
        Some(format!(
            "({what}, from: \"{from}\", until: \"{until}\", at_least: {count}, at_most: {count})"
        ))
    }

    /// The first and the last term from `from` to `until` in which a decision
    /// can be.
    fn terms(&self, pinned: Pinned, from: Term, until: Term) -> Option<(Term, Term)> {
        let due = self.scenario.due(&Pin {
            pinned,
            from: Some(from),
            until: Some(until),
            at_least: None,
            at_most: None,
            once: false,
        });
        let term = |id: &crate::ids::TermId| self.scenario.calendar.term(*id);
        Some((term(due.first()?), term(due.last()?)))
    }

    fn programme(&self, key: &str) -> Option<ProgrammeId> {
        let mut all = self.scenario.programmes.iter_enumerated();
        all.find_map(|(id, one)| (one.id == key).then_some(id))
    }

    fn campus(&self, key: &str) -> Option<CampusId> {
        let mut all = self.scenario.campuses.iter_enumerated();
        all.find_map(|(id, one)| (one.id == key).then_some(id))
    }
}

fn value(own: &FirstStage, name: &str) -> u32 {
    own.get(name).copied().unwrap_or(0)
}
