//! Mentions that are names, and the titles before them.

use crate::grammar::{Number, is_capitalised, lemma, phrase_start, surface};
use crate::language::{Dependency, FineTag};
use crate::mentions::names::{NameSpan, Source, ends_in_office};
use crate::ontology::ClassId;

use super::label;
use super::maker::MentionMaker;
use super::mention::{Mention, MentionKind};

impl MentionMaker<'_> {
    /// A name, or the description that a capitalised title is (`the Home Secretary`).
    pub fn name(&self, name: &NameSpan) -> Mention {
        let head = name.head(self.sentence);
        let by_noun = self
            .lexicon
            .noun_class(self.sentence, name.span.first, name.span.end - 1)
            .map(|(class, _)| class);
        let is_office_phrase = |class| !self.lexicon.has_names(class) || self.lexicon.is_person(class);
        // Who knows or recognises a whole name is trusted; a run of capitals may be a title.
        let named = |class| self.lexicon.has_names(class) && !self.lexicon.is_office(class);
        // "The Baltic Queen, a ferry": what the text says it is, no word of the name outvotes.
        let is_thing = name.class.is_some_and(|class| self.lexicon.is_taught_thing(class));
        let is_post = |class| self.lexicon.is_office(class) && name.individual.is_none();
        let the_post = name.span.first > 0
            && self.token(name.span.first - 1).text.eq_ignore_ascii_case("the")
            && by_noun.is_some_and(is_post);
        let before_it = the_post
            || self.token(head).dep.is_noun_modifier()
                && ends_in_office(self.sentence, name.span.first, name.span.end, self.lexicon);
        let sure_name = is_thing || name.class.is_some_and(named) && !before_it;
        if let Some(class) = by_noun.filter(|&class| is_office_phrase(class) && !sure_name) {
            return Mention { individual: name.individual, ..self.described(head, Some(class)) };
        }
        let before = self.honorific(name.span.first);
        let class = match (&before, name.source) {
            (Some(_), _) => self.lexicon.person(),
            (None, Source::Capitals) => name.class.or(by_noun),
            (None, Source::Recogniser) => self.class_of_last_word(name).or(name.class),
            (None, _) => name.class,
        };
        let text = self.name_text(name);
        Mention {
            class,
            label: text.clone(),
            text,
            honorific: before,
            individual: name.individual,
            number: self.name_number(name, head),
            determination: label::determination(self.sentence, phrase_start(self.sentence, head), head),
            ..self.plain(name.span, head, MentionKind::Name)
        }
    }

    /// What a longer name's last word says it is (`Dunmore City` to who lists "city" as a club's noun), where a class
    /// outside newsgraph's own vocabulary lists it: the recogniser knows no such class. A given name before it means a person.
    /// Where the recogniser sees a person in whose name something belongs to somebody (`Leeds Magistrates' Court`), every
    /// class counts: nobody is called so.
    fn class_of_last_word(&self, name: &NameSpan) -> Option<ClassId> {
        let last = self.token(name.span.end - 1);
        let is_given = self.lexicon.gender_of_name(&self.token(name.span.first).text).is_some();
        let class = self
            .lexicon
            .word_class(&last.text.to_lowercase())
            .or_else(|| self.lexicon.word_class(&lemma(last)));
        let is_person = name.class.is_some_and(|class| self.lexicon.is_person(class));
        let speaks = |class| {
            self.lexicon.is_taught(class) && !is_given
                || self.lexicon.has_names(class) && is_person && self.has_possessive(name)
        };
        class.filter(|&class| name.span.end > name.span.first + 1 && speaks(class))
    }

    fn has_possessive(&self, name: &NameSpan) -> bool {
        let inside = &self.sentence.tokens[name.span.first + 1..name.span.end - 1];
        inside.iter().any(|token| token.tag == FineTag::Pos || matches!(&*token.text, "'" | "’"))
    }

    /// A name's words; the tokenizer may leave a possessive ending on the last one.
    fn name_text(&self, name: &NameSpan) -> String {
        let text = name.span.text(self.sentence);
        let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
        let text = bare.filter(|bare| !bare.is_empty()).map_or(text.clone(), str::to_owned);
        let last = text.rsplit(' ').next().unwrap_or_default();
        // `Martin Lund, Jr.` and `Martin Lund Jr.` are one name.
        if self.lexicon.is_generation(last) { text.replace(", ", " ") } else { text }
    }

    /// `Republicans` are many; in longer names the plural says nothing (`United States`).
    fn name_number(&self, name: &NameSpan, head: usize) -> Number {
        let one_word = name.span.end == name.span.first + 1 && name.individual.is_none();
        if one_word { label::number(self.token(head), self.lexicon) } else { Number::Singular }
    }

    /// The titles right before a name (`Det Insp`), without those before them that are no titles.
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

    /// What stands before a person's name in the same phrase (`housing minister Jane Doe`) describes the person, but
    /// the engine makes it a part of the name; it is a mention of its own, headed by its last noun.
    pub fn office_before(&self, name: &NameSpan, names: &[NameSpan]) -> Option<Mention> {
        let head = name.head(self.sentence);
        let start = phrase_start(self.sentence, head);
        let mut end = name.span.first;
        let is_post = |index: usize| self.lexicon.office_noun(&self.token(index).text).is_some();
        while end > start && self.lexicon.is_honorific(&self.token(end - 1).text) && !is_post(end - 1) {
            end -= 1;
        }
        let last = end.checked_sub(1).filter(|&last| last >= start)?;
        let named = names.iter().any(|other| other.span.contains(last));
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
        let short_for = self.lexicon.office_noun(&self.token(last).text).filter(|_| is_post(last));
        if let Some(noun) = short_for {
            let class = self.lexicon.word_class(noun);
            let label = format!("{}{noun}", label::before(self.sentence, first, last));
            return Some(Mention { label, class, ..self.phrase(first, end, last, class) });
        }
        let class = self.lexicon.noun_class(self.sentence, first, last).map(|(class, _)| class);
        Some(self.phrase(first, end, last, class))
    }

    /// Whether a hyphen without white space joins a token to the one after it.
    fn is_hyphen_between(&self, index: usize) -> bool {
        let tokens = &self.sentence.tokens;
        &*tokens[index + 1].text == "-"
            && tokens[index].end == tokens[index + 1].begin
            && tokens.get(index + 2).is_some_and(|next| next.begin == tokens[index + 1].end)
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::Number;
    use crate::mentions::MentionKind;
    use crate::sample_language::{find, mentions, name_of};

    #[test]
    fn a_short_form_of_a_post_stands_for_the_post_and_is_the_names_title() {
        let (_, found) = mentions("Gov. Rita Lund signed the bill.");
        assert_eq!(find(&found, "Rita Lund").honorific.as_deref(), Some("Gov."));
        let post = find(&found, "Gov.");
        assert_eq!((post.label.as_str(), name_of(post.class)), ("governor", Some("OfficeHolder")));
    }

    #[test]
    fn all_titles_before_a_name_are_its_title() {
        let (_, found) = mentions("Police praised Det Insp Lena Marsh.");
        assert_eq!(find(&found, "Lena Marsh").honorific.as_deref(), Some("Det Insp"));
    }

    #[test]
    fn a_post_before_a_name_is_a_mention_of_its_own() {
        let (_, found) = mentions("Transport Minister Nina Alder opened the bridge in Lisbon.");
        let post = find(&found, "Transport Minister");
        assert_eq!((post.kind, name_of(post.class)), (MentionKind::Description, Some("OfficeHolder")));
        assert_eq!(name_of(find(&found, "Nina Alder").class), Some("Person"));
    }

    #[test]
    fn a_post_with_capitals_is_no_name() {
        let (_, found) = mentions("Critics met the Transport Minister.");
        assert_eq!(find(&found, "the Transport Minister").kind, MentionKind::Description);
    }

    #[test]
    fn one_plural_word_is_a_name_of_many_but_a_longer_name_is_one() {
        let (_, found) = mentions("The Republicans rejected the plan of Fenn Partners.");
        assert_eq!(find(&found, "Republicans").number, Number::Plural);
        assert_eq!(find(&found, "Fenn Partners").number, Number::Singular);
    }
}
