//! Makes the mentions of one sentence: what a name, a noun or a pronoun in the tree stands for, and how it reads.

use crate::grammar::{
    Number, SentenceId, TokenSpan, child, is_time, lemma, noun_phrase, object_of, phrase_start, pronoun,
    surface,
};
use crate::language::{CoarseTag, Dependency, FineTag, Sentence, Token};
use crate::mentions::names::is_argument;
use crate::ontology::ClassId;

use super::countries::Abroad;
use super::mention::{Determination, Mention, MentionKind};
use super::nationals::is_national;
use super::ontology_index::OntologyIndex;
use super::{label, quantity};

/// Makes mentions of one sentence.
pub struct MentionMaker<'a> {
    pub sentence: &'a Sentence,
    pub id: SentenceId,
    pub lexicon: &'a OntologyIndex<'a>,
    pub abroad: &'a Abroad,
}

impl MentionMaker<'_> {
    pub(super) fn token(&self, index: usize) -> &Token {
        &self.sentence.tokens[index]
    }

    /// A mention of these tokens with nothing known but its words.
    pub(super) fn plain(&self, span: TokenSpan, head: usize, kind: MentionKind) -> Mention {
        let text = span.text(self.sentence);
        Mention {
            sentence: self.id,
            span,
            head,
            kind,
            class: None,
            label: text.clone(),
            text,
            honorific: None,
            post: None,
            quantity: None,
            individual: None,
            counts_object: false,
            number: Number::Singular,
            determination: Determination::Bare,
        }
    }

    pub fn pronoun(&self, head: usize) -> Option<Mention> {
        if object_of(self.sentence, head).is_some() {
            return Some(self.described(head, None)).filter(|_| self.token(head).tag == FineTag::Dt);
        }
        let pronoun = pronoun::read(self.token(head))?;
        let class = if pronoun.person { self.lexicon.person() } else { None };
        let number = pronoun.number;
        Some(Mention { class, number, ..self.plain(TokenSpan::of_token(head), head, MentionKind::Pronoun) })
    }

    pub fn description(&self, head: usize) -> Option<Mention> {
        let token = self.token(head);
        let age = &*token.text == "old" && head > 1 && &*self.token(head - 1).text == "-";
        if is_time(token.entity) && !age
            || !token.text.chars().any(char::is_alphanumeric)
            || is_half_of_word(self.sentence, head) && !is_argument(token)
            || self.is_part_of_office(head)
        {
            return None;
        }
        // "Charged with assaulting him" names the offence; "with attacking him" is a deed and no attack with a name.
        let told = |class: &ClassId| token.dep == Dependency::Pcomp && !self.lexicon.has_names(*class);
        let by_verb = || self.lexicon.word_class(&lemma(token)).filter(told);
        match token.pos {
            CoarseTag::Noun | CoarseTag::Propn => Some(self.described(head, None)),
            CoarseTag::Num if is_argument(token) && token.dep != Dependency::Appos => {
                let mention = self.described(head, None);
                let said = || Some(&mention.text).filter(|_| !quantity::is_described(self.sentence, head));
                let quantity = mention.quantity.clone().or_else(|| quantity::read(said()?));
                Some(Mention { quantity, ..mention })
            }
            CoarseTag::Adj if age && (is_argument(token) || token.dep == Dependency::Conj) => {
                Some(self.described(head, self.lexicon.person()))
            }
            CoarseTag::Adj if is_argument(token) && token.dep != Dependency::Appos => {
                Some(self.described(head, None))
            }
            CoarseTag::Verb => by_verb().map(|class| Mention {
                class: Some(class),
                label: lemma(token),
                ..self.plain(TokenSpan::of_token(head), head, MentionKind::Description)
            }),
            _ => None,
        }
    }

    /// Whether a word is a part of an office's name (`home` in `home secretary`).
    pub(super) fn is_part_of_office(&self, index: usize) -> bool {
        let head = self.token(index).head;
        let noun = |(class, start)| self.lexicon.is_office(class) && start <= index;
        head > index && self.lexicon.noun_class(self.sentence, index, head).is_some_and(noun)
    }

    /// The noun phrase of a head; `scores of officers` is about the officers.
    pub(super) fn described(&self, head: usize, class: Option<ClassId>) -> Mention {
        let TokenSpan { first, end } = match self.token(head).dep {
            // A modifier's own modifiers; numbers and articles before it count what it modifies.
            Dependency::Compound | Dependency::Nmod => {
                let from = phrase_start(self.sentence, self.token(head).head).min(head);
                let noun = self.lexicon.noun_class(self.sentence, from, head).map(|(_, start)| start);
                let start = label::modifier_start(self.sentence, head);
                TokenSpan::new(noun.map_or(start, |noun| noun.min(start)), self.office_end(head))
            }
            _ => noun_phrase(self.sentence, head),
        };
        let object = object_of(self.sentence, head);
        let Some(object) = object.filter(|_| self.counts_others(head)) else {
            let whole = self.phrase(first, end, head, class);
            // `A team of 24 officers` is 24.
            let people = whole.class.is_some_and(|class| self.lexicon.is_agent(class));
            let members =
                || self.phrase(phrase_start(self.sentence, object?), object? + 1, object?, None).quantity;
            let quantity =
                if people { whole.quantity.clone().or_else(members) } else { whole.quantity.clone() };
            return Mention { quantity, ..whole };
        };
        let counted = noun_phrase(self.sentence, object);
        let inner = self.phrase(counted.first, counted.end, object, None);
        let amount = surface(self.sentence, first, head + 1).replace(['“', '”', '"'], "");
        let quantity = quantity::read(label::without_article(&amount)).or(inner.quantity.clone());
        let some_of_them = inner.determination == Determination::Definite && self.is_number_word(head);
        let end = end.max(counted.end);
        let text = surface(self.sentence, first, end);
        Mention {
            // `One of their colleagues` is not the colleagues.
            label: if some_of_them { label::lower_first(&text) } else { inner.label.clone() },
            head,
            span: TokenSpan::new(first, end),
            text,
            number: label::counted(self.token(head), self.token(object), self.lexicon),
            counts_object: !some_of_them,
            quantity,
            determination: Determination::Indefinite,
            ..inner
        }
    }

    /// One past the last token of a modifier: `Secretary of State` before a name is one title.
    pub(super) fn office_end(&self, head: usize) -> usize {
        let named = self.token(head).head;
        let after = self.sentence.tokens.get(head + 1);
        let governs = after.is_some_and(|of| of.head == head && matches!(&*of.lemma, "of" | "for"));
        let object = child(self.sentence, head + 1, &[Dependency::Pobj]);
        object.filter(|&object| governs && object < named).map_or(head + 1, |object| object + 1)
    }

    /// `Two`, `some`, `most`: words that may count the whole or pick from it.
    pub(super) fn is_number_word(&self, head: usize) -> bool {
        matches!(self.token(head).pos, CoarseTag::Num) || self.token(head).tag == FineTag::Dt
    }

    pub(super) fn counts_others(&self, head: usize) -> bool {
        let token = self.token(head);
        // "The oldest of the drivers", "the last of the boats".
        let picks = token.tag == FineTag::Jjs
            || token.pos == CoarseTag::Adj && matches!(&*token.lemma, "first" | "last");
        picks
            || self.is_number_word(head)
            || quantity::counts_others(&token.text.to_lowercase())
            || quantity::QUANTIFIERS.contains(&&*lemma(token))
    }

    /// An office that acts or is acted upon means the person who holds it (`the mayor resigned`), not so in `Jane Doe, the
    /// mayor` or `as mayor`.
    pub(super) fn meant(&self, head: usize, class: ClassId, determination: Determination) -> ClassId {
        let token = self.token(head);
        let preposition = &*self.token(token.head).text;
        let acts = match token.dep {
            Dependency::Attr
            | Dependency::Oprd
            | Dependency::Appos
            | Dependency::Compound
            | Dependency::Nmod
            | Dependency::Npadvmod
            | Dependency::Root => false,
            Dependency::Nsubj | Dependency::NsubjPass | Dependency::Poss | Dependency::Dative => true,
            Dependency::Pobj if preposition == "by" => true,
            Dependency::Pobj if preposition == "as" => false,
            _ => determination == Determination::Definite,
        };
        self.lexicon
            .person()
            .filter(|_| acts && self.lexicon.is_office(class) && self.lexicon.is_person(class))
            .unwrap_or(class)
    }

    pub(super) fn phrase(&self, first: usize, end: usize, head: usize, class: Option<ClassId>) -> Mention {
        let by_noun = || self.lexicon.phrase_class(self.sentence, first, head, end);
        let name = label::of(self.sentence, first, end, head);
        let determination = label::determination(self.sentence, first, head);
        // `Met police`: a known name but for its case.
        let individual = self.lexicon.gazetteer.named(&name.label);
        let individual =
            individual.filter(|&known| !self.abroad.bars(self.lexicon.ontology, known, &name.label));
        let named = individual.and_then(|known| self.lexicon.individual_class(known));
        let is_name = name.label.contains(char::is_uppercase)
            && named.is_some_and(|class| self.lexicon.has_names(class));
        let kind = if is_name { MentionKind::Name } else { MentionKind::Description };
        let by_country = || self.lexicon.person().filter(|_| is_national(self.sentence, head, self.lexicon));
        let own = named.or(class).or_else(by_noun).or_else(by_country);
        let meant = own.map(|class| self.meant(head, class, determination));
        Mention {
            class: meant,
            post: own.filter(|_| own != meant),
            individual,
            label: name.label,
            number: label::number(self.token(head), self.lexicon),
            determination: match name.quantity {
                Some(_) if determination == Determination::Bare => Determination::Indefinite,
                _ => determination,
            },
            quantity: name.quantity,
            ..self.plain(TokenSpan::new(first, end), head, kind)
        }
    }
}

