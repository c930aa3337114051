//! The calendar file, read back by a parser that is not the writer's: what the
//! format asks for, what the plan says, the same bytes every time.

use crate::support::small::{SMALL, read, small_plan};
use campusplan::domain::{Language, Scenario};
use campusplan::plan::{Plan, occurrences};
use campusplan::report::ics::{self, Range};
use campusplan::report::view::View;
use campusplan::verify::verify;
use chrono::NaiveDate;
use ical::IcalParser;
use ical::parser::Component;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use std::collections::BTreeSet;

/// Names with everything the format has to escape, and some longer than a line.
const AGENDA: &str = r#"
    milestones: {
        "draft": (name: (zh: "起草；议定, \"方案\"\\\n和通知\r", en: "Draft; agree, \\\nnotify"), start: "2008-01-10",
            days: 20, due: "2008-01-15",
            responsible: (zh: "县教育局、县职校、老校区、新校区和全体教职工代表组成的联合工作小组办公室", en: "Office")),
        "left": (name: (zh: "腾退", en: "Left"), after: ["draft"], days: 10, due: "2009-07-20", tied: vacated("old")),
        "kept": (name: (zh: "腾退总部", en: "Headquarters left"), due: "2010-01-01", tied: vacated("main")),
        "二中": (name: (zh: "启用", en: "Opened"), due: "2009-08-31", tied: opened("new")),
    },
    events: {
        "council": (name: (zh: "理事会", en: "Council"), weekday: monday, nth: 1, campuses: ["main"]),
        "research": (name: (zh: "联组教研", en: "Joint research"), weekday: wednesday, nth: 3, campuses: ["main", "old", "new"]),
    },
)"#;

fn case() -> (Scenario, Plan) {
    let end = SMALL.rfind(')').expect("an end");
    let scenario = read(&format!("{}{AGENDA}", &SMALL[..end]));
    let plan = small_plan(&scenario);
    (scenario, plan)
}

fn file(scenario: &Scenario, plan: &Plan, language: Language, range: Range) -> String {
    let verification = verify(scenario, plan);
    assert!(verification.passed(), "{:#?}", verification.violations);
    let view = View { scenario, plan, verification: &verification, language };
    let file = ics::render(&view, range);
    assert_eq!(parsed(&file.text).events.len(), file.entries);
    file.text
}

fn parsed(text: &str) -> IcalCalendar {
    let mut all = IcalParser::new(text.as_bytes());
    let calendar = all.next().expect("a calendar").expect("a calendar that can be read");
    assert!(all.next().is_none());
    calendar
}

/// The value of a property, without the escapes of the format.
fn value(event: &IcalEvent, name: &str) -> Option<String> {
    let value = event.get_property(name)?.value.clone()?;
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().expect("an escaped character") {
                'n' | 'N' => out.push('\n'),
                other @ ('\\' | ',' | ';') => out.push(other),
                other => panic!("\\{other}"),
            },
            ',' | ';' => panic!("not escaped: {value}"),
            other => out.push(other),
        }
    }
    Some(out)
}

fn day(event: &IcalEvent, name: &str) -> NaiveDate {
    let property = event.get_property(name).expect("a day");
    let date = ("VALUE".to_owned(), vec!["DATE".to_owned()]);
    assert_eq!(property.params, Some(vec![date]), "{name}");
    let value = property.value.as_deref().expect("a day");
    NaiveDate::parse_from_str(value, "%Y%m%d").expect("a day")
}

#[test]
fn lines_are_as_the_format_asks() {
    let (scenario, plan) = case();
    for language in [Language::Zh, Language::En] {
        let text = file(&scenario, &plan, language, Range::default());
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
        let longest = text.split("\r\n").map(str::len).max();
        assert!(longest <= Some(75), "{longest:?} octets");
        assert!(text.contains("\r\n "), "nothing was long enough to fold");
        let calendar = parsed(&text);
        let of = |name: &str| calendar.get_property(name).and_then(|one| one.value.clone());
        assert_eq!(of("VERSION").as_deref(), Some("2.0"));
        assert!(of("PRODID").is_some_and(|program| program.contains("campusplan")));
    }
}

