//! A scenario of ten terms and six campuses, with a plan composed by hand: not
//! a good plan, not even a legal one, but one with something in every table.

#![allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // small counts

use campusplan::domain::{Demand, Estimate, Metric, Part, Rule, Scenario, SubjectKind, Term};
use campusplan::plan::{
    Accounts, Admission, Assignment, BandChoice, Built, CampusUse, CapacityUse, ClassPath,
    ClassTeacher, CourseTrainees, DutyOrder, Exchange, FORMAT, Hire, Joined, Lesson, Merged,
    MissedRule, MoneyItem, MoneyLine, PartTime, PeriodsNeeded, Plan, Post, Program, Retrained,
    RunOptions, ScenarioReference, Seat, Sharing, Shipment, Status, TargetResult, Teaching,
    TermIndicators, TermKey, TierPart, TierResult, Trainees, Visit, Visiting,
};
use campusplan::units::{Hours, Kilometres, Money, Periods, Students};
use campusplan::verify::{Check, Verification, Violation};
use std::collections::BTreeMap;
use std::fmt::Write;

const CAMPUSES: [(&str, &str, &str); 6] = [
    ("hq", "县职校", "County vocational school"),
    ("erzhong", "龙游二中", "No. 2 Middle School"),
    ("tv", "电视中专", "TV secondary school"),
    ("farm", "农职校", "Agricultural school"),
    ("shuren", "树人学校", "Shuren School"),
    ("new", "新校区", "New campus"),
];

const PROGRAMMES: [(&str, &str, &str); 10] = [
    ("machining", "机械加工技术", "Machining technology"),
    ("design", "机械设计与数控", "Mechanical design and CNC"),
    ("paper", "制浆造纸工艺", "Pulp and paper technology"),
    ("paper_machines", "造纸设备维修", "Papermaking equipment maintenance"),
    ("vehicles", "汽车运用与维修", "Vehicle repair"),
    ("farming", "现代农艺技术", "Modern agronomy"),
    ("electronics", "电子技术应用", "Applied electronics"),
    ("computing", "计算机应用", "Computing"),
    ("accounting", "会计", "Accounting"),
    ("tourism", "旅游服务与管理", "Tourism services"),
];

/// Its milestones and recurring events.
const AGENDA: &str = r#"milestones: {
            "survey": (name: (zh: "成立调研小组，起草整合方案", en: "Survey group set up, proposal drafted"), start: "2007-11-01", days: 30,
                due: "2007-11-30", responsible: (zh: "县职业技术学校", en: "County vocational school")),
            "moved": (name: (zh: "树人学校搬迁完毕", en: "Shuren School moved"), after: ["survey"], days: 12, due: "2008-01-31",
                tied: vacated("shuren"), responsible: (zh: "树人学校", en: "Shuren School")),
            "base": (name: (zh: "机械实训基地建成", en: "Machining base built"), after: ["survey", "moved"], days: 60, due: "2008-08-31",
                tied: built("machining_base")),
            "dormitory": (name: (zh: "学生宿舍扩建", en: "Dormitory extended"), due: "2010-08-31", tied: built("dormitory")),
            "size": (name: (zh: "在册学生达到3000人", en: "3,000 registered"), due: "2010-09-01", tied: target("registered")),
        },
        events: {
            "council": (name: (zh: "理事会例会", en: "Council"), weekday: monday, nth: 1, campuses: ["hq"]),
            "duty": (name: (zh: "值周交接", en: "Change of duty"), weekday: monday, holidays: true),
            "research": (name: (zh: "学科联组教研日", en: "Joint research day"), day: 20, campuses: ["hq", "erzhong", "tv", "new"]),
        },"#;

