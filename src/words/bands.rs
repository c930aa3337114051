//! Words for rule Bands: what is wrong with it, what breaks it, and its table.

words! {
    fn one_entry() {
        "一个校区（或校区的一个专业）只写一条" / "one entry for a campus, or for a programme at a campus"
    }
    fn band_twice() { "学段重复" / "the band comes twice" }
    fn not_a_band(text: &str) { "“{text}”不是学段" / "`{text}` is no band of terms of study" }
    fn band_form() {
        "写作\"1-2\"：从第1学期到第2学期；最多到第40学期" / "write \"1-2\": from the first to the second term of study; 40 at most"
    }
    fn too_short(programme: &str, length: usize) {
        "“{programme}”只有{length}个学期" / "`{programme}` has {length} terms only"
    }
    fn no_point(after: usize, term: &str) {
        "第{after}学期以后须换校区，有的届在{term}，而那时不能搬迁" / "after term {after} classes must change campus, some in {term}, when nothing moves"
    }
    fn add_point(term: &str) {
        "把\"{term}\"加入calendar.relocation_points" / "add \"{term}\" to calendar.relocation_points"
    }
    fn taken_nowhere(programme: &str, entry: &str, study: usize, term: &str) {
        "“{programme}”{entry}入学的班在{term}读第{study}学期，没有一个校区收" / "no campus takes classes of `{programme}` that entered in {entry} in {term}, their term {study}"
    }
    fn widen() { "放宽bands，或写from（从哪个学期起）" / "widen `bands`, or state `from` which term on they hold" }

    fn outside(amount: &str) { "{amount}个班不在该校区的学段内" / "{amount} classes sit there outside its terms of study" }
    fn not_changed(amount: &str) { "{amount}个班应换校区而未换" / "{amount} classes do not change campus as they must" }
    fn takes(bands: &str) { "只收第{bands}学期的班" / "it takes classes in terms {bands} of study only" }
    fn or(one: &str, other: &str) { "{one}或第{other}" / "{one} or {other}" }
    fn changes() { "读完规定学期换校区" / "classes change campus after the stated term" }
    fn out_of_band(study: usize, band: &str) {
        "第{study}学期不在学段{band}内" / "term {study} of study is outside {band}"
    }
    fn stays(after: usize) { "第{after}学期以后没有换校区" / "no change of campus after term {after}" }
    fn no_choice() { "没有写选定的学段" / "its choice of terms of study is not stated" }
    fn not_offered(band: &str) { "学段{band}不在可选之列" / "{band} is not among the terms of study to choose from" }

    fn title() { "各校区的学段" / "Terms of study that the campuses take" }
    fn nothing() { "各校区都收全部学期。" / "All campuses take all terms." }
    fn programmes() { "专业" / "Programmes" }
    fn all() { "全部" / "all" }
    fn others() { "其他" / "others" }
    fn terms() { "学期" / "Terms" }
    fn how() { "由来" / "How" }
    fn stated() { "方案规定" / "stated" }
    fn chosen() { "计划选定" / "chosen" }
    fn from() { "自" / "From" }
    fn most_classes() { "最多班数" / "Most classes" }
}
