//! Splits a text into tokens exactly as spaCy's English tokenizer does (`spacy/tokenizer.pyx`).
//!
//! The text falls into runs of white space and of everything else. A run is a special case ("don't"), or loses
//! prefixes and suffixes until a special case, a web address or nothing more is left, and is then cut at infixes.
//! Every distinct run is split once and remembered. At the end, special cases that affixes had hidden are put together
//! again (`special_cases.rs`).

use std::collections::HashMap;

use super::expression::{Expressions, Memory};
use super::lexicon::{LexicalTables, Lexicon, WordId};
use super::raw::{RawDocument, RawToken};
use super::special_cases::SpecialCases;
use crate::weights::Weights;

/// Characters of the longest run that is split as a whole, for each affix is sought in all of it: words and addresses are shorter.
const LONGEST_RUN: usize = 1000;

/// The tokenizer's expressions and tables, shared by all threads.
#[derive(Debug)]
pub struct Tokenizer {
    expressions: Expressions,
}

/// What one thread remembers between texts: the words and how each run of characters was split.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub lexicon: Lexicon,
    pub special_cases: SpecialCases,
    runs: HashMap<Box<str>, Box<[WordId]>>,
}

impl Vocabulary {
    /// A memory that knows the words of the special cases and no others.
    pub fn load(weights: &Weights, tables: &LexicalTables) -> Self {
        let mut lexicon = Lexicon::default();
        let special_cases = SpecialCases::load(weights, tables, &mut lexicon);
        Self { lexicon, special_cases, runs: HashMap::new() }
    }
}

impl Tokenizer {
    /// The tokenizer of the model file's sections `tokenizer.…`.
    pub fn load(weights: &Weights) -> Self {
        Self { expressions: Expressions::load(weights) }
    }

    /// The tokens of `text`, white space tokens among them.
    pub fn tokenize(&self, text: &str, tables: &LexicalTables, vocabulary: &mut Vocabulary) -> RawDocument {
        let mut document = RawDocument { tokens: Vec::new(), first_starts_sentence: true };
        // Byte and character where the current run starts.
        let (mut run, mut run_begin) = (0, 0);
        let mut in_space = None;
        for (place, (at, character)) in text.char_indices().enumerate() {
            let space = tables.is_space(character);
            if in_space.is_some_and(|before| before != space) {
                self.push_run(&text[run..at], run_begin, tables, vocabulary, &mut document.tokens);
                (run, run_begin) = (at, place);
                if character == ' ' {
                    (run, run_begin) = (at + 1, place + 1);
                    if let Some(last) = document.tokens.last_mut() {
                        last.space_after = true;
                    }
                }
            }
            in_space = Some(space);
        }
        self.push_run(&text[run..], run_begin, tables, vocabulary, &mut document.tokens);
        vocabulary.special_cases.restore_hidden(&vocabulary.lexicon, &mut document);
        document
    }

    /// The tokens of a run, which is long beyond all measure in what is no prose: then of its pieces, one after another.
    fn push_run(
        &self,
        run: &str,
        mut begin: usize,
        tables: &LexicalTables,
        vocabulary: &mut Vocabulary,
        tokens: &mut Vec<RawToken>,
    ) {
        let mut rest = run;
        while let Some((end, _)) = rest.char_indices().nth(LONGEST_RUN) {
            let (piece, later) = rest.split_at(end);
            self.push_piece(piece, begin, tables, vocabulary, tokens);
            begin += LONGEST_RUN;
            rest = later;
        }
        self.push_piece(rest, begin, tables, vocabulary, tokens);
    }

    fn push_piece(
        &self,
        run: &str,
        begin: usize,
        tables: &LexicalTables,
        vocabulary: &mut Vocabulary,
        tokens: &mut Vec<RawToken>,
    ) {
        if !run.is_empty() && !vocabulary.runs.contains_key(run) {
            let words = self.split_run(run, tables, vocabulary);
            vocabulary.runs.insert(run.into(), words.into());
        }
        let mut begin = begin as u32;
        for &word in vocabulary.runs.get(run).into_iter().flatten() {
            tokens.push(RawToken { word, begin, space_after: false });
            begin += vocabulary.lexicon.word(word).length;
        }
    }

    fn split_run(&self, run: &str, tables: &LexicalTables, vocabulary: &mut Vocabulary) -> Vec<WordId> {
        let run = Run::new(run);
        let mut search = Search { expressions: &self.expressions, memory: Memory::default() };
        let core = self.strip_affixes(&run, &mut search, &vocabulary.special_cases);
        let Vocabulary { lexicon, special_cases, .. } = vocabulary;
        let mut words = Vec::new();
        for &(begin, end) in &core.prefixes {
            words.push(lexicon.intern(run.slice(begin, end), tables));
        }
        if core.begin < core.end {
            let text = run.slice(core.begin, core.end);
            if let Some(special) = special_cases.get(text) {
                words.extend_from_slice(special);
            } else {
                for (begin, end) in search.cut_infixes(&run.characters[core.begin..core.end]) {
                    words.push(lexicon.intern(run.slice(core.begin + begin, core.begin + end), tables));
                }
            }
        }
        for &(begin, end) in core.suffixes.iter().rev() {
            words.push(lexicon.intern(run.slice(begin, end), tables));
        }
        words
    }

