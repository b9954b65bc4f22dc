//! `ng:goesBefore`: of two relations that fit the same words the narrower one is meant ("asked for the troops" is a request
//! for help, no demand). Which of two is the narrower the ontology says, since nothing in a sentence does.

use crate::vocabulary as v;

use super::error::Problem;
use super::facts::Facts;
use super::ids::RelationId;
use super::locator::local_name;
use super::relation::Relation;

/// Fills in what each relation goes before; a name of no relation is a problem, for nothing would come of it.
pub(super) fn read(facts: &Facts, relations: &mut [Relation], problems: &mut Vec<Problem>) {
    let iris: Vec<String> = relations.iter().map(|relation| relation.iri.clone()).collect();
    for relation in relations {
        for wider in facts.nodes(&relation.iri, v::NG_GOES_BEFORE) {
            match iris.iter().position(|iri| iri == wider) {
                Some(place) => relation.goes_before.push(RelationId(place)),
                // A folder of a user's own may repeat a file of ours without those that it speaks of.
                None if wider.starts_with(v::NG) => {}
                None => problems.push(unknown(facts, relation, wider)),
            }
        }
    }
}

fn unknown(facts: &Facts, relation: &Relation, wider: &str) -> Problem {
    let message = format!(
        "{} goes before {}, which is no relation here: mend the name, or load the file that declares it, too",
        relation.name,
        local_name(wider)
    );
    Problem { location: facts.location(&relation.iri), column: None, message }
}
