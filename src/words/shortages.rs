//! Words for what is short when the rules cannot hold together.

words! {
    /// A place and a statement about it.
    fn at(zh: &str, en: &str, zh_what: &str, en_what: &str) { "{zh}：{zh_what}" / "{en}: {en_what}" }
    /// Units of a resource are short.
    fn units(amount: &str, zh: &str, en: &str, zh_unit: &str, en_unit: &str) {
        "{zh}缺{amount}{zh_unit}" / "{amount} {en_unit} of {en} short"
    }
    /// Hours a week of a resource are short, told in units of it.
    fn periods(amount: &str, zh: &str, en: &str) {
        "{zh}每周缺{amount}课时" / "{amount} weekly periods of {en} short"
    }
    /// Classes are admitted below the least.
    fn least(amount: &str) { "比最少招班数少{amount}个班" / "{amount} classes below the least to admit" }
    /// Classes are admitted above the most.
    fn most(amount: &str) { "比最多招班数多{amount}个班" / "{amount} classes above the most to admit" }
    /// More students than apply.
    fn applicants(amount: &str) { "报名缺{amount}人" / "{amount} applicants short" }
    /// Classes have no campus.
    fn unplaced(amount: &str) {
        "{amount}个班没有可去的校区" / "{amount} classes have no campus that is allowed to them"
    }
    /// Classes move beyond the cap.
    fn moved(amount: &str) { "比搬迁上限多{amount}个班" / "{amount} classes move beyond the cap" }
    /// Classes sit outside the tenure.
    fn outside(amount: &str) {
        "校舍使用期之外仍有{amount}个班" / "{amount} classes sit there outside its tenure"
    }
    /// Classes sit on a campus that must be empty.
    fn not_vacated(amount: &str) {
        "应腾空而仍有{amount}个班" / "{amount} classes still sit there although it must be empty"
    }
    /// People are hired beyond a cap.
    fn hired(amount: &str) { "招聘超上限{amount}人" / "{amount} people hired beyond the cap" }
    /// People are re-based beyond the cap.
    fn rebased(amount: &str) { "调动超上限{amount}人" / "{amount} people re-based beyond the cap" }
    /// Capital is overspent.
    fn capital(amount: &str) { "建设资金缺{amount}万元" / "{amount} x 10,000 yuan of capital short" }
    /// The running grant is overspent.
    fn running(amount: &str) { "运行经费缺{amount}万元" / "{amount} x 10,000 yuan of running money short" }
    /// A role is not filled.
    fn role(amount: &str) { "定位专业少{amount}个班" / "{amount} classes short of its role" }
    /// A target that must be met is missed.
    fn below_target(amount: &str) { "比目标少{amount}" / "{amount} short of the target" }
    /// A tier of the objective is above its ceiling.
    fn ceiling(amount: &str) { "目标分级超出上限{amount}" / "a tier is {amount} above its ceiling" }
    /// Classes without a class teacher.
    fn class_teachers(amount: &str) {
        "{amount}个班没有班主任" / "{amount} classes have no class teacher"
    }
    /// Leaders are missing for duty.
    fn leaders(amount: &str) { "值班缺带班领导{amount}人" / "{amount} leaders short for duty" }
    /// Class teachers are missing for duty.
    fn on_duty(amount: &str) { "值班缺班主任{amount}人" / "{amount} class teachers short for duty" }
    /// Pairs are missing for the exchange.
    fn pairs(amount: &str) { "交流缺{amount}对" / "{amount} pairs short for the exchange" }
    /// People retrain beyond a cap.
    fn retrained(amount: &str) {
        "转岗培训超上限{amount}人" / "{amount} people retrained beyond the cap"
    }
    /// Part-time periods beyond the share.
    fn part_time(amount: &str, zh: &str, en: &str) {
        "{zh}兼职课时每周超上限{amount}课时" / "{amount} weekly periods of {en} by part-time teachers beyond the share"
    }
    /// Units of equipment that nobody has.
    fn equipment(amount: &str) { "设备缺{amount}个单位" / "{amount} units of equipment short" }
    /// Periods visited beyond the share.
    fn visiting(amount: &str) {
        "走教课时每周超上限{amount}课时" / "{amount} weekly periods taught by visiting beyond the share"
    }
    /// Students without a class to join.
    fn merged(amount: &str) { "并班后有{amount}名学生无班可去" / "{amount} students of merged classes have no class to join" }
    /// Classes without their whole internship.
    fn internship(amount: &str) {
        "{amount}个班排不满实习期" / "{amount} classes without their whole internship"
    }
    /// The whole group.
    fn everywhere() { "全集团" / "the whole group" }
    /// A year.
    fn year(year: i32) { "{year}年" / "{year}" }
}
