//! The parts of a page that are no part of its story, known by how pages name them: readers' comments, boxes that invite and
//! advertise, lists of other articles, marks of notes.
//!
//! The readability algorithm looks for the part of a page with most text, and takes with it what stands between the
//! paragraphs. But a reader's comment under an article says what nobody answers for, and the headline of another article in
//! a box tells of another affair.

use dom_query::{Document, NodeRef};

use crate::page::PageWords;

/// Parts of names of classes that mark boxes between the paragraphs.
const BOXES: [&str; 22] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "mostread",
    "newsletter",
    "outbrain",
    "paywall",
    "poll",
    "promo",
    "quiz",
    "readmore",
    "recirc",
    "recommended",
    "related",
    "share",
    "sharing",
    "signup",
    "taboola",
    "trending",
];

/// Longer parts, in characters, are the story itself with a misleading name.
const LONGEST_BOX: usize = 600;

/// Takes out of a page what is no part of its story, and makes old marks of style ones that the algorithm knows.
pub(super) fn tidy(page: &Document, words: &PageWords) {
    page.select("font, tt, big, nobr, acronym, strike, s, u").rename("span");
    page.select("blockquote.twitter-tweet, blockquote.instagram-media, .mw-editsection").remove();
    remove_where(page, "sup", is_note);
    remove_where(page, "[class], [id], [itemtype], [itemprop]", |node| {
        is_part(node) && (is_comments(node) && !has_title(node) || is_box(node))
    });
    for heading in page.select("h2, h3, h4, h5, h6, p, strong, div").nodes() {
        cut_after(heading, words);
    }
}

fn remove_where(page: &Document, selector: &str, unwanted: impl Fn(&NodeRef) -> bool) {
    for node in page.select(selector).nodes().iter().filter(|node| unwanted(node)) {
        node.remove_from_parent();
    }
}

/// Whether the element is a part of the page, not the whole or the frame of its story.
fn is_part(node: &NodeRef) -> bool {
    node.node_name().is_some_and(|name| !matches!(&*name, "html" | "body" | "main" | "time" | "meta"))
}

/// Whether the headline or the marked text of the article is inside.
fn has_title(node: &NodeRef) -> bool {
    node.descendants_it().any(|inner| {
        inner.node_name().is_some_and(|name| &*name == "h1")
            || inner.attr("itemprop").is_some_and(|mark| &*mark == "articleBody")
    })
}

/// A mark that leads to a note: `3` in a link, `[3]`, `[citation needed]`.
fn is_note(node: &NodeRef) -> bool {
    let text = node.text();
    let text = text.trim();
    let linked = || node.descendants_it().any(|inner| inner.node_name().is_some_and(|name| &*name == "a"));
    text.starts_with('[') && text.ends_with(']') || text.chars().count() <= 3 && linked()
}

/// Whether an element holds what readers wrote.
fn is_comments(node: &NodeRef) -> bool {
    let names = name_parts(node, &["class", "id", "itemtype", "itemprop"]);
    let any = |wanted: &[&str]| names.iter().any(|part| wanted.contains(&part.as_str()));
    any(&["comments", "commentlist", "disqus", "respond"]) && !any(&["has", "no", "with"])
        || node.attr("itemtype").is_some_and(|kind| kind.ends_with("Comment"))
        || node.attr("itemprop").is_some_and(|mark| &*mark == "comment")
}

fn is_box(node: &NodeRef) -> bool {
    let names = name_parts(node, &["class", "id"]);
    let named = names.iter().any(|part| BOXES.contains(&part.as_str()));
    named && node.normalized_char_count() <= LONGEST_BOX && !has_title(node)
}

/// Whether an element stands in a reader's comment.
pub(super) fn holds_comment(node: &NodeRef) -> bool {
    let is_comment = |node: &NodeRef| {
        is_part(node)
            && (is_comments(node) || name_parts(node, &["class", "id"]).iter().any(|part| part == "comment"))
    };
    node.ancestors_it(None).any(|ancestor| is_comment(&ancestor))
}

/// Whether an element stands in a comment, beside the story, above or below the page.
pub(super) fn is_beside_story(node: &NodeRef) -> bool {
    let beside = |name: &str| matches!(name, "aside" | "nav" | "footer");
    holds_comment(node)
        || node.ancestors_it(None).any(|ancestor| {
            ancestor.node_name().is_some_and(|name| beside(&name)) || is_part(&ancestor) && is_box(&ancestor)
        })
}

