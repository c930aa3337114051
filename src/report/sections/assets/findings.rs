//! What someone should look at: things that move before they are valued, that
//! stand idle at a campus not in use, and disposals that had to be made up from
//! other lines.

use super::balance::{count, money};
use super::moves::moved;
use super::{Item, Sum};
use crate::domain::{Term, Text};
use crate::report::document::{Cell, Column, Row, Table};
use crate::report::sections::afterwards;
use crate::report::sections::campuses::{self, Change};
use crate::report::view::View;
use crate::words::assets as words;
use crate::words::report;

/// A finding about a line.
pub(super) struct Finding<'i, 'a> {
    at: Term,
    item: &'i Item<'a>,
    sum: Sum,
    what: Text,
}

/// The findings, by stage and line.
pub(super) fn findings<'i, 'a>(view: &View<'a>, items: &'i [Item<'a>]) -> Vec<Finding<'i, 'a>> {
    let mut findings = Vec::new();
    for start in view.stages() {
        for item in items {
            let unvalued = item.line.moved_unvalued.iter().any(|at| at.0 == start);
            if let Some(step) = moved(view, item, start).filter(|_| unvalued) {
                let what = match item.valued {
                    None => words::moves_unvalued(),
                    Some(valued) => words::moves_before_valuation(&valued.to_string()),
                };
                findings.push(Finding { at: start, item, sum: step.sum(), what });
            }
        }
    }
    findings.extend(items.iter().flat_map(|item| unvalued(view, item)));
    let movable = items.iter().filter(|item| item.movable);
    findings.extend(movable.flat_map(|item| idle(view, item)));
    findings.extend(items.iter().filter_map(|item| made_up(view, item)));
    findings.sort_by_key(|finding| finding.at);
    findings
}

/// Movable things that arrive at a campus not in use, or are left at one that
/// closes.
fn idle<'i, 'a>(view: &View<'a>, item: &'i Item<'a>) -> Vec<Finding<'i, 'a>> {
    let mut findings = Vec::new();
    for campus in &view.scenario.campuses {
        for (start, change) in campuses::changes(view, campus) {
            let here = |places: &[(&str, Sum)]| {
                let here = places.iter().find(|(at, _)| *at == campus.id);
                here.map_or(Sum::default(), |(_, sum)| *sum)
            };
            let step = moved(view, item, start);
            let arriving = step.map_or(Sum::default(), |step| here(&step.to));
            let sum = match change {
                Change::Closed => arriving,
                Change::Closes => here(&item.standing(view, start)),
                Change::Opens | Change::Open => Sum::default(),
            };
            if sum.number > 0 {
                findings.push(Finding {
                    at: start,
                    item,
                    sum,
                    what: words::idle(&view.say(&campus.name)),
                });
            }
        }
    }
    findings
}

/// Things that leave the register with their premises before they are valued.
fn unvalued<'i, 'a>(view: &View<'a>, item: &'i Item<'a>) -> Vec<Finding<'i, 'a>> {
    let gone = item.line.released.iter().filter(|one| one.unvalued);
    let findings = gone.map(|one| Finding {
        at: one.at.0,
        item,
        sum: Sum::of(one.number, one.value_wan_yuan),
        what: afterwards::unvalued(view, one.how),
    });
    findings.collect()
}

/// Units of a line that disposals name, but that other lines gave.
fn made_up<'i, 'a>(view: &View<'a>, item: &'i Item<'a>) -> Option<Finding<'i, 'a>> {
    let scenario = view.scenario;
    let key = item.line.asset.as_ref()?;
    let named = scenario.disposals.iter().filter(|disposal| {
        let asset = disposal.asset.map(|id| &scenario.assets[id].id);
        asset == Some(key)
    });
    let at = named.clone().map(|disposal| disposal.at).max()?;
    let declared: f64 = named.map(|disposal| disposal.units).sum();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let declared = declared.round() as u64;
    let missing = declared.saturating_sub(item.disposed().number);
    (missing > 0).then(|| Finding {
        at: view.stage_of(at),
        item,
        sum: Sum { number: missing, fen: 0 },
        what: words::disposed_instead(),
    })
}

/// The findings as a table.
pub(super) fn table(view: &View, items: &[Item]) -> Table {
    let columns = vec![
        Column::text(view.say(&report::when())),
        Column::text(view.say(&words::register_number())),
        Column::text(view.say(&words::name())),
        Column::text(view.say(&report::owner())),
        Column::figure(view.say(&words::number())),
        Column::text(view.say(&report::measure())),
        Column::figure(view.say(&words::value())).unit(view.say(&report::wan_yuan())),
        Column::text(view.say(&words::finding())),
    ];
    let rows = findings(view, items).into_iter().map(|finding| {
        let item = finding.item;
        Row::new(vec![
            Cell::Term(finding.at),
            Cell::text(&item.key),
            Cell::Text(view.say(item.name)),
            Cell::Text(view.say(&item.line.owner)),
            count(finding.sum),
            Cell::Text(view.say(item.unit)),
            money(finding.sum),
            Cell::Text(view.say(&finding.what)),
        ])
    });
    Table::new(
        "asset_findings",
        view.say(&words::findings_title()),
        view.say(&words::no_findings()),
        columns,
    )
    .grouped()
    .rows(rows)
}
