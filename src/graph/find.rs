//! Entities by part of a name, as people remember names: without accents, capitals or the first word. The best fit comes
//! first, and of equal fits whoever the graph tells most of.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::index::{DEFAULT_GRAPH, Damage, Index, Pattern, Source};
use crate::vocabulary as v;
use crate::vocabulary::local_name;

use super::part::Named;

/// An entity that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Its IRI.
    pub iri: Arc<str>,
    /// The canonical name.
    pub label: Arc<str>,
    /// All others.
    pub aliases: Vec<String>,
    /// Local names of its classes.
    pub types: Vec<String>,
    /// How many statements name it.
    pub statements: usize,
    /// How many articles name it.
    pub documents: usize,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finds {
    /// The best of them.
    pub entities: Vec<Found>,
    /// How many there are in all.
    pub total: usize,
}

/// How well a text fits a name, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
    BeginningOfWord,
    Within,
    /// Each of its words begins a word of the name, in whatever order.
    Scattered,
}

/// The entities of a graph, ready to be found by their names.
#[derive(Debug)]
pub struct Finder(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    named: Named,
    /// Its names as they are compared.
    folded: Vec<String>,
    number: Option<u32>,
}

impl Finder {
    /// A finder of what this index has.
    ///
    /// # Errors
    /// Returns an error where the index is damaged.
    pub fn new(index: &Index<'_>) -> Result<Self, Damage> {
        let entry = |named: Named| {
            let others = named.alternative_labels.iter().map(String::as_str);
            let folded = std::iter::once(&*named.label).chain(others).map(folded).collect();
            Ok(Entry { number: index.iri(&named.id)?, folded, named })
        };
        Named::all(index)?.into_iter().map(entry).collect::<Result<_, _>>().map(Self)
    }

    /// How many entities there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The canonical name of what has this IRI.
    pub fn label(&self, iri: &str) -> Option<&str> {
        self.0.iter().find(|entry| *entry.named.id == *iri).map(|entry| &*entry.named.label)
    }

    /// Whether an entity has this IRI.
    pub fn knows(&self, iri: &str) -> bool {
        self.label(iri).is_some()
    }

    /// The entities that a text may mean, `most` of them at most. An empty text means all.
    ///
    /// # Errors
    /// Returns an error where the index, which is to be the same, is damaged.
    pub fn find(&self, index: &Index<'_>, text: &str, most: usize) -> Result<Finds, Damage> {
        let sought = folded(text);
        let fitting = self.0.iter().filter_map(|entry| {
            let fit = entry.folded.iter().filter_map(|name| fit(&sought, name)).min();
            let fit = fit.or((*entry.named.id == *text).then_some(Fit::Whole))?;
            Some((fit, Reverse(entry.statements(index)), entry))
        });
        let mut fitting: Vec<_> = fitting.collect();
        let total = fitting.len();
        fitting
            .sort_by_key(|(fit, statements, entry)| (*fit, *statements, &entry.named.label, &entry.named.id));
        fitting.truncate(most);
        let entities =
            fitting.into_iter().map(|(_, Reverse(statements), entry)| entry.found(index, statements));
        Ok(Finds { entities: entities.collect::<Result<_, _>>()?, total })
    }
}

impl Entry {
    fn statements(&self, index: &Index<'_>) -> usize {
        let lines = self.number.map(|number| index.lines(number)).into_iter().flatten();
        lines.filter(|line| line.source == Source::Statements).count()
    }

    fn found(&self, index: &Index<'_>, statements: usize) -> Result<Found, Damage> {
        let mut types = BTreeSet::new();
        for [_, _, class, graph] in quads(index, self.number, v::RDF_TYPE, Place::Subject)? {
            if graph == DEFAULT_GRAPH {
                types.insert(local_name(index.text(class)?).to_owned());
            }
        }
        let articles: BTreeSet<u32> =
            quads(index, self.number, v::ITS_IDENTIFIES, Place::Object)?.map(|[.., graph]| graph).collect();
        Ok(Found {
            iri: Arc::clone(&self.named.id),
            label: Arc::clone(&self.named.label),
            aliases: self.named.alternative_labels.clone(),
            types: types.into_iter().collect(),
            statements,
            documents: articles.len(),
        })
    }
}

