//! Decisions of the first stage: which are common to all futures, which differ,
//! and the candidates.

use super::decision::kind;
use super::{Telling, share};
use crate::experiment::specification::first_stage::{FirstStage, Kind};
use crate::experiment::summary::candidates::Candidate;
use crate::experiment::summary::decisions::{Decision, ValueFutures};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::format;
use crate::words::summary as words;
use std::collections::{BTreeMap, BTreeSet};

/// Decisions that are shown; all are in the files.
const MOST_DECISIONS: usize = 24;

/// Candidates that are shown; all are in the files.
const MOST_CANDIDATES: usize = 5;

/// Differences of a candidate that are told.
const MOST_DIFFERENCES: usize = 8;

pub fn decisions(telling: Telling<'_>) -> Section {
    let all = &telling.summary.decisions;
    let (common, mut differing): (Vec<&Decision>, Vec<&Decision>) =
        all.iter().partition(|one| one.common());
    // the weightiest kind first, and of these the least settled
    differing.sort_by_key(|one| (Kind::of(&one.name), one.values[0].futures));
    let counts = words::decisions_note(all.len(), common.len(), differing.len());
    let mut section =
        Section::new(telling.say(&words::decisions_heading())).note(telling.say(&counts));
    if !differing.is_empty() {
        section = section.note(telling.say(&words::depends_note()));
    }
    if differing.len() > MOST_DECISIONS {
        let more = words::more_decisions(differing.len(), MOST_DECISIONS);
        section = section.note(telling.say(&more));
    }
    let shown = &differing[..differing.len().min(MOST_DECISIONS)];
    section
        .table(common_table(telling, &common))
        .table(differing_table(telling, "study_decisions", shown))
        .table(differing_table(telling, "study_decisions_all", &differing).for_files())
        .table(level_table(telling).for_files())
}

fn common_table(telling: Telling<'_>, common: &[&Decision]) -> Table {
    let told = common.iter().map(|one| (one.name.as_str(), one.values[0].value));
    let columns = vec![
        Column::text(telling.say(&words::kind())),
        Column::text(telling.say(&words::decision())),
    ];
    let (title, empty) = (words::common_title(), words::none_common());
    Table::new("study_common", telling.say(&title), telling.say(&empty), columns)
        .rows(by_kind(telling, told))
}

/// Decisions in words, a row for each kind.
pub fn by_kind<'d>(
    telling: Telling<'_>,
    decisions: impl Iterator<Item = (&'d str, u32)>,
) -> Vec<Row> {
    let mut kinds: BTreeMap<Option<Kind>, Vec<String>> = BTreeMap::new();
    for (name, value) in decisions {
        let told = telling.decided(name, value);
        kinds.entry(Kind::of(name)).or_default().push(told);
    }
    let rows = kinds.into_iter().map(|(of, told)| {
        let told = telling.list(&told);
        Row::new(vec![Cell::Text(telling.say(&kind(of))), Cell::Text(told)])
    });
    rows.collect()
}

fn differing_table(telling: Telling<'_>, key: &'static str, decisions: &[&Decision]) -> Table {
    let rows = decisions.iter().flat_map(|decision| {
        let depends = depends(telling, decision);
        decision.values.iter().map(move |value| {
            let told = telling.decision_value(&decision.name, value.value);
            Row::new(vec![
                Cell::Text(telling.decision(&decision.name)),
                Cell::Text(told),
                Cell::count(value.futures),
                share(value.futures, telling.planned()),
                depends.clone(),
                at_levels(telling, decision, value),
            ])
        })
    });
    let columns = vec![
        Column::text(telling.say(&words::decision())),
        Column::text(telling.say(&words::value())),
        Column::figure(telling.say(&words::futures())),
        Column::figure(telling.say(&words::of_those())),
        Column::text(telling.say(&words::depends_on())),
        Column::text(telling.say(&words::at_levels())),
    ];
    let (title, empty) = (words::differing_title(), words::none_differ());
    Table::new(key, telling.say(&title), telling.say(&empty), columns).grouped().rows(rows)
}

fn depends(telling: Telling<'_>, decision: &Decision) -> Cell {
    decision.depends.map_or(Cell::Empty, |(factor, lambda)| {
        let saved = format::cell(&Cell::Share(lambda), telling.language);
        Cell::Text(telling.say(&words::by_factor(&telling.factor(factor), &saved)))
    })
}