/// Whether a word is half of a hyphenated modifier (`counter-terror duties`).
fn is_half_of_word(sentence: &Sentence, index: usize) -> bool {
    let tokens = &sentence.tokens;
    let hyphen = |other: usize| tokens.get(other).is_some_and(|token| &*token.text == "-");
    tokens[index].head > index && (hyphen(index + 1) || index > 0 && hyphen(index - 1))
}

#[cfg(test)]
mod tests {
    use crate::mentions::MentionKind;
    use crate::sample_language::{find, mentions, name_of};

    #[test]
    fn a_team_of_many_is_counted_by_its_members() {
        let (_, found) = mentions("The team of 24 officers searched the barn.");
        let team = find(&found, "The team of 24 officers");
        assert_eq!(team.quantity.as_ref().and_then(|amount| amount.min), Some(24.0));
        assert_eq!((team.label.as_str(), name_of(team.class)), ("team of 24 officers", Some("Organisation")));
    }

    #[test]
    fn one_out_of_several_is_not_the_several() {
        let (_, found) = mentions("One of the drivers was hurt.");
        let one = find(&found, "One of the drivers");
        assert_eq!((one.label.as_str(), one.counts_object), ("one of the drivers", false));
    }

    #[test]
    fn a_deed_with_a_name_is_an_offence() {
        let (_, found) = mentions("A man was charged with assaulting her.");
        let offence = find(&found, "assaulting");
        assert_eq!((offence.label.as_str(), name_of(offence.class)), ("assault", Some("Offence")));
    }

    #[test]
    fn the_words_of_a_post_are_no_mentions_of_their_own() {
        let (_, found) = mentions("The transport minister resigned.");
        let texts: Vec<&str> = found.iter().map(|(_, mention)| mention.text.as_str()).collect();
        assert_eq!(texts, ["The transport minister"]);
    }

    #[test]
    fn a_post_somebody_serves_as_is_the_post() {
        let (_, found) = mentions("The mayor resigned. Tom Hale served as mayor.");
        let holder = find(&found, "The mayor");
        assert_eq!((name_of(holder.class), name_of(holder.post)), (Some("Person"), Some("OfficeHolder")));
        let post = find(&found, "mayor");
        assert_eq!((name_of(post.class), post.post), (Some("OfficeHolder"), None));
    }

    #[test]
    fn he_is_a_person_and_it_is_not() {
        let (_, found) = mentions("He said it was cheap.");
        let pronoun = |word| (find(&found, word).kind, name_of(find(&found, word).class));
        assert_eq!(pronoun("He"), (MentionKind::Pronoun, Some("Person")));
        assert_eq!(pronoun("it"), (MentionKind::Pronoun, None));
    }
}
