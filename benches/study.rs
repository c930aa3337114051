//! Variations of a scenario as one study, beside as many separate runs of
//! `plan` on the same futures with the same limits.
//!
//! `cargo bench --bench study -- --plans 200 --gap 0.05 --steps 0`, on the
//! Longyou case unless `--base FILE` says otherwise; `--near PLAN` is a plan of
//! the base to begin near, instead of one made first. `--made DIR` takes a
//! study that is finished already, and reads how long its plans took from its
//! timings. Both are the program as a user runs it, so many processes at a time
//! (`--jobs`), each on one thread. A study begins every plan near one of the
//! base; the separate runs know of no other. `--separate K` has only the first
//! K plans separately.

#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]

#[allow(dead_code)]
mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use support::Arguments;

/// What is varied: figures that every scenario has.
const FACTORS: [(&str, &str, f64, f64); 2] = [
    ("attrition", "programmes.*.attrition", 0.5, 2.0),
    ("running", "campuses.*.running_cost", 0.8, 1.2),
];

struct Asked {
    base: PathBuf,
    near: Option<PathBuf>,
    plans: u32,
    separate: usize,
    gap: f64,
    steps: u32,
    jobs: usize,
}

fn main() {
    let arguments = Arguments::here();
    let longyou = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/longyou.ron");
    let plans = arguments.count("plans", 200);
    let asked = Asked {
        base: fs::canonicalize(arguments.text("base").unwrap_or(longyou)).expect("a base"),
        near: arguments.text("near").map(|near| fs::canonicalize(near).expect("a plan")),
        plans,
        separate: arguments.count("separate", plans) as usize,
        gap: arguments.number("gap", 0.05),
        steps: arguments.count("steps", 20),
        jobs: arguments.count("jobs", 2) as usize,
    };
    let dir = tempfile::tempdir().expect("a directory");
    let finished = arguments.text("made").map(PathBuf::from);
    let made = finished.unwrap_or_else(|| together(&asked, dir.path()));
    let rows = rows(&made, dir.path());
    steps(&made.join("timings"), asked.jobs);
    apart(&asked, &made, &rows);
}

/// The variations as a finished study.
fn together(asked: &Asked, dir: &Path) -> PathBuf {
    let factors = FACTORS.map(|(key, path, from, to)| {
        format!(r#""{key}": (scales: ["{path}"], levels: uniform(from: {from:?}, to: {to:?}))"#)
    });
    let study = format!(
        "(base: \"{}\", factors: {{{}}}, design: latin_hypercube(plans: {}), limits: (gap: {:?}, steps: {}))",
        asked.base.display(),
        factors.join(", "),
        asked.plans,
        asked.gap,
        asked.steps
    );
    let file = dir.join("study.ron");
    fs::write(&file, study).expect("a study");
    let made = dir.join("made");
    let jobs = asked.jobs.to_string();
    // Every job has work to do.
    let plans = asked.plans as usize;
    let shards = (plans / 10).max(asked.jobs).min(plans).to_string();
    let mut init = program();
    init.args(["study", "init"]).args([&file, &made]);
    init.args(asked.near.iter().flat_map(|near| [Path::new("--near"), near]));
    let init = timed(init.args(["--shards", &shards]));
    let mut run = program();
    run.args(["study", "run"]).arg(&made);
    let run = timed(run.args(["--jobs", &jobs, "--quiet"]));
    println!(
        "study: base {:.1} s, {plans} plans {:.1} s; {}; with the base {}",
        init.as_secs_f64(),
        run.as_secs_f64(),
        pace(plans, run),
        pace(plans, init + run)
    );
    made
}

/// The rows of a finished study.
fn rows(made: &Path, dir: &Path) -> Vec<Value> {
    let out = dir.join("rows.jsonl");
    let mut collect = program();
    collect.args(["study", "collect"]).args([made, &out]);
    let collect = timed(collect.arg("--quiet"));
    let text = fs::read_to_string(out).expect("rows");
    let lines = text.lines();
    let rows: Vec<Value> = lines.map(|line| serde_json::from_str(line).expect("a row")).collect();
    println!(
        "  {} rows joined in {:.2} s: {}",
        rows.len(),
        collect.as_secs_f64(),
        counted(rows.iter().filter_map(|row| row["status"].as_str())),
    );
    rows
}

/// The same variations by separate runs of `plan`.
fn apart(asked: &Asked, made: &Path, rows: &[Value]) {
    let rows = &rows[..rows.len().min(asked.separate)];
    let next = AtomicUsize::new(0);
    let ended: Mutex<Vec<(usize, Option<f64>)>> = Mutex::default();
    let began = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..asked.jobs {
            scope.spawn(|| {
                while let Some(row) = rows.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let plan = row["plan"].as_u64().expect("a number") as usize;
                    let cost = plan_alone(asked, made, plan);
                    ended.lock().expect("a lock").push((plan, cost));
                }
            });
        }
    });
    let took = began.elapsed();
    let ended = ended.into_inner().expect("a lock");
    println!(
        "separate: {} plans {:.1} s; {}; {} with a plan",
        ended.len(),
        took.as_secs_f64(),
        pace(ended.len(), took),
        ended.iter().filter(|(_, cost)| cost.is_some()).count(),
    );
    let both = ended.iter().filter_map(|(plan, alone)| {
        let near = rows[*plan]["indicators"]["cost_wan_yuan"].as_f64()?;
        Some(near / (*alone)?)
    });
    let ratios: Vec<f64> = both.collect();
    if !ratios.is_empty() {
        let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
        println!(
            "cost in the study over cost apart, mean of {} planned both ways: {mean:.4}",
            ratios.len()
        );
    }
}

