//! What differs between two plans, of one case or of two similar ones: when
//! programmes begin, who is admitted, where classes sit, which campuses are
//! open, what is built, who is hired, what it comes to.

use crate::domain::{Scenario, Term};
use crate::plan::{Plan, TermKey, TierResult};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Something that differs. Things are named by their keys.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Difference {
    /// A campus is open in other stages.
    Open {
        /// Campus.
        campus: String,
        /// First terms of the stages in which it is open, before.
        before: Vec<TermKey>,
        /// The same after.
        after: Vec<TermKey>,
    },
    /// A programme admits its first new classes at another time.
    Begins {
        /// Programme.
        programme: String,
        /// First entry term before; none if it admits nobody.
        before: Option<TermKey>,
        /// The same after.
        after: Option<TermKey>,
    },
    /// A programme admits more or fewer classes.
    Admits {
        /// Programme.
        programme: String,
        /// Classes over the horizon, before.
        before: u32,
        /// The same after.
        after: u32,
    },
    /// A campus holds another number of classes.
    Holds {
        /// Campus.
        campus: String,
        /// First term of the stage, classes before and after; only stages in
        /// which they differ.
        stages: Vec<(TermKey, u32, u32)>,
    },
    /// Other modules are built.
    Builds {
        /// Option.
        option: String,
        /// Modules by the end and the stage in which the first is in service,
        /// before.
        before: (u32, Option<TermKey>),
        /// The same after.
        after: (u32, Option<TermKey>),
    },
    /// More or fewer people are hired in a subject.
    Hires {
        /// Subject.
        subject: String,
        /// People before.
        before: u32,
        /// People after.
        after: u32,
    },
    /// More or fewer trainees are taken.
    Trains {
        /// Short course.
        course: String,
        /// Trainees over the horizon, before.
        before: u32,
        /// The same after.
        after: u32,
    },
    /// More or fewer classes move.
    Moves {
        /// Classes moved before, each time counted.
        before: u32,
        /// The same after.
        after: u32,
    },
}

/// What is different in `after`, the weightiest kinds first.
pub fn differences(before: (&Scenario, &Plan), after: (&Scenario, &Plan)) -> Vec<Difference> {
    let (one, other) = (Facts::new(before), Facts::new(after));
    let mut all = Vec::new();
    pairs(&one.open, &other.open, |campus, before, after| {
        all.push(Difference::Open { campus, before, after });
    });
    pairs(&one.begins, &other.begins, |programme, before, after| {
        all.push(Difference::Begins { programme, before, after });
    });
    holds(&one, &other, &mut all);
    pairs(&one.built, &other.built, |option, before, after| {
        all.push(Difference::Builds { option, before, after });
    });
    pairs(&one.admits, &other.admits, |programme, before, after| {
        all.push(Difference::Admits { programme, before, after });
    });
    pairs(&one.hires, &other.hires, |subject, before, after| {
        all.push(Difference::Hires { subject, before, after });
    });
    pairs(&one.trains, &other.trains, |course, before, after| {
        all.push(Difference::Trains { course, before, after });
    });
    if one.moves != other.moves {
        all.push(Difference::Moves { before: one.moves, after: other.moves });
    }
    all
}

/// Calls a function for each key that has different values.
fn pairs<V: Clone + Default + PartialEq>(
    one: &BTreeMap<String, V>,
    other: &BTreeMap<String, V>,
    mut add: impl FnMut(String, V, V),
) {
    let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    for key in keys {
        let of = |map: &BTreeMap<String, V>| map.get(key).cloned().unwrap_or_default();
        let (before, after) = (of(one), of(other));
        if before != after {
            add(key.clone(), before, after);
        }
    }
}

fn holds(one: &Facts, other: &Facts, all: &mut Vec<Difference>) {
    let keys: BTreeSet<&(String, Term)> = one.holds.keys().chain(other.holds.keys()).collect();
    let mut campuses: BTreeMap<&String, Vec<_>> = BTreeMap::new();
    for key in keys {
        let of = |facts: &Facts| facts.holds.get(key).copied().unwrap_or_default();
        let (before, after) = (of(one), of(other));
        if before != after {
            let stage = (TermKey(key.1), before, after);
            campuses.entry(&key.0).or_default().push(stage);
        }
    }
    for (campus, stages) in campuses {
        all.push(Difference::Holds { campus: campus.clone(), stages });
    }
}

