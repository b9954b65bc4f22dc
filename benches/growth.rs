//! How reading time grows with what is read: one sentence of n words, one article of n sentences, n articles. Prints for each kind the
//! seconds at each n and how many times the one before it: 2 is linear, 4 is quadratic. Run with `cargo bench --bench growth`, or
//! with the beginning of a kind's name and the largest n behind `--`: `-- commas 100000`.

use std::io::{Write, stdout};
use std::time::Instant;

use newsgraph::ontology::Ontology;
use newsgraph::{Article, Pipeline};

/// The smallest n; each next one is twice as large.
const FIRST: usize = 500;
/// Where the usual run ends, and when a kind has taken so many seconds that it is not gone on with.
const LAST: usize = 8000;
const LONGEST: f64 = 60.0;

type Make = fn(usize) -> Vec<String>;

/// n words of one sentence.
const SENTENCES: [(&str, Make); 16] = [
    ("commas", |n| one("The board, ", "the court, ", "resigned.", n / 2)),
    ("and-list", |n| one("The board praised ", "the chairman and ", "him.", n / 3)),
    ("names", |n| one("We met ", "Ada Finch and Tom Reed, ", "too.", n / 5)),
    ("capitals", |n| one("", "FINCH ", "", n)),
    ("titles", |n| one("", "President ", "Finch", n)),
    ("numbers", |n| one("It paid ", "17 ", "pounds.", n)),
    ("quotes", |n| one("", "“the mayor said ‘", "", n / 3)),
    ("straight-quotes", |n| one("", "\"He said\" ", "", n / 2)),
    ("brackets", |n| one("", "The board (the court ", "", n / 4)),
    ("open-brackets", |n| one("", "(", "", n)),
    ("of-chain", |n| one("The chairman ", "of the board ", "resigned.", n / 3)),
    ("possessives", |n| one("", "Finch's ", "wife resigned.", n)),
    ("hyphens", |n| one("", "a-", "a", n)),
    ("emoji", |n| one("", "👩‍👩‍👧", "", n)),
    ("relatives", |n| one("The man ", "who sued the man ", "resigned.", n / 4)),
    ("clauses", |n| one("", "Ada Finch sued the bank and ", "won.", n / 6)),
];

/// n sentences of one article, or n articles.
const MANY: [(&str, Make); 6] = [
    ("sentences", |n| one("", "He left. ", "", n)),
    ("named-sentences", |n| one("", "Ada Finch sued Tom Reed. ", "", n)),
    ("paragraphs", |n| one("", "The mayor left.\n\n", "", n)),
    ("quotations", |n| one("", "“The mayor left,” Ada Finch said. ", "", n)),
    ("quoted-sentences", |n| one("", "“The mayor left.” ", "", n)),
    ("articles", |n| vec!["Ada Finch sued Tom Reed in Hull on Monday.".to_owned(); n]),
];

fn one(begin: &str, part: &str, end: &str, times: usize) -> Vec<String> {
    vec![format!("{begin}{}{end}", part.repeat(times))]
}

/// A chain or a row of n classes.
fn classes(n: usize, is_chain: bool) -> String {
    let parent = |index: usize| {
        if is_chain && index > 0 { format!("ex:C{}", index - 1) } else { "ng:Thing".to_owned() }
    };
    let class = |index: usize| {
        format!("ex:C{index} a owl:Class ; rdfs:subClassOf {} ; ng:noun \"thing{index}\" .\n", parent(index))
    };
    let prefixes = "@prefix ex: <https://example.org/s#> . @prefix ng: <https://w3id.org/newsgraph/ontology#> .\n\
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n";
    prefixes.to_owned() + &(0..n).map(class).collect::<String>()
}

fn main() {
    // `cargo bench` adds an option of its own.
    let wanted: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let kind = wanted.first().map_or("", String::as_str);
    let last = wanted.get(1).and_then(|last| last.parse().ok()).unwrap_or(LAST);
    let pipeline = Pipeline::builder().build().expect("the built-in ontology is sound");
    let read = |texts: Vec<String>| {
        let article = |(index, text): (usize, &String)| pipeline.article(&format!("{index}.txt"), text);
        let articles: Vec<Article> = texts.iter().enumerate().filter_map(|it| article(it).ok()).collect();
        pipeline.story(articles);
    };
    // What is made once is no growth.
    read(one("", "Ada Finch sued Tom Reed. ", "", 50));
    for (name, make) in SENTENCES.iter().chain(&MANY).filter(|(name, _)| name.starts_with(kind)) {
        table(name, last, |n| read(make(n)));
    }
    for (name, is_chain) in [("class-row", false), ("class-chain", true)] {
        if name.starts_with(kind) {
            table(name, last, |n| {
                let ontology = Ontology::taught_by(&[("a.ttl", &classes(n, is_chain))]).expect("it is sound");
                Pipeline::builder().ontology(ontology).quick(true).build().expect("it is learned");
            });
        }
    }
}

/// One line of the table.
fn table(name: &str, last: usize, mut work: impl FnMut(usize)) {
    let mut out = stdout().lock();
    let mut line = format!("{name:<17}");
    let (mut n, mut before, mut whole) = (FIRST, None, 0.0);
    while n <= last && whole < LONGEST {
        let begun = Instant::now();
        work(n);
        let seconds = begun.elapsed().as_secs_f64();
        let ratio = before.map_or(String::new(), |before| format!(" ×{:.1}", seconds / before));
        line += &format!("  {n}: {seconds:.2}{ratio}");
        (before, whole) = (Some(seconds), whole + seconds);
        n *= 2;
    }
    writeln!(out, "{line}").expect("standard output is open");
}
