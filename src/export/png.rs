//! The SVG picture as pixels, drawn with the embedded font alone, so that the bytes are the same on all machines.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg;
use thiserror::Error;

use crate::picture::text::FONTS;

/// Twice the SVG's size, for sharp print and dense screens.
const SCALE: f32 = 2.0;
/// No side is longer than this many pixels: larger images overtax viewers.
const LONGEST: f32 = 8000.0;

/// Why a picture could not be drawn as pixels.
#[derive(Debug, Error)]
pub enum PngError {
    /// The text is no SVG that can be drawn.
    #[error("the SVG picture cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    /// The image, whose sides are in pixels, does not fit into memory or is empty.
    #[error("no memory for an image of {width} x {height} pixels")]
    Size {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// The pixels could not be compressed.
    #[error("the PNG image cannot be encoded: {0}")]
    Encoding(String),
}

/// Draws an SVG (as [`svg::write`](super::svg::write) makes it) into a PNG file's bytes, two pixels to each of the SVG's.
///
/// # Errors
/// Returns why the text is no SVG, or why the image could not be made.
pub fn write(svg: &str) -> Result<Vec<u8>, PngError> {
    let mut fonts = usvg::fontdb::Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    let options = usvg::Options { fontdb: Arc::new(fonts), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options)?;
    let size = tree.size();
    let scale = SCALE.min(LONGEST / size.width().max(size.height()));
    let (width, height) = ((size.width() * scale).ceil() as u32, (size.height() * scale).ceil() as u32);
    let mut image = Pixmap::new(width, height).ok_or(PngError::Size { width, height })?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut image.as_mut());
    image.encode_png().map_err(|error| PngError::Encoding(error.to_string()))
}
