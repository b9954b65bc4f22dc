//! A disagreement in a few words: what its sides disagree about.

use crate::story::Statement;

use super::disagreement::{Disagreement, DisagreementKind};

impl Disagreement<'_> {
    /// What the sides disagree about, as a question: `Ida Lund met_with Tor Vik, when?`
    pub fn question(&self) -> String {
        let Some(first) = self.statements().next() else { return String::new() };
        let (who, relation, what) = (subject(first), &*first.relation, object(first));
        let line = match self.kind {
            DisagreementKind::Polarity | DisagreementKind::Accusation => format!("{who} {relation} {what}"),
            DisagreementKind::Quantity | DisagreementKind::Figures => {
                format!("{who} {relation} {what}, how many?")
            }
            DisagreementKind::Date => format!("{who} {relation} {what}, when?"),
            DisagreementKind::Place => format!("{who} {relation} {what}, where?"),
            DisagreementKind::Subject | DisagreementKind::Office => format!("who? {relation} {what}"),
            DisagreementKind::Object => format!("{who} {relation} what?"),
            DisagreementKind::Relation => {
                let claims: Vec<&str> = self.sides.iter().map(|side| side.claim.as_str()).collect();
                format!("{who}: {}? {what}", claims.join(" or "))
            }
        };
        line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").replace(" ,", ",")
    }
}

fn subject(statement: &Statement) -> &str {
    statement.subject.as_ref().map_or("(somebody)", |subject| &subject.label)
}

fn object(statement: &Statement) -> &str {
    statement.object.as_ref().map_or("", |object| object.label())
}
