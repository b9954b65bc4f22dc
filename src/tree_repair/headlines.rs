//! Headlines: `Senate backs bill` and `Prosecutors charge officer` look like rows of nouns to a tagger that has learned from sentences,
//! `Coach fired after defeat` like something the coach did, and `Mills, Tanaka sign pact` has a comma for `and`.
//!
//! Where a line ends without a full stop and has no finite verb, a word that may be a verb and stands between two noun phrases is
//! tried as one: the line is read once more in the words of a sentence (`rereading.rs`), and keeps that tree if it is what was meant.

use crate::grammar::is_capitalised;
use crate::language::{CoarseTag, Derivations, Engine, EntityTag, EntityType, FineTag, Sentence};
use crate::mentions::OntologyIndex;

use super::rereading::{Change, Rereading};

/// A line with fewer words tells nothing; one with more is no headline.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=24;
/// What begins a clause of its own, which may have a finite verb.
const CLAUSE_WORDS: &[&str] = &[
    "after", "although", "amid", "as", "because", "before", "if", "over", "since", "than", "that", "though",
    "until", "what", "when", "where", "which", "while", "who",
];

/// Reads lines that are told in the way of headlines once more.
pub fn reread(sentences: &mut [Sentence], engine: &Engine, lexicon: &OntologyIndex) {
    let readings: Vec<(usize, Rereading)> = sentences
        .iter()
        .enumerate()
        .filter_map(|(place, sentence)| Line::of(sentence).map(|line| (place, line)))
        .flat_map(|(place, line)| line.readings(engine, lexicon).into_iter().map(move |read| (place, read)))
        .collect();
    let texts: Vec<&str> = readings.iter().map(|(_, reading)| reading.text.as_str()).collect();
    let mut done = None;
    for ((place, reading), read) in readings.iter().zip(engine.analyse(&texts)) {
        if done != Some(*place)
            && let Some(sentence) = reading.carried_over(&sentences[*place], &read)
        {
            sentences[*place] = sentence;
            done = Some(*place);
        }
    }
}

/// A line without a full stop.
struct Line<'s> {
    sentence: &'s Sentence,
    /// The first word after a label (`Report: …`).
    first: usize,
    /// One past the last word of what may be the main clause.
    end: usize,
}

impl<'s> Line<'s> {
    fn of(sentence: &'s Sentence) -> Option<Self> {
        let tokens = &sentence.tokens;
        let label = tokens.iter().take(6).position(|token| &*token.text == ":");
        let first = label.map_or(0, |colon| colon + 1);
        let is_open = !matches!(tokens.last()?.tag, FineTag::FullStop | FineTag::Colon | FineTag::Comma);
        if !is_open || !LENGTH.contains(&tokens.len().saturating_sub(first)) {
            return None;
        }
        let begins_clause = |index: &usize| CLAUSE_WORDS.contains(&&*tokens[*index].text.to_lowercase());
        let end = (first + 1..tokens.len()).find(begins_clause).unwrap_or(tokens.len());
        Some(Self { sentence, first, end })
    }

    fn tag(&self, index: usize) -> FineTag {
        self.sentence.tokens[index].tag
    }

    fn text(&self, index: usize) -> &str {
        &self.sentence.tokens[index].text
    }

    fn word(&self, index: usize) -> String {
        self.text(index).to_lowercase()
    }

    /// Whether all nouns have capitals, so that they make no name.
    fn is_all_in_capitals(&self) -> bool {
        let is_small = |index: usize| is_noun(self.tag(index)) && !is_capitalised(self.text(index));
        !(self.first..self.sentence.tokens.len()).any(is_small)
    }

    /// Whether a word is a finite verb for the tagger, and no part of a noun phrase for the parser. `Wanderers` at the beginning
    /// is a club.
    fn is_finite(&self, index: usize) -> bool {
        let is_club = index == self.first && self.tag(index) == FineTag::Vbz;
        self.tag(index) == FineTag::Md
            || self.tag(index).is_finite_verb()
                && !is_club
                && !self.sentence.tokens[index].dep.is_noun_modifier()
    }

