//! What is told of a word and of a pair of words beside what they are: types, labels, and how grammar joins them. The network
//! knows those features that training met often enough.

use crate::grammar::{Link, ParsedSentence};
use crate::mentions::{Mention, MentionKind};
use crate::relations::Features;

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
    subject: Option<usize>,
    object: Option<usize>,
) -> Features {
    let mut features = Features::default();
    match (subject, object) {
        (Some(subject), Some(object)) => {
            paths(sentence, subject, object, &mut features);
            links(sentence, subject, object, &mut features);
        }
        (Some(only), None) => governors(sentence, only, "subject", &mut features),
        (None, Some(only)) => governors(sentence, only, "object", &mut features),
        (None, None) => {}
    }
    features
}

/// The way through the tree, by labels, and with the word at its top.
fn paths(sentence: &ParsedSentence<'_>, subject: usize, object: usize, features: &mut Features) {
    let up: Vec<usize> = sentence.tree.path_to_root(subject).collect();
    let down: Vec<usize> = sentence.tree.path_to_root(object).collect();
    let meeting = up.iter().find_map(|token| Some((*token, down.iter().position(|other| other == token)?)));
    let Some((top, below)) = meeting else {
        features.add("apart", &[]);
        return;
    };
    let rise = up.iter().position(|&token| token == top).unwrap_or(0);
    if rise + below > LONGEST_PATH {
        features.add("far", &[]);
        return;
    }
    let label = |&token: &usize| sentence.tree.dep(token).as_str();
    let mut path: Vec<&str> = up[..rise].iter().map(label).collect();
    path.push("^");
    path.extend(down[..below].iter().rev().map(label));
    features.add("path", &path);
    let prepositions = up[..rise].iter().chain(&down[..below]);
    let prepositions = prepositions.filter(|&&token| sentence.tree.dep(token).as_str() == "prep");
    let mut worded = path;
    worded.extend(prepositions.map(|&token| sentence.lemma(token)));
    features.add("worded path", &worded);
    features.add("top", &[sentence.lemma(top)]);
    worded.push(sentence.lemma(top));
    features.add("path with top", &worded);
}

/// The links of the argument graph: from one to the other, and from every word that governs both.
fn links(sentence: &ParsedSentence<'_>, subject: usize, object: usize, features: &mut Features) {
    for (from, to, name) in [(subject, object, "down"), (object, subject, "up")] {
        for edge in sentence.graph.edges(from).iter().filter(|edge| edge.target == to) {
            features.add(name, &[link_name(&edge.link)]);
            features.add("linked word", &[name, link_name(&edge.link), sentence.lemma(from)]);
        }
    }
    for word in 0..sentence.graph.len() {
        let edges = sentence.graph.edges(word);
        for first in edges.iter().filter(|edge| edge.target == subject) {
            for second in edges.iter().filter(|edge| edge.target == object) {
                let (first, second) = (link_name(&first.link), link_name(&second.link));
                features.add("governed", &[first, second]);
                features.add("governed by", &[first, second, sentence.lemma(word)]);
            }
        }
    }
}

/// The words that govern an argument whose other side is unsaid.
fn governors(sentence: &ParsedSentence<'_>, only: usize, side: &str, features: &mut Features) {
    for word in 0..sentence.graph.len() {
        for edge in sentence.graph.edges(word).iter().filter(|edge| edge.target == only) {
            let voice = if sentence.tree.is_passive(word) { "passive" } else { "" };
            features.add("alone", &[side, link_name(&edge.link), voice]);
            features.add("alone under", &[side, link_name(&edge.link), sentence.lemma(word)]);
        }
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
        pair_features(&parsed, side(subject), side(object))
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
