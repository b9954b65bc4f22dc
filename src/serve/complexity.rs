//! What a query may be made of, before it is read. Its parser and its optimiser go down a step of the stack for each bracket and
//! each operator, and compare each with each, and neither can be stopped. No query that means something comes near to these numbers;
//! lists of values, which may be long, do not count.

use super::problem::Problem;

/// Brackets in brackets.
const DEEPEST: usize = 100;
/// What joins two parts of a query: operators, the ends of patterns, UNION and its like.
const MOST_JOINTS: usize = 500;
/// Groups and rows with nothing in them. They multiply each other without a step at which that could be stopped.
const MOST_EMPTY: usize = 16;

/// Words that join.
const WORDS: [&str; 7] = ["UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "GRAPH", "SELECT"];

/// Refuses a query that has too much of it.
///
/// # Errors
/// Returns a problem that names what it has too much of.
pub fn check(query: &str) -> Result<(), Problem> {
    let mut scan = Scan::default();
    let mut rest = query;
    while let Some(c) = rest.chars().next() {
        let length = scan.step(c, rest);
        rest = &rest[length..];
        let (found, most, what) = scan.fullest();
        if found > most {
            let message =
                format!("the query has more than {most} {what}, which is more than can be answered");
            return Err(Problem::bad_request(message));
        }
    }
    Ok(())
}

#[derive(Default)]
struct Scan {
    /// Those that are open.
    brackets: Vec<char>,
    joints: usize,
    /// Numbers with a minus between the same two round brackets: perhaps subtractions, perhaps a row of values.
    negatives: usize,
    empty: usize,
    /// What the last word or sign began with.
    last: Option<char>,
    is_after_space: bool,
}

impl Scan {
    /// What there is most of, against what there may be.
    fn fullest(&self) -> (usize, usize, &'static str) {
        let counts = [
            (self.brackets.len(), DEEPEST, "brackets in brackets"),
            (self.joints, MOST_JOINTS, "operators and patterns"),
            (self.negatives, MOST_JOINTS, "operators and patterns"),
            (self.empty, MOST_EMPTY, "empty groups or rows"),
        ];
        counts.into_iter().find(|(found, most, _)| found > most).unwrap_or(counts[0])
    }

    /// Looks at what begins here, and returns how long it is.
    fn step(&mut self, c: char, rest: &str) -> usize {
        let length = match c {
            '"' | '\'' => quoted(c, rest),
            '#' => rest.find('\n').unwrap_or(rest.len()),
            '<' => iri(rest).unwrap_or(1),
            c if is_of_word(c) => rest.find(|c| !is_of_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        if c.is_whitespace() {
            self.is_after_space = true;
            return length;
        }
        match c {
            '(' | '{' | '[' => {
                self.brackets.push(c);
                self.negatives = 0;
            }
            ')' | '}' | ']' => {
                self.brackets.pop();
                self.negatives = 0;
                self.empty += usize::from(matches!((self.last, c), (Some('('), ')') | (Some('{'), '}')));
            }
            '|' | '&' | '/' | '^' | '!' | '+' | '*' | '=' | ';' | '>' => self.joints += 1,
            '<' if length == 1 => self.joints += 1,
            '.' if !self.is_within_word(rest) => self.joints += 1,
            c if is_of_word(c) => self.word(&rest[..length]),
            _ => {}
        }
        self.last = Some(c);
        self.is_after_space = false;
        length
    }

    fn word(&mut self, word: &str) {
        self.joints += usize::from(WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)));
        let minuses = if word.contains(':') { 0 } else { word.matches('-').count() };
        match word.starts_with('-') {
            true if self.brackets.last() != Some(&'(') => {}
            true => self.negatives += minuses,
            false => self.joints += minuses,
        }
    }

    /// Whether the dot that begins here is one of a number or of a name.
    fn is_within_word(&self, rest: &str) -> bool {
        let is_after_word = self.last.is_some_and(|last| last.is_alphanumeric() || last == '-');
        is_after_word && !self.is_after_space && rest[1..].starts_with(char::is_alphanumeric)
    }
}

/// What words, names and numbers are made of, minus signs among them.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | ':' | '?' | '$' | '@' | '%' | '\\')
}

/// The length of a string that begins here.
fn quoted(quote: char, text: &str) -> usize {
    let long = text.bytes().take_while(|byte| char::from(*byte) == quote).count() >= 3;
    let end: String = std::iter::repeat_n(quote, if long { 3 } else { 1 }).collect();
    let mut at = end.len();
    while let Some(c) = text[at..].chars().next() {
        if text[at..].starts_with(&end) {
            return at + end.len();
        }
        let escaped = if c == '\\' { text[at + 1..].chars().next().map_or(0, char::len_utf8) } else { 0 };
        at += c.len_utf8() + escaped;
    }
    text.len()
}

/// The length of an IRI in its brackets; nothing where it is a comparison.
fn iri(text: &str) -> Option<usize> {
    let end = text.find(|c: char| c == '>' || c.is_whitespace() || matches!(c, '"' | '{' | '}'))?;
    text[end..].starts_with('>').then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(query: &str) -> bool {
        check(query).is_err()
    }

    #[test]
    fn what_nests_or_joins_too_much_is_refused() {
        for (before, again, after) in [
            ("ASK { FILTER (", "(", ")"),
            ("ASK { FILTER (", "! ", "1) }"),
            ("ASK { FILTER (1", " || 1", ") }"),
            ("ASK { FILTER (1", "+1", ") }"),
            ("ASK { FILTER (1", "-1", ") }"),
            ("ASK { FILTER (1", " -1", ") }"),
            ("ASK { ", "?a a ?b.", "}"),
            ("ASK { FILTER (?a", "-?a", ") }"),
            ("ASK { FILTER (1", " < 1", ") }"),
            ("ASK { ?a a", "/a", " ?b }"),
            ("ASK { ?a a", "|a", " ?b }"),
            ("ASK { ", "?a a ?b . ", "}"),
            ("ASK { ", "?a a ?b; a ?c. ", "}"),
            ("ASK { ", "OPTIONAL { ?a a ?b } ", "}"),
            ("ASK { {?a a ?b} ", "union {?a a ?b} ", "}"),
            ("ASK { VALUES () { ", "() ", "} }"),
            ("ASK { VALUES () { ", "( ) ", "} }"),
        ] {
            assert!(!is_refused(&format!("{before}{}{after}", again.repeat(10))), "{again}");
            assert!(is_refused(&format!("{before}{}{after}", again.repeat(600))), "{again}");
        }
    }

    #[test]
    fn long_lists_and_long_texts_are_no_harm() {
        let values =
            "id:harbour-board <http://a.example/x/y/z#1> \"a || b && (c\" 'it\\'s (' 3.5 -1 ".repeat(900);
        let rows = "(1.5 -2 id:a.b-c) ".repeat(900);
        assert!(!is_refused(&format!("SELECT * {{ VALUES (?a ?b ?c) {{ {rows} }} }}")));
        assert!(!is_refused(&format!("SELECT * {{ VALUES ?a {{ {values} }} ?a ?b ?c }}")));
        assert!(!is_refused(&format!(
            "ASK {{ FILTER (?a IN ({} 1)) }} # {}",
            "id:a-b, ".repeat(2000),
            "|".repeat(9999)
        )));
        assert!(!is_refused(&format!("ASK {{ ?a ?b \"\"\"{}\"\"\" }}", "(\\\" .".repeat(999))));
    }
}
