//! What is resolved from a scenario, and what arithmetic says about it.

use campusplan::analysis::check::{Finding, Grade, arithmetic};
use campusplan::domain::Text;
use campusplan::scenario;

const MINIMAL: &str = include_str!("../../scenarios/minimal.ron");

fn patched(patches: &[(&str, &str)]) -> scenario::Loaded {
    let mut text = MINIMAL.to_owned();
    for (old, new) in patches {
        assert!(text.contains(old), "{old} is not in the scenario");
        text = text.replacen(old, new, 1);
    }
    scenario::read(&text).unwrap_or_else(|found| panic!("{found:#?}"))
}

fn says(findings: &[Finding], grade: Grade, part: &str) {
    let said = |finding: &&Finding| finding.message.zh.contains(part);
    let finding = findings.iter().find(said);
    let finding = finding.unwrap_or_else(|| panic!("`{part}` is not said: {findings:#?}"));
    assert_eq!(finding.grade, grade, "{finding:?}");
}

#[test]
fn the_minimal_scenario_has_enough() {
    let findings = arithmetic(&patched(&[]).scenario);
    assert!(findings.iter().all(|finding| finding.grade != Grade::Short));
    let today = Text {
        zh: "西校区现有床位80张，今天寄宿生需要58张，余22张。".into(),
        en: "West campus, beds: 80 there today, 58 needed by the boarders; 22 to spare.".into(),
    };
    assert_eq!(findings[3].message, today);
}

#[test]
fn shortages_show_without_solving() {
    let findings = arithmetic(
        &patched(&[
            ("at_least: \"400 人\"", "at_least: \"600 人\""),
            ("count: 8", "count: 1"),
            ("tenure: (until: \"2009-spring\")", "tenure: (until: \"2008-autumn\")"),
            ("retirements: {\"2009-autumn\": 1}", "retirements: {\"2009-spring\": 2}"),
        ])
        .scenario,
    );
    says(&findings, Grade::Short, "要求在册600人");
    says(&findings, Grade::Short, "机械：2008年春季学期每周约需48节");
    says(
        &findings,
        Grade::Tight,
        "西校区从2009年春季学期起不能再用，但那不是搬迁点：2008年秋季学期起能留下的，只有在此之前离校的班",
    );
    says(&findings, Grade::Tight, "有2人2009年春季学期退休");
}

#[test]
fn targets_are_held_against_rooms_and_beds() {
    let classes = "metric: classes_in_school,";
    let change = [("metric: registered,", classes), ("\"400 人\"", "\"11 班\"")];
    let findings = arithmetic(&patched(&change).scenario);
    // The west campus is gone in the last term; the east one has ten rooms.
    says(
        &findings,
        Grade::Short,
        "2009年秋季学期要求11；所有可用校区的教室加上全部建设项目，最多容纳10",
    );
    let change = [("metric: registered,", "metric: students_in_school,"), ("\"400 人\"", "2000")];
    let findings = arithmetic(&patched(&change).scenario);
    says(&findings, Grade::Short, "教室加上全部建设项目，最多容纳450");
    says(&findings, Grade::Short, "床位加上全部建设项目");
}

#[test]
fn an_internship_that_comes_too_late_is_told() {
    let change = [("(first: 5, last: 6, length: 1)", "(first: 2, last: 4, length: 2)")];
    let findings = arithmetic(&patched(&change).scenario);
    says(
        &findings,
        Grade::Tight,
        "2006年秋季学期入学的机械加工技术还有2个班没有实习，实习期只剩1个学期，不足2个学期",
    );
}

