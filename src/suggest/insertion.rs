//! An example put into the text of a Turtle file, which otherwise stays as it is to the last space.
//!
//! The new literal is written right after the last one of its relation, with the same indentation and the same tag of
//! language. Where nothing is found to write it after, it is added at the end of the file with whole IRIs.

use crate::ontology::Relation;
use crate::vocabulary as v;

/// What an example is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Example,
    Counterexample,
}

/// The text of `file` with this marked example of the relation.
pub fn insert(text: &str, file: &str, relation: &Relation, marked: &str, kind: Kind) -> String {
    let last = |examples: &[crate::ontology::Example]| {
        let mut here = examples.iter().rev().filter(|example| example.location.file == file);
        here.find_map(|example| literal(text, &example.marked, example.location.line))
    };
    let own = match kind {
        Kind::Example => last(&relation.examples),
        Kind::Counterexample => last(&relation.counterexamples),
    };
    if let Some(literal) = own {
        return after(text, &literal, &format!(",{}{}{}", literal.space, quoted(marked), literal.tag));
    }
    if let (Kind::Counterexample, Some(literal)) = (kind, last(&relation.examples)) {
        let (name, newline) = (counterexample(text), newline(text));
        let added = format!(" ;{newline}    {name}{newline}        {}{}", quoted(marked), literal.tag);
        // Objects that follow in the list belong to the other predicate.
        return match text[literal.end..].trim_start().starts_with(',') {
            true => appended(text, relation, marked, kind),
            false => after(text, &literal, &added),
        };
    }
    appended(text, relation, marked, kind)
}

/// A literal of the text.
struct Literal {
    /// One past its last byte, the tag included.
    end: usize,
    /// `@en`, or nothing.
    tag: String,
    /// What stands before it if it begins its line: the end of the line before and its indentation; else one space.
    space: String,
}

/// The literal with this value that begins at the line (counted from 1) or after it.
fn literal(text: &str, value: &str, line: usize) -> Option<Literal> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let from = starts.into_iter().nth(line.checked_sub(1)?)?;
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
    let (begin, length) = [escaped.as_str(), value].into_iter().find_map(|form| {
        let mut places = text[from..].match_indices(form).map(|(at, _)| at + from);
        let is_quoted = |at: &usize| {
            let (before, after) = (&text[..*at], &text[at + form.len()..]);
            ['"', '\''].into_iter().any(|mark| before.ends_with(mark) && after.starts_with(mark))
        };
        places.find(is_quoted).map(|at| (at, form.len()))
    })?;
    let mark = text[..begin].chars().next_back()?;
    let rest = text[begin + length..].trim_start_matches(mark);
    let end = text.len() - rest.len();
    let tag: String = match rest.strip_prefix('@') {
        Some(language) => {
            let letters =
                language.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-');
            std::iter::once('@').chain(letters).collect()
        }
        None => String::new(),
    };
    let before = text[..begin].trim_end_matches(mark);
    let indentation = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
    let begins_line = before.contains('\n') && indentation.chars().all(char::is_whitespace);
    let space = if begins_line { format!("{}{indentation}", newline(text)) } else { " ".to_owned() };
    Some(Literal { end: end + tag.len(), tag, space })
}

fn after(text: &str, literal: &Literal, added: &str) -> String {
    let (before, rest) = text.split_at(literal.end);
    format!("{before}{added}{rest}")
}

fn appended(text: &str, relation: &Relation, marked: &str, kind: Kind) -> String {
    let property = match kind {
        Kind::Example => v::SKOS_EXAMPLE,
        Kind::Counterexample => v::NG_COUNTEREXAMPLE,
    };
    let newline = newline(text);
    let rest = if text.is_empty() || text.ends_with('\n') { "" } else { newline };
    format!("{text}{rest}{newline}<{}> <{property}> {}@en .{newline}", relation.iri, quoted(marked))
}

/// How the file ends its lines.
fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The property as the file may write it.
fn counterexample(text: &str) -> String {
    let declares = |line: &str| {
        let mut words = line.split_whitespace();
        let is_prefix = words
            .next()
            .is_some_and(|word| word.eq_ignore_ascii_case("@prefix") || word.eq_ignore_ascii_case("prefix"));
        is_prefix
            && words.next() == Some("ng:")
            && words.next().is_some_and(|iri| iri.trim_end_matches('.') == format!("<{}>", v::NG))
    };
    match text.lines().any(declares) {
        true => "ng:counterexample".to_owned(),
        false => format!("<{}>", v::NG_COUNTEREXAMPLE),
    }
}

/// A string of Turtle.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    const HEAD: &str = "@prefix ex: <http://example.org/> .\n@prefix ng: <https://w3id.org/newsgraph/ontology#> .\n\
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\
                        @prefix owl: <http://www.w3.org/2002/07/owl#> .\n";
    const NEW: &str = "[subject: The firm] \"bought\" [object: a mill].";

    /// The text with the new example, the head left out; it must be read with one example more.
    fn inserted(body: &str, kind: Kind) -> String {
        let text = format!("{HEAD}{body}");
        let relations = |text: &str| Ontology::taught_by(&[("a.ttl", text)]).unwrap().relations;
        let before = relations(&text);
        let new = insert(&text, "a.ttl", &before[0], NEW, kind);
        let after = relations(&new);
        let examples = |relation: &Relation| match kind {
            Kind::Example => relation.examples.clone(),
            Kind::Counterexample => relation.counterexamples.clone(),
        };
        assert_eq!(examples(&after[0]).len(), examples(&before[0]).len() + 1, "{new}");
        assert!(examples(&after[0]).iter().any(|example| example.marked == NEW));
        new[HEAD.len()..].to_owned()
    }

    #[test]
    fn an_example_follows_the_last_one_in_its_manner() {
        let body = "ex:got a owl:ObjectProperty ;  # mine\n    skos:example\n        \"[subject: A] got [object: b].\"@en ,\n        \
                    '''[subject: A] took [object: b].'''@en-GB ; # last\n    ng:leastConfidence 0.5 .\n";
        let new = inserted(body, Kind::Example);
        let line =
            "'''@en-GB,\n        \"[subject: The firm] \\\"bought\\\" [object: a mill].\"@en-GB ; # last";
        assert!(new.contains(line), "{new}");
        assert_eq!(
            new.replace(",\n        \"[subject: The firm] \\\"bought\\\" [object: a mill].\"@en-GB", ""),
            body
        );
    }

    #[test]
    fn a_first_counterexample_gets_its_property() {
        let body = "ex:got a owl:ObjectProperty ; skos:example \"[subject: A] got [object: b].\" .\n";
        let new = inserted(body, Kind::Counterexample);
        assert!(new.contains("[object: b].\" ;\n"), "{new}");
        assert!(new.contains("ng:counterexample"), "{new}");
        let more = inserted(&new, Kind::Example);
        assert!(more.contains("[object: b].\", \"[subject: The firm]"), "{more}");
    }

    #[test]
    fn what_has_no_example_gets_one_at_the_end() {
        let new = inserted("ex:got a owl:ObjectProperty .", Kind::Example);
        assert!(new.ends_with("<http://example.org/got> <http://www.w3.org/2004/02/skos/core#example> \"[subject: The firm] \\\"bought\\\" [object: a mill].\"@en .\n"), "{new}");
    }
}
