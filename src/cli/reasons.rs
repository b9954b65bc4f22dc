//! What spoke for and against a statement, for `newsgraph explain`: the sentence is read again, and where the same is read in
//! it, the scorer is asked what that hangs on.

use crate::document::Document;
use crate::evaluate::{article_of, nearest_example};
use crate::extract::ExtractedStatement;
use crate::language::Sentence;
use crate::mentions::OntologyIndex;
use crate::pipeline::Pipeline;
use crate::resolve::ReadDocument;
use crate::scorer::{Ground, Reasons};
use crate::story::{Argument, Statement};

/// A label and what stands beside it.
pub type Line = (&'static str, String);

/// The lines on a statement of a built graph. None where its sentence is read otherwise today, as with another ontology.
pub fn of_stored(statement: &Statement, pipeline: &Pipeline) -> Vec<Line> {
    let lexicon = pipeline.lexicon();
    let article = article_of(&statement.sentence.text);
    let document = pipeline.read(&article, &lexicon);
    lines(statement, statement.sentence.begin, &document, pipeline, &lexicon)
}

/// The lines on a statement that was read in a document; the story has the document's text begin at the character `begin`.
pub fn lines(
    statement: &Statement,
    begin: usize,
    document: &ReadDocument<'_>,
    pipeline: &Pipeline,
    lexicon: &OntologyIndex<'_>,
) -> Vec<Line> {
    let is_same = |found: &&ExtractedStatement| is_same(found, statement, begin, document, lexicon);
    let Some(found) = document.extraction.statements.iter().find(is_same) else { return Vec::new() };
    let sentences = |_: &[char]| document.sentences.clone();
    let bare = Document::new(document.article, sentences).with_mentions(document.mentions.clone());
    let Reasons { supporting, opposing } = pipeline.reasons(&bare, found, lexicon);
    let sentence = document.sentence(found.sentence);
    let told = |grounds: &[Ground]| -> String {
        let is_matched = statement.example.is_some();
        grounds.iter().map(|ground| told(*ground, sentence, is_matched)).collect::<Vec<_>>().join(", ")
    };
    let mut lines = vec![("for", told(&supporting)), ("against", told(&opposing))];
    if statement.example.is_none() {
        let nearest = nearest_example(&bare, found, lexicon, pipeline.extractor());
        lines.extend(nearest.map(|example| ("nearest", example.to_owned())));
    }
    lines.retain(|(_, content)| !content.is_empty());
    lines
}

/// Whether this reading is the one that the statement was made of.
fn is_same(
    found: &ExtractedStatement,
    statement: &Statement,
    begin: usize,
    document: &ReadDocument<'_>,
    lexicon: &OntologyIndex<'_>,
) -> bool {
    let tokens = &document.sentence(found.sentence).tokens;
    let stands = |token: Option<usize>, mention: Option<&str>| match (token, mention) {
        // A side that the sentence leaves unsaid the story may have filled in.
        (None, _) => true,
        (Some(token), Some(mention)) => mention.contains(&*tokens[token].text),
        (Some(_), None) => false,
    };
    let [subject, object] = [
        statement.subject.as_ref().map(|subject| subject.mention.as_str()),
        statement.object.as_ref().map(Argument::mention),
    ];
    lexicon.ontology.relation(found.relation).iri == *statement.relation_iri
        && Some(tokens[found.trigger].begin) == statement.trigger.begin.checked_sub(begin)
        && stands(found.subject, subject)
        && stands(found.object, object)
}

fn told(ground: Ground, sentence: &Sentence, is_matched: bool) -> String {
    match ground {
        Ground::Patterns if is_matched => "the pattern".to_owned(),
        // No example matched, but what it hangs on is a word that examples teach, or what they say of its neighbours.
        Ground::Patterns => "the words of examples".to_owned(),
        Ground::SubjectClass => "the class of the subject".to_owned(),
        Ground::ObjectClass => "the class of the object".to_owned(),
        Ground::Words(span) => format!("“{}”", span.text(sentence)),
    }
}
