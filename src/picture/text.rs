//! Widths and line breaks of text. The embedded font has Arial's widths, so that a browser without it falls back
//! on a font in which every label still fits its box.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// A free font, see `assets/font`; the regular weight, then the bold one.
pub const FONTS: [&[u8]; 2] = [
    include_bytes!("../../assets/font/NewsgraphSans-Regular.ttf"),
    include_bytes!("../../assets/font/NewsgraphSans-Bold.ttf"),
];
/// The `font-family` of pictures.
pub const FAMILY: &str = "Newsgraph Sans, Liberation Sans, Arial, Helvetica, sans-serif";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

static REGULAR: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(FONTS[0]).ok());
static BOLD: LazyLock<Option<FontRef<'static>>> = LazyLock::new(|| FontRef::new(FONTS[1]).ok());

/// Width of one line in pixels at a font size in pixels; characters that the font lacks count as wide ones.
pub fn width(text: &str, weight: Weight, size: f64) -> f64 {
    let font = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    let Some(font) = font.as_ref() else { return text.chars().count() as f64 * size };
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let unit = f64::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.max(1));
    let letters = font.charmap();
    let advance = |letter| {
        let known = letters.map(letter).and_then(|glyph| metrics.advance_width(glyph));
        known.map_or(1.0, |advance| f64::from(advance) / unit)
    };
    size * text.chars().map(advance).sum::<f64>()
}

/// Breaks text into at most `most` lines of about `room` pixels, as even as words allow. A word too long for
/// a line keeps its line to itself; what does not fit ends in an ellipsis.
pub fn wrap(text: &str, weight: Weight, size: f64, room: f64, most: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = width(&words.join(" "), weight, size);
    let lines = (whole / room).ceil().clamp(1.0, most.max(1) as f64);
    // The narrowest of a few widths that needs no more lines than the text's length asks for makes them even.
    let mut limit = (whole / lines).min(room);
    let mut broken = fill(&words, weight, size, limit);
    while broken.len() as f64 > lines && limit < room {
        limit = (limit * 1.06).min(room);
        broken = fill(&words, weight, size, limit);
    }
    if broken.len() > most {
        broken.truncate(most);
        if let Some(last) = broken.last_mut() {
            last.push_str(" …");
        }
    }
    broken.iter().map(|line| shorten(line, weight, size, room * 1.4)).collect()
}

fn fill(words: &[&str], weight: Weight, size: f64, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), weight, size) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push((*word).to_owned()),
        }
    }
    lines
}

/// Cuts a line that is wider than `room` and marks the cut.
pub fn shorten(line: &str, weight: Weight, size: f64, room: f64) -> String {
    if width(line, weight, size) <= room {
        return line.to_owned();
    }
    let mut kept = String::new();
    for letter in line.chars() {
        kept.push(letter);
        if width(&kept, weight, size) > room - size {
            break;
        }
    }
    kept.pop();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_wider_and_size_scales() {
        let regular = width("Harbour Board", Weight::Regular, 10.0);
        assert!(width("Harbour Board", Weight::Bold, 10.0) > regular);
        assert!((width("Harbour Board", Weight::Regular, 20.0) - 2.0 * regular).abs() < 1e-9);
    }

    #[test]
    fn long_names_break_into_even_lines() {
        let lines = wrap("Independent Commission for Harbour Safety", Weight::Regular, 12.0, 120.0, 3);
        assert_eq!(lines.len(), 3, "{lines:?}");
        assert_eq!(lines.join(" "), "Independent Commission for Harbour Safety");
    }

    #[test]
    fn endless_text_is_cut_with_an_ellipsis() {
        let lines = wrap(&"word ".repeat(400), Weight::Regular, 12.0, 100.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with('…'));
        assert!(wrap(&"x".repeat(400), Weight::Regular, 12.0, 100.0, 3)[0].chars().count() < 40);
    }
}
