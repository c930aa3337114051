//! Words of the workbench.

use std::fmt::Display;

words! {
    fn title() { "布局调整工作台" / "Planning workbench" }
    fn screens() { "页面" / "Screens" }
    fn open_link() { "请用浏览器打开下面的地址（仅限本机，重启后失效）；按 Ctrl-C 结束" / "Open this address in a browser (this machine only, until the next start); Ctrl-C ends" }
    fn no_browser() { "没有找到浏览器，请自行打开上面的地址" / "no browser was found: open the address above" }
    fn not_served(why: &dyn Display) { "工作台无法启动：{why}" / "the workbench cannot be served: {why}" }
    fn no_folder(why: &str) { "目录不能使用：{why}" / "the folder cannot be used: {why}" }
    fn folder_in_use() { "该目录已由另一个工作台打开" / "another workbench has this folder open" }
    fn journal_unreadable(line: usize) { "工作台记录（workbench/journal）第{line}行不能识别；该目录可能由较新的程序写成" / "line {line} of workbench/journal cannot be read; a later version may have written it" }

    fn strange_host() { "请用启动时显示的地址打开" / "open the address that was shown at the start" }
    fn strange_method() { "不支持的请求" / "this kind of request is not used" }
    fn strange_site() { "请求来自其他网站，已拒绝；请从工作台自己的页面操作" / "the request came from another site and was refused; use the workbench's own pages" }
    fn no_session() { "请用启动时显示的完整地址打开（重启后地址会变）" / "open the whole address that was shown at the start (it changes with every start)" }
    fn too_large(most: usize) { "超过{most} MiB的上限" / "larger than {most} MiB" }
    fn failed() { "程序内部出错，数据没有改动" / "something went wrong inside; nothing was changed" }
    fn unknown() { "没有这个页面或对象，可能已被删除" / "there is no such page or thing; it may have been removed" }
    fn stale() { "此后别处（可能是另一个标签页）已有改动，这次没有写入。请重新打开页面，看过改动后再改" / "somebody (another tab, perhaps) has changed it since, so nothing was written; open the page again and look at the changes first" }
    fn since_changed(what: &str) { "此后的改动：{what}" / "changed since: {what}" }
    fn since_reverted(what: &str) { "此后撤销：{what}" / "taken back since: {what}" }
    fn since_undone() { "此后撤销了上一步" / "the last step was undone since" }
    fn since_redone() { "此后重做了一步" / "a step was made again since" }
    fn since_renamed(name: &str) { "此后改名为：{name}" / "renamed since: {name}" }
    fn since_removed() { "此后已删除" / "removed since" }
    fn not_done() { "没有完成" / "Not done" }
    fn to_start() { "回到首页" / "To the first page" }
    fn old_browser() { "这个浏览器太旧。请用2018年以后的 Edge、Chrome、Firefox、Safari，或360、QQ浏览器的极速模式打开。" / "This browser is too old. Please use Edge, Chrome, Firefox or Safari from 2018 or later." }
    fn no_script() { "浏览器关闭了脚本：仍可查看、求解和下载，但不能上传文件、不能在表格里直接改数。" / "Scripts are off: you can look, plan and download, but not send files or edit in the table." }

    fn options() { "方案" / "Options" }
    fn option() { "方案" / "Option" }
    fn base() { "基准方案" / "Base" }
    fn base_file(file: &str) { "基准方案的文件：{file}" / "File of the base: {file}" }
    fn no_base() { "还没有基准方案。工作簿（.xlsx）或方案文件（.ron）都可以。" / "There is no base yet. A workbook (.xlsx) or a scenario file (.ron) will do." }
    fn base_gone(why: &str) { "基准方案的文件无法读取：{why}" / "the file of the base cannot be read: {why}" }
    fn choose_base() { "以目录里的哪个文件为基准方案？" / "Which file in the folder is the base?" }
    fn take() { "选定" / "Take it" }
    fn upload_base() { "上传基准方案（.xlsx、.ron）" / "Send a base (.xlsx, .ron)" }
    fn upload_option() { "上传改过的工作簿或情景文件，作为新方案" / "Send a changed copy of the workbook, or an overlay, as a new option" }
    fn other_base() { "换基准方案" / "Another base" }
    fn template() { "下载空白工作簿（附示例）" / "Download an empty workbook with examples" }
    fn send() { "上传" / "Send" }
    fn empty_file() { "文件是空的" / "the file is empty" }
    fn no_difference() { "与基准方案没有不同之处" / "nothing differs from the base" }
    fn changes_head() { "改动" / "Changes" }
    fn standing() { "状态" / "Status" }
    fn actions() { "操作" / "Actions" }
    fn data() { "数据" / "Data" }
    fn run() { "求解" / "Plan it" }
    fn more() { "更多" / "More" }
    fn as_workbook() { "下载工作簿" / "Download as a workbook" }
    fn as_overlay() { "下载情景文件（.ron）" / "Download as an overlay (.ron)" }
    fn new_option() { "新方案名称" / "Name of a new option" }
    fn new_name() { "新名称" / "New name" }
    fn name_empty() { "方案要有名称，并先选定基准方案" / "an option needs a name, and a base comes first" }
    fn rename() { "改名" / "Rename" }
    fn remove() { "删除方案" / "Remove the option" }
    fn copied_from() { "改动先取自" / "Begins with the changes of" }
    fn no_changes() { "无（与基准相同）" / "none (like the base)" }
    fn make() { "建立" / "Make it" }
    fn broken() { "数据有误，不能求解" / "has mistakes, cannot be planned" }
    fn never_planned() { "尚未求解" / "not planned yet" }
    fn under_way() { "正在求解" / "being planned" }
    fn planned() { "已有核验过的计划" / "has a verified plan" }
    fn planned_before() { "有计划，但此后数据已改" / "has a plan of earlier data" }
    fn errors(count: usize) { "{count}处错误，改正后才能求解" / "Mistakes that must be mended first: {count}" }
    fn warnings(count: usize) { "{count}处请核对" / "To be looked at: {count}" }
    fn stands_there(value: &str) { "= {value}" / "= {value}" }

    fn data_of(name: &str) { "数据：{name}" / "Data: {name}" }
    fn sheets() { "各表" / "Sheets" }
    fn empty_sheet() { "这张表没有内容。要增加整行，请下载工作簿填好后再上传。" / "Nothing stands here. To add rows, download the workbook, fill them in and send it." }
    fn how_to_edit() { "改完按回车或离开单元格即写入，Esc放弃；可写单位（如 30 亩）；可从Excel粘贴一列。" / "Enter or leaving the cell writes it, Esc does not; a unit may follow (30 mu); a column can be pasted from Excel." }
    fn source_of_changes() { "以下改动的来源（可不填，则算作设想）" / "Source of the next changes (an assumption if empty)" }
    fn source_kind() { "来源类别" / "Kind of source" }
    fn source_note() { "说明" / "What it is" }
    fn source_date() { "日期" / "Date" }
    fn source_needs_date() { "除设想外，来源要写日期，如2026-09" / "a source other than an assumption needs a date, such as 2026-09" }
    fn assumption() { "设想" / "assumption" }
    fn statistic() { "统计" / "statistics" }
    fn standard() { "规范标准" / "standard" }
    fn proposal() { "申报文件" / "proposal" }
    fn changes(count: usize) { "改动（{count}处）" / "Changes ({count})" }
    fn undo() { "撤销" / "Undo" }
    fn redo() { "重做" / "Redo" }
    fn revert() { "撤销此处" / "Take back" }
    fn taken(count: usize) { "已写入{count}处，粗算已更新" / "Cells written: {count}; the arithmetic is up to date" }
    fn enough_of(count: usize) { "够用的{count}项" / "Enough: {count}" }
    fn nothing_to_do() { "没有可改之处" / "there is nothing to change" }
    fn no_factor(text: &str) { "“{text}”不是倍数" / "`{text}` is no factor" }

    fn jobs() { "求解" / "Runs" }
    fn queue() { "排队求解" / "Queue it" }
    fn minutes() { "时限（分钟）" / "Time limit (minutes)" }
    fn as_in_case() { "按方案" / "as stated" }
    fn steps() { "或：改进步数" / "or: steps of improvement" }
    fn about_limits() { "按步数求解，同样的数据总得同样的计划；按时限求解，时间越长通常越好。" / "By steps, the same data always give the same plan; by time, longer is usually better." }
    fn no_jobs() { "还没有求解任务。" / "Nothing was run yet." }
    fn job_plan(id: u32, name: &str) { "{id}. 求解：{name}" / "{id}. Plan: {name}" }
    fn job_why(id: u32, name: &str, decision: &str) { "{id}. 为什么：{name}，{decision}" / "{id}. Why: {name}, {decision}" }
    fn job_explain(id: u32, name: &str) { "{id}. 怎样才行：{name}" / "{id}. What it would take: {name}" }
    fn job_target(id: u32, name: &str, target: &str) { "{id}. 怎样达到目标“{target}”：{name}" / "{id}. What it would take to reach {target}: {name}" }
    fn queued() { "排队中" / "waiting" }
    fn running() { "求解中" / "running" }
    fn stopping() { "正在收尾，取当前最好的计划" / "ending with the best plan so far" }
    fn discarded() { "已放弃" / "discarded" }
    fn attempt(number: u32) { "（中断后第{number}次，从中断处附近继续）" / "(attempt {number}, near where it was interrupted)" }
    fn stop() { "停止，取当前最好的" / "Stop with the best" }
    fn discard() { "放弃" / "Discard" }
    fn result() { "结果" / "Result" }
    fn phase_head() { "阶段" / "Phase" }
    fn tier() { "目标级" / "Tier" }
    fn best() { "当前最好" / "Best" }
    fn bound() { "下界" / "Bound" }
    fn gap() { "差距" / "Gap" }
    fn elapsed() { "用时" / "Elapsed" }
    fn course(most: &str, least: &str) { "当前最好与下界随时间的变化，纵轴{least}至{most}" / "Best value and bound over time, from {least} to {most}" }

    fn compare() { "比较" / "Compare" }
    fn explain() { "解释" / "Explain" }
    fn which_options() { "比较哪几个方案（两个至五个，第一个为基准）" / "Which options (two to five; the first is the base)" }
    fn too_few_plans() { "至少要有两个方案已有计划，才能比较。" / "At least two options need a plan before they can be compared." }
    fn too_many(most: usize) { "一次最多比较{most}个方案" / "at most {most} options at a time" }
    fn show_all() { "相同之处也列出" / "Also show what is the same" }
    fn all_alike() { "各方案相同" / "the same in all options" }
    fn unclear() { "在差距之内，不能断定" / "within the gaps: unknown" }
    fn what_of() { "问什么" / "About" }
    fn any_plan() { "为什么没有计划，怎样才行" / "why there is no plan, and what it would take" }
    fn reaching(target: &str) { "怎样达到目标：{target}" / "what it would take to reach: {target}" }
    fn ask() { "排队求解" / "Queue it" }
    fn about_explain() { "找出互相矛盾的规则，并给出由低价到高价、经过核验的几种办法；可以协商的事项见表“可协商”。" / "Finds the rules that cannot hold together, and verified repairs by price; what may be negotiated stands on the sheet Negotiable." }
    fn about_why() { "要问某一项安排为什么这样：打开计划，点表中的格，选“为什么”。" / "To ask why something is so: open a plan, choose a cell, then Why." }
    fn repairs(count: usize) { "办法（{count}种，均已核验）" / "Repairs ({count}, all verified)" }
    fn price(price: &str) { "代价{price}万元" / "Price {price} 万元" }
    fn apply_as_option() { "作为新方案采用" / "Apply as an option" }
    fn repaired(name: &str, number: usize, price: &str) { "{name}·办法{number}（{price}万元）" / "{name}, repair {number} ({price} 万元)" }
    fn look_and_decide() { "查看各表，指定或禁止" / "See the grids, pin or forbid" }
    fn plan_of(name: &str) { "计划：{name}" / "Plan: {name}" }
    fn grids() { "计划各表" / "Grids of the plan" }
    fn grid_cohorts() { "届次与校区" / "Cohorts by stage" }
    fn grid_campuses() { "校区启用" / "Campuses by stage" }
    fn grid_options() { "建设项目" / "Building by term" }
    fn cohort() { "届次" / "Cohort" }
    fn campus() { "校区" / "Campus" }
    fn building() { "建设项目" / "Building option" }
    fn at_campus(campus: &str, count: u32) { "在{campus}（计划：{count}个班）" / "at {campus} (plan: {count} classes)" }
    fn open_with(classes: u32) { "启用，{classes}个班" / "in use, {classes} classes" }
    fn closed() { "不用" / "not in use" }
    fn in_use(campus: &str) { "启用{campus}" / "{campus} in use" }
    fn in_service(option: &str) { "{option}建成使用" / "{option} in service" }
    fn how_to_decide() { "点一格：指定、禁止，或问为什么。选好的暂存在旁边，一起生效。" / "Choose a cell to pin, to forbid or to ask why. Choices are collected and applied together." }
    fn tentative() { "暂定的改动" / "Tentative changes" }
    fn none_chosen() { "还没有选。" / "Nothing chosen yet." }
    fn as_new_option() { "另立新方案，名称" / "As a new option called" }
    fn else_same(name: &str) { "不填则改“{name}”" / "empty: changes {name}" }
    fn apply_together() { "一起生效" / "Apply together" }
    fn pinned(count: usize) { "已有的指定与禁止（{count}）" / "Pins and bans there are ({count})" }
    fn take_back() { "撤销" / "Take back" }
    fn close() { "关闭" / "Close" }
    fn pin() { "指定" / "Pin" }
    fn forbid() { "禁止" / "Forbid" }
    fn why() { "为什么" / "Why" }

    fn downloads() { "下载" / "Downloads" }
    fn docx() { "公文（申报材料）" / "Document (the proposal's appendices)" }
    fn xlsx() { "工作簿" / "Workbook" }
    fn html() { "网页" / "Page" }
    fn ics() { "日历" / "Calendar" }
    fn json() { "计划数据" / "The plan as data" }
    fn zip() { "全部文件" / "All files" }
    fn printed() { "结果全文" / "The whole result" }
}

