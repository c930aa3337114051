//! Headings, titles of tables, and what stands in place of an empty one.

words! {
    fn summary_heading() { "概要" / "Summary" }
    fn tiers_title() { "各级目标（先级优先；后级不使前级超出允许的放宽；下界由求解器给出）" / "Tiers, each made least while keeping the ones before; bounds as reported by the solver" }
    fn no_tiers() { "没有分级目标。" / "No tiers." }

    fn targets_heading() { "目标" / "Targets" }
    fn targets_title() { "各学期目标完成情况" / "Targets by term" }
    fn no_targets() { "本方案没有规模目标。" / "The scenario has no targets." }

    fn enrolment_heading() { "招生与在校生" / "Enrolment" }
    fn students_title() { "各学期学生与班级" / "Students and classes by term" }
    fn admissions_title() { "招生（按入学学期，人；班数另列）" / "Admissions by entry term (students; classes on their own line)" }
    fn no_admissions() { "规划期内不招生。" / "Nobody is admitted." }

    fn classes_heading() { "专业布局" / "Classes by programme and campus" }
    fn classes_by_year_title() { "各学年各专业在各校区的在册班级（班，含实习）" / "Classes on the register by programme, campus and school year (with those on internship)" }
    fn classes_by_term_title() { "各学期各校区的在校班级（班）" / "Classes in school by campus, programme and term" }
    fn class_paths_title() { "各班去向" / "Every class with its path" }
    fn no_classes() { "没有班级。" / "No classes." }

    fn relocation_heading() { "班级搬迁" / "Relocation" }
    fn relocation_title() { "搬迁班级名单" / "Classes that move" }
    fn no_moves() { "没有班级搬迁。" / "No class moves." }
    fn merging_title() { "并班名单" / "Classes that are merged" }
    fn no_mergers() { "没有并班。" / "No class is merged." }

    fn campuses_heading() { "校区使用" / "Campuses" }
    fn campus_use_title() { "各阶段校区使用（在校班级数）" / "Campus use by stage (classes in school)" }
    fn campuses_title() { "校区一览" / "The campuses" }

    fn capacity_heading() { "校舍与设备利用" / "Rooms, beds and stations" }
    fn capacity_shares_title() { "各学期使用率（%）" / "Share in use by term (%)" }
    fn capacity_tight_title() { "紧张之处（各处只列最紧的学期）" / "Where it is tight (the tightest term of each place)" }
    fn nowhere_tight() { "没有使用率达到95%的地方。" / "Nowhere at 95% or more." }
    fn capacity_title() { "各学期使用量与可用量" / "Use and capacity by term" }
    fn no_capacity() { "没有使用任何资源。" / "No resource is used." }

    fn sharing_heading() { "跨校区共用" / "Sharing" }
    fn sharing_title() { "在其他校区使用的实训设施" / "Facilities used at another campus" }
    fn no_sharing() { "没有跨校区共用。" / "Nothing is shared between campuses." }

    fn staff_heading() { "师资" / "Staff" }
    fn staff_by_year_title() { "各学年教职工变化（人；课时取学年内最高的学期）" / "Staff by school year (people; periods in the busiest term)" }
    fn staff_title() { "各学年第一学期（变动后）各学科教师所属校区（人）" / "Staff by subject and base in the first term of each school year, after its changes" }
    fn staff_by_subject_title() { "规划期内各学科变化（人、周课时；期末 = 现有 + 招聘 + 转入 − 转出 − 退休）" / "Staff by subject over the horizon (people, periods a week; last term = today + hired + in - out - retired)" }
    fn no_staff() { "没有教职工。" / "No staff." }
    fn hires_title() { "招聘计划" / "Recruits" }
    fn no_hires() { "不招聘。" / "Nobody is hired." }
    fn visiting_title() { "走教安排" / "Visiting teachers" }
    fn no_visiting() { "没有走教。" / "Nobody teaches away from the base." }
    fn retraining_title() { "转岗培训" / "Who changes subject" }
    fn no_retraining() { "无人转岗。" / "Nobody changes subject." }
    fn part_time_title() { "外聘兼职教师" / "Part-time teachers" }
    fn no_part_time() { "不聘兼职教师。" / "No part-time teachers." }

    fn postings_heading() { "人员调动" / "Postings" }
    fn postings_title() { "调动名单" / "Who is re-based" }
    fn no_postings() { "没有人员调动。" / "Nobody is re-based." }
    fn posts_title() { "全部岗位" / "Every post" }

    fn building_heading() { "建设与设备" / "Building and equipment" }
    fn building_title() { "建设项目" / "Projects" }
    fn no_building() { "没有建设项目。" / "Nothing is built." }
    fn shipments_title() { "设备搬运" / "Equipment moved" }
    fn no_shipments() { "没有设备搬运。" / "No equipment moves." }

    fn money_heading() { "经费" / "Money" }
    fn money_title() { "各财政年度经费（万元，未折现）" / "Money by fiscal year (10k yuan, undiscounted)" }

    fn missed_heading() { "未满足的规则" / "Missed rules" }
    fn missed_title() { "以计价方式放宽的规则" / "Rules missed at a price" }

    fn none_missed() { "没有。" / "None." }

    fn sources_heading() { "数据来源与假设" / "Sources and assumptions" }
    fn sources_title() { "数据来源" / "Sources" }
    fn no_sources() { "方案没有注明数据来源。" / "The scenario names no sources." }

    fn verification_title() { "计划核验" / "Verification" }
    fn verification_result() { "核验结果" / "Result" }
    fn violations_title() { "不成立之处" / "What does not hold" }
    fn no_violations() { "全部成立。" / "Everything holds." }
    fn compared_heading() { "核对范围" / "What was compared" }
    fn comparisons_title() { "核对次数" / "Comparisons by rule" }
    fn nothing_compared() { "没有核对任何内容。" / "Nothing was compared." }

    fn infeasible_heading() { "没有可行的计划" / "No plan" }
    fn shortages_title() { "最小缺口" / "Least shortages" }
    fn no_shortages() { "没有找到具体缺口。" / "No shortages were found." }
}
