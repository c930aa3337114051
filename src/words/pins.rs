//! Words for pins: decisions that are forced or forbidden.

use super::common;
use crate::domain::{Pin, Pinned, Scenario, Term, Text, Who};
use crate::ids::ProgrammeId;

words! {
    fn placement(zh: &str, en: &str, zh_campus: &str, en_campus: &str) {
        "{zh}在{zh_campus}的班数" / "classes of {en} at {en_campus}"
    }
    fn cohort(zh: &str, en: &str, zh_term: &str, en_term: &str) {
        "{zh_term}入学的{zh}" / "{en} entering in {en_term}"
    }
    fn open(zh: &str, en: &str) { "启用{zh}" / "{en} in use" }
    fn built(zh: &str, en: &str) { "{zh}投用单元数" / "modules of {en} in service" }
    fn admitted(zh: &str, en: &str) { "{zh}招生班数" / "classes admitted to {en}" }
    fn posted(zh: &str, en: &str, zh_campus: &str, en_campus: &str) {
        "{zh}在{zh_campus}任职的人数" / "{en} based at {en_campus}"
    }
    fn teachers(zh: &str, en: &str) { "{zh}教师" / "teachers of {en}" }
    fn hired(zh: &str, en: &str) { "{zh}招聘人数" / "recruits for {en}" }
    fn at_least(count: u32) { "不少于{count}" / "at least {count}" }
    fn at_most(count: u32) { "不多于{count}" / "at most {count}" }
    fn exactly(count: u32) { "等于{count}" / "exactly {count}" }
    fn between(least: u32, most: u32) { "不少于{least}、不多于{most}" / "from {least} to {most}" }
    fn must() { "必须" / "required" }
    fn must_not() { "不得" / "forbidden" }
    fn bounded(zh: &str, en: &str, zh_bound: &str, en_bound: &str) {
        "{zh}{zh_bound}" / "{en}: {en_bound}"
    }
    fn open_bounded(zh: &str, en: &str, zh_bound: &str, en_bound: &str) {
        "{zh_bound}{zh}" / "{en}: {en_bound}"
    }
    fn within(zh: &str, en: &str, zh_terms: &str, en_terms: &str) {
        "{zh}（{zh_terms}）" / "{en} ({en_terms})"
    }
    fn in_term(zh: &str, en: &str) { "{zh}" / "{en}" }
    fn from(zh: &str, en: &str) { "{zh}起" / "from {en}" }
    fn until(zh: &str, en: &str) { "到{zh}止" / "until {en}" }
    fn between_terms(zh: &str, en: &str, zh_last: &str, en_last: &str) {
        "{zh}至{zh_last}" / "{en} to {en_last}"
    }
    fn once_within(zh: &str, en: &str) { "{zh}之间某一时候" / "at some time, {en}" }
    fn once() { "某一时候" / "at some time" }

    fn all(list: &str) { "指定：{list}。" / "Pinned: {list}." }
    fn some(list: &str, all: usize) { "指定：{list}等，共{all}项。" / "Pinned: {list} and more, {all} in all." }

    fn not_of(field: &str, decision: &str) {
        "“{decision}”不写“{field}”" / "`{decision}` has no `{field}`"
    }
    fn has(fields: &str) { "可以写：{fields}" / "it has: {fields}" }
    fn no_bound() {
        "没有写at_least，也没有写at_most" / "neither `at_least` nor `at_most` is there"
    }
    fn bound_form() {
        "要求写at_least: 1，禁止写at_most: 0" / "write at_least: 1 to force it, at_most: 0 to forbid it"
    }
    fn who_once() {
        "person、staff、subject三者只写一个" / "write one of `person`, `staff` and `subject`"
    }
    fn no_site(programme: &str, campus: &str) {
        "“{programme}”不能在“{campus}”开办" / "`{programme}` may not be taught at `{campus}`"
    }
    fn sites(list: &str) { "可以开办的校区：{list}" / "campuses where it may be taught: {list}" }
    fn no_entry(programme: &str, entry: &str) {
        "“{programme}”没有{entry}入学的班" / "`{programme}` has no classes that enter in {entry}"
    }
    fn entries(list: &str) { "入学学期有：{list}" / "its terms of entry: {list}" }
    fn barred(who: &str, campus: &str) {
        "“{who}”不得派往“{campus}”" / "`{who}` cannot be sent to `{campus}`"
    }
    fn no_hiring(subject: &str) {
        "“{subject}”没有写hiring，不能招聘" / "`{subject}` has no `hiring`: nobody can be recruited"
    }
    fn cannot_be(zh: &str, en: &str, zh_term: &str, en_term: &str) {
        "{zh_term}不可能有“{zh}”：校舍使用期、建设周期、学制或人员不容许"
        / "not possible in {en_term}: {en}; tenure, building time, length of study or staff do not allow it"
    }
    fn can_be(zh: &str, en: &str, zh_last: &str, en_last: &str) {
        "可能的学期在{zh}至{zh_last}之间" / "it can be from {en} to {en_last}"
    }
    fn never(zh: &str, en: &str) {
        "所定学期内任何时候都不可能有“{zh}”" / "not possible in any of these terms: {en}"
    }
    fn too_many(zh: &str, en: &str, most: u32) {
        "“{zh}”最多{most}" / "there can be at most {most}: {en}"
    }
    fn too_few(zh: &str, en: &str, least: u32) {
        "“{zh}”最少{least}" / "there must be at least {least}: {en}"
    }
    fn never_closes(campus: &str) {
        "“{campus}”今天在用且不得停用，不能禁止启用" / "`{campus}` is in use and may not close: it can't be kept out of use"
    }
    fn passed_over(name: &str) {
        "方案里已没有“{name}”，这一项无从沿用" / "the scenario no longer has `{name}`: nothing of it can be kept"
    }
    fn contradict(other: &str, zh: &str, en: &str) {
        "与{other}矛盾：{zh}" / "contradicts {other}: {en}"
    }
    fn narrow() {
        "改数目，或用from、until把两者的学期错开" / "change a number, or keep their terms apart by `from` and `until`"
    }
    fn no_expression(text: &str) { "看不懂“{text}”" / "`{text}` is not a decision" }
    fn expression_form() {
        "写作：专业 @ 校区、专业 入学学期 @ 校区、启用 校区、建设 项目、招生 专业 入学学期、任职 人员或学科 @ 校区、招聘 学科；后面可加学期（2009-autumn、2009-autumn..、2008-autumn..2009-spring）和数目（= 2、>= 2、<= 2）"
        / "write `PROGRAMME @ CAMPUS`, `PROGRAMME ENTRY @ CAMPUS`, `open CAMPUS`, `build OPTION`, `admit PROGRAMME ENTRY`, `post WHO @ CAMPUS` or `hire SUBJECT`; then perhaps terms (2009-autumn, 2009-autumn.., 2008-autumn..2009-spring) and a number (= 2, >= 2, <= 2)"
    }
    fn no_count(text: &str) { "“{text}”不是数目" / "`{text}` is no number of anything" }
    fn count_form() {
        "数目写作= 2、>= 2或<= 2，放在最后" / "a number is written = 2, >= 2 or <= 2, at the end"
    }
    fn no_campus(text: &str) { "“{text}”缺少@和校区" / "`{text}` lacks `@` and a campus" }
    fn one_term(text: &str) {
        "“{text}”：入学学期只写一个" / "`{text}`: classes enter in one term"
    }
    fn terms_form() {
        "学期写作2009-autumn、2009-autumn..、..2010-spring或2008-autumn..2009-spring"
        / "terms are written 2009-autumn, 2009-autumn.., ..2010-spring or 2008-autumn..2009-spring"
    }
    fn no_opposite(text: &str) {
        "不能只禁止“{text}”：请用--pin写明要多于还是少于这个数" / "`{text}` can't be forbidden as such: say with --pin whether more or fewer are wanted"
    }
    fn short_by(amount: &str) { "差{amount}" / "off by {amount}" }
    fn count() { "计划" / "the plan has" }
    fn least_bound() { "要求不少于" / "the pin's least" }
    fn most_bound() { "要求不多于" / "the pin's most" }
    fn unit() { "个（人）" / "of them" }
}

