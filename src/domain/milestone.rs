//! What has to be done by when, and what of the plan says when it is done.

use super::Text;
use crate::ids::{CampusId, MilestoneId, OptionId, ProgrammeId, TargetId};
use chrono::NaiveDate;

/// A milestone 里程碑.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Key in the scenario file.
    pub id: String,
    /// Name for readers.
    pub name: Text,
    /// Work does not begin before this day.
    pub start: Option<NaiveDate>,
    /// To be done by the end of this day.
    pub due: NaiveDate,
    /// Milestones that must be done before work begins; they form no circle.
    pub after: Vec<MilestoneId>,
    /// Days of work, 1 or more; the milestone is reached on the last.
    pub days: u32,
    /// Who is responsible.
    pub responsible: Option<Text>,
    /// What the plan decides about it. Without it the milestone is reached as
    /// soon as `start` and `after` allow.
    pub tie: Option<Tie>,
}

/// What of a plan says when a milestone is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The campus has been left: the work begins on the day after the last
    /// term in which it holds a class.
    Vacated(CampusId),
    /// The campus is ready on the day before the first term for which it
    /// opens.
    Opened(CampusId),
    /// The first module of any of the building options is ready on the day
    /// before its first term in service.
    Built(Vec<OptionId>),
    /// The first class is admitted on the first day of its first term.
    Begins(ProgrammeId),
    /// The target is met from the first day of the first term in which it is.
    Target(TargetId),
}
