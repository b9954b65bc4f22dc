//! What every stage finds in an article that is read alone, in lines that people can read and compare: mentions, links of
//! the argument graph, matches, statements, attributions, chains. So a change of a rule shows what it changes, and where.
//!
//! All that is known of the stages' own types stands here; one small function shows one layer.

use std::fmt::Write as _;

use rayon::prelude::*;

use crate::coreference::{Chain, ChainId};
use crate::extract::ExtractedStatement;
use crate::grammar::{Link, Number, ParsedSentence, SentenceId};
use crate::language::Sentence;
use crate::mentions::{Determination, Mention, MentionId, MentionKind, OntologyIndex, Quantity};
use crate::ontology::{ClassId, Role};
use crate::pipeline::Pipeline;
use crate::read::Article;
use crate::resolve::ReadDocument;
use crate::story::{Attribution, EntityReference, Polarity, Statement, Story};

/// The layers of each article, read alone and in the order given: a line for everything that is found, which begins with
/// the name of its layer.
pub fn layers(pipeline: &Pipeline, articles: &[Article]) -> Vec<String> {
    let lexicon = pipeline.lexicon();
    articles.par_iter().map(|article| of_article(pipeline, &lexicon, article)).collect()
}

fn of_article(pipeline: &Pipeline, lexicon: &OntologyIndex<'_>, article: &Article) -> String {
    let document = pipeline.read(article, lexicon);
    let layers = Layers { lexicon, document: &document };
    let mut lines = Lines::default();
    for sentence in (0..document.sentences.len()).map(SentenceId) {
        layers.mentions(sentence, &mut lines);
        layers.graph(sentence, &mut lines);
        layers.matches(sentence, &mut lines);
    }
    layers.chains(&mut lines);
    let story = pipeline.told(document, lexicon);
    statements(&story, &mut lines);
    attributions(&story, &mut lines);
    lines.text
}

/// The lines so far.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn add(&mut self, layer: &str, content: &str) {
        let _ = writeln!(self.text, "{layer:<9}  {content}");
    }
}

/// The layers of an article before its phrases become entities.
struct Layers<'a> {
    lexicon: &'a OntologyIndex<'a>,
    document: &'a ReadDocument<'a>,
}

impl Layers<'_> {
    fn mentions(&self, sentence: SentenceId, lines: &mut Lines) {
        let here = self.document.mentions.iter().filter(|(_, mention)| mention.sentence == sentence);
        for (_, mention) in here {
            lines.add("mention", &self.mention(mention));
        }
    }

    fn mention(&self, mention: &Mention) -> String {
        let mut parts = vec![mention.text.clone(), kind(mention.kind).to_owned()];
        let class = |class: ClassId| self.lexicon.ontology.class(class).name.clone();
        parts.extend(mention.class.map(class));
        parts.extend(mention.post.map(|post| format!("post {}", class(post))));
        parts.extend(number(mention.number).map(str::to_owned));
        parts.extend(determination(mention.determination).map(str::to_owned));
        parts.extend(mention.quantity.as_ref().map(quantity));
        parts.extend(mention.honorific.as_ref().map(|honorific| format!("honorific {honorific}")));
        parts.extend(
            mention.individual.map(|one| format!("known as {}", self.lexicon.ontology.individual(one).label)),
        );
        parts.extend(is_relabelled(mention).then(|| format!("called {}", mention.label)));
        parts.join(" · ")
    }

    /// The links of every word that has any; what links the words of one name says nothing.
    fn graph(&self, id: SentenceId, lines: &mut Lines) {
        let sentence = self.document.sentence(id);
        let graph = ParsedSentence::new(sentence).graph;
        let name = |token: usize| {
            let mention = self.document.mentions.standing_at(id.token(token))?;
            Some(mention).filter(|&mention| self.document.mentions[mention].kind == MentionKind::Name)
        };
        for token in 0..graph.len() {
            let within = |target: usize| name(token).is_some() && name(token) == name(target);
            let edges = graph.edges(token).iter().filter(|edge| !within(edge.target));
            let edges: Vec<String> =
                edges.map(|edge| format!("{} {}", link(&edge.link), word(sentence, edge.target))).collect();
            if !edges.is_empty() {
                lines.add("graph", &format!("{}: {}", word(sentence, token), edges.join(", ")));
            }
        }
    }

    fn matches(&self, sentence: SentenceId, lines: &mut Lines) {
        let found = &self.document.extraction.statements;
        for found in found.iter().filter(|found| found.sentence == sentence) {
            lines.add("match", &self.matched(found));
        }
    }

    /// Relation, trigger, the words in the roles, and the example that taught the wording.
    fn matched(&self, found: &ExtractedStatement) -> String {
        let sentence = self.document.sentence(found.sentence);
        let relation = self.lexicon.ontology.relation(found.relation);
        let roles = [(Role::Subject, found.subject), (Role::Object, found.object)];
        let mut parts: Vec<String> = roles
            .iter()
            .filter_map(|(role, token)| Some(format!("{} {}", role.name(), word(sentence, (*token)?))))
            .collect();
        parts.extend(
            found.qualifiers.iter().map(|(name, token)| format!("{name} {}", word(sentence, *token))),
        );
        let example = found.example.and_then(|example| relation.examples.get(example));
        let taught = example.map_or("(learned)", |example| &example.marked);
        format!("{} at {}: {} ← {taught}", relation.name, word(sentence, found.trigger), parts.join(", "))
    }

    fn chains(&self, lines: &mut Lines) {
        for (id, chain) in self.document.chains.iter() {
            let members = self.members(id);
            if members.len() > 1 {
                let members: Vec<String> =
                    members.into_iter().map(|member| self.joined(chain, member)).collect();
                lines.add("chain", &members.join(" = "));
            }
        }
    }

    fn members(&self, chain: ChainId) -> Vec<MentionId> {
        let mentions = self.document.mentions.iter().map(|(id, _)| id);
        mentions.filter(|&mention| self.document.chains.of(mention) == chain).collect()
    }

    /// A mention with the reason for which it was joined to others, where it was.
    fn joined(&self, chain: &Chain, mention: MentionId) -> String {
        let mention = &self.document.mentions[mention];
        let begin = self.document.sentence(mention.sentence).tokens[mention.span.first].begin;
        let reason =
            chain.joined.iter().find(|(place, _)| place.begin == begin && place.text == mention.text);
        match reason {
            Some((_, reason)) => format!("{} ({reason})", mention.text),
            None => mention.text.clone(),
        }
    }
}

