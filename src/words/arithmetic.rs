//! Sentences about a scenario that need no solving.

use super::common::balance;
pub use super::common::term;
use crate::domain::{Basis, Date, Term, Text};
use crate::units::whole_down;

/// A number with one decimal at most.
pub(super) fn number(value: f64) -> String {
    // An empty sum is -0.
    let rounded = (value * 10.0).round() / 10.0 + 0.0;
    format!("{rounded}")
}

/// Units of a resource at a campus against what its classes need today.
#[must_use]
pub fn today(campus: &Text, resource: (&Text, &Text), basis: Basis, have: f64, need: f64) -> Text {
    let (resource, unit) = resource;
    let who = match basis {
        Basis::Class => ("在校班级", "the classes in school"),
        Basis::Student => ("在校学生", "the students in school"),
        Basis::Boarder => ("寄宿生", "the boarders"),
    };
    let short = need > have;
    let [need, have, left] = balance(need, have);
    let balance = if short {
        (format!("缺{left}{}", unit.zh), format!("{left} short"))
    } else {
        (format!("余{left}{}", unit.zh), format!("{left} to spare"))
    };
    Text {
        zh: format!(
            "{}现有{}{have}{}，今天{}需要{need}{}，{}。",
            campus.zh, resource.zh, unit.zh, who.0, unit.zh, balance.0
        ),
        en: format!(
            "{}, {}: {have} there today, {need} needed by {}; {}.",
            campus.en, resource.en, who.1, balance.1
        ),
    }
}

/// What a target asks for and the most that a resource can hold.
#[must_use]
pub fn ceiling(target: &Text, when: Term, asked: f64, resource: &Text, holds: f64) -> Text {
    let when = term(when);
    let holds = whole_down(holds);
    let verdict = if asked > holds {
        ("达不到", "it can't be met")
    } else {
        ("装得下", "there is room")
    };
    let (asked, holds) = (number(asked), number(holds));
    Text {
        zh: format!(
            "目标“{}”在{}要求{asked}；所有可用校区的{}加上全部建设项目，最多容纳{holds}，{}。",
            target.zh, when.zh, resource.zh, verdict.0
        ),
        en: format!(
            "The target “{}” asks for {asked} in {}; the {} of all usable campuses with everything that could be built hold {holds} at most: {}.",
            target.en, when.en, resource.en, verdict.1
        ),
    }
}

/// Registered students that applicants allow against a target.
#[must_use]
pub fn applicants(target: &Text, when: Term, asked: f64, possible: f64) -> Text {
    let when = term(when);
    let possible = whole_down(possible);
    let verdict = if asked > possible {
        ("达不到", "it can't be met")
    } else {
        ("可以达到", "it can be met")
    };
    let (asked, possible) = (number(asked), number(possible));
    Text {
        zh: format!(
            "目标“{}”在{}要求在册{asked}人；把报名学生全部招进来，届时约有{possible}人，{}。",
            target.zh, when.zh, verdict.0
        ),
        en: format!(
            "The target “{}” asks for {asked} registered students in {}; admitting every applicant gives about {possible} then: {}.",
            target.en, when.en, verdict.1
        ),
    }
}

/// Applicants of whom nothing asks that any be admitted.
#[must_use]
pub fn nothing_asks_for_admissions(applicants: f64) -> Text {
    let applicants = number(applicants);
    Text {
        zh: format!(
            "报名共{applicants}人，但既没有目标（targets），也没有最少招班数（least）：没有任何规定要求招生，成本最低的计划一个班也不招。"
        ),
        en: format!(
            "{applicants} apply in all, yet there is no target and no `least` number of classes: nothing asks for admissions, and the cheapest plan admits nobody."
        ),
    }
}

/// Periods of a subject a week: needed, and what can be taught.
#[derive(Clone, Copy, Debug)]
pub struct Teachable {
    /// Needed.
    pub needed: f64,
    /// By those qualified.
    pub teachers: f64,
    /// By recruits.
    pub recruits: f64,
    /// By those who change to the subject, and part-time teachers.
    pub others: f64,
}

