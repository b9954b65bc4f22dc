//! The whole way of an article on one screen: language → extraction → resolution, for many articles at once.
//!
//! Articles are analysed in parallel and put together in the order of their paths, so the number of threads and
//! the order of the inputs change nothing.

use rayon::prelude::*;

use crate::attribution::Cues;
use crate::coreference::{CoreferenceInput, coreference};
use crate::decisions::Decisions;
use crate::document::Document;
use crate::extract::{ExtractedStatement, Scoring, extract, reasons};
use crate::faults::{Failures, ToldByArticle, long_sentence, or_fault};
use crate::language::{Engine, LONGEST_SENTENCE, Sentence, in_pieces};
use crate::mentions::{Mentions, OntologyIndex, find_mentions, nicknames};
use crate::ontology::{Ontology, OntologyError};
use crate::page::related_links;
use crate::read::{Article, Failure, Passage, PassageKind, ReadingText, article_of_text};
use crate::relations::Extractor;
use crate::resolve::{ArticleFacts, ReadDocument, article_facts, story};
use crate::scorer::Reasons;
use crate::story::{Mint, Story};
use crate::taught::{Taught, built_in};
use crate::tree_repair::{RunningWords, mend_trees, reread};

/// Everything that is made once and used for every article.
///
/// ```
/// use newsgraph::Pipeline;
///
/// let pipeline = Pipeline::builder().build()?;
/// let text = "Ferry company in court\n\nNordholm Lines was charged with negligence in Hull on Monday.";
/// let article = pipeline.article("ferry.txt", text)?;
/// let story = pipeline.story(vec![article]);
/// let charge = &story.statements[0];
/// assert_eq!(&*charge.relation, "charged_with");
/// assert_eq!(charge.sentence.text, "Nordholm Lines was charged with negligence in Hull on Monday.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Pipeline {
    engine: Engine,
    taught: Taught,
    cues: Cues,
    scoring: Option<Scoring>,
    decisions: Decisions,
    mint: Mint,
}

/// What a [`Pipeline`] is to be made of; what is not given is the built-in ontology, no decisions, and the namespace
/// [`DEFAULT_BASE`](crate::story::DEFAULT_BASE).
#[derive(Default)]
pub struct PipelineBuilder {
    engine: Option<Engine>,
    ontology: Option<Ontology>,
    taught: Option<Taught>,
    quick: bool,
    decisions: Decisions,
    mint: Mint,
}

impl PipelineBuilder {
    /// An ontology in place of the built-in one; its examples are learned when the pipeline is built.
    #[must_use]
    pub fn ontology(self, ontology: Ontology) -> Self {
        Self { ontology: Some(ontology), ..self }
    }

    /// An ontology with what was learned from it before, in place of the built-in one.
    #[must_use]
    pub fn taught(self, taught: Taught) -> Self {
        Self { taught: Some(taught), ..self }
    }

    /// An engine that is loaded already.
    #[must_use]
    pub fn engine(self, engine: Engine) -> Self {
        Self { engine: Some(engine), ..self }
    }

    /// Whether to do without the scorer, which reads more and weighs every statement, but takes most of the time.
    #[must_use]
    pub fn quick(self, quick: bool) -> Self {
        Self { quick, ..self }
    }

    /// What the user has decided about who is who and about statements. Of decisions about names that contradict each other,
    /// those hold that say two are different; [`Decisions::check_names`] tells them.
    #[must_use]
    pub fn decisions(self, decisions: Decisions) -> Self {
        Self { decisions, ..self }
    }

    /// The namespace in which IRIs are minted.
    #[must_use]
    pub fn mint(self, mint: Mint) -> Self {
        Self { mint, ..self }
    }

    /// Loads what was not given, and learns what was not learned.
    ///
    /// # Errors
    /// Returns an error where the built-in ontology is needed and not well-formed, which is a mistake in the build.
    pub fn build(self) -> Result<Pipeline, OntologyError> {
        let engine = self.engine.unwrap_or_else(Engine::load);
        let taught = match (self.taught, self.ontology) {
            (Some(taught), _) => taught,
            (None, Some(ontology)) => Taught::learn(ontology, None, &engine),
            (None, None) => built_in(&engine)?,
        };
        let cues = Cues::new(&taught.ontology);
        let scoring = if self.quick { None } else { Scoring::new(&taught.ontology) };
        Ok(Pipeline { engine, taught, cues, scoring, decisions: self.decisions, mint: self.mint })
    }
}

