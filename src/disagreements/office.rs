//! Who holds an office that one person holds at a time. Only an office that says of what it is ("head of the Safety Office") is one
//! office: every country has a foreign minister.

use std::collections::BTreeSet;

use crate::events::is_name;
use crate::story::Statement;

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, content_words, grouped, published_together};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let changing = changing(ground);
    let lasting = ground.affirmed().filter(|one| ground.is(one, |relation| relation.lasts));
    let groups = grouped(lasting, |one| Some((one.relation_iri.clone(), sole_office(ground, one)?)));
    let sides = groups.values().map(|group| {
        let claim =
            |one: &Statement| one.subject.as_ref().map_or(String::new(), |holder| holder.label.to_string());
        ground.sides(group, claim, |one, other| is_other_holder(&changing, one, other))
    });
    sides.filter_map(|sides| ground.disagreement(DisagreementKind::Office, sides)).collect()
}

/// The office's words, in lower case, if one person holds it at a time.
fn sole_office(ground: &Ground<'_>, statement: &Statement) -> Option<String> {
    let office = statement.object_entity()?;
    let label = office.label.to_lowercase();
    let (post, _) = label.split_once(" of ")?;
    let words = &ground.ontology.words;
    let last = post.rsplit(' ').next()?;
    let is_sole = |post: &str| words.reports.sole_offices.contains(post);
    // "A director of the agency" is one of several; "the director", or "Ida Lund, director of the agency", is the one.
    let mention = office.mention.to_lowercase();
    let definite =
        !mention.starts_with("a ") && !mention.starts_with("an ") && is_sole(&format!("the {last}"));
    let has_rank = post.split(' ').any(|word| words.ranks.contains(word));
    ((is_sole(post) || is_sole(last) || definite) && !has_rank).then_some(label)
}

fn is_other_holder(changing: &BTreeSet<&str>, one: &Statement, other: &Statement) -> bool {
    let (Some(holder), Some(another)) = (&one.subject, &other.subject) else { return false };
    is_name(holder)
        && is_name(another)
        && holder.id != another.id
        && content_words(&holder.label).is_disjoint(&content_words(&another.label))
        && published_together(one, other)
        && !changing.contains(&*holder.id)
        && !changing.contains(&*another.id)
}

/// Of whom the story tells that they came into an office, or went: something else than holding it is told of them and an office.
fn changing<'a>(ground: &Ground<'a>) -> BTreeSet<&'a str> {
    let sole = &ground.ontology.words.reports.sole_offices;
    let of_office = |one: &&Statement| {
        let office = one.object.as_ref().map(|object| object.label().to_lowercase()).unwrap_or_default();
        let post = office.split(" of ").next().unwrap_or_default();
        let last = post.rsplit(' ').next().unwrap_or_default();
        (sole.contains(post) || sole.contains(last)) && !ground.is(one, |relation| relation.lasts)
    };
    let changes = ground.story.statements.iter().filter(of_office);
    changes.flat_map(Statement::references).map(|entity| &*entity.id).collect()
}
