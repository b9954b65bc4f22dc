//! Names that only their capitals show: runs of proper nouns that no other witness has claimed, and code names.

use crate::grammar::{TokenSpan, is_no_name, lemma};
use crate::language::{CoarseTag, FineTag, Sentence, Token};
use crate::mentions::ontology_index::OntologyIndex;

use super::context::Context;
use super::offices::ends_in_office;
use super::span::{NameSpan, Source};

/// Runs of capitalised words that nobody else has claimed. A run joins a neighbouring name that it forms one phrase
/// with (`Clinton` + `Foundation`), but not a title before a person.
pub fn add(sentence: &Sentence, context: &Context, spans: &mut Vec<NameSpan>) {
    let mut first = 0;
    while first < sentence.tokens.len() {
        let end = run_end(sentence, first, spans, context.lexicon);
        if end == first {
            first += 1;
            continue;
        }
        for part in split_office(sentence, first, end, context.lexicon) {
            join_and_push(sentence, part, context, spans);
        }
        first = end;
    }
}

/// One past the last token of the run of free proper nouns that begins here; `first` where none does.
fn run_end(sentence: &Sentence, first: usize, spans: &[NameSpan], lexicon: &OntologyIndex) -> usize {
    let free = |index: usize| {
        let token = &sentence.tokens[index];
        let named =
            token.tag.is_proper_noun() && token.text.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
        (named && !is_no_name(token.entity) || is_code(token))
            && !spans.iter().any(|name| name.span.contains(index))
    };
    let tokens = &sentence.tokens;
    let mut end = first;
    while end < tokens.len() && free(end) && !lexicon.is_honorific(&tokens[end].text) {
        end += 1;
        let hyphen = end + 1 < tokens.len()
            && tokens[end].tag == FineTag::Hyph
            && tokens[end].begin == tokens[end - 1].end;
        if hyphen && free(end + 1) {
            end += 1;
        } else if tokens[end - 1].head < end {
            break;
        }
    }
    end
}

