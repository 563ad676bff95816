"""Exports as the libraries of their formats read them, and the words at the offsets that they give."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

import musnad
from musnad.export import FORMATS, acled, brat, conllu, ftm, plover, polecat, timeml, webannotation, write
from musnad.export._article import country

DOCUMENTS: list[dict[str, Any]] = [
    {
        "id": "niger/1",
        "text": (
            "قتلى في قصف على بلدة حدودية\r\n"
            "نيامي 3-2 (اف ب) - قال متحدث عسكري إن طائرات الجيش قصفت أمس الأول مواقع للمسلحين قرب بلدة ديفا، "
            "ما أسفر عن مقتل سبعة مسلحين وإصابة 12 آخرين على الأقل.\r\n"
            'ونفى شهود عيان لرويترز وقوع ضحايا مدنيين، وقالوا إن "القصف استمر\nساعتين" وإن 30 أسرة نزحت.\n'
            "ودعت الأمم المتحدة جميع الأطراف إلى وقف إطلاق النار.\n"
        ),
        "published_at": "2020-02-03T08:30:00Z",
        "source": "صحيفة البلد",
        "url": "https://example.org/niger/1?a=b&c=d",
    },
    {
        "id": "sirte",
        "text": (
            "😀 قتل 19 مدنيا <أمس> في قصف للجيش الليبي على بلدة قرب سرت & أصيب 3 آخرون.\n"
            "وقد تظاهر المئات اليوم في طرابلس احتجاجا، واعتقلت الشرطة عشرة منهم.\n"
            "والتقى وزير الخارجية المصري سامح شكري نظيره الفرنسي في القاهرة الثلاثاء، وسيزور باريس غدا."
        ),
        "published_at": "2020-06-11",
        "source": "وكالة",
    },
    {"id": "empty of events", "text": "\u0001 طقس معتدل اليوم.\u2028", "published_at": None},
]  # fmt: skip


@pytest.fixture(scope="module")
def pairs() -> list[tuple[musnad.Extraction, dict[str, Any]]]:
    found = list(musnad.extract_many(DOCUMENTS, layers=list(musnad.Layer)))
    assert sum(len(x.events) for x in found) >= 6
    return list(zip(found, DOCUMENTS, strict=True))


def all_spans(value: Any) -> list[dict[str, Any]]:
    """Everything with offsets in a JSON value."""
    if isinstance(value, dict):
        here = [value] if "start" in value and "end" in value else []
        return here + [span for part in value.values() for span in all_spans(part)]
    return [span for part in value for span in all_spans(part)] if isinstance(value, list) else []


def test_plover_records_fit_the_schema_and_point_at_their_words(pairs: list[Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(plover.SCHEMA, format_checker=jsonschema.FormatChecker())
    validator.check_schema(plover.SCHEMA)
    found = [json.loads(line) for line in plover.lines(pairs)]
    assert len(found) == sum(len(x.events) for x, _ in pairs)
    for record in found:
        validator.validate(record)
    texts = {x.document_id: x.text for x, _ in pairs}
    for record in found:
        text = texts[record["id"].rpartition("-")[0]]
        for span in all_spans(record):
            words = span.get("text") or span.get("entity_text") or span.get("extracted_place") or record["event_text"]
            assert text[span["start"] : span["end"]] == words
    first = found[0]
    assert first["cite_info"]["url"] == DOCUMENTS[0]["url"]
    assert first["cite_info"]["publication"] == "صحيفة البلد"
    assert any(record.get("size", {}).get("dead", {}).get("min") == 19 for record in found)
    assert any(record.get("event_loc", {}).get("resolved_place") == "Tripoli" for record in found)
    assert {record["quad_code"] for record in found} > {"material_conflict"}


def test_plover_says_what_did_not_happen_yet(pairs: list[Any]) -> None:
    modes = {record["status"]: record.get("auxiliary_mode") for pair in pairs for record in plover.records(pair)}
    assert modes["occurred"] is None
    assert {modes.get("planned", "future"), modes.get("demanded", "hypothetical")} == {"future", "hypothetical"}
    assert all(
        record["status"] == "occurred" for pair in pairs for record in plover.records(pair, statuses=["OCCURRED"])
    )


def test_polecat_has_forty_columns_that_csv_reads_back(pairs: list[Any]) -> None:
    assert len(polecat.COLUMNS) == len(set(polecat.COLUMNS)) == 40
    page = "".join(f"{line}\n" for line in polecat.lines(pairs))
    rows = list(csv.DictReader(io.StringIO(page), delimiter="\t"))
    assert len(rows) == sum(1 for x, _ in pairs for event in x.events if event.status == "OCCURRED")
    assert all(None not in row and all(value for value in row.values()) for row in rows)
    texts = {x.document_id: x.text for x, _ in pairs}
    for row in rows:
        text = texts[row["Event ID"].rpartition("-")[0]]
        for column in ("Actor Name Raw", "Recipient Name Raw", "Raw Placename"):
            assert row[column] == "None" or all(words in text for words in row[column].split("; "))
    tripoli = next(row for row in rows if row["Placename"] == "Tripoli")
    assert (tripoli["Country"], tripoli["Language"], tripoli["Publication Date"]) == ("LBY", "ara", "2020-06-11")
    assert (tripoli["Quad Code"], tripoli["Event Mode"], tripoli["City"]) == ("MATERIAL CONFLICT", "demo", "Tripoli")
    assert any(row["Actor COW"].startswith("651") for row in rows)


def test_acled_rows_have_its_columns_and_codes(pairs: list[Any]) -> None:
    assert len(acled.COLUMNS) == 31
    page = "".join(f"{line}\r\n" for line in acled.lines(pairs))
    rows = list(csv.DictReader(io.StringIO(page)))
    assert rows
    for row in rows:
        assert row["event_type"]
        assert row["event_date"].startswith(row["year"])
        assert row["time_precision"] in "123"
        assert row["fatalities"].isdigit()
        assert row["notes"]
    assert any(
        (row["fatalities"], row["event_date"], row["time_precision"]) == ("19", "2020-06-10", "1") for row in rows
    )
    protest = next(row for row in rows if row["event_type"] == "Protests")
    assert (protest["inter1"], protest["disorder_type"]) == ("Protesters", "Demonstrations")
    assert (protest["iso"], protest["country"], protest["region"]) == ("434", "Libya", "Northern Africa")
    assert (protest["location"], protest["geo_precision"], protest["event_date"]) == ("Tripoli", "1", "2020-06-11")


def test_a_table_of_countries_that_is_whole() -> None:
    libya = country("LBY")
    assert libya is not None
    assert (libya.alpha2, libya.cow, libya.name) == ("LY", "620", "Libya")
    assert country("???") is None


def test_followthemoney_takes_every_value(pairs: list[Any]) -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    found = [json.loads(line) for line in ftm.lines(pairs)]
    assert {entity["schema"] for entity in found} >= {"Article", "Event", "Address", "Mention", "Person"}
    for entity in found:
        # Cleaning drops what is not of a property's type; here it drops nothing.
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        cleaned = proxy.to_dict()["properties"]
        assert set(cleaned) == set(entity["properties"])
        for name, values in entity["properties"].items():
            if name not in (
                "latitude",
                "longitude",
                "bodyText",
                "publishedAt",
                "title",
                "name",
                "summary",
                "namesMentioned",
            ):
                assert sorted(cleaned[name]) == sorted(values), name
    ids = {entity["id"] for entity in found}
    for entity in found:
        for name in ("organizer", "involved", "addressEntity", "proof", "document", "resolved"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_followthemoney_has_the_words_beside_it(pairs: list[Any]) -> None:
    for pair in pairs:
        ids = {entity["id"] for entity in ftm.entities(pair, statuses=None)}
        for span in ftm.spans(pair):
            assert span["id"] in ids
            assert pair[0].text[span["start"] : span["end"]] == span["text"]


def test_geojson_is_valid(pairs: list[Any]) -> None:
    geojson = pytest.importorskip("geojson", reason="geojson is not installed")
    collection = geojson.loads(json.dumps(musnad.feature_collection(x for x, _ in pairs)))
    assert collection.is_valid
    assert len(collection["features"]) >= 4


def test_conllu_is_what_the_command_writes(pairs: list[Any], command: str, tmp_path: Path) -> None:
    documents = tmp_path / "documents.jsonl"
    documents.write_text("".join(json.dumps(document) + "\n" for document in DOCUMENTS), encoding="utf-8")
    run = subprocess.run(
        [command, "extract", "--format", "conllu", str(documents)],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert "".join(conllu.page(pair) for pair in pairs) == run.stdout


def test_conllu_points_at_its_words(pairs: list[Any]) -> None:
    library = pytest.importorskip("conllu")
    for x, document in pairs:
        for sentence in library.parse(conllu.page((x, document))):
            assert sentence.to_tree().token["deprel"] == "root"
            tokens = [token for token in sentence if isinstance(token["id"], tuple)]
            alone = [token for token in sentence if isinstance(token["id"], int)]
            inside = {number for token in tokens for number in range(token["id"][0], token["id"][2] + 1)}
            for token in [*tokens, *(token for token in alone if token["id"] not in inside)]:
                words = x.text[int(token["misc"]["start_char"]) : int(token["misc"]["end_char"])]
                assert words == token["form"] or not words.isprintable()


def test_conllu_needs_words() -> None:
    with pytest.raises(musnad.InvalidArgument, match="layers"):
        conllu.page(musnad.extract("وصل الوفد."))


def annotations(page: str) -> dict[str, tuple[str, list[tuple[int, int]], str]]:
    """The ``T`` lines of a standoff file: type, pieces and text."""
    found = {}
    for line in page.splitlines():
        if line.startswith("T"):
            name, middle, text = line.split("\t")
            kind, _, places = middle.partition(" ")
            pieces = [tuple(map(int, piece.split(" "))) for piece in places.split(";")]
            found[name] = (kind, pieces, text)
    return found  # type: ignore[return-value]


def test_brat_points_at_its_words(pairs: list[Any]) -> None:
    for pair in pairs:
        page = brat.standoff(pair)
        spans = annotations(page)
        for _, pieces, text in spans.values():
            assert " ".join(pair[0].text[start:end] for start, end in pieces) == text
            assert not any("\n" in pair[0].text[start:end] for start, end in pieces)
        names = set(spans)
        for line in page.splitlines():
            name, middle = line.split("\t")[:2]
            if line.startswith("E"):
                for part in middle.split():
                    target = part.rpartition(":")[2]
                    assert target in names, line
                names.add(name)
            elif line.startswith(("A", "N", "#")):
                assert middle.split()[1] in names
            elif line.startswith("*"):
                assert set(middle.split()[1:]) <= names
    assert "Actor" in brat.standoff(pairs[1])


def test_brat_knows_every_type_that_is_written(pairs: list[Any]) -> None:
    types = {line.split("\t")[0] for line in brat.CONFIGURATION.splitlines()}
    for pair in pairs:
        assert {kind for kind, _, _ in annotations(brat.standoff(pair)).values()} <= types
    values = {
        line.split("\t")[0]: set(line.partition("Value:")[2].split("|"))
        for line in brat.CONFIGURATION.splitlines()
        if "Value:" in line
    }
    for line in brat.standoff(pairs[0]).splitlines():
        if line.startswith("A"):
            name, _, value = line.split("\t")[1].split(" ")
            assert value in values[name]


# What the W3C recommendation says must be there.
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "motivation", "body", "target"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["identifying", "tagging", "classifying", "describing"]},
        "body": {
            "type": "array",
            "items": {
                "oneOf": [
                    {"required": ["value"], "properties": {"type": {"const": "TextualBody"}}},
                    {"required": ["source"], "properties": {"type": {"const": "SpecificResource"}}},
                ]
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {"required": ["start", "end"], "properties": {"type": {"const": "TextPositionSelector"}}},
                        {"required": ["exact"], "properties": {"type": {"const": "TextQuoteSelector"}}},
                    ],
                }
            },
        },
    },
}


def test_web_annotations_fit_the_model_and_both_selectors_agree(pairs: list[Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(ANNOTATION)
    for x, document in pairs:
        page = webannotation.page((x, document))
        assert (page["@context"], page["type"]) == (webannotation.CONTEXT, "AnnotationPage")
        ids = [annotation["id"] for annotation in page["items"]]
        assert len(set(ids)) == len(ids)
        for annotation in page["items"]:
            validator.validate(annotation)
            position, quoted = annotation["target"]["selector"]
            assert x.text[position["start"] : position["end"]] == quoted["exact"]
            around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
            assert x.text.index(around) + len(quoted["prefix"]) == position["start"]
    target = webannotation.page(pairs[0])["items"][0]["target"]
    assert target["source"] == DOCUMENTS[0]["url"]


# The part of TimeML 1.2.1 that is written, from its specification.
TIMEML = """
<!ELEMENT TimeML (DOCID, DCT, TEXT, MAKEINSTANCE*, TLINK*, SLINK*)>
<!ELEMENT DOCID (#PCDATA)>
<!ELEMENT DCT (TIMEX3)>
<!ELEMENT TEXT (#PCDATA | TIMEX3 | EVENT)*>
<!ELEMENT TIMEX3 (#PCDATA)>
<!ATTLIST TIMEX3 tid ID #REQUIRED type (DATE | TIME | DURATION | SET) #REQUIRED value NMTOKEN #REQUIRED
  mod (BEFORE | AFTER | ON_OR_BEFORE | ON_OR_AFTER | LESS_THAN | MORE_THAN | EQUAL_OR_LESS | EQUAL_OR_MORE | START | MID
       | END | APPROX) #IMPLIED
  temporalFunction (true | false) "false" functionInDocument (CREATION_TIME | PUBLICATION_TIME | NONE) "NONE">
<!ELEMENT EVENT (#PCDATA)>
<!ATTLIST EVENT eid ID #REQUIRED class (OCCURRENCE | PERCEPTION | REPORTING | ASPECTUAL | STATE | I_STATE | I_ACTION) #REQUIRED>
<!ELEMENT MAKEINSTANCE EMPTY>
<!ATTLIST MAKEINSTANCE eiid ID #REQUIRED eventID IDREF #REQUIRED
  pos (ADJECTIVE | NOUN | VERB | PREPOSITION | OTHER) #REQUIRED
  tense (FUTURE | INFINITIVE | PAST | PASTPART | PRESENT | PRESPART | NONE) #REQUIRED
  aspect (PROGRESSIVE | PERFECTIVE | PERFECTIVE_PROGRESSIVE | NONE) #REQUIRED
  polarity (NEG | POS) "POS" modality CDATA #IMPLIED>
<!ELEMENT TLINK EMPTY>
<!ATTLIST TLINK lid ID #IMPLIED eventInstanceID IDREF #IMPLIED relatedToTime IDREF #IMPLIED
  relType (BEFORE | AFTER | INCLUDES | IS_INCLUDED | DURING | SIMULTANEOUS | IDENTITY | BEGINS | ENDS) #REQUIRED>
<!ELEMENT SLINK EMPTY>
<!ATTLIST SLINK lid ID #IMPLIED eventInstanceID IDREF #IMPLIED subordinatedEventInstance IDREF #REQUIRED
  relType (MODAL | EVIDENTIAL | NEG_EVIDENTIAL | FACTIVE | COUNTER_FACTIVE | CONDITIONAL) #REQUIRED>
"""


def test_timeml_is_valid_and_its_text_is_the_articles(pairs: list[Any]) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    dtd = etree.DTD(io.StringIO(TIMEML))
    links = 0
    for x, document in pairs:
        root = etree.fromstring(timeml.document((x, document)).encode())
        assert dtd.validate(root), dtd.error_log
        text = root.find("TEXT")
        words = "".join(text.itertext())
        assert words == x.text.replace("\u0001", "\ufffd")
        at = len(text.text or "")
        spans = {time.span.start: time.span.text for time in x.times}
        spans |= {event.trigger.start: event.trigger.text for event in x.events}
        spans |= {statement.cue.start: statement.cue.text for statement in x.statements}
        for element in text:
            assert spans[at] == element.text
            at += len(element.text) + len(element.tail or "")
        links += len(root.findall("TLINK")) + len(root.findall("SLINK"))
    assert links >= 3


def test_every_format_becomes_files(pairs: list[Any], tmp_path: Path) -> None:
    for format in FORMATS:
        done = write(iter(pairs), format, tmp_path / format)
        assert (done.path, done.documents) == (tmp_path / format, 3)
        assert done.path.exists()
    assert not list(tmp_path.glob("*.part"))
    stems = sorted(path.stem for path in (tmp_path / "brat").glob("*.ann"))
    assert stems == ["empty_of_events", "niger_1", "sirte"]
    assert (tmp_path / "brat/niger_1.txt").read_bytes().decode() == DOCUMENTS[0]["text"]


def test_documents_of_one_name_are_not_written_over(tmp_path: Path) -> None:
    both = [musnad.extract(text, id="a") for text in ("وصل الوفد.", "غادر الوفد.", "غادر الوفد.")]
    write(both, "brat", tmp_path)
    assert len(list(tmp_path.glob("*.ann"))) == 3


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(musnad.InvalidArgument, match="plover, polecat"):
        write([], "excel", tmp_path / "a")  # type: ignore[arg-type]


def test_a_corpus_is_exported_and_says_what_it_could_not_read(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    corpus = musnad.Corpus.from_documents([*DOCUMENTS, {"id": "bad", "text": ""}])
    done = corpus.export("conllu", tmp_path / "all.conllu")
    assert done.documents == 3
    assert [error.document_id for error in done.errors] == ["bad"]
    assert (tmp_path / "all.conllu").read_text(encoding="utf-8").count("# newdoc") == 3


def test_the_command_tells_what_it_could_not_read(tmp_path: Path) -> None:
    file = tmp_path / "documents.jsonl"
    lines = [*map(json.dumps, DOCUMENTS), "", json.dumps({"text": ""})]
    file.write_text("\n".join(lines), encoding="utf-8")
    output = tmp_path / "out.tsv"
    command = [sys.executable, "-W", "error", "-m", "musnad.export", "polecat", str(file), "-o", str(output)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "documents.jsonl:5: document.text is empty" in run.stderr
    assert output.read_text(encoding="utf-8").startswith("Event ID\t")
    file.write_text("{", encoding="utf-8")
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "documents.jsonl:1 is no JSON" in run.stderr


@pytest.mark.skipif(not (ROOT / "docs/exports.md").exists(), reason="only in a clone")
def test_the_program_of_the_documentation_runs(tmp_path: Path) -> None:
    page = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)
    command = [sys.executable, "-W", "error", "-c", program]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (0, "ASSAULT\n"), run.stderr
    assert (tmp_path / "events.tsv").exists()
    assert {f"| `{name}` |" in page for name in FORMATS} == {True}
