//! What stands in an argument's place, before it is known who is who in the story: a chain of its article, or a phrase
//! that no chain stands for: an adjective ("military support"), a deed ("charged with murdering a guard"). A word gets the
//! name of the noun after it where the ontology knows one.

use serde::{Deserialize, Serialize};

use crate::coreference::{ChainId, Post};
use crate::grammar::{TokenSpan, children, is_time, leftmost, nominal_forms, rightmost};
use crate::language::{CoarseTag, Dependency, EntityTag, EntityType, FineTag, Sentence};
use crate::mentions::OntologyIndex;
use crate::ontology::ClassId;
use crate::story::Span;

/// What a phrase stands for, as far as its article tells.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Phrase {
    Mention {
        /// The chain of whoever is meant.
        chain: ChainId,
        /// What stands for it here.
        words: Box<str>,
        /// The name by which a statement is to call it, where that is not the story's.
        called: Option<Box<str>>,
        place: Box<Span>,
    },
    /// What has this name and nothing else to be known by.
    Concept { label: Box<str>, class: Option<ClassId>, place: Box<Span> },
    /// A post as such, not whoever has it.
    Post { post: Box<Post>, class: Option<ClassId>, place: Box<Span> },
}

impl Phrase {
    /// The word at `token`; `beside` is the head of the statement's other argument.
    pub fn word(
        sentence: &Sentence,
        token: usize,
        beside: Option<usize>,
        lexicon: &OntologyIndex<'_>,
    ) -> Self {
        let word = &sentence.tokens[token];
        let lemma = word.lemma.to_lowercase();
        if let Some(time) = time_span(sentence, token) {
            return Self::concept(time.text(sentence), None, place(sentence, time));
        }
        let mut words = TokenSpan::of_token(token);
        let label = match word.pos {
            CoarseTag::Verb | CoarseTag::Aux => {
                let start = clause_start(sentence, token, beside);
                // "Murdering him" is murder; "attacking him" is no attack that has a name.
                let names_deed =
                    |form: &String| lexicon.word_class(form).is_some_and(|class| !lexicon.has_names(class));
                let deed = nominal_forms(&lemma).into_iter().find(names_deed);
                let is_named = start == token && word.dep == Dependency::Pcomp;
                deed.filter(|_| is_named).unwrap_or_else(|| {
                    words = TokenSpan::new(start, deed_end(sentence, token));
                    words.text(sentence)
                })
            }
            _ => lemma,
        };
        let class = lexicon.word_class(&label);
        Self::concept(label, class, place(sentence, words))
    }

    pub fn concept(label: String, class: Option<ClassId>, place: Span) -> Self {
        Self::Concept { label: label.into(), class, place: place.into() }
    }
}

/// The characters of a span, with its words.
fn place(sentence: &Sentence, words: TokenSpan) -> Span {
    let characters = words.characters(sentence);
    Span { text: words.text(sentence), begin: characters.start, end: characters.end }
}

/// Where the words of a clause begin: with its own subject (`denied that [it broke the law]`), or with its verb where the
/// subject is the statement's other argument.
fn clause_start(sentence: &Sentence, verb: usize, beside: Option<usize>) -> usize {
    let is_subject = |child: &usize| {
        matches!(sentence.tokens[*child].dep, Dependency::Nsubj | Dependency::NsubjPass | Dependency::Expl)
            && *child < verb
    };
    let subject = children(sentence, verb).find(is_subject).filter(|&subject| Some(subject) != beside);
    let is_negation = |child: &usize| sentence.tokens[*child].dep == Dependency::Neg && *child < verb;
    let verb = children(sentence, verb).find(is_negation).unwrap_or(verb);
    let relative = |subject: &usize| sentence.tokens[*subject].tag.is_wh_word();
    subject.filter(|subject| !relative(subject)).map_or(verb, |subject| leftmost(sentence, subject))
}

/// Where the words of a deed end: the verb with its objects and what belongs to them (`causing death by dangerous
/// driving`), without when and where it was done.
fn deed_end(sentence: &Sentence, verb: usize) -> usize {
    let mut end = verb + 1;
    for child in children(sentence, verb).filter(|&child| child > verb) {
        let token = &sentence.tokens[child];
        if token.tag.is_quote() {
            end = child + 1;
            continue;
        }
        let belongs = matches!(
            token.dep,
            Dependency::Dobj
                | Dependency::Dative
                | Dependency::Prt
                | Dependency::Prep
                | Dependency::Xcomp
                | Dependency::Attr
                | Dependency::Acomp
                | Dependency::Ccomp
                | Dependency::Agent
                | Dependency::Oprd
        );
        let circumstance = token.dep == Dependency::Prep
            && children(sentence, child).any(|object| is_circumstance(sentence, object));
        if !belongs || circumstance || child != end && leftmost(sentence, child) != end {
            break;
        }
        end = rightmost(sentence, child) + 1;
    }
    end
}

fn is_circumstance(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens[token].entity.is_any(&[
        EntityType::Date,
        EntityType::Time,
        EntityType::Gpe,
        EntityType::Loc,
        EntityType::Fac,
    ])
}

/// The tokens of a time expression around a token of one, without an article before it.
fn time_span(sentence: &Sentence, token: usize) -> Option<TokenSpan> {
    let is_time = |index: usize| is_time(sentence.tokens[index].entity);
    let begins = |index: usize| matches!(sentence.tokens[index].entity, EntityTag::Begin(_));
    if !is_time(token) {
        return None;
    }
    let mut start = (0..=token).rev().find(|&index| begins(index) || index == 0 || !is_time(index - 1))?;
    let inside = |index: &usize| is_time(*index) && !begins(*index);
    let end = token + 1 + (token + 1..sentence.tokens.len()).take_while(inside).count();
    if start < token && sentence.tokens[start].tag == FineTag::Dt {
        start += 1;
    }
    Some(TokenSpan::new(start, end))
}
