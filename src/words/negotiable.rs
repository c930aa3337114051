//! Words for what is open to negotiation.

words! {
    fn nothing_to_relax() {
        "方案没有这项限制，此条不起作用" / "the scenario has no such limit, so this has no effect"
    }
    fn twice() { "同一事项列了两次" / "this is listed twice" }
    fn indispensable(key: &str) {
        "规则“{key}”不得放弃" / "the rule `{key}` cannot be given up"
    }
    fn dispensable(keys: &str) { "可以放弃的有：{keys}" / "those that can: {keys}" }
}

words! {
    fn option_name(zh_campus: &str, en_campus: &str, zh: &str, en: &str) {
        "{zh_campus}增加的{zh}" / "More {en} at {en_campus}"
    }
    fn lent() { "外校（借用）" / "Another school (lent)" }
    fn since(zh_term: &str, en_term: &str, zh: &str, en: &str) {
        "自{zh_term}起，{zh}" / "{en} from {en_term} on"
    }
    fn units(zh_campus: &str, en_campus: &str, count: &str, zh_unit: &str, zh: &str, en: &str) {
        "{zh_campus}增加{count}{zh_unit}{zh}" / "{en} at {en_campus}: {count} more"
    }
    fn seats(zh_campus: &str, en_campus: &str, count: &str) {
        "{zh_campus}校车增加{count}个座位" / "bus seats at {en_campus}: {count} more"
    }
    fn teachers(zh_campus: &str, en_campus: &str, count: u32, zh: &str, en: &str) {
        "{zh_campus}向外校借用{count}名{zh}教师" / "teachers of {en} lent to {en_campus}: {count}"
    }
    fn tenure(zh: &str, en: &str, terms: u32, zh_term: &str, en_term: &str) {
        "{zh}校舍使用期延长{terms}个学期，到{zh_term}" / "{en}: tenure through {en_term} (terms more: {terms})"
    }
    fn vacate(zh: &str, en: &str, terms: u32, zh_term: &str, en_term: &str) {
        "{zh}推迟{terms}个学期腾退，到{zh_term}" / "{en}: vacated in {en_term} (terms later: {terms})"
    }
    fn point(zh_term: &str, en_term: &str) {
        "{zh_term}开学时也可搬迁" / "classes may also move at the start of {en_term}"
    }
    fn moves(classes: u32) {
        "每次搬迁上限增加{classes}个班" / "classes that may move at a relocation point: {classes} more"
    }
    fn class_moves(times: u32) {
        "每个班可多搬{times}次" / "moves of a class: {times} more"
    }
    fn last_year() { "毕业年级也可搬迁" / "classes may move in their last year" }
    fn rebased(people: u32) {
        "每次调动上限增加{people}人" / "staff that may be re-based at a time: {people} more"
    }
    fn hires(people: u32) {
        "每年招聘上限增加{people}人" / "hires a year: {people} more"
    }
    fn hires_of(zh: &str, en: &str, people: u32) {
        "{zh}每年招聘上限增加{people}人" / "hires a year for {en}: {people} more"
    }
    fn capital(year: i32, amount: &str) {
        "{year}年建设资金增加{amount}万元" / "capital in {year}: {amount} x 10,000 yuan more"
    }
    fn running(year: i32, amount: &str) {
        "{year}年运行经费增加{amount}万元" / "running money in {year}: {amount} x 10,000 yuan more"
    }
    fn least(zh: &str, en: &str, classes: u32) {
        "{zh}每届最少招班数减少{classes}个班" / "classes of {en} that must be admitted each year: {classes} fewer"
    }
    fn target(zh: &str, en: &str, zh_term: &str, en_term: &str) {
        "目标“{zh}”推迟到{zh_term}达到" / "the target '{en}' is due in {en_term}"
    }
    fn without(zh: &str, en: &str) { "不再执行“{zh}”规则" / "rule {en} is given up" }
}
