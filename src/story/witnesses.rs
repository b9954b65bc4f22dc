//! How many independent witnesses a set of reports has. Two reports are independent where neither text nor outlet is the same: what
//! one outlet prints twice, as news and as an update, it knows once; what five print of one agency's text, one knows; and who only
//! cites another outlet ("the Evening Bell reported that …") adds nothing to it.
//!
//! So a report is an edge between its text and its outlet, and the count is a largest set of edges that share no end (a matching,
//! found by augmenting paths: Kuhn 1955).

use std::collections::{BTreeMap, BTreeSet};

use super::values::{DocumentRecord, Statement, Story};

/// The outlets and the copied texts of a story.
#[derive(Debug)]
pub struct Witnesses<'a> {
    story: &'a Story,
    outlets: BTreeSet<String>,
}

impl<'a> Witnesses<'a> {
    /// Those of this story.
    pub fn of(story: &'a Story) -> Self {
        let outlets = story.documents.iter().filter_map(|document| outlet(document.publisher.as_deref()?));
        Self { story, outlets: outlets.collect() }
    }

    /// How many independent witnesses these statements have; 0 for none.
    pub fn count<'s>(&self, statements: impl IntoIterator<Item = &'s Statement>) -> usize {
        let mut outlets_of: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for statement in statements {
            let (text, outlet) = self.witness(statement);
            outlets_of.entry(text).or_default().insert(outlet);
        }
        largest_matching(&outlets_of)
    }

    /// The text that a statement stands in, or that it is a copy of, and whose word it is.
    fn witness<'s>(&self, statement: &'s Statement) -> (&'s str, String)
    where
        'a: 's,
    {
        let document = &*statement.document;
        let text = self.story.copies.get(&document.id).map_or(&*document.id, |original| original);
        (text, self.cited(statement).unwrap_or_else(|| own_outlet(document)))
    }

    /// The outlet that the statement is only cited from.
    fn cited(&self, statement: &Statement) -> Option<String> {
        outlet(&statement.attributed_to.as_ref()?.label).filter(|cited| self.outlets.contains(cited))
    }
}

/// Who published a document; where nobody is named, the document stands for itself.
pub fn own_outlet(document: &DocumentRecord) -> String {
    document.publisher.as_deref().and_then(outlet).unwrap_or_else(|| document.id.to_string())
}

/// An outlet's name as it is compared: the article before it is dropped as often as not.
fn outlet(name: &str) -> Option<String> {
    let name = name.trim().to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name).trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The size of a largest set of pairs of which no two share a text or an outlet.
fn largest_matching(outlets_of: &BTreeMap<&str, BTreeSet<String>>) -> usize {
    let mut text_of: BTreeMap<&str, &str> = BTreeMap::new();
    outlets_of.keys().filter(|text| augment(text, outlets_of, &mut text_of, &mut BTreeSet::new())).count()
}

/// Gives the text an outlet, moving others where they have one to move to; false where there is none.
fn augment<'t>(
    text: &'t str,
    outlets_of: &'t BTreeMap<&str, BTreeSet<String>>,
    text_of: &mut BTreeMap<&'t str, &'t str>,
    seen: &mut BTreeSet<&'t str>,
) -> bool {
    let Some(outlets) = outlets_of.get(text) else { return false };
    for outlet in outlets {
        if !seen.insert(outlet) {
            continue;
        }
        let free = match text_of.get(outlet.as_str()).copied() {
            None => true,
            Some(other) => augment(other, outlets_of, text_of, seen),
        };
        if free {
            text_of.insert(outlet, text);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::sample;
    use crate::story::EntityReference;

    /// How many witnesses reports have that stand in these texts (equal letters are copies) of these outlets.
    fn count(reports: &[(&str, &str)]) -> usize {
        let mut story = sample::story();
        let one = story.statements[0].clone();
        story.statements.clear();
        for (number, (text, outlet)) in reports.iter().enumerate() {
            let id: Arc<str> = format!("article-{number}").into();
            story.copies.insert(id.clone(), format!("text-{text}").into());
            let document =
                DocumentRecord { id, publisher: Some((*outlet).to_owned()), ..(*one.document).clone() };
            story.statements.push(Statement { document: Arc::new(document), ..one.clone() });
        }
        story.documents = story.statements.iter().map(|statement| statement.document.clone()).collect();
        Witnesses::of(&story).count(&story.statements)
    }

    #[test]
    fn neither_copies_nor_what_an_outlet_repeats_count_twice() {
        assert_eq!(count(&[]), 0);
        assert_eq!(count(&[("a", "Post"), ("b", "Herald")]), 2);
        assert_eq!(count(&[("a", "Post"), ("a", "Herald")]), 1);
        assert_eq!(count(&[("a", "The Post"), ("b", "post")]), 1);
        assert_eq!(count(&[("a", "Agency"), ("a", "Post"), ("b", "Post")]), 2);
    }

    #[test]
    fn who_cites_an_outlet_adds_nothing_to_it() {
        let mut story = sample::story();
        let mut citing = story.statements[0].clone();
        let label: Arc<str> = "the Kalmar Post".into();
        citing.attributed_to = Some(EntityReference {
            id: label.clone(),
            label,
            types: Vec::new(),
            mention: "the Kalmar Post".to_owned(),
        });
        let other = DocumentRecord {
            id: "other".into(),
            publisher: Some("Herald".to_owned()),
            ..(*citing.document).clone()
        };
        citing.document = Arc::new(other);
        story.statements.truncate(1);
        story.statements.push(citing);
        assert_eq!(Witnesses::of(&story).count(&story.statements), 1);
        story.statements[1].attributed_to = None;
        assert_eq!(Witnesses::of(&story).count(&story.statements), 2);
    }
}
