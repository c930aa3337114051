//! The styles: everything that a paragraph or a table looks like is said here
//! once.

use super::fonts::{Face, fonts};
use super::page::{LINE, Page};
use super::xml::{Element, element, value};
use crate::domain::Language;

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy)]
enum Side {
    Left,
    Centre,
    Right,
    Both,
}

/// What the paragraphs of a style look like. Lengths are in twips.
#[derive(Clone, Copy)]
// Properties of the file format, which are independent of each other.
#[allow(clippy::struct_excessive_bools)]
struct Paragraph {
    /// Key of the style.
    id: &'static str,
    /// Its name, which programs show.
    name: &'static str,
    /// Whether it stays on one page with what comes next.
    keep: bool,
    /// Whether its lines stand on the grid of the page.
    on_grid: bool,
    /// Distance of lines.
    line: u32,
    /// Room above and below.
    around: [u32; 2],
    /// Indent of the first line, in characters of its own size.
    first: u32,
    side: Side,
    /// Whether a tab reaches the edge of the text, over dots.
    tab: bool,
    /// Level in the outline, from 0.
    outline: Option<u32>,
    face: Face,
    bold: bool,
    /// Half-points.
    size: u32,
}

/// Twenty-eight characters of 16 pt are 448 pt and the type area has 442: each
/// stands a quarter of a point closer to the next.
const CLOSER: &str = "-5";

impl Paragraph {
    /// A style of the text.
    const fn new(id: &'static str, name: &'static str, language: Language) -> Self {
        let (line, size, below) = match language {
            Language::Zh => (LINE, 32, 0),
            Language::En => (360, 24, 120),
        };
        Self {
            id,
            name,
            keep: false,
            on_grid: true,
            line,
            around: [0, below],
            first: 0,
            side: Side::Both,
            tab: false,
            outline: None,
            face: Face::Body,
            bold: false,
            size,
        }
    }

    /// A style of what stands in tables, or belongs to them.
    const fn small(id: &'static str, name: &'static str, size: u32) -> Self {
        Self {
            id,
            name,
            keep: false,
            on_grid: false,
            line: size * 14,
            around: [0, 0],
            first: 0,
            side: Side::Left,
            tab: false,
            outline: None,
            face: Face::Body,
            bold: false,
            size,
        }
    }

    fn style(self, language: Language) -> Element {
        element("w:style")
            .with("w:type", "paragraph")
            .with("w:styleId", self.id)
            .child(value("w:name", self.name))
            .child(value("w:basedOn", "Normal"))
            .child(element("w:qFormat"))
            .child(self.paragraph())
            .child(self.run(language))
    }

    fn paragraph(self) -> Element {
        let [above, below] = self.around;
        // Cells are narrow: no room between Chinese and figures either.
        let closed = || ["w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid"].map(|one| value(one, 0));
        let off_grid = (!self.on_grid).then(closed);
        let spacing = element("w:spacing")
            .with("w:before", above)
            .with("w:after", below)
            .with("w:line", self.line)
            .with("w:lineRule", "exact");
        let indent = (self.first > 0).then(|| {
            // Half-points times ten are twips; less what the letters stand
            // closer.
            let width = self.first * (self.size * 10 - 5);
            element("w:ind").with("w:firstLineChars", self.first * 100).with("w:firstLine", width)
        });
        let side = match self.side {
            Side::Left => "left",
            Side::Centre => "center",
            Side::Right => "right",
            Side::Both => "both",
        };
        element("w:pPr")
            .children(self.keep.then(|| element("w:keepNext")))
            .children(self.tab.then(|| {
                let edge = value("w:tab", "right").with("w:leader", "dot");
                element("w:tabs").child(edge.with("w:pos", Page::Portrait.width()))
            }))
            .children(off_grid.into_iter().flatten())
            .child(spacing)
            .children(indent)
            .child(value("w:jc", side))
            .children(self.outline.map(|level| value("w:outlineLvl", level)))
    }

    fn run(self, language: Language) -> Element {
        let closer = language == Language::Zh && self.size == 32;
        element("w:rPr")
            .child(fonts(self.face, language))
            .children(self.bold.then(|| element("w:b")))
            .children(closer.then(|| value("w:spacing", CLOSER)))
            .child(value("w:sz", self.size))
            .child(value("w:szCs", self.size))
    }
}

/// The styles of the text: title, headings, paragraphs, annexes.
fn of_text(language: Language) -> Vec<Paragraph> {
    let chinese = language == Language::Zh;
    let new = |id, name| Paragraph::new(id, name, language);
    let two = if chinese { 2 } else { 0 };
    let heading = |id, name, level, face| Paragraph {
        keep: true,
        first: two,
        side: Side::Left,
        outline: Some(level),
        face,
        bold: !chinese,
        ..new(id, name)
    };
    let title = |id, name| Paragraph {
        keep: true,
        side: Side::Centre,
        face: Face::Title,
        bold: !chinese,
        size: if chinese { 44 } else { 36 },
        line: if chinese { LINE } else { 480 },
        ..new(id, name)
    };
    // A further line begins three characters later, below the first number.
    let list =
        |id, name, first| Paragraph { first, side: Side::Left, around: [0, 0], ..new(id, name) };
    let three_more = if chinese { 5 } else { 4 };
    vec![
        title("Title", "Title"),
        Paragraph { around: [4000, 800], ..title("CoverTitle", "Cover Title") },
        Paragraph { side: Side::Centre, around: [240, 240], ..new("Cover", "Cover") },
        Paragraph {
            keep: true,
            side: Side::Centre,
            face: Face::Heading,
            bold: !chinese,
            outline: Some(0),
            around: [0, 240],
            ..new("FrontHeading", "Front Heading")
        },
        heading("Heading1", "heading 1", 0, Face::Heading),
        heading("Heading2", "heading 2", 1, Face::Second),
        heading("Heading3", "heading 3", 2, Face::Body),
        Paragraph { first: two, ..new("BodyText", "Body Text") },
        list("AnnexList", "Annex List", two),
        list("AnnexListFurther", "Annex List Further", three_more),
        Paragraph {
            keep: true,
            side: Side::Left,
            outline: Some(0),
            face: Face::Heading,
            bold: !chinese,
            ..new("AnnexHead", "Annex Head")
        },
        title("AnnexTitle", "Annex Title"),
    ]
}

