//! Relations of which one sentence does not tell both of the same two: of `ng:goesBefore` the narrower is meant ("asked for the
//! troops" is a request for help, no demand), of `ng:excludes` the surer (who is cleared is not convicted). And relations that
//! reports set against each other: `ng:contraryTo` (resigned, dismissed), `ng:countsWith` (died, killed). Which they are the
//! ontology says, since nothing in a sentence does.

use crate::vocabulary as v;

use super::error::Problem;
use super::facts::Facts;
use super::ids::RelationId;
use super::locator::local_name;
use super::relation::Relation;

/// Fills in what each relation goes before, excludes, is contrary to, counts with and answers; a name of no relation is a problem, for nothing would come of it.
pub(super) fn read(facts: &Facts, relations: &mut [Relation], problems: &mut Vec<Problem>) {
    let iris: Vec<String> = relations.iter().map(|relation| relation.iri.clone()).collect();
    for place in 0..relations.len() {
        let mut rivals = |predicate: &'static str| -> Vec<RelationId> {
            let mut known = Vec::new();
            for rival in facts.nodes(&iris[place], predicate) {
                match iris.iter().position(|iri| iri == rival) {
                    Some(rival) => known.push(RelationId(rival)),
                    // A folder of a user's own may repeat a file of ours without those that it speaks of.
                    None if rival.starts_with(v::NG) => {}
                    None => problems.push(unknown(facts, &iris[place], predicate, rival)),
                }
            }
            known
        };
        relations[place].goes_before = rivals(v::NG_GOES_BEFORE);
        relations[place].reporting.answers = rivals(v::NG_ANSWERS);
        let excluded = rivals(v::NG_EXCLUDES);
        let contrary = rivals(v::NG_CONTRARY_TO);
        let counted = rivals(v::NG_COUNTS_WITH);
        both_ways(relations, place, excluded, |relation| &mut relation.excludes);
        both_ways(relations, place, contrary, |relation| &mut relation.reporting.contrary_to);
        both_ways(relations, place, counted, |relation| &mut relation.reporting.counts_with);
    }
    for relation in relations {
        let reporting = &mut relation.reporting;
        for list in [&mut relation.excludes, &mut reporting.contrary_to, &mut reporting.counts_with] {
            list.sort_unstable();
            list.dedup();
        }
    }
}

/// Adds the others to the relation's list and the relation to theirs: it holds both ways, whichever of the two says it.
fn both_ways(
    relations: &mut [Relation],
    place: usize,
    others: Vec<RelationId>,
    list: impl Fn(&mut Relation) -> &mut Vec<RelationId>,
) {
    for other in others {
        list(&mut relations[place]).push(other);
        list(&mut relations[other.0]).push(RelationId(place));
    }
}

fn unknown(facts: &Facts, relation: &str, predicate: &str, rival: &str) -> Problem {
    let message = format!(
        "{} ng:{} {}, which is no relation here: mend the name, or load the file that declares it, too",
        local_name(relation),
        local_name(predicate),
        local_name(rival)
    );
    Problem { location: facts.location(relation), column: None, message }
}
