"""The official ruleset: every rule of it is answered, and a second reading of it says the same of every file."""

import copy
import datetime as dt
import importlib.util
import itertools
import os
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pendulum
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from cooperation import iati
from cooperation.codelists import codelist
from cooperation.diagnostics import Severity
from cooperation.iati.rules import OFFICIAL, RULES
from cooperation.iati.shape import shape_of

HERE = Path(__file__).parent


def _beside(name: str) -> Any:
    """A module of this folder, which is no package."""
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


ruleset = _beside("ruleset")
LEAVES = list(ruleset.leaves())
BY_CODE = {made.code: made for made in RULES}
TODAY = pendulum.date(2020, 6, 15)
AGENCIES = set(codelist("OrganisationRegistrationAgency"))
FILES = {path.stem: path.read_bytes() for path in sorted((HERE / "data").glob("*.xml"))}

# How many changed files each run makes; COOPERATION_IATI_MUTATIONS asks for more.
EXAMPLES = int(os.environ.get("COOPERATION_IATI_MUTATIONS", "300"))

# Where our rules say more than the official ones as they are written, each as its page tells: they ask every item where
# those ask the first or any, text that is more than white space, and regions that say no vocabulary.
MORE = {"IAT112", "IAT113", "IAT126", "IAT143", "IAT144", "IAT145", "IAT155", "IAT156"}
# What is told once: that some transactions lack something is not told where all do; shares that are not all said cannot
# be added up.
INSTEAD = {"IAT121": "IAT120", "IAT141": "IAT140", "IAT124": "IAT123", "IAT144": "IAT143", "IAT157": "IAT156"}


def test_the_ruleset_is_the_one_that_was_counted() -> None:
    """There are 107 leaf rules in 25 contexts."""
    assert (25, 107) == (len(ruleset.RULESET), len(LEAVES))


def test_every_official_rule_has_its_code() -> None:
    """The table has every id of the ruleset and no other, and the rules name the same ids as the table."""
    assert {leaf["ruleInfo"]["id"] for _, _, leaf in LEAVES} == set(OFFICIAL)
    assert {(number, made.code) for made in RULES for number in made.catalogue} == set(OFFICIAL.items())


@pytest.mark.parametrize("number", OFFICIAL)
def test_every_official_rule_is_named_in_its_rules_source(number: str) -> None:
    """Whoever knows the official id finds it on the page."""
    words = BY_CODE[OFFICIAL[number]].page.source.replace(",", " ").split()

    assert number in words


@pytest.mark.parametrize(("context", "kind", "leaf"), LEAVES)
def test_every_leaf_is_asked_where_it_belongs_and_weighs_the_same(
    context: str, kind: str, leaf: dict[str, Any]
) -> None:
    """The rule looks at the record of the leaf's context or at one around or below it, with the official severity."""
    made = BY_CODE[OFFICIAL[leaf["ruleInfo"]["id"]]]
    records = [cls for path in context.split("|") for cls in _along(path.strip())]

    assert any(issubclass(cls, node) for cls in records for node in made.nodes)
    assert leaf["ruleInfo"]["severity"] == made.severity.value


def _along(path: str) -> list[Any]:
    """The classes of the records on the way of a context, and those right below its end."""
    if path.startswith("//"):
        return [iati.Text, iati.Description]
    steps = [step.partition("[")[0] for step in path.strip("/").split("/")]
    cls: Any = {"iati-activities": iati.Activities, "iati-organisations": iati.Organisations}[steps[0]]
    found = [cls]
    for step in steps[1:]:
        cls = shape_of(cls).children[step].record
        found.append(cls)
    below = [child.record for child in shape_of(cls).children.values() if child.record is not None]
    inner = [child.record for one in below for child in shape_of(one).children.values() if child.record is not None]
    return [*found, *below, *inner]


# A region that says no vocabulary is of the first, and shares a hundred with those that say so; the official rules look
# past it, and find that the others make less.
MIXED = "boolean(//iati-activity[recipient-region[not(@vocabulary)]]/recipient-region[@vocabulary='1'])"


def _compare(data: bytes) -> tuple[set[str], set[str]]:
    """What the official reading finds and ours does not, and what ours finds alone, by our codes."""
    tree = ruleset.parsed(data)
    official = {OFFICIAL[one] for one in ruleset.failing(tree, dt.date(2020, 6, 15), AGENCIES)}
    if tree.xpath(MIXED):
        official -= {"IAT143", "IAT144", "IAT145"}
    report = iati.check_file(data, today=TODAY, publishers=()).report
    unknown = {one.code for one in report.unknown}
    own = {
        one.code
        for one in report.findings
        if one.code in set(OFFICIAL.values()) and not (one.code == "IAT124" and one.severity is Severity.WARNING)
    }
    lacking = {code for code in official - own if code not in unknown and INSTEAD.get(code) not in own}
    return lacking, own - official - MORE


