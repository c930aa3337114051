//! Sums over a plan's facts: students and classes of a term, use and stock of a
//! resource, periods needed and taught, people posted.

use super::decisions::{ByStage, Class, Holder, Posted, Shared, Shipped, Taught};
use super::facts::Facts;
use super::ledger::count;
use super::{catchment, headcount, travel};
use crate::domain::Basis;
use crate::ids::{CampusId, ResourceId, StageId, SubjectId, TermId};
use typed_index_collections::TiVec;

/// By campus and term.
pub(super) type ByTerm = TiVec<CampusId, TiVec<TermId, f64>>;
/// Sums over all classes in a term.
#[derive(Default)]
pub(super) struct Totals {
    pub(super) classes_registered: f64,
    pub(super) classes_in_school: f64,
    /// Whole students.
    pub(super) registered: f64,
    pub(super) in_school: f64,
    pub(super) boarders: f64,
    /// Expected students, in fractions.
    pub(super) expected_registered: f64,
    pub(super) expected_in_school: f64,
    pub(super) lost: f64,
    pub(super) over_limit: f64,
    pub(super) home_km: f64,
    pub(super) home_hours: f64,
}

impl Facts<'_> {
    /// Sums over all classes in a term.
    pub(super) fn totals(&self, term: TermId) -> Totals {
        let mut totals = Totals { boarders: headcount::boarders(self, term), ..Totals::default() };
        for class in &self.classes {
            let Some(study) = self.study(class, term) else {
                continue;
            };
            let students = self.students(class, term);
            let lost = self.scenario.programmes[self.programme(class)].attrition[study - 1];
            totals.lost += students * lost;
            if lost > self.scenario.attrition_limit + 1e-9 {
                totals.over_limit += 1.0;
            }
            totals.classes_registered += 1.0;
            totals.expected_registered += students;
            totals.registered += class.heads[term];
            if !class.away.contains(&term) {
                totals.classes_in_school += 1.0;
                totals.expected_in_school += students;
                totals.in_school += class.heads[term];
                let (km, hours) = travel::home(self, class, term);
                totals.home_km += km;
                totals.home_hours += hours;
            }
        }
        totals
    }

    /// Use of a resource by the classes and trainees of each campus, wherever it
    /// happens.
    pub(super) fn own_use(&self, resource: ResourceId) -> ByTerm {
        let noun = &self.scenario.resources[resource];
        let mut used = self.by_term(|class, campus, study, term| {
            let programme = &self.scenario.programmes[self.programme(class)];
            let heads = match noun.basis {
                Basis::Class => 1.0,
                Basis::Student => self.students(class, term),
                Basis::Boarder => catchment::boarders(self, class, campus, term),
            };
            heads * programme.uses((resource, noun), campus, study)
        });
        self.add_trained_use(resource, &mut used);
        used
    }

    /// Use of a resource at each campus: its own less what is used elsewhere,
    /// plus what others use there.
    pub(super) fn used(&self, resource: ResourceId) -> ByTerm {
        let mut used = self.own_use(resource);
        for (term, stage) in self.terms() {
            let shared = || {
                let here = |shared: &&Shared| shared.resource == resource && shared.stage == stage;
                self.sharing.iter().filter(here)
            };
            for (campus, used) in used.iter_mut_enumerated() {
                let out = shared().filter(|shared| shared.user == campus);
                let out: f64 = out.map(|shared| shared.hours).sum();
                let guests = shared().filter(|shared| shared.host == campus);
                let guests: f64 = guests.map(|shared| shared.hours).sum();
                used[term] = (used[term] - out).max(0.0) + guests;
            }
        }
        used
    }

    /// Weekly periods of a subject needed at each campus.
    pub(super) fn needed(&self, subject: SubjectId) -> ByTerm {
        let mut needed = self.by_term(|class, _, study, _| {
            let programme = &self.scenario.programmes[self.programme(class)];
            let timetable = &programme.curriculum[study - 1].periods;
            timetable.get(&subject).copied().unwrap_or(0.0)
        });
        self.add_trained_periods(subject, &mut needed);
        needed
    }

    /// Sums `amount(class, campus, term of study, term)` over classes in school.
    fn by_term(&self, amount: impl Fn(&Class, CampusId, usize, TermId) -> f64) -> ByTerm {
        let terms = vec![0.0; self.scenario.calendar.terms];
        let mut sums: ByTerm = vec![terms.into(); self.scenario.campuses.len()].into();
        for term in self.scenario.calendar.term_ids() {
            for (class, campus, study) in self.in_school(term) {
                sums[campus][term] += amount(class, campus, study, term);
            }
        }
        sums
    }

    /// Units of a resource at each campus: owned, built, shipped in, less
    /// shipped out and disposed of.
    pub(super) fn stock(&self, resource: ResourceId) -> ByTerm {
        let calendar = &self.scenario.calendar;
        let mut stock: ByTerm = self
            .scenario
            .campuses
            .iter()
            .map(|campus| vec![campus.owns[resource]; calendar.terms].into())
            .collect();
        for (term, stage) in self.terms() {
            for (option, modules) in self.built.iter_enumerated() {
                let option = &self.scenario.options[option];
                if option.resource == resource {
                    stock[option.campus][term] += modules[term] * option.units;
                }
            }
            let moved = |shipped: &&Shipped| shipped.resource == resource && shipped.stage <= stage;
            for shipped in self.shipments.iter().filter(moved) {
                stock[shipped.origin][term] -= shipped.units;
                stock[shipped.destination][term] += shipped.units;
            }
            for disposal in &self.scenario.disposals {
                if disposal.resource == resource && disposal.at <= calendar.start(stage) {
                    stock[disposal.campus][term] -= disposal.units;
                }
            }
        }
        stock
    }

    /// Weekly periods of a subject taught by the staff of each campus.
    pub(super) fn taught(&self, subject: SubjectId) -> ByTerm {
        let terms = vec![0.0; self.scenario.calendar.terms];
        let mut sums: ByTerm = vec![terms.into(); self.scenario.campuses.len()].into();
        for taught in self.teaching.iter().filter(|one| one.subject == subject) {
            for term in self.taught_in(taught) {
                sums[taught.campus][term] += taught.periods;
            }
        }
        sums
    }

    /// The terms for which a line of the periods taught stands.
    pub(super) fn taught_in(&self, taught: &Taught) -> impl Iterator<Item = TermId> + use<> {
        let until = taught.until;
        let terms = self.scenario.calendar.terms_of(taught.stage);
        terms.filter(move |term| until.is_none_or(|until| *term <= until))
    }

    /// People of a holder posted at a campus and working in a term.
    pub(super) fn working(&self, holder: Holder, campus: CampusId, term: TermId) -> f64 {
        let stage = self.scenario.calendar.stage_of(term);
        let date = self.scenario.calendar.term(term);
        let here = |post: &&Posted| {
            post.base_in(stage, date) == Some(campus) && post.holder_in(stage) == holder
        };
        count(self.posts.iter().filter(here).count())
    }

    /// Weekly periods of a subject bought from part-time teachers.
    pub(super) fn bought(&self, subject: SubjectId) -> ByStage<f64> {
        let mut sums = self.stages();
        for bought in self.part_time.iter().filter(|one| one.subject == subject) {
            sums[bought.campus][bought.stage] += bought.periods;
        }
        sums
    }

    /// Weekly periods of a subject taught by visiting: out of each campus, and
    /// into it.
    pub(super) fn visits(&self, subject: SubjectId) -> (ByStage<f64>, ByStage<f64>) {
        let (mut out, mut into) = (self.stages(), self.stages());
        for visit in self.visiting.iter().filter(|one| one.subject == subject) {
            out[visit.base][visit.stage] += visit.periods;
            into[visit.host][visit.stage] += visit.periods;
        }
        (out, into)
    }

    /// People of a holder posted at each campus, working through the stage.
    pub(super) fn posted(&self, holder: Holder) -> ByStage<f64> {
        let mut sums = self.stages();
        for post in &self.posts {
            for (stage, base) in post.base.iter_enumerated() {
                let here = post.through[stage] && post.holder_in(stage) == holder;
                if let Some(base) = base.filter(|_| here) {
                    sums[base][stage] += 1.0;
                }
            }
        }
        sums
    }

    /// People re-based at the beginning of a stage, or who take up another
    /// subject.
    pub(super) fn rebased(&self, stage: StageId) -> f64 {
        let taken_up = |post: &Posted| post.retrained.is_some_and(|(from, _)| from == stage);
        let moved =
            |post: &&Posted| post.through[stage] && (self.changes(post, stage) || taken_up(post));
        count(self.posts.iter().filter(moved).count())
    }

    /// Whether a post's base differs from the one before.
    pub(super) fn changes(&self, post: &Posted, stage: StageId) -> bool {
        let before = match (stage.0.checked_sub(1), post.holder) {
            (Some(before), _) => post.base[StageId(before)],
            (None, Holder::Group(group)) => Some(self.scenario.staff[group].campus),
            (None, Holder::Recruit(_) | Holder::Retrained(..)) => None,
        };
        before.is_some() && post.base[stage].is_some() && post.base[stage] != before
    }

    fn stages(&self) -> ByStage<f64> {
        let stages = vec![0.0; self.scenario.calendar.stages.len()];
        vec![stages.into(); self.scenario.campuses.len()].into()
    }
}
