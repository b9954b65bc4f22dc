//! Learning patterns from the ontology's examples.
//!
//! The marked arguments are found in the parsed example, and the smallest tree of the predicate–argument graph that
//! joins them becomes the pattern. What else the trigger governs in the example (a particle, a light noun, a
//! prepositional phrase) is taken to belong to the wording, since authors write short examples.

use crate::grammar::{
    ArgumentGraph, Category, Edge, Link, Tree, is_negated, is_no_name, lemma_of, particles,
};
use crate::language::{CoarseTag, Dependency, Sentence};
use crate::mentions::OntologyIndex;
use crate::ontology::{Example, RelationId, Role};

use super::argument_kind::ArgumentKind;
use super::learning_error::LearningError;
use super::marked_arguments::{Argument, is_idiomatic, locate};
use super::pattern::{Branch, Content, Node, Pattern};
use super::steps::{Step, is_loose, paths, steps};

/// Learns one pattern from one parsed example (or counterexample) of a relation; `example` is its index there.
///
/// # Errors
/// When the marked arguments are not connected in the example's tree.
pub fn learn(
    lexicon: &OntologyIndex<'_>,
    relation: RelationId,
    example: usize,
    marked: &Example,
    sentences: &[Sentence],
) -> Result<Pattern, LearningError> {
    let taught = lexicon.ontology.relation(relation);
    let (sentence, arguments) = locate(marked, sentences)?;
    let head = |argument: &Argument| (argument.role.clone(), lemma_of(&sentence.tokens[argument.head]));
    let heads = arguments.iter().map(head).collect();
    let kind = |argument: &Argument| (argument.role.clone(), ArgumentKind::of(sentence, argument));
    let kinds = arguments.iter().map(kind).collect();
    let lexical = arguments
        .iter()
        .map(|argument| {
            is_idiomatic(lexicon, taught, sentence, argument)
                .then(|| lemma_of(&sentence.tokens[argument.head]))
        })
        .collect();
    let tree = Tree::new(sentence);
    let graph = ArgumentGraph::new(&tree);
    let learner = Learner { tree, graph, arguments, lexical, lexicon, of_user: taught.is_taught() };
    let root = learner.pattern().ok_or(LearningError::NotConnected)?;
    // A title may have capitals, but its words are common ones.
    let is_name = |argument: &&Argument| {
        sentence.tokens[argument.head].pos == CoarseTag::Propn
            && lexicon.noun_class(sentence, argument.span.first, argument.head).is_none()
    };
    let named = if root.is_attachment() {
        let names = learner.arguments.iter().filter(is_name);
        names.map(|argument| argument.role.clone()).collect()
    } else {
        Vec::new()
    };
    Ok(Pattern {
        relation,
        example,
        also: Vec::new(),
        says_little: root.says_little(),
        root,
        taught: heads,
        named,
        vetoes: Vec::new(),
        of_people: false,
        paraphrase: false,
        kinds,
    })
}

struct Learner<'a> {
    tree: Tree<'a>,
    graph: ArgumentGraph,
    arguments: Vec<Argument>,
    /// For each argument, the lemma that an idiom fixes.
    lexical: Vec<Option<String>>,
    lexicon: &'a OntologyIndex<'a>,
    /// Whether the relation is a user's, who writes sentences as they come: newsgraph's own are written for their words.
    of_user: bool,
}

