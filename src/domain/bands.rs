//! Rule Bands: which terms of study a campus takes, and after which a class
//! changes campus.

use crate::domain::{Scenario, Term};
use crate::ids::{CampusId, CohortId, ProgrammeId, StageId};
use std::collections::BTreeSet;

/// A range of terms of study, from 1, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    /// First.
    pub first: usize,
    /// Last.
    pub last: usize,
}

impl Band {
    /// Whether it holds a term of study.
    #[must_use]
    pub fn holds(self, study: usize) -> bool {
        (self.first..=self.last).contains(&study)
    }
}

impl std::fmt::Display for Band {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}-{}", self.first, self.last)
    }
}

/// Parameters of rule Bands.
#[derive(Clone, Debug, Default)]
pub struct BandsRule {
    /// What campuses take: for a programme at a campus at most one entry.
    pub entries: Vec<BandEntry>,
    /// Terms of study after which classes change campus.
    pub changes: Vec<BandChange>,
}

/// Terms of study of some programmes that a campus takes.
#[derive(Clone, Debug)]
pub struct BandEntry {
    /// The campus.
    pub campus: CampusId,
    /// The programmes.
    pub programmes: BTreeSet<ProgrammeId>,
    /// Whether it is of these programmes only, or of all that no other entry
    /// names.
    pub named: bool,
    /// The bands: one, or those among which the plan chooses.
    pub bands: Vec<Band>,
    /// From this term on.
    pub from: Term,
}

impl BandEntry {
    /// Whether the plan chooses among several bands.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.bands.len() > 1
    }
}

/// A term of study after which classes change campus.
#[derive(Clone, Debug)]
pub struct BandChange {
    /// Programmes.
    pub programmes: BTreeSet<ProgrammeId>,
    /// The last term of study before the change.
    pub after: usize,
    /// Whether they must, or may.
    pub must: bool,
}

impl BandsRule {
    /// The entry, with its index, of a programme at a campus.
    #[must_use]
    pub fn entry(&self, programme: ProgrammeId, campus: CampusId) -> Option<(usize, &BandEntry)> {
        let mut entries = self.entries.iter().enumerate();
        entries.find(|(_, one)| one.campus == campus && one.programmes.contains(&programme))
    }
}

impl Scenario {
    /// Terms of study in which a cohort is on the register in a stage, from a
    /// term on.
    fn studies(
        &self,
        cohort: CohortId,
        stage: StageId,
        from: Term,
    ) -> impl Iterator<Item = usize> + use<'_> {
        let terms = self.calendar.terms_of(stage).map(|term| self.calendar.term(term));
        let terms = terms.filter(move |term| from <= *term);
        terms.filter_map(move |term| self.term_of_study(cohort, term))
    }

    /// Whether a band holds a cohort through a stage, as far as an entry
    /// applies.
    #[must_use]
    pub fn band_holds(
        &self,
        entry: &BandEntry,
        band: Band,
        (cohort, stage): (CohortId, StageId),
    ) -> bool {
        self.studies(cohort, stage, entry.from).all(|study| band.holds(study))
    }

    /// Whether some band of a campus, or each of them, holds a cohort through a
    /// stage; both where it takes all terms.
    fn held(&self, cohort: CohortId, campus: CampusId, stage: StageId) -> (bool, bool) {
        let programme = self.cohorts[cohort].programme;
        let rule = self.rules.bands.as_ref();
        let Some((_, entry)) = rule.and_then(|rule| rule.entry(programme, campus)) else {
            return (true, true);
        };
        let holds = |band: &Band| self.band_holds(entry, *band, (cohort, stage));
        (entry.bands.iter().any(holds), entry.bands.iter().all(holds))
    }

    /// Whether rule Bands lets a cohort sit at a campus through a stage, with
    /// one band or another.
    #[must_use]
    pub fn taken(&self, cohort: CohortId, campus: CampusId, stage: StageId) -> bool {
        self.held(cohort, campus, stage).0
    }

    /// Changes of campus of a cohort that are due, or allowed, at the start of a
    /// stage.
    pub fn changes_at(
        &self,
        cohort: CohortId,
        stage: StageId,
    ) -> impl Iterator<Item = &BandChange> {
        let study = self.term_of_study(cohort, self.calendar.start(stage));
        let programme = self.cohorts[cohort].programme;
        let changes = self.rules.bands.iter().flat_map(|rule| &rule.changes);
        changes
            .filter(move |one| one.programmes.contains(&programme) && study == Some(one.after + 1))
    }

    /// Whether a class of a cohort that sits at a campus may leave it at the
    /// start of a stage in its last school year too: a band of the campus does
    /// not hold it, or a change is due or allowed.
    #[must_use]
    pub fn band_ends(&self, cohort: CohortId, campus: CampusId, stage: StageId) -> bool {
        !self.held(cohort, campus, stage).1 || self.changes_at(cohort, stage).next().is_some()
    }

    /// Whether classes of a cohort must change campus at the start of a stage.
    #[must_use]
    pub fn must_change(&self, cohort: CohortId, stage: StageId) -> bool {
        self.changes_at(cohort, stage).any(|one| one.must)
    }
}
