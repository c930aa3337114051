//! How far a plan uses the restrictions of its case, recomputed from the plan and
//! the scenario: what is granted or allowed at most, the most that is used of it,
//! and when.
//!
//! A restriction that is nowhere used up does not hold the plan back. That is no
//! proof that other plans would not use it up.

mod recomputed;

pub use recomputed::usage;

use crate::plan::TermKey;
use serde::Serialize;

/// What is left of a limit that counts as nothing, as a share of it or of 1.
const NOTHING: f64 = 1e-6;

/// A restriction; subjects and options by their keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case", tag = "restriction")]
pub enum Restriction {
    /// Capital granted up to a fiscal year, 万元.
    Capital {
        /// The year.
        year: i32,
    },
    /// The running grant of a fiscal year, 万元.
    Running {
        /// The year.
        year: i32,
    },
    /// Classes that move at a time.
    Moves,
    /// Moves of one class.
    ClassMoves,
    /// Staff re-based in a stage.
    Rebased,
    /// Recruits in a year.
    Hires,
    /// Recruits for a subject in a year.
    HiresOf {
        /// The subject.
        subject: String,
    },
    /// Share of the periods of a subject that visiting teachers teach, percent.
    Visiting,
    /// Share of the periods of a subject that is bought, percent.
    PartTime,
    /// Modules of a building option.
    Modules {
        /// The option.
        option: String,
    },
}

impl Restriction {
    /// Whether two are the same restriction, perhaps in different years.
    pub fn is_like(&self, other: &Self) -> bool {
        use Restriction::{Capital, Running};
        matches!((self, other), (Capital { .. }, Capital { .. }) | (Running { .. }, Running { .. }))
            || self == other
    }
}

/// How far a plan uses a restriction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Usage {
    /// The restriction.
    #[serde(flatten)]
    pub restriction: Restriction,
    /// What is granted or allowed, in the restriction's unit.
    pub limit: f64,
    /// The most that is used.
    pub used: f64,
    /// When that is; none if nothing is ever used, or for years.
    pub at: Option<TermKey>,
}

impl Usage {
    /// What is not used, even when most is used.
    pub fn unused(&self) -> f64 {
        self.limit - self.used
    }

    /// Whether something is left of the limit.
    pub fn is_slack(&self) -> bool {
        self.unused() > NOTHING * self.limit.abs().max(1.0)
    }

    /// What is used as a share of the limit; all of a limit of nothing.
    pub fn share(&self) -> f64 {
        if self.limit > 0.0 { self.used / self.limit } else { 1.0 }
    }
}

/// One of each restriction: the year in which least is left of it.
pub fn tightest<'a>(usage: impl IntoIterator<Item = &'a Usage>) -> Vec<&'a Usage> {
    let mut all: Vec<&Usage> = Vec::new();
    for one in usage {
        let mut known = all.iter_mut();
        let known = known.find(|known| known.restriction.is_like(&one.restriction));
        match known {
            Some(known) if one.unused() < known.unused() => *known = one,
            Some(_) => {}
            None => all.push(one),
        }
    }
    all
}

/// The restrictions that are nowhere used up, each where least is left of it.
pub fn unused(usage: &[Usage]) -> Vec<&Usage> {
    let mut all = tightest(usage);
    all.retain(|one| one.is_slack());
    all
}

/// Whether a restriction is tighter than the same of another case, which may have
/// none.
pub fn is_tighter(one: &Usage, other: &[Usage]) -> bool {
    let same = other.iter().find(|other| other.restriction == one.restriction);
    same.is_none_or(|same| one.limit < same.limit - NOTHING * same.limit.abs().max(1.0))
}

#[cfg(test)]
mod tests {
    use super::{Restriction, Usage, is_tighter, unused};

    fn capital(year: i32, limit: f64, used: f64) -> Usage {
        Usage { restriction: Restriction::Capital { year }, limit, used, at: None }
    }

    #[test]
    fn money_is_not_used_up_where_something_is_left_in_every_year() {
        let slack = [capital(2008, 10.0, 4.0), capital(2009, 20.0, 15.0)];
        let told = unused(&slack);
        assert_eq!(told, [&slack[1]]);
        assert!((told[0].unused() - 5.0).abs() < 1e-9);
        let tight = [capital(2008, 10.0, 10.0), capital(2009, 20.0, 15.0)];
        assert!(unused(&tight).is_empty());
        let nothing = [capital(2008, 0.0, 0.0)];
        assert!(unused(&nothing).is_empty());
    }

    #[test]
    fn a_restriction_is_tighter_than_none_and_than_a_wider_one() {
        let own = capital(2008, 5.0, 1.0);
        assert!(is_tighter(&own, &[]));
        assert!(is_tighter(&own, &[capital(2008, 10.0, 1.0)]));
        assert!(!is_tighter(&own, &[capital(2008, 5.0, 5.0)]));
    }
}
