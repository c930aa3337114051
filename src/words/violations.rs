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
    fn year(year: i32) { "{year}年" / "{year}" }
    fn above(zh: &str, en: &str, zh_right: &str, en_right: &str, excess: &str, zh_unit: &str, en_unit: &str) {
        "{zh} > {zh_right}，超 {excess} {zh_unit}" / "{en} > {en_right}, by {excess} {en_unit}"
    }
    fn differs(zh: &str, en: &str, zh_right: &str, en_right: &str, excess: &str, zh_unit: &str, en_unit: &str) {
        "{zh} ≠ {zh_right}，相差 {excess} {zh_unit}" / "{en} ≠ {en_right}, by {excess} {en_unit}"
    }
    fn in_term(zh: &str, en: &str, zh_term: &str, en_term: &str) { "{zh} {zh_term}" / "{en}, {en_term}" }
    fn side(zh: &str, en: &str, zh_left: &str, en_left: &str) { "{zh} {zh_left}" / "{en}: {en_left}" }
    fn about(zh: &str, en: &str, zh_what: &str, en_what: &str) { "{zh}：{zh_what}" / "{en}: {en_what}" }
}

// Units.
words! {
    fn students() { "人" / "students" }
    fn classes() { "个班" / "classes" }
    fn people() { "人" / "people" }
    fn periods() { "节/周" / "periods a week" }
    fn modules() { "组" / "modules" }
    fn wan_yuan() { "万元" / "×10,000 yuan" }
    fn hours() { "小时" / "hours" }
    fn moves() { "次" / "moves" }
    fn times() { "次" / "times" }
    fn minutes() { "分钟" / "minutes" }
    fn percent() { "%" / "%" }
    fn kilometres() { "公里" / "km" }
    fn points() { "分" / "points" }
    fn measure() { "单位" / "units" }
}

// Sides of a comparison.
words! {
    fn need() { "需" / "needs" }
    fn have() { "有" / "has" }
    fn at_least() { "至少需" / "least" }
    fn at_most() { "至多" / "most" }
    fn actual() { "实为" / "is" }
    fn due() { "应为" / "should be" }
    fn stated() { "方案写" / "the plan states" }
    fn recomputed() { "核算" / "recomputed" }
    fn missed() { "方案列出缺额" / "listed as missed" }
    fn really_missed() { "实际缺额" / "really missed" }
    fn admitted() { "录取" / "admitted" }
    fn admitted_classes() { "开班" / "classes admitted" }
    fn size_most() { "班额上限" / "most by class size" }
    fn size_least() { "班额下限需" / "least by class size" }
    fn applicants() { "报名" / "applicants" }
    fn switched() { "调剂录取" / "admitted from the pool" }
    fn willing() { "愿调剂" / "willing to switch" }
    fn moved() { "搬迁" / "moved" }
    fn stock() { "存量" / "stock" }
    fn joining() { "并入他班" / "join other classes" }
    fn after_joining() { "并入后" / "with those who join" }
    fn in_service() { "在用" / "in service" }
    fn before() { "上一阶段" / "stage before" }
    fn taught() { "授课" / "teaches" }
    fn interned() { "已实习" / "interned before" }
    fn stays() { "方案中不实习" / "never away in the plan" }
    fn load() { "工作量上限" / "load limit" }
    fn visiting() { "走教" / "visiting" }
    fn posted() { "在岗" / "posted" }
    fn employed() { "在编" / "employed" }
    fn recruited() { "招聘" / "recruited" }
    fn rebased() { "调动" / "re-based" }
    fn travel() { "路程" / "the way takes" }
    fn capital_spent() { "累计基建支出" / "capital spent so far" }
    fn capital_granted() { "累计基建拨款" / "capital granted so far" }
    fn running_net() { "经常支出减收入" / "running cost less income" }
    fn running_grant() { "经常拨款" / "running grant" }
    fn opened() { "启用" / "opens" }
    fn bound() { "下界" / "bound" }
    fn ceiling() { "上限" / "ceiling" }
    fn value() { "目标值" / "value" }
}

