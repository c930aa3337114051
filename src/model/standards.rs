//! Rule Standards 办学条件, for the indicators that the scenario enforces.
//!
//! `standard[s,i,k,y]`: what school k needs of indicator i of set s in the
//! school year y ≤ what it has, or missed at a price:
//!
//! students, teachers: at_least · in_use[k,g] ≤ there;
//! students for each teacher: students / at_most ≤ teachers;
//! land, building: at_least (· in_use[k,g] or · students) ≤ Σ_c open[c,g] · what c
//! has;
//! equipment: at_least · in_use[k,g] ≤ there;
//! books, equipment, computers: at_least · students ≤ those of campuses in use
//! today + Σ_c open[c,g] · those of the others + what was built;
//!
//! `in_use[k,g]`: open[c,g] ≤ in_use[k,g] ≤ 1 for each campus of a school of
//! several: a school that is closed is asked for nothing.
//!
//! Sets: indicators enforced, schools, school years y from the first one
//! enforced on, each looked at in one term t of a stage g; campuses c of the
//! school. Units: those of what is there: students, people, m², books, 万元,
//! computers.
//!
//! Where staff are counted together, teachers of a school that does not
//! comprise all campuses are at most all there are.

use super::Staff;
use super::builder::{Builder, Give};
use super::decisions::Decisions;
use super::employment::sum_at;
use super::equipment::{available, in_service};
use super::linear::Linear;
use super::problem::{Label, Place};
use crate::domain::{
    EnforcedStandard, Indicator, Rule, Scenario, School, StandardMetric, Standards, StudentBasis,
};
use crate::forecast::survive;
use crate::ids::{CampusId, CohortId, SchoolId, StageId, TermId};
use std::collections::BTreeMap;

/// A teacher short, in students.
const TEACHER_WEIGHT: f64 = 20.0;
/// All of what a total needs, in students.
const TOTAL_WEIGHT: f64 = 1000.0;

/// Adds the rows.
pub fn add(builder: &mut Builder<'_>, decisions: &Decisions, staff: Staff) {
    let scenario = builder.scenario;
    let Some(standards) = &scenario.standards else {
        return;
    };
    let mut in_use = BTreeMap::new();
    for one in &scenario.rules.standards {
        let set = &standards.sets[one.set];
        for (id, school) in scenario.schools.iter_enumerated() {
            for (year, term) in scenario.calendar.school_years() {
                let date = scenario.calendar.term(term);
                let applies = set.years.contains(&year) && date >= one.from;
                if applies && !school.separate && school.exists(date) {
                    let at = At {
                        scenario,
                        standards,
                        decisions,
                        staff,
                        school,
                        term,
                        stage: scenario.calendar.stage_of(term),
                    };
                    require(builder, *one, (id, &at), (set.basis, &mut in_use));
                }
            }
        }
    }
}

/// Whether schools are in use, by school and term.
type InUse = BTreeMap<(SchoolId, TermId), Linear>;

fn require(
    builder: &mut Builder<'_>,
    one: EnforcedStandard,
    (school, at): (SchoolId, &At<'_>),
    (basis, in_use): (StudentBasis, &mut InUse),
) {
    let indicator = &at.standards.sets[one.set].indicators[one.indicator];
    let figure = indicator.bound.figure();
    let weight = match indicator.metric {
        StandardMetric::Students => 1.0,
        StandardMetric::Teachers | StandardMetric::StudentsPerTeacher => TEACHER_WEIGHT,
        metric if metric.counts_students() => 1.0 / figure,
        _ => TOTAL_WEIGHT / figure,
    };
    let label = Label {
        rule: Rule::Standards,
        name: "standard",
        place: Place::Standard(one.set, one.indicator, school),
        term: Some(at.term),
    };
    let needed = at.needed(indicator, basis);
    let needed = if needed.is_constant() && needed.constant > 0.0 {
        at.in_use(builder, school, in_use) * needed.constant
    } else {
        needed
    };
    let there = at.there(indicator, basis);
    builder.at_most(label, needed, there, Give::by(one.enforce, weight));
}

/// A school in a term.
struct At<'a> {
    scenario: &'a Scenario,
    standards: &'a Standards,
    decisions: &'a Decisions,
    staff: Staff,
    school: &'a School,
    term: TermId,
    stage: StageId,
}

