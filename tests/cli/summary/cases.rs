//! A made-up study whose figures can be computed by hand: two levels each of
//! three factors, one of the eight futures impossible.

use campusplan::experiment::run::row::Row;
use campusplan::experiment::specification::manifest::Manifest;
use serde_json::{Value, json};

fn text(text: &str) -> Value {
    json!({"zh": text, "en": text})
}

fn factor(key: &str, kind: &str, levels: &[Value]) -> Value {
    let levels: Vec<Value> = (levels.iter())
        .map(|value| json!({"value": value, "name": text(value.to_string().trim_matches('"'))}))
        .collect();
    json!({"key": key, "name": text(key), "kind": kind, "levels": levels})
}

/// The manifest of a study with this design.
pub fn manifest(design: &Value, plans: usize) -> Manifest {
    let indicator =
        |key: &str, unit: &str| json!({"key": key, "name": text(key), "unit": text(unit)});
    let manifest = json!({
        "format": 1,
        "program": {"name": "campusplan", "version": "0"},
        "name": text("made up"),
        "base": {"name": text("base"), "file": "base.ron", "sha256": ""},
        "inputs": [],
        "factors": [
            factor("demand", "demand", &[json!("low"), json!("high")]),
            factor("attrition", "list", &[json!(0.03), json!(0.08)]),
            factor("campus", "list", &[json!("2008-autumn"), json!("2009-spring")]),
        ],
        "design": design,
        "plans": plans,
        "shards": 1,
        "limits": {"gap": 0.05, "steps": 10, "time_limit_seconds": null, "patience_seconds": 3600.0, "seed": 0, "demand": "likely"},
        "indicators": [
            indicator("targets_percent", "%"),
            indicator("cost_wan_yuan", "w"),
            indicator("cost_gap", ""),
            indicator("hired", "people"),
        ],
        "targets": [{"key": "registered", "name": text("registered")}],
    });
    serde_json::from_value(manifest).unwrap()
}

/// Cost 1000, 100 more with high demand, 40 with high attrition, 6 with the
/// campus late; none with all three. A gap of 1 % everywhere.
pub fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (demand, more) in [("low", 0.0), ("high", 100.0)] {
        for (attrition, lost) in [(0.03, 0.0), (0.08, 40.0)] {
            for (campus, late) in [("2008-autumn", 0.0), ("2009-spring", 6.0)] {
                let plan = rows.len();
                let factors = json!({"demand": demand, "attrition": attrition, "campus": campus});
                let row = if plan == 7 {
                    json!({"plan": plan, "factors": factors, "status": "infeasible",
                        "reason": {"zh": "缺床位", "en": "beds short"}, "ended": null})
                } else {
                    planned(plan, &factors, 1000.0 + more + lost + late)
                };
                rows.push(serde_json::from_value(row).unwrap());
            }
        }
    }
    rows
}

/// Low demand meets the target from autumn 2008 on and admits nobody; high
/// demand meets it later and admits two classes, or never in future 6. One is
/// hired in future 0 only.
fn planned(plan: usize, factors: &Value, cost: f64) -> Value {
    let low = plan < 4;
    let from = match plan {
        0..=3 => json!("2008-autumn"),
        4 | 5 => json!("2009-spring"),
        _ => Value::Null,
    };
    let missed = if low { 0.0 } else { 30.0 };
    let mut decisions = json!({"open west": 1});
    if plan == 0 {
        decisions["hired general"] = json!(1);
    }
    if !low {
        decisions["admit clerk 2008-autumn"] = json!(2);
    }
    json!({
        "plan": plan,
        "factors": factors,
        "status": "verified",
        "reason": null,
        "ended": if plan == 3 { "work_limit" } else { "gap_reached" },
        "indicators": {
            "targets_percent": missed / 10.0,
            "cost_wan_yuan": cost,
            "cost_gap": 0.01,
            "hired": u32::from(plan == 0),
        },
        "targets": {"registered": {"met": low, "from": from, "worst_missed": missed}},
        "decisions": decisions,
    })
}
