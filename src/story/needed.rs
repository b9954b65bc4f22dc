//! Which mentions of entities a lean graph keeps: the first in each article, and those where something is said of the entity; and
//! which reasons to take them for one: all but that they bear the same name, which their words show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::detail::Detail;
use super::values::Story;

/// Why mentions are one that bear the same name: the reason that their words show.
pub const SAME_NAME: &str = "the same name";

/// An entity in an article, by their IRIs.
type Whereabouts = (Arc<str>, Arc<str>);

impl Story {
    /// Makes this the detail of the story, and leaves out the mentions that it has no room for.
    pub fn set_detail(&mut self, detail: Detail) {
        self.detail = detail;
        if detail == Detail::Lean {
            self.leave_out_mentions();
        }
    }

    fn leave_out_mentions(&mut self) {
        let mut places: BTreeMap<Whereabouts, Vec<(usize, usize)>> = BTreeMap::new();
        let mut note = |entity: &Arc<str>, document: &Arc<str>, begin, end| {
            places.entry((entity.clone(), document.clone())).or_default().push((begin, end));
        };
        for statement in &self.statements {
            for reference in statement.references() {
                let sentence = &statement.sentence;
                note(&reference.id, &statement.document.id, sentence.begin, sentence.end);
            }
        }
        for attribution in &self.attributions {
            if let Some(source) = &attribution.source {
                note(&source.id, &attribution.document.id, source.begin, source.end);
            }
        }
        let mut kept = BTreeSet::new();
        for entity in &mut self.entities {
            let id = entity.id.clone();
            let mut last = None;
            entity.mentions.retain(|mention| {
                let is_first = last.as_ref() != Some(&mention.document);
                last = Some(mention.document.clone());
                let spoken_of = places.get(&(id.clone(), mention.document.clone()));
                let within = |(begin, end): &(usize, usize)| *begin <= mention.begin && mention.end <= *end;
                is_first || spoken_of.is_some_and(|places| places.iter().any(within))
            });
            entity.mentions.shrink_to_fit();
            kept.extend(
                entity.mentions.iter().map(|mention| (mention.document.clone(), mention.begin, mention.end)),
            );
        }
        self.merges.retain(|merge| {
            &*merge.reason != SAME_NAME
                && kept.contains(&(merge.document.clone(), merge.place.begin, merge.place.end))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::story::EntityMention;

    #[test]
    fn mentions_stay_that_come_first_or_stand_where_something_is_said_of_the_entity() {
        let mut story = sample::story();
        let statement = &story.statements[0];
        let (document, sentence) = (statement.document.id.clone(), statement.sentence.clone());
        let subject = statement.subject.as_ref().unwrap().id.clone();
        let at = |begin: usize| EntityMention {
            document: document.clone(),
            begin,
            end: begin + 1,
            text: "x".to_owned(),
        };
        let far = sentence.end + 1000;
        for entity in &mut story.entities {
            entity.mentions = vec![at(sentence.begin), at(far), at(far + 10)];
        }
        let places = |story: &Story, subject: &Arc<str>| {
            let entity = story.entities.iter().find(|entity| entity.id == *subject).unwrap();
            entity.mentions.iter().map(|mention| mention.begin).collect::<Vec<_>>()
        };
        let mut lean = story.clone();
        lean.set_detail(Detail::Lean);
        assert_eq!(places(&lean, &subject), [sentence.begin]);
        story.set_detail(Detail::Full);
        assert_eq!(places(&story, &subject).len(), 3);
    }
}
