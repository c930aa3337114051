//! The shipped what-ifs compared in one command, beside as many separate runs
//! of `plan` with the same limits.
//!
//! `cargo bench --bench whatif -- --seconds 60 --gap 0.02`. Both are the
//! program as a user runs it. The comparison plans the base with all cores and
//! then one what-if on each core, near the base's plan; its time limit is the
//! seconds for each of these rounds. The separate runs come one after the other,
//! each with all cores and knowing of no other.

#[allow(dead_code)]
mod support;

use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use support::Arguments;
use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::{Alignment, Style};

/// Shortfall from the targets and cost of a verified plan.
type Values = Option<[f64; 2]>;

fn main() {
    let arguments = Arguments::here();
    let seconds = arguments.number("seconds", 60.0);
    let gap = arguments.number("gap", 0.02).to_string();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = cores.to_string();
    let limits = ["--gap", &gap, "--threads", &threads, "--json", "--quiet"];

    let cases = cases();
    let rounds = 1 + (cases.len() - 1).div_ceil(cores);
    let rounds = u32::try_from(rounds).expect("few what-ifs");
    let all = (seconds * f64::from(rounds)).to_string();
    let began = Instant::now();
    let mut compare = program();
    compare.arg("compare").args(&cases).arg("--no-cache");
    let told = json(compare.args(limits).args(["--time-limit", &all]));
    let together = began.elapsed();
    let beside: Vec<Values> = (0..cases.len()).map(|index| values(&told[index])).collect();

    let (mut alone, mut apart) = (Vec::new(), Duration::ZERO);
    for case in &cases {
        let began = Instant::now();
        let mut plan = program();
        plan.arg("plan").arg(case).args(limits);
        let told = json(plan.args(["--time-limit", &seconds.to_string()]));
        apart += began.elapsed();
        alone.push(values(&told));
    }
    print(&cases, &beside, &alone);
    println!(
        "one comparison {:.0} s, separate runs {:.0} s, ratio {:.2}",
        together.as_secs_f64(),
        apart.as_secs_f64(),
        apart.as_secs_f64() / together.as_secs_f64(),
    );
}

/// The Longyou case and its what-ifs.
fn cases() -> Vec<PathBuf> {
    let scenarios = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = std::fs::read_dir(scenarios.join("whatif")).expect("the what-ifs can be read");
    let mut whatifs: Vec<PathBuf> =
        files.map(|file| file.expect("the what-ifs can be read").path()).collect();
    whatifs.sort();
    [vec![scenarios.join("longyou.ron")], whatifs].concat()
}

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_campusplan"))
}

/// What it prints; null where it ends without a plan.
fn json(command: &mut Command) -> Value {
    let output = command.output().expect("the program runs");
    serde_json::from_slice(&output.stdout).unwrap_or_default()
}

fn values(told: &Value) -> Values {
    let value = |tier: usize| told["tiers"][tier]["value"].as_f64();
    Some([value(0)?, value(1)?])
}

fn print(cases: &[PathBuf], beside: &[Values], alone: &[Values]) {
    let mut table = Builder::default();
    table.push_record(["case", "missed, compared", "apart", "cost, compared", "apart"]);
    let told = |values: &Values, tier: usize| {
        values.map_or("no plan".to_owned(), |values| format!("{:.2}", values[tier]))
    };
    for ((case, beside), alone) in cases.iter().zip(beside).zip(alone) {
        let name = case.file_stem().unwrap_or_default().to_string_lossy();
        table.push_record([
            name.into_owned(),
            told(beside, 0),
            told(alone, 0),
            told(beside, 1),
            told(alone, 1),
        ]);
    }
    let mut table = table.build();
    table.with(Style::psql());
    table.modify(Columns::new(1..), Alignment::right());
    println!("{table}");
}