/// What a run is doing, by the name in its progress.
pub fn phase(key: &str) -> crate::domain::Text {
    use super::cli;
    match key {
        "building" => cli::building_model(),
        "solving" => solving_tiers(),
        "improving" => cli::improving(),
        "bounding" => cli::bounding(),
        "settling" => cli::settling(),
        "verifying" => cli::verifying(),
        "explaining" => cli::explaining(),
        _ => cli::starting(),
    }
}

/// How a run ended, by its exit code.
pub fn ending(exit: i32) -> crate::domain::Text {
    match exit {
        0 => ending_done(),
        2 => ending_wrong(),
        3 => ending_infeasible(),
        4 => ending_nothing(),
        5 => ending_unverified(),
        _ => ending_failed(exit),
    }
}

words! {
    fn solving_tiers() { "逐级求解" / "solving the tiers" }
    fn ending_done() { "完成，核验通过" / "done and verified" }
    fn ending_wrong() { "数据有误" / "the data are wrong" }
    fn ending_infeasible() { "没有计划能满足全部硬性规则" / "no plan can satisfy the hard rules" }
    fn ending_nothing() { "在时限内没有找到计划" / "no plan was found within the limit" }
    fn ending_unverified() { "核验不通过，没有采用" / "the verification failed; nothing was kept" }
    fn ending_failed(exit: i32) { "没有完成（{exit}）" / "not completed ({exit})" }
}
