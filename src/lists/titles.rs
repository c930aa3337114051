//! Titles of staff as lists write them: 高级讲师, 中学一级教师, 助理工程师.
//!
//! The grades are those of 《关于深化中等职业学校教师职称制度改革的指导意见》
//! (人社部发〔2019〕89号) and of the series before it, in which 小学高级教师 is
//! an intermediate title.

use crate::domain::Title;
use crate::workbook::layout::Bi;
use crate::workbook::value::folded;

/// The word of the format and the name of a title.
pub fn named(title: Title) -> (&'static str, Bi) {
    match title {
        Title::None => ("none", Bi("未定级", "none")),
        Title::Junior => ("junior", Bi("初级", "junior")),
        Title::Intermediate => ("intermediate", Bi("中级", "intermediate")),
        Title::Senior => ("senior", Bi("高级", "senior")),
    }
}

/// The title that a text names.
pub fn title(text: &str) -> Option<Title> {
    let text = folded(text);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let is = |words: &[&str]| words.contains(&text.as_str());
    if is(&["无", "none", "未定级", "未评", "未评聘", "未定", "未聘", "见习", "员级未定", "无职称"])
    {
        return Some(Title::None);
    }
    if is(&["intermediate"]) || has(&["小学高级", "小高", "幼儿园高级"]) {
        return Some(Title::Intermediate);
    }
    if is(&["junior"])
        || has(&["助理", "助教", "助讲", "二级", "三级", "初级", "员级", "教员", "技术员"])
    {
        return Some(Title::Junior);
    }
    if is(&["senior", "教授", "研究员", "编审"])
        || has(&["高级", "副高", "正高", "高讲", "副教授", "中高", "特级"])
    {
        return Some(Title::Senior);
    }
    let middle =
        ["讲师", "一级", "中级", "工程师", "会计师", "经济师", "馆员", "中一", "编辑", "农艺师"];
    has(&middle).then_some(Title::Intermediate)
}

#[cfg(test)]
mod tests {
    use super::{Title, title};

    #[test]
    fn titles_of_all_series_are_graded() {
        for (text, grade) in [
            ("高级讲师", Title::Senior),
            ("中学高级教师", Title::Senior),
            ("正高级讲师", Title::Senior),
            ("讲师", Title::Intermediate),
            ("中学一级", Title::Intermediate),
            ("小学高级教师", Title::Intermediate),
            ("工程师", Title::Intermediate),
            ("助理讲师", Title::Junior),
            ("助理工程师", Title::Junior),
            ("中学二级教师", Title::Junior),
            (" 未 定 级 ", Title::None),
            ("senior", Title::Senior),
        ] {
            assert_eq!(title(text), Some(grade), "{text}");
        }
        for text in ["", "语文", "张三", "1978"] {
            assert_eq!(title(text), None, "{text}");
        }
    }
}
