//! What the words right at an event make of it: negations that deny it; modals, conditions and questions that leave it
//! open.

use crate::language::{Dependency, FineTag, Sentence};

use super::factuality_words::FactualityWords;
use super::function_words::{
    is_ability, is_conditional, is_modal, is_negative_adverb, is_negative_determiner, is_only, without_not,
};
use super::lemma::lemma_of;
use super::tree::Tree;

/// Whether the word is negated: by itself (`not`, `never`, `no longer`, `neither`) or with the one that it is joined to.
pub fn is_negated(tree: &Tree<'_>, word: usize) -> bool {
    is_negated_itself(tree, word) || shares_negation(tree, word)
}

/// "Has not been arrested, charged or tried": whoever shares the auxiliary shares its "not". After "or" a finite verb does,
/// too ("never met or saw him"); "and" joins it anew ("did not sign, and left").
fn shares_negation(tree: &Tree<'_>, word: usize) -> bool {
    let own =
        [Dependency::Nsubj, Dependency::NsubjPass, Dependency::Aux, Dependency::AuxPass, Dependency::Neg];
    let mut current = word;
    for _ in 0..tree.sentence.tokens.len() {
        let Some(first) = tree.head(current).filter(|_| tree.dep(current) == Dependency::Conj) else {
            return false;
        };
        let alike = tree.token(current).tag == tree.token(first).tag;
        let shares = match joiner(tree, first, current) {
            Some(cc) => match &*lemma_of(tree.token(cc)) {
                "or" | "nor" => true,
                "and" => alike && tree.token(current).tag == FineTag::Vb || has_no_one(tree, first),
                _ => false,
            },
            None => alike && !tree.token(current).tag.is_finite_verb(),
        };
        if !shares || !tree.is_verb(current) || !tree.is_verb(first) || tree.child(current, &own).is_some() {
            return false;
        }
        if is_negated_itself(tree, first) {
            return true;
        }
        current = first;
    }
    false
}

/// The "and" or "or" of the list in which one word comes after another: before the last of them.
fn joiner(tree: &Tree<'_>, first: usize, second: usize) -> Option<usize> {
    let is_joiner = |&child: &usize| tree.dep(child) == Dependency::Cc;
    let before = tree.children(first).iter().copied().filter(is_joiner).rfind(|&child| child < second);
    let after = tree.children(second).iter().copied().filter(is_joiner).find(|&child| child > second);
    before.or(after)
}

/// "Nobody was hurt and robbed".
fn has_no_one(tree: &Tree<'_>, verb: usize) -> bool {
    tree.subject(verb).is_some_and(|subject| is_negative_determiner(&lemma_of(tree.token(subject))))
}

fn is_negated_itself(tree: &Tree<'_>, word: usize) -> bool {
    let negations = tree
        .children(word)
        .iter()
        .filter(|&&child| match tree.dep(child) {
            Dependency::Neg => !is_first_step(tree, child),
            // "The ruling—made in May—didn't clear her".
            Dependency::Aux | Dependency::AuxPass => without_not(&tree.token(child).text).is_some(),
            // "Did not go, nor did she write": the one word brings in the other clause.
            Dependency::Cc if child > word => false,
            Dependency::Advmod | Dependency::Preconj | Dependency::Cc if is_first_step(tree, child) => false,
            Dependency::Advmod | Dependency::Preconj | Dependency::Cc => {
                is_negative_adverb(&lemma_of(tree.token(child)))
                    || tree
                        .children(child)
                        .iter()
                        .any(|&inner| tree.dep(inner) == Dependency::Neg && child < word + 2)
                    || is_no_longer(tree, word, child)
            }
            Dependency::Nsubj | Dependency::NsubjPass => is_negative_determiner(&lemma_of(tree.token(child))),
            _ => false,
        })
        .count()
        + usize::from(is_joined_by_nor(tree, word));
    negations % 2 == 1
}

/// "Not only", "not merely": no denial.
fn is_first_step(tree: &Tree<'_>, negation: usize) -> bool {
    let only = |token: usize| tree.sentence.tokens.get(token).is_some_and(|next| is_only(&lemma_of(next)));
    only(negation) || only(negation + 1)
}

/// "Neither admitted nor denied it": the second of the two, too.
fn is_joined_by_nor(tree: &Tree<'_>, word: usize) -> bool {
    let nor = |&child: &usize| {
        tree.dep(child) == Dependency::Cc && child < word && lemma_of(tree.token(child)) == "nor"
    };
    tree.dep(word) == Dependency::Conj
        && tree.head(word).is_some_and(|first| tree.children(first).iter().any(nor))
}

/// "is no longer the owner", but not "stayed no longer than a week".
fn is_no_longer(tree: &Tree<'_>, word: usize, adverb: usize) -> bool {
    match tree.children(adverb) {
        [inner] => tree.dep(*inner) == Dependency::Neg && *inner == word + 1 && adverb == word + 2,
        _ => false,
    }
}

