//! Subjects that a name between commas takes away from their verbs: in `Ann Reed, whose brother, Ivo, was shot, told the court` it is the
//! brother who was shot, and in `Ann Reed resigned after her brother, Ivo, was arrested` who was arrested. Parsers give the verb to Ann.

use std::iter::successors;

use crate::grammar::{children, lemma, rightmost};
use crate::language::{Dependency, FineTag, Sentence};

use super::finite::is_finite;

pub fn mend(sentence: &mut Sentence) {
    for word in 1..sentence.tokens.len() {
        if sentence.tokens[word].tag == FineTag::WpPossessive && sentence.tokens[word].dep == Dependency::Poss
        {
            mend_whose(sentence, word);
        }
    }
    for verb in 2..sentence.tokens.len() {
        mend_time_clause(sentence, verb);
        mend_dressed_as(sentence, verb);
    }
}

/// Who is told of with `whose` is the subject of the next verb, and the owner that of the one after it, or before.
fn mend_whose(sentence: &mut Sentence, whose: usize) {
    let tokens = &sentence.tokens;
    // "Whose partner Yuki Mori": the name is the head.
    let within = |&word: &usize| Some(tokens[word].head).filter(|_| tokens[word].dep.is_noun_modifier());
    let noun = climb(sentence, tokens[whose].head, within);
    let owner = tokens[noun].head;
    if tokens[noun].dep != Dependency::Appos || owner > noun {
        return;
    }
    let apposed = |&word: &usize| Some(tokens[word].head).filter(|_| tokens[word].dep == Dependency::Appos);
    let holder = climb(sentence, owner, apposed);
    let (verb, role) = (tokens[holder].head, tokens[holder].dep);
    if !role.is_subject() || verb < noun {
        return;
    }
    let has_subject = |other: usize| children(sentence, other).any(|child| tokens[child].dep.is_subject());
    let after = children(sentence, verb).find(|&child| {
        let joined = matches!(tokens[child].dep, Dependency::Conj | Dependency::Dep);
        child > verb && joined && tokens[child].tag.is_finite_verb() && !has_subject(child)
    });
    let above = Some(tokens[verb].head).filter(|&above| {
        above != verb
            && tokens[verb].dep == Dependency::Ccomp
            && is_finite(sentence, above)
            && !has_subject(above)
    });
    let (main, place) = match (above, after) {
        (Some(above), _) => (above, None),
        (None, Some(after)) => {
            let head = tokens[verb].head;
            (after, Some((if head == verb { after } else { head }, tokens[verb].dep)))
        }
        (None, None) => return,
    };
    if let Some(place) = place {
        set(sentence, main, place);
    }
    let of_main = subject_role(sentence, main);
    set(sentence, noun, (verb, role));
    set(sentence, holder, (main, of_main));
    set(sentence, verb, (owner, Dependency::Relcl));
}

/// "Resigned after her brother, Ivo, was arrested": the preposition brings in a clause.
fn mend_time_clause(sentence: &mut Sentence, verb: usize) {
    const TIMES: [&str; 7] = ["after", "as", "before", "since", "until", "when", "while"];
    let tokens = &sentence.tokens;
    let begins = children(sentence, verb)
        .find(|&child| matches!(tokens[child].dep, Dependency::Aux | Dependency::AuxPass))
        .unwrap_or(verb);
    let has_subject =
        children(sentence, verb).any(|child| tokens[child].dep.is_subject() && !tokens[child].pos.is_verb());
    if has_subject || begins < 4 || &*tokens[begins - 1].text != "," || !is_finite(sentence, verb) {
        return;
    }
    let is_apposed = |&noun: &usize| {
        let ends = |apposed: usize| {
            tokens[apposed].dep == Dependency::Appos && rightmost(sentence, apposed) + 2 == begins
        };
        tokens[noun].dep == Dependency::Pobj && children(sentence, noun).any(ends)
    };
    let Some(noun) = (0..begins - 2).rev().find(is_apposed) else { return };
    let preposition = tokens[noun].head;
    let above = tokens[preposition].head;
    if !TIMES.contains(&tokens[preposition].text.to_lowercase().as_str()) || !tokens[above].pos.is_verb() {
        return;
    }
    if tokens[above].head == verb && above != verb {
        let place = (if tokens[verb].head == verb { above } else { tokens[verb].head }, tokens[verb].dep);
        set(sentence, above, place);
    } else if tokens[verb].head != above {
        return;
    }
    let role = subject_role(sentence, verb);
    set(sentence, verb, (above, Dependency::Advcl));
    set(sentence, preposition, (verb, Dependency::Mark));
    set(sentence, noun, (verb, role));
}

