//! Groups of mentions that stand for the same thing, and what may not stand together.
//!
//! Every pass of the sieve asks `join`; it refuses what contradicts (two known individuals, Mr and Mrs, Anna Smith and
//! Ben Smith), so that no pass can undo what a more precise one has found out.

use crate::coreference::name_words::{PersonName, last_noun, same_person};
use crate::coreference::reason::Reason;
use crate::decisions::NameSelector;
use crate::grammar::{Gender, Number};
use crate::mentions::{Mention, MentionId, MentionKind, Mentions, OntologyIndex};
use crate::ontology::{ClassId, IndividualId};

use super::unsure::Unsure;

/// Mentions in disjoint groups, with what each group is known to be.
pub struct Clusters<'a> {
    lexicon: &'a OntologyIndex<'a>,
    mentions: &'a Mentions,
    apart: &'a [(&'a NameSelector, &'a NameSelector)],
    /// Mention → its group's index.
    group_of: Vec<usize>,
    groups: Vec<Group>,
    /// Mention → why it was joined to what stands before it.
    reasons: Vec<Option<Reason>>,
    pub unsure: Unsure,
}

/// What is known of one group.
#[derive(Debug, Clone)]
pub struct Group {
    /// In order of the article.
    pub members: Vec<MentionId>,
    pub individual: Option<IndividualId>,
    pub class: Option<ClassId>,
    pub gender: Option<Gender>,
    pub number: Number,
    /// How old the article says that somebody in it is.
    pub age: Option<u8>,
    /// Names of several words that people in it bear.
    full_names: Vec<PersonName>,
    pub named: bool,
}

impl<'a> Clusters<'a> {
    /// Every mention alone.
    pub fn new(
        mentions: &'a Mentions,
        lexicon: &'a OntologyIndex<'a>,
        apart: &'a [(&'a NameSelector, &'a NameSelector)],
    ) -> Self {
        let groups = mentions.iter().map(|(id, mention)| Group::of(id, mention, lexicon)).collect();
        Self {
            lexicon,
            mentions,
            apart,
            group_of: (0..mentions.len()).collect(),
            groups,
            reasons: vec![None; mentions.len()],
            unsure: Unsure::default(),
        }
    }

    pub fn group(&self, mention: MentionId) -> &Group {
        &self.groups[self.group_of[mention.0]]
    }

    /// Which group it belongs to now.
    pub fn number(&self, mention: MentionId) -> usize {
        self.group_of[mention.0]
    }

    pub fn together(&self, a: MentionId, b: MentionId) -> bool {
        self.group_of[a.0] == self.group_of[b.0]
    }

    /// The groups that have members, in order of their first one; the reason of every mention that was joined; and what
    /// else is known of mentions.
    pub fn into_groups(self) -> (Vec<Group>, Vec<Option<Reason>>, Unsure) {
        let mut groups: Vec<Group> =
            self.groups.into_iter().filter(|group| !group.members.is_empty()).collect();
        groups.sort_by_key(|group| group.members.first().copied());
        (groups, self.reasons, self.unsure)
    }

    /// Says what a group is, where the text says so.
    pub fn set_gender(&mut self, mention: MentionId, gender: Gender) {
        let group = &mut self.groups[self.group_of[mention.0]];
        group.gender = group.gender.or(Some(gender));
    }

    /// Says how old somebody is, where the text says so.
    pub fn set_age(&mut self, mention: MentionId, age: u8) {
        self.groups[self.group_of[mention.0]].age = Some(age);
    }

    /// Whether nothing speaks against these two being one.
    pub fn compatible(&self, a: MentionId, b: MentionId) -> bool {
        let (one, other) = (self.group(a), self.group(b));
        let classes = match (one.class, other.class) {
            (Some(one), Some(other)) => self.related(one, other),
            _ => true,
        };
        classes && self.joinable(one, other)
    }

