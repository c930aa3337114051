//! Arguments.

mod analysis;
mod common;
mod files;
mod results;

pub use super::experiment::args::Sweep;
pub use analysis::{Alternatives, Atlas, Compare, Explain, Frontier, Prices, Why};
pub use common::{Changes, Effort, Study};
pub use files::{Diff, Export, Format, Import, Serve, Show, Template};
pub use results::{Calendar, Duty, Paper, Report, Verify};

use crate::domain::{Demand, Language, Part};
use crate::report::SECTIONS;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const EXIT_CODES: &str = "\
退出码 / Exit codes:
   0  计划通过核验 / a verified plan
   1  其他错误 / anything else
   2  命令行或方案有误 / the command line or the scenario is wrong
   3  没有计划能满足全部硬性规则 / no plan can satisfy the hard rules
   4  在限制内没有找到计划 / no plan found within the limit
   5  核验不通过 / verification failed
   6  不完整（情景研究）/ incomplete (studies)
  75  暂时失败，请重试 / temporary, try again
 130  由Ctrl-C结束（情景研究）/ ended by Ctrl-C (studies)";

/// 职业学校布局规划：从方案文件到经过核验的计划
///
/// Plans the consolidation of vocational schools: from a scenario file to a
/// verified plan.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES, max_term_width = 100)]
pub struct Arguments {
    /// 另允许从此目录读取基础方案与标准文件 / Also allow bases and standards to be read from this folder
    #[arg(long, global = true, value_name = "DIR")]
    pub allow_dir: Vec<PathBuf>,
    /// 进度的形式：终端上的一行，或每行一个JSON / Progress as a line on a terminal, or as lines of JSON on standard error
    #[arg(long, global = true, value_name = "FORM", value_enum, default_value_t)]
    pub progress: ProgressForm,
    /// 标准输入来一行stop，或输入结束，即以至今最好的计划收尾 / A line `stop` on standard input, or its end, ends the run with the best plan so far
    #[arg(long, global = true)]
    pub stop_by_stdin: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// How progress is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ProgressForm {
    /// 一行文字 / A line of text
    #[default]
    Text,
    /// 每行一个JSON / Lines of JSON
    Json,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 检查方案并粗算 / Check a scenario, with simple arithmetic
    #[command(after_help = EXIT_CODES)]
    Check(Check),
    /// 推算各专业报名人数 / Project the applicants, with ratios and back-test
    #[command(after_help = EXIT_CODES)]
    Forecast(Forecast),
    /// 求计划，核验并输出 / Make a plan, verify it and report it
    #[command(after_help = EXIT_CODES)]
    Plan(Box<Plan>),
    /// 多方案比选 / Plan several scenarios and compare them
    #[command(after_help = EXIT_CODES)]
    Compare(Box<Compare>),
    /// 权衡前沿 / The efficient set of two or more parts of the objective
    #[command(after_help = EXIT_CODES)]
    Frontier(Box<Frontier>),
    /// 相近而不同的计划 / Plans nearly as good and as different as possible
    #[command(after_help = EXIT_CODES)]
    Alternatives(Box<Alternatives>),
    /// 校区启用的全部组合 / Every pattern of campuses in use, with what is proven of it
    #[command(after_help = EXIT_CODES)]
    Atlas(Box<Atlas>),
    /// 情景研究：一个方案在许多种未来 / A study: one scenario in many futures
    #[command(subcommand, after_help = EXIT_CODES)]
    Study(Sweep),
    /// 为什么这样安排：强制或禁止一项决定后重新求解 / Why is it so: force or forbid a decision and plan again
    #[command(after_help = EXIT_CODES)]
    Why(Box<Why>),
    /// 为什么不行，怎样才行 / Why there is no plan, and what it would take
    #[command(after_help = EXIT_CODES)]
    Explain(Box<Explain>),
    /// 再多一个单位值多少 / What one more unit of what is tight would change
    #[command(after_help = EXIT_CODES)]
    Prices(Box<Prices>),
    /// 依据方案重新核验计划 / Verify a plan against its scenario
    #[command(after_help = EXIT_CODES)]
    Verify(Verify),
    /// 里程碑与日常活动的日历文件 / The milestones and recurring events of a plan as a calendar file
    #[command(after_help = EXIT_CODES)]
    Calendar(Calendar),
    /// 某学期逐周值班表 / The duty rota of a term, week by week
    #[command(after_help = EXIT_CODES)]
    Duty(Duty),
    /// 申报材料：公文、工作簿、网页 / The proposal's appendices: document, workbook, page
    #[command(after_help = EXIT_CODES)]
    Report(Report),
    /// 输出改动后的完整方案 / Print the scenario with all overlays and changes made
    Show(Show),
    /// 把方案写成Excel工作簿 / Write a scenario as a workbook
    Export(Export),
    /// 空白的方案工作簿，附示例 / An empty workbook with examples
    Template(Template),
    /// 导入现成的名单：教职工、资产、班级、学生 / Take in a list: staff, assets, classes, pupils
    #[command(after_help = EXIT_CODES)]
    Import(Box<Import>),
    /// 两个方案的输入有何不同 / What differs in the inputs of two scenarios
    Diff(Diff),
    /// 工作台：在浏览器里改数据、求计划、比较、解释、下载 / The workbench: plan, compare and explain in a browser
    #[command(after_help = EXIT_CODES)]
    Serve(Serve),
    /// 输出文件格式的 JSON Schema / Print the JSON Schema of a format
    Schema {
        /// 哪种文件 / Of which file
        of: Format,
    },
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / Findings as JSON
    #[arg(long)]
    pub json: bool,
    /// 另存一份工作簿，有错的单元格着色并附说明 / Save the workbook with its cells marked (xlsx only)
    #[arg(long, value_name = "FILE")]
    pub mark: Option<PathBuf>,
}

