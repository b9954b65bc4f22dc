//! The whole pipeline: text → tokens → vectors → tags, tree, names → attributes and lemmas → sentences.
//!
//! The networks are spaCy's `en_core_web_sm` 3.8.0, and every stage does what spaCy's does, so that the results are
//! equal. Several texts go through each layer together; what depends on a word alone is remembered from text to
//! text, which changes no result.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::attribute_ruler::{AttributeRuler, Attributed};
use super::buffers::Buffers;
use super::built_in;
use super::labels::{CoarseTag, FineTag};
use super::lemmatizer::Lemmatizer;
use super::lexicon::{LexicalTables, WordId};
use super::ner::{EntityRecogniser, Limits};
use super::parser::Parser;
use super::raw::{RawDocument, RawToken};
use super::sentence::{EntityTag, Sentence, Token};
use super::sentence_split::split;
use super::tagger::Tagger;
use super::tok2vec::{EmbeddingCache, Tok2Vec};
use super::tokenizer::{Tokenizer, Vocabulary};
use super::tree::Tree;

/// Bytes of text that go through the layers together: enough for large products, little enough for the cache.
const BATCH: usize = 16 * 1024;
/// A memory with more words than this is thrown away, so that it cannot grow for ever.
const MOST_WORDS: usize = 14_000;

/// The English language engine. Load it once and share it between threads.
#[derive(Debug)]
pub struct Engine {
    lexical: LexicalTables,
    tokenizer: Tokenizer,
    tok2vec: Tok2Vec,
    tagger: Tagger,
    parser: Parser,
    entity_tok2vec: Tok2Vec,
    entity_recogniser: EntityRecogniser,
    attribute_ruler: AttributeRuler,
    lemmatizer: Lemmatizer,
    fresh: Memory,
    /// Memories that no thread uses at the moment.
    memories: Mutex<Vec<Memory>>,
}

/// A part of the pipeline, told when it is done so that it can be timed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Splitting texts into tokens.
    Tokens,
    /// The vectors that tagger and parser share.
    SharedVectors,
    /// The tagger's choice of a tag for every token.
    Tags,
    /// What each token adds to the parser's states.
    ParserShares,
    /// The entity recogniser's own vectors, and what they add to its states.
    EntityVectors,
    /// The parser's actions.
    Trees,
    /// The entity recogniser's actions.
    Entities,
    /// Attribute rules, lemmas, and putting sentences together.
    Rules,
}

/// What a thread remembers from text to text.
#[derive(Debug, Clone)]
struct Memory {
    vocabulary: Vocabulary,
    embeddings: EmbeddingCache,
    entity_embeddings: EmbeddingCache,
    /// Lemmas by word, part of speech and morphological features.
    lemmas: HashMap<(WordId, CoarseTag, &'static str), Arc<str>>,
    /// Lemmas that attribute rules set.
    fixed_lemmas: HashMap<&'static str, Arc<str>>,
    buffers: Buffers,
}

impl Engine {
    /// Loads the embedded model; nothing outside the binary is needed.
    pub fn load() -> Self {
        let weights = built_in::weights();
        let lexical = LexicalTables::load(&weights);
        let fresh = Memory {
            vocabulary: Vocabulary::load(&weights, &lexical),
            embeddings: EmbeddingCache::default(),
            entity_embeddings: EmbeddingCache::default(),
            lemmas: HashMap::new(),
            fixed_lemmas: HashMap::new(),
            buffers: Buffers::default(),
        };
        Self {
            lexical,
            tokenizer: Tokenizer::load(&weights),
            tok2vec: Tok2Vec::load(&weights, "tok2vec"),
            tagger: Tagger::load(&weights),
            parser: Parser::load(&weights),
            entity_tok2vec: Tok2Vec::load(&weights, "ner.tok2vec"),
            entity_recogniser: EntityRecogniser::load(&weights),
            attribute_ruler: AttributeRuler::load(&weights),
            lemmatizer: Lemmatizer::load(&weights),
            fresh,
            memories: Mutex::default(),
        }
    }

