//! The sections of the reports, one file for each family of tables.

pub mod building;
pub mod campuses;
pub mod capacity;
pub mod chart;
pub mod classes;
pub mod enrolment;
pub mod forecast;
pub mod infeasibility;
pub mod missed;
pub mod money;
pub mod people;
pub mod postings;
pub mod relocation;
pub mod retraining;
pub mod sharing;
pub mod sources;
pub mod staff;
pub mod summary;
pub mod targets;
pub mod verification;

/// Names of the tables of a plan's report, in the order of the alphabet.
pub const TABLES: [&str; 44] = [
    "admissions",
    "applicants",
    "assignments",
    "building",
    "campus_use",
    "campuses",
    "capacity",
    "capacity_shares",
    "capacity_tight",
    "class_teacher_terms",
    "class_teachers",
    "classes",
    "classes_by_term",
    "classes_by_year",
    "duty",
    "duty_orders",
    "exchanges",
    "forecast_applicants",
    "forecast_backtest",
    "forecast_feeders",
    "forecast_pupils",
    "forecast_ratios",
    "hires",
    "merging",
    "missed_rules",
    "money",
    "part_time",
    "people",
    "people_by_campus",
    "postings",
    "posts",
    "relocation",
    "retraining",
    "sharing",
    "shipments",
    "sources",
    "staff",
    "staff_by_subject",
    "staff_by_year",
    "students",
    "subject_groups",
    "targets",
    "tiers",
    "visiting",
];