/// Where a term stands in a quad.
enum Place {
    Subject,
    Object,
}

/// The quads of a property that have a term at one of their ends.
fn quads<'a>(
    index: &Index<'a>,
    term: Option<u32>,
    property: &str,
    place: Place,
) -> Result<impl Iterator<Item = [u32; 4]> + use<'a>, Damage> {
    let pattern = term.zip(index.iri(property)?).map(|(term, property)| {
        let (subject, object) = match place {
            Place::Subject => (Some(term), None),
            Place::Object => (None, Some(term)),
        };
        Pattern { subject, predicate: Some(property), object, graph: None }
    });
    Ok(pattern.map(|pattern| index.matches(pattern)).into_iter().flatten())
}

fn fit(sought: &str, name: &str) -> Option<Fit> {
    let is_word = |begin: usize| !name[..begin].ends_with(char::is_alphanumeric);
    if name == sought {
        Some(Fit::Whole)
    } else if name.starts_with(sought) {
        Some(Fit::Beginning)
    } else if name.match_indices(sought).any(|(begin, _)| is_word(begin)) {
        Some(Fit::BeginningOfWord)
    } else if name.contains(sought) {
        Some(Fit::Within)
    } else {
        let mut words = sought.split(' ');
        let begins = |word: &str| name.match_indices(word).any(|(begin, _)| is_word(begin));
        words.all(begins).then_some(Fit::Scattered)
    }
}

/// A name without what people leave out when they type: capitals, accents, spaces too many.
fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        // As most words are, and much quicker.
        if word.is_ascii() {
            folded.extend(word.chars().map(|c| c.to_ascii_lowercase()));
            continue;
        }
        let letters = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        letters.for_each(|c| match plain(c) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(c),
        });
    }
    folded
}

/// Letters that Unicode does not take apart into one without a mark and the mark.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'þ' => "th",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        '’' | 'ʼ' | 'ʻ' => "'",
        '‐' | '‑' | '–' => "-",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{dataset, index_bytes};
    use crate::sample;
    use crate::story::Mint;

    #[test]
    fn whole_names_come_before_beginnings_words_and_parts() {
        let fits = ["board", "Boardwalk Cafe", "Harbour Board", "Surfboards", "Nordholm Lines"]
            .map(|name| fit("board", &folded(name)));
        let expected = [Fit::Whole, Fit::Beginning, Fit::BeginningOfWord, Fit::Within].map(Some);
        assert_eq!(fits[..4], expected);
        assert_eq!(fits[4], None);
        assert_eq!(fit("lund ida", "ida lund"), Some(Fit::Scattered));
        assert_eq!(fit("und ida", "ida lund"), None);
    }

    #[test]
    fn capitals_accents_and_spaces_make_no_difference() {
        assert_eq!(folded("  Łukasz   MÜLLER-Sørensen "), "lukasz muller-sorensen");
        assert_eq!(folded("O’Neill"), folded("o'neill"));
        assert_eq!(folded("Groß"), folded("GROSS"));
    }

    #[test]
    fn what_is_found_is_told_with_its_kind_and_how_much_is_told_of_it() {
        let bytes = index_bytes(&dataset(&sample::story(), &sample::ontology(), &Mint::default()));
        let index = Index::open(&bytes).unwrap();
        let finder = Finder::new(&index).unwrap();
        let find = |text, most| finder.find(&index, text, most).unwrap();
        let Finds { entities, total } = find("the ida", 5);
        let [ida] = entities.as_slice() else { panic!("one of that name: {entities:?}") };
        assert_eq!(
            (&*ida.label, ida.types.as_slice(), total),
            ("Ida Lund", &["Organisation".to_owned()][..], 1)
        );
        assert!(ida.documents > 0 && ida.aliases.contains(&"the Ida Lund".to_owned()));
        let all = find("", 2);
        assert_eq!((all.entities.len(), all.total), (2, 5));
        assert_eq!(find(&ida.iri, 5).total, 1);
        assert_eq!(find("nobody", 5).total, 0);
    }
}
