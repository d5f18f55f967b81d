"""The records say what each element and attribute means, and where it stands."""

import inspect
import re
from collections.abc import Iterator

import attrs
import pytest

from cooperation.iati.declare import HOLDS, Record


def _below(cls: type[Record]) -> Iterator[type[Record]]:
    for held in cls.__subclasses__():
        yield held
        yield from _below(held)


RECORDS = sorted(_below(Record), key=lambda cls: cls.__name__)


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_every_field_has_its_path_and_its_meaning(cls: type[Record]) -> None:
    """The name in XML in its place, a colon, and what it says in words of our own."""
    told = dict(re.findall(r"^    (\w+): (.+)$", inspect.getdoc(cls) or "", re.MULTILINE))
    for field in attrs.fields(cls):  # type: ignore[arg-type]  # every record is an attrs class
        holds = field.metadata[HOLDS]
        name = getattr(holds, "name", None) or getattr(holds, "tag", "")
        path, _, meaning = told[field.name].partition("``: ")

        assert name in path
        assert field.name == "kept" or len(meaning or path) > 5


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_every_record_names_its_element(cls: type[Record]) -> None:
    """The first line has the element or elements that it is."""
    assert re.search(r"``[a-z/-]+``", (inspect.getdoc(cls) or "").partition("\n\n")[0])
