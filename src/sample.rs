//! An invented story for the tests of graph and export, with all that makes formats stumble: quotation marks,
//! markup, backslashes, line separators, control characters, namesakes of syntax.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::confidence::Confidence;
use crate::ontology::{Class, ClassId, Location, Ontology, Range, Relation, Reporting, Uniqueness};
use crate::story::{
    Argument, Attribution, AttributionSource, Detail, DocumentRecord, Entity, EntityMention, EntityReference,
    Literal, Merge, Mint, Polarity, Quantity, Span, Statement, Story, TimeExpression,
};
use crate::vocabulary::NG;

/// Words that no format can carry without care.
pub const HOSTILE: &str =
    "\"Kings\" & <b>'q'</b> \\ --> ]]> \u{2028}\u{0}\u{1b}\u{FFFF}\r\n\ttab $'é' 🚢 ${x} %s @en ^^";

/// Two articles, three people and bodies, one fact, one denial, one plan, one literal, one direct quotation.
pub fn story() -> Story {
    let mint = Mint::default();
    let ferry = document(&mint, "feeds/ferry.txt", Some("Ferry <owner> \"charged\""));
    let reply = document(&mint, HOSTILE, Some(HOSTILE));
    let statements = vec![
        statement(
            &mint,
            &ferry,
            "charged_with",
            "Nordholm Lines",
            Some(entity("negligence")),
            Polarity::Positive,
        ),
        statement(
            &mint,
            &reply,
            "charged_with",
            "Nordholm Lines",
            Some(entity("negligence")),
            Polarity::Negative,
        ),
        Statement {
            asserted: false,
            quantity: Some(Quantity { text: "up to 12".to_owned(), min: None, max: Some(12.0) }),
            time: Some(TimeExpression { text: "next May".to_owned(), value: Some("2031-05".to_owned()) }),
            place: Some(reference("Kalmar Bay")),
            qualifiers: BTreeMap::from([("victim".to_owned(), reference(HOSTILE))]),
            attributed_to: Some(reference("Ida Lund")),
            ..statement(&mint, &reply, "deployed", "Nordholm Lines", None, Polarity::Positive)
        },
        statement(&mint, &ferry, "carried", "Ida Lund", Some(literal(HOSTILE)), Polarity::Positive),
    ];
    let inferred = statements[0].clone();
    let mut story = Story {
        documents: vec![ferry.clone(), reply],
        entities: ["Ida Lund", "Kalmar Bay", "Nordholm Lines", "negligence", HOSTILE]
            .into_iter()
            .enumerate()
            .map(|(index, label)| described(&mint, label, &ferry, 100 * index))
            .collect(),
        statements: statements.into_iter().map(|one| identified(one, &mint)).collect(),
        attributions: vec![attribution(&ferry)],
        merges: Vec::new(),
        inferences: BTreeMap::from([(identified(inferred, &mint).id, HOSTILE.to_owned())]),
        accepted: BTreeSet::new(),
        unmet: Vec::new(),
        authors: BTreeMap::from([(ferry.id.clone(), format!("Ada Finch {HOSTILE}"))]),
        texts: BTreeMap::from([(ferry.id.clone(), format!("The text. {HOSTILE}"))]),
        copies: BTreeMap::new(),
        detail: Detail::Lean,
    };
    story.entities.sort_by(|a, b| a.id.cmp(&b.id));
    let merge = |entity: &Entity| Merge {
        document: entity.mentions[0].document.clone(),
        place: Span {
            text: entity.mentions[0].text.clone(),
            begin: entity.mentions[0].begin,
            end: entity.mentions[0].end,
        },
        entity: entity.id.clone(),
        reason: format!("the same name, {HOSTILE}").into(),
    };
    story.merges = story.entities.iter().map(merge).collect();
    story.merges.sort();
    story
}

