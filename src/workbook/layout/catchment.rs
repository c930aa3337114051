//! The sheets 生源片区 and 校车.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::labels;
use super::table::{SOURCE, Sheet};
use super::table::{at, key, rows};
use crate::scenario::measure::Measure;

const MONEY: Kind = Kind::Figure(Measure::Money);

/// Zones of feeder schools.
pub const ZONES: Sheet = Sheet {
    title: Bi("生源片区", "Zones"),
    synonyms: &["划片", "学区"],
    about: Bi(
        "哪些生源学校的学生入学时去哪些校区；只写一个校区的为固定",
        "At which campuses the pupils of feeder schools enter; with one campus it is fixed",
    ),
    rows: &[rows("rules.catchment.zones[]", &[])],
    columns: &[
        at("feeders", "生源学校", "Feeders", Kind::Refs(Dim::Feeders))
            .note("空着为全部", "All if empty"),
        at("programmes", "专业", "Programmes", Kind::Refs(Dim::Programmes))
            .note("空着为这些校区可办的全部专业", "All that are taught at the campuses if empty"),
        at("campuses", "校区", "Campuses", Kind::Refs(Dim::Campuses)),
        at("assign", "划法", "Assigned", Kind::Word(labels::ASSIGNMENTS)),
        at("from", "起始入学学期", "First entry", Kind::Term),
        at("until", "最后入学学期", "Last entry", Kind::Term),
        SOURCE,
    ],
};

/// School buses.
pub const BUSES: Sheet = Sheet {
    title: Bi("校车", "Buses"),
    synonyms: &["接送"],
    about: Bi("各校区接送走读生的校车", "Buses of the campuses for day pupils"),
    rows: &[rows("rules.catchment.buses.*", &[("campus", Kind::Ref(Dim::Campuses))])],
    columns: &[
        key("campus", "校区", "Campus"),
        at("seats", "座位", "Seats", Kind::Figure(Measure::Students)),
        at("per_pupil", "每名学生每学期", "A pupil, a term", MONEY),
        at("per_route", "每条线路每学期", "A route, a term", MONEY),
        at("per_km", "线路每公里每学期", "A kilometre of a route, a term", MONEY),
        SOURCE,
    ],
};
