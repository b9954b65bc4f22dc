//! Who acts where a verb has no subject of its own, and what it acts on where it has no object: control, coordination,
//! participles, gerunds and relative clauses.
//!
//! The rules are those that grammars of English give for control and raising (Huddleston & Pullum 2002, ch. 14) and for
//! relativisation (ch. 12), read off a ClearNLP tree.

use crate::language::{Dependency, FineTag};

use super::modality::is_set_aside;
use super::tree::Tree;

impl Tree<'_> {
    /// What the verb's subject position shows, before voice is undone; a relative pronoun stands for itself.
    pub fn surface_subjects(&self, verb: usize) -> Vec<usize> {
        let is_subject = |child: &usize| self.dep(*child).is_subject();
        let own: Vec<usize> = self.children(verb).iter().copied().filter(is_subject).collect();
        if own.is_empty()
            && let Some(after) = self.inverted_subject(verb)
        {
            return vec![after];
        }
        if own.is_empty() { self.inherited_subject(verb, 0).into_iter().collect() } else { own }
    }

    /// The subject that a verb without one of its own takes from its surroundings (control, sharing, participles).
    fn inherited_subject(&self, verb: usize, depth: usize) -> Option<usize> {
        let head = self.head(verb)?;
        if depth > self.sentence.tokens.len() {
            return None;
        }
        let subject_of = |governor: usize| {
            self.subject(governor)
                .map(|subject| self.antecedent(subject))
                .or_else(|| self.inherited_subject(governor, depth + 1))
        };
        // "Called on the council to act": who is called on acts.
        if self.is_to_infinitive(verb)
            && matches!(self.dep(verb), Dependency::Xcomp | Dependency::Advcl)
            && let Some(addressed) = self.addressed(head, verb)
        {
            return Some(addressed);
        }
        if let Some(hired) = self.hired(head).filter(|_| self.is_to_infinitive(verb)) {
            return Some(hired);
        }
        match self.dep(verb) {
            Dependency::Conj => subject_of(head),
            // "asked the army to help": the object of the governor acts.
            // "It is vital to support them": "it" stands for the clause.
            Dependency::Xcomp if self.is_judgement(head) => None,
            Dependency::Xcomp | Dependency::Ccomp
                if self.dep(verb) == Dependency::Xcomp || self.token(verb).tag == FineTag::Vb =>
            {
                self.child(head, &[Dependency::Dobj])
                    .filter(|_| self.is_verb(head))
                    .or_else(|| subject_of(head))
            }
            Dependency::Advcl
                if matches!(self.token(verb).tag, FineTag::Vbg | FineTag::Vb | FineTag::Vbn) =>
            {
                subject_of(head)
            }
            Dependency::Pcomp => {
                let governor = self.head(head)?;
                if !self.is_verb(governor) {
                    return self.owner(governor);
                }
                // "praised the crew for saving a child", "kept the firm from buying it": what somebody is judged for, or
                // held back from, is his own deed.
                let judged =
                    matches!(&*self.token(head).lemma, "for" | "of" | "with" | "over" | "from" | "into");
                let object = self.child(governor, &[Dependency::Dobj]).filter(|_| judged);
                object.map(|object| self.antecedent(object)).or_else(|| subject_of(governor))
            }
            Dependency::Acl if self.token(verb).tag == FineTag::Vb => self.owner(head).or_else(|| {
                self.head(head).filter(|_| self.dep(head) == Dependency::Dobj).and_then(subject_of)
            }),
            Dependency::Acl if self.writer(verb, head).is_some() => {
                self.writer(verb, head).and_then(subject_of)
            }
            Dependency::Acl | Dependency::Relcl if self.subject(verb).is_none() => Some(head),
            Dependency::Acomp => subject_of(head),
            Dependency::Amod if self.is_compound_participle(verb) => Some(head),
            // "Convicted killer Max Dell": the name after the noun is meant.
            Dependency::Amod if self.describes_one(verb, head) => Some(self.titled(head)),
            _ => None,
        }
    }

    /// Whether a clause judges another ("it is vital to …"): "it" with an adjective that says nothing of a subject.
    fn is_judgement(&self, verb: usize) -> bool {
        let impersonal =
            self.child(verb, &[Dependency::Nsubj]).is_some_and(|it| &*self.token(it).lemma == "it");
        let of_subject = |word: &str| {
            matches!(
                word,
                "able"
                    | "unable"
                    | "likely"
                    | "unlikely"
                    | "ready"
                    | "willing"
                    | "unwilling"
                    | "due"
                    | "set"
                    | "certain"
                    | "sure"
                    | "eager"
                    | "keen"
                    | "prepared"
                    | "reluctant"
                    | "free"
                    | "bound"
                    | "quick"
                    | "slow"
                    | "expected"
                    | "about"
            )
        };
        impersonal
            && self
                .child(verb, &[Dependency::Acomp])
                .is_some_and(|adjective| !of_subject(&self.token(adjective).lemma))
    }

    /// Whose a noun is: "the council's decision", "a decision by the council".
    fn owner(&self, noun: usize) -> Option<usize> {
        self.child(noun, &[Dependency::Poss]).map(|owner| self.antecedent(owner)).or_else(|| {
            let by = self.children(noun).iter().copied().find(|&child| {
                matches!(self.dep(child), Dependency::Prep | Dependency::Agent)
                    && self.token(child).lemma.as_ref() == "by"
            })?;
            self.child(by, &[Dependency::Pobj])
        })
    }

    /// The object of a verb that shows none: the noun that its relative clause modifies ("the man police charged"),
    /// or the object of a verb joined to it ("criticised and rejected the plan").
    pub fn gap_or_shared_object(&self, verb: usize, passive: bool) -> Option<usize> {
        if passive
            || self
                .child(verb, &[Dependency::Ccomp, Dependency::Xcomp, Dependency::Attr, Dependency::Acomp])
                .is_some()
        {
            return None;
        }
        if self.dep(verb) == Dependency::Relcl {
            let relativised = self.children(verb).iter().any(|&child| {
                self.is_relativiser(child)
                    || self.children(child).iter().any(|&inner| self.is_relativiser(inner))
            });
            let subject = self.child(verb, &[Dependency::Nsubj])?;
            let stranded = self
                .children(verb)
                .iter()
                .any(|&child| self.dep(child) == Dependency::Prep && self.children(child).is_empty());
            return self.head(verb).filter(|_| !relativised && !stranded && !self.is_relativiser(subject));
        }
        let shared = self.children(verb).iter().copied().find(|&child| {
            self.dep(child) == Dependency::Conj
                && (self.token(child).tag == self.token(verb).tag
                    // "Has developed and tested": taggers take the second for a past.
                    || self.token(verb).tag == FineTag::Vbn && self.token(child).tag == FineTag::Vbd)
                && child < verb + 4
        })?;
        // "Shot and killed him in May", but not "went up and hit a tree".
        let alone = |child: &usize| {
            matches!(self.dep(*child), Dependency::Prep | Dependency::Prt | Dependency::Advmod)
                && *child > verb
        };
        let free =
            !self.children(verb).iter().any(alone) && self.child(shared, &[Dependency::Nsubj]).is_none();
        self.child(shared, &[Dependency::Dobj]).filter(|_| free)
    }

    /// A relative pronoun stands for the noun that its clause modifies, and `none of the drivers` for the drivers, who
    /// are denied it; everything else for itself.
    pub fn antecedent(&self, token: usize) -> usize {
        if !self.is_relativiser(token) {
            return self.none_of(token).unwrap_or(token);
        }
        let clause = self.path_to_root(token).find(|&above| self.dep(above) == Dependency::Relcl);
        let noun = clause.and_then(|clause| self.head(clause)).unwrap_or(token);
        // "It was the captain, not the mate, who left."
        if is_set_aside(self, noun) { self.head(noun).unwrap_or(noun) } else { noun }
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::Tree;
    use crate::sample_language::{parse, subjects, token};

    /// The object of a verb that shows none.
    fn hidden_object(text: &str, verb: &str) -> Option<String> {
        let sentences = parse(text);
        let tree = Tree::new(&sentences[0]);
        let verb = token(&sentences[0], verb);
        let object = tree.gap_or_shared_object(verb, tree.is_passive(verb))?;
        Some(tree.token(object).text.to_string())
    }

    #[test]
    fn whoever_is_asked_acts_but_whoever_promises_acts_himself() {
        assert_eq!(subjects("The council asked the army to help.", "help"), ["army"]);
        assert_eq!(
            subjects("The villagers called on the council to repair the pier.", "repair"),
            ["council"]
        );
        assert_eq!(subjects("The mayor paid a diver two pounds to fetch the ring.", "fetch"), ["diver"]);
        assert_eq!(subjects("The council promised to help.", "help"), ["council"]);
        assert_eq!(subjects("The ferry is ready to leave.", "leave"), ["ferry"]);
    }

    #[test]
    fn a_judgement_on_a_deed_names_nobody_who_does_it() {
        assert_eq!(subjects("It is vital to support the crew.", "support"), Vec::<String>::new());
    }

    #[test]
    fn joined_verbs_and_participles_share_the_subject() {
        assert_eq!(subjects("The crew landed and slept.", "slept"), ["crew"]);
        assert_eq!(subjects("The clerk wrote to the minister demanding an inquiry.", "demanding"), ["clerk"]);
        assert_eq!(
            subjects("The tourists left the hotel after praising the cook.", "praising"),
            ["tourists"]
        );
    }

    #[test]
    fn what_somebody_is_praised_for_is_his_own_deed() {
        assert_eq!(subjects("The mayor praised the crew for saving a child.", "saving"), ["crew"]);
    }

    #[test]
    fn a_verb_without_object_has_that_of_its_noun_or_of_the_verb_joined_to_it() {
        assert_eq!(
            hidden_object("The plan the council rejected was cheap.", "rejected").as_deref(),
            Some("plan")
        );
        assert_eq!(
            hidden_object("The board criticised and rejected the plan.", "criticised").as_deref(),
            Some("plan")
        );
        assert_eq!(hidden_object("The crew landed and slept.", "landed"), None);
    }

    #[test]
    fn a_relative_pronoun_stands_for_the_noun_before_its_clause() {
        let sentences = parse("The captain who fled was caught.");
        let tree = Tree::new(&sentences[0]);
        let at = |word: &str| token(&sentences[0], word);
        assert_eq!(tree.antecedent(at("who")), at("captain"));
        assert_eq!(tree.antecedent(at("captain")), at("captain"));
    }
}
