//! Location and assignment problems put as scenarios: the program's verified
//! plan beside the same solver on the textbook model, with the same time,
//! threads, seed and gap.
//!
//! `cargo bench --bench location -- --seconds 30 --threads 1 --seeds 3 --sizes
//! 10x100,20x200,80x400 --kinds single,split,gap`. Instances are generated, the
//! seed also being the solver's (`--seed` takes one in place of the first
//! `--seeds`); `--ratio` is that of all capacity to all demand in the location
//! problems, `--gap` the relative gap to which both solve.
//! `--instance FILE` reads one instead (`--format`: `cap`, `matrix`, `columns`
//! or `gap`, see `location/orlib.rs`; its `--kinds` is `single` or `split`) and
//! solves it once for each seed. `--all-tiers` leaves the scenario the default
//! tiers in place of the cost alone; `--write FILE` writes the scenario of the
//! first case and ends.
//!
//! Reading the scenario and building the textbook model are outside the time
//! that both have, and are listed apart.

#[path = "location/instance.rs"]
mod instance;
#[path = "location/orlib.rs"]
mod orlib;
#[path = "province/random.rs"]
#[allow(dead_code)]
mod random;
#[path = "location/scenario.rs"]
mod scenario;
#[path = "location/solve.rs"]
mod solve;
#[allow(dead_code)]
mod support;
#[path = "location/textbook.rs"]
mod textbook;

use campusplan::domain::Limits;
use instance::{Instance, Kind};
use orlib::Format;
use scenario::Tiers;
use solve::Run;
use std::time::{Duration, Instant};
use support::{Arguments, gap, peak_memory};
use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::{Alignment, Style};

/// Share of the limit from which on a run counts as having used it.
const WHOLE: f64 = 0.95;

/// An instance with its name and the seed of the solver.
struct Case {
    name: String,
    seed: u32,
    instance: Instance,
}

/// Both runs of a case and what lies outside them.
struct Pair {
    name: String,
    megabytes: f64,
    reading: Duration,
    building: Duration,
    program: Run,
    textbook: Run,
}

fn main() {
    let arguments = Arguments::here();
    let tiers = if arguments.has("all-tiers") { Tiers::Default } else { Tiers::Cost };
    let cases = cases(&arguments);
    if let Some(file) = arguments.text("write") {
        let text = scenario::written(&cases[0].instance, tiers);
        std::fs::write(file, text).expect("the file can be written");
        return;
    }
    let limits = Limits {
        time_limit_s: Some(arguments.number("seconds", 30.0)),
        gap: arguments.number("gap", 1e-4),
        steps: None,
        threads: arguments.count("threads", 1),
        seed: 0,
    };
    let seconds = limits.time_limit_s.unwrap_or_default();
    println!("{seconds} s, {} thread(s), gap {}\n", limits.threads, limits.gap);
    let mut pairs = Vec::new();
    for case in &cases {
        let pair = solve_both(case, limits, tiers);
        eprintln!(
            "{}: program {}, textbook {}",
            pair.name,
            number(pair.program.value),
            number(pair.textbook.value)
        );
        pairs.push(pair);
    }
    print_results(&pairs);
    print_steps(&pairs);
    summarise(&pairs, &limits);
    if let Some(peak) = peak_memory() {
        println!("peak memory {peak:.0} MB");
    }
}

/// The cases asked for.
fn cases(arguments: &Arguments) -> Vec<Case> {
    let seeds = match arguments.count("seed", 0) {
        0 => 1..=arguments.count("seeds", 3),
        seed => seed..=seed,
    };
    let kinds = arguments.text("kinds").map(|kinds| kinds.split(','));
    if let Some(file) = arguments.text("instance") {
        let text = std::fs::read_to_string(file).expect("the instance can be read");
        let format = Format::named(arguments.text("format").unwrap_or("cap"));
        let kind = kinds.and_then(|mut kinds| kinds.next()).map_or(Kind::Single, kind);
        let instance = orlib::read(&text, format, kind);
        let stem = std::path::Path::new(file).file_stem().unwrap_or_default();
        let name = stem.to_string_lossy();
        let case = |seed| Case { name: format!("{name}/{seed}"), seed, instance: instance.clone() };
        return seeds.map(case).collect();
    }
    let kinds: Vec<&str> = kinds.map_or_else(|| vec!["single", "split", "gap"], Iterator::collect);
    let sizes = arguments.text("sizes").unwrap_or("10x100,20x200,80x400");
    let ratio = arguments.number("ratio", 2.0);
    let mut cases = Vec::new();
    for name in kinds {
        for size in sizes.split(',') {
            for seed in seeds.clone() {
                let drawn = u64::from(seed);
                let instance = match kind(name) {
                    Kind::Assignment => instance::assignment(dimensions(size), drawn),
                    kind => instance::location(kind, dimensions(size), ratio, drawn),
                };
                cases.push(Case { name: format!("{name} {size}/{seed}"), seed, instance });
            }
        }
    }
    cases
}

fn kind(name: &str) -> Kind {
    match name {
        "single" => Kind::Single,
        "split" => Kind::Split,
        "gap" => Kind::Assignment,
        _ => panic!("--kinds is of single, split and gap"),
    }
}

