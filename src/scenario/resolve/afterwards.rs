//! What becomes of premises when they are vacated.

use super::checks::{Bounds, Checks};
use crate::domain::{AfterUse, Afterwards};
use crate::scenario::measure::Measure;
use crate::scenario::path::Path;
use crate::scenario::quantity::Quantity;
use crate::scenario::raw::{RawCampus, RawScenario};
use crate::units::Money;
use crate::words::afterwards as words;

/// Longest lag, in terms.
const LONGEST: u32 = 80;

/// What becomes of a campus, if the scenario says. It must be in use today and stay
/// vacated, so that what it brings is had once.
pub(super) fn resolve(
    campus: &Path,
    (key, raw): (&str, &RawCampus),
    scenario: &RawScenario,
    checks: &mut Checks<'_>,
) -> Option<Afterwards> {
    let stated = raw.afterwards.as_ref()?;
    let here = campus.key("afterwards");
    let how = checks.need(&here, "how", stated.how.as_ref()).copied();
    let mut money = |field: &str, stated: &Option<Quantity>| {
        let figure = stated.as_ref();
        let figure = checks.optional(&here, field, figure, Measure::Money, Bounds::Amount);
        Money(figure.unwrap_or(0.0))
    };
    let cost = money("cost", &stated.cost);
    let proceeds = money("proceeds", &stated.proceeds);
    let upkeep = money("upkeep", &stated.upkeep);
    let lag = checks.optional_count(&here, "lag_terms", stated.lag_terms, 0, LONGEST);
    if !raw.in_use.unwrap_or(true) {
        checks.error(&here, words::not_in_use(), vec![words::leave_out()]);
    }
    if raw.reopenable == Some(true) {
        checks.error(&here, words::may_reopen(), vec![words::say_not_reopenable()]);
    }
    let how = how?;
    if stated.proceeds.is_some() && !matches!(how, AfterUse::Sell | AfterUse::Let) {
        checks.error(&here.key("proceeds"), words::no_proceeds(), vec![words::sell_or_let()]);
    }
    if stated.lag_terms.is_some() && how == AfterUse::Mothball {
        checks.error(&here.key("lag_terms"), words::no_lag(), Vec::new());
    }
    if !ever_vacated(key, raw, scenario) {
        checks.warn(&here, words::never_vacated(), vec![words::say_closable()]);
    }
    Some(Afterwards { how, lag: lag.unwrap_or(0), cost, proceeds, upkeep })
}

/// Whether a plan may or must leave a campus.
fn ever_vacated(key: &str, raw: &RawCampus, scenario: &RawScenario) -> bool {
    let ends = raw.tenure.as_ref().is_some_and(|tenure| tenure.until.is_some());
    let relocation = scenario.rules.as_ref().and_then(|rules| rules.relocation.as_ref());
    let vacate = relocation.is_some_and(|rule| rule.vacate.iter().any(|(one, _)| one == key));
    raw.closable == Some(true) || ends || vacate
}