    /// Whether there is such a common word, or a word of which this is a form; `word` is in small letters.
    pub fn is_common_word(&self, word: &str) -> bool {
        self.lemmatizer.knows(word)
    }

    /// The base form of a word in small letters as this part of speech, if the dictionary has one.
    pub fn base_form(&self, word: &str, pos: CoarseTag) -> Option<String> {
        self.lemmatizer.base_form(word, pos, &self.lexical)
    }

    /// The sentences of each text, in order: one list a text, and an empty one for a text without a visible character.
    ///
    /// Offsets count Unicode characters of the text that a token comes from. The result of a text does not depend on
    /// the texts beside it; several together are quicker than one by one.
    ///
    /// ```
    /// use newsgraph::language::{Engine, EntityTag, EntityType};
    ///
    /// let engine = Engine::load();
    /// let analysed = engine.analyse(&["Lena Moss lives in Berlin.", ""]);
    /// assert_eq!(analysed.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0]);
    /// let [first, second, ..] = &analysed[0][0].tokens[..] else { panic!("two tokens") };
    /// assert_eq!(first.entity, EntityTag::Begin(EntityType::Person));
    /// assert_eq!(second.entity, EntityTag::Inside(EntityType::Person));
    /// ```
    pub fn analyse(&self, texts: &[&str]) -> Vec<Vec<Sentence>> {
        self.analyse_observed(texts, &mut |_| ())
    }

    /// As [`Engine::analyse`], and calls `done` at the end of each stage of each batch or text.
    pub fn analyse_observed(&self, texts: &[&str], done: &mut dyn FnMut(Stage)) -> Vec<Vec<Sentence>> {
        let mut memory = self.take_memory();
        let mut results = Vec::with_capacity(texts.len());
        let mut rest = texts;
        while !rest.is_empty() {
            let (batch, later) = rest.split_at(batch_length(rest));
            self.analyse_batch(batch, &mut memory, &mut results, done);
            rest = later;
        }
        self.give_back(memory);
        results
    }

    fn take_memory(&self) -> Memory {
        let spare = self.memories.lock().unwrap_or_else(PoisonError::into_inner).pop();
        spare.unwrap_or_else(|| self.fresh.clone())
    }

    fn give_back(&self, memory: Memory) {
        if memory.vocabulary.lexicon.len() <= MOST_WORDS {
            self.memories.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
        }
    }

    fn analyse_batch(
        &self,
        texts: &[&str],
        memory: &mut Memory,
        results: &mut Vec<Vec<Sentence>>,
        done: &mut dyn FnMut(Stage),
    ) {
        let documents: Vec<RawDocument> = texts
            .iter()
            .map(|text| self.tokenizer.tokenize(text, &self.lexical, &mut memory.vocabulary))
            .collect();
        let tokens: Vec<&[RawToken]> = documents.iter().map(|document| document.tokens.as_slice()).collect();
        let lexicon = &memory.vocabulary.lexicon;
        done(Stage::Tokens);

        let mut buffers = std::mem::take(&mut memory.buffers);
        let Buffers { vectors, shares, entity_shares, work } = &mut buffers;
        self.tok2vec.vectors(&tokens, lexicon, &mut memory.embeddings, work, vectors);
        done(Stage::SharedVectors);
        let tags = self.tagger.tags(vectors, &mut work.products);
        done(Stage::Tags);
        self.parser.shares(vectors, &mut work.products, shares);
        done(Stage::ParserShares);
        self.entity_tok2vec.vectors(&tokens, lexicon, &mut memory.entity_embeddings, work, vectors);
        self.entity_recogniser.shares(vectors, &mut work.products, entity_shares);
        done(Stage::EntityVectors);

        let mut begin = 0;
        for document in &documents {
            let range = begin..begin + document.tokens.len();
            begin = range.end;
            let lexicon = &memory.vocabulary.lexicon;
            let is_space = |token: usize| lexicon.word(document.tokens[token].word).is_space;
            let tree = self.parser.parse(shares, range.clone(), document.first_starts_sentence, is_space);
            done(Stage::Trees);
            let limits = Limits { sentence_starts: &tree.sentence_starts, is_space: &is_space };
            let entities = self.entity_recogniser.tags(entity_shares, range.clone(), &limits);
            done(Stage::Entities);
            results.push(self.sentences(&document.tokens, &tags[range], &tree, &entities, memory));
            done(Stage::Rules);
        }
        // The buffers of a text beyond all measure are not kept for the next, which is none.
        if tags.len() <= BATCH {
            memory.buffers = buffers;
        }
    }

