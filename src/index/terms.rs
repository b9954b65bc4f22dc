//! The terms of an index: sorted, so that a term's number is found by halving, and its text by its number.

use std::cmp::Ordering;
use std::io;
use std::io::Write;

use oxigraph::model::TermRef;

use super::damage::Damage;
use super::kind::{Kind, object_key, text};

/// Bytes of a term's record: where its text begins (8), and the place of its kind (4). One more record ends the last text.
pub const RECORD: usize = 12;

/// The terms, as they lie in the bytes.
#[derive(Debug, Clone)]
pub struct Terms<'a> {
    kinds: Vec<Kind>,
    records: &'a [[u8; RECORD]],
    texts: &'a [u8],
}

impl<'a> Terms<'a> {
    pub fn read(kinds: &[u8], records: &'a [u8], texts: &'a [u8]) -> Result<Self, Damage> {
        let (records, rest) = records.as_chunks();
        if !rest.is_empty() || records.is_empty() || u32::try_from(records.len()).is_err() {
            return Err(Damage::Shape);
        }
        Ok(Self { kinds: read_kinds(kinds).ok_or(Damage::Shape)?, records, texts })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.records.len() - 1
    }

    /// The term of this number.
    pub fn get(&self, number: u32) -> Result<TermRef<'_>, Damage> {
        let (kind, text) = self.raw(number)?;
        Ok(kind.term(str::from_utf8(text).map_err(|_| Damage::Term(number))?))
    }

    /// The text of this number's term, whatever it is.
    pub fn text(&self, number: u32) -> Result<&'a str, Damage> {
        str::from_utf8(self.raw(number)?.1).map_err(|_| Damage::Term(number))
    }

    fn raw(&self, number: u32) -> Result<(&Kind, &'a [u8]), Damage> {
        let found = || {
            let (begin, kind) = record(self.records.get(number as usize)?);
            let (end, _) = record(self.records.get(number as usize + 1)?);
            let range = usize::try_from(begin).ok()?..usize::try_from(end).ok()?;
            Some((self.kinds.get(kind as usize)?, self.texts.get(range)?))
        };
        found().ok_or(Damage::Term(number))
    }

    /// The number of a term, where it stands in some quad.
    pub fn find(&self, term: TermRef<'_>) -> Result<Option<u32>, Damage> {
        let sought = object_key(term);
        let (mut begin, mut end) = (0, self.len() as u32);
        while begin < end {
            let middle = begin + (end - begin) / 2;
            let (kind, text) = self.raw(middle)?;
            match kind.key(text).cmp(&sought) {
                Ordering::Less => begin = middle + 1,
                Ordering::Equal => return Ok(Some(middle)),
                Ordering::Greater => end = middle,
            }
        }
        Ok(None)
    }
}

fn record(bytes: &[u8; RECORD]) -> (u64, u32) {
    let [begin @ .., a, b, c, d] = *bytes;
    (u64::from_le_bytes(begin), u32::from_le_bytes([a, b, c, d]))
}

/// A kind is a byte, the length of its datatype or language, and that.
fn read_kinds(mut bytes: &[u8]) -> Option<Vec<Kind>> {
    let mut kinds = Vec::new();
    while let Some((&tag, rest)) = bytes.split_first() {
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (name, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        let name = || str::from_utf8(name).ok().map(str::to_owned);
        kinds.push(match tag {
            0 => Kind::Iri,
            1 => Kind::BlankNode,
            2 => Kind::String,
            3 => Kind::Typed { datatype: name()? },
            4 => Kind::Tagged { language: name()? },
            _ => return None,
        });
        bytes = rest;
    }
    Some(kinds)
}

/// The three parts that hold terms, in the making; the texts are written last and straight away.
pub struct TermParts {
    pub kinds: Vec<u8>,
    pub records: Vec<u8>,
    pub texts: u64,
}

impl TermParts {
    /// Of terms in their order.
    pub fn of<'t>(terms: impl Iterator<Item = TermRef<'t>>) -> Self {
        let mut known: Vec<Kind> = Vec::new();
        let mut parts = Self { kinds: Vec::new(), records: Vec::new(), texts: 0 };
        for term in terms {
            let place = known.iter().position(|kind| is(kind, term)).unwrap_or_else(|| {
                known.push(Kind::of(term));
                known.len() - 1
            });
            parts.record(place as u32);
            parts.texts += text(term).len() as u64;
        }
        parts.record(0);
        for kind in &known {
            let (tag, name) = match kind {
                Kind::Iri => (0, ""),
                Kind::BlankNode => (1, ""),
                Kind::String => (2, ""),
                Kind::Typed { datatype } => (3, datatype.as_str()),
                Kind::Tagged { language } => (4, language.as_str()),
            };
            parts.kinds.push(tag);
            parts.kinds.extend((name.len() as u32).to_le_bytes());
            parts.kinds.extend(name.as_bytes());
        }
        parts
    }

    fn record(&mut self, kind: u32) {
        self.records.extend(self.texts.to_le_bytes());
        self.records.extend(kind.to_le_bytes());
    }
}

/// Whether a term is of this kind; [`Kind::of`] would copy its datatype.
fn is(kind: &Kind, term: TermRef<'_>) -> bool {
    let (_, text, datatype, language) = object_key(term);
    let (of_kind, _, its_datatype, its_language) = kind.key(text);
    of_kind == object_key(term).0 && its_datatype == datatype && its_language == language
}

pub fn write_texts<'t>(terms: impl Iterator<Item = TermRef<'t>>, out: &mut impl Write) -> io::Result<()> {
    terms.into_iter().try_for_each(|term| out.write_all(text(term).as_bytes()))
}
