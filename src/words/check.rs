//! What `check` says of figures that are missing, odd or already decided.

use super::arithmetic::number;
use super::common::term;
use crate::domain::{Resource, Term, Text};

/// Names in one text.
fn list(names: &[Text]) -> Text {
    let join = |texts: Vec<&str>, mark: &str| texts.join(mark);
    Text {
        zh: join(names.iter().map(|name| name.zh.as_str()).collect(), "、"),
        en: join(names.iter().map(|name| name.en.as_str()).collect(), ", "),
    }
}

/// A cost or an income that is 0 for some.
#[must_use]
pub fn cost_at_zero(what: &Text, names: &[Text]) -> Text {
    let names = list(names);
    Text {
        zh: format!("{}为0或未给出：{}；请核对是否有意。", what.zh, names.zh),
        en: format!("{} is 0 or not given: {}; check that this is meant.", what.en, names.en),
    }
}

/// Pairs of campuses without a road.
#[must_use]
pub fn no_roads(pairs: &[Text]) -> Text {
    let pairs = list(pairs);
    Text {
        zh: format!("校区之间没有给出道路：{}；其间不能走教或共用设备，路途也不计。", pairs.zh),
        en: format!(
            "No road is given between {}; nobody visits and nothing is shared between them, and no travel is counted.",
            pairs.en
        ),
    }
}

/// Two campuses.
#[must_use]
pub fn pair(one: &Text, other: &Text) -> Text {
    Text { zh: format!("{}—{}", one.zh, other.zh), en: format!("{} and {}", one.en, other.en) }
}

/// A cohort.
#[must_use]
pub fn cohort(programme: &Text, entry: Term) -> Text {
    let entry = term(entry);
    Text {
        zh: format!("{}（{}入学）", programme.zh, entry.zh),
        en: format!("{} (entry {})", programme.en, entry.en),
    }
}

/// Classes above the largest size.
#[must_use]
pub fn class_too_large(cohort: &Text, size: f64, most: f64) -> Text {
    let (size, most) = (number(size), number(most));
    Text {
        zh: format!("{}现有班级平均{size}人，超过该专业的最大班额{most}人。", cohort.zh),
        en: format!(
            "{}: classes of {size} students today, above the largest size of {most}.",
            cohort.en
        ),
    }
}

/// Students in fractions.
#[must_use]
pub fn fraction(cohort: &Text, students: f64) -> Text {
    Text {
        zh: format!("{}的学生数{students}不是整数。", cohort.zh),
        en: format!("{}: {students} students are no whole number.", cohort.en),
    }
}

/// More students than apply.
#[must_use]
pub fn least_above_applicants(cohort: &Text, classes: u32, needed: f64, most: f64) -> Text {
    let (needed, most) = (number(needed), number(most));
    Text {
        zh: format!(
            "{}至少要招{classes}个班、{needed}人，报名（含可调剂的）最多{most}人：招不满。",
            cohort.zh
        ),
        en: format!(
            "{}: at least {classes} classes of {needed} students in all are asked for, and {most} apply at most, with all who may switch: it can't be.",
            cohort.en
        ),
    }
}

/// A class that no campus can hold.
#[must_use]
pub fn class_fits_nowhere(cohort: &Text, resource: &Resource, needed: f64, most: f64) -> Text {
    let (needed, most) = (number(needed), number(most));
    let (name, unit) = (&resource.name, &resource.unit);
    Text {
        zh: format!(
            "{}一个班需要{}{needed}{}，可设该专业的校区最多有{most}{}（含建设项目）：放不下。",
            cohort.zh, name.zh, unit.zh, unit.zh
        ),
        en: format!(
            "{}: one class needs {needed} {}, and no campus where it may sit can have more than {most} {}: it fits nowhere.",
            cohort.en, name.en, unit.en
        ),
    }
}

/// More than all campuses have.
#[must_use]
pub fn above_all_capacity(when: Term, resource: &Resource, needed: f64, most: f64) -> Text {
    let (when, needed, most) = (term(when), number(needed), number(most));
    let (name, unit) = (&resource.name, &resource.unit);
    Text {
        zh: format!(
            "{}已定的班级（现有和规定必招的）至少需要{}{needed}{}，全部校区加上建设项目最多{most}{}：放不下。",
            when.zh, name.zh, unit.zh, unit.zh
        ),
        en: format!(
            "In {} the classes that are sure to be (today's, and those that must be admitted) need {needed} {}, and all campuses with all that could be built have {most} {}: they do not fit.",
            when.en, name.en, unit.en
        ),
    }
}

words! {
    fn running() { "校区运行费" / "The running cost" }
    fn opening() { "校区启用费" / "The opening cost" }
    fn closing() { "校区停用费" / "The closing cost" }
    fn teaching() { "教学成本（每班、每生）" / "The cost of teaching (per class, per student)" }
    fn income() { "生均收入" / "The income per student" }
    fn course_costs() { "短期培训成本" / "The cost per trainee" }
    fn course_fees() { "短期培训收费" / "The fee per trainee" }
    fn building() { "建设费用" / "The cost of building" }
    fn upkeep() { "新增设施维护费" / "The upkeep of what is built" }
    fn shipping() { "设备搬运费" / "The cost of shipping" }
    fn hiring() { "招聘费用" / "The cost of recruiting" }
    fn pay() { "新聘人员工资" / "The pay of recruits" }
    fn training() { "转岗培训费" / "The cost of retraining" }
    fn part_time() { "兼职教师课酬" / "The pay of part-time teachers" }
    fn relocation() { "班级搬迁费" / "The cost of moving a class" }
    fn merging() { "班级合并费" / "The cost of merging a class" }
    fn busing() { "学生接送单价" / "The price of busing students" }
    fn visiting() { "走教交通单价" / "The price of a visit's way" }
    fn whole_case() { "全案" / "the whole case" }
}
