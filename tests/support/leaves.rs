//! What the verification lets pass of a changed plan file: the leaves are changed,
//! and the lines of lists dropped, doubled and moved, at every place and up to 5
//! times each.

use super::mutation;
use campusplan::domain::Scenario;
use campusplan::plan::Plan;
use campusplan::verify::verify;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What may pass: the place, the changes, the reason.
pub type MayPass = (&'static str, &'static [&'static str], &'static str);

/// Another decision that comes to the same.
const DECISION: &str = "a decision: the changed plan is as valid and comes to the same figures";

/// The order of decisions.
const ORDER: &str = "decisions in another order are the same decisions";

/// What the solver's tolerance hides.
const ROUNDING: &str = "a decision within the solver's tolerance, less than half a printed digit";

/// A limit of the run.
const OPTION: &str = "an option as any run may have it: only the run knows which it had";

/// The proof of a bound, which `verify --bound` looks at.
const PROOF: &str = "certificates prove bounds, whatever they hold: forged ones prove less";

const MAY_PASS: [MayPass; 29] = [
    ("admissions", &["order"], ORDER),
    ("assignments", &["order"], ORDER),
    ("assignments[].lessons", &["order"], ORDER),
    ("assignments[].lessons[].periods_per_week", &["little less", "little more"], ROUNDING),
    ("assignments[].visits[].weekdays[]", &["more"], DECISION),
    ("built", &["order"], ORDER),
    ("campuses", &["order"], ORDER),
    ("class_teachers", &["order"], ORDER),
    ("classes", &["order"], ORDER),
    ("classes[].seats[].campus", &["other"], DECISION),
    ("classes[].students", &["little less", "little more"], ROUNDING),
    ("duty", &["order"], ORDER),
    ("duty[].class_teachers", &["order"], DECISION),
    ("options.gap", &["little less", "little more", "more"], OPTION),
    ("options.seed", &["more"], OPTION),
    ("options.step_limit", &["huge", "less", "more", "none"], OPTION),
    ("options.threads", &["more"], OPTION),
    ("options.time_limit_seconds", &["number"], OPTION),
    ("posts", &["order"], ORDER),
    ("posts[].seats[].campus", &["other"], DECISION),
    ("program.version", &["text"], "any version may have made it"),
    ("shipments", &["order"], ORDER),
    ("teaching", &["order"], ORDER),
    ("teaching[].periods_per_week", &["little more"], ROUNDING),
    ("tiers[].certificate", &["none"], PROOF),
    ("tiers[].certificate.duals", &["empty", "other"], PROOF),
    ("tiers[].certificate.relaxation", &["other"], PROOF),
    ("tiers[].certificate.rows", &["empty", "other", "text"], PROOF),
    ("visiting", &["order"], ORDER),
];

/// The changes that pass and are not listed, by place and kind, with an example.
pub fn unnoticed(scenario: &Scenario, plan: &Plan) -> BTreeMap<(String, &'static str), String> {
    unnoticed_of(scenario, plan, 1, &[])
}

/// The same of one in so many changes, where more may pass.
pub fn unnoticed_of(
    scenario: &Scenario,
    plan: &Plan,
    one_in: usize,
    more: &[MayPass],
) -> BTreeMap<(String, &'static str), String> {
    let violations = verify(scenario, plan).violations;
    assert!(violations.is_empty(), "{violations:#?}");
    let listed = |place: &str, kind: &str| {
        let mut listed = MAY_PASS.iter().chain(more);
        listed.any(|(one, kinds, _)| *one == place && kinds.contains(&kind))
    };
    let file = serde_json::to_value(plan).expect("a file");
    let mut passed = BTreeMap::new();
    let mut count = 0;
    mutation::each(&file, |mutation| {
        count += 1;
        if count % one_in != 0 {
            return;
        }
        let key = (mutation.place.to_owned(), mutation.kind);
        if listed(mutation.place, mutation.kind) || passed.contains_key(&key) {
            return;
        }
        let Ok(changed) = Plan::deserialize(mutation.file) else {
            return;
        };
        if changed != *plan && verify(scenario, &changed).passed() {
            let now = file.pointer(mutation.pointer).unwrap_or(&file);
            let changed = mutation.file.pointer(mutation.pointer).unwrap_or(&file);
            passed.insert(key, format!("{}: {now} to {changed}", mutation.pointer));
        }
    });
    passed
}
