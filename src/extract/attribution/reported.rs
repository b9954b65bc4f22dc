//! Reported speech and thought: a word that attributes, what it takes as its content, and whose it is.

use crate::extract::patterns::{ArgumentGraph, Link, ParsedSentence, Tree, lemma_of};
use crate::extract::stance::{Stance, stance};
use crate::ontology::Complement;

use super::cues::{Cue, Cues};
use super::spans::{self, subtree};
use super::{ExtractedAttribution, Part, TokenPosition};

/// What a cue attributes, as tokens of its sentence.
struct Content {
    tokens: Vec<usize>,
    /// The cue's last token: the word itself, its particle, or the preposition before the content.
    cue_end: usize,
    /// Whether whoever is the source thereby says that it is so (or that it is not).
    claimed: bool,
}

/// A source: whom it means, and the words that name it beside the cue.
struct Teller {
    token: usize,
    surface: usize,
}

/// The attributions that the words of one sentence make.
pub fn reported(sentence: usize, subject: &ParsedSentence<'_>, cues: &Cues) -> Vec<ExtractedAttribution> {
    let tree = &subject.tree;
    let at = |token: usize| TokenPosition { sentence, token };
    let mut found = Vec::new();
    for word in 0..tree.sentence.tokens.len() {
        let Some((content, teller)) = reading(subject, cues, word) else { continue };
        let parts = spans::runs(tree, &content.tokens);
        if parts.is_empty() {
            continue;
        }
        let first = match tree.token(word).pos {
            "ADJ" => tree.head(word).unwrap_or(word),
            _ => word,
        };
        let cue = spans::cue(tree, first, content.cue_end);
        found.push(ExtractedAttribution {
            source: teller.as_ref().map(|teller| Part {
                head: at(teller.token),
                span: characters(tree, spans::source(tree, teller.surface, word)),
            }),
            cue: Some(Part { head: at(word), span: characters(tree, cue) }),
            content: parts,
            quoted: Vec::new(),
            claimed: content.claimed,
        });
    }
    found
}

fn characters(tree: &Tree<'_>, tokens: std::ops::Range<usize>) -> std::ops::Range<usize> {
    tree.token(tokens.start).begin..tree.token(tokens.end - 1).end
}

fn reading(subject: &ParsedSentence<'_>, cues: &Cues, word: usize) -> Option<(Content, Option<Teller>)> {
    let tree = &subject.tree;
    if let Some(source) = according_source(tree, word) {
        return Some((according_content(tree, word)?, Some(Teller { token: source, surface: source })));
    }
    let cue = cues.at(tree, word)?;
    match tree.token(word).pos {
        "NOUN" => {
            let content = nominal_content(tree, &cue, word)?;
            Some((content, Some(owner(&subject.graph, tree, word)?)))
        }
        "ADJ" => {
            let verb = tree.head(word).filter(|_| tree.dep(word) == "acomp")?;
            let content = nominal_content(tree, &cue, word)?;
            Some((content, Some(teller(subject, verb)?)))
        }
        _ => {
            let content = verbal_content(tree, &cue, word)?;
            let teller = teller(subject, word);
            let impersonal = tree.is_passive(word) && content.takes_clause(tree);
            (teller.is_some() || impersonal).then_some((content, teller))
        }
    }
}

impl Content {
    /// Whether there is a clause in it, so that it can stand without a source: "is expected to win".
    fn takes_clause(&self, tree: &Tree<'_>) -> bool {
        self.tokens.iter().any(|&token| matches!(tree.dep(token), "ccomp" | "xcomp"))
    }
}

