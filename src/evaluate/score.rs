//! Precision, recall and F1 of statements, and how often what was found is found rightly.
//!
//! A statement finds a gold one where document and relation are the same, the gold quotation stands in its sentence
//! (or the sentence in the quotation), and subject and object agree by name. Each gold statement is found once;
//! another reading of it is neither right nor wrong. What finds none is false. Polarity, assertedness, speaker and
//! quantity do not decide whether a statement is found: they are counted by themselves over those that are.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::story::Statement;

use super::agreement::{agrees, flat, is_same, names, object_names};
use super::gold::GoldStatement;

/// How many gold statements there are and were found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Gold statements that must be found.
    pub required: usize,
    /// Of these, those that were found.
    pub found: usize,
    /// Optional ones that were found.
    pub optional: usize,
    /// Statements that agree with no gold one.
    pub wrong: usize,
}

impl Counts {
    /// The share of right ones among those found; `None` where nothing was found.
    pub fn precision(&self) -> Option<f64> {
        ratio(self.found + self.optional, self.found + self.optional + self.wrong)
    }

    /// The share of the required ones that were found; `None` where none is required.
    pub fn recall(&self) -> Option<f64> {
        ratio(self.found, self.required)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> Option<f64> {
        let (precision, recall) = (self.precision()?, self.recall()?);
        let sum = precision + recall;
        Some(if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 })
    }

    fn add(&mut self, other: &Self) {
        self.required += other.required;
        self.found += other.found;
        self.optional += other.optional;
        self.wrong += other.wrong;
    }
}

fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// What is right or wrong about a statement that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// The subject's label, not only its mention, is an accepted name.
    SubjectResolved,
    /// The same of the object.
    ObjectResolved,
    /// Affirmed or denied.
    Polarity,
    /// Told as a fact or not.
    Asserted,
    /// Who says so, if anybody does.
    Attribution,
    /// The number words of subject or object.
    Quantity,
}

/// What an evaluation found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evaluation<'a> {
    /// Counts by the relation's local name.
    pub relations: BTreeMap<&'a str, Counts>,
    /// How many of the statements found are right in an aspect, and of how many.
    pub aspects: BTreeMap<Aspect, (usize, usize)>,
    /// Required gold statements that were not found, in their order.
    pub missed: Vec<&'a GoldStatement>,
    /// Statements that agree with no gold one, in their order.
    pub wrong: Vec<&'a Statement>,
}

impl Evaluation<'_> {
    /// The counts of all relations together.
    pub fn overall(&self) -> Counts {
        let mut all = Counts::default();
        self.relations.values().for_each(|counts| all.add(counts));
        all
    }
}

/// The file name of an article's path, by which gold files know it.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Holds statements against gold ones. Only articles of the gold count, and only relations in `relations` where it
/// names any.
pub fn evaluate<'a>(
    gold: &'a [GoldStatement],
    statements: &'a [Statement],
    relations: &BTreeSet<String>,
) -> Evaluation<'a> {
    let counts = |relation: &str| relations.is_empty() || relations.contains(relation);
    let gold: Vec<&GoldStatement> = gold.iter().filter(|gold| counts(&gold.relation)).collect();
    let documents: BTreeSet<&str> = gold.iter().map(|gold| file_name(&gold.document)).collect();
    let judged = statements.iter().filter(|statement| {
        documents.contains(file_name(&statement.document.path)) && counts(&statement.relation)
    });
    let mut matching = Matching::new(&gold);
    judged.for_each(|statement| matching.place(statement));
    matching.evaluation()
}

/// Statements in search of gold ones.
struct Matching<'g, 'a> {
    gold: &'g [&'a GoldStatement],
    quotes: Vec<String>,
    by_place: BTreeMap<(&'a str, &'a str), Vec<usize>>,
    /// For every gold statement, the one that found it.
    found: Vec<Option<&'a Statement>>,
    wrong: Vec<&'a Statement>,
    /// What makes two wrong statements one: article, sentence, relation and arguments.
    seen: BTreeSet<[String; 5]>,
}