def test_of_real_files_both_say_the_same(sample: Path) -> None:
    """Every sample fails the same rules in both readings."""
    assert (set(), set()) == _compare(sample.read_bytes())


WORDS = {
    "percentage": ("0", "33.3", "66.7", "50", "100", "100.0", "101", "-1"),
    "vocabulary": ("1", "2", "7", "98", "99"),
    "iso-date": ("2019-01-01", "2019-12-31", "2020-01-01", "2020-06-15", "2020-06-16", "2021-01-01"),
    "value-date": ("2019-01-01", "2020-06-15", "2020-06-16"),
    "last-updated-datetime": ("2019-01-01T00:00:00Z", "2021-01-01T00:00:00Z"),
    "ref": ("SE-ON-1", "GB-COH-1", "GB-COH-1 ", "a/b", "44000"),
    "type": ("1", "2", "3", "4", "A3", "B1"),
    "code": ("1", "23110"),
    "value": ("1", "1,000", "words", "", "1.5"),
    "measure": ("1", "2", "5"),
    "significance": ("0", "1"),
    "currency": ("SEK",),
    "default-currency": ("SEK",),
    "provider-activity-id": ("a", " a"),
    "receiver-activity-id": ("a", " a"),
    "activity-id": ("a", " a"),
    "{http://www.w3.org/XML/1998/namespace}lang": ("en",),
}
OPTIONAL = {"percentage", "vocabulary", "ref", "value", "significance", "currency", "default-currency"} | {
    name for name in WORDS if name.endswith("lang")
}
OFTEN = {
    *("iati-activity", "iati-organisation", "iati-identifier", "reporting-org", "participating-org", "receiver-org"),
    *("activity-date", "sector", "recipient-country", "recipient-region", "budget-item", "policy-marker", "narrative"),
    *("value", "baseline", "target", "period-end"),
}
TEXTS = {"iati-identifier": ("GB-COH-1-7", "GB-COH-1", " GB-COH-1-7", "a?b"), "narrative": ("text", None)}


def changed(rng: Random) -> bytes:
    """A real file in which something that the rules look at was changed, a few times; it is still valid."""
    root = etree.fromstring(FILES[rng.choice(sorted(FILES))])
    for _ in range(rng.randint(1, 6)):
        elements = [e for e in root.iter() if isinstance(e.tag, str) and not e.tag.startswith("{")]
        # A kind of element first, so that the few sectors are not lost among the many transactions.
        kinds = sorted({e.tag for e in elements})
        alike = rng.choice(kinds if rng.random() < 0.5 else [kind for kind in kinds if kind in OFTEN] or kinds)
        e = rng.choice([one for one in elements if one.tag == alike])
        parent = e.getparent()
        names = [name for name in e.attrib if name in WORDS]
        what = rng.choice(("set", "set", "lose", "text", "drop", "clear", "double"))
        if what == "set" and names:
            name = rng.choice(names)
            e.set(name, rng.choice(WORDS[name]))
        elif what == "lose" and (optional := [name for name in names if name in OPTIONAL]):
            del e.attrib[rng.choice(optional)]
        elif what == "text" and e.tag in TEXTS:
            e.text = rng.choice(TEXTS[e.tag])
        elif parent is not None and what == "drop":
            parent.remove(e)
        elif parent is not None and what == "clear":
            for one in elements:
                if one.tag == alike and one.getparent() is not None:
                    one.getparent().remove(one)
        elif parent is not None and what == "double":
            parent.insert(parent.index(e), copy.deepcopy(e))
    return bytes(etree.tostring(root))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**64))
def test_of_changed_files_both_say_the_same(seed: int) -> None:
    """Of a valid file both readings find the same, but for what our rules are known to ask beyond."""
    data = changed(Random(seed))
    assume(all(fault.severity is not Severity.ERROR for fault in iati.judge(data)))

    assert (set(), set()) == _compare(data)


def test_codes_of_the_wing_are_used_once() -> None:
    """Neither the faults of structure nor the rules share a code or a name."""
    pages = iati.rules.IAT.pages
    shared = [code for code, many in Counter(page.code for page in pages).items() if many > 1]

    assert [] == shared
    assert len(pages) == len({page.name for page in pages})
    assert [] == [a.code for a, b in itertools.pairwise(pages) if a.code >= b.code]
