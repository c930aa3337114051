//! Words for what is wrong with a scenario file.

use crate::domain::Text;

words! {
    fn missing(field: &str) { "缺少“{field}”" / "`{field}` is missing" }
    fn unknown(name: &str, noun_zh: &str, noun_en: &str) {
        "没有名为“{name}”的{noun_zh}" / "there is no {noun_en} called `{name}`"
    }
    fn meant(name: &str) { "是不是“{name}”？" / "did you mean `{name}`?" }
    fn allowed(list: &str) { "可以写：{list}" / "allowed: {list}" }
    fn nothing_to_name(noun_zh: &str, noun_en: &str) {
        "方案里还没有任何{noun_zh}" / "the scenario has no {noun_en} at all"
    }
    fn no_number(text: &str) {
        "“{text}”不是数，也不是带单位的数" / "`{text}` is neither a number nor a number with a unit"
    }
    fn wrong_unit(unit: &str) { "这里不能用单位“{unit}”" / "the unit `{unit}` does not fit here" }
    fn units(list: &str) {
        "可以写纯数，或用单位：{list}" / "write a bare number, or one of the units: {list}"
    }
    fn no_units() { "请写不带单位的数" / "write a number without a unit" }
    fn not_finite(value: &str) { "{value}不是有限的数" / "{value} is not a finite number" }
    fn negative(value: &str) { "{value}是负数" / "{value} is negative" }
    fn not_positive(value: &str) { "{value}必须大于0" / "{value} must be more than 0" }
    fn out_of_range(value: &str, least: &str, most: &str) {
        "{value}超出范围{least}至{most}" / "{value} is not between {least} and {most}"
    }
    fn perhaps_percent(value: &str) {
        "比例要写成0至1之间的数，或写\"{value}%\"" / "a share is between 0 and 1; or write \"{value}%\""
    }
    fn not_whole(value: &str) { "{value}不是整数" / "{value} is not a whole number" }
    fn not_a_term(text: &str) { "“{text}”不是学期" / "`{text}` is not a term" }
    fn term_form() {
        "学期写作\"2008-spring\"（春季）或\"2008-autumn\"（秋季），年份为1900至2200"
        / "a term is written \"2008-spring\" or \"2008-autumn\", with a year from 1900 to 2200"
    }
    fn term_meant(term: &str) { "是不是\"{term}\"？" / "did you mean \"{term}\"?" }
    fn outside_horizon(term: &str) { "{term}不在规划期内" / "{term} is outside the horizon" }
    fn horizon(first: &str, last: &str) {
        "规划期为{first}至{last}" / "the horizon is {first} to {last}"
    }
    fn not_a_year(text: &str) {
        "“{text}”不是1900至2200之间的年份" / "`{text}` is not a year from 1900 to 2200"
    }
    fn year_outside(year: i32) {
        "{year}年不在规划期内，这一项不起作用" / "{year} is outside the horizon: the entry has no effect"
    }
    fn not_a_date(text: &str) { "“{text}”不是日期" / "`{text}` is not a date" }
    fn date_form() {
        "日期写作\"2008\"、\"2008-03\"或\"2008-03-01\"" / "a date is written \"2008\", \"2008-03\" or \"2008-03-01\""
    }
    fn day_form() {
        "日期写作\"2008-03-01\"，年份为1900至2200" / "a day is written \"2008-03-01\", with a year from 1900 to 2200"
    }
    fn month_day_form() {
        "写作月-日，如\"09-01\"，每年都要有这一天" / "written month-day, like \"09-01\"; every year must have the day"
    }
    fn terms_overlap(ends: &str, next: &str) {
        "这个学期到{ends}结束，下一个学期{next}已经开始；春季学期不跨年"
        / "the term ends on {ends}, but the next one begins on {next}; a spring term lies within its year"
    }
    fn milestone_circle(keys: &str) {
        "里程碑互为前提，永远不能完成：{keys}" / "milestones wait for one another and can never be done: {keys}"
    }
    fn milestone_undated() {
        "定不下日期：请写start（开始日期）、after（前置里程碑）或tied（与计划挂钩）"
        / "nothing says when it is done: write `start`, `after` or `tied`"
    }
    fn no_options_named() {
        "至少要写一个建设项目" / "name at least one building option"
    }
    fn opened_already(campus: &str) {
        "“{campus}”今天就在使用，除非停用后再启用，计划里不会启用"
        / "`{campus}` is in use today: it does not open in a plan unless it closes before"
    }
    fn no_recurrence() { "说不清何时举行" / "it does not say when it comes back" }
    fn recurrence_form() {
        "每周写weekday；每月写weekday和nth（第几个），或只写day（几日）"
        / "write `weekday` for every week; `weekday` and `nth`, or `day` alone, for every month"
    }
    fn long_holiday(most: i64) { "一个节假日至多{most}天" / "a holiday has at most {most} ⟨day|days⟩" }
    fn backwards(from: &str, until: &str) {
        "从{from}起、到{until}止，先后颠倒" / "it begins with {from} but ends with {until}"
    }
    fn in_use_too_early(from: &str, first: &str) {
        "校区今天就在使用，使用期却从{from}才开始（规划期从{first}开始）"
        / "the campus is in use today but its tenure begins with {from} (the horizon begins with {first})"
    }
    fn say_not_in_use() { "若尚未使用，请写in_use: false" / "if it isn't in use yet, write in_use: false" }
    fn tenure_over(until: &str) {
        "使用期到{until}为止，规划期内不能使用" / "the tenure ends with {until}, before the horizon begins"
    }
    fn twice(what: &str, first: &str) {
        "{what}重复，前面已有（{first}）" / "{what} comes twice; it is already at {first}"
    }
    fn key_twice(key: &str) { "“{key}”重复" / "the key `{key}` comes twice" }
    fn two_ends(count: usize) {
        "道路要写两个校区，这里有{count}个" / "a road is between two campuses; here are {count}"
    }
    fn road_to_itself(campus: &str) {
        "道路的两端都是“{campus}”" / "both ends of the road are `{campus}`"
    }
    fn only_with(field: &str, other: &str) {
        "“{field}”只能与“{other}”一起使用" / "`{field}` needs `{other}`"
    }
    fn shared_per_student() {
        "只有按学生（per: student）计算的资源才能跨校区共用" / "only a resource counted per: student can be shared between campuses"
    }
    fn below_a_fen(value: &str) { "{value}万元不是整分" / "{value} (10,000 yuan) is not whole fen" }
    fn resource_moves(resource: &str) {
        "资源“{resource}”可以搬动（写了shipping），其资产不能另写不可搬动"
        / "units of the resource `{resource}` can move (it has `shipping`), so these can't be immovable"
    }
    fn resource_stays(resource: &str) {
        "资源“{resource}”不可搬动（没有shipping），其资产不能另写可搬动"
        / "units of the resource `{resource}` can't move (it has no `shipping`), so these can't be movable"
    }
    fn leave_movable_out() {
        "属于资源的资产不写movable" / "leave `movable` out of assets that are units of a resource"
    }
    fn whole_with_register() {
        "有资产清册时，建设的单位数应为整数" / "with a register of assets, units that are built are whole"
    }
    fn register_all(resource: &str) {
        "可以搬动的资源要么各校区全部登记，要么全不登记；请补登“{resource}”"
        / "a resource that can move is registered at every campus or at none; add lines for `{resource}`"
    }
    fn register_lines(keys: &str) {
        "清册中的行：{keys}；请增减清册，或改校区的owns"
        / "lines of the register: {keys}; change them, or what the campus owns"
    }
    fn asset_elsewhere(asset: &str, is: &str, said: &str) {
        "资产“{asset}”登记的是“{is}”，不是“{said}”" / "the asset `{asset}` is entered under `{is}`, not `{said}`"
    }
    fn no_resources_asset() {
        "这项资产不属于任何资源，处置时只写asset、at和units"
        / "the asset is no resource's: say only `asset`, `at` and `units` of its disposal"
    }
    fn disposed_too_many(asset: &str, gone: &str, there: u32) {
        "资产“{asset}”共处置{gone}，而清册只有{there}" / "{gone} of the asset `{asset}` are disposed of, and the register has {there}"
    }
    fn not_movable(resource: &str) {
        "“{resource}”不能搬动（没有写shipping），不能申报处置"
        / "`{resource}` can't be moved (it has no shipping), so it can't be disposed of"
    }
    fn range_backwards(least: &str, most: &str) {
        "最少{least}大于最多{most}" / "the least, {least}, is more than the most, {most}"
    }
    fn too_long(terms: u64, most: u64) {
        "共{terms}个学期，最多{most}个" / "{terms} ⟨term|terms⟩ in all, but {most} at most"
    }
    fn attrition_length(found: usize, terms: usize) {
        "写了{found}个值，应为1个或{terms}个（每学期一个）" / "{found} values; write one, or {terms}, one for each term of study"
    }
    fn window_short(length: u32, first: u32, last: u32) {
        "实习{length}个学期，第{first}至第{last}学期放不下"
        / "an internship of {length} ⟨term|terms⟩ does not fit between terms of study {first} and {last}"
    }
    fn window_beyond(last: u32, terms: usize) {
        "专业只有{terms}个学期，第{last}学期不存在" / "the programme has {terms} ⟨term|terms⟩ of study; there is no term {last}"
    }
    fn fixed_outside(fixed: u32, first: u32, latest: u32) {
        "第{fixed}学期离校不行，须在第{first}至第{latest}学期之间"
        / "leaving in term of study {fixed} does not fit; allowed are {first} to {latest}"
    }
    fn no_site() {
        "没有任何校区可以办这个专业" / "no campus may teach this programme"
    }
    fn graduated(entry: &str, term: usize, length: usize) {
        "{entry}入学的班到规划期开始已是第{term}学期，而专业只有{length}个学期：已经毕业"
        / "classes that entered in {entry} are in term of study {term} when the horizon begins, but the programme has {length}: they have graduated"
    }
    fn not_yet_here(entry: &str, first: &str) {
        "在校班级的入学学期{entry}不早于规划期的第一个学期{first}"
        / "classes in school today can't enter in {entry}: the horizon begins with {first}"
    }
    fn use_admissions() { "将来招的班请写在admissions里" / "classes to be admitted belong under `admissions`" }
    fn use_cohorts() { "已在校的班请写在cohorts里" / "classes already in school belong under `cohorts`" }
    fn interned_too_many(interned: u32, classes: u32) {
        "已实习{interned}个班，但只有{classes}个班" / "{interned} ⟨class|classes⟩ ⟨has|have⟩ had their internship, but there are only {classes}"
    }
    fn no_internship() { "这个专业没有实习" / "the programme has no internship" }
    fn interned_fixed() {
        "实习学期固定时不写interned" / "`interned` must be 0 when the internship's term is fixed"
    }
    fn interned_early(term: usize) {
        "现在是第{term}学期，还不可能有班实习期满" / "in term of study {term} no class can have had its whole internship yet"
    }
    fn not_allowed_here(programme: &str, campus: &str) {
        "“{programme}”不能在“{campus}”开办，这些班一开始就要搬走"
        / "`{programme}` may not be taught at `{campus}`: these classes have to move at once"
    }
    fn over_full(campus: &str, zh: &str, en: &str, need: &str, have: &str, short: &str) {
        "“{campus}”今天在校的班至少需要{zh}{need}，只有{have}，缺{short}"
        / "the classes at `{campus}` today need at least {need} of {en}, and there are {have}: {short} short"
    }
    fn perhaps_over_full(campus: &str, zh: &str, en: &str, need: &str, have: &str, short: &str) {
        "“{campus}”今天的班若都在校，需要{zh}{need}，只有{have}，缺{short}，要靠实习腾出"
        / "if all classes at `{campus}` were in school today they would need {need} of {en}, and there are {have}: {short} short; internships must make up for it"
    }
    fn relieved() {
        "第一个学期须有班搬出" / "classes have to move elsewhere in the first term"
    }
    fn not_in_use(campus: &str) {
        "“{campus}”写的是不在使用（in_use: false），却有在校班级" / "`{campus}` is not in use (in_use: false), yet it has classes today"
    }
    fn two_pools(programme: &str, pool: &str) {
        "“{programme}”已在“{pool}”里" / "`{programme}` is already in the pool `{pool}`"
    }
    fn no_applicants(programme: &str, entry: &str) {
        "“{programme}”{entry}没有报名人数：既没有写applicants，也推算不出来"
        / "`{programme}` in {entry} has no applicants: none are stated and none can be projected"
    }
    fn two_applicants(programme: &str, entry: &str) {
        "“{programme}”{entry}的报名人数有两个来源：既写了applicants，enrolment里又有它的志愿比例"
        / "`{programme}` in {entry} has two sources of applicants: they are stated, and `enrolment` has a preference for it"
    }
    fn one_source() {
        "删去applicants，或删去该专业在enrolment.preferences里的一项"
        / "remove `applicants`, or the programme's entry under enrolment.preferences"
    }
    fn nothing_to_assume(programme: &str) {
        "“{programme}”的报名人数已写明，没有推算可以代替"
        / "the applicants of `{programme}` are stated: there is no projection to assume others in place of"
    }
    fn state_it() { "改applicants，删去assumed" / "change `applicants` and remove `assumed`" }
    fn no_enrolment() {
        "写上applicants，或写enrolment一节由生源推算" / "state `applicants`, or give a section `enrolment` to project them from"
    }
    fn no_preference(programme: &str) {
        "enrolment.preferences里没有“{programme}”" / "there is no `{programme}` under enrolment.preferences"
    }
    fn entry_too_early(year: i32) {
        "生源是{year}年秋季的，最早推算到{year}年之后一年的秋季入学"
        / "the pupils are those of autumn {year}: the projection begins with the autumn after"
    }
    fn grade_lacking(feeder: &str, grade: u32) {
        "“{feeder}”没有{grade}年级的学生数" / "`{feeder}` gives no pupils of grade {grade}"
    }
    fn progression_lacking(grade: u32) {
        "enrolment.progression里没有\"{grade}\"" / "there is no \"{grade}\" under enrolment.progression"
    }
    fn births_lacking() {
        "要推算到这一年，各生源地须有births，progression里须有\"0\"及以上各年级"
        / "to reach this year every feeder needs `births`, and progression needs \"0\" and all grades above"
    }
    fn fitted_and_assumed() {
        "比例或由历史拟合（fitted），或直接假设，不能两者都写" / "a ratio is either fitted or assumed, not both"
    }
    fn nothing_to_fit() { "历史数据里没有可供拟合的年份" / "the history holds nothing to fit this ratio to" }
    fn fitted_needs() {
        "拟合要有这一步前后两头的历史数；各生源地自己的比例、品牌和春季比例只能假设"
        / "fitting needs the history of both ends of the step; a feeder's own share, brands and the spring share can only be assumed"
    }
    fn not_past(year: i32, before: i32) {
        "{year}年不是历史：这里只写{before}年以前的" / "{year} is not history: only years before {before} belong here"
    }
    fn not_a_grade(key: &str, least: u32, most: u32) {
        "“{key}”不是{least}到{most}的年级" / "`{key}` is not a grade from {least} to {most}"
    }
    fn preferences_sum(year: i32, percent: &str) {
        "{year}年各专业志愿比例合计{percent}%，超过100%" / "the likely preferences of {year} add up to {percent}%, more than 100%"
    }
    fn retire_too_many(retire: u64, count: u32) {
        "退休{retire}人，但只有{count}人" / "{retire} retire, but there are only {count}"
    }
    fn retired_already(term: &str, first: &str) {
        "{term}已退休，规划期从{first}开始，不应列入" / "gone by {term}, but the horizon begins with {first}: leave them out"
    }
    fn not_of_age(born: i32, first: i32) {
        "{born}年出生，规划期开始的{first}年不在 18–80 岁之间" / "born in {born}: not between 18 and 80 years old in {first}, when the horizon begins"
    }
    fn leader_with_class() { "干部不当班主任" / "leaders are no class teachers" }
    fn retraining_twice() { "这两个学科之间的转岗培训已经列出" / "this change of subject has been named before" }
    fn retraining_to_itself() { "转岗前后是同一学科" / "the subject is the same before and after" }
    fn exchange_with_itself() { "总部不能与自己交流" / "the head school cannot exchange with itself" }
    fn barred_at_home(campus: &str) {
        "本人现在就在“{campus}”，不能列为不得派往的校区" / "they are based at {campus} today: it cannot be a place they cannot be sent"
    }
    fn no_effect(term: &str, last: &str) {
        "{term}晚于规划期最后一个学期{last}，不起作用" / "{term} is after the last term of the horizon, {last}: it has no effect"
    }
    fn nothing_kept() {
        "没有写keep，无从计算偏离（deviation）" / "there is no `keep`, so there is nothing to deviate from"
    }
    fn part_twice() { "这一项目标已出现过" / "this part already has its place" }
    fn source_of_nothing(path: &str) {
        "方案里没有“{path}”这个位置" / "there is nothing at `{path}` in the scenario"
    }
    fn too_small(value: &str, least: &str) {
        "{value}太小：除0以外，数值不得小于{least}" / "{value} is too small: a figure is 0 or {least} at least"
    }
    fn too_many(value: &str, most: &str) { "{value}太大，最多{most}" / "{value} is too much; {most} at most" }
    fn syntax(found: &str) { "在“{found}”处读不下去" / "can't read on at `{found}`" }
    fn ends_early() { "文件没有写完" / "the file ends too early" }
    fn parser_says(problem: &str) { "解析器报告：{problem}" / "the parser says: {problem}" }
    fn full_width(wide: &str, plain: &str) {
        "这里是全角的“{wide}”，请改用半角的 {plain}" / "this is the full-width `{wide}`; write {plain}"
    }
    fn comma() { "各项之间要用半角逗号隔开" / "entries are separated by commas" }
    fn string_end() { "文字要用一对半角双引号括起来" / "a text stands between two plain double quotes" }
    fn unclosed() { "文件到此结束，还有括号没有配上" / "the file ends here with a bracket still open" }
    fn too_deep() { "括号套得太深" / "brackets are nested too deeply" }
    fn unknown_field(field: &str) { "没有“{field}”这一项" / "there is no field `{field}`" }
    fn unknown_word(word: &str) { "不认识“{word}”" / "`{word}` is not known here" }
    fn wrong_type(found: &str) { "{found}不能写在这里" / "{found} does not fit here" }
    fn whole_out_of_range(found: &str) {
        "{found}超出范围" / "{found} is out of range"
    }
    fn whole() { "应为0或正整数，不带引号" / "write a whole number, 0 or more, without quotes" }
    fn boolean() { "应为true或false" / "write true or false" }
    fn string() { "应为双引号中的文字，如\"east\"" / "write a text in double quotes, like \"east\"" }
    fn list() { "应为列表：[…, …]" / "write a list: [..., ...]" }
    fn map() { "应为按键列出的表：{{\"键\": …}}" / "write a map: {{\"key\": ...}}" }
    fn structure() { "应为括号中的各项：(项: 值, …)" / "write fields in parentheses: (field: value, ...)" }
    fn bare_word() { "应为不带引号的词" / "write a word without quotes" }
    fn quantity() {
        "应为数，或带单位的文字，如\"12.5 万元\"" / "write a number, or a text with a unit like \"12.5 万元\""
    }
    fn quoted_key() { "键要用半角双引号括起来" / "a key stands in double quotes" }
    fn error_level() { "错误" / "error" }
    fn warning_level() { "注意" / "warning" }
    fn hint_level() { "提示" / "help" }
    fn place_level() { "位置" / "at" }
    fn more_errors() {
        "错误太多，其余的改正后再查" / "too many errors; the rest will be checked once these are mended"
    }
}

/// The name of a group of staff, from its subjects and its employer.
#[must_use]
pub fn teachers(subjects: (&str, &str), employer: (&str, &str)) -> Text {
    Text {
        zh: format!("{}{}教师", employer.0, subjects.0),
        en: format!("{} teachers of {}", subjects.1, employer.1),
    }
}

/// The name of a group of leaders, from its subjects and its employer.
#[must_use]
pub fn leaders(subjects: (&str, &str), employer: (&str, &str)) -> crate::domain::Text {
    crate::domain::Text {
        zh: format!("{}中层干部（{}）", employer.0, subjects.0),
        en: format!("Leaders of {} ({})", employer.1, subjects.1),
    }
}

/// Units of a resource at a campus that differ between the register and what
/// the campus owns.
#[must_use]
pub fn register_differs(
    (campus, resource, unit): (&Text, &Text, &Text),
    registered: &str,
    owned: &str,
) -> Text {
    Text {
        zh: format!(
            "{}的{}，资产清册登记{registered}{}，而owns写{owned}{}",
            campus.zh, resource.zh, unit.zh, unit.zh
        ),
        en: format!(
            "{}, {}: the register has {registered} {}, while `owns` says {owned}",
            campus.en, resource.en, unit.en
        ),
    }
}
