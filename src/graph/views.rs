//! Parts of an indexed graph as a server hands them out: one of its graphs alone, what is said of one subject, and how much
//! there is of what.

use crate::index::{DEFAULT_GRAPH, Damage, Index, Pattern};
use crate::story::span_of_iri;
use crate::vocabulary as v;

use super::dataset::Dataset;
use super::indexing::Gathering;

/// The triples of one graph, by its name, or of the one without a name.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn one_graph(index: &Index<'_>, name: Option<&str>) -> Result<Option<Dataset>, Damage> {
    let graph = match name {
        None => DEFAULT_GRAPH,
        Some(name) => match index.iri(name)? {
            Some(number) => number,
            None => return Ok(None),
        },
    };
    let pattern = Pattern { graph: Some(graph), ..Pattern::default() };
    Ok(Some(triples(index, pattern)?).filter(|found| name.is_none() || found.quads().next().is_some()))
}

/// What all graphs say of a subject; nothing where they say nothing.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn description(index: &Index<'_>, subject: &str) -> Result<Option<Dataset>, Damage> {
    let Some(number) = index.iri(subject)? else { return Ok(None) };
    let found = triples(index, Pattern { subject: Some(number), ..Pattern::default() })?;
    Ok(Some(found).filter(|found| found.quads().next().is_some()))
}

/// The quads that a pattern fits, without the names of their graphs.
fn triples(index: &Index<'_>, pattern: Pattern) -> Result<Dataset, Damage> {
    let mut gathering = Gathering::new(index);
    let unnamed = |[subject, predicate, object, _]: [u32; 4]| [subject, predicate, object, DEFAULT_GRAPH];
    gathering.add(index.matches(pattern).map(unnamed))?;
    Ok(gathering.finish())
}

/// The stretches of an article's text that its graph has: first character, one past the last, words.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn stretches<'a>(index: &Index<'a>, article: &str) -> Result<Vec<(usize, usize, &'a str)>, Damage> {
    let (Some(graph), Some(predicate)) = (index.iri(article)?, index.iri(v::NIF_ANCHOR_OF)?) else {
        return Ok(Vec::new());
    };
    let pattern = Pattern { predicate: Some(predicate), graph: Some(graph), ..Pattern::default() };
    let mut found = Vec::new();
    for [place, _, words, _] in index.matches(pattern) {
        if let Some((begin, end)) = span_of_iri(index.text(place)?) {
            found.push((begin, end, index.text(words)?));
        }
    }
    Ok(found)
}

/// What a subject has for a property; the first of several.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn value<'a>(index: &Index<'a>, subject: &str, property: &str) -> Result<Option<&'a str>, Damage> {
    let (subject, predicate) = (index.iri(subject)?, index.iri(property)?);
    if subject.is_none() || predicate.is_none() {
        return Ok(None);
    }
    let mut found = index.matches(Pattern { subject, predicate, ..Pattern::default() });
    found.next().map(|[_, _, object, _]| index.text(object)).transpose()
}

/// How many things of a class there are.
///
/// # Errors
/// Returns an error where the index is damaged.
pub fn instances(index: &Index<'_>, class: &str) -> Result<usize, Damage> {
    let (Some(predicate), Some(object)) = (index.iri(v::RDF_TYPE)?, index.iri(class)?) else {
        return Ok(0);
    };
    let pattern = Pattern { predicate: Some(predicate), object: Some(object), ..Pattern::default() };
    let mut subjects: Vec<u32> = index.matches(pattern).map(|[subject, ..]| subject).collect();
    subjects.dedup();
    Ok(subjects.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{dataset, index_bytes};
    use crate::sample;
    use crate::story::Mint;

    #[test]
    fn one_graph_has_its_triples_and_no_others() {
        let whole = dataset(&sample::story(), &sample::ontology(), &Mint::default());
        let bytes = index_bytes(&whole);
        let index = Index::open(&bytes).unwrap();
        let graphs: Vec<u32> = index.named_graphs().collect();
        assert!(graphs.len() > 1);
        let mut count = one_graph(&index, None).unwrap().unwrap().quads().count();
        for graph in graphs {
            count += one_graph(&index, Some(index.text(graph).unwrap())).unwrap().unwrap().quads().count();
        }
        assert_eq!(count, index.len());
        assert!(one_graph(&index, Some("http://unheard.example/")).unwrap().is_none());
        let statement = &sample::story().statements[0].id;
        assert!(one_graph(&index, Some(statement)).unwrap().is_none());
        assert!(description(&index, statement).unwrap().unwrap().quads().count() > 5);
        assert!(description(&index, "http://unheard.example/").unwrap().is_none());
        assert_eq!(instances(&index, v::NG_STATEMENT).unwrap(), sample::story().statements.len());
        assert_eq!(instances(&index, "http://unheard.example/").unwrap(), 0);
    }
}
