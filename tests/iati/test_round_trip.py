"""What is read is written back as the same XML, and what was made is read back equal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from lxml import etree

from cooperation import iati
from cooperation.errors import InvariantError
from cooperation.iati.testing import records

Canonical = Callable[[bytes], bytes]
Official = Callable[[Any], bool]


def test_a_file_comes_back_as_the_same_xml(sample: Path, canonical: Canonical) -> None:
    """Real files, and the ones that use all of the standard, lose nothing."""
    data = sample.read_bytes()

    assert canonical(data) == canonical(iati.dumps(iati.read(data)))


def test_writing_is_stable(sample: Path) -> None:
    """What was written is written again the same, byte by byte, and reads as the same value."""
    first = iati.read(sample)
    data = iati.dumps(first)

    assert first == iati.read(data)
    assert data == iati.dumps(iati.read(data))


FILES = records(iati.Activity).map(lambda a: iati.Activities(version="2.03", activities=(a,))) | records(
    iati.Organisation
).map(lambda o: iati.Organisations(version="2.03", organisations=(o,)))


@given(FILES)
def test_any_record_is_valid_and_comes_back_equal(official: Official, file: iati.Activities) -> None:
    """Whatever the constructors take is valid to the official schema when nothing is missing, and reads back equal."""
    data = iati.dumps(file)

    assert official(etree.ElementTree(etree.fromstring(data)))
    assert () == iati.judge(data)
    assert file == iati.read(data)


# Each put into a plain file; the root has the prefixes x and y.
ODDITIES = {
    "comment in a text": "<narrative>Energy<!-- sic --> plan</narrative>",
    "comments around a text": "<narrative> <!-- a -->Energy plan<!-- b --> </narrative>",
    "instruction in a text": "<narrative>Energy<?page break?> plan</narrative>",
    "character data": "<narrative>\n <![CDATA[a < b & c]]> \n</narrative>",
    "characters": "<narrative>&#13;a&#9;b&#10;c &lt; &amp; &gt; ]]&gt; \u00e9 \U0001f600</narrative>",
    "white space": "<narrative>  \n </narrative>",
    "language": '<narrative xml:lang="EN">Energy plan</narrative>',
    "foreign attribute": '<narrative x:a="1" y:b="2 &#9;&#10;&#13;&quot;&lt;">Energy plan</narrative>',
    "two prefixes of one namespace": '<narrative xmlns:z="urn:x" z:a="1" x:b="2">Energy plan</narrative>',
    "own namespace": '<narrative xmlns:z="urn:z" z:a="1">Energy plan</narrative>',
    "unused namespace": '<narrative xmlns:z="urn:z">Energy plan</narrative>',
    "prefix declared anew": '<narrative xmlns:x="urn:other" x:a="1">Energy plan</narrative>',
    "space attribute": '<narrative xml:space="preserve">  Energy plan </narrative>',
    "empty": "<narrative/>",
}
INSIDE = {
    "comment between": "<!-- one --><budget>{budget}</budget><!-- two --><budget>{budget}</budget><!-- three -->",
    "comment in a code": '<activity-scope code="2"><!-- why --></activity-scope>',
    "foreign in a code": '<activity-scope code="2"><x:why>So</x:why></activity-scope>',
    "foreign on a code": '<activity-scope code="2" x:why="so"/>',
    "namespace on a code": '<activity-scope code="2" xmlns:z="urn:z"/>',
    "foreign on an element that has no attributes": "<contact-info><organisation x:a='1'><narrative>A</narrative>"
    "</organisation></contact-info>",
    "several odd attributes": '<location x:a="1" ref="a" xml:lang="EN" y:b=""><exactness code="1"/></location>'
    '<conditions attached="true" xml:lang="EN" x:a=""/>',
    "foreign behind": "<x:a>text<x:b/>more<narrative>in</narrative></x:a><y:c/>",
    "foreign with its own namespace": '<c xmlns="urn:c"><d/></c><z:e xmlns:z="urn:z" xmlns:unused="urn:u" z:f="1"/>',
    "offset of a day": '<budget><period-start iso-date="2017-02-06+08:00"/><period-end iso-date="2017-12-31Z"/>'
    '<value value-date="2017-02-06-13:59" currency="SEK"> +01.50 </value></budget>',
    "days Python has not": '<fss extraction-date="-0044-03-15"/>',
    "booleans": '<conditions attached="true"/>',
    "more booleans": '<conditions attached=" 0 "/>',
    "number with a comment": '<fss extraction-date="2019-01-01"><forecast year="2020">1<!-- sic -->0</forecast></fss>',
    "number with space": '<capital-spend percentage=" 10 "/>',
    "token with space": '<legacy-data name="a" value="b" iati-equivalent=" title "/>',
    "text with a comment": "<contact-info><telephone>1<!-- or 2 -->3</telephone><email/></contact-info>",
    "foreign in several codes": '<document-link url="" format=""><title><narrative/></title><category code="A01"/>'
    '<category code="A02" x:a="1"/><category code="A03"/></document-link>',
    "instruction": "<?page break?>",
}
BUDGET = (
    '<period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value value-date="2019-01-01">1</value>'
)
PLAIN = """<?xml version="1.0" encoding="UTF-8"?>
<!-- before --><?before?>
<iati-activities version="2.03" xmlns:x="urn:x" xmlns:y="urn:y" x:a="1">
  <!-- first -->
  <iati-activity>
    <iati-identifier>SE-1</iati-identifier>
    <reporting-org ref="SE" type="10"><narrative>V</narrative></reporting-org>
    <title>{narrative}</title>
    <description><narrative>D</narrative></description>
    <participating-org role="1"/>
    <activity-status code="2"/>
    <activity-date type="1" iso-date="2019-01-01"/>
    {inside}
  </iati-activity>
  <!-- last -->
  <x:end/>