/// A code name: capitals and digits in one word (`NX121`).
fn is_code(token: &Token) -> bool {
    let has = |what: fn(char) -> bool| token.text.chars().any(what);
    token.pos != CoarseTag::Verb
        && token.text.chars().count() >= 3
        && has(char::is_uppercase)
        && has(|c| c.is_ascii_digit())
        && token.text.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// `Home Secretary Jane Doe` without any recognised name: the title and the person after it.
fn split_office(sentence: &Sentence, first: usize, end: usize, lexicon: &OntologyIndex) -> Vec<NameSpan> {
    let span = |first, end, class| NameSpan {
        span: TokenSpan::new(first, end),
        class,
        individual: None,
        source: Source::Capitals,
    };
    let is_office_phrase = ends_in_office(sentence, first, end, lexicon);
    let cut = (first + 1..end).rev().find(|&cut| ends_in_office(sentence, first, cut, lexicon));
    match cut.filter(|_| !is_office_phrase) {
        Some(cut) => vec![span(first, cut, None), span(cut, end, lexicon.person())],
        None => vec![span(first, end, None)],
    }
}

fn join_and_push(sentence: &Sentence, mut run: NameSpan, context: &Context, spans: &mut Vec<NameSpan>) {
    let lexicon = context.lexicon;
    let first = &sentence.tokens[run.span.first];
    let only_begins = run.span == TokenSpan::new(0, 1) && first.text.chars().skip(1).all(char::is_lowercase);
    let small = context.small.contains(first.text.to_lowercase().as_str());
    let common = sentence.tokens[first.head].text.chars().all(char::is_lowercase);
    let said = only_begins && is_said_to_be_somebody(sentence, lexicon);
    if only_begins && !said && (small || common && first.head > run.span.first) {
        return;
    }
    if said {
        run.class = lexicon.person();
    }
    if run.span.tokens().all(|index| lexicon.is_post_nominal(&sentence.tokens[index].text)) {
        return;
    }
    let is_office_phrase = ends_in_office(sentence, run.span.first, run.span.end, lexicon);
    if is_honorific_before(sentence, run.span.first, lexicon) {
        run.class = lexicon.person();
    }
    if let Some(before) =
        spans.iter().position(|name| joins_before(sentence, name, &run, is_office_phrase, context))
    {
        run.span.first = spans.remove(before).span.first;
        run.class = lexicon.noun_class(sentence, run.span.first, run.span.end - 1).map(|(class, _)| class);
    }
    if let Some(after) =
        spans.iter().position(|name| joins_after(sentence, &run, name, is_office_phrase, lexicon))
    {
        let after = spans.remove(after);
        run.span.end = after.span.end;
        run.class = after.class;
    }
    spans.push(run);
}

/// Whether the first word of a sentence is a name, by what stands after it: `Tolland, a member of the caucus,`.
fn is_said_to_be_somebody(sentence: &Sentence, lexicon: &OntologyIndex) -> bool {
    const LONGEST: usize = 4;
    let [first, comma, article, rest @ ..] = sentence.tokens.as_slice() else { return false };
    let noun = rest.iter().take(LONGEST).find(|token| token.pos == CoarseTag::Noun);
    let class = noun.and_then(|noun| lexicon.word_class(&lemma(noun)));
    first.tag.is_proper_noun()
        && !first.tag.is_plural_noun()
        && &*comma.text == ","
        && matches!(&*article.text, "a" | "an" | "the")
        && class.is_some_and(|class| lexicon.is_person(class) || lexicon.is_office(class))
}

/// Whether a recognised name before it is the beginning of the run's own name (`Home` + `Secretary`).
fn joins_before(
    sentence: &Sentence,
    name: &NameSpan,
    run: &NameSpan,
    run_is_office: bool,
    context: &Context,
) -> bool {
    let attached =
        name.span.end == run.span.first && sentence.tokens[name.span.end - 1].head >= run.span.first;
    let person = name.class.is_some_and(|class| context.lexicon.is_person(class));
    let stands_alone = context.alone.contains(&name.span.text(sentence));
    let known = name.source == Source::Abbreviation
        || name.source == Source::Gazetteer && (run_is_office || stands_alone && run.class.is_some());
    // `Governor` + `Josphat Lelei`, but `Chief` + `Executive` is a title of two words.
    let titled = !run_is_office && ends_in_office(sentence, name.span.first, name.span.end, context.lexicon);
    attached && !known && !titled && !(run_is_office && (person || stands_alone))
}

/// Whether a recognised name after is the rest of the run's name (`Boris` + `Johnson`, `Lake` + `Erie`).
fn joins_after(
    sentence: &Sentence,
    run: &NameSpan,
    name: &NameSpan,
    run_is_office: bool,
    lexicon: &OntologyIndex,
) -> bool {
    let attached =
        run.span.end == name.span.first && sentence.tokens[run.span.end - 1].head >= name.span.first;
    let person = name.class.is_some_and(|class| lexicon.is_person(class));
    let one_word = name.span.end == name.span.first + 1 && run.span.end - run.span.first <= 2;
    let direction = run.span.tokens().all(|index| lexicon.is_part_of_place(&sentence.tokens[index].text));
    let may = name.source == Source::Recogniser || name.source == Source::Gazetteer && direction;
    attached && !run_is_office && may && (!person || one_word)
}

/// Whether a title stands right before it.
fn is_honorific_before(sentence: &Sentence, first: usize, lexicon: &OntologyIndex) -> bool {
    first > 0 && lexicon.is_honorific(&sentence.tokens[first - 1].text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::names::sample_names::{claimed, context, read, recognised};

    /// The names in a sentence in which nobody has recognised any but the claimed one.
    fn names(text: &str, known: Option<(&str, Source)>) -> Vec<String> {
        let sentence = recognised(text, &[]);
        let mut spans: Vec<NameSpan> =
            known.map(|(words, source)| claimed(&sentence, text, words, source)).into_iter().collect();
        add(&sentence, &context(&[]), &mut spans);
        read(&sentence, &spans)
    }

    #[test]
    fn a_run_of_capitals_and_a_code_are_names() {
        assert_eq!(names("Police arrested Marlo Quentis.", None), ["Marlo Quentis: –"]);
        assert_eq!(names("Residents praised NX121 after the flood.", None), ["NX121: –"]);
    }

    #[test]
    fn a_title_is_cut_from_the_person_after_it() {
        let found = names("Critics met Harbour Secretary Jane Doe.", None);
        assert_eq!(found, ["Harbour Secretary: –", "Jane Doe: Person"]);
    }

    #[test]
    fn a_run_goes_on_with_the_recognised_name_before_it() {
        let recognised = Some(("Kestrel", Source::Recogniser));
        let found = names("The Kestrel Foundation gave money.", recognised);
        assert_eq!(found, ["Kestrel Foundation: Organisation"]);
    }

    #[test]
    fn letters_after_a_name_are_no_name() {
        let recognised = Some(("Alan Reed", Source::Recogniser));
        assert_eq!(names("Alan Reed MP left the room.", recognised), ["Alan Reed: –"]);
    }

    #[test]
    fn a_known_name_is_not_made_longer() {
        let known = Some(("Marlo", Source::Abbreviation));
        assert_eq!(names("Police arrested Marlo Quentis.", known), ["Marlo: –", "Quentis: –"]);
    }
}
