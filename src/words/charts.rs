//! Words of the charts.

words! {
    fn chart_item() { "项目" / "Item" }
    fn students_unit() { "人" / "students" }
    fn classes_unit() { "班" / "classes" }
    fn goal(name: &str) { "目标：{name}" / "Target: {name}" }
    fn goal_of(name: &str, figure: &str) { "目标：{name} {figure}" / "Target: {name} {figure}" }
    fn in_school() { "在校" / "In school" }
    fn registered() { "在册" / "Registered" }
    fn all_classes() { "合计" / "Total" }
    fn away() { "实习（各专业）" / "On internship (all)" }

    fn enrolment_title() { "各学期学生与目标（按专业）" / "Students by term and programme, against the targets" }
    fn enrolment_description(first: &str, registered_first: &str, last: &str, registered_last: &str) {
        "每学期一柱：下面各层是各专业的在校学生，最上一层是实习学生，柱高即在册学生；横线是目标。在册学生由{first}的{registered_first}人到{last}的{registered_last}人。"
        / "A bar for each term: the layers are students in school by programme, with those on internship on top, so that its height is all who are registered; lines are targets. Registered students go from {registered_first} in {first} to {registered_last} in {last}."
    }
    fn target_kept(name: &str) { "“{name}”各学期均达到。" / "\"{name}\" is reached in every term." }
    fn target_missed(name: &str, terms: usize, of: usize) {
        "“{name}”{of}个学期中有{terms}个未达到。" / "\"{name}\" is missed in {terms} of {of} ⟨term|terms⟩."
    }

    fn classes_title() { "各学期在校班级与目标（按校区）" / "Classes in school by term and campus, against the target" }
    fn classes_description(first: &str, at_first: u32, last: &str, at_last: u32) {
        "每学期一柱，各层是各校区的在校班级；横线是目标。在校班级由{first}的{at_first}个到{last}的{at_last}个。"
        / "A bar for each term, with a layer for each campus; lines are targets. Classes in school go from {at_first} in {first} to {at_last} in {last}."
    }

    fn utilisation_title() { "各学期校舍与设备使用率" / "Use of rooms and equipment by term" }
    fn utilisation_description(places: usize, terms: usize, tight: usize, short: usize) {
        "每行是一个校区的一种资源，每列是一个学期，格内是使用率，越深越满；*为95%以上，!为超过可用量，空白为未使用。{places}处×{terms}个学期中，{tight}格紧张，{short}格不足。"
        / "A row for each resource of a campus, a column for each term; figures are the share in use, darker where fuller; * is 95% or more, ! more than there is, blank not in use. Of {places} ⟨place|places⟩ in {terms} ⟨term|terms⟩, {tight} are tight and {short} short."
    }
    fn below(percent: &str) { "不足{percent}%" / "below {percent}%" }
    fn from(percent: &str) { "{percent}%起" / "{percent}% and more" }
    fn more_than_there_is() { "超过可用量" / "more than there is" }

    fn flow_title() { "班级在校区间的去向" / "Where classes sit and move" }
    fn flow_description(moves: &str, most: &str) {
        "每行一个校区，每列一个阶段，块的高度是在册班级数（含实习）。浅带是留在原校区的班级，深带是搬迁的班级，带上的数字是班数；+是新入学，-是毕业或并班。搬迁共{moves}个班次{most}。"
        / "A row for each campus, a column for each stage; the height of a block is its classes (with those on internship). Pale bands are classes that stay, dark ones those that move, with their number; + enter, - leave. Moves: {moves}{most}."
    }
    fn most_moves(from: &str, to: &str, term: &str, classes: &str) {
        "，最多的一次是{term}由{from}到{to}的{classes}个班" / "; the largest is of {classes} ⟨class|classes⟩ from {from} to {to} in {term}"
    }
    fn stays() { "留在原校区" / "stay" }
    fn moves() { "搬迁（数字为班数）" / "move (classes)" }
    fn comings() { "+ 新入学，- 毕业或并班" / "+ enter, - leave" }
    fn today() { "现状" / "Today" }
    fn newcomers() { "新入学" / "new" }
    fn leavers() { "毕业或并班" / "leave" }
    fn at() { "时间" / "When" }
    fn origin() { "从" / "From" }
    fn destination() { "到" / "To" }
    fn classes() { "班级" / "Classes" }
    fn students() { "学生" / "Students" }

    fn schedule_title() { "里程碑、建设与校区启用进度" / "Milestones, building and campuses in use" }
    fn schedule_description(milestones: usize, late: usize, works: usize, campuses: usize) {
        "横轴是时间。里程碑{milestones}项：条是工作期间，菱形是限期，红色斜纹是超过限期的部分，其中{late}项未按期；建设{works}项：条由开工到投用；校区{campuses}处：条是在用期间。"
        / "Time runs to the right. Milestones ({milestones}): bars are work, diamonds due dates, hatched red what is beyond them; {late} are not on time. Building ({works}): from the beginning of work into service. Campuses ({campuses}): bars are time in use."
    }
    fn milestones() { "里程碑" / "Milestones" }
    fn works() { "建设" / "Building" }
    fn campuses() { "校区在用" / "Campuses in use" }
    fn kind() { "类别" / "Kind" }
    fn begins() { "开始" / "Begins" }
    fn ends() { "完成或结束" / "Done or ends" }
    fn due() { "限期" / "Due" }
    fn standing() { "情况" / "Standing" }
    fn added(units: &str, unit: &str, what: &str) { "新增{units}{unit}{what}" / "adds {units} {what}" }
    fn span(from: &str, to: &str) { "{from}至{to}" / "{from} to {to}" }
    fn work() { "工作期间" / "work" }
    fn overdue() { "超过限期" / "beyond the due date" }
    fn building_work() { "建设" / "building" }
    fn due_date() { "限期" / "due date" }
    fn in_use() { "在用" / "in use" }

    fn money_title() { "各财政年度支出与收入（万元，未折现）" / "Costs and income by fiscal year (10k yuan, undiscounted)" }
    fn money_description(costs: &str, capital: &str, income: &str) {
        "每年两柱：左为支出，按用途分层；右为收入。规划期内支出共{costs}万元，其中资本性支出{capital}万元；收入共{income}万元。"
        / "Two bars for each year: costs by purpose at the left, income at the right. In all costs are {costs} (10k yuan), {capital} of them capital; income is {income}."
    }
    fn building() { "基建与设备" / "Building, equipment" }
    fn changes() { "启停与搬迁" / "Opening, closing, moving" }
    fn premises() { "校区运行与维护" / "Running campuses" }
    fn teaching() { "教学与培训成本" / "Teaching and courses" }
    fn people() { "人员" / "People" }
    fn travel() { "交通" / "Travel" }
    fn income() { "收入（学费、生均经费）" / "Income (tuition, grants)" }
    fn proceeds() { "腾退校舍收入" / "Vacated premises" }
    fn fees() { "培训收费" / "Course fees" }
    fn costs_bar() { "支出" / "costs" }
    fn income_bar() { "收入" / "income" }
    fn all_costs() { "支出合计" / "All costs" }
    fn all_income() { "收入合计" / "All income" }

    fn compliance_title() { "各学年办学条件达标情况" / "Standards by school year" }
    fn compliance_description(of: usize, met: usize, short: usize, unknown: usize) {
        "每行一项指标，每列一个学年，格内是数值：浅色达标，深色带!未达标，灰色?不详；框内无底色的不计入（参考、新建校或该学年不适用）。计入的{of}格中达标{met}、未达标{short}、不详{unknown}。"
        / "A row for each indicator, a column for each school year, with its value: pale is met, dark with ! falls short, grey with ? is not known; those without a ground do not count (guides, new schools, not in force). Of {of} that count {met} are met, {short} fall short, {unknown} are not known."
    }
    fn met() { "达标" / "met" }
    fn falls_short() { "未达标" / "falls short" }
    fn not_known() { "不详" / "not known" }
    fn does_not_count() { "不计入" / "does not count" }

    fn comparison_title() { "方案比较" / "The options compared" }
    fn comparison_description(options: usize) {
        "{options}个方案，每格一项：条长为数值，各格刻度不同。第一个是本报告的方案。"
        / "{options} options; a panel for each measure with a scale of its own. The first is the plan of this report."
    }
    fn name() { "名称" / "Name" }
    fn option() { "方案" / "Option" }
    fn shortfall() { "目标缺口（%）" / "Shortfall from targets (%)" }
    fn cost() { "总成本（万元，折现）" / "Cost (10k yuan, discounted)" }
    fn capital() { "资本性支出（万元）" / "Capital (10k yuan)" }
    fn running() { "运行支出（万元）" / "Running costs (10k yuan)" }
    fn students_moved() { "学生搬迁（人次）" / "Students moved" }
    fn staff_rebased() { "教职工调动（人次）" / "Staff re-based" }
    fn hired() { "招聘（人）" / "Recruits" }
    fn standards_missed() { "办学条件未达标（项次）" / "Standards missed (by year)" }
    fn numbered(name: &str, number: usize) { "{name}（方案{number}）" / "{name} (option {number})" }
}
