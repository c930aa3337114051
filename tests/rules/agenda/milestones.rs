//! When each milestone is reached under a plan, and that a plan that says
//! otherwise is caught.

use super::{planned, with};
use crate::support::small::{self, read, small_plan, term};
use campusplan::domain::Language;
use campusplan::plan::{MilestoneResult, MilestoneStatus, Plan, milestones};
use campusplan::report::view::View;
use campusplan::report::{self, terminal};
use campusplan::verify::{Check, verify};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::fmt::Write as _;

const MILESTONES: &str = r#"milestones: {
    "draft": (name: (zh: "起草"), start: "2008-01-10", days: 20, due: "2008-01-29"),
    "agreed": (name: (zh: "议定"), after: ["draft"], days: 10, due: "2008-02-05"),
    "left": (name: (zh: "腾退"), after: ["agreed"], days: 10, due: "2009-07-20", tied: vacated("old")),
    "opened": (name: (zh: "启用"), days: 5, due: "2009-08-01", tied: opened("new")),
    "wing": (name: (zh: "教学楼"), days: 90, due: "2008-08-31", tied: built("wing")),
    "kept": (name: (zh: "腾退总部"), due: "2010-01-01", tied: vacated("main")),
    "after_kept": (name: (zh: "移交总部"), after: ["kept"], due: "2010-06-01"),
    "kitchen": (name: (zh: "厨房"), start: "2009-08-01", days: 60, due: "2009-12-01"),
    "cooks": (name: (zh: "烹饪开班"), after: ["kitchen"], due: "2009-12-31", tied: begins("cook")),
    "dinner": (name: (zh: "谢师宴"), after: ["cooks"], due: "2009-09-29"),
    "chairs": (name: (zh: "椅子"), start: "2009-08-31", due: "2009-08-31"),
    "seated": (name: (zh: "就座"), after: ["chairs"], due: "2009-09-01", tied: begins("cook")),
    "tables": (name: (zh: "桌子"), start: "2009-09-01", due: "2009-09-01"),
    "served": (name: (zh: "上菜"), after: ["tables"], due: "2009-09-30", tied: begins("cook")),
    "toast": (name: (zh: "敬酒"), after: ["tables", "kitchen"], due: "2009-12-31", tied: begins("cook")),
    "size": (name: (zh: "四个班"), days: 3, due: "2008-09-01", tied: target("classes")),
}"#;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn result<'p>(plan: &'p Plan, key: &str) -> &'p MilestoneResult {
    let mut results = plan.milestones.iter();
    results.find(|one| one.milestone == key).expect("a result")
}

/// A result on a line: term, begin, date, earliest date, days late, status.
fn line(one: &MilestoneResult) -> String {
    let day = |day: Option<NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
    let term = one.term.map_or("-".to_owned(), |term| term.to_string());
    let status = serde_json::to_value(one.status).expect("a word");
    let (begins, date, earliest) = (day(one.begins), day(one.date), day(one.earliest));
    let status = status.as_str().expect("a word");
    format!("{term} {begins} {date} {earliest} {} {status}", one.late_days)
}

