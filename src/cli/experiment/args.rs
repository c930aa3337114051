//! Arguments of `campusplan study`.

use crate::domain::Language;
use crate::experiment::specification::first_stage::Kind;
use clap::Subcommand;
use std::path::PathBuf;

/// What to do with a study.
#[derive(Debug, Subcommand)]
pub enum Sweep {
    /// 建立研究目录 / Expand a study into a directory, with a first plan of its base
    Init(Init),
    /// 计算一个分片 / Plan one shard, on one core
    Shard(Shard),
    /// 还缺哪些分片 / What is there and what is missing
    Status(Status),
    /// 汇合全部分片 / Join the rows of all shards into one file
    Collect(Collect),
    /// 在本机计算全部分片 / Plan all shards on this machine
    Run(Run),
    /// 汇总各情景的结果 / What the futures of a finished study say
    Summary(Summary),
    /// 输出一种未来的完整方案 / Print the scenario of one future
    Show(Show),
    /// 重算一种未来的计划，输出全部表格 / Plan one future again and report it
    Plan(Plan),
    /// 为候选的第一阶段另建研究，求后悔值 / A follow-up study of candidate first stages, for their regrets
    Regret(Regret),
    /// Makes the rows that `shard` and `run` ask for, one number a line
    #[command(hide = true)]
    Worker(Worker),
}

/// Arguments of `study summary`.
#[derive(Debug, clap::Args)]
pub struct Summary {
    /// 研究目录 / Directory of the study
    pub dir: PathBuf,
    /// 以哪些决定区分第一阶段，逗号分隔，默认全部 / Decisions that tell first stages apart, separated by commas; all by default
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_enum)]
    pub of: Vec<Kind>,
    /// 结果目录（新的或空的）：summary.txt、summary.html、summary.json、各表CSV / New or empty directory for summary.txt, summary.html, summary.json and the CSVs
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// 输出语言，默认用基础方案的 / Language; the base's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 JSON / JSON on standard output instead of tables
    #[arg(long)]
    pub json: bool,
    /// 不显示提示 / No notes
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `study regret`.
#[derive(Debug, clap::Args)]
pub struct Regret {
    /// 已完成的研究的目录 / Directory of a finished study
    pub dir: PathBuf,
    /// 新研究的目录 / Directory of the follow-up study
    pub new_dir: PathBuf,
    /// 候选的个数 / How many candidates
    #[arg(long, value_name = "K", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub candidates: u32,
    /// 强制哪些决定，逗号分隔，默认全部 / Decisions that are forced, separated by commas; all by default
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_enum)]
    pub of: Vec<Kind>,
    /// 分片数，默认每片10个计划 / Shards; ten plans each by default
    #[arg(long, value_name = "N")]
    pub shards: Option<usize>,
    /// 输出语言，默认用基础方案的 / Language; the base's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 不显示提示 / No notes
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `study show`.
#[derive(Debug, clap::Args)]
pub struct Show {
    #[command(flatten)]
    pub future: Future,
    /// 输出语言，默认用基础方案的 / Language; the base's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
}

/// Arguments of `study plan`.
#[derive(Debug, clap::Args)]
pub struct Plan {
    #[command(flatten)]
    pub future: Future,
    /// 结果目录：plan.json、scenario.ron、summary.txt、各表CSV、日历 / Directory for plan.json, scenario.ron, summary.txt, CSVs and calendar
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// 输出语言，默认用基础方案的 / Language; the base's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 输出 plan.json 而不是表格 / plan.json on standard output instead of tables
    #[arg(long)]
    pub json: bool,
    /// 不显示进度和提示 / No progress and no notes
    #[arg(long)]
    pub quiet: bool,
}

/// One future of a study.
#[derive(Debug, clap::Args)]
pub struct Future {
    /// 研究目录 / Directory of the study
    pub dir: PathBuf,
    /// 计划编号，即行中的plan，从0数起 / Number of the plan as its row has it, from 0
    pub number: usize,
}

/// Arguments of `study worker`.
#[derive(Debug, clap::Args)]
pub struct Worker {
    /// Directory of the study
    pub dir: PathBuf,
    /// Language
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
}

/// Arguments of `study init`.
#[derive(Debug, clap::Args)]
pub struct Init {
    /// 情景研究文件 / Study file (RON)
    pub study: PathBuf,
    /// 研究目录 / Directory of the study
    pub dir: PathBuf,
    /// 分片数，默认每片10个计划 / Shards; ten plans each by default
    #[arg(long, value_name = "N")]
    pub shards: Option<usize>,
    /// 各计划由基础方案的这个计划出发，不再另求 / A plan of the base to begin every plan near, instead of making one
    #[arg(long, value_name = "PLAN")]
    pub near: Option<PathBuf>,
    /// 输出语言，默认用基础方案的 / Language; the base's by default
    #[arg(long, value_enum)]
    pub lang: Option<Language>,
    /// 不显示进度和提示 / No progress and no notes
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `study shard`.
#[derive(Debug, clap::Args)]
pub struct Shard {
    /// 研究目录 / Directory of the study
    pub dir: PathBuf,
    /// 分片编号，如3/20，从0数起 / Which shard, from 0, like 3/20
    #[arg(long = "shard", value_name = "I/N", value_parser = shard)]
    pub which: Chosen,
    /// 输出语言 / Language
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
    /// 不显示提示 / No notes
    #[arg(long)]
    pub quiet: bool,
}

/// A shard as asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its number, from 0.
    pub index: usize,
    /// Of how many, where that is said.
    pub of: Option<usize>,
}

/// Arguments of `study status`.
#[derive(Debug, clap::Args)]
pub struct Status {
    /// 研究目录 / Directory of the study
    pub dir: PathBuf,
    /// 只输出所缺分片的编号，如0,3,7-9 / Only the numbers of missing shards, in array syntax
    #[arg(long, conflicts_with = "json")]
    pub ids: bool,
    /// 输出 JSON / JSON instead of text
    #[arg(long)]
    pub json: bool,
    /// 输出语言 / Language
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
}

/// Arguments of `study collect`.
#[derive(Debug, clap::Args)]
pub struct Collect {
    /// 研究目录 / Directory of the study
    pub dir: PathBuf,
    /// 结果文件，每个计划一行 / File for the rows, one line of JSON a plan
    pub out: PathBuf,
    /// 输出语言 / Language
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
    /// 不显示提示 / No notes
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `study run`.
#[derive(Debug, clap::Args)]
pub struct Run {
    /// 研究目录 / Directory of the study
    pub dir: PathBuf,
    /// 同时计算的分片数，默认用全部核 / Shards at a time; all cores by default
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub jobs: Option<u32>,
    /// 输出语言 / Language
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
    /// 不显示进度和提示 / No progress and no notes
    #[arg(long)]
    pub quiet: bool,
}

fn shard(text: &str) -> Result<Chosen, String> {
    let (index, of) = match text.split_once('/') {
        Some((index, of)) => (index, Some(of)),
        None => (text, None),
    };
    let number = |text: &str| text.trim().parse::<usize>().ok();
    let form = || "must be a number from 0, like 3 or 3/20".to_owned();
    Ok(Chosen {
        index: number(index).ok_or_else(form)?,
        of: of.map(|of| number(of).ok_or_else(form)).transpose()?,
    })
}
