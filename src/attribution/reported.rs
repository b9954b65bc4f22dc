//! Reported speech and thought: a word that attributes, what it takes as its content, and whose it is.

use crate::grammar::{Link, ParsedSentence, SentenceId, Stance, Tree, is_negated, lemma_of};
use crate::language::{CoarseTag, Dependency, FineTag};
use crate::ontology::Complement;

use super::beside::is_word;
use super::content::{Content, Speaker};
use super::cues::{Cue, Cues};
use super::extracted::{ExtractedAttribution, Part};
use super::nominal::{according_content, according_source, after, denier, maker, nominal_content, owner};
use super::spans;
use super::strays::{after_quotation, strays};

/// The attributions that the words of one sentence make; `can_speak` tells whether a token stands for somebody who can.
pub fn reported(
    id: SentenceId,
    sentence: &ParsedSentence<'_>,
    cues: &Cues,
    can_speak: &dyn Fn(usize) -> bool,
) -> Vec<ExtractedAttribution> {
    let tree = &sentence.tree;
    let mut found = Vec::new();
    for word in 0..tree.sentence.tokens.len() {
        let Some((content, speaker)) = reading(sentence, cues, word, can_speak) else { continue };
        let parts = spans::runs(tree, &content.tokens);
        if parts.is_empty() {
            continue;
        }
        let first = match tree.token(word).pos {
            CoarseTag::Adj => tree.head(word).unwrap_or(word),
            _ => word,
        };
        let cue = spans::cue(tree, first, content.cue_end);
        found.push(ExtractedAttribution {
            source: speaker.as_ref().map(|speaker| Part {
                head: id.token(speaker.token),
                span: spans::source(tree, speaker.surface, word).characters(tree.sentence),
            }),
            cue: Some(Part { head: id.token(word), span: cue.characters(tree.sentence) }),
            content: parts,
            quoted: Vec::new(),
            claimed: content.claimed && !is_unsaid(tree, cues, word),
        });
    }
    found
}

/// "Declined to say that", "did not say that": whoever does not say it is not its source.
fn is_unsaid(tree: &Tree<'_>, cues: &Cues, word: usize) -> bool {
    let above =
        tree.head(word).filter(|_| tree.dep(word) == Dependency::Xcomp && tree.is_to_infinitive(word));
    let declined = above
        .is_some_and(|above| cues.stance(tree, above) == Some(Stance::Averted) && !is_negated(tree, above));
    let reports = cues.stance(tree, word) == Some(Stance::Report);
    reports && (declined || tree.is_verb(word) && is_negated(tree, word))
}

fn reading(
    sentence: &ParsedSentence<'_>,
    cues: &Cues,
    word: usize,
    can_speak: &dyn Fn(usize) -> bool,
) -> Option<(Content, Option<Speaker>)> {
    let tree = &sentence.tree;
    if let Some(source) = according_source(tree, word) {
        let token = maker(tree, source, cues.stance(tree, source));
        return Some((according_content(tree, word)?, Some(Speaker { token, surface: source })));
    }
    let cue = cues.at(tree, word)?;
    match tree.token(word).pos {
        CoarseTag::Noun => {
            let content = nominal_content(tree, &cue, word, cues.stance(tree, word))?;
            // What one claims and another rejects is the other's: he says that it is not so.
            let source = match cues.is_denied(tree, word) {
                true => denier(&sentence.graph, tree, word)?,
                false => owner(&sentence.graph, tree, word)?,
            };
            Some((content, Some(source)))
        }
        CoarseTag::Adj => {
            let verb = tree.head(word).filter(|_| tree.dep(word) == Dependency::Acomp)?;
            let content = nominal_content(tree, &cue, word, cues.stance(tree, word))?;
            Some((content, Some(speaker(sentence, cues, verb)?)))
        }
        _ => {
            let content = verbal_content(tree, cues, &cue, word, can_speak)?;
            let named = inverted(tree, &cue, word, can_speak)
                .or_else(|| inverted_above(tree, cues, word, can_speak))
                .map(|token| Speaker { token, surface: token });
            let mut speaker = named
                .or_else(|| speaker(sentence, cues, word))
                .filter(|speaker| is_word(tree.token(speaker.token)));
            if let Some(speaker) = &mut speaker {
                speaker.token = maker(tree, speaker.token, cues.stance(tree, speaker.token));
            }
            let impersonal = tree.is_passive(word) && content.takes_clause(tree);
            (speaker.is_some() || impersonal).then_some((content, speaker))
        }
    }
}

