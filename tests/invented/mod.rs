//! Stories that nobody ever wrote, of any size: a few hubs, names of uneven length, every kind of statement.

use std::sync::Arc;

use newsgraph::Confidence;
use newsgraph::ontology::{Class, ClassId, Location, Ontology, Range, Relation, Reporting, Uniqueness};
use newsgraph::story::{
    Argument, Attribution, AttributionSource, DocumentRecord, Entity, EntityReference, Literal, Polarity,
    Span, Statement, Story, TimeExpression,
};

const BASE: &str = "https://example.org/id/";

const CLASSES: [(&str, Option<usize>); 8] = [
    ("Agent", None),
    ("Event", None),
    ("Offence", None),
    ("Office", None),
    ("Organisation", Some(0)),
    ("Person", Some(0)),
    ("Place", None),
    ("Thing", None),
];

/// Name, label and the class of what may stand as object; `None` for no object.
const RELATIONS: [(&str, &str, Option<&str>); 14] = [
    ("charged_with", "charged with", Some("Offence")),
    ("accused_of", "accused of", Some("Offence")),
    ("cleared_of", "cleared of", Some("Offence")),
    ("investigated", "investigated", Some("Event")),
    ("called_for", "called for", Some("Thing")),
    ("holds_office", "holds office", Some("Office")),
    ("resigned_from", "resigned from", Some("Office")),
    ("member_of", "member of", Some("Organisation")),
    ("provided_aid_to", "provided aid to", Some("Organisation")),
    ("criticised", "criticised", Some("Person")),
    ("met_with", "met with", Some("Person")),
    ("located_in", "located in", Some("Place")),
    ("visited", "visited", Some("Place")),
    ("died", "died", None),
];

const PEOPLE: [&str; 12] = [
    "Ada Brook",
    "Tom Vane",
    "Dame Rosalind Achterberg-Nkemelu",
    "Ilya",
    "Chief Engineer Marta Oduya",
    "Jo March",
    "Sir Peregrine Falkenrath",
    "Li Wen",
    "Councillor Benedict Thistlewood",
    "K9",
    "Nana Osei",
    "Pavel Дубов",
];
const BODIES: [&str; 8] = [
    "Harbour Board",
    "Tidewater Ferries",
    "Independent Commission for Harbour Safety",
    "Dockers' Union",
    "The Gazette",
    "Ministry of Rivers, Canals and Coastal Works",
    "Port Police",
    "Eastmere Council",
];
const OFFENCES: [&str; 6] =
    ["fraud", "gross negligence", "theft of lead from the customs house roof", "bribery", "perjury", "arson"];
const OFFICES: [&str; 4] = ["harbour master", "chair", "Secretary of State for Waterways", "mayor"];
const PLACES: [&str; 6] =
    ["Eastmere", "Low Quay", "Saint Brannock's Island", "the old customs house", "Delft", "Ry"];
const EVENTS: [&str; 4] =
    ["the ferry collision", "strike", "the March flood", "public hearing into the dredging contract"];
const THINGS: [&str; 5] =
    ["a new inquiry", "safety report", "dredging contract", "more lifeboats on every crossing", "toll"];

/// A small generator of even spread; the same seed gives the same story.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % limit.max(1)
    }
}

pub fn ontology() -> Ontology {
    let class = |(name, parent): &(&str, Option<usize>)| Class {
        iri: format!("https://example.org/o#{name}"),
        name: (*name).to_owned(),
        label: name.to_lowercase(),
        parents: parent.iter().map(|&parent| ClassId(parent)).collect(),
        ..Class::default()
    };
    let relation = |(name, label, _): &(&str, &str, Option<&str>)| Relation {
        iri: format!("https://example.org/o#{name}"),
        name: (*name).to_owned(),
        label: (*label).to_owned(),
        definition: None,
        domain: Vec::new(),
        range: Range::Entities(Vec::new()),
        symmetric: *name == "met_with",
        functional: false,
        lasts: false,
        reporting: Reporting::default(),
        least_confidence: Confidence::NONE,
        goes_before: Vec::new(),
        excludes: Vec::new(),
        uniqueness: Uniqueness::default(),
        examples: Vec::new(),
        counterexamples: Vec::new(),
        location: Location::default(),
    };
    Ontology {
        classes: CLASSES.iter().map(class).collect(),
        relations: RELATIONS.iter().map(relation).collect(),
        ..Ontology::default()
    }
}

