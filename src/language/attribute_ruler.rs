//! Maps tags to universal parts of speech and morphological features, and mends the networks' output word by word.
//!
//! The rules come out of the model: patterns over one or two tokens and the attributes that one of them gets. All
//! patterns are matched before any attribute is set; later rules win (spaCy's `attributeruler.py`).

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::labels::{CoarseTag, Dependency, FineTag};
use crate::weights::Weights;

/// The rules, ready to be applied in order.
#[derive(Debug)]
pub struct AttributeRuler {
    rules: Vec<Rule>,
    /// Rules whose first token may have this tag, in order.
    by_tag: HashMap<FineTag, Vec<usize>>,
}

/// One rule as the model file has it.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Rule {
    patterns: Vec<Vec<Condition>>,
    attrs: Attributes,
    /// The token of the match that gets the attributes.
    index: usize,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE", deny_unknown_fields)]
struct Condition {
    tag: Option<OneOf<FineTag>>,
    lower: Option<OneOf<String>>,
    dep: Option<OneOf<Dependency>>,
    is_space: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE", bound(deserialize = "T: FromStr"))]
enum OneOf<T> {
    In(#[serde(deserialize_with = "known")] Vec<T>),
    #[serde(rename = "NOT_IN")]
    NotIn(#[serde(deserialize_with = "known")] Vec<T>),
}

impl<T> OneOf<T> {
    fn accepts<W: PartialEq<T> + ?Sized>(&self, word: &W) -> bool {
        match self {
            Self::In(listed) => listed.iter().any(|other| word == other),
            Self::NotIn(listed) => listed.iter().all(|other| word != other),
        }
    }
}

/// The listed labels; those that no token can have, because the networks never give them, are left out.
fn known<'de, D: Deserializer<'de>, T: FromStr>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let listed = Vec::<String>::deserialize(deserializer)?;
    Ok(listed.iter().filter_map(|text| text.parse().ok()).collect())
}

/// What a rule sets.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "UPPERCASE", deny_unknown_fields)]
struct Attributes {
    #[serde(default, deserialize_with = "label")]
    tag: Option<FineTag>,
    #[serde(default, deserialize_with = "label")]
    pos: Option<CoarseTag>,
    morph: Option<&'static str>,
    lemma: Option<&'static str>,
    #[serde(default, deserialize_with = "label")]
    dep: Option<Dependency>,
}

fn label<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    <&str>::deserialize(deserializer)?.parse().map(Some).map_err(D::Error::custom)
}

/// The attributes of a token that rules read and set.
#[derive(Debug, Clone, Copy)]
pub struct Attributed<'a> {
    lower: &'a str,
    is_space: bool,
    pub tag: FineTag,
    pub dep: Dependency,
    pub pos: CoarseTag,
    /// Morphological features, as "Number=Sing|Person=3".
    pub morph: &'static str,
    /// The lemma, where a rule knows it.
    pub lemma: Option<&'static str>,
}

impl<'a> Attributed<'a> {
    /// A token as the networks have it; `lower` is its text in small letters. Rules set the rest.
    pub fn new(lower: &'a str, is_space: bool, tag: FineTag, dep: Dependency) -> Self {
        Self { lower, is_space, tag, dep, pos: CoarseTag::X, morph: "", lemma: None }
    }

    fn set(&mut self, attributes: Attributes) {
        self.tag = attributes.tag.unwrap_or(self.tag);
        self.pos = attributes.pos.unwrap_or(self.pos);
        self.morph = attributes.morph.unwrap_or(self.morph);
        self.dep = attributes.dep.unwrap_or(self.dep);
        self.lemma = attributes.lemma.or(self.lemma);
    }
}

impl AttributeRuler {
    /// The rules of the model file's section `attribute_ruler`.
    pub fn load(weights: &Weights) -> Self {
        let rules: Vec<Rule> = serde_json::from_str(weights.strings("attribute_ruler").get(0))
            .expect("the embedded model file's attribute rules are readable");
        let may_start = |rule: &Rule, tag: FineTag| {
            rule.patterns.iter().any(|pattern| pattern[0].tag.as_ref().is_none_or(|tags| tags.accepts(&tag)))
        };
        let candidates = |tag| (0..rules.len()).filter(|&number| may_start(&rules[number], tag)).collect();
        let tags: Vec<FineTag> = weights.labels("tagger.labels");
        let by_tag = tags.into_iter().map(|tag| (tag, candidates(tag))).collect();
        Self { rules, by_tag }
    }

    /// Applies all rules to the tokens of one text.
    pub fn apply(&self, tokens: &mut [Attributed]) {
        let mut matches = Vec::new();
        for begin in 0..tokens.len() {
            for &number in self.by_tag.get(&tokens[begin].tag).into_iter().flatten() {
                let rule = &self.rules[number];
                if rule.patterns.iter().any(|pattern| fits(pattern, &tokens[begin..])) {
                    matches.push((number, begin + rule.index));
                }
            }
        }
        matches.sort_unstable();
        for (number, token) in matches {
            tokens[token].set(self.rules[number].attrs);
        }
    }
}

fn fits(pattern: &[Condition], tokens: &[Attributed]) -> bool {
    pattern.len() <= tokens.len()
        && pattern.iter().zip(tokens).all(|(condition, token)| condition.holds(token))
}

impl Condition {
    fn holds(&self, token: &Attributed) -> bool {
        self.tag.as_ref().is_none_or(|tags| tags.accepts(&token.tag))
            && self.lower.as_ref().is_none_or(|words| words.accepts(token.lower))
            && self.dep.as_ref().is_none_or(|labels| labels.accepts(&token.dep))
            && self.is_space.is_none_or(|is_space| is_space == token.is_space)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::built_in;

    fn token(lower: &'static str, tag: FineTag, dep: Dependency) -> Attributed<'static> {
        Attributed::new(lower, false, tag, dep)
    }

    #[test]
    fn tags_give_parts_of_speech_and_words_mend_them() {
        let ruler = AttributeRuler::load(&built_in::weights());
        let mut tokens = [
            token("they", FineTag::Prp, Dependency::Nsubj),
            token("had", FineTag::Vbd, Dependency::Aux),
            token("ca", FineTag::Md, Dependency::Aux),
        ];
        ruler.apply(&mut tokens);
        assert_eq!(tokens.map(|token| token.pos), [CoarseTag::Pron, CoarseTag::Aux, CoarseTag::Aux]);
        assert_eq!(tokens.map(|token| token.lemma), [Some("they"), Some("have"), Some("can")]);
    }

    #[test]
    fn every_tag_has_a_rule_that_sets_the_part_of_speech() {
        let ruler = AttributeRuler::load(&built_in::weights());
        let sets = |number: &usize| ruler.rules[*number].attrs.pos.is_some();
        assert!(FineTag::ALL.iter().all(|tag| ruler.by_tag[tag].iter().any(sets)));
    }

    #[test]
    fn rules_over_two_tokens_need_both() {
        let ruler = AttributeRuler::load(&built_in::weights());
        let let_ = token("let", FineTag::Vb, Dependency::Root);
        let mut tokens = [let_, token("'s", FineTag::Prp, Dependency::Nsubj)];
        ruler.apply(&mut tokens);
        assert_eq!(tokens[1].lemma, Some("us"));
        let mut alone = [let_];
        ruler.apply(&mut alone);
        assert_eq!(alone[0].lemma, None);
    }
}
