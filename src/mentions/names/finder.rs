//! Proper names in a sentence. The statistical recogniser is only one witness: known labels, abbreviations in brackets,
//! runs of capitals and code names correct it, because a wrong border makes a wrong node in the graph.
//!
//! The witnesses are asked in the order of their trust, and each takes the tokens that are still free:
//! gazetteer, abbreviations, recogniser, capitals, codes.

use crate::grammar::{Casing, TokenSpan, is_capitalised};
use crate::language::{CoarseTag, FineTag, Sentence, Token};
use crate::mentions::nationals::is_national;
use crate::mentions::ontology_index::OntologyIndex;

use super::context::Context;
use super::span::{NameSpan, Source};
use super::{abbreviation, capitals, extension, recogniser};

/// Names of the article that nobody has seen in this sentence, because its grammar misled the tagger.
pub fn add_known(sentence: &Sentence, context: &Context, spans: &mut Vec<NameSpan>) {
    for first in 0..sentence.tokens.len() {
        let word = &sentence.tokens[first].text;
        let small = context.small.contains(word.to_lowercase().as_str());
        if small || !is_capitalised(word) || spans.iter().any(|name| name.span.contains(first)) {
            continue;
        }
        let Some((end, class)) = context.known.match_at(sentence, first, false) else { continue };
        let span = TokenSpan::new(first, end);
        if !spans.iter().any(|name| name.span.overlaps(span)) {
            spans.push(NameSpan { span, class, individual: None, source: Source::Article });
        }
    }
    spans.sort_by_key(|name| name.span.first);
}

/// The names of a sentence, in order.
pub fn find(sentence: &Sentence, casing: Casing, context: &Context) -> Vec<NameSpan> {
    let mut spans = known_labels(sentence, casing, context);
    if casing == Casing::Ordinary {
        abbreviation::add(sentence, context.lexicon, &mut spans);
    }
    recogniser::add(sentence, casing, context, &mut spans);
    if casing == Casing::Ordinary {
        capitals::add(sentence, context, &mut spans);
    }
    // "The Latvian" is somebody, but nobody's name.
    let is_nobodys = |name: &NameSpan| {
        name.span.tokens().len() == 1 && is_national(sentence, name.span.first, context.lexicon)
    };
    spans.retain(|name| !is_nobodys(name));
    spans.sort_by_key(|name| name.span.first);
    split_countries(sentence, context.lexicon, &mut spans);
    join_saints(sentence, context.lexicon, &mut spans);
    if casing == Casing::Ordinary {
        extension::extend(sentence, context.lexicon, &mut spans);
    }
    spans
}

/// Countries that stand side by side, as in a list that has lost its line ends, are no one name.
fn split_countries(sentence: &Sentence, lexicon: &OntologyIndex, spans: &mut Vec<NameSpan>) {
    *spans = std::mem::take(spans)
        .into_iter()
        .flat_map(|name| {
            let ends = lexicon.countries.run_together(sentence, name.span);
            let firsts = std::iter::once(name.span.first).chain(ends.clone());
            let parts: Vec<NameSpan> = firsts
                .zip(&ends)
                .map(|(first, &end)| NameSpan { span: TokenSpan::new(first, end), ..name.clone() })
                .collect();
            if parts.is_empty() { vec![name] } else { parts }
        })
        .collect();
}

/// `St Wilfrid's Hospital` is one name, whether anybody has recognised the whole or its halves.
fn join_saints(sentence: &Sentence, lexicon: &OntologyIndex, spans: &mut Vec<NameSpan>) {
    let tokens = &sentence.tokens;
    let mut index = 0;
    while index < spans.len() {
        let TokenSpan { first, end } = spans[index].span;
        let saint = matches!(&*tokens[first].text, "St" | "St." | "Saint") && end > first + 1;
        let possessive = tokens.get(end).is_some_and(|token| token.tag == FineTag::Pos);
        let capital = |at: &usize| tokens[*at].tag.is_proper_noun() && is_capitalised(&tokens[*at].text);
        let after = end + 1;
        let last = after + (after..tokens.len()).take_while(capital).count();
        let class = (last > after).then(|| lexicon.noun_class(sentence, after, last - 1)).flatten();
        if let Some((class, _)) = class.filter(|_| saint && possessive) {
            spans.retain(|name| !name.span.overlaps(TokenSpan::new(after, last)));
            spans[index] =
                NameSpan { span: TokenSpan::new(first, last), class: Some(class), ..spans[index].clone() };
        }
        index += 1;
    }
}

