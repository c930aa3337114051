//! `campusplan show`.

use super::args::Show;
use super::exit::{Exit, Failure};
use super::input::Input;
use super::output;

pub fn run(arguments: &Show) -> Result<Exit, Failure> {
    let input = Input::read(&arguments.scenario, &arguments.changes, arguments.lang)?;
    let language = input.language;
    let loaded = input.usable(&arguments.scenario)?;
    output::data(&loaded.text, language)?;
    Ok(Exit::Done)
}
