//! The nouns that name a verb's event: `request` a request, `deploy` a deployment, `refuse` a refusal.
//!
//! English derives them by a handful of suffixes (Quirk et al. 1985, "A Comprehensive Grammar of the English
//! Language", appendix I.30–38). All forms that the spelling rules allow are made; those that are no words do no
//! harm, because they never occur in a text.

/// All lemmas that may name the event of `verb`, with the verb's own form, sorted.
pub fn nominal_forms(verb: &str) -> Vec<String> {
    if !has_forms(verb) {
        return Vec::new();
    }
    let mut forms: Vec<String> =
        derivations(verb, &doubled(verb)).map(|(start, ending)| format!("{start}{ending}")).collect();
    forms.sort();
    forms.dedup();
    forms
}

/// Whether a noun's lemma is among [`nominal_forms`].
pub fn is_nominal_form(noun: &str, verb: &str) -> bool {
    has_forms(verb)
        && derivations(verb, &doubled(verb)).any(|(start, ending)| noun.strip_prefix(start) == Some(ending))
}

fn has_forms(verb: &str) -> bool {
    verb.bytes().all(|byte| byte.is_ascii_lowercase()) && verb.len() >= 3
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
    use super::{is_nominal_form, nominal_forms};

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
            assert!(nominal_forms(verb).iter().any(|form| form == noun), "{verb} → {noun}");
            assert!(is_nominal_form(noun, verb), "{verb} → {noun}");
        }
    }

    #[test]
    fn gives_nothing_for_what_is_no_plain_word() {
        assert!(nominal_forms("be").is_empty());
        assert!(nominal_forms("naïve").is_empty());
    }
}
