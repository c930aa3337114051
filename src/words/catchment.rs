//! Words for rule Catchment: what is wrong with it, what is short of it, and
//! its tables.

use crate::domain::Text;

words! {
    fn needs_enrolment() {
        "生源划片需要enrolment一节（生源学校及其学生）" / "a catchment needs the section `enrolment`: the feeder schools and their pupils"
    }
    fn give_enrolment() { "补写enrolment，或去掉rules.catchment" / "give a section `enrolment`, or leave rules.catchment out" }
    fn not_with_merging() {
        "生源划片不能与并班（rules.merging）同时使用：并班以后说不清各班学生来自哪里"
        / "a catchment can't be used together with rules.merging: once classes merge it is not known where their pupils come from"
    }
    fn one_of_both() { "两者留一" / "leave one of the two out" }
    fn two_zones(feeder: &str, programme: &str, first: &str) {
        "“{feeder}”报“{programme}”的学生已在{first}里" / "pupils of `{feeder}` in `{programme}` are in {first} already"
    }
    fn one_zone() {
        "同一生源、同一专业、同一入学学期只能属于一个片区" / "pupils of a feeder school who enter a programme in a term are in one zone"
    }
    fn zone_mixed() { "片区里的学生不能不分生源" / "pupils of a zone are not mixed" }
    fn shares_or_whole() { "可以写：shares（按比例）、whole（整体）" / "allowed: shares, whole" }
    fn not_taught_there(programme: &str) {
        "“{programme}”在这些校区都不办" / "`{programme}` is taught at none of these campuses"
    }
    fn its_sites() { "片区的校区须是专业可办的校区（programmes.*.sites）" / "name a campus that is among the programme's `sites`" }
    fn no_roads() { "生源学校没有到校区的道路" / "the ways from the feeder schools to the campuses are not known" }
    fn give_roads() { "补写enrolment.feeders.*.roads" / "give enrolment.feeders.*.roads" }
    fn nobody_projected() {
        "推算不出各生源学校的报名人数，不能划片" / "applicants can't be projected by feeder school, so that there is nothing to assign"
    }

    fn unassigned(amount: &str) {
        "{amount}名学生没有可划来的生源" / "{amount} students for whom no feeder school is assigned there"
    }
    fn few_seats(amount: &str) { "校车缺{amount}个座位" / "{amount} bus seats short" }
    fn assigned() { "学生都来自划给该校区的生源" / "its students come from feeder schools assigned to it" }
    fn seats(most: &str) { "乘车走读生不超过{most}个座位" / "day pupils who ride have {most} seats" }
    fn unit_seats() { "座" / "seats" }

    fn pupils_of(feeder_zh: &str, feeder_en: &str) { "{feeder_zh}学生" / "pupils of {feeder_en}" }
    fn from_feeders() { "各生源合计" / "from feeder schools" }
    fn in_class() { "班级人数" / "students of the class" }
    fn entering() { "入学" / "entering" }
    fn applying() { "报名与调剂" / "applying or switched" }
    fn outside_zone(zh: &str, en: &str) { "{zh}的学生不划到这里" / "pupils of {en} are not assigned here" }
    fn way_too_long(zh: &str, en: &str) { "{zh}到这里的路太长" / "the way from {en} is too long" }
    fn campuses_of_feeder() { "去的校区" / "campuses" }
    fn campuses() { "个校区" / "campuses" }
    fn riders() { "乘车" / "riding" }
    fn seats_there() { "座位" / "seats" }
    fn not_apart() { "不该写生源" / "no feeder schools should be stated" }

    fn heading() { "生源划片" / "Catchments" }
    fn note() {
        "入学时各生源地的学生去哪个校区。路太远的都住校，其余按生源地的住校比例。已在校的班不分生源。"
        / "Which campus the pupils of each feeder school enter. All with too long a way board, of the others the share that their feeder school states. Classes in school today are not told apart."
    }
    fn catchments_title() { "生源划片（入学人数）" / "Catchments (pupils at entry)" }
    fn ways_title(term: &str) { "各校区的学生从哪里来、怎么来（{term}）" / "Where the students of each campus come from, and how ({term})" }
    fn feeder() { "生源地" / "Feeder school" }
    fn way_km() { "里程" / "Way" }
    fn way_minutes() { "时间" / "Time" }
    fn km() { "公里" / "km" }
    fn minutes() { "分" / "min" }
    fn day_pupils() { "走读" / "Day pupils" }
    fn boarders() { "住校" / "Boarders" }
    fn riding() { "其中乘车" / "Of them by bus" }
    fn buses_title() { "校车（乘车为最多的学期，路为走读，费用为规划期合计）" / "School buses (riders of the fullest term, way of day pupils, cost of the horizon)" }
    fn most_riders() { "乘车学生" / "Riders" }
    fn bus_seats() { "座位" / "Seats" }
    fn routes() { "线路" / "Routes" }
    fn longest_way() { "走读最远" / "Longest" }
    fn longest_time() { "最久" / "Longest" }
    fn bus_cost() { "费用" / "Cost" }
    fn no_catchments() { "没有新生。" / "Nobody enters." }
    fn unlimited() { "不限" / "no limit" }
}

/// What a group of pupils is called in a message: their feeder school.
#[must_use]
pub fn pupils(name: &Text) -> Text {
    pupils_of(&name.zh, &name.en)
}
