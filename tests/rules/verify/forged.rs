//! What a plan says of itself is recomputed: forged accounts, indicators,
//! targets and missed rules are caught, and so are references to nothing.

use crate::support::small::{SMALL, read, settle, small, small_plan, term};
use campusplan::domain::{Rule, Term};
use campusplan::plan::{self, MissedRule, MoneyItem, Plan, Status};
use campusplan::units::{Hours, Money, Students};
use campusplan::verify::{Check, verify};

/// The change of the small plan is caught by this check, at this place.
fn forge(check: Check, place: &str, change: impl FnOnce(&mut Plan)) {
    let (scenario, mut plan) = small();
    change(&mut plan);
    let verification = verify(&scenario, &plan);
    let found = verification.violations.iter().any(|violation| {
        violation.check == check
            && (violation.place.zh.contains(place) || violation.place.en.contains(place))
    });
    assert!(found, "{check:?} at {place}: {:#?}", verification.violations);
}

#[test]
fn figures_worked_out_by_hand() {
    let (_, plan) = small();
    let money = |item: MoneyItem, year: i32| {
        let mut lines = plan.accounts.money.iter();
        let line = lines.find(|line| line.item == item && line.fiscal_year == year);
        line.map(|line| (line.amount_wan_yuan.0 * 1e6).round() / 1e6)
    };
    // one module for a service that begins a term later
    assert_eq!(money(MoneyItem::Building, 2008), Some(10.0));
    assert_eq!(money(MoneyItem::Upkeep, 2009), Some(1.0));
    // spring: 30 at the County School, a class at the Old Campus; autumn: 27
    // and two classes
    assert_eq!(money(MoneyItem::Teaching, 2008), Some(1.17));
    assert_eq!(money(MoneyItem::Shipping, 2009), Some(2.4));
    // 5 visits a week, 20 weeks, there and back 10 km
    assert_eq!(money(MoneyItem::Busing, 2008), Some(1.0));
    assert_eq!(money(MoneyItem::Visiting, 2009), Some(0.4));
    assert_eq!(money(MoneyItem::Income, 2008), Some(22.845));
    assert_eq!(money(MoneyItem::Penalty, 2009), Some(0.2));
    let accounts = &plan.accounts;
    // 27 · 0.95²
    // 27 · 0.95² = 24.3675, rounded up behind the classes before it; the
    // disruption has the expected number
    assert_eq!(accounts.students_moved.0.to_bits(), 25.0_f64.to_bits());
    let expected = 24.3675 + 20.0 * 4.0;
    assert!((accounts.disruption - expected).abs() < 1e-9);
    assert_eq!(accounts.staff_rebased, 4);
    assert!((accounts.student_hours.0 - 100.0).abs() < 1e-9);
    assert!((accounts.teacher_hours.0 - 20.0).abs() < 1e-9);
    // 150 wanted, 139.365 and 145.81 registered, weight 2
    let shortfall = 2.0 * 100.0 * (10.635 + 4.19) / 2.0 / 150.0;
    assert!((accounts.targets_percent - shortfall).abs() < 1e-9);
    assert_eq!(plan.missed_rules.len(), 1);
    assert!((plan.missed_rules[0].amount - 1.0).abs() < 1e-9);
}

#[test]
fn accounts() {
    let check = Check::Accounts;
    forge(check, "moving equipment 2009", |plan| {
        let mut lines = plan.accounts.money.iter_mut();
        let line = lines.find(|line| line.item == MoneyItem::Shipping);
        line.expect("a line").amount_wan_yuan = Money(2.3);
    });
    forge(check, "opening campuses 2009", |plan| {
        let lines = &mut plan.accounts.money;
        lines.retain(|line| line.item != MoneyItem::Opening);
    });
    forge(check, "income", |plan| {
        let last = plan.accounts.money.last().expect("a line").clone();
        plan.accounts.money.push(last);
    });
    forge(check, "cost", |plan| plan.accounts.cost_wan_yuan.0 -= 1.0);
    forge(check, "students moved", |plan| {
        plan.accounts.students_moved = Students(0.0);
    });
    forge(check, "staff re-based", |plan| {
        plan.accounts.staff_rebased = 3;
    });
    forge(check, "student travel", |plan| {
        plan.accounts.student_hours = Hours(f64::NAN);
    });
    // tiers: value, bound above the value, gap, parts
    forge(check, "tier 2", |plan| plan.tiers[1].value -= 1.0);
    forge(check, "tier 2", |plan| {
        plan.tiers[1].bound = Some(plan.tiers[1].value + 1.0);
    });
    forge(check, "gap of tier 2", |plan| {
        plan.tiers[1].bound = Some(plan.tiers[1].value - 10.0);
    });
    forge(check, "tier 3", |plan| plan.tiers[2].gap = None);
    forge(check, "the plan", |plan| plan.tiers.swap(0, 1));
}

