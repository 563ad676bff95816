"""TimeML: the article with ``TIMEX3`` and ``EVENT`` in it, instances, and links of time and of who says so.

Time expressions are ``TIMEX3``; triggers are ``EVENT`` of class ``OCCURRENCE``, cues of saying of class ``REPORTING``. A ``TLINK``
ties an event to the expression that dates it, an ``SLINK`` a saying to what is said (``NEG_EVIDENTIAL`` where it is denied).
The text inside ``TEXT`` is the article's, letter for letter. TimeML cannot write a trigger inside a time expression: such a
one is left out, and a comment says which. Characters that XML cannot hold become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from .._enums import ArgumentRole, EventStatus, Stance
from .._records import Event, Span
from ._article import Article, Item, article, one_line

__all__ = ["document"]

# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CREATED = "t0"


class _Tag(NamedTuple):
    start: int
    end: int
    open: str
    close: str
    id: str


def document(item: Item) -> str:
    """The article as a TimeML document.

    >>> import musnad
    >>> x = musnad.extract("وصل الوفد أمس.", published_at="2020-06-11", layers=["times"])
    >>> '<TIMEX3 tid="t1" type="DATE" value="2020-06-10">أمس</TIMEX3>' in document((x, {"published_at": "2020-06-11"}))
    True
    """
    about = article(item)
    tags, dropped = _fitting(_tags(about))
    written = {tag.id for tag in tags}
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n',
        f"<DOCID>{_text(one_line(about.id))}</DOCID>\n",
        f"<DCT>{_creation(about)}</DCT>\n",
        f"<TEXT>{_marked(about.x.text, tags)}</TEXT>\n",
        *(f"<!-- {tag.id} ({tag.start}-{tag.end}) crosses another tag and is left out -->\n" for tag in dropped),
        *(f"{line}\n" for line in _instances(about, written)),
        *(f"{line}\n" for line in _links(about, written)),
        "</TimeML>\n",
    ]
    return "".join(parts)


def _attributes(**values: object) -> str:
    return "".join(
        f" {name}={quoteattr(_clean(str(value)))}" for name, value in values.items() if value not in (None, "")
    )


def _tags(about: Article) -> Iterable[_Tag]:
    for number, time in enumerate(about.x.times, 1):
        head = _attributes(tid=f"t{number}", type=time.kind, value=time.value, mod=time.mod)
        yield _Tag(time.span.start, time.span.end, f"<TIMEX3{head}>", "</TIMEX3>", f"t{number}")
    seen = set()
    for id, span, kind in _triggers(about):
        if (span.start, span.end) in seen:
            # A verb that is an event and the cue of a statement: the event is written.
            continue
        seen.add((span.start, span.end))
        yield _Tag(span.start, span.end, f"<EVENT{_attributes(eid=id, **{'class': kind})}>", "</EVENT>", id)


def _triggers(about: Article) -> Iterable[tuple[str, Span, str]]:
    for event in about.x.events:
        yield event.id, event.trigger, "OCCURRENCE"
    for statement in about.x.statements:
        if re.search(r"\w", statement.cue.text):
            yield statement.id, statement.cue, "REPORTING"


def _fitting(tags: Iterable[_Tag]) -> tuple[list[_Tag], list[_Tag]]:
    """Tags that do not overlap, in the order of the text, and the others. Expressions of time come before events."""
    taken: list[_Tag] = []
    dropped: list[_Tag] = []
    for tag in tags:
        overlaps = any(tag.start < other.end and other.start < tag.end for other in taken)
        (dropped if overlaps or tag.start == tag.end else taken).append(tag)
    return sorted(taken), dropped


def _marked(text: str, tags: Iterable[_Tag]) -> str:
    parts = []
    at = 0
    for tag in tags:
        parts += [_text(text[at : tag.start]), tag.open, _text(text[tag.start : tag.end]), tag.close]
        at = tag.end
    return "".join([*parts, _text(text[at:])])


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def _text(text: str) -> str:
    # A parser reads a bare carriage return as the end of a line.
    return escape(_clean(text), {"\r": "&#13;"})


def _creation(about: Article) -> str:
    day = about.day or "XXXX-XX-XX"
    head = _attributes(
        tid=_CREATED, type="DATE", value=day, temporalFunction="false", functionInDocument="CREATION_TIME"
    )
    return f"<TIMEX3{head}>{day}</TIMEX3>"


def _instances(about: Article, written: set[str]) -> Iterable[str]:
    for event in about.x.events:
        if event.id in written:
            yield _instance(event.id, event.status)
    for statement in about.x.statements:
        if statement.id in written:
            yield _instance(statement.id, EventStatus.OCCURRED)


def _instance(id: str, status: EventStatus) -> str:
    # Tense and aspect are not told apart.
    head = _attributes(
        eiid=f"ei-{id}",
        eventID=id,
        tense="FUTURE" if status is EventStatus.PLANNED else "NONE",
        aspect="NONE",
        pos="OTHER",
        polarity="NEG" if status is EventStatus.NEGATED else "POS",
        modality={EventStatus.POSSIBLE: "POSSIBLE", EventStatus.DEMANDED: "DEMANDED"}.get(status),
    )
    return f"<MAKEINSTANCE{head}/>"


def _links(about: Article, written: set[str]) -> Iterable[str]:
    times = {(time.span.start, time.span.end): f"t{number}" for number, time in enumerate(about.x.times, 1)}
    for event in about.x.events:
        time = _time(event, times)
        if event.id in written and time in written:
            head = _attributes(
                lid=f"l-{event.id}", relType="IS_INCLUDED", eventInstanceID=f"ei-{event.id}", relatedToTime=time
            )
            yield f"<TLINK{head}/>"
    for statement in about.x.statements:
        kind = "NEG_EVIDENTIAL" if statement.stance is Stance.DENY else "EVIDENTIAL"
        for event_id in statement.events:
            if statement.id in written and event_id in written:
                head = _attributes(
                    lid=f"l-{statement.id}-{event_id}",
                    relType=kind,
                    eventInstanceID=f"ei-{statement.id}",
                    subordinatedEventInstance=f"ei-{event_id}",
                )
                yield f"<SLINK{head}/>"


def _time(event: Event, times: dict[tuple[int, int], str]) -> str | None:
    for argument in event.arguments_of(ArgumentRole.TIME):
        if (found := times.get((argument.span.start, argument.span.end))) is not None:
            return found
    return None
