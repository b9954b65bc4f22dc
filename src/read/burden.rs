//! Pages that would keep a parser busy for minutes: nested without end, or with one element of countless attributes. Both are broken
//! or hostile. What looks like tags in scripts, styles, comments and values of attributes is none.

/// Pages nested deeper than this would take the parser quadratic time; browsers too stop at some hundred levels.
const DEEPEST: usize = 1000;

/// The parser compares each attribute of an element with each other.
const MOST_ATTRIBUTES: usize = 2000;

/// What stands in these is text to their end, whatever it looks like.
const RAW: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Elements that have no end, or need none.
const CLOSE_THEMSELVES: [&str; 28] = [
    "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "param", "path", "rect", "source", "tbody", "td", "th", "thead", "tr",
    "wbr",
];

/// # Errors
/// One clause, if the elements of a page are nested too deep or have too many attributes.
pub(super) fn refuse_burden(page: &str) -> Result<(), String> {
    burden(page).map_or(Ok(()), |burden| Err(format!("has {burden}; save the page again as plain text")))
}

/// What a text of HTML or XML has too much of: elements inside one another, or attributes.
pub(crate) fn burden(page: &str) -> Option<String> {
    let (mut open, mut deepest) = (0_usize, 0);
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let (closes, tag) = match rest.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, rest),
        };
        let name_end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let name = tag[..name_end].to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (length, attributes) = attributes(&tag[name_end..]);
        if attributes > MOST_ATTRIBUTES {
            return Some(format!("an element of more than {MOST_ATTRIBUTES} attributes"));
        }
        rest = &tag[name_end + length..];
        if !closes && RAW.contains(&name.as_str()) {
            rest = end_of_raw(rest, &name);
            continue;
        }
        if CLOSE_THEMSELVES.contains(&name.as_str()) {
            continue;
        }
        match closes {
            true => open = open.saturating_sub(1),
            false if tag[name_end..name_end + length].ends_with("/>") => {}
            false => open += 1,
        }
        deepest = deepest.max(open);
    }
    (deepest > DEEPEST).then(|| format!("more than {DEEPEST} elements inside one another"))
}

/// How long the rest of a tag is after its name, and how many attributes it has.
fn attributes(tag: &str) -> (usize, usize) {
    let mut count = 0;
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (Some(mark), _) if c == mark => quote = None,
            (Some(_), _) => {}
            (None, '>') => return (at + 1, count),
            // Only after an equals sign does a mark open a value.
            (None, '"' | '\'') if before == '=' => quote = Some(c),
            (None, _) => {
                let is_part = |c: char| !c.is_whitespace() && c != '/';
                count += usize::from(is_part(c) && !is_part(before));
            }
        }
        if !(c.is_whitespace() && before == '=') {
            before = c;
        }
    }
    (tag.len(), count)
}

/// What comes after the end of an element that holds nothing but text.
fn end_of_raw<'a>(text: &'a str, name: &str) -> &'a str {
    let ends = |&(at, _): &(usize, &str)| {
        let after = &text.as_bytes()[at + 2..];
        after.len() >= name.len() && after[..name.len()].eq_ignore_ascii_case(name.as_bytes())
    };
    text.match_indices("</").find(ends).map_or("", |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nested_or_adorned_without_end_is_refused() {
        for (part, most) in [("<div>", 1000), ("<b class='a>b'>", 1000), ("<SPAN id=x >", 1000)] {
            assert_eq!(refuse_burden(&part.repeat(most)), Ok(()), "{part}");
            assert!(refuse_burden(&part.repeat(most + 1)).is_err(), "{part}");
        }
        for attribute in ["a='1' ", "b ", "c=d ", "e=\"f g\"\n"] {
            let tag = |count: usize| format!("<p {}>", attribute.repeat(count));
            assert_eq!(refuse_burden(&tag(2000)), Ok(()), "{attribute}");
            assert!(refuse_burden(&tag(2001)).is_err(), "{attribute}");
        }
    }

    #[test]
    fn what_only_looks_like_tags_is_none() {
        let many = "<div>".repeat(5000);
        for page in [
            format!("<script>for (i=0; i<n; i++) {{ s += '{many}' }}</SCRIPT><p>Text."),
            format!("<style>{many}</style>"),
            format!("<!-- {many} --><p>Text."),
            format!("<p data-html=\"{many}\">Text."),
            format!("<textarea>{many}"),
            "<div/>".repeat(5000),
            "<p>a < b ".repeat(5000),
            "<li>Text".repeat(5000),
            "<div>a</div>".repeat(5000),
        ] {
            assert_eq!(refuse_burden(&page), Ok(()), "{}", &page[..40]);
        }
        assert!(refuse_burden(&format!("<script></script>{many}")).is_err());
    }
}
