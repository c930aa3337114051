//! How large the model of a scenario is, before it is built.
//!
//! Columns, by families: paths of classes, counted without writing them down
//! (ways from stage to stage by campus and moves so far), and posts, visits,
//! shared hours and equipment by their sets. Rows and entries follow from the
//! rules in which each family stands, one for one where a rule has a row for
//! each column and on average elsewhere. The estimate is meant to tell what
//! can be built from what can't, not to be exact.

use super::decisions::recruitable;
use super::internship::blocks;
use crate::domain::{Origin, Scenario};
use crate::ids::{CampusId, CohortId, StageId};
use std::collections::BTreeMap;

/// Size of a model.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Columns.
    pub columns: f64,
    /// Rows.
    pub rows: f64,
    /// Entries of the matrix.
    pub entries: f64,
}

impl Size {
    /// Adds a family of columns, with how many rows of their own and how many
    /// entries each has.
    fn add(&mut self, columns: f64, rows: f64, entries: f64) {
        self.columns += columns;
        self.rows += columns * rows;
        self.entries += columns * entries;
    }

    /// Memory that planning needs, in bytes: several forms of the model, and
    /// what the solver makes of them. Measured on generated provinces.
    pub fn memory(&self) -> f64 {
        BYTES * self.entries
    }

    /// Time that building the forms of the model needs at the least, in seconds.
    pub fn time(&self) -> f64 {
        self.entries / ENTRIES_A_SECOND
    }
}

/// Bytes for each entry.
const BYTES: f64 = 280.0;
/// Entries that are written down in a CPU second before the search begins:
/// 230,000 and 325,000 on generated cases of 40 and 20 campuses.
const ENTRIES_A_SECOND: f64 = 3e5;

/// The estimated size of the model of a scenario.
pub fn estimate(scenario: &Scenario) -> Size {
    let mut size = Size::default();
    for cohort in scenario.cohorts.keys() {
        add_paths(&mut size, scenario, cohort);
    }
    add_staff(&mut size, scenario);
    add_things(&mut size, scenario);
    size
}

fn add_paths(size: &mut Size, scenario: &Scenario, cohort: CohortId) {
    let calendar = &scenario.calendar;
    let programme = scenario.programme_of(cohort);
    let terms: Vec<usize> = calendar
        .term_ids()
        .filter_map(|term| scenario.term_of_study(cohort, calendar.term(term)))
        .collect();
    let Some(campus) = programme.sites.keys().next().filter(|_| !terms.is_empty()) else {
        return;
    };
    let (interned, decided) = match scenario.cohorts[cohort].origin {
        Origin::Existing { interned, .. } => (interned > 0, 0.0),
        Origin::Future { .. } => (false, 1.0),
    };
    let kinds = count(blocks(scenario, cohort).len()) + f64::from(u8::from(interned));
    let merged = if scenario.rules.merging.is_some() {
        1.0 + 2.0 * count(calendar.stages.len())
    } else {
        1.0
    };
    let paths = ways(scenario, cohort) * kinds * merged;
    let mut entries = 0.0;
    for term in &terms {
        let resources = scenario.resources.iter_enumerated();
        let used = resources.filter(|one| programme.uses(*one, *campus, *term) > 0.0);
        let subjects = programme.curriculum[term - 1].periods.len();
        // In the rows of capacity and staffing by campus and in all, and in
        // those of visits.
        entries += 2.0 * count(used.count()) + 3.0 * count(subjects);
    }
    let stages = count(calendar.stages.len());
    size.add(paths, 2.0 * decided, entries + stages + 4.0 * decided);
    size.columns += paths * decided;
    if scenario.catchment_of(cohort).is_some() {
        // `pupils`: in the rows of mixtures and supply, and of beds, riders and
        // the way home in each term.
        let feeders = count(scenario.cohorts[cohort].mixture.len());
        size.add(paths * feeders, 0.0, 2.0 + 2.0 * count(terms.len()));
        size.rows += paths + feeders;
    }
}

/// How many ways lead to a campus with so many moves.
type Ways = BTreeMap<(Option<CampusId>, u32), f64>;

