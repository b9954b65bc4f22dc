//! What the facts of a folder were made with: facts made otherwise are not those that a build would make now.

use serde::{Deserialize, Serialize};

/// What the facts of a folder were made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// This build of the program.
    build: String,
    /// Files and folders of the ontology, as the user named them; none for the built-in one.
    pub ontology: Vec<String>,
    /// A digest of what stands in them.
    pub taught_by: String,
    /// The namespace of minted IRIs.
    pub base: String,
    /// Whether the scorer was left out.
    pub quick: bool,
}

impl Settings {
    /// What this program makes facts with.
    pub fn new(ontology: Vec<String>, taught_by: String, base: &str, quick: bool) -> Self {
        Self { build: env!("NEWSGRAPH_BUILD").to_owned(), ontology, taught_by, base: base.to_owned(), quick }
    }

    /// In what these settings differ from others, in words that end "… has changed"; none where they are the same.
    pub fn difference(&self, other: &Self) -> Option<&'static str> {
        if self.build != other.build {
            Some("the program")
        } else if self.taught_by != other.taught_by || self.ontology != other.ontology {
            Some("the ontology")
        } else if self.base != other.base {
            Some("the namespace")
        } else {
            (self.quick != other.quick).then_some("whether the scorer is asked")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_is_named() {
        let made = || Settings::new(vec!["a.ttl".to_owned()], "0a".to_owned(), "https://a.example/", false);
        assert_eq!(made().difference(&made()), None);
        let of = |change: fn(&mut Settings)| {
            let mut other = made();
            change(&mut other);
            made().difference(&other)
        };
        assert_eq!(of(|other| other.build.push('0')), Some("the program"));
        assert_eq!(of(|other| other.taught_by.clear()), Some("the ontology"));
        assert_eq!(of(|other| other.ontology.clear()), Some("the ontology"));
        assert_eq!(of(|other| other.base.push('x')), Some("the namespace"));
        assert_eq!(of(|other| other.quick = true), Some("whether the scorer is asked"));
    }
}
