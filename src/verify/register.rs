//! Resolves what a plan says of the assets, line by line.

use super::decisions::ByStage;
use super::holdings::{Entry, Held, Stock};
use super::reader::Reader;
use crate::ids::{CampusId, StageId};
use crate::plan::{AssetLine, Plan, TermKey};
use crate::units::Money;

/// The lines that can be resolved.
pub(super) fn lines<'a>(reader: &mut Reader<'a, '_>, plan: &'a Plan) -> Vec<Held<'a>> {
    let lines = plan.assets.iter().enumerate();
    let held = lines.filter_map(|(index, line)| held(reader, &format!("assets[{index}]"), line));
    let held: Vec<Held> = held.collect();
    reader.all_assets(&held);
    held
}

fn held<'a>(reader: &mut Reader<'a, '_>, path: &str, line: &'a AssetLine) -> Option<Held<'a>> {
    let (entry, key) = match (&line.asset, &line.bought) {
        (Some(key), None) => (Entry::Registered(reader.asset(path, key)?), key.clone()),
        (None, Some(bought)) => {
            let option = reader.option(path, &bought.option);
            let term = reader.term(path, bought.at);
            let stage = term.map(|term| reader.scenario.calendar.stage_of(term));
            let key = format!("{} {}", bought.option, bought.at);
            (Entry::Bought(option?, stage?), key)
        }
        _ => {
            reader.no_entry(path);
            return None;
        }
    };
    reader.fresh("assets", path, &key)?;
    reader.amount(path, line.value_wan_yuan.0)?;
    let stages = reader.scenario.calendar.stages.len();
    let nothing = || -> ByStage<Stock> {
        let stages = vec![Stock::default(); stages];
        vec![stages.into(); reader.scenario.campuses.len()].into()
    };
    let (mut stands, mut disposed) = (nothing(), nothing());
    for (index, one) in line.standing.iter().enumerate() {
        let path = format!("{path}.standing[{index}]");
        let things = (one.number, one.value_wan_yuan);
        if let Some((campus, from, stock)) = place(reader, &path, (&one.campus, one.from), things) {
            for later in (from.0..stages).map(StageId) {
                stands[campus][later] = stock;
            }
        }
    }
    for (index, one) in line.disposed.iter().enumerate() {
        let path = format!("{path}.disposed[{index}]");
        let things = (one.number, one.value_wan_yuan);
        if let Some((campus, at, stock)) = place(reader, &path, (&one.campus, one.at), things) {
            disposed[campus][at].number += stock.number;
            disposed[campus][at].fen += stock.fen;
        }
    }
    let unvalued = line.moved_unvalued.iter().enumerate();
    let unvalued = unvalued
        .filter_map(|(index, at)| reader.stage(&format!("{path}.moved_unvalued[{index}]"), *at))
        .collect();
    Some(Held { line, entry, stands, disposed, unvalued })
}

/// Things at a campus, from a stage on or in it; each place and stage once.
fn place(
    reader: &mut Reader<'_, '_>,
    path: &str,
    (campus, at): (&str, TermKey),
    (number, value): (u32, Money),
) -> Option<(CampusId, StageId, Stock)> {
    let list = path.rsplit_once('[').map_or(path, |(list, _)| list);
    let key = format!("{campus} {at}");
    let campus = reader.campus(path, campus);
    let stage = reader.stage(path, at);
    let value = reader.amount(path, value.0);
    reader.fresh(list, path, &key)?;
    let stock = Stock { number: number.into(), fen: Money(value?).fen() };
    Some((campus?, stage?, stock))
}
