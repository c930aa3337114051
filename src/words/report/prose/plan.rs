//! Goal, campuses, enrolment, relocation.

// Goal.
words! {
    fn goal() { "规划目标" / "Goal" }
    fn scope() { "规划范围" / "Scope" }
    fn covers(first: &str, last: &str, terms: usize, moves: usize) {
        "规划期自{first}至{last}，共{terms}个学期，其中{moves}个学期的期初可以调整校区。"
        / "The plan runs from {first} to {last}: {terms} ⟨term|terms⟩, at the start of {moves} of which classes and staff may change campus."
    }
    fn comprises(campuses: usize, campus_list: &str, programmes: usize, programme_list: &str) {
        "范围包括{campus_list}等{campuses}处校区，开设{programme_list}等{programmes}个专业。"
        / "It comprises {campuses} ⟨campus|campuses⟩ ({campus_list}) and {programmes} ⟨programme|programmes⟩ ({programme_list})."
    }
    fn begins_with(classes: usize, students: &str, staff: usize) {
        "规划期开始前有班级{classes}个、学生{students}人，教职工{staff}人。"
        / "Before it begins there are {classes} ⟨class|classes⟩ with {students} ⟨student|students⟩, and {staff} staff."
    }
    fn size_aimed() { "规模目标" / "Size" }
    fn aimed(term: &str, list: &str) { "{term}起，{list}。" / "From {term} on: {list}." }
    fn no_fewer(what: &str, amount: &str) { "{what}不少于{amount}" / "at least {amount} {what}" }
    fn no_fewer_classes(amount: &str) { "在校班级不少于{amount}" / "at least {amount} in school" }
    fn size_reached(term: &str, classes: u32, students: &str, registered: &str, classes_now: u32, students_now: &str, registered_now: &str) {
        "按本方案，{term}在校{classes}个班、{students}人，在册{registered}人；规划首学期分别为{classes_now}个班、{students_now}人和{registered_now}人。"
        / "Under this plan there are {classes} ⟨class|classes⟩ and {students} ⟨student|students⟩ in school and {registered} registered in {term}; in the first term {classes_now}, {students_now} and {registered_now}."
    }
    fn all_met() { "各项目标在应达到的各学期均能达到。" / "Every target is met in every term in which it applies." }
    fn not_met(list: &str) { "以下目标未能达到，差距最大时为：{list}。" / "Not met, at their worst: {list}." }
    fn schedule() { "进度安排" / "Schedule" }
    fn milestones(all: usize, on_time: usize) {
        "列入进度的事项共{all}项，按期完成{on_time}项。" / "Of {all} ⟨milestone|milestones⟩ {on_time} are reached on time."
    }
    fn milestones_off() { "其余各项如下：" / "The others:" }
    fn milestone_off(name: &str, due: &str, date: &str, how: &str) {
        "{name}，应于{due}前完成，计划{date}完成（{how}）。" / "{name}: due {due}, planned for {date} ({how})."
    }
    fn milestone_never(name: &str, due: &str) {
        "{name}，应于{due}前完成，规划期内不能完成。" / "{name}: due {due}, not reached within the horizon."
    }
}

// Campuses.
words! {
    fn layout() { "校区布局" / "Campuses" }
    fn opened_and_closed() { "校区启用与停用" / "Opened and closed" }
    fn opens(campus: &str, term: &str) { "{campus}自{term}启用" / "{campus} opens in {term}" }
    fn usable_until(term: &str) { "，校舍可使用至{term}" / "; its premises may be used until {term}" }
    fn closes(campus: &str, term: &str) { "{campus}自{term}停用" / "{campus} closes in {term}" }
    fn given_back(owner: &str) { "，校舍交还{owner}" / "; its premises go back to {owner}" }
    fn stays_with(owner: &str) { "，校舍仍归{owner}" / "; its premises stay with {owner}" }
    fn stop(zh: &str, en: &str) { "{zh}。" / "{en}." }
    fn used_throughout(list: &str) { "{list}在规划期内始终使用。" / "Used throughout: {list}." }
    fn never_used(list: &str) { "{list}在规划期内不使用。" / "Never used: {list}." }
    fn arranged(term: &str) { "{term}各校区安排" / "The campuses in {term}" }
    fn holds(campus: &str, classes: usize, students: &str, programmes: &str) {
        "{campus}：在校班级{classes}个、学生{students}人，专业有{programmes}。"
        / "{campus}: {classes} ⟨class|classes⟩ and {students} ⟨student|students⟩ in school; {programmes}."
    }
    fn programme_classes(programme: &str, classes: usize) { "{programme}{classes}个班" / "{programme} {classes}" }
    fn leads(field: &str, share: &str) { "以{field}类专业为主，占其在校班级的{share}。" / "{field} leads, with {share} of its classes." }
    fn premises_used() { "校舍设备利用" / "Use of rooms and equipment" }
    fn tightest(campus: &str, resource: &str, term: &str, percent: &str) {
        "使用率最高的是{campus}的{resource}，{term}为{percent}。"
        / "The tightest place is {resource} at {campus}, {percent} in {term}."
    }
    fn tight_places(places: usize) {
        "按资源、校区、学期计，使用率达到95%的有{places}处，均不超过可用量。"
        / "Counted by resource, campus and term, {places} ⟨place|places⟩ ⟨is|are⟩ used at 95% or more, none beyond what there is."
    }
    fn tight_and_short_places(places: usize, short: usize) {
        "按资源、校区、学期计，使用率达到95%的有{places}处，其中超过可用量的{short}处。"
        / "Counted by resource, campus and term, {places} ⟨place|places⟩ ⟨is|are⟩ used at 95% or more, {short} of them beyond what there is."
    }
    fn no_tight_places() { "各学期没有使用率达到95%之处。" / "No place is used at 95% or more in any term." }
}

