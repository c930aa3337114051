//! What a school has in a term, recomputed from a plan's facts.

use super::decisions::{Holder, Posted};
use super::facts::Facts;
use crate::domain::{
    Bound, Indicator, Person, School, StandardMetric, Standards, StudentBasis, SubjectKind, Term,
    Title,
};
use crate::ids::{CampusId, ProgrammeId, StageId, SubjectId, TermId};
use std::collections::BTreeMap;

/// Between what is known and what may be.
#[derive(Clone, Copy, Default)]
pub(super) struct Between {
    pub(super) least: f64,
    pub(super) most: f64,
}

impl Between {
    /// What is known.
    pub(super) fn sure(amount: f64) -> Self {
        Self { least: amount, most: amount }
    }
}

/// How students are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// Whole, as they are printed: the lines of the comparison.
    Whole,
    /// Expected, in fractions: what the rule holds.
    Expected,
}

/// What a school has in a term.
pub(super) struct Possessions<'a> {
    facts: &'a Facts<'a>,
    standards: &'a Standards,
    school: &'a School,
    id: TermId,
    term: Term,
    stage: StageId,
    counted: Counted,
    /// Students, and those of engineering and medicine.
    registered: (f64, f64),
    in_school: (f64, f64),
    pub(super) teachers: f64,
    pub(super) vocational: f64,
    senior: Between,
    dual: Between,
    titled: BTreeMap<ProgrammeId, Between>,
}

impl<'a> Possessions<'a> {
    pub(super) fn new(
        facts: &'a Facts<'a>,
        standards: &'a Standards,
        school: &'a School,
        (id, counted): (TermId, Counted),
    ) -> Self {
        let calendar = &facts.scenario.calendar;
        let mut has = Self {
            facts,
            standards,
            school,
            id,
            term: calendar.term(id),
            stage: calendar.stage_of(id),
            counted,
            registered: (0.0, 0.0),
            in_school: (0.0, 0.0),
            teachers: 0.0,
            vocational: 0.0,
            senior: Between::default(),
            dual: Between::default(),
            titled: BTreeMap::new(),
        };
        has.count_students(id);
        for post in &facts.posts {
            has.count_teacher(post);
        }
        has
    }

    /// Whether there is any school to speak of.
    pub(super) fn anything(&self) -> bool {
        let campuses = &self.school.campuses;
        let open = campuses.iter().any(|id| self.facts.in_use(*id, self.id));
        open || self.registered.0 > 0.0
    }

    fn count_students(&mut self, id: TermId) {
        for class in &self.facts.classes {
            let here = class.base[id].is_some_and(|at| self.school.campuses.contains(&at));
            if !here {
                continue;
            }
            let programme = self.facts.programme(class);
            let field = self.facts.scenario.programmes[programme].field;
            let students = match self.counted {
                Counted::Whole => class.heads[id],
                Counted::Expected => self.facts.students(class, id),
            };
            let engineering =
                if self.standards.engineering.contains(&field) { students } else { 0.0 };
            self.registered.0 += students;
            self.registered.1 += engineering;
            if !class.away.contains(&id) {
                self.in_school.0 += students;
                self.in_school.1 += engineering;
            }
            self.titled.entry(programme).or_default();
        }
    }

    fn count_teacher(&mut self, post: &Posted) {
        let leaves = post.post.leaves.map(|leaves| leaves.0);
        let mut seats = post.seats.iter();
        let seat = seats.rfind(|(from, _)| *from <= self.term);
        let seat = seat.map(|(_, campus)| *campus);
        let here = seat.is_some_and(|at| self.school.campuses.contains(&at));
        if !here || leaves.is_some_and(|leaves| leaves <= self.term) {
            return;
        }
        let scenario = self.facts.scenario;
        let person = self.person(post);
        let title = person.and_then(|person| person.title);
        let subjects: Vec<SubjectId> = match post.holder_in(self.stage) {
            Holder::Group(group) => scenario.staff[group].subjects.clone(),
            Holder::Recruit(subject) | Holder::Retrained(_, subject) => vec![subject],
        };
        self.teachers += 1.0;
        add(&mut self.senior, title.map(|title| title == Title::Senior));
        let vocational = |id: &SubjectId| scenario.subjects[*id].kind == SubjectKind::Vocational;
        if subjects.iter().any(vocational) {
            self.vocational += 1.0;
            add(&mut self.dual, person.and_then(|person| person.dual_qualified));
        }
        let high = |title: Title| matches!(title, Title::Intermediate | Title::Senior);
        for (programme, titled) in &mut self.titled {
            let main = scenario.main_subjects(*programme);
            if main.iter().any(|subject| subjects.contains(subject)) {
                add(titled, title.map(high));
            }
        }
    }

