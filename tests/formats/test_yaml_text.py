"""YAML: what is read, what is refused, and what is written looks as a person would have written it."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import yaml

from cooperation.diagnostics import Allowance, LoadError, Position
from cooperation.formats import Document, dumps, loads, reads, yaml_text
from cooperation.model import (
    Activity,
    Count,
    CountPart,
    Framing,
    Indicator,
    Logframe,
    Number,
    Objective,
    Observation,
    Organisation,
    OrganisationKind,
    Participation,
    Period,
    Plan,
    Portfolio,
    Project,
    Ratio,
    Role,
    SdgTag,
    Tags,
    Translated,
)

GOOD = "cooperation: 1\nproject:\n  id: a\n  title: A\n"

# What is built to harm, or merely wrong, with the place and the beginning of what is said of it.
HOSTILE: dict[str, tuple[str, str]] = {
    "exploding aliases": (
        "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in pairwise("abcdefghijkl")),
        "8:20: error DOC002 aliases repeat more than 100000 values",
    ),
    "an alias of itself": (
        "project: &a {aliases: [*a]}\n",
        "1:24: error DOC001 the alias *a has no complete anchor before it",
    ),
    "an alias of nothing": ("project: *a\n", "1:10: error DOC001 the alias *a has no complete anchor before it"),
    "an alias for a key": ("a: &x b\n*x : c\n", "2:1: error DOC001 a key must be a plain word, not an alias"),
    "deep blocks": ("".join(" " * i + "a:\n" for i in range(3_000)), "65:65: error DOC002 nested more than 64 deep"),
    "deep lists": ("[" * 100_000, "1:65: error DOC002 nested more than 64 deep"),
    "deep closed lists": ("[" * 50_000 + "]" * 50_000, "1:65: error DOC002 nested more than 64 deep"),
    "deep mappings": ("{a: " * 50_000, "1:257: error DOC002 nested more than 64 deep"),
    "deep items": ("- " * 50_000 + "a", "1:129: error DOC002 nested more than 64 deep"),
    "deep keys": ("? " * 50_000 + "a", "1:3: error DOC001 a key must be a plain word"),
    "an escaped NUL": (GOOD + '  aliases: ["a\\0"]\n', "5:13: error DOC001 a text holds a NUL, which no text does"),
    "an escaped NUL in a key": ('"a\\x00": 1\n', "1:1: error DOC001 a text holds a NUL, which no text does"),
    "a NUL": (GOOD + "  aliases: [\0]\n", "5:13: error DOC001 the file holds a NUL, which no text does"),
    "a bell": (GOOD + "  aliases: [ö, \a]\n", "5:16: error DOC001 the text holds a character ('\\x07') that YAML does"),
    "half a pair": (
        GOOD + '  aliases: ["\\ud800"]\n',
        "5:16: error DOC001 the text is not YAML: while parsing a quoted",
    ),
    "a Python object": (
        "project: !!python/object/apply:os.system [ls]\n",
        "1:10: error DOC001 the tag tag:yaml.org,2002:python/object/apply:os.system is not read: take it out",
    ),
    "a tag of their own": ("project: !ours {}\n", "1:10: error DOC001 the tag !ours is not read: take it out"),
    "a number by tag": ("cooperation: !!int 1\n", "1:14: error DOC001 the tag tag:yaml.org,2002:int is not read: take"),
    "two documents": (f"{GOOD}---\n{GOOD}", "5:1: error DOC001 a file holds one document, and here starts another"),
    "an empty file": ("", " error DOC005 expected a document with the key cooperation, got nothing (null)"),
    "comments only": ("# nothing\n# yet\n", " error DOC005 expected a document with the key cooperation, got nothing"),
    "a word": ("hello", "1:1: error DOC005 expected a document with the key cooperation, got 'hello'"),
    "a list": ("- a\n- b\n", "1:1: error DOC005 expected a document with the key cooperation, got a list"),
    "tabs": ("cooperation: 1\nproject:\n\tid: a\n", "3:1: error DOC001 the text is not YAML: while scanning"),
    "a list for a key": ("[a]: 1\n", "1:1: error DOC001 a key must be a plain word"),
    "an open quote": (GOOD + '  aliases: ["abc', "5:17: error DOC001 the text is not YAML: while scanning a quoted"),
    "a long simple key": (
        f"{'k' * 2000}: 1\n",
        "1:2001: error DOC001 the text is not YAML: mapping values are not allowed",
    ),
    "a long key": (f"? {'k' * 2000}\n: 1\n", "1:1: error DOC004 required key 'cooperation' is missing"),
    "a long text": (
        f"{GOOD}  aliases: [{'x' * 1_000_001}]",
        "5:13: error DOC002 a text of 1000001 characters; at most",
    ),
    "infinity": (GOOD + "  series: {number: .inf}", "5:20: error DOC005 expected a whole number, got '.inf'"),
    "no number": (GOOD + "  series: {number: .nan}", "5:20: error DOC005 expected a whole number, got '.nan'"),
    "a long number": (
        GOOD + f"  series: {{number: {'9' * 999_999}}}",
        "5:20: error DOC005 expected a whole number, got",
    ),
    "a huge number": (
        GOOD + "  series: {number: 1e999999}",
        "5:20: error DOC005 expected a whole number, got '1e999999'",
    ),
    "a duplicate key": (GOOD + "  'title': B\n", "5:3: error DOC007 the key 'title' stands twice"),
    "a merge key": (
        "cooperation: 1\nproject: {<<: {id: a}, title: A}\n",
        "2:1: error DOC004 required key 'id' is missing",
    ),
    "YAML 2": ("%YAML 2.0\n---\n" + GOOD, "1:1: error DOC001 the text is not YAML: found incompatible YAML document"),
}

# What looks strange and is good.
STRANGE = {
    "a mark of Windows": "\ufeff" + GOOD,
    "line ends of Windows": GOOD.replace("\n", "\r\n"),
    "line ends of old Macs": GOOD.replace("\n", "\r"),
    "a document start and end": f"%YAML 1.1\n---\n{GOOD}...\n",
    "a string by tag": GOOD.replace("title: A", "title: !!str A"),
    "a string by no tag": GOOD.replace("title: A", "title: ! A"),
    "an anchor": "cooperation: &one 1\nproject: &p {id: &a a, title: A}\n",
    "JSON": '{"cooperation": 1, "project": {"id": "a", "title": "A"}}',
    "a version in quotes": GOOD.replace("1", "'1'"),
    "nulls": GOOD + "  stage: null\n  period: ~\n  partners:\n  tags: Null\n",
}


class TestReading:
    """What is read, and what is refused within bounds."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_hostile_texts(self, name: str) -> None:
        """A text that is wrong or built to harm is refused at once, with a place where there is one."""
        text, expected = HOSTILE[name]
        with pytest.raises(LoadError) as caught:
            loads(text)

        # From 0.2.6 on, libyaml looks ahead as far as its own bound.
        assert str(caught.value).startswith((f"<text>:{expected}", f"<text>:{expected.replace('1:65:', '1:1001:')}"))

    @pytest.mark.parametrize("name", STRANGE)
    def test_strange_texts(self, name: str) -> None:
        """What YAML allows and few people write is read."""
        assert loads(GOOD) == loads(STRANGE[name])

    def test_other_encodings(self) -> None:
        """A file in another encoding is told to be one, at the first letter that shows it."""
        for data, expected in {
            GOOD.encode("utf-16"): "1:1: error DOC001 the file is UTF-16: save it as UTF-8",
            f"{GOOD}# Växjö".encode("latin-1"): "5:4: error DOC001 the file is not UTF-8: save it as UTF-8",
            GOOD.encode() + b"\xff": "5:1: error DOC001 the file is not UTF-8: save it as UTF-8",
        }.items():
            with pytest.raises(LoadError, match=expected):
                loads(data)

    def test_a_file_of_a_hundred_megabytes(self) -> None:
        """A very large file is not even looked at."""
        with pytest.raises(LoadError, match=r"DOC002 a YAML file of 100000000 bytes; at most \d+ are read"):
            loads(b" " * 100_000_000)

    def test_only_three_words_are_special(self) -> None:
        """true, false and null mean what they say; everything else is a text, and so is what stands in quotes."""
        tree, faults = yaml_text.parse(
            "[true, False, NULL, yes, NO, on, 010, 0x1F, 1e3, 2019-03-01, 1_0, 'true', =, <<]"
        )

        assert [
            True,
            False,
            None,
            *["yes", "NO", "on", "010", "0x1F", "1e3", "2019-03-01", "1_0", "true", "=", "<<"],
        ] == tree
        assert [] == faults

    def test_aliases_repeat_what_they_name(self) -> None:
        """A text, a list and a mapping can be named and repeated; a name can be given anew."""
        tree, _ = yaml_text.parse("{a: &x [1, &y two], b: *x, c: *y, d: &x 3, e: *x}")

        assert {"a": ["1", "two"], "b": ["1", "two"], "c": "two", "d": "3", "e": "3"} == tree

    def test_every_duplicate_key_is_told(self) -> None:
        """Keys that stand twice are found at any depth, and the last value is kept for what is checked besides."""
        tree, faults = yaml_text.parse("a: [{b: 1, c: 2, b: 3}]\nd: 4\nd: 5\n")

        assert {"a": [{"b": "3", "c": "2"}], "d": "5"} == tree
        assert [(("a", 0, "b"), "1:18"), (("d",), "3:1")] == [(f.path, str(f.position)) for f in faults]


