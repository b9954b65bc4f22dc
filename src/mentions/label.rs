//! What of a phrase names the thing: the words without determiner, possessive pronoun and quantity before it, and what
//! those before it say.

use crate::grammar::{Number, ancestors, is_capitalised, surface};
use crate::language::{CoarseTag, Dependency, EntityTag, EntityType, FineTag, Sentence, Token};

use super::mention::Determination;
use super::number_words::is_number_word;
use super::ontology_index::OntologyIndex;
use super::quantity;
use super::quantity::Quantity;

/// A phrase's label and the quantity that stood before it.
pub struct Label {
    pub label: String,
    pub quantity: Option<Quantity>,
}

/// Splits the phrase `first..end` around `head` into quantity and label.
pub fn of(sentence: &Sentence, first: usize, end: usize, head: usize) -> Label {
    if is_measure(&sentence.tokens[head]) {
        // `€2m`, `40 per cent`: the number is what it says.
        let text = surface(sentence, first, end);
        return Label {
            label: without_article(&text).to_owned(),
            quantity: quantity::read(without_article(&text)),
        };
    }
    let start = start(sentence, first, head);
    let amount = surface(sentence, amount_start(sentence, first), start);
    let mut label = surface(sentence, start, end);
    if starts_with_common_word(sentence, start) {
        label = lower_first(&label);
    }
    Label { label, quantity: quantity::read(without_article(&amount)) }
}

/// Whether the recogniser takes the token for a part of a sum, a share or a measure.
fn is_measure(token: &Token) -> bool {
    token.entity.is_any(&[EntityType::Money, EntityType::Percent, EntityType::Quantity])
}

fn is_quantifier(word: &str) -> bool {
    quantity::QUANTIFIERS.contains(&word) || matches!(word, "more" | "most" | "fewer" | "enough" | "much")
}

/// Where the amount begins: the parser may take `up to` or `more than` for a part of the verb before it.
fn amount_start(sentence: &Sentence, first: usize) -> usize {
    let Some(before) = first.checked_sub(2).filter(|_| sentence.tokens[first].tag == FineTag::Cd) else {
        return first;
    };
    let words = surface(sentence, before, first).to_lowercase();
    if matches!(&*words, "up to" | "more than" | "at least" | "fewer than" | "less than") {
        before
    } else {
        first
    }
}

/// The words of a label before its last one, with a space after them; nothing where there are none.
pub fn before(sentence: &Sentence, first: usize, head: usize) -> String {
    let start = start(sentence, first, head);
    if start == head { String::new() } else { format!("{} ", surface(sentence, start, head)) }
}

/// Where the label begins, after determiners and quantity.
pub fn start(sentence: &Sentence, first: usize, head: usize) -> usize {
    (first..head).find(|&index| !is_in_front(sentence, index, head)).unwrap_or(head)
}

/// Whether a token is a determiner, a possessive pronoun or part of a quantity.
fn is_in_front(sentence: &Sentence, index: usize, head: usize) -> bool {
    let token = &sentence.tokens[index];
    // "A 35-page report", "a 22-year-old man": the number counts pages and years, and belongs to the description.
    if let [hyphen, joined, ..] = &sentence.tokens[index + 1..]
        && &*hyphen.text == "-"
        && hyphen.begin == token.end
        && joined.tag != FineTag::Cd
    {
        return false;
    }
    let number = |dep: Dependency| matches!(dep, Dependency::Nummod | Dependency::Quantmod);
    let in_number = number(token.dep) || climbs_to_number(sentence, index, head);
    // The tagger takes a number word at the head of a sentence for an adjective ("Eleven officers").
    let quantifier = token.dep == Dependency::Amod && {
        let word = token.text.to_lowercase();
        is_quantifier(&word) || is_number_word(&word)
    };
    matches!(
        token.tag,
        FineTag::OpeningQuote
            | FineTag::ClosingQuote
            | FineTag::Dt
            | FineTag::Pdt
            | FineTag::PrpPossessive
            | FineTag::Wdt
            | FineTag::WpPossessive
            | FineTag::Cd
    ) && token.dep != Dependency::Compound
        || in_number
        || quantifier
        || matches!(token.dep, Dependency::Predet | Dependency::Preconj)
        // `Neither fraud nor theft`.
        || token.dep == Dependency::Det && token.tag == FineTag::Cc
}

/// Whether a token belongs to the number before the head (`at least four people`), however deep.
fn climbs_to_number(sentence: &Sentence, index: usize, head: usize) -> bool {
    let tokens = &sentence.tokens;
    ancestors(sentence, index)
        .take_while(|&above| above != head && tokens[above].head != above)
        .any(|above| matches!(tokens[above].dep, Dependency::Nummod | Dependency::Quantmod))
}

/// Where the compound begins that a modifier forms with the nouns before it.
pub fn modifier_start(sentence: &Sentence, head: usize) -> usize {
    let compounds = |index: &usize| {
        let token = &sentence.tokens[*index];
        token.head == head && token.dep.is_noun_modifier()
    };
    (0..head).rev().take_while(compounds).last().unwrap_or(head)
}

