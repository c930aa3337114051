//! Posts, recruits, and who teaches where.

use super::Seat;
use super::TermKey;
use crate::domain::{Text, Title};
use crate::units::Periods;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Recruits who start at the beginning of a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hire {
    /// Subject.
    pub subject: String,
    /// Stage.
    pub at: TermKey,
    /// People.
    pub people: u32,
}

/// A post: one person, today's staff or a recruit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Name of the person, or of the post where the scenario gives counts.
    pub name: String,
    /// Staff group of the scenario; null for a recruit.
    pub group: Option<String>,
    /// Key in the roster, if the scenario has one.
    pub person: Option<String>,
    /// Subjects.
    pub subjects: Vec<String>,
    /// Base before the plan begins; null for a recruit.
    pub campus_today: Option<String>,
    /// Where they are based: one entry for the beginning and one for each
    /// change.
    pub seats: Vec<Seat>,
    /// First term in which they no longer work, if within the horizon.
    pub leaves: Option<TermKey>,
    /// The subject that they change to, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrained: Option<Retrained>,
    /// Employer of record, which never changes; absent for a recruit and where
    /// nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<Text>,
    /// Title, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Title>,
    /// Whether they are leaders.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leader: bool,
}

/// A change of subject (转岗培训).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Retrained {
    /// From this term on they teach it, and nothing else.
    pub from: TermKey,
    /// Subject.
    pub subject: String,
}

/// Weekly periods taught by the staff of one group based at one campus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Teaching {
    /// Staff group; null for the subject's recruits.
    pub group: Option<String>,
    /// Subject; one that the group is not qualified for is taught by those of
    /// it who have changed to it.
    pub subject: String,
    /// Base of those who teach.
    pub campus: String,
    /// Stage.
    pub from: TermKey,
    /// The last term, of those who leave within the stage; absent for those who
    /// work through it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<TermKey>,
    /// Weekly periods, wherever they are taught.
    pub periods_per_week: Periods,
}

/// Weekly periods of a subject taught by staff of one campus at another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visiting {
    /// Subject.
    pub subject: String,
    /// Base of those who teach.
    pub base: String,
    /// Where they teach.
    pub host: String,
    /// Stage.
    pub from: TermKey,
    /// Weekly periods.
    pub periods_per_week: Periods,
}

/// Weekly periods of a subject bought from part-time teachers at a campus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartTime {
    /// Subject.
    pub subject: String,
    /// Campus.
    pub campus: String,
    /// Stage.
    pub from: TermKey,
    /// Weekly periods.
    pub periods_per_week: Periods,
}
