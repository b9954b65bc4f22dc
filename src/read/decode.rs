//! From bytes to text: byte order marks, UTF-8, what older systems wrote instead, and what is no text at all.

use super::failure::KNOWN;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Decodes a text file; the byte order mark is no part of the text.
///
/// UTF-16 is known by its mark. Bytes that are not UTF-8 are read as Windows-1252, unless most of what is beyond
/// ASCII is good UTF-8: then the broken characters become U+FFFD and the rest stays.
///
/// # Errors
/// One clause that says what the bytes are instead of text.
pub(super) fn text(bytes: &[u8]) -> Result<String, String> {
    decode(bytes, None)
}

/// Decodes an HTML page, which may name its encoding in its first kilobyte.
///
/// # Errors
/// As for [`text`].
pub(super) fn page(bytes: &[u8]) -> Result<String, String> {
    decode(bytes, declared_encoding(bytes))
}

fn decode(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<String, String> {
    if let Some(kind) = known_binary(bytes) {
        return Err(kind.to_owned());
    }
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                declared.unwrap_or_else(|| guess(bytes)).decode_without_bom_handling(bytes).0.into_owned()
            }
        },
    };
    if looks_binary(&text) {
        return Err(format!("is not a text file; give {KNOWN}"));
    }
    Ok(text)
}

/// Files that people take for texts, by their first bytes.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"%PDF-", "is a PDF document; take its text out first, for instance with pdftotext"),
        (b"PK\x03\x04", "is a ZIP archive or an office document; unpack it or save it as plain text first"),
        (b"\xD0\xCF\x11\xE0", "is an old office document; save it as plain text first"),
        (b"{\\rtf", "is a rich text document; save it as plain text first"),
        (b"\x1F\x8B", "is compressed with gzip; name it with the ending .gz"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

/// UTF-8 with some broken bytes, or Windows-1252, the usual legacy encoding of English.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let (mut good, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if good > broken { UTF_8 } else { WINDOWS_1252 }
}

/// More than one character in twenty is a control character or could not be decoded.
fn looks_binary(text: &str) -> bool {
    let (mut all, mut strange) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        strange += usize::from(
            c == '\u{FFFD}' || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}' | '\u{85}'),
        );
    }
    strange * 20 > all
}

/// The encoding named as `charset=…` (or `encoding="…"` in an XML declaration).
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let at = start.find("charset=").map(|at| at + 8).or_else(|| start.find("encoding=").map(|at| at + 9))?;
    let label = start.get(at..)?.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(['"', '\'', ' ', '>', ';', '/', '?']).unwrap_or(label.len());
    Encoding::for_label(label.get(..end)?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let utf_16: Vec<u8> = "\u{FEFF}Orrin’s".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, expected) in [
            (&b"\xEF\xBB\xBFOrrin\xE2\x80\x99s"[..], "Orrin’s"),
            (&utf_16, "Orrin’s"),
            (b"Orrin\x92s caf\xE9", "Orrin’s café"),
            ("“Orrin’s” caf\u{e9} was \u{e9}".as_bytes(), "“Orrin’s” café was é"),
            (
                b"\xE2\x80\x9COrrin\xE2\x80\x99s\xE2\x80\x9D ferries \xFF sank",
                "“Orrin’s” ferries \u{FFFD} sank",
            ),
        ] {
            assert_eq!(text(bytes).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn a_page_may_name_its_encoding() {
        let bytes = b"<html><head><meta charset='iso-8859-2'></head><body>Ko\xB9ice</body></html>";
        assert!(page(bytes).is_ok_and(|page| page.contains("Košice")));
    }

    #[test]
    fn rubbish_is_refused_with_a_reason() {
        let noise: Vec<u8> = (0..2000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(text(&noise).is_err_and(|reason| reason.starts_with("is not a text file")));
        assert!(text(b"%PDF-1.7 ...").is_err_and(|reason| reason.contains("pdftotext")));
    }
}
