//! Titles that go with a given name. Whoever is `Prince Andrew` has no surname to be called by, and is none of the Andrews on the page who
//! have one.

use std::collections::HashSet;

use crate::mentions::{Mention, MentionId};

use super::input::CoreferenceInput;
use super::input::all_names;

/// The names like `Prince Andrew` and `Pope Francis`: the given name is all the name that goes with the title, and no short one.
pub fn called_by_given_name(input: &CoreferenceInput) -> HashSet<MentionId> {
    let is_royal = |title: &str| input.lexicon.words().given_name_titles.contains(&title.to_lowercase());
    let has_title = |mention: &Mention| {
        let tokens = &input.document.sentence(mention.sentence).tokens;
        let before = mention.span.first.checked_sub(1).map(|before| &*tokens[before].text);
        let within = mention.honorific.as_deref().and_then(|titles| titles.rsplit(' ').next());
        before.into_iter().chain(within).any(is_royal)
    };
    all_names(input).filter(|(_, mention)| has_title(mention)).map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use crate::coreference::sample_chains::same;

    #[test]
    fn a_prince_is_none_of_those_with_a_surname() {
        let text = "Andrew Lund retired on Monday. Prince Andrew wept. Andrew Lund slept.";
        assert!(!same(text, "Andrew Lund retired", "Andrew wept"));
        let text = "Andrew Lund retired on Monday. Andrew wept.";
        assert!(same(text, "Andrew Lund", "Andrew wept"));
    }
}
