//! Relations that two phrases state by standing beside each other, without a word between them.

use crate::document::Document;
use crate::grammar::{Number, ParsedSentence, SentenceId};
use crate::mentions::{Mention, MentionKind, Mentions, OntologyIndex, class_of};
use crate::ontology::{Range, Role};
use crate::relations::{Binding, Extractor, Match};

/// The patterns that match in a sentence and say something.
pub fn sound_matches(
    document: &Document<'_, Mentions>,
    id: SentenceId,
    sentence: &ParsedSentence<'_>,
    lexicon: &OntologyIndex<'_>,
    extractor: &Extractor,
) -> Vec<Match> {
    let class_of = |token: usize| class_of(document, lexicon, id.token(token));
    // "A two-day strike": an amount is no second phrase.
    let tells_amount =
        |found: &Match| matches!(lexicon.ontology.relation(found.relation).range, Range::Literal { .. });
    let sound = |found: &Match| {
        extractor.patterns()[found.pattern].root.words() > 0
            || tells_amount(found)
            || can_be_said_of_each_other(&document.mentions, id, &found.binding)
    };
    extractor.find(lexicon, sentence, &class_of).into_iter().filter(sound).collect()
}

/// Whether the phrases at these tokens of a sentence can say something of each other without a word between them: both
/// are phrases of their own (not the `chief` of a `chief executive`), and several or counted things are not one name.
fn can_be_said_of_each_other(mentions: &Mentions, sentence: SentenceId, binding: &Binding) -> bool {
    let (Some(subject), Some(object)) = (binding.filler(&Role::Subject), binding.filler(&Role::Object))
    else {
        return true;
    };
    let (Some(subject), Some(object)) =
        (mentions.standing_at(sentence.token(subject)), mentions.standing_at(sentence.token(object)))
    else {
        return false;
    };
    let (one, other) = (&mentions[subject], &mentions[object]);
    let described = |mention: &Mention| mention.kind == MentionKind::Description;
    let members = described(one) && one.number == Number::Plural && !described(other);
    let counted = described(other) && other.quantity.is_some() && one.quantity.is_none();
    subject != object && !members && !counted
}
