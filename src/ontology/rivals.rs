//! Relations of which one sentence does not tell both of the same two: of `ng:goesBefore` the narrower is meant ("asked for the
//! troops" is a request for help, no demand), of `ng:excludes` the surer (who is cleared is not convicted). Which they are the
//! ontology says, since nothing in a sentence does.

use crate::vocabulary as v;

use super::error::Problem;
use super::facts::Facts;
use super::ids::RelationId;
use super::locator::local_name;
use super::relation::Relation;

/// Fills in what each relation goes before and excludes; a name of no relation is a problem, for nothing would come of it.
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
        let excluded = rivals(v::NG_EXCLUDES);
        for other in excluded {
            relations[place].excludes.push(other);
            // It holds both ways, whichever of the two says it.
            relations[other.0].excludes.push(RelationId(place));
        }
    }
    for relation in relations {
        relation.excludes.sort_unstable();
        relation.excludes.dedup();
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
