//! Who is set aside: in `charged Ann Reed, but not Tom Hale, with theft` the words between the commas could be left out.
//! Parsers join the second name to the verb, take it for another word for the first, or hang the offence on it, and then
//! nobody is charged with anything.

use crate::grammar::{ancestors, leftmost, opens_alternative, path_to_root, subject};
use crate::language::{CoarseTag, Dependency, FineTag, Sentence};

pub fn mend(sentence: &mut Sentence) {
    mend_clefts(sentence);
    for noun in 2..sentence.tokens.len() {
        mend_alternatives(sentence, noun);
    }
    for aside in 2..sentence.tokens.len() {
        mend_appositions(sentence, aside);
        if is_set_aside(sentence, aside) {
            mend_joins(sentence, aside);
            mend_what_follows(sentence, aside);
        }
    }
}

/// `It was not Ann Reed but Tom Hale who left`: the clause tells of the one right before it.
fn mend_clefts(sentence: &mut Sentence) {
    for verb in 4..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let be = tokens[verb].head;
        let (who, is_cleft) = (leftmost(sentence, verb), tokens[verb].dep == Dependency::Ccomp);
        let it = subject(sentence, be).is_some_and(|it| tokens[it].text.eq_ignore_ascii_case("it"));
        let noun = who.checked_sub(1).filter(|&noun| noun > be && tokens[noun].pos.is_noun());
        let after_but = |noun: usize| {
            leftmost(sentence, noun).checked_sub(1).is_some_and(|but| &*tokens[but].text == "but")
        };
        let is_who = is_cleft && it && &*tokens[be].lemma == "be" && tokens[who].tag == FineTag::Wp;
        if let Some(noun) = noun.filter(|&noun| is_who && after_but(noun)) {
            (sentence.tokens[verb].head, sentence.tokens[verb].dep) = (noun, Dependency::Relcl);
        }
    }
}

/// `Charged Ann Reed rather than Tom Hale with theft`, `Ann Reed instead of him`: he is joined to her, and what comes after him
/// belongs to the verb.
fn mend_alternatives(sentence: &mut Sentence, noun: usize) {
    let tokens = &sentence.tokens;
    let first = leftmost(sentence, noun);
    let is_noun = |token: usize| tokens[token].pos.is_noun() || tokens[token].pos == CoarseTag::Pron;
    let Some(rather) = first.checked_sub(2).filter(|&rather| opens_alternative(sentence, rather)) else {
        return;
    };
    let is_within = tokens[noun].head >= first;
    let Some(against) = against(sentence, rather).filter(|_| is_noun(noun) && !is_within) else { return };
    (sentence.tokens[noun].head, sentence.tokens[noun].dep) = (against, Dependency::Conj);
    (sentence.tokens[rather].head, sentence.tokens[rather].dep) = (rather + 1, Dependency::Advmod);
    (sentence.tokens[rather + 1].head, sentence.tokens[rather + 1].dep) = (against, Dependency::Cc);
    let Some(verb) = ancestors(sentence, noun).find(|&above| sentence.tokens[above].pos.is_verb()) else {
        return;
    };
    let is_name = sentence.tokens[noun].pos == CoarseTag::Propn;
    for preposition in noun + 1..sentence.tokens.len() {
        let token = &sentence.tokens[preposition];
        let of_verb = match &*token.lemma {
            "with" | "for" | "as" | "over" => true,
            lemma => is_name && lemma != "of",
        };
        if of_verb && token.head == noun && token.dep == Dependency::Prep {
            sentence.tokens[preposition].head = verb;
        }
    }
}

/// The noun that ends right before `rather than`.
fn against(sentence: &Sentence, rather: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let last = (0..rather).rev().find(|&token| !is_comma(sentence, token))?;
    let is_noun = |token: usize| tokens[token].pos.is_noun() || tokens[token].pos == CoarseTag::Pron;
    let within = |&above: &usize| above < rather && is_noun(above);
    path_to_root(sentence, last).take_while(within).last()
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

    #[test]
    fn who_is_passed_over_is_joined_to_who_is_not() {
        for (text, preposition) in [
            ("Police charged Ann Reed rather than Tom Hale with theft.", "with prep charged"),
            ("Police charged Ann Reed instead of Tom Hale with theft.", "with prep charged"),
            ("The board appointed Ann Reed instead of Tom Hale as captain.", "as prep appointed"),
        ] {
            let word = preposition.split(' ').next().unwrap_or_default();
            assert_eq!(heads(text, &["Hale", word]), ["Hale conj Reed", preposition], "{text}");
        }
        let text = "The board slept instead of voting.";
        assert_eq!(heads(text, &["of"]), ["of prep slept"]);
    }
}
