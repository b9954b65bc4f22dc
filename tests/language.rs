//! The language engine against spaCy: the stored reference is spaCy's own output for `tests/language/texts.jsonl`
//! (`scripts/compare_with_spacy.py --write` makes it), and the engine must give the same bytes.

use std::fs;

use assert_cmd::Command;
use newsgraph::language::Engine;
use proptest::prelude::*;

fn newsgraph_parse(input: Vec<u8>) -> assert_cmd::assert::Assert {
    Command::cargo_bin("newsgraph").expect("the binary is built").arg("parse").write_stdin(input).assert()
}

#[test]
fn every_token_is_as_spacy_has_it() {
    let texts = fs::read("tests/language/texts.jsonl").expect("the texts are there");
    let reference = fs::read_to_string("tests/language/spacy.conllu").expect("the reference is there");
    let result = newsgraph_parse(texts).success();
    let output = String::from_utf8_lossy(&result.get_output().stdout).into_owned();
    for (number, (ours, spacys)) in output.lines().zip(reference.lines()).enumerate() {
        assert_eq!(ours, spacys, "line {} of the reference", number + 1);
    }
    assert_eq!(output.lines().count(), reference.lines().count());
}

#[test]
fn a_broken_line_is_told_and_the_others_are_parsed() {
    let input =
        b"{\"text\": \"Rain fell.\"}\n{\"title\": 3}\n\nnot JSON\n{\"text\": \"It stopped.\"}\n".to_vec();
    let result = newsgraph_parse(input).code(3);
    let output = String::from_utf8_lossy(&result.get_output().stdout);
    assert_eq!(output.matches("# newdoc").count(), 2);
    let errors = String::from_utf8_lossy(&result.get_output().stderr);
    assert_eq!(errors.lines().count(), 2);
    assert!(errors.contains("line 2:") && errors.contains("line 4:"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever the text: no panic, tokens in order at their places, heads inside their sentence, one root at least.
    #[test]
    fn any_text_gives_sound_sentences(text in r"([a-zA-Z0-9]{1,8}|\PC|[ \n\t\u{a0}'’.,$-]){0,60}") {
        thread_local!(static ENGINE: Engine = Engine::load());
        let analysed = ENGINE.with(|engine| engine.analyse(&[&text]));
        let characters: Vec<char> = text.chars().collect();
        let mut end = 0;
        for sentence in &analysed[0] {
            prop_assert!(sentence.tokens.iter().enumerate().any(|(index, token)| token.head == index));
            for token in &sentence.tokens {
                prop_assert!(token.head < sentence.tokens.len());
                prop_assert!(end <= token.begin && token.begin < token.end);
                prop_assert_eq!(characters[token.begin..token.end].iter().collect::<String>(), &*token.text);
                end = token.end;
            }
        }
        let visible = |text: &str| text.chars().filter(|it| !it.is_whitespace()).collect::<String>();
        let shown: String = analysed[0].iter().flat_map(|it| &it.tokens).map(|it| visible(&it.text)).collect();
        prop_assert_eq!(visible(&shown), visible(&text));
    }
}
