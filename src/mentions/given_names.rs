//! Which given names are women's and which men's, by those of US newborns since 1880, who come from everywhere: "she" is not Clarence.
//! The ontology's own lists go before; these tell nothing but he from she, because many a name is a word or a place, too (May, Paris).

use std::sync::OnceLock;

use crate::grammar::Gender;
use crate::weights::{Aligned, Strings, Weights};

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/given-names.bin"));

/// He or she, by a given name in lower case; `None` where it is unknown or anybody's.
pub fn gender_of(given_name: &str) -> Option<Gender> {
    static NAMES: OnceLock<[(Gender, Strings); 2]> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let file = Weights::of(&FILE.0);
        [(Gender::Feminine, file.strings("feminine")), (Gender::Masculine, file.strings("masculine"))]
    });
    names.iter().find(|(_, names)| names.find(given_name).is_some()).map(|(gender, _)| *gender)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_sex_tell_it() {
        assert_eq!(gender_of("clarence"), Some(Gender::Masculine));
        assert_eq!(gender_of("amara"), Some(Gender::Feminine));
        assert_eq!(gender_of("jordan"), None);
        assert_eq!(gender_of("xyzzy"), None);
    }
}
