//! Combinations of the concessions that change the case itself.

use super::Asked;
use super::goal::defeats;
use super::granted::most_steps;
use crate::domain::Concession;
use crate::model::loosening::in_rows;

/// Most concessions in one combination.
const MOST: usize = 3;

/// Concessions with their steps, by index.
pub type Steps = Vec<(usize, u32)>;

/// Whether a case has all the steps of another.
pub fn contains(case: &[(usize, u32)], other: &[(usize, u32)]) -> bool {
    other.iter().all(|(index, steps)| {
        let own = case.iter().find(|(own, _)| own == index);
        own.is_some_and(|(_, own)| own >= steps)
    })
}

/// What they cost, 万元.
pub fn priced(concessions: &[Concession], case: &[(usize, u32)]) -> f64 {
    let prices = case.iter();
    let prices = prices.map(|(index, steps)| concessions[*index].price.0 * f64::from(*steps));
    prices.sum()
}

/// Every combination of the concessions that change the case, the small ones
/// first.
pub fn combinations(asked: Asked<'_>, concessions: &[Concession]) -> Vec<Steps> {
    let structural = concessions.iter().enumerate();
    let structural = structural.filter(|(_, one)| !in_rows(one.what) && !defeats(asked, one));
    let mut all: Vec<Steps> = vec![Vec::new()];
    for (index, one) in structural {
        let longer: Vec<Steps> = all
            .iter()
            .filter(|case| case.len() < MOST)
            .flat_map(|case| {
                (1..=most_steps(asked.scenario, one)).map(move |steps| {
                    let mut case = case.clone();
                    case.push((index, steps));
                    case
                })
            })
            .collect();
        all.extend(longer);
    }
    all.sort_by_key(Vec::len);
    all
}
