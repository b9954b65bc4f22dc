//! Tables for terminals: columns as wide as their widest cell, in the width that each character has on a terminal.

use unicode_width::UnicodeWidthStr;

/// Rows below a line of headings. Control characters, which could command the terminal, are shown as escapes.
pub fn table(headings: &[String], rows: &[Vec<String>]) -> String {
    let lines: Vec<Vec<String>> = std::iter::once(headings)
        .chain(rows.iter().map(Vec::as_slice))
        .map(|cells| cells.iter().map(|cell| printable(cell)).collect())
        .collect();
    let widths: Vec<usize> = (0..headings.len())
        .map(|column| {
            lines.iter().filter_map(|cells| cells.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
        })
        .collect();
    let rule: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
    let (first, rest) = lines.split_at(1);
    first.iter().chain([&rule]).chain(rest).map(|cells| line(cells, &widths)).collect()
}

fn line(cells: &[String], widths: &[usize]) -> String {
    let padded: Vec<String> = cells
        .iter()
        .zip(widths)
        .map(|(cell, &width)| format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width()))))
        .collect();
    format!("{}\n", padded.join("  ").trim_end())
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
    fn cells_cannot_command_the_terminal() {
        let text = table(&strings(&["a"]), &[strings(&["red\u{1b}[31m\nnext"])]);
        assert!(!text.contains('\u{1b}'));
        assert_eq!(text.lines().count(), 3);
    }
}
