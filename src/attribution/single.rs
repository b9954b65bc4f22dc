//! Single quotation marks, which are hard to tell from apostrophes: ‘The sailors’ boat sank,’ she said.

/// Whether a single mark stands here that can open a quotation: after a space, before a letter.
pub fn opens(text: &[char], position: usize) -> bool {
    let before = position.checked_sub(1).map(|before| text[before]);
    let starts = before.is_none_or(|before| {
        before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | ':' | '“' | '"')
    });
    let next = text.get(position + 1);
    // A straight mark before a figure shortens a year: '90s.
    match text[position] {
        '‘' => starts && next.is_some_and(|next| !next.is_whitespace()),
        '\'' => starts && next.is_some_and(|next| next.is_alphabetic()),
        _ => false,
    }
}

/// The mark that closes the quotation opened at `position`: the first that ends a word. After an "s" it may be an
/// apostrophe, so that one after a comma or stop before the next quotation is preferred.
pub fn close(text: &[char], position: usize) -> Option<usize> {
    let mut doubtful = None;
    for here in position + 2..text.len() {
        if opens(text, here) {
            break;
        }
        let ends = text.get(here + 1).is_none_or(|next| !next.is_alphanumeric());
        if !ends || !closes(text[position], text[here]) {
            continue;
        }
        if text[here - 1] != 's' {
            return Some(here);
        }
        doubtful = doubtful.or(Some(here));
    }
    doubtful
}

fn closes(opening: char, mark: char) -> bool {
    match opening {
        '‘' => mark == '’',
        _ => mark == opening,
    }
}