/// "Two men dressed as police officers shot a singer": the men did. "Friends shocked as a singer fled" is another thing.
fn mend_dressed_as(sentence: &mut Sentence, verb: usize) {
    const SEEMING: [&str; 6] = ["clad", "describe", "disguise", "dress", "identify", "pose"];
    let tokens = &sentence.tokens;
    let participle = tokens[verb].head;
    let people = tokens[participle].head;
    let is_clause = tokens[verb].dep == Dependency::Advcl
        && tokens[participle].dep == Dependency::Acl
        && tokens[people].head == people
        && tokens[people].pos.is_noun()
        && SEEMING.contains(&&*lemma(&tokens[participle]))
        && is_finite(sentence, verb);
    let part = |dep: Dependency| children(sentence, verb).find(|&child| tokens[child].dep == dep);
    let (Some(as_what), Some(subject)) = (part(Dependency::Mark), part(Dependency::Nsubj)) else { return };
    if !is_clause || as_what != participle + 1 || !tokens[as_what].text.eq_ignore_ascii_case("as") {
        return;
    }
    let role = subject_role(sentence, verb);
    set(sentence, verb, (verb, tokens[people].dep));
    set(sentence, people, (verb, role));
    set(sentence, as_what, (participle, Dependency::Prep));
    set(sentence, subject, (as_what, Dependency::Pobj));
}

fn climb(sentence: &Sentence, from: usize, up: impl Fn(&usize) -> Option<usize>) -> usize {
    successors(Some(from), up).take(sentence.tokens.len()).last().unwrap_or(from)
}

fn set(sentence: &mut Sentence, word: usize, (head, dep): (usize, Dependency)) {
    let token = &mut sentence.tokens[word];
    (token.head, token.dep) = (head, dep);
}

fn subject_role(sentence: &Sentence, verb: usize) -> Dependency {
    let passive = children(sentence, verb).any(|child| sentence.tokens[child].dep == Dependency::AuxPass);
    if passive { Dependency::NsubjPass } else { Dependency::Nsubj }
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn what_happened_to_whose_brother_did_not_happen_to_her() {
        for text in [
            "Ann Reed, whose brother was shot, told the court about it.",
            "Ann Reed, whose brother, Ivo, was shot, told the court about it.",
        ] {
            assert_eq!(
                heads(text, &["brother", "Reed"]),
                ["brother nsubjpass shot", "Reed nsubj told"],
                "{text}"
            );
        }
        let text = "Ann Reed, whose brother Ivo, 22, was shot on Friday, told the court about it.";
        assert_eq!(heads(text, &["Ivo", "Reed"]), ["Ivo nsubjpass shot", "Reed nsubj told"]);
        let text = "Mia Costa, whose former partner Luis Pinto was convicted of fraud, resigned on Monday.";
        assert_eq!(
            heads(text, &["partner", "Costa"]),
            ["partner nsubjpass convicted", "Costa nsubj resigned"]
        );
    }

    #[test]
    fn after_her_brother_was_arrested_she_was_not() {
        let text = "Greta Holm, the mayor, resigned after her brother, Jan, was arrested for theft.";
        assert_eq!(heads(text, &["brother", "Holm"]), ["brother nsubjpass arrested", "Holm nsubj resigned"]);
        let text = "Hina Roe, a witness, wept as her brother, Tariq, was found guilty of theft.";
        assert_eq!(heads(text, &["brother", "Roe"]), ["brother nsubjpass found", "Roe nsubj wept"]);
    }

    #[test]
    fn whoever_is_dressed_as_an_officer_is_none() {
        let text = "Two men dressed as police officers shot a singer.";
        assert_eq!(heads(text, &["men", "officers"]), ["men nsubj shot", "officers pobj as"]);
        assert_eq!(heads("Friends were shocked as a singer fled.", &["singer"]), ["singer nsubj fled"]);
    }
}
