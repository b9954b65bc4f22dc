//! Putting the story together: the statements of all articles, with entities in the place of tokens.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::decisions::{Decisions, Judge};
use crate::mentions::OntologyIndex;
use crate::read::Article;
use crate::resolve::entities::{Part, PhraseEntities, entities, identify};
use crate::story::{Argument, DocumentRecord, EntityReference, Mint, Shared, Statement, Story};

use super::article_facts::ArticleFacts;
use super::copies::originals;
use super::events::{complete, drop_lesser};
use super::finisher::Finisher;
use super::relevance::keep_relevant;

/// Makes one story of all articles, whose order changes nothing.
pub fn story(
    mut facts: Vec<ArticleFacts>,
    lexicon: &OntologyIndex<'_>,
    decisions: &Decisions,
    mint: &Mint,
) -> Story {
    facts.sort_by(|a, b| order(&a.document).cmp(&order(&b.document)));
    let mut table = {
        let parts: Vec<Part<'_>> = facts.iter().map(ArticleFacts::part).collect();
        entities(&parts, lexicon, decisions, mint)
    };
    let originals = originals(&facts.iter().map(|facts| &facts.sketch).collect::<Vec<_>>());
    // Nobody asks the chains any more, and there are many.
    facts.iter_mut().for_each(|facts| facts.chains = Vec::new());
    let mut phrases = PhraseEntities::new(&table, lexicon, mint);
    let mut shared = Shared::default();
    let mut story = Story::default();
    for (part, facts) in facts.into_iter().enumerate() {
        let document = Arc::new(facts.document);
        let (ontology, phrases, shared) = (lexicon.ontology, &mut phrases, &mut shared);
        let mut finisher = Finisher { ontology, phrases, shared, part, document: &document };
        let statements = facts.statements.into_iter();
        story.statements.extend(statements.filter_map(|one| finisher.statement(one)));
        let attributions = facts.attributions.into_iter();
        story.attributions.extend(attributions.map(|one| finisher.attribution(one)));
        story.authors.extend(facts.author.map(|author| (document.id.clone(), author)));
        story.texts.extend(facts.text.map(|text| (document.id.clone(), text)));
        story.documents.push(document);
    }
    story.copies = copies(&story.documents, &originals);
    story.entities = phrases.all();
    story.merges = std::mem::take(&mut table.merges);
    story.merges.iter_mut().for_each(|merge| merge.reason = shared.one(&merge.reason));
    let mut judge = Judge::new(decisions);
    judge.accept(&mut story.statements);
    let rejected = judge.take_rejected(&mut story.statements);
    identify(&mut story, &table, lexicon);
    complete(&mut story, lexicon.ontology, mint);
    judge.accept(&mut story.statements);
    story.statements.extend(rejected);
    drop_lesser(&mut story);
    judge.drop_rejected(&mut story.statements);
    (story.accepted, story.unmet) = judge.finish();
    story.unmet.append(&mut table.unmet);
    story.unmet.sort();
    keep_relevant(&mut story, &table, lexicon);
    drop(table);
    sort(&mut story);
    story
}

/// By what it says, and by its place only where that is the same: the names of files, which change, decide nothing.
fn order(document: &DocumentRecord) -> (&str, &str) {
    (&document.id, &document.path)
}

impl DocumentRecord {
    /// An article as the graph names it.
    pub fn of(article: &Article, mint: &Mint) -> Self {
        let (url, title) = (article.url.as_deref(), article.title.as_deref());
        Self {
            id: mint.document(&article.path, url, title, &article.text).into(),
            path: article.path.clone(),
            url: article.url.clone(),
            title: article.title.clone(),
            publisher: article.publisher.clone(),
            date: article.date.as_ref().map(|date| date.text.clone()),
        }
    }
}

/// Copies by their IRIs, with the first article that has their text: the oldest, of those the one with the lowest IRI.
fn copies(documents: &[Arc<DocumentRecord>], originals: &[usize]) -> BTreeMap<Arc<str>, Arc<str>> {
    let age = |document: &DocumentRecord| (document.date.is_none(), document.date.clone());
    let mut oldest: BTreeMap<usize, &DocumentRecord> = BTreeMap::new();
    for (document, original) in documents.iter().zip(originals) {
        let first = oldest.entry(*original).or_insert(document);
        if age(document) < age(first) {
            *first = document;
        }
    }
    let pairs =
        documents.iter().zip(originals).map(|(document, original)| (&document.id, &oldest[original].id));
    pairs.filter(|(copy, original)| copy != original).map(|(copy, one)| (copy.clone(), one.clone())).collect()
}

/// Sorts all lists, and keeps one of the statements that say the same in the same sentence, as sure as the surest.
fn sort(story: &mut Story) {
    let side = |reference: &Option<EntityReference>| reference.as_ref().map(|entity| entity.id.clone());
    let object = |statement: &Statement| match &statement.object {
        None => None,
        Some(Argument::Entity(entity)) => Some(entity.id.clone()),
        Some(Argument::Literal(literal)) => Some(literal.value.clone()),
    };
    story.statements.sort_by_cached_key(|statement| {
        (
            statement.document.path.clone(),
            statement.sentence.begin,
            statement.relation.clone(),
            side(&statement.subject),
            object(statement),
            statement.polarity,
            !statement.asserted,
            statement.trigger.begin,
        )
    });
    story.statements.dedup_by(|later, earlier| {
        let same = later.document.id == earlier.document.id
            && later.sentence == earlier.sentence
            && later.relation_iri == earlier.relation_iri
            && side(&later.subject) == side(&earlier.subject)
            && object(later) == object(earlier)
            && later.polarity == earlier.polarity
            && later.asserted == earlier.asserted;
        if same {
            earlier.confidence = earlier.confidence.max(later.confidence);
            if story.accepted.contains(&later.id) {
                story.accepted.insert(earlier.id.clone());
            }
        }
        same
    });
    story.statements.sort_by_cached_key(|statement| {
        (
            statement.document.path.clone(),
            statement.sentence.begin,
            statement.trigger.begin,
            statement.relation.clone(),
            statement.id.clone(),
        )
    });
    let kept: BTreeSet<&str> = story.statements.iter().map(|statement| statement.id.as_ref()).collect();
    story.inferences.retain(|statement, _| kept.contains(statement.as_ref()));
    story.accepted.retain(|statement| kept.contains(statement.as_ref()));
    story.documents.sort_by(|a, b| (&a.path, &a.id).cmp(&(&b.path, &b.id)));
    story.merges.sort();
    story.merges.dedup();
    story.entities.sort_by(|a, b| a.id.cmp(&b.id));
    story.attributions.sort_by_cached_key(|attribution| {
        let cue = attribution.cue.as_ref().map(|cue| cue.begin);
        (attribution.document.path.clone(), attribution.content.begin, attribution.content.end, cue)
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::confidence::Confidence;
    use crate::sample;

    #[test]
    fn what_a_sentence_says_twice_is_as_sure_as_the_surer_of_the_two() {
        let mut story = sample::story();
        let told = story.statements.len();
        for hundredths in [98, 5] {
            let mut again = story.statements[0].clone();
            again.trigger.begin += 1;
            again.confidence = Confidence::of_hundredths(hundredths);
            story.statements.push(again);
        }
        let first = story.statements[0].id.clone();
        sort(&mut story);
        assert_eq!(story.statements.len(), told);
        let kept = story.statements.iter().find(|statement| statement.id == first).unwrap();
        assert_eq!((kept.confidence, kept.trigger.begin), (Confidence::of_hundredths(98), 20));
    }
}
