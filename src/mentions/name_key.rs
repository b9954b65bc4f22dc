//! Names without what makes no difference between them.

use super::ontology_index::OntologyIndex;

/// A name without the differences that mean nothing: case, full stops, and what registers add to the names of companies.
pub fn name_key(name: &str, lexicon: &OntologyIndex) -> String {
    let forms = &lexicon.words().legal_forms;
    let mut key = name.to_lowercase().replace('’', "'").replace('.', "");
    let without_form = |key: &str| {
        let (bare, last) = key.rsplit_once(' ')?;
        forms.contains(last).then(|| bare.trim_end_matches(',').to_owned())
    };
    while let Some(bare) = without_form(&key) {
        key = bare;
    }
    key
}
