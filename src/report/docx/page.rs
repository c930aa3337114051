//! The page of GB/T 9704-2012: A4, 37 mm above and 35 mm below the type area,
//! 28 mm at the binding edge and 26 mm at the other; 22 lines of 28 characters;
//! the page number 7 mm below the type area, on odd pages to the right and on
//! even pages to the left. A landscape page is the same sheet turned to the
//! left, so its margins turn with it and its number stays where it is on the
//! sheet.

use super::xml::{Element, element, value};
use crate::domain::Language;

/// Twips in a millimetre.
const MILLIMETRE: f64 = 1440.0 / 25.4;

/// Long and short side of A4, twips.
const SHEET: (u32, u32) = (16838, 11906);

/// Margins above, at the outer edge, below and at the binding edge: 37, 26, 35
/// and 28 mm in twips.
const MARGINS: [u32; 4] = [2098, 1474, 1984, 1587];

/// Distance of lines: a twenty-second of the height of the type area, twips.
pub const LINE: u32 = 579;

/// Distance of the number's lower edge from that of the sheet: its dashes lie
/// 7 mm below the type area, in the middle of a line of 16 pt.
const FOOTER: u32 = 1427;

/// Distance of a header from the upper edge; there is none.
const HEADER: u32 = 851;

/// How a page lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// Upright.
    #[default]
    Portrait,
    /// Turned to the left.
    Landscape,
    /// Upright, without a number: the title page.
    Cover,
}

impl Page {
    /// Those with a number.
    pub const ALL: [Self; 2] = [Self::Portrait, Self::Landscape];

    /// Width of the type area, twips.
    pub fn width(self) -> u32 {
        let [above, outer, below, binding] = MARGINS;
        match self {
            Self::Portrait | Self::Cover => SHEET.1 - binding - outer,
            Self::Landscape => SHEET.0 - above - below,
        }
    }

    /// Height of the type area, twips.
    pub fn height(self) -> u32 {
        match self {
            Self::Portrait | Self::Cover => Self::Landscape.width(),
            Self::Landscape => Self::Portrait.width(),
        }
    }

    /// Keys of the footers of odd and even pages.
    pub fn footers(self) -> [&'static str; 2] {
        match self {
            Self::Portrait | Self::Cover => ["odd", "even"],
            Self::Landscape => ["oddLandscape", "evenLandscape"],
        }
    }

    /// The properties of a section of such pages.
    pub fn section(self, language: Language) -> Element {
        let [odd, even] = self.footers();
        let footer = |kind: &str, id: &str| {
            element("w:footerReference").with("w:type", kind).with("r:id", id)
        };
        let size = element("w:pgSz");
        let size = match self {
            Self::Portrait | Self::Cover => size.with("w:w", SHEET.1).with("w:h", SHEET.0),
            Self::Landscape => {
                size.with("w:w", SHEET.0).with("w:h", SHEET.1).with("w:orient", "landscape")
            }
        };
        let numbered = self != Self::Cover;
        let footers = numbered.then(|| [footer("default", odd), footer("even", even)]);
        element("w:sectPr")
            .children(footers.into_iter().flatten())
            .child(value("w:type", "nextPage"))
            .child(size)
            .child(self.margins())
            .children(grid(language))
    }

    fn margins(self) -> Element {
        let [above, outer, below, binding] = MARGINS;
        let [top, right, bottom, left] = match self {
            Self::Portrait | Self::Cover => [above, outer, below, binding],
            Self::Landscape => [binding, above, outer, below],
        };
        element("w:pgMar")
            .with("w:top", top)
            .with("w:right", right)
            .with("w:bottom", bottom)
            .with("w:left", left)
            .with("w:header", HEADER)
            .with("w:footer", FOOTER)
            .with("w:gutter", 0)
    }
}

/// The grid that Chinese lines stand on.
fn grid(language: Language) -> Option<Element> {
    let lines = || element("w:docGrid").with("w:type", "lines").with("w:linePitch", LINE);
    (language == Language::Zh).then(lines)
}

