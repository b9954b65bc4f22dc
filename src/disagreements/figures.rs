//! Figures that differ and may all be right: up to 300 officers, dozens, more than 100, not all 2,595. No source contradicts another, and
//! still a reader wants to see them side by side.

use std::collections::BTreeMap;

use crate::ontology::Ontology;
use crate::story::{Polarity, Statement, Story};

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, grouped, source};
use super::quantity::{counted, counting};

/// The figures of each thing that several sources count, in articles on one affair.
pub fn figures<'a>(story: &'a Story, ontology: &'a Ontology) -> Vec<Disagreement<'a>> {
    let ground = Ground::new(story, ontology);
    let with_figure = story.statements.iter().filter(|one| one.asserted && one.quantity.is_some());
    let groups = grouped(with_figure, |one| {
        let counted = counted(one)?;
        Some((counting(&ground, one), counted.rsplit(' ').next()?.to_owned()))
    });
    groups
        .values()
        .flat_map(|group| affairs(group, &ground))
        .filter_map(|group| sides(&group, &ground))
        .collect()
}

/// The statements by affair.
fn affairs<'a>(group: &[&'a Statement], ground: &Ground<'a>) -> Vec<Vec<&'a Statement>> {
    let mut affairs: Vec<Vec<&Statement>> = Vec::new();
    for &statement in group {
        match affairs
            .iter_mut()
            .find(|affair| affair.iter().any(|other| ground.same_affair(statement, other)))
        {
            Some(affair) => affair.push(statement),
            None => affairs.push(vec![statement]),
        }
    }
    affairs
}

fn sides<'a>(group: &[&'a Statement], ground: &Ground<'a>) -> Option<Disagreement<'a>> {
    let mut sides: BTreeMap<String, Vec<&Statement>> = BTreeMap::new();
    for &statement in group {
        let figure = statement.quantity.as_ref()?.text.to_lowercase();
        let claim = if statement.polarity == Polarity::Negative { format!("not {figure}") } else { figure };
        sides.entry(claim).or_default().push(statement);
    }
    let several = group.iter().any(|one| source(one) != source(group[0]));
    let sides: Vec<(String, Vec<&Statement>)> = sides.into_iter().collect();
    if several { ground.disagreement(DisagreementKind::Figures, sides) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::Quantity;

    #[test]
    fn figures_stand_side_by_side_though_they_contradict_nobody() {
        let mut story = sample::story();
        for (place, (text, max)) in [("up to 300", 300.0), ("dozens", 400.0)].into_iter().enumerate() {
            story.statements[place].quantity =
                Some(Quantity { text: text.to_owned(), min: None, max: Some(max) });
        }
        let ontology = sample::ontology();
        let found = figures(&story, &ontology);
        let claims: Vec<&str> = found[0].sides.iter().map(|side| side.claim.as_str()).collect();
        assert_eq!(claims, ["not dozens", "up to 300"]);
    }
}
