//! Words for standards of school conditions and for indicators watched.

use crate::domain::{Bound, Grade, StandardMetric, StudentBasis, Text, WatchedMetric};

// Names.
words! {
    /// The school that comprises all campuses.
    fn whole_group() { "全部校区" / "all campuses" }
    /// Metric.
    fn students() { "在校生" / "students" }
    /// Metric.
    fn teachers() { "专任教师" / "full-time teachers" }
    /// Metric.
    fn students_per_teacher() { "生师比" / "students per teacher" }
    /// Metric.
    fn senior_share() { "高级职称占专任教师" / "senior titles" }
    /// Metric.
    fn vocational_share() { "专业教师占专任教师" / "vocational teachers" }
    /// Metric.
    fn dual_qualified_share() { "双师型占专业教师" / "double-qualified" }
    /// Metric.
    fn programme_teachers() { "每专业中级以上教师" / "titled per programme" }
    /// Metric.
    fn part_time_share() { "兼职教师占专任教师" / "part-time teachers" }
    /// Metric.
    fn land() { "占地面积" / "land" }
    /// Metric.
    fn land_per_student() { "生均占地" / "land/student" }
    /// Metric.
    fn building() { "建筑面积" / "building" }
    /// Metric.
    fn building_per_student() { "生均建筑" / "building/student" }
    /// Metric.
    fn books_per_student() { "生均图书" / "books/student" }
    /// Metric.
    fn periodicals() { "报刊" / "periodicals" }
    /// Metric.
    fn running_track() { "环形跑道" / "running track" }
    /// Metric.
    fn equipment() { "仪器设备" / "equipment" }
    /// Metric.
    fn equipment_per_student() { "生均仪器设备" / "equipment/student" }
    /// Metric.
    fn computers_per_100() { "每百生计算机" / "computers per 100" }
}

// Units.
words! {
    /// Unit.
    fn people() { "人" / "people" }
    /// Unit.
    fn square_metres() { "平方米" / "m2" }
    /// Unit.
    fn volumes() { "册" / "volumes" }
    /// Unit.
    fn kinds() { "种" / "titles" }
    /// Unit.
    fn metres() { "米" / "m" }
    /// Unit.
    fn wan_yuan() { "万元" / "10k yuan" }
    /// Unit.
    fn yuan() { "元" / "yuan" }
    /// Unit.
    fn computers() { "台" / "computers" }
    /// Unit of computers, where the name says that it is they.
    fn machines() { "台" / "" }
    /// Unit of people, where the name says that it is they.
    fn heads() { "人" / "" }
    /// Unit.
    fn percent() { "%" / "%" }
    /// No unit.
    fn no_unit() { "" / "" }
}

