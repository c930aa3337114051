//! How marks look. Every mark is also bold or hatched by its text, so that it
//! stays one in grey print.

use crate::report::document::Mark;
use rust_xlsxwriter::{Color, Format};

pub use crate::workbook::style::{ACROSS, Style, faint, guarded, on_paper, print};

const TIGHT: (Color, Color) = (Color::RGB(0xFF_EB9C), Color::RGB(0x7F_4F00));
const SHORT: (Color, Color) = (Color::RGB(0xFF_C7CE), Color::RGB(0x9C_0006));

/// What a mark adds to a cell; nothing where all is well.
#[must_use]
pub fn marked(format: Format, mark: Mark) -> Format {
    let (ground, ink) = match mark {
        Mark::Ok => return format,
        Mark::Tight => TIGHT,
        Mark::Short => SHORT,
    };
    format.set_background_color(ground).set_font_color(ink).set_bold()
}
