//! PDF documents with a text in them; those that are pictures of pages have none.
//!
//! The crate that reads them panics at what it does not know, which is caught, and would follow a form that draws itself for
//! ever, so that is looked for before.

use std::collections::BTreeSet;

use pdf_extract::{Dictionary, Document, Object, ObjectId, PlainTextOutput, decode_text_string, output_doc};

use super::super::given::{Given, one_line, publication_date};
use crate::page::TextSource;
use crate::quiet::quietly;

/// Larger files, in bytes, are books.
const LARGEST: usize = 64 << 20;

/// The text of a document as one article.
///
/// # Errors
/// One clause that says why there is none.
pub(crate) fn given(bytes: &[u8]) -> Result<Given, String> {
    if bytes.len() > LARGEST {
        return Err(format!(
            "is a PDF of more than {} MB; take its text out first, for instance with pdftotext",
            LARGEST >> 20
        ));
    }
    let broken =
        || "is a PDF that cannot be read; take its text out first, for instance with pdftotext".to_owned();
    let given = quietly(|| read(bytes)).ok().flatten().ok_or_else(broken)?;
    if given.text.trim().is_empty() {
        return Err(
            "is a PDF without text, perhaps a scan; recognise its text first, for instance with ocrmypdf"
                .to_owned(),
        );
    }
    Ok(given)
}

fn read(bytes: &[u8]) -> Option<Given> {
    let mut document = Document::load_mem(bytes).ok()?;
    if document.is_encrypted() {
        document.decrypt("").ok()?;
    }
    if draws_itself(&document) {
        return None;
    }
    let mut text = String::new();
    output_doc(&document, &mut PlainTextOutput::new(&mut text)).ok()?;
    let about = |name: &[u8]| {
        let about = document.trailer.get(b"Info").ok()?;
        let value = document.dereference(about).ok()?.1.as_dict().ok()?.get(name).ok()?;
        one_line(&decode_text_string(value).ok()?)
    };
    // Programs that print write the name of a file where there is no title.
    let is_title =
        |title: &String| title.contains(' ') && !title.contains("Microsoft") && !title.contains(".doc");
    let made = about(b"CreationDate").and_then(|date| {
        let digits: String = date.trim_start_matches("D:").chars().take(8).collect();
        publication_date(&digits)
    });
    Some(Given {
        text: mended(&text),
        title: about(b"Title").filter(is_title),
        author: about(b"Author"),
        date_of_file: made,
        text_source: TextSource::TakenOut,
        ..Given::default()
    })
}

/// The text with the words that the ends of lines part whole again.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    for line in text.trim().lines() {
        let word_goes_on =
            mended.strip_suffix("-\n").is_some_and(|before| before.ends_with(char::is_lowercase))
                && line.starts_with(char::is_lowercase);
        if word_goes_on {
            mended.truncate(mended.len() - 2);
        }
        mended.push_str(line.trim_end());
        mended.push('\n');
    }
    mended
}

/// Whether a form of the document is drawn inside itself, or takes what it draws from wherever it stands.
fn draws_itself(document: &Document) -> bool {
    let forms =
        document.objects.iter().filter_map(|(id, object)| Some((*id, &object.as_stream().ok()?.dict)));
    let mut done = BTreeSet::new();
    forms.filter(|(_, form)| is_form(form)).any(|(id, _)| is_in_circle(document, id, &mut done))
}

fn is_form(dictionary: &Dictionary) -> bool {
    dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")
}

fn is_in_circle(document: &Document, start: ObjectId, done: &mut BTreeSet<ObjectId>) -> bool {
    let mut above: Vec<ObjectId> = Vec::new();
    let mut open = vec![(start, false)];
    while let Some((id, leaving)) = open.pop() {
        if leaving {
            above.pop();
            done.insert(id);
        } else if above.contains(&id) {
            return true;
        } else if !done.contains(&id) {
            let Some(inner) = drawn(document, id) else { return true };
            above.push(id);
            open.push((id, true));
            open.extend(inner.into_iter().map(|id| (id, false)));
        }
    }
    false
}

/// What a form draws; none if it takes the names of that from elsewhere.
fn drawn(document: &Document, id: ObjectId) -> Option<Vec<ObjectId>> {
    let Ok(form) = document.get_object(id).and_then(Object::as_stream) else { return Some(Vec::new()) };
    if !is_form(&form.dict) {
        return Some(Vec::new());
    }
    let resources = form.dict.get(b"Resources").ok()?;
    let resources = document.dereference(resources).ok()?.1.as_dict().ok()?;
    let Ok(objects) = resources.get(b"XObject") else { return Some(Vec::new()) };
    let objects = document.dereference(objects).ok()?.1.as_dict().ok()?;
    Some(objects.iter().filter_map(|(_, object)| object.as_reference().ok()).collect())
}
