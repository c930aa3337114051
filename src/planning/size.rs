//! Whether the model of a scenario can be built at all, with the memory there
//! is and in the time allowed.

use crate::domain::{Limits, Scenario, Text};
use crate::model::size::{Size, estimate};
use crate::words::size as words;

/// Share of the time limit by which building may exceed it, and seconds.
const OVER: (f64, f64) = (0.1, 2.0);

/// Why the model is too large to be planned, if it is.
pub fn too_large(scenario: &Scenario, limits: &Limits) -> Option<Text> {
    let size = estimate(scenario);
    let what = told(&size);
    let short = |have: &f64| size.memory() > *have;
    if let Some(have) = memory().filter(short) {
        return Some(words::too_much_memory(&what.zh, &what.en, &gigabytes(have)));
    }
    let limit = limits.time_limit_s?;
    let late = size.time() > limit * (1.0 + OVER.0) + OVER.1;
    late.then(|| words::too_much_time(&what.zh, &what.en, &seconds(size.time()), &seconds(limit)))
}

/// The estimated size of the model of a scenario.
pub fn of(scenario: &Scenario) -> Size {
    estimate(scenario)
}

/// The size of a model in words.
pub fn told(size: &Size) -> Text {
    let figure = |value: f64| format!("{:.1}", value / 1e3);
    let figures = [size.columns, size.rows, size.entries].map(figure);
    let [columns, rows, entries] = &figures;
    words::model_size(columns, rows, entries, &gigabytes(size.memory()))
}

fn gigabytes(bytes: f64) -> String {
    format!("{:.1}", bytes / 1e9)
}

fn seconds(value: f64) -> String {
    format!("{value:.0}")
}

/// Memory that the system can give, in bytes, where that is known.
fn memory() -> Option<f64> {
    let read = |path: &str| std::fs::read_to_string(path).ok();
    let all = read("/proc/meminfo")?;
    let line = all.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    let group = read("/sys/fs/cgroup/memory.max").and_then(|most| most.trim().parse().ok());
    Some((kilobytes * 1024.0).min(group.unwrap_or(f64::INFINITY)))
}
