//! Pay of the present staff, and posts that campuses and students need.

words! {
    fn no_title(key: &str) { "没有名为“{key}”的职称" / "no title is called `{key}`" }
    fn retire_too_many(gone: u64, present: u32) { "退休{gone}人，多于现有的{present}人" / "{gone} retire, more than the {present} there are" }
    fn state_present() { "present写现有人数" / "state in `present` how many there are" }

    fn title() { "干部、后勤岗位（个）与工资（万元，未折现）" / "Posts of leaders and support staff, and pay (10,000 yuan, undiscounted)" }
    fn what() { "岗位" / "posts" }
    fn line() { "内容" / "line" }
    fn needed() { "按标准需要" / "needed" }
    fn left() { "现有人员" / "present staff" }
    fn filled() { "实际岗位" / "filled" }
    fn pay() { "工资" / "pay" }
    fn teachers() { "现有教职工" / "Present staff" }
    fn people() { "人数" / "people" }
    fn included() { "支出含现有教职工和干部、后勤岗位的工资：不辞退人员，只在退休和不再需要时减少。" / "The costs include the pay of the present staff and of leaders' and support posts: nobody is dismissed, so that it falls only as people retire." }
}