    /// Applies the rules to one text's tokens and cuts it into sentences.
    fn sentences(
        &self,
        tokens: &[RawToken],
        tags: &[FineTag],
        tree: &Tree,
        entities: &[EntityTag],
        memory: &mut Memory,
    ) -> Vec<Sentence> {
        let Memory { vocabulary, lemmas, fixed_lemmas, .. } = memory;
        let lexicon = &vocabulary.lexicon;
        let mut attributed: Vec<Attributed> = tokens
            .iter()
            .zip(tags.iter().zip(&tree.labels))
            .map(|(token, (&tag, &dep))| {
                let word = lexicon.word(token.word);
                Attributed::new(&word.lower, word.is_space, tag, dep)
            })
            .collect();
        self.attribute_ruler.apply(&mut attributed);

        let finish = |index: usize, head: usize| {
            let (token, attributes) = (&tokens[index], &attributed[index]);
            let word = lexicon.word(token.word);
            let lemma = match attributes.lemma {
                Some(lemma) => fixed_lemmas.entry(lemma).or_insert_with(|| lemma.into()),
                None => lemmas.entry((word.plain, attributes.pos, attributes.morph)).or_insert_with(|| {
                    self.lemmatizer.lemma(&word.text, attributes.pos, attributes.morph, &self.lexical).into()
                }),
            };
            Token {
                text: Arc::clone(&word.text),
                lemma: Arc::clone(lemma),
                tag: attributes.tag,
                pos: attributes.pos,
                head,
                dep: attributes.dep,
                entity: entities[index],
                begin: token.begin as usize,
                end: (token.begin + word.length) as usize,
            }
        };
        let is_space = |index: usize| lexicon.word(tokens[index].word).is_space;
        split(tree, is_space, finish)
    }
}

/// How many of the first texts make a batch.
fn batch_length(texts: &[&str]) -> usize {
    let mut bytes = 0;
    let fitting = texts.iter().take_while(|text| {
        bytes += text.len();
        bytes <= BATCH
    });
    fitting.count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Dependency, EntityType};

    #[test]
    fn results_do_not_depend_on_the_batch() {
        let engine = Engine::load();
        let texts = ["The harbour master denied it.", "", "Rain fell.\n\nMs Adeyemi, 41, left  early."];
        let together = engine.analyse(&texts);
        let alone: Vec<_> = texts.iter().flat_map(|text| engine.analyse(&[text])).collect();
        assert_eq!(together, alone);
        assert!(together[1].is_empty());
    }

    #[test]
    fn a_sentence_has_tags_tree_lemmas_and_names() {
        let engine = Engine::load();
        let sentences = engine.analyse(&["Inspector Maria Lopez arrested two men in Leeds on Friday."]);
        let tokens = &sentences[0][0].tokens;
        let verb = tokens.iter().find(|token| &*token.text == "arrested").expect("the verb is a token");
        assert_eq!(
            (&*verb.lemma, verb.tag, verb.pos, verb.dep),
            ("arrest", FineTag::Vbd, CoarseTag::Verb, Dependency::Root)
        );
        let subject = tokens.iter().find(|token| token.dep == Dependency::Nsubj).expect("there is a subject");
        assert_eq!(&*subject.text, "Lopez");
        let place = tokens.iter().find(|token| &*token.text == "Leeds").expect("the place is a token");
        assert_eq!(place.entity, EntityTag::Begin(EntityType::Gpe));
    }
}
