//! What may stand in a role: whether the class of a noun or name, as far as it is known, is one that the relation
//! wants there. This is where a wording's right reading is told from its wrong ones ("charged with theft", "charged
//! with water"), so it knows nothing of trees.

use crate::grammar::{Number, ParsedSentence, PronounKind, is_time, pronoun};
use crate::language::{CoarseTag, Dependency, FineTag, Token};
use crate::mentions::{OntologyIndex, UnlistedNames};
use crate::ontology::{ClassId, Relation, Role};

/// Whether a token is a name's; a title has capitals, too, but its words are common ones.
pub fn is_name(lexicon: &OntologyIndex<'_>, sentence: &ParsedSentence<'_>, token: usize) -> bool {
    let is_post = || lexicon.names_post(sentence.sentence(), token, token);
    let word = sentence.tree.token(token);
    word.pos == CoarseTag::Propn && word.text.contains(char::is_uppercase) && !is_post()
}

/// Whether an argument may stand in this role, as far as its class is known. What has no known class stands where
/// nothing better can be known: a pronoun or a name anywhere, a deed ("murdering a guard") where no named thing is
/// wanted, a common noun where the ontology gives no words by which the wanted class could be told.
pub fn fits(
    lexicon: &OntologyIndex<'_>,
    relation: &Relation,
    role: &Role,
    class: Option<ClassId>,
    token: &Token,
    strict: bool,
) -> bool {
    let ontology = lexicon.ontology;
    let wanted = match role {
        Role::Qualifier(name) => ontology.essential(name).map(|qualifier| qualifier.range.as_slice()),
        _ => relation.classes_of(role),
    };
    let Some(wanted) = wanted else { return true };
    let only_people = || wanted.iter().all(|&class| lexicon.is_person(class)) && !wanted.is_empty();
    let only_named = || wanted.iter().all(|&class| lexicon.has_named_members(class)) && !wanted.is_empty();
    match pronoun::read(token).map(|pronoun| (pronoun.kind, pronoun.person, pronoun.number)) {
        // Nobody is meant: "you get lost".
        Some((PronounKind::Listener, ..)) => return false,
        Some((PronounKind::Third | PronounKind::Demonstrative, false, Number::Singular)) if only_people() => {
            return false;
        }
        // "How it came to that."
        Some((PronounKind::Demonstrative, ..)) if only_named() => return false,
        _ => {}
    }
    // "In July, the council called for a vote": a time acts as little as it undergoes.
    if is_time(token.entity) && class.is_none() && !is_measure(lexicon, wanted, token) {
        return false;
    }
    if wanted.is_empty() {
        return token.pos != CoarseTag::Adj;
    }
    if token.pos == CoarseTag::Propn && !strict && lexicon.wants_unknowable(wanted) {
        return true;
    }
    let as_body = |class| lexicon.may_be_body(wanted, class, token, role == &Role::Object);
    let misjudged = |class| lexicon.may_be_misjudged(wanted, class, token);
    let named = lexicon.may_be_unlisted(wanted, token)
        || relation.is_taught() && class.is_some_and(|class| as_body(class) || misjudged(class));
    if token.pos == CoarseTag::Propn && !strict && named {
        return true;
    }
    // What is spoken of as "he" may be a horse.
    let spoken_of = pronoun::read(token).is_some_and(|pronoun| pronoun.kind == PronounKind::Third);
    if spoken_of && !strict && lexicon.unlisted_names(wanted) != UnlistedNames::None {
        return true;
    }
    if class.is_none() && is_measure(lexicon, wanted, token) {
        return true;
    }
    let is_taught_actor = role == &Role::Subject && relation.is_taught();
    // A user who wants people means families, too.
    let are_people = |class| relation.is_taught() && lexicon.is_group(class) && !strict && only_people();
    match class {
        Some(class) if are_people(class) => true,
        // A name of a wider class may be one of a narrower; a noun that the ontology lists is of its own class only.
        Some(class) if token.pos == CoarseTag::Noun && is_listed_below(lexicon, class, wanted) => false,
        Some(class) => ontology.is_any(class, wanted) || (!strict && ontology.includes_any(class, wanted)),
        None if strict => false,
        None => match token.pos {
            CoarseTag::Propn => true,
            // "Received them" is no sentence: what is told by its own words alone has no pronoun.
            CoarseTag::Pron => {
                let can_be_meant =
                    |&class: &ClassId| lexicon.has_named_members(class) || lexicon.takes_unknown_nouns(class);
                wanted.iter().any(can_be_meant)
            }
            CoarseTag::Verb if token.dep == Dependency::Acl && token.tag == FineTag::Vbn => false,
            CoarseTag::Verb | CoarseTag::Aux => wanted.iter().any(|&class| !lexicon.has_named_members(class)),
            CoarseTag::Adj => false,
            // "Wounding seven": a bare number counts people.
            CoarseTag::Num => wanted
                .iter()
                .any(|&wanted| lexicon.person().is_some_and(|person| ontology.is_a(person, wanted))),
            _ => wanted.iter().any(|&class| {
                lexicon.takes_unknown_nouns(class) || is_taught_actor && is_actor(lexicon, class)
            }),
        },
    }
}

/// Whether this is newsgraph's own class of people or bodies. No list holds all nouns for them; few relations in a user's own
/// words are safe with those that no list holds ("the draper ordered a psalter"), three dozen of public affairs are not.
fn is_actor(lexicon: &OntologyIndex<'_>, class: ClassId) -> bool {
    let above_people = lexicon.person().is_some_and(|person| lexicon.ontology.is_a(person, class));
    !lexicon.is_taught(class) && (lexicon.is_agent(class) || above_people)
}

/// Whether an amount stands for something of one of these classes, as a sum or a term stands for a penalty.
pub fn is_measure(lexicon: &OntologyIndex<'_>, wanted: &[ClassId], token: &Token) -> bool {
    // "On Thursday" is a day, no term of a day.
    let kind = token.entity.kind().filter(|_| token.pos != CoarseTag::Propn);
    kind.is_some_and(|kind| {
        let measures = |class: &ClassId| lexicon.ontology.class(*class).measures.iter();
        wanted.iter().flat_map(measures).any(|&measure| measure == kind)
    })
}

/// Whether only classes below the noun's own are wanted, and list nouns of their own: "reporters" are no judges.
fn is_listed_below(lexicon: &OntologyIndex<'_>, class: ClassId, wanted: &[ClassId]) -> bool {
    let ontology = lexicon.ontology;
    let below = wanted.iter().filter(|&&wanted| ontology.is_a(wanted, class) && wanted != class);
    !ontology.is_any(class, wanted)
        && below.clone().count() > 0
        && below.into_iter().all(|&wanted| !ontology.class(wanted).nouns.is_empty())
}

/// Whether the class is known and one of those that the relation wants in this role.
pub fn is_of_wanted_class(
    lexicon: &OntologyIndex<'_>,
    relation: &Relation,
    role: &Role,
    class: Option<ClassId>,
) -> bool {
    let wanted = relation.classes_of(role).unwrap_or_default();
    class.is_some_and(|class| lexicon.ontology.is_any(class, wanted))
}

/// Whether an argument may stand in this role of a relation, as far as its class is known and no example says more.
pub fn role_fits(
    lexicon: &OntologyIndex<'_>,
    relation: &Relation,
    role: &Role,
    class: Option<ClassId>,
    token: &Token,
) -> bool {
    fits(lexicon, relation, role, class, token, false)
}
