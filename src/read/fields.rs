//! Under what names crawlers, archives and news services hand on what a record holds: one table, and what the user adds.
//!
//! Names are compared without case and punctuation: `publishedAt`, `published_at` and `Published at` are one. The first name of
//! a list that has a value counts. Newsgraph's own name stands first in each.

use std::str::{FromStr, SplitWhitespace};

use strum::{EnumString, IntoStaticStr, VariantNames};

/// What a record may tell of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum Field {
    /// What is read.
    Text,
    /// The headline.
    Title,
    /// When it was published.
    Date,
    /// The outlet.
    Publisher,
    /// Its address on the web.
    Url,
    /// Who wrote it.
    Author,
}

impl Field {
    /// The names under which records have it, as [`plain_name`] leaves them.
    pub(super) fn names(self) -> SplitWhitespace<'static> {
        let names = match self {
            Self::Text => {
                "text maintext fulltext articlebody articletext bodytext content body contenttext \
                 contenthtml bodyhtml storytext textcleaned cleantext cleanedtext textcontent pagecontent \
                 rawtext articlecontent newscontent plaintext paragraphs story article html rawhtml"
            }
            Self::Title => {
                "title headline webtitle articletitle newstitle headlinemain hedline heading titlepage \
                 ogtitle name"
            }
            Self::Date => {
                "date datepublish datepublished publishedat publishdate publisheddate published \
                 publicationdate pubdate webpublicationdate firstpublicationdate firstpublished \
                 firstpublishedat publishedtime publishtime publishedon publishedutc datetime dateissued \
                 issued pubtime timepublished articlepublishedtime articledate seendate displaydate \
                 timestamp datecreated createdat created"
            }
            Self::Publisher => {
                "publisher publishername outlet outletname sitename metasitename ogsitename sourcename \
                 sourcetitle source sourcehostname newspaper newspapername publication publicationname \
                 newsoutlet newssource mediaoutlet medianame media provider feedtitle brand hostname \
                 sourcedomain domain netloc website site sourceid sourceurl sourcelink"
            }
            Self::Url => {
                "url link weburl canonicallink canonicalurl articleurl articlelink newsurl pageurl \
                 originalurl permalink storyurl mainentityofpage ogurl uri href source id guid"
            }
            Self::Author => {
                "author authors byline authorname creator dccreator writer journalist articleauthor by \
                 bylineoriginal"
            }
        };
        names.split_whitespace()
    }
}

/// Names of what may stand in for a text that a service keeps to itself.
pub(super) const STANDING_IN: &[&str] = &[
    "description",
    "summary",
    "abstract",
    "leadparagraph",
    "snippet",
    "excerpt",
    "standfirst",
    "trailtext",
    "teaser",
    "lead",
    "metadescription",
];

/// Names of what holds many records.
pub(super) const CONTAINERS: &[&str] = &[
    "articles",
    "results",
    "items",
    "data",
    "docs",
    "documents",
    "hits",
    "response",
    "graph",
    "stories",
    "news",
    "entries",
    "records",
    "value",
    "posts",
    // The Guardian's answer to a question for one article.
    "content",
];

/// What a record's own fields may stand in, spelled as it is.
pub(super) const WRAPPERS: &[&str] =
    &["_source", "fields", "attributes", "article", "document", "doc", "metadata", "meta"];

/// Names of the text where it is an object (WordPress' `content: {"rendered": …}`).
pub(super) const INNER_TEXT: &[&str] = &["rendered", "main", "text", "value", "original", "html"];

/// Names of what a value is called where it is an object (`source: {"name": …}`, WordPress' `title: {"rendered": …}`).
pub(super) const INNER: &[&str] =
    &["name", "rendered", "main", "text", "value", "title", "date", "original", "id", "url"];

/// A name that the user gives for a field, as the command line has it: `text=body.full`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldName {
    /// The field.
    pub field: Field,
    /// The name in the user's records; a full stop leads into an object.
    pub name: String,
}

impl FromStr for FieldName {
    type Err = String;

    /// ```
    /// use newsgraph::read::{Field, FieldName};
    ///
    /// let given: FieldName = "publisher=source.title".parse().unwrap();
    /// assert_eq!((given.field, given.name.as_str()), (Field::Publisher, "source.title"));
    /// assert!("outlet=x".parse::<FieldName>().unwrap_err().contains("publisher"));
    /// ```
    fn from_str(given: &str) -> Result<Self, String> {
        let wanted =
            || format!("write FIELD=NAME, as in text=body; FIELD is one of {}", Field::VARIANTS.join(", "));
        let (field, name) = given.split_once('=').ok_or_else(wanted)?;
        let field = field.trim().parse().map_err(|_| wanted())?;
        let name = name.trim().to_owned();
        if name.is_empty() { Err(wanted()) } else { Ok(Self { field, name }) }
    }
}

/// A name without case and punctuation.
pub(super) fn plain_name(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
