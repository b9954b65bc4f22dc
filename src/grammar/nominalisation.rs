//! The nouns that name a verb's event: `request` a request, `deploy` a deployment, `die` a death.
//!
//! WordNet links verbs with the nouns that are derived from them. It does not have all of these links, and not all verbs; so
//! the handful of suffixes by which English derives such nouns (Quirk et al. 1985, "A Comprehensive Grammar of the English
//! Language", appendix I.30–38) make others. A noun made so counts where WordNet has it as one of events ("appointment", not
//! "department"), or does not have it at all: a form that is no word does no harm, because it never occurs in a text.

use crate::language::{Derivations, NounKinds};

/// All lemmas that may name the event of `verb`, sorted.
pub fn nominal_forms(verb: &str) -> Vec<String> {
    if !has_forms(verb) {
        return Vec::new();
    }
    let spelled = derivations(verb, &doubled(verb))
        .map(|(start, ending)| format!("{start}{ending}"))
        .filter(|form| may_be_event(form, verb))
        .collect::<Vec<_>>();
    let linked = Derivations::built_in().events_of(verb).map(str::to_owned);
    let mut forms: Vec<String> = linked.chain(spelled).collect();
    forms.sort();
    forms.dedup();
    forms
}

/// The nouns for who does what the verb says, sorted: `train` a trainer, `win` a winner, `invent` an inventor.
pub fn agent_nouns(verb: &str) -> Vec<String> {
    if !has_forms(verb) {
        return Vec::new();
    }
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let endings = [(verb, "er"), (stem, "er"), (&doubled(verb), "er"), (verb, "or"), (stem, "or")];
    let changed = verb.strip_suffix('y').map(|stem| format!("{stem}ier"));
    let spelled = endings.iter().map(|(stem, ending)| format!("{stem}{ending}"));
    // "Sponsors" are called by the verb itself.
    let own = std::iter::once(verb.to_owned());
    let mut nouns: Vec<String> =
        own.chain(spelled).chain(changed).filter(|noun| Derivations::built_in().is_agent(noun)).collect();
    nouns.sort();
    nouns.dedup();
    nouns
}

/// Whether a noun's lemma is among [`nominal_forms`].
pub fn is_nominal_form(noun: &str, verb: &str) -> bool {
    let spelled = || {
        derivations(verb, &doubled(verb)).any(|(start, ending)| noun.strip_prefix(start) == Some(ending))
            && may_be_event(noun, verb)
    };
    has_forms(verb) && (Derivations::built_in().events_of(verb).any(|linked| linked == noun) || spelled())
}

fn has_forms(verb: &str) -> bool {
    verb.bytes().all(|byte| byte.is_ascii_lowercase()) && verb.len() >= 3
}

/// Whether a noun that is spelled as if `verb` made it can be its event, as far as WordNet knows the noun. The form in -ing always is;
/// the verb's own form has links where it is.
fn may_be_event(form: &str, verb: &str) -> bool {
    let derived = form != verb && (form.ends_with("ing") || Derivations::built_in().is_event(form));
    derived || NounKinds::built_in().synset(form).is_none()
}

/// The forms, each as what stays of the verb and what comes after it.
fn derivations<'a>(verb: &'a str, doubled: &'a str) -> impl Iterator<Item = (&'a str, &'static str)> {
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    let regular = [
        (verb, ""),
        (verb, "ment"),
        (verb, "ance"),
        (doubled, "ing"),
        (doubled, "al"),
        (stem, "ing"),
        (stem, "ance"),
        (stem, "al"),
        (stem, "ion"),
        (stem, "ation"),
    ];
    let changed = ENDINGS.iter().filter_map(|&(own, ending)| Some((verb.strip_suffix(own)?, ending)));
    regular.into_iter().chain(changed)
}

