//! IRIs for what the articles speak of, minted from content: the same words give the same IRI in every run and on
//! every machine, so that two graphs can be merged and two versions of one compared line by line.
//!
//! Entities get readable names (`id:home-office`); what has no name of its own (an article, a statement, an
//! attribution) gets a hash of all that makes it what it is. Entity names never hold a slash, so the namespaces
//! cannot collide.

use sha2::{Digest, Sha256};

use super::values::Attribution;

/// The namespace of minted IRIs where the user sets none.
pub const DEFAULT_BASE: &str = "https://w3id.org/newsgraph/id/";

/// Longest readable part of an IRI, in characters; a longer one is cut and made unique by a hash.
const LONGEST_SLUG: usize = 64;

/// Mints IRIs below one namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mint {
    base: String,
}

impl Default for Mint {
    fn default() -> Self {
        Self { base: DEFAULT_BASE.to_owned() }
    }
}

impl Mint {
    /// A mint for this namespace, an absolute IRI that ends in `/` or `#`.
    pub fn new(base: impl Into<String>) -> Self {
        Self { base: base.into() }
    }

    /// The namespace in which it mints.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The IRI of the entity with this canonical name; names that differ in case and punctuation only share one.
    pub fn entity(&self, label: &str) -> String {
        format!("{}{}", self.base, slug(label))
    }

    /// The IRI of an entity that shares its name with another one; `distinction` is what tells them apart.
    pub fn namesake(&self, label: &str, distinction: &str) -> String {
        format!("{}{}-{}", self.base, slug(label), hash(&[label, distinction], 8))
    }

    /// The IRI of an article: a readable part from its title (or else its file's name), then a hash of where it was
    /// published and what it says, so that moving the file changes nothing.
    pub fn document(&self, path: &str, url: Option<&str>, title: Option<&str>, text: &str) -> String {
        let name = title.unwrap_or_else(|| file_stem(path));
        format!("{}article/{}-{}", self.base, slug(name), hash(&[url.unwrap_or_default(), text], 8))
    }

    /// The IRI of a statement that is told by these parts. They must be what its own article tells, and nothing that other
    /// articles change, so that a statement is found again when the folder grows.
    pub fn statement(&self, parts: &[impl AsRef<str>]) -> String {
        format!("{}statement/{}", self.base, hash(parts, 16))
    }

    /// The IRI of a statement whose subject was inferred from another one: whoever trusted the statement has not yet
    /// trusted the inference.
    pub fn completed(&self, statement: &str, subject: &str) -> String {
        self.statement(&[statement, subject])
    }

    /// The IRI of an event, by the statement that reported it first.
    pub fn event(&self, first_report: &str) -> String {
        format!("{}event/{}", self.base, hash(&[first_report], 16))
    }

    /// The IRI of an attribution: its article, its source, its cue and the span that it attributes.
    pub fn attribution(&self, attribution: &Attribution) -> String {
        let parts = [
            attribution.document.id.to_string(),
            attribution.source.as_ref().map_or_else(String::new, |source| source.id.to_string()),
            attribution.cue.as_ref().map_or_else(String::new, |cue| format!("{}-{}", cue.begin, cue.end)),
            format!("{}-{}", attribution.content.begin, attribution.content.end),
            attribution.direct.to_string(),
        ];
        format!("{}attribution/{}", self.base, hash(&parts, 16))
    }
}

/// A span of a document as an IRI: the fragment of RFC 5147, as NIF recommends (`…#char=10,25`).
pub fn span_iri(document: &str, begin: usize, end: usize) -> String {
    format!("{document}#char={begin},{end}")
}

/// The characters of a span, by its IRI.
pub fn span_of_iri(iri: &str) -> Option<(usize, usize)> {
    let (_, span) = iri.rsplit_once("#char=")?;
    let (begin, end) = span.split_once(',')?;
    Some((begin.parse().ok()?, end.parse().ok()?))
}

/// Lower-case letters and digits of any script joined by hyphens; never empty.
fn slug(label: &str) -> String {
    let mut slug = String::new();
    let mut pending_hyphen = false;
    for character in label.chars().filter(|character| !matches!(character, '\'' | '’' | '.')) {
        if character.is_alphanumeric() {
            if pending_hyphen && !slug.is_empty() {
                slug.push('-');
            }
            pending_hyphen = false;
            slug.extend(character.to_lowercase());
        } else {
            pending_hyphen = true;
        }
    }
    if slug.is_empty() {
        return hash(&[label], 8);
    }
    if slug.chars().count() <= LONGEST_SLUG {
        return slug;
    }
    let shortened: String = slug.chars().take(LONGEST_SLUG).collect();
    format!("{}-{}", shortened.trim_end_matches('-'), hash(&[&slug], 8))
}

/// The name of a file without folders and extensions (`stories/a.txt` → `a`).
fn file_stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

/// The first `digits` hexadecimal digits of the parts' SHA-256; lengths go in, so that no two lists run together.
fn hash(parts: &[impl AsRef<str>], digits: usize) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.as_ref().len() as u64).to_le_bytes());
        hasher.update(part.as_ref());
    }
    hasher.finalize().iter().flat_map(|byte| [byte >> 4, byte & 15]).take(digits).map(hexadecimal).collect()
}

fn hexadecimal(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_get_readable_names() {
        let mint = Mint::default();
        assert_eq!(mint.entity("Harbour Board"), "https://w3id.org/newsgraph/id/harbour-board");
        assert_eq!(mint.entity("  St. Mary’s (2nd) "), "https://w3id.org/newsgraph/id/st-marys-2nd");
        assert_eq!(mint.entity("Müller & Söhne"), "https://w3id.org/newsgraph/id/müller-söhne");
        assert_ne!(mint.namesake("Anna Berg", "the pilot"), mint.namesake("Anna Berg", "the judge"));
    }

    #[test]
    fn names_without_letters_and_overlong_names_stay_apart() {
        let mint = Mint::new("http://a.example/");
        assert_ne!(mint.entity("!?"), mint.entity("?!"));
        let long = "word ".repeat(40);
        assert!(mint.entity(&long).len() < 100);
        assert_ne!(mint.entity(&long), mint.entity(&format!("{long} more")));
    }

    #[test]
    fn a_document_keeps_its_iri_when_its_file_moves() {
        let mint = Mint::default();
        let here = mint.document("a/ferry.txt", None, None, "The ferry sank.");
        assert!(here.starts_with("https://w3id.org/newsgraph/id/article/ferry-"), "{here}");
        assert_eq!(here, mint.document("b/ferry.txt", None, None, "The ferry sank."));
        assert_ne!(here, mint.document("a/ferry.txt", None, None, "The ferry sailed."));
    }

    #[test]
    fn lists_of_parts_do_not_run_together() {
        assert_ne!(hash(&["ab", "c"], 16), hash(&["a", "bc"], 16));
    }
}
