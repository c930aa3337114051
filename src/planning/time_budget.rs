//! One time limit for everything that a command computes.
//!
//! The clock starts with the work of the command. Each run is given a share of
//! what is then left, so a run that ends early leaves its time to those after it,
//! and nothing begins once the time is used up or the user has asked to stop.
//! Runs that end by their work are only cut off by the clock: each may take all
//! that is left, since shares would make their plans depend on the machine.

use super::Ending;
use super::run::plan_by;
use crate::domain::{Limits, Scenario};
use crate::solve::parallel::parallel_map;
use crate::solve::run::Run;
use crate::solve::{Highs, Observer, Progress, SearchOptions};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How much longer a plan from nothing takes than one near another plan.
const FROM_NOTHING: f64 = 3.0;

/// A plan that all others start from has at least this share of the time.
const FIRST_SHARE: f64 = 1.0 / 3.0;

/// Share of what is left for looking once more for the first plan.
pub(crate) const SECOND_SHARE: f64 = 0.75;

/// Where runs are many, each has at least this share of what is left: the first of
/// them come to something rather than none.
const LEAST_SHARE: f64 = 1.0 / 12.0;

/// What is left of the time that is too little for a run, as a share of all.
const REST: f64 = 0.01;

/// The time of a command, with whoever watches it.
#[derive(Clone, Copy)]
pub struct TimeBudget<'a> {
    began: Instant,
    limit: Option<Duration>,
    observer: &'a dyn Observer,
}

impl<'a> TimeBudget<'a> {
    /// Starts the clock: `seconds` for the whole command, no end if none.
    pub fn start(seconds: Option<f64>, observer: &'a dyn Observer) -> Self {
        let limit = seconds.and_then(|limit| Duration::try_from_secs_f64(limit).ok());
        Self { began: Instant::now(), limit, observer }
    }

    /// The same time, watched by another observer.
    pub fn watched_by<'b>(&self, observer: &'b dyn Observer) -> TimeBudget<'b> {
        TimeBudget { began: self.began, limit: self.limit, observer }
    }

    /// The time up to a share of what is left.
    #[must_use]
    pub fn part(&self, share: f64) -> Self {
        let limit = self.remaining().map(|left| self.began.elapsed() + left.mul_f64(share));
        Self { limit, ..*self }
    }

    /// Time left, if there is a limit.
    pub fn remaining(&self) -> Option<Duration> {
        let limit = self.limit?;
        Some(limit.saturating_sub(self.began.elapsed()))
    }

    /// Whether nothing more should begin.
    pub fn is_over(&self) -> bool {
        let rest = self.limit.map(|limit| limit.mul_f64(REST));
        let used_up = self.remaining().zip(rest).is_some_and(|(left, rest)| left <= rest);
        self.observer.stop() || used_up
    }

    /// A share of what is left, if there is a limit.
    pub fn share(&self, share: f64) -> Option<Duration> {
        self.remaining().map(|left| left.mul_f64(share))
    }

    /// The shorter of a duration and a share of what is left.
    pub fn at_most(&self, longest: Duration, share: f64) -> Duration {
        let left = self.share(share);
        left.map_or(longest, |left| left.min(longest))
    }

    /// Limits of a run that may take a share of what is left, and no more than its
    /// own time limit.
    pub fn grant(&self, limits: &Limits, share: f64) -> Limits {
        let share = if limits.steps.is_some() { 1.0 } else { share };
        let left = self.share(share).map(|left| left.as_secs_f64());
        let time_limit_s = match (left, limits.time_limit_s) {
            (Some(left), Some(own)) => Some(left.min(own)),
            (left, own) => left.or(own),
        };
        Limits { time_limit_s, ..*limits }
    }

    /// Plans a case within a share of what is left, unless nothing more should
    /// begin. The plan states the limits as they are given, not what was left.
    pub fn plan(
        &self,
        scenario: &Scenario,
        limits: &Limits,
        share: f64,
        search: SearchOptions<'_>,
    ) -> Ending {
        if self.is_over() {
            return Ending::NotBegun;
        }
        let granted = self.grant(limits, share);
        let mut ending: Ending = plan_by(&Highs, scenario, &granted, self, search).into();
        if let Ending::Planned(planned) = &mut ending {
            planned.plan.options.time_limit_seconds = limits.time_limit_s;
        }
        ending
    }

    /// Plans the case near whose plan so many rounds of others then start: once more
    /// with most of what is left where the first share brings no plan, since the
    /// others depend on it.
    pub fn plan_first(
        &self,
        scenario: &Scenario,
        limits: &Limits,
        rounds: u32,
        search: SearchOptions<'_>,
    ) -> Ending {
        let first = self.plan(scenario, limits, first_share(rounds), search);
        if !matches!(first, Ending::NothingFound) || self.is_over() {
            return first;
        }
        self.plan(scenario, limits, SECOND_SHARE, search)
    }

    /// Does the work for each item, `together` at a time; results in the order of
    /// the items. The work is given the share of what is left that is its own.
    pub fn divide<T: Sync, R: Send>(
        &self,
        together: u32,
        items: &[T],
        work: impl Fn(&T, f64) -> R + Sync,
    ) -> Vec<R> {
        let waiting = AtomicU32::new(u32::try_from(items.len()).unwrap_or(u32::MAX));
        parallel_map(together, items, |item| {
            let waiting = waiting.fetch_sub(1, Ordering::Relaxed);
            work(item, equal_share(rounds(waiting, together)))
        })
    }

    /// A run for problems that are no plans, such as relaxations, which has all
    /// that is left.
    pub fn run(&'a self, limits: &Limits) -> Run<'a> {
        Run {
            backend: &Highs,
            observer: self,
            began: self.began,
            limits: Limits { time_limit_s: self.limit.map(|limit| limit.as_secs_f64()), ..*limits },
        }
    }
}

