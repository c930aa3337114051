//! Which lines of the register leave it with their premises: immovable things of a
//! campus that is vacated and then sold, handed back or, but for the land,
//! demolished. They stay where they stand; what ends is that they are in the
//! register.

use super::{AssetLine, AssetReleased};
use crate::domain::{AssetKind, Scenario, Term};
use crate::ids::{CampusId, TermId};
use crate::plan::TermKey;
use crate::plan::afterwards;
use crate::plan::book::Book;

/// Adds what leaves the register to the lines.
pub(super) fn release(book: &Book, lines: &mut [AssetLine]) {
    let calendar = &book.scenario.calendar;
    let last = calendar.term(TermId(calendar.terms - 1));
    for vacated in afterwards::all(book).iter().filter(|one| one.effective <= last) {
        let key = &book.scenario.campuses[vacated.campus].id;
        let how = vacated.afterwards.how;
        for line in lines.iter_mut() {
            let Some(fixed) = immovable(book.scenario, line) else { continue };
            if fixed.campus != vacated.campus || !how.releases(fixed.kind) {
                continue;
            }
            let standing = line.standing(vacated.effective).get(key.as_str()).copied();
            if let Some((number, value_wan_yuan)) = standing {
                line.released.push(AssetReleased {
                    at: TermKey(vacated.effective),
                    campus: key.clone(),
                    how,
                    number,
                    value_wan_yuan,
                    unvalued: !valued(book.scenario, line, vacated.effective),
                });
            }
        }
    }
}

/// An immovable thing.
struct Fixed {
    kind: AssetKind,
    campus: CampusId,
}

/// Whether a line has been valued before a term; what is bought is valued at its
/// cost.
fn valued(scenario: &Scenario, line: &AssetLine, term: Term) -> bool {
    let asset = scenario.assets.iter().find(|one| line.asset.as_ref() == Some(&one.id));
    asset.is_none_or(|asset| asset.valued_before(term))
}

/// What a line is, if it cannot move.
fn immovable(scenario: &Scenario, line: &AssetLine) -> Option<Fixed> {
    if let Some(key) = &line.asset {
        let asset = scenario.assets.iter().find(|one| one.id == *key)?;
        return (!asset.movable).then_some(Fixed { kind: asset.kind, campus: asset.campus });
    }
    let bought = line.bought.as_ref()?;
    let option = scenario.options.iter().find(|one| one.id == bought.option)?;
    let fixed = scenario.resources[option.resource].shipping.is_none();
    fixed.then_some(Fixed { kind: option.kind, campus: option.campus })
}
