//! `Reports that envoy Ann Reed had been sacked`: after a noun, `that` brings in what the reports say. Before a bare title parsers
//! take it for a relative pronoun beside the subject, or for `that envoy`, and the clause would no longer be a report. And in `feared
//! that if Reed was sacked, others were at risk` they take both words for those of the last clause, and nothing would make a
//! condition of the first.

use crate::grammar::{children, is_conditional, leftmost};
use crate::language::{CoarseTag, Dependency, FineTag, Sentence};

pub fn mend(sentence: &mut Sentence) {
    for that in 1..sentence.tokens.len() {
        if let Some(verb) = clause_of(sentence, that) {
            let token = &mut sentence.tokens[that];
            (token.head, token.dep) = (verb, Dependency::Mark);
            (token.tag, token.pos) = (FineTag::In, CoarseTag::Sconj);
        }
    }
    for condition in 1..sentence.tokens.len() {
        if let Some(verb) = condition_of(sentence, condition) {
            sentence.tokens[condition].head = verb;
        }
    }
}

/// The verb of the clause that begins right after an `if` that hangs on the clause after it.
fn condition_of(sentence: &Sentence, condition: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let (token, governed) = (&tokens[condition], tokens[condition].head);
    let is_clause = |&verb: &usize| {
        (condition + 1..governed).contains(&verb)
            && matches!(tokens[verb].dep, Dependency::Advcl | Dependency::Ccomp)
            && leftmost(sentence, verb) == condition + 1
            && !children(sentence, verb).any(|child| tokens[child].dep == Dependency::Mark)
    };
    let hangs = token.dep == Dependency::Mark && is_conditional(&token.lemma) && condition < governed;
    hangs.then(|| children(sentence, governed).find(is_clause)).flatten()
}

/// The verb of the clause that this "that" brings in, though the tree has it otherwise.
fn clause_of(sentence: &Sentence, that: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let (above, noun) = (tokens[that].head, &tokens[that - 1]);
    if !tokens[that].text.eq_ignore_ascii_case("that") || !noun.pos.is_noun() {
        return None;
    }
    let is_clause = |verb: usize| {
        matches!(tokens[verb].dep, Dependency::Acl | Dependency::Relcl | Dependency::Ccomp)
            && tokens[verb].head == that - 1
            && leftmost(sentence, verb) == that
    };
    // Beside a subject of the clause's own.
    let has_subject =
        || children(sentence, above).any(|child| child > that && tokens[child].dep.is_subject());
    if tokens[that].dep.is_subject() && is_clause(above) && has_subject() {
        return Some(above);
    }
    // "That coach Ann Reed": nobody points at whom he names.
    let is_named = || {
        children(sentence, above).any(|child| {
            child == above + 1
                || tokens[child].dep == Dependency::Appos && tokens[above + 1].pos == CoarseTag::Propn
        })
    };
    // "That actress Ann Reed": or the name is the head.
    let name = tokens[above].head;
    let before_name = tokens[above].dep.is_noun_modifier() && tokens[name].pos == CoarseTag::Propn;
    let subject = if before_name { name } else { above };
    let points = tokens[that].dep == Dependency::Det && tokens[subject].dep.is_subject() && above == that + 1;
    let verb = tokens[subject].head;
    (points && is_clause(verb) && (before_name || is_named())).then_some(verb)
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn that_after_a_noun_brings_in_what_it_says() {
        for text in [
            "The port dismissed suggestions that ambassador Ann Reed had been sacked.",
            "The port dismissed rumours that coach Ann Reed had been sacked.",
            "The port dismissed reports that Ann Reed had been sacked.",
            "Rumours that actress Ann Reed had been sacked are false, her agent said.",
        ] {
            assert_eq!(heads(text, &["that"]), ["that mark sacked"], "{text}");
        }
    }

    #[test]
    fn a_condition_belongs_to_the_clause_after_it() {
        let text = "The union fears that if Reed was sacked, then others might be at risk.";
        assert_eq!(heads(text, &["if", "sacked"]), ["if mark sacked", "sacked advcl be"]);
    }

    #[test]
    fn a_relative_pronoun_stays_one() {
        assert_eq!(heads("The plan that the mayor praised failed.", &["that"]), ["that dobj praised"]);
        assert_eq!(heads("The ship that sank was old.", &["that"]), ["that nsubj sank"]);
    }
}
