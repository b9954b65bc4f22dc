//! Coreference and entities on invented stories, from text to entities.

use std::sync::Arc;

use crate::coreference::Chain;
use crate::decisions::Decisions;
use crate::resolve::entities::{EntityTable, Part, entities};
use crate::story::Mint;

use crate::coreference::sample_chains::{chain_of, chains, lexicon, read, same};

fn entity_table(texts: &[&str]) -> EntityTable {
    cast_decided(texts, &Decisions::default())
}

fn cast_decided(texts: &[&str], decisions: &Decisions) -> EntityTable {
    let all: Vec<Vec<Chain>> = texts.iter().map(|text| chains(text).into_list()).collect();
    let documents: Vec<Arc<str>> =
        (0..texts.len()).map(|index| format!("http://a.example/{index}").into()).collect();
    let parts: Vec<Part> = all
        .iter()
        .zip(&documents)
        .map(|(chains, document)| Part { document, path: document, chains })
        .collect();
    entities(&parts, lexicon(), decisions, &Mint::default())
}

/// The label of the entity that bears this name, and how many do.
fn bearers<'a>(table: &'a EntityTable, name: &str) -> Vec<&'a str> {
    let bears = |entity: &&crate::story::Entity| {
        *entity.label == *name || entity.alternative_labels.iter().any(|other| other == name)
    };
    table.entities.iter().filter(bears).map(|entity| entity.label.as_ref()).collect()
}

#[test]
fn short_and_titled_names_join_the_full_one() {
    let text = "The engineer Anna Berger opened the dam. Ms Berger thanked the crew. Berger then left.";
    let chains = chains(text);
    let chain = chain_of(&chains, text, "Anna Berger");
    assert_eq!(chain.label, "Anna Berger");
    assert_eq!(chain.names, ["Anna Berger", "Berger", "Ms Berger"]);
}

#[test]
fn people_with_one_surname_stay_apart() {
    let text = "Anna Berger met Paul Berger in Lisbon. Berger said nothing.";
    assert!(!same(text, "Anna Berger", "Paul Berger"));
    assert!(!same(text, "Anna Berger", "Berger said"));
    assert!(!same("Mr Holt arrived. Mrs Holt stayed at home.", "Holt arrived", "Holt stayed"));
}

#[test]
fn abbreviations_and_other_labels_are_one_body() {
    let text = "The Harbour Rescue Service (HRS) sent two boats. The HRS said that nobody was hurt.";
    assert!(same(text, "Harbour Rescue Service", "HRS said"));
    let text = "The Coastguard Agency sent two boats. Beacon House said that nobody was hurt.";
    assert!(same(text, "Coastguard Agency", "Beacon House"));
}

#[test]
fn an_office_is_no_person_but_its_words_may_mean_one() {
    let text = "Finance Minister Clara Holt resigned on Friday. The finance minister gave no reason.";
    let chains = chains(text);
    let person = chain_of(&chains, text, "Clara Holt");
    assert_eq!(person, chain_of(&chains, text, "The finance minister"));
    assert_ne!(person, chain_of(&chains, text, "Finance Minister"));
}

#[test]
fn code_names_belong_to_who_bears_them() {
    let text = "A courier, known only as K77, was arrested in Lisbon. K77 denied the theft.";
    let chains = chains(text);
    let chain = chain_of(&chains, text, "A courier");
    assert_eq!(chain.label, "K77");
    assert!(chain.class.is_some_and(|class| lexicon().is_person(class)));
    assert_eq!(chain, chain_of(&chains, text, "K77 denied"));
}

#[test]
fn pronouns_follow_gender_and_number() {
    let text = "Mrs Holt praised the divers. She said they had saved a child.";
    let (mentions, chains) = read(text);
    let chain_at = |word: &str| {
        let (id, _) = mentions.iter().find(|(_, mention)| mention.text == word).expect(word);
        &chains[chains.of(id)]
    };
    assert_eq!(chain_at("She").label, "Holt");
    assert_eq!(chain_at("they").label, "divers");
}

#[test]
fn two_strangers_are_not_one() {
    assert!(!same(
        "A driver was hurt in Lisbon. A driver was killed in Porto.",
        "A driver was hurt",
        "A driver was killed"
    ));
}

#[test]
fn articles_share_people_bodies_and_offences() {
    let table = entity_table(&[
        "Sir Alan Reed was charged with fraud. The Harbour Rescue Service (HRS) sacked him. Clara Moss wept.",
        "Sir Alan denied the fraud, the HRS said. Clara Moss slept.",
    ]);
    assert_eq!(bearers(&table, "Sir Alan"), ["Alan Reed"]);
    assert_eq!(bearers(&table, "HRS"), ["Harbour Rescue Service"]);
    assert_eq!(bearers(&table, "fraud"), ["fraud"]);
}

#[test]
fn couples_are_told_by_their_titles() {
    let text = "Daniel Okoro met Grace Okoro in Lisbon. Mrs Okoro laughed.";
    assert!(same(text, "Grace Okoro", "Okoro laughed"));
    let table = entity_table(&[
        "Mr Reed met Mrs Reed. Clara Moss wept.",
        "Daniel Reed won. Mr Reed was happy. Clara Moss wept.",
        "Grace Reed lost. Mrs Reed was sad. Clara Moss wept.",
    ]);
    assert_eq!(bearers(&table, "Mr Reed"), ["Daniel Reed"]);
    assert_eq!(bearers(&table, "Mrs Reed"), ["Grace Reed"]);
}

#[test]
fn a_town_is_not_its_council() {
    let text = "The Harwell Council met in May. People in Harwell were glad.";
    assert!(!same(text, "Harwell Council", "Harwell were"));
}

