//! The story told from the page around it: which spans of a text are headline, paragraph or caption, and what its lines say of
//! outlet and day. It knows no format and opens no file; [`read`](crate::read) brings the texts.

mod article;
mod captions;
mod date;
mod dateline;
mod furniture;
mod lines;
mod page_words;
mod passages;
mod reading_text;
mod related_links;
mod role;
#[cfg(test)]
pub(crate) mod test_words;
mod unit;

pub use article::{Article, Passage, PassageKind, TextSource};
pub use date::{PublicationDate, month};
pub use page_words::PageWords;
pub(crate) use passages::tell;
pub use reading_text::ReadingText;
pub(crate) use reading_text::without_unread;
pub use related_links::related_links;
