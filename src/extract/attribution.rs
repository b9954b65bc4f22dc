//! Attributions: who says what. Reported speech is read off the trees (a verb or phrase of telling, its subject, its
//! clause); direct speech off the quotation marks, whose source is the telling verb beside them.
//!
//! Source, cue and content are the three parts of PolNeAR and PARC 3 (Pareti 2016; Newell et al. 2018).

use crate::language::Sentence;

use super::patterns::{ArgumentGraph, Link, ParsedSentence, Tree, lemma_of};

use super::quotation::Quotation;
use super::stance::{Stance, stance};

/// A token of an article: the sentence's index and the token's in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenPosition {
    pub sentence: usize,
    pub token: usize,
}

/// One attribution, as tokens and character offsets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractedAttribution {
    /// Head of the phrase that names who says it.
    pub source: Option<TokenPosition>,
    pub cue: Option<TokenPosition>,
    /// First character of the content and one past its last.
    pub begin: usize,
    pub end: usize,
    pub direct: bool,
    /// The content's tokens in the cue's sentence, where it is reported and not quoted.
    tokens: Option<(usize, Vec<usize>)>,
}

impl ExtractedAttribution {
    /// Whether the token is said by this attribution's source.
    pub fn covers(&self, position: TokenPosition, begin: usize) -> bool {
        match &self.tokens {
            Some((sentence, tokens)) => *sentence == position.sentence && tokens.contains(&position.token),
            None => self.begin <= begin && begin < self.end,
        }
    }

    /// Length of the content in characters.
    pub fn length(&self) -> usize {
        self.end - self.begin
    }
}

