//! `newsgraph explain --sentence`: what the ontology finds in a sentence, and what it nearly finds.

use std::fmt::Write as _;

use crate::evaluate::{Miss, article_of, near_misses, shared_example};
use crate::language::Sentence;
use crate::ontology::Ontology;
use crate::pipeline::Pipeline;
use crate::story::Statement;
use crate::tree_repair::mend_trees;

use super::reasons;
use super::wording::{marked, reserve_beside};
use crate::terminal::table::printable;

/// Most near misses that are shown.
const MOST: usize = 3;

/// What matches in the sentence, and what the nearest other patterns lack.
pub fn explain(sentence: &str, pipeline: &Pipeline) -> String {
    let lexicon = pipeline.lexicon();
    let article = article_of(sentence);
    let document = pipeline.read(&article, &lexicon);
    let story = pipeline.told(document.clone(), &lexicon);
    let mut text = String::new();
    for statement in &story.statements {
        found(&mut text, statement, pipeline.ontology());
        for (label, content) in reasons::lines(statement, 0, &document, pipeline, &lexicon) {
            let _ = writeln!(text, "  {label:<10}  {}", printable(&content));
        }
    }
    if story.statements.is_empty() {
        text.push_str("nothing matches\n");
    }
    let mut sentences = pipeline.engine().analyse(&[sentence]).remove(0);
    mend_trees(&mut sentences, &lexicon);
    // What is told already is not nearly told.
    let is_told = |miss: &Miss| story.statements.iter().any(|one| *one.relation == *miss.relation);
    let enough = MOST + story.statements.len();
    let mut misses = near_misses(sentence, &sentences, &lexicon, pipeline.extractor(), enough);
    misses.retain(|miss| !is_told(miss));
    misses.truncate(MOST);
    if misses.is_empty() && story.statements.is_empty() {
        nothing_near(&mut text, &sentences, pipeline.ontology());
    }
    for miss in &misses {
        near(&mut text, miss);
    }
    text
}

/// What to do where no pattern comes near: whether that is for want of the words, or for how they hang together.
fn nothing_near(text: &mut String, sentences: &[Sentence], ontology: &Ontology) {
    match shared_example(sentences, ontology) {
        Some((relation, example)) => {
            let _ = writeln!(
                text,
                "no example fits; nearest by its words is one of {}\n  example     {}\n  but         its words hang \
                 together in another way; write one that is built like the sentence as a skos:example",
                relation.name,
                printable(&example.marked)
            );
        }
        None => {
            text.push_str("no example turns on a word of it; write one with its words as a skos:example\n");
        }
    }
}

fn found(text: &mut String, statement: &Statement, ontology: &Ontology) {
    let (relation, reserve) = (&statement.relation, reserve_beside(statement, ontology));
    let _ = writeln!(text, "{relation}{reserve}\n  sentence    {}", printable(&marked(statement)));
    let _ = writeln!(text, "  confidence  {}", statement.confidence);
    if let Some(example) = &statement.example {
        let _ = writeln!(text, "  matched     {}", printable(example));
    }
}

fn near(text: &mut String, miss: &Miss) {
    let _ = writeln!(
        text,
        "nearly {}, at “{}”\n  example     {}",
        miss.relation,
        printable(&miss.word),
        printable(&miss.example)
    );
    for reason in &miss.reasons {
        let _ = writeln!(text, "  but         {}", printable(reason));
    }
}