/// A story of about `size` entities.
pub fn story(size: usize) -> Story {
    let mut dice = Dice(size as u64 + 7);
    let documents: Vec<Arc<DocumentRecord>> = (0..(size / 8).clamp(2, 9)).map(document).collect();
    let kinds: [(&str, &[&str]); 7] = [
        ("Person", &PEOPLE),
        ("Organisation", &BODIES),
        ("Offence", &OFFENCES),
        ("Person", &PEOPLE),
        ("Place", &PLACES),
        ("Office", &OFFICES),
        ("Thing", &THINGS),
    ];
    let mut entities = Vec::new();
    for index in 0..size {
        let (class, names) =
            if index % 11 == 10 { ("Event", &EVENTS[..]) } else { kinds[index % kinds.len()] };
        let round = index / kinds.len();
        let name = names[round % names.len()];
        let label =
            if round < names.len() { name.to_owned() } else { format!("{name} {}", round / names.len() + 1) };
        entities.push(entity(index, label, class));
    }
    let hubs = (size / 12).max(1) * 2;
    let actors: Vec<usize> =
        (0..size).filter(|&index| matches!(&*entities[index].types[0], "Person" | "Organisation")).collect();
    let mut statements = Vec::new();
    for object in 0..size {
        let subject = actors[dice.below(hubs.min(actors.len()))];
        statements.extend(said(&mut dice, &entities, &documents, subject, object));
    }
    for _ in 0..size / 2 {
        let (subject, object) = (actors[dice.below(actors.len())], dice.below(size));
        statements.extend(said(&mut dice, &entities, &documents, subject, object));
    }
    let attributions = statements.iter().filter_map(attribution).collect();
    Story { documents, entities, statements, attributions, ..Story::default() }
}

/// Every third one is not named.
fn attribution(statement: &Statement) -> Option<Attribution> {
    let speaker = statement.attributed_to.as_ref()?;
    let source = AttributionSource {
        id: speaker.id.clone(),
        label: speaker.label.clone(),
        mention: speaker.mention.clone(),
        begin: 0,
        end: 1,
    };
    Some(Attribution {
        document: statement.document.clone(),
        source: (!statement.sentence.begin.is_multiple_of(3)).then_some(source),
        cue: Some(Span { text: "said".to_owned(), begin: 2, end: 6 }),
        content: statement.sentence.clone(),
        direct: statement.sentence.begin.is_multiple_of(2),
    })
}

fn document(index: usize) -> Arc<DocumentRecord> {
    let outlet = ["The Gazette", "Harbour Times", "Coast Radio"][index % 3];
    Arc::new(DocumentRecord {
        id: format!("{BASE}article-{index}").into(),
        path: format!("articles/{index}.txt"),
        url: Some(format!("https://example.org/news/{index}?a=1&b=\"2\"")),
        title: Some(format!("Ferry story, part {index} <b>& more</b>")),
        publisher: Some(outlet.to_owned()),
        date: Some(format!("2024-03-{:02}", index + 1)),
    })
}

fn entity(index: usize, label: String, class: &str) -> Entity {
    Entity {
        id: format!("{BASE}e{index:03}").into(),
        alternative_labels: vec![label.to_lowercase()],
        label: label.into(),
        types: vec![class.into()],
        same_as: Vec::new(),
        mentions: Vec::new(),
    }
}

fn reference(entity: &Entity) -> EntityReference {
    EntityReference {
        id: entity.id.clone(),
        label: entity.label.clone(),
        types: entity.types.clone(),
        mention: entity.label.to_string(),
    }
}