// What is wrong where there is nothing to count.
words! {
    fn unknown(key: &str) { "情景中没有“{key}”" / "the scenario has no `{key}`" }
    fn outside(key: &str) { "{key} 不在规划期内" / "{key} is outside the horizon" }
    fn no_stage(key: &str) { "{key} 不是阶段的第一学期" / "no stage starts in {key}" }
    fn no_amount(value: &str) { "{value} 不是合理的数（应为不小于 0 的有限数）" / "{value} is no sensible amount (finite, not negative)" }
    fn twice() { "重复" / "comes twice" }
    fn no_entry() { "应写asset或bought之一" / "must have one of `asset` and `bought`" }
    fn absent() { "方案中缺此项" / "is missing from the plan" }
    fn format() { "方案格式版本不符" / "the plan has another format version" }
    fn other_scenario() { "方案不是由此情景文件得出的" / "the plan was made from another scenario file" }
    fn other_lineage() { "方案的来历与此情景文件不符" / "the plan was made from other overlays or changes" }
    fn class_names(expected: &str) { "班级名称中缺“{expected}”" / "no class is called {expected}" }
    fn no_cohort(key: &str) { "情景中没有这一届：{key}" / "the scenario has no such cohort: {key}" }
    fn no_seat() { "没有安置校区" / "has no campus" }
    fn seat_order() { "安置起始学期有误" / "a seat starts in a wrong term" }
    fn not_allowed(zh: &str, en: &str) { "不得设在{zh}" / "may not be taught at {en}" }
    fn move_in_stage() { "搬迁不在阶段起点" / "moves within a stage" }
    fn move_nowhere() { "搬迁前后校区相同" / "moves to where it is" }
    fn move_in_last_year() { "在毕业学年搬迁" / "moves in its last school year" }
    fn unknown_class(key: &str) { "方案中该专业没有班级“{key}”" / "the plan has no class `{key}` of the programme" }
    fn merges_nowhere() { "情景不允许并班" / "the scenario allows no merging" }
    fn merges_in_stage() { "并班不在阶段起点" / "is merged within a stage" }
    fn merges_unregistered() { "并班时或前一学期不在册" / "is not on the register when it is merged, or just before" }
    fn merges_in_last_year() { "在毕业学年并班" / "is merged in its last school year" }
    fn merges_mixed() { "该届部分班级已实习，不得并班" / "is of a cohort of which some classes have had their internship, which merges none" }
    fn merges_with_other() { "并入的不是同届继续保留、只在此时并入的另一个班" / "joins a class that is of another cohort, dissolved itself or joined at another time" }
    fn merges_between() { "并班前不在同一校区" / "sat on another campus before" }
    fn merges_away() { "并班时实习进度不同，或正在实习" / "differs in its internship, or is in the midst of it" }
    fn away(terms: &str) { "实习学期不合规定：{terms}" / "its internship terms are not allowed: {terms}" }
    fn unusable() { "此时不得使用该校区" / "the campus may not be used then" }
    fn closed() { "校区未启用" / "the campus is not open" }
    fn must_open() { "校区应启用而未启用" / "the campus must be open" }
    fn not_as_held() { "校区启用情况与指定不符" / "the campus is not open or closed as asked for" }
    fn not_closable() { "校区不得停用" / "the campus may not close" }
    fn not_shareable() { "该资源不得跨校区共用" / "the resource may not be shared" }
    fn no_road() { "两校区之间无路可通" / "there is no road between the campuses" }
    fn same_campus() { "起止为同一校区" / "both are the same campus" }
    fn not_movable() { "该资源不可搬运" / "the resource cannot move" }
    fn too_early() { "建设来不及按时投用" / "cannot be in service so early" }
    fn not_qualified() { "无任教资格" / "not qualified for the subject" }
    fn no_part_time() { "该学科不得聘兼职教师" / "part-time teachers cannot be had for this subject" }
    fn bought() { "兼职课时" / "bought from part-time teachers" }
    fn retrained() { "转岗" / "retrained" }
    fn no_course() { "没有这样的转岗培训" / "there is no course for this change of subject" }
    fn retrained_leaves() { "规划期内离岗的人不参加转岗培训" / "who leaves within the horizon does not retrain" }
    fn begun_too_early() { "培训来不及在此前完成" / "the training cannot be over by then" }
    fn post_differs() { "岗位与情景不符（学科、原校区或离岗学期）" / "the post differs from the scenario (subjects, campus today or leaving)" }
    fn no_base() { "在岗而无工作校区" / "works without a base" }
    fn leaves() { "离岗阶段仍被调动" / "is re-based in the stage of leaving" }
    fn base_order() { "工作校区起始学期有误" / "a base starts in a wrong term" }
    fn no_hiring() { "该学科不得招聘" / "nobody may be recruited for the subject" }
    fn not_missed() { "该处无可缺额的规则，或规则不得缺额" / "no rule is missed there, or it may not be missed" }
    fn tier_parts() { "目标层次与情景不符" / "the tiers differ from the scenario's" }
    fn gap_without_bound() { "界与差距应同时给出" / "bound and gap must come together" }
    fn bound_of_nothing() { "下界为负，对不会为负的目标没有意义" / "a negative bound says nothing of an amount" }
    fn status_unproven() { "结束状态与下界、差距不符" / "how it ended is not borne out by its bound and gap" }
    fn not_the_worst() { "结束状态与各层目标中最差的不一致" / "is not how the worst of the tiers ended" }
    fn other_title() { "方案名称与情景不符" / "is not the title of the scenario" }
    fn other_program() { "不是本程序的名称" / "is not the name of this program" }
    fn no_version() { "不是版本号" / "is no version" }
    fn option_outside() { "求解选项超出允许范围" / "is outside what an option of a run may be" }
    fn order() { "各项未按情景中的次序排列" / "the lines are not in the order of the scenario" }
    fn line_of_nothing() { "数量为零的项不应列出" / "a line of nothing must not be listed" }
    fn no_course_here(zh: &str, en: &str) { "不得在{zh}举办" / "may not be given at {en}" }
    fn label_differs() { "类别与情景不符" / "the kind differs from the scenario's" }
}

