//! How the parts of the objective about intakes are counted, and whether they
//! can be.

use super::checks::{Bounds, Checks, Noun};
use super::names::Names;
use super::suggest::suggestions;
use crate::domain::{Cohort, IntakeWeights, Part, Pool, Tier};
use crate::ids::{CohortId, PoolId, ProgrammeId};
use crate::scenario::measure::Measure;
use crate::scenario::named::Named;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::RawScenario;
use crate::words::intakes as words;
use typed_index_collections::{TiSlice, TiVec};

/// What the weights refer to.
#[derive(Clone, Copy)]
struct Surroundings<'a> {
    names: &'a Names<'a>,
    pools: &'a TiSlice<PoolId, Pool>,
    cohorts: &'a TiVec<CohortId, Cohort>,
    tiers: &'a [Tier],
}

/// What is resolved before.
pub(super) type Parts<'a> =
    (&'a Names<'a>, &'a TiSlice<PoolId, Pool>, &'a TiVec<CohortId, Cohort>, &'a [Tier]);

/// The weights; each is an error where it refers to nothing and a warning where
/// no tier counts it.
pub(super) fn resolve(
    raw: &RawScenario,
    (names, pools, cohorts, tiers): Parts<'_>,
    checks: &mut Checks<'_>,
) -> IntakeWeights {
    let around = Surroundings { names, pools, cohorts, tiers };
    low_forecast(around, checks);
    let Some(raw) = &raw.intakes else {
        return IntakeWeights::default();
    };
    let here = Path::field("intakes");
    let mut weights = IntakeWeights::default();
    uncounted(&here, "swing", (&raw.swing, Part::Swing), around, checks);
    uncounted(&here, "turned_away", (&raw.turned_away, Part::TurnedAway), around, checks);
    for (key, quantity) in raw.swing.iter() {
        let at = here.key("swing").key(key);
        let found = checks.find(&at, key, Noun::Programme, &around.names.programmes);
        let weight = weight(&at, quantity, checks);
        weights.swing.extend(found.map(|programme| (programme, weight)));
    }
    for (key, quantity) in raw.turned_away.iter() {
        let at = here.key("turned_away").key(key);
        let weight = weight(&at, quantity, checks);
        match applied_for(&at, key, around, checks) {
            Some(Applied::Pool(pool)) => {
                weights.turned_away_of_pool.insert(pool, weight);
            }
            Some(Applied::Programme(programme)) => {
                weights.turned_away.insert(programme, weight);
            }
            None => {}
        }
    }
    weights
}

/// What people apply for together.
enum Applied {
    Pool(PoolId),
    Programme(ProgrammeId),
}

/// The pool of a key, or the programme that is in none.
fn applied_for(
    at: &Path,
    key: &str,
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) -> Option<Applied> {
    if let Some(pool) = around.pools.position(|pool| pool.id == key) {
        return Some(Applied::Pool(pool));
    }
    let programmes = &around.names.programmes;
    let Some(index) = programmes.iter().position(|known| *known == key) else {
        let pools = around.pools.iter().map(|pool| pool.id.as_str());
        let known = pools.chain(programmes.iter().copied());
        checks.error(at, words::neither_pool_nor_programme(key), suggestions(key, known));
        return None;
    };
    let programme = ProgrammeId(index);
    let pool = around.pools.iter().find(|pool| pool.programmes.contains(&programme));
    if let Some(pool) = pool {
        checks.error(at, words::in_a_pool(key, &pool.id), vec![words::weigh_the_pool(&pool.id)]);
        return None;
    }
    Some(Applied::Programme(programme))
}

fn weight(at: &Path, quantity: &Quantity, checks: &mut Checks<'_>) -> f64 {
    checks.figure(at, quantity, Measure::Number, Bounds::Amount, &[]).unwrap_or(0.0)
}

fn has(tiers: &[Tier], part: Part) -> bool {
    tiers.iter().any(|tier| tier.parts.iter().any(|(one, _)| *one == part))
}

/// Warns of weights that no tier counts.
fn uncounted(
    here: &Path,
    field: &str,
    (raw, part): (&Named<Quantity>, Part),
    around: Surroundings<'_>,
    checks: &mut Checks<'_>,
) {
    if raw.iter().next().is_some() && !has(around.tiers, part) {
        checks.warn(&here.key(field), words::not_in_objective(field), vec![words::name_it(field)]);
    }
}

/// Without a projection there is no low forecast to hold targets against.
fn low_forecast(around: Surroundings<'_>, checks: &mut Checks<'_>) {
    let projected = around.cohorts.iter().any(|cohort| cohort.projected.is_some());
    let margins = |tier: &Tier| has(std::slice::from_ref(tier), Part::Margins);
    if let Some(index) = around.tiers.iter().position(margins).filter(|_| !projected) {
        let at = Path::field("objective").index(index);
        checks.error(&at, words::no_low_forecast(), vec![words::give_enrolment()]);
    }
}
