//! A table: a line of headings (`sentence`, `relation`, `subject`, `object`, `label`), and a marked relation in every row.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use super::annotation::{Annotation, Argument, Fault, Marked, Place, truth};

/// The headings that are known; the first three are needed.
const HEADINGS: [&str; 7] =
    ["sentence", "relation", "subject", "object", "label", "subject_begin", "object_begin"];
const NEEDED: usize = 3;

/// Reads a table whose cells are separated by this byte.
pub fn read(text: &str, separator: u8) -> Result<Marked, Fault> {
    let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|error| fault(Place::Line(1), &error.to_string()))?.clone();
    let columns: HashMap<String, usize> = headings
        .iter()
        .enumerate()
        .map(|(column, heading)| (heading.trim().to_lowercase(), column))
        .collect();
    if let Some(missing) = HEADINGS[..NEEDED].iter().find(|&&heading| !columns.contains_key(heading)) {
        let message = format!(
            "the table has no column “{missing}”; its first line must name the columns: {}",
            HEADINGS.join(", ")
        );
        return Err(fault(Place::Line(1), &message));
    }
    let mut marked = Marked::default();
    let mut row = StringRecord::new();
    loop {
        // A row may go on over several lines.
        let place = Place::Line(line_of(&reader, text));
        match reader.read_record(&mut row) {
            Ok(true) => {}
            Ok(false) => return Ok(marked),
            Err(error) => {
                marked.refuse(&place, format!("{error}; mend the row"));
                continue;
            }
        }
        let cell = |heading: &str| columns.get(heading).and_then(|&column| row.get(column)).unwrap_or("");
        match annotation(&place, cell) {
            Ok(annotation) => marked.annotations.push(annotation),
            Err(message) => marked.refuse(&place, message),
        }
    }
}

/// The line at which the reader stands, past empty ones.
fn line_of(reader: &csv::Reader<&[u8]>, text: &str) -> usize {
    let position = reader.position();
    let rest = usize::try_from(position.byte()).ok().and_then(|byte| text.get(byte..)).unwrap_or("");
    let blank = rest.chars().take_while(|c| matches!(c, '\r' | '\n')).filter(|&c| c == '\n').count();
    usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_add(blank)
}

fn annotation<'a>(place: &Place, cell: impl Fn(&str) -> &'a str) -> Result<Annotation, String> {
    let label = cell("label");
    Ok(Annotation {
        place: place.clone(),
        text: cell("sentence").to_owned(),
        relation: cell("relation").trim().to_owned(),
        subject: argument(cell("subject"), cell("subject_begin"))?,
        object: argument(cell("object"), cell("object_begin"))?,
        states: truth(label)
            .ok_or_else(|| format!("the label “{label}” is neither true nor false; write one of them"))?,
    })
}

/// The words of a cell, at the character that another cell names.
fn argument(words: &str, begin: &str) -> Result<Option<Argument>, String> {
    let (words, begin) = (words.trim(), begin.trim());
    match (words, begin) {
        ("", _) => Ok(None),
        (_, "") => Ok(Some(Argument::Words(words.to_owned()))),
        _ => {
            let begin: usize = begin
                .parse()
                .map_err(|_| format!("“{begin}” is no place of “{words}”; count characters from 0"))?;
            Ok(Some(Argument::Characters(begin, begin.saturating_add(words.chars().count()))))
        }
    }
}

fn fault(place: Place, message: &str) -> Fault {
    Fault { place, message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_with_their_lines() {
        let text = "Sentence,relation,subject,object,label,object_begin\n\n\"Ann, who\nleft, sued Bo.\",sued,Ann,Bo,false,20\nA b c.,x,A,,,\nA b c.,x,A,,perhaps,\n";
        let marked = read(text, b',').unwrap();
        let told: Vec<_> = marked.annotations.iter().map(|one| (one.place.clone(), one.states)).collect();
        assert_eq!(told, [(Place::Line(3), false), (Place::Line(5), true)]);
        assert_eq!(marked.annotations[0].object, Some(Argument::Characters(20, 22)));
        assert_eq!(marked.annotations[1].object, None);
        assert_eq!(marked.faults[0].place, Place::Line(6));
    }

    #[test]
    fn a_table_without_its_headings_is_refused() {
        assert!(read("a,b\n", b',').unwrap_err().message.contains("no column “sentence”"));
    }
}