/// All attributions of an article, in order of their content.
pub fn attributions(subjects: &[ParsedSentence<'_>], quotations: &[Quotation]) -> Vec<ExtractedAttribution> {
    let mut found: Vec<ExtractedAttribution> =
        subjects.iter().enumerate().flat_map(|(sentence, subject)| reported(sentence, subject)).collect();
    let mut before: Option<&Quotation> = None;
    let mut speaker: (Option<TokenPosition>, Option<TokenPosition>) = (None, None);
    for quotation in quotations {
        let (cue, source) = quoted_by(subjects, quotations, quotation).unwrap_or_else(|| {
            let same_speaker = quotation.continues
                || (before.is_some_and(|before| before.passage == quotation.passage)
                    && is_whole_sentence(subjects, quotation));
            if same_speaker { speaker } else { (None, None) }
        });
        if source.is_some() || is_whole_sentence(subjects, quotation) {
            found.push(ExtractedAttribution {
                source,
                cue,
                begin: quotation.begin,
                end: quotation.end,
                direct: true,
                tokens: None,
            });
        }
        before = Some(quotation);
        if source.is_some() || is_whole_sentence(subjects, quotation) {
            speaker = (cue, source);
        }
    }
    found.sort_by_key(|attribution| (attribution.begin, attribution.end, attribution.direct));
    found
}

/// The attribution whose source says this token most directly: the one with the shortest content.
pub fn innermost(
    attributions: &[ExtractedAttribution],
    position: TokenPosition,
    begin: usize,
) -> Option<&ExtractedAttribution> {
    attributions
        .iter()
        .filter(|attribution| attribution.source.is_some() && attribution.cue != Some(position))
        .filter(|attribution| attribution.covers(position, begin))
        .min_by_key(|attribution| (attribution.length(), !attribution.direct))
}

/// The shortest quotation with a known speaker that holds the character at `begin`.
pub fn innermost_quotation(
    attributions: &[ExtractedAttribution],
    begin: usize,
) -> Option<&ExtractedAttribution> {
    attributions
        .iter()
        .filter(|attribution| attribution.direct && attribution.source.is_some())
        .filter(|attribution| attribution.begin <= begin && begin < attribution.end)
        .min_by_key(|attribution| attribution.length())
}

/// Reported speech in one sentence.
fn reported(sentence: usize, subject: &ParsedSentence<'_>) -> Vec<ExtractedAttribution> {
    let tree = &subject.tree;
    let mut found = Vec::new();
    for token in 0..tree.sentence.tokens.len() {
        let content = match stance(subject.lemma(token)) {
            Some(Stance::Report | Stance::Denial) if tree.is_verb(token) => told_clause(tree, token),
            _ if is_according(tree, token) => according_content(tree, token),
            _ => None,
        };
        let Some(tokens) = content else { continue };
        let source = if is_according(tree, token) {
            according_source(tree, token)
        } else {
            teller(&subject.graph, token)
        };
        let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else { continue };
        found.push(ExtractedAttribution {
            source: source.map(|token| TokenPosition { sentence, token }),
            cue: Some(TokenPosition { sentence, token }),
            begin: tree.token(first).begin,
            end: tree.token(last).end,
            direct: false,
            tokens: Some((sentence, tokens)),
        });
    }
    found
}

/// The tokens of what a verb of telling tells; a bare gerund counts for denials ("denied taking bribes").
fn told_clause(tree: &Tree<'_>, verb: usize) -> Option<Vec<usize>> {
    let denies = stance(&lemma_of(tree.token(verb))) == Some(Stance::Denial);
    let clause = tree
        .child(verb, &["ccomp"])
        .or_else(|| tree.child(verb, &["xcomp"]).filter(|&clause| tree.token(clause).tag == "VBG"))
        .or_else(|| tree.child(verb, &["dobj"]).filter(|_| denies))?;
    let mut tokens = subtree(tree, clause);
    // An inserted "X said" depends on the clause where the parser took the clause as the main one.
    tokens.retain(|&token| token != verb);
    Some(tokens)
}

/// The deep subject of a verb, unless it is a mere "it" or "there".
fn teller(graph: &ArgumentGraph, verb: usize) -> Option<usize> {
    graph.edges(verb).iter().find(|edge| edge.link == Link::Subject).map(|edge| edge.target)
}

fn is_according(tree: &Tree<'_>, token: usize) -> bool {
    tree.token(token).text.eq_ignore_ascii_case("according") && tree.child(token, &["prep"]).is_some()
}

fn according_source(tree: &Tree<'_>, token: usize) -> Option<usize> {
    tree.child(tree.child(token, &["prep"])?, &["pobj"])
}

fn according_content(tree: &Tree<'_>, token: usize) -> Option<Vec<usize>> {
    let head = tree.head(token)?;
    let phrase = subtree(tree, token);
    Some(subtree(tree, head).into_iter().filter(|token| !phrase.contains(token)).collect())
}

/// All tokens under `root`, with it, in order.
fn subtree(tree: &Tree<'_>, root: usize) -> Vec<usize> {
    let mut tokens = vec![root];
    let mut next = 0;
    while let Some(&token) = tokens.get(next) {
        tokens.extend(tree.children(token));
        next += 1;
    }
    tokens.sort_unstable();
    tokens
}

type CueAndSource = (Option<TokenPosition>, Option<TokenPosition>);

/// The telling verb that stands beside a quotation, outside all quotation marks, and its subject.
fn quoted_by(
    subjects: &[ParsedSentence<'_>],
    quotations: &[Quotation],
    quotation: &Quotation,
) -> Option<CueAndSource> {
    let touching =
        |sentence: &Sentence| sentence.begin() < quotation.end && quotation.begin < sentence.end() + 2;
    let first = subjects.iter().position(|subject| touching(subject.sentence()))?;
    let last = subjects.iter().rposition(|subject| touching(subject.sentence()))?;
    let inside = |begin: usize| quotations.iter().any(|quotation| quotation.contains(begin));
    let mut candidates = Vec::new();
    for (sentence, subject) in subjects.iter().enumerate().take(last + 1).skip(first) {
        for token in 0..subject.graph.len() {
            let word = subject.tree.token(token);
            let tells = stance(subject.lemma(token)) == Some(Stance::Report) && subject.tree.is_verb(token);
            if !tells || inside(word.begin) {
                continue;
            }
            let Some(source) =
                teller(&subject.graph, token).filter(|&source| !inside(subject.tree.token(source).begin))
            else {
                continue;
            };
            let distance = if word.end <= quotation.begin {
                quotation.begin - word.end
            } else {
                word.begin.saturating_sub(quotation.end)
            };
            candidates.push((
                distance,
                TokenPosition { sentence, token },
                TokenPosition { sentence, token: source },
            ));
        }
    }
    candidates.sort();
    candidates.first().map(|(_, cue, source)| (Some(*cue), Some(*source)))
}

/// A quotation that holds a whole sentence, and not just some words of one.
fn is_whole_sentence(subjects: &[ParsedSentence<'_>], quotation: &Quotation) -> bool {
    subjects.iter().any(|subject| {
        let sentence = subject.sentence();
        sentence.begin() + 2 >= quotation.begin
            && sentence.end() <= quotation.end + 2
            && sentence.tokens.len() > 3
    })
}