</iati-activities>
<!-- after -->"""


def plain(narrative: str = "<narrative>Energy plan</narrative>", inside: str = "") -> bytes:
    """A plain file with something in it."""
    return PLAIN.format(narrative=narrative, inside=inside.replace("{budget}", BUDGET)).encode()


@pytest.mark.parametrize("oddity", [*ODDITIES, *INSIDE])
def test_what_is_odd_and_legal_is_kept(oddity: str, official: Official, canonical: Canonical) -> None:
    """Comments, other namespaces and other ways to write a value stand in their places afterwards."""
    data = plain(ODDITIES[oddity]) if oddity in ODDITIES else plain(inside=INSIDE[oddity])
    written = iati.dumps(iati.read(data))

    assert official(etree.ElementTree(etree.fromstring(data)))
    assert () == iati.judge(data)
    assert canonical(data) == canonical(written)
    assert iati.read(data) == iati.read(written)


# Not valid, and kept all the same.
FAULTS = {
    "unknown element": "<hierarchy>1</hierarchy>",
    "unknown attribute": '<fss extraction-date="2019-01-01" who="me"/>',
    "foreign in front": "<x:a/><activity-scope code='1'/>",
    "twice": '<activity-scope code="1"/><activity-scope code="2"/>',
    "no day": '<budget><period-start iso-date="soon"/><period-end iso-date="2019-12-31"/></budget>',
    "no number": '<fss extraction-date="today"><forecast year="MMXX">much</forecast></fss>',
    "stray text": "text",
    "attribute of another namespace where none may be": '<related-activity ref="a" type="1" x:a="1"/>',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_is_kept_and_refused(fault: str, official: Official, canonical: Canonical) -> None:
    """A file that is not valid is read without loss, is not written, and is on request."""
    data = plain(inside=FAULTS[fault])
    file = iati.read(data)

    assert not official(etree.ElementTree(etree.fromstring(data)))
    with pytest.raises(InvariantError):
        iati.dumps(file)
    written = iati.dumps(file, lenient=True)
    assert canonical(data) == canonical(written) or fault == "stray text"
    assert file == iati.read(written) or fault == "stray text"


def test_elements_are_put_into_order() -> None:
    """A file with elements out of order is written in order, which is all that was wrong with it."""
    data = plain(inside='<activity-scope code="1"/><contact-info/>')

    assert ["IAT008"] == [fault.code for fault in iati.judge(data)]
    assert () == iati.judge(iati.dumps(iati.read(data)))


def test_a_change_drops_only_the_word_it_replaces() -> None:
    """A value that was written in its own way is written anew once it has changed, and its neighbours are not."""
    file = iati.read(plain(inside=INSIDE["offset of a day"]))
    assert isinstance(file, iati.Activities)
    (budget,) = file.activities[0].budgets
    changed = attrs.evolve(budget, period_end=budget.period_end and budget.period_end.add(days=1))
    activity = attrs.evolve(file.activities[0], budgets=(changed,))
    text = iati.dumps(attrs.evolve(file, activities=(activity,))).decode()

    assert '<period-start iso-date="2017-02-06+08:00"/>' in text
    assert '<period-end iso-date="2018-01-01"/>' in text


def test_nothing_missing_goes_unsaid() -> None:
    """A record that lacks anything the standard demands is refused, and every lack is named."""
    empty = iati.Activities(version="2.03", activities=(iati.Activity(transactions=(iati.Transaction(),)),))

    with pytest.raises(InvariantError) as caught:
        iati.dumps(empty)
    named = {error.path[2:] for error in (caught.value, *caught.value.also)}
    assert {
        ("iati_identifier",), ("reporting_org",), ("title",), ("descriptions",), ("participating_orgs",),
        ("activity_status",), ("activity_dates",), ("transactions", 0, "transaction_type"),
        ("transactions", 0, "transaction_date"), ("transactions", 0, "value"),
    } == named  # fmt: skip
