//! The plans compared, side by side: a column for each, and which is best by
//! each criterion.

use crate::domain::{Part, Text};
use crate::plan::MoneyItem;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::option_names::names;
use crate::report::sections::capacity;
use crate::report::sections::money::sum;
use crate::report::sections::summary::proven_gap;
use crate::report::view::View;
use crate::words::report as common;
use crate::words::report::appendices as words;

/// The evaluation matrix: the plan and those it is compared with, a line for
/// each criterion, and which of them is best; nothing without any.
pub(super) fn table(own: &View, others: &[View]) -> Option<Table> {
    if others.is_empty() {
        return None;
    }
    let views: Vec<&View> = std::iter::once(own).chain(others).collect();
    let names = names(&views);
    let mut columns = vec![Column::text(own.say(&common::item()))];
    columns.extend(names.iter().enumerate().map(|(at, name)| {
        Column::figure(match at {
            0 => own.say(&words::this_plan(name)),
            _ => name.clone(),
        })
    }));
    columns.push(Column::text(own.say(&words::best())));
    let row = |(title, figure, better): (Text, Figure, Better)| {
        let figures: Vec<Cell> = views.iter().map(|view| figure(view)).collect();
        let best = best(own, &views, (&names, &figures), better);
        let cells = std::iter::once(Cell::Text(own.say(&title))).chain(figures);
        Row::new(cells.chain([best]).collect())
    };
    let title = own.say(&words::options_title());
    let table = Table::new("options", title, String::new(), columns).stub(1);
    Some(table.rows(lines().into_iter().map(row)))
}

/// A figure of a plan.
type Figure = fn(&View) -> Cell;

/// Which of the figures of a line is the best.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Better {
    Less,
    More,
    /// The least cost, as far as it is proven.
    Cost,
    /// Neither.
    Unjudged,
}

fn lines() -> [(Text, Figure, Better); 13] {
    [
        (words::targets_missed(), missed, Better::Less),
        (
            words::in_school_then(),
            |view| at_target(view, |at| at.students_in_school.0),
            Better::More,
        ),
        (words::registered_then(), |view| at_target(view, |at| at.registered.0), Better::More),
        (words::cost_row(), |view| Cell::Amount(cost(view), 1), Better::Cost),
        (words::gap_row(), gap, Better::Unjudged),
        (words::capital_row(), |view| money(view, MoneyItem::is_capital), Better::Less),
        (words::running_row(), |view| money(view, MoneyItem::is_running), Better::Less),
        (words::income_row(), |view| money(view, MoneyItem::is_income), Better::More),
        (
            words::class_moves(),
            |view| Cell::Whole(view.plan.accounts.classes_moved.into()),
            Better::Less,
        ),
        (
            words::student_moves(),
            |view| Cell::Whole(view.plan.accounts.students_moved.0),
            Better::Less,
        ),
        (
            words::postings_row(),
            |view| Cell::Whole(view.plan.accounts.staff_rebased.into()),
            Better::Less,
        ),
        (words::hired_row(), hired, Better::Unjudged),
        (words::tightest_row(), tightest, Better::Less),
    ]
}

fn missed(view: &View) -> Cell {
    Cell::count(view.plan.targets.iter().filter(|one| one.is_missed()).count())
}

fn cost(view: &View) -> f64 {
    view.plan.accounts.cost_wan_yuan.0
}

fn money(view: &View, of: fn(MoneyItem) -> bool) -> Cell {
    Cell::Amount(sum(view, of).0, 1)
}

fn hired(view: &View) -> Cell {
    let hired: u32 = view.plan.hires.iter().map(|one| one.people).sum();
    Cell::Whole(hired.into())
}

fn tightest(view: &View) -> Cell {
    let uses = view.plan.indicators.iter().flat_map(|at| &at.capacity);
    Cell::Share(uses.filter_map(capacity::share).fold(0.0, f64::max))
}

/// Which options are best in a line, as its figures are printed.
fn best(
    own: &View,
    views: &[&View],
    (names, figures): (&[String], &[Cell]),
    better: Better,
) -> Cell {
    let sign = match better {
        Better::Unjudged => return Cell::Empty,
        Better::More => -1.0,
        Better::Less | Better::Cost => 1.0,
    };
    let values: Option<Vec<f64>> =
        figures.iter().map(|cell| cell.number().map(|value| sign * value)).collect();
    let Some(values) = values else {
        return Cell::Empty;
    };
    let printed: Vec<String> =
        figures.iter().map(|cell| format::cell(cell, own.language)).collect();
    let Some(least) =
        (0..values.len()).min_by(|one, other| values[*one].total_cmp(&values[*other]))
    else {
        return Cell::Empty;
    };
    let best: Vec<usize> = (0..values.len()).filter(|at| printed[*at] == printed[least]).collect();
    if best.len() == values.len() {
        return Cell::Text(own.say(&words::alike()));
    }
    let unclear =
        |at: usize| !best.contains(&at) && values[at] - unproven(views[at]) <= values[least];
    if better == Better::Cost && (0..values.len()).any(unclear) {
        return Cell::Text(own.say(&words::not_told_apart()));
    }
    let best: Vec<String> = best.into_iter().map(|at| names[at].clone()).collect();
    Cell::Text(own.list(&best))
}

/// How much less the cost of a plan may be than it is, as far as is proven; all
/// of it where nothing is.
fn unproven(view: &View) -> f64 {
    let mut tiers = view.plan.tiers.iter();
    let tier = tiers.find(|tier| tier.parts.iter().any(|one| one.part == Part::Cost));
    tier.and_then(|tier| Some((tier.value - tier.bound?).max(0.0))).unwrap_or(f64::INFINITY)
}

fn at_target(view: &View, figure: fn(&crate::plan::TermIndicators) -> f64) -> Cell {
    let calendar = &view.scenario.calendar;
    let at = view.indicators(calendar.term(calendar.target));
    at.map_or(Cell::Empty, |at| Cell::Whole(figure(at)))
}

/// How far the cost is from the least that is possible.
fn gap(view: &View) -> Cell {
    let mut tiers = view.plan.tiers.iter();
    let tier = tiers.find(|tier| tier.parts.iter().any(|one| one.part == Part::Cost));
    let gap = tier.and_then(proven_gap);
    gap.map_or(Cell::Empty, |gap| Cell::Text(format::percent_up(gap)))
}
