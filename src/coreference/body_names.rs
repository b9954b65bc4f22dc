//! Other ways of writing the name of a body or a country: its initials, its words turned about, without the country before them, with a noun
//! after it that says what it is. Each joins only where the article has a single name that can be meant.

use std::collections::BTreeMap;

use crate::coreference::initialism::{is_initialism, stands_for};
use crate::coreference::reason::Reason;
use crate::mentions::{Determination, Mention, MentionId, MentionKind, OntologyIndex};
use crate::mentions::{name_key, turned_key};

use super::clusters::Clusters;
use super::input::CoreferenceInput;
use super::input::all_names;

/// `the European Union … the EU`, wherever the two stand. Of two letters much is made, so there the classes must agree, or the
/// name have an article as countries and unions do.
pub fn join_initialisms(input: &CoreferenceInput, clusters: &mut Clusters) {
    let is_person = |mention: &Mention| mention.class.is_some_and(|class| input.lexicon.is_person(class));
    // What a noun at the end made a description of (`the Home Welfare Union`) may be meant as well as a name.
    let named = |mention: &Mention| mention.kind != MentionKind::Pronoun && mention.label.contains(' ');
    let mut longer: BTreeMap<&str, Vec<MentionId>> = BTreeMap::new();
    for (id, mention) in input.document.mentions.iter().filter(|(_, mention)| named(mention)) {
        longer.entry(&mention.label).or_default().push(id);
    }
    // What is meant by the same letters is looked for once.
    let mut meant_by: BTreeMap<&str, Vec<MentionId>> = BTreeMap::new();
    for (id, mention) in all_names(input).filter(|(_, mention)| is_initialism(&mention.text)) {
        let long = meant_by.entry(&mention.text).or_insert_with(|| {
            let fitting = longer.iter().filter(|(label, _)| stands_for(&mention.text, label));
            let mut ids: Vec<MentionId> = fitting.flat_map(|(_, ids)| ids.iter().copied()).collect();
            ids.sort_unstable();
            ids
        });
        let Some(meant) = only_one(long.iter().copied(), clusters) else { continue };
        let name = &input.document.mentions[meant];
        let letters = mention.text.chars().filter(|c| c.is_alphabetic()).count();
        let sure = if letters > 2 {
            !is_person(name) || clusters.compatible(meant, id)
        } else {
            let article = name.determination == Determination::Definite;
            !is_person(name) && (clusters.compatible(meant, id) || article)
        };
        if sure {
            clusters.join(meant, id, Reason::Initials);
        }
    }
}

/// `the Department of Transport … the Transport Department`, `the U.S. Navy … the Navy`.
pub fn join_variants(input: &CoreferenceInput, clusters: &mut Clusters) {
    let mut turned: BTreeMap<String, MentionId> = BTreeMap::new();
    for (id, mention) in all_names(input) {
        if let Some(key) = turned_key(&mention.text, input.lexicon) {
            clusters.join(*turned.entry(key).or_insert(id), id, Reason::SpellingVariant);
        }
    }
    let keys: Vec<(MentionId, String)> =
        all_names(input).map(|(id, mention)| (id, name_key(&mention.text, input.lexicon))).collect();
    for (long, mention) in all_names(input) {
        let Some(rest) = without_country(&mention.text, input.lexicon) else { continue };
        let ending = format!(" {rest}");
        let longer = keys.iter().filter(|(_, key)| key.ends_with(&ending)).map(|(id, _)| *id);
        if only_one(longer, clusters).is_none() {
            continue;
        }
        for (short, _) in keys.iter().filter(|(_, key)| *key == rest) {
            if clusters.compatible(long, *short) {
                clusters.join(long, *short, Reason::ShortName);
            }
        }
    }
}

/// `North Orland and South Orland … the North`: halves of one country that the article names both.
pub fn join_halves(input: &CoreferenceInput, clusters: &mut Clusters) {
    let place = |mention: &Mention| mention.class.is_some_and(|class| input.lexicon.is_place(class));
    let whole = |text: &str| {
        let (half, rest) = text.split_once(' ')?;
        input.lexicon.is_part_of_place(half).then(|| (half.to_lowercase(), rest.to_lowercase()))
    };
    let halves: Vec<(MentionId, String, String)> = all_names(input)
        .filter(|(_, mention)| place(mention))
        .filter_map(|(id, mention)| whole(&mention.text).map(|(half, rest)| (id, half, rest)))
        .collect();
    let has_other = |half: &str, rest: &str| halves.iter().any(|(_, other, of)| other != half && of == rest);
    for (id, mention) in all_names(input) {
        let short = mention.text.to_lowercase();
        if mention.determination != Determination::Definite || !input.lexicon.is_part_of_place(&short) {
            continue;
        }
        let fits = |half: &str, rest: &str| half == short && has_other(half, rest);
        let fitting = halves.iter().filter(|(_, half, rest)| fits(half, rest)).map(|(id, ..)| *id);
        if let Some(meant) = only_one(fitting, clusters) {
            clusters.join(meant, id, Reason::ShortName);
        }
    }
}

