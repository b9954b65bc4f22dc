//! What Prodigy's `rel.manual` exports: a line a text, with the spans and the relations between them. The head of a relation is
//! its subject, the child its object; a rejected task states none of its relations.

use serde::Deserialize;

use super::annotation::{Annotation, Argument, Marked, Place};

#[derive(Deserialize)]
pub struct Task {
    text: String,
    relations: Vec<Relation>,
    #[serde(default)]
    answer: Answer,
}

#[derive(Deserialize, Default, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Answer {
    #[default]
    Accept,
    Reject,
    Ignore,
}

#[derive(Deserialize)]
struct Relation {
    label: String,
    head_span: Span,
    child_span: Span,
}

/// Offsets count characters, as Python does.
#[derive(Deserialize)]
struct Span {
    start: usize,
    end: usize,
}

impl From<Span> for Argument {
    fn from(span: Span) -> Self {
        Self::Characters(span.start, span.end)
    }
}

/// The relations of a text; those of one that was passed over are left out.
pub fn read(place: &Place, task: Task, marked: &mut Marked) {
    if task.answer == Answer::Ignore {
        return;
    }
    let states = task.answer == Answer::Accept;
    marked.annotations.extend(task.relations.into_iter().map(|relation| Annotation {
        place: place.clone(),
        text: task.text.clone(),
        relation: relation.label,
        subject: Some(relation.head_span.into()),
        object: Some(relation.child_span.into()),
        states,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_subjects_and_rejected_tasks_counterexamples() {
        let task = |answer: &str| {
            format!(
                r#"{{"text": "Ann sued Bo.", "answer": "{answer}", "spans": [], "relations": [{{"head": 0, "child": 2,
                    "label": "SUED", "head_span": {{"start": 0, "end": 3, "label": "PERSON"}},
                    "child_span": {{"start": 9, "end": 11, "label": "PERSON"}}}}]}}"#
            )
        };
        let mut marked = Marked::default();
        for answer in ["accept", "reject", "ignore"] {
            read(&Place::Line(1), serde_json::from_str(&task(answer)).unwrap(), &mut marked);
        }
        let told: Vec<bool> = marked.annotations.iter().map(|one| one.states).collect();
        assert_eq!(told, [true, false]);
        assert_eq!(marked.annotations[0].subject, Some(Argument::Characters(0, 3)));
        assert_eq!(marked.annotations[0].object, Some(Argument::Characters(9, 11)));
    }
}
