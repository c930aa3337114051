//! What moves, and what stays with its owner when a campus is left.

use super::balance::{count, money};
use super::{Item, Sum, leavings};
use crate::domain::Term;
use crate::plan::TermKey;
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::assets as words;
use crate::words::report;

/// Things of a line that move at the start of a stage.
pub(super) struct Move<'a> {
    /// Campuses that they leave.
    from: Vec<&'a str>,
    /// Campuses at which they arrive, with how many.
    pub(super) to: Vec<(&'a str, Sum)>,
}

impl Move<'_> {
    /// All of them.
    pub(super) fn sum(&self) -> Sum {
        self.to.iter().map(|(_, sum)| *sum).sum()
    }
}

/// What of a line moves at the start of a stage.
pub(super) fn moved<'a>(view: &View<'a>, item: &Item<'a>, start: Term) -> Option<Move<'a>> {
    if item.line.bought.as_ref().is_some_and(|bought| start <= bought.at.0) {
        return None;
    }
    let (before, now) = (item.before(view, start), item.standing(view, start));
    let find = |list: &[(&str, Sum)], campus: &str| -> Sum {
        let found = list.iter().find(|(at, _)| *at == campus);
        found.map_or(Sum::default(), |(_, sum)| *sum)
    };
    let mut step = Move { from: Vec::new(), to: Vec::new() };
    for campus in view.campuses() {
        let gone = item.line.disposed.iter();
        let gone = gone.filter(|one| one.campus == campus && one.at == TermKey(start));
        let gone: Sum = gone.map(|one| Sum::of(one.number, one.value_wan_yuan)).sum();
        let (before, now) = (find(&before, campus), find(&now, campus));
        let kept = before.number - gone.number.min(before.number);
        if now.number < kept {
            step.from.push(campus);
        } else if now.number > kept {
            let sum = Sum { number: now.number - kept, fen: now.fen - (before.fen - gone.fen) };
            step.to.push((campus, sum));
        }
    }
    (!step.to.is_empty()).then_some(step)
}

/// Every move, by stage.
pub(super) fn table(view: &View, items: &[Item]) -> Table {
    let columns = vec![
        Column::text(view.say(&report::when())),
        Column::text(view.say(&words::register_number())),
        Column::text(view.say(&words::name())),
        Column::text(view.say(&report::from())),
        Column::text(view.say(&report::to())),
        Column::figure(view.say(&words::number())),
        Column::text(view.say(&report::measure())),
        Column::figure(view.say(&words::value())).unit(view.say(&report::wan_yuan())),
        Column::text(view.say(&words::valuation())),
    ];
    let mut rows = Vec::new();
    for start in view.stages() {
        for item in items {
            let Some(step) = moved(view, item, start) else {
                continue;
            };
            let from: Vec<String> = step.from.iter().map(|from| view.campus(from)).collect();
            let sum = step.sum();
            rows.push(Row::new(vec![
                Cell::Term(start),
                Cell::text(&item.key),
                Cell::Text(view.say(item.name)),
                Cell::Text(view.list(&from)),
                Cell::Text(places(view, &step.to)),
                count(sum),
                Cell::Text(view.say(item.unit)),
                money(sum),
                Cell::Text(view.say(&valuation(item, start))),
            ]));
        }
    }
    Table::new(
        "asset_moves",
        view.say(&words::moves_title()),
        view.say(&words::no_moves()),
        columns,
    )
    .grouped()
    .rows(rows)
}

/// Campuses, with how many where there are several.
pub(super) fn places(view: &View, places: &[(&str, Sum)]) -> String {
    let alone = places.len() == 1;
    let place = |(campus, sum): &(&str, Sum)| {
        let name = view.campus(campus);
        if alone { name } else { format!("{name} {}", sum.number) }
    };
    let places: Vec<String> = places.iter().map(place).collect();
    view.list(&places)
}

fn valuation(item: &Item, start: Term) -> crate::domain::Text {
    if item.line.bought.is_some() {
        return words::at_cost();
    }
    match item.valued {
        None => words::not_valued(),
        Some(valued) if item.line.moved_unvalued.contains(&TermKey(start)) => {
            words::valued_late(&valued.to_string())
        }
        Some(valued) => words::valued(&valued.to_string()),
    }
}

/// Land, buildings and other immovable things of campuses that are left: they
/// stay with their owner.
pub(super) fn premises(view: &View, items: &[Item]) -> Table {
    let columns = vec![
        Column::text(view.say(&report::when())),
        Column::text(view.say(&report::campus())),
        Column::text(view.say(&report::owner())),
        Column::text(view.say(&words::what_becomes())),
        Column::figure(view.say(&words::lines())),
        Column::figure(view.say(&words::value())).unit(view.say(&report::wan_yuan())),
    ];
    let mut rows = Vec::new();
    for (start, campus, over) in leavings(view) {
        let campus = view.scenario.campuses[campus].id.as_str();
        let here = |item: &Item| -> Sum {
            let standing = item.standing(view, start).into_iter();
            standing.filter(|(at, _)| *at == campus).map(|(_, sum)| sum).sum()
        };
        let stays = items.iter().filter(|item| !item.movable);
        let stays = stays.map(|item| (item, here(item)));
        let stays: Vec<_> = stays.filter(|(_, sum)| sum.number > 0).collect();
        let mut owners: Vec<&crate::domain::Text> = Vec::new();
        for (item, _) in &stays {
            if !owners.contains(&&item.line.owner) {
                owners.push(&item.line.owner);
            }
        }
        for owner in owners {
            let mine = stays.iter().filter(|(item, _)| item.line.owner == *owner);
            let sum: Sum = mine.clone().map(|(_, sum)| *sum).sum();
            let fate = if over { words::returned() } else { words::kept() };
            rows.push(Row::new(vec![
                Cell::Term(start),
                Cell::Text(view.campus(campus)),
                Cell::Text(view.say(owner)),
                Cell::Text(view.say(&fate)),
                Cell::count(mine.count()),
                money(sum),
            ]));
        }
    }
    Table::new(
        "asset_premises",
        view.say(&words::premises_title()),
        view.say(&words::no_premises()),
        columns,
    )
    .grouped()
    .rows(rows)
}
