//! A story from statements alone, as when they come from a file: the entities are those that the statements speak
//! of, named as they are named there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::span::Span;
use super::values::{Attribution, DocumentRecord, Entity, EntityMention, Statement, Story};

/// Gathers documents and entities from statements and attributions. `class_iri` gives the IRI of a class from its
/// local name.
pub fn assemble(
    mut statements: Vec<Statement>,
    mut attributions: Vec<Attribution>,
    class_iri: impl Fn(&str) -> String,
) -> Story {
    statements.sort_by(|a, b| {
        statement_key(a).cmp(&statement_key(b)).then_with(|| b.confidence.cmp(&a.confidence))
    });
    statements.dedup_by(|later, surer| says_the_same(later, surer));
    attributions.sort_by(|a, b| attribution_key(a).cmp(&attribution_key(b)));
    attributions.dedup();
    Story {
        documents: documents(&statements, &attributions),
        entities: entities(&statements, &attributions, class_iri),
        statements,
        attributions,
        ..Story::default()
    }
}

fn statement_key(statement: &Statement) -> (&str, usize, usize, &str, &str) {
    (
        &statement.document.path,
        statement.sentence.begin,
        statement.trigger.begin,
        &statement.relation,
        &statement.id,
    )
}

/// Whether two lines tell one statement, however sure they are of it, and whether the graph of both is known.
fn says_the_same(one: &Statement, other: &Statement) -> bool {
    one.id == other.id
        && *one == Statement { confidence: one.confidence, example: one.example.clone(), ..other.clone() }
}

fn attribution_key(attribution: &Attribution) -> (&str, &Span, Option<usize>) {
    (&attribution.document.path, &attribution.content, attribution.source.as_ref().map(|source| source.begin))
}

fn documents(statements: &[Statement], attributions: &[Attribution]) -> Vec<Arc<DocumentRecord>> {
    let of_statements = statements.iter().map(|statement| &statement.document);
    let of_attributions = attributions.iter().map(|attribution| &attribution.document);
    let by_id: BTreeMap<&str, &Arc<DocumentRecord>> =
        of_statements.chain(of_attributions).map(|document| (document.id.as_ref(), document)).collect();
    let mut documents: Vec<Arc<DocumentRecord>> = by_id.into_values().cloned().collect();
    documents.sort_by(|a, b| (&a.path, &a.id).cmp(&(&b.path, &b.id)));
    documents
}

/// What is known of an entity so far.
#[derive(Default)]
struct Gathered {
    labels: BTreeSet<Arc<str>>,
    /// Local names, in the order in which the first reference gives them.
    types: Vec<Arc<str>>,
    mentions: BTreeSet<EntityMention>,
}

fn entities(
    statements: &[Statement],
    attributions: &[Attribution],
    class_iri: impl Fn(&str) -> String,
) -> Vec<Entity> {
    let mut gathered: BTreeMap<&Arc<str>, (&Arc<str>, Gathered)> = BTreeMap::new();
    for statement in statements {
        for reference in statement.references() {
            let (_, known) = gathered.entry(&reference.id).or_insert((&reference.label, Gathered::default()));
            known.labels.insert(reference.label.clone());
            let new: Vec<_> =
                reference.types.iter().filter(|class| !known.types.contains(class)).cloned().collect();
            known.types.extend(new);
            known.mentions.extend(located(&reference.mention, statement));
        }
    }
    for attribution in attributions {
        let Some(source) = &attribution.source else { continue };
        let (_, known) = gathered.entry(&source.id).or_insert((&source.label, Gathered::default()));
        known.labels.insert(source.label.clone());
        known.mentions.insert(EntityMention {
            document: attribution.document.id.clone(),
            begin: source.begin,
            end: source.end,
            text: source.mention.clone(),
        });
    }
    gathered
        .into_iter()
        .map(|(id, (label, known))| Entity {
            id: id.clone(),
            label: label.clone(),
            alternative_labels: known
                .labels
                .iter()
                .filter(|other| *other != label)
                .map(ToString::to_string)
                .collect(),
            types: known.types.iter().map(|class| class_iri(class).into()).collect(),
            same_as: Vec::new(),
            mentions: known.mentions.into_iter().collect(),
        })
        .collect()
}

/// Where a mention stands: statements give its words only, so it is located where its sentence has them just once.
fn located(mention: &str, statement: &Statement) -> Option<EntityMention> {
    let sentence = &statement.sentence;
    let mut places = sentence.text.match_indices(mention).map(|(place, _)| place);
    let place = places.next().filter(|_| !mention.is_empty())?;
    if places.next().is_some() {
        return None;
    }
    let begin = sentence.begin + sentence.text[..place].chars().count();
    Some(EntityMention {
        document: statement.document.id.clone(),
        begin,
        end: begin + mention.chars().count(),
        text: mention.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::confidence::Confidence;
    use crate::sample;

    #[test]
    fn the_entities_are_those_that_the_statements_speak_of() {
        let story = sample::story();
        let class = |name: &str| format!("http://c.example/{name}");
        let assembled = assemble(story.statements.clone(), story.attributions.clone(), class);
        let ids = |story: &Story| story.entities.iter().map(|entity| entity.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&assembled), ids(&story));
        assert_eq!(assembled.documents.len(), 2);
        assert!(
            assembled.entities.iter().any(|entity| entity.types == ["http://c.example/Organisation".into()])
        );
    }

    #[test]
    fn order_and_repetition_of_the_lines_change_nothing() {
        let story = sample::story();
        let class = |name: &str| name.to_owned();
        let mut shuffled = story.statements.clone();
        shuffled.reverse();
        shuffled.extend(story.statements.clone());
        assert_eq!(
            assemble(shuffled, story.attributions.clone(), class),
            assemble(story.statements, story.attributions, class)
        );
    }

    #[test]
    fn of_lines_that_tell_one_statement_the_surest_stays() {
        let surest = sample::story().statements;
        let with = |hundredths| Confidence::of_hundredths(hundredths);
        let unsure = |statement: &Statement| Statement { confidence: with(5), ..statement.clone() };
        let unsure: Vec<Statement> = surest.iter().map(unsure).collect();
        for lines in [[unsure.clone(), surest.clone()], [surest.clone(), unsure]] {
            let assembled = assemble(lines.concat(), Vec::new(), str::to_owned);
            assert_eq!(assembled.statements.len(), surest.len());
            assert!(assembled.statements.iter().all(|statement| statement.confidence == with(97)));
        }
    }

    #[test]
    fn a_mention_is_located_by_characters() {
        let mut statement = sample::story().statements[0].clone();
        statement.sentence = Span { text: "«Ünder» the board met".to_owned(), begin: 100, end: 121 };
        let mention = located("the board", &statement).unwrap();
        assert_eq!((mention.begin, mention.end), (108, 117));
        statement.sentence.text = "the board and the board".to_owned();
        assert_eq!(located("the board", &statement), None);
        assert_eq!(located("", &statement), None);
    }
}