/// Whether the word itself negates something.
pub fn is_negation(tree: &Tree<'_>, token: usize) -> bool {
    let lemma = lemma_of(tree.token(token));
    tree.dep(token) == Dependency::Neg || is_negative_adverb(&lemma) || is_negative_determiner(&lemma)
}

/// Whether the noun is denied by what stands before it: "no murder", "neither murder nor theft", "not the driver but".
pub fn has_negative_determiner(tree: &Tree<'_>, noun: usize) -> bool {
    let denies = |child: usize| match tree.dep(child) {
        Dependency::Neg => !tree.is_verb(noun) && !is_first_step(tree, child),
        Dependency::Preconj if tree.is_verb(noun) => false,
        Dependency::Det | Dependency::Preconj | Dependency::Amod => {
            is_negative_determiner(&lemma_of(tree.token(child)))
        }
        _ => false,
    };
    // "Neither Ann Reed nor her aide, Tom Hale", "neither the aide, Tom Hale": what else he is called.
    let named = tree.head(noun).filter(|_| tree.dep(noun) == Dependency::Appos);
    tree.children(noun).iter().any(|&child| child < noun && denies(child))
        || !tree.is_verb(noun)
            && (is_joined_by_nor(tree, noun)
                || tree.leftmost(noun).checked_sub(1).is_some_and(|nor| lemma_of(tree.token(nor)) == "nor")
                || named
                    .is_some_and(|named| is_joined_by_nor(tree, named) || is_first_of_neither(tree, named))
                || is_set_aside(tree, noun)
                || is_none_of(tree, noun))
}

/// `Little doubt that she left`, `scant evidence that`; but a little girl has an article.
pub fn is_scant(tree: &Tree<'_>, noun: usize) -> bool {
    let scant = |&child: &usize| {
        tree.dep(child) == Dependency::Amod && matches!(&*lemma_of(tree.token(child)), "little" | "scant")
    };
    tree.children(noun).iter().any(scant) && tree.child(noun, &[Dependency::Det, Dependency::Poss]).is_none()
}

fn is_first_of_neither(tree: &Tree<'_>, noun: usize) -> bool {
    tree.children(noun).iter().any(|&child| child < noun && lemma_of(tree.token(child)) == "neither")
}

/// "The coach, not the captain", "the coach but not the captain", "the coach rather than the captain": the second of the
/// two, whatever else he is called ("not the captain, Tom Hale").
pub fn is_set_aside(tree: &Tree<'_>, noun: usize) -> bool {
    let not = |token: usize| lemma_of(tree.token(token)) == "not";
    let first = tree.leftmost(noun);
    match tree.dep(noun) {
        Dependency::Conj | Dependency::Appos
            if not(first)
                || first.checked_sub(1).is_some_and(not)
                || is_after_rather(tree, first)
                || is_excepted(tree, noun) =>
        {
            true
        }
        Dependency::Appos => tree.head(noun).is_some_and(|named| {
            named < noun && tree.dep(named) == Dependency::Conj && is_set_aside(tree, named)
        }),
        _ => false,
    }
}

/// "Everyone but the coach".
fn is_excepted(tree: &Tree<'_>, noun: usize) -> bool {
    let but = tree.leftmost(noun).checked_sub(1).filter(|&but| &*lemma_of(tree.token(but)) == "but");
    let all = but.and_then(|but| but.checked_sub(1)).map(|all| lemma_of(tree.token(all)));
    all.is_some_and(|all| matches!(&*all, "everyone" | "everybody" | "all"))
}

/// Whether "rather than" or "instead of" stands before a word.
fn is_after_rather(tree: &Tree<'_>, word: usize) -> bool {
    word.checked_sub(2).is_some_and(|rather| opens_alternative(tree.sentence, rather))
}

/// Whether "rather than" or "instead of" begins at a word, which is not the last one.
pub fn opens_alternative(sentence: &Sentence, word: usize) -> bool {
    let text = |token: usize| sentence.tokens[token].text.to_lowercase();
    matches!((&*text(word), &*text(word + 1)), ("rather", "than") | ("instead", "of"))
}

/// "None of the drivers".
fn is_none_of(tree: &Tree<'_>, noun: usize) -> bool {
    let of = tree.head(noun).filter(|_| tree.dep(noun) == Dependency::Pobj);
    of.and_then(|of| tree.head(of)).is_some_and(|none| tree.none_of(none) == Some(noun))
}

