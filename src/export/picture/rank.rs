//! Which entities matter most, for pictures that cannot show all of them.
//!
//! PageRank (Brin and Page 1998) over the undirected graph, weighted by the number of articles behind an edge: who is
//! tied to whom matters here, not who stands as subject. petgraph's own `page_rank` takes time quadratic in
//! the number of nodes and knows no weights, so the power iteration is done here over petgraph's adjacency.

use petgraph::graph::{NodeIndex, UnGraph};
use petgraph::visit::EdgeRef;

use super::view::View;

const DAMPING: f64 = 0.85;
const ROUNDS: usize = 40;

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

/// The view cut to its `limit` most central nodes; what the cut leaves without any edge or note is dropped too.
pub fn most_central(view: &View, limit: usize) -> View {
    if view.nodes.len() <= limit {
        return view.clone();
    }
    let rank = centrality(&graph(view));
    let mut order: Vec<usize> = (0..view.nodes.len()).collect();
    order.sort_by(|&a, &b| rank[b].total_cmp(&rank[a]).then(a.cmp(&b)));
    let mut chosen = vec![false; view.nodes.len()];
    for &node in order.iter().take(limit) {
        chosen[node] = true;
    }
    let mut tied = vec![false; view.nodes.len()];
    for edge in view.edges.iter().filter(|edge| chosen[edge.subject] && chosen[edge.object]) {
        tied[edge.subject] = true;
        tied[edge.object] = true;
    }
    let kept: Vec<usize> = (0..view.nodes.len()).filter(|&node| chosen[node] && tied[node]).collect();
    view.restrict(&kept)
}
