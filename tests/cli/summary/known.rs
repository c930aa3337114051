//! Summaries whose every figure was computed by hand.

use super::cases::{manifest, rows};
use campusplan::experiment::run::row::RowStatus;
use campusplan::experiment::specification::first_stage::Kind;
use campusplan::experiment::summary::influence::Verdict;
use campusplan::experiment::summary::view::Futures;
use campusplan::experiment::summary::{Figure, Summary, Tornado, summarise};
use serde_json::json;

fn grid() -> Summary {
    let (manifest, rows) = (manifest(&json!("grid"), 8), rows());
    summarise(&Futures::new(&manifest, &rows), &Kind::ALL)
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

fn tornado(summary: &Summary, figure: Figure) -> &Tornado {
    let mut all = summary.tornado.iter();
    all.find(|one| one.figure == figure).unwrap()
}

const COST: Figure = Figure::Indicator(1);

#[test]
fn every_future_is_counted_once_and_reasons_are_kept() {
    let summary = grid();
    assert_eq!(summary.futures, 8);
    assert_eq!(summary.endings.statuses, [7, 0, 1, 0, 0]);
    assert_eq!(summary.endings.of(RowStatus::Infeasible), 1);
    let reason = &summary.endings.reasons[0];
    assert_eq!((reason.why.en.as_str(), reason.futures, reason.first), ("beds short", 1, 7));
    let ended: Vec<usize> = summary.endings.ended.iter().map(|(_, count)| *count).collect();
    assert_eq!(ended, [6, 1]);
    // of the four futures with high demand three have a plan
    assert_eq!(summary.endings.at[0][1], [3, 0, 1, 0, 0]);
    assert_eq!(summary.endings.at[0][0], [4, 0, 0, 0, 0]);
}

#[test]
fn the_cost_is_distributed_as_computed_by_hand() {
    // 1000 1006 1040 1046 1100 1106 1140; h = 6p
    let summary = grid();
    let cost = summary.indicators[1].distribution.unwrap();
    assert_eq!(cost.count, 7);
    let expected = [1001.8, 1023.0, 1046.0, 1103.0, 1129.8];
    for (told, expected) in cost.quantiles.iter().zip(expected) {
        assert!(close(*told, expected), "{told} {expected}");
    }
    assert!(close(cost.mean, 7438.0 / 7.0));
    // future 7 has no plan; of those that miss alike the first is told
    assert_eq!(summary.indicators[1].ends, Some([0, 6]));
    assert_eq!(summary.indicators[0].ends, Some([0, 4]));
    // the median of 1 % of each
    assert!(close(summary.indicators[1].room.unwrap(), 10.46));
    // nothing is proven of recruits
    assert_eq!(summary.indicators[3].room, None);
}

#[test]
fn targets_are_told_with_their_first_terms() {
    let summary = grid();
    let target = &summary.targets[0];
    assert_eq!((target.planned, target.met, target.never), (7, 4, 1));
    let from: Vec<(String, usize)> =
        (target.from.iter()).map(|(term, count)| (term.0.to_string(), *count)).collect();
    assert_eq!(from, [("2008-autumn".to_owned(), 4), ("2009-spring".to_owned(), 2)]);
    // 4 of 7 are more than a half; 6 of 7 less than 95 %
    let at = |share| target.from_at(share).map(|term| term.0.to_string());
    assert_eq!(at(0.5).as_deref(), Some("2008-autumn"));
    assert_eq!(at(0.8).as_deref(), Some("2009-spring"));
    assert_eq!(at(0.95), None);
    assert!(close(target.worst_missed, 30.0));
}

#[test]
fn the_tornado_of_the_cost_is_in_order_and_owns_up_to_noise() {
    let summary = grid();
    let tornado = tornado(&summary, COST);
    let order: Vec<usize> = tornado.influences.iter().map(|one| one.factor).collect();
    assert_eq!(order, [0, 1, 2]);
    let swings: Vec<f64> = (tornado.influences.iter()).map(|one| one.swing.unwrap().by).collect();
    for (told, expected) in swings.iter().zip([100.0, 40.0, 6.0]) {
        assert!(close(*told, expected), "{told} {expected}");
    }
    // 6 is no more than the median gap of 10.46
    let verdicts: Vec<Verdict> =
        (tornado.influences.iter()).map(|one| one.swing.unwrap().verdict).collect();
    assert_eq!(verdicts, [Verdict::Clear, Verdict::Clear, Verdict::WithinGaps]);
    // means 1023 of 4 and 3346/3 of 3 around 7438/7
    let (mean, low, high) = (7438.0 / 7.0, 1023.0, 3346.0 / 3.0);
    let between = 4.0 * f64::powi(low - mean, 2) + 3.0 * f64::powi(high - mean, 2);
    let costs = [1000.0, 1006.0, 1040.0, 1046.0, 1100.0, 1106.0, 1140.0];
    let total: f64 = costs.iter().map(|cost| f64::powi(cost - mean, 2)).sum();
    assert!(close(tornado.influences[0].share.unwrap(), between / total));
}

#[test]
fn whether_there_is_a_plan_is_a_figure_too() {
    let summary = grid();
    let planned = tornado(&summary, Figure::Planned);
    // 4 of 4 and 3 of 4 at either level of every factor: alike
    for influence in &planned.influences {
        assert!(close(influence.swing.unwrap().by, -0.25), "{influence:?}");
    }
    // that there is none is proven, not only not found
    assert_eq!(planned.influences[0].swing.unwrap().verdict, Verdict::Clear);
    let met = tornado(&summary, Figure::TargetsMet);
    assert_eq!(met.influences[0].factor, 0);
    assert!(close(met.influences[0].share.unwrap(), 1.0));
    // nothing is proven of the missed targets
    assert_eq!(met.influences[0].swing.unwrap().verdict, Verdict::Unproven);
}

#[test]
fn decisions_are_common_or_depend_on_a_factor() {
    let summary = grid();
    let names: Vec<&str> = summary.decisions.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["admit clerk 2008-autumn", "hired general", "open west"]);
    let [admit, hired, open] = summary.decisions.as_slice() else {
        panic!("three decisions");
    };
    assert!(open.common() && !admit.common() && !hired.common());
    let told: Vec<(u32, usize)> = admit.values.iter().map(|one| (one.value, one.futures)).collect();
    assert_eq!(told, [(0, 4), (2, 3)]);
    // knowing the demand leaves no wrong guess of three
    assert_eq!(admit.depends, Some((0, 1.0)));
    // at every level most futures hire nobody: nothing is saved
    assert_eq!(hired.depends, None);
    assert_eq!(admit.values[1].at[0], [0, 3]);
}

