//! What spans articles: events that more than one statement reports, as nodes of their own in the default graph (a kind of `sem:Event`,
//! van Hage et al. 2011), and which statements contradict each other. The statement that reports an event says so in its article's
//! graph.

use crate::disagreements::disagreements;
use crate::events::{Event, events};
use crate::story::{Mint, Statement, Story, Witnesses};
use crate::vocabulary as v;

use super::standing::Standing;
use super::terms::{date, offset, string};
use super::writer::Writer;

impl Writer<'_> {
    /// The events that several statements report.
    pub fn events(&mut self, story: &Story, mint: &Mint) {
        let witnesses = Witnesses::of(story);
        for event in events(story, self.ontology).iter().filter(|event| event.reports.len() > 1) {
            self.event(event, &witnesses, mint);
        }
    }

    fn event(&mut self, event: &Event<'_>, witnesses: &Witnesses<'_>, mint: &Mint) {
        let first = event.first();
        let node = self.iri(&mint.event(&first.id));
        for class in [v::NG_REPORTED_EVENT, v::NG_EVENT, v::SEM_EVENT] {
            self.link(None, node, v::RDF_TYPE, class);
        }
        self.literal(None, node, v::NG_RELATION, string(&first.relation));
        if let Some(subject) = event.reports.iter().find_map(|report| report.subject.as_ref()) {
            self.link(None, node, v::SEM_HAS_ACTOR, &subject.id);
            self.link(None, node, v::RDF_SUBJECT, &subject.id);
        }
        if let Some(object) = event.reports.iter().find_map(|report| report.object.as_ref()) {
            let object = self.argument(object);
            self.add(None, node, v::RDF_OBJECT, object);
        }
        if let Some(place) = event.place() {
            self.link(None, node, v::SEM_HAS_PLACE, &place.id);
        }
        if let Some(days) = event.days() {
            self.literal(None, node, v::SEM_EARLIEST_BEGIN, date(&days.first.to_string()));
            self.literal(None, node, v::SEM_LATEST_END, date(&days.last.to_string()));
        }
        let sure: Vec<&Statement> = event
            .in_own_voice()
            .filter(|report| Standing::of(report, self.ontology) == Standing::Fact)
            .collect();
        self.literal(None, node, v::NG_INDEPENDENT, offset(witnesses.count(event.reports.iter().copied())));
        self.literal(None, node, v::NG_OWN_VOICE, offset(witnesses.count(sure)));
        for report in &event.reports {
            let graph = self.graph_of(&report.document.id);
            let statement = self.iri(&report.id);
            self.add(graph, statement, v::NG_REPORTS, node);
        }
    }

    /// That a statement contradicts those of the other sides, and they it. What an outlet takes back is left out: it no longer says so.
    pub fn contradictions(&mut self, story: &Story) {
        for disagreement in disagreements(story, self.ontology).iter().filter(|one| !one.correction) {
            for (place, side) in disagreement.sides.iter().enumerate() {
                let others = disagreement.sides.iter().enumerate().filter(|(other, _)| *other != place);
                let others: Vec<&Statement> =
                    others.filter_map(|(_, other)| other.statements.first().copied()).collect();
                for statement in &side.statements {
                    for other in &others {
                        self.contradicts(statement, other);
                        self.contradicts(other, statement);
                    }
                }
            }
        }
    }

    fn contradicts(&mut self, statement: &Statement, other: &Statement) {
        let graph = self.graph_of(&statement.document.id);
        let node = self.iri(&statement.id);
        self.link(graph, node, v::NG_CONTRADICTS, &other.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::terms::iri;
    use crate::sample;
    use crate::story::Polarity;

    fn values(story: &Story, predicate: &str) -> Vec<String> {
        let dataset = super::super::dataset(story, &sample::ontology(), &Mint::default());
        let predicate = iri(predicate);
        let mut values: Vec<String> = dataset
            .quads()
            .filter(|quad| quad.predicate == predicate.as_ref())
            .map(|quad| quad.object.to_string())
            .collect();
        values.sort();
        values
    }

    #[test]
    fn what_two_articles_tell_is_one_event_and_one_outlet_one_witness() {
        let mut story = sample::story();
        assert!(values(&story, v::NG_REPORTS).is_empty());
        story.statements[1].polarity = Polarity::Positive;
        let reports = values(&story, v::NG_REPORTS);
        assert_eq!((reports.len(), reports[0] == reports[1]), (2, true));
        assert!(values(&story, v::NG_INDEPENDENT)[0].starts_with("\"1\""));
    }

    #[test]
    fn contradictions_lead_both_ways() {
        let mut story = sample::story();
        let mut document = (*story.statements[1].document).clone();
        document.publisher = Some("Herald".to_owned());
        story.statements[1].document = document.into();
        let mut wanted: Vec<String> =
            story.statements[..2].iter().map(|one| iri(&one.id).to_string()).collect();
        wanted.sort();
        assert_eq!(values(&story, v::NG_CONTRADICTS), wanted);
    }
}