/// Arguments of `forecast`.
#[derive(Debug, clap::Args)]
pub struct Forecast {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 报名取低、中或高 / Path of the projection
    #[arg(long, value_enum, default_value_t)]
    pub demand: Demand,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / The projection as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `plan`.
#[derive(Debug, clap::Args)]
pub struct Plan {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// Changes to it.
    #[command(flatten)]
    pub changes: Changes,
    /// 尽量沿用已公布的计划（plan.json），并列出改变了什么 / Stay near a published plan, and list what changes
    #[arg(long, value_name = "PLAN")]
    pub keep: Option<PathBuf>,
    /// 沿用排在哪一级目标之前，默认在费用之后 / Before which part of the objective staying near comes; after cost by default
    #[arg(long, value_name = "PART", value_enum, requires = "keep")]
    pub keep_before: Option<Part>,
    /// 从一个计划（plan.json）附近开始求解；只是起点，不改变目标 / Start the search near a plan, which changes nothing else
    #[arg(long, value_name = "PLAN", conflicts_with = "keep")]
    pub near: Option<PathBuf>,
    /// 结果目录：plan.json、scenario.ron、summary.txt、各表CSV、日历 / Directory for plan.json, scenario.ron, summary.txt, CSVs and calendar
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// 报名取低、中或高 / Path of the enrolment projection
    #[arg(long, value_enum, default_value_t)]
    pub demand: Demand,
    /// When a run is good enough.
    #[command(flatten)]
    pub effort: Effort,
    /// 线程数；1 可复现 / Threads; one gives the same plan every time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub threads: Option<u32>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出全部各节，而不是一屏概要 / Every section instead of one screen
    #[arg(long, conflicts_with = "section")]
    pub full: bool,
    /// 只输出这些节，逗号分隔 / Only these sections, separated by commas
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = SECTIONS)]
    pub section: Vec<String>,
    /// 输出 plan.json 而不是表格 / plan.json on standard output instead of tables
    #[arg(long, conflicts_with_all = ["full", "section"])]
    pub json: bool,
    /// 不显示进度和提示 / No progress and no notes
    #[arg(long)]
    pub quiet: bool,
}
