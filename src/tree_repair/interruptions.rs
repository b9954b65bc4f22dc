//! `Convicted six men, including Tom Berg, of arson`: what stands between the commas interrupts the sentence, and the preposition after
//! the second one goes on with the verb. Parsers hang it on the name before it, and then nobody was convicted of arson.

use crate::grammar::path_to_root;
use crate::language::{CoarseTag, Dependency, FineTag, Sentence};

/// Mends a sentence.
pub fn mend(sentence: &mut Sentence) {
    mend_headline(sentence);
    for comma in 1..sentence.tokens.len().saturating_sub(1) {
        if &*sentence.tokens[comma].text == ","
            && let Some(verb) = interrupted(sentence, comma)
        {
            sentence.tokens[comma + 1].head = verb;
        }
    }
}

/// `Reporter Ana Pohl, who exposed Tom Berg, convicted of libel`: the participle after the clause is what the headline tells, of
/// whom it speaks.
fn mend_headline(sentence: &mut Sentence) {
    let tokens = &sentence.tokens;
    if tokens.last().is_none_or(|last| last.pos == CoarseTag::Punct) {
        return;
    }
    let spoken_of = |participle: usize| {
        let token = &tokens[participle];
        let goes_on = token.dep == Dependency::Acl
            && token.tag == FineTag::Vbn
            && token.head < participle
            && &*tokens[participle - 1].text == ",";
        let clause =
            path_to_root(sentence, token.head).find(|&above| tokens[above].dep == Dependency::Relcl)?;
        let noun = tokens[clause].head;
        (goes_on && noun < clause && tokens[noun].head == noun && tokens[noun].pos.is_noun()).then_some(noun)
    };
    let found = (1..tokens.len()).find_map(|participle| Some((participle, spoken_of(participle)?)));
    if let Some((participle, noun)) = found {
        sentence.tokens[participle].head = noun;
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
    let opening =
        above.by_ref().take_while(|&word| !tokens[word].pos.is_verb() || opens(&word)).find(opens)?;
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
    }

    #[test]
    fn a_headline_tells_of_whom_it_speaks_what_stands_after_the_clause() {
        let text = "Reporter Ana Pohl, who exposed Boris Kalin, convicted of libel";
        assert_eq!(heads(text, &["convicted"]), ["convicted acl Pohl"]);
    }

    #[test]
    fn whatever_hangs_on_the_verb_or_on_a_name_without_commas_stays() {
        assert_eq!(
            heads("Police charged the mayor, Tom Berg, with arson.", &["with"]),
            ["with prep charged"]
        );
        let text = "Police arrested six men, including the Duke of Orrin.";
        assert_eq!(heads(text, &["of"]), ["of prep Duke"]);
    }
}
