//! Follows the lines of the register through the stages of a plan.
//!
//! At the start of a stage, in this order:
//! 1. what is built comes in as lines of its own: units · modules, at the
//!    option's cost, owned by the option's owner (its campus's unless the
//!    scenario names another);
//! 2. what is disposed of goes out: of the line the disposal names, or else in
//!    the register's order;
//! 3. units shipped travel: first units outside the register, then lines whose
//!    owner of record is the receiving campus's, then others; of either those
//!    valued by then before those that are not; then in the register's order.
//!    What a later disposal names waits for it to the last;
//! 4. movable things that are no units of a resource leave a campus that must
//!    be left.
//!
//! Whole lines are preferred to parts ([`super::choose`]). A part takes its
//! share of the value, rounded to the fen; the rest keeps what is left.

use super::choose::{Offer, choose};
use super::release::release;
use super::{AssetBought, AssetDisposed, AssetLine, AssetStanding};
use crate::domain::{Scenario, Term, Text};
use crate::ids::{AssetId, CampusId, ResourceId, StageId};
use crate::plan::book::Book;
use crate::plan::{Plan, TermKey};
use crate::units::Money;
use std::collections::BTreeMap;

/// The register's lines and what is bought, followed through a plan; empty if
/// the scenario has no register.
pub fn assets(scenario: &Scenario, plan: &Plan) -> Vec<AssetLine> {
    if scenario.assets.is_empty() {
        return Vec::new();
    }
    let mut walk = Walk { book: Book::new(scenario, plan), lines: standing_today(scenario) };
    for stage in scenario.calendar.stage_ids() {
        walk.buy(stage);
        walk.dispose(stage);
        walk.write_off(stage);
        walk.ship(stage);
        walk.leave(stage);
        walk.note(stage);
    }
    let mut lines: Vec<AssetLine> = walk.lines.into_iter().filter_map(|line| line.told).collect();
    release(&walk.book, &mut lines);
    lines
}

/// Things of a line at a campus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Part {
    number: u32,
    fen: i64,
}

impl Part {
    /// Takes so many away, with their share of the value.
    fn take(&mut self, number: u32) -> Self {
        let number = number.min(self.number);
        let (part, all) = (i128::from(number), i128::from(self.number.max(1)));
        let fen = (2 * i128::from(self.fen) * part + all).div_euclid(2 * all);
        let fen = i64::try_from(fen).unwrap_or(self.fen);
        self.number -= number;
        self.fen -= fen;
        Self { number, fen }
    }

    fn add(&mut self, other: Self) {
        self.number += other.number;
        self.fen += other.fen;
    }
}

/// A line on its way.
struct Line<'a> {
    /// Its line in the register; none if it was bought or is outside of it.
    asset: Option<AssetId>,
    resource: Option<ResourceId>,
    owner: Option<&'a Text>,
    parts: BTreeMap<CampusId, Part>,
    /// What the plan tells of it; nothing of units outside the register.
    told: Option<AssetLine>,
}

impl Line<'_> {
    fn number(&self, campus: CampusId) -> u32 {
        self.parts.get(&campus).map_or(0, |part| part.number)
    }

    fn take(&mut self, campus: CampusId, number: u32) -> Part {
        let part = self.parts.get_mut(&campus);
        part.map(|part| part.take(number)).unwrap_or_default()
    }
}

/// The lines of the register, then units of movable resources outside of it.
fn standing_today(scenario: &Scenario) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for (id, asset) in scenario.assets.iter_enumerated() {
        let part = Part { number: asset.number, fen: asset.value.fen() };
        lines.push(Line {
            asset: Some(id),
            resource: asset.resource,
            owner: Some(&asset.owner),
            parts: BTreeMap::from([(asset.campus, part)]),
            told: Some(told(Some(asset.id.clone()), None, &asset.owner, part)),
        });
    }
    for (id, resource) in scenario.resources.iter_enumerated() {
        let registered = scenario.assets.iter().any(|one| one.resource == Some(id));
        if resource.shipping.is_none() || registered {
            continue;
        }
        let owned = scenario.campuses.iter_enumerated();
        let part = |units| Part { number: whole(units), fen: 0 };
        lines.push(Line {
            asset: None,
            resource: Some(id),
            owner: None,
            parts: owned.map(|(id_at, at)| (id_at, part(at.owns[id]))).collect(),
            told: None,
        });
    }
    lines
}

