//! What a school has in a term: students, teachers, premises and things.

use super::Post;
use super::book::Book;
use super::row::Row;
use crate::domain::{
    Bound, Indicator, Person, School, StandardMetric, Standards, StudentBasis, SubjectKind, Term,
    Title,
};
use crate::ids::{CampusId, ProgrammeId, SubjectId, TermId};
use std::collections::BTreeMap;

/// What is known for certain, and the most it may be.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Range {
    pub(super) sure: f64,
    pub(super) most: f64,
}

impl Range {
    /// An amount that is known.
    pub(super) fn sure(amount: f64) -> Self {
        Self { sure: amount, most: amount }
    }

    /// Counts somebody who is so, is not, or may be.
    fn count(&mut self, is: Option<bool>) {
        self.sure += f64::from(u8::from(is == Some(true)));
        self.most += f64::from(u8::from(is != Some(false)));
    }

    fn unknown(self) -> u32 {
        // Both are counts.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let unknown = (self.most - self.sure).round() as u32;
        unknown
    }
}

/// What a school has in a term.
pub(super) struct Holding<'a> {
    book: &'a Book<'a>,
    standards: &'a Standards,
    school: &'a School,
    term: Term,
    /// Its campuses that are open.
    open: Vec<CampusId>,
    /// Its whole students, with those of engineering and medicine.
    registered: (f64, f64),
    in_school: (f64, f64),
    pub(super) teachers: f64,
    pub(super) vocational: f64,
    pub(super) senior: Range,
    pub(super) dual_qualified: Range,
    /// Teachers of a programme's field with an intermediate title or above, by
    /// the programmes it has students in.
    titled: BTreeMap<ProgrammeId, Range>,
    pub(super) books: f64,
    /// 万元.
    pub(super) equipment: f64,
    pub(super) computers: f64,
}

impl<'a> Holding<'a> {
    /// Adds up a school; nothing if there is none in that term.
    pub(super) fn new(
        book: &'a Book<'a>,
        standards: &'a Standards,
        school: &'a School,
        id: TermId,
    ) -> Option<Self> {
        let scenario = book.scenario;
        let term = scenario.calendar.term(id);
        if !school.exists(term) {
            return None;
        }
        let campuses = school.campuses.iter().copied();
        let mut holding = Self {
            book,
            standards,
            school,
            term,
            open: campuses.filter(|campus| book.in_use(*campus, id)).collect(),
            registered: (0.0, 0.0),
            in_school: (0.0, 0.0),
            teachers: 0.0,
            vocational: 0.0,
            senior: Range::default(),
            dual_qualified: Range::default(),
            titled: BTreeMap::new(),
            books: 0.0,
            equipment: 0.0,
            computers: 0.0,
        };
        let rows = book.rows.iter().filter(|row| row.term == id);
        for row in rows.filter(|row| school.campuses.contains(&row.campus)) {
            holding.enrol(row);
        }
        for post in &book.plan.posts {
            if holding.has(post) {
                holding.employ(post);
            }
        }
        holding.add_things(id);
        let there = holding.registered.0 > 0.0;
        (there || !holding.open.is_empty()).then_some(holding)
    }

    fn enrol(&mut self, row: &Row) {
        let engineering = self.standards.engineering.contains(&row.programme.field);
        let counted = |sums: &mut (f64, f64)| {
            sums.0 += row.heads;
            sums.1 += if engineering { row.heads } else { 0.0 };
        };
        counted(&mut self.registered);
        if row.in_school {
            counted(&mut self.in_school);
        }
        self.titled.entry(row.programme_id).or_default();
    }

    /// Whether somebody works in the term, based at the school.
    fn has(&self, post: &Post) -> bool {
        let mut seats = post.seats.iter();
        let seat = seats.rfind(|seat| seat.from.0 <= self.term);
        let campus = seat.and_then(|seat| self.book.campus(&seat.campus));
        post.leaves.is_none_or(|leaves| self.term < leaves.0)
            && campus.is_some_and(|campus| self.school.campuses.contains(&campus))
    }

    fn employ(&mut self, post: &Post) {
        let scenario = self.book.scenario;
        let person = self.person(post);
        let title = person.and_then(|person| person.title);
        let changed = post.retrained.as_ref();
        let changed = changed.filter(|change| change.from.0 <= self.term);
        let teaches = |key: &String| match changed {
            Some(change) => change.subject == *key,
            None => post.subjects.contains(key),
        };
        let subjects: Vec<SubjectId> = (scenario.subjects.iter_enumerated())
            .filter(|(_, subject)| teaches(&subject.id))
            .map(|(id, _)| id)
            .collect();
        let mut kinds = subjects.iter().map(|id| scenario.subjects[*id].kind);
        self.teachers += 1.0;
        self.senior.count(title.map(|title| title >= Title::Senior));
        if kinds.any(|kind| kind == SubjectKind::Vocational) {
            self.vocational += 1.0;
            let dual = person.and_then(|person| person.dual_qualified);
            self.dual_qualified.count(dual);
        }
        let titled = title.map(|title| title >= Title::Intermediate);
        for (programme, range) in &mut self.titled {
            let main = scenario.main_subjects(*programme);
            if subjects.iter().any(|subject| main.contains(subject)) {
                range.count(titled);
            }
        }
    }

