//! Words of the format and their names in cells.

use super::bilingual::Bi;
use super::label::Label;

const fn label(word: &'static str, zh: &'static str, en: &'static str) -> Label {
    Label { word, name: Bi(zh, en) }
}

/// Yes and no.
pub const FLAG: &[Label] = &[label("true", "是", "yes"), label("false", "否", "no")];

/// Languages of the output.
pub const LANGUAGES: &[Label] = &[label("zh", "中文", "Chinese"), label("en", "英文", "English")];

/// What use is counted per.
pub const BASES: &[Label] = &[
    label("class", "班", "per class"),
    label("student", "学生", "per student"),
    label("boarder", "住校生", "per boarder"),
];

/// Kinds of subjects.
pub const SUBJECT_KINDS: &[Label] =
    &[label("common", "文化课", "common"), label("vocational", "专业课", "vocational")];

/// Kinds of assets.
pub const ASSET_KINDS: &[Label] = &[
    label("land", "土地", "land"),
    label("building", "房屋", "building"),
    label("equipment", "设备", "equipment"),
    label("vehicle", "车辆", "vehicle"),
    label("book", "图书", "book"),
    label("furniture", "家具", "furniture"),
    label("other", "其他", "other"),
];

/// What becomes of vacated premises.
pub const AFTER_USES: &[Label] = &[
    label("sell", "出售", "sell"),
    label("let", "出租", "let"),
    label("hand_back", "归还", "hand back"),
    label("mothball", "封存", "mothball"),
    label("demolish", "拆除", "demolish"),
];

/// How pupils are assigned to campuses.
pub const ASSIGNMENTS: &[Label] = &[
    label("mixed", "不分生源", "mixed"),
    label("shares", "按比例", "in shares"),
    label("whole", "整体", "whole"),
];

/// Titles of staff.
pub const TITLES: &[Label] = &[
    label("none", "未定级", "none"),
    label("junior", "初级", "junior"),
    label("intermediate", "中级", "intermediate"),
    label("senior", "高级", "senior"),
];

/// What targets count.
pub const METRICS: &[Label] = &[
    label("classes_in_school", "在校班数", "classes in school"),
    label("students_in_school", "在校生数", "students in school"),
    label("registered", "在册生数", "registered students"),
];

/// What watched indicators count.
pub const WATCHED: &[Label] = &[
    label("attrition", "流失率", "attrition"),
    label("largest_class", "最大班额", "largest class"),
    label("declared", "申报", "declared"),
];

/// Parts of the objective.
pub const PARTS: &[Label] = &[
    label("targets", "目标", "targets"),
    label("cost", "费用", "cost"),
    label("disruption", "扰动", "disruption"),
    label("travel", "路途", "travel"),
    label("deviation", "偏离", "deviation"),
    label("swing", "起伏", "swing"),
    label("turned_away", "未录取", "turned away"),
    label("margins", "低案缺口", "margins"),
];

/// Decisions of a plan.
pub const DECISIONS: &[Label] = &[
    label("placement", "安排班级", "placement"),
    label("open", "启用校区", "open"),
    label("built", "建设", "built"),
    label("admitted", "招生", "admitted"),
    label("posted", "任教校区", "posted"),
    label("hired", "招聘", "hired"),
];

/// Days of the week.
pub const WEEKDAYS: &[Label] = &[
    label("monday", "星期一", "Monday"),
    label("tuesday", "星期二", "Tuesday"),
    label("wednesday", "星期三", "Wednesday"),
    label("thursday", "星期四", "Thursday"),
    label("friday", "星期五", "Friday"),
    label("saturday", "星期六", "Saturday"),
    label("sunday", "星期日", "Sunday"),
];

/// Kinds of sources.
pub const SOURCES: &[Label] = &[
    label("seed", "建议书", "seed"),
    label("statistic", "统计", "statistic"),
    label("standard", "规章标准", "standard"),
    label("assumption", "假设", "assumption"),
];

/// Kinds of statements of the proposal.
pub const STATEMENTS: &[Label] = &[
    label("reason", "理由", "reason"),
    label("principle", "原则", "principle"),
    label("safeguard", "保障措施", "safeguard"),
];

/// How sure a threshold is.
pub const GRADES: &[Label] =
    &[label("S", "已查原文", "read in a published copy"), label("K", "待核对", "to be confirmed")];

/// What schools declare.
pub const DECLARED: &[Label] = &[
    label("part_time_share", "兼职教师比例", "share of part-time teachers"),
    label("periodicals", "报刊种数", "periodicals"),
    label("running_track", "跑道", "running track"),
];

/// Rules that may be given up.
pub const NEGOTIABLE_RULES: &[Label] = &[
    label("class_teacher", "班主任", "class teachers"),
    label("duty", "值班", "duty"),
    label("exchange", "支教跟教", "exchange"),
    label("budget", "预算", "budget"),
    label("role", "校区定位", "role"),
    label("standards", "办学标准", "standards"),
];

/// What milestones are tied to.
pub const TIES: &[Label] = &[
    label("vacated", "腾退", "vacated"),
    label("opened", "启用", "opened"),
    label("built", "建成", "built"),
    label("built_any", "建成任一", "any built"),
    label("begins", "开班", "begins"),
    label("target", "达到目标", "target"),
];

/// That a rule must hold.
pub const HARD: &[Label] = &[label("hard", "必须", "hard")];

/// That standards are chosen by date.
pub const BY_DATE: &[Label] = &[label("by_date", "按施行日期", "by date")];
