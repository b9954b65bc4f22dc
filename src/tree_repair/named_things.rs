//! `The bulk carrier Baltic Queen`: a noun for a thing of the user's right before its name is a title. Parsers make the name an
//! apposition of it, so that the carrier would do what is told of the Baltic Queen.

use crate::grammar::leftmost;
use crate::language::{Dependency, FineTag, Sentence};
use crate::mentions::OntologyIndex;

pub fn mend(sentence: &mut Sentence, lexicon: &OntologyIndex) {
    for name in 1..sentence.tokens.len() {
        let tokens = &sentence.tokens;
        let noun = tokens[name].head;
        let is_apposed = tokens[name].dep == Dependency::Appos
            && tokens[name].tag.is_proper_noun()
            && tokens[noun].tag == FineTag::Nn
            && noun < name;
        if !is_apposed || leftmost(sentence, name) != noun + 1 {
            continue;
        }
        let class = lexicon.noun_class(sentence, leftmost(sentence, noun), noun).map(|(class, _)| class);
        if class.is_some_and(|class| lexicon.is_taught_thing(class)) {
            swap(sentence, noun, name);
        }
    }
}

/// Hangs the noun on the name, and on the name what is said of both: the article and all that follows.
fn swap(sentence: &mut Sentence, noun: usize, name: usize) {
    let (above, dep) = (sentence.tokens[noun].head, sentence.tokens[noun].dep);
    let is_root = above == noun;
    for index in 0..sentence.tokens.len() {
        let token = &mut sentence.tokens[index];
        let is_of_both = index > name || token.dep == Dependency::Det;
        if token.head == noun && index != noun && is_of_both {
            token.head = name;
        }
    }
    (sentence.tokens[noun].head, sentence.tokens[noun].dep) = (name, Dependency::Compound);
    (sentence.tokens[name].head, sentence.tokens[name].dep) = (if is_root { name } else { above }, dep);
}
