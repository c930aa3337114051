//! No plan, however broken, makes the verification panic; and no change to
//! what a plan says of itself goes unseen.

use crate::support::small::small;
use campusplan::plan::Plan;
use campusplan::verify::verify;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A change to a plan's JSON.
#[derive(Clone, Debug)]
enum Change {
    /// A number grows or shrinks beyond any tolerance.
    Number(usize, i32),
    /// A number becomes another.
    Replace(usize, f64),
    /// An entry of a list goes.
    Remove(usize),
    /// An entry of a list comes twice.
    Double(usize),
    /// A text becomes another of the plan's.
    Text(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let any = any::<usize>();
    let delta = prop_oneof![-50..=-1, 1..=50];
    let extreme = prop_oneof![Just(0.0), Just(-1.0), Just(1e9), Just(1e300), Just(4_294_967_295.0)];
    prop_oneof![
        (any, delta).prop_map(|(at, delta)| Change::Number(at, delta)),
        (any, extreme).prop_map(|(at, value)| Change::Replace(at, value)),
        any.prop_map(Change::Remove),
        any.prop_map(Change::Double),
        (any, any).prop_map(|(at, other)| Change::Text(at, other)),
    ]
}

/// Paths to all values for which `choose` holds.
fn paths(value: &Value, path: &str, choose: fn(&Value) -> bool, found: &mut Vec<String>) {
    if choose(value) {
        found.push(path.to_owned());
    }
    match value {
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                paths(entry, &format!("{path}/{index}"), choose, found);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                paths(field, &format!("{path}/{key}"), choose, found);
            }
        }
        _ => {}
    }
}

fn pick(plan: &Value, at: usize, choose: fn(&Value) -> bool) -> Option<String> {
    let mut found = Vec::new();
    paths(plan, "", choose, &mut found);
    let index = at.checked_rem(found.len())?;
    Some(found.swap_remove(index))
}

/// Applies a change; the path that was changed, if there was something.
fn apply(plan: &mut Value, change: &Change) -> Option<String> {
    match change {
        Change::Number(at, delta) => {
            let path = pick(plan, *at, Value::is_number)?;
            let number = plan.pointer_mut(&path)?;
            *number = match number.as_i64() {
                Some(whole) => json!((whole + i64::from(*delta)).max(0)),
                None => json!(number.as_f64()? + f64::from(*delta)),
            };
            Some(path)
        }
        Change::Replace(at, value) => {
            let path = pick(plan, *at, Value::is_number)?;
            let number = plan.pointer_mut(&path)?;
            let whole = number.is_u64() && *value >= 0.0 && *value < 5e9;
            *number = if whole {
                serde_json::from_str(&format!("{value:.0}")).ok()?
            } else {
                json!(value)
            };
            Some(path)
        }
        Change::Remove(at) | Change::Double(at) => {
            let full = |value: &Value| value.as_array().is_some_and(|list| !list.is_empty());
            let path = pick(plan, *at, full)?;
            let list = plan.pointer_mut(&path)?.as_array_mut()?;
            let entry = list.remove(at % list.len());
            if matches!(change, Change::Double(_)) {
                list.extend([entry.clone(), entry]);
            }
            Some(path)
        }
        Change::Text(at, other) => {
            let path = pick(plan, *at, Value::is_string)?;
            let text = plan.pointer(&pick(plan, *other, Value::is_string)?)?.clone();
            *plan.pointer_mut(&path)? = text;
            Some(path)
        }
    }
}

/// Parts of a plan that follow from the rest: nothing there may differ.
const DERIVED: [&str; 6] =
    ["/accounts", "/indicators", "/targets", "/missed_rules", "/tiers", "/admissions"];

/// Whether nothing is left unsaid by the derived part of a plan: entries in
/// another order, or states that are nobody's to check, count as the same.
fn same(one: &Plan, other: &Plan) -> bool {
    let sorted = |plan: &Plan| {
        let mut plan = serde_json::to_value(plan).expect("a plan");
        sort(&mut plan);
        plan
    };
    sorted(one) == sorted(other)
}

fn sort(value: &mut Value) {
    match value {
        Value::Array(entries) => {
            entries.iter_mut().for_each(sort);
            entries.sort_by_key(Value::to_string);
        }
        Value::Object(fields) => {
            fields.remove("status");
            fields.values_mut().for_each(sort);
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_broken_plan_never_panics(changes in prop::collection::vec(change(), 1..12)) {
        let (scenario, plan) = small();
        let mut value = serde_json::to_value(&plan).expect("a plan");
        for change in &changes {
            apply(&mut value, change);
        }
        if let Ok(broken) = serde_json::from_value::<Plan>(value) {
            let verification = verify(&scenario, &broken);
            prop_assert!(verification.compared.values().sum::<usize>() > 0);
        }
    }

    #[test]
    fn a_change_to_what_follows_is_seen(change in change()) {
        let (scenario, plan) = small();
        let mut value = serde_json::to_value(&plan).expect("a plan");
        let path = apply(&mut value, &change);
        let derived = path.is_some_and(|path| DERIVED.iter().any(|part| path.starts_with(part)));
        if let Ok(forged) = serde_json::from_value::<Plan>(value)
            && derived
            && !same(&forged, &plan)
        {
            let verification = verify(&scenario, &forged);
            prop_assert!(!verification.passed(), "{change:?}");
        }
    }
}

#[test]
fn numbers_beyond_all_measure_and_empty_lists_are_told() {
    let (scenario, plan) = small();
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e300] {
        let mut broken = plan.clone();
        broken.classes[0].students.0 = value;
        broken.admissions[0].students.0 = value;
        broken.sharing[0].hours_per_week.0 = value;
        broken.teaching[0].periods_per_week.0 = value;
        broken.visiting[0].periods_per_week.0 = value;
        broken.missed_rules[0].amount = value;
        broken.targets[0].missed = value;
        broken.accounts.disruption = value;
        broken.tiers[0].bound = Some(value);
        broken.tiers[0].value = value;
        broken.indicators[0].boarders.0 = value;
        assert!(verify(&scenario, &broken).violations.len() >= 10);
    }
    let mut empty = plan;
    empty.classes.clear();
    empty.campuses.clear();
    empty.posts.clear();
    empty.indicators.clear();
    empty.admissions.clear();
    empty.tiers.clear();
    assert!(!verify(&scenario, &empty).passed());
}