impl Content {
    /// Whether there is a clause in it, so that it can stand without a source: "is expected to win".
    fn takes_clause(&self, tree: &Tree<'_>) -> bool {
        self.tokens.iter().any(|&token| matches!(tree.dep(token), Dependency::Ccomp | Dependency::Xcomp))
    }
}

/// What a verb attributes.
fn verbal_content(
    tree: &Tree<'_>,
    cues: &Cues,
    cue: &Cue<'_>,
    verb: usize,
    can_speak: &dyn Fn(usize) -> bool,
) -> Option<Content> {
    let cue_end = cue.particle.filter(|&particle| particle == verb + 1).unwrap_or(verb);
    let stance = cues.stance(tree, verb);
    let tells = matches!(stance, Some(Stance::Report | Stance::Alleged | Stance::Denial));
    let content = |tokens: Vec<usize>, claimed: bool| Some(Content { tokens, cue_end, claimed });
    if cue.takes(Complement::Clause)
        && let Some(tokens) = clause(tree, cues, cue, verb, can_speak)
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
        if let Some(tokens) = after(tree, preposition) {
            // "Sued the firm for hiding it."
            let claimed = cues.stance_before(tree, verb, preposition) == Some(Stance::Alleged);
            return Some(Content { tokens, cue_end: preposition, claimed });
        }
    }
    if cue.takes(Complement::Object) {
        return content(object(tree, verb)?, stance == Some(Stance::Denial));
    }
    None
}

/// A clause that is told: finite, or a bare gerund ("denied taking bribes"). Where the cue is inserted into the clause
/// ("The dam, she said, would hold"; "as she said"), the clause is what it hangs on.
fn clause(
    tree: &Tree<'_>,
    cues: &Cues,
    cue: &Cue<'_>,
    verb: usize,
    can_speak: &dyn Fn(usize) -> bool,
) -> Option<Vec<usize>> {
    let told = tree.children(verb).iter().copied().find(|&child| match tree.dep(child) {
        Dependency::Ccomp => !tree.is_to_infinitive(child),
        Dependency::Xcomp => tree.token(child).tag == FineTag::Vbg,
        _ => false,
    });
    let apart = |told: usize| told < verb && (told..verb).any(|token| &*tree.token(token).text == ";");
    if let Some(told) = told.filter(|&told| !apart(told)) {
        let mut without = strays(tree, cues, told, verb);
        without.push(verb);
        return Some(tree.subtree(told, &without));
    }
    let inserted = match tree.dep(verb) {
        Dependency::Parataxis => true,
        Dependency::Conj => inverted(tree, cue, verb, can_speak).is_some(),
        Dependency::Advcl => tree
            .child(verb, &[Dependency::Mark, Dependency::Advmod])
            .is_some_and(|mark| lemma_of(tree.token(mark)) == "as"),
        _ => false,
    };
    let host = tree.head(verb).filter(|_| inserted)?;
    let mut without = after_quotation(tree, host, verb);
    without.push(verb);
    Some(tree.subtree(host, &without))
}

/// Who stands after a verb that no "and" joins to the clause before it: "The dam would hold, added the engineer". Parsers
/// like to make an object of him, which is right for verbs that have somebody told ("told the engineer").
fn inverted(tree: &Tree<'_>, cue: &Cue<'_>, verb: usize, can_speak: &dyn Fn(usize) -> bool) -> Option<usize> {
    let after_comma = verb > 0 && tree.token(verb - 1).tag == FineTag::Comma;
    let labels: &[Dependency] = match cue.takes(Complement::Infinitive) {
        true => &[Dependency::Nsubj],
        false => &[Dependency::Nsubj, Dependency::Dobj],
    };
    tree.child(verb, labels).filter(|&subject| {
        after_comma && tree.dep(verb) == Dependency::Conj && subject > verb && can_speak(subject)
    })
}

