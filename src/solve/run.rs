//! A run with its clock, and how much work a part of it may take.

use super::backend::{Backend, SolveRequest, SolveResult, SolverError, Watch};
use super::progress::{Observer, Phase, Progress};
use crate::domain::{Limits, Status};
use std::time::{Duration, Instant};

/// Time for finishing a plan once the user has asked to stop, s.
const GRACE: f64 = 15.0;

/// A time limit of less is little time, s.
const LITTLE_TIME: f64 = 20.0;

/// A run with its clock.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// The solver.
    pub backend: &'a dyn Backend,
    /// The observer.
    pub observer: &'a dyn Observer,
    /// When it began.
    pub began: Instant,
    /// Its limits.
    pub limits: Limits,
}

/// By what a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// By the proof of the gap: branch and bound on the whole model.
    Proof,
    /// By the clock: the best plan at the time limit.
    Clock,
    /// By a number of improvement steps: repeatable.
    Work(u32),
}

impl Run<'_> {
    /// By what the run ends. A limit on the work comes before a clock, which then
    /// only cuts off what takes too long.
    #[must_use]
    pub fn ending(&self) -> Ending {
        match (self.limits.steps, self.limits.time_limit_s) {
            (Some(steps), _) => Ending::Work(steps),
            (None, Some(_)) => Ending::Clock,
            (None, None) => Ending::Proof,
        }
    }

    /// Whether the time limit leaves time for little more than one construction.
    #[must_use]
    pub fn has_little_time(&self) -> bool {
        self.limits.steps.is_none()
            && self.limits.time_limit_s.is_some_and(|limit| limit < LITTLE_TIME)
    }

    /// How the run ended that found no proof.
    #[must_use]
    pub fn status(&self) -> Status {
        match self.ending() {
            _ if self.observer.stop() => Status::Interrupted,
            Ending::Work(_) => Status::WorkLimit,
            Ending::Clock | Ending::Proof => Status::TimeLimit,
        }
    }

    /// Time left, if there is a limit.
    #[must_use]
    pub fn remaining(&self) -> Option<Duration> {
        self.left_until(1.0)
    }

    /// Time left until a share of the time limit is used up.
    #[must_use]
    pub fn left_until(&self, share: f64) -> Option<Duration> {
        let limit = Duration::try_from_secs_f64(self.limits.time_limit_s? * share).ok()?;
        Some(limit.saturating_sub(self.began.elapsed()))
    }

    /// Whether a share of the time limit is used up, or the user has asked to stop.
    #[must_use]
    pub fn is_over(&self, share: f64) -> bool {
        self.observer.stop() || self.left_until(share).is_some_and(|left| left.is_zero())
    }

    /// The same run that ends at a share of its time limit.
    #[must_use]
    pub fn until(&self, share: f64) -> Self {
        let time_limit_s = self.limits.time_limit_s.map(|limit| limit * share);
        let limits = Limits { time_limit_s, ..self.limits };
        Self { limits, ..*self }
    }

    /// The same run that ends after some time from now, s; one without a clock has no
    /// such end.
    #[must_use]
    pub fn within(&self, time: f64) -> Self {
        let end = self.began.elapsed().as_secs_f64() + time;
        let time_limit_s = self.limits.time_limit_s.map(|limit| limit.min(end));
        let limits = Limits { time_limit_s, ..self.limits };
        Self { limits, ..*self }
    }

    /// The same run on one thread, with a number added to its seed.
    #[must_use]
    pub fn single(&self, seed: u32) -> Self {
        let seed = self.limits.seed.wrapping_add(seed) & 0x7fff_ffff;
        let limits = Limits { threads: 1, seed, ..self.limits };
        Self { limits, ..*self }
    }

    /// Its limits, or what is left of them for finishing a plan once the user
    /// has asked to stop.
    #[must_use]
    pub fn limits_to_finish(&self) -> Limits {
        if !self.observer.stop() {
            return self.limits;
        }
        let soon = self.began.elapsed().as_secs_f64() + GRACE;
        let time_limit_s = self.limits.time_limit_s.map_or(soon, |own| own.min(soon));
        Limits { time_limit_s: Some(time_limit_s), ..self.limits }
    }

    /// Reports the phase to the observer.
    pub fn announce(&self, phase: Phase) {
        self.observer.progress(Progress {
            phase,
            elapsed: self.began.elapsed(),
            best: None,
            bound: None,
        });
    }

    /// Calls the solver within a phase.
    ///
    /// # Errors
    ///
    /// When the solver fails.
    pub fn solve(
        &self,
        phase: Phase,
        request: &SolveRequest<'_>,
    ) -> Result<SolveResult, SolverError> {
        self.announce(phase);
        let watch = PhaseWatch { run: self, phase };
        self.backend.solve(request, &watch)
    }

    /// Asks the solver for dual values within a phase.
    ///
    /// # Errors
    ///
    /// When the solver fails.
    pub fn duals(
        &self,
        phase: Phase,
        request: &SolveRequest<'_>,
    ) -> Result<Option<Vec<f64>>, SolverError> {
        self.announce(phase);
        let watch = PhaseWatch { run: self, phase };
        self.backend.duals(request, &watch)
    }
}

struct PhaseWatch<'a> {
    run: &'a Run<'a>,
    phase: Phase,
}

impl Watch for PhaseWatch<'_> {
    fn progress(&self, best: f64, bound: f64) {
        let finite = |value: f64| (value.abs() < 1e20).then_some(value);
        self.run.observer.progress(Progress {
            phase: self.phase,
            elapsed: self.run.began.elapsed(),
            best: finite(best),
            bound: finite(bound),
        });
    }

    fn stop(&self) -> bool {
        self.run.observer.stop()
    }
}
