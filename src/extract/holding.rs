//! Whether an office or a membership that is told in passing is held now, by somebody real: "a senator at the time", "hoped for a
//! President Ana Moreno".

use crate::grammar::{Tree, is_of_the_past, is_open_here, lemma_of};
use crate::language::Dependency;
use crate::mentions::OntologyIndex;

use super::statement::ExtractedStatement;

/// Whether the words beside a lasting state leave it open whether it holds now.
pub fn is_not_held_now(tree: &Tree<'_>, lexicon: &OntologyIndex<'_>, statement: &ExtractedStatement) -> bool {
    lexicon.ontology.relation(statement.relation).lasts
        && (is_of_that_time(tree, statement)
            || is_imagined(tree, statement, lexicon)
            || is_former(tree, statement, lexicon))
}

/// "Was a senator at the time", "then its president", "back then".
fn is_of_that_time(tree: &Tree<'_>, statement: &ExtractedStatement) -> bool {
    let sides = [Some(statement.trigger), statement.subject, statement.object];
    let said_of = |word: usize| {
        sides.contains(&Some(word))
            || statement.object.is_some_and(|object| tree.head(object) == Some(word) && tree.is_verb(word))
    };
    (0..tree.sentence.tokens.len()).filter(|&word| is_at_that_time(tree, word)).any(|word| {
        let before = tree.ancestors(word).find(|&above| !matches!(tree.dep(above), Dependency::Prep));
        before.is_some_and(|above| above < word && said_of(above))
    })
}

/// The preposition of "at the time", "at that time", or the "then" of "back then".
fn is_at_that_time(tree: &Tree<'_>, word: usize) -> bool {
    let tokens = &tree.sentence.tokens;
    let text = |at: usize| tokens.get(at).map(|token| token.text.to_lowercase());
    let is = |at: usize, words: &[&str]| text(at).is_some_and(|text| words.contains(&&*text));
    // "At the time of the crash" says which time; that may be now.
    let at_time = is(word, &["at"]) && is(word + 1, &["the", "that"]) && is(word + 2, &["time"]);
    at_time && !is(word + 3, &["of"]) || is(word, &["then"]) && word > 0 && is(word - 1, &["back"])
}

/// "Hoped for a President Moreno": one of whom there is none yet.
fn is_imagined(tree: &Tree<'_>, statement: &ExtractedStatement, lexicon: &OntologyIndex<'_>) -> bool {
    let (Some(holder), Some(office)) = (statement.subject, statement.object) else { return false };
    let is_title = tree.head(office) == Some(holder) && tree.dep(office).is_noun_modifier();
    let article = tree.child(holder, &[Dependency::Det]).filter(|&article| article + 1 == office);
    is_title
        && (article.is_some_and(|article| &*lemma_of(tree.token(article)) == "a")
            || is_open_here(tree, office, &lexicon.words().factuality))
}

/// "Former Orland Radio producer Ida Kessel": who was its producer belonged to it.
fn is_former(tree: &Tree<'_>, statement: &ExtractedStatement, lexicon: &OntologyIndex<'_>) -> bool {
    let (Some(holder), Some(held)) = (statement.subject, statement.object) else { return false };
    let mut above = std::iter::successors(Some(held), |&word| {
        tree.head(word).filter(|_| word != holder && tree.dep(word).is_noun_modifier())
    });
    let within = held < holder && above.any(|word| word == holder);
    let marks = |word: usize| {
        matches!(tree.dep(word), Dependency::Amod | Dependency::Compound | Dependency::Nmod)
            && lexicon.words().factuality.no_longer.contains(&lemma_of(tree.token(word)))
    };
    within && (tree.leftmost(holder)..=held).any(marks) || is_once(tree, holder, held)
}

/// "Ida Kessel, once a member of the league", "then the governor".
fn is_once(tree: &Tree<'_>, holder: usize, held: usize) -> bool {
    let noun = std::iter::successors(Some(held), |&word| tree.head(word))
        .take(tree.sentence.tokens.len())
        .find(|&word| tree.dep(word) == Dependency::Appos && tree.head(word) == Some(holder));
    let is_past = |&child: &usize| {
        let lemma = lemma_of(tree.token(child));
        tree.dep(child) == Dependency::Advmod && (is_of_the_past(&lemma) || lemma == "then")
    };
    noun.is_some_and(|noun| tree.children(noun).iter().take_while(|&&child| child < noun).any(is_past))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::confidence::Confidence;
    use crate::grammar::{Factuality, SentenceId};
    use crate::sample_language::{lexicon, mended, relation, token};

    fn is_open(text: &str, holder: &str, office: &str) -> bool {
        let sentences = mended(text);
        let sides = [holder, office].map(|word| Some(token(&sentences[0], word)));
        let trigger = token(&sentences[0], office);
        let holds = Factuality { negative: false, asserted: true };
        let statement = ExtractedStatement::without_pattern(
            SentenceId(0),
            relation("holds_office"),
            trigger,
            sides,
            holds,
            Confidence::NONE,
        );
        is_not_held_now(&Tree::new(&sentences[0]), lexicon(), &statement)
    }

    #[test]
    fn an_office_of_that_time_is_not_one_of_now() {
        assert!(is_open("Moreno, who was a senator at the time, spoke to the envoy.", "Moreno", "senator"));
        assert!(is_open("Ana Moreno, mayor of Hull at the time, opened the pier.", "Moreno", "mayor"));
        assert!(is_open("Ana Moreno was the mayor back then.", "Moreno", "mayor"));
        assert!(!is_open("Ana Moreno, mayor of Hull, opened the pier.", "Moreno", "mayor"));
        assert!(!is_open("Mayor Ana Moreno was in Rome at the time.", "Moreno", "Mayor"));
    }

    #[test]
    fn who_was_its_producer_belonged_to_it() {
        assert!(is_open("Former Orland Radio producer Ida Kessel left.", "Kessel", "Radio"));
        assert!(is_open("Former radio producer Ida Kessel left.", "Kessel", "producer"));
        assert!(!is_open(
            "Orland Radio producer Ida Kessel met former manager Jan Orbel.",
            "Kessel",
            "Radio"
        ));
    }

    #[test]
    fn an_imagined_president_holds_no_office() {
        assert!(is_open("Voters may hope for a President Ana Moreno.", "Moreno", "President"));
        assert!(!is_open("Voters may hope for President Ana Moreno.", "Moreno", "President"));
    }
}
