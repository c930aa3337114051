//! Plans on the paths of the projection, and the way home in the travel tier.

use crate::support::feeders;
use crate::support::tiny::{self, best, close, outcome};
use campusplan::domain::{Demand, Scenario};
use campusplan::forecast::{applicants, on_path, with_applicants};
use campusplan::ids::CohortId;
use campusplan::planning::store::Key;
use campusplan::units::{Hours, Kilometres, Students};
use campusplan::verify::{Check, verify};
use typed_index_collections::TiVec;

/// A feeder school near campus b, and a programme both campuses may teach at
/// the same cost.
fn near_b(travel: bool) -> String {
    let section = format!(
        r#"enrolment: (
            year: 2007,
            feeders: {{"f": (
                name: (zh: "乡"), pupils: {{"9": 80}}, boarding: "50%",
                roads: {{"a": (km: 20, minutes: 30), "b": (km: 5, minutes: 12)}},
            )}},
            progression: {{"9": (likely: 1)}},
            vocational: (likely: "50%"), captured: (likely: 1),
            preferences: {{"p": (likely: 1)}},
            travel: {travel},
        ),"#
    );
    tiny::text(&[
        ("/*elsewhere*/", r#""b": (cost_per_class: 1)"#),
        ("/*admissions*/", r#"(programme: "p", entry: "2008-autumn", least: 1, most: 1)"#),
        ("/*more*/", &section),
        (
            "/*targets*/",
            r#""size": (name: (zh: "规模"), metric: registered, at_least: 40, from: "2008-autumn")"#,
        ),
    ])
}

#[test]
fn the_travel_tier_takes_classes_nearer_home() {
    let plan = best(&tiny::read(&near_b(true)));
    assert_eq!(plan.classes.len(), 1);
    assert_eq!(plan.classes[0].seats[0].campus, "b");
    // 40 students, half of them home once a week and half five times: 3
    // return journeys of 24 minutes, 10 weeks, 2 terms
    let hours = 40.0 * 3.0 * 24.0 / 60.0 * 10.0;
    close(plan.accounts.home_hours.0, 2.0 * hours);
    close(plan.tiers[3].value, 2.0 * hours);
    for term in &plan.indicators {
        close(term.home_hours.expect("known").0, hours);
        close(term.home_kilometres.expect("known").0, 40.0 * 3.0 * 10.0 * 10.0);
        close(term.boarders.0, 20.0);
    }
}

#[test]
fn the_way_home_is_an_indicator_where_the_tier_leaves_it_out() {
    let plan = best(&tiny::read(&near_b(false)));
    assert_eq!(plan.accounts.home_hours, Hours::ZERO);
    close(plan.tiers[3].value, 0.0);
    assert!(plan.indicators.iter().all(|term| term.home_hours.is_some()));
}

#[test]
fn a_plan_is_verified_on_the_path_it_names() {
    let scenario = feeders::scenario(&[]);
    let low = on_path(scenario.clone(), Demand::Low);
    let mut plan = outcome(&low).expect("a plan");
    assert_eq!(plan.options.demand, Demand::Low);
    let of = |plan: &campusplan::plan::Plan| {
        let mut admissions = plan.admissions.iter();
        let line = admissions.find(|one| one.programme == "machinist").expect("a line");
        (line.applicants.0, line.projected.expect("projected").likely)
    };
    assert_eq!(of(&plan), (77.0, 94.0));
    // the scenario as it is read stands on the likely path
    assert!(verify(&scenario, &plan).passed());
    plan.options.demand = Demand::High;
    let found = verify(&scenario, &plan).violations;
    let caught = |place: &str| found.iter().any(|one| one.place.en.contains(place));
    assert!(caught("applicants"), "{found:#?}");
}

#[test]
fn kept_plans_are_told_apart_by_their_applicants() {
    let scenario = feeders::scenario(&[]);
    let key = |scenario: &Scenario| Key::new(scenario, &tiny::EXACT, None);
    let high = on_path(scenario.clone(), Demand::High);
    let mut drawn: TiVec<CohortId, Students> =
        scenario.cohorts.keys().map(|id| applicants(&scenario, id)).collect();
    assert_eq!(key(&with_applicants(&scenario, &drawn)), key(&scenario));
    let last = drawn.last_mut().expect("a cohort");
    *last += Students(1.0);
    assert_ne!(key(&with_applicants(&scenario, &drawn)), key(&scenario));
    assert_ne!(key(&high), key(&scenario));
}

#[test]
fn forged_projections_losses_and_journeys_are_caught() {
    let scenario = feeders::scenario(&[]);
    let plan = outcome(&scenario).expect("a plan");
    let forge = |place: &str, change: &dyn Fn(&mut campusplan::plan::Plan)| {
        let mut plan = plan.clone();
        change(&mut plan);
        let found = verify(&scenario, &plan).violations;
        let caught =
            found.iter().any(|one| one.check == Check::Indicators && one.place.en.contains(place));
        assert!(caught, "{place}: {found:#?}");
    };
    forge("applicants", &|plan| {
        for line in &mut plan.admissions {
            if let Some(projected) = &mut line.projected {
                projected.high += 10.0;
            }
        }
    });
    forge("applicants", &|plan| plan.admissions[0].projected = None);
    forge("attrition", &|plan| plan.indicators[1].attrition += 0.01);
    forge("attrition", &|plan| {
        plan.indicators[1].attrition_limit = 0.1;
    });
    forge("attrition", &|plan| {
        plan.indicators[1].classes_over_limit = 1;
    });
    forge("attrition", &|plan| {
        plan.indicators[1].students_lost = Students(0.0);
    });
    forge("home", &|plan| plan.indicators[1].home_hours = None);
    forge("home", &|plan| {
        plan.indicators[1].home_hours = Some(Hours(1.0));
    });
    forge("home", &|plan| {
        plan.indicators[1].home_kilometres = Some(Kilometres(1.0));
    });
}

#[test]
fn attrition_is_measured_against_the_limit() {
    let scenario = feeders::scenario(&[]);
    let plan = outcome(&scenario).expect("a plan");
    for (index, term) in plan.indicators.iter().enumerate() {
        // every programme loses 2 % a term
        close(term.attrition, 0.02);
        // whole: heads less those of the next term, of classes that are there then; of the
        // others the expected number, which is within half a student of the rounded one
        let lost = term.students_lost.0;
        assert_eq!(lost.fract().to_bits(), 0.0_f64.to_bits());
        let next = plan.indicators.get(index + 1).map(|next| next.term);
        let (mut apart, mut final_heads) = (0.0, 0.0);
        for heads in plan.classes.iter().map(|class| &class.headcount) {
            let Some(now) = heads.get(&term.term) else { continue };
            match next.and_then(|next| heads.get(&next)) {
                Some(later) => apart += f64::from(*now) - f64::from(*later),
                None => final_heads += f64::from(*now),
            }
        }
        assert!(
            (lost - apart - 0.02 * final_heads).abs() <= 0.52,
            "{lost}: {apart} and of {final_heads}"
        );
        close(term.attrition_limit, 0.05);
        assert_eq!(term.classes_over_limit, 0);
    }
    let strict = feeders::scenario(&[("cohorts: [", "attrition_limit: \"1.5%\", cohorts: [")]);
    let plan = outcome(&strict).expect("a plan");
    for term in &plan.indicators {
        assert_eq!(term.classes_over_limit, term.classes_registered);
    }
}