type Terms = Vec<TermKey>;

/// What plans are told apart by.
#[derive(Default)]
struct Facts {
    open: BTreeMap<String, Terms>,
    begins: BTreeMap<String, Option<TermKey>>,
    admits: BTreeMap<String, u32>,
    holds: BTreeMap<(String, Term), u32>,
    built: BTreeMap<String, (u32, Option<TermKey>)>,
    hires: BTreeMap<String, u32>,
    trains: BTreeMap<String, u32>,
    moves: u32,
}

impl Facts {
    fn new((scenario, plan): (&Scenario, &Plan)) -> Self {
        let mut facts = Self { moves: plan.accounts.classes_moved, ..Self::default() };
        for one in plan.campuses.iter().filter(|one| one.open) {
            let open = facts.open.entry(one.campus.clone()).or_default();
            open.push(one.from);
        }
        for one in plan.admissions.iter().filter(|one| one.classes > 0) {
            *facts.admits.entry(one.programme.clone()).or_default() += one.classes;
            let begins = facts.begins.entry(one.programme.clone()).or_default();
            let first = begins.map_or(one.entry.0, |first| first.0.min(one.entry.0));
            *begins = Some(TermKey(first));
        }
        for one in &plan.built {
            let (modules, first) = facts.built.entry(one.option.clone()).or_default();
            *modules = one.modules.max(*modules);
            first.get_or_insert(one.from);
        }
        for one in &plan.hires {
            *facts.hires.entry(one.subject.clone()).or_default() += one.people;
        }
        for one in &plan.courses {
            *facts.trains.entry(one.course.clone()).or_default() += one.trainees;
        }
        facts.seat(scenario, plan);
        facts
    }

    fn seat(&mut self, scenario: &Scenario, plan: &Plan) {
        for (seat, classes) in seats(scenario, plan) {
            *self.holds.entry((seat.campus, seat.from)).or_default() += classes;
        }
    }
}

/// A place of classes: of what cohort, where, in which stage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seats {
    /// Programme.
    pub programme: String,
    /// Term of entry.
    pub entry: Term,
    /// Campus.
    pub campus: String,
    /// First term of the stage.
    pub from: Term,
}

/// Classes on the register in each place at the start of each stage.
pub fn seats(scenario: &Scenario, plan: &Plan) -> BTreeMap<Seats, u32> {
    let mut all = BTreeMap::new();
    for class in &plan.classes {
        let mut programmes = scenario.programmes.iter();
        let programme = programmes.find(|one| one.id == class.programme);
        let length = programme.map_or(0, crate::domain::Programme::length);
        for stage in scenario.calendar.stage_ids() {
            let from = scenario.calendar.start(stage);
            let since = usize::try_from(from.since(class.entry.0));
            let seat = class.seats.iter().rfind(|seat| seat.from.0 <= from);
            if let (Ok(since), Some(seat)) = (since, seat)
                && since < length
                && !class.dissolved(from)
            {
                let seats = Seats {
                    programme: class.programme.clone(),
                    entry: class.entry.0,
                    campus: seat.campus.clone(),
                    from,
                };
                *all.entry(seats).or_default() += 1;
            }
        }
    }
    all
}

/// How a tier's value compares with another plan's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The same.
    Same,
    /// Less, whatever better plans there may be of the other case.
    Less,
    /// More, whatever better plans there may be of this case.
    More,
    /// Different, but by less than the proven gaps: a better plan could turn it
    /// round.
    Unclear,
}

/// What can be said of a tier of one case beside the same tier of another.
/// Each case's best value lies between its bound and its value.
pub fn verdict(this: &TierResult, base: &TierResult) -> Verdict {
    let rounding = 1e-6 * this.value.abs().max(base.value.abs()).max(1.0);
    let surely_below = |one: &TierResult, other: &TierResult| {
        other.bound.is_some_and(|bound| one.value < bound - rounding)
    };
    if surely_below(this, base) {
        Verdict::Less
    } else if surely_below(base, this) {
        Verdict::More
    } else if (this.value - base.value).abs() <= rounding {
        Verdict::Same
    } else {
        Verdict::Unclear
    }
}
