"""Checking files: structure, codelists and ruleset in one run, in the order of the file, whatever is wrong with it."""

import functools
import gzip
import io
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pendulum
import pytest

from cooperation import iati
from cooperation.diagnostics import Missing, Severity, format_path
from cooperation.errors import UnknownCodeError, UnknownProfileError
from cooperation.iati.mapping import MappingLossWarning
from cooperation.iati.rules import RULES, AskedOfFile
from cooperation.iati.rules._names import Names
from cooperation.review import review_file, review_text

HERE = Path(__file__).parent
TODAY = pendulum.date(2020, 6, 15)

SMALL = b"""<?xml version="1.0"?>
<iati-activities version="2.03">
  <!-- the first -->
  <iati-activity default-currency="SEK" xml:lang="sv">
    <iati-identifier>SE-ON-1-7</iati-identifier>
    <reporting-org ref="SE-ON-1" type="10"><narrative>City</narrative></reporting-org>
    <title><narrative>Energiplan</narrative></title>
    <description><narrative>En plan</narrative></description>
    <participating-org role="4" ref="SE-ON-1"/>
    <activity-status code="7"/>
    <activity-date type="1" iso-date="2020-01-01"/>
    <recipient-country code="ZA"/>
    <sector code="23110" percentage="60"/>
    <transaction>
      <transaction-type code="2"/>
      <transaction-date iso-date="2099-01-01"/>
      <value value-date="2019-01-01">1</value>
    </transaction>
  </iati-activity>
</iati-activities>
"""


def _told(report: Any) -> list[tuple[str, str, int]]:
    return [(one.code, format_path(one.path), one.position.line) for one in report.findings]


def test_each_finding_stands_at_its_line() -> None:
    """Codes, shares and days are found where they stand, in the order of the file."""
    checked = iati.check_file(SMALL, today=TODAY)

    assert checked.is_readable
    assert [
        ("IAT020", "activities[0].activity_status", 10),
        ("IAT125", "activities[0].sectors[0].percentage", 13),
        ("IAT151", "activities[0].transactions[0].transaction_date", 16),
    ] == _told(checked.report)
    assert ("iati", None) == (checked.report.profile, checked.report.stage)


@pytest.mark.parametrize("make", [bytes, io.BytesIO, gzip.compress, lambda data: io.BytesIO(gzip.compress(data))])
def test_whatever_a_file_comes_as(make: Any) -> None:
    """Bytes, a stream, packed or not: the same is said."""
    assert iati.check_file(SMALL, today=TODAY) == iati.check_file(make(SMALL), today=TODAY)


def test_a_path_is_read_as_its_bytes_are(sample: Path) -> None:
    """A sample by its path says what its bytes say."""
    assert iati.check_file(sample.read_bytes(), today=TODAY) == iati.check_file(sample, today=TODAY)


@pytest.mark.parametrize("seed", range(120))
def test_structure_is_what_the_judge_says(broken: Callable[[Random], bytes], seed: int) -> None:
    """Of a broken file the faults of structure are those of the judge, and every finding has a line of the file."""
    data = broken(Random(seed))
    checked = iati.check_file(data, today=TODAY, lenient=True)
    rules = {made.code for made in RULES}
    lines = data.count(b"\n") + 1

    assert set(iati.judge(data)) == {one for one in checked.report.findings if one.code not in rules}
    assert all(one.position is not None and 1 <= one.position.line <= lines for one in checked.report.findings)
    assert [] == [
        one.what for unjudged in checked.report.unknown for one in unjudged.missing if "declared types" in one.what
    ]


def test_a_whole_file_of_records_is_asked_the_same(sample: Path) -> None:
    """Records that were read before are asked what the file is asked, with the same paths."""
    report = iati.check(iati.read(sample), today=TODAY)
    checked = iati.check_file(sample, today=TODAY).report

    assert sorted(map(format_path, (one.path for one in report.findings))) == sorted(
        map(format_path, (one.path for one in checked.findings))
    )
    assert (report.passed, report.not_applicable) == (checked.passed, checked.not_applicable)
    assert report.unknown == checked.unknown


def test_what_a_fault_of_structure_may_explain_is_not_said() -> None:
    """A misspelt sector is one fault, not two: whether the activity has a sector cannot be told."""
    data = SMALL.replace(b"<sector ", b"<sectr ")
    checked = iati.check_file(data, today=TODAY, select=["IAT120"])

    assert ["IAT007"] == [one.code for one in checked.report.findings]
    assert [("IAT120", (Missing(("activities", 0, "sectors"), "a part that can be read"),))] == [
        (one.code, one.missing) for one in checked.report.unknown
    ]
    assert () == checked.report.passed


def test_a_fault_elsewhere_explains_nothing() -> None:
    """An attribute that cannot be read inside a transaction does not excuse an activity without sectors."""
    data = SMALL.replace(b'<sector code="23110" percentage="60"/>', b"").replace(
        b'<transaction-type code="2"/>', b'<transaction-type code="2" cod="1"/>'
    )
    codes = [one.code for one in iati.check_file(data, today=TODAY, select=["IAT120"]).report.findings]

    assert ["IAT120", "IAT011"] == codes


