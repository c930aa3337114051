//! `campusplan`: from a scenario file to a verified plan.

use campusplan::cli::{self, Arguments};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let exit = cli::run(&arguments).unwrap_or_else(|failure| {
        cli::note(&failure.message);
        failure.exit
    });
    exit.into()
}
