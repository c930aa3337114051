//! Words for changes to a scenario: overlays and the command line.

words! {
    fn no_path(path: &str) { "“{path}”不是字段路径" / "`{path}` is not a field path" }
    fn path_form() {
        "路径如campuses.erzhong.tenure.until、cohorts[3].students、admissions[shukong,2008-autumn].applicants，*代表全部"
        / "a path reads like campuses.erzhong.tenure.until, cohorts[3].students or admissions[shukong,2008-autumn].applicants; * stands for all"
    }
    fn nothing_called(name: &str) { "方案里没有“{name}”" / "the scenario has no `{name}`" }
    fn nothing_called_below(above: &str, name: &str) {
        "“{above}”下没有“{name}”" / "there is no `{name}` in `{above}`"
    }
    fn no_entry(list: &str, index: usize, entries: usize) {
        "“{list}”只有{entries}项，从0数起没有第{index}项" / "`{list}` has {entries} entries, counted from 0: there is no [{index}]"
    }
    fn nothing_at(path: &str) { "“{path}”处没有写任何内容" / "nothing is said at `{path}`" }
    fn add_instead() { "新增一项请用add" / "to add an entry, write add(…)" }
    fn set_instead() { "改写已有的值请用set" / "to give it a value, write set(…)" }
    fn no_entries(path: &str) { "“{path}”不是列表，不能添加" / "`{path}` is no list and no map: nothing can be added" }
    fn already_there(path: &str) { "已经有“{path}”" / "`{path}` is there already" }
    fn not_removable(path: &str) { "“{path}”不能单独去掉" / "`{path}` can't be removed on its own" }
    fn bad_factor(factor: &str) { "倍数{factor}须是不小于0的有限数" / "the factor {factor} must be a finite number, 0 or more" }
    fn no_figure(path: &str) { "“{path}”不是数，不能乘倍数" / "`{path}` is no figure to be multiplied" }
    fn figures_only() {
        "只有数、带单位的数，或全由数组成的列表可以乘倍数"
        / "numbers, numbers with units, and lists or maps of them can be scaled"
    }
    fn no_equals(text: &str) { "“{text}”缺少等号" / "`{text}` has no `=`" }
    fn change_form() { "写作：路径=值" / "write PATH=VALUE" }
    fn no_factor(text: &str) { "“{text}”不是数" / "`{text}` is not a number" }
    fn base_unreadable(path: &str, why: &str) { "基础方案{path}无法读取（{why}）" / "the base {path} cannot be read ({why})" }
    fn base_foreign(path: &str) { "基础方案{path}不是方案或情景文件" / "the base {path} is neither a scenario nor an overlay" }
    fn circle(chain: &str) { "基础方案互相引用成环：{chain}" / "the bases go round in a circle: {chain}" }
    fn command_line() { "命令行" / "command line" }
    fn yes() { "是" / "yes" }
    fn no() { "否" / "no" }
    fn diff_title() { "方案对照：输入的差别" / "Two scenarios: what differs in the inputs" }
    fn side_a(name: &str, file: &str) { "甲：{name}（{file}）" / "A: {name} ({file})" }
    fn side_b(name: &str, file: &str) { "乙：{name}（{file}）" / "B: {name} ({file})" }
    fn differences(count: usize) { "共{count}处不同" / "Differences: {count}" }
    fn no_differences() { "输入没有差别。" / "The inputs do not differ." }
    fn sides() { "两个方案" / "The two scenarios" }
    fn what_differs() { "差别" / "What differs" }
    fn path_head() { "位置" / "Path" }
    fn subject_head() { "所指" / "Of" }
    fn a_head() { "甲" / "A" }
    fn b_head() { "乙" / "B" }
    fn assumed_by(name_zh: &str, name_en: &str) { "情景设定：{name_zh}" / "set by the what-if: {name_en}" }
    fn assumed_in_study(name_zh: &str, name_en: &str) { "情景研究设定：{name_zh}" / "varied by the study: {name_en}" }
    fn assumed_here() { "命令行设定" / "set on the command line" }
}
