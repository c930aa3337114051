//! Neighbourhoods of a solution: which cohorts' classes are free, the others
//! fixed. Kinds and sizes are chosen adaptively by what they have brought (ALNS:
//! Ropke and Pisinger, Transportation Science 40, 2006).

use super::space::SearchSpace;
use rand_pcg::Pcg64;
use rand_pcg::rand_core::Rng;
use std::collections::BTreeSet;

/// A kind of neighbourhood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Cohorts of a few programmes.
    Programmes,
    /// Cohorts of neighbouring entry years.
    EntryYears,
    /// Cohorts with classes at a campus.
    Campus,
    /// Cohorts of a few fields.
    Fields,
    /// Cohorts at random.
    Random,
    /// Cohorts whose classes differ most from the continuous relaxation (RINS:
    /// Danna, Rothberg and Le Pape, Mathematical Programming 102, 2005).
    Relaxation,
    /// Cohorts whose classes differ between two solutions.
    Crossover,
}

const KINDS: [Kind; 7] = [
    Kind::Programmes,
    Kind::EntryYears,
    Kind::Campus,
    Kind::Fields,
    Kind::Random,
    Kind::Relaxation,
    Kind::Crossover,
];

/// Each kind with sites free and with sites fixed.
const ARMS: usize = 2 * KINDS.len();

fn kind(arm: usize) -> Kind {
    KINDS[arm / 2]
}

fn has_sites_fixed(arm: usize) -> bool {
    arm % 2 == 1
}

/// A space of no more class columns is its own neighbourhood.
const SMALL: f64 = 130.0;

/// Class columns that are free at least.
const LEAST: f64 = 30.0;

/// By how much a size grows where the subproblem was soon solved for nothing,
/// and shrinks where it was not solved.
const GROWTH: f64 = 1.3;
const SHRINKAGE: f64 = 0.75;

/// How much of a kind's weight is kept at each step, and what an idle kind keeps.
const MEMORY: f64 = 0.8;
const IDLE: f64 = 0.2;

/// Classes that differ by more are different.
const DIFFERENT: f64 = 0.5;

/// Neighbourhoods by kind, with how likely and how large they are.
#[derive(Clone, Debug)]
pub struct Neighbourhoods {
    weights: [f64; ARMS],
    /// With sites free and with sites fixed: how long a step takes hardly depends on
    /// its kind, and each kind comes too rarely to learn by itself.
    sizes: [f64; 2],
}

/// A chosen neighbourhood.
#[derive(Clone, Debug)]
pub struct Neighbourhood {
    /// Its kind and whether sites are fixed, as an index.
    arm: usize,
    /// Whether the classes of each cohort of the space are free.
    pub free: Vec<bool>,
}

impl Neighbourhood {
    /// Whether everything is free.
    pub fn is_whole(&self) -> bool {
        self.free.iter().all(|free| *free) && !self.has_sites_fixed()
    }

    /// Whether campuses, modules and movable units are fixed as well: what is left
    /// is solved sooner, and with more cohorts free.
    pub fn has_sites_fixed(&self) -> bool {
        has_sites_fixed(self.arm)
    }
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reward {
    /// Whether it improved the solution.
    pub improved: bool,
    /// Whether its subproblem was solved.
    pub solved: bool,
}

/// Solutions that a neighbourhood looks at.
#[derive(Clone, Copy)]
pub struct Solutions<'a> {
    /// The incumbent.
    pub incumbent: &'a [f64],
    /// The continuous relaxation's.
    pub relaxation: Option<&'a [f64]>,
    /// Another one.
    pub other: Option<&'a [f64]>,
}

impl Neighbourhoods {
    /// Neighbourhoods of these sizes at first.
    pub fn new(sizes: [f64; 2]) -> Self {
        Self { weights: [1.0; ARMS], sizes }
    }

    /// Chooses a neighbourhood of the incumbent.
    pub fn choose(
        &self,
        random: &mut Pcg64,
        space: &SearchSpace<'_>,
        solutions: Solutions<'_>,
    ) -> Neighbourhood {
        if f64::from(u32::try_from(space.size()).unwrap_or(u32::MAX)) <= SMALL {
            return Neighbourhood { arm: 0, free: vec![true; space.cohorts.len()] };
        }
        let possible = |kind: Kind| match kind {
            Kind::Relaxation => solutions.relaxation.is_some(),
            Kind::Crossover => solutions
                .other
                .is_some_and(|other| differing(space, solutions.incumbent, other).next().is_some()),
            _ => true,
        };
        let weights: Vec<f64> = (0..ARMS)
            .map(|arm| if possible(kind(arm)) { self.weights[arm] } else { 0.0 })
            .collect();
        let mut drawn = share(random) * weights.iter().sum::<f64>();
        let chosen = weights.iter().position(|weight| {
            drawn -= weight;
            drawn < 0.0
        });
        let arm = chosen.unwrap_or(0);
        let order = order(kind(arm), random, space, solutions);
        let mut free = vec![false; space.cohorts.len()];
        let mut size = 0;
        for cohort in order {
            #[allow(clippy::cast_precision_loss)]
            if f64::from(u32::try_from(size).unwrap_or(u32::MAX)) >= self.sizes[arm % 2] {
                break;
            }
            if !free[cohort] {
                free[cohort] = true;
                size += space.cohorts[cohort].classes.len();
            }
        }
        Neighbourhood { arm, free }
    }

