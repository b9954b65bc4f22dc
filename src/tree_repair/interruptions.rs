//! `Convicted six men, including Tom Berg, of arson`: what stands between the commas interrupts the sentence, and the preposition after
//! the second one goes on with the verb. Parsers hang it on the name before it, and then nobody was convicted of arson.

use crate::grammar::path_to_root;
use crate::language::{CoarseTag, Dependency, Sentence};

/// Mends a sentence.
pub fn mend(sentence: &mut Sentence) {
    for comma in 1..sentence.tokens.len().saturating_sub(1) {
        if &*sentence.tokens[comma].text == ","
            && let Some(verb) = interrupted(sentence, comma)
        {
            sentence.tokens[comma + 1].head = verb;
        }
    }
}

/// The verb whose phrase goes on after the comma that closes an interruption.
fn interrupted(sentence: &Sentence, comma: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let preposition = &tokens[comma + 1];
    if preposition.dep != Dependency::Prep || preposition.head >= comma {
        return None;
    }
    let opens = |word: &usize| {
        let after_comma = word.checked_sub(1).is_some_and(|before| &*tokens[before].text == ",");
        tokens[*word].dep == Dependency::Prep
            && matches!(&*tokens[*word].lemma, "include" | "among")
            && after_comma
    };
    let mut above = path_to_root(sentence, preposition.head);
    let opening = above.by_ref().take_while(|&word| !tokens[word].pos.is_verb() || opens(&word)).find(opens)?;
    let host = tokens[opening].head;
    match tokens[host].pos {
        CoarseTag::Verb => Some(host),
        _ if matches!(tokens[host].dep, Dependency::Dobj | Dependency::NsubjPass) => Some(tokens[host].head),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::tree_repair::tests::heads;

    #[test]
    fn the_verb_goes_on_after_whoever_is_named_between() {
        let text = "A court convicted six men, including Tom Berg, of arson.";
        assert_eq!(heads(text, &["of"]), ["of prep convicted"]);
        let text = "Police accused five traders, including Ida Lund and Tom Berg, of fraud.";
        assert_eq!(heads(text, &["of"]), ["of prep accused"]);
        let text = "Police accused five traders, among them Ida Lund, of fraud.";
        assert_eq!(heads(text, &["of"]), ["of prep accused"]);
    }

    #[test]
    fn whatever_hangs_on_the_verb_or_on_a_name_without_commas_stays() {
        assert_eq!(heads("Police charged the mayor, Tom Berg, with arson.", &["with"]), ["with prep charged"]);
        let text = "Police arrested six men, including the Duke of Orrin.";
        assert_eq!(heads(text, &["of"]), ["of prep Duke"]);
    }
}
