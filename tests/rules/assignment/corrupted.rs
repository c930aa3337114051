//! Each wrong name is caught by the right check.

use super::{case, planned};
use campusplan::domain::{Rule, Text, Title};
use campusplan::plan::{Assignment, ClassTeacher, Plan};
use campusplan::verify::{Check, verify};
use serde_json::{Value, json};

/// The corruption of a plan is caught by this check at this place.
#[track_caller]
fn caught(check: Check, message: &str, change: impl FnOnce(&mut Plan)) {
    let scenario = case(&[]);
    let mut plan = planned(&[]);
    change(&mut plan);
    let found = verify(&scenario, &plan).violations;
    let right = found.iter().any(|one| one.check == check && one.message.en.contains(message));
    assert!(right, "{found:#?}");
}

#[track_caller]
fn rule(rule: Rule, message: &str, change: impl FnOnce(&mut Plan)) {
    caught(Check::Rule(rule), message, change);
}

fn of<'p>(plan: &'p mut Plan, person: &str) -> &'p mut Assignment {
    let mut all = plan.assignments.iter_mut();
    all.find(|one| one.person == person).expect("an assignment")
}

fn class_of<'p>(plan: &'p mut Plan, person: &str) -> &'p mut ClassTeacher {
    let mut all = plan.class_teachers.iter_mut();
    all.find(|one| one.person == person).expect("a class")
}

fn exchanged(plan: &Plan) -> (String, String) {
    (plan.exchanges[0].out.clone(), plan.exchanges[0].back.clone())
}

#[test]
fn who_teaches_what_where() {
    use Rule::{Staffing, Visiting};
    rule(Staffing, "named people teach", |plan| {
        of(plan, "t1").lessons[0].periods_per_week.0 += 1.0;
    });
    rule(Staffing, "named people teach", |plan| {
        plan.assignments.retain(|one| one.person != "t1");
    });
    rule(Staffing, "named people teach", |plan| {
        plan.assignments.clear();
    });
    rule(Staffing, "load limit", |plan| {
        of(plan, "t1").lessons[0].periods_per_week.0 = 9.0;
    });
    rule(Staffing, "not qualified", |plan| {
        of(plan, "t1").lessons[0].subject = "maths".to_owned();
    });
    rule(Staffing, "cannot be sent", |plan| {
        of(plan, "s3").lessons[0].campus = "a".to_owned();
    });
    rule(Visiting, "named people teach", |plan| {
        of(plan, "s1").lessons[0].campus = "a".to_owned();
    });
    caught(Check::Reference, "two assignments", |plan| {
        let more = of(plan, "t1").clone();
        plan.assignments.push(more);
    });
    caught(Check::Reference, "nobody called", |plan| {
        of(plan, "t1").person = "t9".to_owned();
    });
    caught(Check::Reference, "begin and end with a stage", |plan| {
        of(plan, "t1").until = "2009-autumn".parse().map(campusplan::plan::TermKey).unwrap();
    });
}

#[test]
fn on_which_days() {
    let visitor = |plan: &mut Plan| -> String {
        let mut all = plan.assignments.iter();
        let found = all.find(|one| !one.visits.is_empty());
        found.expect("a visit").person.clone()
    };
    let days = |weekdays: Vec<u32>| {
        move |plan: &mut Plan| {
            let who = visitor(plan);
            of(plan, &who).visits[0].weekdays = weekdays;
        }
    };
    rule(Rule::Visiting, "half-days away", days(vec![]));
    rule(Rule::Visiting, "half-days away", days(vec![1, 2]));
    rule(Rule::Visiting, "no school day", days(vec![6]));
    rule(Rule::Visiting, "half-days on one day", days(vec![1, 1, 1]));
    // one campus a day, and the own one as well
    let scenario = case(&[("minutes: 20", "minutes: 20, campuses_per_day: 1")]);
    let mut plan = planned(&[]);
    let who = visitor(&mut plan);
    of(&mut plan, &who).visits[0].weekdays = vec![1, 2, 3, 4, 5];
    let found = verify(&scenario, &plan).violations;
    let told = |one: &campusplan::verify::Violation| one.message.en.contains("at their own campus");
    assert!(found.iter().any(told), "{found:#?}");
}

#[test]
fn the_roster_is_kept() {
    let employment = Rule::Employment;
    rule(employment, "employer of record", |plan| {
        plan.posts[0].employer =
            Some(Text { zh: "龙游县职业教育集团".to_owned(), en: "The group".to_owned() });
    });
    rule(employment, "employer of record", |plan| {
        plan.posts[0].employer = None;
    });
    rule(employment, "employer of record", |plan| {
        plan.posts[0].title = Some(Title::Senior);
    });
    rule(employment, "employer of record", |plan| {
        plan.posts[0].leader = true;
    });
    rule(employment, "cannot be sent", |plan| {
        let mut posts = plan.posts.iter_mut();
        let post = posts.find(|post| post.key() == "s3").unwrap();
        post.seats[0].campus = "a".to_owned();
    });
    caught(Check::Reference, "called alike", |plan| {
        let mut posts = plan.posts.iter_mut();
        let post = posts.find(|post| post.key() == "s3").unwrap();
        post.person = Some("s2".to_owned());
    });
}

