//! Who cannot be the doer of what the scorer proposes: its network sees a name and a killing in one sentence, and the syntax
//! knows that the one was merely questioned over the other.

use crate::grammar::{Edge, Link, ParsedSentence, is_negated, lemma_of};
use crate::language::Dependency;
use crate::mentions::OntologyIndex;
use crate::ontology::{ClassId, Range, Relation};

use super::proposal::Proposal;

/// Whether the syntax tells that the subject of a proposal did not do it.
pub fn is_no_doer(sentence: &ParsedSentence<'_>, lexicon: &OntologyIndex<'_>, proposal: &Proposal) -> bool {
    let Some(subject) = proposal.subject else { return false };
    let relation = lexicon.ontology.relation(proposal.relation);
    let trigger = proposal.trigger;
    let is_verb = sentence.tree.is_verb(trigger);
    if is_verb && is_who_had_it_done(sentence, trigger, subject) {
        return true;
    }
    let deed = match is_verb {
        true => proposal
            .object
            .filter(|&object| !is_argument(sentence, trigger, object))
            .and_then(|object| noun_above(sentence, object)),
        false => Some(trigger).filter(|_| ![Some(trigger), None].contains(&proposal.object)),
    };
    has_victim(relation, lexicon)
        && deed.filter(|&deed| sentence.tree.token(deed).pos.is_noun() && deed != subject).is_some_and(
            |deed| !is_argument(sentence, deed, subject) && !is_judged_for(sentence, lexicon, deed, subject),
        )
}

/// The noun that somebody hangs on, as the victim does on the deed: "the murder of Ann Reed", "Ann Reed's murder".
fn noun_above(sentence: &ParsedSentence<'_>, victim: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let above = tree.head(victim)?;
    match tree.dep(victim) {
        Dependency::Poss => Some(above),
        Dependency::Pobj if &*tree.token(above).lemma == "of" => tree.head(above),
        _ => None,
    }
}

/// Whether a relation lays it to the subject's charge that he did something to somebody.
pub fn has_victim(relation: &Relation, lexicon: &OntologyIndex<'_>) -> bool {
    match &relation.range {
        Range::Entities(classes) => {
            relation.accuses() && classes.iter().any(|&class| may_be_person(lexicon, class))
        }
        Range::Literal { .. } => false,
    }
}

fn may_be_person(lexicon: &OntologyIndex<'_>, class: ClassId) -> bool {
    lexicon.person().is_some_and(|person| lexicon.ontology.is_a(person, class))
}

/// Whether the subject has another do it: "paid a gunman to shoot", "asked the minister to resign".
fn is_who_had_it_done(sentence: &ParsedSentence<'_>, deed: usize, subject: usize) -> bool {
    let tree = &sentence.tree;
    let Some(above) = tree.head(deed).filter(|_| tree.is_to_infinitive(deed)) else { return false };
    let does = |verb: usize| {
        sentence.graph.edges(verb).iter().any(|edge| edge.link == Link::Subject && edge.target == subject)
    };
    let others = sentence.graph.edges(deed).iter().any(|edge| edge.link == Link::Subject);
    tree.is_verb(above) && !tree.is_passive(above) && others && does(above) && !does(deed)
}

pub fn is_argument(sentence: &ParsedSentence<'_>, word: usize, argument: usize) -> bool {
    sentence.graph.edges(word).iter().any(|edge| edge.target == argument)
}

/// Whether the subject stands before a judge, or owns to it, for the deed that a noun names: "jailed for the murder of",
/// "pleaded guilty to the killing of".
fn is_judged_for(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    deed: usize,
    subject: usize,
) -> bool {
    let tree = &sentence.tree;
    let words = &lexicon.words().factuality;
    let names_judgement = |&word: &usize| {
        let lemma = lemma_of(tree.token(word));
        let with = |&child: &usize| {
            let words_of_two = format!("{lemma} {}", lemma_of(tree.token(child)));
            words.owning.contains(&words_of_two) || words.doing.contains(&words_of_two)
        };
        // "Pleaded not guilty to".
        let is_denied =
            is_negated(tree, word) || tree.children(word).iter().any(|&child| is_negated(tree, child));
        if is_denied {
            return false;
        }
        words.verdicts.contains(&lemma)
            || words.doing.contains(&lemma)
            || tree.children(word).iter().any(with)
    };
    // Of "the judge jailed the clerk" the clerk is judged.
    let is_judged = |word: usize| {
        let edges = sentence.graph.edges(word);
        let is_object = |edge: &&Edge| edge.link == Link::Object && edge.target != deed;
        match edges.iter().any(|edge| is_object(&edge)) {
            true => edges.iter().filter(is_object).any(|edge| edge.target == subject),
            false => edges.iter().any(|edge| edge.target == subject),
        }
    };
    let above = tree.ancestors(deed).find(|&word| tree.dep(word) != Dependency::Prep);
    above.filter(names_judgement).is_some_and(|word| {
        // "Found guilty of": the verb above an adjective, or above a noun ("his conviction for").
        is_judged(word) || tree.head(word).is_some_and(|verb| tree.is_verb(verb) && is_judged(verb))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::confidence::Confidence;
    use crate::sample_language::{lexicon, mended, relation, token};

    /// Whether a name cannot have killed the victim, Tom Hale.
    fn is_ruled_out(text: &str, subject: &str, trigger: &str) -> bool {
        let sentences = mended(text);
        let sentence = ParsedSentence::new(&sentences[0]);
        let at = |word: &str| token(&sentences[0], word);
        let proposal = Proposal {
            relation: relation("killed"),
            subject: Some(at(subject)),
            object: Some(at("Hale")),
            trigger: at(trigger),
            confidence: Confidence::NONE,
        };
        is_no_doer(&sentence, lexicon(), &proposal)
    }

    #[test]
    fn who_is_only_asked_about_a_killing_is_no_killer() {
        for text in [
            "Ann Reed was extradited over the murder of Tom Hale.",
            "Ann Reed appeared in court over the murder of Tom Hale.",
            "Ann Reed wept at the murder of Tom Hale.",
            "Ann Reed pleaded not guilty to the murder of Tom Hale.",
            "Inspector Ann Reed led the inquiry into the murder of Tom Hale.",
        ] {
            assert!(is_ruled_out(text, "Reed", "murder"), "{text}");
        }
        let by_verb = "Ann Reed was extradited over the murder of Tom Hale.";
        assert!(is_ruled_out(by_verb, "Reed", "extradited"));
        assert!(is_ruled_out("Judge Ann Reed jailed Ivo Berg for the murder of Tom Hale.", "Reed", "murder"));
    }

    #[test]
    fn who_is_judged_for_a_killing_may_be_the_killer() {
        for text in [
            "The murder of Tom Hale by Ann Reed shook the town.",
            "Ann Reed was jailed for the murder of Tom Hale.",
            "Ann Reed pleaded guilty to the murder of Tom Hale.",
        ] {
            assert!(!is_ruled_out(text, "Reed", "murder"), "{text}");
        }
    }

    #[test]
    fn who_pays_for_a_killing_does_not_do_it() {
        let text = "Ann Reed asked a gunman to kill Tom Hale.";
        assert!(is_ruled_out(text, "Reed", "kill"));
        assert!(!is_ruled_out(text, "gunman", "kill"));
        assert!(!is_ruled_out("Ann Reed tried to kill Tom Hale.", "Reed", "kill"));
    }
}
