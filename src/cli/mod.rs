//! The command line: arguments, progress, exit codes.

mod args;
mod calendar;
mod check;
mod compare;
mod diff;
mod duty;
mod exit;
mod experiment;
mod explain;
mod export;
mod forecast;
mod import;
mod input;
mod lines;
mod output;
mod plan;
mod prices;
mod report;
mod schema;
mod serve;
mod show;
mod studies;
mod verify;
mod watch;
mod why;

pub use args::{Arguments, Command};
pub use exit::{Exit, Failure};
pub use output::note;

/// Does what the arguments ask for.
///
/// # Errors
///
/// Why it can't be done.
pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let served = matches!(arguments.command, Command::Serve(_));
    if !served {
        crate::fs::allow(&arguments.allow_dir);
    }
    lines::follow(arguments.progress, arguments.stop_by_stdin);
    let ended = run_command(arguments);
    lines::ended(ended.as_ref().map_or_else(|failure| failure.exit, |exit| *exit));
    ended
}

fn run_command(arguments: &Arguments) -> Result<Exit, Failure> {
    match &arguments.command {
        Command::Check(check) => check::run(check),
        Command::Forecast(forecast) => forecast::run(forecast),
        Command::Plan(plan) => plan::run(plan),
        Command::Compare(compare) => compare::run(compare),
        Command::Frontier(frontier) => studies::frontier(frontier),
        Command::Alternatives(alternatives) => studies::alternatives(alternatives),
        Command::Atlas(atlas) => studies::atlas(atlas),
        Command::Study(study) => experiment::run(study),
        Command::Why(why) => why::run(why),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Prices(arguments) => prices::run(arguments),
        Command::Verify(verify) => verify::run(verify),
        Command::Calendar(calendar) => calendar::run(calendar),
        Command::Duty(duty) => duty::run(duty),
        Command::Report(report) => report::run(report),
        Command::Show(show) => show::run(show),
        Command::Export(export) => export::export(export),
        Command::Template(template) => export::template(template),
        Command::Import(import) => import::run(import),
        Command::Diff(diff) => diff::run(diff),
        Command::Serve(serve) => serve::run(serve, &arguments.allow_dir),
        Command::Schema { of } => schema::run(*of),
    }
}
