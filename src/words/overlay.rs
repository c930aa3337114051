//! Words for changes to a scenario: overlays and the command line.

words! {
    /// A path that can't be read.
    fn no_path(path: &str) { "“{path}”不是字段路径" / "`{path}` is not a field path" }
    /// How a path is written.
    fn path_form() {
        "路径如campuses.erzhong.tenure.until、cohorts[3].students、admissions[shukong,2008-autumn].applicants，*代表全部"
        / "a path reads like campuses.erzhong.tenure.until, cohorts[3].students or admissions[shukong,2008-autumn].applicants; * stands for all"
    }
    /// A path that leads nowhere.
    fn nothing_called(name: &str) { "方案里没有“{name}”" / "the scenario has no `{name}`" }
    /// A path that leads nowhere.
    fn nothing_called_below(above: &str, name: &str) {
        "“{above}”下没有“{name}”" / "there is no `{name}` in `{above}`"
    }
    /// A list is shorter.
    fn no_entry(list: &str, index: usize, entries: usize) {
        "“{list}”只有{entries}项，从0数起没有第{index}项" / "`{list}` has {entries} entries, counted from 0: there is no [{index}]"
    }
    /// Nothing is said there.
    fn nothing_at(path: &str) { "“{path}”处没有写任何内容" / "nothing is said at `{path}`" }
    /// A new entry of a map.
    fn add_instead() { "新增一项请用add" / "to add an entry, write add(…)" }
    /// A value rather than an entry.
    fn set_instead() { "改写已有的值请用set" / "to give it a value, write set(…)" }
    /// Entries can't be added there.
    fn no_entries(path: &str) { "“{path}”不是列表，不能添加" / "`{path}` is no list and no map: nothing can be added" }
    /// The entry is there.
    fn already_there(path: &str) { "已经有“{path}”" / "`{path}` is there already" }
    /// Part of a value.
    fn not_removable(path: &str) { "“{path}”不能单独去掉" / "`{path}` can't be removed on its own" }
    /// A factor that is none.
    fn bad_factor(factor: &str) { "倍数{factor}须是不小于0的有限数" / "the factor {factor} must be a finite number, 0 or more" }
    /// Not a figure.
    fn no_figure(path: &str) { "“{path}”不是数，不能乘倍数" / "`{path}` is no figure to be multiplied" }
    /// What can be scaled.
    fn figures_only() {
        "只有数、带单位的数，或全由数组成的列表可以乘倍数"
        / "numbers, numbers with units, and lists or maps of them can be scaled"
    }
    /// A change without `=`.
    fn no_equals(text: &str) { "“{text}”缺少等号" / "`{text}` has no `=`" }
    /// How a change is written.
    fn change_form() { "写作：路径=值" / "write PATH=VALUE" }
    /// A factor that can't be read.
    fn no_factor(text: &str) { "“{text}”不是数" / "`{text}` is not a number" }
    /// An overlay without a base.
    fn base_unreadable(path: &str, why: &str) { "基础方案{path}无法读取（{why}）" / "the base {path} cannot be read ({why})" }
    /// A base that is something else.
    fn base_foreign(path: &str) { "基础方案{path}不是方案或情景文件" / "the base {path} is neither a scenario nor an overlay" }
    /// Overlays that build on each other in a circle.
    fn circle(chain: &str) { "基础方案互相引用成环：{chain}" / "the bases go round in a circle: {chain}" }
    /// Where the changes of the command line stand.
    fn command_line() { "命令行" / "command line" }
    /// Yes.
    fn yes() { "是" / "yes" }
    /// No.
    fn no() { "否" / "no" }
    /// Title.
    fn diff_title() { "方案对照：输入的差别" / "Two scenarios: what differs in the inputs" }
    /// Head of the first scenario.
    fn side_a(name: &str, file: &str) { "甲：{name}（{file}）" / "A: {name} ({file})" }
    /// Head of the second scenario.
    fn side_b(name: &str, file: &str) { "乙：{name}（{file}）" / "B: {name} ({file})" }
    /// Title of the table.
    fn differences(count: usize) { "共{count}处不同" / "Differences: {count}" }
    /// Empty.
    fn no_differences() { "输入没有差别。" / "The inputs do not differ." }
    /// Heading.
    fn sides() { "两个方案" / "The two scenarios" }
    /// Heading.
    fn what_differs() { "差别" / "What differs" }
    /// Head.
    fn path_head() { "位置" / "Path" }
    /// Head.
    fn subject_head() { "所指" / "Of" }
    /// Head.
    fn a_head() { "甲" / "A" }
    /// Head.
    fn b_head() { "乙" / "B" }
    /// Source of a figure that an overlay sets.
    fn assumed_by(name_zh: &str, name_en: &str) { "情景设定：{name_zh}" / "set by the what-if: {name_en}" }
    /// Source of a figure that a study varies.
    fn assumed_in_study(name_zh: &str, name_en: &str) { "情景研究设定：{name_zh}" / "varied by the study: {name_en}" }
    /// Source of a figure that the command line sets.
    fn assumed_here() { "命令行设定" / "set on the command line" }
}