/// Half-points of the texts in tables: 五号 and, in wide ones, 小五.
pub const CELL_SIZES: [u32; 2] = [21, 18];

/// Keys of the styles of a table's texts: left, right, and its heads; first of
/// the larger size, then of the smaller.
pub const CELLS: [[&str; 3]; 2] =
    [["CellText", "CellFigure", "CellHead"], ["SmallText", "SmallFigure", "SmallHead"]];

/// The styles of what stands in tables and belongs to them.
fn of_tables() -> Vec<Paragraph> {
    let names =
        [["Cell Text", "Cell Figure", "Cell Head"], ["Small Text", "Small Figure", "Small Head"]];
    let mut styles = Vec::new();
    for ((ids, names), size) in CELLS.into_iter().zip(names).zip(CELL_SIZES) {
        let [text, figure, head] = [0, 1, 2].map(|at| Paragraph::small(ids[at], names[at], size));
        styles.push(text);
        styles.push(Paragraph { side: Side::Right, ..figure });
        styles.push(Paragraph { side: Side::Centre, face: Face::Heading, ..head });
    }
    styles.push(Paragraph {
        keep: true,
        around: [200, 80],
        side: Side::Centre,
        face: Face::Heading,
        outline: Some(1),
        ..Paragraph::small("TableTitle", "Table Title", 24)
    });
    styles.push(Paragraph {
        around: [60, 60],
        side: Side::Both,
        ..Paragraph::small("Note", "Note", 21)
    });
    styles.push(Paragraph {
        around: [40, 40],
        tab: true,
        ..Paragraph::small("Contents", "Contents", 24)
    });
    styles.push(Paragraph {
        side: Side::Centre,
        around: [120, 60],
        keep: true,
        ..Paragraph::small("Picture", "Picture", 21)
    });
    styles
}

/// The styles of the document.
pub fn styles(language: Language, namespaces: impl Fn(Element) -> Element) -> Element {
    let paragraphs = of_text(language).into_iter().chain(of_tables());
    namespaces(element("w:styles"))
        .child(defaults(language))
        .child(normal())
        .children(paragraphs.map(|one| one.style(language)))
        .child(footer(language))
        .child(table_normal())
        .child(grid())
}

fn defaults(language: Language) -> Element {
    // Spelling is checked in Latin letters only, so as English in either.
    let (size, latin) = match language {
        Language::Zh => (32, "en-US"),
        Language::En => (24, "en-GB"),
    };
    let run = element("w:rPr")
        .child(fonts(Face::Body, language))
        .child(value("w:sz", size))
        .child(value("w:szCs", size))
        .child(element("w:lang").with("w:val", latin).with("w:eastAsia", "zh-CN"));
    element("w:docDefaults")
        .child(element("w:rPrDefault").child(run))
        .child(element("w:pPrDefault"))
}

/// What all paragraphs have in common: a page is filled to its last line.
fn normal() -> Element {
    element("w:style")
        .with("w:type", "paragraph")
        .with("w:default", 1)
        .with("w:styleId", "Normal")
        .child(value("w:name", "Normal"))
        .child(element("w:qFormat"))
        .child(element("w:pPr").child(value("w:widowControl", 0)))
}

/// Numbers of pages: 14 pt.
fn footer(language: Language) -> Element {
    let spacing = element("w:spacing").with("w:line", 320).with("w:lineRule", "exact");
    element("w:style")
        .with("w:type", "paragraph")
        .with("w:styleId", "Footer")
        .child(value("w:name", "footer"))
        .child(value("w:basedOn", "Normal"))
        .child(element("w:pPr").child(value("w:snapToGrid", 0)).child(spacing))
        .child(
            element("w:rPr")
                .child(fonts(Face::Number, language))
                .child(value("w:sz", 28))
                .child(value("w:szCs", 28)),
        )
}

fn table_normal() -> Element {
    element("w:style")
        .with("w:type", "table")
        .with("w:default", 1)
        .with("w:styleId", "TableNormal")
        .child(value("w:name", "Normal Table"))
        .child(element("w:tblPr").child(cell_margins(0, 0)))
}

/// Tables with lines around every cell.
fn grid() -> Element {
    let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    let borders = sides.map(|side| {
        value(side, "single").with("w:sz", 4).with("w:space", 0).with("w:color", "auto")
    });
    element("w:style")
        .with("w:type", "table")
        .with("w:styleId", "TableGrid")
        .child(value("w:name", "Table Grid"))
        .child(value("w:basedOn", "TableNormal"))
        .child(
            element("w:tblPr")
                .child(element("w:tblBorders").children(borders))
                .child(cell_margins(20, CELL_MARGIN)),
        )
}

/// Room to the left and right of a cell's text, twips.
pub const CELL_MARGIN: u32 = 60;

fn cell_margins(above: u32, beside: u32) -> Element {
    let sides = [("w:top", above), ("w:left", beside), ("w:bottom", above), ("w:right", beside)];
    let margin = |(side, width)| element(side).with("w:w", width).with("w:type", "dxa");
    element("w:tblCellMar").children(sides.map(margin))
}
