//! Words about files that are read and written.

use std::fmt::Display;

words! {
    fn foreign(dir: &dyn Display, names: &str) {
        "{dir}：目录里有不属于以前计划结果的内容（{names}），不予覆盖；请另选目录"
        / "{dir}: holds what is not from a former plan ({names}) and is not replaced; choose another directory"
    }
    fn not_a_directory(path: &dyn Display) { "{path}：不是目录" / "{path}: not a directory" }
    fn not_a_file(path: &dyn Display) {
        "{path}：不是普通文件（而是目录、链接、设备等），不予替换；请移走或另选文件名"
        / "{path}: not a regular file (but a directory, a link, a device or the like) and not replaced; move it away or choose another name"
    }
    fn not_written(path: &dyn Display, why: &dyn Display) {
        "{path}：无法写入（{why}）" / "{path}: cannot be written ({why})"
    }
    fn foreign_file(path: &dyn Display) {
        "{path}：不是本程序写出的同类文件，不予覆盖；请另选文件名"
        / "{path}: not a file of this kind written by this program and not replaced; choose another name"
    }
    fn saved_elsewhere(dir: &dyn Display) {
        "已求得的结果另存于：{dir}" / "what was computed is saved in {dir}"
    }
    fn saved_nowhere() {
        "已求得的结果无处可存；计划见标准输出" / "what was computed could not be saved anywhere; the plan is on standard output"
    }

    fn not_regular() { "不是普通文件" / "not a regular file" }
    fn too_large(most: u64) { "超过{most} MiB的上限" / "larger than {most} MiB" }
    fn not_utf8() { "不是UTF-8编码的文本" / "not UTF-8 text" }
    fn outside_folders(folders: &str) {
        "不在允许的目录之内：{folders}；可用--allow-dir另行允许" / "outside the folders that may be read: {folders}; allow more with --allow-dir"
    }
}
