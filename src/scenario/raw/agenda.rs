//! Milestones and recurring events.

use super::RawText;
use crate::domain::Weekday;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Teaching days of the terms of a season.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTermDays {
    /// First teaching day, like `"09-01"`.
    pub first: Option<String>,
    /// Last teaching day; in the year after if it is earlier in the year than
    /// `first`.
    pub last: Option<String>,
}

/// A milestone.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawMilestone {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Work does not begin before this day, `"2008-03-01"`; needed where there
    /// is neither `after` nor `tied`.
    pub start: Option<String>,
    /// To be done by the end of this day.
    pub due: Option<String>,
    /// Keys of the milestones that must be done before work begins.
    pub after: Vec<String>,
    /// Days of work; 1 if absent.
    pub days: Option<u32>,
    /// What the plan decides about it; if absent it is reached as soon as
    /// `start` and `after` allow.
    pub tied: Option<RawTie>,
    /// Who is responsible.
    pub responsible: Option<RawText>,
}

/// What of a plan says when a milestone is reached.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RawTie {
    /// The campus holds no class any more: the work begins after the last term
    /// in which it does.
    Vacated(String),
    /// The campus is ready for the first term for which it opens.
    Opened(String),
    /// The first module of the building option is ready for service.
    Built(String),
    /// The first module of any of these building options is ready for service.
    BuiltAny(Vec<String>),
    /// The programme admits its first class.
    Begins(String),
    /// The target is met for the first time.
    Target(String),
}

/// A recurring event: `weekday` alone is every week, `weekday` and `nth` or
/// `day` every month.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawEvent {
    /// Name for readers.
    pub name: Option<RawText>,
    /// Day of the week.
    pub weekday: Option<Weekday>,
    /// The first, second, … such day of the month, 1 to 4.
    pub nth: Option<u32>,
    /// Day of the month, 1 to 28.
    pub day: Option<u32>,
    /// Where it is held: keys of campuses, which take turns. One that is not
    /// open in the plan is passed over.
    pub campuses: Vec<String>,
    /// First day, `"2008-03-01"`; the first day of the horizon if absent.
    pub from: Option<String>,
    /// Last day; the last teaching day of the horizon if absent.
    pub until: Option<String>,
    /// Whether it is held in the holidays too; `false` if absent.
    pub holidays: Option<bool>,
}