    fn strip_affixes(&self, run: &Run, search: &mut Search, special_cases: &SpecialCases) -> Core {
        let mut core = Core { begin: 0, end: run.characters.len(), ..Core::default() };
        let is_special =
            |begin: usize, end: usize| begin < end && special_cases.get(run.slice(begin, end)).is_some();
        let mut last_length = 0;
        while core.begin < core.end && core.end - core.begin != last_length {
            if is_special(core.begin, core.end) {
                break;
            }
            last_length = core.end - core.begin;
            let after_prefix = core.begin + search.prefix(&run.characters[core.begin..core.end]);
            if after_prefix > core.begin && is_special(after_prefix, core.end) {
                core.take_prefix(after_prefix);
                break;
            }
            let before_suffix = core.end - search.suffix(&run.characters[after_prefix..core.end]);
            if before_suffix < core.end && is_special(core.begin, before_suffix) {
                core.take_suffix(before_suffix);
                break;
            }
            if after_prefix > core.begin {
                core.take_prefix(after_prefix);
            }
            if before_suffix < core.end {
                core.take_suffix(before_suffix);
            }
        }
        core
    }
}

/// What is left of a run, and what was taken from its ends, outermost first; places in characters.
#[derive(Default)]
struct Core {
    begin: usize,
    end: usize,
    prefixes: Vec<(usize, usize)>,
    suffixes: Vec<(usize, usize)>,
}

impl Core {
    fn take_prefix(&mut self, end: usize) {
        self.prefixes.push((self.begin, end));
        self.begin = end;
    }

    fn take_suffix(&mut self, begin: usize) {
        self.suffixes.push((begin, self.end));
        self.end = begin;
    }
}

/// A run with its characters, so that places can be counted in characters.
struct Run<'a> {
    text: &'a str,
    characters: Vec<char>,
    /// Byte where each character starts, and the length.
    bytes: Vec<usize>,
}

impl<'a> Run<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, characters: text.chars().collect(), bytes }
    }

    fn slice(&self, begin: usize, end: usize) -> &'a str {
        &self.text[self.bytes[begin]..self.bytes[end]]
    }
}

struct Search<'a> {
    expressions: &'a Expressions,
    memory: Memory,
}

impl Search<'_> {
    /// Length of the prefix that stands at the beginning, 0 for none.
    fn prefix(&mut self, text: &[char]) -> usize {
        let found = self.expressions.prefix.search(text, 0, &self.expressions.classes, &mut self.memory);
        found.map_or(0, |(begin, end)| end - begin)
    }

    fn suffix(&mut self, text: &[char]) -> usize {
        let found = self.expressions.suffix.search(text, 0, &self.expressions.classes, &mut self.memory);
        found.map_or(0, |(begin, end)| end - begin)
    }

    /// The pieces between and at the infixes; a web address stays whole.
    fn cut_infixes(&mut self, text: &[char]) -> Vec<(usize, usize)> {
        let classes = &self.expressions.classes;
        if self.expressions.url.search(text, 0, classes, &mut self.memory).is_some() {
            return vec![(0, text.len())];
        }
        let mut pieces = Vec::new();
        let (mut begin, mut from) = (0, 0);
        while let Some((infix, end)) = self.expressions.infix.search(text, from, classes, &mut self.memory) {
            from = end.max(from + 1);
            if infix == 0 {
                continue;
            }
            if infix > begin {
                pieces.push((begin, infix));
            }
            pieces.push((infix, end));
            begin = end;
        }
        if begin < text.len() {
            pieces.push((begin, text.len()));
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::built_in;

    fn words(text: &str) -> Vec<String> {
        let weights = built_in::weights();
        let tables = LexicalTables::load(&weights);
        let mut vocabulary = Vocabulary::load(&weights, &tables);
        let document = Tokenizer::load(&weights).tokenize(text, &tables, &mut vocabulary);
        document.tokens.iter().map(|token| vocabulary.lexicon.word(token.word).text.to_string()).collect()
    }

    #[test]
    fn affixes_and_special_cases_are_split_off() {
        assert_eq!(words("(\"Don't!\")"), ["(", "\"", "Do", "n't", "!", "\"", ")"]);
        assert_eq!(words("£4.5bn U.K. a.m."), ["£", "4.5bn", "U.K.", "a.m."]);
        assert_eq!(
            words("the officer’s well-known e-mail"),
            ["the", "officer", "’s", "well", "-", "known", "e", "-", "mail"]
        );
    }

    #[test]
    fn addresses_stay_whole() {
        assert_eq!(words("See https://example.org/a-b?c=d."), ["See", "https://example.org/a-b?c=d", "."]);
        assert_eq!(words("desk@example.org,"), ["desk@example.org", ","]);
    }

    #[test]
    fn a_single_space_is_no_token_and_more_are() {
        assert_eq!(words(" one  two\n\nthree "), [" ", "one", " ", "two", "\n\n", "three"]);
        assert_eq!(words(""), Vec::<String>::new());
    }

    #[test]
    fn a_run_beyond_all_measure_is_split_piece_by_piece() {
        let text = "é".repeat(2500);
        assert_eq!(words(&text), [&text[..2000], &text[..2000], &text[..1000]]);
    }

    #[test]
    fn offsets_count_characters() {
        let weights = built_in::weights();
        let tables = LexicalTables::load(&weights);
        let mut vocabulary = Vocabulary::load(&weights, &tables);
        let document = Tokenizer::load(&weights).tokenize("“Café” — 😀 ok", &tables, &mut vocabulary);
        let begins: Vec<_> = document.tokens.iter().map(|token| token.begin).collect();
        assert_eq!(begins, [0, 1, 5, 7, 9, 11]);
    }
}
