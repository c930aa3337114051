//! Words of explanations: why not, and what it would take.

use std::fmt::Display;

words! {
    fn title(scenario: &str) { "{scenario}：为什么不行，怎样才行" / "{scenario}: why not, and what it would take" }
    fn answer_heading() { "结论" / "Answer" }
    fn possible() { "现有方案可行，不需要任何改动；计划已核验。" / "There is a plan as it is, and it is verified; nothing needs to change." }
    fn impossible() { "现有方案无解：硬性规则不能同时成立。" / "There is no plan: the hard rules cannot hold together." }
    fn reachable(zh: &str, en: &str) { "目标“{zh}”现在就能达到，不需要任何改动；计划已核验。" / "The target '{en}' can be reached as it is by a verified plan; nothing needs to change." }
    fn unreachable(zh: &str, en: &str) { "按现有方案，目标“{zh}”达不到。" / "As it is, the target '{en}' cannot be reached." }
    fn target_at(zh: &str, en: &str, zh_term: &str, en_term: &str) { "{zh}：{zh_term}" / "{en}: {en_term}" }
    fn undecided() { "限时内没有定论：既没有找到计划，也没有证明无解。" / "Undecided within the limit: no plan was found, nor was it proven that there is none." }
    fn ways(count: usize) { "求得{count}种办法，按代价由低到高排列，每种都已完整排出计划并核验。" / "Ways found: {count}, the cheapest first; each is planned in full and verified." }
    fn no_way() { "在可协商的范围内，没有任何办法。" / "Nothing that is negotiable makes it possible." }
    fn no_way_found() { "限时内没有找到办法。" / "No way was found within the limit." }
    fn exhausted() { "除在这些办法上再加码以外，没有别的办法。" / "There are no other ways but these with something added." }
    fn incomplete() { "有些组合限时内没有定论，可能还有更便宜的办法。" / "Some combinations stayed undecided within the limit; there may be cheaper ways." }

    fn arithmetic_heading() { "算术上已经看得出的" / "What arithmetic already shows" }
    fn no_arithmetic() { "简单算术看不出问题，须求解才知道。" / "Simple arithmetic shows nothing; it takes solving to see." }

    fn conflict_heading() { "不能同时成立的规定" / "What cannot hold together" }
    fn irreducible() { "下列规定不能同时成立；已证明去掉其中任何一条，其余各条可以同时成立。未列出的规定与此无关。" / "These cannot hold together; it is proven that without any one of them the others can. What is not listed plays no part." }
    fn reducible() { "下列规定不能同时成立；限时内没有证明每一条都必不可少。" / "These cannot hold together; within the limit it was not proven that each of them is needed." }
    fn no_conflict() { "没有能够指出是哪些规定冲突。" / "Which rules are in conflict could not be shown." }
    fn conflict_title() { "冲突的规定" / "Rules in conflict" }
    fn demand() { "要求" / "Asks that" }

    fn repairs_heading() { "怎样才行" / "What it would take" }
    fn price_note() { "代价是让步本身的价钱（方案negotiable一节，或默认值），不含在计划总成本里；只动用可协商的事项，其余不动。标“已证”的，已证明在不包含前面办法的办法中没有更便宜的。" / "The price is that of the concessions (section `negotiable` of the scenario, or defaults) and is not part of the plan's cost; nothing is touched that is not negotiable. 'Proven': no cheaper way is left that does not contain one of those before it." }
    fn defaults_note() { "方案没有negotiable一节，可协商的事项与价钱用默认值。" / "The scenario has no section `negotiable`; defaults are used for what may change and at what price." }
    fn repairs_title() { "办法（金额：万元）" / "Ways (money in 10k yuan)" }
    fn number() { "办法" / "Way" }
    fn granted() { "让步" / "Concession" }
    fn price() { "代价" / "Price" }
    fn cheapest() { "最便宜" / "cheapest" }
    fn proven() { "已证" / "proven" }
    fn unproven() { "未证" / "unproven" }
    fn plans_title() { "各办法的计划（核验通过；金额：万元）" / "The plans of these ways (verified; money in 10k yuan)" }
    fn with_price() { "成本加代价" / "cost + price" }
    fn rerun(number: usize, command: &dyn Display) { "办法{number}：{command}" / "Way {number}: {command}" }
    fn rerun_heading() { "照此重新计划" / "To plan it again" }
    fn unplanned(what: &str, price: &str, why: &str) { "另有：{what}（代价{price}万元）：{why}" / "Also: {what} (price {price} x 10k yuan): {why}" }
    fn none_in_time() { "限时内没有排出计划" / "no plan was found within the limit" }
    fn not_whole() { "排不成整人整班" / "it cannot be had in whole people and classes" }
    fn not_verified() { "计划未通过核验" / "its plan failed the verification" }
    fn refused() { "方案检查不允许" / "the scenario's checks refuse it" }

    fn no_target(key: &str, known: &str) { "--target：没有目标“{key}”；可用：{known}" / "--target: there is no target `{key}`; known: {known}" }
    fn outside(term: &dyn Display, first: &dyn Display, last: &dyn Display) { "--at：{term}不在规划期内（{first}至{last}）" / "--at: {term} is outside the horizon ({first} to {last})" }
}

