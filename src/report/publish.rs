//! What is in the folders that the program writes, so that nothing else is
//! replaced.

use super::{REPORT_FILES, SCENARIO_FILE};
use crate::fs::{self, Contents, Destination, PublishError};
use serde::Deserialize;
use std::path::Path;

pub use crate::fs::File;

/// Name of a plan's file.
pub const PLAN_FILE: &str = "plan.json";
/// Name of the report of what was kept of another plan.
pub const KEPT_FILE: &str = "kept.txt";

/// The folder of a plan.
pub const PLAN: Contents = Contents { known, signed: holds_plan };

/// Looks whether the files of a plan can go to a directory.
///
/// # Errors
///
/// As [`Destination::check`].
pub fn destination(dir: &Path) -> Result<Destination, PublishError> {
    Destination::check(dir, PLAN)
}

fn known(name: &str) -> bool {
    let fixed = [PLAN_FILE, SCENARIO_FILE, KEPT_FILE, "summary.txt", "calendar.ics"];
    let table =
        |key: &str| super::sections::TABLES.contains(&key) || key == super::analysis::kept::TABLE;
    fixed.contains(&name)
        || REPORT_FILES.contains(&name)
        || name.strip_suffix(".csv").is_some_and(table)
}

/// Whether the directory's `plan.json` was written by this program.
fn holds_plan(dir: &Path) -> bool {
    #[derive(Deserialize)]
    struct Program {
        name: String,
    }
    #[derive(Deserialize)]
    struct Made {
        program: Program,
    }
    let made = fs::read(&dir.join(PLAN_FILE), fs::LARGEST_PLAN)
        .ok()
        .and_then(|json| serde_json::from_slice::<Made>(&json).ok());
    made.is_some_and(|made| made.program.name == env!("CARGO_PKG_NAME"))
}
