//! Imports go one way: each module uses only what the table in
//! `docs/developer/architecture.md` lets it, and no files use each other in a circle.

mod circles;
mod imports;
mod source;
mod tree;

use circles::circles;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tree::Tree;

/// Free to all modules but `domain`, which they use.
const FREE: [&str; 4] = ["diagnostic", "ids", "units", "words"];

/// What each module may use.
const ALLOWED: [(&str, &[&str]); 21] = [
    ("domain", &["ids", "units"]),
    ("scenario", &["domain", "forecast"]),
    ("workbook", &["domain", "scenario", "fs"]),
    ("forecast", &["domain"]),
    ("model", &["domain", "forecast"]),
    ("solve", &["domain", "model"]),
    ("plan", &["domain", "forecast"]),
    ("extract", &["domain", "forecast", "model", "solve", "plan"]),
    ("assignment", &["domain", "model", "solve", "plan"]),
    ("verify", &["domain", "forecast", "plan"]),
    (
        "planning",
        &["domain", "forecast", "model", "solve", "plan", "extract", "assignment", "verify", "fs"],
    ),
    (
        "analysis",
        &["domain", "scenario", "forecast", "model", "solve", "plan", "verify", "planning"],
    ),
    (
        "experiment",
        &[
            "domain", "scenario", "workbook", "forecast", "model", "solve", "plan", "verify",
            "planning", "fs",
        ],
    ),
    (
        "report",
        &[
            "domain",
            "scenario",
            "forecast",
            "plan",
            "verify",
            "planning",
            "analysis",
            "experiment",
            "fs",
        ],
    ),
    (
        "cli",
        &[
            "domain",
            "scenario",
            "workbook",
            "forecast",
            "solve",
            "plan",
            "verify",
            "planning",
            "analysis",
            "experiment",
            "report",
            "fs",
        ],
    ),
    ("fs", &["domain"]),
    ("diagnostic", &["domain"]),
    ("units", &[]),
    ("ids", &[]),
    ("words", &["domain", "plan"]),
    ("lib", &[]),
];

