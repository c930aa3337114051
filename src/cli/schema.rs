//! `campusplan schema`.

use super::args::Format;
use super::exit::{Exit, Failure};
use super::output;
use crate::domain::Language;
use crate::experiment::run::row::Row;
use crate::experiment::specification::manifest::Manifest;
use crate::experiment::specification::raw::RawStudy;
use crate::plan::Plan;
use crate::scenario::overlay::RawOverlay;
use crate::scenario::raw::{RawScenario, RawStandardSet};
use schemars::schema_for;

pub fn run(of: Format) -> Result<Exit, Failure> {
    let schema = match of {
        Format::Plan => schema_for!(Plan),
        Format::Scenario => schema_for!(RawScenario),
        Format::Overlay => schema_for!(RawOverlay),
        Format::Standards => schema_for!(RawStandardSet),
        Format::Study => schema_for!(RawStudy),
        Format::Manifest => schema_for!(Manifest),
        Format::Row => schema_for!(Row),
    };
    output::json(&schema, Language::default())?;
    Ok(Exit::Done)
}