/// Verb endings that change before the noun's suffix.
const ENDINGS: [(&str, &str); 17] = [
    ("d", "sion"),
    ("de", "sion"),
    ("t", "ssion"),
    ("ise", "ism"),
    ("ise", "isation"),
    ("ize", "ization"),
    ("ify", "ification"),
    ("ire", "iry"),
    ("ure", "ury"),
    ("ire", "isition"),
    ("ose", "osition"),
    ("end", "ence"),
    ("ke", "cation"),
    ("ce", "ction"),
    ("ibe", "iption"),
    ("olve", "olution"),
    ("ry", "rial"),
];

/// The verb with its last consonant doubled where English does so before a vowel (`stab` → `stabb`).
fn doubled(verb: &str) -> String {
    // The u of "acquit" belongs to its q.
    let spelled = verb.replace("qu", "qw");
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u');
    let [.., before, middle, last] = spelled.as_bytes() else { return verb.to_owned() };
    let doubles =
        !is_vowel(*last) && !matches!(last, b'w' | b'x' | b'y') && is_vowel(*middle) && !is_vowel(*before);
    if doubles { format!("{verb}{}", char::from(*last)) } else { verb.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{agent_nouns, is_nominal_form, nominal_forms};

    fn names(noun: &str, verb: &str) -> bool {
        let among = nominal_forms(verb).iter().any(|form| form == noun);
        assert_eq!(among, is_nominal_form(noun, verb), "{verb} → {noun}");
        among
    }

    #[test]
    fn names_the_events_of_common_verbs() {
        for (verb, noun) in [
            ("request", "request"),
            ("deploy", "deployment"),
            ("shoot", "shooting"),
            ("stab", "stabbing"),
            ("refuse", "refusal"),
            ("acquit", "acquittal"),
            ("investigate", "investigation"),
            ("accuse", "accusation"),
            ("criticise", "criticism"),
            ("suspend", "suspension"),
            ("inquire", "inquiry"),
            ("acquire", "acquisition"),
            ("assist", "assistance"),
            ("resign", "resignation"),
        ] {
            assert!(names(noun, verb), "{verb} → {noun}");
        }
    }

    #[test]
    fn names_who_does_it() {
        for (verb, noun) in [
            ("train", "trainer"),
            ("win", "winner"),
            ("make", "maker"),
            ("invent", "inventor"),
            ("carry", "carrier"),
        ] {
            assert!(agent_nouns(verb).contains(&noun.to_owned()), "{verb} → {noun}");
        }
        assert!(agent_nouns("moth").is_empty() && agent_nouns("tow").iter().all(|noun| noun != "tower"));
    }

    #[test]
    fn links_know_what_spelling_cannot_tell() {
        for (verb, noun) in [
            ("die", "death"),
            ("pursue", "pursuit"),
            ("complain", "complaint"),
            ("discover", "discovery"),
            ("seize", "seizure"),
            ("rob", "robbery"),
            ("injure", "injury"),
            ("deny", "denial"),
            ("depart", "departure"),
            ("lose", "loss"),
        ] {
            assert!(names(noun, verb), "{verb} → {noun}");
        }
    }

    #[test]
    fn a_noun_of_things_or_people_is_no_event() {
        for (verb, noun) in [
            ("depart", "department"),
            ("head", "head"),
            ("police", "police"),
            ("die", "die"),
            ("refuse", "refuse"),
            ("base", "basement"),
            ("port", "portal"),
            ("govern", "government"),
        ] {
            assert!(!names(noun, verb), "{verb} → {noun}");
        }
    }

    #[test]
    fn a_verb_that_no_dictionary_has_is_spelled() {
        assert!(names("deplatformation", "deplatform") && names("deplatform", "deplatform"));
        assert!(names("rewilding", "rewild"));
    }

    #[test]
    fn gives_nothing_for_what_is_no_plain_word() {
        assert!(nominal_forms("be").is_empty());
        assert!(nominal_forms("naïve").is_empty());
    }
}
