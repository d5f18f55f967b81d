"""What the wing is from outside: light to import, clear about what it lacks, and strict in its constructors."""

import io
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pendulum
import pytest

from cooperation import iati
from cooperation.errors import CooperationError, InvariantError


def python(program: str) -> str:
    """What a program prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_importing_it_imports_no_lxml() -> None:
    """Records can be made and looked at without lxml; only reading and judging need it."""
    assert "False" == python("import sys; from cooperation import iati; iati.Activity(); print('lxml' in sys.modules)")


def test_a_missing_lxml_names_the_extra() -> None:
    """Without lxml one is told what to install."""
    program = """if True:
        import sys
        sys.modules["lxml"] = None
        from cooperation import iati
        from cooperation.errors import MissingExtraError
        try:
            iati.read(b"<iati-activities/>")
        except MissingExtraError as error:
            print(error)"""

    assert "IATI needs lxml: pip install 'cooperation[iati]'" == python(program)


DAY = pendulum.Date(2019, 6, 30)
WRONG: dict[str, tuple[Any, dict[str, Any]]] = {
    "code is a text, not 2": (iati.AidType, {"code": 2}),
    "vocabulary_uri of Tag is an address, such as https://example.org/report.pdf, not '['": (
        iati.Tag,
        {"vocabulary_uri": "["},
    ),
    "amount of Value is a number, such as 1250.50, without separators of thousands, not Decimal('NaN')": (
        iati.Value,
        {"amount": Decimal("NaN")},
    ),
    "amount of Value is a number, such as 1250.50, without separators of thousands, not 1.5": (
        iati.Value,
        {"amount": 1.5},
    ),
    "hierarchy of Activity is a whole number, such as 1, not True": (iati.Activity, {"hierarchy": True}),
    "hierarchy of Activity is a whole number, such as 1, not 2147483648": (iati.Activity, {"hierarchy": 2**31}),
    "iso_date of ActivityDate is a day, such as 2019-06-30, not": (
        iati.ActivityDate,
        {"iso_date": pendulum.datetime(2019, 6, 30)},
    ),
    "lang of Narrative is a language's code, such as en or pt-BR, not 'en_GB'": (iati.Narrative, {"lang": "en_GB"}),
    "text of Narrative holds a character that XML cannot: 'a\\x00'": (iati.Narrative, {"text": "a\0"}),
    "title of Activity holds Text, not str 'Energy plan'": (iati.Activity, {"title": "Energy plan"}),
    "sectors of Activity is a tuple, not list []": (iati.Activity, {"sectors": []}),
    "categories of DocumentLink is a text, not 1": (iati.DocumentLink, {"categories": (1,)}),
    "categories of DocumentLink holds None": (iati.DocumentLink, {"categories": (None,)}),
}


@pytest.mark.parametrize("message", WRONG)
def test_a_constructor_refuses_what_no_file_could_say(message: str) -> None:
    """A value of the wrong kind is refused where it is made, not when it is written."""
    cls, values = WRONG[message]

    with pytest.raises(InvariantError) as caught:
        cls(**values)
    assert message in str(caught.value).replace("code of AidType", "code")


def test_records_are_frozen_and_compare_by_value() -> None:
    """A change makes another record."""
    one = iati.ActivityDate(type="1", iso_date=DAY)

    assert one == iati.ActivityDate(type="1", iso_date=DAY)
    assert hash(one) == hash(iati.ActivityDate(type="1", iso_date=DAY))
    assert one != attrs.evolve(one, type="2")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.type = "2"  # type: ignore[misc]


def test_what_was_read_is_frozen_too(data: Path) -> None:
    """A record that was read is of the same class as one that was made."""
    (activity,) = iati.iter_activities(data / "every-activity.xml")

    assert type(activity) is iati.Activity
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        activity.hierarchy = 2  # type: ignore[misc]
    assert activity == attrs.evolve(activity)


def test_a_repr_shows_only_what_is_there() -> None:
    """Of forty fields one sees the ones that say something."""
    assert "Activity(hierarchy=1)" == repr(iati.Activity(hierarchy=1))


def test_a_stream_must_give_bytes() -> None:
    """A file opened for reading text is refused with the remedy."""
    with pytest.raises(TypeError, match="open it for reading bytes"):
        iati.read(io.StringIO("<iati-activities/>"))  # type: ignore[arg-type]


def test_activities_are_not_organisations(data: Path) -> None:
    """A file of the other kind is refused with a word of what it is."""
    with pytest.raises(CooperationError, match="holds organisations, not activities"):
        next(iati.iter_activities(data / "every-organisation.xml"))


def test_writing_leaves_the_old_file_when_it_refuses(tmp_path: Path, data: Path) -> None:
    """A file is written wholly or not at all."""
    path = tmp_path / "a.xml"
    file = iati.read(data / "every-activity.xml")
    iati.write(file, path)
    before = path.read_bytes()

    assert file == iati.read(path)
    with pytest.raises(InvariantError):
        iati.write(iati.Activities(version="2.03"), path)
    assert before == path.read_bytes()
    with pytest.raises(TypeError, match="not Activity"):
        iati.write(iati.Activity(), path)  # type: ignore[arg-type]


def test_records_come_with_their_faults(data: Path) -> None:
    """Reading and judging in one go gives what each alone gives."""
    text = (data / "every-activity.xml").read_text(encoding="utf-8").replace('iso-date="2019-03-01"', 'iso-date="soon"')
    judged = list(iati.iter_judged(text.encode()))
    file = iati.read(text.encode())

    assert isinstance(file, iati.Activities)
    assert list(file.activities) == [record for record, _ in judged if record is not None]
    assert list(iati.judge(text.encode())) == [fault for _, faults in judged for fault in faults]
    assert {"IAT012"} == {fault.code for fault in judged[1][1]}
