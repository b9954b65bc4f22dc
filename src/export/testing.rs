//! What the tests of several formats share.

/// What a writer writes, as text, for tests.
pub fn written(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("a list takes everything");
    String::from_utf8(bytes).expect("text is written")
}

/// Whether a parser reads the document to its end, for tests; XML is what resvg reads pictures from.
pub fn well_formed(document: &str) -> Result<(), String> {
    let options = roxmltree::ParsingOptions::default();
    roxmltree::Document::parse_with_options(document, options).map(|_| ()).map_err(|error| error.to_string())
}
