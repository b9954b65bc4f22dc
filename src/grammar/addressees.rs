//! Who is called on, hired or written to beside a verb, and so acts, or does not act, in the clause after it.

use crate::language::{Dependency, FineTag};

use super::tree::Tree;

impl Tree<'_> {
    /// Whom a verb calls on, appeals to or waits for, right before the infinitive that says what for.
    pub(super) fn addressed(&self, governor: usize, infinitive: usize) -> Option<usize> {
        let calls = matches!(
            &*self.token(governor).lemma,
            "call"
                | "appeal"
                | "plead"
                | "prevail"
                | "rely"
                | "depend"
                | "count"
                | "wait"
                | "arrange"
                | "shout"
        );
        let preposition = self.children(governor).iter().copied().rfind(|&child| {
            self.dep(child) == Dependency::Prep
                && child < infinitive
                && matches!(&*self.token(child).lemma, "on" | "upon" | "to" | "for" | "with")
        })?;
        self.child(preposition, &[Dependency::Pobj]).filter(|_| calls)
    }

    /// Who is hired for doing something, or paid so much for it: "paid a diver two pounds to fetch it".
    pub(super) fn hired(&self, verb: usize) -> Option<usize> {
        let is_object = |child: &&usize| matches!(self.dep(**child), Dependency::Dative | Dependency::Dobj);
        let mut objects = self.children(verb).iter().filter(is_object);
        let first = objects.next().copied();
        first.filter(|_| match &*self.token(verb).lemma {
            "pay" => objects.next().is_some(),
            lemma => matches!(lemma, "hire" | "recruit" | "bribe"),
        })
    }

    /// The verb of giving that a participle after its recipient belongs to: in "wrote to the minister demanding an inquiry"
    /// whoever wrote demands.
    pub(super) fn writer(&self, participle: usize, recipient: usize) -> Option<usize> {
        let to = self.head(recipient).filter(|_| self.dep(recipient) == Dependency::Pobj)?;
        let verb =
            self.head(to).map(|above| if self.is_verb(above) { Some(above) } else { self.head(above) })??;
        let hands_over = self.token(participle).tag == FineTag::Vbg
            && &*self.token(to).lemma == "to"
            && matches!(
                &*self.token(verb).lemma,
                "write" | "submit" | "send" | "hand" | "deliver" | "address" | "petition"
            );
        hands_over.then_some(verb)
    }
}
