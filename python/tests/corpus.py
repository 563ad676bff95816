"""Reads the cases of ``tests/corpus/**/*.toml`` and compares them with what was found.

A record must exist that has all the given fields. Lists ask for each of their members, ``false`` asks for absence, and
``no_…`` asks that there be no such record. A case that asks for what does not exist is an error, so that no negative
case passes for ever by a slip.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import musnad

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True)
class Expectation:
    """A record that must be there, or must not."""

    kind: str
    negative: bool
    fields: dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A text with what must be found in it."""

    name: str
    """File and name: ``events/attacks: waw_is_split_before_a_verb``."""
    text: str
    published_at: str
    source: str
    expectations: tuple[Expectation, ...]

    @property
    def document(self) -> musnad.Document:
        return musnad.Document(self.text, id=self.name, published_at=self.published_at, source=self.source)

    def failures(self, x: musnad.Extraction, numbers: Iterable[musnad.Number] | None) -> list[str]:
        """What is wrong, in words; ``numbers`` is ``None`` on a surface that has none."""
        failures = []
        for expectation in self.expectations:
            if expectation.kind == "number" and numbers is None:
                continue
            kind = KINDS[expectation.kind]
            records = [kind.read(x, record) for record in kind.records(x, numbers or ())]
            if any(fits(record, expectation.fields) for record in records) == expectation.negative:
                found = "\n".join(f"      {record}" for record in records)
                verb = "unwanted" if expectation.negative else "expected"
                failures.append(
                    f"{self.name}\n    {verb}: {expectation.kind} {expectation.fields}\n    found:\n{found}"
                )
        return failures


def fits(record: dict[str, Any], fields: dict[str, Any]) -> bool:
    return all(agrees(expected, record[name]) for name, expected in fields.items())


def agrees(expected: Any, found: Any) -> bool:
    """Whether a field has what the case asks for."""
    if found is None or found == "" or found == []:
        return expected is False
    if isinstance(expected, bool):
        return False
    if isinstance(found, musnad.Bounds):
        wanted = [None if bound is False else bound for bound in expected]
        return near(wanted[0], found.min) and near(wanted[1], found.max)
    if isinstance(expected, list):
        return all(agrees(one, found) for one in expected)
    if isinstance(found, list):
        return any(agrees(expected, one) for one in found)
    if isinstance(expected, (int, float)):
        return near(expected, found)
    return bool(expected == found)


def near(expected: float | None, found: float | None) -> bool:
    if expected is None or found is None:
        return expected is found
    return isinstance(found, (int, float)) and abs(found - expected) <= 1e-6 * max(1.0, abs(expected))


@dataclass(frozen=True)
class Kind:
    """A kind of record: where its records are, and how a field of a case is read from one."""

    records: Callable[[musnad.Extraction, Iterable[musnad.Number]], Iterable[Any]]
    fields: dict[str, Callable[[musnad.Extraction, Any], Any]]

    def read(self, x: musnad.Extraction, record: Any) -> dict[str, Any]:
        return {name: value(x, record) for name, value in self.fields.items()}


def of(*names: str) -> dict[str, Callable[[musnad.Extraction, Any], Any]]:
    """Fields that are attributes of the record under the same name."""
    return {name: lambda _, record, name=name: getattr(record, name) for name in names}


def words(name: str) -> Callable[[musnad.Extraction, Any], Any]:
    return lambda _, record: getattr(record, name) and getattr(record, name).text


def day(name: str) -> Callable[[musnad.Extraction, Any], Any]:
    return lambda _, record: getattr(record, name) and getattr(record, name).isoformat()


def role(name: str) -> Callable[[musnad.Extraction, Any], Any]:
    return lambda _, event: [argument.text for argument in event.arguments_of(name)]


def harm(name: str) -> Callable[[musnad.Extraction, Any], Any]:
    return lambda _, event: event.casualties and getattr(event.casualties, name)


def attested(wanted: Callable[[musnad.EventStatus], bool]) -> Callable[[musnad.Extraction, Any], Any]:
    """Who says so of an event: by the names of the sources."""

    def sources(x: musnad.Extraction, event: Any) -> list[str]:
        found = [x.statement(attestation.statement) for attestation in event.attestations if wanted(attestation.status)]
        return [statement.source.text for statement in found if statement.source]

    return sources


