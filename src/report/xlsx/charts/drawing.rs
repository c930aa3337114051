//! How charts look.

use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartLineDashType, ChartMarker, ChartMarkerType, ChartRange, ChartSolidFill, Color,
};

/// Colours that the colour-blind tell apart.
const COLORS: [Color; 7] = [
    Color::RGB(0x00_72B2),
    Color::RGB(0xE6_9F00),
    Color::RGB(0x00_9E73),
    Color::RGB(0xCC_79A7),
    Color::RGB(0x56_B4E9),
    Color::RGB(0xD5_5E00),
    Color::RGB(0x59_5959),
];
/// Shapes that tell lines apart where there is no colour.
const SHAPES: [ChartMarkerType; 7] = [
    ChartMarkerType::Circle,
    ChartMarkerType::Square,
    ChartMarkerType::Triangle,
    ChartMarkerType::Diamond,
    ChartMarkerType::X,
    ChartMarkerType::Star,
    ChartMarkerType::LongDash,
];
/// Lines of targets.
const DASHES: [ChartLineDashType; 3] =
    [ChartLineDashType::Dash, ChartLineDashType::RoundDot, ChartLineDashType::DashDot];
const INK: Color = Color::RGB(0x1F_1F1F);
const GRID: Color = Color::RGB(0xD9_D9D9);

/// One row of figures.
pub struct Series {
    /// Where its name stands.
    pub name: ChartRange,
    /// Where the names of its figures stand.
    pub heads: ChartRange,
    /// Where its figures stand.
    pub values: ChartRange,
}

/// Columns beside each other, with lines of what they are measured by.
pub fn clustered(title: &str, shown: &str, columns: &[Series], lines: &[Series]) -> Chart {
    let mut chart = Chart::new_column();
    for (series, color) in columns.iter().zip(COLORS.into_iter().cycle()) {
        add(&mut chart, series)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color)))
            .set_gap(60);
    }
    if !lines.is_empty() {
        let mut over = Chart::new_line();
        for (series, dash) in lines.iter().zip(DASHES.into_iter().cycle()) {
            let mut line = ChartLine::new();
            line.set_color(INK).set_width(2.25).set_dash_type(dash);
            add(&mut over, series)
                .set_format(ChartFormat::new().set_line(&line))
                .set_marker(ChartMarker::new().set_none());
        }
        chart.combine(&over);
    }
    dressed(chart, title, shown)
}

/// A line for each series.
pub fn lines(title: &str, shown: &str, series: &[Series]) -> Chart {
    let mut chart = Chart::new_line();
    let looks = COLORS.into_iter().zip(SHAPES).cycle();
    for (series, (color, shape)) in series.iter().zip(looks) {
        let mut line = ChartLine::new();
        line.set_color(color).set_width(2);
        let mut fill = ChartFormat::new();
        fill.set_solid_fill(ChartSolidFill::new().set_color(color));
        fill.set_border(ChartLine::new().set_color(color));
        add(&mut chart, series)
            .set_format(ChartFormat::new().set_line(&line))
            .set_marker(ChartMarker::new().set_type(shape).set_size(7).set_format(&mut fill));
    }
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    dressed(chart, title, shown)
}

fn add<'c>(chart: &'c mut Chart, series: &Series) -> &'c mut rust_xlsxwriter::ChartSeries {
    chart
        .add_series()
        .set_name(&series.name)
        .set_categories(&series.heads)
        .set_values(&series.values)
}

/// A title that is not taken for a range of cells.
fn plain(title: &str) -> String {
    if title.starts_with('=') { format!(" {title}") } else { title.to_owned() }
}

/// The chart with title, legend and axes.
fn dressed(mut chart: Chart, title: &str, shown: &str) -> Chart {
    let mut font = ChartFont::new();
    font.set_size(12).set_bold();
    chart.title().set_name(&plain(title)).set_font(&font);
    chart.set_alt_text(title);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    let mut grid = ChartLine::new();
    grid.set_color(GRID);
    chart.y_axis().set_num_format(shown).set_min(0).set_major_gridlines_line(&grid);
    chart
}
