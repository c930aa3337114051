//! Words about the size of models.

words! {
    fn model_size(columns: &str, rows: &str, entries: &str, memory: &str) {
        "模型估计：{columns}千列、{rows}千行、{entries}千个非零元，求解约需{memory} GB内存"
        / "the model, as estimated: {columns} thousand columns, {rows} thousand rows, {entries} thousand entries; planning takes about {memory} GB of memory"
    }
    fn too_much_memory(zh: &str, en: &str, there: &str) {
        "{zh}，而现有{there} GB：太大，不能求解；请减少校区、专业、可设校区、学期或班级可搬次数"
        / "{en}, and {there} GB are there: too large to be planned; fewer campuses, programmes, sites, terms or moves of a class make it smaller"
    }
    fn too_much_time(zh: &str, en: &str, seconds: &str, limit: &str) {
        "{zh}；仅建立模型至少需{seconds}秒，时限为{limit}秒：时限之内不能求解，请放宽时限或缩小方案"
        / "{en}; building it alone takes {seconds} s at least, the time limit is {limit} s: no plan within the limit; allow more time or make the scenario smaller"
    }
}
