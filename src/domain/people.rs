//! Parameters of the rules about people beyond Staffing and Employment.

use crate::domain::{Enforcement, Scenario, Term};
use crate::ids::{CampusId, GroupId, SubjectId};
use crate::units::{Minutes, Money};
use std::collections::BTreeMap;

/// Parameters of rule Visiting 走教. Without an entry nobody visits.
#[derive(Clone, Copy, Debug)]
pub struct VisitingRule {
    /// Largest share of a subject's taught periods that may be taught away
    /// from the teachers' base, 0 to 1.
    pub share: f64,
    /// Longest way to a campus that may be visited.
    pub time: Option<Minutes>,
    /// Most campuses at which one person teaches on one day.
    pub campuses_per_day: u32,
}

impl Default for VisitingRule {
    fn default() -> Self {
        Self { share: 0.0, time: None, campuses_per_day: 2 }
    }
}

/// Parameters of rule Retraining 转岗培训. Without an entry nobody changes
/// subject.
#[derive(Clone, Debug, Default)]
pub struct RetrainingRule {
    /// Most people who take up a new subject in a calendar year, over all
    /// subjects.
    pub most_per_year: Option<u32>,
    /// Which changes of subject there are.
    pub courses: Vec<Retraining>,
}

/// A change of subject. Those who retrain go on teaching their old subject
/// until the lead time is over; then they teach the new one alone, with their
/// old load. Only who does not retire within the horizon may retrain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retraining {
    /// The surplus subject: people qualified for it.
    pub from: SubjectId,
    /// The short subject.
    pub to: SubjectId,
    /// Terms from the beginning of the training to the first term in the new
    /// subject.
    pub lead: u32,
    /// Cost of one person, when the training begins.
    pub cost: Money,
    /// Most people over the horizon.
    pub most: u32,
}

impl Retraining {
    /// The term in which the training of those began who teach the new subject
    /// from `term` on.
    pub fn begun(&self, term: Term) -> Term {
        term.plus(-i64::from(self.lead))
    }
}

/// Parameters of rule `PartTime` 兼职教师. Without an entry no periods are
/// bought.
#[derive(Clone, Debug, Default)]
pub struct PartTimeRule {
    /// Largest share of a subject's periods taught by part-time teachers, 0 to
    /// 1.
    pub share: f64,
    /// Price of one weekly period for one term, by the subjects that part-time
    /// teachers can be had for.
    pub pay: BTreeMap<SubjectId, Money>,
}

/// Parameters of rule Duty 值班, and of the rota.
#[derive(Clone, Debug, PartialEq)]
pub struct DutyRule {
    /// School days of a week.
    pub days: u32,
    /// Leaders on duty at each campus on each school day.
    pub leaders: u32,
    /// Class teachers on duty at each campus on each school day.
    pub class_teachers: u32,
    /// Class teachers on duty at single campuses, where they are not as many.
    pub class_teachers_at: BTreeMap<CampusId, u32>,
    /// Most days a week on which one leader is on duty.
    pub leader_days: u32,
    /// Most days a week on which one class teacher is on duty.
    pub class_teacher_days: u32,
}

impl DutyRule {
    /// Class teachers on duty at a campus on a school day.
    pub fn class_teachers(&self, campus: CampusId) -> u32 {
        let own = self.class_teachers_at.get(&campus);
        own.copied().unwrap_or(self.class_teachers)
    }

    /// Leaders that a campus needs.
    pub fn leaders_needed(&self) -> u32 {
        (self.days * self.leaders).div_ceil(self.leader_days.max(1))
    }

    /// People who may be class teachers that a campus needs.
    pub fn class_teachers_needed(&self, campus: CampusId) -> u32 {
        let shifts = self.days * self.class_teachers(campus);
        shifts.div_ceil(self.class_teacher_days.max(1))
    }
}

/// Parameters of rule Exchange 骨干交流: as many people go from the head school
/// to a branch as come back from it, of matching subjects and load, for a
/// stage (a school year, where stages begin every autumn). They keep their
/// base.
#[derive(Clone, Debug)]
pub struct ExchangeRule {
    /// Hard, or the price of each missing pair, per stage.
    pub enforce: Enforcement,
    /// The head school.
    pub head: CampusId,
    /// Pairs for each branch.
    pub pairs: BTreeMap<CampusId, u32>,
    /// From the first stage that begins in or after this term.
    pub from: Term,
}

/// School days of a week where the scenario says nothing of duty.
const SCHOOL_DAYS: u32 = 5;

impl Scenario {
    /// Groups that can take a course, leaders excepted; for each new subject
    /// the first course that fits.
    pub fn retrainable(&self) -> Vec<(GroupId, Retraining)> {
        let mut all = Vec::new();
        for (id, group) in self.staff.iter_enumerated() {
            let mut taken: Vec<SubjectId> = group.subjects.clone();
            for course in &self.rules.retraining.courses {
                let fits = group.subjects.contains(&course.from) && !taken.contains(&course.to);
                if fits && !group.leader {
                    taken.push(course.to);
                    all.push((id, *course));
                }
            }
        }
        all
    }

    /// School days of a week: those of the duty rota.
    pub fn school_days(&self) -> u32 {
        let duty = self.rules.duty.as_ref();
        duty.map_or(SCHOOL_DAYS, |duty| duty.days)
    }

    /// Half-days a week that weekly periods at another campus take.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub fn half_days(&self, periods: f64) -> u32 {
        (periods / self.prices.periods_per_visit - 1e-6).ceil().max(0.0) as u32
    }

    /// Whether the plan names its people: the roster has some, or a rule needs
    /// them.
    pub fn names_people(&self) -> bool {
        let mut people = self.staff.iter().flat_map(|group| &group.people);
        let rules = &self.rules;
        rules.class_teacher
            || rules.duty.is_some()
            || rules.exchange.is_some()
            || people.any(|person| person.id.is_some())
    }
}
