//! Rule Internship. A class is away in a block of `length` consecutive terms
//! of study; of the block, the terms within the horizon are in the plan.
//!
//! - fixed: the block begins at `fixed`; free: at any of
//!   w1 ..= w2 − length + 1;
//! - of an existing cohort in term of study a0, `interned` classes have had
//!   theirs and are never away; the others begin at a0 or later; if that is too
//!   late, they are away in a0 ..= w2 if a0 ≤ w2, else not at all;
//! - of a class that is dissolved, its own block if it is over by then, and
//!   none if a block begins then or later: its students go with their new class.

use super::decisions::Class;
use super::facts::Facts;
use super::ledger::{At, Ledger, Sides, Tally, count, same};
use crate::domain::{Internship, Origin, Rule};
use crate::ids::{CohortId, TermId};
use crate::words::violations as words;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

pub(super) fn check(facts: &Facts, ledger: &mut Ledger) {
    let mut tally = ledger.rule(Rule::Internship);
    for cohort in facts.scenario.cohorts.keys() {
        let allowed = allowed(facts, cohort);
        let interned = match facts.scenario.cohorts[cohort].origin {
            Origin::Existing { interned, .. } => interned,
            Origin::Future { .. } => 0,
        };
        let own = facts.classes.iter().filter(|class| class.cohort == cohort);
        let mut stay = 0;
        for class in own {
            let later = class.merged.is_some() && interned == 0;
            stay += usize::from(class.away.is_empty() && !later);
            each(facts, class, &allowed, interned > 0, &mut tally);
        }
        stays(facts, cohort, (stay, interned), &allowed, &mut tally);
    }
}

/// The sets of terms in which a class may be away that has not been yet.
fn allowed(facts: &Facts, cohort: CohortId) -> BTreeSet<BTreeSet<TermId>> {
    let scenario = facts.scenario;
    let Some(internship) = scenario.programme_of(cohort).internship else {
        return BTreeSet::from([BTreeSet::new()]);
    };
    let now = scenario.cohorts[cohort].term_of_study(scenario.calendar.first).unwrap_or(1);
    let within = |block: RangeInclusive<usize>| {
        let terms = scenario.calendar.term_ids();
        let away = |term: &TermId| {
            let term = scenario.calendar.term(*term);
            let study = scenario.term_of_study(cohort, term);
            study.is_some_and(|study| block.contains(&study))
        };
        terms.filter(away).collect()
    };
    blocks(internship, now).into_iter().map(within).collect()
}

fn blocks(internship: Internship, now: usize) -> Vec<RangeInclusive<usize>> {
    let Internship { window: (first, last), length, fixed } = internship;
    let block = |start: usize| start..=(start + length).saturating_sub(1);
    if let Some(start) = fixed {
        return vec![block(start)];
    }
    let starts = first.max(now)..=(last + 1).saturating_sub(length);
    if starts.is_empty() {
        return vec![now..=last];
    }
    starts.map(block).collect()
}

fn each(
    facts: &Facts,
    class: &Class,
    allowed: &BTreeSet<BTreeSet<TermId>>,
    some_interned: bool,
    tally: &mut Tally,
) {
    let fits = fits(facts, class, allowed) || (some_interned && class.away.is_empty());
    let at = At::new(&[&same(&class.path.name)], None);
    tally.holds(&at, fits, || {
        let terms = class.away.iter();
        let terms = terms.map(|term| facts.scenario.calendar.term(*term).to_string());
        let terms: Vec<String> = terms.collect();
        words::away(&terms.join(", "))
    });
}

/// Whether the terms in which a class is away are allowed, as far as it lasts.
fn fits(facts: &Facts, class: &Class, allowed: &BTreeSet<BTreeSet<TermId>>) -> bool {
    let lasts = |term: &TermId| !class.dissolved(facts.scenario.calendar.term(*term));
    match class.merged {
        None => allowed.contains(&class.away),
        Some(_) if class.away.is_empty() => {
            let mut blocks = allowed.iter();
            blocks.any(|block| !block.iter().any(lasts))
        }
        Some(_) => allowed.contains(&class.away) && class.away.iter().all(lasts),
    }
}

/// As many classes stay as have had their internship: no fewer, and no more
/// where none of the others may stay.
fn stays(
    facts: &Facts,
    cohort: CohortId,
    (stay, interned): (usize, u32),
    allowed: &BTreeSet<BTreeSet<TermId>>,
    tally: &mut Tally,
) {
    let programme = facts.scenario.programme_of(cohort);
    let entry = facts.scenario.cohorts[cohort].entry;
    let at = At::new(&[&programme.name], Some(entry));
    let (stay, interned) = (count(stay), f64::from(interned));
    let sides = Sides::counted(words::interned(), words::stays(), words::classes());
    tally.at_most(&at, &sides, interned, stay);
    if !allowed.contains(&BTreeSet::new()) {
        let sides = Sides::counted(words::stays(), words::interned(), words::classes());
        tally.at_most(&at, &sides, stay, interned);
    }
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::domain::Internship;

    fn free(first: usize, last: usize, length: usize) -> Internship {
        Internship { window: (first, last), length, fixed: None }
    }

    #[test]
    fn a_free_block_begins_anywhere_in_the_window() {
        assert_eq!(blocks(free(3, 6, 2), 1), [3..=4, 4..=5, 5..=6]);
    }

    #[test]
    fn an_existing_class_begins_no_earlier_than_now() {
        assert_eq!(blocks(free(3, 6, 2), 5), [5..=6]);
    }

    #[test]
    fn too_late_for_a_whole_block_is_away_to_the_end_of_the_window() {
        assert_eq!(blocks(free(3, 6, 2), 6), [6..=6]);
        assert!(blocks(free(3, 6, 2), 7).iter().all(std::ops::RangeInclusive::is_empty));
    }

    #[test]
    fn a_fixed_block_begins_where_it_is_fixed() {
        let fixed = Internship { fixed: Some(5), ..free(3, 6, 2) };
        assert_eq!(blocks(fixed, 6), [5..=6]);
    }
}