impl<'g, 'a> Matching<'g, 'a> {
    fn new(gold: &'g [&'a GoldStatement]) -> Self {
        let mut by_place: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        for (index, gold) in gold.iter().enumerate() {
            by_place.entry((file_name(&gold.document), &gold.relation)).or_default().push(index);
        }
        Self {
            gold,
            quotes: gold.iter().map(|gold| flat(&gold.quote)).collect(),
            by_place,
            found: vec![None; gold.len()],
            wrong: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    fn place(&mut self, statement: &'a Statement) {
        let sentence = flat(&statement.sentence.text);
        let (subject, object) = (names(statement.subject.as_ref()), object_names(statement));
        let document = file_name(&statement.document.path);
        let candidates = self.by_place.get(&(document, statement.relation.as_ref()));
        let hits: Vec<usize> = candidates
            .into_iter()
            .flatten()
            .copied()
            .filter(|&index| {
                let quote = &self.quotes[index];
                (sentence.contains(quote) || quote.contains(&sentence))
                    && agrees(&subject, &self.gold[index].subject)
                    && agrees(&object, &self.gold[index].object)
            })
            .collect();
        // A required one is taken before an optional one, then the one of the same polarity.
        let best = hits.iter().copied().filter(|&index| self.found[index].is_none()).min_by_key(|&index| {
            (self.gold[index].optional, self.gold[index].polarity != statement.polarity)
        });
        if let Some(best) = best {
            self.found[best] = Some(statement);
        } else if hits.is_empty() {
            let first = |names: &[&str]| names.first().copied().unwrap_or_default().to_owned();
            let key = [
                document.to_owned(),
                sentence,
                statement.relation.to_string(),
                first(&subject),
                first(&object),
            ];
            if self.seen.insert(key) {
                self.wrong.push(statement);
            }
        }
    }

    fn evaluation(self) -> Evaluation<'a> {
        let mut evaluation = Evaluation { wrong: self.wrong, ..Evaluation::default() };
        for (gold, found) in self.gold.iter().copied().zip(&self.found) {
            let counts = evaluation.relations.entry(&gold.relation).or_default();
            match (gold.optional, found) {
                (true, found) => counts.optional += usize::from(found.is_some()),
                (false, Some(_)) => counts.found += 1,
                (false, None) => evaluation.missed.push(gold),
            }
            counts.required += usize::from(!gold.optional);
            if let Some(statement) = found {
                for (aspect, is_right) in aspects(gold, statement) {
                    let (right, all) = evaluation.aspects.entry(aspect).or_default();
                    *right += usize::from(is_right);
                    *all += 1;
                }
            }
        }
        for statement in &evaluation.wrong {
            evaluation.relations.entry(&statement.relation).or_default().wrong += 1;
        }
        evaluation
    }
}

/// The aspects that the gold statement speaks of, and whether the other one has them right.
fn aspects(gold: &GoldStatement, statement: &Statement) -> Vec<(Aspect, bool)> {
    let label =
        |names: Vec<&str>, accepted: &[String]| names.first().is_some_and(|name| is_same(name, accepted));
    let speaker = names(statement.attributed_to.as_ref());
    let mut aspects = vec![
        (Aspect::Polarity, statement.polarity == gold.polarity),
        (Aspect::Asserted, statement.asserted == gold.asserted),
        (
            Aspect::Attribution,
            agrees(&speaker, &gold.attributed_to) && (speaker.is_empty() == gold.attributed_to.is_empty()),
        ),
    ];
    if !gold.subject.is_empty() {
        let is_right = label(names(statement.subject.as_ref()), &gold.subject);
        aspects.push((Aspect::SubjectResolved, is_right));
    }
    if !gold.object.is_empty() {
        aspects.push((Aspect::ObjectResolved, label(object_names(statement), &gold.object)));
    }
    if let Some(quantity) = gold.quantity.as_ref().filter(|quantity| !quantity.is_empty()) {
        let read = statement.quantity.as_ref();
        let is_right = read.is_some_and(|read| is_same(&read.text, std::slice::from_ref(quantity)));
        aspects.push((Aspect::Quantity, is_right));
    }
    aspects
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::Polarity;

    fn gold(relation: &str, polarity: Polarity, optional: bool) -> GoldStatement {
        GoldStatement {
            document: "ferry.txt".to_owned(),
            quote: "Nordholm Lines did".to_owned(),
            relation: relation.to_owned(),
            subject: vec!["Nordholm".to_owned()],
            object: Vec::new(),
            polarity,
            asserted: true,
            attributed_to: Vec::new(),
            quantity: None,
            optional,
        }
    }

    #[test]
    fn what_is_found_missed_and_wrong_is_counted() {
        let statements = sample::story().statements;
        let gold = [
            gold("charged_with", Polarity::Negative, false),
            gold("charged_with", Polarity::Positive, true),
            gold("sued", Polarity::Positive, false),
        ];
        let evaluation = evaluate(&gold, &statements, &BTreeSet::new());
        // The one statement of this article finds the required gold one, though its polarity is the other one's.
        let charged = evaluation.relations["charged_with"];
        assert_eq!(charged, Counts { required: 1, found: 1, optional: 0, wrong: 0 });
        assert_eq!(evaluation.missed, [&gold[2]]);
        assert_eq!(evaluation.wrong.len(), 1, "the carried one is in no gold");
        assert_eq!(evaluation.aspects[&Aspect::Polarity], (0, 1));
        assert_eq!(evaluation.overall().precision(), Some(0.5));
        assert_eq!(evaluation.overall().recall(), Some(0.5));
        assert_eq!(evaluation.overall().f1(), Some(0.5));
    }

    #[test]
    fn only_the_named_relations_and_articles_count() {
        let statements = sample::story().statements;
        let gold = [gold("charged_with", Polarity::Positive, false)];
        let evaluation = evaluate(&gold, &statements, &BTreeSet::from(["charged_with".to_owned()]));
        assert!(evaluation.wrong.is_empty());
        assert_eq!(evaluation.overall().f1(), Some(1.0));
    }

    #[test]
    fn nothing_found_is_no_precision() {
        let counts = Counts { required: 2, ..Counts::default() };
        assert_eq!((counts.precision(), counts.recall(), counts.f1()), (None, Some(0.0), None));
    }
}
