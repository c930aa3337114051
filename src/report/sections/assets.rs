//! The register of assets: what becomes of each line, that it all adds up, what
//! moves, what stays with its owner, and what someone should look at.

mod balance;
mod findings;
mod item;
mod moves;
mod register;

use crate::domain::Text;
use crate::ids::ResourceId;
use crate::plan::AssetLine;
use crate::report::document::{Section, Table};
use crate::report::format;
use crate::report::view::View;
use crate::units::Money;
use crate::words::assets as words;
use item::{Item, Sum, leavings};

/// The section; nothing if the scenario has no register.
pub fn section(view: &View) -> Option<Section> {
    if view.scenario.assets.is_empty() {
        return None;
    }
    let items = items(view);
    let section = Section::new(view.say(&words::heading()))
        .note(view.say(&words::section_note()))
        .table(balance::table(view, &items))
        .table(balance::by_owner(view, &items))
        .table(balance::by_campus(view, &items))
        .table(moves::table(view, &items))
        .table(moves::premises(view, &items))
        .table(findings::table(view, &items))
        .table(register::table(view, &items));
    Some(section)
}

/// The register in few columns; nothing if the scenario has none.
pub fn on_paper(view: &View) -> Option<Table> {
    (!view.scenario.assets.is_empty()).then(|| register::short(view, &items(view)))
}

/// The register in a sentence; nothing if the scenario has none.
pub fn sentence(view: &View) -> Option<Text> {
    let totals = totals(view)?;
    let sum = |value: Money| format::number(value.0, 2);
    let sentence = words::sentence(
        totals.lines,
        &sum(totals.today),
        &sum(totals.bought),
        &sum(totals.disposed),
        &sum(totals.at_end),
    );
    let more = match totals.findings {
        0 => words::no_findings_sentence(),
        count => words::findings_sentence(count),
    };
    Some(Text { zh: sentence.zh + &more.zh, en: sentence.en + " " + &more.en })
}

/// What the register comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Totals {
    /// Lines today.
    pub lines: usize,
    /// Owners of record, of what is bought too.
    pub owners: usize,
    /// Value today.
    pub today: Money,
    /// Value of what is bought.
    pub bought: Money,
    /// Value of what is disposed of.
    pub disposed: Money,
    /// Value of what stands somewhere at the end.
    pub at_end: Money,
    /// Moves of lines, each time counted.
    pub moves: usize,
    /// Value of what moves, each time counted.
    pub moved: Money,
    /// Lines that stay with their owner where a campus is left.
    pub left: usize,
    /// Lines that move before they have been valued.
    pub unvalued: usize,
    /// What someone should look at.
    pub findings: usize,
}

/// What the register comes to; nothing if the scenario has none.
pub fn totals(view: &View) -> Option<Totals> {
    if view.scenario.assets.is_empty() {
        return None;
    }
    let items = items(view);
    let sum = |part: &dyn Fn(&Item) -> Sum| items.iter().map(part).sum::<Sum>().value();
    let count = |which: &dyn Fn(&Item) -> bool| items.iter().filter(|item| which(item)).count();
    let stages = view.stages();
    let steps = items.iter().flat_map(|item| {
        let stages = stages.iter();
        stages.filter_map(move |start| moves::moved(view, item, *start))
    });
    let steps: Vec<Sum> = steps.map(|step| step.sum()).collect();
    Some(Totals {
        lines: count(&|item| item.line.bought.is_none()),
        owners: balance::owners(&items).len(),
        today: sum(&|item| item.today()),
        bought: sum(&|item| item.bought()),
        disposed: sum(&|item| item.gone(view)),
        at_end: sum(&|item| item.left(view)),
        moves: steps.len(),
        moved: steps.into_iter().sum::<Sum>().value(),
        left: left(view, &items),
        unvalued: count(&|item| !item.line.moved_unvalued.is_empty()),
        findings: findings::findings(view, &items).len(),
    })
}

/// Lines that cannot move and stand at a campus that is left.
fn left<'a>(view: &View<'a>, items: &[Item<'a>]) -> usize {
    let left = leavings(view).into_iter().map(|(start, campus, _)| {
        let campus = &view.scenario.campuses[campus].id;
        let here = |item: &&Item<'a>| {
            let standing = item.standing(view, start);
            standing.iter().any(|(at, sum)| at == campus && sum.number > 0)
        };
        let premises = items.iter().filter(|item| !item.movable);
        premises.filter(here).count()
    });
    left.sum()
}

fn items<'a>(view: &View<'a>) -> Vec<Item<'a>> {
    let mut purchases = 0;
    let lines = view.plan.assets.iter();
    lines
        .filter_map(|line| {
            if line.bought.is_some() {
                purchases += 1;
            }
            item(view, line, purchases)
        })
        .collect()
}

fn item<'a>(view: &View<'a>, line: &'a AssetLine, purchase: usize) -> Option<Item<'a>> {
    let scenario = view.scenario;
    let resource = |id: ResourceId| &scenario.resources[id];
    if let Some(bought) = &line.bought {
        let mut options = scenario.options.iter();
        let option = options.find(|option| option.id == bought.option)?;
        let of = resource(option.resource);
        return Some(Item {
            line,
            key: view.say(&words::purchase(purchase)),
            name: &option.name,
            kind: option.kind,
            unit: &of.unit,
            resource: Some(of),
            movable: of.shipping.is_some(),
            valued: None,
            campus: None,
        });
    }
    let key = line.asset.as_ref()?;
    let asset = scenario.assets.iter().find(|asset| asset.id == *key)?;
    Some(Item {
        line,
        key: key.clone(),
        name: &asset.name,
        kind: asset.kind,
        unit: &asset.unit,
        resource: asset.resource.map(resource),
        movable: asset.movable,
        valued: asset.valued,
        campus: Some(&scenario.campuses[asset.campus].id),
    })
}
