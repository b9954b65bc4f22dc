//! The marked arguments of an example, found again in its parsed sentence.

use crate::grammar::{Category, TokenSpan};
use crate::language::{CoarseTag, Dependency, Sentence};
use crate::mentions::OntologyIndex;
use crate::ontology::{Example, Relation, Role};

use super::fit::is_measure;
use super::learning_error::LearningError;

/// A marked span of an example, as tokens.
#[derive(Debug, Clone)]
pub struct Argument {
    pub role: Role,
    pub head: usize,
    pub span: TokenSpan,
}

/// Finds the sentence that holds the marked spans, and their heads.
///
/// # Errors
/// When nothing is marked, or the marks stand in different sentences.
pub fn locate<'a>(
    example: &Example,
    sentences: &'a [Sentence],
) -> Result<(&'a Sentence, Vec<Argument>), LearningError> {
    let sentence = sentences
        .iter()
        .find(|sentence| {
            example
                .spans
                .first()
                .is_some_and(|span| sentence.begin() <= span.begin && span.begin < sentence.end())
        })
        .ok_or(LearningError::NoArgument)?;
    let mut arguments = Vec::new();
    for span in &example.spans {
        let inside = |index: &usize| {
            let token = &sentence.tokens[*index];
            token.begin >= span.begin && token.end <= span.end && token.pos != CoarseTag::Punct
        };
        let tokens: Vec<usize> = (0..sentence.tokens.len()).filter(inside).collect();
        let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else {
            return Err(LearningError::SeveralSentences);
        };
        let tokens = TokenSpan::new(first, last + 1);
        let (head, tokens) = counted_by(sentence, span_head(sentence, tokens), tokens);
        arguments.push(Argument { role: span.role.clone(), head, span: tokens });
    }
    if arguments.iter().any(|argument| matches!(argument.role, Role::Subject | Role::Object)) {
        Ok((sentence, arguments))
    } else {
        Err(LearningError::NoArgument)
    }
}

/// What a marked number counts belongs to it (`enrolled [object: 320] patients`).
fn counted_by(sentence: &Sentence, head: usize, span: TokenSpan) -> (usize, TokenSpan) {
    let token = &sentence.tokens[head];
    match token.head {
        noun if token.dep == Dependency::Nummod && noun >= span.end => {
            (noun, TokenSpan::new(span.first, noun + 1))
        }
        _ => (head, span),
    }
}

/// The token of a span that depends on something outside it; the last one where the parse splits the span.
fn span_head(sentence: &Sentence, span: TokenSpan) -> usize {
    let heads = span.heads(sentence);
    let is_noun = |&index: &usize| Category::of(&sentence.tokens[index]) == Category::Noun;
    heads.clone().rfind(is_noun).or(heads.last()).unwrap_or(span.first)
}

/// An argument whose own class is known not to fit the relation, or not known at all where the relation wants a
/// class that the engine can recognise, stands in the example as part of an idiom ("downed their weapons").
pub fn is_idiomatic(
    lexicon: &OntologyIndex<'_>,
    relation: &Relation,
    sentence: &Sentence,
    argument: &Argument,
) -> bool {
    let ontology = lexicon.ontology;
    let wanted = relation.classes_of(&argument.role).unwrap_or_default();
    if is_measure(lexicon, wanted, &sentence.tokens[argument.head]) {
        return false;
    }
    if sentence.tokens[argument.head].pos != CoarseTag::Noun || wanted.is_empty() {
        return false;
    }
    // Classes with nouns of their own, but no names, are recognised by the noun alone.
    let recognisable =
        wanted.iter().all(|&class| !ontology.class(class).nouns.is_empty() && !lexicon.has_names(class));
    let known = lexicon.noun_class(sentence, argument.span.first.min(argument.head), argument.head);
    recognisable
        && !known
            .is_some_and(|(class, _)| ontology.is_any(class, wanted) || ontology.includes_any(class, wanted))
}