/// The words that names in some attributes of an element are made of, in lower case (`article__relatedLinks`: `article`,
/// `related`, `links`).
pub(super) fn name_parts(node: &NodeRef, attributes: &[&str]) -> Vec<String> {
    let mut parts = Vec::new();
    for value in attributes.iter().filter_map(|name| node.attr(name)) {
        let mut part = String::new();
        let mut after_small = false;
        for letter in value.chars() {
            if !letter.is_alphanumeric() || letter.is_uppercase() && after_small {
                parts.push(std::mem::take(&mut part));
            }
            if letter.is_alphanumeric() {
                part.extend(letter.to_lowercase());
            }
            after_small = letter.is_lowercase();
        }
        parts.push(part);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Removes a heading of comments or of links with what follows it: everything up to the next heading of its rank after
/// the first, and nothing but links after the second.
fn cut_after(heading: &NodeRef, words: &PageWords) {
    let text = heading_text(heading);
    let comments = words.comment_headings.contains(&text);
    if !comments && !words.link_headings.contains(&text) {
        return;
    }
    // A heading may stand in a frame of its own.
    let frames = |parent: &NodeRef| is_part(parent) && heading_text(parent) == text;
    let mut outer = *heading;
    while let Some(parent) = outer.parent().filter(frames) {
        outer = parent;
    }
    let is_heading = |name: &str| name.len() == 2 && name.starts_with('h');
    let rank = heading.node_name().map_or_else(String::new, |name| name.to_string());
    while let Some(next) = outer.next_sibling() {
        let heads = |name: &str| is_heading(name) && (!is_heading(&rank) || name <= rank.as_str());
        let ends = next.node_name().is_some_and(|name| heads(&name)) || has_title(&next);
        if ends || !comments && !is_links(&next) {
            break;
        }
        next.remove_from_parent();
    }
    outer.remove_from_parent();
}

/// A heading's words in lower case, without numbers and punctuation (`Comments (2)`).
fn heading_text(node: &NodeRef) -> String {
    const LONGEST_HEADING: usize = 60;
    if node.normalized_char_count() > LONGEST_HEADING {
        return String::new();
    }
    let text = node.text().replace('’', "'").to_lowercase();
    let words = text.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| !word.is_empty());
    words.collect::<Vec<&str>>().join(" ")
}

/// Whether all the words of an element, but for a few, are links.
fn is_links(node: &NodeRef) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let all = letters(&node.text());
    let link = |inner: &NodeRef| inner.node_name().is_some_and(|name| &*name == "a");
    let linked: usize = node.descendants_it().filter(link).map(|inner| letters(&inner.text())).sum();
    let own = if link(node) { all } else { linked };
    own * 10 >= all * 7
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::test_words::page_words;

    fn tidied(body: &str) -> String {
        let page = Document::from(format!("<html><body>{body}</body></html>"));
        tidy(&page, &page_words());
        // A reader sees a gap between two paragraphs.
        let parted = page.html().replace("</p>", "</p> ").replace("</h1>", "</h1> ");
        Document::from(parted).text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_are_taken_out_with_their_heading() {
        for comments in [
            "<h3>Comments (2)</h3><ol><li>He did it.</li></ol>",
            "<h2>12 Comments</h2><div><p>He did it.</p></div><p>Me too.</p>",
            "<div class='section-title'><h3>Comments</h3></div><p>He did it.</p>",
            "<section id='comments'><p>He did it.</p></section>",
            "<ul class='wp-comments-list'><li>He did it.</li></ul>",
            "<div itemscope itemtype='https://schema.org/Comment'>He did it.</div>",
            "<div id='disqus_thread'>He did it.</div>",
        ] {
            assert_eq!(tidied(&format!("<p>The ferry sank.</p>{comments}")), "The ferry sank.", "{comments}");
        }
    }

    #[test]
    fn boxes_and_lists_of_links_are_taken_out_and_the_story_goes_on() {
        for between in [
            "<h3>Related articles</h3><p><a href='/a'>Mayor arrested</a></p>",
            "<h4>Read more:</h4><ul><li><a href='/a'>Mayor arrested</a></li><li><a href='/b'>Two shot</a></li></ul>",
            "<p><strong>Related articles</strong></p><p><a href='/a'>Mayor arrested</a></p>",
            "<div class='inline-newsletter-box'>Get our letter.</div>",
            "<div class='articleRelated'><p>Mayor arrested</p></div>",
            "<aside class='promo'>Mayor arrested</aside>",
            "<blockquote class='twitter-tweet'><p>Mayor arrested</p></blockquote>",
        ] {
            let page = format!("<p>The ferry sank.</p>{between}<p>Nobody was hurt.</p>");
            assert_eq!(tidied(&page), "The ferry sank. Nobody was hurt.", "{between}");
        }
    }

    #[test]
    fn marks_of_notes_are_taken_out_and_squares_stay() {
        assert_eq!(tidied("<p>It sank.<sup><a href='#n3'>3</a></sup></p>"), "It sank.");
        assert_eq!(tidied("<p>It sank<sup>[citation needed]</sup>.</p>"), "It sank.");
        assert_eq!(tidied("<p>It sank<sup class='reference'><a href='#n'>[3]</a></sup>.</p>"), "It sank.");
        assert_eq!(tidied("<p>It has 20 m<sup>2</sup>.</p>"), "It has 20 m2.");
    }

    #[test]
    fn a_story_with_a_misleading_name_stays() {
        assert_eq!(
            tidied("<div class='comments'><h1>A</h1><p>The ferry sank.</p></div>"),
            "A The ferry sank."
        );
        assert_eq!(tidied("<p>Comments by the mayor were heard.</p>"), "Comments by the mayor were heard.");
        assert_eq!(
            tidied("<p>It sank.</p><h3>Related articles</h3><p>It was an old ship.</p>"),
            "It sank. It was an old ship."
        );
    }
}
