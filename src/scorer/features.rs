//! What is told of a word and of a pair of words beside what they are: types, labels, and how grammar joins them. The network
//! knows those features that training met often enough.

use crate::grammar::{Link, ParsedSentence};
use crate::language::Dependency;
use crate::mentions::{Mention, MentionKind};
use crate::relations::{FeatureHash, Features};

use super::ties::{Governor, Meeting, Ties};

/// Steps of the longest path that is written out.
const LONGEST_PATH: usize = 7;

/// What one argument is: `class` is the name of its class.
pub fn argument_features(
    sentence: &ParsedSentence<'_>,
    token: usize,
    mention: Option<&Mention>,
    class: Option<&str>,
) -> Features {
    let mut features = Features::default();
    let word = sentence.tree.token(token);
    features.add("entity", &[word.entity.kind().map_or("", |kind| kind.as_str())]);
    features.add("tag", &[word.tag.as_str()]);
    features.add("label", &[word.dep.as_str()]);
    features.add("class", &[class.unwrap_or("")]);
    let kind = match mention.map(|mention| mention.kind) {
        Some(MentionKind::Name) => "name",
        Some(MentionKind::Description) => "description",
        Some(MentionKind::Pronoun) => "pronoun",
        None => "deed",
    };
    features.add("kind", &[kind]);
    let above = sentence.tree.head(token);
    let above_label = above.map_or("", |head| sentence.tree.dep(head).as_str());
    features.add("above", &[word.dep.as_str(), above_label]);
    if let Some(above) = above {
        features.add("governor", &[word.dep.as_str(), sentence.lemma(above)]);
    }
    features
}

/// How grammar joins subject and object; with one of them unsaid, what governs the other.
pub fn pair_features(
    sentence: &ParsedSentence<'_>,
    ties: &Ties<'_>,
    subject: Option<usize>,
    object: Option<usize>,
) -> Features {
    let mut features = Features::default();
    match (subject, object) {
        (Some(subject), Some(object)) => {
            paths(sentence, ties, [subject, object], &mut features);
            links(sentence, ties, [subject, object], &mut features);
        }
        (Some(only), None) => governors(sentence, ties, only, "subject", &mut features),
        (None, Some(only)) => governors(sentence, ties, only, "object", &mut features),
        (None, None) => {}
    }
    features
}

/// The way through the tree, by labels, and with the word at its top.
fn paths(sentence: &ParsedSentence<'_>, ties: &Ties<'_>, pair: [usize; 2], features: &mut Features) {
    let Some(Meeting { top, steps: [rise, below] }) = ties.meeting(pair) else {
        features.add("apart", &[]);
        return;
    };
    if rise + below > LONGEST_PATH {
        features.add("far", &[]);
        return;
    }
    let (up, down) = (&ties.path(pair[0])[..rise], &ties.path(pair[1])[..below]);
    let label = |&token: &usize| sentence.tree.dep(token).as_str();
    let labels = || up.iter().map(label).chain(["^"]).chain(down.iter().rev().map(label));
    // The three begin alike: side by side they take hardly more time than one.
    let begun = ["path", "worded path", "path with top"].map(FeatureHash::of);
    let [path, mut worded, mut topped] =
        labels().fold(begun, |hashes, label| hashes.map(|hash| hash.with(label)));
    let prepositions = up.iter().chain(down);
    for &token in prepositions.filter(|&&token| sentence.tree.dep(token) == Dependency::Prep) {
        worded = worded.with(sentence.lemma(token));
        topped = topped.with(sentence.lemma(token));
    }
    let top = sentence.lemma(top);
    features.extend([path, worded, FeatureHash::of("top").with(top), topped.with(top)]);
}

/// The links of the argument graph: from one to the other, and from every word that governs both.
fn links(
    sentence: &ParsedSentence<'_>,
    ties: &Ties<'_>,
    [subject, object]: [usize; 2],
    features: &mut Features,
) {
    for (from, to, name) in [(subject, object, "down"), (object, subject, "up")] {
        for governor in ties.governors(to).iter().filter(|governor| governor.word == from) {
            features.add(name, &[link_name(governor.link)]);
            features.add("linked word", &[name, link_name(governor.link), sentence.lemma(from)]);
        }
    }
    for first in ties.governors(subject) {
        for second in ties.governors(object).iter().filter(|second| second.word == first.word) {
            let links = [first, second].map(|governor| link_name(governor.link));
            features.add("governed", &links);
            features.add("governed by", &[links[0], links[1], sentence.lemma(first.word)]);
        }
    }
}

/// The words that govern an argument whose other side is unsaid.
fn governors(
    sentence: &ParsedSentence<'_>,
    ties: &Ties<'_>,
    only: usize,
    side: &str,
    features: &mut Features,
) {
    for &Governor { word, link } in ties.governors(only) {
        let voice = if sentence.tree.is_passive(word) { "passive" } else { "" };
        features.add("alone", &[side, link_name(link), voice]);
        features.add("alone under", &[side, link_name(link), sentence.lemma(word)]);
    }
}

fn link_name(link: &Link) -> &str {
    match link {
        Link::Subject => "subject",
        Link::Object => "object",
        Link::Complement => "complement",
        Link::Preposition(name) => name,
        Link::Modifier => "modifier",
        Link::Possessor => "possessor",
        Link::Apposition => "apposition",
        Link::Clause => "clause",
        Link::Infinitive => "infinitive",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::{mended, token};

    fn of(text: &str, subject: &str, object: &str) -> Features {
        let sentences = mended(text);
        let parsed = ParsedSentence::new(&sentences[0]);
        let side = |word: &str| (!word.is_empty()).then(|| token(&sentences[0], word));
        pair_features(&parsed, &Ties::new(&parsed), side(subject), side(object))
    }

    fn shared(one: &Features, other: &Features) -> usize {
        one.hashes.iter().filter(|hash| other.hashes.contains(hash)).count()
    }

    #[test]
    fn active_and_passive_share_what_governs_a_pair() {
        let active = of("The court fined the mayor.", "court", "mayor");
        let passive = of("The mayor was fined by the court.", "court", "mayor");
        // Links and verb agree; the ways through the trees do not.
        assert!(shared(&active, &passive) >= 2);
        assert!(shared(&active, &of("The court fined the mayor.", "mayor", "court")) < active.hashes.len());
    }

    #[test]
    fn of_an_unsaid_side_its_governor_is_told() {
        let passive = of("The mayor was fined.", "", "mayor");
        assert!(!passive.hashes.is_empty());
        assert_eq!(shared(&passive, &of("The mayor was fined.", "mayor", "")), 0);
    }
}
