//! Relative clauses: who is `who`. Whose is `whose` stands in `stolen_subjects.rs`.

use std::iter::successors;

use crate::grammar::{Number, children, number_of_verb};
use crate::language::{CoarseTag, Dependency, EntityType, FineTag, Sentence};

pub fn mend(sentence: &mut Sentence) {
    mend_verbs(sentence);
    mend_number(sentence);
    mend_who(sentence);
}

/// `An accusation the commission rejects`: what has a subject in a relative clause is a verb, whatever the tagger thinks.
fn mend_verbs(sentence: &mut Sentence) {
    for verb in 0..sentence.tokens.len() {
        let tag = match sentence.tokens[verb].tag {
            FineTag::Nns => FineTag::Vbz,
            FineTag::Nn => FineTag::Vbp,
            _ => continue,
        };
        let is_clause = sentence.tokens[verb].dep == Dependency::Relcl
            && children(sentence, verb)
                .any(|child| sentence.tokens[child].dep == Dependency::Nsubj && child < verb)
            && !children(sentence, verb)
                .any(|child| matches!(sentence.tokens[child].dep, Dependency::Det | Dependency::Amod));
        if is_clause {
            (sentence.tokens[verb].tag, sentence.tokens[verb].pos) = (tag, CoarseTag::Verb);
        }
    }
}

/// `Tom Hale and Ann Reed, who was charged`: the verb tells of one, and that is the last of those who are joined; `who were
/// charged` tells of all. Where the verb does not tell (`who fled`), the last is meant in any case.
fn mend_number(sentence: &mut Sentence) {
    for verb in 0..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let noun = tokens[verb].head;
        if tokens[verb].dep != Dependency::Relcl || !tokens[noun].pos.is_noun() {
            continue;
        }
        let relative = |child: usize| matches!(tokens[child].tag, FineTag::Wp | FineTag::Wdt);
        let Some(pronoun) =
            children(sentence, verb).find(|&child| relative(child) && tokens[child].dep.is_subject())
        else {
            continue;
        };
        let several = number_of_verb(sentence, verb) == Number::Plural;
        let joined = |noun: &usize| {
            let mut next = children(sentence, *noun).filter(|&child| child < pronoun);
            // "The captain, not the mate, who left."
            let denied =
                |noun: usize| children(sentence, noun).any(|child| tokens[child].dep == Dependency::Neg);
            let is_joined =
                |child: usize| tokens[child].dep == Dependency::Conj && tokens[child].pos.is_noun();
            next.rfind(|&child| is_joined(child) && !denied(child))
        };
        let meant = match several {
            false => successors(Some(noun), joined).last().unwrap_or(noun),
            true if tokens[noun].tag.is_singular_noun() => {
                let first =
                    |noun: &usize| Some(tokens[*noun].head).filter(|_| tokens[*noun].dep == Dependency::Conj);
                successors(Some(noun), first).take(tokens.len()).last().unwrap_or(noun)
            }
            true => noun,
        };
        sentence.tokens[verb].head = meant;
    }
}

/// `The member for Hull Bay, who wrote`: no place is ever a `who`, and a body hardly, so it is the noun before it.
fn mend_who(sentence: &mut Sentence) {
    for verb in 0..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let who = |child: usize| tokens[child].tag == FineTag::Wp && tokens[child].dep.is_subject();
        if tokens[verb].dep != Dependency::Relcl || !children(sentence, verb).any(who) {
            continue;
        }
        let mut place = tokens[verb].head;
        // "From Kinston, Ala., who": the state says where the town is.
        if tokens[place].dep == Dependency::Appos && tokens[place].head < place {
            place = tokens[place].head;
        }
        let preposition = tokens[place].head;
        let mut noun = tokens[preposition].head;
        // "Carl Boone, a 28-year-old from Hull, who": the parser sees an adjective.
        if tokens[noun].pos == CoarseTag::Adj && tokens[noun].dep == Dependency::Appos {
            noun = tokens[noun].head;
        }
        let is_place = |token: usize| {
            tokens[token].entity.is_any(&[EntityType::Gpe, EntityType::Loc, EntityType::Fac, EntityType::Org])
        };
        let hangs = tokens[place].dep == Dependency::Pobj && tokens[preposition].dep == Dependency::Prep;
        if hangs && is_place(place) && !is_place(noun) && tokens[noun].pos.is_noun() {
            sentence.tokens[verb].head = noun;
        }
    }
}
