//! Reports: sections and tables as values, and renderers that only render.

pub mod analysis;
pub mod appendices;
pub mod brief;
pub mod charts;
pub mod csv;
pub mod document;
pub mod docx;
pub mod dossier;
pub mod experiment;
pub mod format;
pub mod front;
pub mod gantt;
pub mod html;
pub mod ics;
pub mod option_names;
pub mod places;
pub mod prose;
pub mod publish;
pub mod sections;
pub mod sums;
mod tally;
pub mod terminal;
pub mod view;
pub mod wrap;
pub mod xlsx;

use crate::plan::Plan;
use document::{Document, Section, numbered};
use publish::File;
use sections::{
    agenda, assets, building, campuses, capacity, catchment, classes, enrolment, missed, money,
    people, postings, relocation, sharing, sources, staff, standards, summary, targets,
};
use view::View;

pub use sections::bounds::section as bounds_section;
pub use sections::forecast::document as forecast_document;
pub use sections::infeasibility::document as infeasibility_document;
pub use sections::people::{duty_document, duty_lines};
pub use sections::verification::document as verification_document;

/// Name of the scenario's text beside a plan.
pub const SCENARIO_FILE: &str = "scenario.ron";

/// Names of the proposal's appendices beside a plan. They belong to it: a new
/// plan in the same place takes them away with the old one.
pub const REPORT_FILES: [&str; 3] = ["report.docx", "report.xlsx", "report.html"];

/// Names of the sections of a plan's report, for choosing some.
pub const SECTIONS: [&str; 20] = [
    "summary",
    "targets",
    "agenda",
    "enrolment",
    "catchments",
    "classes",
    "relocation",
    "campuses",
    "capacity",
    "sharing",
    "staff",
    "postings",
    "people",
    "building",
    "money",
    "assets",
    "standards",
    "missed",
    "sources",
    "method",
];

/// The sections of a plan's report by their names in [`SECTIONS`], numbered;
/// those with nothing to say are left out.
#[must_use]
pub fn plan_sections(view: &View) -> Vec<(&'static str, Section)> {
    let all: Vec<(&'static str, Section)> =
        SECTIONS.iter().filter_map(|name| Some((*name, section(view, name)?))).collect();
    let (names, sections): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    names.into_iter().zip(numbered(sections, view.language)).collect()
}

/// The section of a name, if the plan has one.
fn section(view: &View, name: &str) -> Option<Section> {
    match name {
        "summary" => Some(summary::section(view)),
        "targets" => Some(targets::section(view)),
        "agenda" => agenda::section(view),
        "enrolment" => Some(enrolment::section(view)),
        "catchments" => catchment::section(view),
        "classes" => Some(classes::section(view)),
        "relocation" => Some(relocation::section(view)),
        "campuses" => Some(campuses::section(view)),
        "capacity" => Some(capacity::section(view)),
        "sharing" => Some(sharing::section(view)),
        "staff" => Some(staff::section(view)),
        "postings" => Some(postings::section(view)),
        "people" => people::section(view),
        "building" => Some(building::section(view)),
        "money" => Some(money::section(view)),
        "assets" => assets::section(view),
        "standards" => standards::section(view),
        "missed" => Some(missed::section(view)),
        "sources" => Some(sources::section(view)),
        "method" => Some(summary::computed(view)),
        _ => None,
    }
}

/// The names of the sections that a plan has beside the summary.
#[must_use]
pub fn terminal_names(view: &View) -> Vec<&'static str> {
    let scenario = view.scenario;
    let there = |name: &&str| match *name {
        "agenda" => !scenario.milestones.is_empty() || !scenario.events.is_empty(),
        "catchments" => scenario.cohorts.iter().any(|one| one.by_feeder),
        "people" => scenario.names_people(),
        "assets" => !scenario.assets.is_empty(),
        "standards" => scenario.standards.is_some() || !scenario.watched.is_empty(),
        _ => true,
    };
    SECTIONS.into_iter().filter(|name| there(name)).collect()
}

/// The report of a plan.
#[must_use]
pub fn plan_document(view: &View) -> Document {
    let sections = plan_sections(view).into_iter().map(|(_, section)| section);
    Document { title: view.say(&view.scenario.name), sections: sections.collect() }
}

/// A plan as JSON: the same bytes for the same plan.
///
/// # Errors
///
/// When the plan holds a figure that JSON can't hold.
pub fn plan_json(plan: &Plan) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(plan).map(|json| json + "\n")
}

/// The files of a plan: `plan.json`, the text of its scenario, the report as
/// text, a CSV for each table, and `calendar.ics` if the scenario has
/// milestones or events.
///
/// # Errors
///
/// When the plan can't be put into JSON or a table into CSV.
pub fn plan_files(view: &View, scenario: &str) -> Result<Vec<File>, Box<dyn std::error::Error>> {
    let document = plan_document(view);
    let mut files = vec![
        File::new("plan.json", plan_json(view.plan)?),
        File::new(SCENARIO_FILE, scenario),
        File::new("summary.txt", terminal::render(&document, view.language)),
    ];
    for table in document.tables() {
        files.push(File::new(format!("{}.csv", table.key), csv::render(table, view.language)?));
    }
    let calendar = ics::render(view, ics::Range::default());
    if calendar.entries > 0 {
        files.push(File::new("calendar.ics", calendar.text));
    }
    Ok(files)
}