/// Where its students come from; the ways to all campuses are alike.
fn enrolment() -> String {
    let feeder = |key: &str, zh: &str, en: &str, (km, minutes): (u32, u32)| {
        let roads =
            CAMPUSES.map(|(campus, ..)| format!(r#""{campus}": (km: {km}, minutes: {minutes})"#));
        format!(
            r#""{key}": (name: (zh: "{zh}", en: "{en}"), pupils: {{"9": 900}}, boarding: "60%", roads: {{{}}})"#,
            roads.join(", ")
        )
    };
    format!(
        r#"enrolment: (
            year: 2007,
            feeders: {{{}, {}}},
            progression: {{"9": (likely: "98%")}}, vocational: (likely: "50%"), captured: (likely: "50%"),
        ),"#,
        feeder("near", "城区", "Town", (2, 8)),
        feeder(
            "far",
            "溪口（含庙下、大街、沐尘）",
            "Xikou (with Miaoxia, Dajie, Muchen)",
            (25, 52)
        ),
    )
}

/// What the plan is held against.
const HELD: &str = r#"schools: {
            "group": (name: (zh: "龙游县职业教育集团", en: "Longyou vocational education group"), declared: {"periodicals": 90}),
            "driving": (name: (zh: "灵江驾校", en: "Driving school"), campuses: ["tv"], separate: true),
        },
        standards: (choose: sets(["zhongzhi_2001", "zhongzhi_2010"]), equipment: ["lathe"], engineering: ["all"]),
        watched: {
            "attrition": (name: (zh: "学生流失率", en: "Attrition"), metric: attrition, at_most: "1.5%"),
            "accidents": (name: (zh: "安全事故", en: "Accidents"), metric: declared, at_most: 0, unit: (zh: "起", en: "accidents")),
        },"#;