/// Classes and relations of the story, one relation with a literal object.
pub fn ontology() -> Ontology {
    let class = |name: &str, parents: &[usize]| Class {
        iri: format!("{NG}{name}"),
        name: name.to_owned(),
        label: name.to_lowercase(),
        parents: parents.iter().copied().map(ClassId).collect(),
        ..Class::default()
    };
    let relation = |name: &str, range: Range| Relation {
        iri: format!("{NG}{name}"),
        name: name.to_owned(),
        label: name.replace('_', " "),
        definition: None,
        domain: vec![ClassId(0)],
        range,
        symmetric: false,
        functional: false,
        uniqueness: Uniqueness::default(),
        lasts: false,
        reporting: Reporting::default(),
        least_confidence: Confidence::NONE,
        goes_before: Vec::new(),
        excludes: Vec::new(),
        examples: vec![],
        counterexamples: vec![],
        location: Location::default(),
    };
    Ontology {
        classes: vec![class("Agent", &[]), class("Organisation", &[0])],
        relations: vec![
            relation("carried", Range::Literal { datatype: format!("{NG}tons") }),
            relation("charged_with", Range::Entities(vec![])),
            relation("deployed", Range::Entities(vec![ClassId(0)])),
        ],
        ..Ontology::default()
    }
}

fn document(mint: &Mint, path: &str, title: Option<&str>) -> Arc<DocumentRecord> {
    Arc::new(DocumentRecord {
        id: mint.document(path, None, title, path).into(),
        path: path.to_owned(),
        url: Some(format!("https://news.example/{path}")),
        title: title.map(str::to_owned),
        publisher: Some("The Kalmar Post".to_owned()),
        date: Some("2031-04-02".to_owned()),
    })
}

fn statement(
    mint: &Mint,
    document: &Arc<DocumentRecord>,
    relation: &str,
    subject: &str,
    object: Option<Argument>,
    polarity: Polarity,
) -> Statement {
    let statement = Statement {
        id: Arc::default(),
        relation: relation.into(),
        relation_iri: format!("{NG}{relation}").into(),
        subject: Some(reference(subject)),
        object,
        polarity,
        asserted: true,
        attributed_to: None,
        quantity: None,
        time: None,
        place: None,
        qualifiers: BTreeMap::new(),
        document: document.clone(),
        sentence: Span { text: format!("{subject} did {HOSTILE}"), begin: 10, end: 90 },
        trigger: Span { text: "did".to_owned(), begin: 20, end: 23 },
        confidence: Confidence::of_hundredths(97),
        example: Some(format!("[subject: The crew] did [object: {HOSTILE}]").into()),
    };
    identified(statement, mint)
}

/// The statement with an IRI that nothing else has.
fn identified(statement: Statement, mint: &Mint) -> Statement {
    let parts = Statement { id: Arc::default(), ..statement.clone() };
    Statement { id: mint.statement(&[format!("{parts:?}")]).into(), ..statement }
}

fn reference(label: &str) -> EntityReference {
    EntityReference {
        id: Mint::default().entity(label).into(),
        label: label.into(),
        types: vec!["Organisation".into()],
        mention: format!("the {label}"),
    }
}

fn entity(label: &str) -> Argument {
    Argument::Entity(reference(label))
}

fn literal(value: &str) -> Argument {
    Argument::Literal(Literal {
        value: value.into(),
        datatype: format!("{NG}tons"),
        mention: value.to_owned(),
    })
}

fn described(mint: &Mint, label: &str, document: &DocumentRecord, begin: usize) -> Entity {
    Entity {
        id: mint.entity(label).into(),
        label: label.into(),
        alternative_labels: vec![format!("the {label}")],
        types: vec![format!("{NG}Organisation").into()],
        same_as: vec!["http://www.wikidata.org/entity/Q1".to_owned()],
        mentions: vec![EntityMention {
            document: document.id.clone(),
            begin,
            end: begin + label.chars().count(),
            text: label.to_owned(),
        }],
    }
}

fn attribution(document: &Arc<DocumentRecord>) -> Attribution {
    Attribution {
        document: document.clone(),
        source: Some(AttributionSource {
            id: Mint::default().entity("Ida Lund").into(),
            label: "Ida Lund".into(),
            mention: "Lund".to_owned(),
            begin: 95,
            end: 99,
        }),
        cue: Some(Span { text: "said".to_owned(), begin: 100, end: 104 }),
        content: Span { text: HOSTILE.to_owned(), begin: 105, end: 190 },
        direct: true,
    }
}
