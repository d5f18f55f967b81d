"""Older documents are read as if they were written today."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from cooperation.diagnostics import LoadError
from cooperation.formats import dumps, load, loads, yaml_text
from cooperation.formats.migrate import MIGRATIONS, migrate

DATA = Path(__file__).with_name("data")
OLD = yaml_text.parse((DATA / "version-0.yaml").read_text("utf-8"))[0]


class TestVersionZero:
    """The trial format."""

    def test_a_real_document(self) -> None:
        """A file of version 0 holds what its twin of version 1 does, in every carrier, and is dumped as version 1."""
        old, new = load(DATA / "version-0.yaml"), load(DATA / "version-1.yaml")

        assert new == old
        assert new == loads(json.dumps(OLD), "json") == loads(json.dumps(OLD), "jsonl")
        assert dumps(new) == dumps(old)
        assert dumps(old).startswith("cooperation: 1\n")

    def test_the_tree_is_not_changed(self) -> None:
        """Migration works on a copy."""
        tree = copy.deepcopy(OLD)
        migrate(tree)

        assert OLD == tree

    def test_several_projects(self) -> None:
        """Every project is furnished, and what is no project is left to be refused."""
        tree = {"cooperation": 0, "projects": [{"id": "a", "sdgs": [7]}, 5]}

        assert {"cooperation": 1, "projects": [{"id": "a", "tags": {"sdgs": [7]}}, 5]} == migrate(tree)

    def test_faults_are_told_where_they_stand(self) -> None:
        """A fault of an old document is told, at the nearest place the old text has."""
        with pytest.raises(LoadError, match=r"^<text>:3:3: error DOC003 unknown key 'colour'"):
            loads("cooperation: 0\nproject:\n  colour: red\n  id: a\n  title: A\n")

    @pytest.mark.parametrize(
        "tree",
        [
            {
                "cooperation": 0,
                "project": {"id": "a", "title": "A", "logframe": "none", "results": [{"id": "o", "text": "O"}]},
            },
            {"cooperation": 0, "project": {"id": "a", "title": "A", "results": [5]}},
            {"cooperation": 0, "project": {"id": "a", "title": "A", "results": {"id": "o"}}},
            {"cooperation": 0, "project": {"id": "a", "title": "A", "tags": {"sdgs": [7]}, "sdgs": [8]}},
            {"cooperation": 0, "projects": {}},
            {"cooperation": 0, "project": []},
        ],
    )
    def test_broken_old_documents(self, tree: Any) -> None:
        """An old document with faults is refused as any other; nothing in it is lost without a word."""
        with pytest.raises(LoadError):
            loads(json.dumps(tree), "json")


class TestOtherVersions:
    """Versions nobody knows."""

    @pytest.mark.parametrize("version", ["2", "-1", "00", "1.0", "one", "'01'", "true", "[1]", "{a: 1}"])
    def test_they_are_refused(self, version: str) -> None:
        """A version that this release does not read is refused by its own code."""
        with pytest.raises(LoadError, match=r"error DOC010 format version .* is not known: this release reads 1"):
            loads(f"cooperation: {version}\n")

    @pytest.mark.parametrize("version", ["1", "'1'", '"1"'])
    def test_the_present_one(self, version: str) -> None:
        """The present version may stand in quotes."""
        assert 0 == len(loads(f"cooperation: {version}\n"))

    @pytest.mark.parametrize(
        "tree", [None, [], "a", 5, {}, {"cooperation": 1}, {"cooperation": [0]}, {"cooperation": 7}]
    )
    def test_what_needs_no_step(self, tree: Any) -> None:
        """What is no document, or of no older version, comes back as it is."""
        assert tree is migrate(tree)

    def test_every_step_leads_on(self) -> None:
        """Each step leads to a version that is read."""
        for version in MIGRATIONS:
            assert 1 == migrate({"cooperation": version})["cooperation"]