/// The scenario.
// One text, read from top to bottom.
#[allow(clippy::too_many_lines)]
pub fn scenario() -> Scenario {
    let mut campuses = String::new();
    for (key, zh, en) in CAMPUSES {
        let more = match key {
            "erzhong" => r#"in_use: false, tenure: (until: "2011-spring"), opening_cost: 30,"#,
            "new" => r#"in_use: false, tenure: (from: "2010-autumn"), opening_cost: 50,"#,
            "shuren" => "closable: true, closing_cost: 10,",
            _ => "",
        };
        let _ = writeln!(
            campuses,
            r#""{key}": (name: (zh: "{zh}", en: "{en}"), owner: (zh: "{zh}"), {more}
                owns: {{"room": 30, "bed": 900, "lathe": 80}}, running_cost: 20,
                land: 50000, building: 9000, books: 20000, equipment: 260, computers: 60),"#
        );
    }
    let mut programmes = String::new();
    let mut cohorts = String::new();
    let mut admissions = String::new();
    for (index, (key, zh, en)) in PROGRAMMES.into_iter().enumerate() {
        let _ = writeln!(
            programmes,
            r#""{key}": (name: (zh: "{zh}", en: "{en}"), field: "all", class_size: (min: 35, max: 50),
                curriculum: [(terms: 6, periods: {{"chinese": 6, "machining": 12}}, uses: {{"lathe": 4}})],
                internship: (first: 5, last: 6, length: 1), attrition: [0.02], boarding: 0.7,
                sites: {{"hq": (), "erzhong": (), "tv": (), "farm": (), "shuren": (), "new": ()}}),"#
        );
        let campus = if index < 6 { "hq" } else { "shuren" };
        for entry in ["2006-autumn", "2007-autumn"] {
            let _ = writeln!(
                cohorts,
                r#"(programme: "{key}", entry: "{entry}", campus: "{campus}", classes: 2, students: 95),"#
            );
        }
        for year in 2008..=2012 {
            let _ = writeln!(
                admissions,
                r#"(programme: "{key}", entry: "{year}-autumn", applicants: {}),"#,
                90 + 7 * index
            );
        }
    }
    let enrolment = enrolment();
    let text = format!(
        r#"(
        name: (zh: "龙游县职业教育集团（样例）", en: "Longyou vocational education group (sample)"),
        calendar: (first_term: "2008-spring", terms: 10, target_term: "2010-autumn"),
        fields: {{"all": (name: (zh: "全部", en: "All"))}},
        resources: {{
            "room": (name: (zh: "教室", en: "Classrooms"), unit: (zh: "间", en: "rooms"), per: class, default_use: 1),
            "bed": (name: (zh: "宿舍床位", en: "Dormitory beds"), unit: (zh: "张", en: "beds"), per: boarder, default_use: 1),
            "lathe": (name: (zh: "机加工工位", en: "Machining stations"), unit: (zh: "台", en: "stations"), per: student,
                hours: 40, shared_visit: 4, shipping: 0.5),
        }},
        subjects: {{
            "chinese": (name: (zh: "语文", en: "Chinese"), hiring: (cost: 1, pay: 1.5, load: 14, most_per_year: 5)),
            "machining": (name: (zh: "机械专业", en: "Machining"), kind: vocational, hiring: (cost: 1, pay: 1.5, load: 14, most_per_year: 5)),
        }},
        campuses: {{{campuses}}},
        roads: [(between: ["hq", "erzhong"], km: 3, minutes: 10)],
        programmes: {{{programmes}}},
        cohorts: [{cohorts}],
        admissions: [{admissions}],
        courses: {{
            "driving": (name: (zh: "机动车驾驶培训", en: "Driver training"), sites: ["tv"], demand: (trainees: 110),
                least: (trainees: 30), hours: {{"lathe": 60}}, periods: {{"machining": 2}}, fee: 0.24, cost: 0.14),
            "farming": (name: (zh: "农民技术培训", en: "Farmers' training"), sites: ["farm", "hq"], demand: (trainees: 120),
                hours: {{"lathe": 16}}, fee: 0.03, cost: 0.012),
        }},
        options: {{
            "machining_base": (name: (zh: "机械实训基地", en: "Machining training base"), campus: "hq", resource: "lathe",
                units: 20, cost: 120, lead_terms: 1, most: 3),
            "dormitory": (name: (zh: "学生宿舍扩建", en: "Dormitory extension"), campus: "erzhong", resource: "bed",
                units: 100, cost: 80, lead_terms: 2, most: 3),
        }},
        staff: {{
            "chinese": (employer: (zh: "县职校", en: "County school"), campus: "hq", subjects: ["chinese"], count: 40, load: 14),
        }},
        roster: {{
            "zhang": (name: "张建国", employer: (zh: "树人学校", en: "Shuren"), campus: "shuren", subjects: ["machining", "chinese"], load: 14),
            "li": (name: "李秀英", employer: (zh: "树人学校", en: "Shuren"), campus: "shuren", subjects: ["chinese"], load: 14, retires: "2009-autumn"),
        }},
        disposals: [(asset: "SR-02", at: "2010-autumn", units: 40)],
        assets: {{
            "ZB-01": (name: (zh: "实训楼", en: "Training building"), kind: building, number: 5200, value: 416, campus: "hq", valued: "2007-11"),
            "ZB-02": (name: (zh: "机加工工位", en: "Machining stations"), kind: equipment, resource: "lathe", number: 80, value: "240.5 万元", campus: "hq", valued: "2007"),
            "EZ-01": (name: (zh: "机加工工位", en: "Machining stations"), kind: equipment, resource: "lathe", number: 80, value: 160, campus: "erzhong"),
            "EZ-02": (name: (zh: "教学楼", en: "Classroom building"), kind: building, number: 3600, value: 190, campus: "erzhong"),
            "TV-01": (name: (zh: "机加工工位", en: "Machining stations"), kind: equipment, resource: "lathe", number: 80, value: 160, campus: "tv"),
            "NZ-01": (name: (zh: "机加工工位", en: "Machining stations"), kind: equipment, resource: "lathe", number: 80, value: 160, campus: "farm"),
            "SR-01": (name: (zh: "机加工工位", en: "Machining stations"), kind: equipment, resource: "lathe", number: 80, value: 150, campus: "shuren", valued: "2009-03"),
            "SR-02": (name: (zh: "课桌椅", en: "Desks and chairs"), kind: furniture, number: 620, unit: (zh: "套", en: "sets"), value: "7.44 万元", campus: "shuren"),
            "SR-03": (name: (zh: "土地", en: "Land"), kind: land, number: 20, value: 300, campus: "shuren"),
            "XQ-01": (name: (zh: "机加工工位", en: "Machining stations"), kind: equipment, resource: "lathe", number: 80, value: 160, campus: "new"),
        }},
        rules: (
            relocation: (vacate: {{"shuren": "2008-autumn"}}),
            merging: (most_students: "50 人"),
            bands: (campuses: [
                (campus: "tv", bands: ["1-4", "1-6"]),
                (campus: "farm", programmes: ["farming", "paper"], bands: ["1-6"], from: "2009-autumn"),
            ]),
            retraining: (courses: [(from: "chinese", to: "machining", most: 1)]),
            part_time: (share: 0.2, pay: {{"machining": 0.05}}),
            class_teacher: true,
            duty: (leaders: 1, class_teachers: 3, class_teacher_days: 2),
            exchange: (head: "hq", pairs: {{"erzhong": 1}}),
            capacity: (enforce: priced(0.5)),
            budget: (capital: {{"2008": 300, "2009": 200}}),
        ),
        targets: {{
            "classes": (name: (zh: "在校班级", en: "Classes in school"), metric: classes_in_school, at_least: 50),
            "students": (name: (zh: "在校学生", en: "Students in school"), metric: students_in_school, at_least: 2500),
            "registered": (name: (zh: "在册学生", en: "Registered"), metric: registered, at_least: 3000),
        }},
        {AGENDA}
        {enrolment}
        {HELD}
        sources: {{
            "targets": (kind: seed, date: "2007-11", note: (zh: "方案提出“50个班、在校2500人、在册3000人”的目标", en: "The proposal's target: 50 classes, 2,500 in school, 3,000 registered")),
            "campuses": (kind: assumption, note: (zh: "方案未给出各校区教室与床位数，按县域职校的一般规模设定，请教育局按资产清查表逐项替换", en: "The proposal gives no rooms or beds; set to what county schools of this kind have, to be replaced from the asset register")),
            "resources": (kind: standard, date: "2007-05", note: (zh: "按中等职业学校设置标准折算", en: "From the standard for secondary vocational schools")),
        }},
        )"#
    );
    match campusplan::scenario::read(&text) {
        Ok(loaded) => loaded.scenario,
        Err(found) => panic!("the sample scenario: {found:#?}"),
    }
}

