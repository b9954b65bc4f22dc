//! Decisions about names that cannot be kept together: two are different by one line and the same by others. What holds in
//! one article only may differ from what holds elsewhere, so that a user can make an exception.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::mentions::OntologyIndex;
use crate::ontology::Ontology;

use super::file::{DecisionError, Decisions, NameDecision, Verdict};
use super::name_selector::NameSelector;

impl Decisions {
    /// Whether what is decided of names can be kept together.
    ///
    /// # Errors
    ///
    /// The first line that says two are different whom other lines make one, with these lines.
    pub fn check_names(&self, ontology: &Ontology) -> Result<(), DecisionError> {
        if self.names().all(|decision| decision.verdict == Verdict::Same) {
            return Ok(());
        }
        let lexicon = OntologyIndex::new(ontology);
        let same = SameNames::new(self, &lexicon);
        let mut different = self.names().filter(|decision| decision.verdict == Verdict::Different);
        different.find_map(|decision| same.contradict(decision, &lexicon)).map_or(Ok(()), Err)
    }
}

/// A name in a line that says two are the same.
struct Place<'a> {
    decision: &'a NameDecision,
    name: &'a NameSelector,
}

/// The names of all lines that say two are the same: an odd place and the even one before it stand in one line.
struct SameNames<'a> {
    places: Vec<Place<'a>>,
    by_key: BTreeMap<String, Vec<usize>>,
    keys: Vec<String>,
}

impl<'a> SameNames<'a> {
    fn new(decisions: &'a Decisions, lexicon: &OntologyIndex<'_>) -> Self {
        let same = decisions.names().filter(|decision| decision.verdict == Verdict::Same);
        let places: Vec<Place<'a>> = same
            .flat_map(|decision| [&decision.one, &decision.other].map(|name| Place { decision, name }))
            .collect();
        let keys: Vec<String> = places.iter().map(|place| place.name.key(lexicon)).collect();
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, key) in keys.iter().enumerate() {
            by_key.entry(key.clone()).or_default().push(index);
        }
        Self { places, by_key, keys }
    }

    fn contradict(&self, different: &NameDecision, lexicon: &OntologyIndex<'_>) -> Option<DecisionError> {
        let (one, other) = (&different.one, &different.other);
        let error = |message: String| Some(DecisionError { line: different.line, message });
        if one.key(lexicon) == other.key(lexicon) {
            // "Smith @ a.txt" may well be another than all other Smiths.
            let is_one = one.is_restricted() == other.is_restricted() && one.shares_articles(other);
            let message = format!("“{different}” sets a name apart from itself; delete the line");
            return if is_one { error(message) } else { None };
        }
        let lines = self.path(&self.bound(one, lexicon), &self.bound(other, lexicon))?;
        let named: Vec<String> =
            lines.iter().map(|decision| format!("line {} (“{decision}”)", decision.line)).collect();
        error(format!(
            "“{different}” contradicts {}, by which the two are one; delete one of these lines, or restrict a name to an \
             article with “ @ ” and the end of its path",
            named.join(" and ")
        ))
    }

    /// The places whose line binds whoever is meant: a general line does not bind the exception that one article makes.
    fn bound(&self, who: &NameSelector, lexicon: &OntologyIndex<'_>) -> BTreeSet<usize> {
        let binds = |index: &&usize| {
            let name = self.places[**index].name;
            !who.is_restricted() || name.is_restricted() && name.shares_articles(who)
        };
        self.by_key.get(&who.key(lexicon)).into_iter().flatten().filter(binds).copied().collect()
    }

    /// The lines on the shortest way from one of these places to one of those, in the order of the file.
    fn path(&self, from: &BTreeSet<usize>, to: &BTreeSet<usize>) -> Option<Vec<&NameDecision>> {
        let mut before: BTreeMap<usize, Option<usize>> = from.iter().map(|&place| (place, None)).collect();
        let mut open: VecDeque<usize> = from.iter().copied().collect();
        while let Some(place) = open.pop_front() {
            if to.contains(&place) {
                return Some(self.lines(place, &before));
            }
            // The other lines of a name at either end bind it too, or make way for the exception of its article.
            let is_end = |place: &usize| from.contains(place) || to.contains(place);
            let binds = |next: &usize| *next == place ^ 1 || !is_end(&place) && !is_end(next);
            for next in self.beside(place).filter(binds) {
                before.entry(next).or_insert_with(|| {
                    open.push_back(next);
                    Some(place)
                });
            }
        }
        None
    }

    /// The other name of the line, and the same name in other lines.
    fn beside(&self, place: usize) -> impl Iterator<Item = usize> {
        let shared = move |other: &usize| self.places[*other].name.shares_articles(self.places[place].name);
        std::iter::once(place ^ 1).chain(self.by_key[&self.keys[place]].iter().copied().filter(shared))
    }

    fn lines(&self, end: usize, before: &BTreeMap<usize, Option<usize>>) -> Vec<&NameDecision> {
        let mut lines: BTreeMap<usize, &NameDecision> = BTreeMap::new();
        let mut place = end;
        loop {
            let Some(earlier) = before.get(&place).copied().flatten() else {
                return lines.into_values().collect();
            };
            if earlier == place ^ 1 {
                let decision = self.places[place].decision;
                lines.insert(decision.line, decision);
            }
            place = earlier;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<String> {
        let ontology = Ontology::taught_by(&[]).expect("the vocabulary is sound");
        let decisions = Decisions::parse(text).expect("every line is sound");
        decisions.check_names(&ontology).err().map(|error| error.to_string())
    }

    #[test]
    fn who_is_the_same_by_two_lines_is_not_different_by_a_third() {
        let error =
            told("same\tA\tB\nsame\tB\tC\nsame\tD\tE\ndifferent\tThe A.\tC\n").expect("a contradiction");
        assert!(
            error.starts_with("line 4: “different  The A.  C” contradicts line 1 (“same  A  B”) and line 2"),
            "{error}"
        );
        assert!(error.contains("delete one of these lines"), "{error}");
        assert!(!error.contains("line 3"), "{error}");
        let error = told("different\tA\tB\nsame\tB\tA\n").expect("a contradiction");
        assert!(error.starts_with("line 1: “different  A  B” contradicts line 2 (“same  B  A”),"), "{error}");
    }

    #[test]
    fn what_can_be_kept_together_is_kept() {
        assert_eq!(told("same\tA\tB\nsame\tC\tD\ndifferent\tA\tC\ndifferent\tB\tD\n"), None);
        assert_eq!(told("same\tA @ 1.txt\tB\nsame\tA @ 2.txt\tC\ndifferent\tB\tC\n"), None);
    }

    #[test]
    fn one_article_may_be_an_exception() {
        assert_eq!(told("same\tSmith\tAnn Smith\ndifferent\tSmith @ b.txt\tAnn Smith\n"), None);
        assert_eq!(told("different\tSmith @ b.txt\tSmith\n"), None);
        let exception = "same\tSmith @ b.txt\tBo Smith\nsame\tSmith\tAnn Smith\n";
        assert_eq!(told(&format!("{exception}different\tSmith @ b.txt\tAnn Smith\n")), None);
        assert!(told("different\tSmith @ b.txt\tAnn Smith\nsame\tSmith @ b.txt\tAnn Smith\n").is_some());
        assert!(told("different\tSmith\tAnn Smith\nsame\tSmith @ b.txt\tAnn Smith\n").is_some());
        assert!(
            told("different\tSmith\tthe Smith\n").is_some_and(|error| error.contains("apart from itself"))
        );
    }
}
