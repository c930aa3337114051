//! A plan read beside its scenario: one row for every class and term, and what
//! accounts and indicators both need from the plan's lists. References of the
//! plan are trusted: an entry that refers to nothing counts for nothing.

use super::catchment;
use super::merging::Joins;
use super::row::Row;
use super::{MoneyItem, Plan, Sharing, TermKey, rounding};
use crate::domain::{Basis, Journey, Origin, Road, Scenario, Term};
use crate::forecast;
use crate::ids::{CampusId, CohortId, ProgrammeId, ResourceId, StageId, SubjectId, TermId};
use std::collections::BTreeMap;

/// A sum of money: what for, fiscal year, 万元.
pub(crate) type Entry = (MoneyItem, i32, f64);

/// A class that moves, with its students then.
pub(super) struct Moved {
    class: usize,
    pub(super) at: Term,
    /// From where and to where.
    pub(super) between: Option<(CampusId, CampusId)>,
    /// Expected students, in fractions.
    pub(super) students: f64,
    /// Whole students.
    pub(super) heads: f64,
}

/// A plan and its scenario.
pub(super) struct Book<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) plan: &'a Plan,
    pub(super) rows: Vec<Row<'a>>,
    pub(super) moved: Vec<Moved>,
}

/// Cohorts by programme, entry and, of those in school today, campus.
type Cohorts = BTreeMap<(ProgrammeId, Term, Option<CampusId>), CohortId>;

fn cohorts(scenario: &Scenario) -> Cohorts {
    let mut cohorts = Cohorts::new();
    for (id, cohort) in scenario.cohorts.iter_enumerated() {
        let campus = match cohort.origin {
            Origin::Existing { campus, .. } => Some(campus),
            Origin::Future { .. } => None,
        };
        cohorts.entry((cohort.programme, cohort.entry, campus)).or_insert(id);
    }
    cohorts
}

impl<'a> Book<'a> {
    /// Reads a plan.
    pub(super) fn new(scenario: &'a Scenario, plan: &'a Plan) -> Self {
        let mut book = Self { scenario, plan, rows: Vec::new(), moved: Vec::new() };
        let (cohorts, joins) = (cohorts(scenario), Joins::of(plan));
        for index in 0..plan.classes.len() {
            book.enter(index, &cohorts, &joins);
        }
        rounding::round(scenario, &mut book.rows);
        book.count_moved();
        book
    }

    fn enter(&mut self, index: usize, cohorts: &Cohorts, joins: &Joins) {
        let class = &self.plan.classes[index];
        let today = class.campus_today.as_ref().map(|key| self.campus(key));
        let cohort = self.scenario.keys.programme(&class.programme).and_then(|programme| {
            let campus = match today {
                Some(known) => Some(known?),
                None => None,
            };
            cohorts.get(&(programme, class.entry.0, campus)).copied()
        });
        let Some(cohort) = cohort else {
            return;
        };
        let students = |term: Term| {
            let heads = class.students + joins.by(class, term);
            heads.0 * forecast::survive(self.scenario, cohort, term)
        };
        for id in self.scenario.calendar.term_ids() {
            let term = self.scenario.calendar.term(id);
            let seat = class.seats.iter().rev().find(|seat| seat.from.0 <= term);
            let campus = seat.and_then(|seat| self.campus(&seat.campus));
            let study = self.scenario.term_of_study(cohort, term);
            let study = study.filter(|_| !class.dissolved(term));
            if let (Some(campus), Some(study)) = (campus, study) {
                self.rows.push(Row {
                    class: index,
                    term: id,
                    campus,
                    cohort,
                    programme_id: self.scenario.cohorts[cohort].programme,
                    programme: self.scenario.programme_of(cohort),
                    study,
                    students: students(term),
                    heads: 0.0,
                    in_school: !class.internship.contains(&TermKey(term)),
                });
            }
        }
        let mut before = class.campus_today.as_ref();
        for seat in &class.seats {
            let origin = before.replace(&seat.campus);
            if let Some(origin) = origin.filter(|campus| **campus != seat.campus) {
                let ends = self.campus(origin).zip(self.campus(&seat.campus));
                self.moved.push(Moved {
                    class: index,
                    at: seat.from.0,
                    between: ends,
                    students: students(seat.from.0),
                    heads: 0.0,
                });
            }
        }
    }

    /// Sets the whole students of the classes that move.
    fn count_moved(&mut self) {
        for one in &mut self.moved {
            let term = self.scenario.calendar.find(one.at);
            let mut rows = self.rows.iter();
            let row = rows.find(|row| row.class == one.class && Some(row.term) == term);
            one.heads = row.map_or(0.0, |row| row.heads);
        }
    }