#[test]
fn people_alike_make_a_group() {
    let li = "        \"li\": (";
    let wang = "        \"wang\": (name: \"王老师\", employer: (zh: \"第一职业学校\", en: \"First Vocational School\"), campus: \"east\", subjects: [\"mechanics\", \"general\"], load: 12, retires: \"2009-spring\"),
        \"zhao\": (name: \"赵老师\", employer: (zh: \"第一职业学校\", en: \"First Vocational School\"), campus: \"west\", subjects: [\"general\"], load: 12),
        \"li\": (";
    let staff = patched(&[(li, wang)]).scenario.staff;
    let groups: Vec<(&str, Vec<Option<&str>>)> = staff
        .iter()
        .skip(4)
        .map(|group| {
            let people = group.people.iter().map(|person| person.id.as_deref());
            (group.id.as_str(), people.collect())
        })
        .collect();
    assert_eq!(
        groups,
        [
            ("east-general-mechanics", vec![Some("wang"), Some("li")]),
            ("west-general", vec![Some("zhao")]),
        ]
    );
    assert_eq!(staff.raw[4].name.zh, "第一职业学校文化课、机械教师");
}

#[test]
fn costs_at_zero_and_missing_roads_are_named() {
    let found = arithmetic(&patched(&[]).scenario);
    let free = |found: &[Finding], what: &str| {
        let said = |one: &&Finding| one.message.zh.contains(what);
        found.iter().find(said).map(|one| one.message.zh.clone())
    };
    assert_eq!(free(&found, "没有给出道路"), None);
    let roads = &MINIMAL[MINIMAL.find("roads: [").expect("roads")..];
    let road = roads.lines().find(|line| line.contains("between")).expect("a road");
    let source = MINIMAL.lines().find(|line| line.contains("\"roads\": (kind"));
    let changes = [(road, ""), (source.expect("a source"), "")];
    let without = arithmetic(&patched(&changes).scenario);
    says(&without, Grade::Look, "没有给出道路");
    let cost = MINIMAL.lines().find(|line| line.trim().starts_with("running_cost:"));
    let cost = cost.expect("a running cost");
    let before = free(&found, "校区运行费为0或未给出");
    let after = free(&arithmetic(&patched(&[(cost, "")]).scenario), "校区运行费为0或未给出");
    assert_ne!(before, after);
    assert!(after.expect("a finding").contains("校区"));
}

#[test]
fn what_cannot_be_is_seen_without_solving() {
    let cohort = cohort_line();
    let many = arithmetic(&patched(&[(&cohort, &with_students(&cohort, "102"))]).scenario);
    says(&many, Grade::Tight, "现有班级平均51人，超过该专业的最大班额");
    // fractions
    let parts = arithmetic(&patched(&[(&cohort, &with_students(&cohort, "40.5"))]).scenario);
    says(&parts, Grade::Look, "不是整数");
    // 9 classes of 30 at least, of 95 who apply and 0.3 x 70 who may switch
    let asked = "applicants: 95, least: 1, most: 3";
    let least = arithmetic(&patched(&[(asked, "applicants: 95, least: 9, most: 9")]).scenario);
    says(&least, Grade::Short, "至少要招9个班、270人，报名（含可调剂的）最多116人");
    // and 60 classes do not find a room anywhere
    let rooms = [(asked, "applicants: 9500, least: 60, most: 60")];
    says(&arithmetic(&patched(&rooms).scenario), Grade::Short, "放不下");
    // nor does one class of which every student boards, with more of them than
    // any campus has beds
    let large = [(
        r#"class_size: (min: "30 人", max: "45 人")"#,
        r#"class_size: (min: "800 人", max: "850 人")"#,
    )];
    let large = arithmetic(&patched(&large).scenario);
    says(&large, Grade::Short, "一个班需要");
    let fine = arithmetic(&patched(&[]).scenario);
    assert!(fine.iter().all(|one| one.grade != Grade::Short), "{fine:#?}");
}

/// The first cohort of today, on one line.
fn cohort_line() -> String {
    let cohorts = &MINIMAL[MINIMAL.find("    cohorts: [").expect("cohorts")..];
    let line = cohorts.lines().find(|line| line.contains("students:"));
    line.expect("a cohort").to_owned()
}

/// The same with other students.
fn with_students(line: &str, students: &str) -> String {
    let (before, after) = line.split_once("students:").expect("students");
    let end = after.find([',', ')']).expect("an end");
    format!("{before}students: {students}{}", &after[end..])
}
