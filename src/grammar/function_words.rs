//! English function words and other closed classes that say how a clause is meant: modals, conditions, negations.
//! Open classes (verbs of saying, wishing, preventing, adjectives such as "former") are the ontology's:
//! `ontology/words/factuality.ttl`.

/// Auxiliaries that take a clause out of what has happened.
pub fn is_modal(lemma: &str) -> bool {
    matches!(
        lemma,
        "will"
            | "would"
            | "could"
            | "can"
            | "may"
            | "might"
            | "shall"
            | "should"
            | "must"
            | "ought"
            | "'ll"
            | "’ll"
            | "ca"
            | "wo"
    )
}

/// Modals of ability, which denied deny the deed.
pub fn is_ability(lemma: &str) -> bool {
    matches!(lemma, "can" | "could" | "ca")
}

/// Subordinators that make a condition or leave the question open.
pub fn is_conditional(lemma: &str) -> bool {
    matches!(lemma, "if" | "unless" | "whether" | "lest" | "until" | "provided")
}

/// Units that time is counted in.
pub fn is_unit_of_time(lemma: &str) -> bool {
    matches!(lemma, "minute" | "hour" | "day" | "week" | "month" | "year" | "decade")
}

/// Adverbs of what was and is no more: "once a member", "formerly its head".
pub fn is_of_the_past(lemma: &str) -> bool {
    matches!(lemma, "formerly" | "previously" | "once")
}

/// What a contraction has before its `n't`, as a word of its own; `None` for other words.
pub fn without_not(word: &str) -> Option<&str> {
    let base =
        word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).filter(|base| !base.is_empty())?;
    Some(match base {
        "wo" => "will",
        "ca" => "can",
        "sha" => "shall",
        base => base,
    })
}

/// Words that make of "not" no denial but the first of two steps: "not only", "not merely".
pub fn is_only(lemma: &str) -> bool {
    matches!(lemma, "only" | "merely" | "just" | "simply" | "solely")
}

/// Words of negation that are no `neg` in the tree.
pub fn is_negative_determiner(lemma: &str) -> bool {
    matches!(lemma, "no" | "neither" | "none" | "nobody" | "nothing" | "no-one" | "never")
}

/// Adverbs and adjectives of negation (`hardly`, `no longer` is `no` under `long`).
pub fn is_negative_adverb(lemma: &str) -> bool {
    matches!(
        lemma,
        "never" | "hardly" | "barely" | "scarcely" | "nowhere" | "not" | "n't" | "neither" | "nor"
    )
}

/// Verbs that with the noun of a deed say no more than that it is done: "hold talks", "bring charges".
pub fn is_support_verb(lemma: &str) -> bool {
    matches!(
        lemma,
        "do" | "make"
            | "have"
            | "hold"
            | "take"
            | "give"
            | "bring"
            | "file"
            | "conduct"
            | "stage"
            | "press"
            | "lay"
    )
}

#[cfg(test)]
mod tests {
    use super::without_not;

    #[test]
    fn a_contraction_is_told_by_its_end() {
        assert_eq!(
            ["didn’t", "won't", "n't", "rent"].map(without_not),
            [Some("did"), Some("will"), None, None]
        );
    }
}
