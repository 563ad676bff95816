"""Trees and tags from scores; without torch there is nothing to test."""
import itertools

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("torch")

from reader.decode import tree, viterbi  # noqa: E402


def is_tree(heads):
    for start in range(1, len(heads) + 1):
        seen, node = set(), start
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


def test_heads_are_a_tree_with_one_root():
    rng = np.random.default_rng(3)
    for _ in range(60):
        count = int(rng.integers(1, 5))
        scores = rng.normal(size=(count, count + 1))
        heads = tree(scores)
        assert is_tree(heads)
        assert (heads == 0).sum() == 1
        possible = [
            h for h in itertools.product(range(count + 1), repeat=count)
            if is_tree(h) and all(x != i + 1 for i, x in enumerate(h))
        ]  # fmt: skip
        best = max(possible, key=lambda h: scores[np.arange(count), list(h)].sum())
        if best.count(0) == 1:
            assert heads.tolist() == list(best)


def test_viterbi_obeys_the_moves():
    moves = np.array([[0.0, 0.0], [-1e4, 0.0]])
    assert viterbi(np.array([[0.0, 2.0], [1.5, 0.0]]), moves, np.zeros(2)) == [1, 1]
