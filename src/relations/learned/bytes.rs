//! Numbers and texts as little-endian bytes, and back without trust in them: what is cut off reads as `None`.

/// Puts values one behind the other; lists and texts are preceded by their length.
#[derive(Debug, Default)]
pub struct Writer {
    bytes: Vec<u8>,
}

/// Takes values in the order in which they were written.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl Writer {
    pub fn number(&mut self, number: u32) {
        self.bytes.extend(number.to_le_bytes());
    }

    /// A length or an index.
    pub fn count(&mut self, count: usize) {
        self.bytes.extend((count as u64).to_le_bytes());
    }

    pub fn text(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend(text.bytes());
    }

    pub fn hashes(&mut self, hashes: &[u64]) {
        self.count(hashes.len());
        self.bytes.extend(hashes.iter().flat_map(|hash| hash.to_le_bytes()));
    }

    pub fn weights(&mut self, weights: &[f32]) {
        self.count(weights.len());
        self.bytes.extend(weights.iter().flat_map(|weight| weight.to_le_bytes()));
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    pub fn number(&mut self) -> Option<u32> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(u32::from_le_bytes(*bytes))
    }

    pub fn count(&mut self) -> Option<usize> {
        let (bytes, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        usize::try_from(u64::from_le_bytes(*bytes)).ok()
    }

    pub fn text(&mut self) -> Option<String> {
        let length = self.count()?;
        let bytes = self.take(length)?;
        String::from_utf8(bytes.to_vec()).ok()
    }

    pub fn hashes(&mut self) -> Option<Vec<u64>> {
        let (hashes, _) = self.list(size_of::<u64>())?.as_chunks();
        Some(hashes.iter().map(|bytes| u64::from_le_bytes(*bytes)).collect())
    }

    pub fn weights(&mut self) -> Option<Vec<f32>> {
        let (weights, _) = self.list(size_of::<f32>())?.as_chunks();
        Some(weights.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
    }

    /// The bytes of a list of items of `size` bytes.
    fn list(&mut self, size: usize) -> Option<&'a [u8]> {
        let length = self.count()?.checked_mul(size)?;
        self.take(length)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_in_order_and_cut_ones_do_not() {
        let mut writer = Writer::default();
        writer.number(7);
        writer.text("Fähre");
        writer.hashes(&[1, u64::MAX]);
        writer.weights(&[-0.5, 2.0]);
        let bytes = writer.into_bytes();
        let read = |bytes: &[u8]| {
            let mut reader = Reader::new(bytes);
            let values = (reader.number()?, reader.text()?, reader.hashes()?, reader.weights()?);
            reader.is_at_end().then_some(values)
        };
        assert_eq!(read(&bytes), Some((7, "Fähre".to_owned(), vec![1, u64::MAX], vec![-0.5, 2.0])));
        assert!((0..bytes.len()).all(|end| read(&bytes[..end]).is_none()));
        assert_eq!(Reader::new(&[0xff; 8]).weights(), None);
    }
}
