//! `--about`, `--relation` and `--min-confidence`: the part of a story that a command is to look at.

use std::collections::BTreeSet;

use anyhow::{Context, bail};
use clap::Args;

use crate::confidence::Confidence;
use crate::files::asked::{AskedGraph, Part};
use crate::files::folder::GraphFolder;
use crate::graph::{Named, Namespaces, Selection};
use crate::story::Story;

use super::entity::find_entity;
use crate::terminal::near::near_names;

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
        let names = if self.about.is_some() { Named::of_story(story) } else { Vec::new() };
        let relations = story.statements.iter().map(|statement| &*statement.relation).collect();
        self.selection_among(&names, &relations, namespaces, hops)
    }

    fn selection_among(
        &self,
        names: &[Named],
        relations: &BTreeSet<&str>,
        namespaces: &Namespaces,
        hops: usize,
    ) -> anyhow::Result<Selection> {
        let about = self.about.as_ref().map(|name| anyhow::Ok((find_entity(names, namespaces, name)?, hops)));
        for relation in &self.relation {
            check_relation(relation, relations)?;
        }
        let relations = self.relation.iter().cloned().collect();
        Ok(Selection { about: about.transpose()?, relations, least_confidence: self.min_confidence })
    }

    /// The story that is meant, with a graph that has all its vocabulary. Of what is said about one entity no more is read than
    /// that; else it is `whole`.
    ///
    /// # Errors
    /// As [`Self::selection`], and where the folder has no graph.
    pub fn part(
        &self,
        graph: &GraphFolder,
        hops: usize,
        whole: impl FnOnce(&GraphFolder) -> anyhow::Result<Part>,
    ) -> anyhow::Result<Part> {
        if self.about.is_none() {
            let (dataset, story) = whole(graph)?;
            let selection = self.selection(&story, &Namespaces::of(&dataset), hops)?;
            return Ok((dataset, if selection.is_all() { story } else { selection.of(story) }));
        }
        let file = graph.index()?;
        let asked = AskedGraph::new(graph.path(), &file)?;
        let selection =
            self.selection_among(&asked.names()?, &asked.relations()?, &asked.namespaces()?, hops)?;
        let (start, _) = selection.about.as_ref().context("an entity is named")?;
        let (dataset, story) = asked.neighbourhood(start, hops)?;
        Ok((dataset, selection.of(story)))
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
    /// The part of the story that is asked for, without the places where entities are named if it is not about one; and a graph
    /// that has all its vocabulary.
    ///
    /// # Errors
    /// Returns an error where the folder has no graph, or the story lacks a name.
    pub fn part(&self) -> anyhow::Result<Part> {
        self.scope.part(&self.graph, 1, GraphFolder::story_without_mentions)
    }
}

fn check_relation(relation: &str, known: &BTreeSet<&str>) -> anyhow::Result<()> {
    if known.contains(relation) {
        return Ok(());
    }
    let near = near_names(relation, known.iter().copied());
    let names = if near.is_empty() { known.iter().copied().collect() } else { near };
    bail!("no statement of the graph has the relation {relation:?}; it has {}", names.join(", "))
}
