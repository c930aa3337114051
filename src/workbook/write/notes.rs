//! The note on a head: what the column holds and how its cells are written.

use super::FilledHead;
use crate::domain::Language;
use crate::workbook::layout::{Field, Kind, Part, Sheet, parts};
use crate::workbook::schema::{Schema, scenario};

pub fn of(head: &FilledHead, sheet: &Sheet, language: Language) -> String {
    let mut lines: Vec<String> = Vec::new();
    let say = |zh: String, en: String| match language {
        Language::Zh => zh,
        Language::En => en,
    };
    let note = head.column.note.get(language);
    if !note.is_empty() {
        lines.push(note.to_owned());
    }
    if let Some(field) = field(head) {
        if language == Language::En
            && let Some(text) = sheet.rows.iter().find_map(|row| described(row.at, &field))
        {
            lines.push(text);
        }
        let kind = head.column.kind;
        let (zh, en) = form(kind);
        lines.push(say(zh, en));
        lines.push(say(format!("字段：{field}"), format!("Field: {field}")));
    }
    lines.retain(|line| !line.is_empty());
    if lines.is_empty() {
        lines.push(sheet.about.get(language).to_owned());
    }
    lines.join("\n")
}

fn field(head: &FilledHead) -> Option<String> {
    match (head.column.field, &head.key) {
        (Field::At(path), _) => Some(path.to_owned()),
        (Field::Each(map, _), Some(key)) => Some(format!("{map}.{key}")),
        _ => None,
    }
}

/// What the format says of a field.
fn described(at: &'static str, field: &str) -> Option<String> {
    let mut here: Schema<'static> = scenario();
    for part in parts(at) {
        here = match part {
            Part::Field(name) => here.step(name)?.1,
            Part::Key => here.entries()?,
            Part::Entry | Part::Nth(_) => here.entry()?,
        };
    }
    for name in field.split('.') {
        let name = name.split('[').next().unwrap_or_default();
        here = here.step(name)?.1;
    }
    here.description().map(|text| text.replace('\n', " "))
}

/// How a cell is written.
fn form(kind: Kind) -> (String, String) {
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    match kind {
        Kind::Text | Kind::Own => both("填文字", "A text"),
        Kind::Texts | Kind::Refs(_) => {
            both("可以填几项，用顿号“、”隔开", "Several, with commas between them")
        }
        Kind::Count => both("填整数", "A whole number"),
        Kind::Figure(measure) => {
            let units: Vec<&str> = measure.units().iter().map(|(name, _)| *name).collect();
            if units.is_empty() {
                return both("填数", "A number");
            }
            let list = units.join("、");
            (
                format!("填数；也可带单位：{list}"),
                format!("A number, in the unit of the head or with its own: {}", units.join(", ")),
            )
        }
        Kind::Figures(_) => both(
            "填一个或几个数，用顿号“、”隔开",
            "One or several figures, with commas between them",
        ),
        Kind::Flag => both("填“是”或“否”", "yes or no"),
        Kind::Word(labels) => {
            let zh: Vec<&str> = labels.iter().map(|label| label.name.0).collect();
            let en: Vec<&str> = labels.iter().map(|label| label.name.1).collect();
            (format!("可选：{}", zh.join("、")), format!("One of: {}", en.join(", ")))
        }
        Kind::Ref(of) => {
            (format!("填{}的名称或代码", of.noun().0), format!("Name or key of a {}", of.noun().1))
        }
        Kind::Term => both("填学期，如“2008年秋”", "A term like 2008-autumn"),
        Kind::Terms => both(
            "填学期，用顿号“、”隔开；“无”表示没有",
            "Terms, with commas between them; none for none at all",
        ),
        Kind::Date => both("填日期，如2008-09-01、2008年9月", "A date like 2008-09-01 or 2008-09"),
        Kind::Day => both("填月日，如09-01", "A day of the year like 09-01"),
        Kind::Pairs(..) => both(
            "写作“2008年春：110；2009年春：130”",
            "Written like 2008-spring: 110; 2009-spring: 130",
        ),
        Kind::Enforce => {
            both("填“必须”，或每缺一单位的价格", "hard, or the price of each missing unit")
        }
        Kind::Parts => both(
            "目标、费用、扰动、路途，可写权重如“费用×0.5”",
            "Parts with weights, like cost×0.5",
        ),
        Kind::Tie => both("", ""),
        Kind::Choice => {
            both("填标准代码，用顿号“、”隔开，或“按施行日期”", "Keys of sets, or by date")
        }
    }
}
