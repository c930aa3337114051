//! Words for what is wrong with people named in a plan.

words! {
    fn nobody(key: &str) { "方案中没有“{key}”这个人" / "the plan has nobody called `{key}`" }
    fn called_alike() { "两个岗位同名，无法区分" / "two posts are called alike" }
    fn two_entries() { "同一阶段有两条安排" / "has two assignments in one stage" }
    fn not_stages() { "起止学期不是阶段的起止" / "does not begin and end with a stage" }
    fn not_there() { "此时不在岗" / "does not work there then" }
    fn barred() { "派往不能去的校区" / "is sent where they cannot be sent" }
    fn differs_from_roster() { "用人单位、职称或干部身份与情景不符" / "employer of record, title or being a leader differs from the scenario" }
    fn named() { "落实到人" / "named people teach" }
    fn half_days() { "走教半天数" / "half-days away" }
    fn half_days_due() { "课时需半天数" / "half-days for the periods" }
    fn half_days_unit() { "个半天" / "half-days" }
    fn campuses_a_day() { "一天到校区" / "campuses on one day" }
    fn campuses() { "个校区" / "campuses" }
    fn no_school_day(day: u32) { "第{day}天不是上课日" / "day {day} is no school day" }
    fn half_days_a_day() { "一天半天数" / "half-days on one day" }
    fn half_days_home() { "本校区课时需半天数" / "half-days for the periods at their own campus" }
    fn half_days_left() { "走教之外的半天数" / "half-days not away" }
    fn class_teachers() { "班主任" / "class teachers" }
    fn classes_of_one() { "任班主任的班级" / "classes as class teacher" }
    fn not_in_school() { "该班此时不在校" / "the class is not in school then" }
    fn no_class_teacher() { "不能任该校区的班主任（不在该校区、是干部或正在交流）" / "cannot be class teacher there: based elsewhere, a leader, or exchanged" }
    fn no_class(key: &str) { "方案中没有班级“{key}”" / "the plan has no class `{key}`" }
    fn orders() { "值班表" / "duty rotas" }
    fn lists() { "份" / "lists" }
    fn no_duty() { "不能在该校区值班" / "cannot be on duty there" }
    fn twice_in_order() { "在同一值班表中出现两次" / "comes twice in one order" }
    fn spared() { "是班主任而没有排入值班" / "is class teacher there and left out" }
    fn leader_spared() { "是该校区干部而没有排入值班" / "is a leader there and left out" }
    fn duty_days() { "一人每周值班" / "days on duty a week" }
    fn days() { "天" / "days" }
    fn in_turn() { "轮值人数" / "people in turn" }
    fn leaders() { "干部" / "leaders" }
    fn pairs() { "交流对数" / "pairs exchanged" }
    fn pairs_unit() { "对" / "pairs" }
    fn not_alike() { "两人学科或工作量不同，不能对等交流" / "the two differ in subjects or load" }
    fn no_exchange() { "不能参加该校区的交流（不在该校区、是干部或新聘教师）" / "cannot be exchanged: based elsewhere, a leader or a recruit" }
    fn again() { "连续两个阶段交流，或同一阶段交流两次" / "is exchanged in two stages in a row, or twice in one" }
    fn unasked() { "情景没有要求此项" / "the scenario does not ask for it" }
}
