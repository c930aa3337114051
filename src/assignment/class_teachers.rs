//! Class teachers 班主任: each class in school has one of its campus, a leader
//! never, nobody two classes.
//!
//! Term by term, and in it campus by campus: who had a class keeps it as long
//! as both stay. The other classes and those who are free are matched so that
//! as few as can be foreseen have to hand their class over again, and that
//! class teachers teach the subjects of their class.

use super::asking::Asking;
use super::crew::Crew;
use super::exchange::Exchanged;
use super::periods::Periods;
use crate::domain::Scenario;
use crate::ids::{CampusId, SubjectId, TermId};
use crate::plan::{ClassTeacher, Plan, Registered, TermKey};
use crate::solve::backend::SolverError;
use std::collections::{BTreeMap, BTreeSet};

/// Cost of a change that can be foreseen.
const CHANGE: f64 = 100.0;
/// Cost of taking somebody whose own class comes back from its internship.
const KEPT: f64 = 60.0;
/// Cost of somebody who teaches nothing at the campus.
const STRANGER: f64 = 20.0;
/// What is gained where somebody teaches all subjects of the class.
const SUBJECTS: f64 = 10.0;
/// People alike in all else are taken in their order.
const ORDER: f64 = 1e-4;

/// What is known when class teachers are named.
pub(super) struct Desk<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) crew: &'a Crew,
    pub(super) exchanged: &'a Exchanged,
    pub(super) periods: &'a [Periods],
    pub(super) rooms: &'a [Registered],
}

/// Who may be class teacher at a campus in a stage.
pub(super) fn may_have_class(
    scenario: &Scenario,
    (crew, exchanged): (&Crew, &Exchanged),
    (person, campus): (usize, CampusId),
    term: TermId,
) -> bool {
    let stage = scenario.calendar.stage_of(term);
    let member = &crew.0[person];
    let away = exchanged.partner(stage, person).is_some();
    member.base_in(stage, term) == Some(campus) && member.class_teacher && !away
}

/// A class's teacher, term by term.
type Held = BTreeMap<usize, Vec<(TermId, usize)>>;

/// The terms of each class.
type ByClass<'a> = BTreeMap<usize, BTreeMap<TermId, &'a Registered>>;

/// Where and when classes are without a teacher.
struct Vacant<'a> {
    campus: CampusId,
    term: TermId,
    rooms: Vec<&'a Registered>,
    /// Those who have a class in this term already.
    taken: &'a BTreeSet<usize>,
    /// Those whose class is away and comes back.
    kept: &'a BTreeMap<usize, usize>,
}

