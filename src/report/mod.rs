//! Reports: sections and tables as values, and renderers that only render.

pub mod analysis;
pub mod appendices;
pub mod charts;
pub mod csv;
pub mod document;
pub mod docx;
pub mod dossier;
pub mod experiment;
pub mod format;
pub mod gantt;
pub mod html;
pub mod ics;
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
use document::{Document, numbered};
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

/// The report of a plan.
#[must_use]
pub fn plan_document(view: &View) -> Document {
    let mut sections = vec![summary::section(view), targets::section(view)];
    sections.extend(agenda::section(view));
    sections.push(enrolment::section(view));
    sections.extend(catchment::section(view));
    sections.extend([
        classes::section(view),
        relocation::section(view),
        campuses::section(view),
        capacity::section(view),
        sharing::section(view),
        staff::section(view),
        postings::section(view),
    ]);
    sections.extend(people::section(view));
    sections.extend([building::section(view), money::section(view)]);
    sections.extend(assets::section(view));
    sections.extend(standards::section(view));
    sections.extend([missed::section(view), sources::section(view)]);
    Document { title: view.say(&view.scenario.name), sections: numbered(sections, view.language) }
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
