//! What a superior asks first, in the summary.

use crate::support::report_sample;
use campusplan::domain::{Language, Scenario};
use campusplan::plan::Plan;
use campusplan::report::sections::findings::sentences;
use campusplan::report::view::View;
use campusplan::verify::Verification;

fn told(scenario: &Scenario, plan: &Plan) -> Vec<String> {
    let verification = Verification::default();
    let view = View { scenario, plan, verification: &verification, language: Language::Zh };
    let all = sentences(&view).into_iter();
    all.map(|text| text.zh).collect()
}

fn said<'t>(all: &'t [String], begins: &str) -> &'t str {
    let found = all.iter().find(|text| text.starts_with(begins));
    found.unwrap_or_else(|| panic!("no {begins} in {all:#?}"))
}

#[test]
fn who_is_turned_away() {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    // 5 entries of ten programmes with 90, 97, … 153 applicants and 95 places:
    // 1,215 apply; 2 + 9 + … + 58 = 270 are too many, 5 take another programme
    assert_eq!(
        said(&told(&scenario, &plan), "报名与录取"),
        "报名与录取：报名6075人，录取4750人，超出计划未录取1350人次（按专业计），其中25人录取到其他专业。"
    );
}

#[test]
fn margins_and_the_low_forecast() {
    let scenario = report_sample::scenario();
    let mut plan = report_sample::plan(&scenario);
    // one target is missed, the other met with nothing to spare
    let all = told(&scenario, &plan);
    assert_eq!(said(&all, "目标余量"), "目标余量：在校班级最少余0（2010年秋）。");
    for line in plan.targets.iter_mut().filter(|line| line.target == "registered") {
        (line.value, line.missed) = (3_100.0, 0.0);
    }
    let all = told(&scenario, &plan);
    // 80 of 95 apply on the low path: 100 to spare do not make up for that
    let margin = said(&all, "目标余量");
    assert!(margin.contains("在册学生最少余100（2010年秋），生源按低案则"), "{margin}");
    for line in &mut plan.admissions {
        line.projected =
            line.projected.map(|range| campusplan::domain::Estimate { low: 95.0, ..range });
    }
    // with as many as are admitted it is what the classes have that counts
    for line in plan.targets.iter_mut().filter(|line| line.target == "registered") {
        (line.value, line.at_least) = (2_000.0, 1_900.0);
    }
    let all = told(&scenario, &plan);
    let margin = said(&all, "目标余量");
    assert!(margin.contains("在册学生最少余100（2010年秋），生源按低案仍能达到"), "{margin}");
}

#[test]
fn classes_that_are_full() {
    let scenario = report_sample::scenario();
    let mut plan = report_sample::plan(&scenario);
    let none = told(&scenario, &plan);
    assert!(none.iter().all(|text| !text.starts_with("班额")), "{none:#?}");
    let first = plan.classes.iter().position(|class| class.campus_today.is_none());
    let class = &mut plan.classes[first.expect("a new class")];
    let entry = *class.headcount.keys().next().expect("a term");
    class.headcount.insert(entry, 50);
    let new = plan.classes.iter().filter(|class| class.campus_today.is_none());
    let due = format!("班额：新招{}个班中有1个班入学时达到最大班额。", new.count());
    assert_eq!(said(&told(&scenario, &plan), "班额"), due);
}

#[test]
fn standards_by_name_and_premises_that_expire() {
    let scenario = report_sample::scenario();
    let plan = report_sample::plan(&scenario);
    let all = told(&scenario, &plan);
    let failing = said(&all, "未达标的办学条件");
    let sets = &scenario.standards.as_ref().expect("standards").sets;
    for line in &plan.compliance {
        let set = sets.iter().find(|set| set.id == line.set).expect("a set");
        let target = line.school_year == 2010 && set.in_force(2010);
        if target && line.counts && line.met == Some(false) {
            let mut indicators = set.indicators.iter();
            let one = indicators.find(|one| one.id == line.indicator);
            let name = &one.expect("an indicator").name.zh;
            assert!(failing.contains(name.as_str()), "{name} in {failing}");
        }
    }
    // the classes that enter two years before or later are there beyond its end
    let expires = said(&all, "期满");
    assert!(expires.starts_with("期满：龙游二中只能使用至2011年春，届时有"), "{expires}");
}