#[test]
fn dates_worked_out_by_hand() {
    let (scenario, plan) = planned(MILESTONES);
    for (key, expected) in [
        // nothing but the calendar: 20 days from 10 January
        ("draft", "- 2008-01-10 2008-01-29 2008-01-29 0 on_time"),
        // from the day after that, ten days: three too late
        ("agreed", "- 2008-01-30 2008-02-08 2008-02-08 3 late"),
        // from the day after spring 2009 ends: five days to spare
        ("left", "2009-autumn 2009-07-06 2009-07-15 2008-02-18 0 on_time"),
        // ready on the day before autumn 2009
        ("opened", "2009-autumn 2009-08-27 2009-08-31 - 30 late"),
        ("wing", "2008-autumn 2008-06-03 2008-08-31 - 0 on_time"),
        ("kitchen", "- 2009-08-01 2009-09-29 2009-09-29 0 on_time"),
        // the plan has them in autumn 2009, four weeks before the kitchen
        ("cooks", "2009-autumn 2009-09-01 2009-09-01 2009-09-30 0 waiting"),
        // so the dinner is after the day on which they really can begin
        ("dinner", "- 2009-10-01 2009-10-01 2009-10-01 2 late"),
        // done on the day before is soon enough, on the same day is not
        ("seated", "2009-autumn 2009-09-01 2009-09-01 2009-09-01 0 on_time"),
        ("served", "2009-autumn 2009-09-01 2009-09-01 2009-09-02 0 waiting"),
        ("toast", "2009-autumn 2009-09-01 2009-09-01 2009-09-30 0 waiting"),
        ("size", "2008-autumn 2008-08-30 2008-09-01 - 0 on_time"),
        ("kept", "- - - - 0 never"),
        ("after_kept", "- - - - 0 never"),
    ] {
        assert_eq!(line(result(&plan, key)), expected, "{key}");
    }
    assert_eq!(result(&plan, "cooks").waits_for, ["kitchen"]);
    assert_eq!(result(&plan, "after_kept").waits_for, ["kept"]);
    assert_eq!(result(&plan, "served").waits_for, ["tables"]);
    // In the order of its `after`, which is not that of the milestones.
    assert_eq!(result(&plan, "toast").waits_for, ["tables", "kitchen"]);
    assert!(result(&plan, "seated").waits_for.is_empty());
    let keys = plan.milestones.iter().map(|one| &one.milestone);
    assert!(keys.eq(scenario.milestones.iter().map(|one| &one.id)));
}

#[test]
fn term_dates_are_the_scenarios() {
    let text = with(MILESTONES).replacen(
        "terms: 4,",
        r#"terms: 4, spring: (last: "06-30"), autumn: (first: "08-25", last: "12-31"),"#,
        1,
    );
    let scenario = read(&text);
    let plan = small_plan(&scenario);
    assert_eq!(result(&plan, "left").begins, Some(day("2009-07-01")));
    assert_eq!(result(&plan, "opened").date, Some(day("2009-08-24")));
    assert_eq!(result(&plan, "size").date, Some(day("2008-08-25")));
}