// Diagnostics.
words! {
    /// A figure that a school need not declare.
    fn not_declared(key: &str) {
        "“{key}”不是由学校申报的项目" / "`{key}` is nothing that a school declares"
    }
    /// A campus in two schools at a time.
    fn campus_of_two(campus: &str, other: &str) {
        "“{campus}”同一时期已属“{other}”" / "`{campus}` belongs to `{other}` at the same time"
    }
    /// A file that cannot be read here.
    fn file_unread(file: &str) {
        "“{file}”只能在从文件读入方案时读取" / "`{file}` is read only where the scenario itself is read from a file"
    }
    /// A file with a set that cannot be read.
    fn file_unreadable(file: &str, why: &str) {
        "读不出标准文件“{file}”：{why}" / "can't read the file of standards `{file}`: {why}"
    }
    /// A file that holds something else.
    fn file_foreign(file: &str) {
        "“{file}”不是标准文件" / "`{file}` is not a file of standards"
    }
    /// A set's key taken by the program.
    fn set_of_the_program(key: &str) {
        "程序自带“{key}”，请另取一个名称" / "the program has a set `{key}`; call this one otherwise"
    }
    /// A set that calls itself other than its key.
    fn other_id(id: &str, key: &str) {
        "此标准的键是“{key}”，id却是“{id}”" / "the key of this set is `{key}`, but its id is `{id}`"
    }
    /// A set that comes twice.
    fn set_twice(key: &str) { "标准“{key}”出现两次" / "the set `{key}` comes twice" }
    /// An unknown set.
    fn no_set(key: &str) { "没有名为“{key}”的标准" / "there is no set of standards called `{key}`" }
    /// A set that is not chosen.
    fn set_not_chosen(key: &str) {
        "标准“{key}”没有选用（见standards.choose）" / "the set `{key}` is not chosen (see standards.choose)"
    }
    /// An unknown indicator.
    fn no_indicator(key: &str, set: &str) {
        "标准“{set}”中没有指标“{key}”" / "the set `{set}` has no indicator called `{key}`"
    }
    /// School years without a set.
    fn years_without_set(years: &str) {
        "没有可对照的标准的学年：{years}" / "no set of standards is chosen for the school years {years}"
    }
    /// None or several thresholds.
    fn one_threshold() {
        "at_least、at_most、about三者须写且只写一个" / "write one of at_least, at_most and about"
    }
    /// None or several bounds.
    fn one_bound() { "at_least、at_most须写且只写一个" / "write either at_least or at_most" }
    /// A figure for engineering where it means nothing.
    fn engineering_only() {
        "engineering只用于equipment_per_student的at_least" / "engineering goes only with equipment_per_student and at_least"
    }
    /// An indicator that no plan can be made to reach.
    fn not_enforceable(key: &str) {
        "指标“{key}”只能对照，不能作为规则" / "the indicator `{key}` can be reported but not enforced"
    }
    /// An indicator enforced of which the scenario says nothing.
    fn nothing_stated(zh: &str, en: &str) {
        "方案没有填写{zh}的数字，不能作为规则" / "the scenario states no figures for {en}: it can't be enforced"
    }
    /// An indicator enforced twice.
    fn enforced_twice() { "这一指标前面已列为规则" / "this indicator is enforced already" }
    /// A field of a declared indicator at a computed one.
    fn computed_by_the_planner() {
        "这一指标由程序计算，不写这一项" / "the planner computes this indicator: leave this out"
    }
    /// Attrition with a least value.
    fn attrition_at_most() { "流失率的上限写at_most" / "attrition has an at_most" }
    /// Two limits of attrition.
    fn attrition_twice() {
        "流失率上限已另写（attrition_limit或另一指标），两处不同" / "the limit of attrition is stated elsewhere (attrition_limit or another indicator) and differs"
    }
}

