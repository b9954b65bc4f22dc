//! Whose a deed is that comes after the one who speaks of it: in `accused by the union of lying` the deed is what somebody is accused
//! of. Parsers hang it on the nearest noun, and the union would be one "of lying".

use crate::grammar::{child, children, lemma};
use crate::language::{CoarseTag, Dependency, FineTag, Sentence};
use crate::mentions::OntologyIndex;
use crate::ontology::{ClassId, Range};

pub fn mend(sentence: &mut Sentence, lexicon: &OntologyIndex<'_>) {
    for by in 1..sentence.tokens.len() {
        if sentence.tokens[by].dep != Dependency::Agent {
            continue;
        }
        let verb = sentence.tokens[by].head;
        let Some(agent) = child(sentence, by, &[Dependency::Pobj]) else { continue };
        let accuses = lexicon.words().factuality.charging.contains(&lemma(&sentence.tokens[verb]));
        let of_deed = |&phrase: &usize| {
            let deed = child(sentence, phrase, &[Dependency::Pcomp, Dependency::Pobj]);
            let is_gerund = |deed: usize| deed == phrase + 1 && sentence.tokens[deed].tag == FineTag::Vbg;
            sentence.tokens[phrase].dep == Dependency::Prep
                && &*sentence.tokens[phrase].lemma == "of"
                && deed.is_some_and(|deed| {
                    is_gerund(deed) || accuses && is_matter(sentence, lexicon, agent, deed)
                })
        };
        let phrases: Vec<usize> = children(sentence, agent).filter(of_deed).collect();
        for phrase in phrases {
            sentence.tokens[phrase].head = verb;
        }
    }
}

/// Whether the agent is people and what is said of them is a deed, or nothing that any class knows: "by two women of bribery",
/// not "by members of the union".
fn is_matter(sentence: &Sentence, lexicon: &OntologyIndex<'_>, agent: usize, deed: usize) -> bool {
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
    class(agent).is_some_and(|class| lexicon.is_person(class))
        && sentence.tokens[deed].pos == CoarseTag::Noun
        && class(deed).is_none_or(|class| !is_whole(class) && is_deed(class))
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn a_deed_after_its_teller_belongs_to_the_verb() {
        let of = |text| heads(text, &["of"]);
        assert_eq!(of("The minister was accused on Wednesday by the union of lying."), ["of prep accused"]);
        assert_eq!(of("The minister was accused by two women of crude advances."), ["of prep accused"]);
        assert_eq!(of("The minister was accused by the leader of the union."), ["of prep leader"]);
        assert_eq!(of("The minister was accused by two members of the crew."), ["of prep members"]);
    }
}
