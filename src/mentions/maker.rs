//! Makes the mentions of one sentence: what a name, a noun or a pronoun in the tree stands for, and how it reads.

use crate::grammar::{
    Number, is_capitalised, is_time, lemma, noun_phrase, object_of, phrase_start, pronoun, surface,
};
use crate::language::{CoarseTag, Dependency, FineTag, Sentence, Token};
use crate::mentions::names::{NameSpan, Source, ends_in_title, is_argument};
use crate::ontology::ClassId;

use super::mention::{Determination, Mention, MentionKind};
use super::ontology_index::Lexicon;
use super::{label, quantity};

/// Makes mentions of one sentence.
pub struct MentionMaker<'a> {
    pub sentence: &'a Sentence,
    /// Index of the sentence in the article.
    pub index: usize,
    pub lexicon: &'a Lexicon<'a>,
}

impl MentionMaker<'_> {
    fn token(&self, index: usize) -> &Token {
        &self.sentence.tokens[index]
    }

    /// A mention of these tokens with nothing known but its words.
    fn plain(&self, first: usize, end: usize, head: usize, kind: MentionKind) -> Mention {
        let text = surface(self.sentence, first, end);
        Mention {
            sentence: self.index,
            first,
            end,
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

    /// A name, or the description that a capitalised title is (`the Home Secretary`).
    pub fn name(&self, span: &NameSpan) -> Mention {
        let head = span.head(self.sentence);
        let by_noun =
            self.lexicon.noun_class(self.sentence, span.first, span.end - 1).map(|(class, _)| class);
        let is_title = |class| !self.lexicon.has_names(class) || self.lexicon.is_person(class);
        // Who knows or recognises a whole name is trusted; a run of capitals may be a title.
        let named = |class| self.lexicon.has_names(class) && !self.lexicon.is_office(class);
        let is_post = |class| self.lexicon.is_office(class) && span.individual.is_none();
        let the_post = span.first > 0
            && self.token(span.first - 1).text.eq_ignore_ascii_case("the")
            && by_noun.is_some_and(is_post);
        let in_front = the_post
            || self.token(head).dep.is_noun_modifier()
                && ends_in_title(self.sentence, span.first, span.end, self.lexicon);
        let sure_name = span.class.is_some_and(named) && !in_front;
        if let Some(class) = by_noun.filter(|&class| is_title(class) && !sure_name) {
            return Mention { individual: span.individual, ..self.described(head, Some(class)) };
        }
        let before = self.honorific(span.first);
        let class = match (&before, span.source) {
            (Some(_), _) => self.lexicon.person(),
            (None, Source::Capitals) => span.class.or(by_noun),
            (None, Source::Recogniser) => self.class_of_last_word(span).or(span.class),
            (None, _) => span.class,
        };
        let text = self.name_text(span);
        Mention {
            class,
            label: text.clone(),
            text,
            honorific: before,
            individual: span.individual,
            number: self.name_number(span, head),
            determination: label::determination(self.sentence, phrase_start(self.sentence, head), head),
            ..self.plain(span.first, span.end, head, MentionKind::Name)
        }
    }

    /// What a longer name's last word says it is (`Dunmore City` to who lists "city" as a club's noun), where a class
    /// outside newsgraph's own vocabulary lists it: the recogniser knows no such class. A given name in front means a person.
    /// Where the recogniser sees a person in whose name something belongs to somebody (`Leeds Magistrates' Court`), every
    /// class counts: nobody is called so.
    fn class_of_last_word(&self, span: &NameSpan) -> Option<ClassId> {
        let last = self.token(span.end - 1);
        let is_given = self.lexicon.gender_of_name(&self.token(span.first).text).is_some();
        let class = self
            .lexicon
            .word_class(&last.text.to_lowercase())
            .or_else(|| self.lexicon.word_class(&lemma(last)));
        let is_person = span.class.is_some_and(|class| self.lexicon.is_person(class));
        let speaks = |class| {
            self.lexicon.is_taught(class) && !is_given
                || self.lexicon.has_names(class) && is_person && self.has_possessive(span)
        };
        class.filter(|&class| span.end > span.first + 1 && speaks(class))
    }

    fn has_possessive(&self, span: &NameSpan) -> bool {
        let inside = &self.sentence.tokens[span.first + 1..span.end - 1];
        inside.iter().any(|token| token.tag == FineTag::Pos || matches!(&*token.text, "'" | "’"))
    }

    /// A name's words; the tokenizer may leave a possessive ending on the last one.
    fn name_text(&self, span: &NameSpan) -> String {
        let text = surface(self.sentence, span.first, span.end);
        let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
        bare.filter(|bare| !bare.is_empty()).map_or(text.clone(), str::to_owned)
    }

    /// `Republicans` are many; in longer names the plural says nothing (`United States`).
    fn name_number(&self, span: &NameSpan, head: usize) -> Number {
        let one_word = span.end == span.first + 1 && span.individual.is_none();
        if one_word { label::number(self.token(head), self.lexicon) } else { Number::Singular }
    }

    /// The titles right in front of a name (`Det Insp`), without those in front of them that are no titles.
    fn honorific(&self, first: usize) -> Option<String> {
        let mut start = first;
        while start > 0
            && self.lexicon.is_honorific(&self.token(start - 1).text)
            && is_capitalised(&self.token(start - 1).text)
        {
            start -= 1;
        }
        (start < first).then(|| surface(self.sentence, start, first))
    }

    /// What stands in front of a person's name in the same phrase (`housing minister Jane Doe`) describes the person, but
    /// the engine makes it a part of the name; it is a mention of its own, headed by its last noun.
    pub fn title_before(&self, span: &NameSpan, names: &[NameSpan]) -> Option<Mention> {
        let head = span.head(self.sentence);
        let start = phrase_start(self.sentence, head);
        let mut end = span.first;
        let is_post = |index: usize| self.lexicon.title_noun(&self.token(index).text).is_some();
        while end > start && self.lexicon.is_honorific(&self.token(end - 1).text) && !is_post(end - 1) {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|&last| last >= start)?;
        let named = names.iter().any(|name| name.overlaps(last, last + 1));
        let noun = self.token(last).pos.is_noun()
            && self.token(last).text.chars().any(char::is_alphanumeric)
            && self.token(last).dep.is_noun_modifier();
        if named || !noun {
            return None;
        }
        let belongs = |index: &usize| {
            matches!(
                self.token(*index).dep,
                Dependency::Compound
                    | Dependency::Nmod
                    | Dependency::Amod
                    | Dependency::Punct
                    | Dependency::Case
                    | Dependency::Poss
            ) || self.token(*index).head == last
        };
        let mut first = (start..last).rev().take_while(belongs).last().unwrap_or(last);
        // The tree may tear `vice-president` apart.
        while first >= 2 && self.is_hyphen_between(first - 2) {
            first -= 2;
        }
        let short_for = self.lexicon.title_noun(&self.token(last).text).filter(|_| is_post(last));
        if let Some(noun) = short_for {
            let class = self.lexicon.word_class(noun);
            let label = format!("{}{noun}", label::before(self.sentence, first, last));
            return Some(Mention { label, class, ..self.phrase(first, end, last, class) });
        }
        let class = self.lexicon.noun_class(self.sentence, first, last).map(|(class, _)| class);
        Some(self.phrase(first, end, last, class))
    }

    /// Whether a hyphen without white space joins a token to the one behind it.
    fn is_hyphen_between(&self, index: usize) -> bool {
        let tokens = &self.sentence.tokens;
        &*tokens[index + 1].text == "-"
            && tokens[index].end == tokens[index + 1].begin
            && tokens.get(index + 2).is_some_and(|next| next.begin == tokens[index + 1].end)
    }

    pub fn pronoun(&self, head: usize) -> Option<Mention> {
        if object_of(self.sentence, head).is_some() {
            return Some(self.described(head, None)).filter(|_| self.token(head).tag == FineTag::Dt);
        }
        let pronoun = pronoun::read(self.token(head))?;
        let class = if pronoun.person { self.lexicon.person() } else { None };
        let number = pronoun.number;
        Some(Mention { class, number, ..self.plain(head, head + 1, head, MentionKind::Pronoun) })
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
                ..self.plain(head, head + 1, head, MentionKind::Description)
            }),
            _ => None,
        }
    }

    /// Whether a word is a part of an office's name (`home` in `home secretary`).
    fn is_part_of_office(&self, index: usize) -> bool {
        let head = self.token(index).head;
        let noun = |(class, start)| self.lexicon.is_office(class) && start <= index;
        head > index && self.lexicon.noun_class(self.sentence, index, head).is_some_and(noun)
    }

    /// The noun phrase of a head; `scores of officers` is about the officers.
    fn described(&self, head: usize, class: Option<ClassId>) -> Mention {
        let (first, end) = match self.token(head).dep {
            // A modifier's own modifiers; numbers and articles in front count what it modifies.
            Dependency::Compound | Dependency::Nmod => {
                let from = phrase_start(self.sentence, self.token(head).head).min(head);
                let noun = self.lexicon.noun_class(self.sentence, from, head).map(|(_, start)| start);
                let start = label::modifier_start(self.sentence, head);
                (noun.map_or(start, |noun| noun.min(start)), self.title_end(head))
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
        let (object_first, object_end) = noun_phrase(self.sentence, object);
        let inner = self.phrase(object_first, object_end, object, None);
        let amount = surface(self.sentence, first, head + 1).replace(['“', '”', '"'], "");
        let quantity = quantity::read(label::without_article(&amount)).or(inner.quantity.clone());
        let some_of_them = inner.determination == Determination::Definite && self.is_number_word(head);
        let end = end.max(object_end);
        let text = surface(self.sentence, first, end);
        Mention {
            // `One of their colleagues` is not the colleagues.
            label: if some_of_them { label::lower_first(&text) } else { inner.label.clone() },
            head,
            first,
            end,
            text,
            number: label::counted(self.token(head), self.token(object), self.lexicon),
            counts_object: !some_of_them,
            quantity,
            determination: Determination::Indefinite,
            ..inner
        }
    }

    /// One past the last token of a modifier: `Secretary of State` in front of a name is one title.
    fn title_end(&self, head: usize) -> usize {
        let named = self.token(head).head;
        let behind = self.sentence.tokens.get(head + 1);
        let governs = behind.is_some_and(|of| of.head == head && matches!(&*of.lemma, "of" | "for"));
        let object =
            self.sentence.children(head + 1).find(|&child| self.token(child).dep == Dependency::Pobj);
        object.filter(|&object| governs && object < named).map_or(head + 1, |object| object + 1)
    }

    /// `Two`, `some`, `most`: words that may count the whole or pick from it.
    fn is_number_word(&self, head: usize) -> bool {
        matches!(self.token(head).pos, CoarseTag::Num) || self.token(head).tag == FineTag::Dt
    }

    fn counts_others(&self, head: usize) -> bool {
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
    fn meant(&self, head: usize, class: ClassId, determination: Determination) -> ClassId {
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

    fn phrase(&self, first: usize, end: usize, head: usize, class: Option<ClassId>) -> Mention {
        let by_noun = || self.lexicon.phrase_class(self.sentence, first, head, end);
        let name = label::of(self.sentence, first, end, head);
        let determination = label::determination(self.sentence, first, head);
        // `Met police`: a known name but for its case.
        let individual = self.lexicon.gazetteer.named(&name.label);
        let named = individual.and_then(|known| self.lexicon.individual_class(known));
        let is_name = name.label.contains(char::is_uppercase)
            && named.is_some_and(|class| self.lexicon.has_names(class));
        let kind = if is_name { MentionKind::Name } else { MentionKind::Description };
        let own = named.or(class).or_else(by_noun);
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
            ..self.plain(first, end, head, kind)
        }
    }
}

/// Whether a word is half of a hyphenated modifier (`counter-terror duties`).
fn is_half_of_word(sentence: &Sentence, index: usize) -> bool {
    let tokens = &sentence.tokens;
    let hyphen = |other: usize| tokens.get(other).is_some_and(|token| &*token.text == "-");
    tokens[index].head > index && (hyphen(index + 1) || index > 0 && hyphen(index - 1))
}
