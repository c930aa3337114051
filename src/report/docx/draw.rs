//! Charts as PNG.

use super::picture::Picture;
use crate::report::charts::Chart;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Pixels to a unit of a chart: some 260 to the inch on paper.
const SCALE: f32 = 2.0;

/// The charts as pictures. One whose letters no font of this computer has is
/// left out: it would be drawn without them.
///
/// # Errors
///
/// When a chart is no SVG, or too large to draw.
pub fn pictures(charts: &[Chart]) -> Result<Vec<Picture>, Box<dyn std::error::Error>> {
    if charts.is_empty() {
        return Ok(Vec::new());
    }
    let options = options();
    let mut pictures = Vec::new();
    for chart in charts {
        if readable(&chart.title, &options)? {
            let drawn = draw(&chart.svg, &options)?;
            pictures.push(Picture {
                key: chart.key.to_owned(),
                title: chart.title.clone(),
                description: chart.description.clone(),
                size: (drawn.width(), drawn.height()),
                png: drawn.encode_png()?,
            });
        }
    }
    Ok(pictures)
}

/// Families with Chinese letters, then others that common systems have.
const FAMILIES: [&str; 12] = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "AR PL UMing CN",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
];

/// The fonts of this computer, with one that is there for letters of any kind.
fn options() -> Options<'static> {
    let mut options = Options::default();
    let fonts = options.fontdb_mut();
    fonts.load_system_fonts();
    let there = |family: &&str| {
        let mut faces = fonts.faces();
        faces.any(|face| face.families.iter().any(|(name, _)| name == family))
    };
    if let Some(family) = FAMILIES.into_iter().find(there) {
        fonts.set_sans_serif_family(family);
        family.clone_into(&mut options.font_family);
    }
    options
}

/// Whether there is a font with every letter of a text: each alone leaves a
/// mark.
fn readable(text: &str, options: &Options) -> Result<bool, Box<dyn std::error::Error>> {
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"32\" height=\"32\">\
             <text x=\"4\" y=\"24\" font-family=\"sans-serif\" font-size=\"20\">{letter}</text></svg>"
        );
        let drawn = draw(&svg, options)?;
        let white = |pixel: &resvg::tiny_skia::PremultipliedColorU8| {
            [pixel.red(), pixel.green(), pixel.blue()] == [u8::MAX; 3]
        };
        if drawn.pixels().iter().all(white) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A drawing on white.
fn draw(svg: &str, options: &Options) -> Result<Pixmap, Box<dyn std::error::Error>> {
    let tree = Tree::from_str(svg, options)?;
    let size = tree.size().to_int_size().scale_by(SCALE);
    let mut pixels = size
        .and_then(|size| Pixmap::new(size.width(), size.height()))
        .ok_or("a chart has no size")?;
    pixels.fill(Color::WHITE);
    let scale = Transform::from_scale(SCALE, SCALE);
    resvg::render(&tree, scale, &mut pixels.as_mut());
    Ok(pixels)
}

#[cfg(test)]
mod tests {
    use super::readable;
    use resvg::usvg::Options;

    #[test]
    fn without_a_font_no_text_is_readable() {
        let none = Options::default();
        assert!(!readable("校区", &none).expect("a drawing"));
        assert!(readable("", &none).expect("a drawing"));
    }
}
