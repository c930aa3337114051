//! What the benchmarks share: arguments, memory, model sizes, and a record of
//! what a run found when.

use campusplan::model::Model;
use campusplan::solve::{Observer, Phase, Progress};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Values of the command line, `--name value`. What cargo adds is ignored.
pub struct Arguments(Vec<String>);

impl Arguments {
    /// Those of this process.
    pub fn here() -> Self {
        Self(std::env::args().skip(1).collect())
    }

    /// The text after `--name`.
    pub fn text(&self, name: &str) -> Option<&str> {
        let wanted = format!("--{name}");
        let at = self.0.iter().position(|argument| *argument == wanted)?;
        self.0.get(at + 1).map(String::as_str)
    }

    /// The number after `--name`, or `default`.
    pub fn number(&self, name: &str, default: f64) -> f64 {
        match self.text(name).map(str::parse) {
            Some(Ok(number)) => number,
            Some(Err(_)) => panic!("--{name} needs a number"),
            None => default,
        }
    }

    /// The whole number after `--name`, or `default`.
    pub fn count(&self, name: &str, default: u32) -> u32 {
        match self.text(name).map(str::parse) {
            Some(Ok(number)) => number,
            Some(Err(_)) => panic!("--{name} needs a whole number"),
            None => default,
        }
    }

    /// Whether `--name` stands there.
    pub fn has(&self, name: &str) -> bool {
        let wanted = format!("--{name}");
        self.0.contains(&wanted)
    }
}

/// Peak memory of this process in MB, where the system tells it.
pub fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}

/// Starts a new peak of memory at what the process holds now, where the system
/// allows it: writing 5 resets `VmHWM` (proc(5), `/proc/PID/clear_refs`).
#[allow(dead_code)]
pub fn reset_peak_memory() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// Rows, columns, whole columns and entries of a model.
pub fn size(model: &Model) -> [usize; 4] {
    let problem = &model.problem;
    let whole = problem.columns.iter().filter(|column| column.whole).count();
    let entries = problem.rows.iter().map(|row| row.linear.terms.len()).sum();
    [problem.rows.len(), problem.columns.len(), whole, entries]
}

/// Runs `work` `times` times and returns the median time.
pub fn median<T>(times: usize, mut work: impl FnMut() -> T) -> Duration {
    let mut laps: Vec<Duration> = (0..times)
        .map(|_| {
            let began = Instant::now();
            std::hint::black_box(work());
            began.elapsed()
        })
        .collect();
    laps.sort_unstable();
    laps[laps.len() / 2]
}

/// One thing seen during a run.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// When, since the beginning of the run.
    pub at: Duration,
    /// In which tier, from 1.
    pub tier: usize,
    /// Best value so far.
    pub best: Option<f64>,
    /// Bound so far.
    pub bound: Option<f64>,
}

/// Records the changes of best value and bound, and may stop the search at the
/// first plan.
#[derive(Default)]
pub struct Record {
    events: Mutex<Vec<Event>>,
    at_first: bool,
    stopping: AtomicBool,
}

impl Record {
    /// A record of a run that goes on.
    pub fn new() -> Self {
        Self::default()
    }

    /// A record of a run that ends its search with the first plan it finds.
    #[allow(dead_code)]
    pub fn until_first_plan() -> Self {
        Self { at_first: true, ..Self::default() }
    }

    /// What was seen.
    pub fn events(&self) -> Vec<Event> {
        self.events.lock().expect("no panic while it was held").clone()
    }
}

impl Observer for Record {
    fn progress(&self, progress: Progress) {
        let Phase::Solving { tier, .. } = progress.phase else {
            self.stopping.store(false, Ordering::Relaxed);
            return;
        };
        let event =
            Event { at: progress.elapsed, tier, best: progress.best, bound: progress.bound };
        if self.at_first && event.best.is_some() {
            self.stopping.store(true, Ordering::Relaxed);
        }
        let mut events = self.events.lock().expect("no panic while it was held");
        let same = |last: &Event| {
            last.tier == event.tier && last.best == event.best && last.bound == event.bound
        };
        if !events.last().is_some_and(same) {
            events.push(event);
        }
    }

    fn stop(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

/// Relative gap between a value and its bound.
pub fn gap(best: f64, bound: f64) -> f64 {
    (best - bound).max(0.0) / best.abs().max(1e-9)
}
