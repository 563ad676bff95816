//! The best tree: maximum spanning arborescence with one root (Chu and Liu 1965, Edmonds 1967).
//!
//! One word alone hangs on the root: arcs from the root lose more than all other arcs together can win, so that the best
//! tree has as few of them as a tree can have (Stanojević and Cohen 2021).

/// Heads of the words, numbered from 1; 0 is the root. `scores` has a row for each word: the root first, then each word.
pub(crate) fn best_tree(scores: &[f32], words: usize) -> Vec<usize> {
    let nodes = words + 1;
    if words == 0 || scores.len() != words * nodes {
        return Vec::new();
    }
    let finite = |score: f32| f64::from(if score.is_finite() { score } else { -1e6 });
    let (least, most) = scores.iter().fold((f64::MAX, f64::MIN), |(least, most), score| {
        (least.min(finite(*score)), most.max(finite(*score)))
    });
    let penalty = (most - least + 1.0) * nodes as f64;
    // `arcs[head][dependent]`
    let mut arcs = vec![vec![f64::NEG_INFINITY; nodes]; nodes];
    for (dependent, row) in (1..).zip(scores.chunks_exact(nodes)) {
        for (head, score) in row.iter().enumerate().filter(|(head, _)| *head != dependent) {
            if let Some(arc) = arcs.get_mut(head).and_then(|row| row.get_mut(dependent)) {
                *arc = finite(*score) - if head == 0 { penalty } else { 0.0 };
            }
        }
    }
    let mut heads = arborescence(&mut arcs, nodes);
    heads.remove(0);
    heads
}

/// A cycle that was made one node.
struct Contraction {
    cycle: Vec<usize>,
    /// Head of each node of the cycle before it was one.
    heads: Vec<usize>,
    /// For each head outside the node of the cycle that it would enter, and for each dependent the node that it would
    /// hang on.
    enters: Vec<usize>,
    leaves: Vec<usize>,
}

fn arborescence(arcs: &mut [Vec<f64>], nodes: usize) -> Vec<usize> {
    let mut alive = vec![true; nodes];
    let mut contractions: Vec<Contraction> = Vec::new();
    let mut heads = vec![0; nodes];
    for node in 1..nodes {
        heads[node] = best_head(arcs, &alive, node);
    }
    while let Some(cycle) = cycle(&heads, &alive) {
        let contraction = contract(arcs, &mut alive, &heads, cycle);
        let kept = contraction.cycle[0];
        // Who hung on a node of the cycle hangs on the one that stands for it.
        for node in 1..nodes {
            if alive[node] && node != kept && contraction.cycle.contains(&heads[node]) {
                heads[node] = kept;
            }
        }
        heads[kept] = best_head(arcs, &alive, kept);
        contractions.push(contraction);
    }
    while let Some(contraction) = contractions.pop() {
        expand(&contraction, &mut heads, nodes);
    }
    heads
}

fn best_head(arcs: &[Vec<f64>], alive: &[bool], node: usize) -> usize {
    let mut best = (0, f64::NEG_INFINITY);
    for (head, row) in arcs.iter().enumerate() {
        if alive[head] && head != node && row[node] > best.1 {
            best = (head, row[node]);
        }
    }
    best.0
}

fn cycle(heads: &[usize], alive: &[bool]) -> Option<Vec<usize>> {
    // 0: not seen, 1: on the path, 2: leads to the root.
    let mut seen = vec![0_u8; heads.len()];
    seen[0] = 2;
    for start in (1..heads.len()).filter(|node| alive[*node]) {
        let mut path = Vec::new();
        let mut node = start;
        while seen[node] == 0 {
            seen[node] = 1;
            path.push(node);
            node = heads[node];
        }
        if seen[node] == 1 {
            let from = path.iter().position(|on| *on == node).unwrap_or(0);
            return Some(path.split_off(from));
        }
        for node in path {
            seen[node] = 2;
        }
    }
    None
}

