//! Words for the verification: what two sides of a comparison are, in which
//! unit, and what is wrong where there is nothing to count.

use super::common::balance;
pub use super::common::term;
use crate::domain::Text;
use crate::plan::MoneyItem;

/// A number for readers: at most two decimals, more where it is small.
#[must_use]
pub fn number(value: f64) -> String {
    let size = value.abs();
    let text = if !size.is_finite() || size >= 1e12 {
        return format!("{value:e}");
    } else if size >= 0.01 {
        format!("{value:.2}")
    } else {
        format!("{value:.7}")
    };
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// Two numbers for readers, with as many decimals as tell them apart.
#[must_use]
pub fn numbers(one: f64, other: f64) -> [String; 2] {
    let told = [number(one), number(other)];
    if one.to_bits() == other.to_bits() || told[0] != told[1] || one.abs() >= 1e12 {
        return told;
    }
    let [one, other, _] = balance(one, other);
    [one, other]
}

words! {
    /// A fiscal year.
    fn year(year: i32) { "{year}年" / "{year}" }
    /// The left side is above the right.
    fn above(zh: &str, en: &str, zh_right: &str, en_right: &str, excess: &str, zh_unit: &str, en_unit: &str) {
        "{zh} > {zh_right}，超 {excess} {zh_unit}" / "{en} > {en_right}, by {excess} {en_unit}"
    }
    /// The two sides differ.
    fn differs(zh: &str, en: &str, zh_right: &str, en_right: &str, excess: &str, zh_unit: &str, en_unit: &str) {
        "{zh} ≠ {zh_right}，相差 {excess} {zh_unit}" / "{en} ≠ {en_right}, by {excess} {en_unit}"
    }
    /// A place in a term.
    fn in_term(zh: &str, en: &str, zh_term: &str, en_term: &str) { "{zh} {zh_term}" / "{en}, {en_term}" }
    /// A place and the left side of a comparison.
    fn side(zh: &str, en: &str, zh_left: &str, en_left: &str) { "{zh} {zh_left}" / "{en}: {en_left}" }
    /// A place and a statement about it.
    fn about(zh: &str, en: &str, zh_what: &str, en_what: &str) { "{zh}：{zh_what}" / "{en}: {en_what}" }
}

// Units.
words! {
    /// Students.
    fn students() { "人" / "students" }
    /// Classes.
    fn classes() { "个班" / "classes" }
    /// People.
    fn people() { "人" / "people" }
    /// Weekly periods.
    fn periods() { "节/周" / "periods a week" }
    /// Modules.
    fn modules() { "组" / "modules" }
    /// 10,000 yuan.
    fn wan_yuan() { "万元" / "×10,000 yuan" }
    /// Hours.
    fn hours() { "小时" / "hours" }
    /// Moves.
    fn moves() { "次" / "moves" }
    /// Openings.
    fn times() { "次" / "times" }
    /// Minutes.
    fn minutes() { "分钟" / "minutes" }
    /// Percent.
    fn percent() { "%" / "%" }
    /// Kilometres.
    fn kilometres() { "公里" / "km" }
    /// Points of a tier's value.
    fn points() { "分" / "points" }
    /// Hours a week or units of a resource.
    fn measure() { "单位" / "units" }
}

// Sides of a comparison.
words! {
    /// What is needed.
    fn need() { "需" / "needs" }
    /// What there is.
    fn have() { "有" / "has" }
    /// What is required at least.
    fn at_least() { "至少需" / "least" }
    /// What is allowed at most.
    fn at_most() { "至多" / "most" }
    /// What the plan has.
    fn actual() { "实为" / "is" }
    /// What it should be by the scenario.
    fn due() { "应为" / "should be" }
    /// What the plan states.
    fn stated() { "方案写" / "the plan states" }
    /// What comes out when it is recomputed.
    fn recomputed() { "核算" / "recomputed" }
    /// What the plan lists as missed of a rule with a price.
    fn missed() { "方案列出缺额" / "listed as missed" }
    /// What is really missed.
    fn really_missed() { "实际缺额" / "really missed" }
    /// Students admitted.
    fn admitted() { "录取" / "admitted" }
    /// Classes admitted.
    fn admitted_classes() { "开班" / "classes admitted" }
    /// Largest class size.
    fn size_most() { "班额上限" / "most by class size" }
    /// Smallest class size.
    fn size_least() { "班额下限需" / "least by class size" }
    /// Applicants.
    fn applicants() { "报名" / "applicants" }
    /// Students taken beyond a programme's own applicants.
    fn switched() { "调剂录取" / "admitted from the pool" }
    /// Applicants willing to switch.
    fn willing() { "愿调剂" / "willing to switch" }
    /// Classes moved.
    fn moved() { "搬迁" / "moved" }
    /// Units that stand somewhere.
    fn stock() { "存量" / "stock" }
    /// Students of a dissolved class who join others.
    fn joining() { "并入他班" / "join other classes" }
    /// Students of a class with those who have joined it.
    fn after_joining() { "并入后" / "with those who join" }
    /// Modules in service.
    fn in_service() { "在用" / "in service" }
    /// Modules in service a stage before.
    fn before() { "上一阶段" / "stage before" }
    /// Periods taught.
    fn taught() { "授课" / "teaches" }
    /// Classes that had their internship before.
    fn interned() { "已实习" / "interned before" }
    /// Classes never on internship in the plan.
    fn stays() { "方案中不实习" / "never away in the plan" }
    /// Most that staff may teach.
    fn load() { "工作量上限" / "load limit" }
    /// Periods taught away from the base.
    fn visiting() { "走教" / "visiting" }
    /// Staff posted.
    fn posted() { "在岗" / "posted" }
    /// Staff employed.
    fn employed() { "在编" / "employed" }
    /// Recruits.
    fn recruited() { "招聘" / "recruited" }
    /// Staff re-based.
    fn rebased() { "调动" / "re-based" }
    /// Travel time.
    fn travel() { "路程" / "the way takes" }
    /// Capital spent so far.
    fn capital_spent() { "累计基建支出" / "capital spent so far" }
    /// Capital granted so far.
    fn capital_granted() { "累计基建拨款" / "capital granted so far" }
    /// Running cost less income.
    fn running_net() { "经常支出减收入" / "running cost less income" }
    /// Running grant.
    fn running_grant() { "经常拨款" / "running grant" }
    /// Times a campus opens.
    fn opened() { "启用" / "opens" }
    /// The bound of a tier.
    fn bound() { "下界" / "bound" }
    /// The ceiling of a tier.
    fn ceiling() { "上限" / "ceiling" }
    /// The value of a tier.
    fn value() { "目标值" / "value" }
}

// What is wrong where there is nothing to count.
words! {
    /// A key that the scenario does not have.
    fn unknown(key: &str) { "情景中没有“{key}”" / "the scenario has no `{key}`" }
    /// A term outside the horizon.
    fn outside(key: &str) { "{key} 不在规划期内" / "{key} is outside the horizon" }
    /// A term that starts no stage.
    fn no_stage(key: &str) { "{key} 不是阶段的第一学期" / "no stage starts in {key}" }
    /// A number that cannot be.
    fn no_amount(value: &str) { "{value} 不是合理的数（应为不小于 0 的有限数）" / "{value} is no sensible amount (finite, not negative)" }
    /// An entry that comes twice.
    fn twice() { "重复" / "comes twice" }
    /// A line that is neither one thing nor the other.
    fn no_entry() { "应写asset或bought之一" / "must have one of `asset` and `bought`" }
    /// An entry that is missing.
    fn absent() { "方案中缺此项" / "is missing from the plan" }
    /// Another version of the format.
    fn format() { "方案格式版本不符" / "the plan has another format version" }
    /// Made from another scenario.
    fn other_scenario() { "方案不是由此情景文件得出的" / "the plan was made from another scenario file" }
    /// Put together from something else.
    fn other_lineage() { "方案的来历与此情景文件不符" / "the plan was made from other overlays or changes" }
    /// Class names.
    fn class_names(expected: &str) { "班级名称中缺“{expected}”" / "no class is called {expected}" }
    /// A class that the scenario neither has nor can admit.
    fn no_cohort(key: &str) { "情景中没有这一届：{key}" / "the scenario has no such cohort: {key}" }
    /// A class without a campus.
    fn no_seat() { "没有安置校区" / "has no campus" }
    /// A path out of order.
    fn seat_order() { "安置起始学期有误" / "a seat starts in a wrong term" }
    /// A programme not allowed at a campus.
    fn not_allowed(zh: &str, en: &str) { "不得设在{zh}" / "may not be taught at {en}" }
    /// A move away from a stage start.
    fn move_in_stage() { "搬迁不在阶段起点" / "moves within a stage" }
    /// A move to the same campus.
    fn move_nowhere() { "搬迁前后校区相同" / "moves to where it is" }
    /// A move in the last year.
    fn move_in_last_year() { "在毕业学年搬迁" / "moves in its last school year" }
    /// A class that the plan does not have.
    fn unknown_class(key: &str) { "方案中该专业没有班级“{key}”" / "the plan has no class `{key}` of the programme" }
    /// A merging where none is allowed.
    fn merges_nowhere() { "情景不允许并班" / "the scenario allows no merging" }
    /// A merging away from a stage start.
    fn merges_in_stage() { "并班不在阶段起点" / "is merged within a stage" }
    /// A merging of a class that is not there.
    fn merges_unregistered() { "并班时或前一学期不在册" / "is not on the register when it is merged, or just before" }
    /// A merging in the last year.
    fn merges_in_last_year() { "在毕业学年并班" / "is merged in its last school year" }
    /// A merging in a cohort that differs in internship.
    fn merges_mixed() { "该届部分班级已实习，不得并班" / "is of a cohort of which some classes have had their internship, which merges none" }
    /// A merging with a wrong class.
    fn merges_with_other() { "并入的不是同届继续保留、只在此时并入的另一个班" / "joins a class that is of another cohort, dissolved itself or joined at another time" }
    /// A merging between campuses.
    fn merges_between() { "并班前不在同一校区" / "sat on another campus before" }
    /// A merging with a class that differs in internship.
    fn merges_away() { "并班时实习进度不同，或正在实习" / "differs in its internship, or is in the midst of it" }
    /// An internship that is not allowed.
    fn away(terms: &str) { "实习学期不合规定：{terms}" / "its internship terms are not allowed: {terms}" }
    /// A campus that may not be used.
    fn unusable() { "此时不得使用该校区" / "the campus may not be used then" }
    /// A campus that is closed.
    fn closed() { "校区未启用" / "the campus is not open" }
    /// A campus that must be open.
    fn must_open() { "校区应启用而未启用" / "the campus must be open" }
    /// A campus that is not open or closed as asked for.
    fn not_as_held() { "校区启用情况与指定不符" / "the campus is not open or closed as asked for" }
    /// A campus that may not close.
    fn not_closable() { "校区不得停用" / "the campus may not close" }
    /// A resource that may not be shared.
    fn not_shareable() { "该资源不得跨校区共用" / "the resource may not be shared" }
    /// No road.
    fn no_road() { "两校区之间无路可通" / "there is no road between the campuses" }
    /// The same campus twice.
    fn same_campus() { "起止为同一校区" / "both are the same campus" }
    /// A resource that cannot move.
    fn not_movable() { "该资源不可搬运" / "the resource cannot move" }
    /// Built too early.
    fn too_early() { "建设来不及按时投用" / "cannot be in service so early" }
    /// A subject the staff are not qualified for.
    fn not_qualified() { "无任教资格" / "not qualified for the subject" }
    /// A subject that nobody can be bought for.
    fn no_part_time() { "该学科不得聘兼职教师" / "part-time teachers cannot be had for this subject" }
    /// Periods bought.
    fn bought() { "兼职课时" / "bought from part-time teachers" }
    /// People who change subject.
    fn retrained() { "转岗" / "retrained" }
    /// A change of subject that there is no course for.
    fn no_course() { "没有这样的转岗培训" / "there is no course for this change of subject" }
    /// Someone who retrains and leaves.
    fn retrained_leaves() { "规划期内离岗的人不参加转岗培训" / "who leaves within the horizon does not retrain" }
    /// A training that would have begun before the horizon.
    fn begun_too_early() { "培训来不及在此前完成" / "the training cannot be over by then" }
    /// A post that differs from the scenario's.
    fn post_differs() { "岗位与情景不符（学科、原校区或离岗学期）" / "the post differs from the scenario (subjects, campus today or leaving)" }
    /// A post without a base.
    fn no_base() { "在岗而无工作校区" / "works without a base" }
    /// A base that changes when its holder leaves.
    fn leaves() { "离岗阶段仍被调动" / "is re-based in the stage of leaving" }
    /// A base that changes at a wrong time.
    fn base_order() { "工作校区起始学期有误" / "a base starts in a wrong term" }
    /// No recruiting for a subject.
    fn no_hiring() { "该学科不得招聘" / "nobody may be recruited for the subject" }
    /// A missed rule that is not one.
    fn not_missed() { "该处无可缺额的规则，或规则不得缺额" / "no rule is missed there, or it may not be missed" }
    /// Parts of a tier.
    fn tier_parts() { "目标层次与情景不符" / "the tiers differ from the scenario's" }
    /// A gap without a bound or the other way round.
    fn gap_without_bound() { "界与差距应同时给出" / "bound and gap must come together" }
    /// A bound that says nothing.
    fn bound_of_nothing() { "下界为负，对不会为负的目标没有意义" / "a negative bound says nothing of an amount" }
    /// How a tier ended is not borne out by its bound.
    fn status_unproven() { "结束状态与下界、差距不符" / "how it ended is not borne out by its bound and gap" }
    /// The plan's status is not that of its worst tier.
    fn not_the_worst() { "结束状态与各层目标中最差的不一致" / "is not how the worst of the tiers ended" }
    /// Another title.
    fn other_title() { "方案名称与情景不符" / "is not the title of the scenario" }
    /// Not of this program.
    fn other_program() { "不是本程序的名称" / "is not the name of this program" }
    /// No version.
    fn no_version() { "不是版本号" / "is no version" }
    /// An option that no run could have.
    fn option_outside() { "求解选项超出允许范围" / "is outside what an option of a run may be" }
    /// Lines out of order.
    fn order() { "各项未按情景中的次序排列" / "the lines are not in the order of the scenario" }
    /// A line of nothing.
    fn line_of_nothing() { "数量为零的项不应列出" / "a line of nothing must not be listed" }
    /// A short course where it may not be given.
    fn no_course_here(zh: &str, en: &str) { "不得在{zh}举办" / "may not be given at {en}" }
    /// A label that differs.
    fn label_differs() { "类别与情景不符" / "the kind differs from the scenario's" }
}

// Milestones.
words! {
    /// Day on which work begins.
    fn milestone_begins() { "开工日" / "begins" }
    /// Day on which it is reached.
    fn milestone_date() { "完成日" / "reached" }
    /// Day on which it could be reached at the earliest.
    fn milestone_earliest() { "最早完成日" / "at the earliest" }
    /// Day on which it is due.
    fn milestone_due() { "限期" / "due" }
    /// A day that differs.
    fn day_differs(stated: &str, due: &str) {
        "方案写 {stated}，核算为 {due}" / "the plan states {stated}, recomputed {due}"
    }
    /// Days late that differ.
    fn late_differs(stated: i64, due: i64) {
        "方案写晚 {stated} 天，核算为 {due} 天" / "the plan states {stated} days late, recomputed {due}"
    }
    /// A term that differs.
    fn milestone_term() { "学期与核算不符" / "the term differs from what is recomputed" }
    /// A status that differs.
    fn milestone_status() { "完成情况与核算不符" / "how it stands differs from what is recomputed" }
    /// What it waits for differs.
    fn milestone_waits() { "未完成的前置事项与核算不符" / "what it waits for differs from what is recomputed" }
}

// Lines of accounts and indicators.
words! {
    /// Discounted cost.
    fn cost() { "成本" / "cost" }
    /// Targets part.
    fn targets() { "目标缺口" / "target shortfall" }
    /// Students moved.
    fn students_moved() { "搬迁学生" / "students moved" }
    /// Classes moved.
    fn classes_moved() { "搬迁班级" / "classes moved" }
    /// Staff re-based.
    fn staff_rebased() { "调动教职工" / "staff re-based" }
    /// Disruption.
    fn disruption() { "扰动" / "disruption" }
    /// Decisions changed from a plan to be kept.
    fn deviation() { "偏离所沿用的计划" / "deviation from the plan kept" }
    /// Student hours on the road.
    fn student_hours() { "学生路途" / "student travel" }
    /// Student hours between home and campus.
    fn home_hours() { "家校路途" / "travel between home and campus" }
    /// Teacher hours on the road.
    fn teacher_hours() { "教师路途" / "teacher travel" }
    /// A tier of the objective.
    fn tier(number: usize) { "第 {number} 层目标" / "tier {number}" }
    /// Gap of a tier.
    fn gap(number: usize) { "第 {number} 层差距" / "gap of tier {number}" }
    /// Classes on the register.
    fn classes_registered() { "在册班级" / "classes registered" }
    /// Classes in school.
    fn classes_in_school() { "在校班级" / "classes in school" }
    /// Registered students.
    fn registered() { "在册生" / "registered students" }
    /// Students in school.
    fn students_in_school() { "在校生" / "students in school" }
    /// Students on internship.
    fn on_internship() { "实习学生" / "students on internship" }
    /// Boarders.
    fn boarders() { "住宿生" / "boarders" }
    /// Students lost in a term.
    fn attrition() { "流失" / "attrition" }
    /// Trainees of short courses.
    fn trainees() { "学员" / "trainees" }
    /// Use of a resource.
    fn used() { "使用" / "use" }
    /// Capacity of a resource.
    fn available() { "容量" / "capacity" }
    /// Periods needed.
    fn periods_needed() { "需课时" / "periods needed" }
    /// The whole plan.
    fn whole_plan() { "全方案" / "the plan" }
    /// All campuses.
    fn all_campuses() { "各校区" / "all campuses" }
    /// Recruiting over all subjects.
    fn all_subjects() { "各学科" / "all subjects" }
    /// Recruits as holders of posts.
    fn recruits() { "新聘教师" / "recruits" }
    /// Capital money.
    fn capital() { "基建资金" / "capital" }
    /// Running money.
    fn running() { "经常资金" / "running money" }
}

// Sums of money.
words! {
    /// Opening campuses.
    fn money_opening() { "启用校区" / "opening campuses" }
    /// Closing campuses.
    fn money_closing() { "停用校区" / "closing campuses" }
    /// Building.
    fn money_building() { "建设" / "building" }
    /// Moving equipment.
    fn money_shipping() { "设备搬运" / "moving equipment" }
    /// Moving classes.
    fn money_relocation() { "班级搬迁" / "moving classes" }
    /// Merging classes.
    fn money_merging() { "并班" / "merging classes" }
    /// Running campuses.
    fn money_running() { "校区运行" / "running campuses" }
    /// Upkeep.
    fn money_upkeep() { "维护" / "upkeep" }
    /// Teaching.
    fn money_teaching() { "教学" / "teaching" }
    /// Costs of short courses.
    fn money_course_costs() { "培训成本" / "costs of courses" }
    /// Fees of short courses.
    fn money_course_fees() { "培训收费" / "course fees" }
    /// Recruiting.
    fn money_hiring() { "招聘" / "recruiting" }
    /// Pay of recruits.
    fn money_pay() { "新聘薪酬" / "pay of recruits" }
    /// Training of those who change subject.
    fn money_training() { "转岗培训" / "retraining" }
    /// Pay of part-time teachers.
    fn money_part_time() { "兼职教师课酬" / "part-time teachers" }
    /// Buses.
    fn money_busing() { "学生接送" / "buses" }
    /// Visiting teachers.
    fn money_visiting() { "走教交通" / "visiting teachers" }
    /// Prices of missed rules.
    fn money_penalty() { "缺额罚价" / "prices of missed rules" }
    /// Income.
    fn money_income() { "收入" / "income" }
}

/// What a sum of money is for.
#[must_use]
pub fn money(item: MoneyItem) -> Text {
    match item {
        MoneyItem::Opening => money_opening(),
        MoneyItem::Closing => money_closing(),
        MoneyItem::Building => money_building(),
        MoneyItem::Shipping => money_shipping(),
        MoneyItem::Relocation => money_relocation(),
        MoneyItem::Merging => money_merging(),
        MoneyItem::Running => money_running(),
        MoneyItem::Upkeep => money_upkeep(),
        MoneyItem::Teaching => money_teaching(),
        MoneyItem::CourseCosts => money_course_costs(),
        MoneyItem::CourseFees => money_course_fees(),
        MoneyItem::Hiring => money_hiring(),
        MoneyItem::Pay => money_pay(),
        MoneyItem::Training => money_training(),
        MoneyItem::PartTime => money_part_time(),
        MoneyItem::Busing => money_busing(),
        MoneyItem::Visiting => money_visiting(),
        MoneyItem::Penalty => money_penalty(),
        MoneyItem::Income => money_income(),
    }
}
