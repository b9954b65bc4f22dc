//! `--about`, `--relation` and `--min-confidence`: the part of a story that a command is to look at.

use std::collections::BTreeSet;

use anyhow::bail;
use clap::Args;

use crate::confidence::Confidence;
use crate::files::folder::GraphFolder;
use crate::graph::{Dataset, Namespaces, Selection};
use crate::story::Story;

use super::entity::find_entity;
use super::near::near_names;

/// Which statements the user wants.
#[derive(Debug, Args)]
pub struct Scope {
    /// Only what is said about this entity: its name, one of its other names, or its IRI
    #[arg(long, value_name = "ENTITY")]
    about: Option<String>,
    /// Only statements of this relation; may be repeated
    #[arg(long, value_name = "NAME")]
    relation: Vec<String>,
    /// Only statements that are as sure as this, from 0 to 1
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    min_confidence: Option<Confidence>,
}

impl Scope {
    /// Whether nothing is left out.
    pub fn is_all(&self) -> bool {
        self.about.is_none() && self.relation.is_empty() && self.min_confidence.is_none()
    }

    /// The entity that is asked for, as the user names it.
    pub fn about(&self) -> Option<String> {
        self.about.clone()
    }

    /// The selection that is meant; entities may be `hops` statements away from the one named.
    ///
    /// # Errors
    /// Returns an error for a name that the story does not have, with those that are near.
    pub fn selection(
        &self,
        story: &Story,
        namespaces: &Namespaces,
        hops: usize,
    ) -> anyhow::Result<Selection> {
        let about = match &self.about {
            Some(name) => Some((find_entity(story, namespaces, name)?.id.clone(), hops)),
            None => None,
        };
        for relation in &self.relation {
            check_relation(relation, story)?;
        }
        let relations = self.relation.iter().cloned().collect();
        Ok(Selection { about, relations, least_confidence: self.min_confidence })
    }
}

/// Which part of which graph is looked at.
#[derive(Debug, Args)]
pub struct PartArguments {
    #[command(flatten)]
    scope: Scope,
    #[command(flatten)]
    graph: GraphFolder,
}

impl PartArguments {
    /// The whole graph, and the part of its story that is asked for.
    ///
    /// # Errors
    /// Returns an error where the folder has no graph, or the story lacks a name.
    pub fn part(&self) -> anyhow::Result<(Dataset, Story)> {
        let (dataset, story) = self.graph.story()?;
        let selection = self.scope.selection(&story, &Namespaces::of(&dataset), 1)?;
        Ok((dataset, selection.of(story)))
    }
}

fn check_relation(relation: &str, story: &Story) -> anyhow::Result<()> {
    let known: BTreeSet<&str> =
        story.statements.iter().map(|statement| statement.relation.as_ref()).collect();
    if known.contains(relation) {
        return Ok(());
    }
    let near = near_names(relation, known.iter().copied());
    let names = if near.is_empty() { known.into_iter().collect() } else { near };
    bail!("no statement of the graph has the relation {relation:?}; it has {}", names.join(", "))
}