SMALL = Document(
    portfolio=Portfolio(
        language="en",
        organisations=(
            Organisation(id="vaxjo", name="City of Växjö", kind=OrganisationKind.LOCAL_GOVERNMENT, country="SE"),
            Organisation(id="oslo", name=Translated((("no", "Oslo kommune"), ("en", "City of Oslo"))), country="NO"),
        ),
        projects=(
            Project(
                id="energy-plan",
                title="Energy: a plan",
                period=Period.of_years(2019, 2020),
                partners=(
                    Participation(organisation=Organisation.unresolved("jb-marks"), role=Role.PARTNER),
                    Participation(
                        organisation=Organisation(
                            id="vaxjo", name="City of Växjö", kind=OrganisationKind.LOCAL_GOVERNMENT, country="SE"
                        ),
                        role=Role.COORDINATOR,
                        number=Count(parts=(CountPart("a", 20), CountPart("b", 20))),
                    ),
                ),
                framing=Framing(
                    summary="Two paragraphs.\n\nThe second is longer than the first: it has a colon, # and all."
                ),
                logframe=Logframe(
                    objectives=(
                        Objective(
                            id="clean-energy",
                            statement="Both municipalities use less fossil energy",
                            indicators=(
                                Indicator(
                                    id="share",
                                    statement="Share",
                                    baseline=Observation(value=Ratio(Decimal(120), Decimal(400))),
                                    targets=(Observation(value=Number(Decimal("22.50"))),),
                                ),
                            ),
                        ),
                    )
                ),
                plan=Plan(activities=(Activity(id="visit", title="no", international=True),)),
                tags=Tags(sdgs=(SdgTag(code="7"), SdgTag(code="16.10"))),
            ),
        ),
    ),
    allowances=(Allowance(rule="LOG003", at="projects[0]", reason="Agreed, in 2019"),),
)

