//! English words that say how a clause is meant: told, denied, wished, begun or prevented.
//!
//! The classes are those of the factuality literature (Karttunen 1971, "Implicative verbs"; Saurí & Pustejovsky
//! 2009, "FactBank"): what they say of their complement holds for any story, so they live here and not in an
//! ontology.

/// What a governing word says of the clause or event that it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Somebody says so: the content is asserted by the one who says it.
    Report,
    /// Somebody says that it is not so.
    Denial,
    /// It happens if the governor does: managed to, decided to, began to.
    Implied,
    /// It does not happen if the governor does: refused to, failed to.
    Averted,
    /// Wished, planned, asked for or feared: nothing follows about whether it happens.
    Open,
}

/// The stance of a verb, noun or adjective towards its complement, by lemma.
pub fn stance(lemma: &str) -> Option<Stance> {
    let among = |words: &[&str]| words.contains(&lemma);
    if among(REPORT) {
        Some(Stance::Report)
    } else if among(DENIAL) {
        Some(Stance::Denial)
    } else if among(IMPLIED) {
        Some(Stance::Implied)
    } else if among(AVERTED) {
        Some(Stance::Averted)
    } else if among(OPEN) {
        Some(Stance::Open)
    } else {
        None
    }
}

/// Verbs and nouns of telling; also those that presuppose what they tell (`reveal`, `confirm`).
const REPORT: &[&str] = &[
    "acknowledge",
    "add",
    "admit",
    "affirm",
    "allege",
    "allegation",
    "announce",
    "announcement",
    "argue",
    "assert",
    "assertion",
    "assure",
    "boast",
    "brief",
    "caution",
    "claim",
    "comment",
    "complain",
    "conclude",
    "confess",
    "confirm",
    "confirmation",
    "contend",
    "declare",
    "describe",
    "disclose",
    "emphasise",
    "emphasize",
    "estimate",
    "explain",
    "figure",
    "indicate",
    "indication",
    "inform",
    "insist",
    "insistence",
    "maintain",
    "mention",
    "note",
    "notify",
    "observe",
    "proclaim",
    "quip",
    "quote",
    "reassure",
    "recall",
    "recount",
    "reiterate",
    "remark",
    "repeat",
    "reply",
    "report",
    "respond",
    "reveal",
    "revelation",
    "rumour",
    "rumor",
    "say",
    "state",
    "stress",
    "suggest",
    "suggestion",
    "swear",
    "tell",
    "testify",
    "testimony",
    "tweet",
    "underline",
    "understand",
    "warn",
    "write",
    "believe",
    "think",
    "find",
    "show",
    "read",
    "point out",
    "accuse",
    "accusation",
    "underscore",
    "concede",
    "lament",
    "joke",
    "predict",
    "telegraph",
    "post",
];

const DENIAL: &[&str] =
    &["deny", "denial", "dispute", "refute", "rebut", "reject", "dismiss", "doubt", "rebuff"];

const IMPLIED: &[&str] = &[
    "able",
    "appear",
    "begin",
    "bother",
    "cause",
    "choose",
    "come",
    "commence",
    "compel",
    "continue",
    "dare",
    "decide",
    "decision",
    "determine",
    "elect",
    "end",
    "enable",
    "finish",
    "force",
    "get",
    "go",
    "happen",
    "help",
    "keep",
    "lead",
    "make",
    "manage",
    "oblige",
    "persuade",
    "proceed",
    "prompt",
    "prove",
    "remain",
    "resolve",
    "resume",
    "rush",
    "see",
    "start",
    "succeed",
    "take",
    "turn",
    "use",
    "vote",
    "willing",
    "opt",
    "return",
    "push",
    "spend",
    "serve",
    "convince",
    "induce",
    "watch",
    "hear",
    "know",
    "remember",
    "regret",
    "learn",
    "discover",
    "realise",
    "realize",
    "mean",
    "emerge",
    "ensure",
    "be",
    "seem",
    "bring",
    "drive",
    "arrive",
    "hasten",
    "move",
    "step",
    "enjoy",
];

const AVERTED: &[&str] = &[
    "avert",
    "avoid",
    "bar",
    "block",
    "cease",
    "decline",
    "fail",
    "failure",
    "forbid",
    "forget",
    "halt",
    "neglect",
    "oppose",
    "prevent",
    "preclude",
    "prohibit",
    "quit",
    "refrain",
    "refusal",
    "refuse",
    "resist",
    "stop",
    "unable",
    "unwilling",
    "ban",
    "reluctant",
    "inability",
    "impossible",
    "abandon",
    "scrap",
    "cancel",
    "discontinue",
];

const OPEN: &[&str] = &[
    "agree",
    "agreement",
    "aim",
    "allow",
    "appeal",
    "apply",
    "application",
    "ask",
    "attempt",
    "authorise",
    "authorize",
    "beg",
    "bid",
    "call",
    "chance",
    "command",
    "consent",
    "consider",
    "consideration",
    "contemplate",
    "demand",
    "deserve",
    "desire",
    "direct",
    "discuss",
    "due",
    "duty",
    "eager",
    "effort",
    "encourage",
    "expect",
    "expectation",
    "fear",
    "fight",
    "free",
    "hesitate",
    "hope",
    "instruct",
    "intend",
    "intent",
    "intention",
    "invite",
    "invitation",
    "keen",
    "like",
    "likely",
    "long",
    "look",
    "lobby",
    "motion",
    "need",
    "negotiate",
    "offer",
    "opportunity",
    "option",
    "order",
    "permission",
    "permit",
    "plan",
    "plea",
    "plead",
    "pledge",
    "ponder",
    "possibility",
    "possible",
    "potential",
    "prefer",
    "prepare",
    "press",
    "pressure",
    "proceedings",
    "promise",
    "proposal",
    "propose",
    "prospect",
    "push",
    "ready",
    "recommend",
    "recommendation",
    "request",
    "require",
    "right",
    "risk",
    "schedule",
    "seek",
    "set",
    "struggle",
    "supposed",
    "target",
    "tempt",
    "threat",
    "threaten",
    "trust",
    "try",
    "undertake",
    "urge",
    "volunteer",
    "vow",
    "wait",
    "want",
    "warrant",
    "willingness",
    "wish",
    "worry",
    "yearn",
    "hypothetical",
    "moot",
    "mull",
    "speculate",
    "speculation",
    "fail-safe",
    "eligible",
    "entitle",
    "enough",
    "power",
    "ability",
    "readiness",
    "anxious",
    "afraid",
    "concern",
    "suspect",
    "wonder",
    "suppose",
    "imagine",
    "assume",
    "unlikely",
    "pray",
    "responsible",
    "available",
    "standby",
    "chance",
    "deadline",
    "strategy",
    "tell to",
];

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
