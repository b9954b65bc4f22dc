//! Which entity the user means.

use anyhow::bail;

use crate::graph::Namespaces;
use crate::story::{Entity, Statement, Story, in_one_line};

use super::near::near_names;
use super::table::printable;

/// The entity with this IRI (whole or with a prefix), canonical name or other name; letter case counts only where
/// names differ in nothing else.
///
/// # Errors
/// Returns an error that names the nearest known names, or the entities that share the name.
pub fn find_entity<'a>(story: &'a Story, namespaces: &Namespaces, name: &str) -> anyhow::Result<&'a Entity> {
    let iri = namespaces.expand(name);
    let lower = name.to_lowercase();
    let tests: [&dyn Fn(&Entity) -> bool; 5] = [
        &|entity| Some(&*entity.id) == iri.as_deref(),
        &|entity| *entity.label == *name,
        &|entity| entity.label.to_lowercase() == lower,
        &|entity| entity.alternative_labels.iter().any(|label| label == name),
        &|entity| entity.alternative_labels.iter().any(|label| label.to_lowercase() == lower),
    ];
    for test in tests {
        let matching: Vec<&Entity> = story.entities.iter().filter(|entity| test(entity)).collect();
        match matching.as_slice() {
            [] => {}
            [entity] => return Ok(entity),
            several => {
                bail!(
                    "{name:?} may be any of these; give one of the IRIs:{}",
                    told(several, story, namespaces)
                )
            }
        }
    }
    let labels = story.entities.iter().flat_map(|entity| {
        let others = entity.alternative_labels.iter().map(String::as_str);
        std::iter::once(&*entity.label).chain(others)
    });
    match near_names(name, labels).as_slice() {
        [] => bail!("the graph has no entity {name:?}; `newsgraph query entities` shows those it has"),
        near => bail!("the graph has no entity {name:?}; did you mean {}?", near.join(" or ")),
    }
}

/// The entities, one a line, told apart by the first things that are said of each.
fn told(entities: &[&Entity], story: &Story, namespaces: &Namespaces) -> String {
    const DEEDS: usize = 2;
    let deeds = |entity: &Entity| {
        let said = |statement: &&Statement| {
            let object = statement.object_entity();
            statement.subject.iter().chain(object).any(|reference| reference.id == entity.id)
        };
        let deeds: Vec<String> = story.statements.iter().filter(said).take(DEEDS).map(in_one_line).collect();
        if deeds.is_empty() { "named only".to_owned() } else { deeds.join("; ") }
    };
    let line = |entity: &&Entity| {
        printable(&format!("{}  {} ({})", namespaces.display(&entity.id), entity.label, deeds(entity)))
    };
    entities.iter().map(|entity| format!("\n  {}", line(entity))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn found(name: &str) -> Result<String, String> {
        let story = sample::story();
        find_entity(&story, &Namespaces::new(crate::story::DEFAULT_BASE), name)
            .map(|entity| entity.label.to_string())
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
            assert_eq!(found(name).as_deref(), Ok("Ida Lund"), "{name}");
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_near_ones() {
        assert!(found("Ida Lunt").unwrap_err().contains("did you mean Ida Lund"));
        assert!(found("Quebec").unwrap_err().contains("newsgraph query entities"));
    }

    #[test]
    fn a_shared_name_is_answered_with_the_iris() {
        let mut story = sample::story();
        for entity in &mut story.entities {
            entity.alternative_labels.push("Bo".to_owned());
        }
        let namespaces = Namespaces::new(crate::story::DEFAULT_BASE);
        let error = find_entity(&story, &namespaces, "Bo").unwrap_err().to_string();
        let lines: Vec<&str> = error.lines().collect();
        assert!(lines[1].starts_with("  id:ida-lund  Ida Lund ("), "{error}");
        assert!(lines.contains(&"  id:kalmar-bay  Kalmar Bay (named only)"), "{error}");
    }
}
