//! What spoke for and against a statement of an article, in the words of its sentence.

use crate::document::Document;
use crate::grammar::{ParsedSentence, TokenSpan};
use crate::language::Sentence;
use crate::mentions::{Mention, MentionKind, Mentions, OntologyIndex};
use crate::relations::Extractor;
use crate::scorer::{PatternMatch, Question, Reasons};

use super::scoring::{Scoring, pattern_match};
use super::statement::ExtractedStatement;
use super::wordless::sound_matches;

/// What the scorer says if it is asked again without one part after the other; nothing of what it does not know.
pub fn reasons(
    scoring: &Scoring,
    document: &Document<'_, Mentions>,
    statement: &ExtractedStatement,
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
) -> Reasons {
    let id = statement.sentence;
    let sentence = document.sentence(id);
    let matches = sound_matches(document, id, &ParsedSentence::new(sentence), lexicon, extractor);
    let matches: Vec<PatternMatch> = matches.iter().map(pattern_match).collect();
    let question = |hidden: Option<TokenSpan>| {
        let parsed = ParsedSentence::new(sentence);
        let parsed = match hidden {
            Some(words) => parsed.hiding(words),
            None => parsed,
        };
        Question::new(document, id, &parsed, lexicon, extractor, &matches)
    };
    let mention = |token: usize| {
        let mention = document.mentions.standing_at(id.token(token));
        mention.map(|mention| &document.mentions[mention])
    };
    let head = |token: usize| mention(token).map_or(token, |mention| mention.head);
    let asked = PatternMatch {
        relation: statement.relation,
        subject: statement.subject.map(head),
        object: statement.object.map(head),
    };
    // "The arrested man" is no whole where the arrest is what is told.
    let phrase = |token: usize| {
        let whole = mention(token).map(|mention| mention.span);
        whole.filter(|span| !span.contains(statement.trigger)).unwrap_or(TokenSpan::of_token(token))
    };
    let arguments = [statement.subject, statement.object].into_iter().flatten().map(phrase);
    let is_name = |mention: &Mention| mention.sentence == id && mention.kind == MentionKind::Name;
    let names = document.mentions.iter().map(|(_, mention)| mention).filter(|mention| is_name(mention));
    let wholes: Vec<TokenSpan> = arguments.chain(names.map(|mention| mention.span)).collect();
    Reasons::of(&scoring.scorer.weights(&scoring.relations, asked, &parts(sentence, &wholes), &question))
}

/// The words of a sentence, each by itself, but those of a whole together, of which the first counts; marks are none.
fn parts(sentence: &Sentence, wholes: &[TokenSpan]) -> Vec<TokenSpan> {
    let is_word = |&token: &usize| sentence.tokens[token].text.contains(char::is_alphanumeric);
    let of_word = |token: usize| {
        let whole = wholes.iter().find(|whole| whole.contains(token));
        whole.copied().unwrap_or(TokenSpan::of_token(token))
    };
    let mut parts: Vec<TokenSpan> = (0..sentence.tokens.len()).filter(is_word).map(of_word).collect();
    // A whole may stand in the midst of another.
    parts.sort_unstable();
    parts.dedup();
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribution::Cues;
    use crate::extract::extract;
    use crate::read::Article;
    use crate::sample_language::{engine, mentions};
    use crate::scorer::Ground;
    use crate::taught::built_in;

    /// What spoke for and against the first statement of a relation.
    fn told(text: &str, relation: &str) -> [Vec<String>; 2] {
        let taught = built_in(engine()).expect("the built-in ontology");
        let lexicon = OntologyIndex::new(&taught.ontology);
        let scoring = Scoring::new(&taught.ontology).expect("the scorer knows the built-in ontology");
        let (sentences, mentions) = mentions(text);
        let article = Article { text: text.to_owned(), ..Article::default() };
        let document = Document::new(&article, |_| sentences).with_mentions(mentions);
        let cues = Cues::new(&taught.ontology);
        let found = extract(&document, &lexicon, &taught.extractor, &cues, Some(&scoring)).statements;
        let is_wanted = |one: &&ExtractedStatement| taught.ontology.relation(one.relation).name == relation;
        let statement = found.iter().find(is_wanted).unwrap_or_else(|| panic!("no {relation}: {text}"));
        let Reasons { supporting, opposing } =
            reasons(&scoring, &document, statement, &lexicon, &taught.extractor);
        let name = |ground: &Ground| match ground {
            Ground::Words(span) => span.text(&document.sentences[0]),
            other => format!("{other:?}"),
        };
        [supporting, opposing].map(|grounds| grounds.iter().map(name).collect())
    }

    #[test]
    fn a_plain_statement_stands_on_its_pattern_and_its_verb() {
        let [supporting, _] = told("Police arrested Ana Moreno.", "arrested_for");
        let word = |word: &String| word != "Patterns";
        assert!(supporting.contains(&"Patterns".to_owned()), "{supporting:?}");
        assert_eq!(supporting.iter().find(|ground| word(ground)).map(String::as_str), Some("arrested"));
    }
    #[test]
    fn a_proposal_stands_on_words_alone() {
        let [supporting, _] = told("Rita Lund was given the post of fisheries minister.", "holds_office");
        assert!(supporting.contains(&"Rita Lund".to_owned()), "{supporting:?}");
        assert!(!supporting.contains(&"Patterns".to_owned()), "{supporting:?}");
    }

    #[test]
    fn names_are_left_out_as_a_whole_and_marks_not_at_all() {
        let (sentences, mentions) = mentions("Ana Moreno met the mayor, Karl Stone, in Hull.");
        let names = mentions.iter().filter(|(_, mention)| mention.kind == MentionKind::Name);
        let names: Vec<TokenSpan> = names.map(|(_, mention)| mention.span).collect();
        let parts = parts(&sentences[0], &names);
        let words: Vec<String> = parts.iter().map(|span| span.text(&sentences[0])).collect();
        assert_eq!(words, ["Ana Moreno", "met", "the", "mayor", "Karl Stone", "in", "Hull"]);
    }
}
