"""Where a path stands in a text."""

import pytest

from cooperation.diagnostics import Diagnostic, Position, Severity
from cooperation.formats import SourceText, reads

YAML = """\
cooperation: 1
project:
  title: Energy
  partners:
    - {organisation: vaxjo}
    - organisation: jb-marks
      role: partner
"""
JSON = """{
\t"cooperation": 1,\r
\t"project": {"title": "\\ud83c\\udf0d \u2028", "aliases": ["🌍", "b"],
\t\t"%s": 5}
}""" % ("k" * 2000)


def place(text: str, *path: str | int, key: bool = False) -> str:
    """Where a path stands."""
    return str(SourceText(name="a", text=text).locate(path, key=key))


class TestYaml:
    """Places in YAML."""

    def test_values_and_keys(self) -> None:
        """A word stands where it stands; a mapping or a list where its key does, and an item at its start."""
        assert "3:10" == place(YAML, "project", "title")
        assert "3:3" == place(YAML, "project", "title", key=True)
        assert "4:3" == place(YAML, "project", "partners")
        assert "5:7" == place(YAML, "project", "partners", 0)
        assert "7:13" == place(YAML, "project", "partners", 1, "role")

    def test_the_one_project(self) -> None:
        """The model's first project is the document's only one."""
        assert "3:10" == place(YAML, "projects", 0, "title")

    def test_what_is_not_there(self) -> None:
        """What is absent stands at the nearest part around it."""
        assert "5:7" == place(YAML, "project", "partners", 0, "role")
        assert "4:3" == place(YAML, "project", "partners", 7, "role")
        assert "3:10" == place(YAML, "project", "title", "deeper")
        assert "1:1" == place(YAML, "nothing")
        assert "1:1" == place(YAML)

    def test_a_key_that_stands_twice(self) -> None:
        """Of two values the one that is read is meant: the last."""
        assert "2:4" == place("a: 1\na: 2\n", "a")

    @pytest.mark.parametrize("text", ["", "# nothing\n", "{a", "a: b: c", "\t"])
    def test_a_text_without_places(self, text: str) -> None:
        """A text that holds nothing, or cannot be read, has no places."""
        assert "None" == place(text, "a")

    def test_yaml_in_flow_style(self) -> None:
        """YAML may look almost like JSON."""
        assert "1:21" == place('{cooperation: 1, a: "b c", d: [e f, g]}', "a")
        assert "1:37" == place('{cooperation: 1, a: "b c", d: [e f, g]}', "d", 1)


class TestJson:
    """Places in JSON, which a reader of YAML could not find."""

    def test_tabs_pairs_and_long_keys(self) -> None:
        """Tabs, escaped pairs, separators inside of texts and keys of any length do not move a place."""
        assert "2:17" == place(JSON, "cooperation")
        assert "3:23" == place(JSON, "project", "title")
        assert "3:58" == place(JSON, "project", "aliases", 1)
        assert "4:3" == place(JSON, "project", "k" * 2000, key=True)
        assert "4:2007" == place(JSON, "project", "k" * 2000)

    def test_escaped_keys(self) -> None:
        """A key is found by what it says, however it is written."""
        assert "1:13" == place('{"a\\u0062": "x"}', "ab")

    def test_lines(self) -> None:
        """A line is what an editor shows, without its end."""
        source = SourceText(name="a.json", text=JSON)

        assert ['\t"cooperation": 1,', ""] == [source.line(2), source.line(6)]
        assert source.line(3).startswith('\t"project"')
        assert "" == source.line(0)


class TestDocuments:
    """A document finds the places of what is found in it."""

    def test_a_finding_gets_its_place(self) -> None:
        """A diagnostic without a position gets one, and one that has it keeps it."""
        document = reads("cooperation: 1\nproject: {id: a, title: A}\n")
        finding = Diagnostic(code="X", severity=Severity.INFO, message="", path=("projects", 0, "title"))

        assert Position(2, 25) == document.locate(finding).position
        assert Position(2, 25) == document.locate(document.locate(finding)).position
