//! Which factor matters most for what.

use super::{Telling, digits, scaled};
use crate::domain::Text;
use crate::experiment::specification::indicator::Indicator;
use crate::experiment::specification::manifest::DesignEntry;
use crate::experiment::summary::influence::{Influence, Verdict};
use crate::experiment::summary::{Figure, Tornado, proven};
use crate::report::analysis::chart;
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::format;
use crate::words::summary as words;

/// Indicators that are shown one by one where none is part of the objective.
const MOST_OTHERS: usize = 4;

pub fn section(telling: Telling<'_>) -> Section {
    let mut section = Section::new(telling.say(&words::tornado_heading()));
    for note in notes(telling) {
        section = section.note(telling.say(&note));
    }
    section = section.table(shares(telling, "study_shares", false));
    for (place, tornado) in shown(telling).into_iter().enumerate() {
        section = section.table(one(telling, place, tornado));
    }
    section
        .table(shares(telling, "study_shares_all", true).for_files())
        .table(all(telling).for_files())
        .table(level_means(telling).for_files())
}

fn notes(telling: Telling<'_>) -> Vec<Text> {
    let mut notes = vec![words::share_note()];
    let missing = telling.summary.futures - telling.planned();
    if telling.manifest.design == DesignEntry::Grid {
        notes.push(words::grid_note());
        if missing > 0 {
            notes.push(words::uneven_note(missing));
        }
    } else {
        notes.push(words::sample_note());
    }
    notes.push(words::noise_note());
    notes
}

/// How an indicator ranks for the screen: parts of the objective before others,
/// single items of money not at all.
fn rank(telling: Telling<'_>, figure: Figure) -> Option<usize> {
    match figure {
        Figure::Planned | Figure::TargetsMet => Some(0),
        Figure::Indicator(index) => {
            match proven::indicator(&telling.manifest.indicators[index].key) {
                Some(Indicator::Value(_)) => Some(0),
                Some(Indicator::Money(_)) => None,
                _ => Some(1),
            }
        }
    }
}

/// The tornados that are shown one by one.
pub fn shown(telling: Telling<'_>) -> Vec<&Tornado> {
    let ranked = |wanted| {
        let all = telling.summary.tornado.iter();
        all.filter(move |one| rank(telling, one.figure) == Some(wanted))
    };
    let parts: Vec<&Tornado> = ranked(0).collect();
    if parts.is_empty() { ranked(1).take(MOST_OTHERS).collect() } else { parts }
}

/// Shares of variance: a row for each figure, a column for each factor.
fn shares(telling: Telling<'_>, key: &'static str, everything: bool) -> Table {
    let mut columns = vec![Column::text(telling.say(&words::indicator()))];
    let factors = 0..telling.manifest.factors.len();
    columns.extend(factors.clone().map(|one| Column::figure(telling.factor(one))));
    columns.push(Column::figure(telling.say(&words::rest())));
    let rows = telling.summary.tornado.iter();
    let rows = rows.filter(|one| everything || rank(telling, one.figure).is_some());
    let rows = rows.map(|tornado| {
        let mut cells = vec![Cell::Text(telling.figure(tornado.figure))];
        cells.extend(factors.clone().map(|factor| {
            let mut all = tornado.influences.iter();
            all.find(|one| one.factor == factor).map_or(Cell::Empty, share_cell)
        }));
        let rest = tornado.rest.map(percent);
        cells.push(rest.map_or(Cell::Empty, Cell::Text));
        Row::new(cells)
    });
    let title = telling.say(&words::shares_title());
    Table::new(key, title, telling.say(&words::nothing_varies()), columns).stub(1).rows(rows)
}

fn percent(share: f64) -> String {
    format::number(share * 100.0, 0)
}

/// A share in percent, marked where the swing is unknown or unproven.
fn share_cell(influence: &Influence) -> Cell {
    let verdict = influence.swing.map(|swing| swing.verdict);
    let mark = match verdict {
        Some(Verdict::WithinGaps | Verdict::WithinChance) => "?",
        Some(Verdict::Unproven) => "~",
        _ => "",
    };
    let share = influence.share;
    share.map_or(Cell::Empty, |share| Cell::Text(percent(share) + mark))
}

/// Keys of the tables of single figures: a table needs a name of its own.
const KEYS: [&str; 8] = [
    "study_tornado_1",
    "study_tornado_2",
    "study_tornado_3",
    "study_tornado_4",
    "study_tornado_5",
    "study_tornado_6",
    "study_tornado_7",
    "study_tornado_8",
];

