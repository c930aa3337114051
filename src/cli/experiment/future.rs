//! `campusplan study show` and `study plan`: one future of a study.

use super::args::{Future, Plan, Show};
use super::failure;
use crate::cli::exit::{Exit, Failure};
use crate::cli::input::wrong;
use crate::cli::output;
use crate::cli::plan::{Asked, tell, unwritable};
use crate::cli::watch::Watch;
use crate::domain::Language;
use crate::experiment::run::folder::Folder;
use crate::experiment::run::planner::Planner;
use crate::planning::plan_near;
use crate::report::publish;
use crate::scenario::Loaded;
use crate::words::{cli as words, experiment as notes};

/// A future of a study, with its number.
struct Chosen {
    planner: Planner,
    case: Loaded,
    language: Language,
}

impl Chosen {
    fn read(future: &Future, lang: Option<Language>) -> Result<Self, Failure> {
        let early = lang.unwrap_or_default();
        let failed = |trouble| failure(&trouble, early);
        let folder = Folder::new(&future.dir);
        let manifest = folder.manifest().map_err(failed)?;
        if future.number >= manifest.plans {
            let message = notes::no_such_plan(future.number, manifest.plans - 1);
            return Err(wrong(&message, early));
        }
        let planner = Planner::open(&folder, &manifest).map_err(failed)?;
        let case = planner.scenario(future.number);
        let case = case.map_err(|why| wrong(&why, early))?;
        Ok(Self { language: lang.unwrap_or(case.scenario.language), planner, case })
    }
}

/// Prints the scenario of a future.
pub fn show(arguments: &Show) -> Result<Exit, Failure> {
    let chosen = Chosen::read(&arguments.future, arguments.lang)?;
    output::data(&chosen.case.text, chosen.language)?;
    Ok(Exit::Done)
}

/// Plans a future as its row was made, and reports the plan.
pub fn plan(arguments: &Plan) -> Result<Exit, Failure> {
    let destination = arguments.out.as_deref().map(publish::destination).transpose();
    let chosen = Chosen::read(&arguments.future, arguments.lang)?;
    let language = chosen.language;
    let destination = destination.map_err(|error| unwritable(&error, language))?;
    let Loaded { scenario, text, .. } = &chosen.case;
    let limits = &chosen.planner.study.limits;
    let watch = Watch::new(limits.time_limit_s, language, arguments.quiet);
    watch.hear_interrupts();
    let near = chosen.planner.near.as_ref();
    let outcome = plan_near(scenario, limits, &watch, near);
    watch.done();
    let outcome = outcome.map_err(|error| Failure {
        exit: Exit::Failed,
        message: words::solver_failed(&error).get(language).to_owned(),
    })?;
    let asked = Asked {
        destination: destination.as_ref().zip(arguments.out.as_deref()),
        json: arguments.json,
        full: true,
        sections: &[],
        quiet: arguments.quiet,
        language,
    };
    tell((scenario, text), &outcome, None, &asked)
}
