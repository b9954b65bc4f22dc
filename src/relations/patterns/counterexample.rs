//! What counterexamples teach the extractor: wordings to leave alone, and arguments that a wording must not take.

use crate::grammar::ParsedSentence;
use crate::language::{CoarseTag, FineTag, Sentence};
use crate::mentions::OntologyIndex;
use crate::ontology::{RelationId, Role};

use super::binding::Binding;
use super::extractor::Extractor;
use super::fit::is_of_wanted_class;
use super::found::Match;
use super::matching::bindings;
use super::pattern::Pattern;

impl Extractor {
    /// A counterexample in other words than any example forbids its own wording ("sent the children to school");
    /// one in the same words forbids the arguments that it shows ("charged ten pounds").
    pub fn learn_counter(&mut self, lexicon: &OntologyIndex<'_>, counter: Pattern, sentences: &[Sentence]) {
        let same_words = |pattern: &Pattern| {
            pattern.relation == counter.relation && pattern.root.same_shape(&counter.root)
        };
        if !self.patterns.iter().any(same_words) {
            self.counter_patterns.push(counter);
            return;
        }
        if counter.root.is_attachment() {
            // No word but the arguments is there to be found in a text, and the common nouns among them are what is wrong.
            let nouns = counter.taught.iter().filter(|(role, _)| !counter.named.contains(role));
            let veto: Vec<(Role, String)> = nouns.cloned().collect();
            for pattern in self.patterns.iter_mut().filter(|pattern| {
                pattern.relation == counter.relation && pattern.root.same_shape(&counter.root)
            }) {
                pattern.vetoes.push(veto.clone());
            }
            return;
        }
        for sentence in sentences {
            self.veto(lexicon, counter.relation, sentence);
        }
    }

    /// Forbids the patterns that match a counterexample to take the arguments that it shows.
    fn veto(&mut self, lexicon: &OntologyIndex<'_>, relation: RelationId, sentence: &Sentence) {
        let class_of = |token| lexicon.noun_class(sentence, token, token).map(|(class, _)| class);
        let sentence = ParsedSentence::new(sentence);
        for found in self.find_all(lexicon, &sentence, &class_of) {
            if found.relation != relation {
                continue;
            }
            // "Detained for questioning": a gerund is as good as a noun.
            let is_noun = |token: usize| {
                let token = sentence.tree.token(token);
                token.pos == CoarseTag::Noun || token.tag == FineTag::Vbg
            };
            let nouns = found.binding.roles.iter().filter(|(_, token)| is_noun(*token));
            // An argument that examples have too, or of the right class, is not to blame, unless no other is.
            let pattern = &self.patterns[found.pattern];
            let innocent = |role: &Role, token: usize| {
                let own = (role.clone(), sentence.lemma(token).to_owned());
                pattern.taught.contains(&own)
            };
            let others: Vec<&(Role, usize)> =
                nouns.clone().filter(|(role, token)| !innocent(role, *token)).collect();
            let nouns = if others.is_empty() { nouns.collect() } else { others };
            let to_blame = |(role, token): &&(Role, usize)| {
                !is_of_wanted_class(lexicon, lexicon.ontology.relation(relation), role, class_of(*token))
            };
            let blamed: Vec<&(Role, usize)> = nouns.iter().copied().filter(to_blame).collect();
            let blamed = if blamed.is_empty() { nouns } else { blamed };
            let veto: Vec<(Role, String)> = blamed
                .into_iter()
                .map(|(role, token)| (role.clone(), sentence.lemma(*token).to_owned()))
                .collect();
            let vetoes = &mut self.patterns[found.pattern].vetoes;
            if !veto.is_empty() && !vetoes.contains(&veto) {
                vetoes.push(veto);
            }
        }
    }

    /// Whether a counterexample's wording holds the same word with the same arguments, or with these and more.
    pub fn is_countered(&self, sentence: &ParsedSentence<'_>, found: &Match) -> bool {
        self.counter_patterns.iter().filter(|counter| counter.relation == found.relation).any(|counter| {
            (0..sentence.graph.len())
                .filter(|&token| token == found.trigger || counter.may_begin_at(sentence.lemma(token)))
                .any(|token| {
                    let any = (&|_: &Role, _| true, &|_, _| true);
                    bindings(sentence, counter, &self.taught_prepositions, token, any.0, any.1).iter().any(
                        |binding| {
                            (token == found.trigger || binding.words.contains(&found.trigger))
                                && covers(binding, &found.binding)
                        },
                    )
                })
        })
    }
}

/// Whether the counterexample's reading has all arguments that were found.
fn covers(counter: &Binding, found: &Binding) -> bool {
    [Role::Subject, Role::Object]
        .iter()
        .all(|role| found.filler(role).is_none_or(|token| counter.filler(role) == Some(token)))
}