/// Circles that there still are, each by its files. Entries may only go, and get
/// shorter.
const CIRCLES: [&[&str]; 32] = [
    &[
        "analysis/check.rs",
        "analysis/check/admissions.rs",
        "analysis/check/assets.rs",
        "analysis/check/costs.rs",
        "analysis/check/courses.rs",
        "analysis/check/decided.rs",
        "analysis/check/figures.rs",
        "analysis/check/staff.rs",
        "analysis/check/targets.rs",
        "analysis/check/terms.rs",
        "analysis/check/today.rs",
    ],
    &[
        "analysis/explain/combinations.rs",
        "analysis/explain/goal.rs",
        "analysis/explain/mod.rs",
        "analysis/explain/repairs.rs",
        "analysis/explain/search.rs",
    ],
    &[
        "cli/experiment/future.rs",
        "cli/experiment/mod.rs",
        "cli/experiment/run.rs",
        "cli/experiment/summary.rs",
        "cli/experiment/worker.rs",
    ],
    &["domain/calendar.rs", "domain/dates.rs"],
    &["domain/people.rs", "domain/rules.rs", "domain/standards.rs"],
    &[
        "experiment/run/folder.rs",
        "experiment/run/init.rs",
        "experiment/specification/design.rs",
        "experiment/specification/distribution.rs",
        "experiment/specification/factor.rs",
        "experiment/specification/manifest.rs",
        "experiment/specification/resolve.rs",
        "experiment/specification/resolve/correlations.rs",
        "experiment/specification/resolve/levels.rs",
        "experiment/specification/trial.rs",
    ],
    &["experiment/specification/candidates.rs", "experiment/specification/pinning.rs"],
    &[
        "model/admission.rs",
        "model/budget.rs",
        "model/capacity.rs",
        "model/class_teacher.rs",
        "model/courses.rs",
        "model/decisions.rs",
        "model/deviation.rs",
        "model/duty.rs",
        "model/employment.rs",
        "model/equipment.rs",
        "model/exchange.rs",
        "model/merging.rs",
        "model/mod.rs",
        "model/money.rs",
        "model/objective.rs",
        "model/part_time.rs",
        "model/paths.rs",
        "model/pins.rs",
        "model/placement.rs",
        "model/relocation.rs",
        "model/retraining.rs",
        "model/role.rs",
        "model/staffing.rs",
        "model/standards.rs",
        "model/sums.rs",
        "model/target.rs",
        "model/tenure.rs",
        "model/visiting.rs",
    ],
    &["plan/accounts.rs", "plan/courses.rs", "plan/indicators.rs", "plan/missed.rs"],
    &["plan/book.rs", "plan/headcount.rs"],
    &["report/analysis/comparison.rs", "report/analysis/comparison/limits.rs"],
    &[
        "report/charts/classes.rs",
        "report/charts/comparison.rs",
        "report/charts/compliance.rs",
        "report/charts/enrolment.rs",
        "report/charts/flow/drawing.rs",
        "report/charts/flow/mod.rs",
        "report/charts/mod.rs",
        "report/charts/money.rs",
        "report/charts/schedule/drawing.rs",
        "report/charts/schedule/mod.rs",
        "report/charts/utilisation.rs",
    ],
    &["report/document.rs", "report/sums.rs"],
    &["report/docx/paper.rs", "report/docx/table.rs"],
    &[
        "report/experiment/decision.rs",
        "report/experiment/first_stage.rs",
        "report/experiment/mod.rs",
        "report/experiment/overview.rs",
        "report/experiment/regret.rs",
        "report/experiment/spread.rs",
        "report/experiment/tornado.rs",
    ],
    &[
        "report/prose/assets.rs",
        "report/prose/conditions.rs",
        "report/prose/enrolment.rs",
        "report/prose/goal.rs",
        "report/prose/layout.rs",
        "report/prose/method.rs",
        "report/prose/mod.rs",
        "report/prose/money.rs",
        "report/prose/options.rs",
        "report/prose/relocation.rs",
        "report/prose/risks.rs",
        "report/prose/staff.rs",
    ],
    &[
        "report/sections/assets.rs",
        "report/sections/assets/balance.rs",
        "report/sections/assets/findings.rs",
        "report/sections/assets/moves.rs",
        "report/sections/assets/register.rs",
    ],
    &[
        "report/sections/people.rs",
        "report/sections/people/assignments.rs",
        "report/sections/people/class_teachers.rs",
        "report/sections/people/duty.rs",
        "report/sections/people/exchange.rs",
        "report/sections/people/roll.rs",
    ],
    &[
        "report/xlsx/charts.rs",
        "report/xlsx/charts/targets.rs",
        "report/xlsx/contents.rs",
        "report/xlsx/mod.rs",
        "report/xlsx/sheet.rs",
        "report/xlsx/summary.rs",
    ],
    &[
        "scenario/lenient/entries.rs",
        "scenario/lenient/mod.rs",
        "scenario/lenient/tracked.rs",
        "scenario/lenient/tracker.rs",
    ],
    &[
        "scenario/load.rs",
        "scenario/overlay/command.rs",
        "scenario/overlay/edit.rs",
        "scenario/overlay/mod.rs",
        "scenario/overlay/sources.rs",
        "scenario/read.rs",
        "scenario/resolve/admission.rs",
        "scenario/resolve/asset.rs",
        "scenario/resolve/calendar.rs",
        "scenario/resolve/campus.rs",
        "scenario/resolve/checks.rs",
        "scenario/resolve/cohort.rs",
        "scenario/resolve/course.rs",
        "scenario/resolve/disposal.rs",
        "scenario/resolve/enrolment.rs",
        "scenario/resolve/event.rs",
        "scenario/resolve/indicators.rs",
        "scenario/resolve/keep.rs",
        "scenario/resolve/milestone.rs",
        "scenario/resolve/mod.rs",
        "scenario/resolve/negotiable.rs",
        "scenario/resolve/objective.rs",
        "scenario/resolve/occupancy.rs",
        "scenario/resolve/people.rs",
        "scenario/resolve/pin_checks.rs",
        "scenario/resolve/pins.rs",
        "scenario/resolve/programme.rs",
        "scenario/resolve/ratio.rs",
        "scenario/resolve/resource.rs",
        "scenario/resolve/roster.rs",
        "scenario/resolve/rules.rs",
        "scenario/resolve/schools.rs",
        "scenario/resolve/source.rs",
        "scenario/resolve/staff.rs",
        "scenario/resolve/standards.rs",
        "scenario/resolve/watched.rs",
        "scenario/source.rs",
        "scenario/standards.rs",
    ],
    &["scenario/overlay/expression.rs", "scenario/overlay/said.rs"],
    &["scenario/raw.rs", "scenario/raw/enrolment.rs"],
    &["scenario/raw/people.rs", "scenario/raw/rules.rs", "scenario/raw/standards.rs"],
    &[
        "solve/driver.rs",
        "solve/heuristics/proximity.rs",
        "solve/intakes.rs",
        "solve/integer_repair.rs",
        "solve/relaxation.rs",
        "solve/whole_model.rs",
    ],
    &[
        "verify/accounts.rs",
        "verify/admission.rs",
        "verify/assets.rs",
        "verify/assets/lines.rs",
        "verify/assets/places.rs",
        "verify/assignments.rs",
        "verify/budget.rs",
        "verify/capacity.rs",
        "verify/class_teacher.rs",
        "verify/courses.rs",
        "verify/deviation.rs",
        "verify/duty.rs",
        "verify/employment.rs",
        "verify/equipment.rs",
        "verify/exchange.rs",
        "verify/facts.rs",
        "verify/headcount.rs",
        "verify/indicators.rs",
        "verify/internship.rs",
        "verify/ledger.rs",
        "verify/lists.rs",
        "verify/merging.rs",
        "verify/milestones.rs",
        "verify/mod.rs",
        "verify/money.rs",
        "verify/options.rs",
        "verify/part_time.rs",
        "verify/people.rs",
        "verify/pins.rs",
        "verify/placement.rs",
        "verify/possessions.rs",
        "verify/reference.rs",
        "verify/register.rs",
        "verify/relocation.rs",
        "verify/resolve.rs",
        "verify/retraining.rs",
        "verify/role.rs",
        "verify/staffing.rs",
        "verify/standards.rs",
        "verify/sums.rs",
        "verify/target.rs",
        "verify/tenure.rs",
        "verify/tiers.rs",
        "verify/travel.rs",
        "verify/visiting.rs",
        "verify/watched.rs",
    ],
    &[
        "workbook/layout/agenda.rs",
        "workbook/layout/basics.rs",
        "workbook/layout/campuses.rs",
        "workbook/layout/enrolment.rs",
        "workbook/layout/kind.rs",
        "workbook/layout/labels.rs",
        "workbook/layout/negotiable.rs",
        "workbook/layout/objective.rs",
        "workbook/layout/people.rs",
        "workbook/layout/places.rs",
        "workbook/layout/programmes.rs",
        "workbook/layout/rules.rs",
        "workbook/layout/standards.rs",
        "workbook/layout/table.rs",
    ],
    &["workbook/mark/mod.rs", "workbook/mark/notes.rs", "workbook/mark/sheet.rs"],
    &[
        "workbook/package/archive.rs",
        "workbook/package/book.rs",
        "workbook/package/mod.rs",
        "workbook/package/sheet.rs",
        "workbook/package/strings.rs",
        "workbook/package/styles.rs",
    ],
    &["workbook/read/keys.rs", "workbook/read/mod.rs"],
    &["workbook/write/book.rs", "workbook/write/legend.rs", "workbook/write/sheet.rs"],
    &["workbook/write/fill.rs", "workbook/write/heads.rs"],
];