/// Periods of a subject needed against what its teachers can give.
#[must_use]
pub fn periods(subject: &Text, when: Term, teachable: Teachable) -> Text {
    let Teachable { needed, teachers, recruits, others } = teachable;
    let when = term(when);
    let verdict = if needed <= 0.95 * teachers {
        ("够用", "enough")
    } else if needed <= teachers {
        ("刚好够用", "just enough")
    } else if needed <= teachers + recruits {
        ("要靠招聘补足", "recruits must make up for it")
    } else if needed <= teachers + recruits + others {
        ("要靠转岗或兼职补足", "retraining or part-time teachers must make up for it")
    } else {
        ("即使招满也不够", "too few even with every recruit")
    };
    let joined = (others > 0.0).then(|| number(others));
    let (zh_joined, en_joined) = joined.map_or_else(Default::default, |more| {
        (
            format!("，转岗和兼职最多再加{more}节"),
            format!(", retraining and part-time teachers at most {more}"),
        )
    });
    let hired = (recruits > 0.0).then(|| number(recruits));
    let zh_hired =
        hired.as_ref().map_or_else(String::new, |more| format!("，招聘最多再加{more}节"));
    let en_hired =
        hired.as_ref().map_or_else(String::new, |more| format!(", and recruits at most {more}"));
    let (needed, teachers) = (number(needed), number(teachers));
    Text {
        zh: format!(
            "{}：{}每周约需{needed}节，能教的教师每周最多上{teachers}节{zh_hired}{zh_joined}，{}。",
            subject.zh, when.zh, verdict.0
        ),
        en: format!(
            "{}: {} needs about {needed} periods a week; those qualified teach at most {teachers}{en_hired}{en_joined}: {}.",
            subject.en, when.en, verdict.1
        ),
    }
}

/// A campus that can be used only from the relocation point after its tenure
/// begins.
#[must_use]
pub fn usable_late(campus: &Text, from: Term, point: Option<Term>) -> Text {
    let from = term(from);
    let (zh, en) = point.map(term).map_or_else(
        || {
            (
                "规划期内没有合适的搬迁点".to_owned(),
                "there is no relocation point after that".to_owned(),
            )
        },
        |point| {
            (
                format!("到{}才能搬入", point.zh),
                format!("it can be moved into only in {}", point.en),
            )
        },
    );
    Text {
        zh: format!(
            "{}从{}起可用，但那不是搬迁点：届时入学的班可以进入，原有的班{zh}。",
            campus.zh, from.zh
        ),
        en: format!(
            "{} may be used from {}, which is no relocation point: classes that enter then may sit there; for others {en}.",
            campus.en, from.en
        ),
    }
}

/// A campus that must be left at the relocation point before its tenure ends.
#[must_use]
pub fn left_early(campus: &Text, gone: Term, point: Term) -> Text {
    let (gone, point) = (term(gone), term(point));
    Text {
        zh: format!(
            "{}从{}起不能再用，但那不是搬迁点：{}起能留下的，只有在此之前离校的班。",
            campus.zh, gone.zh, point.zh
        ),
        en: format!(
            "{} can't be used from {} on, which is no relocation point: from {} on only classes that leave school before then can stay.",
            campus.en, gone.en, point.en
        ),
    }
}

/// People who retire within a stage.
#[must_use]
pub fn retire_in_stage(group: &Text, people: usize, retires: Term, point: Term) -> Text {
    let (retires, point) = (term(retires), term(point));
    Text {
        zh: format!(
            "{}有{people}人{}退休，那不是搬迁点：从{}起到退休前只在原校区上课，不走教，不调动。",
            group.zh, retires.zh, point.zh
        ),
        en: format!(
            "{people} of the {} retire in {}, which is no relocation point: from {} until then they teach at their own campus only and are not re-based.",
            group.en, retires.en, point.en
        ),
    }
}

/// Classes whose internship window leaves them less than the whole time.
#[must_use]
pub fn internship_cut(cohort: (&Text, Term), classes: u32, left: usize, length: usize) -> Text {
    let (programme, entry) = (cohort.0, term(cohort.1));
    Text {
        zh: format!(
            "{}入学的{}还有{classes}个班没有实习，实习期只剩{left}个学期，不足{length}个学期。",
            entry.zh, programme.zh
        ),
        en: format!(
            "{classes} classes of {} that entered in {} have had no internship yet; {left} terms of its window are left, but it takes {length}.",
            programme.en, entry.en
        ),
    }
}

/// A line of the register that must move and has no valuation from before.
#[must_use]
pub fn unvalued(
    (key, asset): (&str, &Text),
    campus: &Text,
    leaves: Term,
    valued: Option<Date>,
) -> Text {
    let leaves = term(leaves);
    let date = valued.map_or_else(
        || Text { zh: "尚未评估".to_owned(), en: "has not been valued".to_owned() },
        |date| Text {
            zh: format!("评估日期{date}在此之后"),
            en: format!("was valued only then or later ({date})"),
        },
    );
    Text {
        zh: format!(
            "{}的{}（{key}）最迟{}搬出，{}；请先评估再搬。",
            campus.zh, asset.zh, leaves.zh, date.zh
        ),
        en: format!(
            "{}, {} ({key}): must leave by {} and {}; have it valued first.",
            campus.en, asset.en, leaves.en, date.en
        ),
    }
}