/// Whether what a preposition brings in has another polarity than its verb: "not with murder" beside "with theft", and after
/// a denied verb what "but" sets against it ("not charged with murder but with theft").
pub fn is_contrasted(tree: &Tree<'_>, verb: usize, argument: usize) -> bool {
    let Some(preposition) = tree.head(argument).filter(|_| tree.dep(argument) == Dependency::Pobj) else {
        return false;
    };
    let denied = tree.children(preposition).iter().any(|&child| tree.dep(child) == Dependency::Neg);
    let but = |&child: &usize| tree.dep(child) == Dependency::Cc && lemma_of(tree.token(child)) == "but";
    let set_against = tree.dep(preposition) == Dependency::Conj
        && tree.head(preposition).is_some_and(|first| tree.children(first).iter().any(but));
    // "Not charged with murder, but with theft": the parser may hang both on the verb.
    let after_but = preposition.checked_sub(1).is_some_and(|before| lemma_of(tree.token(before)) == "but");
    denied || (set_against || after_but) && is_negated(tree, verb)
}

/// A modal, an uncertain adverb or an unreal adjective right at the word, or a purpose or future in its own form.
pub fn is_open_here(tree: &Tree<'_>, word: usize, words: &FactualityWords) -> bool {
    tree.children(word).iter().any(|&child| {
        let lemma = lemma_of(tree.token(child));
        match tree.dep(child) {
            // "Could not agree": who cannot, does not.
            Dependency::Aux => is_modal(&lemma) && !(is_ability(&lemma) && is_negated(tree, word)),
            Dependency::Advmod => words.uncertain.contains(&lemma),
            Dependency::Amod | Dependency::Compound => words.not_real.contains(&lemma),
            _ => false,
        }
    })
}

/// Whether an adverb says that it may or may not be so.
pub fn is_uncertain(tree: &Tree<'_>, word: usize, words: &FactualityWords) -> bool {
    let adverb = |&child: &usize| tree.dep(child) == Dependency::Advmod;
    let mut adverbs = tree.children(word).iter().filter(|child| adverb(child));
    adverbs.any(|&child| words.uncertain.contains(&lemma_of(tree.token(child))))
}

/// Whether it was said or judged wrongly: "falsely said", "was wrongly convicted", "a wrongful conviction".
pub fn is_wrongly(tree: &Tree<'_>, word: usize, words: &FactualityWords) -> bool {
    tree.children(word).iter().any(|&child| {
        matches!(tree.dep(child), Dependency::Advmod | Dependency::Amod)
            && words.wrongly.contains(&lemma_of(tree.token(child)))
    })
}

/// "Nearly drowned": right before the verb, so that it is no number's ("nearly 200").
pub fn is_near_miss(tree: &Tree<'_>, verb: usize, words: &FactualityWords) -> bool {
    let adverb = |&child: &usize| tree.dep(child) == Dependency::Advmod && child + 1 == verb;
    let mut adverbs = tree.children(verb).iter().filter(|child| adverb(child));
    tree.is_verb(verb) && adverbs.any(|&child| words.near_miss.contains(&lemma_of(tree.token(child))))
}

/// Verbs of what is wanting: what is not needed is not done.
pub fn is_need(lemma: &str) -> bool {
    matches!(lemma, "need" | "require")
}

/// A clause under "if", "unless", "whether", or one that asks.
pub fn is_condition(tree: &Tree<'_>, verb: usize) -> bool {
    tree.children(verb).iter().any(|&child| {
        matches!(tree.dep(child), Dependency::Mark | Dependency::Advmod)
            && is_conditional(&lemma_of(tree.token(child)))
    }) || is_inverted_condition(tree, verb)
        || is_as_long_as(tree, verb)
        || is_if_and_when(tree, verb)
}

/// "If and when he is charged".
fn is_if_and_when(tree: &Tree<'_>, verb: usize) -> bool {
    let above = tree.head(verb).filter(|_| tree.dep(verb) == Dependency::Conj);
    above.is_some_and(|word| is_conditional(&lemma_of(tree.token(word))))
}

/// "May stay as long as she keeps quiet".
fn is_as_long_as(tree: &Tree<'_>, verb: usize) -> bool {
    let long = tree.head(verb).filter(|_| tree.dep(verb) == Dependency::Advcl);
    let lemma = |word: usize| lemma_of(tree.token(word));
    long.is_some_and(|long| &*lemma(long) == "long" && tree.dep(long) == Dependency::Advmod)
        && tree.child(verb, &[Dependency::Mark]).is_some_and(|mark| &*lemma(mark) == "as")
}

/// "should it be needed", "had they known": the auxiliary stands before its subject, and no question is asked.
pub fn is_inverted_condition(tree: &Tree<'_>, verb: usize) -> bool {
    let (Some(auxiliary), Some(subject)) = (tree.child(verb, &[Dependency::Aux]), tree.subject(verb)) else {
        return false;
    };
    auxiliary < subject
        && matches!(tree.token(auxiliary).text.to_lowercase().as_str(), "should" | "had" | "were")
        && !is_question(tree)
}

/// Whether the sentence asks.
pub fn is_question(tree: &Tree<'_>) -> bool {
    tree.sentence
        .tokens
        .iter()
        .rev()
        .find(|token| {
            !matches!(token.tag, FineTag::ClosingQuote | FineTag::OpeningQuote | FineTag::RightBracket)
        })
        .is_some_and(|token| token.text.as_ref() == "?")
}
