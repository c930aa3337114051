//! Pins: decisions that the scenario forces or forbids.

use crate::domain::{Scenario, Term};
use crate::ids::{CampusId, CohortId, GroupId, OptionId, ProgrammeId, StageId, SubjectId, TermId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of decision that can be pinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Where classes sit.
    Placement,
    /// Which campuses are in use.
    Open,
    /// What is built.
    Built,
    /// Who is admitted.
    Admitted,
    /// Where staff are based.
    Posted,
    /// Who is recruited.
    Hired,
}

/// A decision, with what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pinned {
    /// Classes of a programme, or of its cohorts of one entry, on the register
    /// and based at a campus.
    Placement(ProgrammeId, Option<Term>, CampusId),
    /// 1 while the campus is in use.
    Open(CampusId),
    /// Modules in service.
    Built(OptionId),
    /// Classes of a programme admitted, in one entry term or in all.
    Admitted(ProgrammeId, Option<Term>),
    /// People based at a campus who work through the stage.
    Posted(Who, CampusId),
    /// Recruits for a subject.
    Hired(SubjectId),
}

/// Who is posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// All who teach a subject: groups qualified for it, its recruits and those
    /// who have changed to it, but not those who have left it.
    Subject(SubjectId),
    /// A staff group; a person of the roster who is pinned is a group alone.
    Group(GroupId),
}

/// A decision that must come out at least, or at most, so large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The decision.
    pub pinned: Pinned,
    /// First term, if stated.
    pub from: Option<Term>,
    /// Last term, if stated.
    pub until: Option<Term>,
    /// At least so many, in each term in which it can be.
    pub at_least: Option<u32>,
    /// At most so many, in each term.
    pub at_most: Option<u32>,
    /// Whether at least so many need be there only at some time within the
    /// terms, each class counted once.
    pub once: bool,
}

impl Pin {
    /// Whether a term lies between `from` and `until`.
    pub fn covers(&self, term: Term) -> bool {
        self.from.is_none_or(|from| from <= term) && self.until.is_none_or(|until| term <= until)
    }

    /// Whether the count is one over all its terms, rather than one for each.
    pub fn adds_up(&self) -> bool {
        matches!(self.pinned, Pinned::Admitted(..) | Pinned::Hired(_))
    }
}

impl Scenario {
    /// Cohorts of a programme, of one entry or of all.
    pub fn cohorts_of(
        &self,
        programme: ProgrammeId,
        entry: Option<Term>,
    ) -> impl Iterator<Item = CohortId> + use<'_> {
        let cohorts = self.cohorts.iter_enumerated();
        let cohorts = cohorts.filter(move |(_, cohort)| {
            cohort.programme == programme && entry.is_none_or(|entry| entry == cohort.entry)
        });
        cohorts.map(|(id, _)| id)
    }

    /// Terms of the horizon that a pin covers.
    pub fn covered(&self, pin: &Pin) -> impl Iterator<Item = TermId> + use<> {
        let (calendar, pin) = (self.calendar.clone(), *pin);
        let terms = calendar.term_ids();
        terms.filter(move |term| pin.covers(calendar.term(*term)))
    }

    /// Terms in which a pin's least must be there: those it covers in which the
    /// decision can be at all.
    pub fn due(&self, pin: &Pin) -> Vec<TermId> {
        let covered = self.covered(pin);
        covered.filter(|term| self.can_be(pin.pinned, *term)).collect()
    }

    /// Whether the scenario's data let there be any of a decision in a term.
    pub fn can_be(&self, pinned: Pinned, term: TermId) -> bool {
        let stage = self.calendar.stage_of(term);
        match pinned {
            Pinned::Placement(programme, entry, campus) => {
                self.programmes[programme].sites.contains_key(&campus)
                    && (self.cohorts_of(programme, entry))
                        .any(|cohort| self.can_sit(cohort, campus, term))
            }
            Pinned::Open(campus) => self.usable(campus, self.calendar.term(term)),
            Pinned::Built(option) => {
                let service = self.options[option].service(&self.calendar, stage);
                service.is_some_and(|service| service <= self.calendar.term(term))
            }
            Pinned::Admitted(programme, entry) => {
                let term = self.calendar.term(term);
                let mut cohorts = self.cohorts_of(programme, entry);
                cohorts.any(|id| !self.cohorts[id].exists() && self.cohorts[id].entry == term)
            }
            Pinned::Posted(who, campus) => {
                self.usable_within(campus, stage) && self.can_be_sent(who, campus, stage)
            }
            Pinned::Hired(subject) => self.subjects[subject].hiring.is_some(),
        }
    }

    /// Whether a cohort is on the register in a term and the campus may be used
    /// in every term of the stage in which it is.
    fn can_sit(&self, cohort: CohortId, campus: CampusId, term: TermId) -> bool {
        let registered = |term: &TermId| {
            let term = self.calendar.term(*term);
            self.term_of_study(cohort, term).is_some()
        };
        let mut terms = (self.calendar.terms_of(self.calendar.stage_of(term))).filter(registered);
        self.cohorts[cohort].most_classes() > 0
            && registered(&term)
            && terms.all(|term| self.usable(campus, self.calendar.term(term)))
    }

    fn can_be_sent(&self, who: Who, campus: CampusId, stage: StageId) -> bool {
        match who {
            Who::Subject(_) => true,
            Who::Group(group) => {
                let group = &self.staff[group];
                let last = self.calendar.terms_of(stage).last();
                let working = last.map_or(0, |last| group.working(self.calendar.term(last)));
                !group.barred.contains(&campus) && working > 0
            }
        }
    }
}
