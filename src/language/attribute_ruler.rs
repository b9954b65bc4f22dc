//! Maps tags to universal parts of speech and morphological features, and mends the networks' output word by word.
//!
//! The rules come out of the model: patterns over one or two tokens and the attributes that one of them gets. All
//! patterns are matched before any attribute is set; later rules win (spaCy's `attributeruler.py`).

use std::collections::HashMap;

use serde::Deserialize;

use super::weights::Weights;

#[derive(Debug)]
pub struct AttributeRuler {
    rules: Vec<Rule>,
    /// Rules whose first token may have this tag, in order.
    by_tag: HashMap<&'static str, Vec<usize>>,
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
    tag: Option<Words>,
    lower: Option<Words>,
    dep: Option<Words>,
    is_space: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Words {
    In(Vec<String>),
    #[serde(rename = "NOT_IN")]
    NotIn(Vec<String>),
}

impl Words {
    fn accept(&self, word: &str) -> bool {
        match self {
            Self::In(words) => words.iter().any(|listed| listed == word),
            Self::NotIn(words) => words.iter().all(|listed| listed != word),
        }
    }
}

/// What a rule sets.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "UPPERCASE", deny_unknown_fields)]
struct Attributes {
    tag: Option<&'static str>,
    pos: Option<&'static str>,
    morph: Option<&'static str>,
    lemma: Option<&'static str>,
    dep: Option<&'static str>,
}

/// The attributes of a token that rules read and set.
#[derive(Debug, Clone, Copy)]
pub struct Attributed<'a> {
    pub lower: &'a str,
    pub is_space: bool,
    pub tag: &'static str,
    pub dep: &'static str,
    /// Universal part of speech.
    pub pos: &'static str,
    /// Morphological features, as "Number=Sing|Person=3".
    pub morph: &'static str,
    /// The lemma, where a rule knows it.
    pub lemma: Option<&'static str>,
}

impl AttributeRuler {
    pub fn load(weights: &Weights) -> Self {
        let rules: Vec<Rule> = serde_json::from_str(weights.strings("attribute_ruler").get(0))
            .expect("the embedded model file's attribute rules are readable");
        let may_start = |rule: &Rule, tag: &str| {
            rule.patterns.iter().any(|pattern| pattern[0].tag.as_ref().is_none_or(|words| words.accept(tag)))
        };
        let candidates = |tag| (0..rules.len()).filter(|&number| may_start(&rules[number], tag)).collect();
        let by_tag = weights.strings("tagger.labels").iter().map(|tag| (tag, candidates(tag))).collect();
        Self { rules, by_tag }
    }

    /// Applies all rules to the tokens of one text.
    pub fn apply(&self, tokens: &mut [Attributed]) {
        let mut matches = Vec::new();
        for begin in 0..tokens.len() {
            for &number in self.by_tag.get(tokens[begin].tag).into_iter().flatten() {
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
        let accepts = |words: &Option<Words>, word| words.as_ref().is_none_or(|words| words.accept(word));
        accepts(&self.tag, token.tag)
            && accepts(&self.lower, token.lower)
            && accepts(&self.dep, token.dep)
            && self.is_space.is_none_or(|is_space| is_space == token.is_space)
    }
}

impl Attributed<'_> {
    fn set(&mut self, attributes: Attributes) {
        self.tag = attributes.tag.unwrap_or(self.tag);
        self.pos = attributes.pos.unwrap_or(self.pos);
        self.morph = attributes.morph.unwrap_or(self.morph);
        self.dep = attributes.dep.unwrap_or(self.dep);
        self.lemma = attributes.lemma.or(self.lemma);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(lower: &'static str, tag: &'static str, dep: &'static str) -> Attributed<'static> {
        Attributed { lower, is_space: false, tag, dep, pos: "", morph: "", lemma: None }
    }

    #[test]
    fn tags_give_parts_of_speech_and_words_mend_them() {
        let ruler = AttributeRuler::load(&Weights::embedded());
        let mut tokens =
            [token("they", "PRP", "nsubj"), token("had", "VBD", "aux"), token("ca", "MD", "aux")];
        ruler.apply(&mut tokens);
        assert_eq!(tokens.map(|token| token.pos), ["PRON", "AUX", "AUX"]);
        assert_eq!(tokens.map(|token| token.lemma), [Some("they"), Some("have"), Some("can")]);
    }

    #[test]
    fn rules_over_two_tokens_need_both() {
        let ruler = AttributeRuler::load(&Weights::embedded());
        let mut tokens = [token("let", "VB", "ROOT"), token("'s", "PRP", "nsubj")];
        ruler.apply(&mut tokens);
        assert_eq!(tokens[1].lemma, Some("us"));
        let mut alone = [token("let", "VB", "ROOT")];
        ruler.apply(&mut alone);
        assert_eq!(alone[0].lemma, None);
    }
}
