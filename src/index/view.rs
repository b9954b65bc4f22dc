//! An index where it lies: the bytes of a file, looked at and not copied.

use oxigraph::model::{NamedNodeRef, TermRef};

use super::damage::Damage;
use super::layout::{Header, PARTS, Part, Source, Stamp};
use super::lines::{Line, Lines};
use super::quads::{Matches, Pattern, Quads};
use super::terms::Terms;

/// A graph that can be asked without having been read.
///
/// ```
/// use newsgraph::index::{Damage, Index};
///
/// assert_eq!(Index::open(b"something else").unwrap_err(), Damage::NoIndex);
/// ```
#[derive(Debug, Clone)]
pub struct Index<'a> {
    terms: Terms<'a>,
    quads: Quads<'a>,
    lines: Lines<'a>,
    stamps: [Option<Stamp>; Source::ALL.len()],
}

impl<'a> Index<'a> {
    /// Looks at the bytes of an index.
    ///
    /// # Errors
    /// Returns what is wrong with bytes that are none.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Damage> {
        let (header, parts): (_, [_; PARTS]) = Header::read(bytes)?;
        let part = |part: Part| &bytes[parts[part as usize].clone()];
        let orders = [Part::Spog, Part::Posg, Part::Ospg, Part::Gspo];
        Ok(Self {
            terms: Terms::read(part(Part::Kinds), part(Part::Terms), part(Part::Texts))?,
            quads: Quads::read(orders.map(part)).ok_or(Damage::Shape)?,
            lines: Lines::read(part(Part::Lines)).ok_or(Damage::Shape)?,
            stamps: header.stamps,
        })
    }

    /// By what a file of which it was made is known again; nothing where there was none.
    pub fn stamp(&self, source: Source) -> Option<Stamp> {
        self.stamps[source as usize]
    }

    /// How many terms there are.
    pub fn terms(&self) -> usize {
        self.terms.len()
    }

    /// How many quads there are.
    pub fn len(&self) -> usize {
        self.quads.len()
    }

    /// Whether there is no quad.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The term of this number.
    ///
    /// # Errors
    /// Returns an error where there is none.
    pub fn term(&self, number: u32) -> Result<TermRef<'_>, Damage> {
        self.terms.get(number)
    }

    /// The IRI, label or text of this number's term.
    ///
    /// # Errors
    /// Returns an error where there is none.
    pub fn text(&self, number: u32) -> Result<&'a str, Damage> {
        self.terms.text(number)
    }

    /// The number of a term, where it stands in some quad.
    ///
    /// # Errors
    /// Returns an error where a term is damaged.
    pub fn number(&self, term: TermRef<'_>) -> Result<Option<u32>, Damage> {
        self.terms.find(term)
    }

    /// The number of an IRI, where it stands in some quad.
    ///
    /// # Errors
    /// Returns an error where a term is damaged.
    pub fn iri(&self, iri: &str) -> Result<Option<u32>, Damage> {
        self.number(NamedNodeRef::new_unchecked(iri).into())
    }

    /// The quads that a pattern fits.
    pub fn matches(&self, pattern: Pattern) -> Matches<'a> {
        self.quads.matches(pattern)
    }

    /// The graphs that have names.
    pub fn named_graphs(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.quads.named_graphs()
    }

    /// The lines of other files that tell of a term, file by file, in the order of the file.
    pub fn lines(&self, term: u32) -> impl Iterator<Item = Line> + use<'a> {
        self.lines.of(term)
    }
}
