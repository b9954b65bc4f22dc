//! Names without what makes no difference between them.

/// A name without the differences that mean nothing.
pub fn name_key(name: &str) -> String {
    let mut key = name.to_lowercase().replace('’', "'").replace('.', "");
    while let Some(bare) = LEGAL_FORMS.iter().find_map(|form| key.strip_suffix(form)) {
        key = bare.trim_end_matches(',').to_owned();
    }
    key
}

/// What registers add to the names of companies, and articles now write and now leave out.
pub const LEGAL_FORMS: [&str; 14] = [
    " ltd", " limited", " plc", " inc", " corp", " llc", " llp", " gmbh", " ag", " pvt", " pty", " co",
    " nv", " sa",
];
