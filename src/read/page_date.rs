//! When a saved page was published: what its head and its marks say, the surest first.
//!
//! Pages carry many dates: of the last change, of each reader's comment, of other articles, and those that stand for
//! none (year 1, the beginning of Unix time). "On Friday" is counted from this date, so only one that is said to be of the
//! publication counts, and none is better than that of a change.

use dom_query::{Document, NodeRef};
use serde_json::Value;

use super::page_parts::{holds_comment, is_beside_story, name_parts};
use crate::page::PublicationDate;

/// Names under which a page's head gives the date of publication, without punctuation; the surest first.
const META_NAMES: [&str; 28] = [
    "articlepublishedtime",
    "ogarticlepublishedtime",
    "ogpublishedtime",
    "articlepublished",
    "articledatepublished",
    "datepublished",
    "rnewsdatepublished",
    "firstpublished",
    "articledateoriginal",
    "originalpublicationdate",
    "publicationdate",
    "publisheddate",
    "publishdate",
    "publishtime",
    "pubdate",
    "btpubdate",
    "parselypubdate",
    "sailthrudate",
    "cxenseparserecspublishtime",
    "citationpublicationdate",
    "dcdateissued",
    "dctermsissued",
    "dcissued",
    "dcdatecreated",
    "dctermscreated",
    "dcdate",
    "dctermsdate",
    "date",
];

/// The date of publication that a page gives, if it gives any.
pub(super) fn of(page: &Document) -> Option<PublicationDate> {
    let given = [in_json_ld(page), in_head(page), in_marks(page), in_times(page)];
    let dates: Vec<PublicationDate> = given
        .iter()
        .flatten()
        .filter(|text| !text.trim().is_empty())
        .map(|text| PublicationDate::new(text))
        .filter(PublicationDate::is_plausible)
        .collect();
    dates.iter().find(|date| date.day.is_some()).or(dates.first()).cloned()
}

/// What the page's JSON-LD says of its article, also where plugins put it into an `@graph`.
fn in_json_ld(page: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for script in page.select("script[type]").nodes() {
        let kind = script.attr("type").map(|kind| kind.to_ascii_lowercase());
        if kind.is_some_and(|kind| kind.starts_with("application/ld+json"))
            && let Some(value) = json(&script.text())
        {
            gather(&value, &mut found);
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, date)| date).collect()
}

/// JSON as pages have it: in a comment or a section of CDATA, with bare line breaks in its strings.
fn json(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_start_matches("//").trim();
    let text = text.strip_prefix("<![CDATA[").unwrap_or(text).trim();
    let text = text.trim_end_matches("-->").trim_end_matches("]]>").trim_end_matches("//").trim();
    let text = text.trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&spaced).ok()
    })
}

/// Dates of publication with a rank: articles before pages. Lists of other articles are not looked into.
fn gather(value: &Value, found: &mut Vec<(usize, String)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(fields) => {
            let date = fields.get("datePublished").and_then(Value::as_str);
            if let Some((rank, date)) = rank(fields.get("@type")).zip(date) {
                found.push((rank, date.to_owned()));
            }
            for inner in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = fields.get(inner) {
                    gather(inner, found);
                }
            }
        }
        _ => {}
    }
}

fn rank(types: Option<&Value>) -> Option<usize> {
    let names: Vec<&str> = match types {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => return Some(1),
    };
    let any = |endings: &[&str]| names.iter().any(|name| endings.iter().any(|end| name.ends_with(end)));
    if any(&["Article", "Posting", "Report", "ClaimReview"]) {
        Some(0)
    } else {
        any(&["Page", "CreativeWork"]).then_some(1)
    }
}

fn in_head(page: &Document) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for meta in page.select("meta[content]").nodes() {
        let named = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| meta.attr(key));
        let name: String = named.unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).collect();
        let rank = META_NAMES.iter().position(|known| name.eq_ignore_ascii_case(known));
        if let Some((rank, content)) = rank.zip(meta.attr("content")).filter(|_| !holds_comment(meta)) {
            found.push((rank, content.to_string()));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, date)| date).collect()
}

/// Elements that are marked as the date of publication.
fn in_marks(page: &Document) -> Vec<String> {
    let marked = "[itemprop~=datePublished], [property~=datePublished], [property='schema:datePublished'], \
                  time[pubdate], time.published, abbr.published[title], .entry-date[datetime]";
    let of_article = |node: &&NodeRef| !is_beside_story(node);
    let nodes = page.select(marked);
    nodes.nodes().iter().filter(of_article).filter_map(|node| said_by(node)).collect()
}

fn said_by(node: &NodeRef) -> Option<String> {
    let given = ["datetime", "content", "title"].iter().find_map(|name| node.attr(name));
    given.map(|given| given.to_string()).or_else(|| Some(node.text().to_string()))
}

/// Other times of the page, those inside its article first, unless they tell of a change.
fn in_times(page: &Document) -> Vec<String> {
    let times = |selector: &str| -> Vec<String> {
        let nodes = page.select(selector);
        let first = |node: &&NodeRef| !tells_of_change(node) && !is_beside_story(node);
        nodes
            .nodes()
            .iter()
            .filter(first)
            .filter_map(|node| node.attr("datetime"))
            .map(String::from)
            .collect()
    };
    let mut all = times("article time[datetime], main time[datetime]");
    all.extend(times("time[datetime]"));
    all
}

