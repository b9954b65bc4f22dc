//! Names beside nouns: whom a sentence speaks of where a name stands after a phrase with two nouns, "the driver of the mayor, Tom
//! Hale". Trees hang such a name on either noun, as it comes.

use crate::coreference::spoken_of;
use crate::extract::ExtractedStatement;
use crate::mentions::{MentionKind, OntologyIndex};

use super::article_facts::ReadDocument;

/// The statement with the phrase that its sentence speaks of in the place of a name beside a noun inside that phrase: in "the
/// driver of the mayor, Tom Hale, was jailed" the driver was. Nothing of it where it says what that phrase calls him.
pub fn of_those_spoken_of(
    document: &ReadDocument<'_>,
    lexicon: &OntologyIndex<'_>,
    extracted: &ExtractedStatement,
) -> Option<ExtractedStatement> {
    if is_beside_another(document, lexicon, extracted) {
        return None;
    }
    let mut statement = extracted.clone();
    let here = |token: usize| extracted.sentence.token(token);
    let swap = |token: Option<usize>, beside: Option<usize>| {
        let Some(token) = token else { return Some(None) };
        let mentions = &document.mentions;
        let name = mentions.standing_at(here(token)).map(|id| &mentions[id]);
        let name = name.filter(|name| name.kind == MentionKind::Name);
        let outer = name.and_then(|name| spoken_of(document, lexicon, name));
        let Some(outer) = outer.map(|outer| mentions[outer].head) else { return Some(Some(token)) };
        match beside {
            Some(beside) if beside == outer => None,
            Some(beside) if (outer..=token).contains(&beside) => Some(Some(token)),
            _ => Some(Some(outer)),
        }
    };
    statement.subject = swap(extracted.subject, extracted.object)?;
    statement.object = swap(extracted.object, extracted.subject)?;
    Some(statement)
}

/// Whether a post is said to be that of a name which stands beside another noun: in "the mayor, Clara Moss, and her predecessor,
/// Tom Hale," Hale is the predecessor.
fn is_beside_another(
    document: &ReadDocument<'_>,
    lexicon: &OntologyIndex<'_>,
    extracted: &ExtractedStatement,
) -> bool {
    let mentions = &document.mentions;
    let at = |token: Option<usize>| mentions.standing_at(extracted.sentence.token(token?));
    let (Some(name), Some(post)) = (at(extracted.subject), at(extracted.object)) else { return false };
    let (name, post) = (&mentions[name], &mentions[post]);
    let is_post = post.post.or(post.class).is_some_and(|class| lexicon.is_office(class));
    let tokens = &document.sentence(extracted.sentence).tokens;
    let comma = name.span.first.checked_sub(1).filter(|&comma| &*tokens[comma].text == ",");
    let noun = comma.and_then(|comma| mentions.headed_by(extracted.sentence.token(comma.checked_sub(1)?)));
    let beside = noun.map(|noun| &mentions[noun]).filter(|noun| {
        let class = noun.post.or(noun.class);
        noun.kind == MentionKind::Description
            && class.is_some_and(|class| lexicon.is_person(class) || lexicon.is_office(class))
    });
    name.kind == MentionKind::Name
        && is_post
        && post.head < name.span.first
        && beside.is_some_and(|noun| {
            noun.head != post.head && post.head < noun.span.first && !noun.span.contains(post.head)
        })
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use crate::ontology::Ontology;
    use crate::pipeline::Pipeline;
    use crate::read::{Article, Passage, PassageKind};

    const ONTOLOGY: &str = r#"
@prefix ex: <http://a.example/> .
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:sued a owl:ObjectProperty ; rdfs:domain ng:Agent ; rdfs:range ng:Agent ;
    skos:example "[subject: The nurse] sued [object: the council]."@en .
"#;

    /// Who sued whom.
    fn sued(text: &str) -> Vec<String> {
        static PIPELINE: OnceLock<Pipeline> = OnceLock::new();
        let pipeline = PIPELINE.get_or_init(|| {
            let ontology = Ontology::taught_by(&[("test.ttl", ONTOLOGY)]).expect("the test ontology");
            Pipeline::builder().ontology(ontology).build().expect("it is sound")
        });
        let whole = Passage { kind: PassageKind::Paragraph, begin: 0, end: text.chars().count() };
        let article = Article { text: text.to_owned(), passages: vec![whole], ..Article::default() };
        let statements = pipeline.story(vec![article]).statements.into_iter();
        let statements = statements.filter(|statement| &*statement.relation == "sued");
        let mut found: Vec<String> =
            statements.filter_map(|statement| Some(statement.subject?.label.to_string())).collect();
        found.dedup();
        found
    }

    #[test]
    fn a_name_after_two_nouns_does_nothing_that_the_first_one_does() {
        for (text, who) in [
            ("The driver of the mayor, Tom Hale, sued the council.", "driver of the mayor"),
            ("The former wife of the senator, Peter Vane, sued the council.", "former wife of the senator"),
            ("A brother of the Danish envoy, Paul Renn, sued the council.", "brother of the Danish envoy"),
        ] {
            assert_eq!(sued(text), [who], "{text}");
        }
        assert_eq!(sued("The mayor of Lisbon, Tom Hale, sued the council."), ["Tom Hale"]);
    }
}
