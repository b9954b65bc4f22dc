//! Who is set aside: in `charged Ann Reed, but not Tom Hale, with theft` the words between the commas could be left out.
//! Parsers join the second name to the verb, take it for another word for the first, or hang the offence on it, and then
//! nobody is charged with anything.

use crate::grammar::{ancestors, leftmost};
use crate::language::{Dependency, Sentence};

pub fn mend(sentence: &mut Sentence) {
    for aside in 2..sentence.tokens.len() {
        mend_appositions(sentence, aside);
        if is_set_aside(sentence, aside) {
            mend_joins(sentence, aside);
            mend_what_follows(sentence, aside);
        }
    }
}

fn is_not(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens[token].text.eq_ignore_ascii_case("not")
}

fn is_comma(sentence: &Sentence, token: usize) -> bool {
    &*sentence.tokens[token].text == ","
}

/// `Not Tom Hale`, joined to what stands before it.
fn is_set_aside(sentence: &Sentence, noun: usize) -> bool {
    let token = &sentence.tokens[noun];
    token.dep == Dependency::Conj
        && token.pos.is_noun()
        && token.head < noun
        && is_not(sentence, leftmost(sentence, noun))
}

/// `Ann Reed, not Tom Hale,`: he is no other word for her.
fn mend_appositions(sentence: &mut Sentence, noun: usize) {
    let tokens = &sentence.tokens;
    let first = leftmost(sentence, noun);
    let (Some(not), Some(comma)) = (first.checked_sub(1), first.checked_sub(2)) else { return };
    if tokens[noun].dep == Dependency::Appos && is_not(sentence, not) && is_comma(sentence, comma) {
        sentence.tokens[noun].dep = Dependency::Conj;
        (sentence.tokens[not].head, sentence.tokens[not].dep) = (noun, Dependency::Neg);
    }
}

/// The noun right before `, but not Tom Hale` is what he is set against, and not the verb.
fn mend_joins(sentence: &mut Sentence, aside: usize) {
    let tokens = &sentence.tokens;
    let verb = tokens[aside].head;
    if !tokens[verb].pos.is_verb() {
        return;
    }
    let joint = |index: &usize| is_comma(sentence, *index) || tokens[*index].dep == Dependency::Cc;
    let not = leftmost(sentence, aside);
    let first_joint = (verb + 1..not).rev().take_while(joint).last();
    let against = first_joint.and_then(|joint| joint.checked_sub(1));
    let Some(against) =
        against.filter(|&noun| tokens[noun].head == verb && tokens[noun].dep == Dependency::Dobj)
    else {
        return;
    };
    for index in against + 1..not {
        sentence.tokens[index].head = against;
    }
    sentence.tokens[aside].head = against;
}

/// What stands after the second comma belongs to the verb again.
fn mend_what_follows(sentence: &mut Sentence, aside: usize) {
    let tokens = &sentence.tokens;
    let Some(verb) = ancestors(sentence, aside).find(|&above| tokens[above].pos.is_verb()) else { return };
    for preposition in aside + 2..tokens.len() {
        let token = &sentence.tokens[preposition];
        let hangs = token.head == aside && token.dep == Dependency::Prep;
        if hangs && is_comma(sentence, preposition - 1) {
            sentence.tokens[preposition].head = verb;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn what_follows_who_is_set_aside_belongs_to_the_verb() {
        for text in [
            "Police charged Ann Reed, but not Tom Hale, with theft.",
            "Police charged Omar Fisk, but not Hugo Stein, with theft.",
            "Police charged Ann Reed, not Hugo Stein, with theft.",
            "The court charged Ann Reed, but not her brother, with theft.",
        ] {
            assert_eq!(heads(text, &["with"]), ["with prep charged"], "{text}");
        }
    }

    #[test]
    fn who_is_set_aside_is_joined_to_who_is_not() {
        let text = "Police accused Ann Reed, and not Tom Hale, of theft.";
        assert_eq!(heads(text, &["Hale", "and", "not"]), ["Hale conj Reed", "and cc Reed", "not neg Hale"]);
        let text = "Police charged Ann Reed, not Tom Hale, with theft.";
        assert_eq!(heads(text, &["Hale", "not"]), ["Hale conj Reed", "not neg Hale"]);
    }
}
