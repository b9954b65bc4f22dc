//! The terms of other vocabularies that an ontology file is read by.

/// What relative IRIs are resolved against.
pub(super) const BASE: &str = "https://w3id.org/newsgraph/ontology";

/// Namespace of newsgraph's own terms (`ng:`).
pub const NAMESPACE: &str = "https://w3id.org/newsgraph/ontology#";

pub(super) const NG_ENTITY_TYPE: &str = "https://w3id.org/newsgraph/ontology#entityType";
pub(super) const NG_NOUN: &str = "https://w3id.org/newsgraph/ontology#noun";
pub(super) const NG_MEASURE: &str = "https://w3id.org/newsgraph/ontology#measure";
pub(super) const NG_ESSENTIAL: &str = "https://w3id.org/newsgraph/ontology#EssentialQualifier";
pub(super) const NG_GIVEN_NAME: &str = "https://w3id.org/newsgraph/ontology#givenName";
pub(super) const NG_FEMININE: &str = "https://w3id.org/newsgraph/ontology#feminine";
pub(super) const NG_MASCULINE: &str = "https://w3id.org/newsgraph/ontology#masculine";
pub(super) const NG_ANYBODY: &str = "https://w3id.org/newsgraph/ontology#anybody";
pub(super) const NG_ANY_BODY: &str = "https://w3id.org/newsgraph/ontology#anyBody";
pub(super) const NG_ONLY_ONE_BODY: &str = "https://w3id.org/newsgraph/ontology#onlyOneBody";
pub(super) const NG_SPEAKING_FOR_OTHERS: &str = "https://w3id.org/newsgraph/ontology#speakingForOthers";
pub(super) const NG_ABBREVIATION: &str = "https://w3id.org/newsgraph/ontology#abbreviation";
pub(super) const NG_IDENTIFYING: &str = "https://w3id.org/newsgraph/ontology#IdentifyingProperty";
pub(super) const NG_STATE: &str = "https://w3id.org/newsgraph/ontology#StateProperty";
pub(super) const NG_STANCE: &str = "https://w3id.org/newsgraph/ontology#stance";
pub(super) const NG_GOVERNOR: &str = "https://w3id.org/newsgraph/ontology#governor";
pub(super) const NG_CUE_VERB: &str = "https://w3id.org/newsgraph/ontology#cueVerb";
pub(super) const NG_CUE_NOUN: &str = "https://w3id.org/newsgraph/ontology#cueNoun";
pub(super) const NG_CUE_ADJECTIVE: &str = "https://w3id.org/newsgraph/ontology#cueAdjective";
pub(super) const NG_COMPLEMENT: &str = "https://w3id.org/newsgraph/ontology#complement";
pub(super) const NG_COUNTEREXAMPLE: &str = "https://w3id.org/newsgraph/ontology#counterexample";
pub(super) const NG_QUALIFIER: &str = "https://w3id.org/newsgraph/ontology#qualifier";
pub(super) const NG_RECORD: &str = "https://w3id.org/newsgraph/ontology#Record";

pub(super) const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
pub(super) const RDF_FIRST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
pub(super) const RDF_REST: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
pub(super) const RDF_PROPERTY: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
pub(super) const RDFS_CLASS: &str = "http://www.w3.org/2000/01/rdf-schema#Class";
pub(super) const RDFS_LITERAL: &str = "http://www.w3.org/2000/01/rdf-schema#Literal";
pub(super) const RDFS_LABEL: &str = "http://www.w3.org/2000/01/rdf-schema#label";
pub(super) const RDFS_COMMENT: &str = "http://www.w3.org/2000/01/rdf-schema#comment";
pub(super) const RDFS_DOMAIN: &str = "http://www.w3.org/2000/01/rdf-schema#domain";
pub(super) const RDFS_RANGE: &str = "http://www.w3.org/2000/01/rdf-schema#range";
pub(super) const RDFS_SUBCLASS: &str = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
pub(super) const RDFS_SUBPROPERTY: &str = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
pub(super) const OWL_IMPORTS: &str = "http://www.w3.org/2002/07/owl#imports";
pub(super) const OWL_CLASS: &str = "http://www.w3.org/2002/07/owl#Class";
pub(super) const OWL_OBJECT_PROPERTY: &str = "http://www.w3.org/2002/07/owl#ObjectProperty";
pub(super) const OWL_DATATYPE_PROPERTY: &str = "http://www.w3.org/2002/07/owl#DatatypeProperty";
pub(super) const OWL_SYMMETRIC: &str = "http://www.w3.org/2002/07/owl#SymmetricProperty";
pub(super) const OWL_FUNCTIONAL: &str = "http://www.w3.org/2002/07/owl#FunctionalProperty";
pub(super) const OWL_INVERSE_FUNCTIONAL: &str = "http://www.w3.org/2002/07/owl#InverseFunctionalProperty";
pub(super) const OWL_EQUIVALENT_CLASS: &str = "http://www.w3.org/2002/07/owl#equivalentClass";
pub(super) const OWL_UNION_OF: &str = "http://www.w3.org/2002/07/owl#unionOf";
pub(super) const OWL_SAME_AS: &str = "http://www.w3.org/2002/07/owl#sameAs";
pub(super) const SKOS_PREF_LABEL: &str = "http://www.w3.org/2004/02/skos/core#prefLabel";
pub(super) const SKOS_ALT_LABEL: &str = "http://www.w3.org/2004/02/skos/core#altLabel";
pub(super) const SKOS_DEFINITION: &str = "http://www.w3.org/2004/02/skos/core#definition";
pub(super) const SKOS_EXAMPLE: &str = "http://www.w3.org/2004/02/skos/core#example";
pub(super) const SKOS_EXACT_MATCH: &str = "http://www.w3.org/2004/02/skos/core#exactMatch";

pub(super) const XSD: &str = "http://www.w3.org/2001/XMLSchema#";
