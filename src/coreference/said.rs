//! Coreference that the sentence itself states: titles before names, appositions, `is a`, `known as`.

use crate::coreference::reason::Reason;
use crate::grammar::{Number, TokenPosition, apposed_to, child, children};
use crate::language::{Dependency, Sentence};
use crate::mentions::{Mention, MentionId, MentionKind, naming_bearer};
use crate::ontology::ClassId;

use super::clusters::Clusters;
use super::holder_phrases::spoken_of;
use super::input::CoreferenceInput;

/// A person and the office that the article says he or she holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    pub person: MentionId,
    pub office: MentionId,
}

/// Joins what is said to be the same. An office is not its holder: those pairs are given back.
pub fn join(input: &CoreferenceInput, clusters: &mut Clusters) -> Vec<Holder> {
    let mut holders = Vec::new();
    for (id, mention) in
        input.document.mentions.iter().filter(|(_, mention)| mention.kind != MentionKind::Pronoun)
    {
        let sentence = input.document.sentence(mention.sentence);
        let other = |&name: &MentionId| {
            spoken_of(input.document, input.lexicon, &input.document.mentions[name]) != Some(id)
        };
        let beside = apposed(input, mention).filter(other);
        if let Some(name) = named_by_title(input, mention).or(beside) {
            if is_office(input, mention) {
                holders.push(Holder { person: name, office: id });
            } else if fits(input, mention, &input.document.mentions[name]) && clusters.compatible(name, id) {
                clusters.join(name, id, Reason::SaidToBe);
            }
        }
        if let Some(other) = described_beside(input, mention)
            && clusters.compatible(other, id)
        {
            clusters.join(other, id, Reason::SaidToBe);
        }
        if let Some(place) = place_called(input, mention)
            && clusters.compatible(place, id)
        {
            clusters.join(place, id, Reason::SaidToBe);
        }
        let bearer = naming_bearer(sentence, mention.head, input.lexicon)
            .and_then(|token| input.document.mentions.headed_by(mention.sentence.token(token)))
            .filter(|_| mention.kind == MentionKind::Name);
        if let Some(bearer) = bearer {
            clusters.join(bearer, id, Reason::SaidToBe);
        }
        if let Some(subject) = subject_of_is(sentence, mention.head) {
            let Some(subject) = input.document.mentions.headed_by(mention.sentence.token(subject)) else {
                continue;
            };
            if is_office(input, mention) {
                holders.push(Holder { person: subject, office: id });
            } else if mention.class.is_some()
                && input.document.mentions[subject].kind == MentionKind::Name
                && fits(input, mention, &input.document.mentions[subject])
                && clusters.compatible(subject, id)
            {
                clusters.join(subject, id, Reason::SaidToBe);
            }
        }
    }
    holders
}

/// The description of a person in apposition to this one of a person (`the envoy, a diplomat who …`).
fn described_beside(input: &CoreferenceInput, mention: &Mention) -> Option<MentionId> {
    let sentence = input.document.sentence(mention.sentence);
    let one_person = |mention: &Mention| {
        mention.kind == MentionKind::Description
            && mention.number == Number::Singular
            && mention.quantity.is_none()
            && mention.class.is_some_and(|class| input.lexicon.is_person(class))
    };
    let token = &sentence.tokens[mention.head];
    let other = Some(token.head).filter(|_| token.dep == Dependency::Appos && one_person(mention))?;
    let id = input.document.mentions.headed_by(mention.sentence.token(other))?;
    let comma = &*sentence.tokens[mention.span.first.checked_sub(1)?].text == ",";
    (comma && one_person(&input.document.mentions[id])).then_some(id)
}

/// The name of a place after the noun for it: `the town of Harwell` is Harwell.
fn place_called(input: &CoreferenceInput, mention: &Mention) -> Option<MentionId> {
    let sentence = input.document.sentence(mention.sentence);
    let is_place = |class: Option<ClassId>| class.is_some_and(|class| input.lexicon.is_place(class));
    let noun = &sentence.tokens[mention.head];
    let described = mention.kind == MentionKind::Description
        && noun.tag.is_singular_noun()
        && is_place(input.lexicon.word_class(&crate::grammar::lemma(noun)));
    let of = children(sentence, mention.head).find(|&child| &*sentence.tokens[child].lemma == "of")?;
    let object = child(sentence, of, &[Dependency::Pobj])?;
    let (id, name) = named_at(input, mention.sentence.token(object))?;
    (described && of == mention.head + 1 && is_place(name.class)).then_some(id)
}

pub fn is_office(input: &CoreferenceInput, mention: &Mention) -> bool {
    let is_office = |class| input.lexicon.is_office(class);
    mention.kind == MentionKind::Description && mention.class.is_some_and(is_office)
}

