//! Coreference of names: the same name, its abbreviation, the surname or first word that stands for the whole.

use std::collections::BTreeMap;

use crate::coreference::name_words::{PersonName, is_slip, name_words};
use crate::coreference::reason::Reason;
use crate::grammar::lemma;
use crate::language::Token;
use crate::mentions::name_key;
use crate::mentions::{Determination, Mention, MentionId, OntologyIndex, long_form_start};
use crate::ontology::{ClassId, IndividualId};

use super::clusters::Clusters;
use super::input::{CoreferenceInput, all_names};
use super::titles::called_by_given_name;

/// How many sentences at the beginning may use short names before they give the full ones.
const LEAD: usize = 3;

/// How many words after a name may say that it is a part of another body.
const REACH_OF_PARTS: usize = 6;

/// The same individual or the same words. `Mr Hill` and `Mrs Hill` stay two; a bare `Hill` then joins neither.
pub fn join_same_names(input: &CoreferenceInput, clusters: &mut Clusters) {
    let mut known: BTreeMap<IndividualId, MentionId> = BTreeMap::new();
    let mut same: BTreeMap<String, Vec<MentionId>> = BTreeMap::new();
    for (id, mention) in all_names(input) {
        match mention.individual {
            Some(individual) => {
                clusters.join(*known.entry(individual).or_insert(id), id, Reason::KnownIndividual);
            }
            None => same.entry(name_key(&mention.text, input.lexicon)).or_default().push(id),
        }
    }
    for (name, ids) in same {
        let gender = |titles: &str| input.lexicon.gender_of_honorific(titles);
        let genders = |id: &MentionId| input.document.mentions[*id].honorific.as_deref().and_then(gender);
        let is_person = |id: &MentionId| {
            input.document.mentions[*id].class.is_some_and(|class| input.lexicon.is_person(class))
        };
        let mut seen: Vec<_> = ids.iter().filter_map(genders).collect();
        seen.sort();
        seen.dedup();
        // `Mrs Hill` may be one of two whom the article calls Hill in full.
        let apart = seen.len() > 1 || !seen.is_empty() && bearers(input, &name) > 1;
        let mut first_of: BTreeMap<_, MentionId> = BTreeMap::new();
        let mut strangers = 0;
        for id in ids {
            let group = if apart { genders(&id) } else { None };
            strangers += usize::from(is_no_relation(input, id));
            let first = *first_of.entry((group, is_person(&id), strangers)).or_insert(id);
            clusters.join(first, id, Reason::SameName);
        }
    }
}

/// How many people the article calls so in full.
fn bearers(input: &CoreferenceInput, short: &str) -> usize {
    let mut people: Vec<PersonName> = Vec::new();
    for (_, mention) in all_names(input) {
        if shorter_names(&mention.text, input.lexicon.person(), input.lexicon)
            .iter()
            .any(|name| name == short)
        {
            let name = PersonName::of(&mention.text, input.lexicon);
            if name.is_full() && !people.iter().any(|other| other.may_be(&name)) {
                people.push(name);
            }
        }
    }
    people.len()
}

/// `Senator Tom Hale, who is no relation`: a namesake of whoever was called so before.
fn is_no_relation(input: &CoreferenceInput, id: MentionId) -> bool {
    const REACH: usize = 6;
    let mention = &input.document.mentions[id];
    let tokens = &input.document.sentence(mention.sentence).tokens;
    let end = tokens.len().min(mention.span.end + REACH);
    let after: Vec<String> =
        tokens[mention.span.end..end].iter().map(|token| token.text.to_lowercase()).collect();
    let opens = after.first().is_some_and(|mark| matches!(mark.as_str(), "," | "(" | "–" | "—"));
    let said = |words: &String| after.join(" ").contains(words.as_str());
    opens && input.lexicon.words().no_relation.iter().any(said)
}

/// `Philip Brannok … Philip Brannock`: the article has slipped.
pub fn join_slips(input: &CoreferenceInput, clusters: &mut Clusters) {
    let person = |mention: &Mention| mention.class.is_some_and(|class| input.lexicon.is_person(class));
    // By the given name, in which a slip is none, the spellings before with the first of each.
    let mut spellings: BTreeMap<Option<String>, Vec<(MentionId, Vec<String>)>> = BTreeMap::new();
    for (id, mention) in all_names(input).filter(|(_, mention)| person(mention)) {
        let words = PersonName::of(&mention.text, input.lexicon).words;
        let before = spellings.entry(words.first().cloned()).or_default();
        if let Some((other, _)) = before.iter().find(|(_, other)| is_slip(&words, other)) {
            clusters.join(*other, id, Reason::SpellingVariant);
        }
        if !before.iter().any(|(_, other)| *other == words) {
            before.push((id, words));
        }
    }
}

