"""Numbers written out by num2words are read back: all below 10,000 and a sample up to a million."""

from __future__ import annotations

import pytest

import musnad

num2words = pytest.importorskip("num2words").num2words


def test_numbers_in_words_are_read_back() -> None:
    numbers = [*range(10_000), *range(10_000, 1_000_000, 977), 1_000_000]
    wrong = {}
    for number in numbers:
        written = num2words(number, lang="ar")
        found = [one.value for one in musnad.numbers(written)]
        if found != [float(number)]:
            wrong[number] = (written, found)
    assert not wrong