// Enrolment.
words! {
    fn enrolment() { "招生与在校规模" / "Enrolment" }
    fn intake() { "招生计划" / "Admissions" }
    fn admitted(classes: u32, students: &str, list: &str) {
        "规划期内招生{classes}个班、{students}人，其中{list}。"
        / "Over the horizon {classes} ⟨class|classes⟩ with {students} ⟨student|students⟩ are admitted: {list}."
    }
    fn admitted_in(term: &str, classes: u32, students: &str) {
        "{term}{classes}个班、{students}人" / "{term} {classes} ⟨class|classes⟩, {students} ⟨student|students⟩"
    }
    fn nobody_admitted() { "规划期内不招生。" / "Nobody is admitted." }
    fn by_programme(list: &str) { "按专业分：{list}。" / "By programme: {list}." }
    fn programme_intake(programme: &str, classes: u32, students: &str) {
        "{programme}{classes}个班、{students}人" / "{programme} {classes} ⟨class|classes⟩, {students} ⟨student|students⟩"
    }
    fn applicants(applicants: &str) { "规划期内报名{applicants}人。" / "There are {applicants} ⟨applicant|applicants⟩." }
    fn applicants_on(applicants: &str, low: &str, high: &str, path: &str) {
        "规划期内报名{applicants}人（取生源预测的{path}案；低案{low}人，高案{high}人）。"
        / "There are {applicants} ⟨applicant|applicants⟩ (the {path} path of the projection; low {low}, high {high})."
    }
    fn turned_away(away: &str, switched: &str) {
        "超出所报专业招生数的{away}人，其中{switched}人经调剂转入其他专业。"
        / "Programmes turn away {away}, of whom {switched} take another programme."
    }
    fn pupils() { "在校规模" / "Students in school" }
    fn size_by_year(list: &str) { "各秋季学期的规模：{list}。" / "In the autumn terms: {list}." }
    fn size_in(term: &str, registered: &str, in_school: &str, away: &str) {
        "{term}在册{registered}人，其中在校{in_school}人、实习{away}人"
        / "{term} {registered} registered, {in_school} of them in school and {away} on internship"
    }
    fn attrition(term: &str, percent: &str, limit: &str) {
        "学期流失率最高为{percent}（{term}），上限为{limit}。"
        / "At most {percent} of the students are lost in a term ({term}); the limit is {limit}."
    }
    fn short_courses() { "短期培训" / "Short courses" }
    fn trained(list: &str, fees: &str, costs: &str) {
        "规划期内招收{list}；收费{fees}万元，成本{costs}万元。"
        / "Trainees over the horizon: {list}; fees {fees}, costs {costs} (10k yuan)."
    }
    fn trained_in(course: &str, taken: &str, demand: &str) {
        "{course}{taken}人次（需求{demand}人次）" / "{course} {taken} of {demand} who would come"
    }
}

// Relocation.
words! {
    fn relocation() { "班级搬迁" / "Relocation" }
    fn moves_in_all() { "搬迁规模" / "How much moves" }
    fn no_moves() { "规划期内没有班级搬迁。" / "No class moves." }
    fn moves(moves: u32, students: &str, classes: usize) {
        "规划期内搬迁{moves}个班次、学生{students}人次，涉及{classes}个班，均在学期开始前进行。"
        / "Over the horizon there are {moves} class ⟨move|moves⟩ with {students} ⟨student|students⟩, of {classes} ⟨class|classes⟩, all before a term begins."
    }
    fn most_moves(most: usize) { "同一班级最多搬迁{most}次。" / "No class moves more than {most} times." }
    fn moves_once() { "没有班级搬迁两次。" / "No class moves twice." }
    fn last_year_stays() {
        "除所在校区停用外，毕业学年的班级不搬迁。" / "A class in its last school year moves only where its campus is left."
    }
    fn batches() { "分批安排" / "In batches" }
    fn batch(term: &str, classes: usize, students: &str, list: &str) {
        "{term}开学前{classes}个班、{students}人：{list}。" / "Before {term}: {classes} ⟨class|classes⟩, {students} ⟨student|students⟩; {list}."
    }
    fn from_to(from: &str, to: &str, classes: usize) { "{from}迁往{to}{classes}个班" / "{classes} from {from} to {to}" }
    fn merged(classes: usize, students: &str) {
        "另有{classes}个班撤销，{students}人并入同届其他班。" / "Besides, {classes} ⟨class|classes⟩ ⟨is|are⟩ dissolved; their {students} ⟨student|students⟩ ⟨joins|join⟩ others of their year."
    }
}
