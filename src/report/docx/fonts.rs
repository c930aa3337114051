//! The fonts of official documents, and what stands in where one is missing.

use super::xml::{Element, element, value};
use crate::domain::Language;

/// What a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The title of the document and those of its annexes: 小标宋.
    Title,
    /// Headings of the first level, and heads of tables: 黑体.
    Heading,
    /// Headings of the second level: 楷体.
    Second,
    /// Everything else: 仿宋.
    Body,
    /// Numbers of pages: 宋体.
    Number,
}

/// A font: its name, what stands in where it is missing, and whether it is of
/// Chinese.
struct Font {
    name: &'static str,
    instead: &'static str,
    family: &'static str,
    chinese: bool,
}

const fn chinese(name: &'static str, instead: &'static str, family: &'static str) -> Font {
    Font { name, instead, family, chinese: true }
}

const fn latin(name: &'static str, instead: &'static str, family: &'static str) -> Font {
    Font { name, instead, family, chinese: false }
}

const FONTS: [Font; 7] = [
    chinese("方正小标宋简体", "方正小标宋_GBK", "roman"),
    chinese("黑体", "SimHei", "swiss"),
    chinese("楷体", "楷体_GB2312", "script"),
    chinese("仿宋", "仿宋_GB2312", "modern"),
    chinese("宋体", "SimSun", "roman"),
    latin("Times New Roman", "Liberation Serif", "roman"),
    latin("Arial", "Liberation Sans", "swiss"),
];

/// The fonts of a run: for Latin letters and figures, and for Chinese.
pub fn fonts(face: Face, language: Language) -> Element {
    let (latin, chinese) = match (language, face) {
        (Language::Zh, Face::Title) => ("方正小标宋简体", "方正小标宋简体"),
        (Language::Zh, Face::Heading) => ("黑体", "黑体"),
        (Language::Zh, Face::Second) => ("Times New Roman", "楷体"),
        (Language::Zh, Face::Body) => ("Times New Roman", "仿宋"),
        (_, Face::Number) => ("宋体", "宋体"),
        (Language::En, Face::Heading | Face::Second) => ("Arial", "黑体"),
        (Language::En, Face::Title | Face::Body) => ("Times New Roman", "宋体"),
    };
    element("w:rFonts")
        .with("w:ascii", latin)
        .with("w:hAnsi", latin)
        .with("w:eastAsia", chinese)
        .with("w:cs", latin)
}

/// The table of fonts.
pub fn table(namespaces: impl Fn(Element) -> Element) -> Element {
    let font = |font: &Font| {
        let charset = if font.chinese { "86" } else { "00" };
        let pitch = if font.chinese { "default" } else { "variable" };
        element("w:font")
            .with("w:name", font.name)
            .child(value("w:altName", font.instead))
            .child(value("w:charset", charset))
            .child(value("w:family", font.family))
            .child(value("w:pitch", pitch))
    };
    namespaces(element("w:fonts")).children(FONTS.iter().map(font))
}