fn term(text: &str) -> TermKey {
    TermKey(text.parse().unwrap())
}

/// Where a class sits in a term.
fn campus(programme: usize, term: Term) -> &'static str {
    let new: Term = "2010-autumn".parse().unwrap();
    let autumn: Term = "2008-autumn".parse().unwrap();
    match programme {
        2 | 3 => "erzhong",
        4 => "tv",
        5 => "farm",
        6.. if term < autumn => "shuren",
        6.. if term < new => "erzhong",
        6.. => "new",
        _ => "hq",
    }
}

/// Where the students of a new class come from: those of the first programmes
/// from two townships, the others from the nearer one.
fn feeders(programme: usize, new: bool, students: f64) -> BTreeMap<String, Students> {
    let near = if programme < 3 { 0.4 } else { 1.0 };
    let shares = [("near", near), ("far", 1.0 - near)];
    let shares = shares.into_iter().filter(|(_, share)| new && *share > 0.0);
    shares.map(|(key, share)| (key.to_owned(), Students(students * share))).collect()
}

fn classes(scenario: &Scenario) -> Vec<ClassPath> {
    let terms: Vec<Term> = (0..10).map(|at| scenario.calendar.first.plus(at)).collect();
    let mut classes = Vec::new();
    for (index, (programme, zh, _)) in PROGRAMMES.into_iter().enumerate() {
        for year in 2006..=2012 {
            for number in 1..=2 {
                let entry = Term { year, season: campusplan::domain::Season::Autumn };
                let today = (year < 2008).then_some(if index < 6 { "hq" } else { "shuren" });
                let mut seats: Vec<Seat> = Vec::new();
                let on = |term: &&Term| (0..6).contains(&term.since(entry));
                for term in terms.iter().filter(on) {
                    let here = campus(index, *term);
                    if seats.last().is_none_or(|seat| seat.campus != here) {
                        seats.push(Seat { from: TermKey(*term), campus: here.to_owned() });
                    }
                }
                let away = entry.plus(3 + i64::from(number));
                let small = index == 0 && year == 2009;
                let in_horizon = scenario.calendar.find(away).is_some();
                classes.push(ClassPath {
                    name: format!("{:02}{zh}{number}班", year % 100),
                    programme: programme.to_owned(),
                    entry: TermKey(entry),
                    campus_today: today.map(str::to_owned),
                    students: Students(if small { 25.0 } else { 47.5 }),
                    seats,
                    internship: in_horizon.then_some(TermKey(away)).into_iter().collect(),
                    feeders: feeders(index, today.is_none(), if small { 25.0 } else { 47.5 }),
                    headcount: BTreeMap::new(),
                    merged: (small && number == 2).then(|| Merged {
                        at: term("2010-autumn"),
                        into: vec![Joined {
                            class: format!("{:02}{zh}1班", year % 100),
                            students: Students(25.0),
                        }],
                    }),
                });
            }
        }
    }
    classes
}

