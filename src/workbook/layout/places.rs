//! The sheets 道路, 建设项目, 处置 and 资产.

use super::bilingual::Bi;
use super::kind::{Dim, Kind};
use super::labels;
use super::table::{NAME, NAME_EN, OWN, SOURCE, Sheet, at, entries, rows};
use crate::scenario::measure::Measure;

const MONEY: Kind = Kind::Figure(Measure::Money);
const UNITS: Kind = Kind::Figure(Measure::Units);
const CAMPUS: Kind = Kind::Ref(Dim::Campuses);

/// Roads.
pub const ROADS: Sheet = Sheet {
    title: Bi("道路", "Roads"),
    synonyms: &["校区距离", "距离"],
    about: Bi("校区之间的道路，单程", "Roads between campuses, one way"),
    rows: &[rows("roads[]", &[])],
    columns: &[
        at("between[0]", "校区甲", "Campus A", CAMPUS).or(&["从", "起点"]),
        at("between[1]", "校区乙", "Campus B", CAMPUS).or(&["到", "终点"]),
        at("km", "里程", "Distance", Kind::Figure(Measure::Kilometres)).or(&["距离"]),
        at("minutes", "车程", "Travel time", Kind::Figure(Measure::Minutes)).or(&["时间", "分钟"]),
        SOURCE,
    ],
};

/// Building and equipment options.
pub const OPTIONS: Sheet = Sheet {
    title: Bi("建设项目", "Options"),
    synonyms: &["建设", "项目"],
    about: Bi("可以建设的项目，按模块计", "What may be built, in modules"),
    rows: &[entries("options.*")],
    columns: &[
        NAME.or(&["项目", "项目名称"]),
        OWN,
        NAME_EN,
        at("campus", "校区", "Campus", CAMPUS),
        at("resource", "资源", "Resource", Kind::Ref(Dim::Resources)),
        at("units", "每模块数量", "Units a module", UNITS).or(&["数量"]),
        at("cost", "每模块造价", "Cost of a module", MONEY).or(&["造价"]),
        at("upkeep", "每模块运行费（每学期）", "Upkeep a term", MONEY).or(&["运行费"]),
        at("lead_terms", "工期（学期）", "Terms of work", Kind::Count).or(&["工期"]),
        at("earliest", "最早开工", "Earliest start", Kind::Term),
        at("most", "最多模块", "Most modules", Kind::Count),
        at("kind", "资产类别", "Kind of asset", Kind::Word(labels::ASSET_KINDS)),
        at("owner.zh", "产权单位", "Owner (Chinese)", Kind::Text),
        at("owner.en", "产权单位英文", "Owner", Kind::Text),
        SOURCE,
    ],
};

/// Declared disposals.
pub const DISPOSALS: Sheet = Sheet {
    title: Bi("处置", "Disposals"),
    synonyms: &["资产处置", "报废"],
    about: Bi("已定的资产处置", "Disposals already decided"),
    rows: &[rows("disposals[]", &[])],
    columns: &[
        at("asset", "资产", "Asset", Kind::Ref(Dim::Assets)).or(&["资产编号"]),
        at("resource", "资源", "Resource", Kind::Ref(Dim::Resources)),
        at("campus", "校区", "Campus", CAMPUS),
        at("units", "数量", "Units", UNITS),
        at("at", "处置学期", "From term", Kind::Term),
        SOURCE,
    ],
};

/// The register of assets.
pub const ASSETS: Sheet = Sheet {
    title: Bi("资产", "Assets"),
    synonyms: &["资产清册", "固定资产", "资产登记"],
    about: Bi("资产登记，按编号", "The register of assets"),
    rows: &[entries("assets.*")],
    columns: &[
        NAME.or(&["资产名称", "资产"]),
        OWN.or(&["资产编号", "编号", "编码", "number"]),
        NAME_EN,
        at("kind", "类别", "Kind", Kind::Word(labels::ASSET_KINDS)).or(&["资产类别", "分类"]),
        at("resource", "资源", "Resource", Kind::Ref(Dim::Resources)),
        at("number", "数量", "Quantity", UNITS),
        at("unit.zh", "量词", "Unit (Chinese)", Kind::Text).or(&["计量单位", "单位"]),
        at("unit.en", "英文量词", "Unit", Kind::Text),
        at("value", "价值", "Value", MONEY).or(&["原值", "评估值"]),
        at("campus", "校区", "Campus", CAMPUS).or(&["存放地点", "所在校区"]),
        at("owner.zh", "产权单位", "Owner (Chinese)", Kind::Text),
        at("owner.en", "产权单位英文", "Owner", Kind::Text),
        at("movable", "可搬迁", "Movable", Kind::Flag),
        at("valued", "评估日期", "Valued on", Kind::Date),
        SOURCE,
    ],
};