/// The cost of the plan of a future made alone; none without a plan.
fn plan_alone(asked: &Asked, made: &Path, number: usize) -> Option<f64> {
    let mut show = program();
    let show = show.args(["study", "show"]).arg(made);
    let shown = show.arg(number.to_string()).output();
    let scenario = tempfile::NamedTempFile::new().expect("a file");
    fs::write(scenario.path(), shown.expect("the program runs").stdout).expect("a scenario");
    let mut plan = program();
    plan.arg("plan").arg(scenario.path());
    plan.args(["--gap", &asked.gap.to_string()]);
    plan.args(["--steps", &asked.steps.to_string()]);
    // The scenario's own time limit would end it early.
    plan.args(["--threads", "1", "--time-limit", "1000000", "--json", "--quiet"]);
    let output = plan.output().expect("the program runs");
    assert_ne!(output.status.code(), Some(2), "the arguments are wrong");
    let plan: Value = serde_json::from_slice(&output.stdout).ok()?;
    plan["accounts"]["cost_wan_yuan"].as_f64()
}

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_campusplan"))
}

fn timed(command: &mut Command) -> Duration {
    let began = Instant::now();
    let status = command.status().expect("the program runs");
    assert!(status.success(), "{status}");
    began.elapsed()
}

fn pace(plans: usize, took: Duration) -> String {
    format!("{:.1} plans a minute", plans as f64 * 60.0 / took.as_secs_f64())
}

fn counted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let counts = counts.iter().map(|(word, count)| format!("{word} {count}"));
    counts.collect::<Vec<_>>().join(", ")
}

/// Where the time of the plans went, as means, and the pace they make.
fn steps(timings: &Path, jobs: usize) {
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    let mut plans = 0;
    for file in fs::read_dir(timings).expect("timings") {
        let text = fs::read_to_string(file.expect("a file").path()).expect("timings");
        for line in text.lines() {
            let timed: Value = serde_json::from_str(line).expect("a line of timings");
            plans += 1;
            for (step, seconds) in timed["seconds"].as_object().expect("steps") {
                *sums.entry(step.clone()).or_default() += seconds.as_f64().unwrap_or(0.0);
            }
        }
    }
    let all = sums.get("all").copied().unwrap_or_default();
    let busy = Duration::from_secs_f64(all / jobs as f64);
    println!("  {plans} plans took {all:.0} s in all; {jobs} at a time, {}", pace(plans, busy));
    let told = sums.iter().map(|(step, sum)| format!("{step} {:.3}", sum / plans as f64));
    println!("  seconds a plan: {}", told.collect::<Vec<_>>().join(", "));
}