fn contract(arcs: &mut [Vec<f64>], alive: &mut [bool], heads: &[usize], cycle: Vec<usize>) -> Contraction {
    let nodes = arcs.len();
    let kept = cycle[0];
    let inside: Vec<bool> = (0..nodes).map(|node| cycle.contains(&node)).collect();
    let mut enters = vec![kept; nodes];
    let mut leaves = vec![kept; nodes];
    let worth: f64 = cycle.iter().map(|node| arcs[heads[*node]][*node]).sum();
    for other in (0..nodes).filter(|node| alive[*node] && !inside[*node]) {
        let mut entering = (kept, f64::NEG_INFINITY);
        let mut leaving = (kept, f64::NEG_INFINITY);
        for node in &cycle {
            let enter = arcs[other][*node] - arcs[heads[*node]][*node];
            if enter > entering.1 {
                entering = (*node, enter);
            }
            if arcs[*node][other] > leaving.1 {
                leaving = (*node, arcs[*node][other]);
            }
        }
        enters[other] = entering.0;
        leaves[other] = leaving.0;
        arcs[other][kept] = entering.1 + worth;
        arcs[kept][other] = leaving.1;
    }
    for node in cycle.iter().skip(1) {
        alive[*node] = false;
    }
    Contraction {
        heads: cycle.iter().map(|node| heads[*node]).collect(),
        cycle,
        enters,
        leaves,
    }
}

fn expand(contraction: &Contraction, heads: &mut [usize], nodes: usize) {
    let kept = contraction.cycle[0];
    let outside = heads[kept];
    let entered = contraction.enters[outside];
    for node in 1..nodes {
        if heads[node] == kept && !contraction.cycle.contains(&node) {
            heads[node] = contraction.leaves[node];
        }
    }
    for (node, head) in contraction.cycle.iter().zip(&contraction.heads) {
        heads[*node] = if *node == entered { outside } else { *head };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_tree(heads: &[usize]) -> bool {
        heads.iter().filter(|head| **head == 0).count() == 1
            && (0..heads.len()).all(|start| {
                let mut node = start + 1;
                let mut steps = 0;
                while node != 0 && steps <= heads.len() {
                    node = heads[node - 1];
                    steps += 1;
                }
                node == 0
            })
    }

    fn total(scores: &[f32], heads: &[usize]) -> f32 {
        let nodes = heads.len() + 1;
        heads
            .iter()
            .enumerate()
            .map(|(word, head)| scores[word * nodes + head])
            .sum()
    }

    /// The best of all trees, by trying every one.
    fn exhaustive(scores: &[f32], words: usize) -> f32 {
        let nodes = words + 1;
        (0..nodes.pow(words as u32))
            .filter_map(|mut number| {
                let heads: Vec<usize> = (0..words)
                    .map(|_| {
                        let head = number % nodes;
                        number /= nodes;
                        head
                    })
                    .collect();
                is_tree(&heads).then(|| total(scores, &heads))
            })
            .fold(f32::MIN, f32::max)
    }

    proptest! {
        #[test]
        fn it_is_always_a_tree(words in 1_usize..40, scores in prop::collection::vec(-20.0_f32..20.0, 1640)) {
            let heads = best_tree(&scores[..words * (words + 1)], words);
            prop_assert!(is_tree(&heads), "{heads:?}");
        }

        #[test]
        fn equal_and_wild_scores_give_a_tree(words in 1_usize..20, pick in prop::collection::vec(0_usize..4, 420)) {
            let scores: Vec<f32> = pick
                .iter()
                .take(words * (words + 1))
                .map(|pick| [0.0, f32::NAN, f32::NEG_INFINITY, 1e30][*pick])
                .collect();
            let heads = best_tree(&scores, words);
            prop_assert!(is_tree(&heads), "{heads:?}");
        }

        #[test]
        fn no_tree_is_better(words in 1_usize..6, scores in prop::collection::vec(-9.0_f32..9.0, 30)) {
            let scores = &scores[..words * (words + 1)];
            let heads = best_tree(scores, words);
            prop_assert!((total(scores, &heads) - exhaustive(scores, words)).abs() < 1e-3);
        }
    }

    #[test]
    fn no_words_have_no_heads() {
        assert!(best_tree(&[], 0).is_empty());
        assert_eq!(best_tree(&[1.0, 0.0], 1), [0]);
    }
}
