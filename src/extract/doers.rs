//! Who cannot be the doer of what the scorer proposes, and who is only supposed to be: its network sees a name and a killing in one sentence, and the syntax
//! knows that the one was merely questioned over the other.

use crate::grammar::{Edge, Link, ParsedSentence, is_negated, is_open_here, lemma_of};
use crate::language::Dependency;
use crate::mentions::{OntologyIndex, counts_others};
use crate::ontology::{ClassId, Range, Relation};

use super::proposal::Proposal;
use super::statement::ExtractedStatement;

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

/// Whether a statement tells of somebody what the sentence tells of another who is called by him: of "police arrested an aide
/// to the prince" it is the aide who was arrested.
pub fn is_told_of_his_own(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    statement: &ExtractedStatement,
) -> bool {
    let relation = lexicon.ontology.relation(statement.relation);
    let victim = statement.object.filter(|_| has_victim(relation, lexicon));
    let is_within =
        |&side: &usize| side != statement.trigger && is_within_argument(sentence, statement.trigger, side);
    relation.accuses() && [statement.subject, victim].iter().flatten().any(is_within)
}

/// Whether somebody stands within the phrase of an argument of the deed. Of "dozens of drivers" the drivers are the argument.
fn is_within_argument(sentence: &ParsedSentence<'_>, deed: usize, somebody: usize) -> bool {
    let tree = &sentence.tree;
    let counts = |noun: usize| counts_others(&tree.token(noun).text.to_lowercase());
    let whole = |part: usize| {
        let part = tree.first_of_list(part);
        let head = tree.head(part)?;
        match tree.dep(part) {
            Dependency::Poss => Some(head),
            // "Arrested an aide to the prince": parsers may hang the preposition on the verb.
            Dependency::Pobj if &*lemma_of(tree.token(head)) == "to" && tree.head(head) == Some(deed) => {
                head.checked_sub(1)
            }
            Dependency::Pobj => tree.head(head).filter(|&noun| !counts(noun)),
            _ => None,
        }
    };
    std::iter::successors(whole(somebody), |&word| whole(word))
        .take(sentence.sentence().tokens.len())
        .take_while(|&word| word != deed && tree.token(word).pos.is_noun())
        .any(|word| is_argument(sentence, deed, word))
}

/// Whether the sentence calls the doer only supposed: "the alleged gunman shot her", "the presumed killer".
pub fn is_supposed_doer(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    statement: &ExtractedStatement,
) -> bool {
    let words = &lexicon.words().factuality;
    statement.subject.is_some_and(|subject| is_open_here(&sentence.tree, subject, words))
        && has_victim(lexicon.ontology.relation(statement.relation), lexicon)
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
fn has_victim(relation: &Relation, lexicon: &OntologyIndex<'_>) -> bool {
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

fn is_argument(sentence: &ParsedSentence<'_>, word: usize, argument: usize) -> bool {
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
    use crate::grammar::{Factuality, SentenceId};
    use crate::ontology::RelationId;
    use crate::sample_language::{lexicon, mended, token};

    fn relation(name: &str) -> RelationId {
        let ontology = lexicon().ontology;
        let is_it = |id: &RelationId| ontology.relation(*id).name == name;
        ontology.relation_ids().find(is_it).expect("the ontology has it")
    }

    fn statement(name: &str, trigger: usize, sides: [Option<usize>; 2]) -> ExtractedStatement {
        let holds = Factuality { negative: false, asserted: true };
        ExtractedStatement::without_pattern(
            SentenceId(0),
            relation(name),
            trigger,
            sides,
            holds,
            Confidence::NONE,
        )
    }

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
    fn what_is_done_to_a_mans_aide_is_not_done_to_him() {
        let is_his_own = |text: &str, subject: &str, trigger: &str| {
            let sentences = mended(text);
            let sentence = ParsedSentence::new(&sentences[0]);
            let at = |word: &str| token(&sentences[0], word);
            let statement = statement("arrested_for", at(trigger), [Some(at(subject)), None]);
            is_told_of_his_own(&sentence, lexicon(), &statement)
        };
        assert!(is_his_own("Police arrested an aide to Tom Hale.", "Hale", "arrested"));
        assert!(is_his_own(
            "Prosecutors filed a warrant for the arrest of an aide to Prince Rashid.",
            "Rashid",
            "arrest"
        ));
        assert!(is_his_own("The wife of Tom Hale was arrested.", "Hale", "arrested"));
        assert!(is_his_own("Tom Hale's driver was arrested.", "Hale", "arrested"));
        assert!(!is_his_own("Police arrested an aide to Tom Hale.", "aide", "arrested"));
        assert!(!is_his_own("Police arrested dozens of drivers.", "drivers", "arrested"));
    }

    #[test]
    fn an_alleged_doer_is_only_supposed_to_have_done_it() {
        let is_supposed = |text: &str| {
            let sentences = mended(text);
            let at = |word: &str| token(&sentences[0], word);
            let statement = statement("shot", at("shot"), [Some(at("gunman")), Some(at("Hale"))]);
            is_supposed_doer(&ParsedSentence::new(&sentences[0]), lexicon(), &statement)
        };
        assert!(is_supposed("The alleged gunman shot Tom Hale."));
        assert!(is_supposed("Police seek the suspected gunman who shot Tom Hale."));
        assert!(!is_supposed("A gunman shot Tom Hale."));
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
