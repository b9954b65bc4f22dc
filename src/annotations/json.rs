//! JSON: lines with the columns of a table for keys, or what another program exports, in lines or as one list.

use serde::Deserialize;
use serde_json::Value;

use super::annotation::{Annotation, Argument, Fault, Marked, Place, truth};
use super::{inception, label_studio, prodigy};

/// Reads a file of JSON: one value a line, one list of values, or one value.
pub fn read(text: &str) -> Result<Marked, Fault> {
    let mut marked = Marked::default();
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Array(entries)) => {
            for (index, entry) in entries.into_iter().enumerate() {
                read_value(&Place::Entry(index + 1), entry, &mut marked);
            }
        }
        Ok(value) => read_value(&Place::Line(1), value, &mut marked),
        Err(error) if !text.trim_start().starts_with('{') => {
            let place = Place::Line(error.line());
            return Err(Fault { place, message: format!("{error}; mend the JSON here or just before") });
        }
        Err(_) => {
            for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                let place = Place::Line(index + 1);
                match serde_json::from_str(line) {
                    Ok(value) => read_value(&place, value, &mut marked),
                    Err(error) => marked.refuse(&place, format!("{error}; write one JSON object a line")),
                }
            }
        }
    }
    Ok(marked)
}

/// A value of the program that has these keys.
fn read_value(place: &Place, value: Value, marked: &mut Marked) {
    let read = if value.get("%FEATURE_STRUCTURES").is_some() {
        inception::read(place, &value, marked);
        Ok(())
    } else if value.get("annotations").is_some() {
        serde_json::from_value(value).map(|task| label_studio::read(place, task, marked))
    } else if value.get("relations").is_some() {
        serde_json::from_value(value).map(|task| prodigy::read(place, task, marked))
    } else {
        serde_json::from_value(value).map(|row| read_row(place, row, marked))
    };
    if let Err(error) = read {
        marked.refuse(
            place,
            format!(
                "{error}; write {{\"sentence\": …, \"relation\": …, \"subject\": …, \"object\": …, \"label\": true}}, or \
                 what Label Studio, Prodigy (relations) or INCEpTION (UIMA CAS JSON) export"
            ),
        );
    }
}

/// The columns of a table as keys.
#[derive(Deserialize)]
struct Row {
    sentence: String,
    relation: String,
    subject: Option<String>,
    object: Option<String>,
    #[serde(default)]
    label: Value,
    subject_begin: Option<usize>,
    object_begin: Option<usize>,
}

fn read_row(place: &Place, row: Row, marked: &mut Marked) {
    let label = match &row.label {
        Value::Null => String::new(),
        Value::String(label) => label.clone(),
        other => other.to_string(),
    };
    let Some(states) = truth(&label) else {
        marked.refuse(place, format!("the label “{label}” is neither true nor false; write one of them"));
        return;
    };
    marked.annotations.push(Annotation {
        place: place.clone(),
        text: row.sentence,
        relation: row.relation,
        subject: argument(row.subject, row.subject_begin),
        object: argument(row.object, row.object_begin),
        states,
    });
}

fn argument(words: Option<String>, begin: Option<usize>) -> Option<Argument> {
    let words = words.filter(|words| !words.trim().is_empty())?;
    Some(match begin {
        Some(begin) => Argument::Characters(begin, begin.saturating_add(words.chars().count())),
        None => Argument::Words(words.trim().to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_lists_are_read() {
        let row = r#"{"sentence": "A hit B.", "relation": "hit", "subject": "A", "object": "B", "label": 0}"#;
        let lines = read(&format!("{row}\n\n{{\"sentence\": 1}}\nno\n")).unwrap();
        assert_eq!((lines.annotations.len(), lines.annotations[0].states), (1, false));
        let places: Vec<_> = lines.faults.iter().map(|fault| fault.place.clone()).collect();
        assert_eq!(places, [Place::Line(3), Place::Line(4)]);
        let list = read(&format!("[{row},\n {row}]")).unwrap();
        assert_eq!(list.annotations[1].place, Place::Entry(2));
        assert!(read("no").is_err());
    }
}
