//! Subjects and staff.

use crate::domain::{Calendar, Term, Text};
use crate::ids::{CampusId, StageId, SubjectId, TermId};
use crate::units::{Money, Periods};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether a subject belongs to the common foundation or to a vocation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// Common foundation 公共基础课.
    #[default]
    Common,
    /// Vocational 专业课.
    Vocational,
}

/// A subject 学科: what staff teach.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Common or vocational.
    pub kind: SubjectKind,
    /// Terms of recruiting; `None` when nobody may be recruited for it.
    pub hiring: Option<Hiring>,
}

/// On what terms teachers of a subject can be recruited.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hiring {
    /// Cost of recruiting one, once.
    pub cost: Money,
    /// Pay of one, per term.
    pub pay: Money,
    /// Weekly load of one.
    pub load: Periods,
    /// Most recruits for the subject in a calendar year.
    pub most_per_year: u32,
}

/// A professional title 职称.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Title {
    /// Without a title 未定级.
    None,
    /// Junior 初级.
    Junior,
    /// Intermediate 中级.
    Intermediate,
    /// Senior 高级.
    Senior,
}

/// A group of employees alike in employer, campus today, subjects, load, being
/// leaders or class teachers or not, and the places they cannot be sent. A named
/// roster is grouped when the scenario is read; counts are groups as they stand.
#[derive(Clone, Debug)]
pub struct StaffGroup {
    /// Key in the scenario file, or made from the roster's common features.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Employer of record; never changes.
    pub employer: Text,
    /// Where they are based today.
    pub campus: CampusId,
    /// Subjects each of them is qualified for.
    pub subjects: Vec<SubjectId>,
    /// Most weekly periods of each.
    pub load: Periods,
    /// Whether they are leaders 校级和中层干部: on duty as such.
    pub leader: bool,
    /// Whether they may be class teachers 班主任, and on duty as such; leaders
    /// may not.
    pub class_teacher: bool,
    /// Campuses they cannot be sent to.
    pub barred: Vec<CampusId>,
    /// The people, in the order of the scenario: those who retire first come
    /// first.
    pub people: Vec<Person>,
}

/// One employee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Key in the roster; `None` where the scenario gives only counts.
    pub id: Option<String>,
    /// Name; `None` where the scenario gives only counts.
    pub name: Option<String>,
    /// First term in which they no longer work, if within the horizon.
    pub retires: Option<Term>,
    /// Title; `None` where it is not known.
    pub title: Option<Title>,
    /// Whether they are qualified both to teach and in the trade 双师型; `None`
    /// where it is not known.
    pub dual_qualified: Option<bool>,
    /// Year of birth, where it is known.
    pub born: Option<i32>,
}

impl StaffGroup {
    /// How many of the group leave within a stage, by the term from which on
    /// they no longer work: they work at its start, and not to its end.
    pub fn leaving(&self, calendar: &Calendar, stage: StageId) -> BTreeMap<TermId, u32> {
        let terms = calendar.terms_of(stage).skip(1);
        let counts = terms.map(|id| {
            let term = calendar.term(id);
            let leaves = self.people.iter().filter(|one| one.retires == Some(term));
            (id, u32::try_from(leaves.count()).unwrap_or(u32::MAX))
        });
        counts.filter(|(_, count)| *count > 0).collect()
    }

    /// How many of the group work in `term`: today's less the retired.
    pub fn working(&self, term: Term) -> usize {
        self.people
            .iter()
            .filter(|person| person.retires.is_none_or(|retires| term < retires))
            .count()
    }
}
