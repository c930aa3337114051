//! Words for short courses: what is wrong with those of a scenario, and what
//! simple arithmetic says of them.

use super::arithmetic::number;
use super::common::term;
use crate::domain::{Term, Text};

words! {
    fn no_site() { "这项培训没有写在哪个校区办" / "the course names no campus where it may be given" }
    fn name_sites() { "写作sites: [\"校区代号\"]" / "write sites: [\"campus key\"]" }
    fn has_no_hours(resource: &str) {
        "“{resource}”没有每周时数（hours），不能按学时计" / "`{resource}` has no hours a week, so it can't be used by the hour"
    }
    fn has_hours(resource: &str) {
        "“{resource}”按学时计，不能按件占用" / "`{resource}` is used by the hour, not taken up by the unit"
    }
    fn belongs_under(field: &str) { "请写在“{field}”里" / "it belongs under `{field}`" }
    fn beyond_demand(term: &str, least: &str, demand: &str) {
        "{term}起最少{least}人，多于需求{demand}人" / "from {term} on the least is {least}, more than the demand of {demand}"
    }
    fn uses_nothing() {
        "这项培训不占用任何设施和教师（hours、uses、periods都没有写）"
        / "the course uses nothing and needs no instructor: it has no hours, no uses and no periods"
    }
    fn nobody_teaches(subject: &str) {
        "没有人能教“{subject}”，也不能招聘，这项培训办不起来"
        / "nobody teaches `{subject}` and nobody can be hired for it: the course can't be given"
    }
    fn site_unusable(campus: &str) {
        "“{campus}”在规划期内没有一个学期可用，不能办培训"
        / "`{campus}` can't be used in any term of the horizon, so the course can't be given there"
    }
    fn none_at_site(campus: &str, resource: &str) {
        "“{campus}”没有“{resource}”，也不能添置或调入，培训不能在那里办"
        / "`{campus}` has no `{resource}` and can't get any: the course can't be given there"
    }
    fn contract_nowhere(term: &str) {
        "{term}有最少人数，但没有一个培训校区可用" / "there is a least number in {term}, but no campus of the course can be used then"
    }
    fn trains_otherwise(name: &str, before: u32, after: u32) {
        "{name}培训{before}->{after}人次" / "{name}: trainees {before}->{after}"
    }
    fn below_least(amount: &str) { "比合同最少人数少{amount}人" / "{amount} ⟨trainee|trainees⟩ below the least" }
}

/// Trainees who would come and who could be taken if no class used anything,
/// with what is short first.
#[must_use]
pub fn room(course: &Text, when: Term, demand: f64, most: f64, by: &Text) -> Text {
    let when = term(when);
    let (demand, most) = (number(demand), number(most));
    Text {
        zh: format!(
            "{}：{}需求{demand}人；若不计各班使用，按{}最多可训{most}人。",
            course.zh, when.zh, by.zh
        ),
        en: format!(
            "{}: {demand} would come in {}; {} would do for {most} at most if no class used it.",
            course.en, when.en, by.en
        ),
    }
}