fn indicators(scenario: &Scenario, classes: &[ClassPath]) -> Vec<TermIndicators> {
    let terms = (0..10).map(|at| scenario.calendar.first.plus(at));
    let at = |term: Term| {
        let on: Vec<&ClassPath> = classes
            .iter()
            .filter(|class| (0..6).contains(&term.since(class.entry.0)) && !class.dissolved(term))
            .collect();
        let away = on.iter().filter(|class| class.internship.contains(&TermKey(term)));
        let (all, away) = (on.len() as u32, away.count() as u32);
        let mut capacity = Vec::new();
        for (campus, ..) in CAMPUSES {
            let seat = |class: &ClassPath| {
                let seat = class.seats.iter().rfind(|seat| seat.from.0 <= term);
                seat.is_some_and(|seat| seat.campus == campus)
            };
            let here = on.iter().filter(|class| seat(class)).count() as f64;
            for (resource, per, available) in
                [("room", 1.0, 30.0), ("bed", 33.25, 900.0), ("lathe", 180.0, 3200.0)]
            {
                capacity.push(CapacityUse {
                    resource: resource.to_owned(),
                    campus: campus.to_owned(),
                    used: here * per,
                    available,
                });
            }
        }
        TermIndicators {
            term: TermKey(term),
            classes_registered: all,
            classes_in_school: all - away,
            registered: Students(f64::from(all) * 46.6),
            students_in_school: Students(f64::from(all - away) * 46.6),
            on_internship: Students(f64::from(away) * 46.6),
            boarders: Students(f64::from(all - away) * 31.7),
            students_lost: Students(f64::from(all) * 0.9),
            attrition: 0.9 / 46.6,
            attrition_limit: 0.05,
            classes_over_limit: 3,
            home_kilometres: Some(Kilometres(f64::from(all - away) * 12_000.0)),
            home_hours: Some(Hours(f64::from(all - away) * 400.0)),
            capacity,
            periods: vec![PeriodsNeeded {
                subject: "chinese".to_owned(),
                kind: SubjectKind::Common,
                campus: "hq".to_owned(),
                periods_per_week: Periods(f64::from(all - away) * 6.0),
            }],
            courses: vec![CourseTrainees {
                course: "driving".to_owned(),
                demand: Students(110.0),
                trainees: 98,
            }],
        }
    };
    terms.map(at).collect()
}