    /// Joins the group of a mention to that of its antecedent if nothing but their classes may differ: the caller knows
    /// better than a guessed class.
    pub fn join(&mut self, antecedent: MentionId, mention: MentionId, reason: Reason) -> bool {
        let (one, other) = (self.group_of[antecedent.0], self.group_of[mention.0]);
        if one == other {
            return true;
        }
        if !self.joinable(&self.groups[one], &self.groups[other]) {
            return false;
        }
        self.reasons[mention.0].get_or_insert(reason);
        // The smaller group moves, so that all joins together cost little.
        let (to, from) = if self.groups[one].members.len() >= self.groups[other].members.len() {
            (one, other)
        } else {
            (other, one)
        };
        let class = self.joint_class(&self.groups[to], &self.groups[from]);
        let moved = std::mem::take(&mut self.groups[from].members);
        for member in &moved {
            self.group_of[member.0] = to;
        }
        let absorbed = self.groups[from].clone();
        let group = &mut self.groups[to];
        group.members.extend(moved);
        if !group.members.is_sorted() {
            group.members.sort();
        }
        group.class = class;
        group.individual = group.individual.or(absorbed.individual);
        group.gender = group.gender.or(absorbed.gender);
        group.age = group.age.or(absorbed.age);
        group.named |= absorbed.named;
        for name in absorbed.full_names {
            if !group.full_names.contains(&name) {
                group.full_names.push(name);
            }
        }
        // Taggers take many a surname for a plural: "Hines" is one man where he is called Todd Hines as well.
        let is_one = !group.full_names.is_empty() && absorbed.number == Number::Singular;
        if group.number == Number::Unknown || is_one {
            group.number = absorbed.number;
        }
        true
    }

    /// Whether the user says that one is not the other.
    fn are_apart(&self, one: &Group, other: &Group) -> bool {
        let has = |group: &Group, who: &NameSelector| {
            group.members.iter().any(|&member| who.is_called(&self.mentions[member].text, self.lexicon))
        };
        self.apart.iter().any(|(a, b)| has(one, a) && has(other, b) || has(one, b) && has(other, a))
    }

    fn joinable(&self, one: &Group, other: &Group) -> bool {
        let differ = |a: Option<IndividualId>, b: Option<IndividualId>| a.is_some() && b.is_some() && a != b;
        let genders = one.gender.is_some() && other.gender.is_some() && one.gender != other.gender;
        let ages = one.age.is_some() && other.age.is_some() && one.age != other.age;
        let numbers = matches!(
            (one.number, other.number),
            (Number::Singular, Number::Plural) | (Number::Plural, Number::Singular)
        );
        // A body may be many: `the council … they`.
        let bodies = [one, other]
            .into_iter()
            .any(|group| group.named && !group.class.is_some_and(|class| self.lexicon.is_person(class)));
        !differ(one.individual, other.individual)
            && !self.are_apart(one, other)
            && !genders
            && !ages
            && (!numbers || bodies)
            && one.full_names.iter().all(|name| other.full_names.iter().all(|rival| same_person(name, rival)))
    }

    /// Whether one class is a kind of the other.
    pub fn related(&self, a: ClassId, b: ClassId) -> bool {
        self.lexicon.ontology.is_a(a, b) || self.lexicon.ontology.is_a(b, a)
    }

    /// A known individual's class, else the more special one, else that of a name.
    fn joint_class(&self, one: &Group, other: &Group) -> Option<ClassId> {
        match (one.class, other.class) {
            (Some(a), Some(b)) if self.lexicon.ontology.is_a(b, a) => Some(b),
            (Some(a), Some(b)) if self.lexicon.ontology.is_a(a, b) => Some(a),
            (Some(a), Some(b)) => {
                let surer = other.individual.is_some() || other.named && one.individual.is_none();
                Some(if surer { b } else { a })
            }
            (a, b) => a.or(b),
        }
    }
}