// Milestones.
words! {
    fn milestone_begins() { "开工日" / "begins" }
    fn milestone_date() { "完成日" / "reached" }
    fn milestone_earliest() { "最早完成日" / "at the earliest" }
    fn milestone_due() { "限期" / "due" }
    fn day_differs(stated: &str, due: &str) {
        "方案写 {stated}，核算为 {due}" / "the plan states {stated}, recomputed {due}"
    }
    fn late_differs(stated: i64, due: i64) {
        "方案写晚 {stated} 天，核算为 {due} 天" / "the plan states {stated} ⟨day|days⟩ late, recomputed {due}"
    }
    fn milestone_term() { "学期与核算不符" / "the term differs from what is recomputed" }
    fn milestone_status() { "完成情况与核算不符" / "how it stands differs from what is recomputed" }
    fn milestone_waits() { "未完成的前置事项与核算不符" / "what it waits for differs from what is recomputed" }
}

// Lines of accounts and indicators.
words! {
    fn cost() { "成本" / "cost" }
    fn targets() { "目标缺口" / "target shortfall" }
    fn students_moved() { "搬迁学生" / "students moved" }
    fn classes_moved() { "搬迁班级" / "classes moved" }
    fn staff_rebased() { "调动教职工" / "staff re-based" }
    fn disruption() { "扰动" / "disruption" }
    fn swing() { "招生起伏" / "swing of intakes" }
    fn turned_away_parts() { "无处录取的考生" / "applicants without a place" }
    fn margins() { "生源按低案的目标缺口" / "shortfall under the low forecast" }
    fn deviation() { "偏离所沿用的计划" / "deviation from the plan kept" }
    fn student_hours() { "学生路途" / "student travel" }
    fn home_hours() { "家校路途" / "travel between home and campus" }
    fn teacher_hours() { "教师路途" / "teacher travel" }
    fn tier(number: usize) { "第 {number} 层目标" / "tier {number}" }
    fn gap(number: usize) { "第 {number} 层差距" / "gap of tier {number}" }
    fn classes_registered() { "在册班级" / "classes registered" }
    fn classes_in_school() { "在校班级" / "classes in school" }
    fn registered() { "在册生" / "registered students" }
    fn students_in_school() { "在校生" / "students in school" }
    fn on_internship() { "实习学生" / "students on internship" }
    fn boarders() { "住宿生" / "boarders" }
    fn attrition() { "流失" / "attrition" }
    fn trainees() { "学员" / "trainees" }
    fn used() { "使用" / "use" }
    fn available() { "容量" / "capacity" }
    fn periods_needed() { "需课时" / "periods needed" }
    fn whole_plan() { "全方案" / "the plan" }
    fn all_campuses() { "各校区" / "all campuses" }
    fn all_subjects() { "各学科" / "all subjects" }
    fn recruits() { "新聘教师" / "recruits" }
    fn capital() { "基建资金" / "capital" }
    fn running() { "经常资金" / "running money" }
}

// Sums of money.
words! {
    fn money_opening() { "启用校区" / "opening campuses" }
    fn money_closing() { "停用校区" / "closing campuses" }
    fn money_building() { "建设" / "building" }
    fn money_shipping() { "设备搬运" / "moving equipment" }
    fn money_relocation() { "班级搬迁" / "moving classes" }
    fn money_merging() { "并班" / "merging classes" }
    fn money_running() { "校区运行" / "running campuses" }
    fn money_staff() { "现有教职工工资" / "pay of the present staff" }
    fn money_posts() { "干部、后勤岗位工资" / "pay of leaders' and support posts" }
    fn money_vacant() { "空置校舍维护" / "upkeep of vacant premises" }
    fn money_release() { "腾退校舍处置费" / "releasing vacated premises" }
    fn money_rent() { "腾退校舍出租收入" / "rent of vacated premises" }
    fn money_sale() { "腾退校舍出售收入" / "sale of vacated premises" }
    fn money_upkeep() { "维护" / "upkeep" }
    fn money_teaching() { "教学" / "teaching" }
    fn money_course_costs() { "培训成本" / "costs of courses" }
    fn money_course_fees() { "培训收费" / "course fees" }
    fn money_hiring() { "招聘" / "recruiting" }
    fn money_pay() { "新聘薪酬" / "pay of recruits" }
    fn money_training() { "转岗培训" / "retraining" }
    fn money_part_time() { "兼职教师课酬" / "part-time teachers" }
    fn money_busing() { "学生接送" / "buses" }
    fn money_visiting() { "走教交通" / "visiting teachers" }
    fn money_penalty() { "缺额罚价" / "prices of missed rules" }
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
        MoneyItem::Staff => money_staff(),
        MoneyItem::Posts => money_posts(),
        MoneyItem::Vacant => money_vacant(),
        MoneyItem::Release => money_release(),
        MoneyItem::Rent => money_rent(),
        MoneyItem::Sale => money_sale(),
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
