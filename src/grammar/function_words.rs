//! English function words and other closed classes that say how a clause is meant: modals, conditions, negations.
//! Open classes (verbs of saying, wishing, preventing) are the ontology's: `ontology/factuality.ttl`.

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

/// Verbs that lay a deed to somebody's charge; whether it was done is for a court to say.
pub fn is_accusation(lemma: &str) -> bool {
    matches!(lemma, "accuse" | "arrest" | "charge" | "indict" | "prosecute" | "suspect" | "try")
}

/// Subordinators that make a condition or leave the question open.
pub fn is_conditional(lemma: &str) -> bool {
    matches!(lemma, "if" | "unless" | "whether" | "lest" | "until" | "provided")
}

/// Adverbs that say that something may or may not be so.
pub fn is_uncertain_adverb(lemma: &str) -> bool {
    matches!(
        lemma,
        "possibly"
            | "perhaps"
            | "maybe"
            | "potentially"
            | "probably"
            | "presumably"
            | "conceivably"
            | "hopefully"
    )
}

/// Adjectives that take the reality from the event that they modify.
pub fn is_unreal_adjective(lemma: &str) -> bool {
    matches!(
        lemma,
        "possible"
            | "potential"
            | "planned"
            | "proposed"
            | "expected"
            | "future"
            | "hypothetical"
            | "threatened"
            | "prospective"
            | "intended"
            | "imminent"
            | "eventual"
            | "suggested"
            | "likely"
            | "upcoming"
            | "would-be"
            | "plan"
            | "propose"
            | "threaten"
            | "expect"
            | "intend"
            | "forthcoming"
    )
}

/// Adjectives that put what they modify into the past.
pub fn is_past_adjective(lemma: &str) -> bool {
    matches!(
        lemma,
        "former"
            | "ex"
            | "retired"
            | "then"
            | "late"
            | "previous"
            | "erstwhile"
            | "one-time"
            | "past"
            | "retire"
            | "axed"
            | "sacked"
            | "ousted"
            | "deposed"
            | "disgraced"
    )
}

/// Adjectives that say that somebody is not what the noun says, or not yet.
pub fn is_open_adjective(lemma: &str) -> bool {
    matches!(
        lemma,
        "potential" | "possible" | "prospective" | "would-be" | "aspiring" | "future" | "likely" | "putative"
    )
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
