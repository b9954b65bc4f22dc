//! What stands above every page: its style, and a policy that lets no other script run than the one that belongs to it.

use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("report.css");
/// What filters and highlights.
pub const SCRIPT: &str = include_str!("report.js");

/// The head of a page.
pub fn head(page_title: &str) -> Markup {
    let digest = BASE64_STANDARD.encode(Sha256::digest(SCRIPT));
    let policy = format!("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'");
    html! {
        head { "\n"
            meta charset="utf-8"; "\n"
            meta http-equiv="Content-Security-Policy" content=(policy); "\n"
            meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
            title { (page_title) } "\n"
            style { "\n" (PreEscaped(STYLE)) } "\n"
        } "\n"
    }
}