/// `Harbour Rescue Service (HRS)`, and later `HRS` alone through the pass before.
pub fn join_abbreviations(input: &CoreferenceInput, clusters: &mut Clusters) {
    for (id, mention) in all_names(input) {
        let sentence = input.document.sentence(mention.sentence);
        let Some(open) =
            mention.span.first.checked_sub(1).filter(|&open| &*sentence.tokens[open].text == "(")
        else {
            continue;
        };
        let Some(first) = long_form_start(sentence, open, &mention.text) else { continue };
        let long = all_names(input).find(|(_, long)| {
            long.sentence == mention.sentence
                && long.span.end == open
                && long.span.first <= first + 1
                && first <= long.span.first + 1
        });
        if let Some((long, _)) = long {
            clusters.join(long, id, Reason::Abbreviation);
        }
    }
}

/// A shorter name for a longer one of the article: surname or first name of a person, first words of a body. It joins only if
/// a single longer name fits, so that homonyms stay apart.
pub fn join_short_names(input: &CoreferenceInput, clusters: &mut Clusters) {
    let royal = called_by_given_name(input);
    let mut longer: BTreeMap<String, Vec<MentionId>> = BTreeMap::new();
    for (id, mention) in all_names(input) {
        for short in shorter_names(&mention.text, mention.class, input.lexicon) {
            longer.entry(short).or_default().push(id);
        }
    }
    for (id, mention) in all_names(input).filter(|(_, mention)| mention.individual.is_none()) {
        let Some(candidates) = longer.get(&name_key(&mention.text, input.lexicon)) else { continue };
        let person = mention.class.is_none_or(|class| input.lexicon.is_person(class));
        // Bodies are named in full first; capitals alone (`HRS`) are a name of their own.
        let usable = |&&long: &&MentionId| {
            let order = if person { !called_before(input, clusters, id, long) } else { long < id };
            // `the House` is not the `House Committee`.
            let bare = mention.determination != Determination::Definite;
            let letters = person || bare && mention.text.contains(char::is_lowercase);
            let called = |id| {
                !royal.is_empty() && clusters.group(id).members.iter().any(|member| royal.contains(member))
            };
            let may_be = clusters.compatible(long, id) && (called(long) || !called(id));
            may_be && order && letters && (person || !is_part_of(input, long, id))
        };
        let mut fitting: Vec<(MentionId, usize)> = Vec::new();
        for &candidate in candidates.iter().filter(usable) {
            match fitting.iter_mut().find(|(other, _)| clusters.together(*other, candidate)) {
                Some((_, count)) => *count += 1,
                None => fitting.push((candidate, 1)),
            }
        }
        if let Some(meant) = meant(&fitting) {
            clusters.join(meant, id, Reason::ShortName);
        }
    }
}

/// Whether the longer name is that of a part of the body with the shorter one: `Nordholm Bank Malta, a unit of Nordholm Bank`. A
/// name that ends in the noun for what it is is whole, and a sentence that names both means two.
fn is_part_of(input: &CoreferenceInput, long: MentionId, short: MentionId) -> bool {
    let mentions = &input.document.mentions;
    let key = |id: MentionId| name_key(&mentions[id].text, input.lexicon);
    let (long_key, short_key) = (key(long), key(short));
    let is_body = |class| input.lexicon.is_body(class);
    let whole = short_key
        .rsplit_once(' ')
        .is_some_and(|(_, last)| input.lexicon.word_class(last).is_some_and(is_body));
    let all =
        |wanted: &str| all_names(input).filter(|(id, _)| key(*id) == wanted).map(|(_, name)| name).collect();
    let (longs, shorts): (Vec<&Mention>, Vec<&Mention>) = (all(&long_key), all(&short_key));
    let beside = |one: &Mention, other: &Mention| {
        let tokens = &input.document.sentence(one.sentence).tokens;
        let bracket = |name: &Mention| name.span.first > 0 && &*tokens[name.span.first - 1].text == "(";
        one.sentence == other.sentence && !bracket(one) && !bracket(other)
    };
    let both = longs.iter().any(|one| shorts.iter().any(|other| beside(one, other)));
    let is_part = |name: &&&Mention| {
        let tokens = &input.document.sentence(name.sentence).tokens;
        let end = tokens.len().min(name.span.end + REACH_OF_PARTS);
        let part = |token: &Token| input.lexicon.words().parts_of_bodies.contains(&lemma(token));
        tokens.get(name.span.end).is_some_and(|mark| &*mark.text == ",")
            && tokens[name.span.end..end].iter().any(part)
    };
    whole || both || longs.iter().chain(&shorts).any(|name| is_part(&name))
}

