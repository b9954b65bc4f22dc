//! Names after a phrase that speaks of two: in "the driver of the Kenyan president, Sule Otieno, was arrested" the name is
//! the president's, or the driver's; in any case nothing that the sentence says of the driver may be said of it.

use crate::document::Document;
use crate::grammar::Number;
use crate::language::FineTag;
use crate::mentions::{Mention, MentionId, MentionKind, Mentions, OntologyIndex};

/// How far before a comma the noun may stand that a name is put beside.
const REACH: usize = 8;

/// The phrase that the sentence speaks of, where this name stands beside a noun inside it.
pub fn spoken_of<E, C>(
    document: &Document<'_, Mentions, E, C>,
    lexicon: &OntologyIndex<'_>,
    name: &Mention,
) -> Option<MentionId> {
    let tokens = &document.sentence(name.sentence).tokens;
    let mut first = name.span.first;
    while first > 0 && lexicon.is_honorific(&tokens[first - 1].text) {
        first -= 1;
    }
    let comma = first.checked_sub(1).filter(|&comma| &*tokens[comma].text == ",")?;
    let is_one = |mention: &Mention| {
        let class = mention.post.or(mention.class);
        mention.kind == MentionKind::Description
            && mention.number == Number::Singular
            && class.is_some_and(|class| lexicon.is_person(class) || lexicon.is_office(class))
    };
    let described = |token: usize| {
        let id = document.mentions.headed_by(name.sentence.token(token))?;
        is_one(&document.mentions[id]).then_some(id)
    };
    let beside = (comma.saturating_sub(REACH)..comma).rev().filter_map(described);
    beside.into_iter().find_map(|id| {
        let inner = &document.mentions[id];
        let of = inner.span.first.checked_sub(1)?;
        let governs = tokens[of].tag == FineTag::In && matches!(&*tokens[of].lemma, "of" | "to" | "for");
        let ends = inner.span.end == comma || inner.head + 1 == comma;
        described(of.checked_sub(1)?).filter(|_| governs && ends)
    })
}

#[cfg(test)]
mod tests {
    use crate::coreference::sample_chains::same;

    #[test]
    fn a_name_beside_the_noun_inside_is_not_whom_the_sentence_speaks_of() {
        for (text, outer, name) in [
            ("The driver of the mayor, Tom Hale, was arrested.", "The driver", "Tom Hale"),
            ("The killer of the former senator, Clara Moss, was jailed.", "The killer", "Clara Moss"),
            ("An adviser to the minister, Peter Vane, was fined.", "An adviser", "Peter Vane"),
        ] {
            assert!(!same(text, outer, name), "{text}");
        }
    }
}
