//! Milestones: when each is reached under a plan, what is wrong with how they
//! are written, and that a plan that says otherwise is caught.

mod support;

use campusplan::diagnostic::Severity;
use campusplan::domain::Scenario;
use campusplan::ids::EventId;
use campusplan::plan::{MilestoneResult, MilestoneStatus, Plan, milestones, occurrences};
use campusplan::scenario;
use campusplan::verify::{Check, verify};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use support::{SMALL, read, small_plan, term};

/// The small case with something at the end of its file.
fn with(more: &str) -> String {
    let end = SMALL.rfind(')').expect("an end");
    format!("{}{more}\n)", &SMALL[..end])
}

/// The hand-made plan: the old campus holds classes up to spring 2009, the new
/// one opens in autumn 2009, a wing is in service from autumn 2008, cooks are
/// first admitted in autumn 2009, and four classes are first in school in
/// autumn 2008.
fn planned(more: &str) -> (Scenario, Plan) {
    let scenario = read(&with(more));
    let plan = small_plan(&scenario);
    (scenario, plan)
}

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
    "size": (name: (zh: "四个班"), days: 3, due: "2008-09-01", tied: target("classes")),
}"#;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn result<'p>(plan: &'p Plan, key: &str) -> &'p MilestoneResult {
    let mut results = plan.milestones.iter();
    results.find(|one| one.milestone == key).expect("a result")
}

/// Term, begin, date, earliest date, days late and status.
type Expected<'a> = (
    Option<&'a str>,
    &'a str,
    &'a str,
    Option<&'a str>,
    u32,
    MilestoneStatus,
);

