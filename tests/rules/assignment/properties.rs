//! What holds whatever the numbers.

use super::{periods, planned};
use campusplan::plan::Plan;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn away(plan: &Plan) -> f64 {
    plan.visiting.iter().map(|one| one.periods_per_week.0).sum()
}

/// Sums of the names by group, subject, base and stage, where nobody is
/// exchanged.
fn named(plan: &Plan) -> BTreeMap<(Option<String>, String, String), f64> {
    let mut sums = BTreeMap::new();
    for one in &plan.assignments {
        let mut posts = plan.posts.iter();
        let post = posts.find(|post| post.key() == one.person).unwrap();
        for lesson in &one.lessons {
            let key = (post.group.clone(), lesson.subject.clone(), post.seats[0].campus.clone());
            let stages = if one.from == one.until || one.until.to_string() != "2010-spring" {
                1.0
            } else if one.from.to_string() == "2008-autumn" {
                2.0
            } else {
                1.0
            };
            *sums.entry(key).or_default() += lesson.periods_per_week.0 * stages;
        }
    }
    sums
}

fn counted(plan: &Plan) -> BTreeMap<(Option<String>, String, String), f64> {
    let mut sums = BTreeMap::new();
    for one in &plan.teaching {
        let key = (one.group.clone(), one.subject.clone(), one.campus.clone());
        *sums.entry(key).or_default() += one.periods_per_week.0;
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Names add up to the counts, in whole periods; no more is taught away
    /// than what b is short of; those alike differ by at most a period.
    #[test]
    fn names_are_whole_fair_and_away_no_more_than_they_must(
        per_class in 3_u32..=6,
        load in 6_u32..=9,
        visit in 1_u32..=5,
    ) {
        let needed = f64::from(per_class * 2);
        let load_b = f64::from(load).min(needed);
        let short = (needed - load_b).max(0.0);
        prop_assume!(short <= 0.2 * 2.0 * needed && needed + short <= 2.0 * f64::from(load));
        let plan = planned(&[
            (r#"exchange: (enforce: priced(0.5), head: "a", pairs: {"b": 1}),"#, ""),
            (r#""maths": 5"#, &format!(r#""maths": {per_class}"#)),
            (r#"["maths"], load: 8"#, &format!(r#"["maths"], load: {load}"#)),
            ("periods_per_visit: 4", &format!("periods_per_visit: {visit}")),
        ]);
        prop_assert!((away(&plan) - 2.0 * short).abs() < 1e-9, "{} {short}", away(&plan));
        prop_assert_eq!(named(&plan), counted(&plan));
        for one in plan.assignments.iter().flat_map(|one| &one.lessons) {
            prop_assert!(one.periods_per_week.0.fract().abs() < 1e-9);
        }
        let both = ["m1", "m2"].map(|person| {
            let at = |campus| periods(&plan, person, campus, "2008-autumn");
            at("a") + at("b")
        });
        prop_assert!((both[0] - both[1]).abs() <= 1.0, "{:?}", both);
        let half_days: u32 = (plan.assignments.iter())
            .flat_map(|one| &one.visits)
            .map(|one| u32::try_from(one.weekdays.len()).unwrap())
            .sum();
        prop_assert!(f64::from(half_days * visit) >= short);
    }
}