impl Pipeline {
    /// A pipeline of parts that the caller names.
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }

    /// What the pipeline reads by: classes, relations, known names and words.
    pub fn ontology(&self) -> &Ontology {
        &self.taught.ontology
    }

    /// The language engine.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    pub(crate) fn extractor(&self) -> &Extractor {
        &self.taught.extractor
    }

    /// The ontology indexed by words, for as many articles as are to be read.
    pub(crate) fn lexicon(&self) -> OntologyIndex<'_> {
        OntologyIndex::new(self.ontology())
    }

    /// A plain text as an article; `path` is what it is called in results. Headline, captions and the furniture of a
    /// page are told apart as in a file.
    ///
    /// # Errors
    /// Returns a failure where the text tells nothing.
    pub fn article(&self, path: &str, text: &str) -> Result<Article, Failure> {
        article_of_text(path, text, &self.ontology().words.page)
    }

    /// Reads the articles and puts together what they tell. The order of the articles changes nothing.
    ///
    /// For thousands of articles, take an allocator such as mimalloc, as the command line does: with that of the C library
    /// they take several times as much memory.
    ///
    /// An article at which newsgraph has a fault is left out; [`Self::story_and_failures`] names it.
    pub fn story(&self, articles: Vec<Article>) -> Story {
        self.story_and_failures(articles).0
    }

    /// The same with what could not be read, or not as it stands: articles at which newsgraph has a fault, and sentences too long
    /// to be read as one.
    pub fn story_and_failures(&self, articles: Vec<Article>) -> (Story, Failures) {
        let lexicon = self.lexicon();
        let told: Vec<_> = articles.into_par_iter().map(|article| self.facts(&article, &lexicon)).collect();
        let mut failures = Failures::default();
        let facts = told.into_iter().filter_map(|told| failures.sort_out(told)).map(|told| told.facts);
        (self.story_of(facts.collect(), &lexicon), failures)
    }

    /// What one article tells, whatever others tell.
    ///
    /// # Errors
    /// Returns a failure that names the article, where newsgraph has a fault at it.
    pub(crate) fn facts(
        &self,
        article: &Article,
        lexicon: &OntologyIndex<'_>,
    ) -> Result<ToldByArticle, Failure> {
        or_fault(article, || {
            let mut cuts = Vec::new();
            let facts = article_facts(self.read_noting(article, lexicon, &mut cuts), lexicon, &self.mint);
            let long_sentences = cuts.into_iter().map(|cut| long_sentence(article, cut)).collect();
            ToldByArticle { facts, long_sentences }
        })
    }

    /// The story of what articles tell; their order changes nothing.
    pub(crate) fn story_of(&self, facts: Vec<ArticleFacts>, lexicon: &OntologyIndex<'_>) -> Story {
        story(facts, lexicon, &self.decisions, &self.mint)
    }

    /// What the user has decided.
    pub(crate) fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// What one article tells that is read alone.
    pub(crate) fn told(&self, document: ReadDocument<'_>, lexicon: &OntologyIndex<'_>) -> Story {
        story(vec![article_facts(document, lexicon, &self.mint)], lexicon, &self.decisions, &self.mint)
    }

    /// An article with every layer: what each stage finds in it.
    pub(crate) fn read<'a>(&self, article: &'a Article, lexicon: &OntologyIndex<'_>) -> ReadDocument<'a> {
        self.read_noting(article, lexicon, &mut Vec::new())
    }

    /// The same; notes where sentences begin that are read in pieces.
    fn read_noting<'a>(
        &self,
        article: &'a Article,
        lexicon: &OntologyIndex<'_>,
        cuts: &mut Vec<usize>,
    ) -> ReadDocument<'a> {
        let document = Document::new(article, |text| self.sentences(article, text, lexicon, cuts));
        let mentions = find_mentions(&document.sentences, lexicon);
        let document = document.with_mentions(mentions);
        let extraction = extract(&document, lexicon, self.extractor(), &self.cues, self.scoring.as_ref());
        let document = document.with_extraction(extraction);
        let apart: Vec<_> = self.decisions.apart_in(&article.path).collect();
        let chains = coreference(&CoreferenceInput::new(&document, lexicon, &apart));
        document.with_chains(chains)
    }

    /// What spoke for and against a statement of a document; nothing where no scorer was asked.
    pub(crate) fn reasons(
        &self,
        document: &Document<'_, Mentions>,
        statement: &ExtractedStatement,
        lexicon: &OntologyIndex<'_>,
    ) -> Reasons {
        let told = |scoring| reasons(scoring, document, statement, lexicon, self.extractor());
        self.scoring.as_ref().map(told).unwrap_or_default()
    }

    /// The sentences of all passages; none crosses the border of its passage. Notes where those begin that are cut.
    fn sentences(
        &self,
        article: &Article,
        text: &[char],
        lexicon: &OntologyIndex<'_>,
        cuts: &mut Vec<usize>,
    ) -> Vec<Sentence> {
        let read = |passage: &Passage| {
            let reading = ReadingText::of(&text[passage.begin..passage.end]);
            let mut characters: Vec<char> = reading.text.chars().collect();
            let links = related_links(&characters, &lexicon.words().page);
            let reading = reading.skipping(&links);
            if !links.is_empty() {
                characters = reading.text.chars().collect();
            }
            let names = nicknames(&characters, lexicon, |word| self.engine.is_common_word(word));
            reading.without(&names)
        };
        let readings: Vec<ReadingText> = article.passages.iter().map(read).collect();
        let mut passages: Vec<String> = readings.iter().map(|reading| reading.text.clone()).collect();
        self.write_headlines_as_sentences(article, &mut passages);
        let passages: Vec<&str> = passages.iter().map(String::as_str).collect();
        let analysed = self.engine.analyse(&passages);
        let mut sentences: Vec<Sentence> = Vec::new();
        for ((passage, reading), analysed) in article.passages.iter().zip(&readings).zip(analysed) {
            for sentence in analysed {
                let sentence = sentence.placed(reading, passage.begin);
                if sentence.tokens.len() > LONGEST_SENTENCE {
                    cuts.push(sentence.begin());
                }
                sentences.extend(in_pieces(sentence));
            }
        }
        reread(&mut sentences, &self.engine, lexicon);
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