/// `Kestrel … the Kestrel group`, `Orrin Police Department … Orrin police`.
pub fn join_restated(input: &CoreferenceInput, clusters: &mut Clusters) {
    // A body need not be known for one, but neither is it a person or a place.
    let other = |class| input.lexicon.is_person(class) || input.lexicon.is_place(class);
    let bodies: Vec<(MentionId, String)> = all_names(input)
        .filter(|(_, mention)| !mention.class.is_some_and(other))
        .map(|(id, mention)| (id, name_key(&mention.text, input.lexicon)))
        .collect();
    let described = |(_, mention): &(MentionId, &Mention)| {
        mention.kind == MentionKind::Description
            && mention.determination != Determination::Indefinite
            && mention.label.starts_with(char::is_uppercase)
    };
    for (id, mention) in input.document.mentions.iter().filter(described) {
        let label = name_key(&mention.label, input.lexicon);
        let Some((name, noun)) = label.rsplit_once(' ') else { continue };
        if !input.lexicon.words().restating_bodies.contains(noun) {
            continue;
        }
        let longer = format!("{label} ");
        let fits = |key: &String| key == name || key.starts_with(&longer);
        let fitting = bodies.iter().filter(|(_, key)| fits(key)).map(|(id, _)| *id);
        if let Some(meant) = only_one(fitting, clusters) {
            clusters.join(meant, id, Reason::ShortName);
        }
    }
}

/// The first of mentions that all stand for the same, if there are any.
fn only_one(mentions: impl Iterator<Item = MentionId>, clusters: &Clusters) -> Option<MentionId> {
    let mut found = None;
    for mention in mentions {
        match found {
            None => found = Some(mention),
            Some(first) if clusters.together(first, mention) => {}
            Some(_) => return None,
        }
    }
    found
}

/// The key of a body's name without the initialism of a country before it.
fn without_country(name: &str, lexicon: &OntologyIndex) -> Option<String> {
    const LONGEST: usize = 3;
    let (first, rest) = name.split_once(' ')?;
    let country = is_initialism(first) && first.chars().filter(|c| c.is_alphabetic()).count() <= LONGEST;
    let rest = name_key(rest, lexicon);
    let noun = rest.rsplit(' ').next().is_some_and(|last| lexicon.word_class(last).is_some());
    (country && noun).then_some(rest)
}

#[cfg(test)]
mod tests {
    use crate::coreference::sample_chains::{same, together};

    #[test]
    fn initials_mean_the_only_name_that_begins_so() {
        for (text, long, short) in [
            (
                "The Harbour Workers Union criticised the plan. The HWU rejected the deal.",
                "Harbour Workers Union",
                "HWU",
            ),
            ("The European Union criticised the plan. The EU rejected the treaty.", "European Union", "EU"),
            ("The United States criticised the plan. The US rejected the treaty.", "United States", "US"),
            (
                "The HWU rejected the deal. The Harbour Workers Union criticised the plan.",
                "Harbour Workers Union",
                "HWU",
            ),
            (
                "The United Nations sent aid. Officials of the U.N. arrived on Monday.",
                "United Nations",
                "U.N.",
            ),
            (
                "The Board of Dock Affairs met on Monday. The BDA rejected the plan.",
                "Board of Dock Affairs",
                "BDA",
            ),
        ] {
            assert!(same(text, long, short), "{text}");
        }
    }

    #[test]
    fn initials_that_fit_two_names_mean_neither() {
        let text = "The Harbour Workers Union met the Home Welfare Union. The HWU rejected the deal.";
        assert!(!same(text, "Harbour Workers Union", "HWU"));
        assert!(!same(text, "Home Welfare Union", "HWU"));
    }

    #[test]
    fn a_department_is_called_either_way_about() {
        let text = "The Department of Transport closed the bridge. The Transport Department fined the firm.";
        assert!(same(text, "Department of Transport", "Transport Department"));
    }

    #[test]
    fn a_half_is_that_of_the_country_of_which_both_are_named() {
        let text = "North Korea met South Korea. The North rejected the plan.";
        assert!(together(text, "North Korea", "North"));
    }

    #[test]
    fn the_navy_is_that_of_the_only_country_named() {
        let text = "The U.S. Navy sent a ship. The Navy rejected the plan.";
        assert!(together(text, "U.S. Navy", "Navy"));
        let two = "The U.S. Navy met the Royal Navy. The Navy rejected the plan.";
        assert!(!together(two, "U.S. Navy", "Navy"));
    }
}
