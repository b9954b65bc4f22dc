//! Subjects that stand where few look for them: after the verb ("also charged was Tom Berg"), after a verb that only repeats
//! another ("and so did the mayor"), under a word that denies them ("none of the drivers"), and after a participle ("the murdered guard").

use crate::language::{CoarseTag, Dependency, FineTag};

use super::lemma::lemma_of;
use super::tree::Tree;

impl Tree<'_> {
    /// "Also charged was [Tom Berg]": the noun after the auxiliary of a passive.
    pub fn inverted_subject(&self, verb: usize) -> Option<usize> {
        let auxiliary = self.child(verb, &[Dependency::AuxPass]).filter(|&auxiliary| auxiliary > verb)?;
        self.child(auxiliary, &[Dependency::Attr, Dependency::Nsubj])
    }

    /// Who does the same as the verb that this one hangs on: "and neither did [the mayor]", "as did [the mayor]".
    pub fn does_so_too(&self, auxiliary: usize) -> Option<usize> {
        let word = self.token(auxiliary);
        let before = auxiliary.checked_sub(1).map(|before| self.token(before).text.to_lowercase())?;
        let repeats = &*word.lemma == "do"
            && matches!(self.dep(auxiliary), Dependency::Conj | Dependency::Advcl | Dependency::Ccomp)
            && matches!(&*before, "so" | "neither" | "nor" | "as")
            && self.lacks_object(auxiliary)
            && self.child(auxiliary, &[Dependency::Xcomp]).is_none();
        self.child(auxiliary, &[Dependency::Nsubj]).filter(|&subject| repeats && subject > auxiliary)
    }

    /// Whether a participle before a noun tells what happened to whom the noun stands for: to one, or to some who are counted.
    /// "Elected mayors" are a kind of mayors, and who "is a convicted thief" is described.
    pub fn describes_one(&self, participle: usize, noun: usize) -> bool {
        let is_counted = || self.child(noun, &[Dependency::Nummod]).is_some();
        self.token(participle).tag == FineTag::Vbn
            && participle < noun
            && (self.token(noun).tag != FineTag::Nns || is_counted())
            && matches!(
                self.dep(noun),
                Dependency::Nsubj
                    | Dependency::NsubjPass
                    | Dependency::Dobj
                    | Dependency::Pobj
                    | Dependency::Compound
            )
            && self.child(noun, &[Dependency::Mark]).is_none()
    }

    /// Those of whom none is meant: "[none] of the drivers", "[neither] of them".
    pub fn none_of(&self, token: usize) -> Option<usize> {
        if !matches!(&*lemma_of(self.token(token)), "none" | "neither") {
            return None;
        }
        let of = self.child(token, &[Dependency::Prep])?;
        self.child(of, &[Dependency::Pobj]).filter(|_| lemma_of(self.token(of)) == "of")
    }

    /// The name that a noun stands before as a title, or the noun itself.
    pub fn titled(&self, noun: usize) -> usize {
        let name = self.head(noun).filter(|&name| {
            self.dep(noun) == Dependency::Compound && noun < name && self.token(name).pos == CoarseTag::Propn
        });
        name.unwrap_or(noun)
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::Tree;
    use crate::sample_language::{parse, subjects, token};

    #[test]
    fn a_subject_may_stand_after_its_passive() {
        assert_eq!(subjects("Also charged with fraud was Tom Berg.", "charged"), ["Berg"]);
    }

    #[test]
    fn a_participle_says_what_happened_to_its_noun_but_not_to_a_kind() {
        assert_eq!(subjects("The convicted driver laughed.", "convicted"), ["driver"]);
        assert_eq!(subjects("Two convicted drivers laughed.", "convicted"), ["drivers"]);
        assert_eq!(subjects("Directly elected mayors have power.", "elected"), Vec::<String>::new());
        assert_eq!(subjects("He is a convicted thief.", "convicted"), Vec::<String>::new());
    }

    #[test]
    fn who_does_so_too_is_found() {
        let sentences = parse("The senator supported the bill, and so did the mayor.");
        let tree = Tree::new(&sentences[0]);
        assert_eq!(tree.does_so_too(token(&sentences[0], "did")), Some(token(&sentences[0], "mayor")));
    }
}
