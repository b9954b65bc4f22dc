//! A line read once more with what headlines leave out: `Senate backs bill` as `Senate will back bill`, `Coach fired after defeat` as
//! `Coach was fired after defeat`, `Mills, Tanaka sign pact` with an `and`; and a sentence with another given name for one that is
//! a word, too, or without an editor's brackets. In these words a parser that has learned from sentences knows the verb, and the tree is carried over to the words
//! that stand there.

use crate::language::{CoarseTag, Dependency, Engine, EntityTag, EntityType, FineTag, Sentence, Token};

/// A given name that is no word.
const PLAIN_NAME: &str = "Peter";

/// What stands in a line for something longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A verb in the present, by its base form and its tag.
    Present { base: String, tag: FineTag },
    /// A participle that lacks its auxiliary.
    Passive { plural: bool },
    /// A comma for `and`.
    Comma,
    /// A title that lacks its article: `sack [manager] Tom Berg`.
    Title,
    /// A given name that looks like another word (`Will`).
    GivenName,
    /// A verb with its `n't`, by what stands before that: `did`.
    Contraction { base: String },
    /// A mark that is not read: an editor's bracket.
    Bracket { opens: bool },
}

/// A line as it is to be read, with the words of the line that its words are.
#[derive(Debug)]
pub struct Rereading {
    pub text: String,
    changes: Vec<(usize, Change)>,
    /// What a headline tells.
    verb: Option<usize>,
    places: Vec<Option<usize>>,
    words: Vec<String>,
}

/// Reads once more the sentences for which `reading_of` tells how.
pub fn reread(
    sentences: &mut [Sentence],
    engine: &Engine,
    reading_of: impl Fn(&Sentence) -> Option<Rereading>,
) {
    let readings: Vec<(usize, Rereading)> = sentences
        .iter()
        .enumerate()
        .filter_map(|(place, sentence)| Some((place, reading_of(sentence)?)))
        .collect();
    let texts: Vec<&str> = readings.iter().map(|(_, reading)| reading.text.as_str()).collect();
    for ((place, reading), read) in readings.iter().zip(engine.analyse(&texts)) {
        if let Some(sentence) = reading.carried_over(&sentences[*place], &read) {
            sentences[*place] = sentence;
        }
    }
}

impl Rereading {
    /// The line with these changes, of which `verb` should be the verb; without one, a whole sentence.
    pub fn new(sentence: &Sentence, verb: Option<usize>, changes: Vec<(usize, Change)>) -> Self {
        let mut reading = Self { text: String::new(), changes, verb, places: vec![], words: vec![] };
        for (index, token) in sentence.tokens.iter().enumerate() {
            let is_apart = reading.is_apart(sentence, index);
            match reading.change(index).cloned() {
                None => reading.push(&token.text, Some(index), is_apart),
                Some(Change::Comma) => reading.push("and", Some(index), true),
                Some(Change::Present { base, .. }) => {
                    reading.push("will", None, true);
                    reading.push(&base, Some(index), true);
                }
                Some(Change::Title) => {
                    reading.push("the", None, true);
                    reading.push(&token.text, Some(index), true);
                }
                Some(Change::Passive { plural }) => {
                    reading.push(if plural { "were" } else { "was" }, None, true);
                    reading.push(&token.text.to_lowercase(), Some(index), true);
                }
                Some(Change::GivenName) => reading.push(PLAIN_NAME, Some(index), is_apart),
                Some(Change::Contraction { base }) => {
                    reading.push(&base, Some(index), is_apart);
                    reading.push("not", None, true);
                }
                Some(Change::Bracket { .. }) => {}
            }
        }
        if sentence.tokens.last().is_some_and(|last| last.pos != CoarseTag::Punct) {
            reading.push(".", None, true);
        }
        reading
    }

    /// Whether there is a space between a word and what is read before it.
    fn is_apart(&self, sentence: &Sentence, index: usize) -> bool {
        let unread = |place: &usize| matches!(self.change(*place), Some(Change::Bracket { .. }));
        let first = (0..index).rev().take_while(unread).last().unwrap_or(index);
        (first..=index)
            .any(|place| place > 0 && sentence.tokens[place - 1].end < sentence.tokens[place].begin)
    }

