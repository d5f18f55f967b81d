"""Whole files: found by their suffix, written wholly or not at all."""

import functools
import os
import stat
from pathlib import Path

import pytest

from cooperation.diagnostics import Allowance, LoadError
from cooperation.errors import CooperationError, UnknownFormatError
from cooperation.formats import Document, dump, dumps, files, load, loads, read, reads
from cooperation.model import Portfolio, Project

PORTFOLIO = Portfolio(projects=(Project(id="a", title="Växjö"),))
OTHER = Portfolio(projects=(Project(id="b", title="B"),))


class TestSuffixes:
    """The suffix says the format."""

    @pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.YAML", "a.json", "a.jsonl", "a.ndjson", "a.b.json"])
    def test_there_and_back(self, tmp_path: Path, name: str) -> None:
        """What is dumped to a file is loaded from it, given as a path or as a text."""
        dump(PORTFOLIO, tmp_path / name)
        dump(PORTFOLIO, str(tmp_path / f"x-{name}"))

        assert PORTFOLIO == load(tmp_path / name) == load(str(tmp_path / f"x-{name}"))
        assert PORTFOLIO == read(tmp_path / name).portfolio
        assert (tmp_path / name).read_bytes() == (tmp_path / f"x-{name}").read_bytes()

    @pytest.mark.parametrize("name", ["a.txt", "a", ".yaml", "a.yaml~"])
    def test_unknown_suffixes(self, tmp_path: Path, name: str) -> None:
        """A suffix of no format is refused, naming those there are, before anything is read or written."""
        for act in (load, read, functools.partial(dump, PORTFOLIO)):
            with pytest.raises(UnknownFormatError, match=r"no format has the suffix .*; known are .*\.yaml"):
                act(tmp_path / name)

        assert [] == list(tmp_path.iterdir())

    def test_unknown_formats(self) -> None:
        """A format that is not installed is refused, with the nearest that is."""
        with pytest.raises(UnknownFormatError, match=r"no format 'yamel' \(did you mean 'yaml'\?\); known are"):
            loads("", "yamel")

    def test_the_name_of_the_file_stands_in_messages(self, tmp_path: Path) -> None:
        """Whoever reads a message finds the file."""
        (tmp_path / "a.yaml").write_text("cooperation: 1\nlangauge: en\n", "utf-8")
        with pytest.raises(LoadError, match=r"^a\.yaml:2:1: error DOC003") as caught:
            load(tmp_path / "a.yaml")

        assert "a.yaml" == caught.value.name

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        """A missing file is the system's own error."""
        with pytest.raises(FileNotFoundError):
            load(tmp_path / "a.yaml")


class TestTexts:
    """Texts and their bytes."""

    def test_what_can_be_dumped(self) -> None:
        """A portfolio, one project, and a document with its allowances; nothing else is a document."""
        project = PORTFOLIO.projects[0]
        document = Document(portfolio=PORTFOLIO, allowances=(Allowance(rule="LOG001", reason="So it is"),))

        assert dumps(PORTFOLIO) == dumps(project) == dumps(Document(portfolio=PORTFOLIO))
        assert document == reads(dumps(document))
        with pytest.raises(TypeError, match="a document is a portfolio or a project, not str"):
            dumps("a")  # type: ignore[arg-type]

    def test_bytes_and_names(self) -> None:
        """Bytes are texts in UTF-8; a format goes by its name or its suffix, and the text by a name of its own."""
        text = dumps(PORTFOLIO, "json")

        assert PORTFOLIO == loads(text.encode(), "json") == loads(text, ".json") == loads(text, "JSON")
        with pytest.raises(LoadError, match=r"^mine: error"):
            loads("", name="mine")

    @pytest.mark.parametrize("carrier", ["yaml", "json", "jsonl"])
    def test_half_a_surrogate_pair(self, carrier: str) -> None:
        """What no file can hold is refused when it is written."""
        with pytest.raises(CooperationError, match="half a surrogate pair"):
            dumps(Project(id="a", title="\ud800"), carrier)

    @pytest.mark.parametrize("carrier", ["yaml", "json", "jsonl"])
    def test_a_nul(self, carrier: str) -> None:
        """A NUL, which no reader takes, is refused when it is written."""
        with pytest.raises(CooperationError, match="a NUL"):
            dumps(Project(id="a", title="a\0b"), carrier)

    @pytest.mark.parametrize("carrier", ["yaml", "json", "jsonl"])
    def test_what_only_looks_like_a_nul(self, carrier: str) -> None:
        """A backslash and a few letters are a text like any other."""
        project = Project(id="a", title="\\u0000", aliases=("\\\\u0000", "\\0", "\\ud800"))

        assert project == loads(dumps(project, carrier), carrier).projects[0]


class TestAtomicWrites:
    """``dump``: "wholly or not at all"."""

    def test_a_failure_leaves_the_old_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the disk fails in the middle, the old file still stands and nothing lies beside it."""
        file = tmp_path / "a.yaml"
        dump(PORTFOLIO, file)
        for name in ("fsync", "fdopen"):
            with monkeypatch.context() as patch:
                patch.setattr(files.os, name, self.fail)
                with pytest.raises(OSError, match="the disk is full"):
                    dump(OTHER, file)

            assert PORTFOLIO == load(file)
            assert [file] == list(tmp_path.iterdir())

    def test_a_failure_to_replace(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """So it does when the last step fails."""
        file = tmp_path / "a.yaml"
        dump(PORTFOLIO, file)
        monkeypatch.setattr(Path, "replace", self.fail)
        with pytest.raises(OSError, match="the disk is full"):
            dump(OTHER, file)

        assert PORTFOLIO == load(file)
        assert [file] == list(tmp_path.iterdir())

    def test_what_cannot_be_written_touches_nothing(self, tmp_path: Path) -> None:
        """A value that no document can hold is found before the file is."""
        file = tmp_path / "a.yaml"
        dump(PORTFOLIO, file)
        with pytest.raises(CooperationError):
            dump(Project(id="a", title="\ud800"), file)

        assert PORTFOLIO == load(file)

    @pytest.mark.skipif(os.name == "nt", reason="rights are Unix's")
    def test_rights_are_kept(self, tmp_path: Path) -> None:
        """A file that is replaced keeps its rights, and a new one has those any new file would have."""
        file = tmp_path / "a.yaml"
        plain = tmp_path / "plain"
        plain.touch()
        dump(PORTFOLIO, file)

        assert stat.S_IMODE(plain.stat().st_mode) == stat.S_IMODE(file.stat().st_mode)

        file.chmod(0o640)
        dump(OTHER, file)

        assert 0o640 == stat.S_IMODE(file.stat().st_mode)

    @pytest.mark.skipif(os.name == "nt", reason="links need rights there")
    def test_links_are_kept(self, tmp_path: Path) -> None:
        """A link stays a link, and what it points to is replaced."""
        (tmp_path / "far").mkdir()
        target, link = tmp_path / "far" / "a.yaml", tmp_path / "link.yaml"
        dump(PORTFOLIO, target)
        link.symlink_to(target)
        dump(OTHER, link)

        assert link.is_symlink()
        assert OTHER == load(target) == load(link)
        assert [target] == list((tmp_path / "far").iterdir())

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        """No folder is made on the way."""
        with pytest.raises(FileNotFoundError):
            dump(PORTFOLIO, tmp_path / "none" / "a.yaml")

    @staticmethod
    def fail(*args: object, **kwargs: object) -> None:
        """Fail as a disk does."""
        raise OSError("the disk is full")