/// The amount without `the`, `a` before a number or possessives: `a` stays in `a number of`.
pub fn without_article(amount: &str) -> &str {
    let rest = |article: &str| amount.strip_prefix(article);
    ["the ", "The ", "these ", "those ", "its ", "their ", "his ", "her ", "our "]
        .iter()
        .find_map(|a| rest(a))
        .unwrap_or(amount)
}

/// A sentence's first word has a capital that is no part of the label; names and abbreviations keep theirs.
fn starts_with_common_word(sentence: &Sentence, index: usize) -> bool {
    let token = &sentence.tokens[index];
    is_capitalised(&token.text)
        && token.pos != CoarseTag::Propn
        && token.entity == EntityTag::Outside
        && !token.text.chars().skip(1).any(char::is_uppercase)
        && (index == 0 || !is_capitalised(&token.lemma))
}

/// The text with its first letter small.
pub fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

pub fn number(head: &Token, lexicon: &OntologyIndex) -> Number {
    match head.tag {
        _ if lexicon.words().many_people.contains(&head.text.to_lowercase()) => Number::Unknown,
        FineTag::Nns | FineTag::Nnps => Number::Plural,
        FineTag::Nn | FineTag::Nnp => Number::Singular,
        FineTag::Cd if matches!(&*head.text.to_lowercase(), "one" | "1") => Number::Singular,
        FineTag::Cd => Number::Plural,
        _ => Number::Unknown,
    }
}

/// What the first words of a phrase say about whether it is known already.
pub fn determination(sentence: &Sentence, first: usize, head: usize) -> Determination {
    let mut found = Determination::Bare;
    for token in &sentence.tokens[first..head] {
        let lower = token.text.to_lowercase();
        let belongs = token.head == head || token.dep == Dependency::Poss || token.dep == Dependency::Case;
        match (token.tag, lower.as_str()) {
            (FineTag::Dt, "the" | "this" | "that" | "these" | "those" | "both") if belongs => {
                return Determination::Definite;
            }
            (FineTag::PrpPossessive | FineTag::WpPossessive, _) => return Determination::Definite,
            (FineTag::Pos, _) => return Determination::Definite,
            (FineTag::Dt | FineTag::Pdt | FineTag::Cd, _) if belongs => found = Determination::Indefinite,
            (FineTag::Jj | FineTag::Jjr | FineTag::Jjs, word) if is_quantifier(word) => {
                found = Determination::Indefinite;
            }
            _ => {}
        }
    }
    found
}

/// The number of an amount: that of what is counted, but `one of the drivers` is one.
pub fn counted(amount: &Token, object: &Token, lexicon: &OntologyIndex) -> Number {
    number(if amount.pos == CoarseTag::Num { amount } else { object }, lexicon)
}

#[cfg(test)]
mod tests {
    use super::{lower_first, without_article};
    use crate::grammar::Number;
    use crate::mentions::{Determination, Mention};
    use crate::sample_language::{find, mentions};

    fn mention(text: &str, words: &str) -> Mention {
        find(&mentions(text).1, words).clone()
    }

    #[test]
    fn determiners_and_amounts_are_no_part_of_a_label() {
        let label = |text, words| mention(text, words).label;
        assert_eq!(label("At least four people died.", "At least four people"), "people");
        assert_eq!(label("Her brother owned both boats.", "Her brother"), "brother");
        assert_eq!(label("Her brother owned both boats.", "both boats"), "boats");
        assert_eq!(label("Residents thanked the crew.", "Residents"), "residents");
    }

    #[test]
    fn a_number_that_measures_belongs_to_the_label() {
        let report = mention("A 35-page report was published.", "A 35-page report");
        assert_eq!((report.label.as_str(), report.quantity), ("35-page report", None));
    }

    #[test]
    fn up_to_is_a_part_of_the_amount_wherever_it_hangs() {
        let drivers = mention("Up to 300 drivers were injured.", "Up to 300 drivers");
        let amount = drivers.quantity.expect("an amount");
        assert_eq!((amount.text.as_str(), amount.min, amount.max), ("Up to 300", None, Some(300.0)));
    }

    #[test]
    fn the_first_words_tell_whether_it_is_known_already() {
        let text = "Her brother showed a crew both boats before officers left.";
        let determination = |words| mention(text, words).determination;
        assert_eq!(determination("Her brother"), Determination::Definite);
        assert_eq!(determination("a crew"), Determination::Indefinite);
        assert_eq!(determination("both boats"), Determination::Definite);
        assert_eq!(determination("officers"), Determination::Bare);
    }

    #[test]
    fn one_word_for_many_people_has_no_number() {
        assert_eq!(mention("The police were warned.", "The police").number, Number::Unknown);
        assert_eq!(mention("Two dogs barked.", "Two dogs").number, Number::Plural);
    }

    #[test]
    fn an_article_is_taken_off_but_a_stays_in_a_number_of() {
        assert_eq!(without_article("the 12"), "12");
        assert_eq!(without_article("a number"), "a number");
        assert_eq!(lower_first("Élan"), "élan");
    }
}
