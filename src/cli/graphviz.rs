//! Graphviz as a program of its own, for those who have it and prefer its layouts to newsgraph's.

use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, bail};
use clap::ValueEnum;

/// A layout of Graphviz, each a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Layers, good up to some thirty entities
    Dot,
    /// Springs
    Neato,
    /// Springs, for hundreds of entities
    Sfdp,
}

/// What Graphviz is to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Image {
    Svg,
    Png,
}

impl Engine {
    fn program(self) -> &'static str {
        match self {
            Self::Dot => "dot",
            Self::Neato => "neato",
            Self::Sfdp => "sfdp",
        }
    }

    /// The picture of a graph in DOT.
    ///
    /// # Errors
    /// Returns an error where the program is not installed, or what it says where it fails.
    pub fn draw(self, dot: &[u8], image: Image) -> anyhow::Result<Vec<u8>> {
        let program = self.program();
        let format = match image {
            Image::Svg => "-Tsvg",
            Image::Png => "-Tpng",
        };
        let mut command = Command::new(program);
        command.arg(format).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = match command.spawn() {
            Err(error) if error.kind() == ErrorKind::NotFound => bail!(
                "Graphviz's program `{program}` is not installed: install Graphviz, or leave out --engine for newsgraph's \
                 own layout"
            ),
            started => started.with_context(|| format!("cannot start `{program}`"))?,
        };
        let input = child.stdin.take();
        let done = thread::scope(|scope| {
            // Written beside the reading, for either pipe may fill up. Where the program reads no further, it says why.
            scope.spawn(move || input.map(|mut input| input.write_all(dot)));
            child.wait_with_output()
        });
        let done = done.with_context(|| format!("`{program}` gave no picture"))?;
        if !done.status.success() {
            bail!("`{program}` could not draw the graph: {}", String::from_utf8_lossy(&done.stderr).trim());
        }
        Ok(done.stdout)
    }
}
