//! Arguments of the analyses.

use super::common::{percentage, term};
use super::{Effort, Study};
use crate::domain::{Language, Part, Term};
use std::path::PathBuf;

/// Arguments of `compare`.
#[derive(Debug, clap::Args)]
pub struct Compare {
    /// 方案文件 / Scenario files (RON)
    #[arg(required = true, num_args = 1.., value_name = "SCENARIO")]
    pub scenarios: Vec<PathBuf>,
    /// 基准方案，默认第一个 / The scenario the others are compared with; the first by default
    #[arg(long, value_name = "SCENARIO")]
    pub base: Option<PathBuf>,
    /// 保存计划以便沿用的目录 / Directory in which plans are kept for later comparisons
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
    /// 不沿用以前的计划 / Keep and reuse no plans
    #[arg(long, conflicts_with = "cache")]
    pub no_cache: bool,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `frontier`.
#[derive(Debug, clap::Args)]
pub struct Frontier {
    /// 方案文件 / Scenario file (RON)
    pub scenario: PathBuf,
    /// 互相权衡的目标，逗号分隔 / Parts traded for one another, separated by commas
    #[arg(long, value_delimiter = ',', value_enum, default_values = ["cost", "disruption"])]
    pub of: Vec<Part>,
    /// 每项上限分几步 / Steps of each ceiling
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub intervals: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `alternatives`.
#[derive(Debug, clap::Args)]
pub struct Alternatives {
    /// 方案文件 / Scenario file (RON)
    pub scenario: PathBuf,
    /// 允许比最好计划差多少，如 2% / How much worse than the best they may be, such as 2%
    #[arg(long, value_name = "SHARE", default_value = "2%", value_parser = percentage)]
    pub within: f64,
    /// 个数 / How many
    #[arg(short = 'n', long = "count", value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub count: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `atlas`.
#[derive(Debug, clap::Args)]
pub struct Atlas {
    /// 方案文件 / Scenario file (RON)
    pub scenario: PathBuf,
    /// 除最好计划外逐一求解的组合数 / Patterns that are planned besides the best plan's
    #[arg(long, value_name = "N", default_value_t = 6)]
    pub plans: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `why`.
#[derive(Debug, clap::Args)]
pub struct Why {
    /// 计划文件 / Plan file (plan.json)
    pub plan: PathBuf,
    /// 所问的决定，写法同--pin，如"zaozhi @ erzhong" / The decision asked about, written as for --pin
    #[arg(value_name = "DECISION")]
    pub decision: String,
    /// 方案文件，默认为计划旁的scenario.ron / Its scenario; scenario.ron beside the plan by default
    #[arg(long, value_name = "SCENARIO")]
    pub scenario: Option<PathBuf>,
    /// When a run is good enough; the plan's own limits where nothing is said.
    #[command(flatten)]
    pub effort: Effort,
    /// 线程数，默认同原计划 / Threads; those of the plan by default
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub threads: Option<u32>,
    /// 结果目录：summary.txt、summary.html、各表CSV、计划 / Directory for summary.txt, summary.html, the CSVs and the plans
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// 输出语言，默认用方案的 / Language; the scenario's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / JSON on standard output instead of tables
    #[arg(long)]
    pub json: bool,
    /// 不显示进度和提示 / No progress and no notes
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// 方案或情景文件 / Scenario or overlay file (RON, xlsx)
    pub scenario: PathBuf,
    /// 怎样才能达到这个目标（键名）/ What it would take to reach this target, by its key
    #[arg(long, value_name = "TARGET")]
    pub target: Option<String>,
    /// 在哪一学期达到，默认为目标适用的各学期 / In which term; in all in which it applies by default
    #[arg(long, value_name = "TERM", value_parser = term, requires = "target")]
    pub at: Option<Term>,
    /// 最多几种办法 / Most ways
    #[arg(short = 'n', long = "count", value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub count: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}

/// Arguments of `prices`.
#[derive(Debug, clap::Args)]
pub struct Prices {
    /// 方案或情景文件，或计划文件plan.json / Scenario or overlay file (RON, xlsx), or a plan.json with its scenario beside it
    #[arg(value_name = "SCENARIO|PLAN")]
    pub input: PathBuf,
    /// 最多试几项 / Most things that are tried
    #[arg(short = 'n', long = "count", value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=500))]
    pub count: u32,
    /// Options of the study.
    #[command(flatten)]
    pub study: Study,
}
