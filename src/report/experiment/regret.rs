//! Regrets of candidate first stages, and what may wait.

use super::first_stage::{by_kind, described as told_of};
use super::{Telling, scaled};
use crate::experiment::specification::first_stage::{FirstStage, Kind};
use crate::experiment::summary::distribution::SHARES;
use crate::experiment::summary::follow_up::FollowUp;
use crate::experiment::summary::regret::{Regret, Standing, Worst};
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::format;
use crate::words::summary as words;

pub fn regrets(telling: Telling<'_>, told: &FollowUp) -> Section {
    let say = |text| telling.say(&text);
    let (compared, futures) = (told.regrets.compared, futures(told));
    let mut section = Section::new(say(words::regret_heading()))
        .note(say(words::regret_note()))
        .note(say(words::regret_compared(compared, futures)));
    if let Some(minimax) = minimax(telling, told) {
        section = section.note(minimax);
    }
    if let Some(worth) = told.worth_of_knowing {
        section = section.note(say(words::worth_of_knowing(&format::number(worth, 1))));
    }
    section
        .table(standings(telling, told))
        .table(described(telling, told))
        .table(by_future(telling, told).for_files())
        .table(spread(telling, told).for_files())
}

fn futures(told: &FollowUp) -> usize {
    told.regrets.standings.first().map_or(0, |one| one.regrets.len())
}

/// The number of a candidate for readers.
fn number(candidate: usize) -> String {
    (candidate + 1).to_string()
}

fn minimax(telling: Telling<'_>, told: &FollowUp) -> Option<String> {
    let first = *told.regrets.order.first()?;
    let standing = &told.regrets.standings[first];
    let worst = telling.say(&worst(&standing.worst?));
    let without = standing.regrets.len() - standing.planned;
    let nobody = standing.regrets.len() - told.regrets.compared;
    let missing = without.saturating_sub(nobody);
    let worst =
        if missing > 0 { worst + &telling.say(&words::but_without(missing)) } else { worst };
    Some(telling.say(&words::minimax(&number(first), &worst)))
}

fn worst(worst: &Worst) -> crate::domain::Text {
    match worst.cost {
        Some(cost) => words::worst_is(&format::number(cost, 1), worst.future),
        None => words::worst_targets(&format::number(worst.targets, 2), worst.future),
    }
}

fn standings(telling: Telling<'_>, told: &FollowUp) -> Table {
    let heads = [
        words::candidate(),
        words::chosen(),
        words::has_plan(),
        words::impossible(),
        words::unknown(),
        words::is_best(),
        words::not_worse(),
        words::most_targets(),
        words::most_cost(),
        words::mean_targets(),
        words::mean_cost(),
    ];
    let columns = heads.map(|head| Column::figure(telling.say(&head)));
    let rows = told.regrets.order.iter().map(|index| {
        let standing = &told.regrets.standings[*index];
        let mut cells = vec![Cell::count(index + 1), Cell::count(told.chosen[*index])];
        cells.extend(counts(standing));
        cells.extend(sizes(standing));
        Row::new(cells)
    });
    let (title, empty) = (words::regret_title(), words::no_candidates());
    Table::new("study_regrets", telling.say(&title), telling.say(&empty), columns.to_vec())
        .stub(1)
        .rows(rows)
}

fn counts(standing: &Standing) -> [Cell; 5] {
    [standing.planned, standing.impossible, standing.unknown, standing.best, standing.level]
        .map(Cell::count)
}

fn sizes(standing: &Standing) -> [Cell; 4] {
    let amount = |value: Option<f64>, decimals: usize| {
        value.map_or(Cell::Empty, |value| Cell::Amount(value, decimals))
    };
    [
        amount(standing.worst.map(|worst| worst.targets), 2),
        amount(standing.worst.and_then(|worst| worst.cost), 1),
        amount(standing.mean_targets, 2),
        amount(standing.mean_cost, 1),
    ]
}

/// What the candidates decide, compared with the first.
fn described(telling: Telling<'_>, told: &FollowUp) -> Table {
    let all: Vec<&FirstStage> = told.candidates.iter().collect();
    let rows = (0..all.len()).map(|index| {
        let differs = told_of(telling, &all, index);
        Row::new(vec![Cell::count(index + 1), Cell::Text(differs)])
    });
    let columns = vec![
        Column::figure(telling.say(&words::candidate())),
        Column::text(telling.say(&words::differs())),
    ];
    let (title, empty) = (words::candidates_title(), words::no_candidates());
    Table::new("study_candidates", telling.say(&title), telling.say(&empty), columns).rows(rows)
}