    /// What the line may be for, the likeliest first.
    fn readings(&self, engine: &Engine, lexicon: &OntologyIndex) -> Vec<Rereading> {
        let mut verbs = (self.first..self.end).filter(|&index| self.is_finite(index));
        let mut found: Vec<(usize, Option<Change>, Option<Change>)> = Vec::new();
        match (verbs.next(), verbs.next()) {
            (None, _) => {
                let presents =
                    (self.first + 1..self.end).filter_map(|index| self.present(index, engine, lexicon));
                found.extend(presents.map(|(index, change)| (index, Some(change), None)));
                // In `Bill Gates Visits Kenya` more words than one may be the verb.
                found.sort_by_key(|(index, ..)| {
                    self.sentence.tokens[*index].entity == EntityTag::Inside(EntityType::Person)
                });
                // `Rovers sack manager`, of which no parser makes a verb until it reads `will sack the manager`.
                let titled = |(index, ..): &&(usize, _, _)| self.tag(index + 1) == FineTag::Nn;
                let lacking: Vec<_> = found.iter().filter(titled).cloned().collect();
                found.extend(
                    lacking.into_iter().map(|(index, change, _)| (index, change, Some(Change::Title))),
                );
            }
            // `Mills, Tanaka sign pact`: no singular has two names before it.
            (Some(verb), None) if matches!(self.tag(verb), FineTag::Vbp | FineTag::Vbd) => {
                found.extend(self.comma(verb).map(|_| (verb, None, None)));
            }
            _ => {}
        }
        if let Some(verb) = self.passive(lexicon) {
            let plural = self.tag(verb - 1).is_plural_noun() || self.comma(verb).is_some();
            found.insert(0, (verb, Some(Change::Passive { plural }), None));
        }
        let reading = |(verb, change, title): (usize, Option<Change>, Option<Change>)| {
            let is_singular = matches!(change, Some(Change::Present { tag: FineTag::Vbz, .. }));
            let comma = self.comma(verb).filter(|_| !is_singular).map(|comma| (comma, Change::Comma));
            let own = change.map(|change| (verb, change)).into_iter();
            let own = own.chain(title.map(|title| (verb + 1, title)));
            let changes = comma.into_iter().chain(own).collect();
            Rereading::new(self.sentence, Some(verb), changes)
        };
        found.into_iter().map(reading).collect()
    }

    /// A word between two noun phrases that may be their verb: in `s` after a singular, else in its base form after a plural.
    fn present(&self, index: usize, engine: &Engine, lexicon: &OntologyIndex) -> Option<(usize, Change)> {
        let word = self.word(index);
        let base = engine.base_form(&word, CoarseTag::Verb)?;
        let noun = engine.base_form(&word, CoarseTag::Noun);
        let is_somebody = noun.as_ref().is_some_and(|noun| {
            let class = lexicon.word_class(noun);
            class.is_some_and(|class| lexicon.is_agent(class)) || Derivations::built_in().is_agent(noun)
        });
        let is_third_person = base != word && word.ends_with('s') && !word.ends_with("ss");
        let is_candidate = is_third_person && !lexicon.words().plural_modifiers.contains(&word)
            || base == word && (self.tag(index) == FineTag::Vb || self.has_plural_before(index, lexicon));
        let has_object = index + 1 < self.end && self.begins_object(index + 1, noun.is_none());
        let is_taken = match self.tag(index) {
            FineTag::Nnp | FineTag::Nnps => self.is_all_in_capitals() || !is_capitalised(self.text(index)),
            FineTag::Vbz | FineTag::Vbp => true,
            tag => matches!(tag, FineTag::Nn | FineTag::Nns | FineTag::Jj | FineTag::Vb | FineTag::Rb),
        };
        let is_verb = is_taken
            && is_candidate
            && !is_somebody
            && has_object
            && self.is_subject(self.first, index, lexicon);
        let tag = if is_third_person { FineTag::Vbz } else { FineTag::Vbp };
        is_verb.then_some((index, Change::Present { base, tag }))
    }

    fn has_plural_before(&self, index: usize, lexicon: &OntologyIndex) -> bool {
        let before = self.word(index - 1);
        let is_club = index == self.first + 1 && self.tag(self.first) == FineTag::Vbz;
        let is_plural = is_club
            || self.tag(index - 1).is_plural_noun() && !lexicon.words().plural_modifiers.contains(&before);
        let is_list = (self.first..index).any(|index| matches!(self.tag(index), FineTag::Cc));
        // "MPs": the tagger knows few of these.
        let letters = self.text(index - 1).strip_suffix('s');
        let is_short_form = letters.is_some_and(|it| it.len() > 1 && it.chars().all(char::is_uppercase));
        is_plural || is_list || is_short_form || before == "police" || self.comma(index).is_some()
    }

    /// Whether an object may begin here; after a word that is no noun, a preposition may as well.
    fn begins_object(&self, index: usize, after_verb: bool) -> bool {
        match self.tag(index) {
            FineTag::In => after_verb,
            FineTag::Jj
            | FineTag::Jjr
            | FineTag::Jjs
            | FineTag::Cd
            | FineTag::Dt
            | FineTag::Prp
            | FineTag::PrpPossessive
            | FineTag::Currency
            | FineTag::Rp
            | FineTag::To
            | FineTag::Vbn
            | FineTag::Vbg => true,
            tag => is_noun(tag) || tag.is_quote(),
        }
    }

