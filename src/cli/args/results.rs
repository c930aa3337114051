//! Arguments of the commands about a finished plan.

use super::Changes;
use super::common::{day, term};
use crate::domain::{Language, Term};
use chrono::NaiveDate;
use clap::ValueEnum;
use std::path::PathBuf;

/// Arguments of `verify`.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 不用求解器，由计划所附的对偶值重新算出各级目标的下界 / Compute the bounds again from the plan's dual values, without a solver
    #[arg(long)]
    pub bound: bool,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / Findings as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `calendar`.
#[derive(Debug, clap::Args)]
pub struct Calendar {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 从这一天起，如2008-03-01 / From this day on, like 2008-03-01
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub from: Option<NaiveDate>,
    /// 到这一天止 / Up to this day
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub until: Option<NaiveDate>,
    /// 日历文件，缺省为标准输出 / Calendar file (.ics); standard output if absent
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
}

/// Arguments of `duty`.
#[derive(Debug, clap::Args)]
pub struct Duty {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 学期，如2009-autumn，默认为目标学期 / Term; the target term by default
    #[arg(long, value_name = "TERM", value_parser = term)]
    pub term: Option<Term>,
    /// 只输出一个校区（键名）/ One campus only, by its key
    #[arg(long, value_name = "CAMPUS")]
    pub campus: Option<String>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 CSV，每人每天一行 / CSV with a line for each person and day
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// 输出 JSON / JSON instead of tables
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub struct Report {
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 方案文件，默认为计划旁的scenario.ron / Its scenario; scenario.ron beside the plan by default
    #[arg(long, value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// 格式，逗号分隔 / Formats, separated by commas
    #[arg(long, value_delimiter = ',', value_enum, default_values = ["docx", "xlsx", "html"])]
    pub format: Vec<Paper>,
    /// 结果目录，默认为计划所在目录 / Directory; that of the plan by default
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// 标题，默认用方案的 / Title; the scenario's by default
    #[arg(long)]
    pub title: Option<String>,
    /// 一并比较的计划，旁边要有其方案；plan --out、compare --out写出的都可以 / Plans to compare with, each with its scenario beside it, as plan --out and compare --out write them
    #[arg(long, value_name = "PLAN", num_args = 1..)]
    pub compare: Vec<PathBuf>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 不显示提示 / No notes
    #[arg(long)]
    pub quiet: bool,
}

/// A format of the proposal's appendices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Paper {
    /// 公文 / Document
    Docx,
    /// 工作簿 / Workbook
    Xlsx,
    /// 网页 / Page
    Html,
}
