//! A graph in any RDF syntax.

use std::io::Write;

use crate::graph::{Dataset, Namespaces};

use super::format::RdfSyntax;
use super::jsonld::jsonld;
use super::nquads::nquads;
use super::ntriples::ntriples;
use super::rdf_error::RdfError;
use super::rdfxml::rdfxml;
use super::trig::trig;
use super::turtle::turtle;

/// Writes the graph in this syntax, as it goes, and returns the number of triples, or of quads where the syntax has named
/// graphs.
///
/// # Errors
/// Returns an error before anything is written where RDF/XML cannot name a property of the graph, and I/O errors from
/// `out`.
pub fn write_rdf(
    dataset: &Dataset,
    namespaces: &Namespaces,
    syntax: RdfSyntax,
    out: &mut impl Write,
) -> Result<usize, RdfError> {
    Ok(match syntax {
        RdfSyntax::Turtle => turtle(dataset, namespaces, out)?,
        RdfSyntax::TriG => trig(dataset, namespaces, out)?,
        RdfSyntax::NQuads => nquads(dataset, out)?,
        RdfSyntax::NTriples => ntriples(dataset, out)?,
        RdfSyntax::JsonLd => jsonld(dataset, namespaces, out)?,
        RdfSyntax::RdfXml => rdfxml(dataset, namespaces, out)?,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParser};
    use oxigraph::model::{GraphNameRef, QuadRef};
    use proptest::prelude::*;

    use super::*;
    use crate::export::read_back;
    use crate::graph;
    use crate::sample;
    use crate::story::Mint;

    const ALL: [RdfSyntax; 6] = [
        RdfSyntax::Turtle,
        RdfSyntax::TriG,
        RdfSyntax::NQuads,
        RdfSyntax::NTriples,
        RdfSyntax::JsonLd,
        RdfSyntax::RdfXml,
    ];

    fn dataset() -> Dataset {
        graph::dataset(&sample::story(), &sample::ontology(), &Mint::default())
    }

    fn format(syntax: RdfSyntax) -> RdfFormat {
        match syntax {
            RdfSyntax::Turtle => RdfFormat::Turtle,
            RdfSyntax::TriG => RdfFormat::TriG,
            RdfSyntax::NQuads => RdfFormat::NQuads,
            RdfSyntax::NTriples => RdfFormat::NTriples,
            RdfSyntax::JsonLd => RdfFormat::JsonLd { profile: JsonLdProfileSet::empty() },
            RdfSyntax::RdfXml => RdfFormat::RdfXml,
        }
    }

    /// The document, and how many triples or quads it is said to hold.
    fn written(dataset: &Dataset, syntax: RdfSyntax) -> (String, usize) {
        let mut text = Vec::new();
        let count = write_rdf(dataset, &Namespaces::of(dataset), syntax, &mut text).unwrap();
        (String::from_utf8(text).unwrap(), count)
    }

    #[test]
    fn every_syntax_reads_back_with_as_many_triples() {
        for syntax in ALL {
            let (text, count) = written(&dataset(), syntax);
            read_back(text.as_bytes(), syntax, count)
                .unwrap_or_else(|error| panic!("{syntax}: {error}\n{text}"));
        }
    }

    #[test]
    fn every_syntax_holds_the_same_graph() {
        let quads: BTreeSet<String> = dataset().quads().map(|quad| quad.to_string()).collect();
        let triples: BTreeSet<String> = dataset().triples().iter().map(|triple| triple.to_string()).collect();
        for syntax in ALL {
            let (text, _) = written(&dataset(), syntax);
            let parsed = RdfParser::from_format(format(syntax)).for_slice(&text);
            let read: BTreeSet<String> = parsed.map(|quad| quad.unwrap().to_string()).collect();
            let expected = if syntax.has_named_graphs() { &quads } else { &triples };
            assert_eq!(&read, expected, "{syntax}");
        }
    }

    #[test]
    fn the_same_story_is_the_same_bytes_in_any_order() {
        let mut story = sample::story();
        story.statements.reverse();
        story.entities.reverse();
        let reversed = graph::dataset(&story, &sample::ontology(), &Mint::default());
        for syntax in ALL {
            assert_eq!(written(&dataset(), syntax), written(&reversed, syntax));
        }
    }

    #[test]
    fn there_are_no_blank_nodes() {
        assert!(dataset().quads().all(|quad: QuadRef<'_>| {
            quad.subject.is_named_node()
                && !quad.object.is_blank_node()
                && !matches!(quad.graph_name, GraphNameRef::BlankNode(_))
        }));
    }

    #[test]
    fn turtle_is_written_for_people() {
        let (text, _) = written(&dataset(), RdfSyntax::Turtle);
        assert!(text.contains("\nid:nordholm-lines\n    a ng:Organisation ;\n"), "{text}");
        assert!(text.contains("    ng:charged_with id:negligence ."), "{text}");
    }

    #[test]
    fn an_empty_story_is_a_valid_document_in_every_syntax() {
        let empty = Dataset::default();
        for syntax in ALL {
            let (text, count) = written(&empty, syntax);
            assert_eq!(count, 0);
            read_back(text.as_bytes(), syntax, 0).unwrap();
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_text_reads_back_in_every_syntax(text in any::<String>(), url in "[a-z]{1,5}:.*") {
            let mut story = sample::story();
            let document = Arc::make_mut(&mut story.documents[0]);
            document.title = Some(text.clone());
            document.url = Some(url.clone());
            story.entities[0].label = text.as_str().into();
            story.entities[0].same_as = vec![url, text];
            let dataset = graph::dataset(&story, &sample::ontology(), &Mint::default());
            for syntax in ALL {
                let (text, count) = written(&dataset, syntax);
                let result = read_back(text.as_bytes(), syntax, count);
                prop_assert!(result.is_ok(), "{}: {:?}", syntax, result);
            }
        }
    }
}