    /// Who holds a post, if the scenario knows more of them than that.
    fn person(&self, post: &Post) -> Option<&'a Person> {
        let (group, person) = (post.group.as_ref()?, post.person.as_ref()?);
        let mut groups = self.book.scenario.staff.iter();
        let group = groups.find(|one| one.id == *group)?;
        let mut people = group.people.iter();
        people.find(|one| one.id.as_ref() == Some(person))
    }

    /// Books, equipment and computers: those of a campus in use today stay with
    /// the school unless its tenure is over, those of another are there while
    /// it is open.
    fn add_things(&mut self, id: TermId) {
        let scenario = self.book.scenario;
        for campus in &self.school.campuses {
            let site = &scenario.campuses[*campus];
            let there = if site.in_use {
                site.until.is_none_or(|until| self.term <= until)
            } else {
                self.open.contains(campus)
            };
            if there {
                self.books += site.books;
                self.equipment += site.equipment.0;
            }
            self.computers += match self.standards.computers {
                Some(resource) => self.book.units(resource, *campus, id),
                None if there => site.computers,
                None => 0.0,
            };
        }
        for option in &scenario.options {
            let bought = self.standards.equipment.contains(&option.resource);
            if bought && self.school.campuses.contains(&option.campus) {
                let modules = self.book.modules(&option.id, self.term);
                self.equipment += f64::from(modules) * option.cost.0;
            }
        }
    }

    /// Students.
    pub(super) fn students(&self, basis: StudentBasis) -> f64 {
        self.heads(basis).0
    }

    fn heads(&self, basis: StudentBasis) -> (f64, f64) {
        match basis {
            StudentBasis::Registered => self.registered,
            StudentBasis::InSchool => self.in_school,
        }
    }

    /// The threshold for these students: where it differs for engineering and
    /// medicine, the mean over them.
    pub(super) fn bound(&self, one: &Indicator, basis: StudentBasis) -> Bound {
        let (all, engineering) = self.heads(basis);
        match (one.bound, one.engineering) {
            (Bound::AtLeast(least), Some(higher)) if all > 0.0 => {
                Bound::AtLeast((least * (all - engineering) + higher * engineering) / all)
            }
            (bound, _) => bound,
        }
    }

    /// Whether the scenario says anything of what a metric measures.
    pub(super) fn states(&self, metric: StandardMetric) -> bool {
        self.book.scenario.states(self.standards, metric)
    }

    /// What the school declares.
    pub(super) fn declared(&self, metric: StandardMetric) -> Option<f64> {
        self.school.declared.get(&metric).copied()
    }

    /// Open campuses whose premises an indicator counts.
    fn counted(&self, one: &Indicator) -> impl Iterator<Item = CampusId> {
        let schools = self.book.scenario.schools.iter();
        let separate: Vec<CampusId> = schools
            .filter(|unit| one.without_separate && unit.separate && unit.exists(self.term))
            .flat_map(|unit| unit.campuses.iter().copied())
            .collect();
        let open = self.open.iter().copied();
        open.filter(move |campus| !separate.contains(campus))
    }

    /// Land (m²).
    pub(super) fn land(&self, one: &Indicator) -> f64 {
        let campuses = self.counted(one);
        campuses.map(|id| self.book.scenario.campuses[id].land.0).sum()
    }

    /// Building area (m²).
    pub(super) fn building(&self, one: &Indicator) -> f64 {
        let areas = self.counted(one).map(|id| {
            let housing = self.standards.staff_housing.get(&id);
            let housing = housing.filter(|_| one.without_staff_housing);
            let area = self.book.scenario.campuses[id].building.0;
            area - housing.map_or(0.0, |area| area.0)
        });
        areas.sum()
    }

    /// Titled teachers of the programme that has the fewest; nothing without
    /// programmes.
    pub(super) fn fewest(&self) -> Option<Range> {
        let ranges = self.titled.values().copied();
        ranges.reduce(|one, other| Range {
            sure: one.sure.min(other.sure),
            most: one.most.min(other.most),
        })
    }

    /// People whose title or qualification would have to be known.
    pub(super) fn unknown(&self, metric: StandardMetric) -> u32 {
        match metric {
            StandardMetric::SeniorShare => self.senior.unknown(),
            StandardMetric::DualQualifiedShare => self.dual_qualified.unknown(),
            StandardMetric::ProgrammeTeachers => {
                self.titled.values().map(|range| range.unknown()).sum()
            }
            _ => 0,
        }
    }

    /// Programmes that have fewer titled teachers than needed for certain.
    pub(super) fn lacking(&self, metric: StandardMetric, bound: Bound) -> Vec<String> {
        let (StandardMetric::ProgrammeTeachers, Bound::AtLeast(least)) = (metric, bound) else {
            return Vec::new();
        };
        let short = self.titled.iter().filter(|(_, range)| range.most < least);
        let programmes = &self.book.scenario.programmes;
        short.map(|(id, _)| programmes[*id].id.clone()).collect()
    }
}