impl Group {
    /// A mention alone.
    pub fn of(id: MentionId, mention: &Mention, lexicon: &OntologyIndex) -> Self {
        let named = mention.kind == MentionKind::Name;
        let person = named && mention.class.is_some_and(|class| lexicon.is_person(class));
        let name = if person { PersonName::of(&mention.text, lexicon) } else { PersonName::default() };
        let by_words = match mention.kind {
            MentionKind::Name => name
                .words
                .first()
                .filter(|_| name.is_full())
                .and_then(|given| lexicon.gender_of_person(given)),
            MentionKind::Description => lexicon.gender_of_noun(&last_noun(&mention.label)),
            MentionKind::Pronoun => None,
        };
        Self {
            members: vec![id],
            individual: mention.individual,
            class: mention.class,
            gender: mention
                .honorific
                .as_deref()
                .and_then(|titles| lexicon.gender_of_honorific(titles))
                .or(by_words),
            number: mention.number,
            age: None,
            full_names: if name.is_full() { vec![name] } else { Vec::new() },
            named,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_language::{lexicon, mentions, name_of};

    /// Whether mentions that read so can be joined, one after the other, to the first of them.
    fn joins(text: &str, words: &[&str]) -> Vec<bool> {
        let found = mentions(text).1;
        let mut clusters = Clusters::new(&found, lexicon(), &[]);
        let first = id(&found, words[0]);
        words[1..].iter().map(|other| clusters.join(first, id(&found, other), Reason::Pronoun)).collect()
    }

    fn id(mentions: &Mentions, words: &str) -> MentionId {
        let titled = |mention: &Mention| match &mention.honorific {
            Some(title) => format!("{title} {}", mention.text),
            None => mention.text.clone(),
        };
        let found = mentions.iter().find(|(_, mention)| titled(mention) == words);
        found.unwrap_or_else(|| panic!("{words} is no mention")).0
    }

    #[test]
    fn mr_and_mrs_are_two_and_so_are_two_full_names() {
        assert_eq!(joins("Mr Holt met Mrs Holt.", &["Mr Holt", "Mrs Holt"]), [false]);
        assert_eq!(joins("Anna Berger met Paul Berger.", &["Anna Berger", "Paul Berger"]), [false]);
    }

    #[test]
    fn what_a_group_has_taken_up_speaks_against_the_next() {
        let text = "Mr Holt met her. Mrs Holt left.";
        assert_eq!(joins(text, &["her", "Mr Holt", "Mrs Holt"]), [true, false]);
    }

    #[test]
    fn one_is_not_many_but_a_body_may_be() {
        let text = "Peter Vane thanked the divers.";
        assert_eq!(joins(text, &["Peter Vane", "the divers"]), [false]);
        let text = "The Harbour Council said they were late.";
        assert_eq!(joins(text, &["Harbour Council", "they"]), [true]);
    }

    #[test]
    fn the_user_can_keep_two_apart() {
        let found = mentions("Nordholm Lines sued Nordholm.").1;
        let (one, other) = (id(&found, "Nordholm Lines"), id(&found, "Nordholm"));
        assert!(Clusters::new(&found, lexicon(), &[]).join(one, other, Reason::ShortName));
        let decisions =
            crate::decisions::Decisions::parse("different\tNordholm Lines\tNordholm\n").expect("sound");
        let apart: Vec<_> = decisions.apart_in("a.txt").collect();
        assert!(!Clusters::new(&found, lexicon(), &apart).join(one, other, Reason::ShortName));
    }

    #[test]
    fn a_group_is_of_the_more_special_class() {
        let found = mentions("The court criticised the agency.").1;
        let (agency, court) = (id(&found, "the agency"), id(&found, "The court"));
        let mut clusters = Clusters::new(&found, lexicon(), &[]);
        assert!(clusters.compatible(agency, court));
        assert!(clusters.join(agency, court, Reason::PointsBack));
        assert_eq!(name_of(clusters.group(agency).class), Some("Court"));
    }

    #[test]
    fn classes_that_are_no_kinds_of_each_other_are_not_compatible() {
        let found = mentions("Peter Vane visited Lisbon.").1;
        let clusters = Clusters::new(&found, lexicon(), &[]);
        assert!(!clusters.compatible(id(&found, "Peter Vane"), id(&found, "Lisbon")));
    }
}
