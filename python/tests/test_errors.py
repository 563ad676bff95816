"""Exceptions keep what they say through pickle and over process borders."""

from __future__ import annotations

import pickle

import pytest

import musnad

ERRORS = [
    musnad.MusnadError("m", document_id="d"),
    musnad.InvalidArgument("m", "document.text", document_id="d"),
    musnad.InvalidType("m", "document.text"),
    musnad.Unavailable("m"),
    musnad.ResourceExhausted("m", 1.5, document_id="d"),
    musnad.DeadlineExceeded("m"),
    musnad.Cancelled("m"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_pickle(error: musnad.MusnadError) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert back == error
    assert hash(back) == hash(error)
    assert vars(back) == vars(error)
    assert str(back) == back.message == "m"


def test_kinds() -> None:
    assert issubclass(musnad.InvalidArgument, (musnad.MusnadError, ValueError))
    assert issubclass(musnad.InvalidArgument, ValueError)
    assert issubclass(musnad.InvalidType, TypeError)
    assert issubclass(musnad.Unavailable, ConnectionError)
    assert issubclass(musnad.DeadlineExceeded, TimeoutError)
    assert musnad.InvalidArgument("m", "a") != musnad.InvalidArgument("m", "b")
    assert musnad.InvalidArgument("m") != musnad.InvalidType("m")
