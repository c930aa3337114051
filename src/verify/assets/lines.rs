//! What must hold of one line, whatever the others do.

use crate::domain::Term;
use crate::ids::{CampusId, StageId};
use crate::verify::facts::Facts;
use crate::verify::holdings::{Entry, Held, Stock};
use crate::verify::ledger::{At, Sides, Tally};
use crate::words::{assets as words, violations};

/// How far the value of a part may be from its share, in yuan: what rounding
/// to the fen adds up to.
const ROUNDING: f64 = 1.0;

pub(super) fn check(facts: &Facts, held: &Held, tally: &mut Tally) {
    header(facts, held, tally);
    for stage in facts.scenario.calendar.stage_ids() {
        whole(facts, held, stage, tally);
        valued(facts, held, stage, tally);
        if !held.movable(facts) {
            stays(facts, held, stage, tally);
        } else if held.resource(facts).is_none() {
            leaves(facts, held, stage, tally);
        }
        written_off(facts, held, stage, tally);
    }
    proportion(facts, held, tally);
}

fn at(facts: &Facts, held: &Held, term: Option<Term>) -> At {
    At::new(&[held.name(facts)], term)
}

/// Numbers of things, or yuan, compared without tolerance.
fn numbers(facts: &Facts, held: &Held) -> Sides {
    Sides::counted(violations::stated(), violations::due(), held.unit(facts))
}

fn yuan() -> Sides {
    Sides::counted(violations::stated(), violations::due(), words::yuan())
}

#[allow(clippy::cast_precision_loss)]
fn number(things: u64) -> f64 {
    things as f64
}

#[allow(clippy::cast_precision_loss)]
fn in_yuan(fen: i64) -> f64 {
    fen as f64 / 100.0
}

fn header(facts: &Facts, held: &Held, tally: &mut Tally) {
    let due = held.due(facts);
    let start = facts.scenario.calendar.start(held.since());
    let at = at(facts, held, Some(start));
    let line = held.line;
    let numbers = numbers(facts, held);
    tally.equal(&at, &numbers, line.number.into(), number(due.number));
    let stated = in_yuan(line.value_wan_yuan.fen());
    tally.equal(&at, &yuan(), stated, in_yuan(due.fen));
    let owner = match held.entry {
        Entry::Registered(asset) => &facts.scenario.assets[asset].owner,
        Entry::Bought(option, _) => &facts.scenario.options[option].owner,
    };
    tally.holds(&at, line.owner == *owner, words::owner_differs);
}

/// Nothing of it is lost: what stands and what is gone add up.
fn whole(facts: &Facts, held: &Held, stage: StageId, tally: &mut Tally) {
    let start = facts.scenario.calendar.start(stage);
    let at = at(facts, held, Some(start));
    let mut due = held.due(facts);
    if stage < held.since() {
        due = Stock::default();
    }
    let (mut there, mut gone) = (Stock::default(), Stock::default());
    for campus in facts.campuses() {
        add(&mut there, held.stands[campus][stage]);
        for before in (0..=stage.0).map(StageId) {
            add(&mut gone, held.disposed[campus][before]);
        }
    }
    let left = number(due.number) - number(gone.number);
    let numbers = numbers(facts, held);
    tally.equal(&at, &numbers, number(there.number), left);
    tally.equal(&at, &yuan(), in_yuan(there.fen), in_yuan(due.fen - gone.fen));
}

fn add(sum: &mut Stock, one: Stock) {
    sum.number += one.number;
    sum.fen += one.fen;
}

/// A part has its share of the value.
fn proportion(facts: &Facts, held: &Held, tally: &mut Tally) {
    let due = held.due(facts);
    let share = |part: Stock| in_yuan(due.fen) * number(part.number) / number(due.number.max(1));
    let sides = Sides::counted(words::off_its_share(), violations::at_most(), words::yuan());
    for campus in facts.campuses() {
        for stage in facts.scenario.calendar.stage_ids() {
            let start = facts.scenario.calendar.start(stage);
            let at = at(facts, held, Some(start)).about(facts.campus(campus));
            for part in [held.stands[campus][stage], held.disposed[campus][stage]] {
                if part != Stock::default() {
                    let apart = (in_yuan(part.fen) - share(part)).abs();
                    tally.at_most(&at, &sides, apart, ROUNDING);
                }
            }
        }
    }
}

/// The plan tells of moves without a valuation, of all of them and no others.
fn valued(facts: &Facts, held: &Held, stage: StageId, tally: &mut Tally) {
    let start = facts.scenario.calendar.start(stage);
    let moves = stage >= held.since()
        && facts.campuses().any(|campus| held.arriving(facts, campus, stage) > 0);
    let unvalued = moves && !held.valued(facts, start);
    let told = held.unvalued.contains(&stage);
    let at = at(facts, held, Some(start));
    tally.holds(&at, told == unvalued, words::valuation_untold);
}