#[test]
fn a_tier_claims_no_more_than_its_bound_bears_out() {
    let check = Check::Accounts;
    // far from its bound, with a gap to match
    forge(check, "tier 2", |plan| {
        let tier = &mut plan.tiers[1];
        tier.bound = Some(tier.value - 1000.0);
        tier.gap = Some(1000.0 / tier.value.abs());
    });
    // nothing proven
    forge(check, "tier 2", |plan| {
        (plan.tiers[1].bound, plan.tiers[1].gap) = (None, None);
    });
    // within the gap, and said not to be
    forge(check, "tier 2", |plan| {
        plan.tiers[1].status = Status::Settled;
    });
    // a negative bound of an amount
    forge(check, "tier 3", |plan| {
        let tier = &mut plan.tiers[2];
        tier.bound = Some(-1.0);
        tier.gap = Some((tier.value + 1.0) / tier.value);
    });
    // another ending than that of the worst tier
    forge(check, "status", |plan| plan.status = Status::Interrupted);
    // less than half of what a tolerance by shares lets pass
    forge(check, "cost", |plan| {
        plan.accounts.cost_wan_yuan.0 *= 1.0 + 4e-5;
    });
}

#[test]
fn what_a_run_says_of_itself() {
    let check = Check::Reference;
    forge(check, "scenario.name", |plan| plan.scenario.name.push('二'));
    forge(check, "program.name", |plan| plan.program.name.push('x'));
    forge(check, "program.version", |plan| {
        plan.program.version.push('\u{1b}');
    });
    for seconds in [-1.0, 0.0, 1e300, f64::INFINITY, f64::NAN] {
        forge(check, "options.time_limit_seconds", |plan| {
            plan.options.time_limit_seconds = Some(seconds);
        });
    }
    for gap in [-1e-9, 1.5, f64::NAN] {
        forge(check, "options.gap", |plan| plan.options.gap = gap);
    }
    forge(check, "options.threads", |plan| plan.options.threads = 0);
    forge(check, "options.seed", |plan| plan.options.seed = u32::MAX);
}

#[test]
fn lines_out_of_order_and_lines_of_nothing() {
    let check = Check::Reference;
    forge(check, "targets", |plan| plan.targets.swap(0, 1));
    forge(check, "indicators", |plan| plan.indicators.swap(0, 1));
    forge(check, "accounts.money", |plan| {
        plan.accounts.money.swap(0, 1);
    });
    forge(check, "indicators[0].capacity", |plan| {
        plan.indicators[0].capacity.swap(0, 1);
    });
    forge(check, "missed_rules[1]", |plan| {
        let mut more = plan.missed_rules[0].clone();
        (more.place[1], more.amount) = ("old".to_owned(), 0.0);
        plan.missed_rules.push(more);
    });
    forge(check, "accounts.money[0]", |plan| {
        let mut more = plan.accounts.money[0].clone();
        (more.fiscal_year, more.amount_wan_yuan) = (2000, Money(0.0));
        plan.accounts.money.insert(0, more);
    });
    forge(check, "shipments[0]", |plan| plan.shipments[0].units = 0);
    let rule = Check::Rule(Rule::Employment);
    forge(rule, "王强", |plan| {
        let wang = plan.posts.iter_mut().find(|post| post.name == "王强");
        let subjects = &mut wang.expect("a post").subjects;
        subjects.push(subjects[0].clone());
    });
}

#[test]
fn indicators() {
    let check = Check::Indicators;
    forge(check, "students in school", |plan| {
        plan.indicators[2].students_in_school.0 += 1.0;
    });
    forge(check, "classes registered", |plan| {
        plan.indicators[0].classes_registered += 1;
    });
    forge(check, "County School classrooms capacity", |plan| {
        plan.indicators[0].capacity[0].available += 1.0;
    });
    forge(check, "General periods needed", |plan| {
        plan.indicators[3].periods.remove(0);
    });
    forge(check, "the plan", |plan| plan.indicators.truncate(3));
    forge(check, "Cooking applicants", |plan| {
        plan.admissions[3].applicants = Students(60.0);
    });
}

#[test]
fn targets() {
    forge(Check::Indicators, "Registered students", |plan| {
        plan.targets[3].value = 150.0;
    });
    forge(Check::Indicators, "Registered students", |plan| {
        plan.targets[3].at_least = 100.0;
    });
    forge(Check::Indicators, "Registered students", |plan| {
        plan.targets.truncate(3);
    });
    let target = Check::Rule(Rule::Target);
    forge(target, "Registered students", |plan| {
        plan.targets[3].missed = 0.0;
    });
}

#[test]
fn missed_rules() {
    let staffing = Check::Rule(Rule::Staffing);
    // forged, left out, of nothing, of a rule without a price
    forge(staffing, "New Campus General", |plan| {
        plan.missed_rules[0].amount = 0.5;
    });
    forge(staffing, "New Campus General", |plan| {
        plan.missed_rules.clear();
    });
    forge(staffing, "County School", |plan| {
        let mut more = plan.missed_rules[0].clone();
        more.place[1] = "main".to_owned();
        plan.missed_rules.push(more);
    });
    forge(Check::Rule(Rule::Capacity), "classrooms County School", |plan| {
        plan.missed_rules.push(MissedRule {
            rule: Rule::Capacity,
            place: vec!["room".to_owned(), "main".to_owned()],
            term: Some(term("2008-autumn")),
            amount: 1.0,
        });
    });
    forge(Check::Reference, "missed_rules[1]", |plan| {
        plan.missed_rules.push(plan.missed_rules[0].clone());
    });
}

