//! `campusplan calendar`.

use super::args::Calendar as Arguments;
use super::exit::{Exit, Failure};
use super::input::{self, Input};
use super::output;
use super::plan::unwritable;
use super::verify;
use crate::fs::{Own, Target};
use crate::planning;
use crate::report::ics::{self, Range};
use crate::report::view::View;
use crate::verify::verify as verified;
use crate::words::cli as words;
use std::path::PathBuf;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let input = Input::read(&arguments.scenario, &arguments.changes, arguments.lang)?;
    let language = input.language;
    let scenario = input.usable(&arguments.scenario)?.scenario;
    let plan = input::read_plan(&arguments.plan, language)?;
    let check = |path: &PathBuf| Target::check(path, Own::Recognised(ics::is_ours));
    let target = arguments.out.as_ref().map(check).transpose();
    let target = target.map_err(|error| unwritable(&error, language))?;
    let verification = verified(&scenario, &plan);
    if !verification.passed() {
        verify::print(&verification, false, language)?;
        return Err(Failure {
            exit: Exit::Unverified,
            message: words::not_published().get(language).to_owned(),
        });
    }
    let scenario = planning::on_path(scenario, plan.options.demand);
    let view = View { scenario: &scenario, plan: &plan, verification: &verification, language };
    let range = Range { from: arguments.from, until: arguments.until };
    let file = ics::render(&view, range);
    if file.entries == 0 {
        return Err(input::wrong(&words::calendar_empty(), language));
    }
    let (Some(target), Some(path)) = (target, &arguments.out) else {
        output::data(&file.text, language)?;
        return Ok(Exit::Done);
    };
    (target.write_bytes(file.text.as_bytes())).map_err(|error| unwritable(&error, language))?;
    let note = words::calendar_written(file.entries, &path.display());
    output::note(note.get(language));
    Ok(Exit::Done)
}
