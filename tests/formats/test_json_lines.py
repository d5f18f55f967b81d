"""JSON Lines: a document a line, joined into one, with every fault on its line."""

import json
from typing import Any

import pytest

from cooperation.diagnostics import LoadError
from cooperation.formats import dumps, loads, reads
from cooperation.model import Organisation, Participation, Portfolio, Project

HEAD: dict[str, Any] = {"cooperation": 1, "organisations": [{"id": "v", "name": "V"}], "language": "en"}
A: dict[str, Any] = {"cooperation": 1, "project": {"id": "a", "title": "A", "partners": [{"organisation": "v"}]}}
B: dict[str, Any] = {"cooperation": 1, "project": {"id": "b", "title": "B"}}
V = Organisation(id="v", name="V")


def lines(*documents: Any) -> str:
    """A text of several documents."""
    return "".join(f"{document if isinstance(document, str) else json.dumps(document)}\n" for document in documents)


def faults_of(text: str) -> list[str]:
    """What is said of a text that is refused, and by ``loads`` the same as by ``reads``."""
    said = []
    for way in (loads, reads):
        with pytest.raises(LoadError) as caught:
            way(text, "jsonl")
        said.append([str(d) for d in caught.value.diagnostics])

    assert said[0] == said[1]
    return said[0]


class TestJoining:
    """What several lines say together."""

    def test_a_header_and_a_project_a_line(self) -> None:
        """Organisations of one line are known in all; blank lines and the line ends of Windows are no matter."""
        expected = Portfolio(
            language="en",
            organisations=(V,),
            projects=(
                Project(id="a", title="A", partners=(Participation(organisation=V),)),
                Project(id="b", title="B"),
            ),
        )

        assert expected == loads(lines(HEAD, A, B), "jsonl")
        assert expected == loads(lines("", HEAD, "  ", A, B).replace("\n", "\r\n"), "jsonl")
        assert expected == loads("\ufeff" + lines(A, HEAD, B).rstrip(), "jsonl")
        assert expected == reads(lines(A, B, HEAD), "jsonl").portfolio

    def test_what_is_written(self) -> None:
        """First what the projects share, then a project a line, each naming its organisations by id."""
        text = dumps(loads(lines(HEAD, A, B), "jsonl"), "jsonl")

        assert [{"cooperation": 1, "language": "en", "organisations": HEAD["organisations"]}, A, B] == [
            json.loads(line) for line in text.splitlines()
        ]

    def test_repeated_descriptions(self) -> None:
        """Each line may describe the organisations and partnerships it names, in the same words."""
        shared = {"organisations": HEAD["organisations"], "partnerships": [{"id": "p"}]}

        assert 1 == len(loads(lines(A | shared, B | shared), "jsonl").organisations)
        assert loads(lines(A | shared, B | shared), "jsonl") == reads(lines(A | shared, B | shared), "jsonl").portfolio

    def test_described_where_it_takes_part(self) -> None:
        """An organisation that one line describes where it takes part is known by its id in another."""
        inline = {
            "cooperation": 1,
            "project": {"id": "c", "title": "C", "partners": [{"organisation": {"id": "v", "name": "V"}}]},
        }

        assert V == loads(lines(A, inline), "jsonl")["a"].partners[0].organisation

    def test_allowances(self) -> None:
        """Allowances of all lines are gathered, each once."""
        allowance = {"allowances": [{"rule": "LOG001", "reason": "So it is"}]}

        assert 1 == len(reads(lines(A | allowance, B | allowance), "jsonl").allowances)

    def test_several_projects_on_a_line(self) -> None:
        """A line may hold a whole portfolio."""
        portfolio = {"cooperation": 1, "projects": [A["project"], B["project"]]}

        assert loads(lines(HEAD, A, B), "jsonl") == loads(lines(HEAD, portfolio), "jsonl")

    def test_older_lines(self) -> None:
        """A line of an older version stands beside one of the present."""
        old = {"cooperation": 0, "project": {"id": "a", "title": "A", "partners": ["v"]}}

        assert loads(lines(HEAD, A, B), "jsonl") == loads(lines(HEAD, old, B), "jsonl")