    /// A campus by its key.
    pub(super) fn campus(&self, key: &str) -> Option<CampusId> {
        self.scenario.keys.campus(key)
    }

    /// A resource by its key.
    pub(super) fn resource(&self, key: &str) -> Option<ResourceId> {
        let resources = &self.scenario.resources;
        resources.position(|resource| resource.id == key)
    }

    /// The road between two campuses by their keys.
    pub(super) fn road(&self, one: &str, other: &str) -> Option<Road> {
        self.scenario.road(self.campus(one)?, self.campus(other)?)
    }

    /// Terms of the stage that begins with a term.
    pub(super) fn terms_from(&self, from: TermKey) -> Vec<Term> {
        let calendar = &self.scenario.calendar;
        let stage = calendar.stage_starting(from.0);
        let terms = stage.into_iter().flat_map(|stage| calendar.terms_of(stage));
        terms.map(|term| calendar.term(term)).collect()
    }

    /// The first term of a stage, as the plan writes it.
    pub(super) fn start(&self, stage: StageId) -> TermKey {
        TermKey(self.scenario.calendar.start(stage))
    }

    /// Classes in school in a term.
    pub(super) fn in_school(&self, term: TermId) -> impl Iterator<Item = &Row<'a>> {
        let rows = self.rows.iter();
        rows.filter(move |row| row.term == term && row.in_school)
    }

    /// Journeys home of a class in school in a term.
    pub(super) fn home(&self, row: &Row) -> Journey {
        if let Some(journey) = catchment::home(self.scenario, &self.plan.classes[row.class], row) {
            return journey;
        }
        let cohort = &self.scenario.cohorts[row.cohort];
        let journey = cohort.home.get(&row.campus).copied().unwrap_or_default();
        let times = row.students * self.scenario.calendar.weeks;
        Journey { length: journey.length * times, time: journey.time * times }
    }

    /// Whether a campus is open in a stage.
    pub(super) fn open(&self, campus: CampusId, stage: StageId) -> bool {
        let (key, from) = (&self.scenario.campuses[campus].id, self.start(stage));
        let mut uses = self.plan.campuses.iter();
        uses.any(|one| one.open && one.campus == *key && one.from == from)
    }

    /// Use of a resource at a campus, in the resource's measure.
    pub(super) fn used(&self, resource: ResourceId, campus: CampusId, term: TermId) -> f64 {
        let noun = &self.scenario.resources[resource];
        let own = self.in_school(term).filter(|row| row.campus == campus);
        let own = own.map(|row| {
            let heads = match noun.basis {
                Basis::Class => 1.0,
                Basis::Boarder => {
                    catchment::boarders(self.scenario, &self.plan.classes[row.class], row)
                }
                Basis::Student => row.students,
            };
            heads * row.programme.uses((resource, noun), campus, row.study)
        });
        let from = self.start(self.scenario.calendar.stage_of(term));
        let key = &self.scenario.campuses[campus].id;
        let shared = |here: fn(&Sharing) -> &String| -> f64 {
            let sharing = self.plan.sharing.iter();
            let sharing = sharing.filter(|one| one.resource == noun.id && one.from == from);
            let sharing = sharing.filter(|one| here(one) == key);
            sharing.map(|one| one.hours_per_week.0).sum()
        };
        let weeks = self.scenario.calendar.weeks;
        let trained = self.trained((campus, term), |course| {
            let uses = course.weekly_uses(weeks);
            uses.filter(|(id, _)| *id == resource).map(|(_, amount)| amount).sum()
        });
        let own = own.sum::<f64>() + trained - shared(|one| &one.user);
        own.max(0.0) + shared(|one| &one.host)
    }

    /// Whether a campus is open in the stage of a term and may be used in it.
    pub(super) fn in_use(&self, campus: CampusId, term: TermId) -> bool {
        let usable = self.scenario.usable(campus, self.scenario.calendar.term(term));
        usable && self.open(campus, self.scenario.calendar.stage_of(term))
    }

    /// Capacity of a resource at a campus, in the resource's measure.
    pub(super) fn available(&self, resource: ResourceId, campus: CampusId, term: TermId) -> f64 {
        if self.in_use(campus, term) {
            self.units(resource, campus, term) * self.scenario.resources[resource].serves()
        } else {
            0.0
        }
    }

    /// Units of a resource that stand at a campus in a term, open or not.
    pub(super) fn units(&self, resource: ResourceId, campus: CampusId, term: TermId) -> f64 {
        let (noun, site) = (&self.scenario.resources[resource], &self.scenario.campuses[campus]);
        let calendar = &self.scenario.calendar;
        let start = self.start(calendar.stage_of(term));
        let date = calendar.term(term);
        let options = self.scenario.options.iter();
        let options = options.filter(|one| one.resource == resource && one.campus == campus);
        let built = options.map(|one| one.units * f64::from(self.modules(&one.id, date)));
        let disposals = self.scenario.disposals.iter();
        let disposals = disposals.filter(|one| one.resource == resource && one.campus == campus);
        let gone = disposals.filter(|one| one.at <= start.0);
        let shipments = self.plan.shipments.iter();
        let shipments = shipments.filter(|one| one.resource == noun.id && one.at <= start);
        let shipped = shipments.map(|one| {
            let (into, out) = (one.destination == site.id, one.origin == site.id);
            f64::from(one.units) * (f64::from(u8::from(into)) - f64::from(u8::from(out)))
        });
        site.owns[resource] + built.sum::<f64>() + shipped.sum::<f64>()
            - gone.map(|one| one.units).sum::<f64>()
    }

    /// Modules of an option in service in a term.
    pub(super) fn modules(&self, option: &str, term: Term) -> u32 {
        let stage = |term: Term| {
            let id = self.scenario.calendar.find(term);
            id.map(|id| self.scenario.calendar.stage_of(id))
        };
        let now = stage(term);
        let built = self.plan.built.iter();
        let mut built = built.filter(|one| one.option == option && one.from.0 <= term);
        built.find(|one| stage(one.from.0) == now).map_or(0, |one| one.modules)
    }

    /// Weekly periods of a subject that classes in school and trainees at a
    /// campus need.
    pub(super) fn needed(&self, subject: SubjectId, campus: CampusId, term: TermId) -> f64 {
        let rows = self.in_school(term).filter(|row| row.campus == campus);
        let periods =
            rows.filter_map(|row| row.programme.curriculum[row.study - 1].periods.get(&subject));
        let weeks = self.scenario.calendar.weeks;
        let trained = self.trained((campus, term), |course| {
            let periods = course.weekly_periods(weeks);
            periods.filter(|(id, _)| *id == subject).map(|(_, amount)| amount).sum()
        });
        periods.sum::<f64>() + trained
    }

    /// Weekly periods of a subject given at a campus, by its own staff, by
    /// visitors and by part-time teachers.
    pub(super) fn given(&self, subject: SubjectId, campus: CampusId, term: TermId) -> f64 {
        let calendar = &self.scenario.calendar;
        let (stage, date) = (calendar.stage_of(term), calendar.term(term));
        let (key, start) = (&self.scenario.campuses[campus].id, self.start(stage));
        let subject = &self.scenario.subjects[subject].id;
        let own = self.plan.teaching.iter();
        let own = own.filter(|one| one.from == start && one.subject == *subject);
        let own = own.filter(|one| one.campus == *key);
        let own = own.filter(|one| one.until.is_none_or(|until| date <= until.0));
        let visits = self.plan.visiting.iter();
        let visits = visits.filter(|one| one.from == start && one.subject == *subject);
        let visits = visits.map(|one| {
            let (into, out) = (one.host == *key, one.base == *key);
            one.periods_per_week.0 * (f64::from(u8::from(into)) - f64::from(u8::from(out)))
        });
        let bought = self.plan.part_time.iter();
        let bought = bought.filter(|one| one.from == start && one.subject == *subject);
        let bought = bought.filter(|one| one.campus == *key);
        own.map(|one| one.periods_per_week.0).sum::<f64>()
            + visits.sum::<f64>()
            + bought.map(|one| one.periods_per_week.0).sum::<f64>()
    }

    /// Terms in which somebody's base or subject changes, one entry for each
    /// change of either or both.
    pub(super) fn rebased(&self) -> Vec<Term> {
        let mut changes = Vec::new();
        for post in &self.plan.posts {
            let mut before = post.campus_today.as_ref();
            for seat in &post.seats {
                let campus = before.replace(&seat.campus);
                let taken_up = post.retrained.as_ref().map(|one| one.from);
                if campus.is_some_and(|campus| *campus != seat.campus)
                    && taken_up != Some(seat.from)
                {
                    changes.push(seat.from.0);
                }
            }
            changes.extend(post.retrained.as_ref().map(|one| one.from.0));
        }
        changes
    }
}
