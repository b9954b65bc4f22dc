//! What the syntax knows of whoever is accused: what is done to an aide is not done to his prince, and a supposed doer is not
//! yet one.

use crate::grammar::{ParsedSentence, is_open_here, lemma_of};
use crate::language::{CoarseTag, Dependency, EntityType};
use crate::mentions::{OntologyIndex, counts_others};

use super::doers::{has_victim, is_argument};
use super::statement::ExtractedStatement;

/// The statement as the syntax lets it stand; `None` where it tells it of another than the sentence does.
pub fn sound_accusation(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    mut statement: ExtractedStatement,
) -> Option<ExtractedStatement> {
    if !lexicon.ontology.relation(statement.relation).accuses() {
        return Some(statement);
    }
    statement.object = statement.object.filter(|&object| {
        !is_adjective_of(sentence, statement.trigger, object) && !is_one_of_several_times(sentence, object)
    });
    statement.factuality.asserted &= !is_supposed_doer(sentence, lexicon, &statement);
    let is_no_accusation = is_told_of_his_own(sentence, lexicon, &statement)
        || is_kind_of_deed(sentence, lexicon, &statement)
        || is_doer_taken_for_victim(sentence, lexicon, &statement)
        || is_only_asked(sentence, lexicon, &statement);
    (!is_no_accusation).then_some(statement)
}

/// Whether a statement tells of somebody what the sentence tells of another who is called by him: of "police arrested an aide
/// to the prince" it is the aide who was arrested.
fn is_told_of_his_own(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    statement: &ExtractedStatement,
) -> bool {
    let relation = lexicon.ontology.relation(statement.relation);
    let victim = statement.object.filter(|_| has_victim(relation, lexicon));
    let is_within = |&side: &usize| {
        side != statement.trigger && is_within_argument(sentence, lexicon, statement.trigger, side)
    };
    [statement.subject, victim].iter().flatten().any(is_within)
}

/// Whether somebody stands within the phrase of another who is an argument of the deed. Of "dozens of drivers" the drivers
/// are the argument, and of "launched a case against the driver" the driver.
fn is_within_argument(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    deed: usize,
    somebody: usize,
) -> bool {
    let tree = &sentence.tree;
    let counts = |noun: usize| counts_others(&tree.token(noun).text.to_lowercase());
    let is_person = |noun: usize| {
        let class = lexicon.noun_class(sentence.sentence(), noun, noun);
        class.is_some_and(|(class, _)| lexicon.is_person(class))
    };
    let whole = |part: usize| {
        let part = tree.first_of_list(part);
        let head = tree.head(part)?;
        let preposition = lemma_of(tree.token(head));
        match tree.dep(part) {
            Dependency::Poss => Some(head),
            // "Arrested an aide to the prince": parsers may hang the preposition on the verb.
            Dependency::Pobj if preposition == "to" && tree.head(head) == Some(deed) => head.checked_sub(1),
            Dependency::Pobj if matches!(&*preposition, "of" | "to" | "for" | "with" | "from") => {
                tree.head(head).filter(|&noun| !counts(noun))
            }
            _ => None,
        }
    };
    std::iter::successors(whole(somebody), |&word| whole(word))
        .take(sentence.sentence().tokens.len())
        .take_while(|&word| word != deed && tree.token(word).pos.is_noun())
        .any(|word| is_person(word) && is_argument(sentence, deed, word))
}

/// Whether what somebody is charged with is a mere adjective of the charge: "the renewed charges" do not say what for.
fn is_adjective_of(sentence: &ParsedSentence<'_>, charge: usize, object: usize) -> bool {
    let tree = &sentence.tree;
    let token = tree.token(object);
    tree.dep(object) == Dependency::Amod
        && tree.head(object) == Some(charge)
        && matches!(token.pos, CoarseTag::Adj | CoarseTag::Verb)
        && token.text.chars().all(char::is_lowercase)
}

/// "Was arrested for a second time": that is no offence.
fn is_one_of_several_times(sentence: &ParsedSentence<'_>, object: usize) -> bool {
    let tree = &sentence.tree;
    let is_counted = |&child: &usize| tree.token(child).entity.is_any(&[EntityType::Ordinal]);
    &*lemma_of(tree.token(object)) == "time" && tree.children(object).iter().any(is_counted)
}

/// Whether the one to whom it is said to be done is the doer: in "the mayor's sacking of Tom Hale" nobody sacked the mayor.
fn is_doer_taken_for_victim(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    statement: &ExtractedStatement,
) -> bool {
    let tree = &sentence.tree;
    let trigger = statement.trigger;
    let is_person = |noun: usize| {
        let class = lexicon.noun_class(sentence.sentence(), noun, noun);
        tree.token(noun).entity.is_any(&[EntityType::Person])
            || class.is_some_and(|(class, _)| lexicon.is_person(class))
    };
    let of_person = |&child: &usize| {
        tree.dep(child) == Dependency::Prep
            && &*lemma_of(tree.token(child)) == "of"
            && tree.child(child, &[Dependency::Pobj]).is_some_and(is_person)
    };
    let done_to = match has_victim(lexicon.ontology.relation(statement.relation), lexicon) {
        true => statement.object,
        false => statement.subject,
    };
    let is_owner = |side: usize| tree.dep(side) == Dependency::Poss && tree.head(side) == Some(trigger);
    done_to.is_some_and(is_owner) && tree.children(trigger).iter().any(of_person)
}

