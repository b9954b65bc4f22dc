//! What the scorer is trained on: every sentence with its words, the words that can be arguments, their features, and what
//! the patterns say of each pair. The labels come from elsewhere; the training script joins the two by offsets.

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::document::Document;
use crate::extract::ExtractedStatement;
use crate::grammar::{ParsedSentence, SentenceId};
use crate::mentions::{Mentions, OntologyIndex, find_mentions};
use crate::ontology::{Example, RelationId, Role};
use crate::pipeline::Pipeline;
use crate::read::Article;
use crate::relations::Features;
use crate::scorer::{PatternMatch, Question};

use super::diagnosis::{article_of, read_alone};

/// A line of JSON for each sentence of the articles, in order.
pub fn article_rows(pipeline: &Pipeline, articles: &[Article]) -> Vec<Value> {
    let lexicon = pipeline.lexicon();
    let rows = articles.par_iter().flat_map_iter(|article| {
        let document = pipeline.read(article, &lexicon);
        let bare =
            Document::new(article, |_| document.sentences.clone()).with_mentions(document.mentions.clone());
        let rows: Vec<Value> = (0..document.sentences.len())
            .map(|index| {
                let id = SentenceId(index);
                let here = document.extraction.statements.iter().filter(|found| found.sentence == id);
                let matches = here.map(as_match).collect();
                let mut row = row(pipeline, &lexicon, &bare, id, matches);
                row["document"] = json!(article.url.as_deref().unwrap_or(&article.path));
                row
            })
            .collect();
        rows
    });
    rows.collect()
}

/// A line for each example of the ontology, with what other examples find in it, and with its label.
pub fn example_rows(pipeline: &Pipeline) -> Vec<Value> {
    let lexicon = pipeline.lexicon();
    let ontology = pipeline.ontology();
    let cues = crate::attribution::Cues::new(ontology);
    let all: Vec<(RelationId, usize, bool, &Example)> = ontology
        .relation_ids()
        .flat_map(|relation| {
            let taught = ontology.relation(relation);
            let wanted = taught.examples.iter().enumerate().map(move |(i, e)| (relation, i, true, e));
            wanted.chain(taught.counterexamples.iter().enumerate().map(move |(i, e)| (relation, i, false, e)))
        })
        .collect();
    let rows = all.par_iter().flat_map_iter(|&(relation, index, wanted, example)| {
        let sentences = pipeline.engine().analyse(&[&example.text]).remove(0);
        let article = article_of(&example.text);
        let found = read_alone(&example.text, &sentences, &lexicon, pipeline.extractor(), &cues);
        let mentions = find_mentions(&sentences, &lexicon);
        let document = Document::new(&article, |_| sentences.clone()).with_mentions(mentions);
        let own = |found: &&ExtractedStatement| {
            wanted
                && found.relation == relation
                && found.example == Some(index)
                && found
                    .pattern
                    .is_some_and(|pattern| pipeline.extractor().patterns()[pattern].also.is_empty())
        };
        let rows: Vec<Value> = (0..sentences.len())
            .map(|at| {
                let id = SentenceId(at);
                let here = found.iter().filter(|found| found.sentence == id && !own(found));
                let mut row = row(pipeline, &lexicon, &document, id, here.map(as_match).collect());
                let span = |role: Role| {
                    let span = example.spans.iter().find(|span| span.role == role);
                    span.map(|span| json!([span.begin, span.end]))
                };
                row["example"] = json!({
                    "relation": ontology.relation(relation).name, "wanted": wanted,
                    "subject": span(Role::Subject), "object": span(Role::Object),
                });
                row
            })
            .collect();
        rows
    });
    rows.collect()
}

fn as_match(found: &ExtractedStatement) -> PatternMatch {
    PatternMatch { relation: found.relation, subject: found.subject, object: found.object }
}

fn row(
    pipeline: &Pipeline,
    lexicon: &OntologyIndex<'_>,
    document: &Document<'_, Mentions>,
    id: SentenceId,
    matches: Vec<PatternMatch>,
) -> Value {
    let ontology = lexicon.ontology;
    let sentence = document.sentence(id);
    let parsed = ParsedSentence::new(sentence);
    let question = Question::new(document, id, &parsed, lexicon, pipeline.extractor(), &matches);
    let hashes = |features: &Features| -> Vec<String> {
        features.hashes.iter().map(|hash| format!("{hash:x}")).collect()
    };
    let argument = |(place, &token): (usize, &usize)| {
        let mention = document.mentions.headed_by(id.token(token)).map(|id| &document.mentions[id]);
        let unfit = |role: usize| -> Vec<usize> {
            let unfit = question.unfit[place].iter().enumerate().filter(|(_, unfit)| unfit[role]);
            unfit.map(|(relation, _)| relation).collect()
        };
        json!({
            "token": token,
            "span": mention.map(|mention| [mention.span.first, mention.span.end]),
            "features": hashes(&question.argument_features[place]),
            "no_subject": unfit(0), "no_object": unfit(1),
        })
    };
    let given: Vec<Value> = question.arguments.iter().enumerate().map(argument).collect();
    let found = question.matches.iter();
    let found: Vec<Value> =
        found.map(|found| json!([found.relation.0, found.subject, found.object])).collect();
    let sides = question.sides();
    let pairs = (0..sides * sides).filter(|pair| pair / sides != pair % sides).map(|pair| {
        let bits = question.evidence(pair).iter().enumerate().filter(|(_, bits)| **bits != 0);
        let bits: Vec<[usize; 2]> = bits.map(|(relation, &bits)| [relation, bits.into()]).collect();
        json!([pair / sides, pair % sides, hashes(&question.pair_features[pair]), bits])
    });
    let tokens = || sentence.tokens.iter();
    json!({
        "words": question.words,
        "begins": tokens().map(|token| token.begin).collect::<Vec<_>>(),
        "ends": tokens().map(|token| token.end).collect::<Vec<_>>(),
        "heads": tokens().map(|token| token.head).collect::<Vec<_>>(),
        "arguments": given, "matches": found, "pairs": pairs.collect::<Vec<_>>(),
        "relations": ontology.relations.iter().map(|relation| &relation.name).collect::<Vec<_>>(),
    })
}
