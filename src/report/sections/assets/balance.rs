//! What was there, came in and went out, and what stands where.

use super::{Item, Sum};
use crate::domain::{AssetKind, Text};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::assets as words;
use crate::words::report;

/// Today + bought − disposed of = at the end, by owner, kind and measure word.
pub(super) fn table(view: &View, items: &[Item]) -> Table {
    let say = |text: &Text| view.say(text);
    let mut columns = vec![
        Column::text(say(&report::owner())),
        Column::text(say(&report::kind())),
        Column::text(say(&report::measure())),
    ];
    let parts = || {
        [
            words::today(),
            words::came_in(),
            words::went_out(),
            words::at_end(),
        ]
    };
    columns.extend(parts().iter().map(|part| number_column(view, part)));
    columns.extend(parts().iter().map(|part| value_column(view, part)));
    let mut rows = Vec::new();
    for owner in owners(items) {
        let mine = || items.iter().filter(|item| item.line.owner == *owner);
        for (kind, unit) in kinds(items, owner) {
            let alike = mine().filter(|item| item.kind == kind && item.unit == unit);
            let mut cells = vec![
                Cell::Text(say(owner)),
                Cell::Text(say(&words::kind(kind))),
                Cell::Text(say(unit)),
            ];
            cells.extend(figures(view, alike, true));
            rows.push(Row::new(cells));
        }
        let mut cells = vec![
            Cell::Text(say(owner)),
            Cell::Text(say(&words::subtotal())),
            Cell::Empty,
        ];
        cells.extend(figures(view, mine(), false));
        rows.push(Row::total(cells));
    }
    let mut cells = vec![Cell::Text(say(&report::total())), Cell::Empty, Cell::Empty];
    cells.extend(figures(view, items.iter(), false));
    rows.push(Row::total(cells));
    Table::new(
        "asset_balance",
        say(&words::balance_title()),
        String::new(),
        columns,
    )
    .stub(3)
    .grouped()
    .rows(rows)
}

/// A column of numbers of things.
pub(super) fn number_column(view: &View, part: &Text) -> Column {
    column(view, part, &words::number())
}

/// A column of values.
pub(super) fn value_column(view: &View, part: &Text) -> Column {
    let unit = view.say(&report::wan_yuan());
    column(view, part, &words::value()).unit(unit)
}

fn column(view: &View, part: &Text, what: &Text) -> Column {
    let (part, what) = (view.say(part), view.say(what));
    Column {
        narrow: Some(format!("{part}\n{what}")),
        ..Column::figure(view.say(&words::part_of(&part, &what)))
    }
}

/// The four numbers, where they may be added, and the four values.
fn figures<'i, 'a: 'i>(
    view: &View<'a>,
    items: impl Iterator<Item = &'i Item<'a>> + Clone,
    numbers: bool,
) -> Vec<Cell> {
    let sums = [
        items.clone().map(Item::today).sum::<Sum>(),
        items.clone().map(Item::bought).sum(),
        items.clone().map(Item::disposed).sum(),
        items.map(|item| item.left(view)).sum(),
    ];
    let number = |sum: &Sum| if numbers { count(*sum) } else { Cell::Empty };
    let value = |sum: &Sum| money(*sum);
    sums.iter()
        .map(number)
        .chain(sums.iter().map(value))
        .collect()
}

/// A number of things; nothing if there are none.
#[allow(clippy::cast_precision_loss)]
pub(super) fn count(sum: Sum) -> Cell {
    Cell::some(sum.number as f64)
}

/// A value; nothing if there is none.
pub(super) fn money(sum: Sum) -> Cell {
    if sum.fen == 0 {
        Cell::Empty
    } else {
        Cell::Amount(sum.value().0, 2)
    }
}

/// The owners in the register's order.
fn owners<'i>(items: &'i [Item]) -> Vec<&'i Text> {
    let mut owners: Vec<&Text> = Vec::new();
    for item in items {
        if !owners.contains(&&item.line.owner) {
            owners.push(&item.line.owner);
        }
    }
    owners
}

/// The kinds of an owner's things and their measure words, in order.
fn kinds<'a>(items: &[Item<'a>], owner: &Text) -> Vec<(AssetKind, &'a Text)> {
    let mut kinds: Vec<(AssetKind, &Text)> = Vec::new();
    for kind in AssetKind::ALL {
        for item in items {
            let mine = item.kind == kind && item.line.owner == *owner;
            if mine && !kinds.contains(&(kind, item.unit)) {
                kinds.push((kind, item.unit));
            }
        }
    }
    kinds
}

/// The value of what stands at each campus, today and in each stage.
pub(super) fn by_campus(view: &View, items: &[Item]) -> Table {
    let stages = view.stages();
    let mut columns = vec![
        Column::text(view.say(&report::campus())),
        Column::figure(view.say(&words::today())),
    ];
    columns.extend(view.term_columns(&stages));
    let today = |campus: Option<&str>| -> Sum {
        let here = items.iter();
        let here = here.filter(|item| campus.is_none_or(|campus| item.campus == Some(campus)));
        here.map(Item::today).sum()
    };
    let then = |campus: Option<&str>, start| -> Sum {
        let standing = items.iter().flat_map(|item| item.standing(view, start));
        let here = standing.filter(|(at, _)| campus.is_none_or(|campus| *at == campus));
        here.map(|(_, sum)| sum).sum()
    };
    let cells = |name: String, campus: Option<&str>| {
        let mut cells = vec![Cell::Text(name), money(today(campus))];
        cells.extend(stages.iter().map(|start| money(then(campus, *start))));
        cells
    };
    let rows = view.campuses();
    let rows = rows.map(|campus| Row::new(cells(view.campus(campus), Some(campus))));
    let total = Row::total(cells(view.say(&report::total()), None));
    Table::new(
        "asset_campuses",
        view.say(&words::campuses_title()),
        String::new(),
        columns,
    )
    .stub(1)
    .rows(rows.chain([total]))
}