#[test]
fn every_rule_that_may_have_a_price_is_charged_and_passes() {
    let priced = [
        (
            "rules: (",
            "rules: (\n        capacity: (enforce: priced(3)), admission: (enforce: priced(7)),",
        ),
        ("\"room\": 2, \"bed\": 40, \"lathe\": 3", "\"room\": 1, \"bed\": 40, \"lathe\": 3"),
        ("applicants: 40, most: 2", "applicants: 40, least: 2, most: 2"),
        ("most_per_stage: 1", "enforce: priced(2), most_per_stage: 0"),
        ("hires_per_year: 1", "enforce: priced(4), hires_per_year: 0"),
        ("rebased_per_stage: 4", "rebased_per_stage: 3"),
        ("capital: {\"2008\": 20", "enforce: priced(1), capital: {\"2008\": 5"),
        ("\"2009\": 60}", "\"2009\": 10}"),
        (
            "leads: [(campus: \"new\", field: \"machining\"",
            "enforce: priced(5), leads: [(campus: \"new\", field: \"services\"",
        ),
    ];
    let text = priced.into_iter().fold(SMALL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let scenario = read(&text);
    let plan = small_plan(&scenario);
    let missed: std::collections::BTreeSet<Rule> =
        plan.missed_rules.iter().map(|missed| missed.rule).collect();
    assert_eq!(missed.len(), 7, "{:#?}", plan.missed_rules);
    let verification = verify(&scenario, &plan);
    assert!(verification.passed(), "{:#?}", verification.violations);
}

#[test]
fn references() {
    let check = Check::Reference;
    forge(check, "format", |plan| plan.format = plan::FORMAT + 1);
    forge(check, "format", |plan| plan.format = plan::FORMAT - 1);
    forge(check, "scenario.sha256", |plan| {
        plan.scenario.sha256.clear();
    });
    forge(check, "classes[4]", |plan| {
        plan.classes[4].programme = "x".to_owned();
    });
    forge(check, "classes[4].seats[1]", |plan| {
        plan.classes[4].seats[1].campus = "x".to_owned();
    });
    forge(check, "classes[0]", |plan| {
        plan.classes[0].entry = term("2005-autumn");
    });
    forge(check, "classes[2]", |plan| {
        plan.classes[2].internship = vec![term("2012-autumn")];
    });
    forge(check, "Mechanical work", |plan| {
        plan.classes[4].name = "08机械班".to_owned();
    });
    forge(check, "shipments[0]", |plan| {
        plan.shipments[0].at = term("2009-spring");
    });
    forge(check, "built[0]", |plan| {
        plan.built[0].option = "x".to_owned();
    });
    forge(check, "sharing[0]", |plan| {
        plan.sharing[0].hours_per_week = Hours(-1.0);
    });
    forge(check, "sharing[0]", |plan| {
        plan.sharing[0].resource = "x".to_owned();
    });
    forge(check, "posts[1]", |plan| {
        plan.posts[1].group = Some("x".to_owned());
    });
    forge(check, "posts[8]", |plan| plan.posts[8].subjects.clear());
    forge(check, "teaching[0]", |plan| {
        plan.teaching[0].periods_per_week.0 = f64::INFINITY;
    });
    forge(check, "visiting[0]", |plan| {
        plan.visiting[0].host = "x".to_owned();
    });
    forge(check, "hires[0]", |plan| {
        plan.hires[0].subject = "x".to_owned();
    });
    forge(check, "admissions[0]", |plan| {
        plan.admissions[0].students = Students(f64::NAN);
    });
    forge(check, "admissions[4]", |plan| {
        plan.admissions.push(plan.admissions[0].clone());
    });
    forge(check, "Cooking", |plan| {
        plan.admissions.pop();
    });
    forge(check, "New Campus", |plan| {
        plan.campuses.pop();
    });
    forge(check, "targets[0]", |plan| {
        plan.targets[0].target = "x".to_owned();
    });
    forge(check, "targets[0]", |plan| {
        plan.targets[0].term = term("2020-spring");
    });
    forge(check, "indicators[1]", |plan| {
        plan.indicators[1].capacity[0].campus = "x".to_owned();
    });
}

#[test]
fn a_message_says_what_is_short_and_by_how_much() {
    let (scenario, mut plan) = small();
    plan.built.clear();
    settle(&scenario, &mut plan);
    let verification = verify(&scenario, &plan);
    let first = &verification.violations[0];
    let autumn: Term = term("2008-autumn").0;
    assert_eq!(first.term, Some(autumn));
    let (zh, en) = (&first.message.zh, &first.message.en);
    assert_eq!(zh, "县职校 教室 2008年秋季学期 需 3 > 有 2，超 1 间");
    assert_eq!(en, "County School classrooms, autumn 2008: needs 3 > has 2, by 1 rooms");
}
