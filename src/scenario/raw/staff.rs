//! Subjects and staff.

use super::RawText;
use crate::domain::{SubjectKind, Title};
use crate::scenario::named::Named;
use crate::scenario::quantity::Quantity;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A subject.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawSubject {
    /// Name for readers.
    pub name: Option<RawText>,
    /// `common` or `vocational`; `common` if absent.
    pub kind: Option<SubjectKind>,
    /// Terms of recruiting; nobody may be recruited if absent.
    pub hiring: Option<RawHiring>,
}

/// Terms of recruiting.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawHiring {
    /// Cost of recruiting one (万元), once; 0 if absent.
    pub cost: Option<Quantity>,
    /// Pay of one (万元) a term.
    pub pay: Option<Quantity>,
    /// Weekly periods of one.
    pub load: Option<Quantity>,
    /// Most recruits for the subject in a calendar year.
    pub most_per_year: Option<u32>,
}

/// A group of like staff, given as a count.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawStaff {
    /// Name for readers; made from employer and subject if absent.
    pub name: Option<RawText>,
    /// Employer of record.
    pub employer: Option<RawText>,
    /// Campus today.
    pub campus: Option<String>,
    /// Subjects each is qualified for.
    pub subjects: Vec<String>,
    /// How many.
    pub count: Option<u32>,
    /// Weekly periods of each at most.
    pub load: Option<Quantity>,
    /// How many retire, by the first term in which they are gone.
    pub retirements: Named<u32>,
    /// Whether they are leaders; `false` if absent.
    pub leader: Option<bool>,
    /// Whether they may be class teachers; `true` if absent, and never for
    /// leaders.
    pub class_teacher: Option<bool>,
    /// Campuses they cannot be sent to.
    pub barred: Vec<String>,
}

/// One employee of a roster.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPerson {
    /// Name.
    #[serde(deserialize_with = "super::text::shown")]
    pub name: Option<String>,
    /// Employer of record.
    pub employer: Option<RawText>,
    /// Campus today.
    pub campus: Option<String>,
    /// Subjects qualified for.
    pub subjects: Vec<String>,
    /// Weekly periods at most.
    pub load: Option<Quantity>,
    /// First term in which they no longer work; from the year of birth and the
    /// age of retirement if absent.
    pub retires: Option<String>,
    /// Year of birth.
    pub born: Option<i32>,
    /// Age at which they retire, in the summer of that year.
    pub retirement_age: Option<u32>,
    /// Title: `none`, `junior`, `intermediate` or `senior`; not known if absent.
    pub title: Option<Title>,
    /// Whether they are qualified both to teach and in the trade 双师型; not
    /// known if absent.
    pub dual_qualified: Option<bool>,
    /// Whether they are leaders; `false` if absent.
    pub leader: Option<bool>,
    /// Whether they may be class teachers; `true` if absent, and never for
    /// leaders.
    pub class_teacher: Option<bool>,
    /// Campuses they cannot be sent to.
    pub barred: Vec<String>,
}