KINDS: dict[str, Kind] = {
    "event": Kind(
        lambda x, _: x.events,
        {
            **of("type", "mode", "status", "quad", "intensity"),
            "trigger": words("trigger"),
            "actor": role("ACTOR"),
            "recipient": role("RECIPIENT"),
            "place": role("PLACE"),
            "time": role("TIME"),
            "instrument": role("INSTRUMENT"),
            "first_day": lambda _, event: event.when and event.when.first_day.isoformat(),
            "last_day": lambda _, event: event.when and event.when.last_day.isoformat(),
            **{name: harm(name) for name in ("killed", "injured", "missing", "detained", "displaced", "item")},
            "acled": lambda _, event: event.acled and str(event.acled),
            "contexts": lambda _, event: list(event.contexts),
            "lemma": lambda _, event: event.trigger_lemma,
            "revised": lambda _, event: str(event.casualties is not None and event.casualties.revised).lower(),
            "same_as": lambda x, event: [other.trigger.text for other in x.events if other.id == event.same_as],
            "statements": lambda x, event: [statement.cue.text for statement in x.statements_of(event)],
            "affirmed_by": attested(lambda status: status is not musnad.EventStatus.NEGATED),
            "denied_by": attested(lambda status: status is musnad.EventStatus.NEGATED),
        },
    ),
    "name": Kind(
        lambda x, _: [mention for mention in x.mentions if mention.form is musnad.MentionForm.NAME],
        {**of("text", "type"), "title": words("title")},
    ),
    "nominal": Kind(
        lambda x, _: [mention for mention in x.mentions if mention.form is musnad.MentionForm.NOMINAL],
        of("text", "type"),
    ),
    "entity": Kind(
        lambda x, _: x.entities,
        {
            **of("name", "name_en", "type", "country", "geonames", "wikidata", "romanized", "admin1", "admin2", "resolution"),
            "mentions": lambda x, entity: [mention.text for mention in x.mentions_of(entity)],
            "sectors": lambda _, entity: list(entity.sectors),
        },
    ),
    "time": Kind(
        lambda x, _: x.times,
        {**of("text", "kind", "value", "mod", "calendar"), "first_day": day("first_day"), "last_day": day("last_day")},
    ),
    "quantity": Kind(lambda x, _: x.quantities, of("text", "kind", "min", "max", "item", "currency", "unit")),
    "number": Kind(lambda _, numbers: numbers, of("text", "kind", "value", "min", "max")),
    "statement": Kind(
        lambda x, _: x.statements,
        {
            **of("stance", "quotation", "medium"),
            "cue": words("cue"),
            "source": words("source"),
            "via": lambda _, statement: [source.text for source in statement.via],
            "content": words("content"),
            "kind": lambda _, statement: statement.source and statement.source.kind,
            "lemma": lambda _, statement: statement.cue_lemma,
            "events": lambda x, statement: [x.event(id).trigger.text for id in statement.events],
            "speaks_for": lambda x, statement: (
                statement.source and statement.source.speaks_for and x.entity(statement.source.speaks_for).name
            ),
        },
    ),
    "section": Kind(lambda x, _: x.sections, of("text", "kind")),
    "sentence": Kind(lambda x, _: x.sentences, of("text")),
    "word": Kind(
        lambda x, _: [word for token in x.tokens for word in token.words],
        {**of("form", "lemma", "upos", "deprel"), "feats": lambda _, word: [f for f in word.feats.split("|") if f]},
    ),
    "article": Kind(lambda x, _: [x], {"contexts": lambda _, x: list(x.contexts)}),
    "warning": Kind(lambda x, _: x.warnings, {**of("code"), "text": words("span")}),
}


def load(folder: Path) -> Iterator[Case]:
    """Every case below a folder.

    Raises:
        ValueError: a file asks for what does not exist; the message names the case.
    """
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        yield from parse(name, path.read_text(encoding="utf-8"))


def parse(file: str, content: str) -> Iterator[Case]:
    """The cases of one file."""
    for item in tomllib.loads(content)["case"]:
        name = f"{file}: {item['name']}"
        expectations = []
        for key, tables in item.items():
            if key in ("name", "text", "published_at", "source"):
                continue
            negative = key.startswith("no_")
            kind = key.removeprefix("no_")
            kind = "name" if kind == "named" else kind  # `name` is the case's own name
            if kind not in KINDS:
                raise ValueError(f"{name}: unknown key {key!r}")
            for fields in tables:
                unknown = fields.keys() - KINDS[kind].fields.keys()
                if unknown:
                    raise ValueError(f"{name}: {kind} has no field {', '.join(sorted(unknown))}")
                expectations.append(Expectation(kind, negative, fields))
        if not expectations:
            raise ValueError(f"{name}: the case expects nothing, so that it cannot fail")
        yield Case(name, item["text"], item.get("published_at", ""), item.get("source", ""), tuple(expectations))
