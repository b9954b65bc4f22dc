//! A graph in any RDF syntax, read back before anybody relies on it.

use super::{RdfSyntax, UnnamableProperty, jsonld, nquads, ntriples, rdfxml, trig, turtle};
use crate::graph::{Dataset, Namespaces};

/// A document in an RDF syntax.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RdfDocument {
    pub syntax: RdfSyntax,
    pub text: String,
    /// How many triples, or quads where the syntax has named graphs, it holds.
    pub count: usize,
}

/// Writes the graph in this syntax.
///
/// # Errors
/// Where RDF/XML cannot name a property of the graph.
pub fn rdf_document(
    dataset: &Dataset,
    namespaces: &Namespaces,
    syntax: RdfSyntax,
) -> Result<RdfDocument, UnnamableProperty> {
    let named_graphs = syntax.has_named_graphs();
    let triples = if named_graphs { Vec::new() } else { dataset.triples() };
    let text = match syntax {
        RdfSyntax::Turtle => turtle(dataset, &triples, namespaces),
        RdfSyntax::TriG => trig(dataset, namespaces),
        RdfSyntax::NQuads => nquads(dataset),
        RdfSyntax::NTriples => ntriples(&triples),
        RdfSyntax::JsonLd => jsonld(dataset, namespaces),
        RdfSyntax::RdfXml => rdfxml(&triples, namespaces)?,
    };
    let count = if named_graphs { dataset.quads().len() } else { triples.len() };
    Ok(RdfDocument { syntax, text, count })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use oxigraph::io::{JsonLdProfileSet, RdfFormat, RdfParser};
    use oxigraph::model::{GraphName, Quad};
    use proptest::prelude::*;

    use super::*;
    use crate::export::read_back;
    use crate::graph;
    use crate::resolve::Mint;
    use crate::sample;

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

    fn written(dataset: &Dataset, syntax: RdfSyntax) -> RdfDocument {
        rdf_document(dataset, &Namespaces::of(dataset), syntax).unwrap()
    }

    #[test]
    fn every_syntax_reads_back_with_as_many_triples() {
        for syntax in ALL {
            let document = written(&dataset(), syntax);
            read_back(document.text.as_bytes(), syntax, document.count)
                .unwrap_or_else(|error| panic!("{syntax}: {error}\n{}", document.text));
        }
    }

    #[test]
    fn every_syntax_holds_the_same_graph() {
        let quads: BTreeSet<String> = dataset().quads().iter().map(Quad::to_string).collect();
        let triples: BTreeSet<String> =
            dataset().triples().iter().map(|triple| format!("{triple}")).collect();
        for syntax in ALL {
            let text = written(&dataset(), syntax).text;
            let parsed = RdfParser::from_format(format(syntax)).for_slice(&text);
            let read: BTreeSet<String> = parsed.map(|quad| quad.unwrap().to_string()).collect();
            let expected = if syntax.has_named_graphs() { &quads } else { &triples };
            assert_eq!(&read, expected, "{syntax}");
        }
    }

    #[test]
    fn the_same_story_gives_the_same_bytes_in_any_order() {
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
        assert!(dataset().quads().iter().all(|quad| {
            quad.subject.is_named_node()
                && !quad.object.is_blank_node()
                && !matches!(quad.graph_name, GraphName::BlankNode(_))
        }));
    }

    #[test]
    fn turtle_is_written_for_people() {
        let text = written(&dataset(), RdfSyntax::Turtle).text;
        assert!(text.contains("\nid:nordholm-lines\n    a ng:Organisation ;\n"), "{text}");
        assert!(text.contains("    ng:charged_with id:negligence ."), "{text}");
    }

    #[test]
    fn an_empty_story_is_a_valid_document_in_every_syntax() {
        let empty = Dataset::default();
        for syntax in ALL {
            let document = written(&empty, syntax);
            assert_eq!(document.count, 0);
            read_back(document.text.as_bytes(), syntax, 0).unwrap();
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_text_reads_back_in_every_syntax(text in any::<String>(), url in "[a-z]{1,5}:.*") {
            let mut story = sample::story();
            story.documents[0].title = Some(text.clone());
            story.documents[0].url = Some(url.clone());
            story.entities[0].label = text.clone();
            story.entities[0].same_as = vec![url, text];
            let dataset = graph::dataset(&story, &sample::ontology(), &Mint::default());
            for syntax in ALL {
                let document = written(&dataset, syntax);
                let result = read_back(document.text.as_bytes(), syntax, document.count);
                prop_assert!(result.is_ok(), "{}: {:?}", syntax, result);
            }
        }
    }
}
