//! The plans compared, side by side: a column for each.

use crate::domain::Part;
use crate::plan::MoneyItem;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::sections::capacity;
use crate::report::sections::money::sum;
use crate::report::sections::summary::proven_gap;
use crate::report::view::View;
use crate::words::report as common;
use crate::words::report::appendices as words;

/// The plan and those it is compared with; nothing without any.
pub(super) fn table(own: &View, others: &[View]) -> Option<Table> {
    if others.is_empty() {
        return None;
    }
    let views: Vec<&View> = std::iter::once(own).chain(others).collect();
    let mut columns = vec![Column::text(own.say(&common::item()))];
    columns.extend(views.iter().enumerate().map(|(at, view)| {
        let name = view.say(&view.scenario.name);
        Column::figure(match at {
            0 => own.say(&words::this_plan(&name)),
            _ => name,
        })
    }));
    let row = |(title, figure): (crate::domain::Text, Figure)| {
        let mut cells = vec![Cell::Text(own.say(&title))];
        cells.extend(views.iter().map(|view| figure(view)));
        Row::new(cells)
    };
    let title = own.say(&words::options_title());
    let table = Table::new("options", title, String::new(), columns).stub(1);
    Some(table.rows(lines().into_iter().map(row)))
}

/// A figure of a plan.
type Figure = fn(&View) -> Cell;

fn lines() -> [(crate::domain::Text, Figure); 13] {
    [
        (words::targets_missed(), |view| {
            let missed = view.plan.targets.iter().filter(|one| one.is_missed());
            Cell::count(missed.count())
        }),
        (words::in_school_then(), |view| at_target(view, |at| at.students_in_school.0)),
        (words::registered_then(), |view| at_target(view, |at| at.registered.0)),
        (words::cost_row(), |view| Cell::Amount(view.plan.accounts.cost_wan_yuan.0, 1)),
        (words::gap_row(), gap),
        (words::capital_row(), |view| Cell::Amount(sum(view, MoneyItem::is_capital).0, 1)),
        (words::running_row(), |view| Cell::Amount(sum(view, MoneyItem::is_running).0, 1)),
        (words::income_row(), |view| Cell::Amount(sum(view, MoneyItem::is_income).0, 1)),
        (words::class_moves(), |view| Cell::Whole(view.plan.accounts.classes_moved.into())),
        (words::student_moves(), |view| Cell::Whole(view.plan.accounts.students_moved.0)),
        (words::postings_row(), |view| Cell::Whole(view.plan.accounts.staff_rebased.into())),
        (words::hired_row(), |view| {
            let hired: u32 = view.plan.hires.iter().map(|one| one.people).sum();
            Cell::Whole(hired.into())
        }),
        (words::tightest_row(), |view| {
            let uses = view.plan.indicators.iter().flat_map(|at| &at.capacity);
            Cell::Share(uses.filter_map(capacity::share).fold(0.0, f64::max))
        }),
    ]
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