fn money() -> Vec<MoneyLine> {
    let mut money = Vec::new();
    let items = [
        (MoneyItem::Opening, 30.0),
        (MoneyItem::Building, 220.0),
        (MoneyItem::Running, 172.25),
        (MoneyItem::Teaching, 1834.4),
        (MoneyItem::Pay, 21.0),
        (MoneyItem::Penalty, 3.5),
        (MoneyItem::Income, 12_345.67),
        (MoneyItem::CourseCosts, 43.2),
        (MoneyItem::CourseFees, 75.6),
    ];
    for year in 2008..=2012 {
        for (item, amount) in items {
            money.push(MoneyLine { item, fiscal_year: year, amount_wan_yuan: Money(amount) });
        }
    }
    money
}

/// The name of one of the staff who are only counted.
fn chinese(number: i32) -> String {
    format!("县职校语文{number}号")
}

fn assignments() -> Vec<Assignment> {
    let lesson = |campus: &str, periods| Lesson {
        subject: "chinese".to_owned(),
        campus: campus.to_owned(),
        periods_per_week: Periods(periods),
    };
    let one = |person: String, lessons, visits| Assignment {
        person,
        from: term("2010-autumn"),
        until: term("2011-spring"),
        lessons,
        visits,
    };
    let visit = Visit { campus: "erzhong".to_owned(), weekdays: vec![2, 2, 4] };
    vec![
        one("zhang".to_owned(), vec![lesson("hq", 6.0), lesson("erzhong", 9.0)], vec![visit]),
        one(chinese(3), vec![lesson("erzhong", 12.0)], vec![]),
        one(chinese(26), vec![lesson("hq", 12.0)], vec![]),
    ]
}

fn class_teachers(classes: &[ClassPath]) -> Vec<ClassTeacher> {
    let entered = classes.iter().filter(|class| class.entry == term("2010-autumn"));
    entered
        .zip(4..)
        .map(|(class, number)| ClassTeacher {
            class: class.name.clone(),
            programme: class.programme.clone(),
            person: chinese(number),
            from: term("2010-autumn"),
            until: term("2012-autumn"),
        })
        .collect()
}

fn posts() -> Vec<Post> {
    let mut posts: Vec<Post> = (1..=40)
        .map(|number| Post {
            name: chinese(number),
            group: Some("chinese".to_owned()),
            person: None,
            subjects: vec!["chinese".to_owned()],
            campus_today: Some("hq".to_owned()),
            seats: vec![Seat {
                from: term("2008-spring"),
                campus: if number > 25 { "erzhong" } else { "hq" }.to_owned(),
            }],
            retrained: (number == 40)
                .then(|| Retrained { from: term("2009-autumn"), subject: "machining".to_owned() }),
            leaves: (number < 3).then(|| term("2010-autumn")),
            employer: None,
            title: None,
            leader: false,
        })
        .collect();
    posts.extend((1..=3).map(|number| Post {
        name: format!("机械专业招聘{number}号"),
        group: None,
        person: None,
        subjects: vec!["machining".to_owned()],
        campus_today: None,
        seats: vec![Seat { from: term("2008-autumn"), campus: "hq".to_owned() }],
        retrained: None,
        leaves: None,
        employer: None,
        title: None,
        leader: false,
    }));
    posts.push(Post {
        name: "张建国".to_owned(),
        group: Some("zhang".to_owned()),
        person: Some("zhang".to_owned()),
        subjects: vec!["machining".to_owned(), "chinese".to_owned()],
        campus_today: Some("shuren".to_owned()),
        seats: vec![Seat { from: term("2008-spring"), campus: "hq".to_owned() }],
        retrained: None,
        leaves: None,
        employer: None,
        title: None,
        leader: false,
    });
    posts
}