    fn change(&self, index: usize) -> Option<&Change> {
        self.changes.iter().find(|(place, _)| *place == index).map(|(_, change)| change)
    }

    fn push(&mut self, word: &str, place: Option<usize>, is_apart: bool) {
        if is_apart {
            self.text.push(' ');
        }
        self.text.push_str(word);
        self.words.push(word.to_owned());
        self.places.push(place);
    }

    /// The line with the tree of what was read; `None` where that came out otherwise than it was meant.
    pub fn carried_over(&self, sentence: &Sentence, read: &[Sentence]) -> Option<Sentence> {
        let [read] = read else { return None };
        let words = read.tokens.iter().map(|token| &*token.text);
        if !words.eq(self.words.iter().map(String::as_str)) || !self.is_as_meant(&read.tokens) {
            return None;
        }
        let mut tokens = sentence.tokens.clone();
        for (from, index) in
            self.places.iter().enumerate().filter_map(|(from, place)| Some((from, (*place)?)))
        {
            let (old, token) = (&mut tokens[index], &read.tokens[from]);
            (old.head, old.dep, old.entity) = (self.places[token.head]?, token.dep, token.entity);
            match self.change(index) {
                Some(Change::Comma) => {
                    (old.tag, old.pos, old.dep) = (FineTag::Comma, CoarseTag::Punct, Dependency::Punct);
                }
                Some(Change::Present { tag, .. }) => {
                    (old.tag, old.pos) = (*tag, CoarseTag::Verb);
                    old.lemma = token.lemma.clone();
                }
                Some(Change::GivenName) => {
                    (old.tag, old.pos) = (token.tag, token.pos);
                    old.lemma = old.text.clone();
                }
                Some(
                    Change::Passive { .. }
                    | Change::Title
                    | Change::Contraction { .. }
                    | Change::Bracket { .. },
                )
                | None => {
                    (old.tag, old.pos) = (token.tag, token.pos);
                    old.lemma = token.lemma.clone();
                }
            }
        }
        for (index, change) in &self.changes {
            if let Change::Bracket { opens } = change {
                let (head, tag) = match opens {
                    true => (index + 1, FineTag::LeftBracket),
                    false => (index - 1, FineTag::RightBracket),
                };
                let bracket = &mut tokens[*index];
                (bracket.head, bracket.dep) = (head, Dependency::Punct);
                (bracket.tag, bracket.pos, bracket.entity) = (tag, CoarseTag::Punct, EntityTag::Outside);
            }
        }
        Some(Sentence { tokens })
    }

    fn read_at(&self, index: usize) -> Option<usize> {
        self.places.iter().position(|place| *place == Some(index))
    }

    fn is_as_meant(&self, tokens: &[Token]) -> bool {
        let mut names = self.changes.iter().filter(|(_, change)| *change == Change::GivenName);
        let begins_name = |place: usize| {
            let token = &tokens[place];
            let is_person = token.entity == EntityTag::Begin(EntityType::Person);
            token.dep == Dependency::Compound && tokens[token.head].pos == CoarseTag::Propn && is_person
        };
        names.all(|(index, _)| self.read_at(*index).is_some_and(begins_name))
            && self.verb.is_none_or(|verb| self.tells(verb, tokens))
    }

    /// Whether the verb is what the line tells, and has a subject before it; whoever a comma joins is one of those.
    fn tells(&self, verb: usize, tokens: &[Token]) -> bool {
        let Some(verb) = self.read_at(verb) else { return false };
        let is_subject = |index: usize| {
            index < verb
                && tokens[index].head == verb
                && matches!(tokens[index].dep, Dependency::Nsubj | Dependency::NsubjPass)
        };
        let Some(subject) = (0..verb).find(|&index| is_subject(index)) else { return false };
        let joins = |comma: usize| {
            let joined = |index: usize| {
                tokens[index].dep == Dependency::Conj && tokens[index].head == subject && index < verb
            };
            subject < comma && (comma..verb).any(joined)
        };
        let mut commas = self.changes.iter().filter(|(_, change)| *change == Change::Comma);
        tokens[verb].head == verb && commas.all(|(comma, _)| self.read_at(*comma).is_some_and(joins))
    }
}
