//! Pictures: PNG in the text, with a description for those who cannot see it.

use super::page::{Page, emu};
use super::xml::{Element, element, value};

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Name of its file, without the ending; ASCII.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// Width and height in pixels; only their ratio matters.
    pub size: (u32, u32),
    /// The file, PNG.
    pub png: Vec<u8>,
}

/// The tallest that a picture may be on a page, as a share of the type area:
/// its own title goes above it. Up to this it is as wide as the page.
fn tallest(page: Page) -> f64 {
    match page {
        Page::Portrait | Page::Cover => 0.9,
        Page::Landscape => 0.85,
    }
}

impl Picture {
    /// Key of the relation to its file.
    pub fn relation(&self) -> String {
        format!("picture_{}", self.key)
    }

    /// Path of its file from the folder of the document.
    pub fn path(&self) -> String {
        format!("media/{}.png", self.key)
    }

    /// Width and height on a page, twips: as wide as the page unless it would
    /// be too tall.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn extent(&self, page: Page) -> (u32, u32) {
        let ratio = f64::from(self.size.1.max(1)) / f64::from(self.size.0.max(1));
        let most = f64::from(page.height()) * tallest(page);
        let width = f64::from(page.width()).min(most / ratio);
        (width as u32, (width * ratio) as u32)
    }

    /// The paragraph with it; `number` is its place among the pictures.
    pub fn paragraph(&self, number: usize, page: Page) -> Element {
        let (width, height) = self.extent(page);
        let size = |name| element(name).with("cx", emu(width)).with("cy", emu(height));
        let named = |name| element(name).with("id", number).with("name", &self.title);
        let inline = element("wp:inline")
            .with("distT", 0)
            .with("distB", 0)
            .with("distL", 0)
            .with("distR", 0)
            .child(size("wp:extent"))
            .child(named("wp:docPr").with("descr", &self.description))
            .child(element("wp:cNvGraphicFramePr"))
            .child(
                element("a:graphic").child(
                    element("a:graphicData")
                        .with("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")
                        .child(self.drawn(named("pic:cNvPr"), size("a:ext"))),
                ),
            );
        // Its line is as high as it is, not as the grid has it.
        let spacing = element("w:spacing").with("w:line", 240).with("w:lineRule", "auto");
        let format = element("w:pPr")
            .child(value("w:pStyle", "Picture"))
            .child(value("w:keepNext", 0))
            .child(spacing);
        let drawing = element("w:drawing").child(inline);
        element("w:p").child(format).child(element("w:r").child(drawing))
    }

    fn drawn(&self, named: Element, size: Element) -> Element {
        let fill = element("pic:blipFill")
            .child(element("a:blip").with("r:embed", self.relation()))
            .child(element("a:stretch").child(element("a:fillRect")));
        let shape = element("pic:spPr")
            .child(element("a:xfrm").child(element("a:off").with("x", 0).with("y", 0)).child(size))
            .child(element("a:prstGeom").with("prst", "rect").child(element("a:avLst")));
        element("pic:pic")
            .child(element("pic:nvPicPr").child(named).child(element("pic:cNvPicPr")))
            .child(fill)
            .child(shape)
    }
}