fn word(sentence: &Sentence, token: usize) -> &str {
    &sentence.tokens[token].text
}

/// Whether more than an article or the first word's capital tells the label from the words.
fn is_relabelled(mention: &Mention) -> bool {
    let same = |words: &str| words.eq_ignore_ascii_case(&mention.label);
    let rest = mention.text.split_once(' ').map_or("", |(_, rest)| rest);
    !(same(&mention.text) || mention.quantity.is_none() && same(rest))
}

fn kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "name",
        MentionKind::Description => "description",
        MentionKind::Pronoun => "pronoun",
    }
}

/// What is worth telling of a number: most phrases stand for one.
fn number(number: Number) -> Option<&'static str> {
    match number {
        Number::Singular => None,
        Number::Plural => Some("plural"),
        Number::Unknown => Some("one or many"),
    }
}

fn determination(determination: Determination) -> Option<&'static str> {
    match determination {
        Determination::Definite => Some("definite"),
        Determination::Indefinite => Some("indefinite"),
        Determination::Bare => None,
    }
}

/// The number words with the bounds that they state.
fn quantity(quantity: &Quantity) -> String {
    bounded(&quantity.text, quantity.min, quantity.max)
}

fn bounded(text: &str, min: Option<f64>, max: Option<f64>) -> String {
    let bound = |bound: Option<f64>| bound.map_or(String::new(), |bound| bound.to_string());
    match (min, max) {
        (None, None) => format!("“{text}”"),
        (min, max) if min == max => format!("“{text}” {}", bound(min)),
        (min, max) => format!("“{text}” {}–{}", bound(min), bound(max)),
    }
}

fn link(link: &Link) -> &str {
    match link {
        Link::Subject => "Subject",
        Link::Object => "Object",
        Link::Complement => "Complement",
        Link::Preposition(word) => word,
        Link::Modifier => "Modifier",
        Link::Possessor => "Possessor",
        Link::Apposition => "Apposition",
        Link::Clause => "Clause",
        Link::Infinitive => "Infinitive",
    }
}

fn statements(story: &Story, lines: &mut Lines) {
    for statement in &story.statements {
        lines.add("statement", &told(statement, story));
    }
}

/// `subject | relation | object`, then how it is said and what else is said of it.
fn told(statement: &Statement, story: &Story) -> String {
    let name = |entity: &EntityReference| entity.label.to_string();
    let none = || "–".to_owned();
    let object = statement.object.as_ref().map_or_else(none, |object| object.label().to_string());
    let subject = statement.subject.as_ref().map_or_else(none, name);
    let mut parts = vec![subject, statement.relation.to_string(), object];
    parts.extend((statement.polarity == Polarity::Negative).then(|| "denied".to_owned()));
    parts.extend((!statement.asserted).then(|| "not asserted".to_owned()));
    parts.extend(statement.attributed_to.as_ref().map(|source| format!("says {}", name(source))));
    parts.extend(statement.quantity.as_ref().map(|much| bounded(&much.text, much.min, much.max)));
    parts.extend(statement.time.as_ref().map(|time| {
        let value = time.value.as_ref().map(|value| format!(" = {value}")).unwrap_or_default();
        format!("when {}{value}", time.text)
    }));
    parts.extend(statement.place.as_ref().map(|place| format!("where {}", name(place))));
    parts.extend(statement.qualifiers.iter().map(|(role, entity)| format!("{role} {}", name(entity))));
    parts.extend(story.inferences.get(&statement.id).cloned());
    parts.join(" | ")
}

fn attributions(story: &Story, lines: &mut Lines) {
    for attribution in &story.attributions {
        lines.add("said", &said(attribution));
    }
}

/// `source | cue | content`, and whether it is quoted.
fn said(attribution: &Attribution) -> String {
    let source = attribution.source.as_ref().map_or("–", |source| &source.label);
    let cue = attribution.cue.as_ref().map_or("–", |cue| &cue.text);
    let direct = if attribution.direct { " | direct" } else { "" };
    format!("{source} | {cue} | {}{direct}", attribution.content.text.replace('\n', " "))
}
