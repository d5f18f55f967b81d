"""Formats are found by name and suffix, and other packages add theirs."""

import importlib.metadata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cooperation.errors import UnknownFormatError
from cooperation.formats import GROUP, Document, Format, dump, dumps, format_named, format_of, load, loads, suffixes
from cooperation.formats.carriers import JSON, JSONL, YAML, _joined
from cooperation.model import Portfolio, Project

PORTFOLIO = Portfolio(projects=(Project(id="a", title="A"),))


def read_shout(data: bytes, name: str) -> Document:
    """Read a document that is shouted."""
    return Document(portfolio=loads(data.decode().removesuffix("!!!"), name=name))


SHOUT = Format(
    name="shout",
    suffixes=(".shout", ".yaml"),
    load=lambda data, name: read_shout(data, name).portfolio,
    read=read_shout,
    write=lambda document: dumps(document).encode() + b"!!!",
)


class Entry:
    """An entry point of somebody else's."""

    def __init__(self, name: str) -> None:
        self.name = name

    def load(self) -> Format:
        """The format."""
        return SHOUT


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another package's format, installed under a suffix of its own and under one of ours."""

    def entry_points(*, group: str) -> list[Any]:
        return [Entry("shout"), Entry("yaml")] if group == GROUP else []

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
    _joined.cache_clear()
    suffixes.cache_clear()
    yield
    _joined.cache_clear()
    suffixes.cache_clear()


class TestOwnFormats:
    """The three of this package."""

    @pytest.mark.parametrize(
        ("format_", "names"),
        [(YAML, ["yaml", "yml", ".yaml", "YAML"]), (JSON, ["json", ".JSON"]), (JSONL, ["jsonl", "ndjson", ".ndjson"])],
    )
    def test_by_name_and_suffix(self, format_: Format, names: list[str]) -> None:
        """A format is found by its name, and by each of its suffixes with or without the dot."""
        assert {format_.name} == {format_named(name).name for name in names}
        assert {format_.name} == {format_of(Path(f"a{suffix}")).name for suffix in format_.suffixes}

    def test_they_parse(self) -> None:
        """Formats of the document's own shape give its tree."""
        for format_ in (YAML, JSON, JSONL):
            assert format_.parse is not None
            parsed = format_.parse(dumps(PORTFOLIO, format_.name).encode(), "a")

            assert ("a", ()) == (parsed.source.name, parsed.faults)
            assert {"cooperation"} < set(parsed.tree)


@pytest.mark.usefixtures("installed")
class TestFormatsOfOthers:
    """Entry points of the group ``cooperation.formats``."""

    def test_it_is_found(self, tmp_path: Path) -> None:
        """A format that is installed is used for its suffix, in both directions."""
        dump(PORTFOLIO, tmp_path / "a.shout")

        assert (tmp_path / "a.shout").read_text("utf-8").endswith("!!!")
        assert PORTFOLIO == load(tmp_path / "a.shout") == loads(dumps(PORTFOLIO, "shout"), "shout")

    def test_it_replaces_none_of_ours(self, tmp_path: Path) -> None:
        """Nobody changes how YAML is read."""
        dump(PORTFOLIO, tmp_path / "a.yaml")

        assert not (tmp_path / "a.yaml").read_text("utf-8").endswith("!!!")
        assert "yaml" == format_named("yaml").name == format_of(Path("a.yaml")).name

    def test_it_is_named_among_the_known(self) -> None:
        """Whoever asks for an unknown format hears of it."""
        with pytest.raises(UnknownFormatError, match=r"no format 'shot' \(did you mean 'shout'\?\); known are .*shout"):
            format_named("shot")
        with pytest.raises(UnknownFormatError, match=r"\.shout"):
            format_of(Path("a.txt"))

        assert (".json", ".jsonl", ".ndjson", ".shout", ".yaml", ".yml") == suffixes()
