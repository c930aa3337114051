//! The enrolment projection: worked out by hand, what must hold of any, and
//! its draws.

use crate::support::feeders::{self, BOTH, HISTORY, scenario};
use campusplan::domain::{Demand, Estimate, Ratio, Scenario, Term};
use campusplan::forecast::{
    Curve, Projection, Step, applicants, fit, on_path, sample, with_applicants,
};
use campusplan::ids::{CampusId, CohortId, ProgrammeId};
use proptest::prelude::*;

fn cohort(scenario: &Scenario, programme: &str, entry: &str) -> CohortId {
    let entry: Term = entry.parse().unwrap();
    let all = scenario.cohorts.iter_enumerated();
    let mut found = all.filter(|(id, one)| {
        scenario.programme_of(*id).id == programme && one.entry == entry && !one.exists()
    });
    found.next().expect("the cohort").0
}

fn range(scenario: &Scenario, programme: &str, entry: &str) -> (f64, f64, f64) {
    let cohort = cohort(scenario, programme, entry);
    let Estimate { low, likely, high } = scenario.cohorts[cohort].projected.expect("projected");
    (low, likely, high)
}

#[track_caller]
fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} is not {other}");
}

#[test]
fn applicants_worked_out_by_hand() {
    let scenario = scenario(&[]);
    // 2008, likely: 200 · 0.95 · 0.5 · 0.8 = 76 from the north,
    // 100 · 0.95 · 0.5 · 0.6 = 28.5 from the south; 0.9 of 104.5 = 94.05.
    // Low: 0.9 · (190 · 0.45 · 0.7 + 95 · 0.45 · 0.6) = 76.95; high: 112.86.
    assert_eq!(range(&scenario, "machinist", "2008-autumn"), (77.0, 94.0, 113.0));
    // 2009: 210 · 0.98 · 0.95 = 195.51 and 83.79 graduates, 0.6 of them to
    // vocational schools, 0.8 and 0.6 of those here: 124.0092 · 0.9 = 111.6.
    // Low, with 0.97 and 0.7: 0.9 · (193.515 · 0.42 + 82.935 · 0.36) = 100.02;
    // high, with 0.99 and 0.9: 0.9 · (197.505 · 0.54 + 84.645 · 0.36) = 123.41.
    let (low, likely, high) = range(&scenario, "machinist", "2009-autumn");
    assert_eq!((low, likely, high), (100.0, 112.0, 123.0));
    for (demand, due) in [(Demand::Low, 100.0), (Demand::Likely, 112.0), (Demand::High, 123.0)] {
        let scenario = on_path(scenario.clone(), demand);
        let id = cohort(&scenario, "machinist", "2009-autumn");
        close(applicants(&scenario, id).0, due);
        // what is stated stays
        close(applicants(&scenario, cohort(&scenario, "clerk", "2009-autumn")).0, 70.0);
    }
}

#[test]
fn boarders_and_journeys_follow_the_feeder_schools() {
    let scenario = scenario(&[]);
    let projected = &scenario.cohorts[cohort(&scenario, "machinist", "2008-autumn")];
    close(projected.boarding, (76.0 * 0.8 + 28.5 * 0.3) / 104.5);
    // stated applicants come from nobody knows where: the programme's share
    let stated = &scenario.cohorts[cohort(&scenario, "clerk", "2008-autumn")];
    close(stated.boarding, 0.5);
    // a boarder goes home once a week, a day student five times: 1.8 and 3.8
    // return journeys each, 10 and 2 km one way
    let east = CampusId(scenario.campuses.position(|one| one.id == "east").unwrap().0);
    let km = 2.0 * (76.0 * 1.8 * 10.0 + 28.5 * 3.8 * 2.0) / 104.5;
    let minutes = 2.0 * (76.0 * 1.8 * 20.0 + 28.5 * 3.8 * 6.0) / 104.5;
    close(projected.home[&east].length.0, km);
    close(projected.home[&east].time.0, minutes);
}

#[test]
fn births_reach_school() {
    let changed = scenario(&[
        ("pupils: {\"9\": 200, \"8\": 210}", "pupils: {\"1\": 200}, births: {\"2003\": 300}"),
        ("pupils: {\"9\": 100, \"8\": 90}", "pupils: {\"1\": 100}, births: {\"2003\": 50}"),
        ("year: 2007,", "year: 2007, last_grade: 1, school_age: 5,"),
        ("\"8\": (low: \"97%\", likely: \"98%\", high: \"99%\"),", "\"0\": (likely: 1.1),"),
        ("\"9\": (likely: \"95%\"),", "\"1\": (likely: \"95%\"),"),
    ]);
    // born in 2003, at school in 2008, graduates in 2009: 300 · 1.1 · 0.95 ·
    // 0.6 · 0.8 + 50 · 1.1 · 0.95 · 0.6 · 0.6 = 169.29; 0.9 of it
    close(range(&changed, "machinist", "2009-autumn").1, 152.0);
}