/// Immovable things are where they were.
fn stays(facts: &Facts, held: &Held, stage: StageId, tally: &mut Tally) {
    let start = facts.scenario.calendar.start(stage);
    for campus in facts.campuses() {
        if campus != held.origin(facts) {
            let at = at(facts, held, Some(start)).about(facts.campus(campus));
            let there = held.stands[campus][stage].number;
            tally.holds(&at, there == 0, words::immovable);
        }
    }
}

/// Movable things that are no resource's move only out of a campus that must
/// be left, and to where they belong.
fn leaves(facts: &Facts, held: &Held, stage: StageId, tally: &mut Tally) {
    let start = facts.scenario.calendar.start(stage);
    let mut leaving = Vec::new();
    for campus in facts.campuses() {
        let there = held.stands[campus][stage].number;
        let goes = held.before(facts, campus, stage) > there;
        let at = at(facts, held, Some(start)).about(facts.campus(campus));
        if must_be_left(facts, campus, stage) {
            let nowhere = facts.campuses().all(|other| !facts.open[other][stage]);
            tally.holds(&at, there == 0 || nowhere, words::left_behind);
            if goes {
                leaving.push(campus);
            }
        } else {
            let gone = held.disposed[campus][stage].number;
            let kept = held.before(facts, campus, stage) <= there + gone;
            tally.holds(&at, kept, words::moved_without_need);
        }
    }
    for campus in facts.campuses() {
        if held.arriving(facts, campus, stage) > 0 {
            let at = at(facts, held, Some(start)).about(facts.campus(campus));
            let belongs = leaving.iter().any(|origin| is_refuge(facts, *origin, campus, stage));
            tally.holds(&at, belongs, words::moved_elsewhere);
        }
    }
}

/// Whether a campus's use has ended, or it was in use and is closed.
fn must_be_left(facts: &Facts, campus: CampusId, stage: StageId) -> bool {
    let ended = super::super::equipment::ended(facts, campus, stage);
    let used = facts.scenario.campuses[campus].in_use
        || (0..stage.0).any(|before| facts.open[campus][StageId(before)]);
    ended || used && !facts.open[campus][stage]
}

/// Whether things from a campus that is left may go to another: it is open, and
/// no other open one has had more of the students who moved away or, if none
/// has had any, is nearer.
fn is_refuge(facts: &Facts, origin: CampusId, campus: CampusId, stage: StageId) -> bool {
    const SAME: f64 = 1e-6;
    let open = |other: &CampusId| facts.open[*other][stage] && *other != origin;
    let others = || facts.campuses().filter(open);
    let most = others().map(|other| students(facts, origin, other, stage));
    let most = most.fold(0.0, f64::max);
    if !open(&campus) {
        return false;
    }
    if most > 0.0 {
        return students(facts, origin, campus, stage) >= most - SAME;
    }
    let way = |other: CampusId| {
        let road = facts.scenario.road(origin, other);
        road.map_or(f64::INFINITY, |road| road.time.0)
    };
    others().all(|other| way(campus) <= way(other))
}

/// Students of classes that moved between two campuses by a stage.
fn students(facts: &Facts, origin: CampusId, campus: CampusId, stage: StageId) -> f64 {
    let calendar = &facts.scenario.calendar;
    let mut sum = 0.0;
    for class in &facts.classes {
        for step in &class.moves {
            let by = step.term.0 <= calendar.stages[stage].start;
            if by && step.origin == origin && class.base[step.term] == Some(campus) {
                sum += facts.students(class, step.term);
            }
        }
    }
    sum
}

/// Things that are no units of a resource are disposed of as declared.
fn written_off(facts: &Facts, held: &Held, stage: StageId, tally: &mut Tally) {
    let Entry::Registered(asset) = held.entry else {
        return;
    };
    if held.resource(facts).is_some() {
        return;
    }
    let offs = facts.scenario.write_offs.iter();
    let offs = offs.filter(|off| off.asset == asset && falls_due(facts, off.at, stage));
    let due: f64 = offs.map(|off| f64::from(off.number)).sum();
    let gone = facts.campuses();
    let gone: u64 = gone.map(|campus| held.disposed[campus][stage].number).sum();
    let start = facts.scenario.calendar.start(stage);
    let sides = Sides::counted(words::disposed_of(), words::declared(), held.unit(facts));
    tally.equal(&at(facts, held, Some(start)), &sides, number(gone), due);
}

/// Whether a term falls into the time from the stage before to this one.
pub(super) fn falls_due(facts: &Facts, term: Term, stage: StageId) -> bool {
    let calendar = &facts.scenario.calendar;
    let before = stage.0.checked_sub(1).map(|before| calendar.start(StageId(before)));
    term <= calendar.start(stage) && before.is_none_or(|before| before < term)
}
