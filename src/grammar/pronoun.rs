//! English pronouns: what they tell of number, gender and person, and which of them never stand for an argument.

use crate::language::{CoarseTag, Dependency, FineTag, Token};

use super::features::{Gender, Number};

/// What a pronoun tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pronoun {
    pub kind: PronounKind,
    pub number: Number,
    pub gender: Option<Gender>,
    /// Whether only a person can be meant.
    pub person: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PronounKind {
    /// `I`, `we`: whoever speaks.
    Speaker,
    /// `you`: whoever is spoken to.
    Listener,
    /// `he`, `they`, `its`.
    Third,
    /// `himself`: the subject of the same clause.
    Reflexive,
    /// `who`, `which`: the noun that the clause describes.
    Relative,
    /// `this`, `those`, `some`: anything, also what was said.
    Demonstrative,
    /// `all`, `both`, `each`: those just spoken of.
    Distributive,
}

/// Reads a token as a pronoun; `None` for other words and for `it`, `there` that stand for nothing.
pub fn read(token: &Token) -> Option<Pronoun> {
    if token.dep == Dependency::Expl {
        return None;
    }
    // Most tokens are asked, and few are pronouns.
    let word = || token.text.to_lowercase();
    match token.tag {
        FineTag::Prp | FineTag::PrpPossessive => personal(&word()),
        FineTag::Wp | FineTag::WpPossessive | FineTag::Wdt => Some(relative(&word())),
        FineTag::Dt if token.pos == CoarseTag::Pron => Some(determiner(&word())),
        _ => None,
    }
}

/// Whether these words are a pronoun that stands for the subject of its clause.
pub fn is_reflexive(words: &str) -> bool {
    matches!(&*words.to_lowercase(), "himself" | "herself" | "itself" | "themselves")
}

/// Whether a lower-case word alone stands for nothing that could be told without its sentence: `she`, `that`, `anybody`.
pub fn stands_alone_for_nothing(word: &str) -> bool {
    let indefinite = ["any", "every", "no", "some"].iter().any(|start| {
        word.strip_prefix(start).is_some_and(|rest| matches!(rest, "body" | "one" | "thing" | " one"))
    });
    let open = matches!(
        word,
        "that"
            | "this"
            | "these"
            | "those"
            | "which"
            | "who"
            | "whom"
            | "what"
            | "one"
            | "others"
            | "all"
            | "both"
            | "each"
            | "none"
    );
    personal(word).is_some() || indefinite || open
}

fn personal(word: &str) -> Option<Pronoun> {
    use Gender::Feminine;
    use Gender::Masculine;
    use PronounKind::Listener;
    use PronounKind::Reflexive;
    use PronounKind::Speaker;
    use PronounKind::Third;
    let human = |kind, number, gender| Pronoun { kind, number, gender, person: true };
    Some(match word {
        "he" | "him" | "his" => human(Third, Number::Singular, Some(Masculine)),
        "she" | "her" | "hers" => human(Third, Number::Singular, Some(Feminine)),
        "himself" => human(Reflexive, Number::Singular, Some(Masculine)),
        "herself" => human(Reflexive, Number::Singular, Some(Feminine)),
        "i" | "me" | "my" | "mine" | "myself" => human(Speaker, Number::Singular, None),
        "we" | "us" | "our" | "ours" | "ourselves" => plain(Speaker, Number::Plural),
        "you" | "your" | "yours" | "yourself" | "yourselves" => plain(Listener, Number::Unknown),
        "it" | "its" => plain(Third, Number::Singular),
        "itself" => plain(Reflexive, Number::Singular),
        "they" | "them" | "their" | "theirs" => plain(Third, Number::Plural),
        "themselves" => plain(Reflexive, Number::Plural),
        _ => return None,
    })
}

fn relative(word: &str) -> Pronoun {
    plain(PronounKind::Relative, if word == "what" { Number::Singular } else { Number::Unknown })
}

fn determiner(word: &str) -> Pronoun {
    match word {
        "all" | "both" | "each" => plain(PronounKind::Distributive, Number::Plural),
        _ => plain(PronounKind::Demonstrative, demonstrative_number(word)),
    }
}

fn plain(kind: PronounKind, number: Number) -> Pronoun {
    Pronoun { kind, number, gender: None, person: false }
}

fn demonstrative_number(word: &str) -> Number {
    match word {
        "this" | "that" | "another" => Number::Singular,
        "these" | "those" | "some" => Number::Plural,
        _ => Number::Unknown,
    }
}
