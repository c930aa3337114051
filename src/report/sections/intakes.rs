//! What the parts of the objective about intakes are made of: swings by
//! programme, applicants without a place, targets under the low forecast.

use crate::domain::{Metric, Part, Text};
use crate::plan::{differences, short_on_low, without_place};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::view::View;
use crate::words::intakes as words;

/// The table, where the objective has such a part.
pub fn table(view: &View) -> Option<Table> {
    let columns = vec![
        Column::text(view.say(&words::what())),
        Column::text(view.say(&words::of())),
        Column::figure(view.say(&words::figure())),
        Column::figure(view.say(&words::weight())),
        Column::text(view.say(&words::when())),
    ];
    view.scenario.counts_intakes().then(|| {
        let rows = swing(view).into_iter().chain(turned_away(view)).chain(on_low(view));
        Table::new("intakes", view.say(&words::title()), view.say(&words::nothing()), columns)
            .stub(2)
            .grouped()
            .rows(rows)
    })
}

fn counts(view: &View, wanted: Part) -> bool {
    let parts = view.scenario.tiers.iter().flat_map(|tier| &tier.parts);
    parts.into_iter().any(|(part, _)| *part == wanted)
}

fn row(view: &View, what: &Text, of: String, figures: [f64; 2], when: Cell) -> Row {
    let [figure, weight] = figures;
    let what = Cell::Text(view.say(what));
    Row::new(vec![what, Cell::Text(of), Cell::Amount(figure, 0), Cell::Amount(weight, 1), when])
}

/// The sum of each programme's swings, and the term of the largest.
fn swing(view: &View) -> Vec<Row> {
    if !counts(view, Part::Swing) {
        return Vec::new();
    }
    let programmes = view.scenario.programmes.iter_enumerated();
    let rows = programmes.filter_map(|(id, programme)| {
        let found = differences(view.scenario, view.plan, id);
        let (when, _) = found.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        let sum = found.iter().map(|(_, by)| by).sum();
        let weight = view.scenario.intakes.of_swing(id);
        let when = if sum > 0.0 { Cell::Term(*when) } else { Cell::Empty };
        Some(row(view, &words::swing(), view.say(&programme.name), [sum, weight], when))
    });
    rows.collect()
}

fn turned_away(view: &View) -> Vec<Row> {
    if !counts(view, Part::TurnedAway) {
        return Vec::new();
    }
    let scenario = view.scenario;
    let rows = without_place(scenario, view.plan).into_iter().filter_map(|(of, without)| {
        let (name, weight) = match of {
            (Some(pool), _) => {
                let weight = scenario.intakes.turned_away_of_pool.get(&pool);
                (&scenario.pools[pool].name, weight)
            }
            (None, programme) => {
                let programme = programme?;
                let weight = scenario.intakes.turned_away.get(&programme);
                (&scenario.programmes[programme].name, weight)
            }
        };
        let figures = [without, weight.copied().unwrap_or(1.0)];
        Some(row(view, &words::turned_away(), view.say(name), figures, Cell::Empty))
    });
    rows.collect()
}

/// What each target of students falls short by at most, and when.
fn on_low(view: &View) -> Vec<Row> {
    if !counts(view, Part::Margins) {
        return Vec::new();
    }
    let targets = view.scenario.targets.iter();
    let targets = targets.filter(|target| target.metric != Metric::ClassesInSchool);
    let rows = targets.filter_map(|target| {
        let found = short_on_low(view.scenario, view.plan, target);
        let (when, most) = found.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        let when = if *most > 0.0 { Cell::Term(*when) } else { Cell::Empty };
        let figures = [*most, target.weight];
        Some(row(view, &words::short_on_low(), view.say(&target.name), figures, when))
    });
    rows.collect()
}