impl Desk<'_> {
    /// Class teachers of all terms; a class is left without where there are
    /// too few.
    pub(super) fn name(
        &self,
        asking: Asking<'_>,
        plan: &Plan,
    ) -> Result<Vec<ClassTeacher>, SolverError> {
        let mut classes = ByClass::new();
        for room in self.rooms {
            classes.entry(room.class).or_default().insert(room.term, room);
        }
        let mut held = Held::new();
        for term in self.scenario.calendar.term_ids() {
            let mut open: BTreeMap<CampusId, Vec<&Registered>> = BTreeMap::new();
            let mut taken = BTreeSet::new();
            let here = |room: &&Registered| room.term == term && room.in_school;
            for room in self.rooms.iter().filter(here) {
                let last = held.get(&room.class).and_then(|terms| terms.last()).copied();
                match last.filter(|(_, person)| self.may(*person, room.campus, term)) {
                    // The last holder may have got another class meanwhile.
                    Some((_, person)) if taken.insert(person) => {
                        held.entry(room.class).or_default().push((term, person));
                    }
                    _ => open.entry(room.campus).or_default().push(room),
                }
            }
            let kept = kept(&classes, term, &held);
            for (campus, rooms) in open {
                let vacant = Vacant { campus, term, rooms, taken: &taken, kept: &kept };
                self.match_up(asking, &classes, &vacant, &mut held)?;
            }
        }
        Ok(self.runs(plan, &held))
    }

    fn may(&self, person: usize, campus: CampusId, term: TermId) -> bool {
        let who = (self.crew, self.exchanged);
        may_have_class(self.scenario, who, (person, campus), term)
    }

    fn match_up(
        &self,
        asking: Asking<'_>,
        classes: &ByClass,
        vacant: &Vacant,
        held: &mut Held,
    ) -> Result<(), SolverError> {
        let (campus, term) = (vacant.campus, vacant.term);
        let stage = self.scenario.calendar.stage_of(term);
        let based = self.crew.working(campus, (stage, term));
        let based = based.map(|(person, _)| person);
        let free =
            |person: &usize| self.may(*person, campus, term) && !vacant.taken.contains(person);
        // People with the terms for which they stay at the campus.
        let free: Vec<(usize, usize)> =
            based.filter(free).map(|person| (person, self.stays(person, campus, term))).collect();
        let costs: Vec<Vec<f64>> = (vacant.rooms.iter())
            .map(|room| {
                let needed = needed(&classes[&room.class], room);
                let of = |(person, stays): &(usize, usize)| {
                    let kept = vacant.kept.get(person).is_some_and(|class| *class != room.class);
                    let change = if *stays < needed { CHANGE } else { 0.0 };
                    self.cost(room, *person, change) + if kept { KEPT } else { 0.0 }
                };
                free.iter().map(of).collect()
            })
            .collect();
        for (room, column) in vacant.rooms.iter().zip(asking.assign(&costs)?) {
            if let Some(column) = column {
                let terms = held.entry(room.class).or_default();
                terms.push((term, free[column].0));
            }
        }
        Ok(())
    }

    /// Terms from one on in which a person may have a class of a campus.
    fn stays(&self, person: usize, campus: CampusId, term: TermId) -> usize {
        let terms = (term.0..self.scenario.calendar.terms).map(TermId);
        terms.take_while(|term| self.may(person, campus, *term)).count()
    }

    fn cost(&self, room: &Registered, person: usize, change: f64) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let order = person as f64 * ORDER;
        change + order + self.strangeness(room, person)
    }

    /// How little a person has to do with a class.
    fn strangeness(&self, room: &Registered, person: usize) -> f64 {
        let stage = self.scenario.calendar.stage_of(room.term);
        let programme = &self.scenario.programmes[room.programme];
        let timetable = &programme.curriculum[room.study - 1].periods;
        let all: f64 = timetable.values().sum();
        let first = |person| (person, SubjectId(0), CampusId(0));
        let mine = self.periods[stage.0].range(first(person)..first(person + 1));
        let mine = mine.map(|(key, _)| key).filter(|(.., campus)| *campus == room.campus);
        let mut stranger = true;
        let mut shared = 0.0;
        for (_, subject, _) in mine {
            stranger = false;
            shared += timetable.get(subject).copied().unwrap_or(0.0);
        }
        let near = if all > 0.0 { shared / all } else { 0.0 };
        if stranger { STRANGER } else { -SUBJECTS * near }
    }

    /// Consecutive terms with one class teacher are one entry.
    fn runs(&self, plan: &Plan, held: &Held) -> Vec<ClassTeacher> {
        let calendar = &self.scenario.calendar;
        let mut runs: Vec<ClassTeacher> = Vec::new();
        for (class, terms) in held {
            let class = &plan.classes[*class];
            let mut before: Option<(TermId, usize)> = None;
            for (term, person) in terms {
                let key = TermKey(calendar.term(*term));
                let goes_on = before == Some((TermId(term.0.wrapping_sub(1)), *person));
                match runs.last_mut() {
                    Some(run) if goes_on => run.until = key,
                    _ => runs.push(ClassTeacher {
                        class: class.name.clone(),
                        programme: class.programme.clone(),
                        person: self.crew.0[*person].key.clone(),
                        from: key,
                        until: key,
                    }),
                }
                before = Some((*term, *person));
            }
        }
        runs
    }
}

/// Terms from that of a room on in which its class is on the register there.
fn needed(class: &BTreeMap<TermId, &Registered>, room: &Registered) -> usize {
    let terms = (room.term.0..).map(TermId);
    let there = |term: &TermId| class.get(term).is_some_and(|one| one.campus == room.campus);
    terms.take_while(there).count()
}

/// Those whose class is away in a term and comes back.
fn kept(classes: &ByClass, term: TermId, held: &Held) -> BTreeMap<usize, usize> {
    let away = classes.iter().filter(|(_, rooms)| {
        let now = rooms.get(&term).is_some_and(|room| !room.in_school);
        now && rooms.range(TermId(term.0 + 1)..).any(|(_, room)| room.in_school)
    });
    away.filter_map(|(class, _)| Some((held.get(class)?.last()?.1, *class))).collect()
}
