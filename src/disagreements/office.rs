//! Who holds an office that one person holds at a time. Only an office that says of what it is ("head of the Safety Office") is one
//! office: every country has a foreign minister.

use crate::events::is_name;
use crate::story::Statement;

use super::disagreement::{Disagreement, DisagreementKind};
use super::ground::{Ground, content_words, grouped, published_together};

pub fn find<'a>(ground: &Ground<'a>) -> Vec<Disagreement<'a>> {
    let lasting = ground.affirmed().filter(|one| ground.is(one, |relation| relation.lasts));
    let groups = grouped(lasting, |one| Some((one.relation_iri.clone(), sole_office(ground, one)?)));
    let sides = groups.values().map(|group| {
        let claim =
            |one: &Statement| one.subject.as_ref().map_or(String::new(), |holder| holder.label.to_string());
        ground.sides(group, claim, |one, other| is_other_holder(ground, one, other))
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

fn is_other_holder(ground: &Ground<'_>, one: &Statement, other: &Statement) -> bool {
    let (Some(holder), Some(another)) = (&one.subject, &other.subject) else { return false };
    is_name(holder)
        && is_name(another)
        && holder.id != another.id
        && content_words(&holder.label).is_disjoint(&content_words(&another.label))
        && published_together(one, other)
        && !changes_office(ground, &holder.id)
        && !changes_office(ground, &another.id)
}

/// Whether the story tells that somebody came into an office, or went: something else than holding it is told of him and an office.
fn changes_office(ground: &Ground<'_>, holder: &str) -> bool {
    let of_office = |one: &Statement| {
        let office = one.object.as_ref().map(|object| object.label().to_lowercase()).unwrap_or_default();
        let post = office.split(" of ").next().unwrap_or_default();
        let last = post.rsplit(' ').next().unwrap_or_default();
        let sole = &ground.ontology.words.reports.sole_offices;
        (sole.contains(post) || sole.contains(last)) && !ground.is(one, |relation| relation.lasts)
    };
    ground
        .story
        .statements
        .iter()
        .any(|one| one.references().any(|entity| &*entity.id == holder) && of_office(one))
}
