//! Reads a marked example: `[subject: The man] was charged with [object: murder].`
//!
//! Square brackets are rare in news text but not absent (`[sic]`), so only a bracket that opens with a word and a
//! colon marks a role; every other one stays text.

use super::example::RoleSpan;
use super::role::Role;

/// The sentence without its marks, and the spans that were marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    pub text: String,
    pub spans: Vec<RoleSpan>,
}

/// Takes the marks out of `marked`; `qualifiers` are the role names that may stand beside `subject` and `object`.
///
/// Errors say what is wrong in the example and what to write instead.
pub(super) fn parse(marked: &str, qualifiers: &[&str]) -> Result<Marked, String> {
    let mut reading = Reading::default();
    let mut rest = marked;
    while let Some(character) = rest.chars().next() {
        let tail = &rest[character.len_utf8()..];
        rest = match (character, role_name(tail)) {
            ('[', Some((name, content))) => {
                reading.open(role(name, qualifiers)?)?;
                content
            }
            (']', _) if reading.plain_brackets == 0 => {
                reading.close()?;
                tail
            }
            _ => {
                reading.push(character);
                tail
            }
        };
    }
    reading.finish()
}

/// The sentence with these spans marked, so that `parse` reads it back as it was; only subject and object may be marked.
///
/// # Errors
/// Says what is wrong where the sentence's own brackets would be read as marks.
pub fn mark(text: &str, spans: &[RoleSpan]) -> Result<String, String> {
    let mut sorted = spans.to_vec();
    sorted.sort_by_key(|span| span.begin);
    let mut marked = String::new();
    for (place, character) in text.chars().chain(std::iter::once('\0')).enumerate() {
        marked.extend(sorted.iter().filter(|span| span.end == place).map(|_| ']'));
        for span in sorted.iter().filter(|span| span.begin == place) {
            marked.push_str(&format!("[{}: ", span.role.name()));
        }
        marked.push(character);
    }
    marked.pop();
    match parse(&marked, &[]) {
        Ok(read) if read.text == text && read.spans == sorted => Ok(marked),
        _ => Err(format!("its own square brackets would be taken for marks: “{text}”; leave them out")),
    }
}

/// `subject: The man] …` → (`subject`, `The man] …`); `None` where no role opens.
fn role_name(after_bracket: &str) -> Option<(&str, &str)> {
    let (name, content) = after_bracket.split_once(':')?;
    let is_word = name.starts_with(char::is_alphabetic)
        && name.chars().all(|character| character.is_alphanumeric() || character == '_' || character == '-');
    is_word.then(|| (name, content.trim_start()))
}

fn role(name: &str, qualifiers: &[&str]) -> Result<Role, String> {
    match name {
        "subject" => Ok(Role::Subject),
        "object" => Ok(Role::Object),
        _ if qualifiers.contains(&name) => Ok(Role::Qualifier(name.to_owned())),
        _ => Err(format!(
            "unknown role `{name}`; write subject, object or one of the qualifiers ({}), or declare `{name}` with \
             rdfs:subPropertyOf ng:qualifier",
            qualifiers.join(", ")
        )),
    }
}

#[derive(Default)]
struct Reading {
    text: String,
    /// Characters in `text`.
    length: usize,
    spans: Vec<RoleSpan>,
    /// The role that is open, and where it began.
    open: Option<(Role, usize)>,
    /// Open brackets that are text.
    plain_brackets: usize,
}

impl Reading {
    fn push(&mut self, character: char) {
        match character {
            '[' => self.plain_brackets += 1,
            ']' => self.plain_brackets -= 1,
            _ => {}
        }
        self.text.push(character);
        self.length += 1;
    }

    fn open(&mut self, role: Role) -> Result<(), String> {
        if self.open.is_some() {
            return Err(
                "a marked argument inside another one; close the first bracket before the next".to_owned()
            );
        }
        if self.spans.iter().any(|span| span.role == role) {
            return Err(format!("`{}` is marked twice; make two examples of it", role.name()));
        }
        self.open = Some((role, self.length));
        Ok(())
    }

    fn close(&mut self) -> Result<(), String> {
        let Some((role, begin)) = self.open.take() else {
            return Err("a closing bracket that nothing opened; write `[subject: …]`".to_owned());
        };
        if begin == self.length {
            return Err(format!("`{}` marks no words; put the argument after the colon", role.name()));
        }
        self.spans.push(RoleSpan { role, begin, end: self.length });
        Ok(())
    }

    fn finish(self) -> Result<Marked, String> {
        match self.open {
            Some((role, _)) => {
                Err(format!("the bracket of `{}` is never closed; put `]` after it", role.name()))
            }
            None => Ok(Marked { text: self.text, spans: self.spans }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(role: Role, begin: usize, end: usize) -> RoleSpan {
        RoleSpan { role, begin, end }
    }

    #[test]
    fn marks_become_spans_in_characters() {
        let marked = parse("[subject: Zoë] joined [object: the café].", &[]).unwrap();
        assert_eq!(marked.text, "Zoë joined the café.");
        assert_eq!(marked.spans, [span(Role::Subject, 0, 3), span(Role::Object, 11, 19)]);
    }

    #[test]
    fn marked_sentences_are_read_back() {
        let spans = [span(Role::Object, 11, 19), span(Role::Subject, 0, 3)];
        assert_eq!(mark("Zoë joined the café", &spans).unwrap(), "[subject: Zoë] joined [object: the café]");
        assert!(mark("Zoë] joined the café", &spans).is_err());
    }

    #[test]
    fn qualifiers_must_be_known() {
        let marked = parse("[subject: It] fell in [place: Kent]", &["place"]).unwrap();
        assert_eq!(marked.spans[1].role, Role::Qualifier("place".to_owned()));
        assert!(parse("[subject: It] fell in [planet: Mars]", &["place"]).unwrap_err().contains("planet"));
    }

    #[test]
    fn brackets_without_a_role_stay_text() {
        let marked = parse("[subject: They [sic]] left [at noon]", &[]).unwrap();
        assert_eq!(marked.text, "They [sic] left [at noon]");
        assert_eq!(marked.spans, [span(Role::Subject, 0, 10)]);
    }

    #[test]
    fn broken_brackets_are_told() {
        for (marked, told) in [
            ("[subject: A left", "never closed"),
            ("A] left", "nothing opened"),
            ("[subject: A [object: B]]", "inside another"),
            ("[subject: A] and [subject: B] left", "twice"),
            ("[subject: ] left", "no words"),
        ] {
            let message = parse(marked, &[]).unwrap_err();
            assert!(message.contains(told), "{marked}: {message}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(marked in "[a-z\\[\\]: é]{0,40}|\\PC{0,20}") {
            if let Ok(read) = parse(&marked, &["a"]) {
                let length = read.text.chars().count();
                prop_assert!(read.spans.iter().all(|span| span.begin < span.end && span.end <= length));
            }
        }
    }
}
