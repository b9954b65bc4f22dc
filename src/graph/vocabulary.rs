//! The names that the graph is written in: existing vocabularies wherever they fit (PROV-O for provenance, NIF and
//! ITS for stretches of text, schema.org for articles, SKOS for names), `ng:` only for the rest.

/// Prefixes that exports declare and queries know without declaring, sorted; `id` comes with the user's base.
pub const PREFIXES: &[(&str, &str)] = &[
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("itsrdf", "http://www.w3.org/2005/11/its/rdf#"),
    ("nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"),
    ("ng", NG),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("void", "http://rdfs.org/ns/void#"),
    ("wd", "http://www.wikidata.org/entity/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The project's own namespace.
pub const NG: &str = "https://w3id.org/newsgraph/ontology#";

/// Defines IRIs as string constants, each below one namespace.
macro_rules! names {
    ($namespace:literal: $($constant:ident = $local:literal),+ $(,)?) => {
        $(pub const $constant: &str = concat!($namespace, $local);)+
    };
}

names!("http://www.w3.org/1999/02/22-rdf-syntax-ns#":
    RDF_TYPE = "type", RDF_SUBJECT = "subject", RDF_PREDICATE = "predicate", RDF_OBJECT = "object",
);
names!("http://www.w3.org/2000/01/rdf-schema#":
    RDFS_LABEL = "label", RDFS_SUB_CLASS_OF = "subClassOf",
);
names!("http://www.w3.org/2002/07/owl#":
    OWL_SAME_AS = "sameAs", OWL_CLASS = "Class", OWL_OBJECT_PROPERTY = "ObjectProperty",
    OWL_DATATYPE_PROPERTY = "DatatypeProperty", OWL_SYMMETRIC_PROPERTY = "SymmetricProperty",
);
names!("http://www.w3.org/2001/XMLSchema#":
    XSD_BOOLEAN = "boolean", XSD_DATE = "date", XSD_DATE_TIME = "dateTime", XSD_DECIMAL = "decimal",
    XSD_G_YEAR = "gYear", XSD_G_YEAR_MONTH = "gYearMonth",
    XSD_NON_NEGATIVE_INTEGER = "nonNegativeInteger", XSD_STRING = "string",
);
names!("http://www.w3.org/2004/02/skos/core#": SKOS_ALT_LABEL = "altLabel", SKOS_BROADER = "broader", SKOS_CLOSE_MATCH = "closeMatch", SKOS_DEFINITION = "definition");
names!("http://semanticweb.cs.vu.nl/2009/11/sem/":
    SEM_EARLIEST_BEGIN = "hasEarliestBeginTimeStamp", SEM_LATEST_END = "hasLatestEndTimeStamp",
);
names!("http://www.w3.org/ns/prov#": PROV_WAS_DERIVED_FROM = "wasDerivedFrom");
names!("http://rdfs.org/ns/void#": VOID_DATASET = "Dataset", VOID_URI_SPACE = "uriSpace");
names!("http://www.w3.org/2005/11/its/rdf#": ITS_IDENTIFIES = "taIdentRef");
names!("https://schema.org/":
    SCHEMA_NEWS_ARTICLE = "NewsArticle", SCHEMA_HEADLINE = "headline", SCHEMA_PUBLISHER = "publisher",
    SCHEMA_DATE_PUBLISHED = "datePublished", SCHEMA_URL = "url",
    SCHEMA_DOMAIN_INCLUDES = "domainIncludes", SCHEMA_RANGE_INCLUDES = "rangeIncludes",
);
names!("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#":
    NIF_CONTEXT = "Context", NIF_STRING = "String", NIF_SENTENCE = "Sentence", NIF_PHRASE = "Phrase",
    NIF_IS_STRING = "isString", NIF_ANCHOR_OF = "anchorOf", NIF_BEGIN_INDEX = "beginIndex",
    NIF_END_INDEX = "endIndex", NIF_REFERENCE_CONTEXT = "referenceContext",
);
names!("https://w3id.org/newsgraph/ontology#":
    NG_STATEMENT = "Statement", NG_RELATION = "relation", NG_POLARITY = "polarity",
    NG_ASSERTED = "asserted", NG_ATTRIBUTED_TO = "attributedTo", NG_QUANTITY = "quantity",
    NG_QUANTITY_MIN = "quantityMin", NG_QUANTITY_MAX = "quantityMax",
    NG_TIME = "time", NG_TIME_VALUE = "timeValue", NG_PLACE = "place",
    NG_SUBJECT_MENTION = "subjectMention", NG_OBJECT_MENTION = "objectMention", NG_TRIGGER = "trigger",
    NG_MERGED_BECAUSE = "mergedBecause", NG_INFERRED_BECAUSE = "inferredBecause",
    NG_ATTRIBUTION = "Attribution", NG_SOURCE = "source", NG_SOURCE_MENTION = "sourceMention",
    NG_MATCHED_EXAMPLE = "matchedExample", NG_FUNCTIONAL = "functional",
    NG_INVERSE_FUNCTIONAL = "inverseFunctional",
    NG_CUE = "cue", NG_CONTENT = "content", NG_DIRECT = "direct", NG_SOURCE_FILE = "sourceFile",
);
