//! Copies of one text: the same wire story in several outlets, lightly edited, under another headline, a paragraph shorter. They are
//! one witness, however many print it.
//!
//! A text is known by its runs of three words, of which a bottom-k sketch (Broder 1997, "On the resemblance and containment of
//! documents"; Cohen and Kelner 2007) keeps those with the lowest hashes: of two sketches, what both keep below the lower of the
//! two bounds is a fair sample of both texts. Two texts are copies where half of the shorter one stands in the longer: with one
//! word in ten changed three quarters still do, and of two reports that only quote the same speech no more than a fifth.
//! Each run of words leads to the first and the latest text that has it, so that the work grows with the number of texts only.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::read::{Article, PassageKind};

/// Words of a run.
const RUN: usize = 3;
/// Hashes that a sketch keeps: all of a news article of usual length.
const KEPT: usize = 600;
/// Runs of words of the shorter text, as far as they are sampled, of which a judgement is fair.
const FEWEST: usize = 25;

/// What a text is known by: the lowest hashes of its runs of words, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch(Vec<u32>);

impl Sketch {
    /// Of the paragraphs of an article: the headline is each outlet's own.
    pub fn of(article: &Article) -> Self {
        let characters: Vec<char> = article.text.chars().collect();
        let mut words: Vec<String> = Vec::new();
        for passage in article.passages.iter().filter(|passage| passage.kind == PassageKind::Paragraph) {
            let text: String = characters[passage.begin..passage.end].iter().collect();
            let text = text.to_lowercase();
            words.extend(
                text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned),
            );
        }
        let mut hashes: Vec<u32> = words.windows(RUN).map(hash).collect();
        hashes.sort_unstable();
        hashes.dedup();
        hashes.truncate(KEPT);
        Self(hashes)
    }

    /// Whether one of two texts holds half of the other, or more.
    fn is_copy_of(&self, other: &Self) -> bool {
        let bound = |sketch: &Self| if sketch.0.len() < KEPT { u32::MAX } else { sketch.0[KEPT - 1] };
        let bound = bound(self).min(bound(other));
        let below = |sketch: &Self| sketch.0.partition_point(|&hash| hash <= bound);
        let shorter = below(self).min(below(other));
        let shared = self.0[..below(self)].iter().filter(|hash| other.0.binary_search(hash).is_ok()).count();
        shorter >= FEWEST && 2 * shared >= shorter
    }
}

/// FNV-1a, which is the same on every machine, of words with a space between them.
fn hash(words: &[String]) -> u32 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The high bits are mixed best.
    (hash >> 32) as u32 ^ hash as u32
}

/// For each text the first of which it is a copy, itself where it is none. The first is that of the lowest index.
pub fn originals(sketches: &[&Sketch]) -> Vec<usize> {
    let mut original: Vec<usize> = (0..sketches.len()).collect();
    let mut first_and_latest: HashMap<u32, (usize, usize)> = HashMap::new();
    for (text, sketch) in sketches.iter().enumerate() {
        let mut alike: Vec<usize> = Vec::new();
        for &hash in &sketch.0 {
            let (first, latest) = first_and_latest.entry(hash).or_insert((text, text));
            alike.extend([*first, *latest]);
            *latest = text;
        }
        alike.sort_unstable();
        alike.dedup();
        for other in alike.into_iter().filter(|&other| other != text) {
            let (one, two) = (root(&original, text), root(&original, other));
            if one != two && sketch.is_copy_of(sketches[other]) {
                original[one.max(two)] = one.min(two);
            }
        }
    }
    (0..sketches.len()).map(|text| root(&original, text)).collect()
}

fn root(original: &[usize], mut text: usize) -> usize {
    while original[text] != text {
        text = original[text];
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::Pipeline;

    use super::*;

    const WIRE: &str = "The harbour board of Orrin said on Monday that it would close the north quay for repairs until the end of May. \
        Engineers had found cracks in eleven of the forty piles, the board said in a statement, and two of them could no longer bear \
        the weight of a loaded lorry.\n\nFishermen who land their catch there will be given berths on the south side. Ida Lund, who \
        speaks for them, said that nobody had asked them and that the berths were too short for half of the boats.\n\nThe repairs \
        will cost some four million crowns, of which the county is to pay a third. The quay was built in 1931.";

    fn sketch(text: &str) -> Sketch {
        let pipeline = Pipeline::builder().quick(true).build().unwrap();
        Sketch::of(&pipeline.article("a.txt", text).unwrap())
    }

    #[test]
    fn edited_shortened_and_renamed_texts_are_copies() {
        let edited = WIRE.replace("said on Monday", "announced yesterday").replace("some four", "about four");
        let shortened: Vec<&str> = WIRE.split("\n\n").take(2).collect();
        let renamed = format!("Quay to close\n\n{WIRE}");
        let other = "Fishermen in Orrin are angry. The north quay, where they have landed their catch since 1931, is to close, and \
            Ida Lund says that nobody had asked them. The harbour board has found cracks in the piles; it wants to mend them by the \
            end of May and to send the boats to the south side meanwhile, for which the county pays.";
        let sketches = [&edited, WIRE, other, &shortened.join("\n\n"), &renamed].map(sketch);
        let sketches: Vec<&Sketch> = sketches.iter().collect();
        assert_eq!(originals(&sketches), [0, 0, 2, 0, 0]);
    }

    #[test]
    fn a_text_of_few_words_is_nobodys_copy() {
        let short = sketch("The quay was built in 1931.");
        assert_eq!(originals(&[&short, &short]), [0, 1]);
        assert_eq!(originals(&[]), Vec::<usize>::new());
    }
}
