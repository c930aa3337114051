//! The sets of standards that come with the program.

use super::parse::parse_all;
use super::raw::RawStandardSet;
use crate::diagnostic::Diagnostic;

/// The files of the sets.
const FILES: [&str; 3] = [
    include_str!("../../scenarios/standards/zhongzhi_2001.ron"),
    include_str!("../../scenarios/standards/zhongzhi_2010.ron"),
    include_str!("../../scenarios/standards/dabiao_2022.ron"),
];

/// The sets by key, in the order of their years.
pub fn built_in() -> Vec<(String, RawStandardSet)> {
    let sets = FILES.iter().filter_map(|text| parse_set(text).0);
    sets.filter_map(|set| Some((set.id.clone()?, set))).collect()
}

/// Parses a file with a set: the set as far as it could be read, and what is
/// wrong with the file.
pub fn parse_set(text: &str) -> (Option<RawStandardSet>, Vec<Diagnostic>) {
    let parsed = parse_all(text);
    (parsed.raw, parsed.found)
}
