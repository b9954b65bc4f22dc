//! From annotations to an ontology's examples: the relation that is meant, the one sentence that holds both arguments, and the
//! marks in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use oxigraph::model::{Literal, NamedNode};

use crate::language::Sentence;
use crate::ontology::{Ontology, Relation, Role, RoleSpan, mark};
use crate::vocabulary as v;

use super::annotation::{Annotation, Argument, Fault, Marked};

/// The longest text, in characters: a long article.
const LONGEST_TEXT: usize = 200_000;
/// Names of relations that are told where none is known.
const MOST_NAMES: usize = 12;

/// The line that every file of ours begins with.
pub const HEAD: &str = "# Written by `newsgraph ontology learn --from`";

/// What annotations teach.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lesson {
    /// Examples and counterexamples by relation, as Turtle; the same for the same annotations.
    pub turtle: String,
    /// How many examples are in it.
    pub examples: usize,
    /// How many counterexamples are in it.
    pub counterexamples: usize,
    /// How many annotations the ontology's own examples, or earlier annotations, tell already.
    pub known: usize,
    /// What could not be used, by place.
    pub faults: Vec<Fault>,
}

/// The examples (true) and counterexamples (false) of each relation, by its IRI.
type Taught = BTreeMap<(String, bool), BTreeSet<String>>;

/// Makes examples of the annotations. `analyse` is the language engine, which tells where sentences end.
pub fn teach(marked: Marked, ontology: &Ontology, analyse: impl Fn(&[&str]) -> Vec<Vec<Sentence>>) -> Lesson {
    let Marked { annotations, mut faults } = marked;
    let texts: BTreeSet<&str> = annotations.iter().map(|annotation| annotation.text.as_str()).collect();
    let texts: Vec<&str> = texts.into_iter().filter(|text| text.chars().count() <= LONGEST_TEXT).collect();
    let sentences: BTreeMap<&str, Vec<Sentence>> = texts.iter().copied().zip(analyse(&texts)).collect();
    let (mut taught, mut known) = (Taught::new(), 0);
    for annotation in &annotations {
        let read = relation_of(annotation, ontology)
            .and_then(|relation| Ok((relation, marked_sentence(annotation, &sentences)?)));
        let fault = match read {
            Ok((relation, marked)) if is_taught(&taught, relation, &marked, !annotation.states) => {
                Some(format!("“{marked}” is marked both as true and as false of {}; keep one", relation.name))
            }
            Ok((relation, marked)) if is_taught(&taught, relation, &marked, annotation.states) => {
                known += 1;
                None
            }
            Ok((relation, marked)) => {
                taught.entry((relation.iri.clone(), annotation.states)).or_default().insert(marked);
                None
            }
            Err(message) => Some(message),
        };
        faults.extend(fault.map(|message| Fault { place: annotation.place.clone(), message }));
    }
    faults.sort();
    let count = |wanted: bool| {
        taught.iter().filter(|((_, states), _)| *states == wanted).map(|(_, marked)| marked.len()).sum()
    };
    Lesson { turtle: turtle(&taught), examples: count(true), counterexamples: count(false), known, faults }
}

/// Whether an example, or a counterexample, is among the relation's own or those that are taught already.
fn is_taught(taught: &Taught, relation: &Relation, marked: &str, states: bool) -> bool {
    let own = if states { &relation.examples } else { &relation.counterexamples };
    own.iter().any(|example| example.marked == marked)
        || taught.get(&(relation.iri.clone(), states)).is_some_and(|known| known.contains(marked))
}

/// The relation by its IRI, local name or label, whatever its case.
fn relation_of<'a>(annotation: &Annotation, ontology: &'a Ontology) -> Result<&'a Relation, String> {
    let plain = |name: &str| name.trim().to_lowercase().replace(['_', '-', ' '], " ");
    let wanted = plain(&annotation.relation);
    let is_meant = |relation: &&Relation| {
        relation.iri == annotation.relation
            || [&relation.name, &relation.label].iter().any(|name| plain(name) == wanted)
    };
    ontology.relations.iter().find(is_meant).ok_or_else(|| {
        let names: Vec<&str> = ontology.relations.iter().map(|relation| relation.name.as_str()).collect();
        let more = if names.len() > MOST_NAMES { ", …" } else { "" };
        format!(
            "the ontology has no relation “{}”; it has {}{more}; declare it, or name the file that does with --ontology",
            annotation.relation,
            names[..names.len().min(MOST_NAMES)].join(", ")
        )
    })
}