    /// Whether these words are a noun phrase, as far as their tags tell.
    fn is_subject(&self, from: usize, end: usize, lexicon: &OntologyIndex) -> bool {
        let fits = |index: usize| match self.tag(index) {
            FineTag::In => self.word(index) == "of" || self.tells_by_another(index, lexicon),
            FineTag::Vb | FineTag::Vbz => index == self.first,
            FineTag::Jj
            | FineTag::Jjs
            | FineTag::Cd
            | FineTag::Dt
            | FineTag::Pos
            | FineTag::Hyph
            | FineTag::Afx
            | FineTag::Cc
            | FineTag::Comma
            | FineTag::Vbg => true,
            tag => is_noun(tag) || tag.is_quote(),
        };
        from < end
            && (from..end).all(fits)
            && (is_noun(self.tag(end - 1)) || matches!(self.tag(end - 1), FineTag::Vb | FineTag::Vbz))
    }

    /// `Lawyer for`, `Aide to`, `Witness against`: a preposition after a noun for somebody.
    fn tells_by_another(&self, index: usize, lexicon: &OntologyIndex) -> bool {
        let noun = index.checked_sub(1).and_then(|noun| lexicon.word_class(&self.word(noun)));
        matches!(&*self.word(index), "for" | "to" | "against")
            && noun.is_some_and(|class| lexicon.is_person(class))
    }

    /// A participle that is what the line tells: nobody in a headline does things in the past tense. Of several the last, where those
    /// before it tell of whom the line speaks: `Man attacked by actor convicted of fraud`.
    fn passive(&self, lexicon: &OntologyIndex) -> Option<usize> {
        let is_past = |index: &usize| matches!(self.tag(*index), FineTag::Vbd | FineTag::Vbn);
        let pasts: Vec<usize> = (self.first..self.end).filter(is_past).collect();
        let (&verb, reduced) = pasts.split_last().filter(|&(&verb, _)| verb > self.first)?;
        let is_other = |index: usize| !pasts.contains(&index) && self.is_finite(index);
        let follows = self.sentence.tokens.get(verb + 1).map(|token| token.tag);
        let has_no_object = matches!(follows, None | Some(FineTag::In | FineTag::To | FineTag::Rb));
        // `Men held by police to appear in court` tells of appearing; and whoever was `ordered to pay` was not ordered as a review is.
        let tags: Vec<FineTag> = self.sentence.tokens[verb..].iter().map(|token| token.tag).collect();
        let has_infinitive = tags.windows(2).any(|pair| pair == [FineTag::To, FineTag::Vb]);
        let is_bare = !matches!(self.tag(self.first), FineTag::Dt);
        let is_alone = !(self.first..self.end).any(is_other);
        let begins = reduced.iter().try_fold(self.first, |from, &past| {
            (self.is_subject(from, past, lexicon) && self.word(past + 1) == "by").then_some(past + 2)
        })?;
        (has_no_object && !has_infinitive && is_bare && is_alone && self.is_subject(begins, verb, lexicon))
            .then_some(verb)
            .filter(|&verb| self.tag(verb) == FineTag::Vbn || is_told_in_passive(&self.word(verb), lexicon))
    }

    /// The comma that stands for `and` before a verb: between two names, or two other nouns.
    fn comma(&self, verb: usize) -> Option<usize> {
        let mut commas = (self.first..verb).filter(|&index| self.tag(index) == FineTag::Comma);
        let comma = commas.next().filter(|_| commas.next().is_none())?;
        let is_plain = |index: usize| {
            let tag = self.tag(index);
            index == comma || is_noun(tag) || tag == FineTag::Jj
        };
        let is_day = (self.first..verb)
            .any(|index| self.sentence.tokens[index].entity.is_any(&[EntityType::Date, EntityType::Time]));
        // A line's first word has a capital in any case.
        let are_alike = comma == self.first + 1
            || self.tag(comma.saturating_sub(1)).is_proper_noun() == self.tag(verb - 1).is_proper_noun();
        let has_both = comma > self.first
            && comma + 1 < verb
            && is_noun(self.tag(comma - 1))
            && is_noun(self.tag(verb - 1));
        // `Wage cut, unions say` is another matter.
        let goes_on = verb + 1 < self.sentence.tokens.len();
        (has_both && goes_on && are_alike && !is_day && (self.first..verb).all(is_plain)).then_some(comma)
    }
}

fn is_noun(tag: FineTag) -> bool {
    tag.is_singular_noun() || tag.is_plural_noun()
}

/// Whether an example of some relation has this form after `was` or `were`: so it is told of whom it was done to.
fn is_told_in_passive(form: &str, lexicon: &OntologyIndex) -> bool {
    let is_auxiliary = |word: &str| matches!(word, "was" | "were" | "been");
    let tells = |text: &str| {
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).collect();
        words.windows(2).any(|pair| is_auxiliary(pair[0]) && pair[1] == form)
    };
    let mut relations = lexicon.ontology.relation_ids().map(|id| lexicon.ontology.relation(id));
    relations.any(|relation| relation.examples.iter().any(|example| tells(&example.text)))
}