/// Gazetteer labels; in headlines also the names of the article's ordinary sentences.
fn known_labels(sentence: &Sentence, casing: Casing, context: &Context) -> Vec<NameSpan> {
    let mut spans = Vec::new();
    let any_case = casing == Casing::Capitals;
    let mut first = 0;
    while first < sentence.tokens.len() {
        // `the Met Police`: a label with an article must not hide the longer one without.
        let after_article = sentence.tokens[first].tag == FineTag::Dt
            && first + 1 < sentence.tokens.len()
            && context.known_at(sentence, first + 1, any_case).is_some();
        if after_article {
            first += 1;
        }
        let known = context.known_at(sentence, first, any_case);
        let known =
            known.filter(|&(end, _)| end > first + 1 || may_be_name(&sentence.tokens[first], first, casing));
        let name = if let Some((end, individual)) = known {
            let class = context.lexicon.individual_class(individual);
            let article = end > first + 1 && sentence.tokens[first].tag == FineTag::Dt;
            let first = if article { first + 1 } else { first };
            let span = TokenSpan::new(first, end);
            Some(NameSpan { span, class, individual: Some(individual), source: Source::Gazetteer })
        } else if casing == Casing::Ordinary {
            None
        } else {
            context.known.match_at(sentence, first, any_case).map(|(end, class)| NameSpan {
                span: TokenSpan::new(first, end),
                class,
                individual: None,
                source: Source::Article,
            })
        };
        first = name.as_ref().map_or(first + 1, |name| name.span.end);
        spans.extend(name);
    }
    spans
}

/// One-word labels are often words too (`Met`, `Reading`): where capitals prove nothing, the tag must agree.
fn may_be_name(token: &Token, index: usize, casing: Casing) -> bool {
    let capital_proves = casing == Casing::Ordinary && index > 0;
    if capital_proves {
        is_capitalised(&token.text) || token.pos == CoarseTag::Noun
    } else {
        // "WHO HAS LEFT US" speaks of no organisation and no country.
        let stands_for_name = casing != Casing::Ordinary && token.pos == CoarseTag::Pron;
        !token.tag.is_verb() && !stands_for_name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::EntityType;
    use crate::mentions::names::sample_names::{claimed, context, read, recognised};
    use crate::sample_language::{lexicon, mended};

    #[test]
    fn a_saints_house_is_one_name_though_only_the_saint_was_recognised() {
        let text = "Nurses left St Wilfrid's Hospital.";
        let sentence = recognised(text, &[("St Wilfrid", EntityType::Person)]);
        let mut spans = vec![claimed(&sentence, text, "St Wilfrid", Source::Recogniser)];
        join_saints(&sentence, lexicon(), &mut spans);
        assert_eq!(read(&sentence, &spans), ["St Wilfrid's Hospital: Institution"]);
    }

    #[test]
    fn a_known_label_is_a_name_without_its_article() {
        let sentence = &mended("Crowds thanked the Metropolitan Police.")[0];
        let spans = find(sentence, Casing::Ordinary, &context(&[]));
        let [police] = spans.as_slice() else { panic!("{:?}", read(sentence, &spans)) };
        assert_eq!(police.span.text(sentence), "Metropolitan Police");
        assert_eq!((police.source, police.individual.is_some()), (Source::Gazetteer, true));
    }

    #[test]
    fn a_name_of_the_article_is_one_where_nobody_recognises_it_unless_it_is_written_small() {
        let sentence = recognised("Guests slept at Crumb House.", &[]);
        let names = |small: &[&str]| {
            let mut context = context(small);
            context.learn("Crumb House", lexicon().entity_type(EntityType::Org));
            let mut spans = Vec::new();
            add_known(&sentence, &context, &mut spans);
            read(&sentence, &spans)
        };
        assert_eq!(names(&[]), ["Crumb House: Organisation"]);
        assert_eq!(names(&["crumb"]), Vec::<String>::new());
    }

    #[test]
    fn of_a_person_the_article_knows_the_surname_too() {
        let sentence = recognised("Guests thanked Quentis.", &[]);
        let names = |kind: EntityType| {
            let mut context = context(&[]);
            context.learn("Marlo Quentis", lexicon().entity_type(kind));
            let mut spans = Vec::new();
            add_known(&sentence, &context, &mut spans);
            read(&sentence, &spans)
        };
        assert_eq!(names(EntityType::Person), ["Quentis: Person"]);
        assert_eq!(names(EntityType::Org), Vec::<String>::new());
    }
}
