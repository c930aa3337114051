//! The catalogue of messages for readers. Each message stands with its
//! Chinese and its English text side by side; leaving one out does not compile.

/// Defines messages: functions that give the text in both languages, documented by
/// it. English offers singular and plural behind a number as `⟨class|classes⟩`.
///
/// ```text
/// words! {
///     fn beds_short(count: f64) { "缺{count}张床位" / "{count} ⟨bed|beds⟩ short" }
/// }
/// ```
macro_rules! words {
    ($($(#[$doc:meta])* fn $name:ident($($arg:ident: $type:ty),* $(,)?) { $zh:literal / $en:literal })*) => {$(
        $(#[$doc])*
        #[doc = concat!("```text\n", $zh, "\n", $en, "\n```")]
        #[must_use]
        pub fn $name($($arg: $type),*) -> $crate::domain::Text {
            $crate::domain::Text {
                zh: format!($zh),
                en: $crate::words::plural::chosen(format!($en)),
            }
        }
    )*};
}

pub mod afterwards;
pub mod analysis;
pub mod arithmetic;
pub mod assets;
pub mod bands;
pub mod catchment;
pub mod charts;
pub mod check;
pub mod cli;
pub mod common;
pub mod courses;
pub mod diagnostics;
pub mod experiment;
pub mod explain;
pub mod files;
pub mod intakes;
pub mod lists;
pub mod negotiable;
pub mod overlay;
pub mod page;
pub mod payroll;
pub mod people;
pub mod pins;
mod plural;
pub mod prices;
pub mod report;
pub mod rules;
pub mod shortages;
pub mod size;
pub mod standards;
pub mod summary;
pub mod usage;
pub mod violations;
pub mod why;
pub mod workbench;
pub mod workbook;
