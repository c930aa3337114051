//! A valid plan passes; each wrong decision in it is caught by the right rule.

use crate::support::small::{SMALL, read, seat, settle, small, small_plan, term};
use campusplan::domain::{Rule, Scenario};
use campusplan::plan::{Plan, Shipment, Visiting};
use campusplan::units::{Hours, Periods, Students};
use campusplan::verify::{Check, Verification, verify};

#[test]
fn a_valid_plan_passes() {
    let (scenario, plan) = small();
    let verification = verify(&scenario, &plan);
    assert!(verification.passed(), "{:#?}", verification.violations);
    assert_eq!(verification.compared.len(), 17);
    assert!(verification.compared.values().all(|count| *count > 0));
}

fn caught(verification: &Verification, rule: Rule, place: &str) {
    let found = verification.violations.iter().any(|violation| {
        violation.check == Check::Rule(rule)
            && (violation.place.zh.contains(place) || violation.place.en.contains(place))
    });
    assert!(found, "{rule:?} at {place}: {:#?}", verification.violations);
}

/// Corrupts the decisions of the small plan, with accounts to match.
fn corrupt(change: impl FnOnce(&mut Plan)) -> Verification {
    let (scenario, mut plan) = small();
    change(&mut plan);
    settle(&scenario, &mut plan);
    verify(&scenario, &plan)
}

/// The corruption is caught by this rule, and by no other check.
fn alone(rule: Rule, place: &str, change: impl FnOnce(&mut Plan)) {
    let verification = corrupt(change);
    caught(&verification, rule, place);
    let mut violations = verification.violations.iter();
    let only = violations.all(|violation| violation.check == Check::Rule(rule));
    assert!(only, "{:#?}", verification.violations);
}

/// The corruption is caught by this rule, whatever else is.
fn among(rule: Rule, place: &str, change: impl FnOnce(&mut Plan)) {
    caught(&corrupt(change), rule, place);
}

/// A change of the scenario makes the same plan break a rule.
fn stricter(from: &str, to: &str) -> (Scenario, Plan) {
    assert!(SMALL.contains(from), "the small scenario has no {from}");
    let scenario = read(&SMALL.replacen(from, to, 1));
    let plan = small_plan(&scenario);
    (scenario, plan)
}

fn class<'p>(plan: &'p mut Plan, name: &str) -> &'p mut campusplan::plan::ClassPath {
    let mut classes = plan.classes.iter_mut();
    classes.find(|class| class.name == name).expect("the class")
}

#[test]
fn admission() {
    let rule = Rule::Admission;
    // the pool: 56 of 50 applicants, while only half of 10 would switch
    alone(rule, "The town", |plan| {
        plan.admissions[0].students = Students(56.0);
        class(plan, "08机械1班").students = Students(29.0);
    });
    // beyond the applicants of a programme in no pool
    alone(rule, "Cooking", |plan| {
        plan.admissions[3].students = Students(31.0);
        class(plan, "09烹饪1班").students = Students(31.0);
    });
    // above and below the class size
    alone(rule, "08机械2班", |plan| {
        class(plan, "08机械1班").students = Students(39.0);
        class(plan, "08机械2班").students = Students(15.0);
    });
    among(rule, "08商贸1班", |plan| {
        plan.admissions[2].students = Students(41.0);
        class(plan, "08商贸1班").students = Students(41.0);
    });
    // half a student
    alone(rule, "Mechanical work", |plan| {
        plan.admissions[1].students = Students(39.5);
        class(plan, "09机械1班").students = Students(39.5);
    });
    // more classes than may be admitted, fewer than must be
    among(rule, "Cooking", |plan| plan.admissions[3].classes = 2);
    among(rule, "Mechanical work", |plan| {
        plan.admissions[0].classes = 0;
        plan.admissions[0].students = Students(0.0);
        plan.classes.retain(|class| !class.name.starts_with("08机"));
    });
}

#[test]
fn placement() {
    let rule = Rule::Placement;
    // a class too many
    among(rule, "Commerce", |plan| {
        let mut more = class(plan, "07商贸1班").clone();
        more.name = "07商贸2班".to_owned();
        plan.classes.push(more);
    });
    among(rule, "Cooking", |plan| {
        plan.classes.retain(|class| class.name != "09烹饪1班");
    });
    // students from nowhere
    alone(rule, "06机械2班", |plan| {
        class(plan, "06机械2班").students = Students(27.0);
    });
    // a programme where it is not allowed
    among(rule, "08商贸1班", |plan| {
        class(plan, "08商贸1班").seats.push(seat("2009-autumn", "new"));
    });
    // no campus, or one too late
    among(rule, "09烹饪1班", |plan| {
        class(plan, "09烹饪1班").seats.clear();
    });
    among(rule, "07商贸1班", |plan| {
        class(plan, "07商贸1班").seats[0].from = term("2008-autumn");
    });
}