#[test]
fn dates_worked_out_by_hand() {
    use MilestoneStatus::{Late, OnTime, Waiting};
    let (scenario, plan) = planned(MILESTONES);
    let expected: [(&str, Expected); 9] = [
        // nothing but the calendar: 20 days from 10 January
        (
            "draft",
            (
                None,
                "2008-01-10",
                "2008-01-29",
                Some("2008-01-29"),
                0,
                OnTime,
            ),
        ),
        // the day after that, for ten days: three too late
        (
            "agreed",
            (
                None,
                "2008-01-30",
                "2008-02-08",
                Some("2008-02-08"),
                3,
                Late,
            ),
        ),
        // from the day after spring 2009 ends: five days to spare
        (
            "left",
            (
                Some("2009-autumn"),
                "2009-07-06",
                "2009-07-15",
                Some("2008-02-18"),
                0,
                OnTime,
            ),
        ),
        // ready on the day before autumn 2009
        (
            "opened",
            (
                Some("2009-autumn"),
                "2009-08-27",
                "2009-08-31",
                None,
                30,
                Late,
            ),
        ),
        (
            "wing",
            (
                Some("2008-autumn"),
                "2008-06-03",
                "2008-08-31",
                None,
                0,
                OnTime,
            ),
        ),
        (
            "kitchen",
            (
                None,
                "2009-08-01",
                "2009-09-29",
                Some("2009-09-29"),
                0,
                OnTime,
            ),
        ),
        // the plan has them in autumn 2009, a month before the kitchen
        (
            "cooks",
            (
                Some("2009-autumn"),
                "2009-09-01",
                "2009-09-01",
                Some("2009-09-30"),
                0,
                Waiting,
            ),
        ),
        // so the dinner waits for when they really can begin
        (
            "dinner",
            (
                None,
                "2009-10-01",
                "2009-10-01",
                Some("2009-10-01"),
                2,
                Late,
            ),
        ),
        (
            "size",
            (
                Some("2008-autumn"),
                "2008-08-30",
                "2008-09-01",
                None,
                0,
                OnTime,
            ),
        ),
    ];
    for (key, (at, begins, date, earliest, late, status)) in expected {
        let one = result(&plan, key);
        assert_eq!(one.term, at.map(term), "{key}");
        assert_eq!(one.begins, Some(day(begins)), "{key}");
        assert_eq!(one.date, Some(day(date)), "{key}");
        assert_eq!(one.earliest, earliest.map(day), "{key}");
        assert_eq!((one.late_days, one.status), (late, status), "{key}");
    }
    assert_eq!(result(&plan, "cooks").waits_for, ["kitchen"]);
    for key in ["kept", "after_kept"] {
        let one = result(&plan, key);
        let nothing = (one.term, one.begins, one.date, one.earliest, one.late_days);
        assert_eq!(nothing, (None, None, None, None, 0), "{key}");
        assert_eq!(one.status, MilestoneStatus::Never, "{key}");
    }
    assert_eq!(result(&plan, "after_kept").waits_for, ["kept"]);
    let keys: Vec<&str> = plan
        .milestones
        .iter()
        .map(|one| one.milestone.as_str())
        .collect();
    let order: Vec<&str> = scenario
        .milestones
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(keys, order);
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

#[test]
fn a_plan_that_says_otherwise_is_caught_by_this_check_alone() {
    let (scenario, plan) = planned(MILESTONES);
    let verification = verify(&scenario, &plan);
    assert!(verification.passed(), "{:#?}", verification.violations);
    assert!(verification.compared[&Check::Milestones] > 80);
    type Change = fn(&mut Vec<MilestoneResult>);
    let changes: [(&str, Change); 12] = [
        ("term", |all| all[2].term = Some(term("2009-spring"))),
        ("no term", |all| all[2].term = None),
        ("begins", |all| {
            all[0].begins = all[0].begins.and_then(|day| day.succ_opt())
        }),
        ("date", |all| {
            all[1].date = all[1].date.and_then(|day| day.pred_opt())
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
            .filter(|one| one.check != Check::Milestones)
            .collect();
        assert!(others.is_empty(), "{name}: {others:#?}");
    }
    let mut plan = plan;
    "nobody".clone_into(&mut plan.milestones[0].milestone);
    let found = verify(&scenario, &plan).violations;
    assert!(
        found
            .iter()
            .any(|one| one.message.en.contains("no `nobody`")),
        "{found:#?}"
    );
}

#[test]
fn a_case_without_milestones_says_nothing_of_them() {
    let (scenario, plan) = support::small();
    assert!(plan.milestones.is_empty());
    let json = serde_json::to_string(&plan).expect("JSON");
    assert!(!json.contains("milestones"));
    assert!(
        !verify(&scenario, &plan)
            .compared
            .contains_key(&Check::Milestones)
    );
}

/// The errors of the small case with more, as path and English words.
fn errors(more: &str) -> Vec<(String, String)> {
    let found = scenario::read(&with(more)).expect_err("errors");
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    errors
        .map(|one| {
            assert!(one.position.is_some(), "{one:#?}");
            let hints: Vec<&str> = one.hints.iter().map(|hint| hint.en.as_str()).collect();
            (
                one.path.clone(),
                format!("{} {}", one.message.en, hints.join(" ")),
            )
        })
        .collect()
}

/// All of these errors and no others.
fn told(more: &str, expected: &[(&str, &str)]) {
    let found = errors(more);
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (path, words) in expected {
        let said = found
            .iter()
            .any(|(at, said)| at == path && said.contains(words));
        assert!(said, "{path}: {words}: {found:#?}");
    }
}

#[test]
fn milestones_that_wait_for_one_another_are_told() {
    told(
        r#"milestones: {
            "free": (name: (zh: "甲"), start: "2008-01-01", due: "2008-02-01"),
            "a": (name: (zh: "甲"), after: ["c", "free"], due: "2008-02-01"),
            "b": (name: (zh: "乙"), after: ["a"], due: "2008-02-01"),
            "c": (name: (zh: "丙"), after: ["b"], due: "2008-02-01"),
            "behind": (name: (zh: "丁"), after: ["c"], due: "2008-02-01"),
            "self": (name: (zh: "戊"), after: ["self"], due: "2008-02-01"),
        }"#,
        &[
            ("milestones.b.after", "b → c → a → b"),
            ("milestones.self.after", "self → self"),
        ],
    );
}

#[test]
fn what_is_wrong_with_milestones_is_told_all_at_once() {
    told(
        r#"milestones: {
            "a": (name: (zh: "甲"), due: "2008-02-01"),
            "b": (name: (zh: "乙"), start: "2008-3-1", due: "2008-02-30", days: 0),
            "c": (name: (zh: "丙"), start: "2008-03-01", due: "2008-02-01", after: ["aa", "a", "a"]),
            "d": (name: (zh: "丁"), due: "2008-02-01", tied: vacated("odl")),
            "e": (name: (zh: "戊"), due: "2008-02-01", tied: built("wings")),
            "f": (name: (zh: "己"), due: "2008-02-01", tied: begins("cooks")),
            "g": (name: (zh: "庚"), tied: target("class")),
        }"#,
        &[
            ("milestones.a", "write `start`, `after` or `tied`"),
            ("milestones.b.start", "written \"2008-03-01\""),
            ("milestones.b.due", "`2008-02-30` is not a date"),
            ("milestones.b.days", "not between 1 and 3660"),
            (
                "milestones.c.due",
                "begins with 2008-03-01 but ends with 2008-02-01",
            ),
            ("milestones.c.after[0]", "no milestone called `aa`"),
            ("milestones.c.after[2]", "`a` comes twice"),
            ("milestones.d.tied", "did you mean `old`?"),
            ("milestones.e.tied", "no building option called `wings`"),
            ("milestones.f.tied", "no programme called `cooks`"),
            ("milestones.g.due", "`due` is missing"),
            ("milestones.g.tied", "no target called `class`"),
        ],
    );
    let more = r#"milestones: {"a": (name: (zh: "甲"), due: "2008-02-01", tied: opened("old"))}"#;
    let warnings = scenario::read(&with(more)).expect("a scenario").warnings;
    assert!(
        warnings[0].message.en.contains("in use today"),
        "{warnings:#?}"
    );
}

#[test]
fn what_is_wrong_with_events_and_term_dates_is_told() {
    told(
        r#"events: {
            "a": (name: (zh: "甲")),
            "b": (name: (zh: "乙"), nth: 2),
            "c": (name: (zh: "丙"), weekday: monday, day: 3),
            "d": (name: (zh: "丁"), weekday: monday, nth: 5),
            "e": (name: (zh: "戊"), day: 31, campuses: ["main", "nwe"]),
            "f": (name: (zh: "己"), day: 1, from: "2009-01-01", until: "2008-01-01"),
        }"#,
        &[
            ("events.a", "does not say when"),
            ("events.b", "does not say when"),
            ("events.c", "does not say when"),
            ("events.d.nth", "not between 1 and 4"),
            ("events.e.day", "not between 1 and 28"),
            ("events.e.campuses[1]", "did you mean `new`?"),
            ("events.f.until", "but ends with 2008-01-01"),
        ],
    );
    for (days, path, words) in [
        (
            r#"spring: (last: "02-29"),"#,
            "calendar.spring.last",
            "every year must have the day",
        ),
        (
            r#"spring: (first: "3-1"),"#,
            "calendar.spring.first",
            "like \"09-01\"",
        ),
        (
            r#"spring: (last: "09-01"),"#,
            "calendar.spring.last",
            "the next one begins on 09-01",
        ),
        (
            r#"spring: (last: "01-31"),"#,
            "calendar.spring.last",
            "lies within its year",
        ),
        (
            r#"autumn: (last: "02-15"),"#,
            "calendar.autumn.last",
            "the next one begins on 02-15",
        ),
    ] {
        let text = SMALL.replacen("terms: 4,", &format!("terms: 4, {days}"), 1);
        let found = scenario::read(&text).expect_err("an error");
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].path, path);
        let hints: Vec<&str> = found[0].hints.iter().map(|hint| hint.en.as_str()).collect();
        let said = format!("{} {}", found[0].message.en, hints.join(" "));
        assert!(said.contains(words), "{said}");
    }
}

