//! Progress of a run, for its observer.

use std::time::Duration;

/// A phase of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Building the model.
    Building,
    /// Looking for a solution to start from.
    Starting,
    /// Solving tier `tier` of `tiers`, from 1.
    Solving {
        /// Which tier.
        tier: usize,
        /// Of how many.
        tiers: usize,
    },
    /// Improving solutions in neighbourhoods.
    Improving,
    /// Proving bounds.
    Bounding,
    /// Turning fractions of posts into whole ones and giving names.
    Settling,
    /// Verifying the plan.
    Verifying,
    /// Looking for the rules that cannot hold together.
    Explaining,
}

/// A moment of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// The phase.
    pub phase: Phase,
    /// Since the beginning of the run.
    pub elapsed: Duration,
    /// Best value found in this tier.
    pub best: Option<f64>,
    /// Bound proven in this tier.
    pub bound: Option<f64>,
}

/// Watches a run and may ask it to stop.
pub trait Observer: Sync {
    /// Called from time to time, at least at every change of phase.
    fn progress(&self, progress: Progress);

    /// Whether the run should end with the best plan it has.
    fn stop(&self) -> bool;
}

/// An observer that neither watches nor stops.
pub struct Unwatched;

impl Observer for Unwatched {
    fn progress(&self, _: Progress) {}

    fn stop(&self) -> bool {
        false
    }
}

/// An observer that no longer stops: a plan that is nearly complete is finished.
pub struct Finishing<'a>(pub &'a dyn Observer);

impl Observer for Finishing<'_> {
    fn progress(&self, progress: Progress) {
        self.0.progress(progress);
    }

    fn stop(&self) -> bool {
        false
    }
}

/// Reports nothing but may stop: for work on several threads.
pub struct Silent<'a>(pub &'a dyn Observer);

impl Observer for Silent<'_> {
    fn progress(&self, _: Progress) {}

    fn stop(&self) -> bool {
        self.0.stop()
    }
}
