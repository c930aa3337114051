//! Words for people by name.

words! {
    fn people_heading() { "人员安排" / "People by name" }
    fn people_note() {
        "每人的任教校区、学科、课时、走教日和起止学期见“人员安排表”和“任课安排”；用人单位不变。"
        / "Where, what and how much everybody teaches, from when until when and on which days they visit is in the tables of everybody and of who teaches what. The employer of record never changes."
    }
    fn roster_note(people: usize, named: usize, away: usize, term: &str) {
        "{term}在岗{people}人，其中名册实名{named}人，走教{away}人。"
        / "At work in {term}: {people} ⟨person|people⟩, {named} of them by the roster's names; {away} visit other campuses."
    }
    fn people_by_campus_title(term: &str) { "{term}各校区人员（人）" / "People by campus, {term}" }
    fn people_title() { "人员安排表（每人一行）" / "Everybody with bases, periods and visiting days, one line each" }
    fn assignments_title() { "任课安排（每人、起止、学科、校区）" / "Who teaches what where from when until when" }
    fn no_people() { "没有教职工。" / "No staff." }
    fn class_teachers_title(term: &str) { "班主任一览（{term}）" / "Class teachers, {term}" }
    fn class_teacher_terms_title() { "班主任一览（全期）" / "Class teachers of all terms" }
    fn no_class_teachers() { "没有班主任安排。" / "No class teachers." }
    fn duty_title(term: &str) { "值班表（{term}，按轮值顺序）" / "Duty, {term}, in the order of turns" }
    fn duty_orders_title() { "值班轮值顺序（全期）" / "Order of duty in all terms" }
    fn no_duty() { "没有值班安排。" / "Nobody is on duty." }
    fn exchanges_title() { "骨干交流表" / "People exchanged between the head school and its branches" }
    fn no_exchanges() { "没有骨干交流。" / "Nobody is exchanged." }
    fn subject_groups_title(term: &str) { "学科联组（{term}）" / "Joint subject groups, {term}" }
}

// Heads.
words! {
    fn employer() { "用人单位" / "Employer" }
    fn title_head() { "职称" / "Title" }
    fn dual_qualified() { "双师型" / "Doubly qualified" }
    fn leader() { "干部" / "Leader" }
    fn leaders() { "干部" / "Leaders" }
    fn based() { "在岗" / "Based" }
    fn recruits() { "新聘" / "Recruits" }
    fn backbone() { "高、中级" / "Senior or intermediate" }
    fn class_teacher() { "班主任" / "Class teacher" }
    fn class_teachers() { "班主任" / "Class teachers" }
    fn going() { "走出" / "Visit others" }
    fn coming() { "走入" / "Visit here" }
    fn exchanged_out() { "交流在外" / "On exchange" }
    fn mean_load() { "人均周课时" / "Periods each" }
    fn works_at() { "任教安排" / "Teaches" }
    fn visiting_days() { "走教日" / "Visiting days" }
    fn works_in() { "工作校区" / "Works at" }
    fn taught_at() { "授课校区" / "Taught at" }
    fn year_of_entry() { "年级" / "Entry" }
    fn turns() { "轮值" / "Turns" }
    fn days_a_week() { "每人每周至多（天）" / "Days a week at most" }
    fn branch() { "分部" / "Branch" }
    fn goes_out() { "总部派出" / "From the head school" }
    fn comes_back() { "分部派出" / "From the branch" }
    fn seniors() { "高级" / "Senior" }
    fn lead_campus() { "牵头校区" / "Lead campus" }
    fn by_campus() { "各校区人数" / "By campus" }
    fn week() { "周次" / "Week" }
    fn weekday_head() { "星期" / "Day" }
    fn role() { "职责" / "As" }
}

// Names.
words! {
    fn senior() { "高级" / "senior" }
    fn intermediate() { "中级" / "intermediate" }
    fn junior() { "初级" / "junior" }
    fn untitled() { "未定级" / "none" }
    fn yes() { "是" / "yes" }
    fn lesson(subject: &str, campus: &str, periods: &str) { "{subject}{periods}节（{campus}）" / "{subject} {periods} ({campus})" }
    fn in_terms(from: &str, until: &str, what: &str) { "{from}至{until}：{what}" / "{from} to {until}: {what}" }
    fn in_one_term(term: &str, what: &str) { "{term}：{what}" / "{term}: {what}" }
    fn days_at(campus: &str, days: &str) { "{campus}（{days}）" / "{campus} ({days})" }
    fn whole_day(day: &str) { "{day}全天" / "{day} all day" }
    fn half_day(day: &str) { "{day}半天" / "{day} half a day" }
    fn titled(name: &str, title: &str) { "{name}（{title}）" / "{name} ({title})" }
    fn at_campus(campus: &str, people: usize) { "{campus}{people}" / "{campus} {people}" }
    fn class_of(class: &str, name: &str) { "{class} {name}" / "{class} {name}" }
    fn week_of(week: usize, first: &str, last: &str) { "第{week}周（{first}至{last}）" / "Week {week} ({first} to {last})" }
    fn date_head() { "日期" / "Date" }
    fn on_duty(leaders: &str, teachers: &str) { "{leaders}；{teachers}" / "{leaders}; {teachers}" }
    fn rota_heading(campus: &str, term: &str) { "{campus} {term}值班表" / "Duty at {campus}, {term}" }
    fn rota_note(leaders: u32, teachers: u32, most: usize, least: usize) {
        "每个上课日干部{leaders}人、班主任{teachers}人；分号前为干部。全学期班主任每人{least}至{most}天。"
        / "{leaders} leaders and {teachers} class teachers on duty every school day; leaders stand first. Over the term each class teacher has {least} to {most} ⟨day|days⟩."
    }
    fn rota_title() { "逐周值班" / "Week by week" }
    fn rota_document(name: &str, term: &str) { "{name}：{term}值班表" / "{name}: duty, {term}" }
    fn no_rota() { "计划中没有值班安排" / "the plan has no duty rota" }
    fn no_rota_in(term: &str, first: &str, last: &str) {
        "计划中没有{term}的值班安排；规划期为{first}至{last}" / "the plan has no duty rota for {term}; its terms are {first} to {last}"
    }
    fn no_rota_at(campus: &str, known: &str) {
        "该学期没有校区“{campus}”的值班安排；有：{known}" / "there is no duty rota for campus `{campus}` in that term; there are: {known}"
    }
}

/// A school day, 1 is Monday.
#[must_use]
pub fn weekday(day: u32) -> crate::domain::Text {
    let (zh, en) = match day {
        1 => ("周一", "Mon"),
        2 => ("周二", "Tue"),
        3 => ("周三", "Wed"),
        4 => ("周四", "Thu"),
        5 => ("周五", "Fri"),
        6 => ("周六", "Sat"),
        _ => ("周日", "Sun"),
    };
    crate::domain::Text { zh: zh.to_owned(), en: en.to_owned() }
}

/// A professional title.
#[must_use]
pub fn title(title: crate::domain::Title) -> crate::domain::Text {
    match title {
        crate::domain::Title::Senior => senior(),
        crate::domain::Title::Intermediate => intermediate(),
        crate::domain::Title::Junior => junior(),
        crate::domain::Title::None => untitled(),
    }
}