/// Ways of a class through the stages.
fn ways(scenario: &Scenario, cohort: CohortId) -> f64 {
    let calendar = &scenario.calendar;
    let registered = |stage: &StageId| {
        let mut terms = calendar.terms_of(*stage);
        terms.any(|term| {
            let term = calendar.term(term);
            scenario.term_of_study(cohort, term).is_some()
        })
    };
    let today = match scenario.cohorts[cohort].origin {
        Origin::Existing { campus, .. } => Some(campus),
        Origin::Future { .. } => None,
    };
    let mut ways = Ways::from([((today, 0), 1.0)]);
    for stage in calendar.stage_ids().filter(registered) {
        let sites = scenario.programme_of(cohort).sites.keys();
        let sites = sites.filter(|campus| scenario.usable_by(cohort, **campus, stage));
        let sites = sites.filter(|campus| scenario.taken(cohort, **campus, stage));
        ways = onwards(&ways, sites.copied(), |campus, moves| {
            scenario.may_leave(cohort, (campus, stage), moves)
        });
    }
    ways.values().sum()
}

/// The ways one stage further: to the same campus, or from any other that may be
/// left.
fn onwards(
    ways: &Ways,
    sites: impl Iterator<Item = CampusId>,
    may_leave: impl Fn(CampusId, u32) -> bool,
) -> Ways {
    let mut leaving: BTreeMap<u32, f64> = BTreeMap::new();
    let mut entering = 0.0;
    for ((before, moves), count) in ways {
        match before {
            Some(before) if may_leave(*before, *moves) => {
                *leaving.entry(*moves).or_default() += count;
            }
            Some(_) => {}
            None => entering += count,
        }
    }
    let most = ways.keys().map(|(_, moves)| *moves).max().unwrap_or(0);
    let mut next = Ways::new();
    for campus in sites {
        if entering > 0.0 {
            *next.entry((Some(campus), 0)).or_default() += entering;
        }
        for moves in 0..=most {
            let here = ways.get(&(Some(campus), moves)).copied().unwrap_or_default();
            let own = if may_leave(campus, moves) { here } else { 0.0 };
            let others = leaving.get(&moves).copied().unwrap_or_default() - own;
            for (moves, count) in [(moves, here), (moves + 1, others)] {
                if count > 0.0 {
                    *next.entry((Some(campus), moves)).or_default() += count;
                }
            }
        }
    }
    next
}

fn add_staff(size: &mut Size, scenario: &Scenario) {
    let stages = count(scenario.calendar.stages.len());
    let places = count(scenario.campuses.len()) * stages;
    for group in &scenario.staff {
        // `posted` and `rebased`, with a row each.
        size.add(places, 1.3, 9.0);
        size.columns += places;
        if group.subjects.len() > 1 {
            size.add(places * count(group.subjects.len()), 0.5, 3.0);
        }
    }
    let recruited = count(recruitable(scenario).count());
    size.add(2.0 * places * recruited, 1.0, 5.0);
    let retrained = count(scenario.retrainable().len());
    size.add(2.0 * places * retrained, 1.0, 5.0);
    let both_ways = 2.0 * count(scenario.roads.len()) * stages;
    let subjects = count(scenario.subjects.len());
    if scenario.rules.visiting.share > 0.0 {
        size.add(both_ways * subjects, 0.3, 10.0);
    }
    let terms = count(scenario.calendar.terms);
    size.rows += subjects * count(scenario.campuses.len()) * terms;
}

fn add_things(size: &mut Size, scenario: &Scenario) {
    let stages = count(scenario.calendar.stages.len());
    let terms = count(scenario.calendar.terms);
    let campuses = count(scenario.campuses.len());
    let both_ways = 2.0 * count(scenario.roads.len()) * stages;
    for resource in &scenario.resources {
        if resource.shared_visit.is_some() {
            size.add(both_ways, 0.3, 4.0);
        }
        if resource.shipping.is_some() {
            size.add(2.0 * campuses * stages, 0.6, 4.0);
        }
        size.rows += campuses * terms * 0.6;
    }
    size.add(count(scenario.options.len()) * stages, 1.0, 6.0);
    size.add(3.0 * campuses * stages, 0.6, 4.0);
}

#[allow(clippy::cast_precision_loss)]
fn count(number: impl TryInto<u32>) -> f64 {
    f64::from(number.try_into().unwrap_or(u32::MAX))
}
