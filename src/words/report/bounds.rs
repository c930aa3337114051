//! What certificates prove of bounds.

words! {
    fn heading() { "下界核实" / "Bounds" }
    fn meaning() {
        "“证书核实”一列由计划所附的对偶值不经求解器重新算出（全部运算向外舍入）：凡各前级目标不差于本计划（含允许的放宽）的计划，本级都不可能低于此数。“下界”一列及各级状态由求解器给出，超出证书核实的部分未经独立证明。"
        / "What is certified is computed again from the dual values in the plan, without a solver and with every operation rounded outward: no plan that keeps the earlier tiers as this one does, with their tolerances, is below it. Bounds and statuses are as reported by the solver; what goes beyond what is certified has no independent proof."
    }
    fn title() { "各级目标的下界：证书核实的与求解器给出的" / "Bounds of the tiers: certified, and as reported by the solver" }
    fn none() { "没有目标级。" / "There is no tier." }
    fn certified() { "证书核实" / "Certified" }
    fn basis() { "依据" / "Basis" }
    fn covered() { "所列下界全部得到核实" / "the stated bound is certified" }
    fn less_certified(certified: &str, reported: &str) {
        "证书核实到{certified}；{reported}由求解器给出"
        / "bound certified by duals: {certified}; reported by the solver: {reported}"
    }
    fn not_certified() { "没有证书：下界由求解器给出" / "no certificate: bound as reported by the solver" }
    fn none_reported() { "求解器未给出下界" / "no bound reported by the solver" }
    fn status_reported() { "求解器未给出下界；状态由求解器给出" / "no bound reported by the solver; status as reported by the solver" }
    fn nothing() { "没有下界" / "no bound" }
    fn of_other_rows() {
        "证书不是本方案或本版本程序的，不予采用：下界由求解器给出"
        / "the certificate is of another scenario or version and is not used: bound as reported by the solver"
    }
    fn cost_certified(certified: &str) {
        "下界中的{certified}万元另有证书，可不用求解器核实。"
        / "Of the bound, {certified} (10k yuan) is certified and can be checked without a solver."
    }
    fn cost_fully_certified() {
        "这一下界另有证书，可不用求解器核实。"
        / "The bound is certified and can be checked without a solver."
    }
}
