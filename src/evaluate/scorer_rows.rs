//! What the scorer is trained on: every sentence with its words, the words that can be arguments, their features, and what
//! the patterns say of each pair. The labels come from elsewhere; the training script joins the two by offsets.

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::document::Document;
use crate::extract::ExtractedStatement;
use crate::grammar::{ParsedSentence, SentenceId};
use crate::mentions::{Mentions, OntologyIndex, class_of, find_mentions};
use crate::ontology::{Example, RelationId, Role};
use crate::pipeline::Pipeline;
use crate::read::Article;
use crate::relations::{
    Evidence, Features, PatternMatch, argument_features, arguments, pair_features, role_fits,
};

use super::diagnosis::{article_of, read_alone};

/// A line of JSON for each sentence of the articles, in order.
pub fn article_rows(pipeline: &Pipeline, articles: &[Article]) -> Vec<Value> {
    let lexicon = pipeline.lexicon();
    let rows = articles.par_iter().flat_map_iter(|article| {
        let document = pipeline.read(article, &lexicon);
        let rows: Vec<Value> = (0..document.sentences.len())
            .map(|index| {
                let id = SentenceId(index);
                let here = document.extraction.statements.iter().filter(|found| found.sentence == id);
                let matches = here.map(as_match).collect();
                let bare = Document::new(article, |_| document.sentences.clone())
                    .with_mentions(document.mentions.clone());
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
    let tokens: Vec<usize> = arguments(&parsed, id, &document.mentions);
    let class = |token: usize| class_of(document, lexicon, id.token(token));
    let hashes = |features: Features| -> Vec<String> {
        features.hashes.iter().map(|hash| format!("{hash:x}")).collect()
    };
    let argument = |&token: &usize| {
        let mention = document.mentions.headed_by(id.token(token)).map(|id| &document.mentions[id]);
        let class = class(token);
        let name = class.map(|class| ontology.class(class).name.as_str());
        let unfit = |role: Role| -> Vec<usize> {
            let relations = ontology.relation_ids();
            let unfit = relations.filter(|&relation| {
                !role_fits(
                    lexicon,
                    ontology.relation(relation),
                    &role,
                    class,
                    sentence_token(sentence, token),
                )
            });
            unfit.map(|relation| relation.0).collect()
        };
        json!({
            "token": token,
            "span": mention.map(|mention| [mention.span.first, mention.span.end]),
            "features": hashes(argument_features(&parsed, token, mention, name)),
            "no_subject": unfit(Role::Subject), "no_object": unfit(Role::Object),
        })
    };
    let given: Vec<Value> = tokens.iter().map(argument).collect();
    let raw: Vec<Value> =
        matches.iter().map(|found| json!([found.relation.0, found.subject, found.object])).collect();
    let evidence = Evidence::new(&parsed, pipeline.extractor(), matches);
    let sides: Vec<Option<usize>> = std::iter::once(None).chain(tokens.iter().copied().map(Some)).collect();
    let mut pairs = Vec::new();
    for (a, &subject) in sides.iter().enumerate() {
        for (b, &object) in sides.iter().enumerate() {
            if a == b {
                continue;
            }
            let bits: Vec<[usize; 2]> = evidence
                .of(&parsed, (subject, object))
                .into_iter()
                .map(|(relation, bits)| [relation.0, bits as usize])
                .collect();
            pairs.push(json!([a, b, hashes(pair_features(&parsed, subject, object)), bits]));
        }
    }
    json!({
        "words": sentence.tokens.iter().map(|token| &*token.text).collect::<Vec<_>>(),
        "begins": sentence.tokens.iter().map(|token| token.begin).collect::<Vec<_>>(),
        "ends": sentence.tokens.iter().map(|token| token.end).collect::<Vec<_>>(),
        "heads": sentence.tokens.iter().map(|token| token.head).collect::<Vec<_>>(),
        "arguments": given, "matches": raw, "pairs": pairs,
        "relations": ontology.relations.iter().map(|relation| &relation.name).collect::<Vec<_>>(),
    })
}

fn sentence_token(sentence: &crate::language::Sentence, token: usize) -> &crate::language::Token {
    &sentence.tokens[token]
}
