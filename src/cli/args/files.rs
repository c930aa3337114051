//! Arguments of the commands about files.

use super::Changes;
use crate::domain::Language;
use crate::lists::ListKind;
use clap::ValueEnum;
use std::path::PathBuf;

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 写到哪个文件 / The workbook to write
    #[arg(long, short, value_name = "FILE")]
    pub out: PathBuf,
    /// 已存在则覆盖 / Overwrite the file if it exists
    #[arg(long)]
    pub force: bool,
    /// 表头语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
}

/// Arguments of `import`.
#[allow(clippy::struct_excessive_bools)] // flags of the command line
#[derive(Debug, clap::Args)]
pub struct Import {
    /// 名单文件 / The list (xlsx, xls, ods, csv)
    pub list: PathBuf,
    /// 名单的种类 / What it is taken for
    #[arg(long = "as", value_name = "KIND", value_enum)]
    pub kind: ListKind,
    /// 导入到哪个方案（原文件不变）/ The scenario it is taken into, which stays as it is
    #[arg(long, value_name = "SCENARIO", required_unless_present = "preview")]
    pub into: Option<PathBuf>,
    /// 结果：.ron（以原方案为基础的情景文件）或.xlsx，须尚不存在 / The result: .ron (an overlay on the scenario) or .xlsx, not there yet
    #[arg(long, short, value_name = "FILE", required_unless_present = "preview")]
    pub out: Option<PathBuf>,
    /// 只预览，不写文件 / Show the preview, and the changes if --into is given; write nothing
    #[arg(long)]
    pub preview: bool,
    /// 工作表，默认第一张有表头的 / The sheet; the first with heads by default
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// 表头从第几行起 / The first row of the heads
    #[arg(long, value_name = "ROW", value_parser = clap::value_parser!(u32).range(1..=1_048_576))]
    pub header: Option<u32>,
    /// 某列是什么，如"人员代码=工号"、"价值=价值（万元）"；“=-”为不读 / What a column is, by head or letter; `HEAD=-` leaves it out
    #[arg(long, value_name = "HEAD=FIELD", value_parser = pair)]
    pub column: Vec<(String, String)>,
    /// 名单没有的栏目统一填写，如"周课时=12"、"校区=县职校" / A value where the list says nothing
    #[arg(long, value_name = "FIELD=VALUE", value_parser = pair)]
    pub fill: Vec<(String, String)>,
    /// 名单里的名称指方案里的什么，如"数控=数控技术应用" / What a name in the list means in the scenario
    #[arg(long, value_name = "NAME=KEY", value_parser = pair)]
    pub name: Vec<(String, String)>,
    /// 沿用对照文件（按表头认出同样的名单）/ Use the mappings in this file; the heads must be those of one of them
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// 把这次的对照存入文件（新建，或加进已有的对照文件）/ Keep the mapping in this file, new or with other mappings
    #[arg(long, value_name = "FILE")]
    pub save_map: Option<PathBuf>,
    /// 由身份证号取出生年份（身份证号本身从不保留）/ Take the year of birth from identity numbers, which are never kept
    #[arg(long)]
    pub birth_year_from_id: bool,
    /// 新增人员的退休年龄，男,女 / Ages of retirement of new people, men and women
    #[arg(long, value_name = "MEN,WOMEN", value_parser = ages)]
    pub retirement_ages: Option<(u32, u32)>,
    /// 去掉名单里没有的（限名单涉及的校区）/ Remove what the list lacks, of the campuses that it is about
    #[arg(long)]
    pub drop_missing: bool,
    /// 略过有不认识的名称的行 / Leave out rows with names that the scenario does not know
    #[arg(long)]
    pub skip_unmatched: bool,
    /// 去掉名单所涉校区只给人数的教职工组 / Remove staff groups given as counts, of the campuses that the list is about
    #[arg(long)]
    pub replace_counts: bool,
    /// 数据的日期，默认为名单文件的修改日期 / Date of the figures; that of the file by default
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / Changes and findings as JSON
    #[arg(long)]
    pub json: bool,
    /// 不显示预览和提示 / No preview and no notes
    #[arg(long)]
    pub quiet: bool,
}

/// Two texts with `=` between them.
pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once(['=', '＝']) {
        Some((one, other)) if !one.trim().is_empty() => {
            Ok((one.trim().to_owned(), other.trim().to_owned()))
        }
        _ => Err("must be like NAME=VALUE".to_owned()),
    }
}

/// Two ages.
pub(super) fn ages(text: &str) -> Result<(u32, u32), String> {
    let (men, women) = text.split_once([',', '，']).unwrap_or((text, text));
    match (men.trim().parse(), women.trim().parse()) {
        (Ok(men), Ok(women)) if (18..=80).contains(&men) && (18..=80).contains(&women) => {
            Ok((men, women))
        }
        _ => Err("must be two ages like 60,55".to_owned()),
    }
}

/// Arguments of `template`.
#[derive(Debug, clap::Args)]
pub struct Template {
    /// 写到哪个文件 / The workbook to write
    #[arg(long, short, value_name = "FILE")]
    pub out: PathBuf,
    /// 已存在则覆盖 / Overwrite the file if it exists
    #[arg(long)]
    pub force: bool,
    /// 表头语言 / Language
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
}

/// Arguments of `show`.
#[derive(Debug, clap::Args)]
pub struct Show {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
}

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// 方案或情景文件，甲 / Scenario or overlay file A (RON, xlsx)
    pub a: PathBuf,
    /// 方案或情景文件，乙；缺省为甲 / Scenario or overlay file B (RON, xlsx); A if absent
    pub b: Option<PathBuf>,
    /// Changes to B.
    #[command(flatten)]
    pub changes: Changes,
    /// 输出语言，默认用甲的 / Language; that of A by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / Differences as JSON
    #[arg(long)]
    pub json: bool,
    /// 把差别另存为情景文件（以甲为基础） / Save the differences as an overlay on A
    #[arg(long, value_name = "FILE")]
    pub overlay: Option<PathBuf>,
}

/// Arguments of `serve`.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// 工作台的目录，默认为当前目录 / The folder of the workbench; the current one by default
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// 同时求解的个数 / Runs at a time
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=64))]
    pub jobs: u32,
    /// 随即用浏览器打开 / Open the page in a browser at once
    #[arg(long)]
    pub open: bool,
    /// 提示的语言 / Language of the notes
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
}

/// A file format.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// 计划 / The plan
    Plan,
    /// 方案 / The scenario
    Scenario,
    /// 情景 / The overlay
    Overlay,
    /// 办学条件标准 / A set of standards
    Standards,
    /// 情景研究 / A study
    Study,
    /// 情景研究的清单 / The manifest of a study
    Manifest,
    /// 情景研究的一行 / A row of a study
    Row,
}
