//! Classes on the campuses stage by stage, and their moves from one to
//! another: a lane for each campus, so that who stays goes straight on.

mod diagram;
mod drawing;

use super::Chart;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::format;
use crate::report::view::View;
use crate::words::charts as words;
use diagram::Flow;

/// The chart; nothing without classes.
pub fn chart(view: &View) -> Option<Chart> {
    let flow = Flow::new(view);
    if flow.lanes.is_empty() {
        return None;
    }
    let title = view.say(&words::flow_title());
    let description = description(view, &flow);
    Some(Chart {
        key: "flow",
        svg: drawing::draw(view, &flow, &title, &description),
        numbers: numbers(view, &flow),
        title,
        description,
    })
}

fn description(view: &View, flow: &Flow) -> String {
    let moves: Vec<_> = flow.moves().collect();
    let all: f64 = moves.iter().map(|(.., step)| step.classes).sum();
    let most = moves
        .iter()
        .copied()
        .reduce(|most, next| if next.3.classes > most.3.classes { next } else { most });
    let most = most.map(|(column, before, after, step)| {
        view.say(&words::most_moves(
            &view.campus(&flow.lanes[before]),
            &view.campus(&flow.lanes[after]),
            &view.term(flow.stages[column - 1]),
            &format::number(step.classes, 0),
        ))
    });
    let all = format::number(all, 0);
    view.say(&words::flow_description(&all, &most.unwrap_or_default()))
}

fn numbers(view: &View, flow: &Flow) -> Table {
    let columns = vec![
        Column::text(view.say(&words::at())),
        Column::text(view.say(&words::origin())),
        Column::text(view.say(&words::destination())),
        Column::figure(view.say(&words::classes())),
        Column::figure(view.say(&words::students())),
    ];
    let rows = flow.steps.iter().map(|((column, before, after), step)| {
        let name = |lane: &Option<usize>, outside: crate::domain::Text| match lane {
            Some(lane) => view.campus(&flow.lanes[*lane]),
            None => view.say(&outside),
        };
        Row::new(vec![
            Cell::Term(flow.stages[column - 1]),
            Cell::Text(name(before, words::newcomers())),
            Cell::Text(name(after, words::leavers())),
            Cell::Whole(step.classes),
            Cell::some(step.students),
        ])
    });
    let title = view.say(&words::flow_title());
    Table::new("chart_flow", title, String::new(), columns).grouped().rows(rows)
}
