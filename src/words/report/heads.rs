//! Heads of columns and rows.

words! {
    /// Head.
    fn item() { "项目" / "Item" }
    /// Head.
    fn line() { "内容" / "Line" }
    /// Head.
    fn result() { "结果" / "Result" }
    /// Head.
    fn total() { "合计" / "Total" }
    /// Head.
    fn campus() { "校区" / "Campus" }
    /// Head.
    fn programme() { "专业" / "Programme" }
    /// Head.
    fn class() { "班级" / "Class" }
    /// Head.
    fn dissolved_class() { "撤销班级" / "Dissolved" }
    /// Head.
    fn joined_class() { "并入班级" / "Joins" }
    /// Head.
    fn joining() { "并入学生" / "Students" }
    /// Head.
    fn then_has() { "并后班额" / "Then has" }
    /// Head.
    fn subject() { "学科" / "Subject" }
    /// Head.
    fn subjects() { "学科" / "Subjects" }
    /// Head.
    fn old_subject() { "原任学科" / "Taught" }
    /// Head.
    fn new_subject() { "转任学科" / "Now teaches" }
    /// Head.
    fn resource() { "资源" / "Resource" }
    /// Head.
    fn target() { "目标" / "Target" }
    /// Head.
    fn term_head() { "学期" / "Term" }
    /// Head.
    fn when() { "时间" / "When" }
    /// Head.
    fn from() { "从" / "From" }
    /// Head.
    fn to() { "到" / "To" }
    /// Head.
    fn from_term() { "起" / "From" }
    /// Head.
    fn to_term() { "止" / "Until" }
    /// Head.
    fn measure() { "单位" / "Unit" }
    /// Head.
    fn cost() { "费用" / "Cost" }
    /// Head.
    fn people() { "人数" / "People" }
    /// Head.
    fn students() { "学生" / "Students" }
    /// Head.
    fn students_at_base() { "学生（现有或入学时）" / "Students (today or at entry)" }

    /// Head.
    fn at_least() { "目标值" / "at least" }
    /// Head.
    fn planned() { "计划值" / "planned" }
    /// Head.
    fn short_by() { "缺口" / "short by" }

    /// Head.
    fn registered() { "在册学生" / "Registered students" }
    /// Head.
    fn students_in_school() { "在校学生" / "Students in school" }
    /// Head.
    fn on_internship() { "实习学生" / "Students on internship" }
    /// Head.
    fn boarders() { "住校学生" / "Boarders in school" }
    /// Head.
    fn classes_registered() { "在册班级" / "Classes registered" }
    /// Head.
    fn classes_in_school() { "在校班级" / "Classes in school" }
    /// Head.
    fn classes_away() { "实习班级" / "Classes on internship" }
    /// Head.
    fn applicants() { "报名" / "applicants" }
    /// Head.
    fn admitted() { "录取" / "admitted" }
    /// Head.
    fn classes_admitted() { "录取班数" / "classes" }
    /// Head.
    fn turned_away() { "本专业未录" / "turned away" }
    /// Head.
    fn switched() { "调剂转入" / "from others" }
    /// Head.
    fn all_programmes() { "全部专业" / "All programmes" }
    /// Head.
    fn all_subjects() { "全部学科" / "All subjects" }
    /// Head.
    fn entry() { "入学" / "Entry" }
    /// Head.
    fn seats() { "所在校区" / "Campuses" }
    /// Head.
    fn internship() { "实习学期" / "On internship" }

    /// Head.
    fn owner() { "产权" / "Owner" }
    /// Head.
    fn usable_from() { "可用自" / "Usable from" }
    /// Head.
    fn usable_until() { "可用至" / "Usable until" }
    /// Head.
    fn opened_in() { "启用" / "Opens" }
    /// Head.
    fn closed_in() { "停用" / "Closes" }
    /// A campus that opens, with its classes.
    fn opens(classes: &str) { "启用 {classes}" / "opens {classes}" }
    /// A campus that closes.
    fn closes() { "停用" / "closes" }

    /// Head.
    fn used() { "使用" / "Used" }
    /// Head.
    fn available() { "可用" / "Available" }
    /// Head.
    fn spare() { "余量" / "Spare" }
    /// Head.
    fn share_used() { "使用率" / "Share" }
    /// Head.
    fn user() { "使用校区" / "Used by" }
    /// Head.
    fn host() { "提供校区" / "At" }
    /// Head.
    fn hours() { "时数" / "Hours" }

    /// Head.
    fn staff_at_start() { "学年初在岗（变动前）" / "At work at the start, before changes" }
    /// Head.
    fn staff_at_end() { "学年末在岗" / "At work at the end" }
    /// Head.
    fn retrained_in() { "转岗转入" / "Retrained, in" }
    /// Head.
    fn retrained_out() { "转岗转出" / "Retrained, out" }
    /// Head.
    fn staff_first() { "现有" / "Today" }
    /// Head.
    fn staff_last() { "期末" / "Last term" }
    /// Head.
    fn hired() { "招聘" / "Hired" }
    /// Head.
    fn retired() { "退休" / "Retire" }
    /// Head.
    fn rebased() { "调动" / "Re-based" }
    /// Head.
    fn periods_needed() { "需要课时（每周）" / "Periods needed a week" }
    /// Head.
    fn periods_visiting() { "走教课时（每周）" / "Periods by visiting a week" }
    /// Head.
    fn most_needed() { "最多周课时" / "Most periods" }
    /// Head.
    fn most_visiting() { "最多走教" / "Most visiting" }
    /// Head.
    fn base() { "所属校区" / "Based at" }
    /// Head.
    fn teaches_at() { "走教校区" / "Teaches at" }
    /// Head.
    fn periods_a_week() { "周课时" / "Periods a week" }
    /// Head.
    fn person() { "姓名或岗位" / "Person or post" }
    /// Head.
    fn today() { "现在校区" / "Today" }
    /// Head.
    fn bases() { "所属校区" / "Based at" }
    /// Head.
    fn leaves() { "离岗" / "Leaves" }

    /// Head.
    fn project() { "项目" / "Project" }
    /// Head.
    fn work_begins() { "开工" / "Work begins" }
    /// Head.
    fn in_service() { "投用" / "In service" }
    /// Head.
    fn modules() { "模块" / "Modules" }
    /// Head.
    fn adds() { "新增" / "Adds" }
    /// Head.
    fn what() { "设备" / "What" }
    /// Head.
    fn units() { "数量" / "Units" }

    /// Head.
    fn capital() { "资本性支出" / "Capital" }
    /// Head.
    fn capital_granted() { "资本预算（批准）" / "Capital granted" }
    /// Head.
    fn running() { "运行支出" / "Running costs" }
    /// Head.
    fn all_income() { "收入合计" / "All income" }
    /// Head.
    fn surplus() { "运行结余（负数为缺口）" / "Running surplus (a deficit where negative)" }
    /// Head.
    fn running_granted() { "运行预算（批准）" / "Running grant" }
    /// Head.
    fn spent() { "支出合计" / "All costs" }

    /// Head.
    fn rule() { "规则" / "Rule" }
    /// Head.
    fn place() { "位置" / "Place" }
    /// Head.
    fn price() { "计价" / "Price" }
    /// Head.
    fn kind() { "类别" / "Kind" }
    /// Head.
    fn figures() { "数据项" / "Figures" }
    /// Head.
    fn note() { "说明" / "Note" }
    /// Head.
    fn date() { "日期" / "Date" }

    /// Head.
    fn tier() { "级" / "Tier" }
    /// Head.
    fn aim() { "使其最小" / "Made least" }
    /// Head.
    fn value() { "本计划" / "This plan" }
    /// Head.
    fn bound() { "下界" / "Bound" }
    /// Head.
    fn proven() { "结论" / "What is proven" }

    /// Head.
    fn compared() { "核对内容" / "Compared" }
    /// Head.
    fn left() { "左边" / "Left" }
    /// Head.
    fn right() { "右边" / "Right" }
    /// Head.
    fn excess() { "相差" / "Excess" }
    /// Head.
    fn comparisons() { "核对次数" / "Comparisons" }
    /// Head.
    fn failures() { "不成立" / "Fail" }
    /// Head.
    fn what_is_short() { "缺什么" / "What is short" }
}
