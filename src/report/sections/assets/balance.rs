//! What was there, came in and went out, and what stands where.

use super::{Item, Sum};
use crate::domain::{AssetKind, Text};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::assets as words;
use crate::words::report;

/// Today + bought − disposed of = at the end, by kind, resource and measure
/// word.
pub(super) fn table(view: &View, items: &[Item]) -> Table {
    let mut columns = vec![
        Column::text(view.say(&report::kind())),
        Column::text(view.say(&report::resource())),
        Column::text(view.say(&report::measure())),
    ];
    columns.extend(parts().iter().map(|part| number_column(view, part)));
    columns.extend(parts().iter().map(|part| value_column(view, part)));
    let mut rows = Vec::new();
    for kind in AssetKind::ALL {
        let of_kind = || items.iter().filter(|item| item.kind == kind);
        for alike in alike(of_kind()) {
            let first = alike[0];
            let resource = first.resource.map(|resource| view.say(&resource.name));
            let sums = sums(view, alike.into_iter());
            let mut cells = vec![
                Cell::Text(view.say(&words::kind(kind))),
                Cell::text(resource.unwrap_or_default()),
                Cell::Text(view.say(first.unit)),
            ];
            cells.extend(sums.iter().map(|sum| count(*sum)));
            cells.extend(sums.iter().map(|sum| money(*sum)));
            rows.push(Row::new(cells));
        }
    }
    let mut cells = vec![Cell::Text(view.say(&report::total()))];
    cells.extend(std::iter::repeat_n(Cell::Empty, 2 + 4));
    cells.extend(sums(view, items.iter()).iter().map(|sum| money(*sum)));
    rows.push(Row::total(cells));
    let title = view.say(&words::balance_title());
    Table::new("asset_balance", title, String::new(), columns)
        .stub(3)
        .grouped()
        .rows(rows)
        .totals(|_, _| true)
}

/// The same values by owner of record.
pub(super) fn by_owner(view: &View, items: &[Item]) -> Table {
    let mut columns =
        vec![Column::text(view.say(&report::owner())), Column::figure(view.say(&words::lines()))];
    columns.extend(parts().iter().map(|part| value_column(view, part)));
    let row = |name: String, mine: &[&Item]| {
        let mut cells = vec![Cell::Text(name), Cell::count(mine.len())];
        let sums = sums(view, mine.iter().copied());
        cells.extend(sums.iter().map(|sum| money(*sum)));
        cells
    };
    let mut rows = Vec::new();
    for owner in owners(items) {
        let mine = items.iter().filter(|item| item.line.owner == *owner);
        let mine: Vec<&Item> = mine.collect();
        rows.push(Row::new(row(view.say(owner), &mine)));
    }
    let all: Vec<&Item> = items.iter().collect();
    rows.push(Row::total(row(view.say(&report::total()), &all)));
    let title = view.say(&words::owners_title());
    Table::new("asset_owners", title, String::new(), columns).rows(rows).totals(|_, _| true)
}

/// What was there, what came in, what went out, what is there at the end.
pub(super) fn parts() -> [Text; 4] {
    [words::today(), words::came_in(), words::went_out(), words::at_end()]
}

/// The four sums of lines.
fn sums<'i, 'a: 'i>(
    view: &View<'a>,
    items: impl Iterator<Item = &'i Item<'a>> + Clone,
) -> [Sum; 4] {
    [
        items.clone().map(Item::today).sum(),
        items.clone().map(Item::bought).sum(),
        items.clone().map(|item| item.gone(view)).sum(),
        items.map(|item| item.left(view)).sum(),
    ]
}

/// Lines whose numbers may be added: of one resource and measure word.
fn alike<'i, 'a>(items: impl Iterator<Item = &'i Item<'a>>) -> Vec<Vec<&'i Item<'a>>> {
    let key = |item: &Item<'a>| (item.resource.map(|resource| &resource.id), item.unit);
    let mut groups: Vec<Vec<&Item>> = Vec::new();
    for item in items {
        match groups.iter_mut().find(|group| key(group[0]) == key(item)) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
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

/// A number of things; nothing if there are none.
#[allow(clippy::cast_precision_loss)]
pub(super) fn count(sum: Sum) -> Cell {
    Cell::some(sum.number as f64)
}

/// A value; nothing if there is none.
pub(super) fn money(sum: Sum) -> Cell {
    if sum.fen == 0 { Cell::Empty } else { Cell::Amount(sum.value().0, 2) }
}

/// The owners in the register's order.
pub(super) fn owners<'i>(items: &'i [Item]) -> Vec<&'i Text> {
    let mut owners: Vec<&Text> = Vec::new();
    for item in items {
        if !owners.contains(&&item.line.owner) {
            owners.push(&item.line.owner);
        }
    }
    owners
}

/// The value of what stands at each campus, today and in each stage.
pub(super) fn by_campus(view: &View, items: &[Item]) -> Table {
    let stages = view.stages();
    let mut columns =
        vec![Column::text(view.say(&report::campus())), Column::figure(view.say(&words::today()))];
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
    let rows =
        rows.map(|campus| Row::new(cells(view.campus(campus), Some(campus))).keyed([campus]));
    let total = Row::total(cells(view.say(&report::total()), None));
    Table::new("asset_campuses", view.say(&words::campuses_title()), String::new(), columns)
        .stub(1)
        .keyed(&[0])
        .rows(rows.chain([total]))
        .totals(|_, _| true)
}
