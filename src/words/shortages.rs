//! Words for what is short when the rules cannot hold together.

words! {
    fn at(zh: &str, en: &str, zh_what: &str, en_what: &str) { "{zh}：{zh_what}" / "{en}: {en_what}" }
    fn units(amount: &str, zh: &str, en: &str, zh_unit: &str, en_unit: &str) {
        "{zh}缺{amount}{zh_unit}" / "{amount} {en_unit} of {en} short"
    }
    fn periods(amount: &str, zh: &str, en: &str) {
        "{zh}每周缺{amount}课时" / "{amount} weekly periods of {en} short"
    }
    fn least(amount: &str) { "比最少招班数少{amount}个班" / "{amount} ⟨class|classes⟩ below the least to admit" }
    fn most(amount: &str) { "比最多招班数多{amount}个班" / "{amount} ⟨class|classes⟩ above the most to admit" }
    fn applicants(amount: &str) { "报名缺{amount}人" / "{amount} ⟨applicant|applicants⟩ short" }
    fn unplaced(amount: &str) {
        "{amount}个班没有可去的校区" / "{amount} ⟨class|classes⟩ ⟨has|have⟩ no campus that is allowed to them"
    }
    fn moved(amount: &str) { "比搬迁上限多{amount}个班" / "{amount} ⟨class|classes⟩ ⟨moves|move⟩ beyond the cap" }
    fn outside(amount: &str) {
        "校舍使用期之外仍有{amount}个班" / "{amount} ⟨class|classes⟩ ⟨sits|sit⟩ there outside its tenure"
    }
    fn not_vacated(amount: &str) {
        "应腾空而仍有{amount}个班" / "{amount} ⟨class|classes⟩ still sit there although it must be empty"
    }
    fn hired(amount: &str) { "招聘超上限{amount}人" / "{amount} ⟨person|people⟩ hired beyond the cap" }
    fn rebased(amount: &str) { "调动超上限{amount}人" / "{amount} ⟨person|people⟩ re-based beyond the cap" }
    fn capital(amount: &str) { "建设资金缺{amount}万元" / "{amount} x 10,000 yuan of capital short" }
    fn running(amount: &str) { "运行经费缺{amount}万元" / "{amount} x 10,000 yuan of running money short" }
    fn role(amount: &str) { "定位专业少{amount}个班" / "{amount} ⟨class|classes⟩ short of its role" }
    fn below_target(amount: &str) { "比目标少{amount}" / "{amount} short of the target" }
    fn ceiling(amount: &str) { "目标分级超出上限{amount}" / "a tier is {amount} above its ceiling" }
    fn class_teachers(amount: &str) {
        "{amount}个班没有班主任" / "{amount} ⟨class|classes⟩ ⟨has|have⟩ no class teacher"
    }
    fn leaders(amount: &str) { "值班缺带班领导{amount}人" / "{amount} leaders short for duty" }
    fn on_duty(amount: &str) { "值班缺班主任{amount}人" / "{amount} class teachers short for duty" }
    fn pairs(amount: &str) { "交流缺{amount}对" / "{amount} ⟨pair|pairs⟩ short for the exchange" }
    fn retrained(amount: &str) {
        "转岗培训超上限{amount}人" / "{amount} ⟨person|people⟩ retrained beyond the cap"
    }
    fn part_time(amount: &str, zh: &str, en: &str) {
        "{zh}兼职课时每周超上限{amount}课时" / "{amount} weekly periods of {en} by part-time teachers beyond the share"
    }
    fn equipment(amount: &str) { "设备缺{amount}个单位" / "{amount} ⟨unit|units⟩ of equipment short" }
    fn visiting(amount: &str) {
        "走教课时每周超上限{amount}课时" / "{amount} weekly periods taught by visiting beyond the share"
    }
    fn merged(amount: &str) { "并班后有{amount}名学生无班可去" / "{amount} ⟨student|students⟩ of merged classes have no class to join" }
    fn internship(amount: &str) {
        "{amount}个班排不满实习期" / "{amount} ⟨class|classes⟩ without their whole internship"
    }
    fn everywhere() { "全集团" / "the whole group" }
    fn year(year: i32) { "{year}年" / "{year}" }
}
