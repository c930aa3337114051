//! Cases whose answer is known.

use super::{case, periods, planned};
use crate::support::tiny;
use campusplan::domain::Rule;
use campusplan::plan::{Plan, Post, Visit};

fn close(one: f64, other: f64) {
    tiny::close(one, other);
}

/// Nobody is exchanged.
const NO_EXCHANGE: (&str, &str) =
    (r#"exchange: (enforce: priced(0.5), head: "a", pairs: {"b": 1}),"#, "");

#[test]
fn everybody_has_whole_periods_and_the_same_share_of_work() {
    let plan = planned(&[NO_EXCHANGE]);
    // 18 of the trade for three, 12 of mathematics at a and abroad for two
    for person in ["t1", "t2", "t3"] {
        close(periods(&plan, person, "a", "2008-autumn"), 6.0);
    }
    close(periods(&plan, "n1", "b", "2008-autumn"), 8.0);
    // one visits, not both
    let at_b = ["m1", "m2"].map(|person| periods(&plan, person, "b", "2008-autumn"));
    close(at_b[0].max(at_b[1]), 2.0);
    close(at_b[0].min(at_b[1]), 0.0);
    for (person, at_b) in ["m1", "m2"].into_iter().zip(at_b) {
        close(periods(&plan, person, "a", "2008-autumn") + at_b, 6.0);
    }
    let away: f64 = plan.visiting.iter().map(|one| one.periods_per_week.0).sum();
    close(away, 2.0 * 2.0);
    // nothing changes: one entry for both years
    let run = plan.assignments.iter().find(|one| one.person == "t1").unwrap();
    assert_eq!(run.from.to_string(), "2008-autumn");
    assert_eq!(run.until.to_string(), "2010-spring");
}

fn visits(plan: &Plan) -> Vec<&Visit> {
    plan.assignments.iter().flat_map(|one| &one.visits).collect()
}

#[test]
fn visits_take_whole_half_days_on_days_of_their_own() {
    let plan = planned(&[NO_EXCHANGE, ("periods_per_visit: 4", "periods_per_visit: 1")]);
    let days: Vec<Vec<u32>> = visits(&plan).iter().map(|one| one.weekdays.clone()).collect();
    assert_eq!(days, [vec![1, 2]]);
    // one campus a day: both half-days together
    let whole = [
        NO_EXCHANGE,
        ("periods_per_visit: 4", "periods_per_visit: 1"),
        ("minutes: 20", "minutes: 20, campuses_per_day: 1"),
    ];
    let plan = planned(&whole);
    let days: Vec<Vec<u32>> = visits(&plan).iter().map(|one| one.weekdays.clone()).collect();
    assert_eq!(days, [vec![1, 1]]);
}

#[test]
fn who_cannot_be_sent_there_does_not_visit() {
    for (kept, goes) in [("m1", "m2"), ("m2", "m1")] {
        let from = format!("\"{kept}\": (");
        let to = format!("\"{kept}\": (barred: [\"b\"], ");
        let plan = planned(&[NO_EXCHANGE, (&from, &to)]);
        close(periods(&plan, kept, "b", "2008-autumn"), 0.0);
        close(periods(&plan, goes, "b", "2008-autumn"), 2.0);
    }
}

#[test]
fn a_senior_takes_the_place_of_one_who_is_alike_and_nobody_twice_in_a_row() {
    let plan = planned(&[]);
    let pair = &plan.exchanges[0];
    assert_eq!(plan.exchanges.len(), 1);
    assert_eq!((pair.out.as_str(), pair.back.as_str()), ("m2", "n1"));
    let year = pair.from.to_string();
    close(periods(&plan, "m2", "b", &year), 8.0);
    close(periods(&plan, "n1", "a", &year), 6.0);
    // b has only one who is alike, who cannot go again
    let missed: Vec<_> = plan.missed_rules.iter().map(|one| (one.rule, one.amount)).collect();
    assert_eq!(missed, [(Rule::Exchange, 1.0)]);
    // as many are needed as class teachers there: nobody can be spared
    let plan = planned(&[("class_teachers: 1", "class_teachers: 2")]);
    assert!(plan.exchanges.is_empty());
    close(plan.missed_rules.iter().map(|one| one.amount).sum(), 2.0);
}

#[test]
fn after_a_year_at_home_one_goes_again() {
    let plan = planned(&[("terms: 4,", "terms: 6,")]);
    let years: Vec<String> = (plan.exchanges.iter()).map(|pair| pair.from.to_string()).collect();
    assert_eq!(years, ["2008-autumn", "2010-autumn"]);
    assert!(plan.exchanges.iter().all(|pair| pair.back == "n1"));
    close(plan.missed_rules.iter().map(|one| one.amount).sum(), 1.0);
}

#[test]
fn class_teachers_stay_and_teach_their_class() {
    let plan = planned(&[]);
    assert_eq!(plan.class_teachers.len(), 4, "one for each class, all the time");
    for one in &plan.class_teachers {
        let trade = one.programme == "p";
        assert_eq!(one.person.starts_with('t'), trade, "{one:?}");
        assert_eq!(one.until.to_string(), "2010-spring");
    }
}

#[test]
fn who_retires_hands_the_class_over() {
    let plan = planned(&[
        (r#""t1": ("#, r#""t1": (retires: "2009-autumn", "#),
        ("periods: {\"maths\": 5, \"trade\": 9}", "periods: {\"maths\": 5, \"trade\": 8}"),
    ]);
    // t1 is not there for both years, the two others are
    let machining = plan.class_teachers.iter().filter(|one| one.programme == "p");
    let people: Vec<&str> = machining.map(|one| one.person.as_str()).collect();
    assert_eq!(people, ["t2", "t3"]);
}

#[test]
fn duty_goes_round() {
    let plan = planned(&[]);
    assert_eq!(plan.duty.len(), 8);
    for order in &plan.duty {
        assert_eq!(order.leaders, [format!("l{}", order.campus)]);
        assert_eq!(order.class_teachers.len(), 2);
    }
    // four are needed at b: those without a class stand in
    let more = planned(&[NO_EXCHANGE, ("class_teachers: 1", "class_teachers: 2")]);
    for order in more.duty.iter().filter(|one| one.campus == "b") {
        assert_eq!(order.class_teachers.len(), 4);
        assert!(order.class_teachers.contains(&"n1".to_owned()));
    }
}

#[test]
fn the_post_shows_the_employer_of_record() {
    let plan = planned(&[]);
    for post in &plan.posts {
        let employer = post.employer.as_ref().expect("an employer");
        let school = if post.campus_today.as_deref() == Some("a") { "甲校" } else { "乙校" };
        assert_eq!(employer.zh, school);
        assert_eq!(post.leader, post.name.starts_with('余'));
    }
}

#[test]
fn a_scenario_of_counts_names_nobody() {
    let text = tiny::text(&[
        ("/*subjects*/", r#""s": (name: (zh: "课"))"#),
        ("/*taught*/", r#"periods: {"s": 5}"#),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 20, least: 1, most: 1)"#,
        ),
        (
            "/*more*/",
            r#"staff: {"t": (employer: (zh: "县"), campus: "a", subjects: ["s"], count: 2, load: 10)},"#,
        ),
    ]);
    let scenario = tiny::read(&text);
    assert!(!scenario.names_people());
    let json = serde_json::to_string(&tiny::best(&scenario)).unwrap();
    for word in ["assignments", "class_teachers", "duty", "exchanges", "employer", "leader"] {
        assert!(!json.contains(word), "{word}");
    }
    assert!(case(&[]).names_people());
}

#[test]
fn people_of_one_name_are_told_apart() {
    let text = super::PEOPLE;
    assert_eq!(text.matches("叶二").count(), 2);
    let plan = planned(&[]);
    let same: Vec<&str> =
        (plan.posts.iter()).filter(|post| post.name == "叶二").map(Post::key).collect();
    assert_eq!(same, ["s2", "s3"]);
}

#[test]
fn posts_that_are_only_counted_are_told_apart() {
    let group = |key: &str, campus: &str| {
        format!(
            r#""{key}": (name: (zh: "教师"), employer: (zh: "县"), campus: "{campus}", subjects: ["s"], count: 1, load: 10),"#
        )
    };
    let staff = format!("staff: {{{}{}}},", group("t", "a"), group("u", "b"));
    let text = tiny::text(&[
        ("/*subjects*/", r#""s": (name: (zh: "课"))"#),
        ("/*taught*/", r#"periods: {"s": 5}"#),
        (
            "/*admissions*/",
            r#"(programme: "p", entry: "2008-autumn", applicants: 20, least: 1, most: 1)"#,
        ),
        ("/*more*/", &staff),
        ("/*rules*/", "class_teacher: true"),
    ]);
    let plan = tiny::outcome(&tiny::read(&text)).expect("a plan");
    let names: Vec<&str> = plan.posts.iter().map(|post| post.name.as_str()).collect();
    assert_eq!(names, ["教师1-1", "教师1-2"]);
    assert_eq!(plan.class_teachers[0].person, "教师1-1");
}
