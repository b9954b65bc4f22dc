//! Which countries an article is about. Bodies of several countries bear one name ("the Met", "the Conservatives"), and the ontology
//! knows those of some countries only: in an article about another country they are not meant.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::grammar::TokenSpan;
use crate::language::{Sentence, Token};
use crate::ontology::{IndividualId, Ontology};

use super::gazetteer::Gazetteer;

/// An article says a country's name this much less often than another's, if it is not about that country.
const SELDOM: usize = 3;

/// The countries of an ontology and the names that are not one country's alone.
#[derive(Debug, Default)]
pub struct Countries {
    /// Words by which an article tells of a country → its place in `names`.
    words: Gazetteer<usize>,
    names: Vec<String>,
    /// First words of the shared names.
    beginnings: HashSet<String>,
    demonyms: Gazetteer<IndividualId>,
}

/// What an article says of the countries it is about.
#[derive(Debug, Default)]
pub struct Abroad {
    /// Countries that the article is not about.
    countries: BTreeSet<String>,
}

impl Countries {
    pub fn of(ontology: &Ontology) -> Self {
        let names: BTreeSet<&String> = ontology.words.countries.values().collect();
        let names: Vec<String> = names.into_iter().cloned().collect();
        let mut words = Gazetteer::default();
        for (word, country) in &ontology.words.countries {
            if let Ok(place) = names.binary_search(country) {
                words.insert(word, place);
            }
        }
        let shared = ontology.individuals.iter().flat_map(|known| &known.shared_names);
        let beginnings = shared.filter_map(|name| name.split(' ').next()).map(str::to_owned).collect();
        let mut demonyms = Gazetteer::default();
        for id in ontology.individual_ids() {
            let of_it = |(_, country): &(&String, &String)| *country == &ontology.individual(id).iri;
            for (adjective, _) in ontology.words.demonyms.iter().filter(of_it) {
                demonyms.insert(adjective, id);
            }
        }
        Self { words, names, beginnings, demonyms }
    }

    /// One past the last token of a country's name, or a place's in it, that begins at token `first`.
    pub fn names_at(&self, sentence: &Sentence, first: usize, any_case: bool) -> Option<usize> {
        self.words.match_at(sentence, first, any_case).map(|(end, _)| end)
    }

    /// The country or place whose adjective begins at token `first` ("Chilean"), and one past its last token.
    pub fn of_demonym(&self, sentence: &Sentence, first: usize) -> Option<(usize, IndividualId)> {
        self.demonyms.match_at(sentence, first, false)
    }

    /// Which countries these sentences of an article are not about: what tells of others is said there far more often. Nothing
    /// is counted where no name is in doubt.
    pub fn abroad(&self, sentences: &[Sentence]) -> Abroad {
        let in_doubt = |token: &Token| self.beginnings.contains(&*token.text);
        if !sentences.iter().any(|sentence| sentence.tokens.iter().any(in_doubt)) {
            return Abroad::default();
        }
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for sentence in sentences {
            for first in 0..sentence.tokens.len() {
                // A dateline may stand in capitals: "NEW YORK: The Met …".
                let shouted =
                    sentence.tokens[first].text.chars().filter(|letter| letter.is_uppercase()).count() > 2;
                if let Some((_, country)) = self.words.match_at(sentence, first, shouted) {
                    *counts.entry(country).or_default() += 1;
                }
            }
        }
        let most = counts.values().copied().max().unwrap_or(0);
        let is_abroad = |place: &usize| counts.get(place).copied().unwrap_or(0) * SELDOM < most;
        let abroad = (0..self.names.len()).filter(is_abroad);
        Abroad { countries: abroad.map(|place| self.names[place].clone()).collect() }
    }

