//! The kinds of subjects in a graph, in the order in which a reader wants them.

use crate::vocabulary as v;

/// What kind of thing a subject is, by its types; what has words is text without any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The graph itself: what namespace it was minted in.
    Dataset,
    /// Classes and relations.
    Vocabulary,
    /// Entities with the plain edges between them; also whatever has no type that is known here.
    Entity,
    /// What several statements report.
    Event,
    /// Articles, whose IRIs name the graphs.
    Article,
    /// What sentences say.
    Statement,
    /// Who said what.
    Attribution,
    /// Sentences, mentions and other spans of text.
    Text,
}

impl Section {
    /// A heading for files that have comments.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Dataset => "This graph",
            Self::Vocabulary => "Classes and relations used",
            Self::Entity => {
                "Entities and the plain edges between them: stated as facts by at least one sentence"
            }
            Self::Event => "Events that several statements report",
            Self::Article => "Articles",
            Self::Statement => "Statements: what each sentence says, asserted or not, affirmed or denied",
            Self::Attribution => "Attributions: who said what",
            Self::Text => "Sentences, mentions and other spans of text",
        }
    }

    /// The classes that tell a kind; those of entities tell none.
    pub(super) const CLASSES: [(&str, Self); 11] = [
        (v::VOID_DATASET, Self::Dataset),
        (v::OWL_CLASS, Self::Vocabulary),
        (v::OWL_OBJECT_PROPERTY, Self::Vocabulary),
        (v::OWL_DATATYPE_PROPERTY, Self::Vocabulary),
        (v::NG_REPORTED_EVENT, Self::Event),
        (v::SCHEMA_NEWS_ARTICLE, Self::Article),
        (v::NG_STATEMENT, Self::Statement),
        (v::NG_ATTRIBUTION, Self::Attribution),
        (v::NIF_STRING, Self::Text),
        (v::NIF_SENTENCE, Self::Text),
        (v::NIF_PHRASE, Self::Text),
    ];

    /// The kind of what has this class; nothing for the classes of entities.
    pub(super) fn of_type(class: &str) -> Option<Self> {
        Self::CLASSES.iter().find(|(known, _)| *known == class).map(|(_, section)| *section)
    }
}
