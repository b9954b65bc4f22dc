//! What a query may be made of, before it is read. Its parser and its optimiser go down a step of the stack for each bracket and
//! each operator, and compare each with each, and neither can be stopped. No query that means something comes near to these numbers;
//! lists of values, which may be long, do not count.

use super::problem::Problem;

/// Brackets in brackets.
const DEEPEST: usize = 100;
/// What joins two parts of a query: operators, the ends of patterns, UNION and its like.
const MOST_JOINTS: usize = 300;
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
    /// Those that are open; that of a list of values is a `V`.
    brackets: Vec<char>,
    joints: usize,
    empty: usize,
    last: Token,
    /// Whether VALUES was read, and its list has not begun.
    is_before_values: bool,
    is_after_space: bool,
}

/// What was read last.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Token {
    /// A name, a number, a variable, a string or an IRI, by its first character.
    Word(char),
    Sign(char),
    #[default]
    Nothing,
}

impl Scan {
    /// What there is too much of, against what there may be.
    fn fullest(&self) -> (usize, usize, &'static str) {
        let counts = [
            (self.brackets.len(), DEEPEST, "brackets in brackets"),
            (self.joints, MOST_JOINTS, "operators and patterns"),
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
        if c.is_whitespace() || c == '#' {
            self.is_after_space = true;
            return length;
        }
        let is_word = matches!(c, '"' | '\'') || c == '<' && length > 1 || is_of_word(c);
        match c {
            '(' | '{' | '[' => self.open(c),
            ')' | '}' | ']' => self.close(c),
            _ if self.is_among_values() => {}
            _ if is_word => self.word(&rest[..length]),
            _ => self.sign(c, rest),
        }
        self.last = if is_word { Token::Word(c) } else { Token::Sign(c) };
        self.is_after_space = false;
        length
    }

    fn open(&mut self, c: char) {
        // A collection in a collection.
        self.joints += usize::from(self.is_in('(') && matches!(self.last, Token::Sign(')' | ']')));
        let begins_values = c == '{' && std::mem::take(&mut self.is_before_values);
        self.brackets.push(if begins_values { 'V' } else { c });
    }

    fn close(&mut self, c: char) {
        self.brackets.pop();
        let is_empty = matches!((self.last, c), (Token::Sign('('), ')') | (Token::Sign('{'), '}'));
        self.empty += usize::from(is_empty);
    }

    /// Lists of values may be long.
    fn is_among_values(&self) -> bool {
        self.brackets.contains(&'V')
    }

    fn is_in(&self, bracket: char) -> bool {
        self.brackets.last() == Some(&bracket)
    }

    fn word(&mut self, word: &str) {
        self.is_before_values |= word.eq_ignore_ascii_case("VALUES");
        self.joints += usize::from(WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)));
        // Items of a collection stand beside each other, and each is two patterns.
        self.joints +=
            2 * usize::from(self.is_in('(') && matches!(self.last, Token::Word(_) | Token::Sign(')' | ']')));
        // What looks like a negative number or a long name may be a subtraction: `1 -1`, `?a-?b`.
        let is_value = word.starts_with('-') && matches!(self.last, Token::Sign(',' | '('));
        if !is_value && !word.starts_with(['"', '\'', '<']) && !word.contains(':') {
            self.joints += word.matches('-').count();
        }
    }

    fn sign(&mut self, c: char, rest: &str) {
        self.joints += usize::from(match c {
            '|' | '&' | '/' | '^' | '!' | '+' | '*' | '=' | ';' | '>' | '<' => true,
            // Between arguments it joins nothing.
            ',' => !self.is_in('('),
            '.' => !self.is_within_word(rest),
            _ => false,
        });
    }

    /// Whether the dot that begins here is one of a number or of a name.
    fn is_within_word(&self, rest: &str) -> bool {
        let is_after_word =
            matches!(self.last, Token::Word(first) if first.is_alphanumeric() || first == '-');
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
            ("ASK { ?a ?b ", "1, ", "1 }"),
            ("ASK { ?a ?b (", "1 ", ") }"),
            ("ASK { ?a ?b (", "(1) ", ") }"),
            ("ASK { ?a ?b (", "[ a 1 ] ", ") }"),
            ("ASK { ?a ?b (", "'x'@en <http://a.example/> ", ") }"),
            ("ASK { ?a ?b [ ?c ?d", ", ?e", " ] }"),
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
