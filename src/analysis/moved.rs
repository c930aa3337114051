//! Who is elsewhere in another plan: classes by cohort, people by name or
//! group, campus by campus.

use super::difference::seats;
use crate::domain::{Scenario, Term};
use crate::plan::{Plan, TermKey};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Classes or people of whom another number are at a campus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// Who.
    pub who: Mover,
    /// Campus.
    pub campus: String,
    /// First term of the stage, how many before and after; only stages in which
    /// that differs.
    pub stages: Vec<InStage>,
}

/// First term of a stage, how many before and after.
pub type InStage = (TermKey, u32, u32);

/// Who moves.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mover {
    /// Classes of a programme that enter in a term.
    Classes {
        /// Programme.
        programme: String,
        /// Term of entry.
        entry: TermKey,
    },
    /// A person of the roster.
    Person {
        /// Key in the roster.
        person: String,
        /// Name.
        name: String,
    },
    /// People of a staff group that is given as a count.
    Group {
        /// Its key.
        group: String,
    },
    /// Recruits for a subject.
    Recruits {
        /// Subject.
        subject: String,
    },
}

/// Who is elsewhere in `after`: classes first, then people.
pub fn moved(before: (&Scenario, &Plan), after: (&Scenario, &Plan)) -> Vec<Moved> {
    let (one, other) = (counts(before), counts(after));
    let keys: BTreeSet<_> = one.keys().chain(other.keys()).collect();
    let mut all: BTreeMap<(&Mover, &str), Vec<InStage>> = BTreeMap::new();
    for key in keys {
        let of = |counts: &Counts| counts.get(key).copied().unwrap_or(0);
        let (before, after) = (of(&one), of(&other));
        if before != after {
            let (who, campus, from) = key;
            let stages = all.entry((who, campus)).or_default();
            stages.push((TermKey(*from), before, after));
        }
    }
    let moved = all.into_iter().map(|((who, campus), stages)| Moved {
        who: who.clone(),
        campus: campus.to_owned(),
        stages,
    });
    moved.collect()
}

/// How many by who, campus and first term of the stage.
type Counts = BTreeMap<(Mover, String, Term), u32>;

fn counts((scenario, plan): (&Scenario, &Plan)) -> Counts {
    let mut counts = Counts::new();
    for (seat, classes) in seats(scenario, plan) {
        let who = Mover::Classes { programme: seat.programme, entry: TermKey(seat.entry) };
        *counts.entry((who, seat.campus, seat.from)).or_default() += classes;
    }
    for post in &plan.posts {
        let who = match (&post.person, &post.group) {
            (Some(person), _) => Mover::Person { person: person.clone(), name: post.name.clone() },
            (None, Some(group)) => Mover::Group { group: group.clone() },
            (None, None) => {
                Mover::Recruits { subject: post.subjects.first().cloned().unwrap_or_default() }
            }
        };
        for stage in scenario.calendar.stage_ids() {
            let from = scenario.calendar.start(stage);
            let seat = post.seats.iter().rfind(|seat| seat.from.0 <= from);
            let works = post.leaves.is_none_or(|leaves| from < leaves.0);
            if let Some(seat) = seat.filter(|_| works) {
                let key = (who.clone(), seat.campus.clone(), from);
                *counts.entry(key).or_default() += 1;
            }
        }
    }
    counts
}
