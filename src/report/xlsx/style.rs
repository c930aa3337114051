//! Fonts, colours and borders. Every mark is also bold or hatched by its text,
//! so that it stays one in grey print.

use crate::domain::Language;
use crate::report::document::Mark;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

const INK: Color = Color::RGB(0x1F_1F1F);
const FAINT: Color = Color::RGB(0x80_8080);
const LINE: Color = Color::RGB(0xBF_BFBF);
const HEAD: Color = Color::RGB(0xDC_E6F1);
const SUM: Color = Color::RGB(0xF2_F2F2);
const LINK: Color = Color::RGB(0x05_63C1);
const TIGHT: (Color, Color) = (Color::RGB(0xFF_EB9C), Color::RGB(0x7F_4F00));
const SHORT: (Color, Color) = (Color::RGB(0xFF_C7CE), Color::RGB(0x9C_0006));

/// The look of a workbook.
pub struct Style {
    /// Language of its texts.
    pub language: Language,
}

impl Style {
    /// The look for a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Makes the text font the workbook's own, so that Excel measures columns
    /// by it.
    ///
    /// # Errors
    ///
    /// When the workbook has sheets already.
    pub fn set_default(&self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        let (height, width) = match self.language {
            Language::Zh => (18, 72),
            Language::En => (20, 64),
        };
        let font = Format::new().set_font_name(self.font()).set_font_size(11);
        workbook.set_default_format(&font, height, width)?;
        Ok(())
    }

    fn font(&self) -> &'static str {
        match self.language {
            Language::Zh => "宋体",
            Language::En => "Calibri",
        }
    }

    fn heavy(&self) -> &'static str {
        match self.language {
            Language::Zh => "黑体",
            Language::En => "Calibri",
        }
    }

    /// A plain text.
    #[must_use]
    pub fn plain(&self) -> Format {
        Format::new()
            .set_font_name(self.font())
            .set_font_size(11)
            .set_font_color(INK)
            .set_align(FormatAlign::VerticalCenter)
    }

    /// A text over several lines.
    #[must_use]
    pub fn paragraph(&self) -> Format {
        self.plain().set_text_wrap().set_align(FormatAlign::Top)
    }

    /// The title of a sheet.
    #[must_use]
    pub fn title(&self) -> Format {
        self.plain().set_font_name(self.heavy()).set_font_size(14).set_bold()
    }

    /// A heading within a sheet.
    #[must_use]
    pub fn heading(&self) -> Format {
        self.title().set_font_size(12)
    }

    /// A link to another sheet.
    #[must_use]
    pub fn link(&self) -> Format {
        self.plain().set_font_color(LINK)
    }

    /// A link in a table.
    #[must_use]
    pub fn boxed_link(&self) -> Format {
        self.boxed().set_font_color(LINK)
    }

    /// The head of a column.
    #[must_use]
    pub fn head(&self) -> Format {
        self.boxed()
            .set_font_name(self.heavy())
            .set_bold()
            .set_background_color(HEAD)
            .set_align(FormatAlign::Center)
            .set_text_wrap()
    }

    /// A cell of a table.
    #[must_use]
    pub fn boxed(&self) -> Format {
        self.plain().set_border(FormatBorder::Thin).set_border_color(LINE)
    }

    /// A cell of a row that sums up others.
    #[must_use]
    pub fn total(&self) -> Format {
        self.boxed().set_bold().set_background_color(SUM)
    }
}

/// A name that stands in the row above as well.
#[must_use]
pub fn faint(format: Format) -> Format {
    format.set_font_color(FAINT)
}

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
