//! The IRIs that newsgraph reads and writes, each spelled once for all rooms: existing vocabularies wherever they fit
//! (PROV-O for provenance, NIF and ITS for spans of text, schema.org for articles, SKOS for names), `ng:` only for the
//! rest. A namespace is named by its usual prefix in capitals (`NG`, `RDFS`), a term by that and its local name
//! (`NG_POLARITY` is `ng:polarity`). The names of lists of words are `ontology::word_lists`'. What the terms mean, `ontology/*.ttl` says.

/// Defines a namespace and, as string constants too, the IRIs of terms in it.
macro_rules! namespace {
    ($namespace:ident = $iri:literal $(: $($constant:ident = $local:literal),+ $(,)?)?) => {
        #[doc = concat!("The namespace `", $iri, "`.")]
        pub const $namespace: &str = $iri;
        $($(
            #[doc = concat!("The IRI of `", $local, "` in [`", stringify!($namespace), "`].")]
            pub const $constant: &str = concat!($iri, $local);
        )+)?
    };
}

namespace!(NG = "https://w3id.org/newsgraph/ontology#":
    // What graphs say of statements and attributions.
    NG_STATEMENT = "Statement", NG_RELATION = "relation", NG_POLARITY = "polarity",
    NG_ASSERTED = "asserted", NG_CONFIDENCE = "confidence", NG_ATTRIBUTED_TO = "attributedTo",
    NG_QUANTITY = "quantity", NG_QUANTITY_MIN = "quantityMin", NG_QUANTITY_MAX = "quantityMax",
    NG_TIME = "time", NG_TIME_VALUE = "timeValue", NG_PLACE = "place",
    NG_SUBJECT_MENTION = "subjectMention", NG_OBJECT_MENTION = "objectMention", NG_TRIGGER = "trigger",
    NG_MERGED_BECAUSE = "mergedBecause", NG_INFERRED_BECAUSE = "inferredBecause",
    NG_DECISION = "decision", NG_REPORTED_EVENT = "ReportedEvent", NG_EVENT = "Event", NG_REPORTS = "reports",
    NG_INDEPENDENT = "independentReports", NG_OWN_VOICE = "ownVoiceReports", NG_CONTRADICTS = "contradicts",
    NG_ATTRIBUTION = "Attribution", NG_SOURCE = "source", NG_SOURCE_MENTION = "sourceMention",
    NG_MATCHED_EXAMPLE = "matchedExample", NG_FUNCTIONAL = "functional",
    NG_INVERSE_FUNCTIONAL = "inverseFunctional", NG_LASTS = "lasts", NG_ONCE = "once",
    NG_CUMULATIVE = "cumulative", NG_SOLE_DOER = "soleDoer",
    NG_CUE = "cue", NG_CONTENT = "content", NG_DIRECT = "direct", NG_SOURCE_FILE = "sourceFile", NG_COPY_OF = "copyOf",
    // What ontologies teach by.
    NG_ENTITY_TYPE = "entityType", NG_NOUN = "noun", NG_NOUNS_LIKE = "nounsLike", NG_MEASURE = "measure",
    NG_ESSENTIAL_QUALIFIER = "EssentialQualifier", NG_QUALIFIER = "qualifier", NG_RECORD = "Record",
    NG_IDENTIFYING_PROPERTY = "IdentifyingProperty", NG_STATE_PROPERTY = "StateProperty",
    NG_GIVEN_NAME = "givenName", NG_HONORIFIC = "honorific", NG_ABBREVIATION = "abbreviation",
    NG_WORD = "word", NG_NAME_MARK = "nameMark", NG_COUNTRY_WORD = "countryWord", NG_DEMONYM = "demonym", NG_COUNTRY = "country",
    NG_SHARED_NAME = "sharedName",
    NG_STANCE = "stance", NG_GOVERNOR = "governor", NG_CUE_VERB = "cueVerb", NG_CUE_NOUN = "cueNoun",
    NG_CUE_ADJECTIVE = "cueAdjective", NG_COMPLEMENT = "complement",
    NG_COUNTEREXAMPLE = "counterexample", NG_LEAST_CONFIDENCE = "leastConfidence",
    NG_GOES_BEFORE = "goesBefore", NG_EXCLUDES = "excludes", NG_CONTRARY_TO = "contraryTo",
    NG_COUNTS_WITH = "countsWith", NG_ANSWERS = "answers", NG_ONCE_PROPERTY = "OnceProperty",
    NG_CUMULATIVE_PROPERTY = "CumulativeProperty", NG_SOLE_DOER_PROPERTY = "SoleDoerProperty",
    NG_PERSON = "Person", NG_GROUP = "Group", NG_OFFICE = "Office",
);
/// What `ng:decision` says of a statement that the user has accepted.
pub const ACCEPTED: &str = "accepted";

