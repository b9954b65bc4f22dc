//! Files of RDF that would keep their parser busy for hours, or take all memory there is: entities of XML that multiply, elements of
//! countless attributes, JSON nested without end. No ontology is so by chance, and such a file is refused before it is parsed.

use std::collections::HashMap;

use oxigraph::io::RdfFormat;

use crate::read::burden;

/// Bytes of an ontology's file.
const LARGEST: usize = 64 << 20;

/// Bytes that the entities of a file may add to it; `owl` and `xsd` as they are commonly used add some hundred thousand.
const MOST_EXPANDED: usize = 16 << 20;

/// Brackets in brackets of JSON: its reader goes down a step of the stack for each.
const DEEPEST_JSON: usize = 100;

/// # Errors
/// One clause that says what there is too much of.
pub(super) fn refuse_burden(format: RdfFormat, text: &str) -> Result<(), String> {
    if text.len() > LARGEST {
        return Err(format!("the file is larger than {} MB; part it", LARGEST >> 20));
    }
    match format {
        RdfFormat::RdfXml => {
            refuse_entities(text)?;
            burden(text).map_or(Ok(()), |burden| Err(format!("the file has {burden}")))
        }
        RdfFormat::JsonLd { .. } if depth(text) > DEEPEST_JSON => {
            Err(format!("the file has more than {DEEPEST_JSON} brackets inside one another"))
        }
        _ => Ok(()),
    }
}

/// Entities may stand for IRIs and the like: not for other entities, nor for so much that it fills the memory.
fn refuse_entities(text: &str) -> Result<(), String> {
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    for declaration in text.split("<!ENTITY").skip(1) {
        let Some((name, rest)) = declaration.trim_start().split_once(char::is_whitespace) else { continue };
        let rest = rest.trim_start();
        let value = rest
            .chars()
            .next()
            .filter(|mark| matches!(mark, '"' | '\''))
            .and_then(|mark| rest[1..].split(mark).next());
        let value = value.unwrap_or_default();
        if value.replace("&#", "").contains('&') || name == "%" {
            return Err(format!(
                "the entity {name} of the file is made of other entities, which may multiply"
            ));
        }
        sizes.insert(name, value.len());
    }
    if sizes.is_empty() {
        return Ok(());
    }
    let used = text.split('&').skip(1).filter_map(|rest| rest.split_once(';'));
    let expanded: usize = used.filter_map(|(name, _)| sizes.get(name)).sum();
    if expanded > MOST_EXPANDED {
        return Err(format!("the entities of the file stand for more than {} MB", MOST_EXPANDED >> 20));
    }
    Ok(())
}

/// How deep the brackets of a JSON text are nested.
fn depth(text: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    let (mut in_string, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(name: &str, text: &str) -> String {
        let format = super::super::facts::format(name).ok().unwrap();
        refuse_burden(format, text).err().unwrap_or_default()
    }

    #[test]
    fn entities_that_multiply_are_refused_and_those_of_common_use_are_not() {
        let file =
            |entities: &str, body: &str| format!("<!DOCTYPE rdf:RDF [{entities}]><rdf:RDF>{body}</rdf:RDF>");
        let common = "<!ENTITY owl \"http://www.w3.org/2002/07/owl#\" >\n<!ENTITY amp2 '&#38;'>";
        assert_eq!(refusal("a.owl", &file(common, &"<owl:Class rdf:about=\"&owl;A\"/>".repeat(2000))), "");
        let laughs = "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">";
        assert!(refusal("a.rdf", &file(laughs, "&b;")).contains("entity b"));
        let long = format!("<!ENTITY a \"{}\">", "x".repeat(100_000));
        assert!(refusal("a.rdf", &file(&long, &"&a;".repeat(1000))).contains("MB"));
        assert!(refusal("a.rdf", &file("<!ENTITY % p 'x'>", "")).contains("entity %"));
    }

    #[test]
    fn attributes_and_brackets_without_end_are_refused() {
        let tag = format!("<rdf:RDF {}/>", "a='1' ".repeat(3000));
        assert!(refusal("a.rdf", &tag).contains("attributes"));
        let deep = |levels: usize| format!("{}{}", "{\"@graph\":[".repeat(levels), "]}".repeat(levels));
        assert_eq!(refusal("a.jsonld", &deep(40)), "");
        assert!(refusal("a.jsonld", &deep(60)).contains("brackets"));
        assert_eq!(refusal("a.jsonld", &format!("{{\"a\":\"\\\"{}\"}}", "[".repeat(500))), "");
    }
}
