"""When and how often a call is tried again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from ._errors import InvalidArgument, MusnadError, ResourceExhausted, Unavailable

__all__ = ["Retry"]


@dataclass(frozen=True, slots=True)
class Retry:
    """Calls that fail because the server is away or full are tried again, after a wait that doubles.

    Only :class:`Unavailable` and :class:`ResourceExhausted` are: reading a document twice does no harm, and other errors
    stay what they are. A server that says when to come again (``RetryInfo``) is waited for at least so long. A timeout
    holds for all tries together.

    >>> from musnad import Retry
    >>> [Retry(jitter=0).delay(tried) for tried in range(1, 5)]
    [0.1, 0.2, 0.4, 0.8]
    """

    attempts: int = 8
    """Tries in a row, the first included; 1 is never again. A stream that has gone on begins to count anew."""
    first: float = 0.1
    """Seconds before the second try."""
    longest: float = 10.0
    """Most seconds between two tries."""
    jitter: float = 0.2
    """Part of a wait that is left to chance, so that callers do not come back all at once."""

    def __post_init__(self) -> None:
        if self.attempts < 1 or self.first < 0 or self.longest < 0 or not 0 <= self.jitter <= 1:
            raise InvalidArgument("a Retry has 1 attempt or more, no negative wait, and a jitter from 0 to 1", "retry")

    def delay(self, tried: int, asked: float | None = None) -> float:
        """Seconds before the next try, after so many; ``asked`` is what the server asks for."""
        # The exponent has a bound so that the number has one.
        wait = min(self.longest, self.first * 2.0 ** min(tried - 1, 60))
        if asked is not None:
            wait = max(wait, asked)
        return wait * (1 + self.jitter * random.random())


NEVER = Retry(attempts=1)


class Tries:
    """The tries of one call."""

    def __init__(self, retry: Retry, timeout: float | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._retry = retry
        self._clock = clock
        self._end = None if timeout is None else clock() + timeout
        self._tried = 0

    def left(self) -> float | None:
        """Seconds until the deadline of the call."""
        return None if self._end is None else max(0.0, self._end - self._clock())

    def went_on(self) -> None:
        """Something was achieved: what fails next, fails for the first time."""
        self._tried = 0

    def wait_after(self, error: MusnadError) -> float:
        """Seconds to wait after a failure; raises it where waiting does not help."""
        self._tried += 1
        if not isinstance(error, (Unavailable, ResourceExhausted)) or self._tried >= self._retry.attempts:
            raise error
        asked = error.retry_delay if isinstance(error, ResourceExhausted) else None
        wait = self._retry.delay(self._tried, asked)
        left = self.left()
        if left is not None and wait >= left:
            raise error
        return wait
