//! By what the plan was computed, and how it was verified.

use super::{Chapter, gather, point};
use crate::report::view::View;
use crate::words::report::prose as words;

/// Letters of a hash that tell it from others well enough; all of it is in the
/// annex.
const HASH: usize = 12;

pub(super) fn chapter(view: &View) -> Chapter {
    let plan = view.plan;
    let hash: String = plan.scenario.sha256.chars().take(HASH).collect();
    let compared: usize = view.verification.compared.values().sum();
    let verified = match view.verification.violations.len() {
        0 => words::verified(compared),
        broken => words::not_verified(compared, broken),
    };
    let sentences = [words::computed(&plan.program.name, &plan.program.version, &hash), verified];
    let told = point(view, &words::method(), sentences.map(Some));
    gather(view, &words::method(), [Some(told.alone())])
}
