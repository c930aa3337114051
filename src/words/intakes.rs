//! Steady intakes, applicants turned away, and targets under the low forecast.

words! {
    fn neither_pool_nor_programme(key: &str) { "没有名为“{key}”的调剂组或专业" / "no pool and no programme is called `{key}`" }
    fn in_a_pool(key: &str, pool: &str) { "专业“{key}”属于调剂组“{pool}”，未录取的考生按组计" / "programme `{key}` is in the pool `{pool}`, whose applicants are counted together" }
    fn weigh_the_pool(pool: &str) { "请给调剂组“{pool}”写权重" / "weigh the pool `{pool}`" }
    fn not_in_objective(part: &str) { "objective中没有{part}这一项，权重不起作用" / "no tier of `objective` counts `{part}`, so that its weights have no effect" }
    fn name_it(part: &str) { "请在objective中写(parts: [(part: {part})])" / "add (parts: [(part: {part})]) to objective" }
    fn no_low_forecast() { "margins须有推算的生源，本方案没有低案" / "`margins` needs projected applicants; there is no low forecast" }
    fn give_enrolment() { "请用enrolment推算生源，或去掉margins" / "project the applicants with `enrolment`, or leave `margins` out" }

    fn title() { "招生的平稳、公平与余量" / "Steadiness, fairness and margins of the intakes" }
    fn what() { "项目" / "what" }
    fn of() { "对象" / "of" }
    fn swing() { "招生起伏（相邻两届之差合计）" / "swing of intakes (differences, added up)" }
    fn turned_away() { "无处录取的考生" / "applicants without a place" }
    fn short_on_low() { "生源按低案所差（最多的学期，人）" / "short under the low forecast (worst term, students)" }
    fn figure() { "人数" / "students" }
    fn weight() { "权重" / "weight" }
    fn when() { "最大的学期" / "worst term" }
    fn nothing() { "没有可比的招生" / "no intakes to compare" }
}
