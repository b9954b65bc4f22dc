//! An event, as its reports tell it.

use crate::story::{EntityReference, Polarity, Statement};

use super::days::{Days, days};

/// What happened, by the statements that tell of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event<'a> {
    /// At least one, the earliest published first.
    pub reports: Vec<&'a Statement>,
}

impl<'a> Event<'a> {
    /// The report that the event is known by: the earliest, which stays the earliest as a folder grows.
    pub fn first(&self) -> &'a Statement {
        self.reports[0]
    }

    /// The days that all dated reports allow.
    pub fn days(&self) -> Option<Days> {
        let mut dated = self.reports.iter().filter_map(|report| days(report));
        let first = dated.next()?;
        Some(dated.fold(first, |known, other| known.common(other).unwrap_or(known)))
    }

    /// Where it happened, by the first report that tells.
    pub fn place(&self) -> Option<&'a EntityReference> {
        self.reports.iter().find_map(|report| report.place.as_ref())
    }

    /// The reports that tell of it as a fact, in their outlet's own voice.
    pub fn in_own_voice(&self) -> impl Iterator<Item = &'a Statement> {
        self.reports.iter().copied().filter(|report| is_own_voice(report))
    }
}

/// Whether an outlet says so itself, as a fact.
fn is_own_voice(statement: &Statement) -> bool {
    statement.asserted && statement.polarity == Polarity::Positive && statement.attributed_to.is_none()
}