/// Facilities and customers of a size like `10x100`.
fn dimensions(size: &str) -> (usize, usize) {
    let both = size.split_once('x');
    let both = both.and_then(|(one, other)| one.parse().ok().zip(other.parse().ok()));
    both.unwrap_or_else(|| panic!("{size} is not a size like 10x100"))
}

fn solve_both(case: &Case, limits: Limits, tiers: Tiers) -> Pair {
    let limits = Limits { seed: case.seed, ..limits };
    let text = scenario::written(&case.instance, tiers);
    let began = Instant::now();
    let read = match campusplan::scenario::read(&text) {
        Ok(loaded) => loaded.scenario,
        Err(found) => panic!("the scenario is wrong: {:#?}", found.first()),
    };
    let reading = began.elapsed();
    let program = solve::by_program(&read, &limits);
    let began = Instant::now();
    let (problem, objective) = textbook::model(&case.instance);
    let building = began.elapsed();
    #[allow(clippy::cast_precision_loss)]
    Pair {
        name: case.name.clone(),
        megabytes: text.len() as f64 / 1e6,
        reading,
        building,
        program,
        textbook: solve::by_solver(&problem, &objective, &limits),
    }
}

impl Pair {
    /// Program's value divided by the textbook model's.
    fn ratio(&self) -> Option<f64> {
        Some(self.program.value? / self.textbook.value?)
    }
}

/// Whether the gap of a run is open at its end.
fn open(run: &Run, limits: &Limits) -> bool {
    let both = run.value.zip(run.bound);
    both.is_none_or(|(value, bound)| gap(value, bound) > limits.gap + 1e-9)
}

fn print_results(pairs: &[Pair]) {
    let mut table = Builder::default();
    table.push_record([
        "p: program, t: textbook",
        "value p",
        "value t",
        "p / t",
        "bound p",
        "bound t",
        "s p",
        "s t",
    ]);
    for pair in pairs {
        let (program, textbook) = (&pair.program, &pair.textbook);
        table.push_record([
            pair.name.clone(),
            number(program.value),
            number(textbook.value),
            decimals(pair.ratio(), 4),
            number(program.bound),
            number(textbook.bound),
            seconds(program.took),
            seconds(textbook.took),
        ]);
    }
    print(table);
}

/// Prints where the time of the program goes, and what building the textbook
/// model takes.
fn print_steps(pairs: &[Pair]) {
    let steps = ["model", "solve", "plan", "verify"];
    let mut table = Builder::default();
    let head = ["seconds", "file, MB", "reading"];
    table.push_record(head.into_iter().chain(steps).chain(["textbook model"]));
    for pair in pairs {
        let step = |name: &str| {
            let mut all = pair.program.steps.iter();
            let found = all.find(|(step, _)| step == name);
            decimals(found.map(|(_, time)| time.as_secs_f64()), 3)
        };
        let head = [
            pair.name.clone(),
            format!("{:.2}", pair.megabytes),
            format!("{:.3}", pair.reading.as_secs_f64()),
        ];
        let building = format!("{:.3}", pair.building.as_secs_f64());
        table.push_record(head.into_iter().chain(steps.map(step)).chain([building]));
    }
    print(table);
}

fn print(table: Builder) {
    let mut table = table.build();
    table.with(Style::markdown());
    table.modify(Columns::new(1..), Alignment::right());
    println!("{table}\n");
}

/// Prints how often the program is better, equal within the gap, or worse, and
/// whether runs whose gap is open used the limit.
fn summarise(pairs: &[Pair], limits: &Limits) {
    let (mut better, mut equal, mut worse) = (0, 0, 0);
    for pair in pairs {
        match (pair.program.value, pair.textbook.value) {
            (Some(_), None) => better += 1,
            (None, Some(_)) => worse += 1,
            _ => match pair.ratio() {
                Some(ratio) if ratio < 1.0 - limits.gap => better += 1,
                Some(ratio) if ratio > 1.0 + limits.gap => worse += 1,
                _ => equal += 1,
            },
        }
    }
    let ratios = pairs.iter().filter_map(Pair::ratio);
    let largest = ratios.reduce(f64::max);
    println!(
        "program better {better}, equal within the gap {equal}, worse {worse} of {}; worst p / t {}",
        pairs.len(),
        decimals(largest, 4)
    );
    let limit = limits.time_limit_s.unwrap_or_default();
    let report = |name: &str, of: fn(&Pair) -> &Run| {
        let open: Vec<&Run> = pairs.iter().map(of).filter(|run| open(run, limits)).collect();
        let shares = open.iter().map(|run| run.took.as_secs_f64() / limit);
        let early = shares.clone().filter(|share| *share < WHOLE).count();
        let least = shares.reduce(f64::min).map(|share| share * 100.0);
        println!(
            "{name}: gap open in {} runs, {early} of them ended early; least share of the limit {} %",
            open.len(),
            decimals(least, 0)
        );
    };
    report("program", |pair| &pair.program);
    report("textbook", |pair| &pair.textbook);
}

fn number(value: Option<f64>) -> String {
    decimals(value, 1)
}

fn decimals(value: Option<f64>, places: usize) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.places$}"))
}

fn seconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64())
}
