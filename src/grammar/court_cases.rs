//! What is only put to a court, and what is only talked of: a suit, an indictment and a rumour say so, and no more than that.

use crate::language::Dependency;

use super::factuality_words::FactualityWords;
use super::governors::Reader;
use super::lemma::lemma_of;
use super::modality::has_negative_determiner;
use super::stance::Stance;

impl Reader<'_> {
    /// "The indictment says", "said in court papers", "the court heard", "jurors were told". That somebody was charged or
    /// sentenced is no claim of theirs: it is on record.
    pub(super) fn is_before_court(&self, verb: usize) -> bool {
        let tree = self.tree;
        let subject = tree.subject(verb);
        let is_hearing = |noun: usize| FactualityWords::lists_noun(&self.words.hearings, tree, noun);
        let hears = match &*lemma_of(tree.token(verb)) {
            "hear" => !tree.is_passive(verb),
            "tell" => tree.is_passive(verb),
            _ => false,
        };
        let in_text = |&child: &usize| {
            tree.dep(child) == Dependency::Prep
                && &*lemma_of(tree.token(child)) == "in"
                && tree.child(child, &[Dependency::Pobj]).is_some_and(|noun| self.is_accusing_text(noun))
        };
        let before_court = subject.is_some_and(|subject| self.is_accusing_text(subject))
            || hears && subject.is_some_and(is_hearing)
            || self.stance(verb) == Some(Stance::Report) && tree.children(verb).iter().any(in_text);
        before_court && !self.is_on_record()
    }

    /// "According to the indictment, he shot her."
    pub(super) fn is_told_by_accusing_text(&self, word: usize) -> bool {
        let tree = self.tree;
        let source = |&child: &usize| {
            let to = tree.child(child, &[Dependency::Prep])?;
            let according = tree.token(child).text.eq_ignore_ascii_case("according");
            tree.child(to, &[Dependency::Pobj]).filter(|_| according)
        };
        let accuses = |noun: usize| self.is_accusing_text(noun);
        tree.children(word).iter().filter_map(source).any(accuses) && !self.is_on_record()
    }

    fn is_accusing_text(&self, noun: usize) -> bool {
        FactualityWords::lists_noun(&self.words.accusing_texts, self.tree, noun)
    }

    /// Whether the event is itself a step of the law: an arrest, a charge, a verdict.
    fn is_on_record(&self) -> bool {
        self.words.charging.contains(&lemma_of(self.tree.token(self.event))) || self.is_verdict(self.event)
    }

    /// "Rumours swirled that she had left", "gossip has it that": what the subject names is told in the clause.
    pub(super) fn is_rumoured(&self, verb: usize) -> bool {
        let tree = self.tree;
        let is_rumour = |noun: usize| !tree.is_verb(noun) && self.stance(noun) == Some(Stance::Alleged);
        tree.child(verb, &[Dependency::Nsubj]).is_some_and(is_rumour)
    }

    /// "No case to support charges", "no reason to seek his arrest".
    pub(super) fn is_of_no_case(&self, verb: usize) -> bool {
        let tree = self.tree;
        let is_its = matches!(tree.dep(verb), Dependency::Acl | Dependency::Relcl);
        let case = tree.head(verb).filter(|_| is_its && tree.is_to_infinitive(verb));
        case.is_some_and(|case| has_negative_determiner(tree, case))
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::{Tree, factuality};
    use crate::sample_language::{lexicon, parse, token};

    /// Whether the event at a word is told as not so, and whether it is told as so.
    fn reading(text: &str, trigger: &str) -> (bool, bool) {
        let sentences = parse(text);
        let at = |word: &str| token(&sentences[0], word);
        let words = &lexicon().words().factuality;
        let reading = factuality(&Tree::new(&sentences[0]), at(trigger), &[], words);
        (reading.negative, reading.asserted)
    }

    const HOLDS: (bool, bool) = (false, true);
    const OPEN: (bool, bool) = (false, false);

    #[test]
    fn what_is_put_to_a_court_is_a_claim() {
        assert_eq!(reading("The indictment says he shot the captain.", "shot"), OPEN);
        assert_eq!(reading("The clerk said in court papers that he shot the captain.", "shot"), OPEN);
        assert_eq!(reading("The court heard that he shot the captain.", "shot"), OPEN);
        assert_eq!(reading("Jurors were told that he shot the captain.", "shot"), OPEN);
        assert_eq!(reading("According to an affidavit, he shot the captain.", "shot"), OPEN);
    }

    #[test]
    fn what_others_say_or_hear_and_what_the_law_has_done_is_none() {
        assert_eq!(reading("The report says he shot the captain.", "shot"), HOLDS);
        assert_eq!(reading("According to the mayor, he shot the captain.", "shot"), HOLDS);
        assert_eq!(reading("The crew were told that he shot the captain.", "shot"), HOLDS);
        assert_eq!(reading("He was arrested on Friday, according to court papers.", "arrested"), HOLDS);
        assert_eq!(reading("The court heard that he had been jailed in May.", "jailed"), HOLDS);
    }

    #[test]
    fn what_rumours_say_is_open() {
        assert_eq!(reading("Rumours swirled that the captain had left.", "left"), OPEN);
        assert_eq!(reading("The claim was that the captain had left.", "left"), OPEN);
        assert_eq!(reading("Rumours of her resignation reached the port.", "resignation"), OPEN);
        assert_eq!(reading("News of her resignation reached the port.", "resignation"), HOLDS);
    }

    #[test]
    fn charges_that_no_case_supports_are_not_brought() {
        assert_eq!(reading("There was no case to support charges.", "charges"), OPEN);
        assert_eq!(reading("There was no reason to seek his arrest.", "arrest"), OPEN);
    }

    #[test]
    fn what_could_have_been_justified_is_open() {
        assert_eq!(reading("She could have been justified in shooting him.", "shooting"), OPEN);
        assert_eq!(reading("She was justified in shooting him.", "shooting"), HOLDS);
    }
}