fn by_future(telling: Telling<'_>, told: &FollowUp) -> Table {
    let heads =
        [words::future(), words::candidate(), words::targets_regret(), words::cost_regret()];
    let mut columns: Vec<Column> =
        heads.iter().map(|head| Column::figure(telling.say(head))).collect();
    columns.push(Column::text(telling.say(&words::outcome())));
    columns.push(Column::text(telling.say(&words::known_worse())));
    let rows = (0..futures(told)).flat_map(|future| {
        let standings = told.regrets.standings.iter().enumerate();
        standings.map(move |(candidate, standing)| {
            let mut cells = vec![Cell::count(future), Cell::count(candidate + 1)];
            cells.extend(regret(telling, standing.regrets[future]));
            Row::new(cells)
        })
    });
    let (title, empty) = (words::regrets_by_future_title(), words::no_candidates());
    Table::new("study_regrets_by_future", telling.say(&title), telling.say(&empty), columns)
        .rows(rows)
}

fn regret(telling: Telling<'_>, regret: Regret) -> [Cell; 4] {
    let say = |text| Cell::Text(telling.say(&text));
    match regret {
        Regret::Of { targets, cost, clear } => [
            Cell::Amount(targets, 2),
            cost.map_or(Cell::Empty, |cost| Cell::Amount(cost, 1)),
            say(words::has_plan()),
            say(if clear { words::yes() } else { words::no() }),
        ],
        Regret::Impossible => {
            [Cell::Empty, Cell::Empty, say(words::impossible()), say(words::yes())]
        }
        Regret::Unknown => [Cell::Empty, Cell::Empty, say(words::unknown()), Cell::Empty],
    }
}

/// Every indicator by candidate.
fn spread(telling: Telling<'_>, told: &FollowUp) -> Table {
    let mut columns = vec![
        Column::text(telling.say(&words::indicator())),
        Column::figure(telling.say(&words::candidate())),
        Column::figure(telling.say(&words::count())),
        Column::figure(telling.say(&words::least())),
    ];
    let quantiles = SHARES.map(|share| format!("{}%", format::plain_number(share * 100.0, 0)));
    columns.extend(quantiles.map(Column::figure));
    columns.push(Column::figure(telling.say(&words::greatest())));
    let rows = (0..telling.manifest.indicators.len()).flat_map(|indicator| {
        let candidates = told.indicators.iter().enumerate();
        candidates.filter_map(move |(candidate, all)| {
            let one = all[indicator]?;
            let scale = one.greatest.abs().max(one.least.abs());
            let mut cells = vec![
                Cell::Text(telling.indicator(indicator)),
                Cell::count(candidate + 1),
                Cell::count(one.count),
                scaled(one.least, scale),
            ];
            cells.extend(one.quantiles.map(|value| scaled(value, scale)));
            cells.push(scaled(one.greatest, scale));
            Some(Row::new(cells))
        })
    });
    let (title, empty) = (words::candidate_spread_title(), words::no_candidates());
    Table::new("study_candidate_indicators", telling.say(&title), telling.say(&empty), columns)
        .rows(rows)
}

pub fn waiting(telling: Telling<'_>, told: &FollowUp) -> Section {
    let section = Section::new(telling.say(&words::waiting_heading()));
    let near: Vec<String> = told
        .regrets
        .near
        .iter()
        .map(|index| telling.say(&words::candidate_name(index + 1)))
        .collect();
    if near.is_empty() {
        return section.note(telling.say(&words::nothing_near()));
    }
    let agreed = told.waiting.agreed.iter();
    let agreed = by_kind(telling, agreed.map(|(name, value)| (name.as_str(), *value)));
    let (title, empty) = (telling.say(&words::agreed_title()), telling.say(&words::none_common()));
    let columns = vec![
        Column::text(telling.say(&words::kind())),
        Column::text(telling.say(&words::decision())),
    ];
    section
        .note(telling.say(&words::waiting_note(&telling.list(&near))))
        .table(Table::new("study_agreed", title, empty, columns).rows(agreed))
        .table(open(telling, told, near))
}

fn open(telling: Telling<'_>, told: &FollowUp, near: Vec<String>) -> Table {
    let mut columns = vec![Column::text(telling.say(&words::decision()))];
    columns.extend(near.into_iter().map(Column::text));
    let mut open: Vec<&(String, Vec<u32>)> = told.waiting.open.iter().collect();
    open.sort_by_key(|(name, _)| Kind::of(name));
    let rows = open.into_iter().map(|(name, values)| {
        let mut cells = vec![Cell::Text(telling.decision(name))];
        let values = values.iter();
        cells.extend(values.map(|value| Cell::Text(telling.decision_value(name, *value))));
        Row::new(cells)
    });
    let (title, empty) = (words::open_title(), words::nothing_waits());
    Table::new("study_open", telling.say(&title), telling.say(&empty), columns).stub(1).rows(rows)
}
