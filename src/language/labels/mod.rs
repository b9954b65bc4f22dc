//! What the engine may say of a token, one type for each kind of label, so that a mistyped label does not compile.
//!
//! The sets are those of spaCy's `en_core_web_sm` 3.8.0. The model file names its labels by text; they are read into
//! these types once, when the model is loaded, and a label that a type lacks stops the program there. `as_str` and
//! `Display` give the text back, `from_str` reads it, and `ALL` lists the labels of a kind.

mod coarse_tag;
mod dependency;
mod entity_type;
mod fine_tag;
mod unknown_label;

pub use coarse_tag::CoarseTag;
pub use dependency::Dependency;
pub use entity_type::EntityType;
pub use fine_tag::FineTag;
pub use unknown_label::UnknownLabel;

#[cfg(test)]
mod tests {
    use std::fmt::{Debug, Display};
    use std::str::FromStr;

    use super::*;
    use crate::language::built_in;

    fn reads_back<T: Copy + Debug + Display + PartialEq + FromStr<Err = UnknownLabel>>(labels: &[T]) {
        for label in labels {
            assert_eq!(label.to_string().parse(), Ok(*label));
        }
    }

    #[test]
    fn every_label_is_read_back_from_its_text() {
        reads_back(CoarseTag::ALL);
        reads_back(Dependency::ALL);
        reads_back(EntityType::ALL);
        reads_back(FineTag::ALL);
    }

    /// All distinct labels of a list of the model file, after the first `-` of each, or at both sides of `||`.
    fn model_labels(section: &str) -> Vec<&'static str> {
        let labels = built_in::weights().strings(section).iter().filter_map(|name| name.split_once('-'));
        labels.flat_map(|(_, label)| label.split("||")).filter(|label| !label.is_empty()).collect()
    }

    #[test]
    fn every_label_of_the_model_has_its_place_and_the_types_hold_no_other() {
        fn same<T: Debug + Display + Ord + Copy + FromStr<Err = UnknownLabel>>(texts: &[&str], all: &[T]) {
            let mut labels: Vec<T> = texts.iter().map(|text| text.parse().expect("a known label")).collect();
            labels.sort_unstable();
            labels.dedup();
            assert_eq!(labels, all);
            assert!(labels.iter().all(|label| texts.contains(&label.to_string().as_str())));
        }
        let tags: Vec<_> = built_in::weights().strings("tagger.labels").iter().collect();
        same(&tags, FineTag::ALL);
        same(&model_labels("parser.moves"), Dependency::ALL);
        same(&model_labels("ner.moves"), EntityType::ALL);
    }

    #[test]
    fn an_unknown_label_is_told_with_those_there_are() {
        let error = "PERSN".parse::<EntityType>().expect_err("a mistyped label");
        let message = error.to_string();
        assert!(
            message.starts_with("\"PERSN\" is no entity type; those there are: CARDINAL, DATE,"),
            "{message}"
        );
        assert!("nsubjpas".parse::<Dependency>().is_err());
    }
}
