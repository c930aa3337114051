//! Comparing options by the plans that they have.

use super::app::App;
use super::ask::Ask;
use super::options::title;
use super::reply::Reply;
use crate::analysis::compare::{Case, of_plans};
use crate::domain::Text;
use crate::report::analysis::comparison::{self, Comparison};
use crate::report::document::Document;
use crate::words::workbench as words;
use crate::workbench::case;
use crate::workbench::pages::{self, Comparable, Frame, Tab, frame};
use crate::workbench::state::{Choice, Job};
use axum::http::StatusCode;

/// Most options that are compared at once.
const MOST: usize = 5;

/// The screen.
pub fn page(app: &App, ask: &Ask) -> Reply {
    let book = app.book();
    let wanted: Vec<u32> = ask.fields("o").filter_map(|id| id.parse().ok()).collect();
    let planned: Vec<(&Choice, &Job)> =
        book.shown().filter_map(|one| Some((one, book.planned(one.id)?))).collect();
    let chosen: Vec<(&Choice, &Job)> =
        planned.iter().filter(|(one, _)| wanted.contains(&one.id)).copied().collect();
    if chosen.len() > MOST {
        return Reply::wrong(StatusCode::UNPROCESSABLE_ENTITY, words::too_many(MOST));
    }
    let line = |(one, job): &(&Choice, &Job)| -> Comparable {
        let now = app.loaded(&book, one.id);
        let hash = app.made(job).map(|made| made.plan.scenario.sha256.clone());
        let current = now.is_ok_and(|now| hash.as_ref() == Some(&now.scenario.hash));
        (one.id, title(one, ask.language), wanted.contains(&one.id), !current)
    };
    let options: Vec<Comparable> = planned.iter().map(line).collect();
    let report = match (chosen.len() > 1).then(|| report(app, &chosen, ask)).transpose() {
        Ok(report) => report,
        Err(why) => return Reply::wrong(StatusCode::INTERNAL_SERVER_ERROR, why),
    };
    let all = !ask.field("all").is_empty();
    let content = pages::compare(&options, report.as_ref(), all, ask.language);
    let heading = words::compare().get(ask.language).to_owned();
    let around =
        Frame { language: ask.language, title: heading, tab: Tab::Compare, here: &ask.here };
    Reply::page(frame(&around, &content))
}

/// The report that `campusplan compare` gives of the same plans.
fn report(app: &App, chosen: &[(&Choice, &Job)], ask: &Ask) -> Result<Document, Text> {
    let (mut cases, mut plans) = (Vec::new(), Vec::new());
    for (choice, job) in chosen {
        let made = app.made(job).ok_or_else(words::unknown)?;
        let path = app.out(job).join(crate::report::SCENARIO_FILE);
        let reading = case::read_file(&app.opened.folder, &path);
        let reading = reading.map_err(|why| Text { zh: why.clone(), en: why })?;
        let loaded = reading.result.map_err(|_| words::failed())?;
        cases.push(Case {
            name: title(choice, ask.language),
            limits: loaded.scenario.limits,
            loaded,
        });
        plans.push(made.plan.clone());
    }
    let results = of_plans(&cases, 0, plans);
    let all = Comparison { cases: &cases, results: &results, base: 0, language: ask.language };
    Ok(comparison::document(&all))
}