/// Whether the text, after headline and lead, uses the short name before the long one has introduced anybody: then it means
/// somebody whom every reader knows.
fn called_before(input: &CoreferenceInput, clusters: &Clusters, short: MentionId, long: MentionId) -> bool {
    let after_lead = |id: &&MentionId| input.document.mentions[**id].sentence.0 >= LEAD;
    let introduced = clusters.group(long).members.first().copied().unwrap_or(long);
    clusters.group(short).members.iter().find(after_lead).is_some_and(|&first| first < introduced)
}

/// The only candidate, or the one that is named in full at least three times as often as any other: whoever a story is
/// about is called by surname, and others of the name in full.
fn meant(candidates: &[(MentionId, usize)]) -> Option<MentionId> {
    let (best, count) = candidates.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    let rivals = candidates.iter().filter(|(other, _)| *other != best);
    rivals.into_iter().all(|(_, others)| count >= 3 * others).then_some(best)
}

/// What a name may be shortened to, as keys: surname or first name of a person, the first words of a body.
pub fn shorter_names(name: &str, class: Option<ClassId>, lexicon: &OntologyIndex) -> Vec<String> {
    let whole = name_key(name, lexicon);
    let shorter = match class.is_some_and(|class| lexicon.is_person(class)) {
        // `Team Hale` is not called `Hale`.
        true if name_words(name).first().is_some_and(|first| lexicon.words().sides.contains(first)) => {
            return Vec::new();
        }
        true => shorter_person_names(&PersonName::of(name, lexicon)),
        false => shorter_body_names(name, class, lexicon),
    };
    shorter.iter().map(|short| name_key(short, lexicon)).filter(|short| *short != whole).collect()
}

/// Surname, given name or nickname, initials before the surname. Who is called `Jr.` keeps it in his full name.
fn shorter_person_names(name: &PersonName) -> Vec<String> {
    let words = &name.words;
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
    let surnames: Vec<String> = (1..words.len()).map(|from| words[from..].join(" ")).collect();
    let mut shorter: Vec<String> = surnames.iter().cloned().chain(name.nickname.clone()).collect();
    if words.len() > 1 {
        shorter.push(first.clone());
    }
    let mut full = vec![words.join(" "), format!("{first} {last}")];
    if words.len() > 1 {
        let initial = |word: &String| word.chars().take(1).collect::<String>();
        let initials: Vec<String> = words[..words.len() - 1].iter().map(initial).collect();
        full.push(format!("{} {last}", initials[0]));
        full.push(format!("{} {last}", initials.join(" ")));
        full.extend(name.nickname.as_ref().map(|nickname| format!("{nickname} {last}")));
    }
    if let Some(generation) = &name.generation {
        shorter.extend(surnames.iter().chain(&full).map(|name| format!("{name} {generation}")));
    }
    if !name.tells_generations_apart() {
        shorter.extend(full);
    }
    shorter
}

fn shorter_body_names(name: &str, class: Option<ClassId>, lexicon: &OntologyIndex) -> Vec<String> {
    // `Harwell` is not `Harwell Bay`, though `Harwell Energy` is called `Harwell`.
    let place = class.is_some_and(|class| !lexicon.is_body(class));
    let words = name_words(name);
    let Some(first) = words.first() else { return Vec::new() };
    if place
        || words.last().is_some_and(|last| lexicon.word_class(last).is_some())
        || lexicon.word_class(first).is_some()
        || lexicon.words().no_short_names.contains(first)
    {
        // `Bank of …` is not called `Bank`.
        Vec::new()
    } else {
        (1..words.len()).map(|to| words[..to].join(" ")).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::coreference::sample_chains::same;

    #[test]
    fn a_bare_surname_is_nobody_where_two_bear_it_though_one_has_a_title() {
        let text = "Paul Renn met Ada Renn in Lisbon. Mrs Renn is a nurse. Renn slept.";
        assert!(same(text, "Ada Renn", "Renn is"));
        assert!(!same(text, "Ada Renn", "Renn slept") && !same(text, "Paul Renn", "Renn slept"));
    }

    #[test]
    fn who_is_no_relation_is_another() {
        let text = "Tom Hale, a builder, slept. Senator Tom Hale, who is no relation, wept.";
        assert!(!same(text, "Tom Hale, a", "Tom Hale, who"));
    }

    #[test]
    fn a_part_of_a_body_is_not_the_body() {
        for (text, part, whole) in [
            (
                "Orrin Bank Malta, a unit of Orrin Bank, slept. Orrin Bank lied.",
                "Orrin Bank Malta",
                "Orrin Bank lied",
            ),
            ("Fenn Air Cargo, a subsidiary, was fined. Fenn Air wept.", "Fenn Air Cargo", "Fenn Air wept"),
        ] {
            assert!(!same(text, part, whole), "{text}");
        }
    }
}