/// A decision in words, without any bound: 造纸在原二中的班数.
#[must_use]
pub fn decision(scenario: &Scenario, pinned: Pinned) -> Text {
    let of = |programme: ProgrammeId, entry: Option<Term>| {
        let Text { zh, en } = &scenario.programmes[programme].name;
        match entry.map(common::term) {
            None => in_term(zh, en),
            Some(term) => cohort(zh, en, &term.zh, &term.en),
        }
    };
    match pinned {
        Pinned::Placement(programme, entry, at) => {
            let (of, at) = (of(programme, entry), &scenario.campuses[at].name);
            placement(&of.zh, &of.en, &at.zh, &at.en)
        }
        Pinned::Open(at) => {
            let at = &scenario.campuses[at].name;
            open(&at.zh, &at.en)
        }
        Pinned::Built(option) => {
            let option = &scenario.options[option].name;
            built(&option.zh, &option.en)
        }
        Pinned::Admitted(programme, entry) => {
            let of = of(programme, entry);
            admitted(&of.zh, &of.en)
        }
        Pinned::Posted(who, at) => {
            let (who, at) = (self::who(scenario, who), &scenario.campuses[at].name);
            posted(&who.zh, &who.en, &at.zh, &at.en)
        }
        Pinned::Hired(subject) => {
            let subject = &scenario.subjects[subject].name;
            hired(&subject.zh, &subject.en)
        }
    }
}