/// The footer of odd or even pages.
pub fn footer(page: Page, odd: bool, namespaces: impl Fn(Element) -> Element) -> Element {
    let footer = namespaces(element("w:ftr"));
    let number = number(odd);
    footer.child(match page {
        Page::Portrait | Page::Cover => number,
        Page::Landscape => {
            let holder = element("w:p").child(element("w:pPr").child(value("w:pStyle", "Footer")));
            holder.child(element("w:r").child(turned(number)))
        }
    })
}

/// The number of the page between dashes.
fn number(odd: bool) -> Element {
    let side = element("w:ind");
    let (side, at) = if odd {
        (side.with("w:rightChars", 100).with("w:right", 280), "right")
    } else {
        (side.with("w:leftChars", 100).with("w:left", 280), "left")
    };
    let dash = |text: &str| {
        let font = element("w:rFonts").with("w:hint", "eastAsia");
        let text = element("w:t").with("xml:space", "preserve").text(text);
        element("w:r").child(element("w:rPr").child(font)).child(text)
    };
    let page = element("w:r").child(element("w:t").text("1"));
    element("w:p")
        .child(
            element("w:pPr")
                .child(value("w:pStyle", "Footer"))
                .child(side)
                .child(value("w:jc", at)),
        )
        .child(dash("— "))
        .child(element("w:fldSimple").with("w:instr", " PAGE ").child(page))
        .child(dash(" —"))
}

/// Twips as the units of drawings.
pub fn emu(twips: u32) -> u64 {
    u64::from(twips) * 635
}

/// Height of the box that a number stands in, twips.
const BOX: u32 = 320;

/// A paragraph in a box at the left edge of a landscape page, its text turned
/// to the right: upright at the foot of the sheet when that is upright.
fn turned(paragraph: Element) -> Element {
    let [_, _, _, top] = MARGINS;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let centre = MARGINS[2] - (7.0 * MILLIMETRE).round() as u32;
    let (across, along) = (BOX, Page::Landscape.height());
    let position = |name, at: u32| {
        element(name)
            .with("relativeFrom", "page")
            .child(element("wp:posOffset").text(&emu(at).to_string()))
    };
    let size = |name| element(name).with("cx", emu(across)).with("cy", emu(along));
    let anchor = element("wp:anchor")
        .with("distT", 0)
        .with("distB", 0)
        .with("distL", 0)
        .with("distR", 0)
        .with("simplePos", 0)
        .with("relativeHeight", 1)
        .with("behindDoc", 0)
        .with("locked", 0)
        .with("layoutInCell", 1)
        .with("allowOverlap", 1)
        .child(element("wp:simplePos").with("x", 0).with("y", 0))
        .child(position("wp:positionH", centre - BOX / 2))
        .child(position("wp:positionV", top))
        .child(size("wp:extent"))
        .child(element("wp:wrapNone"))
        .child(element("wp:docPr").with("id", 1).with("name", "Page number"))
        .child(element("wp:cNvGraphicFramePr"))
        .child(
            element("a:graphic").child(
                element("a:graphicData")
                    .with(
                        "uri",
                        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
                    )
                    .child(shape(size("a:ext"), paragraph)),
            ),
        );
    let choice =
        element("mc:Choice").with("Requires", "wps").child(element("w:drawing").child(anchor));
    element("mc:AlternateContent").child(choice)
}

/// The box without fill, line and margins.
fn shape(size: Element, paragraph: Element) -> Element {
    let properties = element("wps:spPr")
        .child(element("a:xfrm").child(element("a:off").with("x", 0).with("y", 0)).child(size))
        .child(element("a:prstGeom").with("prst", "rect").child(element("a:avLst")))
        .child(element("a:noFill"))
        .child(element("a:ln").child(element("a:noFill")));
    let body = ["lIns", "tIns", "rIns", "bIns"]
        .into_iter()
        .fold(element("wps:bodyPr").with("vert", "vert"), |body, side| body.with(side, 0));
    element("wps:wsp")
        .child(element("wps:cNvSpPr").with("txBox", 1))
        .child(properties)
        .child(element("wps:txbx").child(element("w:txbxContent").child(paragraph)))
        .child(body.with("anchor", "ctr"))
}
