//! Who says what: the attributions, source by source.

use std::collections::BTreeMap;
use std::io;
use std::io::Write;

use crate::export::picture::markup::escape;
use crate::story::Attribution;

use super::index::Index;
use super::statements::source;

/// A row for each attribution.
pub fn table(index: &Index, out: &mut dyn Write) -> io::Result<()> {
    let mut by_speaker: BTreeMap<(&str, &str), Vec<&Attribution>> = BTreeMap::new();
    for attribution in &index.story.attributions {
        // The unnamed come first in this order and are moved to the end below.
        let speaker = attribution.source.as_ref().map_or(("", ""), |source| (&source.label, &source.id));
        by_speaker.entry(speaker).or_default().push(attribution);
    }
    out.write_all(
        b"<table>\n<thead><tr><th>Source</th><th>Says</th>\
<th>How</th><th>Article</th></tr></thead>\n<tbody>\n",
    )?;
    let (named, unnamed): (Vec<_>, Vec<_>) = by_speaker.into_iter().partition(|((_, id), _)| !id.is_empty());
    for ((label, id), attributions) in named.into_iter().chain(unnamed) {
        for (place, attribution) in attributions.iter().enumerate() {
            let speaker = if place == 0 {
                format!(
                    "<th scope=\"rowgroup\" rowspan=\"{}\">{}</th>",
                    attributions.len(),
                    name(index, label, id)
                )
            } else {
                String::new()
            };
            out.write_all(row(&speaker, attribution).as_bytes())?;
        }
    }
    out.write_all(b"</tbody>\n</table>\n")
}

fn name(index: &Index, label: &str, id: &str) -> String {
    match index.entity_anchor(id) {
        Some(anchor) => format!("<a href=\"#{anchor}\">{}</a>", escape(label)),
        None if label.is_empty() => "not named".to_owned(),
        None => escape(label),
    }
}

fn row(speaker: &str, attribution: &Attribution) -> String {
    let cue = attribution.cue.as_ref().map(|cue| format!(" ({})", escape(&cue.text))).unwrap_or_default();
    format!(
        "<tr>{speaker}<td>{}</td><td>{}{cue}</td><td>{}</td></tr>\n",
        escape(&attribution.content.text),
        if attribution.direct { "quoted" } else { "reported" },
        source(&attribution.document)
    )
}