impl Learner<'_> {
    fn pattern(&self) -> Option<Node> {
        let required: Vec<usize> = self.required().collect();
        let (_, lowest) = (0..self.graph.len())
            .filter_map(|root| {
                let steps = steps(&paths(&self.graph, root), &required)?;
                let attached =
                    self.is_argument(root) && steps.iter().any(|step| step.from == root && is_loose(step));
                self.can_be_root(root, &steps)
                    .then(|| ((attached, steps.len(), !self.tree.is_verb(root), root), root))
            })
            .min()?;
        let root = if self.is_argument(lowest) { lowest } else { self.highest(lowest) };
        let paths = paths(&self.graph, root);
        let mut wanted = required;
        wanted.push(lowest);
        let mut members = steps(&paths, &wanted)?;
        for argument in &self.arguments {
            if let Some(more) = steps(&paths, &[argument.head])
                && self.is_near(&more, &members)
            {
                members.extend(more);
            }
        }
        self.lift_phrases(&mut members);
        members.sort();
        members.dedup();
        Some(self.node(root, &members))
    }

    /// Parsers guess whether a phrase hangs on a verb or on its object ("wrote [the program in Haskell]"). Where both are
    /// arguments the pattern has it at the verb, for there it is looked for in both places.
    fn lift_phrases(&self, steps: &mut [Step]) {
        let governor = |object: usize, steps: &[Step]| {
            let governs = |step: &&Step| step.to == object && step.link == Link::Object;
            let verb = steps.iter().find(governs).map(|step| step.from)?;
            Some(verb).filter(|&verb| self.tree.is_verb(verb) && self.is_argument(object))
        };
        for index in 0..steps.len() {
            let Step { from, link, to } = &steps[index];
            let is_phrase = matches!(link, Link::Preposition(name) if name != "of");
            if is_phrase
                && self.is_argument(*to)
                && let Some(verb) = governor(*from, steps)
            {
                steps[index].from = verb;
            }
        }
    }

    /// A word can be the root wherever it reaches all arguments; an argument only where the other one hangs on it as a
    /// title, an owner or by a preposition ("Finance Minister Weber", "the court in Leeds"), so that both classes must be
    /// known, or where an apposition follows from it that governs the other ("Weber, a judge at the court").
    fn can_be_root(&self, root: usize, steps: &[Step]) -> bool {
        match steps {
            [] => false,
            [step] if self.is_argument(root) => {
                self.is_argument(step.to)
                    && matches!(
                        step.link,
                        Link::Modifier | Link::Apposition | Link::Possessor | Link::Preposition(_)
                    )
            }
            steps if self.is_argument(root) => steps
                .iter()
                .filter(|step| step.from == root)
                .all(|step| step.link == Link::Apposition && !self.is_argument(step.to)),
            _ => true,
        }
    }

    fn is_argument(&self, token: usize) -> bool {
        self.arguments.iter().any(|argument| argument.head == token)
    }

    /// The topmost word of the example from which `token` is governed: "stopped carrying", "dropped the charge". What
    /// stands above the trigger belongs to the wording; authors who mean the bare phrase write the bare phrase.
    fn highest(&self, token: usize) -> usize {
        let governs = |governor: usize, token: usize| {
            self.graph.edges(governor).iter().any(|edge| edge.target == token)
        };
        // The word right above it, or the one above a preposition.
        let governor = |&token: &usize| {
            let governor = self.tree.ancestors(token).take(2).find(|&above| governs(above, token))?;
            Some(governor).filter(|&governor| !self.is_argument(governor))
        };
        let most = self.tree.sentence.tokens.len();
        std::iter::successors(Some(token), governor).take(most).last().unwrap_or(token)
    }

    /// A qualifier counts when at most one step leads from the pattern to it.
    fn is_near(&self, steps: &[Step], members: &[Step]) -> bool {
        steps.iter().filter(|step| !members.contains(step)).count() <= 1
    }

    fn required(&self) -> impl Iterator<Item = usize> + '_ {
        self.arguments
            .iter()
            .filter(|argument| matches!(argument.role, Role::Subject | Role::Object))
            .map(|argument| argument.head)
    }

    fn node(&self, token: usize, steps: &[Step]) -> Node {
        let mut branches: Vec<Branch> = steps
            .iter()
            .filter(|step| step.from == token)
            .map(|step| Branch {
                link: step.link.clone(),
                node: self.node(step.to, steps),
                optional: self.slot(step.to).is_some_and(|(role, _)| self.is_optional(role)),
            })
            .collect();
        if let Some((role, lemma)) = self.slot(token) {
            let content = Content::Slot { role: role.clone(), lemma: lemma.clone() };
            return Node { content, particles: Vec::new(), branches, negated: false, refuses_object: false };
        }
        branches.extend(self.needed_complements(token, steps));
        let has_object = branches.iter().any(|branch| branch.link == Link::Object);
        Node { refuses_object: self.tree.is_verb(token) && !has_object, branches, ..self.word(token) }
    }

    fn is_optional(&self, role: &Role) -> bool {
        matches!(role, Role::Qualifier(name) if self.lexicon.ontology.essential(name).is_none())
    }

    /// What a word governs beside the arguments: the rest of the wording.
    fn needed_complements(&self, word: usize, steps: &[Step]) -> Vec<Branch> {
        let is_verb = self.tree.is_verb(word);
        let used = |token: usize| {
            steps.iter().any(|step| step.to == token || step.from == token)
                || self.arguments.iter().any(|argument| argument.span.contains(token))
        };
        self.graph
            .edges(word)
            .iter()
            .filter(|edge| {
                let is_agent = edge.link == Link::Subject;
                let is_wording = match edge.link {
                    Link::Modifier => true,
                    Link::Object | Link::Complement => is_verb,
                    Link::Preposition(_) => true,
                    // "Was hit by a bullet": an agent that an author takes the trouble to name.
                    Link::Subject => is_verb && self.is_agent(edge.target),
                    Link::Clause | Link::Infinitive => {
                        is_verb && self.tree.dep(edge.target) == Dependency::Xcomp
                    }
                    _ => false,
                };
                is_wording
                    && !self.is_circumstance(edge)
                    && !used(edge.target)
                    && (!is_verb || is_agent || self.is_below(edge.target, word))
            })
            .map(|edge| Branch { link: edge.link.clone(), node: self.companion(edge), optional: false })
            .collect()
    }

    /// "Bought the startup for 3 million dollars", "was sold in 1998": an amount or a time that is not marked says when or for how much
    /// it was in the example, not how it is worded.
    fn is_circumstance(&self, edge: &Edge) -> bool {
        let is_amount = is_no_name(self.tree.token(edge.target).entity);
        self.of_user && is_amount && matches!(edge.link, Link::Preposition(_))
    }

    /// A word of the wording; with an article, and a class of the user's for it, any of that class.
    fn companion(&self, edge: &Edge) -> Node {
        let word = self.word(edge.target);
        let Content::Word { lemma, category: Category::Noun } = &word.content else { return word };
        let is_thing = self.tree.child(edge.target, &[Dependency::Det]).is_some() && !word.negated;
        let class = self.lexicon.noun_class(self.tree.sentence, edge.target, edge.target);
        match class.filter(|&(class, _)| is_thing && self.lexicon.is_taught(class)) {
            Some((class, _)) => Node { content: Content::Kin { lemma: lemma.clone(), class }, ..word },
            None => word,
        }
    }

    /// Whether the word stands after the "by" of a passive.
    fn is_agent(&self, token: usize) -> bool {
        self.tree.head(token).is_some_and(|by| self.tree.dep(by) == Dependency::Agent)
    }

    /// Whether the argument stands under the verb in the tree (and was not merely inherited by it), and is not
    /// the passive subject, whom authors often leave unmarked.
    fn is_below(&self, token: usize, verb: usize) -> bool {
        let head = self.tree.token(token).head;
        (head == verb && self.tree.dep(token) != Dependency::NsubjPass)
            || (self.tree.token(head).head == verb
                && matches!(self.tree.dep(head), Dependency::Prep | Dependency::Dative))
    }

    fn word(&self, token: usize) -> Node {
        let content = Content::Word {
            lemma: lemma_of(self.tree.token(token)),
            category: Category::of(self.tree.token(token)),
        };
        Node {
            content,
            particles: particles(&self.tree, token),
            branches: Vec::new(),
            negated: is_negated(&self.tree, token),
            refuses_object: false,
        }
    }

    fn slot(&self, token: usize) -> Option<(&Role, &Option<String>)> {
        let index = self.arguments.iter().position(|argument| argument.head == token)?;
        Some((&self.arguments[index].role, &self.lexical[index]))
    }
}