    fn person(&self, post: &Posted) -> Option<&'a Person> {
        let Holder::Group(group) = post.holder else {
            return None;
        };
        let key = post.post.person.as_deref()?;
        let mut people = self.facts.scenario.staff[group].people.iter();
        people.find(|person| person.id.as_deref() == Some(key))
    }

    /// Students, and those of engineering and medicine.
    pub(super) fn students(&self, basis: StudentBasis) -> (f64, f64) {
        match basis {
            StudentBasis::Registered => self.registered,
            StudentBasis::InSchool => self.in_school,
        }
    }

    /// What is there of a metric, in its own units; none where nobody says.
    pub(super) fn there(&self, one: &Indicator, students: f64) -> Option<Between> {
        use StandardMetric as Of;
        if !self.facts.scenario.states(self.standards, one.metric) {
            return None;
        }
        let scenario = self.facts.scenario;
        Some(match one.metric {
            Of::SeniorShare => self.senior,
            Of::DualQualifiedShare => self.dual,
            Of::ProgrammeTeachers => self.fewest()?,
            Of::Students | Of::StudentsPerTeacher => Between::sure(students),
            Of::Teachers => Between::sure(self.teachers),
            Of::VocationalShare => Between::sure(self.vocational),
            Of::PartTimeShare | Of::Periodicals | Of::RunningTrack => {
                Between::sure(*self.school.declared.get(&one.metric)?)
            }
            Of::Land | Of::LandPerStudent => {
                Between::sure(self.premises(one, |id| scenario.campuses[id].land.0))
            }
            Of::Building | Of::BuildingPerStudent => {
                Between::sure(self.premises(one, |id| self.area(one, id)))
            }
            Of::BooksPerStudent => Between::sure(self.things(|id| scenario.campuses[id].books)),
            Of::Equipment | Of::EquipmentPerStudent => Between::sure(self.equipment()),
            Of::ComputersPer100 => Between::sure(self.computers()),
        })
    }

    fn fewest(&self) -> Option<Between> {
        let least = self.titled.values().map(|one| one.least).reduce(f64::min)?;
        let most = self.titled.values().map(|one| one.most).reduce(f64::min)?;
        Some(Between { least, most })
    }

    fn area(&self, one: &Indicator, id: CampusId) -> f64 {
        let area = self.facts.scenario.campuses[id].building.0;
        match self.standards.staff_housing.get(&id) {
            Some(housing) if one.without_staff_housing => area - housing.0,
            _ => area,
        }
    }

    fn premises(&self, one: &Indicator, amount: impl Fn(CampusId) -> f64) -> f64 {
        let mut sum = 0.0;
        for id in &self.school.campuses {
            let mut units = self.facts.scenario.schools.iter();
            let separate = units
                .any(|unit| unit.separate && unit.exists(self.term) && unit.campuses.contains(id));
            if self.facts.in_use(*id, self.id) && !(separate && one.without_separate) {
                sum += amount(*id);
            }
        }
        sum
    }

    fn things(&self, amount: impl Fn(CampusId) -> f64) -> f64 {
        let mut sum = 0.0;
        for id in &self.school.campuses {
            let site = &self.facts.scenario.campuses[*id];
            let over = site.until.is_some_and(|until| until < self.term);
            let open = self.facts.in_use(*id, self.id);
            if (site.in_use && !over) || (!site.in_use && open) {
                sum += amount(*id);
            }
        }
        sum
    }

    fn equipment(&self) -> f64 {
        let scenario = self.facts.scenario;
        let mut sum = self.things(|id| scenario.campuses[id].equipment.0);
        for (id, option) in scenario.options.iter_enumerated() {
            let counted = self.standards.equipment.contains(&option.resource);
            if counted && self.school.campuses.contains(&option.campus) {
                sum += self.facts.built[id][self.id] * option.cost.0;
            }
        }
        sum
    }

    fn computers(&self) -> f64 {
        match self.standards.computers {
            None => self.things(|id| self.facts.scenario.campuses[id].computers),
            Some(resource) => {
                let stock = self.facts.stock(resource);
                let campuses = self.school.campuses.iter();
                campuses.map(|id| stock[*id][self.id]).sum()
            }
        }
    }

    /// People of whom it is not known whether they count.
    pub(super) fn unknown(&self, metric: StandardMetric) -> u32 {
        let open = |one: &Between| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let people = (one.most - one.least) as u32;
            people
        };
        match metric {
            StandardMetric::SeniorShare => open(&self.senior),
            StandardMetric::DualQualifiedShare => open(&self.dual),
            StandardMetric::ProgrammeTeachers => self.titled.values().map(open).sum(),
            _ => 0,
        }
    }

    /// Programmes short of titled teachers for certain.
    pub(super) fn lacking(&self, one: &Indicator) -> Vec<String> {
        let (StandardMetric::ProgrammeTeachers, Bound::AtLeast(least)) = (one.metric, one.bound)
        else {
            return Vec::new();
        };
        let programmes = &self.facts.scenario.programmes;
        let titled = self.titled.iter();
        titled
            .filter(|(_, one)| one.most < least)
            .map(|(id, _)| programmes[*id].id.clone())
            .collect()
    }
}

/// Counts somebody who is so, is not, or may be.
fn add(sum: &mut Between, is: Option<bool>) {
    if is == Some(true) {
        sum.least += 1.0;
    }
    if is != Some(false) {
        sum.most += 1.0;
    }
}
