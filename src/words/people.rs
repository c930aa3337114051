//! Words for what is wrong with people named in a plan.

words! {
    /// A person whom the plan has no post for.
    fn nobody(key: &str) { "方案中没有“{key}”这个人" / "the plan has nobody called `{key}`" }
    /// One name for two posts.
    fn called_alike() { "两个岗位同名，无法区分" / "two posts are called alike" }
    /// Two entries for one person and stage.
    fn two_entries() { "同一阶段有两条安排" / "has two assignments in one stage" }
    /// An assignment that is not of whole stages.
    fn not_stages() { "起止学期不是阶段的起止" / "does not begin and end with a stage" }
    /// Somebody who does not work then.
    fn not_there() { "此时不在岗" / "does not work there then" }
    /// Somebody where they cannot be sent.
    fn barred() { "派往不能去的校区" / "is sent where they cannot be sent" }
    /// A post that differs from the roster.
    fn differs_from_roster() { "编制单位、职称或干部身份与情景不符" / "employer of record, title or being a leader differs from the scenario" }
    /// Periods of people with names.
    fn named() { "落实到人" / "named people teach" }
    /// Half-days at other campuses.
    fn half_days() { "走教半天数" / "half-days away" }
    /// Half-days that the periods take.
    fn half_days_due() { "课时需半天数" / "half-days for the periods" }
    /// Unit.
    fn half_days_unit() { "个半天" / "half-days" }
    /// Campuses on a day.
    fn campuses_a_day() { "一天到校区" / "campuses on one day" }
    /// Unit.
    fn campuses() { "个校区" / "campuses" }
    /// A day that is no school day.
    fn no_school_day(day: u32) { "第{day}天不是上课日" / "day {day} is no school day" }
    /// A day with too much.
    fn half_days_a_day() { "一天半天数" / "half-days on one day" }
    /// Half-days left for the own campus.
    fn half_days_home() { "本校区课时需半天数" / "half-days for the periods at their own campus" }
    /// Half-days left for the own campus.
    fn half_days_left() { "走教之外的半天数" / "half-days not away" }
    /// Class teachers of a class.
    fn class_teachers() { "班主任" / "class teachers" }
    /// Classes of a class teacher.
    fn classes_of_one() { "任班主任的班级" / "classes as class teacher" }
    /// A class that is not in school.
    fn not_in_school() { "该班此时不在校" / "the class is not in school then" }
    /// Somebody who cannot be class teacher.
    fn no_class_teacher() { "不能任该校区的班主任（不在该校区、是干部或正在交流）" / "cannot be class teacher there: based elsewhere, a leader, or exchanged" }
    /// A class that the plan does not have.
    fn no_class(key: &str) { "方案中没有班级“{key}”" / "the plan has no class `{key}`" }
    /// Orders of a campus and term.
    fn orders() { "值班表" / "duty rotas" }
    /// Unit.
    fn lists() { "份" / "lists" }
    /// Somebody who cannot be on duty.
    fn no_duty() { "不能在该校区值班" / "cannot be on duty there" }
    /// Somebody twice.
    fn twice_in_order() { "在同一值班表中出现两次" / "comes twice in one order" }
    /// A class teacher who is not on duty.
    fn spared() { "是班主任而没有排入值班" / "is class teacher there and left out" }
    /// A leader who is not on duty.
    fn leader_spared() { "是该校区干部而没有排入值班" / "is a leader there and left out" }
    /// Days of duty of one person a week.
    fn duty_days() { "一人每周值班" / "days on duty a week" }
    /// Unit.
    fn days() { "天" / "days" }
    /// People in an order.
    fn in_turn() { "轮值人数" / "people in turn" }
    /// Leaders in turn.
    fn leaders() { "干部" / "leaders" }
    /// Pairs.
    fn pairs() { "交流对数" / "pairs exchanged" }
    /// Unit.
    fn pairs_unit() { "对" / "pairs" }
    /// A pair that is not alike.
    fn not_alike() { "两人学科或工作量不同，不能对等交流" / "the two differ in subjects or load" }
    /// Somebody who cannot be exchanged.
    fn no_exchange() { "不能参加该校区的交流（不在该校区、是干部或新聘教师）" / "cannot be exchanged: based elsewhere, a leader or a recruit" }
    /// Somebody who is exchanged twice.
    fn again() { "连续两个阶段交流，或同一阶段交流两次" / "is exchanged in two stages in a row, or twice in one" }
    /// An exchange that the rule does not ask for.
    fn unasked() { "情景没有要求此项" / "the scenario does not ask for it" }
}
