//! Fonts, colours and borders of all workbooks: of scenarios and of reports.

use crate::domain::{Language, looks_like_formula};
use crate::words::report as words;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// A4 and A3.
const PAPER: (u8, u8) = (9, 8);
/// Widest columns together, in characters, that are legible across A4 and A3.
pub const ACROSS: (usize, usize) = (150, 212);

const INK: Color = Color::RGB(0x1F_1F1F);
const FAINT: Color = Color::RGB(0x7F_7F7F);
const LINE: Color = Color::RGB(0xBF_BFBF);
const HEAD: Color = Color::RGB(0xDC_E6F1);
const KEY_HEAD: Color = Color::RGB(0xE7_E6E6);
const SUM: Color = Color::RGB(0xF2_F2F2);
const LINK: Color = Color::RGB(0x05_63C1);

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

    /// A remark beside or above a table.
    #[must_use]
    pub fn remark(&self) -> Format {
        faint(self.plain())
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

    /// The head of a column that is not read, or folded away.
    #[must_use]
    pub fn key_head(&self) -> Format {
        self.head().set_background_color(KEY_HEAD)
    }

    /// A cell of a table.
    #[must_use]
    pub fn boxed(&self) -> Format {
        self.plain().set_border(FormatBorder::Thin).set_border_color(LINE)
    }

    /// A cell in which Excel is to change nothing that is typed.
    #[must_use]
    pub fn typed(&self) -> Format {
        self.boxed().set_num_format("@")
    }

    /// A cell with a share.
    #[must_use]
    pub fn percent(&self) -> Format {
        self.boxed().set_num_format("0.0#%")
    }

    /// A cell that is not read.
    #[must_use]
    pub fn aside(&self) -> Format {
        faint(self.boxed())
    }

    /// A cell of a row that sums up others.
    #[must_use]
    pub fn total(&self) -> Format {
        self.boxed().set_bold().set_background_color(SUM)
    }
}

/// Sets up how a sheet is printed: A4 across, as wide as the page, with the
/// workbook's title and its own at the head and the page's number at the foot.
pub fn print(sheet: &mut Worksheet, whole: &str, own: &str, language: Language) {
    // An ampersand begins a command; what is left over is cut, not refused.
    let shown = |text: &str| -> String {
        let text: String = text.chars().take(50).collect();
        text.replace('&', "&&")
    };
    let pages = words::page_of_pages("&P", "&N");
    sheet
        .set_paper_size(PAPER.0)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.5, 0.75, 0.65, 0.3, 0.3)
        .set_header(format!("&L{}&R{}", shown(whole), shown(own)))
        .set_footer(format!("&C{}", pages.get(language)));
}

/// Prints a sheet on A3 whose columns together are too wide for A4.
pub fn on_paper(sheet: &mut Worksheet, width: usize) {
    if width > ACROSS.0 {
        sheet.set_paper_size(PAPER.1);
    }
}

/// A format in grey.
#[must_use]
pub fn faint(format: Format) -> Format {
    format.set_font_color(FAINT)
}

/// A text that would be a formula if it were typed in again keeps its quote.
#[must_use]
pub fn guarded(format: Format, text: &str) -> Format {
    if looks_like_formula(text) { format.set_quote_prefix() } else { format }
}
