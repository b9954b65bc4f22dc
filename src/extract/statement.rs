//! Statements as extraction sees them: tokens in roles, and how the sentence means it. What the tokens refer to is for
//! resolution to say.

use crate::attribution::ExtractedAttribution;
use crate::confidence::Confidence;
use crate::grammar::{Factuality, SentenceId, TokenSpan};
use crate::ontology::{RelationId, Role};
use crate::time::TimeMention;

/// How sure a pattern's statement is, whatever the pattern: of a hundred that patterns find in real news which nobody saw
/// before, eighty are right.
pub const PATTERN_CONFIDENCE: Confidence = Confidence::of_hundredths(80);

/// The same for a wording that no example has, but a paraphrase of one.
pub const PARAPHRASE_CONFIDENCE: Confidence = Confidence::of_hundredths(60);

/// One reading of one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractedStatement {
    /// Index of the relation in the ontology.
    pub relation: RelationId,
    /// Index of the example that taught the pattern, in the relation's list; `None` where a model read the statement
    /// that was learned from many examples.
    pub example: Option<usize>,
    /// Whether the example is worded otherwise, and means the same.
    pub paraphrase: bool,
    /// Index of the pattern that matched, in [`Extractor::patterns`](crate::relations::Extractor::patterns).
    pub pattern: Option<usize>,
    pub sentence: SentenceId,
    /// The token that states the relation.
    pub trigger: usize,
    /// Heads of the arguments, as tokens of the sentence.
    pub subject: Option<usize>,
    pub object: Option<usize>,
    /// The tokens of the arguments, where a learned model chose them after its examples.
    pub subject_words: Option<TokenSpan>,
    pub object_words: Option<TokenSpan>,
    /// Whether a subject for which the article has no name is none, as the examples name theirs.
    pub names_subject: bool,
    pub qualifiers: Vec<(String, usize)>,
    pub factuality: Factuality,
    /// Roles whose words belong to the wording ("downed tools"), so that their class says nothing.
    pub idiomatic: Vec<Role>,
    /// Index of the attribution that it stands in.
    pub attribution: Option<usize>,
    /// When it happened.
    pub time: Option<TimeMention>,
    /// Head of the place's name.
    pub place: Option<usize>,
    pub confidence: Confidence,
}

impl ExtractedStatement {
    /// A relation between two sides that no pattern found, so that nothing is known of it but what stands in the sentence.
    pub fn without_pattern(
        sentence: SentenceId,
        relation: RelationId,
        trigger: usize,
        [subject, object]: [Option<usize>; 2],
        factuality: Factuality,
        confidence: Confidence,
    ) -> Self {
        Self {
            relation,
            example: None,
            paraphrase: false,
            pattern: None,
            sentence,
            trigger,
            subject,
            object,
            subject_words: None,
            object_words: None,
            names_subject: false,
            qualifiers: Vec::new(),
            factuality,
            idiomatic: Vec::new(),
            attribution: None,
            time: None,
            place: None,
            confidence,
        }
    }
}

/// What one article yields.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    pub statements: Vec<ExtractedStatement>,
    pub attributions: Vec<ExtractedAttribution>,
}