#[test]
fn a_brand_takes_from_the_others() {
    let brand = (
        "preferences: {\"machinist\": (likely: \"90%\")}",
        r#"preferences: {"machinist": (likely: "60%"), "clerk": (likely: "40%")},
           brands: [(programme: "clerk", from: 2009, gain: (low: 0, likely: "6%", high: "10%"))]"#,
    );
    let scenario = scenario(&[BOTH[0], BOTH[1], brand]);
    let enrolment = scenario.enrolment.as_ref().unwrap();
    let projection = Projection::new(enrolment);
    let preference =
        |programme: usize, year| projection.preference(ProgrammeId(programme), year).unwrap();
    assert_eq!(scenario.programmes[ProgrammeId(1)].id, "clerk");
    close(preference(1, 2008).likely, 0.4);
    close(preference(1, 2009).low, 0.4);
    close(preference(1, 2009).likely, 0.46);
    close(preference(1, 2009).high, 0.5);
    close(preference(0, 2008).likely, 0.6);
    for demand in Demand::ALL {
        close(preference(0, 2009).at(demand), 0.54);
    }
}

#[test]
fn some_enter_in_spring() {
    let scenario = scenario(&[
        ("\"2009-autumn\", least: 1, most: 3", "\"2009-spring\""),
        ("preferences:", "spring: (low: \"5%\", likely: \"10%\", high: \"20%\"), preferences:"),
    ]);
    // of 76.95, 94.05 and 112.86 in the autumn of 2008
    assert_eq!(range(&scenario, "machinist", "2008-autumn"), (62.0, 85.0, 107.0));
    assert_eq!(range(&scenario, "machinist", "2009-spring"), (4.0, 9.0, 23.0));
}

#[test]
fn ratios_are_fitted_to_the_last_observations() {
    let history = ("preferences:", HISTORY);
    let fitted =
        ("\"8\": (low: \"97%\", likely: \"98%\", high: \"99%\")", "\"8\": (fitted: (last: 5))");
    let scenario = scenario(&[history, fitted]);
    let enrolment = scenario.enrolment.as_ref().unwrap();
    // 270 of 300, then today's 300 of 310
    let found = fit(enrolment, Step::Progression(8), 5).unwrap();
    let (one, other) = (270.0 / 300.0, 300.0 / 310.0);
    close(found.value.likely, 570.0 / 610.0);
    close(found.value.low, one);
    close(found.value.high, other);
    let value = 570.0 / 610.0;
    close(found.mape, f64::midpoint((value / one - 1.0).abs(), (value / other - 1.0).abs()));
    assert_eq!(found.observations.len(), 2);
    // only the last
    let last = fit(enrolment, Step::Progression(8), 1).unwrap();
    close(last.value.likely, other);
    close(last.mape, 0.0);
    let value = |step| fit(enrolment, step, 2).unwrap().value.likely;
    close(value(Step::Progression(9)), (266.0 + 243.0) / (280.0 + 270.0));
    close(value(Step::Vocational), (133.0 + 108.0) / (266.0 + 243.0));
    close(value(Step::Captured), 81.0 / 108.0);
    close(value(Step::Preference(ProgrammeId(0))), 90.0 / 140.0);
    assert!(fit(enrolment, Step::Spring, 2).is_none());
    // the projection uses the one that is fitted, and says so
    let projection = Projection::new(enrolment);
    for (step, curve) in projection.curves() {
        let fitted = matches!(curve, Curve::Fitted(_));
        assert_eq!(fitted, step == Step::Progression(8), "{step:?}");
    }
}

/// Logarithms of draws over the likely path, by seed.
fn departures(scenario: &Scenario, programme: &str, entry: &str) -> Vec<f64> {
    let id = cohort(scenario, programme, entry);
    let likely = scenario.cohorts[id].projected.unwrap().likely;
    (0..4000).map(|seed| (sample(scenario, seed)[id].0 / likely).ln()).collect()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = f64::from(u32::try_from(values.len()).unwrap());
    values.sum::<f64>() / count
}

fn deviation(values: &[f64]) -> f64 {
    let middle = mean(values.iter().copied());
    mean(values.iter().map(|value| (value - middle).powi(2))).sqrt()
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let (a, b) = (mean(one.iter().copied()), mean(other.iter().copied()));
    let both = one.iter().zip(other);
    mean(both.map(|(one, other)| (one - a) * (other - b))) / deviation(one) / deviation(other)
}

/// Feeder schools so large that whole students do not matter.
fn sampled() -> Scenario {
    scenario(&[
        BOTH[0],
        BOTH[1],
        BOTH[2],
        ("{\"9\": 200, \"8\": 210}", "{\"9\": 2000000, \"8\": 2100000}"),
        ("preferences:", "error: (per_year: \"5%\", correlation: 0.6), preferences:"),
    ])
}

