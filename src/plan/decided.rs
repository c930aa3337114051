//! What a plan decides, in the words of pins: how many of something there are
//! in a term, and whether the plan keeps a pin already.

use super::{ClassPath, Plan, Post, Seat};
use crate::domain::{Pin, Pinned, Scenario, Term, Who};
use crate::ids::{CampusId, ProgrammeId, TermId};

/// Whether a plan keeps a pin, of its scenario or of one that is only asked
/// about.
pub fn keeps(scenario: &Scenario, plan: &Plan, pin: &Pin) -> bool {
    let reading = Reading { scenario, plan };
    let due = scenario.due(pin);
    let least = pin.at_least.is_none_or(|least| {
        if pin.once || pin.adds_up() {
            reading.over(pin.pinned, &due) >= least
        } else {
            due.iter().all(|term| reading.counted(pin.pinned, *term) >= least)
        }
    });
    let covered: Vec<TermId> = scenario.covered(pin).collect();
    let most = pin.at_most.is_none_or(|most| {
        if pin.adds_up() {
            reading.over(pin.pinned, &covered) <= most
        } else {
            let mut terms = covered.iter();
            terms.all(|term| reading.counted(pin.pinned, *term) <= most)
        }
    });
    least && most
}

/// A plan that is read.
pub(super) struct Reading<'a> {
    /// Its case.
    pub(super) scenario: &'a Scenario,
    /// The plan.
    pub(super) plan: &'a Plan,
}

impl Reading<'_> {
    /// What the plan has of a decision in a term.
    fn counted(&self, pinned: Pinned, term: TermId) -> u32 {
        let calendar = &self.scenario.calendar;
        let start = calendar.start(calendar.stage_of(term));
        match pinned {
            Pinned::Open(campus) if !self.scenario.in_use_when_open(campus, term) => 0,
            Pinned::Open(campus) => {
                let campus = &self.scenario.campuses[campus].id;
                let mut uses = self.plan.campuses.iter();
                let open = uses.any(|one| one.open && one.campus == *campus && one.from.0 == start);
                u32::from(open)
            }
            Pinned::Built(option) => {
                let option = &self.scenario.options[option].id;
                let now = calendar.term(term);
                let mut built = self.plan.built.iter();
                let built = built
                    .find(|one| one.option == *option && start <= one.from.0 && one.from.0 <= now);
                built.map_or(0, |one| one.modules)
            }
            Pinned::Posted(who, campus) => self.posted(who, campus, term),
            other => self.over(other, &[term]),
        }
    }

    /// What the plan has of a decision over several terms.
    pub(super) fn over(&self, pinned: Pinned, terms: &[TermId]) -> u32 {
        let calendar = &self.scenario.calendar;
        let within = |term: Term| calendar.find(term).is_some_and(|term| terms.contains(&term));
        match pinned {
            Pinned::Placement(programme, entry, campus) => {
                let sits = |class: &&ClassPath| {
                    self.is_of(class, programme, entry)
                        && terms.iter().any(|term| self.sits(class, campus, *term))
                };
                count(self.plan.classes.iter().filter(sits).count())
            }
            Pinned::Admitted(programme, entry) => {
                let programme = &self.scenario.programmes[programme].id;
                let admissions = self.plan.admissions.iter().filter(|one| {
                    one.programme == *programme
                        && within(one.entry.0)
                        && entry.is_none_or(|entry| entry == one.entry.0)
                });
                admissions.map(|one| one.classes).sum()
            }
            Pinned::Hired(subject) => {
                let subject = &self.scenario.subjects[subject].id;
                let hires = self.plan.hires.iter();
                let hires = hires.filter(|one| one.subject == *subject && within(one.at.0));
                hires.map(|one| one.people).sum()
            }
            Pinned::Open(_) | Pinned::Built(_) | Pinned::Posted(..) => {
                let counts = terms.iter().map(|term| self.counted(pinned, *term));
                counts.max().unwrap_or(0)
            }
        }
    }

    fn is_of(&self, class: &ClassPath, programme: ProgrammeId, entry: Option<Term>) -> bool {
        class.programme == self.scenario.programmes[programme].id
            && entry.is_none_or(|entry| entry == class.entry.0)
    }

    /// Whether a class is on the register and based at a campus in a term.
    fn sits(&self, class: &ClassPath, campus: CampusId, term: TermId) -> bool {
        let term = self.scenario.calendar.term(term);
        let mut programmes = self.scenario.programmes.iter();
        let length = programmes.find(|one| one.id == class.programme);
        let length = length.map_or(0, crate::domain::Programme::length);
        let since = usize::try_from(term.since(class.entry.0));
        since.is_ok_and(|since| since < length)
            && !class.dissolved(term)
            && seat(&class.seats, term) == Some(&self.scenario.campuses[campus].id)
    }

    /// People based at a campus who work through the stage of a term.
    fn posted(&self, who: Who, campus: CampusId, term: TermId) -> u32 {
        let calendar = &self.scenario.calendar;
        let stage = calendar.stage_of(term);
        let start = calendar.start(stage);
        let last = calendar.terms_of(stage).last();
        let last = last.map_or(start, |last| calendar.term(last));
        let campus = &self.scenario.campuses[campus].id;
        let there = |post: &&Post| {
            seat(&post.seats, start) == Some(campus)
                && post.leaves.is_none_or(|leaves| last < leaves.0)
                && self.is_who(post, who, start)
        };
        count(self.plan.posts.iter().filter(there).count())
    }

    fn is_who(&self, post: &Post, who: Who, term: Term) -> bool {
        match who {
            Who::Group(group) => {
                let group = &self.scenario.staff[group];
                match &post.person {
                    Some(person) => {
                        let mut people = group.people.iter();
                        people.any(|one| one.id.as_ref() == Some(person))
                    }
                    None => post.group.as_ref() == Some(&group.id),
                }
            }
            Who::Subject(subject) => {
                let subject = &self.scenario.subjects[subject].id;
                let changed = post.retrained.as_ref();
                match changed.filter(|changed| changed.from.0 <= term) {
                    Some(changed) => changed.subject == *subject,
                    None => post.subjects.contains(subject),
                }
            }
        }
    }
}

/// Where somebody or a class is in a term.
fn seat(seats: &[Seat], term: Term) -> Option<&String> {
    let seat = seats.iter().rfind(|seat| seat.from.0 <= term);
    seat.map(|seat| &seat.campus)
}

fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
