//! Whose a noun is: "Cole's resignation".

use crate::language::{CoarseTag, Dependency};

use super::entity_kinds::is_time;
use super::tree::Tree;

/// Whether one of these words is somebody's who takes no part in what they tell: "announced Cole's resignation" tells nothing of a
/// resignation of the one who announced it. A time ("Friday's") is nobody.
pub fn has_other_owner(tree: &Tree<'_>, words: &[usize], takes_part: impl Fn(usize) -> bool) -> bool {
    let owners = words.iter().filter_map(|&word| named_owner(tree, word));
    owners.into_iter().any(|owner| !takes_part(owner) && !words.contains(&owner))
}

fn named_owner(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    let is_somebody = |&child: &usize| {
        let token = tree.token(child);
        tree.dep(child) == Dependency::Poss && token.pos == CoarseTag::Propn && !is_time(token.entity)
    };
    tree.children(noun).iter().copied().find(is_somebody)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::{mended, token};

    #[test]
    fn names_own_and_days_do_not() {
        let owner = |text: &str, noun: &str| {
            let sentences = mended(text);
            let owner = named_owner(&Tree::new(&sentences[0]), token(&sentences[0], noun));
            owner.map(|owner| sentences[0].tokens[owner].text.to_string())
        };
        assert_eq!(owner("The board announced Cole's resignation.", "resignation").as_deref(), Some("Cole"));
        assert_eq!(owner("The board announced its resignation.", "resignation"), None);
        assert_eq!(owner("The board welcomed Friday's resignation.", "resignation"), None);
    }
}
