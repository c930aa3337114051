//! `verify --bound`: what is certified and what is reported by the solver.

use crate::support::program::{MINIMAL, run, text};
use serde_json::Value;
use std::fs;

/// Cost is the second tier.
const COST: usize = 1;

#[test]
fn the_command_says_what_is_certified_and_what_is_reported() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let made = ["plan", MINIMAL, "--steps", "2", "--threads", "1", "--out", text(&out), "--quiet"];
    let (code, printed, notes) = run(&[&made[..], &["--lang", "en", "--full"]].concat());
    assert_eq!(code, 0, "{notes}");
    assert!(printed.contains("Certified"), "{printed}");
    let file = out.join("plan.json");
    let mut plan: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let duals = plan["tiers"][COST]["certificate"]["duals"].as_str().expect("duals");
    assert!(!duals.is_empty());
    let ask = ["verify", MINIMAL, text(&file), "--bound"];
    let (code, printed, _) = run(&[&ask[..], &["--json"]].concat());
    let found: Value = serde_json::from_str(&printed).unwrap();
    let cost = &found["bounds"][COST];
    assert_eq!((code, &cost["basis"]), (0, &Value::from("duals")));
    let proven = cost["certified"].as_f64().expect("a bound");
    assert!(proven > 0.0 && proven <= plan["tiers"][COST]["value"].as_f64().unwrap());

    // A plan that claims more than it proves.
    let value = plan["tiers"][COST]["value"].clone();
    plan["tiers"][COST]["bound"] = value;
    plan["tiers"][COST]["gap"] = 0.0.into();
    plan["tiers"][COST]["status"] = "gap_reached".into();
    plan["tiers"][COST].as_object_mut().unwrap().remove("certificate");
    fs::write(&file, plan.to_string()).unwrap();
    let (code, printed, _) = run(&[&ask[..], &["--json"]].concat());
    let found: Value = serde_json::from_str(&printed).unwrap();
    let cost = &found["bounds"][COST];
    // The rest of the plan holds: the claim is not a fault, but it is not proven.
    assert_eq!((code, &found["passed"]), (0, &Value::from(true)), "{printed}");
    assert_eq!((&cost["basis"], &cost["covers"]), (&"amounts".into(), &false.into()));
    let (_, printed, _) = run(&[&ask[..], &["--lang", "en"]].concat());
    assert!(printed.contains("no certificate"), "{printed}");
}