#[test]
fn relocation() {
    let rule = Rule::Relocation;
    // in the last year, from a campus that need not be left
    among(rule, "07商贸1班", |plan| {
        class(plan, "07商贸1班").seats.push(seat("2008-autumn", "old"));
    });
    // twice
    among(rule, "07商贸1班", |plan| {
        class(plan, "07商贸1班").seats =
            vec![seat("2008-spring", "old"), seat("2008-autumn", "main")];
    });
    // within a stage
    among(rule, "08机械2班", |plan| {
        class(plan, "08机械2班").seats.push(seat("2009-spring", "old"));
    });
    // to where it is
    alone(rule, "08机械2班", |plan| {
        class(plan, "08机械2班").seats.push(seat("2009-autumn", "main"));
    });
    // more than a stage allows
    let (scenario, plan) = stricter("most_per_stage: 1", "most_per_stage: 0");
    caught(&verify(&scenario, &plan), rule, "all campuses");
}

#[test]
fn internship() {
    let rule = Rule::Internship;
    // too early, too long, not at all
    among(rule, "08机械2班", |plan| {
        class(plan, "08机械2班").internship = vec![term("2008-autumn")];
    });
    alone(rule, "07机械1班", |plan| {
        class(plan, "07机械1班").internship = vec![term("2008-autumn"), term("2009-spring")];
    });
    among(rule, "07机械1班", |plan| {
        class(plan, "07机械1班").internship.clear();
    });
    // both of two classes of which one has had it, or neither
    alone(rule, "Mechanical work", |plan| {
        class(plan, "06机械2班").internship = vec![term("2008-spring")];
    });
    among(rule, "Mechanical work", |plan| {
        class(plan, "06机械1班").internship.clear();
    });
    // a programme without internship
    alone(rule, "08商贸1班", |plan| {
        class(plan, "08商贸1班").internship = vec![term("2009-spring")];
    });
}

#[test]
fn tenure() {
    let rule = Rule::Tenure;
    // into a closed campus, and into one whose tenure has ended
    among(rule, "09机械1班 New Campus", |plan| {
        plan.campuses[8].open = false;
    });
    among(rule, "08机械1班 Old Campus", |plan| {
        class(plan, "08机械1班").seats.pop();
    });
    // open after its tenure
    alone(rule, "Old Campus", |plan| plan.campuses[5].open = true);
    // a campus that may not close
    among(rule, "County School", |plan| plan.campuses[1].open = false);
    // open again after it was closed
    among(rule, "Old Campus", |plan| plan.campuses[3].open = false);
    // staff, sharing and visiting at a closed campus
    among(rule, "old 2 Old Campus", |plan| {
        plan.campuses[4].open = false;
    });
    among(rule, "lathes Old Campus", |plan| {
        plan.campuses[4].open = false;
    });
    among(rule, "visiting General Old Campus", |plan| {
        plan.campuses[4].open = false;
    });
}

#[test]
fn capacity() {
    let rule = Rule::Capacity;
    // a room too few
    alone(rule, "County School classrooms", |plan| plan.built.clear());
    // lathes too few
    alone(rule, "New Campus lathes", |plan| {
        plan.shipments[1].units = 3;
        plan.shipments[0].units = 5;
    });
    // sharing without a road, with oneself, and of what can't be shared
    among(rule, "lathes New Campus Old Campus", |plan| {
        plan.sharing[0].user = "new".to_owned();
        plan.campuses[7].open = true;
    });
    alone(rule, "lathes County School County School", |plan| {
        plan.sharing[0].host = "main".to_owned();
    });
    alone(rule, "beds County School Old Campus", |plan| {
        plan.sharing[0].resource = "bed".to_owned();
        plan.sharing[0].hours_per_week = Hours(1.0);
    });
    // too much of it
    alone(rule, "Old Campus lathes", |plan| {
        plan.sharing[0].hours_per_week = Hours(60.0);
    });
}

#[test]
fn equipment() {
    let rule = Rule::Equipment;
    // from nowhere: more than there is
    alone(rule, "Old Campus lathes", |plan| {
        plan.shipments[0].units = 5;
    });
    // left at an ended campus
    alone(rule, "Old Campus lathes", |plan| {
        plan.shipments[0].units = 3;
    });
    // sent to a campus that is closed then
    among(rule, "lathes County School Old Campus", |plan| {
        let mut back = plan.shipments[0].clone();
        back.origin = "main".to_owned();
        back.destination = "old".to_owned();
        plan.shipments.push(back);
    });
    // what can't move
    among(rule, "beds", |plan| {
        plan.shipments.push(Shipment {
            resource: "bed".to_owned(),
            units: 1,
            ..plan.shipments[0].clone()
        });
    });
    // built before the lead time, torn down, more than may be
    among(rule, "New wing", |plan| {
        let mut early = plan.built[0].clone();
        early.from = term("2008-spring");
        plan.built.push(early);
    });
    among(rule, "New wing", |plan| {
        plan.built.pop();
    });
    among(rule, "New wing", |plan| plan.built[1].modules = 6);
}

