//! The title page, the contents, and the page that a head decides from.

words! {
    fn contents() { "目录" / "Contents" }
    fn abstract_heading() { "摘要" / "Summary" }
    fn to(addressee: &str) { "主送：{addressee}" / "To: {addressee}" }
    fn year(year: &str) { "{year}年" / "{year}" }
    fn month(year: &str, month: u32) { "{year}年{month}月" / "{year}-{month:02}" }
    fn annex_line(number: usize, title: &str) { "附件{number} {title}" / "Annex {number}: {title}" }

    fn question() { "事项" / "Matter" }
    fn answer() { "内容" / "Contents" }

    fn asked() { "请求决定" / "What is asked" }
    fn approve(first: &str, last: &str) {
        "批准{first}至{last}的整合方案。" / "That the consolidation from {first} to {last} be approved."
    }
    fn campuses(list: &str) { "校区：{list}。" / "Campuses: {list}." }
    fn investment(capital: &str) { "安排资本性支出{capital}万元。" / "Capital of {capital} (10k yuan)." }
    fn no_investment() { "不需要资本性支出。" / "No capital is needed." }
    fn recruits(people: u32) { "招聘{people}人。" / "{people} ⟨recruit|recruits⟩." }

    fn brings() { "带来什么" / "What it brings" }

    fn costs() { "费用与来源" / "What it costs, and from where" }
    fn capital(sum: &str, by_year: &str) { "资本性支出{sum}万元（{by_year}）。" / "Capital {sum} (10k yuan; {by_year})." }
    fn running(sum: &str) {
        "运行支出{sum}万元，不含现有教职工工资。" / "Running costs {sum} (10k yuan), without the wages of the present staff."
    }
    fn income(list: &str) { "收入：{list}。" / "Income: {list}." }

    fn risks() { "可能出的问题" / "What could go wrong" }
    fn assumptions(all: usize, assumed: usize) {
        "{all}组数据中有{assumed}组是假设。" / "{assumed} of {all} ⟨group|groups⟩ of figures are assumptions."
    }

    fn when() { "何时须定" / "What must be decided when" }
    fn before(term: &str, list: &str) { "{term}开学前：{list}。" / "Before {term}: {list}." }
    fn opens(campus: &str) { "启用{campus}" / "open {campus}" }
    fn closes(campus: &str) { "停用{campus}" / "leave {campus}" }
    fn begins(project: &str) { "{project}开工" / "begin {project}" }
    fn hires(people: u32) { "招聘到岗{people}人" / "{people} ⟨recruit|recruits⟩ in place" }
    fn moves(classes: usize) { "搬迁{classes}个班" / "move {classes} ⟨class|classes⟩" }
    fn nothing_to_decide() { "规划期内没有须定的校区、工程、搬迁和招聘。" / "No campus, building, move or recruit is to be decided." }
}