namespace!(RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#":
    RDF_TYPE = "type", RDF_SUBJECT = "subject", RDF_PREDICATE = "predicate", RDF_OBJECT = "object",
    RDF_REIFIES = "reifies", RDF_FIRST = "first", RDF_REST = "rest", RDF_PROPERTY = "Property",
);
namespace!(RDFS = "http://www.w3.org/2000/01/rdf-schema#":
    RDFS_CLASS = "Class", RDFS_LITERAL = "Literal", RDFS_LABEL = "label", RDFS_COMMENT = "comment",
    RDFS_DOMAIN = "domain", RDFS_RANGE = "range", RDFS_SUB_CLASS_OF = "subClassOf",
    RDFS_SUB_PROPERTY_OF = "subPropertyOf",
);
namespace!(OWL = "http://www.w3.org/2002/07/owl#":
    OWL_IMPORTS = "imports", OWL_SAME_AS = "sameAs", OWL_CLASS = "Class",
    OWL_EQUIVALENT_CLASS = "equivalentClass", OWL_UNION_OF = "unionOf",
    OWL_OBJECT_PROPERTY = "ObjectProperty", OWL_DATATYPE_PROPERTY = "DatatypeProperty",
    OWL_SYMMETRIC_PROPERTY = "SymmetricProperty", OWL_FUNCTIONAL_PROPERTY = "FunctionalProperty",
    OWL_INVERSE_FUNCTIONAL_PROPERTY = "InverseFunctionalProperty",
);
namespace!(XSD = "http://www.w3.org/2001/XMLSchema#":
    XSD_BOOLEAN = "boolean", XSD_DATE = "date", XSD_DATE_TIME = "dateTime", XSD_DECIMAL = "decimal",
    XSD_G_YEAR = "gYear", XSD_G_YEAR_MONTH = "gYearMonth",
    XSD_NON_NEGATIVE_INTEGER = "nonNegativeInteger", XSD_STRING = "string",
);
namespace!(SKOS = "http://www.w3.org/2004/02/skos/core#":
    SKOS_PREF_LABEL = "prefLabel", SKOS_ALT_LABEL = "altLabel", SKOS_BROADER = "broader",
    SKOS_CLOSE_MATCH = "closeMatch", SKOS_EXACT_MATCH = "exactMatch", SKOS_DEFINITION = "definition",
    SKOS_EXAMPLE = "example",
);
namespace!(SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/":
    SEM_EVENT = "Event", SEM_HAS_ACTOR = "hasActor", SEM_HAS_PLACE = "hasPlace",
    SEM_EARLIEST_BEGIN = "hasEarliestBeginTimeStamp", SEM_LATEST_END = "hasLatestEndTimeStamp",
);
namespace!(PROV = "http://www.w3.org/ns/prov#": PROV_WAS_DERIVED_FROM = "wasDerivedFrom");
namespace!(VOID = "http://rdfs.org/ns/void#": VOID_DATASET = "Dataset", VOID_URI_SPACE = "uriSpace");
namespace!(ITS = "http://www.w3.org/2005/11/its/rdf#": ITS_IDENTIFIES = "taIdentRef");
namespace!(SCHEMA = "https://schema.org/":
    SCHEMA_NEWS_ARTICLE = "NewsArticle", SCHEMA_HEADLINE = "headline", SCHEMA_PUBLISHER = "publisher",
    SCHEMA_AUTHOR = "author",
    SCHEMA_DATE_PUBLISHED = "datePublished", SCHEMA_URL = "url",
    SCHEMA_DOMAIN_INCLUDES = "domainIncludes", SCHEMA_RANGE_INCLUDES = "rangeIncludes",
);
namespace!(NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#":
    NIF_CONTEXT = "Context", NIF_STRING = "String", NIF_SENTENCE = "Sentence", NIF_PHRASE = "Phrase",
    NIF_IS_STRING = "isString", NIF_ANCHOR_OF = "anchorOf", NIF_BEGIN_INDEX = "beginIndex",
    NIF_END_INDEX = "endIndex", NIF_REFERENCE_CONTEXT = "referenceContext",
);
namespace!(WIKIDATA = "http://www.wikidata.org/entity/");

/// Prefixes that exports declare and queries know without declaring, sorted; `id` comes with the user's base.
pub const PREFIXES: &[(&str, &str)] = &[
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("itsrdf", ITS),
    ("ng", NG),
    ("nif", NIF),
    ("org", "http://www.w3.org/ns/org#"),
    ("owl", OWL),
    ("prov", PROV),
    ("rdf", RDF),
    ("rdfs", RDFS),
    ("schema", SCHEMA),
    ("sem", SEM),
    ("skos", SKOS),
    ("time", "http://www.w3.org/2006/time#"),
    ("void", VOID),
    ("wd", WIKIDATA),
    ("xsd", XSD),
];

/// The part of an IRI after its last `#` or `/`: `charged_with` of `ng:charged_with`.
pub fn local_name(iri: &str) -> &str {
    iri.rsplit(['#', '/']).next().unwrap_or(iri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_sorted_and_every_namespace_ends_where_names_can_follow() {
        assert!(PREFIXES.is_sorted());
        assert!(PREFIXES.iter().all(|(_, namespace)| namespace.ends_with(['#', '/'])));
    }

    #[test]
    fn a_local_name_is_what_follows_the_namespace() {
        assert_eq!(local_name(NG_POLARITY), "polarity");
        assert_eq!(local_name(SCHEMA_URL), "url");
        assert_eq!(local_name("plain"), "plain");
    }
}
