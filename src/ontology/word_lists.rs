//! Where in the triples each list of words stands: the subject that names the list, and the property of its words.

use std::collections::{BTreeMap, BTreeSet};

use crate::grammar::FactualityWords;
use crate::read::PageWords;
use crate::vocabulary as v;

use super::attitude_lists::stances;
use super::error::Problem;
use super::facts::Facts;
use super::words::{PersonWords, ReportWords, Words};

/// All lists; a stance of an unknown kind is a problem.
pub(super) fn words(facts: &Facts, problems: &mut Vec<Problem>) -> Words {
    let nouns = |list| texts(facts, list, v::NG_NOUN);
    Words {
        feminine: person_words(facts, "feminine"),
        masculine: person_words(facts, "masculine"),
        either_gender: honorifics(facts, "eitherGender"),
        office_abbreviations: office_abbreviations(facts),
        countries: of_countries(facts, v::NG_COUNTRY_WORD),
        demonyms: of_countries(facts, v::NG_DEMONYM),
        ranks: list(facts, "ranks"),
        name_marks: name_marks(facts),
        post_nominals: list(facts, "postNominals"),
        generations: list(facts, "generations"),
        anybody: nouns("anybody"),
        no_relation: list(facts, "noRelation"),
        speaking_for_others: nouns("speakingForOthers"),
        naming: list(facts, "naming"),
        any_body: nouns("anyBody"),
        only_one_body: nouns("onlyOneBody"),
        many_people: nouns("manyPeople"),
        given_name_titles: list(facts, "givenNameTitles"),
        legal_forms: list(facts, "legalForms"),
        restating_bodies: nouns("restatingBodies"),
        ending_bodies: list(facts, "endingBodies"),
        turned_names: nouns("turnedNames"),
        no_short_names: list(facts, "noShortNames"),
        sides: list(facts, "sides"),
        parts_of_bodies: nouns("partsOfBodies"),
        plural_modifiers: nouns("pluralModifiers"),
        parts_of_places: list(facts, "partsOfPlaces"),
        factuality: FactualityWords {
            stances: stances(facts, problems),
            charging: list(facts, "charging"),
            verdicts: list(facts, "verdicts"),
            doing: list(facts, "doing"),
            wrongly: list(facts, "wrongly"),
            mistaken: list(facts, "mistaken"),
            taking_back: list(facts, "takingBack"),
            superseded: list(facts, "superseded"),
            accusing_texts: list(facts, "accusingTexts"),
            hearings: list(facts, "hearings"),
            manners: list(facts, "manners"),
            owning: list(facts, "owning"),
            performing: list(facts, "performing"),
            uncertain: list(facts, "uncertain"),
            near_miss: list(facts, "nearMiss"),
            impending: list(facts, "impending"),
            granting: list(facts, "granting"),
            coming_about: list(facts, "comingAbout"),
            ahead: list(facts, "ahead"),
            not_real: list(facts, "notReal"),
            no_longer: list(facts, "noLonger"),
            not_yet: list(facts, "notYet"),
        },
        page: page_words(facts),
        reports: ReportWords {
            repetition: list(facts, "repetition"),
            so_far: list(facts, "soFar"),
            only_time: list(facts, "onlyTime"),
            sole_offices: nouns("soleOffices"),
            bare_claims: nouns("bareClaims"),
        },
    }
}

fn page_words(facts: &Facts) -> PageWords {
    let list = |name| list(facts, name);
    PageWords {
        menus: list("pageMenus"),
        publication: list("pagePublication"),
        updates: list("pageUpdates"),
        labels: list("pageLabels"),
        sign_off_openings: list("pageSignOffOpenings"),
        sign_off_endings: list("pageSignOffEndings"),
        link_endings: list("pageLinkEndings"),
        card_ends: as_written(facts, "pageCardEnds"),
        prompts: list("pagePrompts"),
        prompt_topics: list("pagePromptTopics"),
        paywalls: list("pagePaywalls"),
        caption_labels: list("pageCaptionLabels"),
        credit_labels: as_written(facts, "pageCreditLabels"),
        picture_sources: list("pagePictureSources"),
        writers: list("pageWriters"),
        comment_headings: list("pageCommentHeadings"),
        link_headings: list("pageLinkHeadings"),
        outlets: list("pageOutlets"),
    }
}

fn person_words(facts: &Facts, gender: &str) -> PersonWords {
    PersonWords {
        given_names: texts(facts, gender, v::NG_GIVEN_NAME),
        nouns: texts(facts, gender, v::NG_NOUN),
        honorifics: honorifics(facts, gender),
    }
}

fn honorifics(facts: &Facts, gender: &str) -> BTreeSet<String> {
    texts(facts, gender, v::NG_HONORIFIC).iter().map(|title| without_full_stop(title)).collect()
}

/// Every short form under `ng:abbreviation`, with the label of what it is short for.
fn office_abbreviations(facts: &Facts) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for subject in facts.subjects() {
        for (text, _) in facts.texts(subject, v::NG_ABBREVIATION) {
            found.entry(without_full_stop(&text.to_lowercase())).or_insert_with(|| facts.label(subject));
        }
    }
    found
}

/// Every mark under `ng:nameMark`, with the label of what bears the names after it.
fn name_marks(facts: &Facts) -> BTreeMap<String, String> {
    let marks = |subject| facts.texts(subject, v::NG_NAME_MARK).map(move |(mark, _)| (mark, subject));
    let all = facts.subjects().flat_map(marks);
    all.map(|(mark, subject)| (mark.to_owned(), facts.label(subject))).collect()
}

/// Every text under this property, with the country that has it.
fn of_countries(facts: &Facts, property: &'static str) -> BTreeMap<String, String> {
    let words = |country| facts.texts(country, property).map(move |(word, _)| (word, country));
    let all = facts.subjects().flat_map(words);
    all.map(|(word, country)| (word.to_owned(), country.to_owned())).collect()
}

fn without_full_stop(title: &str) -> String {
    title.trim_end_matches('.').to_owned()
}

fn list(facts: &Facts, name: &str) -> BTreeSet<String> {
    texts(facts, name, v::NG_WORD)
}

fn as_written(facts: &Facts, name: &str) -> BTreeSet<String> {
    let subject = format!("{}{name}", v::NG);
    facts.texts(&subject, v::NG_WORD).map(|(text, _)| text.to_owned()).collect()
}

/// The texts of a subject of newsgraph's own under `property`, in lower case.
fn texts(facts: &Facts, name: &str, property: &'static str) -> BTreeSet<String> {
    let subject = format!("{}{name}", v::NG);
    facts.texts(&subject, property).map(|(text, _)| text.to_lowercase()).collect()
}