#[test]
fn class_teachers() {
    let tutors = Rule::ClassTeacher;
    rule(tutors, "should be 1", |plan| {
        plan.class_teachers.remove(0);
    });
    rule(tutors, "should be 1", |plan| {
        let mut more = plan.class_teachers[0].clone();
        more.person = "t3".to_owned();
        plan.class_teachers.push(more);
    });
    rule(tutors, "cannot be class teacher", |plan| {
        class_of(plan, "t1").person = "la".to_owned();
    });
    rule(tutors, "cannot be class teacher", |plan| {
        class_of(plan, "t1").person = "s3".to_owned();
    });
    rule(tutors, "cannot be class teacher", |plan| {
        class_of(plan, "t1").person = exchanged(plan).0;
    });
    rule(tutors, "classes as class teacher", |plan| {
        class_of(plan, "t1").person = "t2".to_owned();
    });
    caught(Check::Reference, "no class", |plan| {
        class_of(plan, "t1").class = "07机械9班".to_owned();
    });
}

#[test]
fn duty() {
    let duty = Rule::Duty;
    rule(duty, "duty rotas", |plan| {
        plan.duty.remove(0);
    });
    rule(duty, "duty rotas", |plan| {
        let more = plan.duty[0].clone();
        plan.duty.push(more);
    });
    rule(duty, "cannot be on duty", |plan| {
        plan.duty[0].leaders = vec!["t3".to_owned()];
    });
    rule(duty, "cannot be on duty", |plan| {
        plan.duty[0].leaders = vec!["lb".to_owned()];
    });
    rule(duty, "cannot be on duty", |plan| {
        plan.duty[0].class_teachers[0] = "la".to_owned();
    });
    rule(duty, "left out", |plan| {
        plan.duty[0].class_teachers[0] = "t3".to_owned();
    });
    rule(duty, "comes twice", |plan| {
        let one = plan.duty[0].class_teachers[0].clone();
        plan.duty[0].class_teachers.push(one);
    });
    rule(duty, "days on duty", |plan| {
        plan.duty[0].class_teachers.truncate(1);
    });
    rule(duty, "people in turn", |plan| plan.duty[0].leaders.clear());
    rule(duty, "is a leader there and left out", |plan| {
        plan.duty[0].leaders.clear();
    });
    rule(duty, "people in turn", |plan| {
        let all = ["t1", "t2", "t3", "m1", "m2"];
        let listed = plan.duty[0].class_teachers.clone();
        let more = all.iter().find(|key| !listed.iter().any(|one| one == *key));
        let more = more.expect("somebody with no class there");
        plan.duty[0].class_teachers.push((*more).to_owned());
    });
}

#[test]
fn exchange() {
    let exchange = Rule::Exchange;
    // listed as missed once, missed twice
    rule(exchange, "really missed", |plan| plan.exchanges.clear());
    rule(exchange, "differ in subjects", |plan| {
        plan.exchanges[0].out = "t3".to_owned();
    });
    rule(exchange, "cannot be exchanged", |plan| {
        plan.exchanges[0].out = "la".to_owned();
    });
    rule(exchange, "cannot be exchanged", |plan| {
        plan.exchanges[0].back = "m1".to_owned();
    });
    rule(exchange, "cannot be sent", |plan| {
        plan.exchanges[0].back = "s3".to_owned();
    });
    rule(exchange, "two stages in a row", |plan| {
        let mut again = plan.exchanges[0].clone();
        again.from = plan.campuses[1].from;
        assert_ne!(again.from, plan.exchanges[0].from);
        plan.exchanges.push(again);
    });
    rule(exchange, "most 1", |plan| {
        let again = plan.exchanges[0].clone();
        plan.exchanges.push(again);
    });
    // one is missed and not listed
    let scenario = case(&[]);
    let mut plan = planned(&[]);
    plan.missed_rules.clear();
    let found = verify(&scenario, &plan).violations;
    let told = |one: &campusplan::verify::Violation| one.check == Check::Rule(exchange);
    assert!(found.iter().any(told), "{found:#?}");
}

/// The lists about people.
const LISTS: [&str; 4] = ["assignments", "class_teachers", "duty", "exchanges"];

/// Paths to all values at or below a path.
fn below(value: &Value, path: &str, found: &mut Vec<String>) {
    found.push(path.to_owned());
    match value {
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                below(entry, &format!("{path}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                below(field, &format!("{path}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// Ways to spoil a value: an entry gone, an entry twice, a figure or a text
/// that cannot be.
fn spoilt(plan: &Value, path: &str) -> Vec<Value> {
    let value = plan.pointer(path).expect("a value");
    let with = |new: Value| {
        let mut plan = plan.clone();
        *plan.pointer_mut(path).expect("a value") = new;
        plan
    };
    match value {
        Value::Array(entries) => (0..entries.len())
            .flat_map(|index| {
                let (mut less, mut more) = (entries.clone(), entries.clone());
                less.remove(index);
                more.push(entries[index].clone());
                [with(json!(less)), with(json!(more))]
            })
            .collect(),
        Value::Number(_) => vec![with(json!(99))],
        Value::String(text) if text.ends_with("spring") || text.ends_with("autumn") => {
            vec![with(json!("2015-autumn"))]
        }
        Value::String(_) => vec![with(json!("x"))],
        _ => vec![],
    }
}

#[test]
fn nothing_that_is_said_of_people_can_be_changed_unseen() {
    let scenario = case(&[]);
    let plan = serde_json::to_value(planned(&[])).unwrap();
    let mut paths = Vec::new();
    for list in LISTS {
        below(&plan[list], &format!("/{list}"), &mut paths);
    }
    let mut tried = 0;
    for path in paths {
        for plan in spoilt(&plan, &path) {
            let plan: Plan = serde_json::from_value(plan).expect(&path);
            assert!(!verify(&scenario, &plan).passed(), "{path}");
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}
