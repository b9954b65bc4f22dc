//! The names that nouns stand beside: "a senator, Ida Lund, spoke" and "Ida Lund, a senator who spoke" tell what Ida Lund did.

use crate::language::{CoarseTag, Dependency, EntityType, FineTag};

use super::tree::Tree;

impl Tree<'_> {
    /// Whom a noun stands for in what a verb says of it: the names that spell it out or stand beside it; nobody else's where it
    /// has none.
    pub fn names_for(&self, noun: usize) -> Vec<usize> {
        let listed = self.listed_names(noun);
        if listed.is_empty() { self.names_beside(noun) } else { listed }
    }

    /// The names that a plural is spelled out with: what "two men, Tom Berg and Ian Roe," do, Berg and Roe do.
    pub fn listed_names(&self, plural: usize) -> Vec<usize> {
        if self.token(plural).tag != FineTag::Nns {
            return Vec::new();
        }
        let is_name = |token: usize| self.token(token).pos == CoarseTag::Propn;
        let Some(first) =
            self.child(plural, &[Dependency::Appos]).filter(|&name| name > plural && is_name(name))
        else {
            return Vec::new();
        };
        let mut names = vec![first];
        while let Some(next) = self.child(names[names.len() - 1], &[Dependency::Conj]) {
            names.push(next);
        }
        let several = names.len() > 1 && names.iter().all(|&name| is_name(name));
        if several { names } else { Vec::new() }
    }

    /// The name that a noun stands beside, before or after it: "Ida Lund, a senator who spoke", "a senator, Ida Lund, spoke".
    fn names_beside(&self, noun: usize) -> Vec<usize> {
        if self.token(noun).pos != CoarseTag::Noun {
            return Vec::new();
        }
        let is_one = self.token(noun).tag == FineTag::Nn;
        let before = self
            .head(noun)
            .filter(|&head| self.dep(noun) == Dependency::Appos && head < noun && self.is_person(head));
        if let Some(before) = before {
            // "Ada Finch, the mother of Max Finch, who was shot": it may be either.
            let of_somebody = (noun..self.sentence.tokens.len()).filter(|&token| {
                let mut above =
                    self.ancestors(token).skip_while(|&above| self.dep(above) == Dependency::Prep);
                self.is_person(token) && above.next() == Some(noun)
            });
            return match (is_one, of_somebody.count()) {
                (true, 0) => vec![before],
                (false, 0) => self.list_before(before, noun),
                _ => Vec::new(),
            };
        }
        let after = self.child(noun, &[Dependency::Appos]).filter(|&name| {
            let comma = (noun..name).any(|token| self.token(token).pos == CoarseTag::Punct);
            comma && self.is_person(name)
        });
        after.filter(|_| is_one).into_iter().collect()
    }

    /// The people whom a parser joins to a name, and not to the noun before it.
    pub fn joined_to_name(&self, name: usize) -> impl Iterator<Item = usize> {
        let joined = self.children(name).iter().copied();
        joined.filter(|&child| {
            self.dep(child) == Dependency::Conj
                && (self.is_person(child) || !self.names_beside(child).is_empty())
        })
    }

    fn is_person(&self, token: usize) -> bool {
        let token = self.token(token);
        token.pos == CoarseTag::Propn && token.entity.kind() == Some(EntityType::Person)
    }

    /// The names of a list that ends in a plural: "Ida Lund, Ian Roe and Nora Quill, three activists".
    fn list_before(&self, first: usize, plural: usize) -> Vec<usize> {
        let mut names = vec![first];
        let mut next = 0;
        while next < names.len() {
            let joined = self.children(names[next]).iter().copied().filter(|&child| {
                matches!(self.dep(child), Dependency::Conj | Dependency::Appos)
                    && child < plural
                    && self.token(child).pos == CoarseTag::Propn
            });
            names.extend(joined);
            next += 1;
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::Tree;
    use crate::sample_language::{parse, token};

    fn names(text: &str, noun: &str) -> Vec<String> {
        let sentences = parse(text);
        let tree = Tree::new(&sentences[0]);
        let names = tree.names_for(token(&sentences[0], noun)).into_iter();
        names.map(|name| tree.token(name).text.to_string()).collect()
    }

    #[test]
    fn a_noun_stands_for_the_name_beside_it() {
        assert_eq!(names("The captain met his brother, Peter Vane, in May.", "brother"), ["Vane"]);
        assert_eq!(names("Clara Moss, a senator who criticised the plan, is seventy.", "senator"), ["Moss"]);
        assert_eq!(names("Two men, Tom Berg and Ian Roe, robbed the bank.", "men"), ["Berg", "Roe"]);
    }

    #[test]
    fn whom_a_clause_tells_of_is_nobody_whose_they_are() {
        let text = "Tom Berg and Ian Roe, the officers who shot Paul Renn, resigned.";
        assert_eq!(names(text, "officers"), ["Berg", "Roe"]);
    }

    #[test]
    fn it_may_be_somebody_else_who_is_described() {
        let text = "Ada Finch, the mother of Max Finch, who was shot, spoke.";
        assert_eq!(names(text, "mother"), Vec::<String>::new());
        assert_eq!(names("The captain met a senator.", "senator"), Vec::<String>::new());
    }
}