#[test]
fn homonyms_of_two_articles_stay_apart() {
    let table = entity_table(&["Alan Reed won the race.", "Maria Reed won the race.", "Mr Reed was happy."]);
    assert_eq!(bearers(&table, "Alan Reed").len(), 1);
    assert_eq!(bearers(&table, "Mr Reed"), ["Reed"]);
}

#[test]
fn strangers_of_two_articles_get_two_iris() {
    let table = entity_table(&["A driver was hurt in Lisbon.", "A driver was hurt in Porto."]);
    assert_eq!(bearers(&table, "driver").len(), 2);
    let mut ids: Vec<&str> = table.entities.iter().map(|entity| entity.id.as_ref()).collect();
    ids.dedup();
    assert_eq!(ids.len(), table.entities.len());
}

#[test]
fn the_user_decides_who_is_who() {
    let texts = [
        "Alan Reed won the race.",
        "Alan Reed wrote a book.",
        "The Northline sank.",
        "Northline Shipping was fined.",
    ];
    assert_eq!(bearers(&entity_table(&texts), "Alan Reed").len(), 1);
    assert_eq!(bearers(&entity_table(&texts), "Northline"), ["Northline"]);
    let decisions = "different\tAlan Reed @ /0\tAlan Reed @ /1\nsame\tNorthline\tNorthline Shipping\n";
    let table = cast_decided(&texts, &Decisions::parse(decisions).expect("sound"));
    assert_eq!(bearers(&table, "Alan Reed").len(), 2);
    assert_eq!(bearers(&table, "Northline"), ["Northline Shipping"]);
    assert!(
        table.merges.iter().any(|merge| *merge.reason == *"decided by the user (line 2)"),
        "{:?}",
        table.merges
    );
}

#[test]
fn every_merge_across_articles_has_its_reason() {
    let table = entity_table(&[
        "Sir Alan Reed met Clara Moss.",
        "Alan Reed and the HRS met.",
        "Mr Reed was happy with Clara Moss.",
    ]);
    let reasons: Vec<(&str, &str)> =
        table.merges.iter().map(|merge| (merge.place.text.as_str(), merge.reason.as_ref())).collect();
    let short = ("Reed", "a shorter name that fits nobody else");
    assert_eq!(reasons, [("Alan Reed", "the same name"), short, ("Clara Moss", "the same name")]);
}

/// The articles that speak of who has this label.
fn articles_of(table: &EntityTable, label: &str) -> Vec<usize> {
    let entities = table.entities.iter().filter(|entity| *entity.label == *label);
    let number = |document: &str| document.rsplit('/').next().and_then(|number| number.parse().ok());
    let mut found: Vec<usize> = entities
        .flat_map(|entity| entity.mentions.iter().filter_map(|mention| number(&mention.document)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn the_mayor_of_one_article_is_not_the_mayor_whom_another_names() {
    for (described, named) in [
        ("The mayor was arrested for fraud.", "Mayor Clara Moss opened a library."),
        ("The judge was arrested for fraud.", "Judge Clara Moss heard the appeal."),
        ("Leaders were arrested for fraud.", "Party leader Clara Moss opened a library."),
        ("The finance minister was accused of theft.", "Finance Minister Clara Moss met the divers."),
    ] {
        assert_eq!(articles_of(&entity_table(&[described, named]), "Clara Moss"), [1], "{described}");
    }
}

#[test]
fn a_surname_means_the_full_name_of_another_article_only_on_one_affair() {
    let bakery = "Alan Reed opened a bakery. Clara Moss slept.";
    let table = entity_table(&["Mr Reed was arrested. Tom Hale wept.", bakery]);
    assert_eq!(articles_of(&table, "Alan Reed"), [1]);
    let table = entity_table(&["Mr Reed was arrested. Clara Moss wept.", bakery]);
    assert_eq!(articles_of(&table, "Alan Reed"), [0, 1]);
    let table = entity_table(&["Mrs Reed was arrested. Clara Moss wept.", bakery]);
    assert_eq!(articles_of(&table, "Alan Reed"), [1]);
    let aged = ["Reed, 34, was arrested. Clara Moss wept.", "Alan Reed, 61, left. Clara Moss slept."];
    assert_eq!(articles_of(&entity_table(&aged), "Alan Reed"), [1]);
}

#[test]
fn people_of_one_name_are_two_where_what_is_said_of_them_contradicts() {
    let bearers = |texts: &[&str]| {
        entity_table(texts).entities.iter().filter(|entity| entity.label.ends_with(" Reed")).count()
    };
    assert_eq!(bearers(&["Alan Reed, a plumber, was arrested.", "The novelist Alan Reed won a prize."]), 2);
    assert_eq!(bearers(&["Alan Reed, 34, was arrested.", "Alan Reed, 61, won a prize."]), 2);
    assert_eq!(bearers(&["Alan John Reed was arrested.", "Alan Paul Reed won a prize."]), 2);
    assert_eq!(bearers(&["Alan J. Reed was arrested. Alan P. Reed won a prize."]), 2);
    assert_eq!(bearers(&["Alan Reed, a plumber, was arrested.", "Alan Reed, a father, won a prize."]), 1);
    assert_eq!(bearers(&["Alan Reed, 34, was arrested.", "Alan Reed, 35, was jailed."]), 1);
    // Whoever nothing is told of may be either.
    let either = ["Alan Reed, a plumber, slept.", "Alan Reed, a novelist, slept.", "Alan Reed was arrested."];
    assert_eq!(bearers(&either), 3);
}