/// The sentence of the text that holds the arguments, with their marks.
fn marked_sentence(
    annotation: &Annotation,
    sentences: &BTreeMap<&str, Vec<Sentence>>,
) -> Result<String, String> {
    let characters: Vec<char> = annotation.text.chars().collect();
    let Some(sentences) = sentences.get(annotation.text.as_str()) else {
        return Err(format!("the text has more than {LONGEST_TEXT} characters; split it"));
    };
    let mut spans = Vec::new();
    for (role, argument) in [(Role::Subject, &annotation.subject), (Role::Object, &annotation.object)] {
        let Some(argument) = argument else { continue };
        let (begin, end) = place(argument, &characters, role.name())?;
        spans.push(RoleSpan { role, begin, end });
    }
    let words = |span: &RoleSpan| characters[span.begin..span.end].iter().collect::<String>();
    let Some(first) = spans.iter().map(|span| span.begin).min() else {
        return Err("neither a subject nor an object is marked; name one".to_owned());
    };
    if let [one, other] = spans.as_slice()
        && one.begin < other.end
        && other.begin < one.end
    {
        return Err(format!(
            "subject “{}” and object “{}” overlap; mark them apart",
            words(one),
            words(other)
        ));
    }
    let sentence = sentences.iter().find(|sentence| sentence.begin() <= first && first < sentence.end());
    let (begin, end) = sentence.map_or((0, characters.len()), |sentence| (sentence.begin(), sentence.end()));
    if spans.iter().any(|span| span.end > end) {
        return Err("subject and object stand in different sentences; mark two that stand in one".to_owned());
    }
    for span in &mut spans {
        (span.begin, span.end) = (span.begin - begin, span.end - begin);
    }
    let plain = |c: &char| if c.is_whitespace() { ' ' } else { *c };
    mark(&characters[begin..end].iter().map(plain).collect::<String>(), &spans)
}

/// The characters of an argument, without white space around them.
fn place(argument: &Argument, text: &[char], role: &str) -> Result<(usize, usize), String> {
    let (mut begin, mut end) = match argument {
        Argument::Words(words) => find(words, text, role)?,
        Argument::Characters(begin, end) => (*begin, *end),
    };
    if end > text.len() || begin >= end {
        return Err(format!(
            "the {role} (characters {begin} to {end}) is no part of the text, which has {} characters",
            text.len()
        ));
    }
    while begin < end && text[begin].is_whitespace() {
        begin += 1;
    }
    while end > begin && text[end - 1].is_whitespace() {
        end -= 1;
    }
    if begin == end { Err(format!("the {role} is white space; mark words")) } else { Ok((begin, end)) }
}

/// Where whole words stand, if they stand once.
fn find(words: &str, text: &[char], role: &str) -> Result<(usize, usize), String> {
    let wanted: Vec<char> = words.chars().collect();
    let is_inside = |at: usize| text.get(at).is_some_and(|c| c.is_alphanumeric());
    let is_whole = |&begin: &usize| {
        let end = begin + wanted.len();
        let goes_on_before = begin > 0 && is_inside(begin - 1) && wanted[0].is_alphanumeric();
        let goes_on_after = is_inside(end) && wanted[wanted.len() - 1].is_alphanumeric();
        !goes_on_before && !goes_on_after
    };
    let found = text.windows(wanted.len().max(1)).enumerate().filter(|(_, window)| *window == wanted);
    let found: Vec<usize> = found.map(|(begin, _)| begin).filter(is_whole).collect();
    match found.as_slice() {
        [begin] => Ok((*begin, begin + wanted.len())),
        [] => Err(format!("the {role} “{words}” does not stand in the sentence; copy it as it stands there")),
        several => Err(format!(
            "the {role} “{words}” stands {} times in the sentence; tell which with {role}_begin, its first character \
             counted from 0",
            several.len()
        )),
    }
}

/// The Turtle of what is taught, sorted.
fn turtle(taught: &Taught) -> String {
    let mut text = format!(
        "{HEAD}, which writes it anew; sorted, so that the same annotations give the same bytes.\n\n@prefix ng: <{}> \
         .\n@prefix skos: <{}> .\n",
        v::NG,
        v::SKOS
    );
    let relations: BTreeSet<&str> = taught.keys().map(|(iri, _)| iri.as_str()).collect();
    for iri in relations {
        let listed = |states: bool, property: &str| {
            let marked = taught.get(&(iri.to_owned(), states))?;
            let literal = |marked: &String| match Literal::new_language_tagged_literal(marked, "en") {
                Ok(literal) => literal.to_string(),
                Err(_) => Literal::new_simple_literal(marked).to_string(),
            };
            let literals: Vec<String> = marked.iter().map(literal).collect();
            Some(format!("    {property} {}", literals.join(" ,\n        ")))
        };
        let parts: Vec<String> = [listed(true, "skos:example"), listed(false, "ng:counterexample")]
            .into_iter()
            .flatten()
            .collect();
        let _ = write!(text, "\n{}\n{} .\n", NamedNode::new_unchecked(iri), parts.join(" ;\n"));
    }
    text
}
