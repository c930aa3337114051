//! Fonts, colours and borders.

use crate::domain::Language;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

const HEAD: Color = Color::RGB(0xDC_E6F1);
const KEY_HEAD: Color = Color::RGB(0xE7_E6E6);
const LINE: Color = Color::RGB(0xBF_BFBF);
const FAINT: Color = Color::RGB(0x7F_7F7F);

/// The look of a workbook.
pub struct Style {
    /// Language of its texts.
    pub language: Language,
}

impl Style {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Makes the text font the workbook's own, so that columns are measured by
    /// it.
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

    pub fn text(&self) -> Format {
        Format::new()
            .set_font_name(self.font())
            .set_font_size(11)
            .set_align(FormatAlign::VerticalCenter)
    }

    pub fn title(&self) -> Format {
        self.text().set_bold().set_font_size(14)
    }

    pub fn remark(&self) -> Format {
        self.text().set_font_color(FAINT)
    }

    pub fn head(&self) -> Format {
        self.cell()
            .set_bold()
            .set_background_color(HEAD)
            .set_align(FormatAlign::Center)
            .set_text_wrap()
    }

    /// The head of a column that is not read, or hidden.
    pub fn key_head(&self) -> Format {
        self.head().set_background_color(KEY_HEAD)
    }

    pub fn cell(&self) -> Format {
        self.text().set_border(FormatBorder::Thin).set_border_color(LINE)
    }

    /// A cell in which Excel is to change nothing that is typed.
    pub fn typed(&self) -> Format {
        self.cell().set_num_format("@")
    }

    pub fn percent(&self) -> Format {
        self.cell().set_num_format("0.0#%")
    }

    /// A cell that is not read.
    pub fn faint(&self) -> Format {
        self.cell().set_font_color(FAINT)
    }
}
