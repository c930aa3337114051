//! Progress as lines of JSON, and stopping by standard input: for programs that
//! run this one, such as the workbench.
//!
//! | line | when |
//! |---|---|
//! | `{"progress": {"elapsed": …, "phase": …, "tier": …, "tiers": …, "best": …, "bound": …, "gap": …, "limit": …}}` | at most twice a second, and at every change of phase |
//! | `{"ended": {"exit": …, "stopped": …}}` | once, at the end; `stopped`: `no`, `asked` or `left` |

use super::args::ProgressForm;
use super::exit::Exit;
use crate::solve::{Phase, Progress};
use serde::Serialize;
use std::io::{self, BufRead, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::{Duration, Instant};

/// Shortest time between two lines of one phase.
const APART: Duration = Duration::from_millis(500);

/// Whether progress is written as lines.
static LINES: AtomicBool = AtomicBool::new(false);

/// Who has asked the run to stop.
static STOPPED: AtomicU8 = AtomicU8::new(NOBODY);
const NOBODY: u8 = 0;
/// A line on standard input.
const ASKED: u8 = 1;
/// The end of standard input: whoever ran this program is gone.
const LEFT: u8 = 2;

/// The last line: when, and in which phase.
static LAST: Mutex<Option<(Instant, Phase)>> = Mutex::new(None);

/// Begins to write lines, and to listen on standard input, where asked for.
pub fn follow(form: ProgressForm, stop_by_stdin: bool) {
    LINES.store(form == ProgressForm::Json, Ordering::Relaxed);
    if stop_by_stdin {
        std::thread::spawn(listen);
    }
}

fn listen() {
    for line in io::stdin().lock().lines() {
        match line {
            Ok(line) if line.trim() == "stop" => {
                let _ =
                    STOPPED.compare_exchange(NOBODY, ASKED, Ordering::Relaxed, Ordering::Relaxed);
            }
            Ok(_) => {}
            Err(_) => break,
        }
    }
    let _ = STOPPED.compare_exchange(NOBODY, LEFT, Ordering::Relaxed, Ordering::Relaxed);
}

/// Whether the run should end with the best plan it has.
pub fn asked_to_stop() -> bool {
    STOPPED.load(Ordering::Relaxed) != NOBODY
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Progress(Moment),
    Ended { exit: u8, stopped: &'static str },
}

/// A moment of a run.
#[derive(Serialize)]
struct Moment {
    /// Seconds since the run began.
    elapsed: f64,
    phase: &'static str,
    tier: Option<usize>,
    tiers: Option<usize>,
    best: Option<f64>,
    bound: Option<f64>,
    /// (best − bound) / |best|.
    gap: Option<f64>,
    /// Time limit in seconds.
    limit: Option<f64>,
}

/// Writes a moment of a run, unless the last line is too near.
pub fn progress(progress: &Progress, limit: Option<f64>) {
    if !LINES.load(Ordering::Relaxed) {
        return;
    }
    let Ok(mut last) = LAST.lock() else {
        return;
    };
    let near = |(at, phase): &(Instant, Phase)| at.elapsed() < APART && *phase == progress.phase;
    if last.as_ref().is_some_and(near) {
        return;
    }
    *last = Some((Instant::now(), progress.phase));
    let (phase, tier, tiers) = described(progress.phase);
    // A bound of a part of the problem is none of the whole, and values while posts are
    // made whole are not the plan's.
    let of_whole = matches!(progress.phase, Phase::Solving { .. } | Phase::Bounding);
    let of_plan = of_whole || progress.phase == Phase::Improving;
    let best = finite(progress.best.filter(|_| of_plan));
    let bound = finite(progress.bound.filter(|_| of_whole));
    let gap = best.zip(bound).and_then(|(best, bound)| {
        let gap = (best - bound).max(0.0) / best.abs();
        if best <= bound { Some(0.0) } else { Some(gap).filter(|gap| gap.is_finite()) }
    });
    let elapsed = progress.elapsed.as_secs_f64();
    write(&Line::Progress(Moment { elapsed, phase, tier, tiers, best, bound, gap, limit }));
}

fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

/// The name of a phase, its tier and the number of tiers.
fn described(phase: Phase) -> (&'static str, Option<usize>, Option<usize>) {
    match phase {
        Phase::Building => ("building", None, None),
        Phase::Starting => ("starting", None, None),
        Phase::Solving { tier, tiers } => ("solving", Some(tier), Some(tiers)),
        Phase::Improving => ("improving", None, None),
        Phase::Bounding => ("bounding", None, None),
        Phase::Settling => ("settling", None, None),
        Phase::Verifying => ("verifying", None, None),
        Phase::Explaining => ("explaining", None, None),
    }
}

/// Says how the program ends.
pub fn ended(exit: Exit) {
    if LINES.load(Ordering::Relaxed) {
        let stopped = match STOPPED.load(Ordering::Relaxed) {
            ASKED => "asked",
            LEFT => "left",
            _ => "no",
        };
        write(&Line::Ended { exit: exit as u8, stopped });
    }
}

fn write(line: &Line) {
    if let Ok(text) = serde_json::to_string(line) {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }
}
