//! One file per format: from its bytes to the articles that it holds ([`Found`]), whatever they are called there.

mod docx;
mod factiva;
mod feed;
mod format;
mod found;
mod json;
mod lexis;
mod loose_json;
mod mail;
mod newsml;
mod nitf;
mod pdf;
mod reader;
mod record;
mod table;
mod trafilatura;
mod warc;
mod xml;

pub(super) use format::{Format, Named, by_magic, named, sniff};
pub(super) use found::Found;
pub(super) use json::{line as json_line, lines as json_lines};
pub(super) use reader::articles;
pub(super) use warc::articles as warc_articles;
