//! Circles of a directed graph: its strongly connected parts of several nodes.

use std::collections::{BTreeMap, BTreeSet};

type Graph<T> = BTreeMap<T, BTreeSet<T>>;

/// The parts in which every node reaches every other, each sorted.
pub fn circles<T: Clone + Ord>(graph: &Graph<T>) -> Vec<BTreeSet<T>> {
    let reached: BTreeMap<&T, BTreeSet<&T>> =
        graph.keys().map(|node| (node, reached(graph, node))).collect();
    let mut found: Vec<BTreeSet<T>> = Vec::new();
    for node in graph.keys().filter(|node| reached[node].contains(node)) {
        if found.iter().any(|circle| circle.contains(node)) {
            continue;
        }
        let back = |one: &&&T| reached.get(**one).is_some_and(|all| all.contains(node));
        found.push(reached[node].iter().filter(back).map(|one| (*one).clone()).collect());
    }
    found
}

fn reached<'a, T: Ord>(graph: &'a Graph<T>, from: &'a T) -> BTreeSet<&'a T> {
    let mut found = BTreeSet::new();
    let mut pending = vec![from];
    while let Some(node) = pending.pop() {
        let next = graph.get(node).into_iter().flatten();
        pending.extend(next.filter(|one| found.insert(*one)));
    }
    found
}
