//! Reader of model files: named sections of numbers and strings.
//!
//! The files are written by the scripts in `scripts/`; `convert_model.py` documents the format. They are part of the
//! binary and are read where they lie. A damaged section is a mistake in the build, not in the user's input; the
//! readers therefore panic with the section's name, and the tests load every section once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

/// A file that lies where its numbers can be read in place; its sections begin at multiples of 64 bytes.
#[repr(C, align(64))]
pub struct Aligned<Bytes: ?Sized>(pub Bytes);

const MAGIC: &[u8] = b"newsgraph-model\n";
const NAME_LENGTH: usize = 40;
const ENTRY_LENGTH: usize = NAME_LENGTH + 12;

/// The sections of an embedded model by name.
pub struct Weights {
    sections: HashMap<&'static str, &'static [u8]>,
}

impl Weights {
    /// Reads the table of contents.
    pub fn of(file: &'static [u8]) -> Self {
        assert!(file.starts_with(MAGIC), "the embedded model file has a wrong beginning");
        let mut sections = HashMap::new();
        let table = &file[MAGIC.len() + 4..];
        for number in 0..integer(&file[MAGIC.len()..]) {
            let entry = &table[number * ENTRY_LENGTH..][..ENTRY_LENGTH];
            let name = text(&entry[..NAME_LENGTH]).trim_end_matches('\0');
            let offset = integer(&entry[NAME_LENGTH + 4..]);
            let length = integer(&entry[NAME_LENGTH + 8..]);
            sections.insert(name, &file[offset..offset + length]);
        }
        Self { sections }
    }

    fn section(&self, name: &str) -> &'static [u8] {
        self.sections
            .get(name)
            .unwrap_or_else(|| panic!("the embedded model file has no section {name}; convert it again"))
    }

    /// The numbers as they lie in the program, which need no memory of their own; on a machine of the other byte order,
    /// a copy.
    pub fn floats(&self, name: &str) -> Cow<'static, [f32]> {
        let bytes = self.section(name);
        match bytemuck::try_cast_slice(bytes) {
            Ok(numbers) if cfg!(target_endian = "little") => Cow::Borrowed(numbers),
            _ => bytes.as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect(),
        }
    }

    /// A section of 8-bit numbers.
    pub fn bytes(&self, name: &str) -> &'static [i8] {
        bytemuck::cast_slice(self.section(name))
    }

    /// The numbers in rows of equal length.
    pub fn rows<const LENGTH: usize>(&self, name: &str) -> Cow<'static, [[f32; LENGTH]]> {
        match self.floats(name) {
            Cow::Borrowed(numbers) => Cow::Borrowed(numbers.as_chunks().0),
            Cow::Owned(numbers) => Cow::Owned(numbers.as_chunks().0.to_vec()),
        }
    }

    /// A section of 32-bit numbers.
    pub fn integers(&self, name: &str) -> Vec<u32> {
        self.section(name).as_chunks().0.iter().map(|&bytes| u32::from_le_bytes(bytes)).collect()
    }

    /// A section of spaCy's 64-bit string identifiers.
    pub fn hashes(&self, name: &str) -> Vec<u64> {
        self.section(name).as_chunks().0.iter().map(|&bytes| u64::from_le_bytes(bytes)).collect()
    }

    /// A section of strings, each read as a label.
    pub fn labels<T: FromStr<Err: Display>>(&self, name: &str) -> Vec<T> {
        self.strings(name).iter().map(|text| label(text, name)).collect()
    }

    /// A section of strings, which stay packed.
    pub fn strings(&self, name: &str) -> Strings {
        let section = self.section(name);
        let count = integer(section);
        let (offsets, bytes) = section[4..].split_at((count + 1) * 4);
        Strings { offsets, bytes }
    }
}

/// A list of strings that stays in its packed form until one is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Strings {
    offsets: &'static [u8],
    bytes: &'static [u8],
}

impl Strings {
    /// Number of strings.
    pub fn len(&self) -> usize {
        self.offsets.len() / 4 - 1
    }

    /// The string at `index`, which must be below [`Strings::len`].
    pub fn get(&self, index: usize) -> &'static str {
        let begin = integer(&self.offsets[index * 4..]);
        let end = integer(&self.offsets[index * 4 + 4..]);
        text(&self.bytes[begin..end])
    }

    /// The strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        let list = *self;
        (0..list.len()).map(move |index| list.get(index))
    }

    /// The place of `word` in a list sorted by bytes.
    pub fn find(&self, word: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).cmp(word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

/// A label of the section `name`.
pub fn label<T: FromStr<Err: Display>>(text: &str, name: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("the embedded model file, section {name}: {error}"))
}

fn integer(bytes: &[u8]) -> usize {
    let bytes: [u8; 4] = bytes[..4].try_into().expect("four bytes");
    u32::from_le_bytes(bytes) as usize
}

fn text(bytes: &'static [u8]) -> &'static str {
    std::str::from_utf8(bytes).expect("the embedded model file holds UTF-8 strings")
}
