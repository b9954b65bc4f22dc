//! A statement's sentence with its subject, trigger and object marked.

use maud::{Markup, html};

use crate::export::marks::pieces;
use crate::story::Statement;

use super::markup::text;

/// The sentence as HTML.
pub fn marked(statement: &Statement) -> Markup {
    html! {
        @for (role, words) in pieces(statement) {
            @match role {
                Some(role) => mark class=(role.name()) title=(role.name()) { (text(&words)) },
                None => (text(&words)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::Span;

    fn statement(text: &str, trigger: (usize, usize)) -> Statement {
        let mut statement = sample::story().statements[0].clone();
        statement.object = None;
        statement.attributed_to = None;
        statement.sentence = Span { text: text.to_owned(), begin: 100, end: 100 + text.chars().count() };
        statement.trigger = Span { text: String::new(), begin: 100 + trigger.0, end: 100 + trigger.1 };
        statement
    }

    #[test]
    fn the_subject_next_to_the_trigger_is_marked() {
        let mut statement = statement("Élan sank. Élan & Co < 3 sank.", (25, 29));
        if let Some(subject) = &mut statement.subject {
            subject.mention = "Élan".to_owned();
        }
        assert_eq!(
            marked(&statement).into_string(),
            "Élan sank. <mark class=\"subject\" title=\"subject\">Élan</mark> &amp; Co &lt; 3 \
<mark class=\"trigger\" title=\"trigger\">sank</mark>."
        );
    }

    #[test]
    fn offsets_that_do_not_fit_mark_nothing() {
        for trigger in [(0, 99), (5, 5), (9, 2)] {
            let mut statement = statement("Short.", trigger);
            statement.subject = None;
            assert_eq!(marked(&statement).into_string(), "Short.");
        }
    }
}
