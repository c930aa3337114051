//! A published plan that a new one is to stay near.

use crate::domain::{Pinned, Scenario, Term, Who};
use crate::ids::StageId;
use std::collections::{BTreeMap, BTreeSet};

/// What a published plan decided. A decision that is not listed came out as 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// How many, by decision, from each term on.
    pub decided: BTreeMap<Pinned, BTreeMap<Term, u32>>,
}

/// A decision of a stage, beside what it was in the published plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    /// The decision.
    pub pinned: Pinned,
    /// The stage.
    pub stage: StageId,
    /// How many there were.
    pub count: u32,
}

impl Kept {
    /// What it counts to depart from it by one.
    pub fn weight(self) -> f64 {
        match self.pinned {
            // As much as a handful of classes: a campus in use or not is what
            // people plan by.
            Pinned::Open(_) => 5.0,
            _ => 1.0,
        }
    }
}

impl Scenario {
    /// Every decision that a plan can be near to or far from: classes of a
    /// cohort at a campus, campuses in use, modules in service, people of a
    /// group at a campus, each in every stage, and classes admitted and people
    /// hired with a stage. Empty without a plan to keep.
    pub fn kept(&self) -> Vec<Kept> {
        let Some(keep) = &self.keep else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for stage in self.calendar.stage_ids() {
            for pinned in self.decisions(stage) {
                let counts = keep.decided.get(&pinned);
                let count = counts.map_or(0, |counts| self.count_in(counts, pinned, stage));
                all.push(Kept { pinned, stage, count });
            }
        }
        all
    }

    /// What a plan decides in a stage, each thing once.
    fn decisions(&self, stage: StageId) -> BTreeSet<Pinned> {
        let mut all = BTreeSet::new();
        let terms: Vec<Term> =
            (self.calendar.terms_of(stage)).map(|term| self.calendar.term(term)).collect();
        for (id, cohort) in self.cohorts.iter_enumerated() {
            let (programme, entry) = (cohort.programme, Some(cohort.entry));
            let mut registered = terms.iter();
            if registered.any(|term| self.term_of_study(id, *term).is_some()) {
                for campus in self.campuses.keys() {
                    all.insert(Pinned::Placement(programme, entry, campus));
                }
            }
            if !cohort.exists() && terms.contains(&cohort.entry) {
                all.insert(Pinned::Admitted(programme, entry));
            }
        }
        for campus in self.campuses.keys() {
            all.insert(Pinned::Open(campus));
            let groups = self.staff.keys();
            all.extend(groups.map(|group| Pinned::Posted(Who::Group(group), campus)));
        }
        all.extend(self.options.keys().map(Pinned::Built));
        let subjects = self.subjects.iter_enumerated();
        let recruited = subjects.filter(|(_, subject)| subject.hiring.is_some());
        all.extend(recruited.map(|(id, _)| Pinned::Hired(id)));
        all
    }

    /// The count of a stage: that of its first term, for what enters or is
    /// hired within it that of its terms.
    fn count_in(&self, counts: &BTreeMap<Term, u32>, pinned: Pinned, stage: StageId) -> u32 {
        let (first, mut last) = (self.calendar.start(stage), self.calendar.start(stage));
        if let Some(term) = self.calendar.terms_of(stage).last() {
            last = self.calendar.term(term);
        }
        match pinned {
            Pinned::Admitted(..) | Pinned::Hired(_) => {
                counts.range(first..=last).map(|(_, count)| count).sum()
            }
            // A cohort may enter within the stage.
            _ => counts.range(..=last).next_back().map_or(0, |(_, count)| *count),
        }
    }
}