    /// Learns from a step. `largest` is the size of the whole space.
    pub fn learn(&mut self, chosen: &Neighbourhood, reward: Reward, largest: usize) {
        let weight = &mut self.weights[chosen.arm];
        *weight = MEMORY * *weight + (1.0 - MEMORY) * if reward.improved { 1.0 } else { IDLE };
        let size = &mut self.sizes[chosen.arm % 2];
        let most = f64::from(u32::try_from(largest).unwrap_or(u32::MAX));
        if !reward.solved {
            *size = (*size * SHRINKAGE).max(LEAST);
        } else if !reward.improved {
            *size = (*size * GROWTH).min(most.max(LEAST));
        }
    }
}

/// The cohorts in the order in which they are freed.
fn order(
    kind: Kind,
    random: &mut Pcg64,
    space: &SearchSpace<'_>,
    solutions: Solutions<'_>,
) -> Vec<usize> {
    let mut all: Vec<usize> = (0..space.cohorts.len()).collect();
    shuffle(random, &mut all);
    let cohort = |index: usize| &space.cohorts[index];
    match kind {
        Kind::Random => {}
        Kind::Programmes => {
            let rank = ranks(random, all.iter().map(|index| cohort(*index).programme).collect());
            all.sort_by_key(|index| rank(&cohort(*index).programme));
        }
        Kind::Fields => {
            let rank = ranks(random, all.iter().map(|index| cohort(*index).field).collect());
            all.sort_by_key(|index| rank(&cohort(*index).field));
        }
        Kind::EntryYears => {
            let entries: BTreeSet<_> = all.iter().map(|index| cohort(*index).entry).collect();
            let entries: Vec<_> = entries.into_iter().collect();
            let centre = below(random, entries.len());
            let place = |index: usize| {
                entries.binary_search(&cohort(index).entry).unwrap_or_default().abs_diff(centre)
            };
            all.sort_by_key(|index| place(*index));
        }
        Kind::Campus => {
            let seats = space.cohorts.iter().flat_map(|cohort| cohort.seats.iter().flatten());
            let campuses: BTreeSet<_> = seats.copied().collect();
            let campuses: Vec<_> = campuses.into_iter().collect();
            if let Some(campus) = campuses.get(below(random, campuses.len())) {
                let there = |index: usize| {
                    let paths = cohort(index).classes.iter().zip(&cohort(index).seats);
                    let mut at = paths.filter(|(_, seats)| seats.contains(campus));
                    at.any(|(column, _)| solutions.incumbent[column.0] > DIFFERENT)
                };
                all.sort_by_key(|index| !there(*index));
            }
        }
        Kind::Relaxation => {
            let relaxed = solutions.relaxation.unwrap_or(solutions.incumbent);
            let mut distances: Vec<(usize, f64)> = all
                .iter()
                .map(|index| {
                    let columns = cohort(*index).classes.iter();
                    let apart = columns
                        .map(|column| (relaxed[column.0] - solutions.incumbent[column.0]).abs());
                    (*index, apart.sum::<f64>() * (0.3 + share(random)))
                })
                .collect();
            distances.sort_by(|one, other| other.1.total_cmp(&one.1));
            all = distances.into_iter().map(|(index, _)| index).collect();
        }
        Kind::Crossover => {
            let other = solutions.other.unwrap_or(solutions.incumbent);
            let differing: BTreeSet<usize> = differing(space, solutions.incumbent, other).collect();
            all.sort_by_key(|index| !differing.contains(index));
        }
    }
    all
}

/// Cohorts whose classes differ between two solutions.
fn differing<'a>(
    space: &'a SearchSpace<'_>,
    one: &'a [f64],
    other: &'a [f64],
) -> impl Iterator<Item = usize> + use<'a> {
    let cohorts = space.cohorts.iter().enumerate();
    cohorts.filter_map(move |(index, cohort)| {
        let mut columns = cohort.classes.iter();
        columns.any(|column| (one[column.0] - other[column.0]).abs() > DIFFERENT).then_some(index)
    })
}

/// Ranks of values in a random order.
fn ranks<T: Ord + Copy>(random: &mut Pcg64, values: Vec<T>) -> impl Fn(&T) -> Option<usize> {
    let distinct: BTreeSet<T> = values.into_iter().collect();
    let mut order: Vec<T> = distinct.into_iter().collect();
    shuffle(random, &mut order);
    move |value| order.iter().position(|one| one == value)
}

/// A number from 0 to below 1.
fn share(random: &mut Pcg64) -> f64 {
    let bits = u32::try_from(random.next_u64() >> 32).unwrap_or_default();
    f64::from(bits) / (f64::from(u32::MAX) + 1.0)
}

/// A number below `end`, 0 where that is 0.
fn below(random: &mut Pcg64, end: usize) -> usize {
    let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
    usize::try_from(random.next_u64() % end).unwrap_or_default()
}

/// Fisher and Yates.
fn shuffle<T>(random: &mut Pcg64, items: &mut [T]) {
    for last in (1..items.len()).rev() {
        items.swap(last, below(random, last + 1));
    }
}