impl At<'_> {
    /// 1 if a campus of the school is open in the term.
    fn in_use(&self, builder: &mut Builder<'_>, school: SchoolId, known: &mut InUse) -> Linear {
        if let Some(in_use) = known.get(&(school, self.term)) {
            return in_use.clone();
        }
        let campuses = self.school.campuses.iter();
        let open: Vec<Linear> = campuses.map(|campus| self.open(*campus)).collect();
        let held = |open: &Linear| open.is_constant() && open.constant >= 1.0;
        let in_use = match open.as_slice() {
            all if all.iter().any(held) => Linear::from(1.0),
            [open] => open.clone(),
            all => {
                let in_use = builder.problem.real(1.0);
                let label = Label {
                    rule: Rule::Standards,
                    name: "in_use",
                    place: Place::All,
                    term: Some(self.term),
                };
                for open in all {
                    builder.problem.at_most(label, open.clone(), in_use.into());
                }
                in_use.into()
            }
        };
        known.insert((school, self.term), in_use.clone());
        in_use
    }

    /// Whether a campus is open and may be used in the term.
    fn open(&self, campus: CampusId) -> Linear {
        if self.scenario.in_use_when_open(campus, self.term) {
            self.decisions.open[&(campus, self.stage)].clone()
        } else {
            Linear::default()
        }
    }

    fn needed(&self, one: &Indicator, basis: StudentBasis) -> Linear {
        use StandardMetric as Of;
        let figure = one.bound.figure();
        match one.metric {
            Of::StudentsPerTeacher => self.students(basis, |_| 1.0 / figure),
            Of::LandPerStudent | Of::BuildingPerStudent | Of::BooksPerStudent => {
                self.students(basis, |_| figure)
            }
            Of::ComputersPer100 => self.students(basis, |_| figure / 100.0),
            Of::EquipmentPerStudent => self.students(basis, |cohort| {
                let field = self.scenario.programme_of(cohort).field;
                let engineering = self.standards.engineering.contains(&field);
                let yuan = one.engineering.filter(|_| engineering).unwrap_or(figure);
                yuan / 1e4
            }),
            _ => figure.into(),
        }
    }

    fn there(&self, one: &Indicator, basis: StudentBasis) -> Linear {
        use StandardMetric as Of;
        match one.metric {
            Of::Students => self.students(basis, |_| 1.0),
            Of::Teachers | Of::StudentsPerTeacher => self.teachers(),
            Of::Land | Of::LandPerStudent => {
                self.premises(one, |id| self.scenario.campuses[id].land.0)
            }
            Of::Building | Of::BuildingPerStudent => self.premises(one, |id| {
                let housing = self.standards.staff_housing.get(&id);
                let housing = housing.filter(|_| one.without_staff_housing);
                self.scenario.campuses[id].building.0 - housing.map_or(0.0, |area| area.0)
            }),
            Of::BooksPerStudent => self.things(|id| self.scenario.campuses[id].books),
            Of::Equipment | Of::EquipmentPerStudent => self.equipment(),
            Of::ComputersPer100 => self.computers(),
            // No other can be enforced.
            _ => Linear::default(),
        }
    }

    /// Σ of an amount for each student on the register, or in school.
    fn students(&self, basis: StudentBasis, each: impl Fn(CohortId) -> f64) -> Linear {
        let date = self.scenario.calendar.term(self.term);
        let mut sum = Linear::default();
        for (cohort, lanes) in self.decisions.lanes.iter_enumerated() {
            let Some(study) = self.scenario.term_of_study(cohort, date) else {
                continue;
            };
            let factor = each(cohort) * survive(self.scenario, cohort, date);
            for lane in lanes {
                let campus = lane.path.campus(self.stage);
                let here = campus.is_some_and(|campus| self.school.campuses.contains(&campus));
                let away = basis == StudentBasis::InSchool && lane.path.is_away(study);
                if here && !away {
                    sum.add_scaled(&lane.heads_in(self.stage), factor);
                }
            }
        }
        sum
    }

    fn teachers(&self) -> Linear {
        let all = self.school.campuses.len() == self.scenario.campuses.len();
        let mut sum = Linear::default();
        if all || self.staff == Staff::Together {
            let date = self.scenario.calendar.term(self.term);
            let groups = self.scenario.staff.iter();
            let working: usize = groups.map(|group| group.working(date)).sum();
            #[allow(clippy::cast_precision_loss)]
            let working = working as f64;
            sum.constant += working;
            for ((_, stage), recruits) in &self.decisions.recruits {
                if *stage == self.stage {
                    sum.push(*recruits, 1.0);
                }
            }
            return sum;
        }
        sum += sum_at(&self.decisions.leaving, |(_, campus, leaves)| {
            let stage = self.scenario.calendar.stage_of(*leaves);
            let still = *leaves > self.term && stage == self.stage;
            still && self.school.campuses.contains(campus)
        });
        let here = |campus: CampusId, stage: StageId| {
            stage == self.stage && self.school.campuses.contains(&campus)
        };
        let posted = self.decisions.posted.iter();
        let posted = posted.map(|((_, campus, stage), people)| (*campus, *stage, *people));
        let recruits = self.decisions.recruits_posted.iter();
        let recruits = recruits.map(|((_, campus, stage), people)| (*campus, *stage, *people));
        let retrained = self.decisions.retrained_posted.iter();
        let retrained = retrained.map(|((_, _, campus, stage), people)| (*campus, *stage, *people));
        for (campus, stage, people) in posted.chain(recruits).chain(retrained) {
            if here(campus, stage) {
                sum.push(people, 1.0);
            }
        }
        sum
    }

    /// Σ open · area, without what the indicator leaves out.
    fn premises(&self, one: &Indicator, area: impl Fn(CampusId) -> f64) -> Linear {
        let date = self.scenario.calendar.term(self.term);
        let separate = |campus: CampusId| {
            let mut schools = self.scenario.schools.iter();
            schools
                .any(|unit| unit.separate && unit.exists(date) && unit.campuses.contains(&campus))
        };
        let mut sum = Linear::default();
        for campus in self.school.campuses.iter().copied() {
            if !(one.without_separate && separate(campus)) {
                sum.add_scaled(&self.open(campus), area(campus));
            }
        }
        sum
    }

    /// What stays with the school when a campus closes.
    fn things(&self, amount: impl Fn(CampusId) -> f64) -> Linear {
        let date = self.scenario.calendar.term(self.term);
        let mut sum = Linear::default();
        for campus in self.school.campuses.iter().copied() {
            let site = &self.scenario.campuses[campus];
            if !site.in_use {
                sum.add_scaled(&self.open(campus), amount(campus));
            } else if site.until.is_none_or(|until| date <= until) {
                sum.constant += amount(campus);
            }
        }
        sum
    }

    /// 万元.
    fn equipment(&self) -> Linear {
        let mut sum = self.things(|id| self.scenario.campuses[id].equipment.0);
        for (option, modules) in in_service(self.scenario, self.decisions, self.term) {
            let option = &self.scenario.options[option];
            let bought = self.standards.equipment.contains(&option.resource);
            let here = self.school.campuses.contains(&option.campus);
            if bought && here {
                sum.push(modules, option.cost.0);
            }
        }
        sum
    }

    fn computers(&self) -> Linear {
        let Some(resource) = self.standards.computers else {
            return self.things(|id| self.scenario.campuses[id].computers);
        };
        let mut sum = Linear::default();
        let campuses = self.school.campuses.iter().copied();
        if self.scenario.resources[resource].shipping.is_some() {
            for campus in campuses {
                let key = (resource, campus, self.term);
                sum += available(self.scenario, self.decisions, key);
            }
            return sum;
        }
        let start = self.scenario.calendar.start(self.stage);
        for campus in campuses {
            sum.constant += self.scenario.campuses[campus].owns[resource];
            for disposal in &self.scenario.disposals {
                let gone = disposal.resource == resource && disposal.at <= start;
                if gone && disposal.campus == campus {
                    sum.constant -= disposal.units;
                }
            }
        }
        for (option, modules) in in_service(self.scenario, self.decisions, self.term) {
            let option = &self.scenario.options[option];
            let here = self.school.campuses.contains(&option.campus);
            if option.resource == resource && here {
                sum.push(modules, option.units);
            }
        }
        sum
    }
}
