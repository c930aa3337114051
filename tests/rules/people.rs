//! Retraining, `PartTime`, `ClassTeacher`, Duty, Exchange.
//!
//! A class needs 10 periods of s a week; each teacher gives 10. To recruit one
//! costs 0.5 and 1 a term.

use crate::support::tiny::{self, close, read, refused, solved, text};
use campusplan::domain::Rule;
use campusplan::plan::{Plan, Retrained, TermKey};
use campusplan::units::Periods;
use campusplan::verify::Check;

/// Staff of one subject each: key, campus, subject, count, more fields.
type Group<'a> = (&'a str, &'a str, &'a str, u32, &'a str);

const HIRING: &str = "hiring: (cost: 0.5, pay: 1, load: 10, most_per_year: 1)";
const TWO_CLASSES: &str =
    r#"(programme: "p", entry: "2008-autumn", applicants: 40, least: 2, most: 2)"#;

/// Replacements for a case with two subjects, s that is taught and z that is
/// not.
fn changes(
    groups: &[Group<'_>],
    hiring: &str,
    admissions: &str,
    rules: &str,
) -> Vec<(&'static str, String)> {
    let group = |(key, campus, subject, count, more): &Group<'_>| {
        format!(
            r#""{key}": (name: (zh: "{key}"), employer: (zh: "县"), campus: "{campus}",
                subjects: ["{subject}"], count: {count}, load: 10, {more}),"#
        )
    };
    let staff: String = groups.iter().map(group).collect();
    vec![
        ("/*subjects*/", format!(r#""s": (name: (zh: "课"), {hiring}), "z": (name: (zh: "余"))"#)),
        ("/*taught*/", r#"periods: {"s": 10}"#.to_owned()),
        ("/*admissions*/", admissions.to_owned()),
        ("/*more*/", format!("staff: {{{staff}}},")),
        ("/*rules*/", rules.to_owned()),
    ]
}

fn borrow<'a>(changes: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    changes.iter().map(|(from, to)| (*from, &**to)).collect()
}

fn plan(groups: &[Group<'_>], hiring: &str, admissions: &str, rules: &str) -> Plan {
    solved(&borrow(&changes(groups, hiring, admissions, rules)))
}

fn why(groups: &[Group<'_>], rules: &str) -> Vec<Rule> {
    let changes = changes(groups, "", TWO_CLASSES, rules);
    let why = refused(&read(&text(&borrow(&changes))));
    assert!(why.complete);
    why.conflict
}

#[test]
fn periods_are_bought_where_that_is_cheaper_than_a_recruit() {
    let one = [("t", "a", "s", 1, "")];
    // 10 periods short, 0.05 each for two terms
    let rules = r#"part_time: (share: 0.5, pay: {"s": 0.05})"#;
    let bought = plan(&one, HIRING, TWO_CLASSES, rules);
    close(bought.accounts.cost_wan_yuan.0, 4.0 + 1.0);
    close(bought.part_time[0].periods_per_week.0, 10.0);
    assert!(bought.hires.is_empty());
    // 9.8 periods may be bought: one is recruited
    let rules = r#"part_time: (share: 0.49, pay: {"s": 0.05})"#;
    let hired = plan(&one, HIRING, TWO_CLASSES, rules);
    close(hired.accounts.cost_wan_yuan.0, 4.0 + 2.5);
    assert!(hired.part_time.is_empty());
    // dearer than a recruit at 0.126
    let rules = r#"part_time: (share: 0.5, pay: {"s": 0.126})"#;
    let hired = plan(&one, HIRING, TWO_CLASSES, rules);
    close(hired.accounts.cost_wan_yuan.0, 4.0 + 2.5);
}

/// One class from the first year on, a second from the second.
const GROWING: &str = r#"
    (programme: "p", entry: "2008-autumn", applicants: 20, least: 1, most: 1),
    (programme: "p", entry: "2009-autumn", applicants: 20, least: 1, most: 1)"#;

/// Four terms, a teacher of s and one of z, and a course from z to s.
fn retraining(course: &str, leaves: &str) -> Plan {
    let groups = [("t", "a", "s", 1, ""), ("u", "a", "z", 1, leaves)];
    let rules = format!(r#"retraining: (courses: [(from: "z", to: "s", {course})])"#);
    let mut changes = changes(&groups, HIRING, GROWING, &rules);
    changes.push(("terms: 2, weeks", "terms: 4, weeks".to_owned()));
    solved(&borrow(&changes))
}

#[test]
fn who_is_not_needed_changes_to_the_subject_that_is_short() {
    // classes cost 4 + 2; the course 0.7, a recruit 0.5 + 2
    let plan = retraining("cost: 0.7, most: 1", "");
    close(plan.accounts.cost_wan_yuan.0, 6.0 + 0.7);
    assert!(plan.hires.is_empty());
    // to take up a subject counts as being re-based
    assert_eq!(plan.accounts.staff_rebased, 1);
    close(plan.accounts.disruption, 20.0);
    let changed: Vec<_> = plan.posts.iter().filter_map(|post| post.retrained.as_ref()).collect();
    let autumn = TermKey("2009-autumn".parse().unwrap());
    assert_eq!(changed.len(), 1);
    assert_eq!((changed[0].from, changed[0].subject.as_str()), (autumn, "s"));
    // dearer than a recruit
    let plan = retraining("cost: 2.6, most: 1", "");
    close(plan.accounts.cost_wan_yuan.0, 6.0 + 2.5);
}

#[test]
fn nobody_retrains_too_late_for_the_need_or_before_leaving() {
    let hired = 6.0 + 2.5;
    // two terms of training begin with the horizon, three before it
    let two = retraining("cost: 0.7, most: 1, lead_terms: 2", "");
    close(two.accounts.cost_wan_yuan.0, 6.0 + 0.7);
    let three = retraining("cost: 0.7, most: 1, lead_terms: 3", "");
    close(three.accounts.cost_wan_yuan.0, hired);
    let nobody = retraining("cost: 0.7, most: 0", "");
    close(nobody.accounts.cost_wan_yuan.0, hired);
    let leaves = r#"retirements: {"2010-spring": 1}"#;
    let leaving = retraining("cost: 0.7, most: 1", leaves);
    close(leaving.accounts.cost_wan_yuan.0, hired);
}

#[test]
fn every_class_has_a_class_teacher_based_on_its_campus() {
    // two of s teach at a; one of z sits at b
    let groups = [("t", "a", "s", 2, ""), ("u", "b", "z", 1, "")];
    let free = plan(&groups, "", TWO_CLASSES, "class_teacher: true");
    close(free.accounts.disruption, 0.0);
    // the second of s is a leader: the one of z moves to a
    let groups =
        [("t", "a", "s", 1, ""), ("l", "a", "s", 1, "leader: true"), ("u", "b", "z", 1, "")];
    let moved = plan(&groups, "", TWO_CLASSES, "class_teacher: true");
    close(moved.accounts.disruption, 20.0);
    let without = plan(&groups, "", TWO_CLASSES, "");
    close(without.accounts.disruption, 0.0);
    let barred = [groups[0], groups[1], ("u", "b", "z", 1, r#"barred: ["a"]"#)];
    let conflict = why(&barred, "class_teacher: true");
    assert!(conflict.contains(&Rule::ClassTeacher), "{conflict:?}");
}

#[test]
fn every_campus_has_its_leaders_and_teachers_on_duty() {
    let groups =
        [("t", "a", "s", 2, ""), ("u", "a", "z", 2, ""), ("l", "a", "z", 2, "leader: true")];
    // one leader is enough at each campus: one moves to b
    let duty = |more: &str| format!("duty: (leaders: 1, class_teachers: 0, {more})");
    close(plan(&groups, "", TWO_CLASSES, &duty("")).accounts.disruption, 20.0);
    // at most two days of five each: three leaders at each campus
    let conflict = why(&groups, &duty("leader_days: 2"));
    assert!(conflict.contains(&Rule::Duty), "{conflict:?}");
    // two class teachers a day at b, who take turns of four days: three of the
    // four teachers, where one of them may stay, and a leader
    let duty = r#"duty: (leaders: 1, class_teachers: 0, class_teachers_at: {"b": 2},
        class_teacher_days: 4)"#;
    let groups = [groups[0], ("u", "a", "z", 3, ""), groups[2]];
    close(plan(&groups, "", TWO_CLASSES, duty).accounts.disruption, 80.0);
}

#[test]
fn who_is_exchanged_has_a_match_on_the_other_side() {
    let rules = r#"exchange: (head: "a", pairs: {"b": 1})"#;
    // one of each side: nobody needs to move
    let both = [("t", "a", "s", 3, ""), ("u", "b", "s", 1, "")];
    close(plan(&both, "", TWO_CLASSES, rules).accounts.disruption, 0.0);
    // all at a: one moves to b
    let one = [("t", "a", "s", 4, "")];
    close(plan(&one, "", TWO_CLASSES, rules).accounts.disruption, 20.0);
    // another subject is no match, nor is another load: one of s moves
    let other = [("t", "a", "s", 4, ""), ("u", "b", "z", 1, "")];
    close(plan(&other, "", TWO_CLASSES, rules).accounts.disruption, 20.0);
    // a leader is not exchanged
    let leader = [("t", "a", "s", 1, ""), ("u", "b", "s", 1, "leader: true")];
    let conflict = why(&leader, rules);
    assert!(conflict.contains(&Rule::Exchange), "{conflict:?}");
}

/// The rules that a corrupted plan breaks.
fn broken(changes: &[(&str, String)], corrupt: impl FnOnce(&mut Plan)) -> Vec<Check> {
    tiny::broken(&borrow(changes), corrupt)
}

#[test]
fn part_time_teachers_that_nobody_may_buy_are_caught() {
    let one = [("t", "a", "s", 1, "")];
    let rules = r#"part_time: (share: 0.5, pay: {"s": 0.05})"#;
    let case = changes(&one, HIRING, TWO_CLASSES, rules);
    let check = |corrupt: fn(&mut Plan)| broken(&case, corrupt);
    let more = check(|plan| plan.part_time[0].periods_per_week = Periods(10.01));
    assert!(more.contains(&Check::Rule(Rule::PartTime)), "{more:?}");
    assert!(more.contains(&Check::Accounts), "{more:?}");
    let less = check(|plan| plan.part_time[0].periods_per_week = Periods(9.99));
    assert!(less.contains(&Check::Rule(Rule::Staffing)), "{less:?}");
    let other = check(|plan| plan.part_time[0].subject = "z".to_owned());
    assert!(other.contains(&Check::Rule(Rule::PartTime)), "{other:?}");
}

#[test]
fn changes_of_subject_without_a_course_are_caught() {
    let groups = [("t", "a", "s", 1, ""), ("u", "a", "z", 2, "")];
    let rules = r#"retraining: (courses: [(from: "z", to: "s", cost: 0.7, most: 1)])"#;
    let mut case = changes(&groups, HIRING, GROWING, rules);
    case.push(("terms: 2, weeks", "terms: 4, weeks".to_owned()));
    let rule = Check::Rule(Rule::Retraining);
    let change = |from: &str, subject: &str| Retrained {
        from: TermKey(from.parse().unwrap()),
        subject: subject.to_owned(),
    };
    // both of z
    let both = broken(&case, |plan| {
        for post in plan.posts.iter_mut().filter(|post| post.subjects == ["z"]) {
            post.retrained = Some(change("2009-autumn", "s"));
        }
    });
    assert!(both.contains(&rule), "{both:?}");
    // before the training can be over
    let early = broken(&case, |plan| {
        for post in &mut plan.posts {
            if let Some(retrained) = &mut post.retrained {
                *retrained = change("2008-autumn", "s");
            }
        }
    });
    assert!(early.contains(&rule), "{early:?}");
    // the other way round
    let other = broken(&case, |plan| {
        let post = plan.posts.iter_mut().find(|post| post.subjects == ["s"]);
        post.unwrap().retrained = Some(change("2009-autumn", "z"));
    });
    assert!(other.contains(&rule), "{other:?}");
    // not at all: the periods are taught by nobody
    let none = broken(&case, |plan| {
        plan.posts.iter_mut().for_each(|post| post.retrained = None);
    });
    assert!(none.contains(&Check::Rule(Rule::Staffing)), "{none:?}");
}
