//! Words for what is open to negotiation.

words! {
    /// The scenario has no limit that this would move.
    fn nothing_to_relax() {
        "方案没有这项限制，此条不起作用" / "the scenario has no such limit, so this has no effect"
    }
    /// A rule that cannot be given up.
    fn indispensable(key: &str) {
        "规则“{key}”不得放弃" / "the rule `{key}` cannot be given up"
    }
    /// Those that can.
    fn dispensable(keys: &str) { "可以放弃的有：{keys}" / "those that can: {keys}" }
}
