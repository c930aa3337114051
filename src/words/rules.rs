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
    /// Rule Staffing.
    fn staffing() { "师资" / "Staffing" }
    /// Rule Employment.
    fn employment() { "人事" / "Employment" }
    /// Rule Courses.
    fn courses() { "短期培训" / "Courses" }
    /// Rule Budget.
    fn budget() { "预算" / "Budget" }
    /// Rule Role.
    fn role() { "校区定位" / "Role" }
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
        Rule::Staffing => staffing(),
        Rule::Employment => employment(),
        Rule::Courses => courses(),
        Rule::Budget => budget(),
        Rule::Role => role(),
        Rule::Target => target(),
    }
}