#[test]
fn entries_say_what_the_plan_says() {
    let (scenario, plan) = case();
    let calendar = parsed(&file(&scenario, &plan, Language::Zh, Range::default()));
    let is = |event: &&IcalEvent, category: &str| {
        value(event, "CATEGORIES").as_deref() == Some(category)
    };
    let milestones: Vec<&IcalEvent> =
        calendar.events.iter().filter(|one| is(one, "里程碑")).collect();
    let found: Vec<(String, NaiveDate)> = milestones
        .iter()
        .map(|one| (value(one, "SUMMARY").expect("a title"), day(one, "DTSTART")))
        .collect();
    let on = |day: &str| day.parse::<NaiveDate>().expect("a day");
    assert_eq!(
        found,
        [
            ("起草；议定, \"方案\"\\ 和通知\u{fffd}（晚14天）".to_owned(), on("2008-01-29")),
            ("腾退".to_owned(), on("2009-07-15")),
            ("启用".to_owned(), on("2009-08-31")),
            ("腾退总部（计划内不发生）".to_owned(), on("2010-01-01")),
        ]
    );
    let about = value(milestones[0], "DESCRIPTION").expect("a description");
    assert!(about.starts_with("开始：2008-01-10\n限期：2008-01-15\n情况：晚14天\n"), "{about}");
    assert!(about.ends_with("联合工作小组办公室"), "{about}");

    let held: Vec<&IcalEvent> = calendar.events.iter().filter(|one| is(one, "日常活动")).collect();
    let mut due = Vec::new();
    for event in &scenario.events {
        for one in occurrences(&scenario, &plan, event) {
            let campus = one.campus.map(|id| scenario.campuses[id].name.zh.clone());
            due.push((one.day, event.name.zh.clone(), campus));
        }
    }
    due.sort();
    let mut found: Vec<_> = held
        .iter()
        .map(|one| {
            (day(one, "DTSTART"), value(one, "SUMMARY").expect("a title"), value(one, "LOCATION"))
        })
        .collect();
    found.sort();
    assert!(due.len() > 30, "{}", due.len());
    assert_eq!(found, due);
}

#[test]
fn every_entry_is_a_whole_day_with_a_name_of_its_own() {
    let (scenario, plan) = case();
    let calendar = parsed(&file(&scenario, &plan, Language::En, Range::default()));
    let mut names = BTreeSet::new();
    let mut stamps = BTreeSet::new();
    for event in &calendar.events {
        assert_eq!(day(event, "DTEND"), day(event, "DTSTART").succ_opt().expect("a day"));
        assert!(names.insert(value(event, "UID").expect("a name")));
        stamps.insert(value(event, "DTSTAMP").expect("a stamp"));
    }
    // the first day of the horizon, whatever the clock says
    assert_eq!(stamps, BTreeSet::from(["20080215T000000Z".to_owned()]));
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_a_changed_one_the_same_names() {
    let (scenario, plan) = case();
    let text = file(&scenario, &plan, Language::Zh, Range::default());
    assert_eq!(file(&scenario, &plan, Language::Zh, Range::default()), text);
    let end = SMALL.rfind(')').expect("an end");
    let later = format!("{}{AGENDA}", &SMALL[..end]).replacen("days: 20", "days: 25", 1);
    let scenario = read(&later);
    let changed = file(&scenario, &small_plan(&scenario), Language::Zh, Range::default());
    assert_ne!(changed, text);
    let names = |text: &str| -> BTreeSet<Option<String>> {
        parsed(text).events.iter().map(|one| value(one, "UID")).collect()
    };
    assert_eq!(names(&changed), names(&text));
}

#[test]
fn a_range_keeps_its_days_and_no_others() {
    let (scenario, plan) = case();
    let (from, until) = ("2008-09-01", "2009-07-15");
    let [from, until] = [from, until].map(|day| day.parse::<NaiveDate>().expect("a day"));
    let days = |range: Range| -> Vec<NaiveDate> {
        let calendar = parsed(&file(&scenario, &plan, Language::Zh, range));
        calendar.events.iter().map(|one| day(one, "DTSTART")).collect()
    };
    let mut all = days(Range::default());
    assert!(all.is_sorted());
    let within = days(Range { from: Some(from), until: Some(until) });
    assert!(within.contains(&from) && within.contains(&until));
    all.retain(|day| (from..=until).contains(day));
    assert_eq!(within, all);
}