/// The plan.
// One literal, read from top to bottom.
#[allow(clippy::too_many_lines)]
pub fn plan(scenario: &Scenario) -> Plan {
    let classes = classes(scenario);
    let class_teachers = class_teachers(&classes);
    let admissions = PROGRAMMES.into_iter().enumerate().flat_map(|(index, (key, ..))| {
        (2008..=2012).map(move |year| Admission {
            programme: key.to_owned(),
            entry: term(&format!("{year}-autumn")),
            applicants: Students(90.0 + 7.0 * index as f64),
            projected: Some(Estimate { low: 80.0, likely: 90.0 + 7.0 * index as f64, high: 180.0 }),
            classes: 2,
            students: Students(95.0),
        })
    });
    let campuses = scenario.calendar.stage_ids().flat_map(|stage| {
        let from = scenario.calendar.start(stage);
        CAMPUSES.into_iter().map(move |(key, ..)| CampusUse {
            campus: key.to_owned(),
            from: TermKey(from),
            open: match key {
                "erzhong" => from < "2010-autumn".parse().unwrap(),
                "shuren" => from < "2008-autumn".parse().unwrap(),
                "new" => from >= "2010-autumn".parse().unwrap(),
                _ => true,
            },
        })
    });
    let tier = |part, value: f64, bound, gap, status| TierResult {
        parts: vec![TierPart { part, weight: 1.0 }],
        value,
        bound,
        gap,
        status,
        certificate: None,
    };
    let mut plan = Plan {
        format: FORMAT,
        program: Program { name: "campusplan".to_owned(), version: "0.1.0".to_owned() },
        scenario: ScenarioReference {
            name: scenario.name.zh.clone(),
            sha256: scenario.hash.clone(),
            lineage: scenario.lineage.clone(),
        },
        options: RunOptions {
            time_limit_seconds: Some(60.0),
            gap: 1e-4,
            step_limit: None,
            threads: 1,
            seed: 0,
            demand: Demand::Likely,
        },
        status: Status::TimeLimit,
        tiers: vec![
            tier(Part::Targets, 0.0, Some(0.0), Some(0.0), Status::GapReached),
            tier(Part::Cost, 12_345.6, Some(12_100.1), Some(0.019_885), Status::TimeLimit),
            tier(Part::Disruption, 850.0, Some(849.0), Some(0.001_176), Status::GapReached),
            tier(Part::Travel, 120.0, None, None, Status::TimeLimit),
        ],
        admissions: admissions.collect(),
        indicators: indicators(scenario, &classes),
        compliance: Vec::new(),
        watched: Vec::new(),
        classes,
        campuses: campuses.collect(),
        bands: vec![BandChoice { campus: "tv".to_owned(), programmes: vec![], first: 1, last: 4 }],
        built: [
            ("2008-autumn", 1),
            ("2009-autumn", 2),
            ("2010-autumn", 2),
            ("2011-autumn", 2),
            ("2012-autumn", 2),
        ]
        .map(|(from, modules)| Built {
            option: "machining_base".to_owned(),
            from: term(from),
            modules,
        })
        .into(),
        shipments: vec![Shipment {
            resource: "lathe".to_owned(),
            origin: "shuren".to_owned(),
            destination: "hq".to_owned(),
            at: term("2008-autumn"),
            units: 12,
        }],
        assets: Vec::new(),
        sharing: vec![Sharing {
            resource: "lathe".to_owned(),
            user: "erzhong".to_owned(),
            host: "hq".to_owned(),
            from: term("2008-autumn"),
            hours_per_week: Hours(384.0),
        }],
        hires: vec![Hire { subject: "machining".to_owned(), at: term("2008-autumn"), people: 3 }],
        posts: posts(),
        teaching: vec![Teaching {
            group: Some("chinese".to_owned()),
            subject: "chinese".to_owned(),
            campus: "hq".to_owned(),
            from: term("2008-spring"),
            until: None,
            periods_per_week: Periods(210.0),
        }],
        visiting: vec![Visiting {
            subject: "machining".to_owned(),
            base: "hq".to_owned(),
            host: "erzhong".to_owned(),
            from: term("2008-autumn"),
            periods_per_week: Periods(24.0),
        }],
        courses: (0..10)
            .flat_map(|at| {
                let term = TermKey(scenario.calendar.first.plus(at));
                [("driving", "tv", 98), ("farming", "farm", 60), ("farming", "hq", 12)].map(
                    |(course, campus, trainees)| Trainees {
                        course: course.to_owned(),
                        campus: campus.to_owned(),
                        term,
                        trainees,
                    },
                )
            })
            .collect(),
        part_time: vec![PartTime {
            subject: "machining".to_owned(),
            campus: "erzhong".to_owned(),
            from: term("2008-autumn"),
            periods_per_week: Periods(12.0),
        }],
        assignments: assignments(),
        class_teachers,
        duty: vec![DutyOrder {
            campus: "hq".to_owned(),
            term: term("2010-autumn"),
            leaders: vec!["zhang".to_owned()],
            class_teachers: (3..=25).map(chinese).collect(),
        }],
        exchanges: vec![Exchange {
            branch: "erzhong".to_owned(),
            from: term("2010-autumn"),
            out: chinese(3),
            back: chinese(26),
        }],
        missed_rules: vec![MissedRule {
            rule: Rule::Capacity,
            place: vec!["bed".to_owned(), "hq".to_owned()],
            term: Some(term("2009-autumn")),
            amount: 7.0,
        }],
        targets: (5..10)
            .map(|at| TargetResult {
                target: "registered".to_owned(),
                term: TermKey(scenario.calendar.first.plus(at)),
                metric: Metric::Registered,
                at_least: 3000.0,
                value: 2796.0,
                missed: 204.0,
            })
            .chain((5..10).map(|at| TargetResult {
                target: "classes".to_owned(),
                term: TermKey(scenario.calendar.first.plus(at)),
                metric: Metric::ClassesInSchool,
                at_least: 50.0,
                value: 50.0,
                missed: 0.0,
            }))
            .collect(),
        milestones: Vec::new(),
        accounts: Accounts {
            money: money(),
            cost_wan_yuan: Money(10_987.65),
            targets_percent: 3.2,
            students_moved: Students(1234.5),
            classes_moved: 32,
            staff_rebased: 16,
            disruption: 1554.5,
            student_hours: Hours(1200.0),
            home_hours: Hours(0.0),
            teacher_hours: Hours(80.0),
            deviation: None,
            intakes: None,
        },
    };
    campusplan::plan::count_heads(scenario, &mut plan);
    plan.milestones = campusplan::plan::milestones(scenario, &plan);
    plan.compliance = campusplan::plan::compliance(scenario, &plan);
    plan.watched = campusplan::plan::watched(scenario, &plan);
    plan.assets = campusplan::plan::assets(scenario, &plan);
    plan
}

/// A verification with one thing that does not hold.
pub fn broken() -> Verification {
    let mut verification = Verification::default();
    verification.compared.insert(Check::Rule(Rule::Capacity), 480);
    verification.compared.insert(Check::Accounts, 84);
    verification.violations.push(Violation {
        check: Check::Rule(Rule::Capacity),
        place: campusplan::domain::Text {
            zh: "宿舍床位，县职校".to_owned(),
            en: "Dormitory beds, County vocational school".to_owned(),
        },
        term: Some("2009-autumn".parse().unwrap()),
        left: 907.0,
        right: 900.0,
        excess: 7.0,
        message: campusplan::domain::Text {
            zh: "使用的床位不超过可用的床位（张）".to_owned(),
            en: "beds used at most beds available (beds)".to_owned(),
        },
    });
    verification
}
