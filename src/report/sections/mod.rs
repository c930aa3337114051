//! The sections of the reports, one file for each family of tables.

pub mod afterwards;
pub mod agenda;
pub mod assets;
pub mod bands;
pub mod bounds;
pub mod building;
pub mod campuses;
pub mod capacity;
pub mod catchment;
pub mod chart;
pub mod classes;
pub mod courses;
pub mod enrolment;
pub mod findings;
pub mod forecast;
pub mod infeasibility;
pub mod intakes;
pub mod missed;
pub mod money;
pub mod payroll;
pub mod people;
pub mod postings;
pub mod relocation;
pub mod retraining;
pub mod sharing;
pub mod sources;
pub mod staff;
pub mod standards;
pub mod summary;
pub mod targets;
pub mod verification;
pub mod watched;

/// Names of the tables of a plan's report, in the order of the alphabet.
pub const TABLES: [&str; 68] = [
    "admissions",
    "afterwards",
    "applicants",
    "asset_balance",
    "asset_campuses",
    "asset_findings",
    "asset_moves",
    "asset_owners",
    "asset_premises",
    "assets",
    "assignments",
    "building",
    "campus_use",
    "campuses",
    "capacity",
    "capacity_shares",
    "capacity_tight",
    "catchment_ways",
    "catchments",
    "class_teacher_terms",
    "class_teachers",
    "classes",
    "classes_by_term",
    "classes_by_year",
    "compliance",
    "courses",
    "duty",
    "duty_orders",
    "event_days",
    "events",
    "exchanges",
    "forecast_applicants",
    "forecast_backtest",
    "forecast_feeders",
    "forecast_pupils",
    "forecast_ratios",
    "gantt",
    "gantt_months",
    "grade_bands",
    "hires",
    "intakes",
    "merging",
    "milestones",
    "missed_rules",
    "money",
    "part_time",
    "payroll",
    "people",
    "people_by_campus",
    "postings",
    "posts",
    "relocation",
    "retraining",
    "school_buses",
    "sharing",
    "shipments",
    "sources",
    "staff",
    "staff_by_subject",
    "staff_by_year",
    "standards",
    "standards_sources",
    "students",
    "subject_groups",
    "targets",
    "tiers",
    "visiting",
    "watched",
];