    /// Where the names of several countries that a broken list has run together end, the last one with the span: "Russia Albania".
    pub fn run_together(&self, sentence: &Sentence, span: TokenSpan) -> Vec<usize> {
        let (mut ends, mut countries, mut first) = (Vec::new(), BTreeSet::new(), span.first);
        while first < span.end {
            let Some((end, country)) = self.words.match_at(sentence, first, false) else { return Vec::new() };
            ends.push(end);
            countries.insert(country);
            first = end;
        }
        let is_list = countries.len() > 1 && countries.len() == ends.len() && first == span.end;
        if is_list { ends } else { Vec::new() }
    }

    /// Whether the words before `first` name another country than this one: "Canada's Conservatives".
    pub fn is_anothers(&self, sentence: &Sentence, first: usize, country: &str) -> bool {
        let possessive = first.checked_sub(1).filter(|&at| matches!(&*sentence.tokens[at].text, "'s" | "’s"));
        let last = possessive.unwrap_or(first);
        let starts = last.saturating_sub(2)..last;
        starts.into_iter().any(|start| {
            let named = self.words.match_at(sentence, start, false);
            named.is_some_and(|(end, other)| end == last && self.names[other] != country)
        })
    }
}

impl Abroad {
    /// Whether the article is not about this country.
    pub fn holds(&self, country: &str) -> bool {
        self.countries.contains(country)
    }

    /// Whether this name, which the individual bears, is somebody else's in the article.
    pub fn bars(&self, ontology: &Ontology, individual: IndividualId, name: &str) -> bool {
        let known = ontology.individual(individual);
        known.country.as_ref().is_some_and(|country| self.holds(country)) && known.shares(name)
    }
}

#[cfg(test)]
mod tests {
    use crate::sample_language::{find, mentions};

    fn known(text: &str, words: &str) -> Option<String> {
        let (_, found) = mentions(text);
        let individual = find(&found, words).individual?;
        Some(crate::sample_language::lexicon().ontology.individual(individual).label.clone())
    }

    #[test]
    fn a_shared_name_is_that_of_the_country_the_article_is_about() {
        let police = Some("Metropolitan Police".to_owned());
        assert_eq!(known("The Met arrested two men in London.", "Met"), police);
        assert_eq!(known("The Met arrested two men.", "Met"), police);
        assert_eq!(known("Scotland Yard arrested two men in Miami.", "Scotland Yard"), police);
        assert_eq!(known("Critics praised the Met, the opera house in New York.", "Met"), None);
        assert_eq!(known("NEW YORK: The Met sued the conductor.", "Met"), None);
        let party = Some("Conservative Party".to_owned());
        assert_eq!(known("The Conservatives won, and Canada took note.", "Conservatives"), None);
        assert_eq!(
            known("Britain voted, and the Conservatives won. Canada took note.", "Conservatives"),
            party
        );
    }

    #[test]
    fn other_names_of_a_country_or_body_are_known_as_that_one() {
        for (text, words, label) in [
            ("The DPRK rejected the offer.", "DPRK", "North Korea"),
            ("Envoys of North Korea left.", "North Korea", "North Korea"),
            ("Voters in Ohio criticised the GOP.", "GOP", "Republican Party"),
            ("The UN criticised the plan.", "UN", "United Nations"),
        ] {
            assert_eq!(known(text, words).as_deref(), Some(label), "{text}");
        }
        assert_eq!(known("In Brasilia, the Senate rejected the budget of Brazil.", "Senate"), None);
        let text = "In Brasilia, the House of Representatives rejected the budget of Brazil.";
        assert_eq!(known(text, "the House of Representatives"), None);
    }

    #[test]
    fn countries_that_a_list_ran_together_are_names_of_their_own() {
        let (_, found) = mentions("Envoys rejected applications from Russia Albania.");
        let names: Vec<&str> = found.iter().map(|(_, mention)| mention.text.as_str()).collect();
        assert!(names.contains(&"Russia") && names.contains(&"Albania"), "{names:?}");
    }

    #[test]
    fn a_country_before_the_name_says_whose_it_is() {
        let text = "London and Leeds watched as Canada's Conservatives lost.";
        assert_eq!(known(text, "Conservatives"), None);
    }
}
