//! When and where recurring events are held.

use super::{planned, with};
use crate::support::small::{read, small_plan};
use campusplan::ids::EventId;
use campusplan::plan::occurrences;
use chrono::{Datelike, NaiveDate};

/// The days of the only event.
fn days(more: &str) -> Vec<(String, Option<String>)> {
    let (scenario, plan) = planned(&format!("events: {{\"e\": (name: (zh: \"会\"), {more})}}"));
    let all = occurrences(&scenario, &plan, &scenario.events[EventId(0)]);
    let key =
        |one: &campusplan::plan::Occurrence| one.campus.map(|id| scenario.campuses[id].id.clone());
    all.iter().map(|one| (one.day.to_string(), key(one))).collect()
}

#[test]
fn events_keep_to_the_terms_and_come_back_as_they_say() {
    let monday = days(r#"weekday: monday, nth: 1, from: "2008-05-01", until: "2008-12-31""#);
    let monday: Vec<&str> = monday.iter().map(|(day, _)| day.as_str()).collect();
    // 7 July and 4 August lie in the holidays
    assert_eq!(
        monday,
        ["2008-05-05", "2008-06-02", "2008-09-01", "2008-10-06", "2008-11-03", "2008-12-01"]
    );
    let weekly = days(r#"weekday: friday, from: "2009-01-12", until: "2009-02-28""#);
    let weekly: Vec<&str> = weekly.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(weekly, ["2009-01-16", "2009-01-23", "2009-02-20", "2009-02-27"]);
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
    assert_eq!(nowhere, [("2008-02-20".to_owned(), None), ("2008-03-20".to_owned(), None)]);
}

#[test]
fn nothing_is_held_on_a_public_holiday() {
    let event = r#"weekday: monday, from: "2008-02-01", until: "2008-03-10", holidays: true"#;
    let with_festival = |text: &str| {
        let holidays = r#"terms: 4, holidays: [
            (name: (zh: "春节"), from: "2008-02-06", until: "2008-02-12"),
        ],"#;
        text.replacen("terms: 4,", holidays, 1)
    };
    let text = with(&format!(r#"events: {{"e": (name: (zh: "例会"), {event})}},"#));
    let mondays = |text: &str| {
        let scenario = read(text);
        let plan = small_plan(&scenario);
        let event = scenario.events.iter().next().expect("an event");
        let days = occurrences(&scenario, &plan, event).into_iter();
        days.map(|one| one.day.to_string()).collect::<Vec<_>>()
    };
    let all = mondays(&text);
    let kept = mondays(&with_festival(&text));
    assert!(all.contains(&"2008-02-11".to_owned()));
    assert!(!kept.contains(&"2008-02-11".to_owned()));
    assert_eq!(kept.len() + 1, all.len());
}