// Heads, titles, marks.
words! {
    /// Heading.
    fn heading() { "办学条件与监测指标" / "Standards and indicators watched" }
    /// Title.
    fn title() { "办学条件对照" / "Held against the standards" }
    /// Signs behind a title.
    fn signs() { "（带!的未达标）" / " (! falls short, ? is not known)" }
    /// Title.
    fn sources_title() { "指标依据" / "Thresholds and where they come from" }
    /// Title.
    fn lines_title() { "办学条件逐项数据" / "Every line of the comparison" }
    /// Title.
    fn watched_title() { "各学期监测指标" / "Indicators watched, by term" }
    /// Signs behind a title.
    fn watched_signs() { "（带!的超出）" / " (! marks what is out of bounds)" }
    /// Empty.
    fn nothing() { "没有选用标准。" / "No standards are chosen." }
    /// Empty.
    fn nothing_watched() { "没有监测指标。" / "No indicators are watched." }
    /// Head.
    fn indicator() { "指标" / "Indicator" }
    /// Head.
    fn threshold() { "标准值" / "Threshold" }
    /// Head.
    fn grade() { "等级" / "Grade" }
    /// Head.
    fn document() { "文件" / "Document" }
    /// Head.
    fn source() { "依据" / "Source" }
    /// Head.
    fn basis() { "口径" / "Counted" }
    /// Head.
    fn set() { "标准" / "Set" }
    /// Head.
    fn school() { "学校" / "School" }
    /// Head.
    fn year() { "学年" / "School year" }
    /// Head.
    fn value() { "数值" / "Value" }
    /// Head.
    fn value_up_to() { "至多" / "Up to" }
    /// Head.
    fn missing() { "缺额" / "Short by" }
    /// Head.
    fn unit() { "缺额单位" / "Unit of it" }
    /// Head.
    fn judged() { "计入" / "Counts" }
    /// Head.
    fn reached() { "达标" / "Met" }
    /// Head.
    fn kind() { "来源" / "Kind" }
    /// Mark.
    fn yes() { "是" / "yes" }
    /// Mark.
    fn no() { "否" / "no" }
    /// Mark.
    fn computed() { "计算" / "computed" }
    /// Mark.
    fn declared() { "申报" / "declared" }
    /// Students counted.
    fn registered() { "在册" / "registered" }
    /// Students counted.
    fn in_school() { "在校" / "in school" }
    /// Something that does not count students.
    fn there() { "实有" / "there" }
    /// People are short.
    fn short_people() { "缺人" / "short" }
    /// Area is short.
    fn short_area() { "缺m²" / "short, m²" }
    /// Books are short.
    fn short_volumes() { "缺册" / "short" }
    /// Money is short.
    fn short_money() { "缺万元" / "short, 10k" }
    /// Computers are short.
    fn short_computers() { "缺台" / "short" }
    /// Something else is short.
    fn short_other() { "缺额" / "short" }
    /// Met throughout.
    fn met_always() { "各年" / "always" }
    /// Met from a school year on.
    fn met_from(year: i32) { "{year}起" / "from {year}" }
    /// Never met.
    fn met_never() { "未达标" / "not met" }
    /// Met in some years but not to the end.
    fn met_until(year: i32) { "仅至{year}" / "until {year}" }
    /// Not known.
    fn not_known() { "不详" / "?" }
    /// A guide only.
    fn guide() { "参考" / "a guide" }
    /// Only for new schools.
    fn new_only() { "新建校" / "new schools" }
    /// At least.
    fn at_least(name: &str, figure: &str) { "{name}≥{figure}" / "{name} ≥ {figure}" }
    /// At most.
    fn at_most(name: &str, figure: &str) { "{name}≤{figure}" / "{name} ≤ {figure}" }
    /// About.
    fn about(name: &str, figure: &str) { "{name}约{figure}" / "{name} about {figure}" }
    /// What a row of the table belongs to.
    fn of_school(set: &str, school: &str) { "【{set}，{school}】" / "[{set}, {school}]" }
    /// What a row of the table belongs to.
    fn of_set(set: &str) { "【{set}】" / "[{set}]" }
    /// A figure with its unit.
    fn quantity(figure: &str, unit: &str) { "{figure}{unit}" / "{figure} {unit}" }
    /// New schools.
    fn for_new_schools() { "新建学校适用" / "for new schools" }
    /// Remarks of a threshold.
    fn remarked(source: &str, remark: &str) { "{source}（{remark}）" / "{source} ({remark})" }
}