/// What a verb attributes.
fn verbal_content(tree: &Tree<'_>, cue: &Cue<'_>, verb: usize) -> Option<Content> {
    let cue_end = cue.particle.filter(|&particle| particle == verb + 1).unwrap_or(verb);
    let stance = stance(&lemma_of(tree.token(verb)));
    let tells = matches!(stance, Some(Stance::Report | Stance::Denial));
    let content = |tokens: Vec<usize>, claimed: bool| Some(Content { tokens, cue_end, claimed });
    if cue.takes(Complement::Clause)
        && let Some(tokens) = clause(tree, verb)
    {
        return content(tokens, tells);
    }
    if cue.takes(Complement::Infinitive)
        && let Some(tokens) = infinitive(tree, verb)
    {
        return content(tokens, false);
    }
    if cue.takes(Complement::Predicate)
        && let Some(tokens) = predicate(tree, verb)
    {
        return content(tokens, false);
    }
    for &preposition in &cue.prepositions {
        if let Some(tokens) = behind(tree, preposition) {
            return Some(Content { tokens, cue_end: preposition, claimed: false });
        }
    }
    if cue.takes(Complement::Object) {
        return content(object(tree, verb)?, stance == Some(Stance::Denial));
    }
    None
}

fn is_infinitive(tree: &Tree<'_>, verb: usize) -> bool {
    tree.children(verb).iter().any(|&child| tree.dep(child) == "aux" && tree.token(child).tag == "TO")
}

/// A clause that is told: finite, or a bare gerund ("denied taking bribes"). Where the cue is inserted into the clause
/// ("The dam, she said, would hold"; "as she said"), the clause is what it hangs on.
fn clause(tree: &Tree<'_>, verb: usize) -> Option<Vec<usize>> {
    let told = tree.children(verb).iter().copied().find(|&child| match tree.dep(child) {
        "ccomp" => !is_infinitive(tree, child),
        "xcomp" => tree.token(child).tag == "VBG",
        _ => false,
    });
    if let Some(told) = told {
        let mut without = strays(tree, told, verb);
        without.push(verb);
        return Some(subtree(tree, told, &without));
    }
    let inserted = match tree.dep(verb) {
        "parataxis" => true,
        "advcl" => {
            tree.child(verb, &["mark", "advmod"]).is_some_and(|mark| lemma_of(tree.token(mark)) == "as")
        }
        _ => false,
    };
    let host = tree.head(verb).filter(|_| inserted)?;
    Some(subtree(tree, host, &[verb]))
}

/// Verbs that the parser joined to the told clause, but that go on with the telling: "said it would rain but [added
/// that …]". They stand in the tense of the telling verb, and the clause does not.
fn strays(tree: &Tree<'_>, clause: usize, verb: usize) -> Vec<usize> {
    let tense = tree.token(verb).tag;
    let finite = tree.child(clause, &["aux", "auxpass"]).unwrap_or(clause);
    let joined = tree.children(clause).iter().copied().filter(|&child| {
        tree.dep(child) == "conj"
            && tree.token(child).tag == tense
            && tree.child(child, &["nsubj", "nsubjpass"]).is_none()
            && tree.child(child, &["ccomp"]).is_some()
    });
    joined.filter(|_| matches!(tense, "VBD" | "VBZ" | "VBP") && tree.token(finite).tag != tense).collect()
}

/// What somebody is to do, with whoever is told to: "urged [the council to act]".
fn infinitive(tree: &Tree<'_>, verb: usize) -> Option<Vec<usize>> {
    let clause = tree
        .children(verb)
        .iter()
        .copied()
        .find(|&child| matches!(tree.dep(child), "xcomp" | "ccomp") && (is_infinitive(tree, child)))?;
    let mut tokens = subtree(tree, clause, &[verb]);
    if let Some(person) = tree.child(verb, &["dobj"]).filter(|&person| person < clause) {
        tokens.extend(subtree(tree, person, &[]));
        tokens.sort_unstable();
    }
    Some(tokens)
}

/// What something is said to be, with what it is said of: "called [it a success]", "described [it as a success]".
fn predicate(tree: &Tree<'_>, verb: usize) -> Option<Vec<usize>> {
    let said = tree.children(verb).iter().copied().find(|&child| match tree.dep(child) {
        "oprd" => true,
        "ccomp" => tree.child(child, &["nsubj"]).is_some() && !tree.is_verb(child),
        "prep" => lemma_of(tree.token(child)) == "as",
        _ => false,
    })?;
    let mut tokens = subtree(tree, said, &[verb]);
    if let Some(object) = tree.child(verb, &["dobj", "nsubjpass"]) {
        tokens.extend(subtree(tree, object, &[]));
        tokens.sort_unstable();
    }
    Some(tokens)
}