/// Who adds it, for a participle that goes on with the telling: "added the engineer, pointing out that …".
fn inverted_above(
    tree: &Tree<'_>,
    cues: &Cues,
    verb: usize,
    can_speak: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let participle = tree.dep(verb) == Dependency::Advcl && tree.token(verb).tag == FineTag::Vbg;
    let above = tree.head(verb).filter(|_| participle)?;
    inverted(tree, &cues.at(tree, above)?, above, can_speak)
}

/// What somebody is to do, with whoever is told to: "urged [the council to act]".
fn infinitive(tree: &Tree<'_>, verb: usize) -> Option<Vec<usize>> {
    let clause = tree.children(verb).iter().copied().find(|&child| {
        matches!(tree.dep(child), Dependency::Xcomp | Dependency::Ccomp) && tree.is_to_infinitive(child)
    })?;
    let mut tokens = tree.subtree(clause, &[verb]);
    if let Some(person) = tree.child(verb, &[Dependency::Dobj]).filter(|&person| person < clause) {
        tokens.extend(tree.subtree(person, &[]));
        tokens.sort_unstable();
    }
    Some(tokens)
}

/// What something is said to be, with what it is said of: "called [it a success]", "described [it as a success]".
fn predicate(tree: &Tree<'_>, verb: usize) -> Option<Vec<usize>> {
    let said = tree.children(verb).iter().copied().find(|&child| match tree.dep(child) {
        Dependency::Oprd => true,
        Dependency::Ccomp => tree.child(child, &[Dependency::Nsubj]).is_some() && !tree.is_verb(child),
        Dependency::Prep => lemma_of(tree.token(child)) == "as",
        _ => false,
    })?;
    let mut tokens = tree.subtree(said, &[verb]);
    if let Some(object) = tree.child(verb, &[Dependency::Dobj, Dependency::NsubjPass]) {
        tokens.extend(tree.subtree(object, &[]));
        tokens.sort_unstable();
    }
    Some(tokens)
}

/// The thing itself, with what it is praised or blamed for.
fn object(tree: &Tree<'_>, verb: usize) -> Option<Vec<usize>> {
    let object =
        tree.child(verb, if tree.is_passive(verb) { &[Dependency::NsubjPass] } else { &[Dependency::Dobj] })?;
    let mut tokens = tree.subtree(object, &[]);
    for &reason in tree.children(verb).iter().filter(|&&child| {
        child > object
            && tree.dep(child) == Dependency::Prep
            && matches!(lemma_of(tree.token(child)).as_str(), "for" | "over" | "as")
    }) {
        tokens.extend(tree.subtree(reason, &[]));
    }
    tokens.sort_unstable();
    Some(tokens)
}

/// Who says or thinks it: the deep subject of the verb.
fn speaker(sentence: &ParsedSentence<'_>, cues: &Cues, verb: usize) -> Option<Speaker> {
    let tree = &sentence.tree;
    if tree.dep(verb) == Dependency::Conj
        && let Some(clause) = tree.head(verb)
        && let Some(speaker_verb) = tree.head(clause).filter(|_| tree.dep(clause) == Dependency::Ccomp)
        && tree.subject(verb).is_none()
        && strays(tree, cues, clause, speaker_verb).contains(&verb)
    {
        return speaker(sentence, cues, speaker_verb);
    }
    let deep_subject = |verb: usize| {
        sentence.graph.edges(verb).iter().find(|edge| edge.link == Link::Subject).map(|edge| edge.target)
    };
    let token = governor_of_aside(tree, verb).and_then(deep_subject).or_else(|| deep_subject(verb))?;
    let own = match tree.is_passive(verb) {
        true => {
            tree.child(verb, &[Dependency::Agent]).and_then(|agent| tree.child(agent, &[Dependency::Pobj]))
        }
        false => tree.child(verb, &[Dependency::Nsubj]),
    };
    Some(Speaker { token, surface: own.unwrap_or(token) })
}

/// The verb whose subject says what a participle after a comma tells: "The mayor opened the pier, [saying that …]",
/// though parsers like to hang it on the nearest noun.
fn governor_of_aside(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let noun = tree
        .head(verb)
        .filter(|_| tree.dep(verb) == Dependency::Acl && tree.token(verb).tag == FineTag::Vbg)?;
    let aside = verb > 0 && tree.token(verb - 1).tag == FineTag::Comma && !tree.dep(noun).is_subject();
    tree.ancestors(noun).find(|&above| tree.is_verb(above)).filter(|_| aside)
}
