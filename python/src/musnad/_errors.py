"""What can go wrong."""

from __future__ import annotations

__all__ = [
    "Cancelled",
    "DeadlineExceeded",
    "InvalidArgument",
    "InvalidType",
    "MusnadError",
    "ResourceExhausted",
    "Unauthenticated",
    "Unavailable",
]


class MusnadError(Exception):
    """Anything that musnad raises by itself."""

    def __init__(self, message: str, *, document_id: str = "") -> None:
        super().__init__(message)
        self.document_id = document_id
        """``Document.id`` of the document at fault; empty where it has none."""

    @property
    def message(self) -> str:
        """What is wrong and what to do about it."""
        return str(self.args[0])

    def __reduce__(self) -> tuple[object, ...]:
        # The constructors take more than the message, which is all that Exception would keep.
        return (_restore, (type(self), self.args, dict(self.__dict__)))

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.args == other.args and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), self.args))


class InvalidArgument(MusnadError, ValueError):
    """An input is refused: an empty or overlong text, a bad date, an unknown layer.

    >>> import musnad
    >>> try:
    ...     musnad.extract("نص", published_at="11/6/2020")
    ... except musnad.InvalidArgument as error:
    ...     error.field
    'document.published_at'
    """

    def __init__(self, message: str, field: str = "", *, document_id: str = "") -> None:
        super().__init__(message, document_id=document_id)
        self.field = field
        """The field of the contract at fault: ``document.text``."""


class InvalidType(InvalidArgument, TypeError):
    """An input is of a type that cannot be read, such as a number for a text."""


class Unavailable(MusnadError, ConnectionError):
    """The server cannot be reached, is starting or shutting down. Trying again later may help."""


class ResourceExhausted(MusnadError):
    """The server has too many requests. Try again after ``retry_delay``."""

    def __init__(self, message: str, retry_delay: float | None = None, *, document_id: str = "") -> None:
        super().__init__(message, document_id=document_id)
        self.retry_delay = retry_delay
        """Seconds that the server asks to wait, where it says so."""


class Unauthenticated(MusnadError, PermissionError):
    """The server wants a token, and not this one: it is missing, wrong, or was revoked."""


class DeadlineExceeded(MusnadError, TimeoutError):
    """The server did not answer within ``timeout``."""


class Cancelled(MusnadError):
    """The request was cancelled."""


def _restore(kind: type[MusnadError], arguments: tuple[object, ...], attributes: dict[str, object]) -> MusnadError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(attributes)
    return error