#[test]
fn staffing() {
    let rule = Rule::Staffing;
    // above the load of those posted there
    alone(rule, "General staff of the County School", |plan| {
        plan.teaching[0].periods_per_week = Periods(25.0);
    });
    // a subject they are not qualified for
    alone(rule, "Mechanics", |plan| {
        plan.teaching[0].subject = "mechanics".to_owned();
    });
    // visiting by nobody
    among(rule, "Old Campus General", |plan| {
        plan.visiting[0].periods_per_week = Periods(23.0);
    });
    // periods not taught, where that has no price
    let (scenario, mut plan) = stricter("priced(0.2)", "hard");
    settle(&scenario, &mut plan);
    caught(&verify(&scenario, &plan), rule, "New Campus General");
}

#[test]
fn employment() {
    let rule = Rule::Employment;
    // a dismissed teacher, one who leaves early, one who isn't there
    alone(rule, "王强", |plan| {
        plan.posts.remove(7);
        plan.teaching.retain(|one| one.group.as_deref() != Some("main-mechanics"));
    });
    among(rule, "General staff of the Old Campus", |plan| {
        plan.posts[3].leaves = Some(term("2009-autumn"));
    });
    alone(rule, "Mechanics staff", |plan| {
        let mut more = plan.posts[6].clone();
        more.name = "mech 4".to_owned();
        plan.posts.push(more);
    });
    // re-based in the stage of leaving
    among(rule, "mech 1", |plan| {
        plan.posts[4].seats.push(seat("2008-autumn", "main"));
    });
    // retrained on paper
    among(rule, "old 1", |plan| {
        plan.posts[2].subjects = vec!["mechanics".to_owned()];
    });
    // a hire too many, a recruit without a hire
    among(rule, "all subjects 2008", |plan| plan.hires[0].people = 2);
    among(rule, "General recruits", |plan| plan.hires.clear());
    // more re-based than a stage allows
    let (scenario, plan) = stricter("rebased_per_stage: 4", "rebased_per_stage: 3");
    caught(&verify(&scenario, &plan), rule, "all campuses");
}

#[test]
fn visiting() {
    let rule = Rule::Visiting;
    // visiting too far, without a road, and too much
    alone(rule, "General County School New Campus", |plan| {
        plan.visiting.push(Visiting {
            base: "main".to_owned(),
            host: "new".to_owned(),
            from: term("2009-autumn"),
            periods_per_week: Periods(1.0),
            ..plan.visiting[0].clone()
        });
    });
    among(rule, "General Old Campus New Campus", |plan| {
        plan.visiting[0].host = "new".to_owned();
    });
    alone(rule, "General", |plan| {
        plan.visiting[0].periods_per_week = Periods(4.5);
        plan.teaching[6].periods_per_week = Periods(24.0);
        plan.teaching[5].periods_per_week = Periods(2.0);
    });
}

#[test]
fn budget() {
    let rule = Rule::Budget;
    // capital overspent in the first year, carried into the second
    alone(rule, "capital 2008", |plan| {
        plan.built[0].modules = 3;
        plan.built[1].modules = 3;
    });
    among(rule, "capital 2009", |plan| {
        plan.built[0].modules = 5;
        plan.built[1].modules = 5;
    });
    let (scenario, plan) = stricter("\"2009\": 60", "\"2009\": 10");
    caught(&verify(&scenario, &plan), rule, "running money 2009");
}

#[test]
fn role() {
    let rule = Rule::Role;
    // a service class at the machining campus
    among(rule, "New Campus Machining", |plan| {
        class(plan, "09烹饪1班").seats[0].campus = "new".to_owned();
    });
    // a programme away from its main campus
    among(rule, "Commerce County School", |plan| {
        class(plan, "08商贸1班").seats[0].campus = "old".to_owned();
    });
}

#[test]
fn headcounts() {
    let (scenario, mut plan) = small();
    let good = verify(&scenario, &plan);
    assert!(good.passed(), "{:#?}", good.violations);
    let first = *class(&mut plan, "07商贸1班").headcount.keys().next().expect("a term");
    let broken = |change: &dyn Fn(&mut Plan)| {
        let mut plan = plan.clone();
        change(&mut plan);
        let found = verify(&scenario, &plan).violations;
        assert!(
            found
                .iter()
                .any(|one| { [Check::Indicators, Check::Rule(Rule::Target)].contains(&one.check) }),
            "{found:#?}"
        );
    };
    // one more, one moved from class to class, a term too few, a term too many
    broken(&|plan| *class(plan, "07商贸1班").headcount.get_mut(&first).unwrap() += 1);
    broken(&|plan| {
        *class(plan, "07商贸1班").headcount.get_mut(&first).unwrap() -= 1;
        *class(plan, "06机械2班").headcount.get_mut(&first).unwrap() += 1;
    });
    broken(&|plan| {
        class(plan, "07商贸1班").headcount.remove(&first);
    });
    broken(&|plan| {
        class(plan, "07商贸1班").headcount.insert(term("2031-spring"), 1);
    });
    // whole students of a term, one too many
    broken(&|plan| plan.indicators[1].registered.0 += 1.0);
    // a target that is met by what is printed
    broken(&|plan| {
        let line = plan.targets.iter_mut().find(|line| line.missed == 0.0);
        line.expect("a target that is met").missed = 1.0;
    });
}