@pytest.mark.parametrize(
    ("root", "code"),
    [(b'version="1.05"', "IAT005"), (b'version="3.0"', "IAT005"), (b"", "IAT010")],
)
def test_other_versions_are_refused_unless_one_is_lenient(root: bytes, code: str) -> None:
    """A file of version 1, of an unknown one or of none is not judged as one of 2.03; on request it is."""
    data = SMALL.replace(b'version="2.03"', root)
    refused, read = iati.check_file(data, today=TODAY), iati.check_file(data, today=TODAY, lenient=True)

    assert not refused.is_readable
    assert [(code, Severity.ERROR)] == [(one.code, one.severity) for one in refused.report.findings]
    assert "--lenient" in str(refused.report.findings[0].help)
    assert () == refused.report.passed
    assert read.is_readable
    assert {code, "IAT020", "IAT125", "IAT151"} == {one.code for one in read.report.findings}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "IAT001"),
        (b"title: a", "IAT001"),
        (b'<!DOCTYPE iati-activities><iati-activities version="2.03"/>', "IAT002"),
        (b"\x1f\x8bnot gzip", "IAT003"),
        (b"<html/>", "IAT004"),
        (SMALL[:400], "IAT001"),
    ],
)
def test_what_cannot_be_read_is_one_fault(data: bytes, code: str) -> None:
    """A file that is no XML, is hostile, damaged, of another kind or cut off is told as such."""
    checked = iati.check_file(data, today=TODAY)

    assert not checked.is_readable
    assert code in [one.code for one in checked.report.findings]


def test_what_is_asked_is_chosen() -> None:
    """Rules are selected and ignored by code and family, and a stage of a summary asks contradictions only."""
    data = SMALL.replace(b'<recipient-country code="ZA"/>', b"")
    codes = lambda **asked: {one.code for one in iati.check_file(data, today=TODAY, **asked).report.findings}  # noqa: E731

    assert {"IAT151"} == codes(select=["IAT151"])
    assert {"IAT020", "IAT125", "IAT140"} == codes(select="IAT", ignore=["IAT151"])
    assert {"IAT020", "IAT125", "IAT151"} == codes(stage="summary")
    with pytest.raises(UnknownCodeError):
        codes(select=["IAT999"])
    with pytest.raises(UnknownProfileError):
        codes(profile="iaty")
    with pytest.raises(ValueError, match="draft"):
        codes(stage="draft")


def test_only_records_are_asked() -> None:
    """Anything else is refused by its type."""
    with pytest.raises(TypeError, match="expected a record of the IATI standard, got str"):
        iati.check("activity")  # type: ignore[arg-type]  # on purpose


def test_a_part_is_asked_by_itself() -> None:
    """A value of an indicator that is not at hand cannot be held against its measure."""
    report = iati.check(iati.Measurement(), today=TODAY, select=["IAT162"])

    assert [("IAT162", (Missing(("measure",), "the measure of the indicator"),))] == [
        (one.code, one.missing) for one in report.unknown
    ]


def test_a_review_shows_the_lines_of_the_file(tmp_path: Path) -> None:
    """Files are reviewed by their suffix, with their text for showing lines."""
    for name, data in (("a.xml", SMALL), ("b.XML.gz", gzip.compress(SMALL))):
        (tmp_path / name).write_bytes(data)
        review = review_file(tmp_path / name, today=TODAY)

        assert review.is_readable
        assert review.is_asked
        assert '<activity-status code="7"/>' == review.source.line(10).strip()  # type: ignore[union-attr]  # it has one


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_lines_are_shown_in_the_files_own_encoding(encoding: str) -> None:
    """A file that declares its encoding is shown in it."""
    declared = "" if encoding == "utf-8-sig" else f' encoding="{encoding}"'
    text = SMALL.decode().replace('<?xml version="1.0"?>', f'<?xml version="1.0"{declared}?>')
    review = review_text(text.replace('code="7"/>', 'code="7"/><!-- Växjö -->').encode(encoding), "xml", today=TODAY)

    assert ["IAT020", "IAT125", "IAT151"] == [one.code for one in review.report.findings]
    assert "<!-- Växjö -->" in review.source.line(10)  # type: ignore[union-attr]  # it has one


def test_a_file_is_a_portfolio_with_what_was_lost_told() -> None:
    """Reading one as a portfolio gives its activities as projects, and a warning for what the model cannot hold."""
    from cooperation.formats import loads

    with pytest.warns(MappingLossWarning):
        portfolio = loads(SMALL, "xml")

    assert 1 == len(portfolio.projects)


def _named(*names: str) -> bytes:
    """A file of activities with these identifiers, one a line."""
    each = "\n".join(f"<iati-activity><iati-identifier>{name}</iati-identifier></iati-activity>" for name in names)
    return f'<iati-activities version="2.03">\n{each}\n</iati-activities>'.encode()


def test_an_identifier_that_comes_again_is_told_in_a_stream() -> None:
    """An activity named as one that has long left memory is found at its line; the next file begins anew."""
    data = _named("a", "b", "a", "c", "b")

    for _ in range(2):
        report = iati.check_file(data, today=TODAY, select=["IAT106"]).report
        assert [("IAT106", 4), ("IAT106", 6)] == [
            (one.code, one.position and one.position.line) for one in report.findings if one.code == "IAT106"
        ]


def test_identifiers_beyond_those_remembered_are_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """When there are too many to remember, what comes later is compared with those, and else nothing is claimed."""
    asked = functools.partial(AskedOfFile, names=Names(most=2))
    monkeypatch.setattr("cooperation.iati.checking.AskedOfFile", asked)
    report = iati.check_file(_named("a", "b", "c", "d", "a"), today=TODAY, select=["IAT106"]).report

    assert ["activities[4].iati_identifier"] == [
        format_path(one.path) for one in report.findings if one.code == "IAT106"
    ]
    assert ["activities[3].iati_identifier"] == [
        format_path(one.path) for unjudged in report.unknown for one in unjudged.missing
    ]
