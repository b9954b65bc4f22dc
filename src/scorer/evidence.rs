//! What the patterns say of a pair of arguments and a relation, as a set of bits: the network learns how far to trust each.

use crate::grammar::ParsedSentence;
use crate::ontology::RelationId;
use crate::relations::Extractor;

use super::ties::{Meeting, Ties};

/// A statement that a pattern found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PatternMatch {
    pub relation: RelationId,
    pub subject: Option<usize>,
    pub object: Option<usize>,
}

/// A pair of arguments; one of them may be unsaid.
pub type Pair = (Option<usize>, Option<usize>);

/// What the patterns say of all pairs of a sentence.
pub struct Evidence {
    matches: Vec<PatternMatch>,
    /// The tokens whose lemmas examples teach, each with their relations.
    taught: Vec<(usize, Vec<RelationId>)>,
    /// For every relation, what holds of all pairs.
    everywhere: Vec<u8>,
}

impl Evidence {
    /// A pattern states just this.
    pub const EXACT: u8 = 1;
    /// A pattern states the relation of the subject, with another object.
    pub const SAME_SUBJECT: u8 = 2;
    /// A pattern states the relation of the object, with another subject.
    pub const SAME_OBJECT: u8 = 4;
    /// A pattern states another relation of the pair.
    pub const OTHER_RELATION: u8 = 8;
    /// A word that states the relation in some example governs all arguments that are said.
    pub const TAUGHT_GOVERNOR: u8 = 16;
    /// Such a word is one of the arguments or stands between them in the tree.
    pub const TAUGHT_ON_PATH: u8 = 32;
    /// Such a word stands somewhere in the sentence.
    pub const TAUGHT_SOMEWHERE: u8 = 64;

    /// Evidence for an ontology of `relations` relations.
    pub fn new(
        sentence: &ParsedSentence<'_>,
        extractor: &Extractor,
        relations: usize,
        matches: Vec<PatternMatch>,
    ) -> Self {
        let mut everywhere = vec![0; relations];
        let mut taught = Vec::new();
        for token in 0..sentence.graph.len() {
            let patterns = extractor.patterns_at(sentence.lemma(token)).iter();
            let mut relations: Vec<RelationId> =
                patterns.map(|&pattern| extractor.patterns()[pattern].relation).collect();
            relations.sort_unstable();
            relations.dedup();
            for relation in &relations {
                everywhere[relation.0] |= Self::TAUGHT_SOMEWHERE;
            }
            if !relations.is_empty() {
                taught.push((token, relations));
            }
        }
        Self { matches, taught, everywhere }
    }

    /// Appends the bits of every relation for this pair.
    pub fn append(&self, ties: &Ties<'_>, (subject, object): Pair, all: &mut Vec<u8>) {
        let begin = all.len();
        all.extend_from_slice(&self.everywhere);
        let bits = &mut all[begin..];
        let mut other = None;
        let mut several = false;
        for found in &self.matches {
            let bit = if (found.subject, found.object) == (subject, object) {
                several |= other.is_some_and(|other| other != found.relation);
                other = Some(found.relation);
                Self::EXACT
            } else if found.subject == subject && subject.is_some() {
                Self::SAME_SUBJECT
            } else if found.object == object && object.is_some() {
                Self::SAME_OBJECT
            } else {
                continue;
            };
            bits[found.relation.0] |= bit;
        }
        let way = Way::new(ties, (subject, object));
        for (token, relations) in &self.taught {
            let governs = |argument| ties.governors(argument).iter().any(|governor| governor.word == *token);
            let governs = subject.is_none_or(governs) && object.is_none_or(governs);
            let governor = if governs { Self::TAUGHT_GOVERNOR } else { 0 };
            let on_path = if way.contains(*token) { Self::TAUGHT_ON_PATH } else { 0 };
            for relation in relations {
                bits[relation.0] |= governor | on_path;
            }
        }
        if let Some(other) = other {
            for (relation, bits) in bits.iter_mut().enumerate() {
                if *bits != 0 && (several || relation != other.0) {
                    *bits |= Self::OTHER_RELATION;
                }
            }
        }
    }
}

/// The arguments with all tokens between them in the tree; of one alone, with the word that it hangs on.
struct Way<'a>([&'a [usize]; 2]);

impl<'a> Way<'a> {
    fn new(ties: &'a Ties<'_>, pair: Pair) -> Self {
        Self(match pair {
            (Some(subject), Some(object)) => {
                let ways = [subject, object].map(|argument| ties.path(argument));
                match ties.meeting([subject, object]) {
                    Some(Meeting { steps: [rise, below], .. }) => [&ways[0][..=rise], &ways[1][..below]],
                    None => ways.map(|way| &way[..1]),
                }
            }
            (Some(only), None) | (None, Some(only)) => {
                let way = ties.path(only);
                [&way[..way.len().min(2)], &[]]
            }
            (None, None) => [&[], &[]],
        })
    }

    fn contains(&self, token: usize) -> bool {
        self.0.iter().any(|part| part.contains(&token))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::{engine, mended, ontology, token};
    use crate::taught::built_in;

    fn relation(name: &str) -> RelationId {
        let named = |&id: &RelationId| ontology().relation(id).name == name;
        ontology().relation_ids().find(named).expect("it is built in")
    }

    #[test]
    fn bits_tell_what_a_pattern_says_and_where_its_words_stand() {
        let sentences = mended("The ferry company sued the harbour and the insurer.");
        let parsed = ParsedSentence::new(&sentences[0]);
        let [company, harbour, insurer] =
            ["company", "harbour", "insurer"].map(|word| token(&sentences[0], word));
        let (sued, died) = (relation("sued"), relation("died"));
        let taught = built_in(engine()).expect("the built-in ontology");
        let found = PatternMatch { relation: sued, subject: Some(company), object: Some(harbour) };
        let evidence = Evidence::new(&parsed, &taught.extractor, ontology().relations.len(), vec![found]);
        let ties = Ties::new(&parsed);
        let bits = |pair: Pair| {
            let mut bits = Vec::new();
            evidence.append(&ties, pair, &mut bits);
            bits
        };
        let stated = bits((Some(company), Some(harbour)));
        assert_eq!(stated[sued.0] & Evidence::EXACT, Evidence::EXACT);
        assert_eq!(stated[sued.0] & Evidence::TAUGHT_GOVERNOR, Evidence::TAUGHT_GOVERNOR);
        assert_eq!(stated[died.0], 0);
        let joined = bits((Some(company), Some(insurer)));
        assert_eq!(joined[sued.0] & (Evidence::EXACT | Evidence::SAME_SUBJECT), Evidence::SAME_SUBJECT);
        assert_eq!(bits((None, Some(harbour)))[sued.0] & Evidence::SAME_OBJECT, Evidence::SAME_OBJECT);
    }
}
