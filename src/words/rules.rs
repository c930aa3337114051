//! Words for the rules.

use crate::domain::{Rule, Text};

words! {
    /// Rule Admission.
    fn admission() { "招生" / "Admission" }
    /// Rule Placement.
    fn placement() { "安置" / "Placement" }
    /// Rule Relocation.
    fn relocation() { "搬迁" / "Relocation" }
    /// Rule Merging.
    fn merging() { "并班" / "Merging" }
    /// Rule Internship.
    fn internship() { "实习" / "Internship" }
    /// Rule Tenure.
    fn tenure() { "校舍使用期" / "Tenure" }
    /// Rule Capacity.
    fn capacity() { "容量" / "Capacity" }
    /// Rule Equipment.
    fn equipment() { "设备" / "Equipment" }
    /// Rule Assets.
    fn assets() { "资产" / "Assets" }
    /// Rule Staffing.
    fn staffing() { "师资" / "Staffing" }
    /// Rule Employment.
    fn employment() { "人事" / "Employment" }
    /// Rule Courses.
    fn courses() { "短期培训" / "Courses" }
    /// Rule Visiting.
    fn visiting() { "走教" / "Visiting" }
    /// Rule Retraining.
    fn retraining() { "转岗培训" / "Retraining" }
    /// Rule `PartTime`.
    fn part_time() { "兼职教师" / "Part-time teachers" }
    /// Rule `ClassTeacher`.
    fn class_teacher() { "班主任" / "Class teachers" }
    /// Rule Duty.
    fn duty() { "值班" / "Duty" }
    /// Rule Exchange.
    fn exchange() { "骨干交流" / "Exchange" }
    /// Rule Budget.
    fn budget() { "预算" / "Budget" }
    /// Rule Role.
    fn role() { "校区定位" / "Role" }
    /// Rule Standards.
    fn standards() { "办学条件" / "Standards" }
    /// Rule Pins.
    fn pins() { "指定" / "Pins" }
    /// Rule Target.
    fn target() { "目标" / "Target" }
}

/// The name of a rule for readers.
#[must_use]
pub fn rule(rule: Rule) -> Text {
    match rule {
        Rule::Admission => admission(),
        Rule::Placement => placement(),
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
