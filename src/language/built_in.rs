//! spaCy's model, which is part of the binary, so that nothing has to be installed beside it.

use crate::weights::{Aligned, Weights};

static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/en_core_web_sm-3.8.0.bin"));

/// The sections of the embedded model by name.
pub fn weights() -> Weights {
    Weights::of(&FILE.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_have_the_expected_sizes() {
        let weights = weights();
        assert_eq!(weights.floats("tok2vec.embed.0").len(), 5000 * 96);
        assert_eq!(weights.integers("tok2vec.seeds"), [8, 9, 10, 11, 12, 13]);
        assert_eq!(weights.strings("tagger.labels").len(), 50);
        assert_eq!(weights.hashes("lexeme.norm.words").len(), weights.hashes("lexeme.norm.norms").len());
    }

    #[test]
    fn sorted_strings_are_found() {
        let index = weights().strings("lemmatizer.verb.index");
        assert!(index.find("walk").is_some());
        assert!(index.find("walkz").is_none());
    }
}