fn tells_of_change(node: &NodeRef) -> bool {
    let of_change = |part: &str| matches!(part, "modified" | "updated" | "update" | "edited");
    let names = name_parts(node, &["itemprop", "class", "id", "property"]);
    let by_name = names.iter().any(|part| of_change(part)) && !names.iter().any(|part| part == "published");
    // "Last updated 1 June" stands before the time or in it.
    let says_so = |words: &str| {
        let mut words = words.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphabetic()));
        let first = words.next().unwrap_or_default().to_lowercase();
        let first = if first == "last" { words.next().unwrap_or_default().to_lowercase() } else { first };
        of_change(&first)
    };
    by_name || says_so(&node.text()) || node.parent().is_some_and(|parent| says_so(&parent.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(page: &str) -> Option<String> {
        of(&Document::from(page)).map(|date| date.text)
    }

    #[test]
    fn the_head_of_a_page_names_its_date_in_many_ways() {
        for head in [
            r#"<meta property="article:published_time" content="2031-05-09">"#,
            r#"<meta name="DC.date.issued" content="2031-05-09">"#,
            r#"<meta name="dc.date" content="2031-05-09">"#,
            r#"<meta name="DCTERMS.created" content="2031-05-09">"#,
            r#"<meta name="date" content="2031-05-09">"#,
            r#"<meta name="pubdate" content="9 May 2031">"#,
            r#"<meta itemprop="datePublished" content="2031-05-09">"#,
            r#"<meta name="parsely-pub-date" content="2031-05-09"><meta name="date" content="2031-05-20">"#,
            r#"<meta property="article:modified_time" content="2031-05-20"><meta name="publish_date" content="2031/05/09">"#,
        ] {
            assert_eq!(
                date(&format!("<head>{head}</head><p>The ferry sank.</p>")).as_deref(),
                Some("2031-05-09")
            );
        }
    }

    #[test]
    fn json_ld_names_the_date_of_its_article_wherever_it_stands() {
        for script in [
            r#"{"@type":"NewsArticle","datePublished":"2031-05-09"}"#,
            r#"[{"@type":"Organization"},{"@type":["Article","X"],"datePublished":"2031-05-09"}]"#,
            r#"{"@graph":[{"@type":"WebPage","datePublished":"2031-05-01"},{"@type":"BlogPosting","datePublished":"2031-05-09"}]}"#,
            r#"{"@type":"WebPage","mainEntity":{"@type":"https://schema.org/ReportageNewsArticle","datePublished":"2031-05-09"}}"#,
            r#"<!-- {"@type":"NewsArticle","dateModified":"2031-06-01","datePublished":"2031-05-09"} -->"#,
            "{\"@type\":\"NewsArticle\",\"headline\":\"two\nlines\",\"datePublished\":\"2031-05-09\"}",
            r#"{"@type":"NewsArticle","datePublished":"2031-05-09","comment":[{"@type":"Comment","datePublished":"2031-01-02"}]}"#,
        ] {
            let page =
                format!(r#"<script type="application/ld+json">{script}</script><p>The ferry sank.</p>"#);
            assert_eq!(date(&page).as_deref(), Some("2031-05-09"), "{script}");
        }
    }

    #[test]
    fn a_change_a_comment_another_article_and_year_one_are_no_publication() {
        for body in [
            r#"<time itemprop="dateModified" datetime="2031-05-20"></time>"#,
            r#"<time class="updated" datetime="2031-05-20"></time>"#,
            r#"<p>Last updated: <time datetime="2031-05-20">20 May</time></p>"#,
            r#"<time datetime="2031-05-20">Updated 20 May</time>"#,
            r#"<div class="comment"><time itemprop="datePublished" datetime="2031-05-20"></time></div>"#,
            r#"<aside><time datetime="2031-05-20"></time></aside>"#,
            r#"<ol id="comments"><li><time datetime="2031-05-20"></time></li></ol>"#,
            r#"<meta property="article:published_time" content="0001-01-01T00:00:00">"#,
            r#"<meta property="article:modified_time" content="2031-05-20">"#,
        ] {
            assert_eq!(date(body), None, "{body}");
            let both = format!(r#"{body}<article><time datetime="2031-05-09">9 May</time></article>"#);
            assert_eq!(date(&both).as_deref(), Some("2031-05-09"), "{body}");
        }
    }

    #[test]
    fn marks_in_the_text_count_before_other_times() {
        for body in [
            r#"<time datetime="2031-05-01"></time><span itemprop="datePublished" content="2031-05-09"></span>"#,
            r#"<time datetime="2031-05-01"></time><time class="entry-date published updated" datetime="2031-05-09"></time>"#,
            r#"<time datetime="2031-05-01"></time><span itemprop="datePublished">9 May 2031</span>"#,
            r#"<time datetime="2031-05-01"></time><article><time datetime="2031-05-09"></time></article>"#,
        ] {
            assert_eq!(date(body).as_deref(), Some("2031-05-09"), "{body}");
        }
    }
}