words! {
    fn room_at(zh: &str, en: &str, owned: &str, zh_unit: &str) { "{zh}够用（现有{owned}{zh_unit}，连同可建的）" / "{en} suffice ({owned} there today, and what can be built)" }
    fn room(zh: &str, en: &str) { "各校区合计{zh}够用" / "{en} of all campuses together suffice" }
    fn taught(zh: &str, en: &str) { "{zh}的课都有人上" / "all periods of {en} are taught" }
    fn at_least(classes: u32) { "至少招{classes}个班" / "at least {classes} ⟨class|classes⟩ ⟨is|are⟩ admitted" }
    fn at_most(classes: u32) { "至多招{classes}个班" / "at most {classes} ⟨class|classes⟩ ⟨is|are⟩ admitted" }
    fn applicants() { "招生不超过报名与调剂人数" / "no more are admitted than apply or switch" }
    fn empty() { "已腾退，不再有班" / "it is vacated and holds no class" }
    fn tenure() { "使用期以外不安排班级" / "no class sits there outside its tenure" }
    fn moves(most: u32) { "一次至多搬{most}个班" / "at most {most} ⟨class|classes⟩ ⟨moves|move⟩ at a time" }
    fn rebased(most: u32) { "一次至多调动{most}人" / "at most {most} ⟨person|people⟩ ⟨is|are⟩ re-based at a time" }
    fn hires(most: u32) { "一年至多招聘{most}人" / "at most {most} are hired in a year" }
    fn capital(most: &str) { "到这一年累计建设支出不超过{most}万元" / "capital spent up to this year is at most {most} x 10k yuan" }
    fn running(most: &str) { "运行支出减收入不超过{most}万元" / "running cost less income is at most {most} x 10k yuan" }
    fn role(percent: &str) { "占本处（本专业）在校班级的{percent}以上" / "it has {percent} of the classes or more" }
    fn standard(zh: &str, en: &str) { "{zh}达标" / "{en} meet the standard" }
    fn ceiling() { "目标分级不超出上限" / "a tier of the objective stays below its ceiling" }
    fn target(at_least: &str) { "达到{at_least}" / "it reaches {at_least}" }
    fn course() { "培训不少于约定人数" / "no fewer are trained than agreed" }
    fn class_teachers() { "每个在校班有班主任" / "every class in school has a class teacher" }
    fn leaders() { "带班领导够值班" / "there are leaders enough for duty" }
    fn on_duty() { "班主任够值班" / "there are class teachers enough for duty" }
    fn exchange() { "交流对数足额" / "the pairs of the exchange are complete" }
    fn retraining() { "转岗培训不超上限" / "no more retrain than the cap" }
    fn part_time() { "兼职课时不超上限" / "part-time periods stay within their share" }
    fn pinned(zh: &str, en: &str) { "按指定：{zh}" / "pinned: {en}" }
    fn class_size(min: &str, max: &str) { "每班{min}至{max}人" / "a class has {min} to {max} ⟨student|students⟩" }
    fn equipment() { "设备不凭空增减，不送到未启用的校区" / "equipment neither appears nor vanishes, and none is sent where nothing is in use" }
    fn visiting(zh: &str, en: &str, percent: &str) { "{zh}走教课时不超过总课时的{percent}" / "at most {percent} of the periods of {en} are taught by visiting" }
    fn merged_size(most: &str) { "并班后每班不超过{most}人" / "a class that others join has at most {most} ⟨student|students⟩" }
    fn merged() { "撤销的班的学生全部并入同届其他班" / "all students of a dissolved class join others of their year" }
    fn internship() { "每个班在实习期内实习足够的学期" / "every class is away for its whole internship within the window" }
    fn placed() { "每个班都有可去的校区" / "every class has a campus that is allowed to it" }
}
