//! How long files take to write and read: the scenario as a workbook and back,
//! the report of a plan as workbook, document and page.
//!
//! `cargo bench --bench report -- --campuses 100 --programmes 1000 --years 3`
//! takes a generated province in which every class stays where it is (as if
//! absent: 100, 1000 and 3); `--scenario FILE --plan FILE` a plan of its own.

#[path = "province/generate.rs"]
mod generate;
#[path = "province/layout.rs"]
mod layout;
#[path = "province/random.rs"]
mod random;
#[path = "province/school.rs"]
mod school;
#[path = "report/stay.rs"]
mod stay;
#[allow(dead_code)] // shared with benchmarks that solve
mod support;

use campusplan::domain::{Language, Scenario};
use campusplan::plan::Plan;
use campusplan::report::dossier::Dossier;
use campusplan::report::view::View;
use campusplan::report::{docx, html, xlsx};
use campusplan::scenario::raw::RawScenario;
use campusplan::verify::Verification;
use campusplan::workbook::source;
use campusplan::workbook::write::{Filling, export, render};
use layout::Shape;
use std::time::Instant;
use support::{Arguments, peak_memory};

fn main() {
    let arguments = Arguments::here();
    let count = |name: &str, default: u32| arguments.count(name, default) as usize;
    let shape = Shape {
        campuses: count("campuses", 100),
        programmes: count("programmes", 1000),
        years: arguments.count("years", 3),
    };
    let raw = match arguments.text("scenario") {
        Some(file) => {
            let text = std::fs::read_to_string(file).expect("the scenario");
            campusplan::scenario::read(&text).expect("a scenario").raw
        }
        None => generate::province(1, shape),
    };
    let scenario = scenario_workbook(&raw);
    let plan = match arguments.text("plan") {
        Some(file) => {
            let json = std::fs::read(file).expect("the plan");
            serde_json::from_slice(&json).expect("a plan")
        }
        None => timed("a plan in which classes stay", || stay::plan(&scenario)),
    };
    println!("{} classes, {} posts", plan.classes.len(), plan.posts.len());
    reports(&scenario, &plan);
    if let Some(peak) = peak_memory() {
        println!("peak memory {peak:.0} MB");
    }
}

/// Writes a scenario as a workbook and reads it back.
fn scenario_workbook(raw: &RawScenario) -> Scenario {
    let sheets = timed("scenario to sheets", || export(raw, Language::Zh).expect("sheets"));
    let bytes =
        timed("sheets to file", || render(&sheets, Language::Zh, Filling::Scenario).expect("file"));
    println!("{} KB", bytes.len() / 1024);
    let read = timed("file to scenario text", || source(&bytes));
    let loaded = timed("scenario resolved", || campusplan::scenario::read(&read.text));
    match loaded {
        Ok(loaded) => loaded.scenario,
        Err(found) => panic!("the workbook is wrong: {:#?}", &found[..1]),
    }
}

fn reports(scenario: &Scenario, plan: &Plan) {
    let verification = Verification::default();
    let language = Language::Zh;
    let view = View { scenario, plan, verification: &verification, language };
    let dossier = timed("tables and charts", || Dossier::new(view, None, Vec::new()));
    for (name, bytes) in [
        ("report.xlsx", timed("report.xlsx", || xlsx::render(&dossier).expect("a workbook"))),
        ("report.docx", timed("report.docx", || docx::render(&dossier).expect("a document"))),
        ("report.html", timed("report.html", || html::render(&dossier).expect("a page"))),
    ] {
        println!("{name}: {} KB", bytes.len() / 1024);
    }
}

/// Prints how long work takes.
fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = work();
    println!("{name}: {:.2} s", began.elapsed().as_secs_f64());
    done
}