fn told(asset: Option<String>, bought: Option<AssetBought>, owner: &Text, part: Part) -> AssetLine {
    AssetLine {
        asset,
        bought,
        owner: owner.clone(),
        number: part.number,
        value_wan_yuan: Money::of_fen(part.fen),
        standing: Vec::new(),
        disposed: Vec::new(),
        moved_unvalued: Vec::new(),
        released: Vec::new(),
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(units: f64) -> u32 {
    units.round() as u32
}

struct Walk<'a> {
    book: Book<'a>,
    lines: Vec<Line<'a>>,
}

impl Walk<'_> {
    fn start(&self, stage: StageId) -> Term {
        self.book.start(stage).0
    }

    /// Whether a term falls into the time from the stage before to this one.
    fn falls_due(&self, at: Term, stage: StageId) -> bool {
        let before = stage.0.checked_sub(1);
        let before = before.map(|before| self.start(StageId(before)));
        at <= self.start(stage) && before.is_none_or(|before| before < at)
    }

    fn buy(&mut self, stage: StageId) {
        let calendar = &self.book.scenario.calendar;
        for option in &self.book.scenario.options {
            let modules = |at: Term| self.book.modules(&option.id, at);
            let terms = calendar.terms_of(stage).map(|term| calendar.term(term));
            let mut rises = terms.filter_map(|term| {
                let before = calendar.find(term.plus(-1)).is_some();
                let before = if before { modules(term.plus(-1)) } else { 0 };
                Some((term, modules(term).checked_sub(before).filter(|more| *more > 0)?))
            });
            let Some((service, added)) = rises.next() else {
                continue;
            };
            let part = Part {
                number: whole(option.units * f64::from(added)),
                fen: option.cost.fen() * i64::from(added),
            };
            let bought = AssetBought { option: option.id.clone(), at: TermKey(service) };
            self.lines.push(Line {
                asset: None,
                resource: Some(option.resource),
                owner: Some(&option.owner),
                parts: BTreeMap::from([(option.campus, part)]),
                told: Some(told(None, Some(bought), &option.owner, part)),
            });
        }
    }

    /// Declared disposals of units: those that name a line, then the others.
    fn dispose(&mut self, stage: StageId) {
        let scenario = self.book.scenario;
        let due = scenario.disposals.iter();
        let mut due: Vec<_> = due.filter(|one| self.falls_due(one.at, stage)).collect();
        due.sort_by_key(|one| one.asset.is_none());
        for disposal in due {
            let mut left = whole(disposal.units);
            if let Some(AssetId(line)) = disposal.asset {
                let number = self.lines[line].number(disposal.campus).min(left);
                self.discard(line, disposal.campus, number, stage);
                left -= number;
            }
            let offers = self.offers(disposal.resource, disposal.campus, stage, |_| ());
            for (line, number) in choose(offers, left) {
                self.discard(line, disposal.campus, number, stage);
            }
        }
    }

    /// Declared disposals of other things, wherever they are.
    fn write_off(&mut self, stage: StageId) {
        let scenario = self.book.scenario;
        for off in &scenario.write_offs {
            if !self.falls_due(off.at, stage) {
                continue;
            }
            let mut left = off.number;
            for campus in scenario.campuses.keys() {
                let number = self.lines[off.asset.0].number(campus).min(left);
                self.discard(off.asset.0, campus, number, stage);
                left -= number;
            }
        }
    }

    fn discard(&mut self, line: usize, campus: CampusId, number: u32, stage: StageId) {
        let at = self.book.start(stage);
        let key = &self.book.scenario.campuses[campus].id;
        let line = &mut self.lines[line];
        let part = line.take(campus, number);
        let Some(told) = line.told.as_mut().filter(|_| part.number > 0) else {
            return;
        };
        let mut gone = told.disposed.iter_mut();
        if let Some(gone) = gone.find(|one| one.at == at && one.campus == *key) {
            gone.number += part.number;
            let fen = gone.value_wan_yuan.fen() + part.fen;
            gone.value_wan_yuan = Money::of_fen(fen);
        } else {
            told.disposed.push(AssetDisposed {
                at,
                campus: key.clone(),
                number: part.number,
                value_wan_yuan: Money::of_fen(part.fen),
            });
        }
    }

    /// What the lines of a resource at a campus could give in a stage. Units
    /// that a later disposal names come last.
    fn offers<R: Ord + Copy>(
        &self,
        resource: ResourceId,
        campus: CampusId,
        stage: StageId,
        rank: impl Fn(&Line) -> R,
    ) -> Vec<Offer<(bool, R)>> {
        let mut offers = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let there = line.number(campus);
            if line.resource != Some(resource) || there == 0 {
                continue;
            }
            let kept = self.promised(line, campus, stage).min(there);
            for (late, number) in [(false, there - kept), (true, kept)] {
                offers.push(Offer { rank: (late, rank(line)), line: index, number });
            }
        }
        offers.retain(|offer| offer.number > 0);
        offers
    }

    /// Units of a line that disposals at a campus after a stage name.
    fn promised(&self, line: &Line, campus: CampusId, stage: StageId) -> u32 {
        let disposals = self.book.scenario.disposals.iter();
        let named = disposals.filter(|one| one.asset.is_some() && one.asset == line.asset);
        let here = named.filter(|one| one.campus == campus && one.at > self.start(stage));
        here.map(|one| whole(one.units)).sum()
    }

    /// Units shipped. One that passes through a campus waits until it is there.
    fn ship(&mut self, stage: StageId) {
        let start = self.book.start(stage);
        let shipments = self.book.plan.shipments.iter();
        let mut pending: Vec<_> = shipments
            .filter(|one| one.at == start)
            .filter_map(|one| {
                let resource = self.book.resource(&one.resource)?;
                let origin = self.book.campus(&one.origin)?;
                let destination = self.book.campus(&one.destination)?;
                Some((resource, origin, destination, one.units))
            })
            .collect();
        let mut moving = true;
        while moving {
            moving = false;
            for (resource, origin, destination, left) in &mut pending {
                let owner = &self.book.scenario.campuses[*destination].owner;
                let rank = |line: &Line| {
                    let elsewhere = line.owner.is_some_and(|one| one != owner);
                    (line.told.is_some(), elsewhere, !self.valued(line, start.0))
                };
                let offers = self.offers(*resource, *origin, stage, rank);
                for (line, number) in choose(offers, *left) {
                    self.carry(line, (*origin, *destination), number, start);
                    *left -= number;
                    moving = true;
                }
            }
        }
    }

    /// Whether a line has been valued before a term; what is bought is valued
    /// at its cost.
    fn valued(&self, line: &Line, term: Term) -> bool {
        let asset = line.asset.map(|id| &self.book.scenario.assets[id]);
        asset.is_none_or(|asset| asset.valued_before(term))
    }

    fn carry(
        &mut self,
        line: usize,
        (origin, destination): (CampusId, CampusId),
        number: u32,
        at: TermKey,
    ) {
        let valued = self.valued(&self.lines[line], at.0);
        let line = &mut self.lines[line];
        let part = line.take(origin, number);
        line.parts.entry(destination).or_default().add(part);
        if let (Some(told), false) = (&mut line.told, valued || part.number == 0)
            && told.moved_unvalued.last() != Some(&at)
        {
            told.moved_unvalued.push(at);
        }
    }

    /// Movable things that are no units of a resource leave with the classes.
    fn leave(&mut self, stage: StageId) {
        let scenario = self.book.scenario;
        let start = self.book.start(stage);
        for campus in scenario.campuses.keys() {
            if !self.book.left(campus, stage) {
                continue;
            }
            let Some(refuge) = self.book.refuge(campus, stage) else {
                continue;
            };
            for (AssetId(line), asset) in scenario.assets.iter_enumerated() {
                let number = self.lines[line].number(campus);
                if asset.movable && asset.resource.is_none() && number > 0 {
                    self.carry(line, (campus, refuge), number, start);
                }
            }
        }
    }

    /// Notes what has changed with a stage.
    fn note(&mut self, stage: StageId) {
        let from = self.book.start(stage);
        let scenario = self.book.scenario;
        for line in &mut self.lines {
            let Some(told) = &mut line.told else { continue };
            for (campus, part) in &line.parts {
                let key = &scenario.campuses[*campus].id;
                let value = Money::of_fen(part.fen);
                let before = told.standing.iter().rfind(|one| one.campus == *key);
                let before = before.map_or((0, 0), |one| (one.number, one.value_wan_yuan.fen()));
                if before != (part.number, part.fen) {
                    told.standing.push(AssetStanding {
                        from,
                        campus: key.clone(),
                        number: part.number,
                        value_wan_yuan: value,
                    });
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn a_part_takes_its_share_to_the_fen() {
        let mut rest = Part { number: 3, fen: 100 };
        assert_eq!(rest.take(1), Part { number: 1, fen: 33 });
        assert_eq!(rest, Part { number: 2, fen: 67 });
        assert_eq!(rest.take(1), Part { number: 1, fen: 34 });
        assert_eq!(rest.take(9), Part { number: 1, fen: 33 });
        assert_eq!(rest, Part::default());
        assert_eq!(rest.take(1), Part::default());
    }
}
