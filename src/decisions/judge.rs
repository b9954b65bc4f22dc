//! Decisions about statements at work: what is rejected leaves the story, what is accepted is sure.
//!
//! What is rejected must not help to infer anything, but its sentence must not say the same again by another word or with
//! less. So it is set aside first and dropped last, with all that says the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::confidence::Confidence;
use crate::story::{Argument, Polarity, Statement, Unmet};
use crate::vocabulary::local_name;

use super::file::{Decisions, Ruling, StatementDecision};

/// Keeps account of which decisions have found their statements.
pub struct Judge<'a> {
    /// By the last part of the statement's IRI.
    decisions: BTreeMap<&'a str, &'a StatementDecision>,
    met: BTreeSet<&'a str>,
    accepted: BTreeSet<Arc<str>>,
}

/// What a sentence says of whom, whichever of its words say it.
type Claim = (Arc<str>, usize, Arc<str>, [Option<Arc<str>>; 2], Polarity, bool);

impl<'a> Judge<'a> {
    /// A judge by these decisions.
    pub fn new(decisions: &'a Decisions) -> Self {
        let by_name = decisions.statements().map(|decision| (decision.statement.as_str(), decision));
        Self { decisions: by_name.collect(), met: BTreeSet::new(), accepted: BTreeSet::new() }
    }

    /// Makes what is accepted sure.
    pub fn accept(&mut self, statements: &mut [Statement]) {
        for statement in statements {
            if self.is_decided(statement, Ruling::Accept) {
                statement.confidence = Confidence::FULL;
                self.accepted.insert(statement.id.clone());
            }
        }
    }

    /// Takes out what is rejected.
    pub fn take_rejected(&mut self, statements: &mut Vec<Statement>) -> Vec<Statement> {
        if self.decisions.is_empty() {
            return Vec::new();
        }
        let all = std::mem::take(statements);
        let (rejected, kept) =
            all.into_iter().partition(|statement| self.is_decided(statement, Ruling::Reject));
        *statements = kept;
        rejected
    }

    /// Drops what is rejected, and what says the same in the same sentence unless it is accepted.
    pub fn drop_rejected(&mut self, statements: &mut Vec<Statement>) {
        let rejected: BTreeSet<Claim> = self.take_rejected(statements).iter().map(claim).collect();
        if !rejected.is_empty() {
            statements.retain(|statement| {
                self.accepted.contains(&statement.id) || !rejected.contains(&claim(statement))
            });
        }
    }

    /// The statements that were accepted, and the decisions that found none, in the order of the file.
    pub fn finish(self) -> (BTreeSet<Arc<str>>, Vec<Unmet>) {
        let unmet =
            self.decisions.values().filter(|decision| !self.met.contains(decision.statement.as_str()));
        let mut unmet: Vec<Unmet> =
            unmet.map(|decision| Unmet { line: decision.line, message: lost(decision) }).collect();
        unmet.sort();
        (self.accepted, unmet)
    }

    fn is_decided(&mut self, statement: &Statement, ruling: Ruling) -> bool {
        match self.decisions.get_key_value(local_name(&statement.id)) {
            Some((&name, decision)) if decision.ruling == ruling => {
                self.met.insert(name);
                true
            }
            _ => false,
        }
    }
}

fn lost(decision: &StatementDecision) -> String {
    format!(
        "“{decision}” finds no statement: its article is not here, was changed, or is read in another way now; delete the \
         line, or decide anew with `newsgraph review`"
    )
}

fn claim(statement: &Statement) -> Claim {
    let subject = statement.subject.as_ref().map(|subject| subject.id.clone());
    let object = statement.object.as_ref().map(Argument::key).cloned();
    (
        statement.document.id.clone(),
        statement.sentence.begin,
        statement.relation_iri.clone(),
        [subject, object],
        statement.polarity,
        statement.asserted,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn what_is_accepted_is_sure_and_what_is_rejected_goes_with_its_likes() {
        let mut statements = sample::story().statements;
        let (sure, wrong) = (statements[0].clone(), statements[1].clone());
        statements.push(Statement { id: "http://a.example/statement/again".into(), ..wrong.clone() });
        let before = statements.len();
        let text = format!("accept\t{}\nreject\t{}\tno\n", local_name(&sure.id), wrong.id);
        let decisions = Decisions::parse(&text).expect("sound");
        let mut judge = Judge::new(&decisions);
        judge.accept(&mut statements);
        judge.drop_rejected(&mut statements);
        let (accepted, unmet) = judge.finish();
        assert_eq!(statements.len(), before - 2);
        assert!(statements.iter().all(|one| (one.confidence == Confidence::FULL) == (one.id == sure.id)));
        assert_eq!((accepted.into_iter().collect::<Vec<_>>(), unmet), (vec![sure.id], vec![]));
    }

    #[test]
    fn a_decision_that_finds_nothing_is_told() {
        let decisions = Decisions::parse("# gone\nreject\tffff\naccept\teeee\n").expect("sound");
        let mut judge = Judge::new(&decisions);
        judge.drop_rejected(&mut sample::story().statements);
        let (_, unmet) = judge.finish();
        let lines: Vec<usize> = unmet.iter().map(|unmet| unmet.line).collect();
        assert_eq!(lines, [2, 3]);
        assert!(unmet[0].message.starts_with("“reject  ffff” finds no statement"), "{unmet:?}");
    }
}