/// Whether the accused is only a word for the kind of deed: "charges of witness tampering" accuse no witness.
fn is_kind_of_deed(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    statement: &ExtractedStatement,
) -> bool {
    let tree = &sentence.tree;
    let deeds = [Some(statement.trigger), statement.object];
    let is_kind = |accused: usize| {
        let token = tree.token(accused);
        // Parsers also take the witness for the subject of the tampering.
        let is_beside = tree.dep(accused) == Dependency::Nsubj && tree.head(accused) == Some(accused + 1);
        token.pos == CoarseTag::Noun
            && (is_beside || tree.dep(accused) == Dependency::Compound)
            && deeds.contains(&tree.head(accused))
            && tree.sentence.tokens.get(accused + 1).is_some_and(|next| !next.tag.is_finite_verb())
    };
    !has_victim(lexicon.ontology.relation(statement.relation), lexicon)
        && statement.subject.is_some_and(is_kind)
}

/// Whether the deed stands in a question that is looked into: "an inquiry into whether she broke the rules" accuses nobody.
fn is_only_asked(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    statement: &ExtractedStatement,
) -> bool {
    let tree = &sentence.tree;
    let trigger = statement.trigger;
    let is_whether =
        |word: usize| tree.dep(word) == Dependency::Mark && &*lemma_of(tree.token(word)) == "whether";
    let words = &lexicon.words().factuality;
    let is_deed = tree.is_verb(trigger) && !words.charging.contains(&lemma_of(tree.token(trigger)));
    let is_asked = is_deed && tree.children(trigger).iter().any(|&child| is_whether(child));
    !has_victim(lexicon.ontology.relation(statement.relation), lexicon) && (is_whether(trigger) || is_asked)
}

/// Whether the sentence calls the doer only supposed: "the alleged gunman shot her", "the presumed killer".
fn is_supposed_doer(
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    statement: &ExtractedStatement,
) -> bool {
    let words = &lexicon.words().factuality;
    statement.subject.is_some_and(|subject| is_open_here(&sentence.tree, subject, words))
        && has_victim(lexicon.ontology.relation(statement.relation), lexicon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::confidence::Confidence;
    use crate::grammar::{Factuality, SentenceId};
    use crate::sample_language::{lexicon, mended, relation, token};

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
    fn whose_sacking_of_another_it_is_was_not_sacked() {
        let is_doer = |text: &str, subject: &str, trigger: &str| {
            let sentences = mended(text);
            let at = |word: &str| token(&sentences[0], word);
            let statement = statement("dismissed_from", at(trigger), [Some(at(subject)), None]);
            is_doer_taken_for_victim(&ParsedSentence::new(&sentences[0]), lexicon(), &statement)
        };
        assert!(is_doer("The mayor's sacking of Tom Hale was illegal.", "mayor", "sacking"));
        assert!(!is_doer("The mayor's sacking of Tom Hale was illegal.", "Hale", "sacking"));
        assert!(!is_doer("Tom Hale's sacking was illegal.", "Hale", "sacking"));
    }

    #[test]
    fn a_second_time_is_no_offence() {
        let is_time = |text: &str, object: &str| {
            let sentences = mended(text);
            let at = token(&sentences[0], object);
            is_one_of_several_times(&ParsedSentence::new(&sentences[0]), at)
        };
        assert!(is_time("Tom Hale was arrested for a second time on Monday.", "time"));
        assert!(!is_time("Tom Hale was arrested for theft on Monday.", "theft"));
    }

    #[test]
    fn an_adjective_of_the_charges_is_no_offence() {
        let is_unsaid = |text: &str, object: &str| {
            let sentences = mended(text);
            let at = |word: &str| token(&sentences[0], word);
            is_adjective_of(&ParsedSentence::new(&sentences[0]), at("charges"), at(object))
        };
        assert!(is_unsaid("The renewed charges against Tom Hale were filed.", "renewed"));
        assert!(!is_unsaid("The murder charges against Tom Hale were filed.", "murder"));
    }

    #[test]
    fn a_kind_of_deed_is_no_doer() {
        let sentences = mended("Tom Hale faces charges of witness tampering.");
        let at = |word: &str| token(&sentences[0], word);
        let of = |accused: &str| {
            statement("accused_of", at("charges"), [Some(at(accused)), Some(at("tampering"))])
        };
        let sentence = ParsedSentence::new(&sentences[0]);
        assert!(is_kind_of_deed(&sentence, lexicon(), &of("witness")));
        assert!(!is_kind_of_deed(&sentence, lexicon(), &of("Hale")));
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
    fn an_inquiry_into_whether_somebody_did_it_accuses_nobody() {
        let is_asked = |text: &str| {
            let sentences = mended(text);
            let at = |word: &str| token(&sentences[0], word);
            let statement = statement("accused_of", at("broke"), [Some(at("clerk")), Some(at("broke"))]);
            is_only_asked(&ParsedSentence::new(&sentences[0]), lexicon(), &statement)
        };
        assert!(is_asked("The board opened an inquiry into whether the clerk broke the law."));
        assert!(!is_asked("The board said that the clerk broke the law."));
    }
}
