//! Statements as extraction sees them: tokens in roles, and how the sentence means it. What the tokens refer to is
//! for resolution to say.

use crate::language::{EntityTag, Sentence};
use crate::ontology::{ClassId, Ontology, Role};
use crate::read::Passage;

use super::attribution::{ExtractedAttribution, TokenPosition, attributions, innermost};
use super::factuality::{Factuality, factuality, is_negated};
use super::lexicon::Lexicon;
use super::mention::Mentions;
use super::patterns::{Extractor, Match, ParsedSentence, Tree, lemma_of};
use super::quotation::quotations;
use super::stance::is_past_adjective;

/// One reading of one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtractedStatement {
    /// Index of the relation in the ontology.
    pub relation: usize,
    /// Index of the pattern in the extractor.
    pub pattern: usize,
    /// Index of the sentence in the article.
    pub sentence: usize,
    /// The token that states the relation.
    pub trigger: usize,
    /// Heads of the arguments, as tokens of the sentence.
    pub subject: Option<usize>,
    pub object: Option<usize>,
    pub qualifiers: Vec<(String, usize)>,
    pub factuality: Factuality,
    /// Roles whose words belong to the wording ("downed tools"), so that their class says nothing.
    pub idiomatic: Vec<Role>,
    /// Index of the attribution that it stands in.
    pub attribution: Option<usize>,
    /// Tokens of the time expression.
    pub time: Option<std::ops::Range<usize>>,
    /// Head of the place's name.
    pub place: Option<usize>,
}

/// What one article yields.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    pub statements: Vec<ExtractedStatement>,
    pub attributions: Vec<ExtractedAttribution>,
}

/// An article as extraction reads it.
pub struct ParsedArticle<'a> {
    /// The source text, by characters.
    pub text: &'a [char],
    pub passages: &'a [Passage],
    pub sentences: &'a [Sentence],
    pub mentions: &'a Mentions,
}

/// Finds all statements and attributions of an article.
pub fn extract(article: &ParsedArticle<'_>, lexicon: &Lexicon<'_>, extractor: &Extractor) -> Extraction {
    let ontology = lexicon.ontology;
    let parsed: Vec<ParsedSentence<'_>> = article.sentences.iter().map(ParsedSentence::new).collect();
    let quotations = quotations(article.text, article.passages);
    let attributions = attributions(&parsed, &quotations, &lexicon.cues);
    let places = place_classes(ontology);
    let mut statements = Vec::new();
    for (sentence, subject) in parsed.iter().enumerate() {
        let class_of = |token: usize| class_of(article, lexicon, sentence, token);
        for found in extractor.find(lexicon, subject, &class_of) {
            let is_place = |token: usize| {
                class_of(token).is_some_and(|class| places.iter().any(|&place| ontology.is_a(class, place)))
            };
            let mut statement = read(sentence, subject, found, extractor, &is_place);
            let trigger = TokenPosition { sentence, token: statement.trigger };
            let begin = subject.sentence().tokens[statement.trigger].begin;
            statement.attribution = innermost(&attributions, trigger, begin)
                .and_then(|attribution| attributions.iter().position(|other| other == attribution));
            statements.push(statement);
        }
    }
    Extraction { statements, attributions }
}

/// What an argument's own words say it is.
fn class_of(
    article: &ParsedArticle<'_>,
    lexicon: &Lexicon<'_>,
    sentence: usize,
    token: usize,
) -> Option<ClassId> {
    match article.mentions.standing_at(sentence, token) {
        Some(mention) => article.mentions[mention].class,
        None => lexicon.noun_class(&article.sentences[sentence], token, token).map(|(class, _)| class),
    }
}

