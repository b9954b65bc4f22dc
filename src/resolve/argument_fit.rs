//! Whether the arguments of a statement are what its relation wants, once the whole article has been read: coreference may know
//! more of a phrase than its own sentence did, and what it knows may contradict domain and range.

use crate::coreference::ChainKind;
use crate::extract::ExtractedStatement;
use crate::mentions::{MentionId, MentionKind, OntologyIndex, UnlistedNames};
use crate::ontology::{ClassId, Role};

use super::amounts::literal_fits;
use super::article_facts::ReadDocument;

/// Holds the classes that the whole article knows against domain and range.
pub fn arguments_fit(
    document: &ReadDocument<'_>,
    lexicon: &OntologyIndex<'_>,
    extracted: &ExtractedStatement,
) -> bool {
    let ontology = lexicon.ontology;
    let relation = ontology.relation(extracted.relation);
    let of_its_class = |role: Role, token: Option<usize>| {
        let (Some(wanted), Some(token)) = (relation.classes_of(&role), token) else { return true };
        let unlisted = lexicon.unlisted_names(wanted);
        document.mentions.standing_at(extracted.sentence.token(token)).is_none_or(|mention| {
            let chain = &document.chains[document.chains.of(mention)];
            // "Kobe … him" may be an ape, "Anna Weber … her" not.
            let one_word = chain.kind == ChainKind::Named && !chain.label.contains(' ');
            let word = &document.sentence(extracted.sentence).tokens[token];
            let may_be = |class: ClassId| {
                let is_object = role == Role::Object;
                let as_body = || {
                    chain.gender.is_none() && lexicon.may_name_body(wanted, class, &chain.label, is_object)
                };
                as_body() || lexicon.may_be_misjudged(wanted, class, word)
            };
            extracted.idiomatic.contains(&role)
                || means_itself(document, lexicon, mention, wanted)
                || (document.mentions[mention].kind == MentionKind::Name
                    && (lexicon.wants_unknowable(wanted) || unlisted != UnlistedNames::None))
                || one_word && unlisted == UnlistedNames::OneWord
                || chain.kind == ChainKind::Named && unlisted == UnlistedNames::Any
                || chain.class.is_none_or(|class| {
                    wanted.is_empty()
                        || ontology.is_any(class, wanted)
                        || ontology.includes_any(class, wanted)
                        || relation.is_taught() && may_be(class)
                })
        })
    };
    literal_fits(document, extracted, ontology)
        && of_its_class(Role::Subject, extracted.subject)
        && of_its_class(Role::Object, extracted.object)
}

/// Whether a description is meant as the concept that its words name, though the article uses it for somebody
/// too: the office in "Finance Minister Anna Weber", where "the finance minister" is she elsewhere.
pub fn means_itself(
    document: &ReadDocument<'_>,
    lexicon: &OntologyIndex<'_>,
    mention: MentionId,
    wanted: &[ClassId],
) -> bool {
    let mention = &document.mentions[mention];
    let wants_concept = !wanted.is_empty() && !wanted.iter().any(|&class| lexicon.has_named_members(class));
    wants_concept
        && mention.kind == MentionKind::Description
        && mention.post.or(mention.class).is_some_and(|class| lexicon.ontology.is_any(class, wanted))
}