/// One relation that fits the object, said by one to three articles.
fn said(
    dice: &mut Dice,
    entities: &[Entity],
    documents: &[Arc<DocumentRecord>],
    subject: usize,
    object: usize,
) -> Vec<Statement> {
    if subject == object {
        return vec![statement(dice, entities, documents, subject, None, "died", (true, true))];
    }
    let class = &*entities[object].types[0];
    let fitting: Vec<&str> =
        RELATIONS.iter().filter(|(_, _, range)| *range == Some(class)).map(|&(name, _, _)| name).collect();
    let relation = fitting[dice.below(fitting.len())];
    let kind =
        [(true, true), (true, true), (true, true), (true, true), (false, true), (true, false)][dice.below(6)];
    let times = [1, 1, 1, 2, 3][dice.below(5)];
    (0..times).map(|_| statement(dice, entities, documents, subject, Some(object), relation, kind)).collect()
}

fn statement(
    dice: &mut Dice,
    entities: &[Entity],
    documents: &[Arc<DocumentRecord>],
    subject: usize,
    object: Option<usize>,
    relation: &str,
    (positive, asserted): (bool, bool),
) -> Statement {
    let document = documents[dice.below(documents.len())].clone();
    let label = relation.replace('_', " ");
    let object_label = object.map_or("", |object| &entities[object].label);
    let text = format!("{} was {label} {object_label}, it said.", entities[subject].label);
    let begin = dice.below(4000);
    let trigger_at = begin + entities[subject].label.chars().count() + 5;
    Statement {
        id: format!("{BASE}s{}-{subject}-{relation}-{}", dice.below(1_000_000), object.unwrap_or(0)).into(),
        relation: relation.into(),
        relation_iri: format!("https://example.org/o#{relation}").into(),
        subject: Some(reference(&entities[subject])),
        object: object.map(|object| Argument::Entity(reference(&entities[object]))),
        polarity: if positive { Polarity::Positive } else { Polarity::Negative },
        asserted,
        attributed_to: (dice.below(3) == 0).then(|| reference(&entities[dice.below(entities.len())])),
        quantity: None,
        time: (dice.below(4) == 0)
            .then(|| TimeExpression { text: "on Friday".to_owned(), value: Some("2024-03-01".to_owned()) }),
        place: None,
        qualifiers: Default::default(),
        document,
        sentence: Span { begin, end: begin + text.chars().count(), text },
        trigger: Span { begin: trigger_at, end: trigger_at + label.chars().count(), text: label },
        confidence: Confidence::FULL,
        example: None,
    }
}

/// The same words, but hostile: markup, quotes, separators, controls and a script address.
#[allow(dead_code, reason = "this file is part of several test programs, and not all are hostile")]
pub fn hostile() -> Story {
    let evil = "</script><script>alert(1)</script> \"'\\ --> ]]> \u{2028}\u{0}\u{202e} &amp; {} \\N";
    let mut story = story(12);
    for entity in &mut story.entities {
        entity.label = format!("{evil}{}", entity.label).into();
        entity.alternative_labels.push(evil.to_owned());
    }
    for statement in &mut story.statements {
        for reference in statement.subject.iter_mut().chain(&mut statement.attributed_to) {
            reference.label = evil.into();
            reference.mention = evil.to_owned();
        }
        statement.sentence.text = format!("{evil} {}", statement.sentence.text);
        let document = Arc::make_mut(&mut statement.document);
        document.url = Some("javascript:alert(1)".to_owned());
        document.title = Some(evil.to_owned());
        statement.trigger = Span { text: evil.to_owned(), begin: usize::MAX, end: 0 };
        statement.object.get_or_insert(Argument::Literal(Literal {
            value: evil.into(),
            datatype: evil.to_owned(),
            mention: evil.to_owned(),
        }));
    }
    for document in &mut story.documents {
        let document = Arc::make_mut(document);
        document.url = Some(format!("javascript:{evil}"));
        document.publisher = Some(evil.to_owned());
    }
    story
}