fn tree() -> Tree {
    let tree = Tree::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(tree.names().count() > 100, "the sources were not found");
    tree
}

#[test]
fn imports_go_one_way() {
    let allowed = BTreeMap::from(ALLOWED);
    let tree = tree();
    let names: BTreeMap<_, _> = tree.names().collect();
    let mut wrong = Vec::new();
    for (module, used) in tree.uses() {
        let Some(home) = module.first() else {
            continue;
        };
        let may = allowed.get(home.as_str()).unwrap_or_else(|| panic!("no entry for {home}"));
        for target in used.iter().filter_map(|target| target.first()) {
            let free = home != "domain" && FREE.contains(&target.as_str());
            if target != home && !free && !may.contains(&target.as_str()) {
                wrong.push(format!("{} uses {target}", names[&module]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let tree = tree();
    let names: BTreeMap<_, _> = tree.names().collect();
    let uses = tree.uses();
    let mut known: BTreeSet<BTreeSet<&str>> =
        CIRCLES.iter().map(|files| files.iter().copied().collect()).collect();
    let mut wrong = Vec::new();
    for circle in circles(&uses) {
        let files: BTreeSet<&str> = circle.iter().map(|module| names[module]).collect();
        if !known.remove(&files) {
            let list: Vec<&str> = files.into_iter().collect();
            wrong.push(format!("a circle of {}: {}", list.len(), list.join(" ")));
        }
    }
    wrong.extend(known.into_iter().map(|files| format!("no circle any more: {files:?}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
