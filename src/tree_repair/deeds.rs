//! Whose a deed is that comes after somebody: in `accused by the union of lying` and `accused the union of fraud` the deed is what
//! somebody is accused of. Parsers hang it on the nearest noun, and the union would be one "of lying".

use crate::grammar::{child, children, lemma};
use crate::language::{CoarseTag, Dependency, FineTag, Sentence};
use crate::mentions::OntologyIndex;
use crate::ontology::{ClassId, Range};

/// Verbs that say with "of" what somebody is said to have done.
const WITH_OF: [&str; 5] = ["accuse", "acquit", "clear", "convict", "suspect"];

pub fn mend(sentence: &mut Sentence, lexicon: &OntologyIndex<'_>) {
    for word in 1..sentence.tokens.len() {
        let verb = sentence.tokens[word].head;
        let takes_of = WITH_OF.contains(&&*lemma(&sentence.tokens[verb]));
        let somebody = match sentence.tokens[word].dep {
            Dependency::Agent => child(sentence, word, &[Dependency::Pobj]),
            // "Accused the firm of fraud".
            Dependency::Dobj if takes_of => Some(word),
            _ => None,
        };
        let Some(somebody) = somebody else { continue };
        let is_agent = somebody != word;
        let of_deed = |&phrase: &usize| {
            let deed = child(sentence, phrase, &[Dependency::Pcomp, Dependency::Pobj]);
            let is_gerund = |deed: usize| deed == phrase + 1 && sentence.tokens[deed].tag == FineTag::Vbg;
            sentence.tokens[phrase].dep == Dependency::Prep
                && &*sentence.tokens[phrase].lemma == "of"
                && deed.is_some_and(|deed| {
                    is_gerund(deed) || takes_of && is_matter(sentence, lexicon, somebody, deed, is_agent)
                })
        };
        let phrases: Vec<usize> = children(sentence, somebody).filter(of_deed).collect();
        for phrase in phrases {
            sentence.tokens[phrase].head = verb;
        }
    }
}

/// Whether what is said after people is a deed, or nothing that any class knows: "by two women of bribery", not "by members of
/// the union". After a body, or whoever is accused, it must be a deed.
fn is_matter(
    sentence: &Sentence,
    lexicon: &OntologyIndex<'_>,
    somebody: usize,
    deed: usize,
    is_agent: bool,
) -> bool {
    let class = |noun: usize| {
        let common = sentence.tokens[noun].pos == CoarseTag::Noun;
        common.then(|| lexicon.noun_class(sentence, noun, noun)).flatten().map(|(class, _)| class)
    };
    let ontology = lexicon.ontology;
    let is_whole = |class| lexicon.is_person(class) || lexicon.is_body(class) || lexicon.is_place(class);
    let is_of_people = |one| lexicon.person().is_some_and(|person| ontology.is_a(person, one));
    let is_deed = |class: ClassId| {
        ontology.relations.iter().filter(|relation| relation.accuses()).any(|relation| {
            match &relation.range {
                Range::Entities(wanted) => {
                    wanted.iter().any(|&one| ontology.is_a(class, one) && !is_of_people(one))
                }
                Range::Literal { .. } => false,
            }
        })
    };
    let is_person = is_agent && class(somebody).is_some_and(|class| lexicon.is_person(class));
    sentence.tokens[deed].pos == CoarseTag::Noun
        && class(deed).map_or(is_person, |class| !is_whole(class) && is_deed(class))
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn a_deed_after_its_teller_belongs_to_the_verb() {
        let of = |text| heads(text, &["of"]);
        assert_eq!(of("The minister was accused on Wednesday by the union of lying."), ["of prep accused"]);
        assert_eq!(of("The minister was accused by two women of crude advances."), ["of prep accused"]);
        assert_eq!(of("The union accused the regulator of fraud."), ["of prep accused"]);
        assert_eq!(of("The union accused the head of logistics."), ["of prep head"]);
        assert_eq!(of("The minister was accused by the leader of the union."), ["of prep leader"]);
        assert_eq!(of("The minister was accused by two members of the crew."), ["of prep members"]);
    }
}
