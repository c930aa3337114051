//! What became of the futures: counts, reasons, levels.

use super::{Telling, share};
use crate::domain::Text;
use crate::experiment::run::row::RowStatus;
use crate::experiment::specification::manifest::DesignEntry;
use crate::experiment::summary::endings::STATUSES;
use crate::plan::Status;
use crate::report::document::{Cell, Column, Row, Section, Table};
use crate::report::format;
use crate::words::summary as words;

/// Reasons that are shown; all are in the files.
const MOST_REASONS: usize = 8;

/// Characters of a reason that are shown; all of it is in the files.
const LONGEST_REASON: usize = 90;

pub fn section(telling: Telling<'_>) -> Section {
    let summary = telling.summary;
    let (planned, futures) = (telling.planned(), summary.futures);
    let base = telling.say(&telling.manifest.base.name);
    let design = telling.say(&design(telling.manifest.design));
    let mut section = Section::new(telling.say(&words::overview_heading()))
        .note(telling.say(&words::made_of(&base, &design, futures)))
        .note(telling.say(&words::became(&became(telling))));
    if let Some(told) = telling.follow_up {
        let regrets = told.regrets.standings.iter().map(|one| one.regrets.len());
        let each = regrets.max().unwrap_or(0);
        section = section.note(telling.say(&words::followed_note(told.candidates.len(), each)));
    }
    if planned == 0 {
        section = section.note(telling.say(&words::nothing_planned()));
    } else {
        section = section
            .note(telling.say(&words::ended(&ended(telling))))
            .note(telling.say(&words::denominators(planned, futures)));
    }
    let reasons = summary.endings.reasons.len();
    if reasons > MOST_REASONS {
        section = section.note(telling.say(&words::more_reasons(reasons, MOST_REASONS)));
    }
    section
        .table(reasons_table(telling, "study_reasons", MOST_REASONS, LONGEST_REASON))
        .table(reasons_table(telling, "study_reasons_all", usize::MAX, usize::MAX).for_files())
        .table(levels_table(telling))
}

fn design(design: DesignEntry) -> Text {
    match design {
        DesignEntry::Grid => words::grid(),
        DesignEntry::LatinHypercube { seed, .. } => words::latin_hypercube(seed),
        DesignEntry::MonteCarlo { seed, .. } => words::monte_carlo(seed),
    }
}

/// What became of a future, in a word.
pub fn status(status: RowStatus) -> Text {
    match status {
        RowStatus::Verified => words::verified(),
        RowStatus::Unverified => words::unverified(),
        RowStatus::Infeasible => words::infeasible(),
        RowStatus::NothingFound => words::nothing_found(),
        RowStatus::Failed => words::failed(),
    }
}

fn became(telling: Telling<'_>) -> String {
    let all = STATUSES.into_iter().zip(telling.summary.endings.statuses);
    let there = all.filter(|(_, count)| *count > 0);
    let told: Vec<String> = there
        .map(|(one, count)| counted(telling, &status(one), count, telling.summary.futures))
        .collect();
    telling.list(&told)
}

fn ended(telling: Telling<'_>) -> String {
    let all = telling.summary.endings.ended.iter();
    let told: Vec<String> = all
        .map(|(one, count)| counted(telling, &ending(*one), *count, telling.planned()))
        .collect();
    telling.list(&told)
}

fn counted(telling: Telling<'_>, name: &Text, count: usize, of: usize) -> String {
    let share = format::cell(&share(count, of), telling.language);
    telling.say(&words::of_all(&telling.say(name), count, &share))
}

fn ending(status: Status) -> Text {
    match status {
        Status::GapReached => words::gap_reached(),
        Status::Settled => words::settled(),
        Status::TimeLimit => words::time_limit(),
        Status::WorkLimit => words::work_limit(),
        Status::Interrupted => words::interrupted(),
    }
}

fn reasons_table(telling: Telling<'_>, key: &'static str, most: usize, longest: usize) -> Table {
    let rows = telling.summary.endings.reasons.iter().take(most).map(|reason| {
        let why = telling.say(&reason.why);
        let why = if why.chars().count() > longest {
            why.chars().take(longest).chain("……".chars()).collect()
        } else {
            why
        };
        Row::new(vec![
            Cell::Text(telling.say(&status(reason.status))),
            Cell::Text(why),
            Cell::count(reason.futures),
            Cell::count(reason.first),
        ])
    });
    let columns = vec![
        Column::text(telling.say(&words::outcome())),
        Column::text(telling.say(&words::why())),
        Column::figure(telling.say(&words::futures())),
        Column::figure(telling.say(&words::first_plan())),
    ];
    let (title, empty) = (words::reasons_title(), words::no_reasons());
    Table::new(key, telling.say(&title), telling.say(&empty), columns).rows(rows)
}

/// Futures by level and outcome; outcomes that nowhere occur have no column.
fn levels_table(telling: Telling<'_>) -> Table {
    let endings = &telling.summary.endings;
    let there: Vec<usize> = (0..STATUSES.len()).filter(|at| endings.statuses[*at] > 0).collect();
    let mut columns = vec![
        Column::text(telling.say(&words::factor())),
        Column::text(telling.say(&words::level())),
        Column::figure(telling.say(&words::futures())),
    ];
    let heads = there.iter().map(|at| telling.say(&status(STATUSES[*at])));
    columns.extend(heads.map(Column::figure));
    let levels = telling.summary.factors.iter().enumerate();
    let rows = levels.flat_map(|(factor, levels)| {
        let there = &there;
        levels.iter().zip(&endings.at[factor]).map(move |(level, counts)| {
            let mut cells = vec![
                Cell::Text(telling.factor(factor)),
                Cell::Text(telling.level(level)),
                Cell::count(counts.iter().sum()),
            ];
            cells.extend(there.iter().map(|at| Cell::count(counts[*at])));
            Row::new(cells)
        })
    });
    let title = telling.say(&words::levels_title());
    Table::new("study_levels", title, String::new(), columns).grouped().rows(rows)
}
