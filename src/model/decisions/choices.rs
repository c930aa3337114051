//! Variables of rule Bands.

use super::Decisions;
use crate::model::builder::Builder;

impl Decisions {
    /// `band[x,b]`, where the plan chooses among several bands.
    pub(super) fn add_bands(&mut self, builder: &mut Builder<'_>) {
        let entries = builder.scenario.rules.bands.iter().flat_map(|rule| &rule.entries);
        for (index, entry) in entries.enumerate().filter(|(_, entry)| entry.is_decided()) {
            for band in 0..entry.bands.len() {
                self.bands.insert((index, band), builder.problem.whole(1.0));
            }
        }
    }
}
