//! The body of an answer: text in memory, or a file that is read as the client takes it. Its length is known beforehand.

use std::fs::File;
use std::io;
use std::io::{Read, Seek, SeekFrom};
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, SizeHint};
use tempfile::SpooledTempFile;

/// Bytes that are read of a file at once.
const PIECE: u64 = 64 * 1024;
/// An answer that is longer is kept on the disk until it is sent.
const LONGEST_IN_MEMORY: usize = 256 * 1024;

/// Where an answer is put while it is made.
pub fn spool() -> SpooledTempFile {
    SpooledTempFile::new(LONGEST_IN_MEMORY)
}

/// The body of an answer.
pub struct Payload {
    source: Source,
    /// Bytes that are still to be sent.
    left: u64,
}

enum Source {
    Text(Bytes),
    Spooled(SpooledTempFile),
    File(File),
}

impl Payload {
    /// All that was written into a spool.
    pub fn spooled(mut file: SpooledTempFile) -> io::Result<Self> {
        let left = file.stream_position()?;
        file.seek(SeekFrom::Start(0))?;
        Ok(Self { source: Source::Spooled(file), left })
    }

    /// A file of the graph.
    pub fn file(file: File) -> io::Result<Self> {
        let left = file.metadata()?.len();
        Ok(Self { source: Source::File(file), left })
    }

    /// All of it as text.
    pub fn text(mut self) -> io::Result<String> {
        let mut bytes = Vec::new();
        while self.left > 0 {
            bytes.extend(self.next()?);
        }
        String::from_utf8(bytes).map_err(io::Error::other)
    }

    pub fn length(&self) -> u64 {
        self.left
    }

    /// The next piece. Reading takes no longer than a copy: what is read was written just now, or is an open file of this machine's.
    fn next(&mut self) -> io::Result<Bytes> {
        let size = self.left.min(PIECE) as usize;
        let mut piece = vec![0; size];
        match &mut self.source {
            Source::Text(text) => {
                self.left = 0;
                return Ok(std::mem::take(text));
            }
            Source::Spooled(file) => file.read_exact(&mut piece)?,
            Source::File(file) => file.read_exact(&mut piece)?,
        }
        self.left -= size as u64;
        Ok(piece.into())
    }
}

impl<T: Into<Bytes>> From<T> for Payload {
    fn from(text: T) -> Self {
        let text = text.into();
        let left = text.len() as u64;
        Self { source: Source::Text(text), left }
    }
}

impl Body for Payload {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        Poll::Ready((self.left > 0).then(|| self.next().map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn sent(mut payload: Payload) -> Vec<u8> {
        let mut sent = Vec::new();
        while payload.left > 0 {
            sent.extend(payload.next().unwrap());
        }
        sent
    }

    #[test]
    fn what_was_written_is_sent_whether_it_was_kept_in_memory_or_on_the_disk() {
        for length in [0, 10, PIECE as usize, 3 * LONGEST_IN_MEMORY + 1] {
            let bytes: Vec<u8> = (0..length).map(|index| index as u8).collect();
            let mut file = spool();
            file.write_all(&bytes).unwrap();
            let payload = Payload::spooled(file).unwrap();
            assert_eq!(payload.length(), length as u64);
            assert_eq!(sent(payload), bytes);
        }
        assert_eq!(sent("text".into()), b"text");
    }
}
