//! What commands that read articles are told about them: which, under what names of fields, in which languages.

use std::path::PathBuf;

use clap::Args;

use crate::read::{FieldName, PageWords, ReadOptions, Reading, read_inputs};

/// Articles and how they are read.
#[derive(Debug, Args)]
pub struct InputArguments {
    /// Files and folders of articles: .txt, .html, .json, .jsonl, .csv, .tsv, .xml (RSS, Atom, NITF, NewsML), .mhtml, .eml,
    /// .mbox, .warc, .docx, .pdf, also .gz of these; `-` reads standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArguments,
}

/// How articles are read.
#[derive(Debug, Args)]
pub struct ReadingArguments {
    /// A name of your own for what a record or a table holds: text, title, date, publisher, url or author, as in
    /// text=body or publisher=source.name; can be given often
    #[arg(long = "field", value_name = "FIELD=NAME")]
    pub fields: Vec<FieldName>,
    /// Read texts of other languages than English too
    #[arg(long)]
    pub any_language: bool,
}

impl InputArguments {
    /// Reads the articles; `words` tell the story from the page around it.
    pub fn read(&self, words: &PageWords) -> Reading {
        read_inputs(&self.inputs, &self.reading.options(words))
    }

    /// The reason to give where nothing could be read.
    pub fn no_article(&self) -> String {
        let inputs: Vec<String> = self.inputs.iter().map(|path| path.display().to_string()).collect();
        format!(
            "no article to read in {}: give files or folders of .txt, .html, .jsonl or other formats of articles",
            inputs.join(", ")
        )
    }
}

impl ReadingArguments {
    /// The same for the reader.
    pub fn options<'a>(&'a self, words: &'a PageWords) -> ReadOptions<'a> {
        ReadOptions { words, fields: &self.fields, any_language: self.any_language }
    }
}