/// A description that can be another word for a name: one thing, no amount, and of a class that has names, as things of a user's
/// classes have.
fn fits(input: &CoreferenceInput, description: &Mention, name: &Mention) -> bool {
    description.kind == MentionKind::Description
        && description.quantity.is_none()
        && (description.number != Number::Plural || name.number == Number::Plural)
        && description
            .class
            .is_none_or(|class| input.lexicon.has_names(class) || input.lexicon.is_taught_thing(class))
}

/// The name that this description stands before as a title (`the architect Jane Doe`).
fn named_by_title(input: &CoreferenceInput, mention: &Mention) -> Option<MentionId> {
    let sentence = input.document.sentence(mention.sentence);
    let token = &sentence.tokens[mention.head];
    let title = mention.kind == MentionKind::Description && token.dep.is_noun_modifier();
    let (id, name) = named_at(input, mention.sentence.token(token.head)).filter(|_| title)?;
    let only_titles = (mention.span.end..name.span.first)
        .all(|index| input.lexicon.is_honorific(&sentence.tokens[index].text));
    let person = name.class.is_some_and(|class| input.lexicon.is_person(class));
    (mention.span.end <= name.span.first && only_titles && person).then_some(id)
}

/// The name in apposition to this description, on either side.
fn apposed(input: &CoreferenceInput, mention: &Mention) -> Option<MentionId> {
    if mention.kind != MentionKind::Description {
        return None;
    }
    let sentence = input.document.sentence(mention.sentence);
    let token = &sentence.tokens[mention.head];
    // What stands in brackets is a credit or an abbreviation as often as another word for it.
    let open = |name: &Mention| name.span.first > 0 && &*sentence.tokens[name.span.first - 1].text == "(";
    let before =
        || named_at(input, mention.sentence.token(token.head)).filter(|_| token.dep == Dependency::Appos);
    let after = || {
        let name = apposed_to(sentence, mention.head)?;
        named_at(input, mention.sentence.token(name))
    };
    before().or_else(after).filter(|(_, name)| !open(name)).map(|(id, _)| id)
}

fn named_at<'a>(input: &CoreferenceInput<'a>, position: TokenPosition) -> Option<(MentionId, &'a Mention)> {
    let id = input.document.mentions.headed_by(position)?;
    Some((id, &input.document.mentions[id])).filter(|(_, mention)| mention.kind == MentionKind::Name)
}

/// The subject of `X is (the) …`, unless it is denied, past or only possible.
fn subject_of_is(sentence: &Sentence, attribute: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let verb = tokens[attribute].head;
    let states = tokens[attribute].dep == Dependency::Attr
        && matches!(&*tokens[verb].text, "is" | "are" | "'s" | "’s");
    let open = children(sentence, verb).any(|child| {
        matches!(tokens[child].dep, Dependency::Neg | Dependency::Mark | Dependency::Aux | Dependency::Expl)
    });
    let subject =
        children(sentence, verb).find(|&child| tokens[child].dep == Dependency::Nsubj && child < verb)?;
    (states && !open).then_some(subject)
}

#[cfg(test)]
mod tests {
    use crate::coreference::sample_chains::{chain_of, chains, same};

    #[test]
    fn a_trade_before_a_name_is_its_bearer_and_a_post_is_not() {
        let text = "The architect Clara Moss met Finance Minister Tom Hale.";
        assert!(same(text, "The architect", "Clara Moss"));
        assert!(!same(text, "Finance Minister", "Tom Hale"));
        let chains = chains(text);
        let holder = chain_of(&chains, text, "Tom Hale");
        assert!(holder.offices.iter().any(|office| office == "minister|finance"), "{:?}", holder.offices);
    }

    #[test]
    fn who_is_a_fisherman_is_the_fisherman_unless_it_is_denied_or_past() {
        assert!(same("Peter Vane is a fisherman.", "Peter Vane", "a fisherman"));
        assert!(!same("Peter Vane is not a fisherman.", "Peter Vane", "a fisherman"));
        assert!(!same("Peter Vane was a fisherman.", "Peter Vane", "a fisherman"));
    }

    #[test]
    fn words_beside_a_name_mean_its_bearer() {
        assert!(same("The bakery, Crumb House, closed.", "The bakery", "Crumb House"));
        let two = "Two men, Tom Hale and Paul Tarn, were arrested.";
        assert!(!same(two, "Two men", "Tom Hale"));
    }

    #[test]
    fn whoever_is_named_as_somebody_is_that_one() {
        assert!(same("A worker, named as Paul Tarn, was hurt.", "A worker", "Paul Tarn"));
    }

    #[test]
    fn two_descriptions_side_by_side_are_one_person() {
        let text = "The envoy, a diplomat who knew the town, arrived on Monday.";
        assert!(same(text, "The envoy", "a diplomat"));
    }

    #[test]
    fn the_town_of_a_name_is_the_place_with_the_name() {
        assert!(same("The town of Lisbon was flooded.", "The town", "Lisbon"));
    }
}
