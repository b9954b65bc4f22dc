//! The whole way of an article on one screen: language → extraction → resolution, for many articles at once.
//!
//! Articles are analysed in parallel and put together in the order of their paths, so the number of threads and
//! the order of the inputs change nothing.

use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use rayon::prelude::*;

use crate::attribution::Cues;
use crate::document::Document;
use crate::extract::extract;
use crate::grammar::RunningWords;
use crate::language::{Engine, Sentence};
use crate::mentions::{OntologyIndex, find_mentions, mend_trees};
use crate::ontology::Ontology;
use crate::read::{Article, PassageKind};
use crate::relations::Extractor;
use crate::resolve::{
    ArticleFacts, CoreferenceInput, Decisions, ReadDocument, article_facts, coreference, story,
};
use crate::story::{Mint, Story};
use crate::taught::Taught;

/// How many facts may wait for being copied.
const WAITING: usize = 64;

/// Everything that is made once and used for every article.
pub struct Pipeline {
    engine: Engine,
    taught: Taught,
    cues: Cues,
    decisions: Decisions,
    mint: Mint,
}

impl Pipeline {
    /// Loads the engine and learns the ontology's examples.
    pub fn new(ontology: Ontology, mint: Mint) -> Self {
        let engine = Engine::load();
        let taught = Taught::learn(ontology, None, &engine);
        Self::of(engine, taught, mint)
    }

    /// The same with what an ontology has taught before.
    pub fn of(engine: Engine, taught: Taught, mint: Mint) -> Self {
        let cues = Cues::new(&taught.ontology);
        Self { engine, taught, cues, decisions: Decisions::default(), mint }
    }

    /// The same with what the user has decided about who is who.
    pub fn with_decisions(self, decisions: Decisions) -> Self {
        Self { decisions, ..self }
    }

    pub fn ontology(&self) -> &Ontology {
        &self.taught.ontology
    }

    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    pub fn extractor(&self) -> &Extractor {
        &self.taught.extractor
    }

    /// The ontology indexed by words, for as many articles as are to be read.
    pub fn lexicon(&self) -> OntologyIndex<'_> {
        OntologyIndex::new(self.ontology())
    }

    /// Reads the articles and puts together what they tell; `done` is called once for every article that is read.
    pub fn story(&self, mut articles: Vec<Article>, done: &(dyn Fn() + Sync)) -> Story {
        articles.sort_by(|a, b| (&a.path, &a.text).cmp(&(&b.path, &b.text)));
        let lexicon = self.lexicon();
        let facts = self.facts(articles, &lexicon, done);
        story(facts, &lexicon, &self.decisions, &self.mint)
    }

    /// What one article tells that is read alone.
    pub fn told(&self, document: ReadDocument<'_>, lexicon: &OntologyIndex<'_>) -> Story {
        story(vec![article_facts(document, lexicon, &self.mint)], lexicon, &self.decisions, &self.mint)
    }

    /// What each article tells, in the order of the articles.
    ///
    /// The threads that read need much memory for each article, and give it back. Small values that stay, and lie
    /// scattered in it, would leave gaps that little fits into: five times as much memory as is in use. Threads have
    /// memory of their own, so this one, which does nothing else, keeps copies of the facts; and as what a thread frees
    /// is what it is given next, the facts themselves go back to the threads that read.
    fn facts(
        &self,
        articles: Vec<Article>,
        lexicon: &OntologyIndex<'_>,
        done: &(dyn Fn() + Sync),
    ) -> Vec<ArticleFacts> {
        let mut facts: Vec<Option<ArticleFacts>> = vec![None; articles.len()];
        let (sender, receiver) = mpsc::sync_channel(WAITING);
        let (back, copied) = mpsc::channel();
        let copied = Mutex::new(copied);
        thread::scope(|scope| {
            scope.spawn(move || {
                articles.into_par_iter().enumerate().for_each_with(sender, |sender, (index, article)| {
                    let facts = article_facts(self.read(&article, lexicon), lexicon, &self.mint);
                    done();
                    copied.lock().unwrap_or_else(PoisonError::into_inner).try_iter().for_each(drop);
                    // Where nobody takes it any more, this function is left by a panic.
                    let _ = sender.send((index, facts));
                });
            });
            for (index, told) in receiver {
                facts[index] = Some(told.copied());
                let _ = back.send(told);
            }
        });
        facts.into_iter().flatten().collect()
    }

    /// An article with every layer: what each stage finds in it.
    pub fn read<'a>(&self, article: &'a Article, lexicon: &OntologyIndex<'_>) -> ReadDocument<'a> {
        let text: Vec<char> = article.text.chars().collect();
        let sentences = self.sentences(article, &text, lexicon);
        let mentions = find_mentions(&sentences, lexicon);
        let document = Document::new(article, sentences).with_mentions(mentions);
        let extraction = extract(&document, lexicon, self.extractor(), &self.cues);
        let document = document.with_extraction(extraction);
        let apart: Vec<_> = self.decisions.apart_in(&article.path).collect();
        let chains = coreference(&CoreferenceInput { document: &document, lexicon, apart: &apart });
        document.with_chains(chains)
    }

    /// The sentences of all passages; none crosses the border of its passage.
    fn sentences(&self, article: &Article, text: &[char], lexicon: &OntologyIndex<'_>) -> Vec<Sentence> {
        let mut passages: Vec<String> = article
            .passages
            .iter()
            .map(|passage| text[passage.begin..passage.end].iter().collect())
            .collect();
        self.write_headlines_as_sentences(article, &mut passages);
        let passages: Vec<&str> = passages.iter().map(String::as_str).collect();
        let analysed = self.engine.analyse(&passages);
        let shifted = article.passages.iter().zip(analysed).map(|(passage, sentences)| {
            sentences.into_iter().map(|sentence| sentence.shifted(passage.begin))
        });
        let mut sentences: Vec<Sentence> = shifted.flatten().collect();
        mend_trees(&mut sentences, lexicon);
        sentences
    }

    fn write_headlines_as_sentences(&self, article: &Article, passages: &mut [String]) {
        let kinds = || article.passages.iter().map(|passage| passage.kind);
        let running = passages.iter().zip(kinds()).filter(|(_, kind)| *kind == PassageKind::Paragraph);
        let words = RunningWords::of(running.map(|(passage, _)| passage.as_str()));
        for (passage, _) in
            passages.iter_mut().zip(kinds()).filter(|(_, kind)| *kind == PassageKind::Headline)
        {
            if let Some(sentence) = words.sentence_case(passage, |word| self.engine.is_common_word(word)) {
                *passage = sentence;
            }
        }
    }
}
