//! Words for milestones and recurring events.

use crate::domain::{Recurrence, Text, Weekday};
use crate::plan::MilestoneStatus;

words! {
    fn agenda_heading() { "里程碑与日程" / "Milestones and calendar" }
    fn gantt_title() { "进度图" / "Schedule" }
    fn milestones_title() { "里程碑" / "Milestones" }
    fn no_milestones() { "没有里程碑。" / "No milestones." }
    fn events_title() { "日常活动" / "Recurring events" }
    fn event_days_title() { "日常活动日程" / "Days of the recurring events" }
    fn no_events() { "没有日常活动。" / "No recurring events." }
    fn gantt_note(months: usize) {
        "进度图每格{months}个月：# 工作期间，! 超过限期仍未完成，^ 限期。"
        / "Months to a mark of the chart: {months}. # work, ! work beyond the due date, ^ due."
    }
    fn agenda_note() {
        "完成日由计划推出：腾退从最后有班学期结束的次日起算；启用、建成为投用学期开学前一日；招生、达标为开学当日。其余按开始日期和前置事项最早能完成的日子计。"
        / "Dates follow from the plan: a campus is left from the day after its last term with classes; it opens, and building is done, on the day before the first term in use; classes and targets count from the first day of a term. Everything else is done as soon as its start and what it comes after allow."
    }

    fn milestone() { "里程碑" / "Milestone" }
    fn schedule() { "进度" / "Schedule" }
    fn begins_on() { "开始" / "Begins" }
    fn due_on() { "限期" / "Due" }
    fn reached_on() { "完成" / "Reached" }
    fn late_by() { "晚（天）" / "Days late" }
    fn standing_head() { "情况" / "Standing" }
    fn comes_after() { "前置事项" / "Comes after" }
    fn responsible() { "负责" / "Responsible" }
    fn event() { "活动" / "Event" }
    fn held() { "举行" / "Held" }
    fn held_at() { "地点" / "Where" }
    fn times() { "次数" / "Times" }
    fn first_time() { "首次" / "First" }
    fn last_time() { "末次" / "Last" }
    fn day() { "日期" / "Day" }

    fn on_time() { "按期" / "on time" }
    fn late(days: u32) { "晚{days}天" / "{days} ⟨day|days⟩ late" }
    fn late_one() { "晚1天" / "1 day late" }
    fn waiting() { "开始过早" / "begins too early" }
    fn waiting_for(names: &str) { "前置未完成：{names}" / "begins before this is done: {names}" }
    fn never() { "计划内不发生" / "not in this plan" }
    fn both(one_zh: &str, one_en: &str, other_zh: &str, other_en: &str) {
        "{one_zh}；{other_zh}" / "{one_en}; {other_en}"
    }

    fn milestones_on_time(count: usize) {
        "里程碑：共{count}项，全部按期。" / "Milestones: {count}, all on time."
    }
    fn milestones_off(count: usize, on_time: usize, list: &str) {
        "里程碑：共{count}项，按期{on_time}项；其余：{list}。"
        / "Milestones: {count}, of which {on_time} on time; the others: {list}."
    }
    fn milestone_off(name: &str, how: &str) { "{name}（{how}）" / "{name} ({how})" }

    fn weekly(zh: &str, en: &str) { "每周{zh}" / "every {en}" }
    fn monthly(nth_zh: &str, nth_en: &str, zh: &str, en: &str) {
        "每月第{nth_zh}个星期{zh}" / "{nth_en} {en} of every month"
    }
    fn monthly_day(day: u32) { "每月{day}日" / "day {day} of every month" }
    fn and_holidays(zh: &str, en: &str) { "{zh}（含假期）" / "{en}, holidays too" }
    fn in_turn(list: &str) { "{list}轮流" / "in turn: {list}" }
    fn place_open() { "另定" / "to be settled" }

    fn schedule_from(first: &str, months: usize) {
        "进度（{first}起，每格{months}个月）" / "Schedule (from {first}, months to a mark: {months})"
    }
    fn gantt_months_title() { "逐月进度" / "Schedule by month" }
    fn labelled(label_zh: &str, label_en: &str, value: &str) { "{label_zh}：{value}" / "{label_en}: {value}" }
    fn category_milestone() { "里程碑" / "Milestone" }
    fn category_event() { "日常活动" / "Recurring event" }
}

words! {
    fn monday() { "一" / "Monday" }
    fn tuesday() { "二" / "Tuesday" }
    fn wednesday() { "三" / "Wednesday" }
    fn thursday() { "四" / "Thursday" }
    fn friday() { "五" / "Friday" }
    fn saturday() { "六" / "Saturday" }
    fn sunday() { "日" / "Sunday" }
    fn first() { "一" / "first" }
    fn second() { "二" / "second" }
    fn third() { "三" / "third" }
    fn fourth() { "四" / "fourth" }
}

fn weekday(day: Weekday) -> Text {
    match day {
        Weekday::Monday => monday(),
        Weekday::Tuesday => tuesday(),
        Weekday::Wednesday => wednesday(),
        Weekday::Thursday => thursday(),
        Weekday::Friday => friday(),
        Weekday::Saturday => saturday(),
        Weekday::Sunday => sunday(),
    }
}

/// How an event comes back.
#[must_use]
pub fn recurrence(recurs: Recurrence) -> Text {
    match recurs {
        Recurrence::Weekly(day) => {
            let day = weekday(day);
            weekly(&day.zh, &day.en)
        }
        Recurrence::MonthlyWeekday(nth, day) => {
            let nth = match nth {
                1 => first(),
                2 => second(),
                3 => third(),
                _ => fourth(),
            };
            let day = weekday(day);
            monthly(&nth.zh, &nth.en, &day.zh, &day.en)
        }
        Recurrence::MonthlyDay(day) => monthly_day(day),
    }
}

/// How a milestone stands; `waits_for` are the names of what it waits for.
#[must_use]
pub fn milestone_standing(status: MilestoneStatus, late_days: u32, waits_for: &str) -> Text {
    let over = || match late_days {
        1 => late_one(),
        days => late(days),
    };
    match status {
        MilestoneStatus::OnTime => on_time(),
        MilestoneStatus::Late => over(),
        MilestoneStatus::Never => never(),
        MilestoneStatus::Waiting => {
            let early = if waits_for.is_empty() { waiting() } else { waiting_for(waits_for) };
            if late_days == 0 {
                return early;
            }
            let late = over();
            both(&early.zh, &early.en, &late.zh, &late.en)
        }
    }
}
