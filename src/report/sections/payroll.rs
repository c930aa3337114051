//! Pay of the present staff, and posts of leaders and support staff by term.

use crate::domain::{PostKind, Term, Text};
use crate::plan::{Posts, posts, staff_pay};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::payroll as words;

/// The table, where the scenario states pay.
pub fn table(view: &View) -> Option<Table> {
    let payroll = view.scenario.payroll.as_ref()?;
    let terms = view.terms();
    let mut columns =
        vec![Column::text(view.say(&words::what())), Column::text(view.say(&words::line()))];
    columns.extend(view.term_columns(&terms));
    let mut rows = staff(view, &terms);
    for kind in &payroll.posts {
        rows.extend(of_kind(view, kind));
    }
    let table = Table::new("payroll", view.say(&words::title()), String::new(), columns);
    Some(table.stub(2).grouped().rows(rows))
}

fn row(view: &View, what: &str, line: &Text, figures: impl Iterator<Item = f64>) -> Row {
    let mut cells = vec![Cell::text(what), Cell::Text(view.say(line))];
    cells.extend(figures.map(|figure| Cell::Amount(figure, 1)));
    Row::new(cells)
}

/// Present staff, who fall in number as they retire.
#[allow(clippy::cast_precision_loss)]
fn staff(view: &View, terms: &[Term]) -> Vec<Row> {
    let what = view.say(&words::teachers());
    let groups = || view.scenario.staff.iter();
    let working = |term: &Term| groups().map(|group| group.working(*term)).sum::<usize>() as f64;
    let pay = staff_pay(view.scenario).into_iter().map(|(_, pay)| pay);
    vec![
        row(view, &what, &words::people(), terms.iter().map(working)),
        row(view, &what, &words::pay(), pay),
    ]
}

fn of_kind(view: &View, kind: &PostKind) -> Vec<Row> {
    let what = view.say(&kind.name);
    let found = posts(view.scenario, view.plan, kind);
    let line = |line: &Text, figure: &dyn Fn(&Posts) -> f64| {
        row(view, &what, line, found.iter().map(figure))
    };
    vec![
        line(&words::needed(), &|posts| posts.needed),
        line(&words::left(), &|posts| posts.left),
        line(&words::filled(), &Posts::filled),
        line(&words::pay(), &|posts| posts.pay),
    ]
}