// Sentences.
words! {
    /// A set with its years.
    fn set_note(title: &str, number: &str, issuer: &str, column: &str, force: &str) {
        "{title}（{issuer}，{number}{column}），{force}。" / "{title} ({issuer}, {number}{column}), {force}."
    }
    /// A column of a set.
    fn set_column(column: &str) { "，{column}" / ", {column}" }
    /// In force from a year to another.
    fn in_force_between(from: i32, until: i32) {
        "适用{from}至{until}学年，其他学年的数字供对照" / "in force in the school years {from} to {until}; figures of other years are for comparison"
    }
    /// In force from a year on.
    fn in_force_from(from: i32) {
        "适用{from}学年起，此前的数字供对照" / "in force from the school year {from}; figures of earlier years are for comparison"
    }
    /// In force to a year.
    fn in_force_until(until: i32) {
        "适用至{until}学年，此后的数字供对照" / "in force until the school year {until}; figures of later years are for comparison"
    }
    /// In force in all years.
    fn in_force_always() { "各学年适用" / "in force in every school year" }
    /// What is counted.
    fn basis_note() {
        "学生数取各学年秋季学期（期初学年只有春季的取春季）。“在册”含实习学生，即统计口径的在校生；“在校”不含。是否达标按在册判定，另有规定的从其规定。"
        / "Students are those of each autumn (of the spring where the first school year has no autumn). Registered ones include those on internship, as official statistics do; they decide unless a set says otherwise."
    }
    /// What the grades mean.
    fn grade_note() {
        "等级：S为已核对公布文本，K为文献所载、待核。" / "Grade S: read in a published copy of the text; K: known from the literature, to be confirmed."
    }
    /// Indicators whose thresholds are to be confirmed.
    fn confirm_note(list: &str) { "待核的指标：{list}。" / "To be confirmed: {list}." }
    /// An indicator of a set.
    fn of_the_set(set: &str, name: &str) { "{set}{name}" / "{name} ({set})" }
    /// Which campuses are counted though they are had only for a time.
    fn borrowed_note(campuses: &str) {
        "有使用期限的校舍计入启用各年（{campuses}）；标准未说明借用校舍是否计入。"
        / "Premises had for a time count while they are open ({campuses}); the sets do not say whether borrowed premises count."
    }
    /// Which premises are left out.
    fn separate_note(unit: &str, campuses: &str) {
        "{unit}为独立法人单位，按标准规定其校舍（{campuses}）不计入建筑面积；在该处就读的学生计入本校。"
        / "{unit} is legally separate: where a set says so its premises ({campuses}) are left out; students there count as the school's."
    }
    /// Teachers whose titles are not known.
    fn titles_note(year: i32, titles: u32, dual: u32) {
        "{year}学年职称不详的教师{titles}人、双师型资格不详的专业教师{dual}人（含新聘）：比例写成“已知-至多”，介于标准两侧的记为不详。"
        / "In {year} the titles of {titles} ⟨teacher|teachers⟩ and the double qualification of {dual} vocational teachers are not known (recruits included): shares are told as known and at most; what may be either is not known."
    }
    /// What stays with the school.
    fn things_note() {
        "图书、设备和计算机随学校走：校区停用后仍计入，借用期满的除外；建设项目按造价计入设备。"
        / "Books, equipment and computers stay with the school when a campus closes, but not where its tenure is over; what is built counts as equipment at its cost."
    }
    /// Programmes without enough titled teachers.
    fn lacking_note(year: i32, set: &str, programmes: &str) {
        "{year}学年按{set}缺中级以上教师的专业：{programmes}。" / "Programmes short of titled teachers in {year} by the {set}: {programmes}."
    }
    /// A set's score in a school year.
    fn score(year: i32, met: usize, of: usize) {
        "{year}学年{of}项达标{met}项" / "{met} of {of} met in {year}"
    }
    /// A set's score with those that are not known.
    fn score_unknown(year: i32, met: usize, of: usize, unknown: usize) {
        "{year}学年{of}项达标{met}项（{unknown}项不详）" / "{met} of {of} met in {year} ({unknown} not known)"
    }
    /// Summary.
    fn summary(scores: &str) { "办学条件：{scores}。" / "Standards: {scores}." }
    /// Summary.
    fn watched_kept() { "监测指标：有数据的各学期均在限内。" / "Indicators watched: all within bounds where there are values." }
    /// Summary.
    fn watched_out(list: &str) { "监测指标：超出的有{list}。" / "Indicators watched: out of bounds: {list}." }
    /// An indicator out of bounds.
    fn out_in(name: &str, terms: usize) { "{name}（{terms}个学期）" / "{name} ({terms} ⟨term|terms⟩)" }
    /// What declared indicators are.
    fn declared_note() {
        "“申报”的指标程序无法计算，只列目标值和方案中申报的数值。" / "Declared indicators are not computed: their targets are carried, with the values the scenario states."
    }
    /// A set and an indicator fall short, for a diagnosis.
    fn short_of(amount: &str, unit_zh: &str, unit_en: &str, name_zh: &str, name_en: &str) {
        "{name_zh}缺{amount}{unit_zh}" / "{amount} {unit_en} short for {name_en}"
    }
    /// Head of a column of a comparison.
    fn score_head(year: i32) { "{year}学年达标项" / "Standards met {year}" }
    /// A score in a cell.
    fn score_cell(met: usize, of: usize) { "{met}/{of}" / "{met}/{of}" }
    /// A score in a cell, with those that are not known.
    fn score_cell_unknown(met: usize, of: usize, unknown: usize) {
        "{met}/{of}（不详{unknown}）" / "{met}/{of} ({unknown} unknown)"
    }
    /// A file with a set, as a part of a scenario.
    fn by_file(file: &str) { "标准文件{file}" / "standards of {file}" }
}

// Watched.
words! {
    /// Unit of attrition.
    fn share_unit() { "%" / "%" }
    /// Unit of the largest class.
    fn class_unit() { "人" / "students" }
}