/// A yard that the plan does not build beside the wing that it does: a milestone
/// tied to either is that of the wing, and of the yard once that comes first.
#[test]
fn whichever_of_several_buildings_comes_first_counts() {
    let milestone = |key: &str, tie: &str| {
        format!(r#""{key}": (name: (zh: "楼"), days: 90, due: "2008-08-31", tied: {tie}),"#)
    };
    let three = [
        milestone("yard", r#"built("yard")"#),
        milestone("either", r#"built_any(["yard", "wing"])"#),
        milestone("turned", r#"built_any(["wing", "yard"])"#),
    ];
    let yard = r#"options: {
        "yard": (
            name: (zh: "院子"), campus: "main", resource: "room",
            units: 1, cost: 10, lead_terms: 0, most: 5,
        ),"#;
    let text = with(&format!("milestones: {{{}}}", three.concat()));
    let scenario = read(&text.replacen("options: {", yard, 1));
    let plan = small_plan(&scenario);
    let wing = "2008-autumn 2008-06-03 2008-08-31 - 0 on_time";
    for (key, expected) in [("yard", "- - - - 0 never"), ("either", wing), ("turned", wing)] {
        assert_eq!(line(result(&plan, key)), expected, "{key}");
    }
    let mut earlier = plan.clone();
    let mut first = plan.built[0].clone();
    "yard".clone_into(&mut first.option);
    first.from = term("2008-spring");
    earlier.built.push(first);
    earlier.milestones = milestones(&scenario, &earlier);
    for key in ["yard", "either", "turned"] {
        let line = line(result(&earlier, key));
        assert!(line.starts_with("2008-spring"), "{key}: {line}");
    }
    for plan in [&plan, &earlier] {
        let found = verify(&scenario, plan).violations;
        assert!(found.iter().all(|one| one.check != Check::Milestones));
    }
    // and one that takes the other's date is caught
    let mut forged = plan;
    forged.milestones[1] =
        MilestoneResult { milestone: "either".to_owned(), ..forged.milestones[0].clone() };
    let found = verify(&scenario, &forged).violations;
    assert!(found.iter().any(|one| one.check == Check::Milestones));
}

/// A change of what a plan says of its milestones.
type Change = fn(&mut Vec<MilestoneResult>);

#[test]
fn a_plan_that_says_otherwise_is_caught_by_this_check_alone() {
    let (scenario, plan) = planned(MILESTONES);
    let verification = verify(&scenario, &plan);
    assert!(verification.passed(), "{:#?}", verification.violations);
    assert!(verification.compared[&Check::Milestones] > 80);
    let changes: [(&str, Change); 12] = [
        ("term", |all| all[2].term = Some(term("2009-spring"))),
        ("no term", |all| all[2].term = None),
        ("begins", |all| {
            all[0].begins = Some(day("2008-01-11"));
        }),
        ("date", |all| {
            all[1].date = Some(day("2008-02-05"));
        }),
        ("earliest", |all| all[3].earliest = all[3].date),
        ("due", |all| all[3].due = day("2009-08-31")),
        ("late days", |all| all[3].late_days = 0),
        ("status", |all| all[3].status = MilestoneStatus::OnTime),
        ("never", |all| all[5].status = MilestoneStatus::Late),
        ("waits for", |all| all[8].waits_for.clear()),
        ("absent", |all| drop(all.remove(4))),
        ("twice", |all| all.push(all[0].clone())),
    ];
    for (name, change) in changes {
        let mut plan = plan.clone();
        change(&mut plan.milestones);
        let found = verify(&scenario, &plan).violations;
        assert!(!found.is_empty(), "{name}");
        let others: Vec<_> = found
            .iter()
            // A milestone that comes twice breaks the order of lists as well.
            .filter(|one| !matches!(one.check, Check::Milestones | Check::Reference))
            .collect();
        assert!(others.is_empty(), "{name}: {others:#?}");
    }
    let mut plan = plan;
    "nobody".clone_into(&mut plan.milestones[0].milestone);
    let found = verify(&scenario, &plan).violations;
    assert!(found.iter().any(|one| one.message.en.contains("no `nobody`")), "{found:#?}");
}

#[test]
fn a_case_without_milestones_says_nothing_of_them() {
    let (scenario, plan) = small::small();
    assert!(plan.milestones.is_empty());
    let json = serde_json::to_string(&plan).expect("JSON");
    assert!(!json.contains("milestones"));
    assert!(!verify(&scenario, &plan).compared.contains_key(&Check::Milestones));
}

/// However long the names are, the bars of the chart stay on one line and keep
/// to the page.
#[test]
fn bars_stay_whole() {
    let long = "a name that goes on and on, as names of milestones in plans will do";
    let more = format!(
        r#"milestones: {{
            "a": (name: (zh: "甲", en: "{long}"), start: "2006-01-10", due: "2006-02-05"),
            "b": (name: (zh: "乙", en: "{long}"), after: ["c"], due: "2009-12-31", tied: begins("cook")),
            "c": (name: (zh: "丙", en: "{long}"), start: "2009-08-01", days: 60, due: "2009-12-01"),
        }}"#
    );
    let (scenario, plan) = planned(&more);
    let verification = verify(&scenario, &plan);
    let view = View {
        scenario: &scenario,
        plan: &plan,
        verification: &verification,
        language: Language::En,
    };
    let text = terminal::render(&report::plan_document(&view), Language::En);
    let bars = text.lines().filter_map(|line| {
        let bar = line.split('|').nth(1)?.trim();
        let drawn = bar.starts_with(['.', '#']) && bar.chars().all(|mark| ".#!^".contains(mark));
        drawn.then_some((bar, line.len()))
    });
    let bars: Vec<(&str, usize)> = bars.collect();
    assert_eq!(bars.len(), 3, "{text}");
    // January 2006 to December 2009, when the second is due
    assert!(bars.iter().all(|(bar, width)| bar.len() == 48 && *width <= terminal::PAGE));
    assert!(bars[1].0.ends_with(".^"));
}

/// A milestone: start, days, days until due, which earlier ones it comes
/// after, what it is tied to.
type Drawn = (u32, u32, u32, u8, usize);

const TIES: [&str; 8] = [
    "",
    "",
    "",
    "tied: vacated(\"old\")",
    "tied: vacated(\"main\")",
    "tied: opened(\"new\")",
    "tied: begins(\"cook\")",
    "tied: target(\"registered\")",
];

fn first_day() -> NaiveDate {
    day("2008-01-01")
}

fn written(drawn: &[Drawn], later: Option<(usize, u32)>) -> String {
    let mut text = "milestones: {".to_owned();
    for (index, (start, days, due, after, tie)) in drawn.iter().enumerate() {
        let after: Vec<String> = (0..index)
            .filter(|before| after & (1 << before) != 0)
            .map(|before| format!("\"m{before}\""))
            .collect();
        let more = later.filter(|(which, _)| *which == index).map_or(0, |(_, days)| days);
        let start = first_day() + chrono::Days::new((*start).into());
        let due = start + chrono::Days::new((due + more).into());
        let tie = TIES[tie % TIES.len()];
        let _ = write!(
            text,
            "\"m{index}\": (name: (zh: \"甲\"), start: \"{start}\", days: {days}, due: \"{due}\", after: [{}], {tie}),",
            after.join(", ")
        );
    }
    text + "}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_later_due_date_never_makes_more_late(
        drawn in prop::collection::vec(
            (0..700_u32, 1..200_u32, 0..400_u32, any::<u8>(), any::<usize>()), 1..8),
        which in any::<usize>(),
        more in 1..500_u32,
    ) {
        let (scenario, plan) = planned(&written(&drawn, None));
        // the second, independent computation agrees
        let found = verify(&scenario, &plan).violations;
        prop_assert!(found.is_empty(), "{found:#?}");
        let which = which % drawn.len();
        let moved = read(&with(&written(&drawn, Some((which, more)))));
        let after = milestones(&moved, &plan);
        for (one, other) in plan.milestones.iter().zip(&after) {
            prop_assert!(other.late_days <= one.late_days);
            prop_assert_eq!(one.date, other.date);
            let late = |one: &MilestoneResult| one.status == MilestoneStatus::Late;
            prop_assert!(late(one) || !late(other));
        }
        // and the day by which it is really done is when nothing is late
        for one in &after {
            let late = one.done().is_some_and(|done| done > one.due);
            prop_assert_eq!(late, one.late_days > 0);
        }
    }
}

/// The Spring Festival of 2008, from its eve.
const FESTIVAL: &str = r#"terms: 4, holidays: [
    (name: (zh: "春节"), from: "2008-02-06", until: "2008-02-12"),
    (name: (zh: "暑期"), from: "2009-08-30", until: "2009-08-31"),
],"#;

#[test]
fn no_work_falls_on_a_public_holiday() {
    let text = with(MILESTONES).replacen("terms: 4,", FESTIVAL, 1);
    let scenario = read(&text);
    let plan = small_plan(&scenario);
    for (key, expected) in [
        // ten days from 30 January: seven to 5 February, three from the 13th on
        ("agreed", "- 2008-01-30 2008-02-15 2008-02-15 10 late"),
        // ends before the holiday that ends before autumn, and is as long
        ("opened", "2009-autumn 2009-08-25 2009-08-29 - 28 late"),
        // would begin on the last day of the holiday
        ("chairs", "- 2009-09-01 2009-09-01 2009-09-01 1 late"),
    ] {
        assert_eq!(line(result(&plan, key)), expected, "{key}");
    }
    let found = verify(&scenario, &plan).violations;
    let milestones = found.iter().filter(|one| one.check == Check::Milestones);
    assert_eq!(milestones.count(), 0, "{found:#?}");
}
