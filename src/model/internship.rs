//! Rule Internship 实习.
//!
//! Each class is away for `length` consecutive terms of study that begin
//! within the window: a path carries its block, and Σ over the paths of a
//! cohort = its classes, so every class has exactly one block. With a fixed
//! rotation there is one block for all.
//!
//! Sets: cohorts k, paths p. Units: classes. No rows of its own: the blocks
//! are the index set of the paths.

use crate::domain::Scenario;
use crate::ids::CohortId;

/// Terms of study away, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    /// First term of study away.
    pub first: usize,
    /// Last term of study away.
    pub last: usize,
}

/// The blocks a class of the cohort whose internship lies ahead can choose
/// from, cut to the horizon; `None` stands for one with no term in it.
pub fn blocks(scenario: &Scenario, cohort: CohortId) -> Vec<Option<Block>> {
    let Some(internship) = scenario.programme_of(cohort).internship else {
        return vec![None];
    };
    let (opens, closes) = internship.window;
    let entered = &scenario.cohorts[cohort];
    let now = entered.term_of_study(scenario.calendar.first).unwrap_or(1);
    let starts: Vec<usize> = match internship.fixed {
        Some(start) => vec![start],
        None => (opens.max(now)..=(closes + 1).saturating_sub(internship.length)).collect(),
    };
    let full = |first: usize| Block { first, last: first + internship.length - 1 };
    let mut blocks: Vec<Option<Block>> = if starts.is_empty() {
        vec![Some(Block { first: now, last: closes })]
    } else {
        starts.into_iter().map(|start| Some(full(start))).collect()
    };
    for block in &mut blocks {
        *block = block.and_then(|block| within_horizon(scenario, cohort, block));
    }
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}

/// The part of a block that lies in the horizon.
fn within_horizon(scenario: &Scenario, cohort: CohortId, block: Block) -> Option<Block> {
    let terms = scenario.calendar.term_ids();
    let mut inside = terms
        .filter_map(|term| scenario.term_of_study(cohort, scenario.calendar.term(term)))
        .filter(|term_of_study| (block.first..=block.last).contains(term_of_study));
    let first = inside.next()?;
    Some(Block { first, last: inside.last().unwrap_or(first) })
}
