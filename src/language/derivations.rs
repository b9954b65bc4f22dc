//! Which nouns are derived from which verbs: who dies meets death, who founds is a founder. From WordNet (Fellbaum 1998, "WordNet: An
//! Electronic Lexical Database"), whose links know what spelling cannot tell: that a pursuit is of pursuing, and a department no departing.

use std::sync::OnceLock;

use crate::weights::{Aligned, Strings, Weights};

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/derivations.bin"));

/// Verbs with the nouns of their events, and the nouns of those who act.
#[derive(Debug)]
pub struct Derivations {
    verbs: Strings,
    ends: Vec<u32>,
    links: Vec<u32>,
    events: Strings,
    agents: Strings,
}

impl Derivations {
    /// Those that are part of the program.
    ///
    /// ```
    /// use newsgraph::language::Derivations;
    ///
    /// let derivations = Derivations::built_in();
    /// assert!(derivations.events_of("arrive").any(|noun| noun == "arrival"));
    /// assert!(derivations.is_agent("founder"));
    /// ```
    pub fn built_in() -> &'static Self {
        static DERIVATIONS: OnceLock<Derivations> = OnceLock::new();
        DERIVATIONS.get_or_init(|| {
            let file = Weights::of(&FILE.0);
            Self {
                verbs: file.strings("verbs"),
                ends: file.integers("verbs.ends"),
                links: file.integers("verbs.events"),
                events: file.strings("events"),
                agents: file.strings("agents"),
            }
        })
    }

    /// The nouns that name the event of a verb in its base form, lower case, sorted; none where it is no verb that has any.
    pub fn events_of(&self, verb: &str) -> impl Iterator<Item = &'static str> {
        let place = self.verbs.find(verb);
        let end = |place: usize| self.ends[place] as usize;
        let links = place.map_or(0..0, |place| place.checked_sub(1).map_or(0, end)..end(place));
        self.links[links].iter().map(|&noun| self.events.get(noun as usize))
    }

    /// Whether a noun whose ending makes nouns of verbs is used of events: "refusal" and "agreement", not "hospital" and "cement".
    pub fn is_event(&self, noun: &str) -> bool {
        self.events.find(noun).is_some()
    }

    /// Whether a noun in its base form, lower case, is made of a verb for who does what it says: "founder", not "mother".
    pub fn is_agent(&self, noun: &str) -> bool {
        self.agents.find(noun).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_its_nouns() {
        let derivations = Derivations::built_in();
        for verb in derivations.verbs.iter() {
            assert!(derivations.events_of(verb).next().is_some(), "{verb}");
        }
        assert_eq!(derivations.ends.last().map(|&end| end as usize), Some(derivations.links.len()));
        assert_eq!(derivations.events_of("xyzzy").next(), None);
    }

    #[test]
    fn a_link_counts_where_the_noun_is_used_of_events() {
        let of = |verb: &str| Derivations::built_in().events_of(verb).collect::<Vec<_>>();
        assert_eq!(of("arrive"), ["arrival"]);
        assert_eq!(of("criticise"), of("criticize"));
        // WordNet links the body's part with the verb as well.
        assert!(of("head").is_empty());
        assert!(Derivations::built_in().is_event("refusal") && !Derivations::built_in().is_event("hospital"));
    }

    #[test]
    fn agents_do_something() {
        let is_agent = |noun: &str| Derivations::built_in().is_agent(noun);
        assert!(is_agent("founder") && is_agent("insurer") && is_agent("prosecutor"));
        assert!(!is_agent("mother") && !is_agent("tower") && !is_agent("refusal"));
    }
}
