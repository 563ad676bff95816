"""Own actors and places, roles, and GeoJSON."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

import musnad

TEXT = "قصفت كتيبة الفجر الجديد بلدة تل الزنبق أمس."


def test_own_tables(tmp_path: Path) -> None:
    actors, places = tmp_path / "actors.tsv", tmp_path / "places.tsv"
    actors.write_text("كتيبة الفجر الجديد\tORGANIZATION\tNew Dawn Battalion\tLBY\tREB\n", encoding="utf8")
    places.write_text("تل الزنبق\tLily Hill\tLBY\t31.5\t15.25\n", encoding="utf8")
    extractor = musnad.Extractor(actors=actors, places=str(places))
    names = {entity.name_en for entity in extractor.extract(TEXT).entities}
    assert names == {"New Dawn Battalion", "Lily Hill"}
    assert pickle.loads(pickle.dumps(extractor)) == extractor != musnad.Extractor()


def test_a_bad_table_is_named_with_its_line(tmp_path: Path) -> None:
    table = tmp_path / "places.tsv"
    table.write_text("# mine\nتل الزنبق\tLily Hill\tLBY\t131.5\t15.25\n", encoding="utf8")
    with pytest.raises(musnad.InvalidArgument, match=r"places\.tsv:2: "):
        musnad.Extractor(places=table)
    with pytest.raises(musnad.InvalidArgument, match=r"missing\.tsv"):
        musnad.Extractor(actors=tmp_path / "missing.tsv")


def test_roles_of_a_person() -> None:
    x = musnad.extract("قال وزير الخارجية التركي مولود جاويش أوغلو إن بلاده ستواصل الحوار.", published_at="2020-06-11")
    (person,) = [entity for entity in x.entities if entity.type is musnad.EntityType.PERSON]
    (role,) = person.roles
    assert (role.text, role.office, role.country) == ("وزير الخارجية التركي", "foreign minister", "TUR")


def test_geojson() -> None:
    x = musnad.extract("قصفت الطائرات مدينة سرت أمس.", published_at="2020-06-11", id="a")
    collection = json.loads(json.dumps(musnad.feature_collection([x])))
    assert collection == x.geojson()
    entity = next(f for f in collection["features"] if f["properties"]["kind"] == "entity")
    assert entity["properties"]["name_en"] == "Sirte"
    lon, lat = entity["geometry"]["coordinates"]
    assert 16 < lon < 17 and 31 < lat < 32