WRITTEN = """\
cooperation: 1
language: en
organisations:
- {id: vaxjo, name: City of Växjö, kind: local-government, country: SE}
- {id: oslo, name: {'no': Oslo kommune, en: City of Oslo}, country: 'NO'}
project:
  id: energy-plan
  title: 'Energy: a plan'
  period: 2019/2020
  partners:
  - {organisation: jb-marks, role: partner}
  - organisation: vaxjo
    role: coordinator
    number: {parts: {a: 20, b: 20}}
  framing:
    summary: |-
      Two paragraphs.

      The second is longer than the first: it has a colon, # and all.
  logframe:
    objectives:
    - id: clean-energy
      statement: Both municipalities use less fossil energy
      indicators:
      - id: share
        statement: Share
        baseline: {value: 120/400}
        targets:
        - {value: 22.50}
  plan: {activities: [{id: visit, title: 'no', international: true}]}
  tags: {sdgs: [7, 16.10]}
allowances:
- {rule: LOG003, reason: 'Agreed, in 2019', at: 'projects[0]'}
"""


class TestWriting:
    """DESIGN.md, section 4, is how a document looks."""

    def test_as_a_person_would(self) -> None:
        """Small mappings stand on one line, paragraphs in blocks, and nothing is in quotes that need not be."""
        assert WRITTEN == dumps(SMALL)

    def test_it_is_read_back(self) -> None:
        """What is written is what is read."""
        assert SMALL == reads(dumps(SMALL))

    def test_other_readers_read_it(self) -> None:
        """A reader of YAML 1.1 gets the same texts, since whatever it would take for something else is in quotes."""
        tree = yaml.safe_load(dumps(SMALL))

        assert "NO" == tree["organisations"][1]["country"]
        assert {"no": "Oslo kommune", "en": "City of Oslo"} == tree["organisations"][1]["name"]
        assert "no" == tree["project"]["plan"]["activities"][0]["title"]
        assert SMALL.portfolio.projects[0].framing.summary == tree["project"]["framing"]["summary"]

    @pytest.mark.parametrize(
        "text",
        [
            *(
                "",
                " ",
                "no",
                "NO",
                "~",
                "null",
                "true",
                "010",
                ".inf",
                "=",
                "<<",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "&a",
                "*a",
            ),
            *(
                "!a",
                "%a",
                "@a",
                "`a",
                "{a}",
                "[a]",
                "'",
                '"',
                "\\",
                "?",
                "? a",
                "|",
                ">",
                "---",
                "...",
                "a\nb",
                "a\n",
                "\na",
            ),
            *(
                " a\n b",
                "a \nb",
                "a\tb",
                "\ta",
                "a\r\nb",
                "a\x85b",
                "a\u2028b",
                "\ufeffa",
                "\x07",
                "\x7f",
                "🌍",
                "e\u0301",
            ),
            *(
                "a" * 300,
                "word " * 60,
                "two\n\n\nlines",
                "a:\n  b",
                "12:30:45",
                "2019-03-01",
                "0o7",
                "1_000",
                "y",
                "on",
            ),
        ],
    )
    def test_awkward_texts(self, text: str) -> None:
        """Whatever a text holds, it comes back letter by letter, as a value and as a key."""
        written = yaml_text.write({"a": text, "b": [text], "c": {text: 1}, text: {"d": {"e": text}}})

        assert ({"a": text, "b": [text], "c": {text: "1"}, text: {"d": {"e": text}}}, []) == yaml_text.parse(written)

    def test_numbers_and_constants(self) -> None:
        """Numbers are written in plain digits, and the three words as YAML has them."""
        tree: Any = {"a": [1, Decimal("1.50"), Decimal("1E+3"), True, False, None]}

        assert "a: [1, 1.50, 1000, true, false, null]\n" == yaml_text.write(tree)


def test_what_is_missing_at_the_end_is_told_behind_the_last_letter() -> None:
    """A bracket that is never closed has its place in the text, and not on a line after it."""
    with pytest.raises(LoadError) as refused:
        yaml_text.parse("cooperation: 1\nproject: {id: a")

    assert Position(2, 16) == refused.value.diagnostics[0].position