class TestFaults:
    """Faults of lines, and of what they say together."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (lines(HEAD, A | {"project": {"id": "a"}}), ["2:20: error DOC004 required key 'title' is missing"]),
            (
                lines(HEAD, "", B | {"projcet": 1}),
                ["3:58: error DOC003 unknown key 'projcet' (did you mean 'project'?)"],
            ),
            (lines(HEAD, B, B), ["3:38: error DOC006 two projects have the id 'b'"]),
            (
                lines(HEAD, A | {"organisations": [{"id": "v", "name": "W"}]}),
                ["2:120: error DOC006 two organisations have the id 'v'"],
            ),
            (
                lines(HEAD | {"organisations": [{"id": "v"}, {"id": "v"}]}),
                ["1:58: error DOC006 two organisations have the id 'v'"],
            ),
            (
                lines(HEAD, {"cooperation": 1, "language": "sv"}),
                ["2:32: error DOC009 language is 'sv' here and 'en' on an earlier line"],
            ),
            (
                lines(HEAD, {"cooperation": 2}),
                ["2:17: error DOC010 format version 2 is not known: this release reads 1"],
            ),
            (
                lines(HEAD, {"language": "en"}),
                ["2:1: error DOC004 required key 'cooperation' is missing: write cooperation: 1"],
            ),
            (
                lines(HEAD, [1], 5),
                [
                    "2:1: error DOC005 expected a document on each line, got a list",
                    "3:1: error DOC005 expected a document on each line, got 5",
                ],
            ),
            (
                lines(HEAD, '{"cooperation": 1,'),
                ["2:19: error DOC001 the text is not JSON: Expecting property name enclosed in double quotes"],
            ),
            (lines(HEAD, "[" * 1000), ["2:65: error DOC002 nested more than 64 deep"]),
            (
                lines(HEAD, '{"cooperation": NaN}'),
                ["2:17: error DOC001 NaN is no number of JSON: leave an unknown value out"],
            ),
            (
                lines(HEAD, r'{"cooperation": 1, "language": "\u0000"}'),
                ["2:33: error DOC001 a text holds a NUL, which no text does"],
            ),
            (
                lines(HEAD, {"cooperation": 1, "projects": {"id": "a"}}),
                ["2:20: error DOC005 expected a list, got a mapping"],
            ),
            (
                lines({"cooperation": 1, "projects": 5}, A),
                [
                    "1:32: error DOC005 expected a list, got 5",
                    "2:20: error DOC009 project is a mapping here and 5 on an earlier line",
                ],
            ),
            (
                lines(A | {"projects": [B["project"]]}, HEAD),
                ["1:20: error DOC009 a document has project or projects, not both"],
            ),
            (
                lines(HEAD, A | {"project": 5}),
                ["2:31: error DOC005 expected a mapping with the keys of a project, got 5"],
            ),
            ("", ["1:1: error DOC004 required key 'cooperation' is missing: write cooperation: 1"]),
            ("\n \n", ["1:1: error DOC004 required key 'cooperation' is missing: write cooperation: 1"]),
        ],
    )
    def test_each_on_its_line(self, text: str, expected: list[str]) -> None:
        """Every fault is told on its line, at its column, by ``loads`` and by ``reads`` alike."""
        assert expected == faults_of(text)

    def test_a_key_that_stands_twice(self) -> None:
        """A key that stands twice in a line is told at its place there."""
        with pytest.raises(LoadError, match=r"^<text>:2:42: error DOC007 the key 'id' stands twice"):
            reads(
                lines(HEAD, '{"cooperation": 1, "project": {"id": "a", "id": "b", "title": "A"}}').replace(
                    '"id": "a", ', '"id": "a",'
                ),
                "jsonl",
            )

    def test_separators_inside_of_texts(self) -> None:
        """A separator of Unicode inside of a text ends no line."""
        text = lines(HEAD, json.dumps(B | {"language": "e\u2028n"}, ensure_ascii=False), A | {"zzz": 1})

        assert ["2:", "3:"] == [fault[:2] for fault in faults_of(text)]

    def test_a_long_text(self) -> None:
        """A text without measure is refused in any line."""
        assert faults_of(lines(HEAD, B | {"project": {"id": "b", "title": "x" * 1_000_001}}))[0].startswith(
            "2:52: error DOC002 a text of 1000001 characters; at most 1000000 are read"
        )
