//! Words for the rules.

use crate::domain::{Rule, Text};

words! {
    fn admission() { "招生" / "Admission" }
    fn catchment() { "生源划片" / "Catchments" }
    fn bands() { "学段" / "Grade bands" }
    fn placement() { "安置" / "Placement" }
    fn relocation() { "搬迁" / "Relocation" }
    fn merging() { "并班" / "Merging" }
    fn internship() { "实习" / "Internship" }
    fn tenure() { "校舍使用期" / "Tenure" }
    fn capacity() { "容量" / "Capacity" }
    fn equipment() { "设备" / "Equipment" }
    fn assets() { "资产" / "Assets" }
    fn staffing() { "师资" / "Staffing" }
    fn employment() { "人事" / "Employment" }
    fn courses() { "短期培训" / "Courses" }
    fn visiting() { "走教" / "Visiting" }
    fn retraining() { "转岗培训" / "Retraining" }
    fn part_time() { "兼职教师" / "Part-time teachers" }
    fn class_teacher() { "班主任" / "Class teachers" }
    fn duty() { "值班" / "Duty" }
    fn exchange() { "骨干交流" / "Exchange" }
    fn budget() { "预算" / "Budget" }
    fn role() { "校区定位" / "Role" }
    fn standards() { "办学条件" / "Standards" }
    fn pins() { "指定" / "Pins" }
    fn target() { "目标" / "Target" }
}

/// The name of a rule for readers.
#[must_use]
pub fn rule(rule: Rule) -> Text {
    match rule {
        Rule::Admission => admission(),
        Rule::Catchment => catchment(),
        Rule::Placement => placement(),
        Rule::Bands => bands(),
        Rule::Relocation => relocation(),
        Rule::Merging => merging(),
        Rule::Internship => internship(),
        Rule::Tenure => tenure(),
        Rule::Capacity => capacity(),
        Rule::Equipment => equipment(),
        Rule::Assets => assets(),
        Rule::Staffing => staffing(),
        Rule::Employment => employment(),
        Rule::Courses => courses(),
        Rule::Visiting => visiting(),
        Rule::Retraining => retraining(),
        Rule::PartTime => part_time(),
        Rule::ClassTeacher => class_teacher(),
        Rule::Duty => duty(),
        Rule::Exchange => exchange(),
        Rule::Budget => budget(),
        Rule::Role => role(),
        Rule::Standards => standards(),
        Rule::Pins => pins(),
        Rule::Target => target(),
    }
}
