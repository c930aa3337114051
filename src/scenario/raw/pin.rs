//! Pins: decisions that the scenario forces or forbids.

use crate::domain::Decision;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A pin: a decision that must come out at least, or at most, so large.
///
/// `placement` counts classes of `programme` (of one `entry` if given) on the
/// register that are based at `campus`; `open` is 1 while `campus` is in use;
/// `built` counts the modules of `option` in service; `admitted` the classes of
/// `programme` admitted (in one `entry` if given); `posted` the people based at
/// `campus`: one `person` of the roster, a `staff` group, or all who teach a
/// `subject`; `hired` the recruits for a `subject`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawPin {
    /// What is decided.
    pub decision: Option<Decision>,
    /// Programme, of `placement` and `admitted`.
    pub programme: Option<String>,
    /// Term of entry of one cohort; all cohorts if absent.
    pub entry: Option<String>,
    /// Campus, of `placement`, `open` and `posted`.
    pub campus: Option<String>,
    /// Building option, of `built`.
    pub option: Option<String>,
    /// Subject, of `posted` and `hired`.
    pub subject: Option<String>,
    /// Staff group given as a count, of `posted`.
    pub staff: Option<String>,
    /// Person of the roster, of `posted`.
    pub person: Option<String>,
    /// First term; from the first term in which it can be if absent.
    pub from: Option<String>,
    /// Last term; to the last one in which it can be if absent.
    pub until: Option<String>,
    /// At least so many: in every term of `placement`, `open`, `built` and
    /// `posted`, in all terms together of `admitted` and `hired`.
    pub at_least: Option<u32>,
    /// At most so many, likewise; 0 forbids it.
    pub at_most: Option<u32>,
    /// Whether `at_least` need hold only at some time: so many classes sit
    /// there at some time within the terms, each counted once; the campus is in
    /// use in one of them; so many modules are in service by the last of them.
    /// Of `placement`, `open` and `built`; `false` if absent.
    pub once: Option<bool>,
}
