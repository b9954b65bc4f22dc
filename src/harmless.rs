//! Output that commands no terminal. Names of files, articles and ontologies are other people's words: an escape sequence in them
//! could recolour a terminal, rewrite what stands above, or type into it. Control characters are shown as escapes.

use std::io::{self, IsTerminal, StderrLock, StdoutLock, Write};

/// Output for people, with control characters shown as escapes; line breaks and tabs stay.
#[derive(Debug)]
pub struct Harmless<W>(W);

/// Standard error.
pub fn stderr() -> Harmless<StderrLock<'static>> {
    Harmless(io::stderr().lock())
}

/// Standard output for people.
pub fn stdout() -> Harmless<StdoutLock<'static>> {
    Harmless(io::stdout().lock())
}

/// Standard output for programs: as it is, but where it is a terminal after all.
pub fn data() -> Box<dyn Write> {
    let out = io::stdout().lock();
    if out.is_terminal() { Box::new(Harmless(out)) } else { Box::new(out) }
}

impl<W: Write> Write for Harmless<W> {
    /// Whoever writes hands on whole characters, so that none of two bytes is torn.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (mut written, mut at) = (0, 0);
        while at < bytes.len() {
            if let Some((length, code)) = control(&bytes[at..]) {
                self.0.write_all(&bytes[written..at])?;
                write!(self.0, "\\u{{{code:x}}}")?;
                at += length;
                written = at;
            } else {
                at += 1;
            }
        }
        self.0.write_all(&bytes[written..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The length in bytes and the code of the control character that begins here.
fn control(bytes: &[u8]) -> Option<(usize, u8)> {
    match *bytes {
        [b'\n' | b'\t', ..] => None,
        [code @ (0..0x20 | 0x7F), ..] => Some((1, code)),
        [0xC2, code @ 0x80..=0x9F, ..] => Some((2, code)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_and_all_else_stays() {
        let (mut out, name) = (Harmless(Vec::new()), "a\u{1b}b");
        write!(out, "Zoë\t“x”\n\u{1b}[31m{name}\u{9b}2J\r\u{7f}\0é").unwrap();
        let text = String::from_utf8(out.0).unwrap();
        assert_eq!(text, "Zoë\t“x”\n\\u{1b}[31ma\\u{1b}b\\u{9b}2J\\u{d}\\u{7f}\\u{0}é");
    }
}
