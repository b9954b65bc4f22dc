//! A few of the words of news pages that the ontology lists, for this room's tests; the room knows no ontology.

use std::collections::BTreeSet;

use super::page_words::PageWords;

pub(crate) fn page_words() -> PageWords {
    PageWords {
        menus: words("business content digital home in issue latest more news on skip sport the to view"),
        publication: words("ago am at gmt hours in min monday month on published read the today updated"),
        updates: lines(&["last updated", "updated"]),
        labels: lines(&["getty images", "image by", "image source", "read more", "share this", "sign up"]),
        sign_off_openings: lines(&["(reporting by"]),
        sign_off_endings: lines(&["contributed reporting"]),
        link_endings: lines(&["read more"]),
        card_ends: lines(&["MORE"]),
        prompts: lines(&["sign up", "subscribe", "we use"]),
        prompt_topics: words("cookie inbox newsletter"),
        paywalls: lines(&["subscribe to continue reading"]),
        caption_labels: lines(&["image caption", "media caption"]),
        credit_labels: lines(&["Photo:", "Photograph:"]),
        picture_sources: lines(&["afp", "ap", "getty images", "pa", "reuters"]),
        writers: words("correspondent editor reporter"),
        comment_headings: lines(&["comments"]),
        link_headings: lines(&["read more", "related articles"]),
        outlets: words("herald news post"),
    }
}

fn words(list: &str) -> BTreeSet<String> {
    list.split(' ').map(str::to_owned).collect()
}

fn lines(list: &[&str]) -> BTreeSet<String> {
    list.iter().map(|&line| line.to_owned()).collect()
}