/// In how many of the futures at each level of the factor that it depends on a
/// decision has a value.
fn at_levels(telling: Telling<'_>, decision: &Decision, value: &ValueFutures) -> Cell {
    let Some((factor, _)) = decision.depends else {
        return Cell::Empty;
    };
    let levels = telling.summary.factors[factor].iter();
    let told: Vec<String> = levels
        .enumerate()
        .map(|(level, name)| {
            let of = decision.values.iter().map(|one| one.at[factor][level]).sum();
            let part = value.at[factor][level];
            telling.say(&words::at_level(&telling.level(name), part, of))
        })
        .collect();
    Cell::Text(telling.list(&told))
}

/// Every decision by every level of every factor.
fn level_table(telling: Telling<'_>) -> Table {
    let columns = vec![
        Column::text(telling.say(&words::decision())),
        Column::text(telling.say(&words::value())),
        Column::text(telling.say(&words::factor())),
        Column::text(telling.say(&words::level())),
        Column::figure(telling.say(&words::futures())),
        Column::figure(telling.say(&words::of_level())),
    ];
    let mut rows = Vec::new();
    for decision in &telling.summary.decisions {
        for value in &decision.values {
            for (factor, levels) in telling.summary.factors.iter().enumerate() {
                for (level, name) in levels.iter().enumerate() {
                    let of = decision.values.iter().map(|one| one.at[factor][level]);
                    rows.push(Row::new(vec![
                        Cell::Text(telling.decision(&decision.name)),
                        Cell::Text(telling.decision_value(&decision.name, value.value)),
                        Cell::Text(telling.factor(factor)),
                        Cell::Text(telling.level(name)),
                        Cell::count(value.at[factor][level]),
                        Cell::count(of.sum()),
                    ]));
                }
            }
        }
    }
    let title = telling.say(&words::decision_levels_title());
    let empty = telling.say(&words::none_common());
    Table::new("study_decision_levels", title, empty, columns).rows(rows)
}

pub fn candidates(telling: Telling<'_>) -> Section {
    let all = &telling.summary.candidates;
    let counts = words::candidates_note(all.len(), telling.planned());
    let shown = &all[..all.len().min(MOST_CANDIDATES)];
    let mut section = Section::new(telling.say(&words::candidates_heading()))
        .note(telling.say(&counts))
        .note(telling.say(&words::unknown_regret()));
    if shown.len() < all.len() {
        let more = words::more_decisions(all.len(), shown.len());
        section = section.note(telling.say(&more));
    }
    section
        .table(candidates_table(telling, "study_candidates", shown))
        .table(candidates_table(telling, "study_candidates_all", all).for_files())
}

fn candidates_table(telling: Telling<'_>, key: &'static str, candidates: &[Candidate]) -> Table {
    let all: Vec<&FirstStage> = candidates.iter().map(|one| &one.decisions).collect();
    let rows = candidates.iter().enumerate().map(|(index, one)| {
        let differs = described(telling, &all, index);
        Row::new(vec![
            Cell::count(index + 1),
            Cell::count(one.plans.len()),
            share(one.plans.len(), telling.planned()),
            Cell::Text(differs),
        ])
    });
    let columns = vec![
        Column::figure(telling.say(&words::candidate())),
        Column::figure(telling.say(&words::futures())),
        Column::figure(telling.say(&words::of_those())),
        Column::text(telling.say(&words::differs())),
    ];
    let (title, empty) = (words::candidates_title(), words::no_candidates());
    Table::new(key, telling.say(&title), telling.say(&empty), columns).rows(rows)
}

/// What a candidate decides: the first one wherever they are not all alike, the
/// others where they differ from it.
pub fn described(telling: Telling<'_>, all: &[&FirstStage], index: usize) -> String {
    let (first, own) = (all[0], all[index]);
    if index > 0 {
        return told(telling, own, |name| own.get(name) != first.get(name), all);
    }
    let differ = |name: &String| all.iter().any(|one| one.get(name) != first.get(name));
    telling.say(&words::the_first(&told(telling, first, differ, all)))
}

/// Decisions that are wanted, the weightiest kind first, up to
/// [`MOST_DIFFERENCES`].
fn told(
    telling: Telling<'_>,
    own: &FirstStage,
    wanted: impl Fn(&String) -> bool,
    all: &[&FirstStage],
) -> String {
    let names: BTreeSet<&String> = all.iter().flat_map(|one| one.keys()).collect();
    let mut names: Vec<&String> = names.into_iter().filter(|name| wanted(name)).collect();
    names.sort_by_key(|name| Kind::of(name));
    let told = names.iter().take(MOST_DIFFERENCES);
    let told: Vec<String> =
        told.map(|name| telling.decided(name, own.get(*name).copied().unwrap_or(0))).collect();
    let list = telling.list(&told);
    match names.len().checked_sub(MOST_DIFFERENCES) {
        Some(more) if more > 0 => list + &telling.say(&words::and_more(more)),
        _ => list,
    }
}
