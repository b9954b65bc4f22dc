//! What INCEpTION exports as UIMA CAS JSON: a list of feature structures, among them the text and the relations, whose governor
//! is the subject and whose dependent is the object. (WebAnno TSV tells the same, column by column, in an order that each
//! project sets for itself.)

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::annotation::{Annotation, Argument, Marked, Place, characters_before};

const GOVERNOR: &str = "@Governor";
const DEPENDENT: &str = "@Dependent";
/// Features that hold a relation's name, the usual first.
const NAMES: [&str; 4] = ["label", "value", "relation", "role"];

/// The relations of a document.
pub fn read(place: &Place, document: &Value, marked: &mut Marked) {
    let all =
        document.get("%FEATURE_STRUCTURES").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let structures: Vec<&Map<String, Value>> = all.iter().filter_map(Value::as_object).collect();
    let text = structures.iter().find_map(|structure| structure.get("sofaString")?.as_str());
    let Some(text) = text else {
        marked.refuse(place, "the document has no text (sofaString); export it as UIMA CAS JSON 0.4");
        return;
    };
    let by_id: HashMap<u64, &Map<String, Value>> = structures
        .iter()
        .filter_map(|structure| Some((structure.get("%ID")?.as_u64()?, *structure)))
        .collect();
    let span = |relation: &Map<String, Value>, end: &str| {
        let structure = by_id.get(&relation.get(end)?.as_u64()?)?;
        let at =
            |key: &str| Some(characters_before(text, usize::try_from(structure.get(key)?.as_u64()?).ok()?));
        Some(Argument::Characters(at("begin")?, at("end")?))
    };
    for relation in structures.iter().filter(|structure| structure.contains_key(GOVERNOR)) {
        let name = NAMES.iter().find_map(|&feature| relation.get(feature)?.as_str());
        match (name, span(relation, GOVERNOR), span(relation, DEPENDENT)) {
            (Some(name), Some(subject), Some(object)) => marked.annotations.push(Annotation {
                place: place.clone(),
                text: text.to_owned(),
                relation: name.to_owned(),
                subject: Some(subject),
                object: Some(object),
                states: true,
            }),
            (None, ..) => marked.refuse(
                place,
                format!("a relation has no name; give its layer a feature called {}", NAMES.join(", ")),
            ),
            _ => marked.refuse(place, "an end of a relation is no span of the text; mark both ends"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn governors_are_subjects() {
        let document = serde_json::json!({"%FEATURE_STRUCTURES": [
            {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "Ann sued Bo."},
            {"%ID": 2, "%TYPE": "custom.Span", "begin": 0, "end": 3},
            {"%ID": 3, "%TYPE": "custom.Span", "begin": 9, "end": 11},
            {"%ID": 4, "%TYPE": "custom.Relation", "@Governor": 2, "@Dependent": 3, "label": "sued"},
            {"%ID": 5, "%TYPE": "custom.Relation", "@Governor": 2, "@Dependent": 9, "label": "sued"}]});
        let mut marked = Marked::default();
        read(&Place::Line(1), &document, &mut marked);
        assert_eq!(marked.annotations[0].object, Some(Argument::Characters(9, 11)));
        assert_eq!((marked.annotations.len(), marked.faults.len()), (1, 1));
    }
}
