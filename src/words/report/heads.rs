//! Heads of columns and rows.

words! {
    fn item() { "项目" / "Item" }
    fn line() { "内容" / "Line" }
    fn result() { "结果" / "Result" }
    fn total() { "合计" / "Total" }
    fn campus() { "校区" / "Campus" }
    fn programme() { "专业" / "Programme" }
    fn class() { "班级" / "Class" }
    fn dissolved_class() { "撤销班级" / "Dissolved" }
    fn joined_class() { "并入班级" / "Joins" }
    fn joining() { "并入学生" / "Students" }
    fn then_has() { "并后班额" / "Then has" }
    fn subject() { "学科" / "Subject" }
    fn subjects() { "任教学科" / "Subjects" }
    fn old_subject() { "原任学科" / "Taught" }
    fn new_subject() { "转任学科" / "Now teaches" }
    fn resource() { "资源" / "Resource" }
    fn target() { "目标" / "Target" }
    fn term_head() { "学期" / "Term" }
    fn when() { "时间" / "When" }
    fn from() { "从" / "From" }
    fn to() { "到" / "To" }
    fn from_term() { "起" / "From" }
    fn to_term() { "止" / "Until" }
    fn measure() { "单位" / "Unit" }
    fn cost() { "费用" / "Cost" }
    fn people() { "人数" / "People" }
    fn students() { "学生" / "Students" }
    fn students_at_base() { "学生（现有或入学时）" / "Students (today or at entry)" }

    fn at_least() { "目标值" / "at least" }
    fn planned() { "计划值" / "planned" }
    fn short_by() { "缺口" / "short by" }

    fn registered() { "在册学生" / "Registered students" }
    fn students_in_school() { "在校学生" / "Students in school" }
    fn on_internship() { "实习学生" / "Students on internship" }
    fn boarders() { "住校学生" / "Boarders in school" }
    fn classes_registered() { "在册班级" / "Classes registered" }
    fn classes_in_school() { "在校班级" / "Classes in school" }
    fn classes_away() { "实习班级" / "Classes on internship" }
    fn applicants() { "报名" / "applicants" }
    fn admitted() { "录取" / "admitted" }
    fn classes_admitted() { "录取班数" / "classes" }
    fn turned_away() { "本专业未录" / "turned away" }
    fn switched() { "调剂转入" / "from others" }
    fn all_programmes() { "全部专业" / "All programmes" }
    fn all_subjects() { "全部学科" / "All subjects" }
    fn entry() { "入学学期" / "Entry" }
    fn seats() { "所在校区" / "Campuses" }
    fn internship() { "实习学期" / "On internship" }

    fn owner() { "产权单位" / "Owner" }
    fn usable_from() { "可用自" / "Usable from" }
    fn usable_until() { "可用至" / "Usable until" }
    fn opened_in() { "启用" / "Opens" }
    fn closed_in() { "停用" / "Closes" }
    fn opens(classes: &str) { "启用 {classes}" / "opens {classes}" }
    fn closes() { "停用" / "closes" }

    fn used() { "使用" / "Used" }
    fn available() { "可用" / "Available" }
    fn spare() { "余量" / "Spare" }
    fn share_used() { "使用率" / "Share" }
    fn user() { "使用校区" / "Used by" }
    fn host() { "提供校区" / "At" }
    fn hours() { "时数" / "Hours" }

    fn staff_at_start() { "学年初在岗（变动前）" / "At work at the start, before changes" }
    fn staff_at_end() { "学年末在岗" / "At work at the end" }
    fn retrained_in() { "转岗转入" / "Retrained, in" }
    fn retrained_out() { "转岗转出" / "Retrained, out" }
    fn staff_first() { "现有" / "Today" }
    fn staff_last() { "期末" / "Last term" }
    fn hired() { "招聘" / "Hired" }
    fn retired() { "退休" / "Retire" }
    fn rebased() { "调动" / "Re-based" }
    fn periods_needed() { "需要课时（每周）" / "Periods needed a week" }
    fn periods_visiting() { "走教课时（每周）" / "Periods by visiting a week" }
    fn most_needed() { "最多周课时" / "Most periods" }
    fn most_visiting() { "最多走教" / "Most visiting" }
    fn base() { "所属校区" / "Based at" }
    fn teaches_at() { "走教校区" / "Teaches at" }
    fn periods_a_week() { "周课时" / "Periods a week" }
    fn person() { "姓名或岗位" / "Person or post" }
    fn today() { "现在校区" / "Today" }
    fn bases() { "所属校区" / "Based at" }
    fn leaves() { "离岗学期" / "Gone from term" }

    fn project() { "项目" / "Project" }
    fn work_begins() { "开工" / "Work begins" }
    fn in_service() { "投用" / "In service" }
    fn modules() { "模块" / "Modules" }
    fn adds() { "新增" / "Adds" }
    fn what() { "设备" / "What" }
    fn units() { "数量" / "Units" }

    fn capital() { "资本性支出" / "Capital" }
    fn capital_granted() { "资本预算（批准）" / "Capital granted" }
    fn running() { "运行支出" / "Running costs" }
    fn all_income() { "收入合计" / "All income" }
    fn surplus() { "运行结余（负数为缺口）" / "Running surplus (a deficit where negative)" }
    fn running_granted() { "运行预算（批准）" / "Running grant" }
    fn spent() { "支出合计" / "All costs" }

    fn rule() { "规则" / "Rule" }
    fn place() { "位置" / "Place" }
    fn price() { "计价" / "Price" }
    fn kind() { "类别" / "Kind" }
    fn figures() { "数据项" / "Figures" }
    fn note() { "说明" / "Note" }
    fn date() { "日期" / "Date" }

    fn tier() { "级" / "Tier" }
    fn aim() { "使其最小" / "Made least" }
    fn value() { "本计划" / "This plan" }
    fn bound() { "下界" / "Bound" }
    fn proven() { "结论" / "What is proven" }

    fn compared() { "核对内容" / "Compared" }
    fn left() { "左边" / "Left" }
    fn right() { "右边" / "Right" }
    fn excess() { "相差" / "Excess" }
    fn comparisons() { "核对次数" / "Comparisons" }
    fn failures() { "不成立" / "Fail" }
    fn what_is_short() { "缺什么" / "What is short" }
}
