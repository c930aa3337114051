//! Words for milestones and recurring events.

use crate::domain::{Recurrence, Text, Weekday};
use crate::plan::MilestoneStatus;

words! {
    /// Heading.
    fn agenda_heading() { "里程碑与日程" / "Milestones and calendar" }
    /// Title of the chart.
    fn gantt_title() { "进度图" / "Schedule" }
    /// Title of the milestones.
    fn milestones_title() { "里程碑" / "Milestones" }
    /// Empty.
    fn no_milestones() { "没有里程碑。" / "No milestones." }
    /// Title of the events.
    fn events_title() { "日常活动" / "Recurring events" }
    /// Title of all days of the events.
    fn event_days_title() { "日常活动日程" / "Days of the recurring events" }
    /// Empty.
    fn no_events() { "没有日常活动。" / "No recurring events." }
    /// How to read the chart.
    fn gantt_note(months: usize) {
        "进度图每格{months}个月：# 工作期间，! 超过限期仍未完成，^ 限期。"
        / "Months to a mark of the chart: {months}. # work, ! work beyond the due date, ^ due."
    }
    /// What the program takes a date from.
    fn agenda_note() {
        "完成日由计划推出：腾退从最后有班学期结束的次日起算；启用、建成为投用学期开学前一日；招生、达标为开学当日。其余按开始日期和前置事项最早能完成的日子计。"
        / "Dates follow from the plan: a campus is left from the day after its last term with classes; it opens, and building is done, on the day before the first term in use; classes and targets count from the first day of a term. Everything else is done as soon as its start and what it comes after allow."
    }

    /// Head.
    fn milestone() { "里程碑" / "Milestone" }
    /// Head.
    fn schedule() { "进度" / "Schedule" }
    /// Head.
    fn begins_on() { "开始" / "Begins" }
    /// Head.
    fn due_on() { "限期" / "Due" }
    /// Head.
    fn reached_on() { "完成" / "Reached" }
    /// Head.
    fn late_by() { "晚（天）" / "Days late" }
    /// Head.
    fn standing_head() { "情况" / "Standing" }
    /// Head.
    fn comes_after() { "前置事项" / "Comes after" }
    /// Head.
    fn responsible() { "负责" / "Responsible" }
    /// Head.
    fn event() { "活动" / "Event" }
    /// Head.
    fn held() { "举行" / "Held" }
    /// Head.
    fn held_at() { "地点" / "Where" }
    /// Head.
    fn times() { "次数" / "Times" }
    /// Head.
    fn first_time() { "首次" / "First" }
    /// Head.
    fn last_time() { "末次" / "Last" }
    /// Head.
    fn day() { "日期" / "Day" }

    /// Reached in time.
    fn on_time() { "按期" / "on time" }
    /// Reached late.
    fn late(days: u32) { "晚{days}天" / "{days} days late" }
    /// Reached one day late.
    fn late_one() { "晚1天" / "1 day late" }
    /// It begins before it may.
    fn waiting() { "开始过早" / "begins too early" }
    /// It begins before something it comes after is done.
    fn waiting_for(names: &str) { "前置未完成：{names}" / "begins before this is done: {names}" }
    /// It never happens.
    fn never() { "计划内不发生" / "not in this plan" }
    /// Two things about a milestone.
    fn both(one_zh: &str, one_en: &str, other_zh: &str, other_en: &str) {
        "{one_zh}；{other_zh}" / "{one_en}; {other_en}"
    }

    /// All milestones are reached in time.
    fn milestones_on_time(count: usize) {
        "里程碑：共{count}项，全部按期。" / "Milestones: {count}, all on time."
    }
    /// Some are not.
    fn milestones_off(count: usize, on_time: usize, list: &str) {
        "里程碑：共{count}项，按期{on_time}项；其余：{list}。"
        / "Milestones: {count}, of which {on_time} on time; the others: {list}."
    }
    /// A milestone that is not on time.
    fn milestone_off(name: &str, how: &str) { "{name}（{how}）" / "{name} ({how})" }

    /// Every week.
    fn weekly(zh: &str, en: &str) { "每周{zh}" / "every {en}" }
    /// Every month on a day of a week.
    fn monthly(nth_zh: &str, nth_en: &str, zh: &str, en: &str) {
        "每月第{nth_zh}个星期{zh}" / "{nth_en} {en} of every month"
    }
    /// Every month on a day.
    fn monthly_day(day: u32) { "每月{day}日" / "day {day} of every month" }
    /// Held in the holidays too.
    fn and_holidays(zh: &str, en: &str) { "{zh}（含假期）" / "{en}, holidays too" }
    /// Campuses take turns.
    fn in_turn(list: &str) { "{list}轮流" / "in turn: {list}" }
    /// No place is named, or none is open.
    fn place_open() { "另定" / "to be settled" }

    /// Head of the chart in a file: its first month and the months to a mark.
    fn schedule_from(first: &str, months: usize) {
        "进度（{first}起，每格{months}个月）" / "Schedule (from {first}, months to a mark: {months})"
    }
    /// Title of the chart with a column for each month.
    fn gantt_months_title() { "逐月进度" / "Schedule by month" }
    /// A line of a calendar entry.
    fn labelled(label_zh: &str, label_en: &str, value: &str) { "{label_zh}：{value}" / "{label_en}: {value}" }
    /// Category of a calendar entry.
    fn category_milestone() { "里程碑" / "Milestone" }
    /// Category of a calendar entry.
    fn category_event() { "日常活动" / "Recurring event" }
}

words! {
    /// A day of the week.
    fn monday() { "一" / "Monday" }
    /// A day of the week.
    fn tuesday() { "二" / "Tuesday" }
    /// A day of the week.
    fn wednesday() { "三" / "Wednesday" }
    /// A day of the week.
    fn thursday() { "四" / "Thursday" }
    /// A day of the week.
    fn friday() { "五" / "Friday" }
    /// A day of the week.
    fn saturday() { "六" / "Saturday" }
    /// A day of the week.
    fn sunday() { "日" / "Sunday" }
    /// The first of a month.
    fn first() { "一" / "first" }
    /// The second of a month.
    fn second() { "二" / "second" }
    /// The third of a month.
    fn third() { "三" / "third" }
    /// The fourth of a month.
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
