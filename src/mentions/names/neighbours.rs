//! What the words beside a name say that it names, where that is a thing of a class of the user's: `the ferry Baltic Queen`,
//! `the MV Baltic Queen`, `the Baltic Queen, a ferry`. The recogniser has never heard of such things and takes them for bodies,
//! people or posts as it comes; so what is said of a name once holds for it in the whole article.

use std::collections::BTreeMap;

use crate::grammar::{TokenSpan, phrase_start};
use crate::language::{FineTag, Sentence};
use crate::mentions::agreement::apposed;
use crate::mentions::ontology_index::OntologyIndex;
use crate::ontology::ClassId;

use super::span::NameSpan;

/// Takes the marks from the names, and gives the names of things their classes; `names` are those of each sentence.
pub fn tell(sentences: &[Sentence], names: &mut [Vec<NameSpan>], lexicon: &OntologyIndex) {
    let mut told: BTreeMap<String, ClassId> = BTreeMap::new();
    for (sentence, names) in sentences.iter().zip(names.iter_mut()) {
        for name in names.iter_mut().filter(|name| name.individual.is_none()) {
            while name.span.end > name.span.first + 1 && is_mark(sentence, name.span.first, lexicon) {
                name.span = TokenSpan::new(name.span.first + 1, name.span.end);
            }
            if let Some(class) = said(sentence, name, lexicon) {
                told.entry(name.span.text(sentence)).or_insert(class);
            }
        }
    }
    if told.is_empty() {
        return;
    }
    for (sentence, names) in sentences.iter().zip(names) {
        for name in names.iter_mut().filter(|name| name.individual.is_none()) {
            name.class = told.get(&name.span.text(sentence)).copied().or(name.class);
        }
    }
}

/// Whether a word is a mark before the name of a thing.
pub fn is_mark(sentence: &Sentence, token: usize, lexicon: &OntologyIndex) -> bool {
    lexicon.words().name_marks.contains_key(&*sentence.tokens[token].text)
        && sentence.tokens.get(token + 1).is_some_and(|next| next.tag.is_proper_noun())
}

/// What the mark, the noun before a name or the one in apposition to it says that it names.
fn said(sentence: &Sentence, name: &NameSpan, lexicon: &OntologyIndex) -> Option<ClassId> {
    let head = name.head(sentence);
    let before = name.span.first.checked_sub(1);
    let mark = before.filter(|&token| is_mark(sentence, token, lexicon));
    if let Some(mark) = mark {
        return lexicon.word_class(lexicon.words().name_marks.get(&*sentence.tokens[mark].text)?);
    }
    let title = before.filter(|&token| {
        let token = &sentence.tokens[token];
        token.tag == FineTag::Nn && token.head == head && token.dep.is_noun_modifier()
    });
    let noun = title.or_else(|| apposed(sentence, head))?;
    let (class, _) = lexicon.noun_class(sentence, phrase_start(sentence, noun), noun)?;
    // "The bonobo Kobe": of whom the recogniser takes for somebody the article may speak as "him".
    let like_somebody =
        name.span.end == name.span.first + 1 && name.class.is_some_and(|class| lexicon.is_person(class));
    Some(class).filter(|&class| lexicon.is_taught_thing(class) && !like_somebody)
}

#[cfg(test)]
mod tests {
    use crate::mentions::{Mentions, OntologyIndex, find_mentions};
    use crate::ontology::Ontology;
    use crate::sample_language::engine;
    use crate::tree_repair::mend_trees;

    const NOUNS: &str = "ng:noun \"ship\", \"ferry\", \"bulk carrier\"";

    /// The names of a text with the classes that an ontology of ships gives them, which tells ships in this way.
    fn names(ships: &str, text: &str) -> Vec<String> {
        let taught = format!(
            "@prefix ex: <http://example.org/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:Ship rdfs:subClassOf ng:Entity ; {ships} ."
        );
        let ontology = Ontology::taught_by(&[("t.ttl", &taught)]).unwrap();
        let lexicon = OntologyIndex::new(&ontology);
        let mut sentences = engine().analyse(&[text]).remove(0);
        mend_trees(&mut sentences, &lexicon);
        let found: Mentions = find_mentions(&sentences, &lexicon);
        let class = |class: Option<_>| class.map_or("–", |class| ontology.class(class).name.as_str());
        let told = found.iter().filter(|(_, mention)| mention.text.contains("Baltic"));
        told.map(|(_, mention)| format!("{}: {}", mention.label, class(mention.class))).collect()
    }

    #[test]
    fn a_mark_a_noun_before_it_and_one_in_apposition_tell_what_a_name_names() {
        for text in [
            "The bulk carrier Baltic Queen ran aground off Malta.",
            "The MV Baltic Queen ran aground off Malta.",
            "The Baltic Queen, a ferry, ran aground off Malta.",
            "The ferry Baltic Queen ran aground.",
        ] {
            assert_eq!(names(NOUNS, text), ["Baltic Queen: Ship"], "{text}");
        }
    }

    #[test]
    fn what_is_said_once_holds_for_the_article() {
        let found = names(NOUNS, "The ferry Baltic Queen ran aground. Tugs pulled the Baltic Queen free.");
        assert_eq!(found, ["Baltic Queen: Ship", "Baltic Queen: Ship"]);
    }

    #[test]
    fn kinds_of_a_users_noun_go_before_newsgraphs_own_list() {
        let found = names("ng:nounsLike \"ship\"", "The tanker Baltic Queen ran aground.");
        assert_eq!(found, ["Baltic Queen: Ship"]);
    }
}
