//! How a verb joins two arguments, whatever they are: the verb with its particles, a noun or adjective that belongs to the
//! wording ("took part in"), and the links by which the two hang on it. One that hangs alone makes a construction, too.

use crate::grammar::{Category, Link, ParsedSentence, is_negated, is_time, lemma_of, particles};
use crate::language::{CoarseTag, Dependency, EntityTag, FineTag};

/// Verbs that say nothing without another word.
const LIGHT: [&str; 9] = ["be", "have", "do", "get", "go", "make", "take", "give", "become"];
/// More ways at one verb are a list gone wrong.
const MOST_AT_VERB: usize = 40;

/// A verb with what belongs to the wording, and the places of its arguments.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Construction {
    /// The verb's lemma.
    pub verb: String,
    pub particles: Vec<String>,
    /// A word that belongs to the wording.
    pub complement: Option<Complement>,
    /// Where the argument hangs that stands before the verb: `Subject` in the active, `Object` in the passive.
    pub front: Link,
    /// Where the other one hangs, if there is one.
    pub back: Option<Link>,
}

/// An object or predicate that belongs to the wording: "took *control* of", "is *critical* of".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Complement {
    pub lemma: String,
    pub link: Link,
}

/// A construction where it stands in a sentence; all places are tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    pub construction: Construction,
    pub verb: usize,
    pub complement: Option<usize>,
    pub front: usize,
    pub back: Option<usize>,
}

/// All constructions of a sentence, in the order of their verbs.
pub fn instances(sentence: &ParsedSentence<'_>) -> Vec<Instance> {
    let verbs = (0..sentence.graph.len()).filter(|&token| {
        sentence.tree.is_verb(token)
            && !matches!(sentence.tree.dep(token), Dependency::Aux | Dependency::AuxPass)
            && is_plain(&lemma_of(sentence.tree.token(token)))
            && !is_negated(&sentence.tree, token)
    });
    verbs.flat_map(|verb| Clause { sentence, verb }.instances()).collect()
}

/// Whether a word can stand in an example as it is.
pub fn is_plain(word: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    word.len() > 1
        && word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().all(is_letter)
}

struct Clause<'a> {
    sentence: &'a ParsedSentence<'a>,
    verb: usize,
}