fn one(telling: Telling<'_>, place: usize, tornado: &Tornado) -> Table {
    let name = telling.figure(tornado.figure);
    let largest = largest(tornado);
    let mut columns = columns(telling);
    let drawn = Column { whole: true, ..Column::text(telling.say(&words::drawn())) };
    columns.insert(6, drawn);
    let rows = tornado.influences.iter().map(|influence| {
        let mut cells = cells(telling, influence);
        let swing = influence.swing.map_or(0.0, |swing| swing.by);
        cells.insert(6, Cell::Text(chart::swing(swing, largest)));
        Row::new(cells)
    });
    let key = KEYS[place.min(KEYS.len() - 1)];
    let title = telling.say(&words::tornado_title(&name));
    Table::new(key, title, telling.say(&words::nothing_varies()), columns).rows(rows)
}

/// The largest swing.
pub fn largest(tornado: &Tornado) -> f64 {
    let swings = tornado.influences.iter().filter_map(|one| one.swing);
    swings.map(|swing| swing.by.abs()).fold(0.0, f64::max)
}

fn columns(telling: Telling<'_>) -> Vec<Column> {
    let text = |text: Text| Column::text(telling.say(&text));
    let figure = |text: Text| Column::figure(telling.say(&text));
    vec![
        text(words::factor()),
        figure(words::share()),
        text(words::from_to()),
        figure(words::mean_first()),
        figure(words::mean_last()),
        figure(words::swing()),
        text(words::said()),
    ]
}

/// A factor's first and last level.
fn from_to(telling: Telling<'_>, influence: &Influence) -> Option<String> {
    let levels = &telling.summary.factors[influence.factor];
    let (first, last) = levels.first().zip(levels.last())?;
    let ends = words::level_to_level(&telling.level(first), &telling.level(last));
    Some(telling.say(&ends))
}

/// A factor with its first and last level.
pub fn ends(telling: Telling<'_>, influence: &Influence) -> String {
    let name = telling.factor(influence.factor);
    match from_to(telling, influence) {
        Some(ends) => format!("{name} {ends}"),
        None => name,
    }
}

fn cells(telling: Telling<'_>, influence: &Influence) -> Vec<Cell> {
    let ends = from_to(telling, influence);
    let mut cells = vec![
        Cell::Text(telling.factor(influence.factor)),
        influence.share.map_or(Cell::Empty, Cell::Share),
        ends.map_or(Cell::Empty, Cell::Text),
    ];
    match influence.swing {
        Some(swing) => {
            let scale = swing.first.abs().max(swing.last.abs());
            let figures = [swing.first, swing.last, swing.by];
            cells.extend(figures.map(|figure| scaled(figure, scale)));
        }
        None => cells.extend([Cell::Empty, Cell::Empty, Cell::Empty]),
    }
    cells.push(Cell::Text(telling.say(&verdict(influence))));
    cells
}

/// What can be said of a swing.
pub fn verdict(influence: &Influence) -> Text {
    match influence.swing.map(|swing| swing.verdict) {
        None => words::not_compared(),
        Some(Verdict::None) => words::no_swing(),
        Some(Verdict::Clear) => words::clear(),
        Some(Verdict::WithinGaps) => words::within_gaps(),
        Some(Verdict::WithinChance) => words::within_chance(),
        Some(Verdict::Unproven) => words::unproven_swing(),
    }
}

/// Every tornado in one table.
pub fn all(telling: Telling<'_>) -> Table {
    let mut columns = columns(telling);
    columns.insert(0, Column::text(telling.say(&words::indicator())));
    let rows = telling.summary.tornado.iter().flat_map(|tornado| {
        tornado.influences.iter().map(move |influence| {
            let mut cells = cells(telling, influence);
            cells.insert(0, Cell::Text(telling.figure(tornado.figure)));
            Row::new(cells)
        })
    });
    let title = telling.say(&words::all_tornados_title());
    let empty = telling.say(&words::nothing_varies());
    Table::new("study_tornado", title, empty, columns).rows(rows)
}

fn level_means(telling: Telling<'_>) -> Table {
    let columns = vec![
        Column::text(telling.say(&words::indicator())),
        Column::text(telling.say(&words::factor())),
        Column::text(telling.say(&words::level())),
        Column::figure(telling.say(&words::count())),
        Column::figure(telling.say(&words::mean())),
    ];
    let rows = telling.summary.tornado.iter().flat_map(|tornado| {
        tornado.influences.iter().flat_map(move |influence| {
            let levels = &telling.summary.factors[influence.factor];
            levels.iter().zip(&influence.means).map(move |(level, mean)| {
                let scale = mean.mean.unwrap_or(0.0);
                Row::new(vec![
                    Cell::Text(telling.figure(tornado.figure)),
                    Cell::Text(telling.factor(influence.factor)),
                    Cell::Text(telling.level(level)),
                    Cell::count(mean.count),
                    mean.mean.map_or(Cell::Empty, |mean| Cell::Amount(mean, digits(scale))),
                ])
            })
        })
    });
    let title = telling.say(&words::level_means_title());
    let empty = telling.say(&words::nothing_varies());
    Table::new("study_level_means", title, empty, columns).rows(rows)
}
