//! Finds the lines that triples stand on. The RDF parsers tell no positions, but yield triples in the order of the
//! text, so that a search from the last place found is both quick and nearly always right; where it is not, only
//! the line in a message is off.

use super::location::Location;

/// A file's text with a place in it that moves on as triples are found.
pub(super) struct Locator<'a> {
    name: &'a str,
    text: &'a str,
    /// Byte offset of each line's first character.
    line_starts: Vec<usize>,
    /// Byte offset of the last place found.
    cursor: usize,
    /// The subject found last, and its line.
    subject: Option<(String, usize)>,
}

impl<'a> Locator<'a> {
    pub fn new(name: &'a str, text: &'a str) -> Self {
        let line_starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { name, text, line_starts, cursor: 0, subject: None }
    }

    /// Where the block of this subject begins.
    pub fn subject(&mut self, iri: &str) -> Location {
        if let Some((known, line)) = &self.subject
            && known == iri
        {
            return self.location(*line);
        }
        // Blank nodes have no name to look for; they stand inside another subject's block.
        if iri.starts_with("_:") {
            return self.location(self.line_at(self.cursor));
        }
        let found = self.find_subject(local_name(iri));
        self.cursor = found.unwrap_or(self.cursor);
        let line = self.line_at(self.cursor);
        self.subject = Some((iri.to_owned(), line));
        self.location(line)
    }

    /// Where this literal of the subject stands.
    pub fn literal(&mut self, subject: &str, value: &str) -> Location {
        let fallback = self.subject(subject);
        let forms = [value.replace('\\', "\\\\").replace('"', "\\\""), xml_escaped(value), value.to_owned()];
        for form in &forms {
            if let Some(place) = self.find_literal(form, is_quoted) {
                self.cursor = place + form.len();
                return self.location(self.line_at(place));
            }
        }
        // Numbers need no quotation marks.
        let bare = value.parse::<f64>().ok().and_then(|_| self.find_literal(value, is_bare));
        bare.map_or(fallback, |place| self.location(self.line_at(place)))
    }

    fn find_subject(&self, local_name: &str) -> Option<usize> {
        if local_name.is_empty() {
            return None;
        }
        let is_subject = |place: usize| {
            let follower = self.text[place + local_name.len()..].chars().next();
            let ends = follower.is_none_or(|next| !(next.is_alphanumeric() || "_-.".contains(next)));
            let line = self.text[self.line_starts[self.line_at(place) - 1]..place].trim_start();
            let opens = line.ends_with([':', '/', '#', '"']) && !line.contains(char::is_whitespace);
            ends && (opens || line.contains("about=") || line.contains("ID="))
        };
        let from_cursor = self.text[self.cursor..].match_indices(local_name).map(|(at, _)| at + self.cursor);
        let from_start = self.text[..self.cursor].match_indices(local_name).map(|(at, _)| at);
        from_cursor.chain(from_start).find(|&place| is_subject(place))
    }

    /// The next place where the form stands between what a literal has around it, from the cursor on.
    fn find_literal(&self, form: &str, is_whole: fn(&str, &str) -> bool) -> Option<usize> {
        let is_whole = |place: usize| is_whole(&self.text[..place], &self.text[place + form.len()..]);
        let from_cursor = self.text[self.cursor..].match_indices(form).map(|(at, _)| at + self.cursor);
        let from_start = self.text[..self.cursor].match_indices(form).map(|(at, _)| at);
        from_cursor.chain(from_start).find(|&place| is_whole(place))
    }

    /// The line, counted from 1, that this byte stands on.
    fn line_at(&self, place: usize) -> usize {
        self.line_starts.partition_point(|&start| start <= place)
    }

    fn location(&self, line: usize) -> Location {
        Location { file: self.name.to_owned(), line }
    }
}

fn is_quoted(before: &str, after: &str) -> bool {
    let opens = before.ends_with(['"', '\'', '>']) && !before.ends_with("\\\"");
    opens && after.starts_with(['"', '\'', '<'])
}

fn is_bare(before: &str, after: &str) -> bool {
    before.ends_with(char::is_whitespace) && after.starts_with([' ', '\t', '\r', '\n', ';', ',', '.', ']'])
}

/// What follows the last `#`, `/` or `:` of an IRI.
pub(super) fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/', ':']).next().unwrap_or(iri)
}

fn xml_escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TURTLE: &str = "@prefix ex: <http://example.org/> .\n\nex:left a ex:Relation ;\n  ex:note \"He \\\"left\\\".\" ,\n    \"left\" .\nex:leftover a ex:Relation .\n";

    #[test]
    fn subjects_and_literals_have_lines() {
        let mut locator = Locator::new("a.ttl", TURTLE);
        assert_eq!(locator.subject("http://example.org/left").line, 3);
        assert_eq!(locator.literal("http://example.org/left", "He \"left\".").line, 4);
        assert_eq!(locator.literal("http://example.org/left", "left").line, 5);
        assert_eq!(locator.subject("http://example.org/leftover").to_string(), "a.ttl:6");
    }

    #[test]
    fn numbers_without_quotation_marks_have_lines() {
        let text = "ex:left a ex:Relation ;\n  ex:level 0.95 ;\n  ex:least 0.9 ;\n  ex:note \"0.9 or so\" .";
        let mut locator = Locator::new("a.ttl", text);
        assert_eq!(locator.literal("http://example.org/left", "0.9").line, 3);
        assert_eq!(locator.literal("http://example.org/left", "0.8").line, 1);
    }

    #[test]
    fn what_is_not_found_gets_the_subjects_line() {
        let mut locator = Locator::new("a.ttl", TURTLE);
        assert_eq!(locator.literal("http://example.org/left", "never written").line, 3);
    }
}