impl Clause<'_> {
    fn instances(&self) -> Vec<Instance> {
        let mut found = Vec::new();
        let active = self.arguments(self.verb, &Link::Subject);
        let objects = self.arguments(self.verb, &Link::Object);
        for &front in &active {
            for &back in &objects {
                found.push(self.instance(None, (&Link::Subject, front), Some((Link::Object, back))));
            }
            if !self.has(&Link::Object) && !self.has(&Link::Complement) {
                found.extend(self.with_phrases(None, &Link::Subject, front));
            }
            for complement in self.complements() {
                found.extend(self.with_phrases(Some(complement), &Link::Subject, front));
            }
        }
        for &front in &objects {
            found.extend(self.with_phrases(None, &Link::Object, front));
        }
        found.retain(|instance| instance.back != Some(instance.front) && instance.says_enough());
        found.truncate(MOST_AT_VERB);
        found
    }

    /// The construction with each prepositional phrase of the verb, or of the word that belongs to it; and without any.
    fn with_phrases(&self, complement: Option<(Link, usize)>, link: &Link, front: usize) -> Vec<Instance> {
        let mut phrases = self.phrases(self.verb);
        if let Some((_, word)) = &complement {
            phrases.extend(self.phrases(*word));
        }
        phrases.sort();
        phrases.dedup();
        let alone = self.instance(complement.clone(), (link, front), None);
        let with =
            phrases.into_iter().map(|phrase| self.instance(complement.clone(), (link, front), Some(phrase)));
        with.chain(std::iter::once(alone)).collect()
    }

    fn instance(
        &self,
        complement: Option<(Link, usize)>,
        (link, front): (&Link, usize),
        back: Option<(Link, usize)>,
    ) -> Instance {
        let tree = &self.sentence.tree;
        let word = |(link, token): &(Link, usize)| Complement {
            lemma: lemma_of(tree.token(*token)),
            link: link.clone(),
        };
        let construction = Construction {
            verb: lemma_of(tree.token(self.verb)),
            particles: particles(tree, self.verb),
            complement: complement.as_ref().map(word),
            front: link.clone(),
            back: back.as_ref().map(|(link, _)| link.clone()),
        };
        Instance {
            construction,
            verb: self.verb,
            complement: complement.map(|(_, token)| token),
            front,
            back: back.map(|(_, token)| token),
        }
    }

    fn has(&self, link: &Link) -> bool {
        self.sentence.graph.edges(self.verb).iter().any(|edge| edge.link == *link)
    }

    fn arguments(&self, token: usize, link: &Link) -> Vec<usize> {
        let edges = self.sentence.graph.edges(token).iter().filter(|edge| edge.link == *link);
        edges.map(|edge| edge.target).filter(|&target| self.may_be_argument(target)).collect()
    }

    fn phrases(&self, token: usize) -> Vec<(Link, usize)> {
        let named = |link: &Link| matches!(link, Link::Preposition(name) if is_plain(name));
        let edges = self.sentence.graph.edges(token).iter().filter(|edge| named(&edge.link));
        edges
            .filter(|edge| edge.target > token && self.may_be_argument(edge.target))
            .map(|edge| (edge.link.clone(), edge.target))
            .collect()
    }

    /// Nouns and adjectives without a name or a number in them.
    fn complements(&self) -> Vec<(Link, usize)> {
        let tree = &self.sentence.tree;
        let is_word = |token: usize| {
            let word = tree.token(token);
            let of_wording = matches!(word.pos, CoarseTag::Noun | CoarseTag::Adj);
            of_wording && word.entity == EntityTag::Outside && is_plain(&lemma_of(word)) && token > self.verb
        };
        let edges = self.sentence.graph.edges(self.verb).iter();
        let own = edges.filter(|edge| matches!(edge.link, Link::Object | Link::Complement));
        own.filter(|edge| is_word(edge.target)).map(|edge| (edge.link.clone(), edge.target)).collect()
    }

    fn may_be_argument(&self, token: usize) -> bool {
        let word = self.sentence.tree.token(token);
        let is_noun = self.sentence.category(token) == Category::Noun
            || word.pos == CoarseTag::Pron && !matches!(word.tag, FineTag::Wdt | FineTag::Ex);
        is_noun && !is_time(word.entity)
    }
}

impl Instance {
    /// A light verb needs a word beside it; "be" needs a phrase as well.
    fn says_enough(&self) -> bool {
        let is_light =
            LIGHT.contains(&self.construction.verb.as_str()) && self.construction.particles.is_empty();
        let is_copula = matches!(self.construction.verb.as_str(), "be" | "become");
        (!is_light || self.complement.is_some()) && (!is_copula || self.back.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::parse;

    fn told(text: &str) -> Vec<String> {
        let sentences = parse(text);
        let parsed = ParsedSentence::new(&sentences[0]);
        let word = |token: usize| sentences[0].tokens[token].text.to_string();
        let told = |instance: &Instance| {
            let mut words = vec![word(instance.front), instance.construction.verb.clone()];
            words.extend(instance.construction.particles.clone());
            words.extend(instance.construction.complement.as_ref().map(|word| word.lemma.clone()));
            if let Some(Link::Preposition(name)) = &instance.construction.back {
                words.push(name.clone());
            }
            words.extend(instance.back.map(word));
            words.join(" ")
        };
        instances(&parsed).iter().map(told).collect()
    }

    #[test]
    fn active_and_passive_are_one_construction() {
        assert!(told("The bank swallowed up a rival.").contains(&"bank swallow up rival".to_owned()));
        assert!(told("A rival was swallowed up by the bank.").contains(&"bank swallow up rival".to_owned()));
    }

    #[test]
    fn a_light_verb_takes_its_noun_along() {
        let told = told("The bank took control of a rival.");
        assert!(told.contains(&"bank take control of rival".to_owned()), "{told:?}");
        assert!(!told.iter().any(|words| words == "bank take control of"), "{told:?}");
    }

    #[test]
    fn a_passive_has_whom_it_is_done_to_before_the_verb() {
        let told = told("The nurse was indicted for fraud.");
        assert!(told.contains(&"nurse indict for fraud".to_owned()), "{told:?}");
        assert!(told.contains(&"nurse indict".to_owned()), "{told:?}");
    }
}
