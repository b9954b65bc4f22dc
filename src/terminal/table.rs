//! Tables for terminals: columns as wide as their widest cell, in the width that each character has on a terminal.

use std::io;

use terminal_size::{Width, terminal_size_of};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that are cut to fit keep at least so much.
const LEAST: usize = 8;
/// What stands between two columns.
const GAP: &str = "  ";

/// Rows below a line of headings, no wider than the terminal where standard output is one. Control characters, which could command
/// the terminal, are shown as escapes.
pub fn table(headings: &[String], rows: &[Vec<String>]) -> String {
    let terminal = terminal_size_of(io::stdout()).map(|(Width(width), _)| usize::from(width));
    table_within(headings, rows, terminal)
}

/// The same within so many columns of text, if there is a limit: the widest columns are cut.
fn table_within(headings: &[String], rows: &[Vec<String>], limit: Option<usize>) -> String {
    let lines: Vec<Vec<String>> = std::iter::once(headings)
        .chain(rows.iter().map(Vec::as_slice))
        .map(|cells| cells.iter().map(|cell| printable(cell)).collect())
        .collect();
    let mut widths: Vec<usize> = (0..headings.len())
        .map(|column| {
            lines.iter().filter_map(|cells| cells.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
        })
        .collect();
    fit(&mut widths, limit.unwrap_or(usize::MAX));
    let rule: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
    let (first, rest) = lines.split_at(1);
    first.iter().chain([&rule]).chain(rest).map(|cells| line(cells, &widths)).collect()
}

/// Narrows the widest columns until all of them fit.
fn fit(widths: &mut [usize], limit: usize) {
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    loop {
        let whole = widths.iter().sum::<usize>().saturating_add(gaps);
        let Some(widest) = widths.iter_mut().max().filter(|widest| whole > limit && **widest > LEAST) else {
            return;
        };
        *widest = (*widest - 1).max(LEAST);
    }
}

/// The cell, cut to a width where it is wider.
fn cut(cell: &str, width: usize) -> String {
    if cell.width() <= width {
        return cell.to_owned();
    }
    let mut cut = String::new();
    for c in cell.chars() {
        if cut.width() + c.width().unwrap_or(0) + 1 > width {
            break;
        }
        cut.push(c);
    }
    cut + "…"
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let padded: Vec<String> = cells
        .iter()
        .zip(widths)
        .map(|(cell, &width)| {
            let cell = cut(cell, width);
            let room = " ".repeat(width.saturating_sub(cell.width()));
            cell + &room
        })
        .collect();
    format!("{}\n", padded.join(GAP).trim_end())
}

/// The text on one line, without characters that could command the terminal.
pub fn printable(cell: &str) -> String {
    let mut printable = String::with_capacity(cell.len());
    for c in cell.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => printable.push(' '),
            c if c.is_control() => printable.extend(c.escape_unicode()),
            c => printable.push(c),
        }
    }
    printable
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    #[test]
    fn columns_line_up_whatever_the_script() {
        let text = table(&strings(&["who", "what"]), &[strings(&["東京都", "x"]), strings(&["é", "y"])]);
        assert_eq!(text, "who     what\n──────  ────\n東京都  x\né       y\n");
    }

    #[test]
    fn what_is_too_wide_for_the_terminal_is_cut_in_its_widest_columns() {
        let rows = [strings(&["Ida", "a sentence that goes on and on", "2031"])];
        let text = table_within(&strings(&["who", "words", "day"]), &rows, Some(24));
        assert_eq!(text, "who  words          day\n───  ─────────────  ────\nIda  a sentence t…  2031\n");
        assert!(text.lines().all(|line| line.width() <= 24));
    }

    #[test]
    fn cells_cannot_command_the_terminal() {
        let text = table(&strings(&["a"]), &[strings(&["red\u{1b}[31m\nnext"])]);
        assert!(!text.contains('\u{1b}'));
        assert_eq!(text.lines().count(), 3);
    }
}
