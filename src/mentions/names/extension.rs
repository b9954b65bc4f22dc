//! Words that belong to a name though they look like something else: what tells a father from a son after it (`Tom Hale Jr.`),
//! and a title at the beginning of a body's name (`Judge Brandt Center`, `General Directorate of Mines`).
//!
//! A title before a person's name is no part of it. But nothing holds an office that is a center or a directorate, and a
//! father must not be taken for his son.

use crate::grammar::{TokenSpan, is_capitalised, lemma};
use crate::language::{FineTag, Sentence};
use crate::mentions::ontology_index::OntologyIndex;
use crate::ontology::ClassId;

use super::span::NameSpan;

/// Makes the names longer that go on.
pub fn extend(sentence: &Sentence, lexicon: &OntologyIndex, spans: &mut Vec<NameSpan>) {
    for name in spans.iter_mut() {
        let body = body_class(sentence, name, lexicon);
        // Whoever the recogniser takes a department for, it is a body.
        if !name.class.is_some_and(|class| lexicon.is_body(class)) && name.individual.is_none() {
            name.class = body.or(name.class);
        }
        let (first, end) = match body {
            Some(_) => (first_with_titles(sentence, name.span, lexicon), name.span.end),
            None => (name.span.first, end_with_generation(sentence, name, lexicon)),
        };
        if first == name.span.first && end == name.span.end {
            continue;
        }
        name.span = TokenSpan::new(first, end);
        name.individual = None;
        name.class = body.or(name.class);
    }
    let whole =
        |name: &NameSpan| !spans.iter().any(|other| other.span != name.span && other.span.covers(name.span));
    *spans = spans.iter().filter(|name| whole(name)).cloned().collect();
}

/// One past the last token with `Jr.` after a person's name, also after a comma; the tokenizer may have left the full stop
/// alone.
fn end_with_generation(sentence: &Sentence, name: &NameSpan, lexicon: &OntologyIndex) -> usize {
    let tokens = &sentence.tokens;
    let end = name.span.end;
    let person = name.class.is_none_or(|class| lexicon.is_person(class));
    let generation = |at: usize| {
        tokens.get(at).is_some_and(|token| lexicon.is_generation(&token.text) && is_capitalised(&token.text))
    };
    let last = if generation(end - 1) && end > name.span.first + 1 {
        end - 1
    } else if generation(end) {
        end
    } else if tokens.get(end).is_some_and(|token| &*token.text == ",") && generation(end + 1) {
        end + 1
    } else {
        return end;
    };
    if !person {
        return end;
    }
    let stop = tokens.get(last + 1).is_some_and(|stop| &*stop.text == "." && stop.begin == tokens[last].end);
    let goes_on = last + 2 < tokens.len();
    if stop && goes_on { last + 2 } else { last + 1 }
}

/// The class of the body that a name is by its head: the last word, or the one before `of`. A given name before it means a
/// person (`Mary Church`), and so does the recogniser, unless the word is in no surname.
fn body_class(sentence: &Sentence, name: &NameSpan, lexicon: &OntologyIndex) -> Option<ClassId> {
    let (tokens, span) = (&sentence.tokens, name.span);
    if lexicon.gender_of_name(&tokens[span.first].text).is_some() {
        return None;
    }
    let of = span.tokens().find(|&at| tokens[at].tag == FineTag::In && at > span.first);
    let head = of.unwrap_or(span.end) - 1;
    let word = tokens[head].text.to_lowercase();
    if lexicon.words().ending_bodies.contains(&word) {
        return lexicon.body();
    }
    let class = lexicon.word_class(&lemma(&tokens[head])).or_else(|| lexicon.word_class(&word));
    let person = of.is_none() && name.class.is_some_and(|class| lexicon.is_person(class));
    class.filter(|&class| lexicon.is_body(class) && !person)
}

/// The first token of a body's name with the titles before it, which hang on one of its words.
fn first_with_titles(sentence: &Sentence, span: TokenSpan, lexicon: &OntologyIndex) -> usize {
    let tokens = &sentence.tokens;
    let title = |at: usize| {
        let token = &tokens[at];
        let word = token.text.to_lowercase();
        let person = lexicon
            .word_class(&word)
            .is_some_and(|class| lexicon.is_person(class) || lexicon.is_office(class));
        is_capitalised(&token.text)
            && (person || lexicon.is_honorific(&token.text))
            && token.dep.is_noun_modifier()
            && span.contains(token.head)
    };
    let mut first = span.first;
    while first > 0 && title(first - 1) {
        first -= 1;
    }
    first
}

#[cfg(test)]
mod tests {
    use crate::grammar::Casing;
    use crate::mentions::names::finder::find;
    use crate::mentions::names::sample_names::{context, read};
    use crate::sample_language::mended;

    fn names(text: &str) -> Vec<String> {
        let sentence = &mended(text)[0];
        read(sentence, &find(sentence, Casing::Ordinary, &context(&[])))
    }

    #[test]
    fn a_title_belongs_to_the_name_of_a_body() {
        for (text, name) in [
            ("Judge Brandt Center criticised Tom Berg.", "Judge Brandt Center"),
            (
                "The General Directorate of Inland Affairs criticised the bank.",
                "General Directorate of Inland Affairs",
            ),
            ("The Governor Ridley Foundation sued the bank.", "Governor Ridley Foundation"),
            ("The Senator Holt Institute criticised the plan.", "Senator Holt Institute"),
            ("The General Council of Lawyers criticised the minister.", "General Council of Lawyers"),
        ] {
            let found = names(text);
            assert!(found.iter().any(|found| found.starts_with(&format!("{name}:"))), "{found:?}");
        }
    }

    #[test]
    fn a_body_is_one_by_its_noun() {
        for (text, name) in [
            ("The US Department of Transport sued the bank.", "US Department of Transport"),
            ("Achterman Timber was fined on Monday.", "Achterman Timber"),
        ] {
            let found = names(text);
            assert!(found.contains(&format!("{name}: Organisation")), "{found:?}");
        }
    }

    #[test]
    fn a_title_before_a_person_stays_a_title() {
        for (text, name) in [
            ("Judge Clara Brandt criticised Tom Berg.", "Clara Brandt: Person"),
            ("Governor Rita Lund signed the bill.", "Rita Lund: Person"),
            ("Judge Mary Church criticised Tom Berg.", "Mary Church: Person"),
        ] {
            let found = names(text);
            assert!(found.contains(&name.to_owned()), "{found:?}");
        }
    }

    #[test]
    fn what_tells_a_father_from_a_son_belongs_to_the_name() {
        for (text, name) in [
            ("Paul Renn Sr. was arrested.", "Paul Renn Sr."),
            ("Police arrested Tom Hale Jr. on Friday.", "Tom Hale Jr."),
            ("Robert S. Hale III was charged with fraud.", "Robert S. Hale III"),
            ("Martin Lund, Jr., was charged with fraud.", "Martin Lund, Jr."),
            ("The court convicted Peter Vane Jr.", "Peter Vane Jr."),
        ] {
            let found = names(text);
            assert!(found.iter().any(|found| found.starts_with(&format!("{name}:"))), "{found:?}");
        }
    }
}
