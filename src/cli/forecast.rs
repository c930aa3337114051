//! `campusplan forecast`.

use super::args::Forecast as Arguments;
use super::exit::{Exit, Failure};
use super::input::Input;
use super::output;
use crate::analysis::forecast::forecast;
use crate::report::{self, terminal};

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let input = Input::read(&arguments.scenario, &arguments.changes, arguments.lang)?;
    let language = input.language;
    let scenario = input.usable(&arguments.scenario)?.scenario;
    let scenario = crate::planning::on_path(scenario, arguments.demand);
    let found = forecast(&scenario);
    if arguments.json {
        output::json(&found, language)?;
    } else {
        let document = report::forecast_document(&scenario, &found, language);
        output::data(&terminal::render(&document, language), language)?;
    }
    Ok(Exit::Done)
}
