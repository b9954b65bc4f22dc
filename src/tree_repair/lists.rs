//! Lists: `the envoy met the president, the rebel alliance and the central bank` names three, though parsers like to read the
//! second as what the first is.
//!
//! Only what grammar and kinds of words decide is mended. `Anna Weber, the mayor and the treasurer` may be one, two or three,
//! and stays as the parser has it.

use crate::grammar::children;
use crate::language::{CoarseTag, Dependency, EntityType, FineTag, Sentence};

/// Makes a member of the list of every word that is wrongly in apposition to the one before it.
pub fn mend(sentence: &mut Sentence) {
    for second in 1..sentence.tokens.len() {
        if sentence.tokens[second].dep != Dependency::Appos {
            continue;
        }
        let first = sentence.tokens[second].head;
        let Some(last) = last_of_list(sentence, first, second) else { continue };
        if is_list(sentence, [first, second, last]) {
            sentence.tokens[second].dep = Dependency::Conj;
            if sentence.tokens[last].head == first {
                sentence.tokens[last].head = second;
            }
        }
    }
}

/// The word that `and` joins to the second, or to the first with the second between them.
fn last_of_list(sentence: &Sentence, first: usize, second: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let joined = |head: usize| {
        children(sentence, head).find(|&child| tokens[child].dep == Dependency::Conj && child > second)
    };
    let last = joined(second).or_else(|| joined(first))?;
    let (begin, _) = extent(sentence, last);
    let is_joined = begin > second + 1 && tokens[begin - 1].dep == Dependency::Cc;
    (first < second && is_joined && tokens[last].pos.is_noun()).then_some(last)
}

fn is_list(sentence: &Sentence, [first, second, last]: [usize; 3]) -> bool {
    let tokens = &sentence.tokens;
    let (begin, _) = extent(sentence, second);
    let after_comma = begin > first + 1 && &*tokens[begin - 1].text == ",";
    // What is closed by a comma may be an apposition: "the man, a father and a husband, was …".
    let (begin_of_last, end) = extent(sentence, last);
    let is_closed = tokens.get(end).is_some_and(|token| &*token.text == ",");
    let joiner_after_comma = begin_of_last >= 2 && &*tokens[begin_of_last - 2].text == ",";
    after_comma
        && !is_closed
        && match (kind(sentence, first), kind(sentence, second), kind(sentence, last)) {
            (Kind::Name(one), Kind::Name(other), _) => one == other,
            (Kind::Definite, Kind::Definite, _) => !is_superlative(sentence, second),
            (Kind::Indefinite, Kind::Indefinite, Kind::Indefinite) => true,
            (Kind::Plural, Kind::Plural, _) => true,
            // "The driver, a father and the owner of a shop" says no more of the driver than "a father and".
            (Kind::Definite, Kind::Indefinite, Kind::Definite | Kind::Name(_)) => !joiner_after_comma,
            _ => false,
        }
}

/// How a member of a list is named.
#[derive(PartialEq)]
enum Kind {
    /// A person's or a body's name.
    Name(EntityType),
    Definite,
    Indefinite,
    /// Several, with or without an article.
    Plural,
    /// Places, in which each may lie in the next, and all that is no thing of its own.
    Other,
}

fn kind(sentence: &Sentence, head: usize) -> Kind {
    let token = &sentence.tokens[head];
    match token.entity.kind() {
        Some(kind @ (EntityType::Person | EntityType::Org)) if token.pos == CoarseTag::Propn => {
            return Kind::Name(kind);
        }
        Some(_) => return Kind::Other,
        None => {}
    }
    let determiner = children(sentence, head)
        .filter(|&child| child < head)
        .find(|&child| matches!(sentence.tokens[child].dep, Dependency::Det | Dependency::Poss));
    let determiner = determiner.map(|child| &sentence.tokens[child]);
    match (token.tag, determiner) {
        (FineTag::Nns, _) => Kind::Plural,
        (FineTag::Nn, Some(word)) if matches!(&*word.lemma, "a" | "an" | "another") => Kind::Indefinite,
        (FineTag::Nn, Some(_)) => Kind::Definite,
        _ => Kind::Other,
    }
}

/// `The bank, the largest in the country, and …`: it says which bank.
fn is_superlative(sentence: &Sentence, head: usize) -> bool {
    let is = |token: usize| matches!(sentence.tokens[token].tag, FineTag::Jjs | FineTag::Rbs);
    is(head) || children(sentence, head).any(is)
}

/// The first token of a word's phrase, and the one after its last.
fn extent(sentence: &Sentence, head: usize) -> (usize, usize) {
    let hangs_on = |token: usize| {
        let mut above = token;
        // No way up is longer than the sentence.
        for _ in 0..sentence.tokens.len() {
            if above == head {
                return true;
            }
            above = sentence.tokens[above].head;
        }
        false
    };
    let begin = (0..head).rev().take_while(|&token| hangs_on(token)).last().unwrap_or(head);
    let end = (head + 1..sentence.tokens.len()).take_while(|&token| hangs_on(token)).count() + head + 1;
    (begin, end)
}
