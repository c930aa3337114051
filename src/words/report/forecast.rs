//! Words of the enrolment projection.

use crate::domain::{Demand, Text};

words! {
    /// Title.
    fn forecast_title(scenario: &str) { "生源预测：{scenario}" / "Enrolment projection: {scenario}" }
    /// Heading.
    fn forecast_heading() { "报名人数" / "Applicants" }
    /// Heading.
    fn sources_of_pupils() { "生源" / "Pupils" }
    /// Heading.
    fn ratios_heading() { "比例" / "Ratios" }
    /// Heading.
    fn backtest_heading() { "回测" / "Back-test" }

    /// The path that is shown.
    fn on_demand(path: &str) { "报名人数由生源推算，取“{path}”一档（分低、中、高三档）。" / "Applicants are projected from the feeder schools, on the {path} path (of low, likely and high)." }
    /// Applicants that are stated.
    fn all_stated() {
        "报名人数由方案直接给出，不经推算；低、中、高相同。" / "The scenario states its applicants; nothing is projected, and all paths are the same."
    }
    /// The draws.
    fn drawn(draws: u64, percent: &str, correlation: &str) {
        "“八成可能”取自{draws}次抽样：一年期标准误差{percent}%，随年数的平方根增大，专业之间相关{correlation}。"
        / "The 80% range is that of {draws} draws: a standard error of {percent}% one year ahead, growing with the square root of the years, correlated by {correlation} over programmes."
    }
    /// How ratios are fitted.
    fn fitting() {
        "比例或为假设，或由历史拟合：取最后若干个观测值，以基数加权平均；低、高为其中最小、最大；误差为平均绝对百分误差。志愿是品牌效应之前的。"
        / "A ratio is assumed, or fitted to the history: the mean of the last observed ratios, weighted by their base; low and high are the least and greatest of them; the error is their mean absolute percentage error. Preferences are those before any brand effect."
    }
    /// What the back-test does.
    fn backtesting() {
        "从历史上每一年出发，只用当时已知的数据重新拟合并推算，与后来的实数比较；只含由历史拟合的比例。对照是“照旧”：各数保持最后一年的水平。"
        / "From each year of the history, ratios are fitted to what was known then and the projection is compared with what came; only fitted ratios take part. Beside it: every figure stays as it was last."
    }

    /// Title.
    fn chart_title() { "各学期报名人数" / "Applicants by entry term" }
    /// Signs of bars in characters, behind a title.
    fn bar_signs() { "（# 低，= 至中，. 至高）" / " (# low, = to likely, . to high)" }
    /// Title.
    fn forecast_applicants_title() { "各专业报名人数（人）" / "Applicants by programme and entry term" }
    /// Title.
    fn forecast_pupils_title() { "学生与毕业生（学生为当年秋季，毕业生为当年夏季，人）" / "Pupils in the autumn and graduates in the summer of each year" }
    /// Title.
    fn forecast_feeders_title() { "各生源地报考本集团的人数" / "Applicants to the group by feeder school" }
    /// Title.
    fn forecast_ratios_title() { "比例（%）" / "Ratios (%)" }
    /// Title.
    fn backtest_title() { "推算误差（平均绝对百分误差，按提前年数）" / "Errors by years ahead (mean absolute percentage error)" }
    /// Empty.
    fn no_forecast() { "方案没有enrolment一节。" / "The scenario has no section `enrolment`." }
    /// Empty.
    fn no_backtest() { "没有可供回测的历史数据。" / "There is no history to test against." }

    /// Head.
    fn low() { "低" / "low" }
    /// Head.
    fn likely() { "中" / "likely" }
    /// Head.
    fn high() { "高" / "high" }
    /// Head.
    fn eighty_percent() { "八成可能" / "80% range" }
    /// Head.
    fn chart() { "图" / "Chart" }
    /// Head.
    fn feeder() { "生源地" / "Feeder school" }
    /// Head.
    fn boarding_share() { "住校" / "Board" }
    /// Head.
    fn ratio() { "比例" / "Ratio" }
    /// Head.
    fn holds_from() { "自" / "From" }
    /// Head.
    fn ratio_source() { "来历" / "Source" }
    /// Head.
    fn observations() { "观测数" / "Observations" }
    /// Head.
    fn error() { "误差" / "Error" }
    /// Head.
    fn years_ahead() { "提前年数" / "Years ahead" }
    /// Head.
    fn of_projection() { "本推算" / "Projection" }
    /// Head.
    fn of_naive() { "照旧" / "As it was" }

    /// Row.
    fn grade(grade: u32) { "{grade}年级" / "Grade {grade}" }
    /// Row.
    fn junior_graduates() { "初中毕业生" / "Junior graduates" }
    /// Row.
    fn to_vocational() { "升入中职" / "To vocational schools" }
    /// Row.
    fn to_group() { "报考本集团" / "Apply to the group" }

    /// A ratio.
    fn step_births() { "出生到1年级" / "Births to grade 1" }
    /// A ratio.
    fn step_grade(from: u32, to: u32) { "{from}升{to}年级" / "Grade {from} to {to}" }
    /// A ratio.
    fn step_graduation(grade: u32) { "{grade}年级毕业" / "Grade {grade} graduate" }
    /// A ratio.
    fn step_vocational() { "毕业生升入中职" / "Graduates to vocational" }
    /// A ratio.
    fn step_captured() { "中职中报考本集团" / "Of them, to this group" }
    /// A ratio.
    fn step_captured_from(feeder: &str) { "其中{feeder}" / "Of them, from {feeder}" }
    /// A ratio.
    fn step_preference(programme: &str) { "志愿：{programme}" / "Prefer {programme}" }
    /// A ratio.
    fn step_brand(programme: &str) { "品牌增加：{programme}" / "Brand gain: {programme}" }
    /// A ratio.
    fn step_spring() { "春季入学" / "Enter in spring" }
    /// A ratio's source.
    fn assumed() { "假设" / "assumed" }
    /// A ratio's source.
    fn fitted() { "历史拟合" / "fitted" }

    /// Row.
    fn applicants_low() { "报名（低）" / "applicants, low" }
    /// Row.
    fn applicants_likely() { "报名（中）" / "applicants, likely" }
    /// Row.
    fn applicants_high() { "报名（高）" / "applicants, high" }
    /// Row.
    fn students_lost() { "本学期流失" / "Lost in the term" }
    /// Row.
    fn attrition_share(limit: &str) { "流失率（上限{limit}）" / "Attrition (at most {limit})" }
    /// Row.
    fn classes_over_limit() { "流失超限班级" / "Classes above it" }
    /// Row.
    fn home_hours() { "家校路途（时/人）" / "Home travel (h each)" }
}

/// A path of the projection.
#[must_use]
pub fn demand(demand: Demand) -> Text {
    match demand {
        Demand::Low => low(),
        Demand::Likely => likely(),
        Demand::High => high(),
    }
}

/// Applicants on a path.
#[must_use]
pub fn applicants_on(demand: Demand) -> Text {
    match demand {
        Demand::Low => applicants_low(),
        Demand::Likely => applicants_likely(),
        Demand::High => applicants_high(),
    }
}
