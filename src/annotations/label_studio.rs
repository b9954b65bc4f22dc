//! What Label Studio exports as JSON: tasks with regions (`labels`) and the relations between them, which point from the
//! subject to the object (`direction` may turn them).

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_json::Value;

use super::annotation::{Annotation, Argument, Marked, Place, characters_before};

#[derive(Deserialize)]
pub struct Task {
    data: BTreeMap<String, Value>,
    annotations: Vec<Annotator>,
}

/// What one annotator did.
#[derive(Deserialize)]
struct Annotator {
    #[serde(default)]
    result: Vec<Entry>,
    #[serde(default)]
    was_cancelled: bool,
}

/// A region or a relation; other kinds of entries say nothing of relations.
#[derive(Deserialize)]
struct Entry {
    id: Option<String>,
    value: Option<Value>,
    from_id: Option<String>,
    to_id: Option<String>,
    direction: Option<String>,
    labels: Option<Vec<String>>,
}

/// The relations of a task. Its text is `text`, or whatever single text it holds.
pub fn read(place: &Place, task: Task, marked: &mut Marked) {
    let Some(text) = text_of(&task.data) else {
        marked.refuse(place, "the task has no single text; name the text `text` in its `data`");
        return;
    };
    for annotator in task.annotations.iter().filter(|annotator| !annotator.was_cancelled) {
        let regions: HashMap<&str, Argument> =
            annotator.result.iter().filter_map(|entry| region(entry, text)).collect();
        for entry in &annotator.result {
            let (Some(from), Some(to)) = (&entry.from_id, &entry.to_id) else { continue };
            let found = (regions.get(from.as_str()), regions.get(to.as_str()));
            let (Some(from), Some(to)) = found else {
                marked.refuse(
                    place,
                    "a relation leads to a region that is no span of the text; mark both ends",
                );
                continue;
            };
            let (subject, object) =
                if entry.direction.as_deref() == Some("left") { (to, from) } else { (from, to) };
            let labels = entry.labels.as_deref().unwrap_or_default();
            if labels.is_empty() {
                marked
                    .refuse(place, "a relation has no label; give it the name of a relation of the ontology");
            }
            marked.annotations.extend(labels.iter().map(|label| Annotation {
                place: place.clone(),
                text: text.to_owned(),
                relation: label.clone(),
                subject: Some(subject.clone()),
                object: Some(object.clone()),
                states: true,
            }));
        }
    }
}

fn text_of(data: &BTreeMap<String, Value>) -> Option<&str> {
    let named = data.get("text").and_then(Value::as_str);
    named.or_else(|| {
        let mut texts = data.values().filter_map(Value::as_str);
        texts.next().filter(|_| texts.next().is_none())
    })
}

/// A region by its id. Label Studio counts in units of UTF-16.
fn region<'a>(entry: &'a Entry, text: &str) -> Option<(&'a str, Argument)> {
    let value = entry.value.as_ref()?;
    let at = |key: &str| Some(characters_before(text, usize::try_from(value.get(key)?.as_u64()?).ok()?));
    Some((entry.id.as_deref()?, Argument::Characters(at("start")?, at("end")?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_point_from_subject_to_object() {
        let task = r#"{"data": {"text": "Ann sued Bo."}, "annotations": [{"result": [
            {"id": "a", "type": "labels", "value": {"start": 0, "end": 3, "text": "Ann", "labels": ["P"]}},
            {"id": "b", "type": "labels", "value": {"start": 9, "end": 11, "text": "Bo", "labels": ["P"]}},
            {"type": "relation", "from_id": "b", "to_id": "a", "direction": "left", "labels": ["sued"]},
            {"type": "relation", "from_id": "a", "to_id": "z", "labels": ["sued"]}]}]}"#;
        let mut marked = Marked::default();
        read(&Place::Entry(1), serde_json::from_str(task).unwrap(), &mut marked);
        let [one] = marked.annotations.as_slice() else { panic!("{marked:?}") };
        assert_eq!(one.subject, Some(Argument::Characters(0, 3)));
        assert_eq!((one.relation.as_str(), marked.faults.len()), ("sued", 1));
    }
}
