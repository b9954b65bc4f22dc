//! Which entities matter most, for pictures that cannot show all of them.
//!
//! PageRank (Brin and Page 1998) over the undirected graph, weighted by the number of articles that state an edge: who is
//! tied to whom matters here, not who stands as subject. petgraph's own `page_rank` takes time quadratic in
//! the number of nodes and knows no weights, so the power iteration is done here over petgraph's adjacency.

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::unionfind::UnionFind;
use petgraph::visit::EdgeRef;

use super::view::View;

const DAMPING: f64 = 0.85;
const ROUNDS: usize = 40;
/// A cut never goes below this many nodes.
const FEWEST: usize = 12;

/// The view as an undirected graph whose weights count articles; node indices are the view's.
pub fn graph(view: &View) -> UnGraph<(), f64> {
    let mut graph = UnGraph::with_capacity(view.nodes.len(), view.edges.len());
    for _ in &view.nodes {
        graph.add_node(());
    }
    for edge in &view.edges {
        graph.add_edge(NodeIndex::new(edge.subject), NodeIndex::new(edge.object), edge.articles as f64);
    }
    graph
}

/// The weight of each node, in node order; the sum is at most 1.
pub fn centrality(graph: &UnGraph<(), f64>) -> Vec<f64> {
    let count = graph.node_count();
    let strength: Vec<f64> =
        graph.node_indices().map(|node| graph.edges(node).map(|edge| edge.weight()).sum()).collect();
    let mut rank = vec![1.0 / count.max(1) as f64; count];
    for _ in 0..ROUNDS {
        rank = graph
            .node_indices()
            .map(|node| {
                let received: f64 = graph
                    .edges(node)
                    .map(|edge| {
                        let other = if edge.source() == node { edge.target() } else { edge.source() };
                        rank[other.index()] * edge.weight() / strength[other.index()]
                    })
                    .sum();
                (1.0 - DAMPING) / count as f64 + DAMPING * received
            })
            .collect();
    }
    rank
}

/// The number of nodes in each node's connected component.
fn component_sizes(graph: &UnGraph<(), f64>) -> Vec<usize> {
    let mut sets = UnionFind::<usize>::new(graph.node_count());
    for edge in graph.edge_references() {
        sets.union(edge.source().index(), edge.target().index());
    }
    let roots = sets.into_labeling();
    let mut sizes = vec![0; roots.len()];
    roots.iter().for_each(|&root| sizes[root] += 1);
    roots.iter().map(|&root| sizes[root]).collect()
}

/// The view cut to its most central nodes: at most so many, and so few that not many more edges than `most_edges`
/// remain. What the cut leaves without any edge is dropped too.
pub fn most_central(view: &View, most_nodes: usize, most_edges: usize) -> View {
    if view.nodes.len() <= most_nodes && view.edges.len() <= most_edges {
        return view.clone();
    }
    let graph = graph(view);
    // Within a pair of its own every node ranks as high as the average: large components must count for more.
    let rank: Vec<f64> = centrality(&graph)
        .iter()
        .zip(component_sizes(&graph))
        .map(|(rank, size)| rank * size as f64)
        .collect();
    let mut order: Vec<usize> = (0..view.nodes.len()).collect();
    order.sort_by(|&a, &b| rank[b].total_cmp(&rank[a]).then(a.cmp(&b)));
    let mut limit = most_nodes.min(order.len());
    loop {
        let cut = view.restrict(&tied(view, &order[..limit]));
        // A few nodes with many edges are worth showing; no edges at all are not.
        if cut.edges.len() <= most_edges || limit <= FEWEST {
            return cut;
        }
        limit = (limit - limit / 10 - 1).max(FEWEST);
    }
}

/// Those of the chosen nodes that have an edge to another one, in the view's order.
fn tied(view: &View, chosen: &[usize]) -> Vec<usize> {
    let mut is_chosen = vec![false; view.nodes.len()];
    chosen.iter().for_each(|&node| is_chosen[node] = true);
    let mut is_tied = vec![false; view.nodes.len()];
    for edge in view.edges.iter().filter(|edge| is_chosen[edge.subject] && is_chosen[edge.object]) {
        is_tied[edge.subject] = true;
        is_tied[edge.object] = true;
    }
    (0..view.nodes.len()).filter(|&node| is_tied[node]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::kind::Kind;
    use crate::picture::view::{Edge, Node};

    fn node(index: usize) -> Node {
        Node { id: index.to_string(), label: index.to_string(), class: String::new(), notes: Vec::new() }
    }

    fn edge(subject: usize, object: usize, articles: usize) -> Edge {
        let (label, evidence) = (String::new(), Vec::new());
        Edge { subject, object, label, kind: Kind::Stated, symmetric: false, articles, evidence }
    }

    #[test]
    fn the_hub_and_its_strongest_neighbours_stay() {
        let edges = (1..10).map(|other| edge(0, other, if other % 3 == 0 { 5 } else { 1 })).collect();
        let view = View { nodes: (0..11).map(node).collect(), edges, ..View::default() };
        let cut = most_central(&view, 4, 100);
        let kept: Vec<&str> = cut.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!((kept, cut.left_out), (vec!["0", "3", "6", "9"], 7));
        assert_eq!(most_central(&view, 11, 100), view);
    }

    #[test]
    fn dense_graphs_are_cut_to_fewer_nodes() {
        let pairs = (0..40).flat_map(|one| (0..one).map(move |other| edge(one, other, 1)));
        let view = View { nodes: (0..40).map(node).collect(), edges: pairs.collect(), ..View::default() };
        let cut = most_central(&view, 80, 150);
        assert!(cut.edges.len() <= 150 && cut.nodes.len() > FEWEST, "{}", cut.nodes.len());
    }
}
