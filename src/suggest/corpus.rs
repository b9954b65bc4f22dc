//! The sentences of a corpus with what mining needs to know of them: trees, classes of words, who is meant, what is found already.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::coreference::{Chain, ChainKind};
use crate::grammar::{ParsedSentence, lemma_of, noun_phrase, surface};
use crate::language::{CoarseTag, Sentence};
use crate::mentions::{OntologyIndex, class_of, name_key};
use crate::ontology::{ClassId, RelationId, Role};
use crate::pipeline::Pipeline;
use crate::read::Article;
use crate::relations::Match;
use crate::resolve::ReadDocument;

/// A sentence of more words is a list gone wrong or no prose.
const LONGEST: usize = 80;

/// All sentences of the articles, in the order of the articles' paths.
pub struct Corpus {
    pub(super) sentences: Vec<CorpusSentence>,
}

/// A sentence with what is known of its words.
pub struct CorpusSentence {
    /// The path of its article.
    pub article: Arc<str>,
    pub sentence: Sentence,
    /// Of each token, its class as an argument.
    pub classes: Vec<Option<ClassId>>,
    /// Of each token that stands for somebody or something with a name, or for a thing that its noun tells, what it is known by.
    pub keys: Vec<Option<Arc<str>>>,
    /// What the ontology's patterns find.
    pub found: Vec<Match>,
}

/// Two that stand in a relation, by what they are known by.
pub type KnownPair = (RelationId, Arc<str>, Arc<str>);

impl Corpus {
    /// Reads the articles. Their order changes nothing.
    pub fn read(mut articles: Vec<Article>, pipeline: &Pipeline, done: &(dyn Fn(&Article) + Sync)) -> Self {
        articles.sort_by(|a, b| (&a.path, &a.text).cmp(&(&b.path, &b.text)));
        let lexicon = pipeline.lexicon();
        let read = |article: &Article| {
            let sentences = sentences(&pipeline.read(article, &lexicon), pipeline, &lexicon);
            done(article);
            sentences
        };
        let read: Vec<Vec<CorpusSentence>> = articles.par_iter().map(read).collect();
        Self { sentences: read.into_iter().flatten().collect() }
    }

    /// Pairs that the patterns find, by what they are known by.
    pub(super) fn known_pairs(&self) -> BTreeSet<KnownPair> {
        let of = |sentence: &CorpusSentence| -> Vec<KnownPair> {
            let key = |found: &Match, role| sentence.keys[found.binding.filler(role)?].clone();
            let pair = |found: &Match| {
                Some((found.relation, key(found, &Role::Subject)?, key(found, &Role::Object)?))
            };
            sentence.found.iter().filter_map(pair).collect()
        };
        self.sentences.iter().flat_map(of).collect()
    }
}

impl CorpusSentence {
    /// The sentence with these phrases in the brackets of examples; a phrase inside another stays unmarked.
    pub fn marked(&self, subject: Option<usize>, object: Option<usize>) -> String {
        let marked = [("subject", subject), ("object", object)].into_iter();
        let span =
            |(role, head): (&'static str, Option<usize>)| Some((noun_phrase(&self.sentence, head?), role));
        let mut spans: Vec<_> = marked.filter_map(span).collect();
        spans.sort_by_key(|(span, _)| span.first);
        let tokens = &self.sentence.tokens;
        let mut text = String::new();
        let mut place = 0;
        let mut add = |piece: &str, first: usize| {
            if first > 0 && tokens[first - 1].end < tokens[first].begin {
                text.push(' ');
            }
            text.push_str(piece);
        };
        for (span, role) in spans.into_iter().filter(|(span, _)| span.end <= tokens.len()) {
            if span.first < place {
                continue;
            }
            if place < span.first {
                add(&surface(&self.sentence, place, span.first), place);
            }
            add(&format!("[{role}: {}]", span.text(&self.sentence)), span.first);
            place = span.end;
        }
        if place < tokens.len() {
            add(&surface(&self.sentence, place, tokens.len()), place);
        }
        text
    }
}

fn sentences(
    document: &ReadDocument<'_>,
    pipeline: &Pipeline,
    lexicon: &OntologyIndex<'_>,
) -> Vec<CorpusSentence> {
    let path: Arc<str> = document.article.path.as_str().into();
    let plain = crate::document::Document::new(document.article, |_| document.sentences.clone())
        .with_mentions(document.mentions.clone());
    let chains: Vec<&Chain> = document.chains.iter().map(|(_, chain)| chain).collect();
    let read = |(index, sentence): (usize, &Sentence)| {
        let id = crate::grammar::SentenceId(index);
        let tokens = 0..sentence.tokens.len();
        let class = |token: usize| class_of(&plain, lexicon, id.token(token));
        let classes: Vec<Option<ClassId>> = tokens.clone().map(class).collect();
        let key = |token: usize| -> Option<Arc<str>> {
            let mention = document.mentions.standing_at(id.token(token))?;
            let chain = chains[document.chains.of_bearer(mention, true).0];
            let is_noun = sentence.tokens[token].pos == CoarseTag::Noun;
            match chain.kind {
                ChainKind::Named => Some(name_key(&chain.label, lexicon).into()),
                // Of an offence or a post the noun tells which.
                _ => classes[token]
                    .filter(|&class| is_noun && lexicon.is_concept(class))
                    .map(|_| lemma_of(&sentence.tokens[token]).into()),
            }
        };
        let keys = tokens.map(key).collect();
        let found = pipeline.extractor().find(lexicon, &ParsedSentence::new(sentence), &class);
        CorpusSentence { article: Arc::clone(&path), sentence: sentence.clone(), classes, keys, found }
    };
    let short = |(_, sentence): &(usize, &Sentence)| sentence.tokens.len() <= LONGEST;
    document.sentences.iter().enumerate().filter(short).map(read).collect()
}