/// How many rounds a number of runs takes, `together` at a time.
pub fn rounds(runs: u32, together: u32) -> u32 {
    runs.div_ceil(together.max(1))
}

/// Share of what is left for each run of so many rounds.
pub fn equal_share(rounds: u32) -> f64 {
    (1.0 / f64::from(rounds.max(1))).max(LEAST_SHARE)
}

/// Share of the first plan, near which so many rounds of others then start.
pub fn first_share(rounds: u32) -> f64 {
    (FROM_NOTHING / (FROM_NOTHING + f64::from(rounds))).max(FIRST_SHARE)
}

/// Progress counts from the beginning of the command.
impl Observer for TimeBudget<'_> {
    fn progress(&self, progress: Progress) {
        self.observer.progress(Progress { elapsed: self.began.elapsed(), ..progress });
    }

    fn stop(&self) -> bool {
        self.observer.stop()
    }
}

#[cfg(test)]
mod tests {
    use super::{TimeBudget, first_share, rounds};
    use crate::domain::Limits;
    use crate::solve::Unwatched;
    use std::thread::sleep;
    use std::time::Duration;

    const LIMITS: Limits =
        Limits { time_limit_s: None, gap: 0.0, steps: None, threads: 1, seed: 0 };

    fn granted(budget: &TimeBudget<'_>, limits: &Limits, share: f64) -> f64 {
        budget.grant(limits, share).time_limit_s.expect("a limit")
    }

    #[test]
    fn a_run_has_its_share_of_what_is_left() {
        let budget = TimeBudget::start(Some(100.0), &Unwatched);
        let half = granted(&budget, &LIMITS, 0.5);
        assert!((49.0..=50.0).contains(&half), "{half}");
        let of_part = granted(&budget.part(0.25), &LIMITS, 0.5);
        assert!((12.0..=12.5).contains(&of_part), "{of_part}");
        let own = Limits { time_limit_s: Some(20.0), ..LIMITS };
        assert_eq!(budget.grant(&own, 0.5).time_limit_s, own.time_limit_s);
        let without = TimeBudget::start(None, &Unwatched);
        assert_eq!(without.grant(&LIMITS, 0.5), LIMITS);
    }

    #[test]
    fn a_run_by_its_work_may_take_all_that_is_left() {
        let steps = Limits { steps: Some(3), ..LIMITS };
        let budget = TimeBudget::start(Some(100.0), &Unwatched);
        assert!(granted(&budget, &steps, 0.1) > 99.0);
    }

    #[test]
    fn what_one_leaves_goes_to_those_after_it() {
        let budget = TimeBudget::start(Some(100.0), &Unwatched);
        let items = [(); 5];
        let shares = budget.divide(1, &items, |(), share| granted(&budget, &LIMITS, share));
        let fifths = [20.0, 25.0, 33.3, 50.0, 100.0];
        for (share, expected) in shares.iter().zip(fifths) {
            assert!((share - expected).abs() < 1.0, "{shares:?}");
        }
        let shares = budget.divide(2, &items, |(), share| share);
        assert!((shares[4] - 1.0).abs() < 1e-9);
        let shares = budget.divide(1, &[(); 100], |(), share| share);
        assert!(shares[0] > 0.08);
    }

    #[test]
    fn nothing_begins_when_the_time_is_used_up() {
        let budget = TimeBudget::start(Some(0.05), &Unwatched);
        assert!(!budget.is_over());
        sleep(Duration::from_millis(60));
        assert!(budget.is_over());
        assert_eq!(budget.at_most(Duration::from_secs(9), 1.0), Duration::ZERO);
    }

    #[test]
    fn the_plan_that_others_start_from_has_the_largest_share() {
        assert_eq!(rounds(15, 2), 8);
        assert!((first_share(0) - 1.0).abs() < 1e-9);
        assert!((first_share(1) - 0.75).abs() < 1e-9);
        assert!(first_share(8) >= 1.0 / 3.0);
    }
}
