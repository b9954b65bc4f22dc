//! The class of an argument by its own words, before coreference knows more.

use crate::document::Document;
use crate::grammar::{TokenPosition, children};
use crate::language::{CoarseTag, Dependency};
use crate::ontology::ClassId;

use super::mention::Mentions;
use super::ontology_index::OntologyIndex;

/// What an argument's own words say it is.
pub fn class_of(
    document: &Document<'_, Mentions>,
    lexicon: &OntologyIndex<'_>,
    position: TokenPosition,
) -> Option<ClassId> {
    let sentence = document.sentence(position.sentence);
    let token = position.token;
    match document.mentions.standing_at(position) {
        Some(mention) => {
            // "The mayor, Jane Doe, resigned" names both a person and her post.
            let mut children = children(sentence, token);
            let is_name_beside = |child: usize| {
                sentence.tokens[child].dep == Dependency::Appos
                    && sentence.tokens[child].pos == CoarseTag::Propn
            };
            let mention = &document.mentions[mention];
            mention.post.filter(|_| children.any(is_name_beside)).or(mention.class)
        }
        None => {
            // "With attacking him" is a deed, not the event that its noun names.
            let is_deed =
                |class: ClassId| sentence.tokens[token].pos == CoarseTag::Verb && lexicon.has_names(class);
            let noun = lexicon.noun_class(sentence, token, token).map(|(class, _)| class);
            noun.filter(|&class| !is_deed(class))
        }
    }
}