#[test]
fn what_is_assumed_takes_the_place_of_what_is_projected() {
    let projected = scenario(&[]);
    let entry = "\"2009-autumn\", least: 1, most: 3";
    let assumed = scenario(&[(entry, &format!("{entry}, assumed: 80"))]);
    assert_eq!(range(&assumed, "machinist", "2009-autumn"), (80.0, 80.0, 80.0));
    let id = cohort(&assumed, "machinist", "2009-autumn");
    close(applicants(&on_path(assumed.clone(), Demand::High), id).0, 80.0);
    // Where they come from stays, and so does the other year.
    let of = |scenario: &Scenario| scenario.cohorts[id].boarding;
    close(of(&assumed), of(&projected));
    let other = range(&assumed, "machinist", "2008-autumn");
    assert_eq!(other, range(&projected, "machinist", "2008-autumn"));
}

#[test]
fn draws_have_the_moments_of_the_model() {
    let scenario = sampled();
    let one = departures(&scenario, "machinist", "2008-autumn");
    let two = departures(&scenario, "machinist", "2009-autumn");
    let clerk = departures(&scenario, "clerk", "2008-autumn");
    // 4,000 draws: standard errors of about 0.001, 1.1 % and 0.01
    assert!(mean(one.iter().copied()).abs() < 0.004);
    assert!(mean(two.iter().copied()).abs() < 0.006);
    assert!((deviation(&one) / 0.05 - 1.0).abs() < 0.05, "{}", deviation(&one));
    let later = 0.05 * 2.0_f64.sqrt();
    assert!((deviation(&two) / later - 1.0).abs() < 0.05, "{}", deviation(&two));
    let over_programmes = correlation(&one, &clerk);
    assert!((over_programmes - 0.6).abs() < 0.05, "{over_programmes}");
    let over_years = correlation(&one, &two);
    assert!((over_years - 0.5_f64.sqrt()).abs() < 0.05, "{over_years}");
}

#[test]
fn a_draw_is_its_seed() {
    let scenario = sampled();
    assert_eq!(sample(&scenario, 7), sample(&scenario, 7));
    assert_ne!(sample(&scenario, 7), sample(&scenario, 8));
    let drawn = sample(&scenario, 7);
    let put = with_applicants(&scenario, &drawn);
    for (id, cohort) in scenario.cohorts.iter_enumerated() {
        if cohort.exists() {
            close(drawn[id].0, 0.0);
        } else {
            close(applicants(&put, id).0, drawn[id].0);
        }
    }
    // without an error model, and where applicants are stated, nothing varies
    let certain = feeders::scenario(&[]);
    for (id, drawn) in sample(&certain, 7).iter_enumerated() {
        close(drawn.0, applicants(&certain, id).0);
    }
}

/// Sets the assumed value of a ratio.
fn set(ratio: &mut Ratio, value: Estimate) {
    *ratio = Ratio::constant(value);
}

prop_compose! {
    fn estimate(most: f64)(mut three in prop::array::uniform3(0.0..=most)) -> Estimate {
        three.sort_by(f64::total_cmp);
        Estimate { low: three[0], likely: three[1], high: three[2] }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn more_pupils_never_fewer_applicants(
        progression in estimate(1.2),
        vocational in estimate(1.0),
        captured in estimate(1.0),
        preferred in 0.0..=1.0,
        pupils in 0.0..5000.0,
        more in 0.0..500.0,
    ) {
        let mut enrolment = scenario(&BOTH).enrolment.unwrap();
        for ratio in enrolment.progression.values_mut() {
            set(ratio, progression);
        }
        set(enrolment.vocational.as_mut().unwrap(), vocational);
        set(enrolment.captured.as_mut().unwrap(), captured);
        let shares = [preferred, 1.0 - preferred];
        for (ratio, share) in enrolment.preferences.values_mut().zip(shares) {
            set(ratio, Estimate::sure(share));
        }
        let entry: Term = "2009-autumn".parse().unwrap();
        let programmes = [ProgrammeId(0), ProgrammeId(1)];
        let mut of = |pupils: f64| {
            enrolment.feeders[campusplan::ids::FeederId(0)].pupils.insert(8, pupils);
            let projection = Projection::new(&enrolment);
            let all = projection.total(|feeder| projection.captured(feeder, 2009, Demand::Likely));
            let found = programmes.map(|id| projection.applicants(id, entry).unwrap());
            (found, all.unwrap())
        };
        let (before, all) = of(pupils);
        let (after, _) = of(pupils + more);
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(before.low <= before.likely && before.likely <= before.high);
            for demand in Demand::ALL {
                prop_assert!(before.at(demand) <= after.at(demand));
                prop_assert!(before.at(demand).fract() == 0.0);
            }
        }
        // nobody is lost between the programmes but by rounding
        let sum: f64 = before.iter().map(|one| one.likely).sum();
        prop_assert!((sum - all).abs() <= 1.0, "{sum} of {all}");
    }
}