/// Who is posted: a person by name, a group, or the teachers of a subject.
fn who(scenario: &Scenario, who: Who) -> Text {
    match who {
        Who::Subject(subject) => {
            let subject = &scenario.subjects[subject].name;
            teachers(&subject.zh, &subject.en)
        }
        Who::Group(group) => {
            let group = &scenario.staff[group];
            match group.people.as_slice() {
                [person] if person.name.is_some() => {
                    let name = person.name.clone().unwrap_or_default();
                    in_term(&name, &name)
                }
                _ => group.name.clone(),
            }
        }
    }
}

/// A pin in words: 造纸在原二中的班数不少于1（2009年秋季学期起）.
#[must_use]
pub fn pin(scenario: &Scenario, pin: &Pin) -> Text {
    let what = decision(scenario, pin.pinned);
    let told = if let Pinned::Open(_) = pin.pinned {
        let bound = match pin.at_least {
            Some(1..) => must(),
            _ => must_not(),
        };
        open_bounded(&what.zh, &what.en, &bound.zh, &bound.en)
    } else {
        let bound = match (pin.at_least, pin.at_most) {
            (Some(least), Some(most)) if least == most => exactly(least),
            (Some(least), Some(most)) => between(least, most),
            (Some(least), None) => at_least(least),
            (None, most) => at_most(most.unwrap_or(0)),
        };
        bounded(&what.zh, &what.en, &bound.zh, &bound.en)
    };
    match terms(pin) {
        None => told,
        Some(terms) => within(&told.zh, &told.en, &terms.zh, &terms.en),
    }
}

/// The terms for which a pin stands, unless these are all.
fn terms(pin: &Pin) -> Option<Text> {
    let term = |term: Option<Term>| term.map(common::term);
    let terms = match (term(pin.from), term(pin.until)) {
        (None, None) => return pin.once.then(once),
        (Some(from), Some(until)) if from == until => in_term(&from.zh, &from.en),
        (Some(from), Some(until)) => between_terms(&from.zh, &from.en, &until.zh, &until.en),
        (Some(first), None) => from(&first.zh, &first.en),
        (None, Some(last)) => until(&last.zh, &last.en),
    };
    Some(if pin.once { once_within(&terms.zh, &terms.en) } else { terms })
}
