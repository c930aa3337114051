//! Assets that are sure to move and have not been valued.

use super::{Finding, Grade};
use crate::domain::{Asset, Scenario, Term};
use crate::words::arithmetic as words;

/// Each movable line of the register at a campus that must be empty within the
/// horizon, if it has no valuation from before then.
pub(super) fn findings(scenario: &Scenario) -> Vec<Finding> {
    let lines = scenario.assets.iter().filter(|asset| asset.movable);
    let leaving = lines.filter_map(|asset| Some((asset, leaves(scenario, asset)?)));
    let unvalued = leaving.filter(|(asset, leaves)| !asset.valued_before(*leaves));
    unvalued
        .map(|(asset, leaves)| Finding {
            grade: Grade::Due,
            message: words::unvalued(
                (&asset.id, &asset.name),
                &scenario.campuses[asset.campus].name,
                leaves,
                asset.valued,
            ),
        })
        .collect()
}

/// The start of the first stage in some term of which the use of an asset's
/// campus has ended.
fn leaves(scenario: &Scenario, asset: &Asset) -> Option<Term> {
    let mut stages = scenario.calendar.stage_ids();
    let stage = stages.find(|stage| scenario.ended(asset.campus, *stage))?;
    Some(scenario.calendar.start(stage))
}
