//! Which entity the user means.

use std::sync::Arc;

use anyhow::bail;

use crate::graph::{Named, Namespaces};

use crate::terminal::near::near_names;
use crate::terminal::table::printable;

/// The IRI of the entity with this IRI (whole or with a prefix), canonical name or other name; letter case counts only where
/// names differ in nothing else.
///
/// # Errors
/// Returns an error that names the nearest known names, or the entities that share the name.
pub fn find_entity(names: &[Named], namespaces: &Namespaces, name: &str) -> anyhow::Result<Arc<str>> {
    let iri = namespaces.expand(name);
    let lower = name.to_lowercase();
    let tests: [&dyn Fn(&Named) -> bool; 5] = [
        &|entity| Some(&*entity.id) == iri.as_deref(),
        &|entity| *entity.label == *name,
        &|entity| entity.label.to_lowercase() == lower,
        &|entity| entity.alternative_labels.iter().any(|label| label == name),
        &|entity| entity.alternative_labels.iter().any(|label| label.to_lowercase() == lower),
    ];
    for test in tests {
        let matching: Vec<&Named> = names.iter().filter(|entity| test(entity)).collect();
        match matching.as_slice() {
            [] => {}
            [entity] => return Ok(entity.id.clone()),
            several => {
                bail!("{name:?} may be any of these; give one of the IRIs:{}", told(several, namespaces))
            }
        }
    }
    let labels = names.iter().flat_map(|entity| {
        let others = entity.alternative_labels.iter().map(String::as_str);
        std::iter::once(&*entity.label).chain(others)
    });
    match near_names(name, labels).as_slice() {
        [] => bail!("the graph has no entity {name:?}; `newsgraph query entities` shows those it has"),
        near => bail!("the graph has no entity {name:?}; did you mean {}?", near.join(" or ")),
    }
}

/// The entities, one a line, as `newsgraph explain` takes them.
fn told(entities: &[&Named], namespaces: &Namespaces) -> String {
    let line = |entity: &&Named| printable(&format!("{}  {}", namespaces.display(&entity.id), entity.label));
    entities.iter().map(|entity| format!("\n  {}", line(entity))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn found(name: &str) -> Result<String, String> {
        let names = Named::of_story(&sample::story());
        find_entity(&names, &Namespaces::new(crate::story::DEFAULT_BASE), name)
            .map(|id| id.to_string())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn names_other_names_and_iris_are_understood() {
        for name in [
            "Ida Lund",
            "ida lund",
            "the Ida Lund",
            "id:ida-lund",
            "<https://w3id.org/newsgraph/id/ida-lund>",
        ] {
            assert_eq!(found(name).as_deref(), Ok("https://w3id.org/newsgraph/id/ida-lund"), "{name}");
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_near_ones() {
        assert!(found("Ida Lunt").unwrap_err().contains("did you mean Ida Lund"));
        assert!(found("Quebec").unwrap_err().contains("newsgraph query entities"));
    }

    #[test]
    fn a_shared_name_is_answered_with_the_iris() {
        let mut names = Named::of_story(&sample::story());
        for entity in &mut names {
            entity.alternative_labels.push("Bo".to_owned());
        }
        let namespaces = Namespaces::new(crate::story::DEFAULT_BASE);
        let error = find_entity(&names, &namespaces, "Bo").unwrap_err().to_string();
        assert!(error.contains("\n  id:ida-lund  Ida Lund\n  id:kalmar-bay  Kalmar Bay"), "{error}");
    }
}