/// The name of a metric.
#[must_use]
pub fn metric(metric: StandardMetric) -> Text {
    use StandardMetric as Of;
    match metric {
        Of::Students => students(),
        Of::Teachers => teachers(),
        Of::StudentsPerTeacher => students_per_teacher(),
        Of::SeniorShare => senior_share(),
        Of::VocationalShare => vocational_share(),
        Of::DualQualifiedShare => dual_qualified_share(),
        Of::ProgrammeTeachers => programme_teachers(),
        Of::PartTimeShare => part_time_share(),
        Of::Land => land(),
        Of::LandPerStudent => land_per_student(),
        Of::Building => building(),
        Of::BuildingPerStudent => building_per_student(),
        Of::BooksPerStudent => books_per_student(),
        Of::Periodicals => periodicals(),
        Of::RunningTrack => running_track(),
        Of::Equipment => equipment(),
        Of::EquipmentPerStudent => equipment_per_student(),
        Of::ComputersPer100 => computers_per_100(),
    }
}

/// The unit of a metric's threshold.
#[must_use]
pub fn metric_unit(metric: StandardMetric) -> Text {
    use StandardMetric as Of;
    match metric {
        Of::Students | Of::Teachers => people(),
        Of::ProgrammeTeachers => heads(),
        Of::StudentsPerTeacher => no_unit(),
        Of::SeniorShare | Of::VocationalShare | Of::DualQualifiedShare | Of::PartTimeShare => {
            percent()
        }
        Of::Land | Of::LandPerStudent | Of::Building | Of::BuildingPerStudent => square_metres(),
        Of::BooksPerStudent => volumes(),
        Of::Periodicals => kinds(),
        Of::RunningTrack => metres(),
        Of::Equipment => wan_yuan(),
        Of::EquipmentPerStudent => yuan(),
        Of::ComputersPer100 => machines(),
    }
}

/// The unit in which a metric falls short.
#[must_use]
pub fn short_unit(metric: StandardMetric) -> Text {
    use StandardMetric as Of;
    match metric {
        Of::Students
        | Of::Teachers
        | Of::StudentsPerTeacher
        | Of::SeniorShare
        | Of::VocationalShare
        | Of::DualQualifiedShare
        | Of::ProgrammeTeachers => people(),
        Of::PartTimeShare => percent(),
        Of::Land | Of::LandPerStudent | Of::Building | Of::BuildingPerStudent => square_metres(),
        Of::BooksPerStudent => volumes(),
        Of::Periodicals => kinds(),
        Of::RunningTrack => metres(),
        Of::Equipment | Of::EquipmentPerStudent => wan_yuan(),
        Of::ComputersPer100 => computers(),
    }
}

/// What a metric falls short by, as the head of a row.
#[must_use]
pub fn short_row(metric: StandardMetric) -> Text {
    use StandardMetric as Of;
    match metric {
        Of::Land | Of::LandPerStudent | Of::Building | Of::BuildingPerStudent => short_area(),
        Of::BooksPerStudent => short_volumes(),
        Of::Equipment | Of::EquipmentPerStudent => short_money(),
        Of::ComputersPer100 => short_computers(),
        Of::Periodicals | Of::RunningTrack | Of::PartTimeShare => short_other(),
        _ => short_people(),
    }
}

/// Who is counted.
#[must_use]
pub fn student_basis(basis: Option<StudentBasis>) -> Text {
    match basis {
        Some(StudentBasis::Registered) => registered(),
        Some(StudentBasis::InSchool) => in_school(),
        None => there(),
    }
}

/// A grade.
#[must_use]
pub fn grade_mark(grade: Grade) -> &'static str {
    match grade {
        Grade::Read => "S",
        Grade::Known => "K",
    }
}

/// A name with its threshold.
#[must_use]
pub fn bounded(bound: Bound, name: &str, figure: &str) -> Text {
    match bound {
        Bound::AtLeast(_) => at_least(name, figure),
        Bound::AtMost(_) => at_most(name, figure),
        Bound::About(_) => about(name, figure),
    }
}

/// The unit of a watched indicator that states none.
#[must_use]
pub fn watched_unit(metric: WatchedMetric) -> Text {
    match metric {
        WatchedMetric::Attrition => share_unit(),
        WatchedMetric::LargestClass => class_unit(),
        WatchedMetric::Declared => no_unit(),
    }
}
