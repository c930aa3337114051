//! What becomes of vacated premises.

use crate::domain::{AfterUse, Text};
use crate::plan::{MoneyItem, Vacated, vacated};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::afterwards as words;
use crate::words::report;

/// The table, where the scenario says of a campus what becomes of it.
pub fn table(view: &View) -> Option<Table> {
    let mut campuses = view.scenario.campuses.iter();
    if !campuses.any(|campus| campus.afterwards.is_some()) {
        return None;
    }
    let mut columns = vec![
        Column::text(view.say(&report::campus())),
        Column::text(view.say(&words::how())),
        Column::text(view.say(&words::vacant_from())),
        Column::text(view.say(&words::effective())),
    ];
    let figures =
        [words::cost(), words::upkeep(), words::proceeds(), words::released(), words::unvalued()];
    columns.extend(figures.iter().map(|figure| Column::figure(view.say(figure))));
    let rows = vacated(view.scenario, view.plan).into_iter().map(|one| row(view, &one));
    Some(
        Table::new("afterwards", view.say(&words::title()), view.say(&words::empty()), columns)
            .stub(1)
            .keyed(&[0])
            .rows(rows),
    )
}

fn row(view: &View, one: &Vacated) -> Row {
    let campus = &view.scenario.campuses[one.campus];
    let money = one.money(view.scenario);
    let sum = |items: &[MoneyItem]| -> f64 {
        let mine = money.iter().filter(|(item, ..)| items.contains(item));
        mine.map(|(_, _, amount)| amount).sum()
    };
    let lines = view.plan.assets.iter().flat_map(|line| &line.released);
    let lines = lines.filter(|gone| gone.campus == campus.id);
    let value: f64 = lines.clone().map(|gone| gone.value_wan_yuan.0).sum();
    let unvalued = lines.filter(|gone| gone.unvalued).map(|gone| gone.value_wan_yuan.0);
    let effective = match one.afterwards.how {
        AfterUse::Mothball => Cell::Empty,
        _ => Cell::Term(one.effective),
    };
    let amount = |amount: f64, digits: usize| match amount {
        0.0 => Cell::Empty,
        amount => Cell::Amount(amount, digits),
    };
    Row::new(vec![
        Cell::Text(view.say(&campus.name)),
        Cell::Text(view.say(&words::becomes(one.afterwards.how))),
        Cell::Term(one.from),
        effective,
        amount(sum(&[MoneyItem::Release]), 1),
        amount(sum(&[MoneyItem::Vacant]), 1),
        amount(sum(&[MoneyItem::Sale, MoneyItem::Rent]), 1),
        amount(value, 2),
        amount(unvalued.sum(), 2),
    ])
    .keyed([&campus.id])
}

/// A thing that leaves the register before it has been valued.
pub fn unvalued(view: &View, how: AfterUse) -> Text {
    words::left_unvalued(&view.say(&words::becomes(how)))
}
