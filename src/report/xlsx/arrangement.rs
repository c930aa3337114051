//! Which tables share a sheet, and what the sheets are called: by the same
//! nouns as those of the scenario's workbook, so that plan and case can be put
//! side by side.

use crate::domain::{Language, Text};
use crate::words::report as words;
use crate::workbook::layout::sheets;

/// What a sheet is called.
#[derive(Clone, Copy)]
enum Name {
    /// As the sheet of the scenario's workbook with these rows.
    Noun(&'static str),
    /// By its own words.
    Own(fn() -> Text),
}

use Name::{Noun, Own};

/// The sheets in order, with the keys of their tables in order.
const SHEETS: [(Name, &[&str]); 27] = [
    (Noun("targets.*"), &["targets", "missed_rules"]),
    (Own(words::options_sheet), &["options", "chart_comparison"]),
    (Own(words::students_sheet), &["students", "chart_enrolment", "forecast_pupils"]),
    (
        Noun("campuses.*"),
        &[
            "campuses",
            "campus_use",
            "afterwards",
            "grade_bands",
            "layout_campuses",
            "chart_classes",
        ],
    ),
    (Noun("programmes.*"), &["layout_programmes", "classes_by_year", "classes_by_term"]),
    (Own(words::classes_sheet), &["moves", "relocation", "merging", "chart_flow", "classes"]),
    (
        Noun("admissions[]"),
        &["admissions", "intakes", "catchments", "catchment_ways", "school_buses"],
    ),
    (
        Own(words::forecast_sheet),
        &[
            "applicants",
            "forecast_applicants",
            "forecast_feeders",
            "forecast_backtest",
            "forecast_ratios",
        ],
    ),
    (Noun("courses.*"), &["courses"]),
    (
        Noun("resources.*"),
        &["capacity_shares", "chart_utilisation", "capacity_tight", "sharing", "capacity"],
    ),
    (
        Own(words::staff_sheet),
        &["staff_by_year", "people_by_campus", "staff_by_subject", "hires", "retraining"],
    ),
    (Noun("subjects.*"), &["staff"]),
    (
        Own(words::postings_sheet),
        &["postings", "visiting", "part_time", "exchanges", "subject_groups"],
    ),
    (Noun("roster.*"), &["people"]),
    (Own(words::posts_sheet), &["roll", "posts", "assignments"]),
    (
        Own(words::class_teachers_sheet),
        &["class_teachers", "duty", "duty_orders", "class_teacher_terms"],
    ),
    (Noun("options.*"), &["building", "shipments"]),
    (Own(words::money_sheet), &["money", "payroll", "chart_money"]),
    (Noun("assets.*"), &["assets"]),
    (
        Own(words::asset_sums_sheet),
        &[
            "asset_balance",
            "asset_owners",
            "asset_campuses",
            "asset_premises",
            "asset_findings",
            "asset_moves",
            "asset_register",
        ],
    ),
    (
        Own(words::standards_sheet),
        &[
            "chart_compliance",
            "compliance_2001",
            "compliance_2010",
            "compliance_set",
            "standards",
            "watched",
        ],
    ),
    (Own(words::standards_lines_sheet), &["standards_sources", "compliance"]),
    (Noun("milestones.*"), &["milestones", "chart_schedule"]),
    (Own(words::schedule_sheet), &["gantt_months"]),
    (Noun("events.*"), &["events", "event_days"]),
    (Noun("sources.*"), &["sources", "sources_grouped"]),
    (Own(words::method_sheet), &["run", "tiers", "comparisons", "violations"]),
];

/// Where a table stands: the number of its sheet and its place there. Nothing
/// for a table that has a sheet of its own, behind the others.
#[must_use]
pub fn place_of(key: &str) -> Option<(usize, usize)> {
    let mut sheets = SHEETS.iter().enumerate();
    sheets.find_map(|(sheet, (_, keys))| {
        keys.iter().position(|known| *known == key).map(|place| (sheet, place))
    })
}

/// The name of a sheet.
#[must_use]
pub fn name_of(sheet: usize, language: Language) -> String {
    match SHEETS[sheet].0 {
        Own(name) => name().get(language).to_owned(),
        Noun(rows) => {
            let of = |sheet: &&crate::workbook::layout::Sheet| {
                sheet.rows.iter().any(|row| row.at == rows)
            };
            let found = sheets().iter().find(of);
            found.map_or(rows, |sheet| sheet.title.get(language)).to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Noun, SHEETS, name_of, place_of};
    use crate::domain::Language;

    #[test]
    fn every_noun_is_a_sheet_of_the_scenarios_workbook() {
        for (index, (name, _)) in SHEETS.iter().enumerate() {
            if let Noun(rows) = name {
                assert_ne!(name_of(index, Language::Zh), *rows);
            }
        }
    }

    #[test]
    fn no_table_has_two_places_and_no_name_is_used_twice() {
        let mut keys: Vec<&str> =
            SHEETS.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
        keys.sort_unstable();
        let all = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), all);
        for language in [Language::Zh, Language::En] {
            let mut names: Vec<String> =
                (0..SHEETS.len()).map(|sheet| name_of(sheet, language)).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), SHEETS.len());
        }
        assert_eq!(place_of("targets"), Some((0, 0)));
        assert_eq!(place_of("unknown"), None);
    }
}