/// The days of the only event.
fn days(more: &str) -> Vec<(String, Option<String>)> {
    let (scenario, plan) = planned(&format!("events: {{\"e\": (name: (zh: \"会\"), {more})}}"));
    let all = occurrences(&scenario, &plan, &scenario.events[EventId(0)]);
    let key =
        |one: &campusplan::plan::Occurrence| one.campus.map(|id| scenario.campuses[id].id.clone());
    all.iter()
        .map(|one| (one.day.to_string(), key(one)))
        .collect()
}

#[test]
fn events_keep_to_the_terms_and_come_back_as_they_say() {
    let monday = days(r#"weekday: monday, nth: 1, from: "2008-05-01", until: "2008-12-31""#);
    let monday: Vec<&str> = monday.iter().map(|(day, _)| day.as_str()).collect();
    // 7 July and 4 August lie in the holidays
    assert_eq!(
        monday,
        [
            "2008-05-05",
            "2008-06-02",
            "2008-09-01",
            "2008-10-06",
            "2008-11-03",
            "2008-12-01"
        ]
    );
    let weekly = days(r#"weekday: friday, from: "2009-01-12", until: "2009-02-28""#);
    let weekly: Vec<&str> = weekly.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(
        weekly,
        ["2009-01-16", "2009-01-23", "2009-02-20", "2009-02-27"]
    );
    let holidays = days(r#"day: 20, from: "2008-06-21", until: "2008-09-19", holidays: true"#);
    let holidays: Vec<&str> = holidays.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(holidays, ["2008-07-20", "2008-08-20"]);
    // the whole horizon: 15 February 2008 to 25 January 2010
    let all = days("weekday: monday");
    assert_eq!(all[0].0, "2008-02-18");
    assert_eq!(all[all.len() - 1].0, "2010-01-25");
    assert!(all.iter().all(|(day, _)| {
        day.parse::<NaiveDate>().expect("a day").weekday() == chrono::Weekday::Mon
    }));
}

#[test]
fn campuses_take_turns_and_a_closed_one_is_passed_over() {
    let turns = days(r#"day: 20, from: "2009-03-01", campuses: ["main", "old", "new"]"#);
    let turns: Vec<(&str, &str)> = turns
        .iter()
        .map(|(day, campus)| (day.as_str(), campus.as_deref().expect("a campus")))
        .collect();
    // the new campus takes the place of the old one in autumn 2009
    assert_eq!(
        turns,
        [
            ("2009-03-20", "main"),
            ("2009-04-20", "old"),
            ("2009-05-20", "main"),
            ("2009-06-20", "old"),
            ("2009-09-20", "new"),
            ("2009-10-20", "main"),
            ("2009-11-20", "new"),
            ("2009-12-20", "main"),
            ("2010-01-20", "new"),
        ]
    );
    let nowhere = days(r#"day: 20, until: "2008-03-31", campuses: ["new"]"#);
    assert_eq!(
        nowhere,
        [
            ("2008-02-20".to_owned(), None),
            ("2008-03-20".to_owned(), None)
        ]
    );
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
        let more = later
            .filter(|(which, _)| *which == index)
            .map_or(0, |(_, days)| days);
        let start = first_day() + chrono::Days::new((*start).into());
        let due = start + chrono::Days::new((due + more).into());
        let tie = TIES[tie % TIES.len()];
        text += &format!(
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