/// What a preposition leads to: a noun or a gerund.
fn behind(tree: &Tree<'_>, preposition: usize) -> Option<Vec<usize>> {
    let object = tree.child(preposition, &["pobj", "pcomp"])?;
    Some(subtree(tree, object, &[]))
}

/// The thing itself, with what it is praised or blamed for.
fn object(tree: &Tree<'_>, verb: usize) -> Option<Vec<usize>> {
    let object = tree.child(verb, if tree.is_passive(verb) { &["nsubjpass"] } else { &["dobj"] })?;
    let mut tokens = subtree(tree, object, &[]);
    for &reason in tree.children(verb).iter().filter(|&&child| {
        child > object
            && tree.dep(child) == "prep"
            && matches!(lemma_of(tree.token(child)).as_str(), "for" | "over" | "as")
    }) {
        tokens.extend(subtree(tree, reason, &[]));
    }
    tokens.sort_unstable();
    Some(tokens)
}

/// What a noun or an adjective attributes: "the claim [that …]", "confident [that …]", "critical of [the plan]".
fn nominal_content(tree: &Tree<'_>, cue: &Cue<'_>, word: usize) -> Option<Content> {
    let clause = tree.children(word).iter().copied().find(|&child| match tree.dep(child) {
        "acl" | "ccomp" | "xcomp" | "relcl" if is_infinitive(tree, child) => {
            cue.takes(Complement::Infinitive)
        }
        "ccomp" => cue.takes(Complement::Clause),
        "acl" => {
            cue.takes(Complement::Clause)
                && tree.child(child, &["mark"]).is_some_and(|mark| lemma_of(tree.token(mark)) == "that")
        }
        _ => false,
    });
    if let Some(clause) = clause {
        return Some(Content { tokens: subtree(tree, clause, &[]), cue_end: word, claimed: false });
    }
    cue.prepositions.iter().find_map(|&preposition| {
        Some(Content { tokens: behind(tree, preposition)?, cue_end: preposition, claimed: false })
    })
}

/// Who says or thinks it: the deep subject of the verb.
fn teller(subject: &ParsedSentence<'_>, verb: usize) -> Option<Teller> {
    let tree = &subject.tree;
    if tree.dep(verb) == "conj"
        && let Some(clause) = tree.head(verb)
        && let Some(teller_verb) = tree.head(clause).filter(|_| tree.dep(clause) == "ccomp")
        && strays(tree, clause, teller_verb).contains(&verb)
    {
        return teller(subject, teller_verb);
    }
    let token = subject.graph.edges(verb).iter().find(|edge| edge.link == Link::Subject)?.target;
    let own = match tree.is_passive(verb) {
        true => tree.child(verb, &["agent"]).and_then(|agent| tree.child(agent, &["pobj"])),
        false => tree.child(verb, &["nsubj"]),
    };
    Some(Teller { token, surface: own.unwrap_or(token) })
}

/// Whose claim or plan a noun names: its possessor, or the subject of the verb that it is the object of ("made a
/// promise to …").
fn owner(graph: &ArgumentGraph, tree: &Tree<'_>, noun: usize) -> Option<Teller> {
    let owner = graph
        .edges(noun)
        .iter()
        .find(|edge| edge.link == Link::Possessor || edge.link == Link::Preposition("by".to_owned()))
        .map(|edge| edge.target);
    let through_verb = || {
        let verb = tree.head(noun).filter(|_| tree.dep(noun) == "dobj")?;
        graph.edges(verb).iter().find(|edge| edge.link == Link::Subject).map(|edge| edge.target)
    };
    let token = owner.or_else(through_verb)?;
    let surface = tree.child(noun, &["poss"]).unwrap_or(token);
    Some(Teller { token, surface })
}

fn according_source(tree: &Tree<'_>, token: usize) -> Option<usize> {
    if !tree.token(token).text.eq_ignore_ascii_case("according") {
        return None;
    }
    tree.child(tree.child(token, &["prep"])?, &["pobj"])
}

fn according_content(tree: &Tree<'_>, token: usize) -> Option<Content> {
    let host = tree.head(token)?;
    let to = tree.child(token, &["prep"])?;
    Some(Content { tokens: subtree(tree, host, &[token]), cue_end: to, claimed: true })
}