/// Also where the rare value is the smaller one.
#[test]
fn the_most_frequent_value_of_a_decision_comes_first() {
    let (manifest, mut rows) = (manifest(&json!("grid"), 8), rows());
    for row in &mut rows {
        if row.plan > 0 && row.status == RowStatus::Verified {
            row.decisions.insert("hired general".to_owned(), 3);
        }
    }
    let summary = summarise(&Futures::new(&manifest, &rows), &Kind::ALL);
    let mut decisions = summary.decisions.iter();
    let hired = decisions.find(|one| one.name == "hired general").unwrap();
    let told: Vec<(u32, usize)> = hired.values.iter().map(|one| (one.value, one.futures)).collect();
    assert_eq!(told, [(3, 6), (1, 1)]);
}

#[test]
fn candidates_come_by_frequency_and_then_by_likeness() {
    let summary = grid();
    let plans: Vec<&[usize]> = summary.candidates.iter().map(|one| one.plans.as_slice()).collect();
    // those of futures 1 to 3 and of 4 to 6 are as frequent; the first agrees
    // with 7 + 4 + 6 decisions of others, the second with 7 + 3 + 6
    assert_eq!(plans, [&[1, 2, 3][..], &[4, 5, 6], &[0]]);
}

#[test]
fn a_sample_of_so_few_proves_next_to_nothing() {
    let design = json!({"monte_carlo": {"plans": 8, "seed": 1}});
    let (manifest, rows) = (manifest(&design, 8), rows());
    let summary = summarise(&Futures::new(&manifest, &rows), &Kind::ALL);
    let tornado = tornado(&summary, COST);
    // swing 3346/3 − 1023 = 92.33; variances 564 of 4 and 465.33 of 3 futures:
    // 2·√(141 + 155.1) = 34.4
    let demand = &tornado.influences[0];
    assert_eq!(demand.factor, 0);
    assert!(close(demand.swing.unwrap().by, 3346.0 / 3.0 - 1023.0));
    assert_eq!(demand.swing.unwrap().verdict, Verdict::Clear);
    let late = tornado.influences.iter().find(|one| one.factor == 2).unwrap();
    assert_eq!(late.swing.unwrap().verdict, Verdict::WithinChance);
}

#[test]
fn a_study_without_any_plan_has_only_reasons() {
    let manifest = manifest(&json!("grid"), 1);
    let rows: Vec<_> = rows().into_iter().filter(|row| row.plan == 7).collect();
    let summary = summarise(&Futures::new(&manifest, &rows), &Kind::ALL);
    assert_eq!(summary.endings.statuses, [0, 0, 1, 0, 0]);
    assert!(summary.indicators.iter().all(|one| one.distribution.is_none()));
    assert!(summary.tornado.is_empty() && summary.candidates.is_empty());
}