fn read(
    sentence: usize,
    subject: &ParsedSentence<'_>,
    found: Match,
    extractor: &Extractor,
    is_place: &dyn Fn(usize) -> bool,
) -> ExtractedStatement {
    let arguments: Vec<usize> = found.binding.roles.iter().map(|(_, token)| *token).collect();
    let tree = &subject.tree;
    ExtractedStatement {
        relation: found.relation,
        pattern: found.pattern,
        sentence,
        trigger: found.trigger,
        subject: found.binding.filler(&Role::Subject),
        object: found.binding.filler(&Role::Object),
        qualifiers: found
            .binding
            .roles
            .iter()
            .filter_map(|(role, token)| match role {
                Role::Qualifier(name) => Some((name.clone(), *token)),
                _ => None,
            })
            .collect(),
        factuality: worded(factuality(tree, found.trigger, &arguments), tree, &found, extractor),
        idiomatic: extractor.patterns()[found.pattern].root.idiomatic_roles(),
        attribution: None,
        time: time_of(tree, found.trigger)
            .or_else(|| past_marker(tree, &found, extractor).map(|token| token..token + 1)),
        place: place_of(tree, found.trigger, is_place).filter(|place| !arguments.contains(place)),
    }
}

/// Negations inside the wording: those that the sentence has ("found not guilty") against those that the pattern
/// was taught with. What is said of a state with "former" is past, and not asserted of the present.
fn worded(read: Factuality, tree: &Tree<'_>, found: &Match, extractor: &Extractor) -> Factuality {
    let inner =
        found.binding.words.iter().filter(|&&word| word != found.trigger && is_negated(tree, word)).count();
    let taught = extractor.patterns()[found.pattern].root.negations();
    Factuality {
        negative: read.negative ^ ((inner + taught) % 2 == 1),
        asserted: read.asserted && past_marker(tree, found, extractor).is_none(),
    }
}

/// The word that puts a state into the past: "former minister", "ex-husband".
fn past_marker(tree: &Tree<'_>, found: &Match, extractor: &Extractor) -> Option<usize> {
    let object = found.binding.filler(&Role::Object)?;
    let states = extractor.patterns()[found.pattern].root.says_little();
    let modifiers = tree.children(object).iter().copied();
    modifiers.filter(|_| states).find(|&child| is_past_adjective(&lemma_of(tree.token(child))))
}

/// The date or time that hangs on the trigger, bare ("last September") or by a preposition ("on Thursday").
fn time_of(tree: &Tree<'_>, trigger: usize) -> Option<std::ops::Range<usize>> {
    let is_time = |token: usize| {
        matches!(
            tree.token(token).entity,
            EntityTag::Begin("DATE" | "TIME") | EntityTag::Inside("DATE" | "TIME")
        )
    };
    let mut times: Vec<usize> = Vec::new();
    for &child in tree.children(trigger) {
        match tree.dep(child) {
            "npadvmod" | "advmod" if is_time(child) => times.push(child),
            "prep" if !tree.token(child).text.eq_ignore_ascii_case("for") => {
                times.extend(tree.child(child, &["pobj"]).filter(|&object| is_time(object)));
            }
            _ => {}
        }
    }
    let first = *times.first()?;
    let mut begin = first;
    while begin > 0
        && is_time(begin)
        && is_time(begin - 1)
        && !matches!(tree.token(begin).entity, EntityTag::Begin(_))
    {
        begin -= 1;
    }
    let mut end = first + 1;
    while end < tree.sentence.tokens.len() && is_time(end) {
        end += 1;
    }
    Some(begin..end)
}

/// The place that hangs on the trigger by a preposition of place.
fn place_of(tree: &Tree<'_>, trigger: usize, is_place: &dyn Fn(usize) -> bool) -> Option<usize> {
    tree.children(trigger)
        .iter()
        .filter(|&&child| {
            tree.dep(child) == "prep"
                && matches!(
                    lemma_of(tree.token(child)).as_str(),
                    "in" | "at" | "near" | "outside" | "inside" | "across" | "on"
                )
        })
        .filter_map(|&preposition| tree.child(preposition, &["pobj"]))
        .find(|&object| is_place(object))
}

/// The classes that the name recogniser's places belong to.
fn place_classes(ontology: &Ontology) -> Vec<ClassId> {
    ontology
        .classes
        .iter()
        .enumerate()
        .filter(|(_, class)| {
            class.entity_types.iter().any(|kind| matches!(kind.as_str(), "GPE" | "LOC" | "FAC"))
        })
        .map(|(index, _)| ClassId(index))
        .collect()
}
