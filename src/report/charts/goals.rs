//! Targets as lines of a chart.

use super::bars::Goal;
use crate::domain::{Metric, Target, Term};
use crate::report::document::{Cell, Row};
use crate::report::format;
use crate::report::view::View;
use crate::words::charts as words;

/// The targets on some metrics, over the terms.
pub fn goals(view: &View, metrics: &[Metric], terms: &[Term]) -> Vec<Goal> {
    let targets = view.scenario.targets.iter();
    let goals = targets.filter(|target| metrics.contains(&target.metric));
    let goals = goals.map(|target| {
        let results = view.plan.targets.iter();
        let mine: Vec<_> = results.filter(|result| result.target == target.id).collect();
        let values = terms.iter().map(|term| {
            let at = mine.iter().find(|result| result.term.0 == *term);
            at.map(|result| result.at_least)
        });
        Goal { name: named(view, target), values: values.collect() }
    });
    goals.filter(|goal| goal.values.iter().any(Option::is_some)).collect()
}

/// A target with its figure, unless its name holds it already.
fn named(view: &View, target: &Target) -> String {
    let name = view.say(&target.name);
    let figure = format::number(target.at_least, 0);
    let digits = |text: &str| text.replace([',', ' '], "");
    view.say(&if digits(&name).contains(&digits(&figure)) {
        words::goal(&name)
    } else {
        words::goal_of(&name, &figure)
    })
}

/// The same as rows of a table.
pub fn rows(goals: &[Goal]) -> impl Iterator<Item = Row> {
    goals.iter().map(|goal| {
        let mut cells = vec![Cell::text(&goal.name)];
        let values = goal.values.iter();
        cells.extend(values.map(|value| value.map_or(Cell::Empty, Cell::Whole)));
        Row::new(cells)
    })
}

/// How the targets on some metrics are met, in sentences.
pub fn told(view: &View, metrics: &[Metric]) -> String {
    let targets = view.scenario.targets.iter();
    let targets = targets.filter(|target| metrics.contains(&target.metric));
    let sentences = targets.filter_map(|target| {
        let results = view.plan.targets.iter();
        let mine: Vec<_> = results.filter(|result| result.target == target.id).collect();
        let short = mine.iter().filter(|result| result.is_missed()).count();
        let name = view.say(&target.name);
        let sentence = match short {
            0 => words::target_kept(&name),
            short => words::target_missed(&name, short, mine.len()),
        };
        (!mine.is_empty()).then(|| view.say(&sentence))
    });
    let sentences: Vec<String> = sentences.collect();
    sentences.join(view.language_mark("", " "))
}
