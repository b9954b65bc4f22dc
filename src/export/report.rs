//! One HTML file that shows everything and opens offline.

use crate::ontology::Ontology;
use crate::resolve::Story;

use super::svg;

/// The report page.
pub fn write(story: &Story, ontology: &Ontology) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>newsgraph</title>\n{}</html>\n",
        svg::write(story, ontology)
    )
}
