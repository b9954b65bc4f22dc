//! Attributions of invented sentences, from text to source, cue and content.

use crate::document::Document;
use crate::grammar::ParsedSentence;
use crate::language::Sentence;
use crate::mentions::find_mentions;
use crate::read::{Article, Passage, PassageKind, ReadingText};
use crate::sample_language::{engine, lexicon};

use super::cues::Cues;
use super::extracted::{ExtractedAttribution, Part};
use super::finder::attributions;

fn untitled(text: &str) -> Article {
    Article { text: text.to_owned(), ..Article::default() }
}

/// The attributions of a text whose lines are passages, each as `source | cue | content`.
fn read(text: &str) -> Vec<String> {
    let mut passages = Vec::new();
    let mut begin = 0;
    for line in text.split('\n') {
        let end = begin + line.chars().count();
        passages.push(Passage { kind: PassageKind::Paragraph, begin, end });
        begin = end + 1;
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let analysed = engine().analyse(&lines);
    let sentences: Vec<Sentence> = passages
        .iter()
        .zip(analysed)
        .flat_map(|(passage, sentences)| {
            let places = (0..passage.end - passage.begin).collect();
            let reading = ReadingText { places, ..ReadingText::default() };
            sentences.into_iter().map(move |sentence| sentence.placed(&reading, passage.begin))
        })
        .collect();
    let lexicon = lexicon();
    let article = Article { passages, ..untitled(text) };
    let mentions = find_mentions(&sentences, lexicon);
    let document = Document::new(&article, |_| sentences).with_mentions(mentions);
    let parsed: Vec<ParsedSentence<'_>> = document.sentences.iter().map(ParsedSentence::new).collect();
    let slice = |begin: usize, end: usize| document.text[begin..end].iter().collect::<String>();
    let words = |part: &Option<Part>| {
        part.as_ref().map_or("–".to_owned(), |part| slice(part.span.start, part.span.end))
    };
    attributions(&document, &parsed, lexicon, &Cues::new(lexicon.ontology))
        .iter()
        .map(|found: &ExtractedAttribution| {
            let content = slice(found.begin(), found.end());
            format!("{} | {} | {content}", words(&found.source), words(&found.cue))
        })
        .collect()
}

#[test]
fn reported_speech_keeps_its_that_and_leaves_the_full_stop() {
    assert_eq!(
        read("The harbour master has also said that the ferry was late."),
        ["The harbour master | has also said | that the ferry was late"]
    );
}

#[test]
fn the_source_has_its_apposition_with_the_comma_that_closes_it() {
    assert_eq!(
        read("Ines Duarte, the treasurer, warned that the bridge was unsafe."),
        ["Ines Duarte, the treasurer, | warned | that the bridge was unsafe"]
    );
}

#[test]
fn the_cue_may_stand_after_the_content() {
    assert_eq!(
        read("The dam will hold until spring, the engineers believe."),
        ["the engineers | believe | The dam will hold until spring"]
    );
    assert_eq!(
        read("According to the auditor, the council ignored the warning."),
        ["the auditor | According to | the council ignored the warning"]
    );
}

#[test]
fn wishes_and_refusals_take_an_infinitive() {
    assert_eq!(
        read("The bakers refused to raise their prices."),
        ["The bakers | refused | to raise their prices"]
    );
    assert_eq!(
        read("The mayor urged the council to close the bridge."),
        ["The mayor | urged | the council to close the bridge"]
    );
}

#[test]
fn verdicts_take_an_object_or_hang_on_a_preposition() {
    assert_eq!(read("The paper criticised the new ferry."), ["The paper | criticised | the new ferry"]);
    assert_eq!(
        read("The fishermen complained about the new quota."),
        ["The fishermen | complained about | the new quota"]
    );
    assert_eq!(
        read("She described the harbour as a disgrace."),
        ["She | described | the harbour as a disgrace"]
    );
    assert_eq!(read("The plan was rejected by the villagers."), ["the villagers | was rejected | The plan"]);
}

#[test]
fn nouns_and_adjectives_attribute_too() {
    assert_eq!(
        read("The mayor's promise to rebuild the pier came late."),
        ["The mayor's | promise | to rebuild the pier"]
    );
    assert_eq!(
        read("The villagers are confident that the dam will hold."),
        ["The villagers | are confident | that the dam will hold"]
    );
}

#[test]
fn an_unnamed_source_stays_empty() {
    assert_eq!(read("The ferry is expected to return on Monday."), ["– | is expected | to return on Monday"]);
}

#[test]
fn a_quotation_around_its_speaker_is_one_content_with_its_marks() {
    assert_eq!(
        read("“The pier is closed,” said Tom Reed. “Nobody may enter it.”"),
        ["Tom Reed | said | “The pier is closed,” said Tom Reed. “Nobody may enter it.”"]
    );
    assert_eq!(
        read("Tom Reed said: “The pier is closed. Nobody may enter it.”"),
        ["Tom Reed | said: | “The pier is closed. Nobody may enter it.”"]
    );
}

#[test]
fn a_quotation_of_several_paragraphs_has_one_speaker() {
    let open = "Tom Reed said: “The pier is closed.\n“Nobody may enter it.”";
    assert_eq!(
        read(open),
        ["Tom Reed | said: | “The pier is closed.\n“Nobody may enter it.”"],
        "the first paragraph is left open"
    );
    let closed = "“The pier is closed,” said Tom Reed.\n“Nobody may enter the old pier now.”";
    assert_eq!(
        read(closed),
        ["Tom Reed | said | “The pier is closed,”", "Tom Reed | said | “Nobody may enter the old pier now.”"],
        "a paragraph of words alone goes on with the last speaker"
    );
}

#[test]
fn a_quoted_word_belongs_to_the_clause_around_it() {
    assert_eq!(
        read("The engineer said the pier was “completely unsafe”."),
        ["The engineer | said | the pier was “completely unsafe”"]
    );
}

#[test]
fn claims_inside_claims_are_kept_but_wishes_inside_are_not() {
    assert_eq!(
        read("The paper reported that the mayor denied that the bridge was unsafe."),
        [
            "The paper | reported | that the mayor denied that the bridge was unsafe",
            "the mayor | denied | that the bridge was unsafe"
        ]
    );
    assert_eq!(
        read("The clerk said the mayor wanted to resign."),
        ["The clerk | said | the mayor wanted to resign"]
    );
}

#[test]
fn a_name_and_a_colon_open_a_statement() {
    assert_eq!(
        read("Tom Reed: The pier will stay closed."),
        ["Tom Reed | : | The pier will stay closed"],
        "a headline"
    );
    assert_eq!(
        read("HOLT: Is the pier safe?\nREED: Not yet.\nHOLT: When will it be?\nREED: Ask the engineers."),
        [
            "HOLT | : | Is the pier safe",
            "REED | : | Not yet",
            "HOLT | : | When will it be",
            "REED | : | Ask the engineers"
        ],
        "a transcript"
    );
    assert_eq!(read("Weather: The storm will pass."), Vec::<String>::new(), "nobody's name");
    assert_eq!(read("MIAMI: The storm will pass."), Vec::<String>::new(), "a dateline");
}

#[test]
fn telling_goes_on_after_the_told_clause() {
    assert_eq!(
        read("The board said the ferry will sail on Friday but added that the pier was closed."),
        ["The board | said | the ferry will sail on Friday", "The board | added | that the pier was closed"]
    );
}

#[test]
fn a_rejected_claim_is_whoever_rejects_it() {
    assert_eq!(
        read("The port rejected a claim by the mayor that the ferry had sunk."),
        ["The port | rejected | a claim by the mayor that the ferry had sunk"]
    );
    assert_eq!(read("A claim by the mayor that the ferry had sunk was untrue."), Vec::<String>::new());
}

#[test]
fn the_answer_of_another_and_what_follows_a_quotation_are_not_told() {
    assert_eq!(
        read("The union said the firm had sacked ten men, but the firm denied the report."),
        ["The union | said | the firm had sacked ten men", "the firm | denied | the report"]
    );
    assert_eq!(
        read("“It held,” the engineer said, and the board closed the pier."),
        ["the engineer | said | “It held,”"]
    );
}

#[test]
fn words_within_the_words_of_another_have_their_own_speaker() {
    assert_eq!(
        read("“The guards came. ‘We sank the boat,’ a captain told me,” said Ana Berg."),
        [
            "Ana Berg | said | “The guards came. ‘We sank the boat,’ a captain told me,”",
            "a captain | told | ‘We sank the boat,’"
        ]
    );
}

#[test]
fn who_writes_may_be_named_right_before_the_colon() {
    assert_eq!(
        read("In a letter to the crew, Mayor Ana Berg: “The pier will stay closed.”"),
        ["Mayor Ana Berg | : | “The pier will stay closed.”"]
    );
}

#[test]
fn who_sues_says_what_for() {
    assert_eq!(
        read("The clerk sued the firm for hiding the leak."),
        ["The clerk | sued the firm for | hiding the leak"]
    );
}
